// What became of what the plans want without naming a year, and what has opened: by facts alone.
import { yearOf } from "../core/dates.js";

/**
 * @import { Event, Model, Project } from "../core/types.js"
 * @typedef {object} PlanProgress
 * @property {number} plan its index
 * @property {number} total
 * @property {Map<string, Project[]>} by projects by current status, in the order of the codes
 * @typedef {{project: Project, event: Event}} Opening
 */

/**
 * For each plan, the projects among these ids that it wants something done with and names no year
 * for, by how far they are now. Plans without any are left out.
 * @param {Model} model
 * @param {string[]} ids
 * @param {string[]} plans ids; all when empty
 * @returns {PlanProgress[]}
 */
export function listProgress(model, ids, plans) {
  const payload = model.payload,
    shown = new Set(ids);
  /** @type {PlanProgress[]} */
  const found = payload.plans.map((_, i) => ({
    plan: i,
    total: 0,
    by: new Map(payload.current_statuses.map((code) => [code, []])),
  }));
  model.projects.forEach((project) => {
    if (!shown.has(project.id)) return;
    const now = payload.current_statuses[project.data.current];
    (project.data.without_year || []).forEach((i) => {
      const list = found[i].by.get(now);
      if (!list) return;
      list.push(project);
      found[i].total += 1;
    });
  });
  return found.filter(
    (p) => p.total && (!plans.length || plans.indexOf(payload.plans[p.plan].id) >= 0),
  );
}

/**
 * How many of these projects (ids) are known: {known, all}.
 * @param {Model} model
 * @param {string[]} ids
 */
export function countKnown(model, ids) {
  const unknown = model.payload.current_statuses.indexOf("unknown");
  let known = 0;
  ids.forEach((id) => {
    const project = model.byId.get(id);
    if (project && project.data.current !== unknown) known += 1;
  });
  return { known: known, all: ids.length };
}

/**
 * The openings among these projects (ids) from a year on, the newest first: each fact that may
 * decide, of the whole or of a section.
 * @param {Model} model
 * @param {string[]} ids
 * @param {number} since
 * @returns {Opening[]}
 */
export function listOpenings(model, ids, since) {
  /** @type {Opening[]} */
  const found = [];
  ids.forEach((id) => {
    const project = model.byId.get(id);
    ((project && project.data.events) || []).forEach((event) => {
      if (!project || !event.decides || model.payload.openings.indexOf(event.event) < 0) return;
      if (yearOf(event.date) < since) return;
      found.push({ project: project, event: event });
    });
  });
  // A surer date comes first within its year: 2024-09 before 2024.
  /** @param {Opening} opening */
  const day = (opening) => opening.event.date.padEnd(10, "!");
  return found.sort((a, b) => Number(day(a) < day(b)) - Number(day(a) > day(b)));
}

/**
 * The years in which anything opened, the newest first.
 * @param {Opening[]} openings
 * @returns {number[]}
 */
export function openingYears(openings) {
  return Array.from(new Set(openings.map((o) => yearOf(o.event.date)))).sort((a, b) => b - a);
}
