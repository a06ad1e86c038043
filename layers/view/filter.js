// What a filter means, in the browser. layers/filters.py says the same for files made by the
// server; tests/test_explorer_filter.py compares them.
(function (K) {
  "use strict";

  K.fold = function (text) { return text.normalize("NFKC").toLowerCase(); };

  // What is looked up of a project again and again, made once.
  function facts(model, p) {
    if (p.facts) return p.facts;
    const d = p.data, payload = model.payload, base = payload.base, places = new Set();
    if (!model.readings) model.readings = K.readings ? K.readings(payload) : null;
    const codes = model.placeCodes = model.placeCodes || K.placeCodes(base);
    (d.counties || []).forEach(function (i) {
      places.add(codes.counties[i]);
      if (base.counties[i][2] >= 0) places.add(codes.prefectures[base.counties[i][2]]);
    });
    p.facts = {
      text: K.fold(d.name.concat([d.id], d.aliases || []).join("\n")),
      places: places,
      names: [d.name[0]].concat(d.aliases || []),
      runs: null,
    };
    return p.facts;
  }

  /** Adcodes of counties and prefectures, in the payload's order. */
  K.placeCodes = function (base) {
    const six = function (text) { return (text || "").match(/.{6}/g) || []; };
    const codes = base.codes || {};
    return { counties: six(codes.counties), prefectures: six(codes.prefectures) };
  };

  function found(model, p, words) {
    const f = facts(model, p);
    return words.every(function (word) {
      if (f.text.indexOf(word) >= 0) return true;
      if (!model.readings) return false;
      if (!f.runs) {
        f.runs = f.names.reduce(function (all, n) { return all.concat(K.syllables(n, model.readings)); }, []);
      }
      return K.spelt(word, f.runs);
    });
  }

  /** The years that plans (indices; all when empty) promise; 0 stands for none. */
  K.yearsIn = function (p, plans) {
    const years = new Set();
    (p.data.mentions || []).forEach(function (m) {
      if (plans.size && !plans.has(m[0])) return;
      if (m[5]) years.add(m[5]);
      if (m[6]) years.add(m[6]);
    });
    if (!years.size) years.add(0);
    return years;
  };

  function prepare(model, chosen) {
    const payload = model.payload;
    const place = function (list, ids) {
      return new Set(ids.map(function (id) { return list.findIndex(function (x) { return x.id === id; }); }));
    };
    const set = function (list) { return new Set(list || []); };
    return {
      plans: place(payload.plans, chosen.plans), regions: place(payload.regions, chosen.regions),
      statuses: set(chosen.statuses), modes: set(chosen.modes), places: set(chosen.places), years: set(chosen.years),
      words: K.fold(chosen.query || "").split(/\s+/).filter(Boolean),
    };
  }

  function meets(wanted, own) {
    if (!wanted.size) return true;
    let hit = false;
    own.forEach(function (x) { if (wanted.has(x)) hit = true; });
    return hit;
  }

  const fine = {
    mode: function (p, c) { return !c.modes.size || c.modes.has(p.data.mode); },
    region: function (p, c) { return meets(c.regions, p.data.regions || []); },
    place: function (p, c, model) { return !c.places.size || meets(c.places, facts(model, p).places); },
    query: function (p, c, model) { return !c.words.length || found(model, p, c.words); },
  };

  /**
   * Ids and statuses that a filter leaves. `chosen`: plans, statuses, regions, modes, places
   * (adcodes), years (lists, empty for any) and query. A project stays when any chosen plan names
   * it; its status is that in the newest of them.
   */
  K.filter = function (model, chosen) {
    const c = prepare(model, chosen), ids = [], statuses = [];
    model.projects.forEach(function (p) {
      if (!fine.mode(p, c) || !fine.region(p, c)) return;
      const status = model.statusIn(p, c.plans);
      if (!status || (c.statuses.size && !c.statuses.has(status))) return;
      if (!fine.place(p, c, model) || (c.years.size && !meets(c.years, K.yearsIn(p, c.plans)))) return;
      if (!fine.query(p, c, model)) return;
      ids.push(p.id);
      statuses.push(status);
    });
    return { ids: ids, statuses: statuses };
  };

  /**
   * How many projects each choice alone would leave, the rest of the filter as it is: {plan,
   * status, region, mode, place, year}, each a Map of code to number, and total. One pass: a
   * project that meets all counts everywhere, one that fails a single field counts there.
   */
  K.counts = function (model, chosen) {
    const c = prepare(model, chosen), payload = model.payload;
    const counts = { total: 0 }, fields = ["plan", "status", "region", "mode", "place", "year"];
    fields.forEach(function (f) { counts[f] = new Map(); });
    const add = function (f, code) { counts[f].set(code, (counts[f].get(code) || 0) + 1); };
    model.projects.forEach(function (p) {
      if (!fine.query(p, c, model)) return;
      const d = p.data, ok = { mode: fine.mode(p, c), region: fine.region(p, c), place: fine.place(p, c, model) };
      if (ok.mode && ok.region && ok.place) {
        Object.keys(d.statuses).forEach(function (key) {
          if (c.statuses.size && !c.statuses.has(payload.statuses[d.statuses[key]])) return;
          if (c.years.size && !meets(c.years, K.yearsIn(p, new Set([+key])))) return;
          add("plan", payload.plans[key].id);
        });
      }
      const status = model.statusIn(p, c.plans);
      if (!status) return;
      const years = K.yearsIn(p, c.plans);
      ok.status = !c.statuses.size || c.statuses.has(status);
      ok.year = meets(c.years, years);
      const fails = Object.keys(ok).filter(function (f) { return !ok[f]; });
      if (!fails.length) counts.total += 1;
      if (fails.length > 1) return;
      const own = function (f) { return !fails.length || fails[0] === f; };
      if (own("status")) add("status", status);
      if (own("mode")) add("mode", d.mode);
      if (own("region")) (d.regions || []).forEach(function (r) { add("region", payload.regions[r].id); });
      if (own("place")) facts(model, p).places.forEach(function (code) { add("place", code); });
      if (own("year")) years.forEach(function (y) { add("year", y); });
    });
    return counts;
  };
})(window.AtlasKit = window.AtlasKit || {});
