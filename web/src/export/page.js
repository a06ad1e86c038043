// The page of an exported file: title, filters, list, the view, sources.

import { readAddress, toldInVain } from "../core/address.js";
import { afterPaint, button, el } from "../core/dom.js";
import { applyFilter } from "../core/filter.js";
import { filterInWords } from "../core/filter-words.js";
import { LOOK_OF } from "../core/looks.js";
import { saveFile } from "../core/page/save-file.js";
import { createSkipLinks } from "../core/page/skip-links.js";
import { Undo } from "../core/page/undo.js";
import { decode } from "../core/payload/decode.js";
import { expand } from "../core/payload/expand.js";
import { pickLanguage, translator } from "../core/translator.js";
import { isSomewhere } from "../core/where/areas.js";
import { createDenseLayer } from "../map/layers/dense-layer.js";
import { endMovement } from "../map/movement.js";
import { keepNumbered } from "../map/names/number-mark.js";
import { AtlasView } from "../map/view.js";
import { createOffer } from "../map/where/offer.js";
import { createNotes } from "../notes/dialog.js";
import { createYears } from "../outcome/years.js";
import { plansNaming } from "../paper/plans-shown.js";
import { cardWithSheet } from "../sheet/card.js";
import { openSheets } from "../sheet/series.js";
import { isWhole, keepAddress, startFilter } from "./address/page-history.js";
import { readConfig, sayDamaged } from "./damaged.js";
import { fileName } from "./file-name.js";
import { drawList, panel } from "./page-panel.js";
import { tools } from "./page-tools.js";
import { createPrintLayout } from "./print-layout.js";
import { startTalk } from "./talk/talk.js";

/**
 * @import { Filter, Left, Payload, Plan, Viewport, Where } from "../core/types.js"
 * @import { Asked, Config, PrintLayout } from "./types.js"
 */

// Engines before 2020 leave no gaps in a flexible row; page.css then sets margins. None of them
// knows `inset`, which came to each engine with the gaps or after.
function markOldEngine() {
  if (!CSS.supports("inset", "0")) document.documentElement.classList.add("no-gap");
}

export class Page {
  /** @param {HTMLElement} root @param {Payload} payload @param {Config} config */
  constructor(root, payload, config) {
    this.payload = payload;
    this.config = config;
    this.lang = config.lang;
    this.words = translator(payload, config.lang);
    /** @type {(() => void)[]} */
    this.shows = [];
    /** @type {import("./talk/talk.js").Talk | null} */
    this.talk = null;
    /** @type {PrintLayout | null} */
    this.paper = null;
    /** @type {number | undefined} */
    this.later = undefined;
    this.told = "";
    /** @type {number | null} */
    this.on = null;
    markOldEngine();
    const asked = (this.asked = this.readHash());
    this.filter = startFilter(this, asked);
    this.undo = new Undo(() => this.filter);
    /** @type {ReturnType<typeof keepAddress> | null} */
    this.history = null;
    this.way = asked.values.view || config.view;
    const w = this.words;
    createSkipLinks(root, w("skip"), [
      [w("skip.map"), () => this.reach("map")],
      [w("skip.list"), () => this.reach("list")],
    ]);
    const head = el("header", "page-head", null, root);
    const titles = el("div", "page-titles", null, head);
    el("h1", null, config.title, titles);
    if (config.subtitle) el("p", null, config.subtitle, titles);
    el("p", "page-date", w("page.date", { d: config.date }), head);
    const { showOutcomes, compare } = tools(this, head);
    this.showOutcomes = showOutcomes;
    this.compare = compare;
    this.noticeBox = el("div", "page-notice", null, root);
    this.noticeBox.setAttribute("role", "status");
    this.noticeBox.hidden = true;
    const body = el("div", "page-body", null, root);
    const made = panel(this, body);
    this.count = made.count;
    this.list = made.list;
    this.panel = made.box;
    const main = el("main", "page-main", null, body);
    this.model = decode(payload);
    /** @type {Left | null} */
    this.left = applyFilter(this.model, this.filter);
    // What stands round the map comes first: it says how large the map is.
    this.foot = el("footer", "page-foot", null, root);
    this.sources(this.left.ids);
    /** @type {ReturnType<typeof createYears>} */
    this.years = null;
    this.view = new AtlasView(main, payload, {
      lang: config.lang,
      look: LOOK_OF[this.way],
      wait: true,
      sketch: true,
      first: this.firstIds(asked),
      model: this.model,
      offer: createOffer(() => this.filter, this.where.bind(this)),
      card: cardWithSheet(() => this.stated()),
      notes: createNotes,
      dense: createDenseLayer,
      under: (view) => {
        this.years = createYears(view, (year) => {
          this.on = year;
          this.apply();
        });
      },
    });
  }

