// Projects that belong with another: its whole, its sections, those it meets at a stop or in a county.
(function (K) {
  "use strict";

  /** {whole, sections, siblings, stops: [[project, name]], counties: [[project, n]]}, nearest first. */
  K.related = function (view, project) {
    const model = view.model, d = project.data, taken = new Set([project.id]);
    const take = function (list) {
      list.forEach(function (p) { taken.add(p.id); });
      return list;
    };
    const whole = take(d.part_of && model.byId.has(d.part_of) ? [model.byId.get(d.part_of)] : []);
    const sections = take(model.projects.filter(function (p) { return p.data.part_of === project.id; }));
    const siblings = take(model.projects.filter(function (p) {
      return d.part_of && p.data.part_of === d.part_of && p.id !== project.id;
    }));
    const stops = new Set((d.stops || []).map(function (s) { return s[0]; }));
    const counties = new Set(d.counties || []);
    const atStops = [], inCounties = [];
    model.projects.forEach(function (p) {
      if (taken.has(p.id)) return;
      const shared = (p.data.stops || []).filter(function (s) { return stops.has(s[0]); });
      if (shared.length) { atStops.push([p, shared]); return; }
      const n = (p.data.counties || []).filter(function (c) { return counties.has(c); }).length;
      if (n) inCounties.push([p, n]);
    });
    atStops.sort(function (a, b) { return b[1].length - a[1].length; });
    inCounties.sort(function (a, b) { return b[1] - a[1]; });
    return { whole: whole, sections: sections, siblings: siblings, stops: atStops, counties: inCounties };
  };

  /** The related projects as rows of a card's section, the first few open, the rest folded. */
  K.relatedList = function (view, parent, project) {
    const found = K.related(view, project), w = view.words, rows = [];
    const add = function (list, said) { list.forEach(function (p) { rows.push([p, said]); }); };
    add(found.whole, w("card.whole"));
    add(found.sections, w("card.sections"));
    add(found.siblings, w("card.siblings"));
    found.stops.forEach(function (pair) {
      const names = pair[1].slice(0, 2).map(function (s) { return K.pick([s[0], s[3] || ""], view.lang); });
      rows.push([pair[0], w("card.same_stop", { s: names.join(view.lang === "zh" ? "、" : ", ") })]);
    });
    found.counties.forEach(function (pair) { rows.push([pair[0], w("card.same_county", { n: pair[1] })]); });
    const put = function (list, box) {
      list.forEach(function (row) {
        const b = K.el("button", "atlas-related", null, box), p = row[0];
        b.type = "button";
        b.appendChild(K.sample(view.model.payload.style, view.theme, p.data.mode, view.statusOf(p.id) || view.model.statusIn(p), p.kind === "P"));
        K.el("span", "atlas-related-name", K.pick(p.data.name, view.lang), b);
        K.el("span", "atlas-small", row[1], b);
        b.addEventListener("click", function () { view.open(p.id); });
      });
    };
    put(rows.slice(0, 6), parent);
    if (rows.length > 6) {
      const more = K.el("details", "atlas-fold", null, parent);
      K.el("summary", null, w("card.more", { n: rows.length - 6 }), more);
      // Made when it is opened: there may be a hundred.
      more.addEventListener("toggle", function () {
        if (more.open && more.childNodes.length === 1) put(rows.slice(6, 46), more);
      });
    }
    return rows.length;
  };
})(window.AtlasKit = window.AtlasKit || {});
