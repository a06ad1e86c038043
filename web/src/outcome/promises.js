// The promises with a year that a filter leaves: in order, in groups, in total, and as they slip.
import { whenOf } from "../core/dates.js";

/**
 * @import { Filter, Model, Outcome, Project } from "../core/types.js"
 * @typedef {object} Made a promise and whose it is
 * @property {string} key of project, plan, kind and year
 * @property {Project} project
 * @property {Outcome} outcome
 * @typedef {"late" | "name" | "year"} Order
 * @typedef {"" | "region" | "mode" | "plan"} Grouping
 * @typedef {{id: string, name: string[] | null, rows: Made[]}} Group
 * @typedef {object} By what the order goes by
 * @property {string} asOf the day of the facts
 * @property {(project: Project) => string} name
 * @property {(a: string, b: string) => number} collate orders texts
 * @typedef {object} Slip a promise as one plan after another repeats it
 * @property {Project} project
 * @property {string} kind
 * @property {Made[]} rows by the plans' dates
 */

/**
 * The promises of these projects (ids) that the chosen plans make, for the chosen years.
 * @param {Model} model
 * @param {string[]} ids
 * @param {Pick<Filter, "plan" | "year">} chosen
 * @returns {Made[]}
 */
export function listPromises(model, ids, chosen) {
  const shown = new Set(ids);
  /** @type {Made[]} */
  const found = [];
  model.projects.forEach((project) => {
    if (!shown.has(project.id)) return;
    (project.data.outcomes || []).forEach((o) => {
      const plan = model.payload.plans[o.plan].id;
      if (chosen.plan.length && chosen.plan.indexOf(plan) < 0) return;
      if (chosen.year.length && chosen.year.indexOf(o.year) < 0) return;
      found.push({ key: [project.id, plan, o.kind, o.year].join(" "), project, outcome: o });
    });
  });
  return found;
}

/**
 * How many there are of each verdict, those without any too, in the order of the codes.
 * @param {Model} model
 * @param {Made[]} rows
 * @returns {Map<string, number>}
 */
export function countVerdicts(model, rows) {
  /** @type {Map<string, number>} */
  const found = new Map(model.payload.verdict_codes.map((code) => [code, 0]));
  rows.forEach((row) => {
    found.set(row.outcome.verdict, (found.get(row.outcome.verdict) || 0) + 1);
  });
  return found;
}

/**
 * Years from the end of the promised year to the day when it happened, below zero where it
 * happened earlier; to the day of the facts where it has not yet; "" where neither is known.
 * @param {Outcome} outcome
 * @param {string} asOf
 * @returns {number | ""}
 */
export function lateBy(outcome, asOf) {
  const missed = outcome.verdict === "missed";
  const end = whenOf(missed ? asOf : outcome.happened);
  return end ? end.from - (outcome.year + 1) : "";
}

/**
 * In the order asked for: the latest first, by name, or by the year promised.
 * @param {Made[]} rows left as they are
 * @param {Order} order
 * @param {By} by
 * @returns {Made[]}
 */
export function sortPromises(rows, order, by) {
  /** @param {Made} a @param {Made} b */
  const names = (a, b) => by.collate(by.name(a.project), by.name(b.project));
  /** @param {Made} row */
  const late = (row) => {
    const years = lateBy(row.outcome, by.asOf);
    return years === "" ? -Infinity : years;
  };
  /** @param {number} a @param {number} b */
  const less = (a, b) => Number(a > b) - Number(a < b);
  /** @param {Made} a @param {Made} b */
  const first = (a, b) =>
    order === "late"
      ? less(late(b), late(a))
      : order === "year"
        ? less(a.outcome.year, b.outcome.year)
        : names(a, b);
  return rows
    .slice()
    .sort((a, b) => first(a, b) || names(a, b) || less(a.outcome.year, b.outcome.year));
}

/**
 * In groups, in the order of the payload; a project in two regions stands in both, one in none in
 * a group without id. Without a grouping there is one group.
 * @param {Model} model
 * @param {Made[]} rows
 * @param {Grouping} by
 * @returns {Group[]}
 */
export function groupPromises(model, rows, by) {
  const payload = model.payload;
  if (!by) return [{ id: "", name: null, rows: rows }];
  /** @type {Group[]} */
  const groups =
    by === "mode"
      ? payload.modes.map((id) => ({ id, name: null, rows: [] }))
      : by === "plan"
        ? payload.plans.map((p) => ({ id: p.id, name: p.short, rows: [] }))
        : payload.regions.map((r) => ({ id: r.id, name: r.name, rows: [] }));
  /** @type {Group} */
  const rest = { id: "", name: null, rows: [] };
  rows.forEach((row) => {
    const data = row.project.data;
    const at =
      by === "mode"
        ? [payload.modes.indexOf(data.mode)]
        : by === "plan"
          ? [row.outcome.plan]
          : data.regions || [];
    (at.length ? at.map((i) => groups[i]) : [rest]).forEach((group) => {
      group.rows.push(row);
    });
  });
  return groups.concat(rest).filter((group) => group.rows.length);
}

/**
 * The same promises as lines: of one project and kind, by the plans' dates.
 * @param {Made[]} rows
 * @returns {Slip[]}
 */
export function listSlips(rows) {
  /** @type {Map<string, Slip>} */
  const found = new Map();
  rows.forEach((row) => {
    const key = row.project.id + " " + row.outcome.kind;
    const slip = found.get(key);
    if (slip) slip.rows.push(row);
    else found.set(key, { project: row.project, kind: row.outcome.kind, rows: [row] });
  });
  found.forEach((slip) => {
    slip.rows.sort((a, b) => a.outcome.plan - b.outcome.plan || a.outcome.year - b.outcome.year);
  });
  return Array.from(found.values());
}

/**
 * Marks of the same plan and year beside each other within that year: how far up in it each is.
 * @param {Made[]} rows
 * @returns {Map<Made, number>}
 */
export function spreadMarks(rows) {
  /** @type {Map<string, Made[]>} */
  const cells = new Map();
  rows.forEach((made) => {
    const key = made.outcome.plan + " " + made.outcome.year,
      cell = cells.get(key);
    if (cell) cell.push(made);
    else cells.set(key, [made]);
  });
  /** @type {Map<Made, number>} */
  const found = new Map();
  cells.forEach((cell) => {
    cell.forEach((made, i) => {
      found.set(made, (i + 1) / (cell.length + 1));
    });
  });
  return found;
}

/**
 * The axis on which all of these promises and the day of the facts lie.
 * @param {Made[]} rows
 * @param {string} asOf
 * @returns {{from: number, to: number}} in years; `to` leaves room for the last sign
 */
export function axisOf(rows, asOf) {
  const today = whenOf(asOf);
  let from = today ? Math.floor(today.from) : Infinity,
    to = today ? Math.ceil(today.to) : 0;
  rows.forEach((made) => {
    const happened = whenOf(made.outcome.happened);
    from = Math.min(from, made.outcome.year, happened ? Math.floor(happened.from) : Infinity);
    to = Math.max(to, made.outcome.year + 1, happened ? Math.ceil(happened.to) : 0);
  });
  return { from: from, to: to + 0.2 };
}