  /** All but the projects and names on the map, which are drawn when its ground is painted. */
  begin() {
    this.paper = createPrintLayout(this);
    keepNumbered(this.list, this.view);
    const config = this.config;
    /** @type {Parameters<Page["place"]>} */
    let where = [this.asked, config.viewport, config.selected, config.on || null];
    if (isWhole(this.asked)) where = [this.asked, null, null, null];
    this.place(...where);
    this.history = keepAddress(this);
    // In a frame that is hidden at first there is no map to fit; it is placed when it has a size.
    const map = this.view.map;
    const again = () => {
      if (!map.getSize().x) return;
      map.off("resize", again);
      this.place(...where);
      if (this.talk) this.talk.again();
    };
    if (!map.getSize().x) map.on("resize", again);
    window.addEventListener("hashchange", () => {
      const next = this.readHash();
      this.filter = startFilter(this, next);
      this.way = next.values.view || this.config.view;
      where = [next, null, null, null];
      if (this.history) this.history.going(() => this.place(...where));
    });
  }

  /** @returns {Asked} */
  readHash() {
    return readAddress(this.payload, window.location.hash, "file");
  }

  // What a page that is not told where to go shows.
  /** @param {Asked} asked @returns {string[] | null} */
  firstIds(asked) {
    if (asked.values.at || this.config.viewport || isSomewhere(this.filter)) return null;
    return this.left && this.left.ids;
  }

  /**
   * Show the filter and go where the address, the file or the filter says.
   * @param {Asked} asked
   * @param {Viewport | null | undefined} viewport
   * @param {string | null} selected
   * @param {number | null} on
   */
  place(asked, viewport, selected, on) {
    const view = this.view,
      where = asked.values.at || viewport;
    const project = asked.values.project || selected;
    // Straight there: of two movements at once Leaflet would take the first.
    const waiting = view.waiting;
    // Only a map that is shown has a size to fit.
    if (!waiting) this.showOutcomes(false);
    if (!waiting) endMovement(view.map);
    view.waiting = true;
    this.on = Number(asked.values.on) || on;
    this.compare.read(asked);
    this.apply();
    if (!waiting) view.map.invalidateSize({ pan: false });
    view.select(null);
    view.setWhere(this.filter, { fit: !where });
    // One that the filter leaves out is shown beside the rest, as from a card.
    if (project) {
      view.reveal(project);
      this.open(project, !where);
    } else if (!where && !isSomewhere(this.filter)) this.compare.fit();
    if (where) view.map.setView([where.lat, where.lon], where.zoom, { animate: false });
    view.waiting = waiting;
    if (asked.ignored.length)
      this.notice(this.words("page.ignored", { what: toldInVain(asked.ignored) }));
    if (asked.values.tab === "outcomes") this.showOutcomes(true);
    const step = asked.values.step;
    if (step === undefined) {
      if (this.talk) this.talk.leave();
      return;
    }
    const at = Math.max(0, Math.floor(step) - 1);
    if (this.talk) this.talk.go(at);
    else startTalk(this, at);
  }

  /** The state may have changed: the address follows. */
  note() {
    if (this.history) this.history.note();
  }

  /**
   * Light up where the filter says, and go there; anywhere: to all that is shown.
   * @param {Partial<Where>} [change] of the filter
   */
  where(change) {
    if (change) {
      Object.assign(this.filter, change);
      this.apply();
    }
    this.view.setWhere(this.filter, { fit: true });
    if (!isSomewhere(this.filter)) this.view.fit();
  }

  /**
   * Select a project and, where asked, go there: the card first, it takes room of the map.
   * @param {string} project
   * @param {boolean} fit
   */
  open(project, fit) {
    this.view.select(project);
    this.view.map.invalidateSize({ pan: false });
    if (fit) this.view.fit([project]);
  }

  /**
   * Draw how far projects are ("now") or what the plans say ("plan").
   * @param {string} way
   */
  setView(way) {
    this.way = way;
    this.on = null;
    this.apply();
  }

