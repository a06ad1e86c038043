// The page on the data: what it is, where it comes from, where it is weak. Figures from the data.
(function (K) {
  "use strict";
  const SOURCES = ["facts", "since", "boundaries", "places", "rivers", "networks"];

  function section(parent, title, text) {
    const box = K.el("section", "app-about", null, parent);
    K.el("h2", null, title, box);
    if (text) K.el("p", null, text, box);
    return box;
  }

  function table(parent, heads, rows, numeric) {
    const scroll = K.el("div", "atlas-table-scroll is-open", null, parent);
    const box = K.el("table", "atlas-table is-still", null, scroll);
    const head = K.el("tr", null, null, K.el("thead", null, null, box));
    const number = function (i) { return (numeric || []).indexOf(i) >= 0 ? "is-number" : ""; };
    heads.forEach(function (h, i) { K.el("th", number(i), h, head).scope = "col"; });
    const body = K.el("tbody", null, null, box);
    rows.forEach(function (row) {
      const tr = K.el("tr", null, null, body);
      row.forEach(function (value, i) {
        const node = K.el(i ? "td" : "th", number(i), null, tr);
        if (!i) node.scope = "row";
        if (value && value.nodeType) node.appendChild(value); else node.textContent = String(value);
      });
    });
  }

  function median(list) {
    const sorted = list.slice().sort(function (a, b) { return a - b; });
    return sorted.length ? sorted[Math.floor((sorted.length - 1) / 2)] : null;
  }

  /** Write the page. `more`: {places, regions: [{definition, source, area}]} in the payload's order. */
  K.about = function (parent, ex, more) {
    const w = ex.words, model = ex.view.model, payload = model.payload, lang = ex.lang, all = model.projects;
    const count = function (test) { return all.filter(test).length; };
    const sum = function (f) { return all.reduce(function (n, p) { return n + f(p.data); }, 0); };
    const km = function (m) { return m === null ? "—" : (m < 1000 ? "< 1" : Math.round(m / 1000)) + " " + w("km"); };
    const grouped = new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en");
    K.el("p", "app-lead", w("app.data.intro"), parent);
    const figures = K.el("dl", "app-figures", null, parent);
    [
      ["projects", all.length], ["mentions", sum(function (d) { return (d.mentions || []).length; })],
      ["drawn", count(function (p) { return p.kind; })], ["km", Math.round(sum(function (d) { return d.km || 0; }))],
      ["counties", payload.base.counties.length], ["places", more.places],
    ].forEach(function (f) {
      const box = K.el("div", null, null, figures);
      K.el("dd", null, grouped.format(f[1]), box);
      K.el("dt", null, w("app.data.figure." + f[0]), box);
    });

    table(section(parent, w("app.data.plans")), [w("app.data.plan"), w("app.data.issuer"), w("app.data.date"), w("app.data.mentions"), w("app.data.count")],
      payload.plans.map(function (p, i) {
        return [
          K.pick(p.title, lang), [p.issuer, p.number].filter(Boolean).join(" · "), K.el("span", "app-still", p.date),
          sum(function (d) { return (d.mentions || []).filter(function (m) { return m[0] === i; }).length; }),
          count(function (x) { return x.data.statuses[i] !== undefined; }),
        ];
      }), [3, 4]);

    table(section(parent, w("app.data.status"), w("app.data.status.text")), [w("app.data.term"), w("app.data.means"), w("app.data.count")],
      payload.statuses.map(function (s) {
        const box = K.el("span", "atlas-cell");
        box.appendChild(K.sample(payload.style, ex.theme, null, s));
        K.el("span", null, w("status." + s), box);
        return [box, w("status." + s + ".means"), count(function (p) { return model.statusIn(p) === s; })];
      }), [2]);

    const kinds = ["traced", "routed", "waypoints", "endpoints", "place", "area", "none"];
    table(section(parent, w("app.data.precision"), w("app.data.precision.text")), [w("app.data.term"), w("app.data.means"), w("app.data.count"), w("app.data.error")],
      kinds.map(function (k) {
        const of = all.filter(function (p) { return p.data.precision === k; });
        const errors = of.map(function (p) { return p.data.uncertainty; }).filter(Boolean);
        return [w("precision." + k), w("precision." + k + ".means"), of.length, km(median(errors))];
      }), [2, 3]);

    table(section(parent, w("app.data.regions")), [w("app.data.region"), w("app.data.definition"), w("app.data.area")],
      payload.regions.map(function (r, i) {
        const m = more.regions[i] || {};
        return [K.pick(r.name, lang), m.definition || "", m.area ? grouped.format(Math.round(m.area)) : ""];
      }), [2]);

    const gaps = K.el("ul", "app-gaps", null, section(parent, w("app.data.gaps")));
    const precise = function () {
      const wanted = Array.from(arguments);
      return count(function (p) { return wanted.indexOf(p.data.precision) >= 0; });
    };
    [
      ["scope"], ["none", precise("none")], ["ends", precise("waypoints", "endpoints")], ["area", precise("area")],
      ["wide", count(function (p) { return p.data.uncertainty > 20000; })],
      ["years", count(function (p) { return (p.data.mentions || []).some(function (m) { return m[5] || m[6]; }); })],
      ["disputed", sum(function (d) { return (d.events || []).filter(function (e) { return e[5]; }).length; })], ["inferred"],
    ].forEach(function (g) { K.el("li", null, w("app.data.gap." + g[0], { n: g[1] }), gaps); });

    const sources = section(parent, w("app.data.sources"));
    table(sources, [w("app.data.part"), w("app.data.source"), w("app.data.licence")],
      SOURCES.map(function (key) { return w("app.data.row." + key).split("|"); }));
    K.el("p", null, w("app.data.datum"), sources);
    K.el("p", null, w("schematic"), sources);
  };
})(window.AtlasKit = window.AtlasKit || {});
