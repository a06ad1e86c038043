// The active row's fields, its extent, and the buttons of what the keyboard does.
import { button, el } from "../core/dom.js";
import { pickLanguage } from "../core/translator.js";

/** @import { Lang, Payload, Words } from "../core/types.js" */
/** @import { Move } from "./rules/extents.js" */
/** @import { Correction, Place, Reviewed } from "./types.js" */

const YEARS = { first: 1900, last: 2060 };
/** @type {Move[]} */
const MOVES = ["start.grow", "start.shrink", "end.shrink", "end.grow"];
/** @type {Record<Move, string>} */
const ARROWS = { "start.grow": "⇤", "start.shrink": "⇥", "end.shrink": "⇤", "end.grow": "⇥" };
const KEYS = ["move", "accept", "reject", "status", "extent", "field", "left", "add", "undo"];

/**
 * @typedef {{name: string, id: string}} Known a project's name, own or other
 * @param {HTMLElement} parent
 * @param {Words} w
 * @param {Payload} payload
 * @param {Lang} lang
 * @param {Known[]} known
 * @param {{act: (action: string) => void, change: (correction: Correction) => void,
 *   back: () => void}} does
 */
export function createDetail(parent, w, payload, lang, known, does) {
  const box = el("div", "reader-detail", null, parent);
  const buttons = el("div", "reader-buttons", null, box);
  /** @param {string} action @param {string} word */
  const act = (action, word) => {
    const b = button("atlas-button", w(word), buttons, () => does.act(action));
    b.setAttribute("data-action", action);
    return b;
  };
  const accept = act("accept", "read.verdict.accept");
  const reject = act("reject", "read.verdict.reject");
  act("previous", "read.previous");
  act("next", "read.next");
  const undo = act("undo", "read.undo");
  const redo = act("redo", "read.redo");
  const add = act("add", "read.add");
  add.textContent = "+";
  add.title = w("read.add");
  add.setAttribute("aria-label", w("read.add"));
  const fields = el("div", "reader-fields", null, box);
  /**
   * @template {HTMLElement} T
   * @param {string} key @param {T} field
   */
  const labelled = (key, field) => {
    const label = el("label", "reader-field is-" + key, null, fields);
    el("span", null, w("read.field." + key), label);
    label.appendChild(field);
    field.setAttribute("data-field", key);
    return field;
  };
  const name = labelled("name", el("input", "app-input"));
  const mode = labelled("mode", el("select"));
  payload.modes.forEach((code) => {
    el("option", null, w("mode." + code), mode).value = code;
  });
  const status = labelled("status", el("select"));
  payload.statuses.forEach((code, i) => {
    el("option", null, i + 1 + " " + w("status." + code), status).value = code;
  });
  /** @param {string} key */
  const year = (key) => {
    const input = labelled(key, el("input", "app-input"));
    input.inputMode = "numeric";
    input.maxLength = 4;
    input.autocomplete = "off";
    return input;
  };
  const start = year("start"),
    complete = year("complete");
  const project = labelled("project", el("input", "app-input"));
  project.placeholder = w("read.field.project.new");
  project.setAttribute("list", "reader-known");
  const list = el("datalist", null, null, box);
  list.id = "reader-known";
  new Set(known.map((k) => k.name)).forEach((text) => {
    el("option", null, null, list).value = text;
  });
  const wrong = el("p", "reader-fault", null, box);
  wrong.setAttribute("role", "alert");
  wrong.hidden = true;
  const extent = el("div", "reader-extent", null, box);
  extent.setAttribute("role", "group");
  extent.setAttribute("aria-label", w("read.extent"));
  /** @param {Move} move */
  const mover = (move) => {
    const b = button("reader-move", ARROWS[move], extent, () => does.act(move));
    b.title = w("read.extent." + move);
    b.setAttribute("aria-label", b.title);
    b.setAttribute("data-action", move);
  };
  mover(MOVES[0]);
  mover(MOVES[1]);
  const words = el("span", "reader-words", null, extent);
  words.lang = "zh-CN";
  mover(MOVES[2]);
  mover(MOVES[3]);
  const about = el("div", "reader-about", null, box);
  const help = el("details", "reader-keys", null, box);
  el("summary", null, w("read.keys"), help);
  const lines = el("ul", null, null, help);
  KEYS.forEach((key) => {
    el("li", null, w("read.keys." + key), lines);
  });

  /** @param {string} text */
  const complain = (text) => {
    wrong.textContent = text;
    wrong.hidden = !text;
  };
  name.addEventListener("change", () => {
    does.change({ name: name.value.trim() || undefined });
  });
  mode.addEventListener("change", () => does.change({ mode: mode.value }));
  status.addEventListener("change", () => does.change({ status: status.value }));
  /** @param {HTMLInputElement} input @param {"start_year" | "complete_year"} field */
  const yearly = (input, field) => {
    input.addEventListener("change", () => {
      const text = input.value.trim(),
        value = text ? Number(text) : 0;
      const right = !text || (/^\d{4}$/.test(text) && value >= YEARS.first && value <= YEARS.last);
      complain(right ? "" : w("read.field.year.bad"));
      if (right) does.change({ [field]: value });
    });
  };
  yearly(start, "start_year");
  yearly(complete, "complete_year");
  project.addEventListener("change", () => {
    const text = project.value.trim();
    const found = known.find((k) => k.name === text || k.id === text);
    complain(text && !found ? w("read.field.project.unknown", { name: text }) : "");
    if (!text || found) does.change({ project: found ? found.id : "" });
  });
  fields.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" && (event.key !== "Enter" || event.isComposing)) return;
    event.preventDefault();
    event.stopPropagation();
    does.back();
  });
  /** @param {HTMLInputElement | HTMLSelectElement} field @param {string} value */
  const put = (field, value) => {
    const tree = /** @type {any} */ (box.getRootNode());
    // What is being typed is not overwritten by an answer of the server.
    if (tree.activeElement !== field || field.tagName === "SELECT") field.value = value;
  };
  let shown = "";

  return {
    /**
     * @param {Reviewed | null} r
     * @param {boolean} again whether there is something to redo
     * @param {boolean} some whether there is something to undo
     * @param {Place | null} place of a new project
     */
    update: (r, again, some, place) => {
      box.classList.toggle("is-empty", !r);
      undo.disabled = !some;
      redo.disabled = !again;
      [accept, reject].forEach((b) => {
        b.disabled = !r;
      });
      fields.hidden = extent.hidden = about.hidden = !r;
      if (!r) return;
      if (r.key !== shown) complain("");
      shown = r.key;
      accept.setAttribute("aria-pressed", String(r.verdict === "accept"));
      reject.setAttribute("aria-pressed", String(r.verdict === "reject"));
      put(name, r.name);
      put(mode, r.mode);
      put(status, r.status);
      put(start, r.start_year ? String(r.start_year) : "");
      put(complete, r.complete_year ? String(r.complete_year) : "");
      const own = known.find((k) => k.id === r.project);
      put(project, own ? own.name : "");
      words.textContent = r.as_written;
      about.textContent = "";
      /** @param {string} text @param {string} [kind] */
      const say = (text, kind) => {
        if (text) el("p", kind || null, text, about);
      };
      say(pickLanguage(r.row.doubt, lang), "is-doubt");
      const reason = pickLanguage(r.reason, lang);
      say(reason && w("read.reason") + ": " + reason);
      say(r.row.action && w("read.words") + ": " + r.row.action);
      if (place) {
        const told = pickLanguage(place.told, lang);
        say(
          place.kind
            ? w("precision." + place.precision) + ": " + told
            : w("read.nowhere") + ": " + told,
        );
      }
      r.told.forEach((sentence) => {
        say(pickLanguage(sentence, lang), "is-told");
      });
    },
    /** @param {"status" | "name"} key */
    edit: (key) => {
      const field = key === "status" ? status : name;
      field.focus();
      if (field instanceof HTMLInputElement) field.select();
    },
  };
}