  /**
   * Bring the map or the list into sight; gives its element.
   * @param {"map" | "list"} what
   */
  reach(what) {
    if (what === "list") {
      this.panel.open = true;
      return this.list;
    }
    this.showOutcomes(false);
    return this.view.map.getContainer();
  }

  /** Give a file away. @param {Blob} blob @param {string} suffix */
  save(blob, suffix) {
    saveFile(blob, fileName(this, suffix));
  }

  /** What stands on project sheets. */
  stated() {
    return { title: this.config.title, under: this.inWords(), date: this.config.date };
  }

  /** Show the sheets of all that is shown, or of one project (id). @param {string} [id] */
  sheets(id) {
    const ids = id ? [id] : Array.from(this.view.shown.keys());
    return openSheets(this.view, ids, this.stated());
  }

  /** Print on "a4" or "a3". @param {string} paper */
  print(paper) {
    if (this.paper) this.paper.print(paper);
  }

  /**
   * A line under the title that can be dismissed.
   * @param {string} text
   */
  notice(text) {
    const box = this.noticeBox;
    box.textContent = "";
    el("span", null, text, box);
    const b = button("page-tool", this.words("page.dismiss"), box);
    b.addEventListener("click", () => {
      box.hidden = true;
    });
    box.hidden = false;
  }

  /**
   * The plans that are chosen, else those that name anything shown.
   * @param {string[]} [shown] ids
   * @returns {Plan[]}
   */
  plansShown(shown = Array.from(this.view.shown.keys())) {
    return this.compare.plans() || plansNaming(this.model, this.filter.plan, shown);
  }

  /** The filter as a sentence; empty when nothing but the core modes is chosen. */
  inWords() {
    if (this.compare.isOn()) return this.compare.inWords();
    return filterInWords(this.payload, this.words, this.lang, this.filter, this.on);
  }

  /** Show what the filter leaves, on the map, in the list, in the number and in the sources. */
  apply() {
    // The first time it is known already.
    const compared = this.compare.update(),
      left = compared || this.left || applyFilter(this.model, this.filter);
    this.left = null;
    const then = this.years && this.years.show(left, compared ? null : this.on),
      show = then || left;
    if (!this.compare.draw()) {
      const look = compared ? "statuses" : LOOK_OF[this.way];
      this.view.setLook(then ? "years" : look, this.on || 0);
      this.view.setVisible(show.ids, show.statuses);
    }
    this.undo.note();
    this.shows.forEach((show) => {
      show();
    });
    this.count.textContent = show.ids.length
      ? this.words("legend.shown", { n: show.ids.length })
      : this.words("empty");
    this.note();
    // The map first: the list after it is drawn.
    const first = this.later === undefined;
    clearTimeout(this.later);
    this.later = setTimeout(
      () => {
        this.list.textContent = "";
        drawList(this, show, 0);
      },
      first ? 250 : 30,
    );
    this.sources();
  }

  /** @param {string[]} [shown] ids */
  sources(shown = Array.from(this.view.shown.keys())) {
    const foot = this.foot,
      w = this.words,
      plans = this.plansShown(shown);
    const told = plans.map((p) => p.id).join();
    if (told === this.told) return;
    this.told = told;
    foot.textContent = "";
    el("strong", null, w("schematic"), foot);
    el("b", null, w("page.sources"), foot);
    plans.forEach((p) => {
      el(
        "span",
        null,
        [pickLanguage(p.title, this.lang), p.issuer, p.number, p.date].filter(Boolean).join(" · "),
        foot,
      );
    });
  }
}

/**
 * Start the page from the data that text promises and the file's block of settings.
 * @param {Promise<string>} text
 */
export function startPage(text) {
  const root = /** @type {HTMLElement} */ (document.getElementById("page")),
    config = readConfig();
  // A page is loaded, for the browser, before it is made.
  /** @type {Promise<void>} */
  const loaded = new Promise((done) => {
    if (document.readyState !== "loading") done();
    else
      document.addEventListener("DOMContentLoaded", () => {
        afterPaint().then(done);
      });
  });
  Promise.all([text, loaded])
    .then((found) => expand(JSON.parse(found[0])))
    .then((payload) => {
      window.atlasPage = new Page(root, payload, config);
      window.atlasPage.begin();
      // The browser paints the ground while the rest is made.
      return afterPaint();
    })
    .then(() => {
      window.atlasPage.view.wake();
      if (config.sheets) void window.atlasPage.sheets(config.selected || undefined);
      document.documentElement.setAttribute("data-drawn", "1");
    }, sayDamaged);
}
