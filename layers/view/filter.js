// What a filter means, for files without a server. layers/filters.py says the same in the app;
// tests/test_export_browser.py compares them.
(function (K) {
  "use strict";

  K.fold = function (text) { return text.normalize("NFKC").toLowerCase(); };

  /**
   * Ids and statuses that a filter leaves. `chosen`: plans, statuses, regions, modes (lists of
   * codes, empty for any) and query. A project stays when any chosen plan names it; its status is
   * that in the newest of them.
   */
  K.filter = function (model, chosen) {
    const payload = model.payload;
    const place = function (list, ids) {
      return new Set(ids.map(function (id) { return list.findIndex(function (x) { return x.id === id; }); }));
    };
    const plans = place(payload.plans, chosen.plans), regions = place(payload.regions, chosen.regions);
    const words = K.fold(chosen.query || "").split(/\s+/).filter(Boolean);
    const ids = [], statuses = [];
    model.projects.forEach(function (p) {
      const d = p.data, status = model.statusIn(p, plans);
      if (!status || (chosen.statuses.length && chosen.statuses.indexOf(status) < 0)) return;
      if (chosen.modes.length && chosen.modes.indexOf(d.mode) < 0) return;
      if (regions.size && !(d.regions || []).some(function (r) { return regions.has(r); })) return;
      if (words.length) {
        if (p.text === undefined) p.text = K.fold(d.name.concat([d.id], d.aliases || []).join("\n"));
        if (!words.every(function (w) { return p.text.indexOf(w) >= 0; })) return;
      }
      ids.push(p.id);
      statuses.push(status);
    });
    return { ids: ids, statuses: statuses };
  };
})(window.AtlasKit = window.AtlasKit || {});
