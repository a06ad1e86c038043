// The explorer: filters, tabs and the map round one state that lives in the address. A choice is
// drawn at once and makes an entry of the browser's history (core/page/steps.js); the server hears
// the address with a download.

import { widened } from "../compare/changes.js";
import { emptyFilter, filterKeys, filterOf } from "../core/address.js";
import { afterPaint } from "../core/dom.js";
import { applyFilter, facetCounts, projectsOf } from "../core/filter.js";
import { LOOK_OF } from "../core/looks.js";
import { tellConnection } from "../core/page/connection.js";
import { addNotice } from "../core/page/notices.js";
import { Undo } from "../core/page/undo.js";
import { decode } from "../core/payload/decode.js";
import { translator } from "../core/translator.js";
import { isSomewhere, WHERE } from "../core/where/areas.js";
import { createDenseLayer } from "../map/layers/dense-layer.js";
import { createNetworks } from "../map/layers/networks.js";
import { AtlasView } from "../map/view.js";
import { createOffer } from "../map/where/offer.js";
import { createNotes } from "../notes/dialog.js";
import { createYears } from "../outcome/years.js";
import { firstState, goThere, historyOf, toldFirst } from "./arrival.js";
import { createCompare } from "./compare.js";
import { cardOf } from "./downloads.js";
import { buildFrame } from "./frame.js";
import { createNoMatch } from "./no-match.js";
import { PAGES } from "./pages.js";
import { createPanel } from "./panel/panel.js";
import { createTable } from "./table.js";

/**
 * @import { Page } from "./pages.js"
 * @import { Filter, Lang, Left, ListField, More } from "../core/types.js"
 * @import { ExplorerOptions, Payload, State, View, Where } from "../core/types.js"
 */

/** @type {Lang[]} */
const LANGS = ["zh", "en"];
/** @type {("rail" | "road")[]} */
const NETWORKS = ["rail", "road"];
// What says what is compared; another comparison is another place on the map.
const COMPARING = ["tab", "from", "to", "change", "maps"];
const AFTER = 1500;

export class Explorer {
  /**
   * @param {HTMLElement} root
   * @param {Payload} payload
   * @param {ExplorerOptions} options
   */
  constructor(root, payload, options) {
    this.root = root;
    this.payload = payload;
    this.options = options;
    this._gone = false;
    /** @type {Map<string, Page>} pages that were shown, by tab */
    this._made = new Map();
    const first = firstState(payload, options);
    /** @type {State} */
    this.state = first.state;
    this.ignored = first.ignored;
    this.history = historyOf(this);
    this.undo = new Undo(() => filterOf(payload, this.state));
    this.lang = this.state.lang;
    this.theme = options.theme(this.state);
    LANGS.forEach((lang) => {
      Object.assign(payload.words[lang], options.words[lang]);
    });
    this.words = translator(payload, this.lang);
    /** @type {Left} */
    this.left = { ids: [], statuses: [] };
    this.changed = /** @type {string[]} what a comparison is about */ ([]);
    const frame = buildFrame(this);
    this.app = frame.app;
    this.stage = frame.stage;
    this.above = frame.above;
    this.pages = frame.pages;
    this.downloads = frame.downloads;
    this.tabs = frame.tabs;
    this._mark = frame.mark;
    this._connection = tellConnection(frame.notices, this.words("app.lost"));
    toldFirst(this).forEach((text) => {
      addNotice(frame.notices, text, this.words);
    });
    this.narrow = this._measure();
    this.view = this._makeView();
    this.years = createYears(this.view, (year) => {
      this.set({ on: year === null ? "" : String(year) });
    });
    this.noMatch = createNoMatch(frame.empty, this);
    this.panel = createPanel(frame.aside, this);
    this.panel.open(!this.narrow);
    if (window.ResizeObserver) {
      this._observer = new ResizeObserver(() => {
        const before = this.narrow;
        this.narrow = this._measure();
        if (this.narrow !== before) this.panel.open(before);
      });
      this._observer.observe(this.app);
    }
    const start = () => {
      if (!this._gone) this._start();
    };
    if (options.paced) afterPaint().then(start);
    else start();
  }

