// The explorer: filters, tabs and the map round one state that lives in the address. A choice is
// drawn at once; the server hears of it when the hand rests, for its downloads.

import {
  chosenFilter,
  readAddress,
  readViewport,
  TABS,
  THEMES,
  writeAddress,
} from "../core/address.js";
import { decode } from "../core/decode.js";
import { afterPaint, el } from "../core/dom.js";
import { applyFilter, facetCounts } from "../core/filter.js";
import { pickLanguage, translator } from "../core/translator.js";
import { createDenseLayer } from "../map/layers/dense-layer.js";
import { createNetworks } from "../map/layers/networks.js";
import { AtlasView } from "../map/view.js";
import { createCard } from "../project/card.js";
import { writeAbout } from "./about.js";
import { createCharts } from "./charts.js";
import { createCompare, createMatrix } from "./compare.js";
import { copyAddress } from "./copy-address.js";
import { ICONS, icon } from "./icons.js";
import { createPanel } from "./panel.js";
import { createTable } from "./table.js";

const FILTERS = ["plan", "status", "region", "mode", "place", "year", "finding", "q"];
const REST = 350,
  AFTER = 1500;

export class Explorer {
  /**
   * `files`: {words, more, networks} (the last two fetch); `notices`: texts of the server;
   * `tell(query)`: called with the address when it has changed; `theme(state)`: light or
   * dark; `again(state)`: make it anew; `paced`: let the browser paint the ground before the
   * projects are made.
   */
  constructor(root, payload, options) {
    Object.assign(this, { root: root, payload: payload, options: options, timers: {} });
    const read = options.state
      ? { state: options.state, ignored: [] }
      : readAddress(payload, location.search);
    this.state = read.state;
    this.ignored = read.ignored;
    this.lang = this.state.lang;
    this.theme = options.theme(this.state);
    ["zh", "en"].forEach((lang) => {
      Object.assign(payload.words[lang], options.words[lang]);
    });
    this.words = translator(payload, this.lang);
    this._build();
    const start = () => {
      if (!this._gone) this._start();
    };
    if (options.paced) afterPaint().then(start);
    else start();
  }

  _build() {
    const w = this.words,
      payload = this.payload;
    const app = (this.app = el("div", "atlas-app is-" + this.theme, null, this.root));
    const palette = payload.style[this.theme];
    // The map's frame is lower there; it is measured when the map is made.
    if (this.state.tab === "compare") app.setAttribute("data-tab", "compare");
    app.lang = this.lang === "zh" ? "zh-CN" : "en";
    app.style.setProperty("--font", payload.style.font);
    Object.keys(palette).forEach((k) => {
      app.style.setProperty("--" + k.replace(/_/g, "-"), palette[k]);
    });
    const head = el("header", "app-head", null, app);
    const titles = el("div", "app-titles", null, head);
    el("h1", null, w("title"), titles);
    el("p", null, w("subtitle"), titles);
    this._tabs(head);
    const side = el("div", "app-side", null, head);
    const copy = el("button", "app-quiet", w("app.copy"), side);
    copy.type = "button";
    copy.addEventListener("click", () => {
      this._copy(copy);
    });
    this._either(side, "theme", w("app.theme"), THEMES, (b, theme) => {
      b.title = w("app.theme." + theme);
      b.setAttribute("aria-label", b.title);
      b.appendChild(icon(ICONS[theme]));
    });
    this._either(side, "lang", w("app.language"), ["zh", "en"], (b, lang) => {
      b.textContent = payload.words[lang]["app.language.own"];
      b.lang = lang === "zh" ? "zh-CN" : "en";
    });
    this.notices = el("div", "app-notices", null, app);
    (this.options.notices || []).forEach((pair) => {
      this._notice(w("app.bad_data") + pickLanguage(pair, this.lang));
    });
    if (this.ignored.length)
      this._notice(w("app.ignored", { what: this.ignored.join("; ").slice(0, 200) }));
    const body = el("div", "app-body", null, app);
    this.aside = el("aside", "app-aside", null, body);
    const slim = () => {
      const narrow = (this.narrow = app.clientWidth < 860);
      app.classList.toggle("is-slim", narrow);
      return narrow;
    };
    slim();
    const main = (this.main = el("main", "app-main", null, body));
    this.empty = el("div", "app-empty", null, main);
    this.empty.hidden = true;
    this.above = el("div", "app-above", null, main);
    this.stage = el("div", "app-stage", null, main);
    const model = decode(payload),
      state = this.state,
      elsewhere = state.at || state.project || state.region.length;
    this.view = new AtlasView(this.stage, payload, {
      lang: this.lang,
      theme: this.theme,
      table: createTable,
      card: createCard,
      dense: createDenseLayer,
      networks: { create: createNetworks, fetch: this.options.networks },
      wait: true,
      sketch: true,
      model: model,
      first: elsewhere ? null : applyFilter(model, chosenFilter(state)).ids,
    });
    this.pages = {};
    ["compare", "matrix", "charts", "data"].forEach((tab) => {
      this.pages[tab] = el("div", "app-page is-" + tab, null, main);
    });
    this.panel = createPanel(this.aside, this);
    this.panel.open(!this.narrow);
    const watch = () => {
      const before = this.narrow;
      if (slim() !== before) this.panel.open(before);
    };
    if (window.ResizeObserver) {
      this._observer = new ResizeObserver(watch);
      this._observer.observe(app);
    }
  }

