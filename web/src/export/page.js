// The page of an exported file: title, filters, list, the view, sources.
(function (K) {
  "use strict";
  const STEP = 200;

  function chips(page, parent, title, field, items) {
    const group = K.el("fieldset", "page-group", null, parent);
    K.el("legend", null, title, group);
    items.forEach(function (item) {
      const b = K.el("button", "page-chip", null, group);
      b.type = "button";
      if (item.sample) b.appendChild(item.sample);
      K.el("span", null, item.label, b);
      if (item.title) b.title = item.title;
      const show = function () {
        b.setAttribute("aria-pressed", page.filter[field].indexOf(item.id) >= 0);
      };
      b.addEventListener("click", function () {
        const list = page.filter[field], at = list.indexOf(item.id);
        if (at < 0) list.push(item.id); else list.splice(at, 1);
        page.apply();
      });
      page.shows.push(show);
    });
  }

  function choice(page, parent, title, field, items, any) {
    const group = K.el("fieldset", "page-group", null, parent);
    K.el("legend", null, title, group);
    const select = K.el("select", "page-select", null, group);
    select.setAttribute("aria-label", title);
    [{ id: "", label: any }].concat(items).forEach(function (item) {
      K.el("option", null, item.label, select).value = item.id;
    });
    select.addEventListener("change", function () {
      page.filter[field] = select.value ? [select.value] : [];
      page.apply();
      page.view.setRegion(page.filter.regions, { fit: true });
      if (!select.value) page.view.fit();
    });
    page.shows.push(function () { select.value = page.filter[field].length === 1 ? page.filter[field][0] : ""; });
  }

  function panel(page, parent) {
    const payload = page.payload, w = page.words, lang = page.lang;
    const box = K.el("details", "page-panel", null, parent);
    box.open = window.matchMedia("(min-width: 900px)").matches;
    K.el("summary", null, w("page.show_filter"), box);
    const inner = K.el("div", "page-panel-inner", null, box);
    const search = K.el("input", "page-search", null, inner);
    search.type = "search";
    search.placeholder = w("filter.search.hint");
    search.setAttribute("aria-label", w("filter.search"));
    search.addEventListener("input", function () { page.filter.query = search.value; page.apply(); });
    page.shows.push(function () { if (search.value !== page.filter.query) search.value = page.filter.query; });
    chips(page, inner, w("filter.plan"), "plans", payload.plans.map(function (p) {
      return { id: p.id, label: K.pick(p.short, lang), title: K.pick(p.title, lang) };
    }));
    chips(page, inner, w("filter.status"), "statuses", payload.statuses.map(function (s) {
      return { id: s, label: w("status." + s), title: w("status." + s + ".means") };
    }));
    choice(page, inner, w("filter.region"), "regions", payload.regions.map(function (r) {
      return { id: r.id, label: K.pick(r.name, lang) };
    }), w("filter.any"));
    const present = new Set(page.payload.projects.map(function (p) { return p.mode; }));
    chips(page, inner, w("filter.mode"), "modes", payload.modes.filter(function (m) { return present.has(m); })
      .map(function (m) { return { id: m, label: w("mode." + m), title: w("mode." + m + ".means") }; }));
    const found = new Set(payload.projects.reduce(function (all, p) {
      return all.concat((p.findings || []).map(function (f) { return f[0]; }));
    }, []));
    if (found.size) {
      chips(page, inner, w("filter.finding"), "findings", payload.finding_kinds.filter(function (f) { return found.has(f); })
        .map(function (f) { return { id: f, label: w("finding." + f) }; }));
    }
    const clear = K.el("button", "page-clear", w("filter.clear"), inner);
    clear.type = "button";
    clear.addEventListener("click", function () {
      page.filter = { plans: [], statuses: [], regions: [], modes: [], places: [], years: [], findings: [], query: "" };
      page.apply();
      page.view.setRegion([]);
      page.view.fit();
    });
    page.count = K.el("p", "page-count", "", inner);
    page.count.setAttribute("role", "status");
    page.list = K.el("ol", "page-list", null, inner);
  }

  function menu(page, parent, label, items) {
    const box = K.el("details", "page-menu", null, parent);
    K.el("summary", "page-tool", label, box);
    const list = K.el("div", "page-menu-list", null, box);
    items.forEach(function (item) {
      const b = K.el("button", "page-menu-item", item[0], list);
      b.type = "button";
      b.addEventListener("click", function () { box.open = false; item[1](); });
    });
    box.addEventListener("keydown", function (e) { if (e.key === "Escape") box.open = false; });
    document.addEventListener("click", function (e) { if (!box.contains(e.target)) box.open = false; });
  }

  function tools(page, parent) {
    const w = page.words, box = K.el("div", "page-tools", null, parent);
    const talk = K.el("button", "page-tool is-main", w("page.present"), box);
    talk.type = "button";
    talk.title = w("page.present.help");
    talk.addEventListener("click", function () { K.present(page, 0); });
    const sizes = [[1920, 1080], [3840, 2160]];
    const save = function (kind, action) {
      return sizes.map(function (s) {
        return [w("page.picture." + kind, { w: s[0], h: s[1] }), function () { action(page, s[0], s[1]); }];
      });
    };
    menu(page, box, w("page.picture"), save("png", K.savePng).concat(save("svg", K.saveSvg)));
    menu(page, box, w("page.print"), [
      [w("page.print.a4"), function () { page.paper.print("a4"); }],
      [w("page.print.a3"), function () { page.paper.print("a3"); }],
    ]);
  }

  // Engines before 2020 leave no gaps in a flexible row; page.css then sets margins. None of them
  // knows `inset`, which came to each engine with the gaps or after.
  function markOldEngine() {
    if (!CSS.supports("inset", "0")) document.documentElement.classList.add("no-gap");
  }

  class Page {
    constructor(root, payload, config) {
      const page = this;
      this.payload = payload;
      this.config = config;
      this.lang = config.lang;
      this.words = K.translator(payload, config.lang);
      this.shows = [];
      markOldEngine();
      const asked = this.asked = K.fromHash(payload, window.location.hash);
      this.filter = this.startFilter(asked);
      const w = this.words;
      const head = K.el("header", "page-head", null, root);
      const titles = K.el("div", "page-titles", null, head);
      K.el("h1", null, config.title, titles);
      if (config.subtitle) K.el("p", null, config.subtitle, titles);
      K.el("p", "page-date", w("page.date", { d: config.date }), head);
      tools(this, head);
      this.noticeBox = K.el("div", "page-notice", null, root);
      this.noticeBox.setAttribute("role", "status");
      this.noticeBox.hidden = true;
      const body = K.el("div", "page-body", null, root);
      panel(this, body);
      const main = K.el("main", "page-main", null, body);
      this.model = K.decode(payload);
      this.left = K.filter(this.model, this.filter);
      // What stands round the map comes first: it says how large the map is.
      this.foot = K.el("footer", "page-foot", null, root);
      this.sources();
      this.view = new window.AtlasView(main, payload, {
        lang: config.lang, wait: true, sketch: true, first: this.firstIds(asked), model: this.model,
      });
    }

    /** The projects and names, over the ground that is there already. */
    start() {
      const page = this;
      this.paper = K.print(this);
      let where = [this.asked, this.config.viewport, this.config.selected];
      this.place.apply(this, where);
      this.view.wake();
      // In a frame that is hidden at first there is no map to fit; it is placed when it has a size.
      if (!this.view.map.getSize().x) this.view.map.on("resize", function again() {
        if (!this.getSize().x) return;
        this.off("resize", again);
        page.place.apply(page, where);
        if (page.talk) page.talk.again();
      });
      window.addEventListener("hashchange", function () {
        const next = K.fromHash(page.payload, window.location.hash);
        page.filter = page.startFilter(next);
        where = [next, null, null];
        page.place.apply(page, where);
      });
    }

    /** The filter of the file, with what the address asks for in its place. */
    startFilter(asked) {
      const none = { plans: [], statuses: [], regions: [], modes: [], places: [], years: [], findings: [], query: "" };
      const base = Object.assign(none, JSON.parse(JSON.stringify(this.config.filter)));
      return Object.assign(base, asked.filter);
    }

    // What a page that is not told where to go shows.
    firstIds(asked) {
      if (asked.viewport || this.config.viewport || this.filter.regions.length) return null;
      return this.left.ids;
    }

    /** Show the filter and go where the address, the file or the filter says. */
    place(asked, viewport, selected) {
      const view = this.view, where = asked.viewport || viewport;
      const project = asked.project || selected;
      // Straight there: of two movements at once Leaflet would take the first.
      const waiting = view.waiting;
      if (!waiting) K.settle(view.map);
      view.waiting = true;
      this.apply();
      if (!waiting) view.map.invalidateSize({ pan: false });
      view.select(null);
      view.setRegion(this.filter.regions, { fit: !where });
      // One that the filter leaves out is shown beside the rest, as from a card.
      if (project) {
        view.reveal(project);
        this.open(project, !where);
      } else if (!where && !this.filter.regions.length) view.fit();
      if (where) view.map.setView([where.lat, where.lon], where.zoom, { animate: false });
      view.waiting = waiting;
      if (asked.ignored.length) this.notice(this.words("page.ignored", { what: asked.ignored.join("; ").slice(0, 200) }));
      if (asked.step !== null) K.present(this, asked.step);
    }

    /** Select a project and, where asked, go there: the card first, it takes room of the map. */
    open(project, fit) {
      this.view.select(project);
      this.view.map.invalidateSize({ pan: false });
      if (fit) this.view.fit([project]);
    }

    /** A line under the title that can be dismissed. */
    notice(text) {
      const box = this.noticeBox;
      box.textContent = "";
      K.el("span", null, text, box);
      const b = K.el("button", "page-tool", this.words("page.dismiss"), box);
      b.type = "button";
      b.addEventListener("click", function () { box.hidden = true; });
      box.hidden = false;
    }

    /** The plans that are chosen, else those that name anything shown. */
    plansShown() {
      const page = this, chosen = this.filter.plans, shown = this.view ? Array.from(this.view.shown.keys()) : this.left.ids;
      return this.payload.plans.filter(function (p, i) {
        if (chosen.length) return chosen.indexOf(p.id) >= 0;
        return shown.some(function (id) {
          return page.model.byId.get(id).data.statuses[i] !== undefined;
        });
      });
    }

    /** The filter as a sentence; empty when nothing but the core modes is chosen. */
    inWords() {
      const page = this, payload = this.payload, lang = this.lang, w = this.words, f = this.filter;
      const mark = lang === "zh" ? "、" : ", ", colon = lang === "zh" ? "：" : ": ";
      const named = function (list, ids, field) {
        return ids.map(function (id) {
          const found = list.find(function (x) { return x.id === id; });
          return found ? K.pick(found[field], lang) : id;
        });
      };
      const coded = function (kind, ids) { return ids.map(function (id) { return w(kind + "." + id); }); };
      const core = f.modes.length === payload.core.length && payload.core.every(function (m) { return f.modes.indexOf(m) >= 0; });
      const codes = K.placeCodes ? K.placeCodes(payload.base) : null;
      const places = f.places.map(function (code) {
        const county = codes ? codes.counties.indexOf(code) : -1;
        const prefecture = codes ? codes.prefectures.indexOf(code) : -1;
        const row = county >= 0 ? payload.base.counties[county] : prefecture >= 0 ? payload.base.prefectures[prefecture] : null;
        return row ? K.pick([row[0], row[1]], lang) : code;
      });
      return [
        [w("filter.plan"), named(payload.plans, f.plans, "short")],
        [w("filter.status"), coded("status", f.statuses)],
        [w("filter.region"), named(payload.regions, f.regions, "name").concat(places)],
        [w("filter.mode"), core ? [] : coded("mode", f.modes)],
        [w("filter.finding"), coded("finding", f.findings)],
        ["", f.years.filter(Boolean).map(String).concat(f.query ? [page.words("page.search", { q: f.query })] : [])],
      ].filter(function (part) { return part[1].length; }).map(function (part) {
        return (part[0] ? part[0] + colon : "") + part[1].join(mark);
      }).join(lang === "zh" ? "；" : "; ");
    }

    /** Show what the filter leaves, on the map, in the list, in the number and in the sources. */
    apply() {
      // The first time it is known already.
      const left = this.left || K.filter(this.model, this.filter);
      this.left = null;
      this.view.setVisible(left.ids, left.statuses);
      this.shows.forEach(function (show) { show(); });
      this.count.textContent = left.ids.length
        ? this.words("legend.shown", { n: left.ids.length }) : this.words("empty");
      // The map first: the list after it is drawn.
      const page = this, first = this.later === undefined;
      clearTimeout(this.later);
      this.later = setTimeout(function () {
        page.list.textContent = "";
        page.more(left, 0);
      }, first ? 250 : 30);
      this.sources();
    }

    more(left, from) {
      const page = this, part = document.createDocumentFragment();
      left.ids.slice(from, from + STEP).forEach(function (id, i) {
        const p = page.view.model.byId.get(id);
        const b = K.el("button", "page-item", null, K.el("li", null, null, part));
        b.type = "button";
        b.appendChild(K.sample(page.payload.style, "light", p.data.mode, left.statuses[from + i], p.kind === "P"));
        K.el("span", null, K.pick(p.data.name, page.lang), b);
        b.addEventListener("click", function () { page.open(id, true); });
      });
      this.list.appendChild(part);
      const rest = left.ids.length - from - STEP;
      if (rest <= 0) return;
      const line = K.el("li", null, null, this.list);
      const b = K.el("button", "page-clear", this.words("card.more", { n: rest }), line);
      b.type = "button";
      b.addEventListener("click", function () { line.remove(); page.more(left, from + STEP); });
    }

    sources() {
      const page = this, foot = this.foot, w = this.words, plans = this.plansShown();
      const told = plans.map(function (p) { return p.id; }).join();
      if (told === this.told) return;
      this.told = told;
      foot.textContent = "";
      K.el("strong", null, w("schematic"), foot);
      K.el("b", null, w("page.sources"), foot);
      plans.forEach(function (p) {
        K.el("span", null, [K.pick(p.title, page.lang), p.issuer, p.number, p.date].filter(Boolean).join(" · "), foot);
      });
    }
  }

  /** Start the page from the data that K.text promises and the file's block of settings. */
  K.page = function () {
    const root = document.getElementById("page");
    const config = JSON.parse(document.getElementById("atlas-config").textContent);
    // A page is loaded, for the browser, before it is made.
    const loaded = new Promise(function (done) {
      if (document.readyState !== "loading") done();
      else document.addEventListener("DOMContentLoaded", function () { K.painted().then(done); });
    });
    Promise.all([K.text, loaded]).then(function (found) {
      return K.expand(JSON.parse(found[0]));
    }).then(function (payload) {
      window.atlasPage = new Page(root, payload, config);
      // The browser paints the ground while the rest is made.
      return K.painted();
    }).then(function () {
      window.atlasPage.start();
      document.documentElement.setAttribute("data-drawn", "1");
    }, function (error) {
      console.error(error);
      K.el("p", "page-broken", config.damaged, root).setAttribute("role", "alert");
    });
  };
})(window.AtlasKit = window.AtlasKit || {});
