// The explorer: filters, tabs and the map round one state that lives in the address. A choice is
// drawn at once; the server hears of it when the hand rests, for its downloads.
(function (K) {
  "use strict";
  const FILTERS = ["plan", "status", "region", "mode", "place", "year", "finding", "q"];
  const REST = 350, AFTER = 1500;
  // A circle half full, a sun, a moon.
  const ICONS = {
    auto: "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 3v14M13 4v12M15.5 6v8",
    light: "M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6L16 16M4 16l1.4-1.4M14.6 5.4L16 4",
    dark: "M16.5 11.8A7 7 0 1 1 8.2 3.5a5.6 5.6 0 0 0 8.3 8.3",
  };

  function icon(path) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 20 20");
    svg.setAttribute("aria-hidden", "true");
    svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "path")).setAttribute("d", path);
    return svg;
  }

  K.Explorer = class {
    /**
     * `files`: {words, more, networks} (the last two fetch); `notices`: texts of the server;
     * `tell(query)`: called with the address when it has changed; `theme(state)`: light or
     * dark; `again(state)`: make it anew; `paced`: let the browser paint the ground before the
     * projects are made.
     */
    constructor(root, payload, options) {
      Object.assign(this, { root: root, payload: payload, options: options, timers: {} });
      const read = options.state ? { state: options.state, ignored: [] } : K.readAddress(payload, location.search);
      this.state = read.state;
      this.ignored = read.ignored;
      this.lang = this.state.lang;
      this.theme = options.theme(this.state);
      ["zh", "en"].forEach(function (lang) { Object.assign(payload.words[lang], options.words[lang]); });
      this.words = K.translator(payload, this.lang);
      this._build();
      const start = () => { if (!this._gone) this._start(); };
      if (options.paced) K.painted().then(start); else start();
    }

    _build() {
      const ex = this, w = this.words, payload = this.payload;
      const app = this.app = K.el("div", "atlas-app is-" + this.theme, null, this.root);
      const palette = payload.style[this.theme];
      // The map's frame is lower there; it is measured when the map is made.
      if (this.state.tab === "compare") app.setAttribute("data-tab", "compare");
      app.lang = this.lang === "zh" ? "zh-CN" : "en";
      app.style.setProperty("--font", payload.style.font);
      Object.keys(palette).forEach(function (k) { app.style.setProperty("--" + k.replace(/_/g, "-"), palette[k]); });
      const head = K.el("header", "app-head", null, app);
      const titles = K.el("div", "app-titles", null, head);
      K.el("h1", null, w("title"), titles);
      K.el("p", null, w("subtitle"), titles);
      this._tabs(head);
      const side = K.el("div", "app-side", null, head);
      const copy = K.el("button", "app-quiet", w("app.copy"), side);
      copy.type = "button";
      copy.addEventListener("click", function () { ex._copy(copy); });
      this._either(side, "theme", w("app.theme"), K.THEMES, function (b, theme) {
        b.title = w("app.theme." + theme);
        b.setAttribute("aria-label", b.title);
        b.appendChild(icon(ICONS[theme]));
      });
      this._either(side, "lang", w("app.language"), ["zh", "en"], function (b, lang) {
        b.textContent = payload.words[lang]["app.language.own"];
        b.lang = lang === "zh" ? "zh-CN" : "en";
      });
      this.notices = K.el("div", "app-notices", null, app);
      (this.options.notices || []).forEach(function (pair) { ex._notice(w("app.bad_data") + K.pick(pair, ex.lang)); });
      if (this.ignored.length) this._notice(w("app.ignored", { what: this.ignored.join("; ").slice(0, 200) }));
      const body = K.el("div", "app-body", null, app);
      this.aside = K.el("aside", "app-aside", null, body);
      const slim = function () {
        const narrow = ex.narrow = app.clientWidth < 860;
        app.classList.toggle("is-slim", narrow);
        return narrow;
      };
      slim();
      const main = this.main = K.el("main", "app-main", null, body);
      this.empty = K.el("div", "app-empty", null, main);
      this.empty.hidden = true;
      this.above = K.el("div", "app-above", null, main);
      this.stage = K.el("div", "app-stage", null, main);
      const model = K.decode(payload), state = this.state, elsewhere = state.at || state.project || state.region.length;
      this.view = new window.AtlasView(this.stage, payload, {
        lang: this.lang, theme: this.theme, table: true, networks: this.options.networks,
        wait: true, sketch: true, model: model, first: elsewhere ? null : K.filter(model, K.chosen(state)).ids,
      });
      this.pages = {};
      ["compare", "matrix", "charts", "data"].forEach(function (tab) {
        ex.pages[tab] = K.el("div", "app-page is-" + tab, null, main);
      });
      this.panel = K.panel(this.aside, this);
      this.panel.open(!this.narrow);
      const watch = function () {
        const before = ex.narrow;
        if (slim() !== before) ex.panel.open(before);
      };
      if (window.ResizeObserver) { this._observer = new ResizeObserver(watch); this._observer.observe(app); }
    }

    /** Buttons of which one is pressed; another one makes the page anew in its language or theme. */
    _either(parent, field, label, values, dress) {
      const ex = this, box = K.el("div", "app-either is-" + field, null, parent);
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", label);
      values.forEach(function (value) {
        const b = K.el("button", null, null, box);
        b.type = "button";
        b.setAttribute("data-choice", field + "=" + value);
        b.setAttribute("aria-pressed", value === ex.state[field]);
        dress(b, value);
        b.addEventListener("click", function () {
          if (value === ex.state[field]) return;
          ex.state[field] = value;
          ex._write();
          ex.options.again(ex.state);
        });
      });
    }

    _tabs(parent) {
      const ex = this, nav = K.el("nav", "app-tabs", null, parent);
      nav.setAttribute("aria-label", this.words("app.tabs"));
      this.tabs = K.TABS.map(function (tab) {
        const b = K.el("button", null, ex.words("app.tab." + tab), nav);
        b.type = "button";
        b.setAttribute("data-tab", tab);
        b.addEventListener("click", function () { ex.set({ tab: tab }); });
        return b;
      });
    }

    _start() {
      const ex = this, state = this.state, at = K.viewport(state.at);
      const onOff = function (key, on) { state[key] = on ? "on" : "off"; ex._settle(); };
      this.view.on("select", function (id) { ex.state.project = id || ""; ex._settle(); });
      this.view.on("band", function (on) { onOff("band", on); });
      this.view.on("network", function (change) { onOff(change.kind, change.on); });
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
        this.view.networks.begin(["rail", "road"].filter(function (kind) { return state[kind] === "on"; }), this.options.paced ? AFTER : 0);
      }
      this.view.on("move", function (v) {
        ex.state.at = v.lat + "," + v.lon + "," + v.zoom;
        ex._settle();
      });
    }

    /** Change the state; what depends on it is drawn at once. */
    set(change) {
      Object.assign(this.state, change);
      this.apply(FILTERS.some(function (f) { return f in change; }));
    }

    /** Add a choice to a field, or take it away. */
    toggle(field, id) {
      const list = this.state[field].slice(), at = list.indexOf(id), change = {};
      if (at >= 0) list.splice(at, 1);
      else list.push(id);
      change[field] = list;
      this.set(change);
      if (field === "region") this.view.setRegion(list, { fit: list.length > 0 && this._mapped() });
    }

    /** Drop every filter; `modes` are those that stay chosen. */
    clear(modes) {
      this.set({ plan: [], status: [], region: [], place: [], year: [], finding: [], change: [], q: "", mode: modes });
      this.view.setRegion([]);
      this.view.fit();
    }

    /** Open a project's card. */
    select(id) {
      this.view.open(id);
      this.stage.scrollIntoView({ block: "nearest" });
    }

    _mapped() { return this.state.tab === "map" || this.state.tab === "compare"; }

    apply(filtered) {
      const state = this.state, tab = state.tab, model = this.view.model, chosen = K.chosen(state);
      this.left = K.filter(model, chosen);
      const counts = K.counts(model, chosen);
      this.tabs.forEach(function (b) {
        const on = b.getAttribute("data-tab") === tab;
        if (on) b.setAttribute("aria-current", "page"); else b.removeAttribute("aria-current");
      });
      this.app.setAttribute("data-tab", tab);
      let show = this.left, paint = null;
      if (tab === "compare") {
        if (!this.compare) this.compare = K.compare(this.above, this.pages.compare, this);
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
      if (tab === "matrix") (this.matrix = this.matrix || K.matrix(this.pages.matrix, this)).update(this.left);
      if (tab === "charts") (this.charts = this.charts || K.charts(this.pages.charts, this)).update(this.left, counts);
      if (tab === "data") this._about();
      this._nothing(!this.left.ids.length && tab !== "data" && tab !== "compare", chosen);
      this._settle();
    }

    _about() {
      const ex = this;
      if (this.abouted) return;
      this.abouted = true;
      this.options.more().then(function (more) { K.about(ex.pages.data, ex, more); }, function () { ex.abouted = false; });
    }

    /** Nothing matches: say how many each condition costs, and offer to drop it. */
    _nothing(on, chosen) {
      const ex = this, w = this.words, model = this.view.model, box = this.empty;
      box.hidden = !on;
      box.textContent = "";
      if (!on) return;
      K.el("b", null, w("empty"), box);
      const text = K.el("span", null, w("app.empty.text"), box);
      text.hidden = true;
      const fields = { plans: "plan", statuses: "status", regions: "region", modes: "mode", places: "place", years: "year", findings: "finding", query: "q" };
      Object.keys(fields).forEach(function (key) {
        if (!chosen[key].length) return;
        const without = Object.assign({}, chosen), field = fields[key];
        without[key] = key === "query" ? "" : [];
        const n = K.filter(model, without).ids.length;
        if (!n) return;
        text.hidden = false;
        const what = w(field === "q" ? "filter.search" : "filter." + field);
        const b = K.el("button", "atlas-button", w("app.empty.drop", { what: what, n: n }), box);
        b.type = "button";
        b.addEventListener("click", function () {
          const change = {};
          change[field] = field === "q" ? "" : [];
          ex.set(change);
          if (field === "region") { ex.view.setRegion([]); ex.view.fit(); }
        });
      });
      const all = K.el("button", "atlas-button is-main", w("app.empty.widen"), box);
      all.type = "button";
      all.addEventListener("click", function () { ex.clear([]); });
    }

    _notice(text) {
      const box = K.el("div", "app-notice", null, this.notices);
      box.setAttribute("role", "alert");
      K.el("span", null, text, box);
      const b = K.el("button", "atlas-link", this.words("app.dismiss"), box);
      b.type = "button";
      b.addEventListener("click", function () { box.remove(); });
    }

    _copy(button) {
      const w = this.words, done = function () {
        button.textContent = w("app.copied");
        setTimeout(function () { button.textContent = w("app.copy"); }, 1600);
      };
      this._write();
      if (navigator.clipboard) navigator.clipboard.writeText(location.href).then(done, function () {});
      else window.prompt(w("app.copy"), location.href);
    }

    _write() {
      const query = K.writeAddress(this.payload, this.state, location.search);
      if (query !== location.search) history.replaceState(history.state, "", location.pathname + query + location.hash);
      return query;
    }

    // Once the hand rests: browsers allow few changes of the address a second, and the server few.
    _settle() {
      const ex = this;
      clearTimeout(this.timers.rest);
      this.timers.rest = setTimeout(function () {
        if (!ex._gone) ex.options.tell(ex._write());
      }, REST);
    }

    destroy() {
      this._gone = true;
      clearTimeout(this.timers.rest);
      if (this._observer) this._observer.disconnect();
      this.view.destroy();
      this.app.remove();
    }
  };
})(window.AtlasKit = window.AtlasKit || {});