  /** Buttons of which one is pressed; another one makes the page anew in its language or theme. */
  _either(parent, field, label, values, dress) {
    const box = el("div", "app-either is-" + field, null, parent);
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", label);
    values.forEach((value) => {
      const b = el("button", null, null, box);
      b.type = "button";
      b.setAttribute("data-choice", field + "=" + value);
      b.setAttribute("aria-pressed", value === this.state[field]);
      dress(b, value);
      b.addEventListener("click", () => {
        if (value === this.state[field]) return;
        this.state[field] = value;
        this._write();
        this.options.again(this.state);
      });
    });
  }

  _tabs(parent) {
    const nav = el("nav", "app-tabs", null, parent);
    nav.setAttribute("aria-label", this.words("app.tabs"));
    this.tabs = TABS.map((tab) => {
      const b = el("button", null, this.words("app.tab." + tab), nav);
      b.type = "button";
      b.setAttribute("data-tab", tab);
      b.addEventListener("click", () => {
        this.set({ tab: tab });
      });
      return b;
    });
  }

  _start() {
    const state = this.state,
      at = readViewport(state.at);
    const onOff = (key, on) => {
      state[key] = on ? "on" : "off";
      this._settle();
    };
    this.view.on("select", (id) => {
      this.state.project = id || "";
      this._settle();
    });
    this.view.on("band", (on) => {
      onOff("band", on);
    });
    this.view.on("network", (change) => {
      onOff(change.kind, change.on);
    });
    // What the first fit does is no wish of the reader's, and goes without a flight.
    this.apply(true);
    const wide = state.region.length > 0;
    if (wide) this.view.setRegion(state.region, { fit: !at });
    if (state.project) this.view.select(state.project, { fit: !at });
    if (at) this.view.map.setView([at.lat, at.lon], at.zoom, { animate: false });
    else if (!wide && !state.project) this.view.fit();
    if (state.band === "on") this.view.setBand(true);
    this.view.wake();
    if (this.view.networks) {
      this.view.networks.begin(
        ["rail", "road"].filter((kind) => state[kind] === "on"),
        this.options.paced ? AFTER : 0,
      );
    }
    this.view.on("move", (v) => {
      this.state.at = v.lat + "," + v.lon + "," + v.zoom;
      this._settle();
    });
  }

  /** Change the state; what depends on it is drawn at once. */
  set(change) {
    Object.assign(this.state, change);
    this.apply(FILTERS.some((f) => f in change));
  }

  /** Add a choice to a field, or take it away. */
  toggle(field, id) {
    const list = this.state[field].slice(),
      at = list.indexOf(id),
      change = {};
    if (at >= 0) list.splice(at, 1);
    else list.push(id);
    change[field] = list;
    this.set(change);
    if (field === "region") this.view.setRegion(list, { fit: list.length > 0 && this._mapped() });
  }

  /** Drop every filter; `modes` are those that stay chosen. */
  clear(modes) {
    this.set({
      plan: [],
      status: [],
      region: [],
      place: [],
      year: [],
      finding: [],
      change: [],
      q: "",
      mode: modes,
    });
    this.view.setRegion([]);
    this.view.fit();
  }

  /** Open a project's card. */
  select(id) {
    this.view.open(id);
    this.stage.scrollIntoView({ block: "nearest" });
  }

  _mapped() {
    return this.state.tab === "map" || this.state.tab === "compare";
  }

