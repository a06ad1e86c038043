// The page of an exported file: title, filters, list, the view, sources.
(function (K) {
  "use strict";

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
    box.open = window.innerWidth >= 900;
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
    const clear = K.el("button", "page-clear", w("filter.clear"), inner);
    clear.type = "button";
    clear.addEventListener("click", function () {
      page.filter = { plans: [], statuses: [], regions: [], modes: [], query: "" };
      page.apply();
      page.view.setRegion([]);
      page.view.fit();
    });
    page.count = K.el("p", "page-count", "", inner);
    page.count.setAttribute("role", "status");
    page.list = K.el("ol", "page-list", null, inner);
  }

  class Page {
    constructor(root, payload, config) {
      this.payload = payload;
      this.lang = config.lang;
      this.words = K.translator(payload, config.lang);
      this.filter = config.filter;
      this.shows = [];
      const w = this.words;
      const head = K.el("header", "page-head", null, root);
      const titles = K.el("div", null, null, head);
      K.el("h1", null, config.title, titles);
      if (config.subtitle) K.el("p", null, config.subtitle, titles);
      K.el("p", "page-date", w("page.date", { d: config.date }), head);
      const body = K.el("div", "page-body", null, root);
      panel(this, body);
      const main = K.el("main", "page-main", null, body);
      this.view = new window.AtlasView(main, payload, { lang: config.lang });
      const foot = K.el("footer", "page-foot", null, root);
      K.el("b", null, w("page.sources"), foot);
      payload.plans.forEach(function (p) {
        const text = [K.pick(p.title, config.lang), p.issuer, p.number, p.date].filter(Boolean).join(" · ");
        K.el("span", null, text, foot);
      });
      K.el("strong", null, w("schematic"), foot);
      this.apply();
      this.view.setRegion(this.filter.regions, { fit: true });
      if (config.selected) this.view.select(config.selected, { fit: true });
      else if (!this.filter.regions.length) this.view.fit();
    }

    /** Show what the filter leaves, on the map, in the list and in the number. */
    apply() {
      const page = this, left = K.filter(this.view.model, this.filter);
      this.view.setVisible(left.ids, left.statuses);
      this.shows.forEach(function (show) { show(); });
      this.count.textContent = left.ids.length
        ? this.words("legend.shown", { n: left.ids.length }) : this.words("empty");
      this.list.textContent = "";
      left.ids.forEach(function (id, i) {
        const p = page.view.model.byId.get(id);
        const b = K.el("button", "page-item", null, K.el("li", null, null, page.list));
        b.type = "button";
        b.appendChild(K.sample(page.payload.style, "light", p.data.mode, left.statuses[i], p.kind === "P"));
        K.el("span", null, K.pick(p.data.name, page.lang), b);
        b.addEventListener("click", function () { page.view.select(id, { fit: true }); });
      });
    }
  }

  /** Start the page from the two data blocks of the file. */
  K.page = function () {
    const read = function (id) { return JSON.parse(document.getElementById(id).textContent); };
    window.atlasPage = new Page(document.getElementById("page"), read("atlas-payload"), read("atlas-config"));
  };
})(window.AtlasKit = window.AtlasKit || {});