  /** Whether there is little room, shown at once. */
  _measure() {
    const narrow = this.app.clientWidth < 860;
    this.app.classList.toggle("is-slim", narrow);
    return narrow;
  }

  /** @returns {View} */
  _makeView() {
    const model = decode(this.payload),
      state = this.state,
      elsewhere = state.at || state.project || isSomewhere(state);
    /** How every map of the page is drawn. */
    this.drawing = {
      lang: this.lang,
      theme: this.theme,
      dense: createDenseLayer,
      networks: { create: createNetworks, fetch: this.options.networks },
      wait: true,
      model: model,
    };
    return new AtlasView(this.stage, this.payload, {
      ...this.drawing,
      table: createTable,
      card: cardOf(this),
      notes: createNotes,
      look: LOOK_OF[state.view],
      offer: createOffer(() => this.state, this.where.bind(this)),
      sketch: true,
      first: elsewhere ? null : applyFilter(model, state).ids,
    });
  }

  _start() {
    const state = this.state;
    /** @param {"band" | "names" | "rail" | "road"} key @param {boolean} on */
    const onOff = (key, on) => {
      state[key] = on ? "on" : "off";
      this.history.note();
    };
    this.view.on("select", (id) => {
      this.state.project = id || "";
      this.history.note();
    });
    /** @type {const} */ (["band", "names"]).forEach((key) => {
      this.view.on(key, (on) => onOff(key, on));
    });
    this.view.on("network", ({ kind, on }) => onOff(kind, on));
    // What the first fit does is no wish of the reader's, and goes without a flight.
    this.apply(false);
    goThere(this);
    if (state.band === "on") this.view.setBand(true);
    this.view.names.show(state.names === "on");
    this.view.wake();
    if (this.view.networks) {
      this.view.networks.begin(
        NETWORKS.filter((kind) => state[kind] === "on"),
        this.options.paced ? AFTER : 0,
      );
    }
    this.view.on("move", (v) => {
      this.state.at = v;
      this.history.note();
    });
  }

  /**
   * Change the state; what depends on it is drawn at once.
   * @param {Partial<State>} change
   */
  set(change) {
    Object.assign(this.state, change);
    this.apply(filterKeys(this.payload).some((f) => f in change));
    if (this.state.tab === "compare" && COMPARING.some((f) => f in change)) this.fit();
  }

  /** Go to what is shown, of a comparison to what changed. */
  fit() {
    this.view.map.invalidateSize({ pan: false });
    this.view.fit(this.changed.length ? this.changed : undefined);
  }

  /**
   * Add a choice to a field, or take it away.
   * @param {ListField} field
   * @param {string | number} id
   */
  toggle(field, id) {
    /** @type {(string | number)[]} */
    const list = this.state[field].slice(),
      at = list.indexOf(id);
    // None chosen is not all: that is a choice of its own.
    if (field === "mode" && at >= 0 && list.length === 1) return;
    if (at >= 0) list.splice(at, 1);
    else list.push(id);
    this.set({ [field]: list });
    if (WHERE.some((key) => key === field)) this.where();
  }

  /** Light up where the filter says, and go there on a map. @param {Partial<Where>} [change] */
  where(change) {
    if (change) this.set(change);
    this.view.setWhere(this.state, { fit: isSomewhere(this.state) && this._mapped() });
  }

  /**
   * Whether a field holds a choice.
   * @param {ListField} field
   * @param {string | number} id
   */
  has(field, id) {
    /** @type {(string | number)[]} */
    const list = this.state[field];
    return list.indexOf(id) >= 0;
  }

