// The page Read a plan: what the server has read, corrected by keyboard. Corrections live here and
// go to the server when the hand rests; it answers with what follows from them.

import { el } from "../core/dom.js";
import { decode } from "../core/payload/decode.js";
import { setTheme } from "../core/theme.js";
import { translator } from "../core/translator.js";
import { Actions } from "./actions.js";
import { createChanges } from "./changes.js";
import { createDetail } from "./detail.js";
import { createDrop } from "./drop.js";
import { createFoundMap } from "./found-map.js";
import { createFoundTable } from "./found-table.js";
import { createFiles, createHead } from "./head.js";
import { come, FoundRows, isWhole, piece, still } from "./pieces.js";
import { addedRow, asFound, inGroup, reviewed, used } from "./rules/reviewed.js";
import { forget } from "./session.js";
import { createTextView } from "./text-view.js";
import { createDownloads } from "./told/downloads.js";
import { createUnfit } from "./told/unfit.js";

/** @import { Lang, Payload, Theme } from "../core/types.js" */
/** @import { Outgoing } from "./outgoing.js" */
/** @import { Session } from "./session.js" */
/** @import { Compared, Correction, File as Document } from "./types.js" */
/** @import { Place, Reviewed, Row, Shown } from "./types.js" */

const REST = 200;

export class Reader {
  /**
   * @param {HTMLElement} root
   * @param {Payload} payload
   * @param {Record<Lang, Record<string, string>>} words
   * @param {Session} session
   * @param {object} options
   * @param {Theme} options.theme
   * @param {(name: string, value: string) => void} options.state
   * @param {(name: string, value: string) => void} options.trigger
   * @param {Outgoing} options.outgoing
   * @param {() => void} options.again
   */
  constructor(root, payload, words, session, options) {
    this.session = session;
    this.actions = new Actions(this);
    this.options = options;
    this.theme = options.theme;
    this.payload = payload;
    /** @type {Shown | null} */
    this.data = null;
    /** @type {Reviewed[]} */
    this.rows = [];
    this._rest = 0;
    this._found = new FoundRows();
    const lang = session.lang;
    /** @type {Lang[]} */ (["zh", "en"]).forEach((one) => {
      Object.assign(payload.words[one], words[one]);
    });
    const w = (this.words = translator(payload, lang));
    const model = decode(payload);
    const app = (this.app = el("div", "atlas-app reader", null, root));
    setTheme(app, payload.style, this.theme, lang);
    const side = createHead(app, w, payload, session, words, (next) => {
      session.lang = next;
      options.state("lang", next);
      options.again();
    });
    this.downloads = createDownloads(side, w, lang, {
      step: () => {
        this._flush();
        return session.step;
      },
      kept: () => {
        session.kept = session.edits.size;
      },
    });
    this.top = el("div", "reader-top", null, app);
    this.files = createFiles(this.top, w, session, {
      look: (key) => this.look(key),
      remove: (key) => options.trigger("removed", key),
      say: (text) => {
        this.said.textContent = text;
      },
    });
    this.faults = el("div", "reader-faults", null, this.top);
    this.faults.setAttribute("role", "alert");
    this.unfit = createUnfit(this.top, w, session);
    this.work = el("div", "reader-work", null, app);
    this.changes = createChanges(this.work, w, session, {
      against: (plan) => {
        session.against[session.source] = plan;
        this._flushIn(0);
      },
      group: (group) => {
        session.group = session.group === group ? "all" : group;
        this.draw();
      },
      known: (id) => this.map.known(id),
    });
    const panes = el("div", "reader-panes", null, this.work);
    this.text = createTextView(panes, w, (key) => this.activate(key, true));
    const pane = el("section", "reader-pane is-table", null, panes);
    this.table = createFoundTable(pane, w, payload, lang, this.theme, (key) => {
      this.activate(key, true);
    });
    /** @type {{ name: string, id: string }[]} */
    const known = [];
    model.projects.forEach((p) => {
      [...p.data.name, ...(p.data.aliases || [])].filter(Boolean).forEach((name) => {
        known.push({ name: name, id: p.id });
      });
    });
    this.detail = createDetail(pane, w, payload, lang, known, {
      act: (action) => this.actions.act(action),
      change: (correction) => this.correct(correction),
      back: () => this.table.focus(),
    });
    const more = el("label", "reader-achievements", null, pane);
    const tick = el("input", null, null, more);
    tick.type = "checkbox";
    tick.checked = session.achievements;
    el("span", null, w("read.achievements"), more);
    tick.addEventListener("change", () => {
      session.achievements = tick.checked;
      this.draw();
    });
    this.work.hidden = true;
    this.map = createFoundMap(panes, w, payload, model, lang, this.theme, {
      place: (key) => this.activate(key, true),
      known: (id) => {
        const row = this.rows.find((r) => r.project === id);
        if (row && row.key !== session.active[session.source]) this.activate(row.key, false);
      },
    });
    this.said = el("p", "reader-unseen", null, app);
    this.said.setAttribute("role", "status");
    /** @type {ReturnType<typeof createDrop> | null} */
    this.drop = null;
    app.addEventListener("keydown", (event) => this.actions.key(event));
    /** The keys work too where nothing has the keyboard. @param {KeyboardEvent} event */
    this._loose = (event) => {
      if (event.target === document.body) this.actions.key(event);
    };
    document.addEventListener("keydown", this._loose);
    // Whoever leaves the table for what the server draws takes along what was just corrected.
    this._leave = () => this._flush();
    window.addEventListener("pointerdown", this._leave, true);
  }