  apply(filtered) {
    const state = this.state,
      tab = state.tab,
      model = this.view.model,
      chosen = chosenFilter(state);
    this.left = applyFilter(model, chosen);
    const counts = facetCounts(model, chosen);
    this.tabs.forEach((b) => {
      const on = b.getAttribute("data-tab") === tab;
      if (on) b.setAttribute("aria-current", "page");
      else b.removeAttribute("aria-current");
    });
    this.app.setAttribute("data-tab", tab);
    let show = this.left,
      paint = null;
    if (tab === "compare") {
      if (!this.compare) this.compare = createCompare(this.above, this.pages.compare, this);
      show = this.compare.update();
      paint = show.paint;
    }
    // A link, or a card, may open what the filter hides; the next filter lets go of it.
    if (state.project && show.ids.indexOf(state.project) < 0) {
      const p = model.byId.get(state.project);
      if (this._started && filtered) state.project = "";
      else show = { ids: show.ids.concat(p.id), statuses: show.statuses.concat(model.statusIn(p)) };
    }
    this._started = true;
    if (paint || this.view.paint) this.view.setPaint(paint);
    this.view.setVisible(show.ids, show.statuses);
    this.panel.update(counts, this.left.ids.length);
    if (tab === "matrix")
      (this.matrix = this.matrix || createMatrix(this.pages.matrix, this)).update(this.left);
    if (tab === "charts")
      (this.charts = this.charts || createCharts(this.pages.charts, this)).update(
        this.left,
        counts,
      );
    if (tab === "data") this._about();
    this._nothing(!this.left.ids.length && tab !== "data" && tab !== "compare", chosen);
    this._settle();
  }

  _about() {
    if (this.abouted) return;
    this.abouted = true;
    this.options.more().then(
      (more) => {
        writeAbout(this.pages.data, this, more);
      },
      () => {
        this.abouted = false;
      },
    );
  }

  /** Nothing matches: say how many each condition costs, and offer to drop it. */
  _nothing(on, chosen) {
    const w = this.words,
      model = this.view.model,
      box = this.empty;
    box.hidden = !on;
    box.textContent = "";
    if (!on) return;
    el("b", null, w("empty"), box);
    const text = el("span", null, w("app.empty.text"), box);
    text.hidden = true;
    const fields = {
      plans: "plan",
      statuses: "status",
      regions: "region",
      modes: "mode",
      places: "place",
      years: "year",
      findings: "finding",
      query: "q",
    };
    Object.keys(fields).forEach((key) => {
      if (!chosen[key].length) return;
      const without = Object.assign({}, chosen),
        field = fields[key];
      without[key] = key === "query" ? "" : [];
      const n = applyFilter(model, without).ids.length;
      if (!n) return;
      text.hidden = false;
      const what = w(field === "q" ? "filter.search" : "filter." + field);
      const b = el("button", "atlas-button", w("app.empty.drop", { what: what, n: n }), box);
      b.type = "button";
      b.addEventListener("click", () => {
        const change = {};
        change[field] = field === "q" ? "" : [];
        this.set(change);
        if (field === "region") {
          this.view.setRegion([]);
          this.view.fit();
        }
      });
    });
    const all = el("button", "atlas-button is-main", w("app.empty.widen"), box);
    all.type = "button";
    all.addEventListener("click", () => {
      this.clear([]);
    });
  }

  _notice(text) {
    const box = el("div", "app-notice", null, this.notices);
    box.setAttribute("role", "alert");
    el("span", null, text, box);
    const b = el("button", "atlas-link", this.words("app.dismiss"), box);
    b.type = "button";
    b.addEventListener("click", () => {
      box.remove();
    });
  }

  _copy(button) {
    this._write();
    copyAddress(button, this.words);
  }

  _write() {
    const query = writeAddress(this.payload, this.state, location.search);
    if (query !== location.search)
      history.replaceState(history.state, "", location.pathname + query + location.hash);
    return query;
  }

  // Once the hand rests: browsers allow few changes of the address a second, and the server few.
  _settle() {
    clearTimeout(this.timers.rest);
    this.timers.rest = setTimeout(() => {
      if (!this._gone) this.options.tell(this._write());
    }, REST);
  }

  destroy() {
    this._gone = true;
    clearTimeout(this.timers.rest);
    if (this._observer) this._observer.disconnect();
    this.view.destroy();
    this.app.remove();
  }
}