  /**
   * Drop every filter; `modes` are those that stay chosen.
   * @param {string[]} modes
   */
  clear(modes) {
    Object.assign(this.state, emptyFilter(this.payload), { change: [], mode: modes });
    this.apply(true);
    this.view.setWhere(this.state);
    this.fit();
  }

  /**
   * Open a project's card.
   * @param {string} id
   */
  select(id) {
    this.view.open(id);
    this.stage.scrollIntoView({ block: "nearest" });
  }

  /**
   * Bring the map or the list into sight, which only one tab has both of; gives its element.
   * @param {"map" | "list"} what
   */
  reach(what) {
    if (this.state.tab !== "map") this.set({ tab: "map" });
    return what === "map" ? this.view.map.getContainer() : this.view.listBox;
  }

  _mapped() {
    return this.state.tab === "map" || this.state.tab === "compare";
  }

  /** @param {boolean} filtered whether the reader has changed the filter */
  apply(filtered) {
    const state = this.state,
      tab = state.tab,
      model = this.view.model;
    const compared = tab === "compare" ? this._compare().update() : null;
    this.left = compared || applyFilter(model, state);
    this.undo.note();
    if (this.years && tab !== "map") this.years.stop();
    const year = Number(state.on) || null,
      then = this.years && tab === "map" ? this.years.show(this.left, year) : null;
    const among = then ? projectsOf(model, then.ids) : undefined;
    const counts = compared
      ? facetCounts(model, widened(state), compared.among)
      : facetCounts(model, state, among);
    this._mark(tab, then ? null : state.view);
    /** @type {Left} */
    let show = then || this.left;
    const paint = compared && compared.paint;
    this.changed = compared ? compared.changed : [];
    const sides = (this.sides = compared && compared.sides);
    // A link, or a card, may open what the filter hides; the next filter lets go of it. What
    // neither side of a comparison names is on no map.
    if (sides && this.left.ids.indexOf(state.project) < 0) state.project = "";
    if (!sides && state.project && show.ids.indexOf(state.project) < 0) {
      const p = then ? undefined : model.byId.get(state.project);
      if (filtered) state.project = "";
      else if (p)
        show = { ids: show.ids.concat(p.id), statuses: show.statuses.concat(model.statusIn(p)) };
    }
    if (this.compare) this.compare.both(sides);
    if (!sides) {
      if (paint || this.view.paint) this.view.setPaint(paint);
      const look = compared ? "statuses" : LOOK_OF[state.view];
      this.view.setLook(then ? "years" : look, year || 0);
      this.view.setVisible(show.ids, show.statuses);
    }
    this.panel.update(counts, (then || this.left).ids.length, compared && compared.told);
    this.downloads.update(this.left.ids.length);
    this.pages.forEach((box, name) => {
      box.hidden = name !== tab;
    });
    if (tab !== "map" && tab !== "compare") this._page(tab).update(this.left, counts);
    this.noMatch.update(!this.left.ids.length, state);
    this.history.note();
  }

  /**
   * The page of a tab, made when it is first asked for.
   * @param {keyof typeof PAGES} tab
   */
  _page(tab) {
    const page = this._made.get(tab) || PAGES[tab](this._box(tab), this);
    this._made.set(tab, page);
    return page;
  }

  /** The comparison, made when it is first asked for. */
  _compare() {
    this.compare = this.compare || createCompare(this.above, this._box("compare"), this);
    return this.compare;
  }

  /** @param {string} tab */
  _box(tab) {
    return /** @type {HTMLElement} */ (this.pages.get(tab));
  }

  /** Write the state into the address; returns the query string. */
  write() {
    return this.history.write();
  }

  destroy() {
    this._gone = true;
    this.history.destroy();
    if (this._observer) this._observer.disconnect();
    if (this.years) this.years.destroy();
    if (this.compare) this.compare.both(null);
    this.downloads.destroy();
    this._connection.destroy();
    this._made.forEach((page) => {
      if (page.destroy) page.destroy();
    });
    this.view.destroy();
    this.app.remove();
  }
}
