// What became of projects from one plan to another, as the payload tells it.
// layers/selection/comparison.py says the same for files made by the server.
import { applyFilter } from "../core/filter.js";
import { knownYears, stateIn } from "../core/timeline.js";
import { pickLanguage } from "../core/translator.js";

/** @import { Compared, Comparing, Filter, Lang, Left, Model, Payload } from "../core/types.js" */
/** @import { Project, Side, Style, Words } from "../core/types.js" */

/** @param {string} text */
export const isYear = (text) => /^\d{4}$/.test(text);

/**
 * What is compared as it is meant: a year stands against a year, beside anything else the first
 * known one, or where it is the first itself, the last; of two years the earlier comes first.
 * @param {Payload} payload
 * @param {string} from
 * @param {string} to
 * @returns {{from: string, to: string, years: [number, number] | null}}
 */
export function pairOf(payload, from, to) {
  const known = knownYears(payload);
  if (!known || !(isYear(from) || isYear(to))) return { from: from, to: to, years: null };
  const a = isYear(from) ? Number(from) : known.first,
    b = isYear(to) ? Number(to) : known.last,
    first = Math.min(a, b),
    last = Math.max(a, b);
  return { from: String(first), to: String(last), years: [first, last] };
}

/**
 * Map of id to {kind, before, after} (status codes or null). `from`: a plan's id, "earlier" for
 * all plans before `to`, "all" for all plans in turn, or a year; `to`: a plan's id or a year. Of
 * two plans, and two years, the earlier comes first, whichever is given first. Taken from the
 * projects that mode, region, place, finding and search leave.
 * @param {Model} model
 * @param {Filter} chosen
 * @param {string} from
 * @param {string} to
 * @returns {Map<string, Compared>}
 */
export function listChanges(model, chosen, from, to) {
  /** @type {ReturnType<typeof listChanges>} */
  const found = new Map(),
    { years } = pairOf(model.payload, from, to);
  applyFilter(model, widened(chosen)).ids.forEach((id) => {
    const project = model.byId.get(id);
    if (!project) return;
    const { kind, before, after } = years
      ? betweenYears(model, project, years)
      : betweenPlans(model, project, from, to);
    if (kind) found.set(id, { kind: kind, before: before, after: after });
  });
  return found;
}

/**
 * @typedef {{kind: string | null, before: string | null, after: string | null}} Found
 * @param {Model} model
 * @param {Project} project
 * @param {[number, number]} years
 * @returns {Found}
 */
function betweenYears(model, project, years) {
  const [before, after] = years.map((year) => stateIn(project, year).state),
    kind = model.payload.year_changes[(before || "") + ">" + (after || "")];
  return { kind: kind || null, before: before, after: after };
}

/**
 * @param {Model} model
 * @param {Project} project
 * @param {string} from
 * @param {string} to
 * @returns {Found}
 */
function betweenPlans(model, project, from, to) {
  const payload = model.payload,
    history = project.history,
    said = history.statuses;
  /** @param {string} id */
  const index = (id) => payload.plans.findIndex((p) => p.id === id);
  /** @param {number} i */
  const at = (i) => (said[i] === undefined ? null : payload.statuses[said[i]]);
  if (from === "all") {
    const named = Object.keys(said).map(Number);
    return { kind: history.all, before: at(named[0]), after: at(named[named.length - 1]) };
  }
  const b = Math.max(index(from), index(to));
  if (from === "earlier")
    return { kind: history.earlier(b), before: history.before(b), after: at(b) };
  const a = Math.min(index(from), index(to));
  return { kind: history.between(a, b), before: at(a), after: at(b) };
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
 * What the two sides are called; time runs one way, whichever is chosen first.
 * @param {Model} model
 * @param {Comparing} state
 * @param {Words} w
 * @param {Lang} lang
 * @returns {[string, string]}
 */
export function namesOfSides(model, state, w, lang) {
  const { from, to, years } = pairOf(model.payload, state.from, state.to);
  if (years) return [w("compare.year", { y: years[0] }), w("compare.year", { y: years[1] })];
  if (from === "all") return [w("compare.first"), w("compare.last")];
  const pair = model.payload.plans
    .filter((p) => p.id === from || p.id === to)
    .map((p) => pickLanguage(p.short, lang));
  const last = pair[pair.length - 1];
  return [from === "earlier" ? w("compare.earlier") : pair[0], last];
}

/**
 * The two sides as maps show them: of what is `shown`, that which each side knows of.
 * @param {Model} model
 * @param {Comparing} state
 * @param {Map<string, Compared>} found
 * @param {string[]} shown ids
 * @param {[string, string]} names
 * @returns {[Side, Side]}
 */
export function sidesOf(model, state, found, shown, names) {
  const { years } = pairOf(model.payload, state.from, state.to);
  /** @param {0 | 1} i @returns {Side} */
  const side = (i) => {
    /** @type {Side} */
    const made = {
      name: names[i],
      look: years ? "years" : "statuses",
      year: years ? years[i] : 0,
      ids: [],
      statuses: [],
    };
    shown.forEach((id) => {
      const change = found.get(id),
        code = change && (i ? change.after : change.before);
      if (!code) return;
      made.ids.push(id);
      made.statuses.push(code);
    });
    return made;
  };
  return [side(0), side(1)];
}

/**
 * A comparison as pages show it: what is shown, in numbers and words, and its two sides where
 * each has a map.
 * @param {Model} model
 * @param {Filter} chosen
 * @param {Comparing} state
 * @param {Words} w
 * @param {Lang} lang
 */
export function comparisonOf(model, chosen, state, w, lang) {
  const found = listChanges(model, chosen, state.from, state.to),
    shown = shownOf(model, found, state.change),
    names = namesOfSides(model, state, w, lang);
  return {
    ...shown,
    found: found,
    names: names,
    sides: state.maps === "one" ? null : sidesOf(model, state, found, shown.ids, names),
    told: w("compare.shown", {
      n: shown.ids.length,
      all: model.projects.length,
      m: shown.changed.length,
    }),
  };
}

/**
 * The plans that are compared, as places; null for all.
 * @param {Payload} payload
 * @param {Comparing} state
 * @returns {number[] | null}
 */
export function plansCompared(payload, state) {
  const { from, to, years } = pairOf(payload, state.from, state.to);
  if (years || from === "all") return null;
  /** @param {string} id */
  const index = (id) => payload.plans.findIndex((p) => p.id === id);
  const last = Math.max(index(from), index(to));
  if (from === "earlier") return payload.plans.map((_, i) => i).filter((i) => i <= last);
  return [Math.min(index(from), index(to)), last].filter((i, k, all) => all.indexOf(i) === k);
}