  /** @param {Shown} data what came from the server */
  update(data) {
    const session = this.session;
    if (this.session.server && this.session.server !== data.session) this._forgotten();
    session.server = data.session;
    this.data = data;
    if (!this.drop) {
      this.drop = createDrop(this.top, this.words, data.limits, {
        refuse: (file) => this._refuse(file),
        send: (content) => this.options.outgoing.put(content),
      });
      this.top.insertBefore(this.drop.box, this.top.firstChild);
    }
    this.stands();
    this.drop.shrink(data.files.length > 0);
    this.downloads.update(data.downloads, data.closed);
    data.files.forEach((file) => {
      const saved = file.saved && piece(file.saved);
      if (!saved || session.taken.has(file.saved)) return;
      session.taken.add(file.saved);
      Object.keys(saved).forEach((rest) => {
        session.edits.take(file.key + "." + rest, saved[rest]);
      });
    });
    const there = data.files.some((file) => file.key === session.source && file.text);
    if (!there) {
      const first = data.files.find((file) => file.text);
      session.source = first ? first.key : "";
    }
    this.draw();
    this._flushIn(REST);
  }

  /** The server was restarted and has forgotten all: it is sent what this page still has. */
  _forgotten() {
    const { review, lost } = still(this.data, this._found, this.session.edits.rows);
    if (review) this.options.outgoing.put([review]);
    const names = lost.join("、");
    this.faults.textContent = this.words(names ? "read.restarted.lost" : "read.restarted", {
      names: names,
    });
    this._found = new FoundRows();
    forget(this.session);
  }

  /** Say how it stands with what was dropped and pasted. */
  stands() {
    if (this.drop) this.drop.stands(this.options.outgoing.state);
  }

  /** @returns {Document | null} the document that is looked at */
  get file() {
    const files = this.data ? this.data.files : [];
    return files.find((file) => file.key === this.session.source) || null;
  }

  /** @param {Document} file @returns {Row[]} what was found in it, and what a person added */
  rowsOf(file) {
    const found = this._found.of(file);
    /** @type {Row[]} */
    const added = [];
    this.session.edits.rows.forEach((correction, key) => {
      if (!key.startsWith(file.key + ".+")) return;
      const words = this.text.words(correction.start || 0, correction.end || 0);
      added.push(addedRow(key, correction, words));
    });
    return added.length ? found.concat(added).sort((a, b) => a.start - b.start) : found;
  }

  /** Draw what depends on the data and the corrections. */
  draw() {
    const session = this.session,
      file = this.file,
      data = this.data;
    if (!data) return;
    this.files.update(data.files, (key) => this._count(key));
    this.unfit.update(data.unfit, (key) => {
      const row = this.rows.find((r) => r.key === key);
      return row ? row.row.name : "";
    });
    const began = this.work.hidden && !!file;
    this.work.hidden = !file;
    if (!file) return;
    if (began) this.map.show();
    this.text.show(piece(file.text) || "");
    const compared = data.compared && data.compared.source === file.key ? data.compared : null;
    this.rows = this.rowsOf(file)
      .filter((row) => session.achievements || row.kind !== "achievement")
      .map((row) => this._reviewed(row, compared));
    const shown = this.shown();
    const active = this.active();
    // What is named is on its way; until it is here the document is not read for this page.
    const state = isWhole(file) ? file.state : "coming";
    this.changes.update(compared, this.rows);
    this.table.update(shown, this.rows, active ? active.key : "", state === "read");
    this.text.mark(this.rows);
    this.text.activate(active ? active.key : "", false);
    this.detail.update(active, session.edits.canRedo, session.edits.size > 0, this._place(active));
    this.map.update(this.rows, this._places(), compared);
    this.app.setAttribute("data-found", String(this.rows.length));
    this.app.setAttribute("data-state", state);
    if (!session.begun.has(file.key) && this.rows.length && state === "read") this._begin();
  }

