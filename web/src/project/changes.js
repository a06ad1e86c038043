// What became of a project from one plan to another, as the payload tells it.
import { applyFilter } from "../core/filter.js";

/**
 * Map of id to {kind, before, after} (status codes or null). `from`: a plan's id, "earlier" for
 * all plans before `to`, or "all" for all plans in turn; `to`: a plan's id. Of two plans the
 * earlier comes first, whichever is given first. Taken from the projects that mode, region,
 * place, finding and search leave.
 */
export function listChanges(model, chosen, from, to) {
  const payload = model.payload,
    found = new Map();
  const index = (id) => payload.plans.findIndex((p) => p.id === id);
  const left = applyFilter(
    model,
    Object.assign({}, chosen, { plans: [], statuses: [], years: [] }),
  );
  const a = Math.min(index(from), index(to)),
    b = Math.max(index(from), index(to));
  left.ids.forEach((id) => {
    const history = model.byId.get(id).history,
      said = history.statuses;
    const at = (i) => (said[i] === undefined ? null : payload.statuses[said[i]]);
    let change;
    if (from === "all") {
      const named = Object.keys(said);
      change = { kind: history.all, before: at(named[0]), after: at(named[named.length - 1]) };
    } else if (from === "earlier") {
      change = { kind: history.earlier(b), before: history.before(b), after: at(b) };
    } else change = { kind: history.between(a, b), before: at(a), after: at(b) };
    if (change.kind) found.set(id, change);
  });
  return found;
}
