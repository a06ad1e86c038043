// The legend: the key to what is shown, with how many of each.
(function (K) {
  "use strict";

  /** A legend in `parent`. `update(shown)` takes a Map of id to status code. */
  K.legend = function (parent, view) {
    const model = view.model, payload = model.payload, style = payload.style, w = view.words;
    const box = K.el("details", "atlas-legend", null, parent);
    const head = K.el("summary", "atlas-legend-head", null, box);
    K.el("span", "atlas-legend-title", w("legend"), head);
    const total = K.el("span", "atlas-legend-total", "", head);
    const body = K.el("div", "atlas-legend-body", null, box);
    const modes = K.el("div", "atlas-legend-group", null, body);
    const statuses = K.el("div", "atlas-legend-group", null, body);
    const band = K.el("label", "atlas-legend-band", null, body);
    band.title = w("band.help");
    const tick = K.el("input", null, null, band);
    tick.type = "checkbox";
    K.el("span", "atlas-legend-stripe", null, band);
    K.el("span", null, w("band"), band);
    tick.addEventListener("change", function () {
      view.setBand(tick.checked);
      view._emit("band", tick.checked);
    });
    if (view.networks) K.networkSwitch(view, K.el("div", "atlas-legend-group", null, body));
    const unplaced = K.el("div", "atlas-legend-note", "", body);
    K.el("div", "atlas-legend-note", w("schematic"), body);

    function row(group, sample, key, n) {
      const line = K.el("div", "atlas-legend-row", null, group);
      if (!/^change/.test(key)) line.title = w(key + ".means");
      line.appendChild(sample);
      K.el("span", "atlas-legend-name", w(key), line);
      K.el("span", "atlas-legend-n", n, line);
    }

    // Where lines stand for changes, the key is that of the changes.
    function changes(shown) {
      const by = {};
      shown.forEach(function (status, id) {
        const code = view.paint.get(id);
        if (code) by[code] = (by[code] || 0) + 1;
      });
      K.el("div", "atlas-legend-sub", w("legend.change"), modes);
      Object.keys(style.changes).forEach(function (code) {
        if (by[code]) row(modes, K.changeSample(style, view.theme, code), "change." + code, by[code]);
      });
    }

    return {
      box: box,
      band: function (on) { tick.checked = on; },
      open: function (on) { box.open = on; },
      update: function (shown) {
        const byMode = {}, byStatus = {};
        let missing = 0;
        shown.forEach(function (status, id) {
          const p = model.byId.get(id);
          if (!p) return;
          const group = byMode[p.data.mode] = byMode[p.data.mode] || { n: 0, lines: 0 };
          group.n += 1;
          if (p.kind === "L" || p.kind === "A") group.lines += 1;
          byStatus[status] = (byStatus[status] || 0) + 1;
          if (!p.kind) missing += 1;
        });
        total.textContent = w("legend.shown", { n: shown.size });
        modes.textContent = statuses.textContent = "";
        unplaced.textContent = missing ? w("legend.unplaced", { n: missing }) : "";
        unplaced.hidden = !missing;
        if (!shown.size) return;
        if (view.paint) { changes(shown); return; }
        K.el("div", "atlas-legend-sub", w("legend.mode"), modes);
        payload.modes.forEach(function (mode) {
          const group = byMode[mode];
          if (group) row(modes, K.sample(style, view.theme, mode, "operation", !group.lines), "mode." + mode, group.n);
        });
        K.el("div", "atlas-legend-sub", w("legend.status"), statuses);
        payload.statuses.forEach(function (status) {
          if (byStatus[status]) row(statuses, K.sample(style, view.theme, null, status), "status." + status, byStatus[status]);
        });
      },
    };
  };
})(window.AtlasKit = window.AtlasKit || {});