  /** @param {Row} row @param {Compared | null} compared */
  _reviewed(row, compared) {
    const unfit = this.data ? this.data.unfit.filter((one) => one.key === row.key) : [];
    const found = reviewed(row, used(this.session.edits.of(row.key), unfit), compared);
    if (found.start !== row.start || found.end !== row.end)
      found.as_written = this.text.words(found.start, found.end).replace(/\n/g, "");
    return found;
  }

  /** @returns {Place[]} where the new projects of the document are */
  _places() {
    const file = this.file;
    return (file && file.places && piece(file.places)) || [];
  }

  /** @param {Reviewed | null} row */
  _place(row) {
    return (row && !row.project && this._places().find((p) => p.key === row.key)) || null;
  }

  /** The first row has the keyboard, unless the reader is busy elsewhere. */
  _begin() {
    this.session.begun.add(this.session.source);
    const tree = /** @type {any} */ (this.app.getRootNode());
    // Someone who types, here or in what the server draws beside, is not called away.
    const busy = [tree.activeElement, document.activeElement].some(
      (at) => at && /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName),
    );
    const first = this.active() || this.shown()[0];
    if (!first) return;
    this.activate(first.key, true);
    if (!busy) this.table.focus();
  }

  /** @param {string} key of a document */
  _count(key) {
    const file = this.data && this.data.files.find((f) => f.key === key);
    if (!file) return 0;
    return this.rowsOf(file).filter(
      (row) => this.session.achievements || row.kind !== "achievement",
    ).length;
  }

  /** The rows of the chosen group; the active one stays though it left the group. */
  shown() {
    const group = this.session.group === "dropped" ? "all" : this.session.group,
      active = this.session.active[this.session.source];
    return this.rows.filter((r) => inGroup(r, group) || r.key === active);
  }

  /** @returns {Reviewed | null} */
  active() {
    const key = this.session.active[this.session.source];
    return this.rows.find((r) => r.key === key) || null;
  }

  /** @param {string} key of a document */
  look(key) {
    this.session.source = key;
    this.session.begun.delete(key);
    this.changed(0);
  }

  /** @param {string} key of a row @param {boolean} scroll the text to it, and the map */
  activate(key, scroll) {
    this.session.active[this.session.source] = key;
    const row = this.active();
    const edits = this.session.edits;
    this.table.update(this.shown(), this.rows, key, true);
    this.detail.update(row, edits.canRedo, edits.size > 0, this._place(row));
    this.text.activate(key, scroll);
    if (scroll) this.map.activate(row);
  }

  /** @param {Correction} correction of the active row */
  correct(correction) {
    const row = this.active();
    if (row && this.session.edits.set(row.key, asFound(row.row, correction))) this.changed();
  }

  changed(wait = REST) {
    this.draw();
    this._flushIn(wait);
  }

  /** @param {File} file too large to be sent */
  _refuse(file) {
    const data = this.data;
    if (!data) return;
    const values = { size: (file.size / 1e6).toFixed(1), most: data.limits.file_mb };
    const text = data.too_big[this.session.lang === "zh" ? 0 : 1].replace(/\{(\w+)\}/g, (_, key) =>
      String(values[/** @type {"size" | "most"} */ (key)]),
    );
    el("p", "reader-fault", file.name + ": " + text, this.faults);
  }

  /**
   * Say to whoever does not see the page.
   * @param {string} key
   * @param {Record<string, string>} [values]
   */
  say(key, values) {
    this.said.textContent = this.words(key, values);
  }

  /** Say on the page whether the server has answered all that was corrected. */
  _heed() {
    const waiting = !this.data || this.data.heard < this.session.step;
    this.app.setAttribute("aria-busy", String(waiting));
  }

  /** @param {number} wait milliseconds until the server is told */
  _flushIn(wait) {
    clearTimeout(this._rest);
    this.app.setAttribute("aria-busy", "true");
    this._rest = window.setTimeout(() => this._flush(), wait);
  }

  _flush() {
    clearTimeout(this._rest);
    const session = this.session;
    const told = {
      rows: session.edits.all(),
      source: session.source,
      against: session.against,
      have: come(this.data),
    };
    const text = JSON.stringify(told);
    if (text !== session.told) {
      session.told = text;
      session.step += 1;
      this.options.state("review", JSON.stringify({ ...told, step: session.step }));
    }
    this._heed();
  }

  destroy() {
    clearTimeout(this._rest);
    document.removeEventListener("keydown", this._loose);
    window.removeEventListener("pointerdown", this._leave, true);
    this.downloads.destroy();
    if (this.drop) this.drop.destroy();
    this.text.destroy();
    this.map.destroy();
    this.app.remove();
  }
}
