// What became of a project from one plan to another. Plans differ in area: gone is not dropped.
(function (K) {
  "use strict";

  function kind(payload, a, b) {
    if (a === null) return "new";
    if (b === null) return "gone";
    if (a === b) return "same";
    const step = K.step(payload, a, b);
    return step > 0 ? "forward" : step < 0 ? "back" : "changed";
  }

  // All plans in turn: a step back outweighs a step forward, that outweighs another word.
  function inTurn(payload, p) {
    const last = payload.plans.length - 1, steps = [];
    let before = null, n = 0;
    payload.plans.forEach(function (_, i) {
      const code = p.data.statuses[i];
      if (code === undefined) return;
      const status = payload.statuses[code];
      if (before !== null) steps.push(kind(payload, before, status));
      before = status;
      n += 1;
    });
    const worst = ["back", "forward", "changed"].find(function (k) { return steps.indexOf(k) >= 0; });
    if (worst) return worst;
    if (p.data.statuses[last] === undefined) return "gone";
    return n === 1 ? "new" : "same";
  }

  /**
   * Map of id to {kind, before, after} (status codes or null). `from`: a plan's id, "earlier" for
   * all plans before `to`, or "all" for all plans in turn; `to`: a plan's id. Taken from the
   * projects that mode, region, place and search leave.
   */
  K.changes = function (model, chosen, from, to) {
    const payload = model.payload, plans = payload.plans, found = new Map();
    const index = function (id) { return plans.findIndex(function (p) { return p.id === id; }); };
    const left = K.filter(model, Object.assign({}, chosen, { plans: [], statuses: [], years: [] }));
    let b = index(to), a = index(from);
    if (a > b && a >= 0) { const swap = a; a = b; b = swap; }
    const earlier = new Set(from === "earlier" ? plans.slice(0, b).map(function (_, i) { return i; }) : [a]);
    left.ids.forEach(function (id) {
      const p = model.byId.get(id);
      if (from === "all") {
        const keys = Object.keys(p.data.statuses).sort(), at = function (k) { return payload.statuses[p.data.statuses[k]]; };
        found.set(id, { kind: inTurn(payload, p), before: at(keys[0]), after: at(keys[keys.length - 1]) });
        return;
      }
      // An empty set would mean all plans.
      const before = earlier.size ? model.statusIn(p, earlier) : null, after = model.statusIn(p, new Set([b]));
      if (before !== null || after !== null) found.set(id, { kind: kind(payload, before, after), before: before, after: after });
    });
    return found;
  };
})(window.AtlasKit = window.AtlasKit || {});
