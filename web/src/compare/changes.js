// What became of projects from one plan to another, as the payload tells it.
// layers/selection/comparison.py says the same for files made by the server.
import { applyFilter } from "../core/filter.js";
import { pickLanguage } from "../core/translator.js";

/** @import { Compared, Comparing, Filter, Left, Model, Style } from "../core/types.js" */

/**
 * Map of id to {kind, before, after} (status codes or null). `from`: a plan's id, "earlier" for
 * all plans before `to`, or "all" for all plans in turn; `to`: a plan's id. Of two plans the
 * earlier comes first, whichever is given first. Taken from the projects that mode, region,
 * place, finding and search leave.
 * @param {Model} model
 * @param {Filter} chosen
 * @param {string} from
 * @param {string} to
 * @returns {Map<string, Compared>}
 */
export function listChanges(model, chosen, from, to) {
  const payload = model.payload;
  /** @type {ReturnType<typeof listChanges>} */
  const found = new Map();
  /** @param {string} id */
  const index = (id) => payload.plans.findIndex((p) => p.id === id);
  const left = applyFilter(model, widened(chosen));
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

/**
 * A filter without what follows from the comparison itself.
 * @template {Filter} F
 * @param {F} chosen
 * @returns {F}
 */
export function widened(chosen) {
  return Object.assign({}, chosen, { plan: [], status: [], year: [] });
}

/**
 * Whether a class is a change: what only one side names since plans differ in area is none.
 * @param {Style} style
 * @param {string} kind
 */
export function isChange(style, kind) {
  const look = style.changes[kind];
  return look.marked && !look.faint;
}

/**
 * What the map shows of a comparison, in the order of the classes: only the chosen ones, where
 * there are any. `paint` has the class of each, `changed` those that it should be fitted to.
 * @param {Model} model
 * @param {Map<string, Compared>} found
 * @param {string[]} kinds
 * @returns {Left & {paint: Map<string, string>, changed: string[]}}
 */
export function shownOf(model, found, kinds) {
  const style = model.payload.style,
    /** @type {ReturnType<typeof shownOf>} */
    shown = { ids: [], statuses: [], paint: new Map(), changed: [] };
  Object.keys(style.changes).forEach((code) => {
    if (kinds.length && kinds.indexOf(code) < 0) return;
    found.forEach((c, id) => {
      if (c.kind !== code) return;
      shown.ids.push(id);
      shown.statuses.push(c.after || c.before);
      shown.paint.set(id, code);
      if (isChange(style, code)) shown.changed.push(id);
    });
  });
  return shown;
}

/**
 * What is compared, as the two sides are called; time runs one way, whichever is chosen first.
 * @param {Model} model
 * @param {Comparing} state
 * @param {import("../core/types.js").Words} w
 * @param {import("../core/types.js").Lang} lang
 * @returns {[string, string]}
 */
export function sidesOf(model, state, w, lang) {
  if (state.from === "all") return [w("compare.first"), w("compare.last")];
  const pair = model.payload.plans
    .filter((p) => p.id === state.from || p.id === state.to)
    .map((p) => pickLanguage(p.short, lang));
  const last = pair[pair.length - 1];
  return [state.from === "earlier" ? w("compare.earlier") : pair[0], last];
}
