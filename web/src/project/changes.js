// What became of a project from one plan to another, as the payload tells it.
import { applyFilter } from "../core/filter.js";

/** @import { Filter, Model } from "../core/types.js" */

/**
 * Map of id to {kind, before, after} (status codes or null). `from`: a plan's id, "earlier" for
 * all plans before `to`, or "all" for all plans in turn; `to`: a plan's id. Of two plans the
 * earlier comes first, whichever is given first. Taken from the projects that mode, region,
 * place, finding and search leave.
 * @param {Model} model
 * @param {Filter} chosen
 * @param {string} from
 * @param {string} to
 * @returns {Map<string, {kind: string, before: string | null, after: string | null}>}
 */
export function listChanges(model, chosen, from, to) {
  const payload = model.payload;
  /** @type {ReturnType<typeof listChanges>} */
  const found = new Map();
  /** @param {string} id */
  const index = (id) => payload.plans.findIndex((p) => p.id === id);
  const left = applyFilter(model, Object.assign({}, chosen, { plan: [], status: [], year: [] }));
  const a = Math.min(index(from), index(to)),
    b = Math.max(index(from), index(to));
  left.ids.forEach((id) => {
    const project = model.byId.get(id);
    if (!project) return;
    const history = project.history,
      said = history.statuses;
    /** @param {number} i */
    const at = (i) => (said[i] === undefined ? null : payload.statuses[said[i]]);
    /** @type {{kind: string | null, before: string | null, after: string | null}} */
    let change;
    if (from === "all") {
      const named = Object.keys(said).map(Number);
      change = { kind: history.all, before: at(named[0]), after: at(named[named.length - 1]) };
    } else if (from === "earlier") {
      change = { kind: history.earlier(b), before: history.before(b), after: at(b) };
    } else change = { kind: history.between(a, b), before: at(a), after: at(b) };
    const { kind, before, after } = change;
    if (kind) found.set(id, { kind: kind, before: before, after: after });
  });
  return found;
}
