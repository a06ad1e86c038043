// The axis of time of a card: what stands on it, and where.

/** @import { Model, Project } from "../core/types.js" */

/** @typedef {{of: Project, plan: number, kind: "start" | "complete", year: number}} Promised */

const LEAST_YEARS = 6,
  MOST_TICKS = 6;

/**
 * A date as years and a fraction: the middle of the year, the month or the day that is known.
 * @param {string} date
 */
export function timeOf(date) {
  const [year, month, day] = date.split("-").map(Number);
  if (!month) return year + 0.5;
  return year + (month - 1 + (day ? (day - 0.5) / 31 : 0.5)) / 12;
}

/**
 * The years that the plans promise for these projects, each once, in the order of the plans.
 * @param {Project[]} projects
 * @returns {Promised[]}
 */
export function promisesOf(projects) {
  /** @type {Map<string, Promised>} */
  const promises = new Map();
  projects.forEach((of) => {
    /** @param {number} plan @param {"start" | "complete"} kind @param {number} year */
    const add = (plan, kind, year) => {
      const key = [of.id, plan, kind, year].join();
      if (year && !promises.has(key))
        promises.set(key, { of: of, plan: plan, kind: kind, year: year });
    };
    (of.data.mentions || []).forEach((m) => {
      add(m.plan, "start", m.start_year);
      add(m.plan, "complete", m.complete_year);
    });
  });
  return Array.from(promises.values()).sort((a, b) => a.plan - b.plan);
}

/**
 * A project, its sections and theirs: what happens to a section happens to the whole.
 * @param {Model} model
 * @param {Project} project
 */
export function withParts(model, project) {
  const all = [project];
  for (let i = 0; i < all.length; i++)
    model.projects.forEach((p) => {
      if (p.data.part_of === all[i].id && all.indexOf(p) < 0) all.push(p);
    });
  return all;
}

/**
 * The first and the last year of an axis on which all of these stand, and the years between ticks.
 * @param {number[]} times
 */
export function axisOf(times) {
  const first = Math.floor(Math.min(...times)),
    last = Math.max(Math.floor(Math.max(...times)) + 1, first + LEAST_YEARS);
  const step = [1, 2, 5, 10, 20].find((s) => (last - first) / s <= MOST_TICKS) || 50;
  return { first: first, last: last, step: step };
}
