// Bars that count and that filter when clicked: real buttons, no drawing library.
(function (K) {
  "use strict";

  function chart(parent, ex, title) {
    const box = K.el("section", "app-chart", null, parent);
    K.el("h2", null, title, box);
    const list = K.el("div", "app-bars", null, box);
    return function (field, items, format) {
      const most = items.reduce(function (m, i) { return Math.max(m, i.n); }, 1), focus = focused(list);
      list.textContent = "";
      items.forEach(function (item) {
        const b = K.el("button", "app-bar-row", null, list), on = ex.state[field].indexOf(item.id) >= 0;
        b.type = "button";
        b.setAttribute("data-choice", field + "=" + item.id);
        b.setAttribute("aria-pressed", on);
        K.el("span", "app-bar-name", item.label, b).title = item.label;
        const track = K.el("span", "app-bar-track", null, b);
        const fill = K.el("span", "app-bar-fill", null, track);
        fill.style.width = (100 * item.n / most).toFixed(1) + "%";
        if (item.colour) fill.style.background = item.colour;
        K.el("span", "app-bar-n", format ? format(item.n) : item.n, b);
        b.addEventListener("click", function () { ex.toggle(field, item.id); });
        if (focus === field + "=" + item.id) b.focus();
      });
    };
  }

  // Bars are made anew; who walks along them by keyboard must not be thrown out.
  function focused(list) {
    const active = list.getRootNode().activeElement;
    return active && list.contains(active) ? active.getAttribute("data-choice") : null;
  }

  /** Kilometres by prefecture of the projects `ids`, longest first. */
  K.prefectureLengths = function (model, ids) {
    const base = model.payload.base, codes = K.placeCodes(base), km = new Map();
    ids.forEach(function (id) {
      const d = model.byId.get(id).data;
      (d.county_km || []).forEach(function (length, i) {
        const at = base.counties[d.counties[i]][2];
        if (at >= 0 && length) km.set(at, (km.get(at) || 0) + length);
      });
    });
    return Array.from(km.keys()).map(function (at) {
      const p = base.prefectures[at];
      return { id: codes.prefectures[at], name: [p[0], p[1]], km: km.get(at) };
    }).sort(function (a, b) { return b.km - a.km; });
  };

  K.charts = function (parent, ex) {
    const w = ex.words, payload = ex.view.model.payload, style = payload.style, lang = ex.lang;
    K.el("p", "app-hint", w("app.charts.note"), parent);
    const grid = K.el("div", "app-charts", null, parent);
    const mode = chart(grid, ex, w("app.charts.mode")), status = chart(grid, ex, w("app.charts.status"));
    const plan = chart(grid, ex, w("app.charts.plan")), region = chart(grid, ex, w("app.charts.region"));
    const length = chart(grid, ex, w("app.charts.length"));
    const some = function (item) { return item.n || item.on; };
    return {
      update: function (left, counts) {
        const items = function (field, ids, label, colour) {
          return ids.map(function (id) {
            return { id: id, label: label(id), n: counts[field].get(id) || 0, on: ex.state[field].indexOf(id) >= 0, colour: colour && colour(id) };
          });
        };
        const by = function (list) { return function (id) { return K.pick(list.find(function (x) { return x.id === id; }).name, lang); }; };
        const ids = function (list) { return list.map(function (x) { return x.id; }); };
        mode("mode", items("mode", payload.modes, function (m) { return w("mode." + m); }, function (m) {
          return style.modes[m][ex.theme === "dark" ? "dark" : "colour"];
        }));
        status("status", items("status", payload.statuses, function (s) { return w("status." + s); }));
        plan("plan", items("plan", ids(payload.plans), function (id) {
          return K.pick(payload.plans.find(function (p) { return p.id === id; }).short, lang);
        }));
        region("region", items("region", ids(payload.regions), by(payload.regions)).filter(some).sort(function (a, b) { return b.n - a.n; }));
        length("place", K.prefectureLengths(ex.view.model, left.ids).map(function (p) {
          return { id: p.id, label: K.pick(p.name, lang), n: p.km };
        }), function (n) { return Math.round(n); });
      },
    };
  };
})(window.AtlasKit = window.AtlasKit || {});
