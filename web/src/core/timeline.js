// The state of projects on 31 December of a year, looked up in the spans that the build wrote.
// The rules are those of facts/timeline.py.
import { yearOf } from "./dates.js";

/** @import { Left, Model, Payload, Project, Span, YearState } from "./types.js" */

export const PROMISED = "promised";

/** @param {Span} span @param {number} year */
const holds = (span, year) => span.first <= year && (!span.last || year <= span.last);

/**
 * The state of a project in a year: `state`, a code, or null where there is neither a fact nor a
 * promise due; `unmet`, whether a promise that was due by then had not happened.
 * @param {Project} project
 * @param {number} year
 * @returns {YearState}
 */
export function stateIn(project, year) {
  /** @type {string | null} */
  let state = null;
  let unmet = false;
  (project.data.spans || []).forEach((span) => {
    if (!holds(span, year)) return;
    if (span.state === PROMISED) unmet = true;
    else state = span.state;
  });
  return { state: state || (unmet ? PROMISED : null), unmet: unmet };
}

/**
 * {first, last}: the years of which anything is known, to that of the day of the facts. Null where
 * nothing is.
 * @param {Payload} payload
 * @returns {{first: number, last: number} | null}
 */
export function knownYears(payload) {
  let first = Infinity,
    last = yearOf(payload.as_of);
  payload.projects.forEach((p) => {
    (p.spans || []).forEach((span) => {
      first = Math.min(first, span.first);
      last = Math.max(last, span.last || span.first);
    });
  });
  return first <= last ? { first: first, last: last } : null;
}

/**
 * Of what a filter leaves, that of which a year knows anything; how many of these had a promise
 * unmet, and how many are left out.
 * @param {Model} model
 * @param {Left} left
 * @param {number} year
 * @returns {Left & {unmet: number, out: number}}
 */
export function leftIn(model, left, year) {
  /** @type {Left & {unmet: number, out: number}} */
  const found = { ids: [], statuses: [], unmet: 0, out: 0 };
  left.ids.forEach((id, i) => {
    const project = model.byId.get(id),
      was = project && stateIn(project, year);
    if (!was || !was.state) {
      found.out += 1;
      return;
    }
    found.ids.push(id);
    found.statuses.push(left.statuses[i]);
    if (was.unmet) found.unmet += 1;
  });
  return found;
}
