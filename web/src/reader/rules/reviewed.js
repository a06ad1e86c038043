// Rows as they are after review: what was found, what the server made of it, what is corrected.

/** @import { Compared, Correction, Reviewed, Row, Unfit } from "../types.js" */

/** @type {[string, string]} */
const NONE = ["", ""];

/**
 * A row that a person added, before the server has read it.
 * @param {string} key
 * @param {Correction} correction
 * @param {string} words
 * @returns {Row}
 */
export function addedRow(key, correction, words) {
  return {
    key: key,
    clause: "",
    as_written: words,
    name: words,
    mode: correction.mode || "rail",
    action: "",
    status: correction.status || "unspecified",
    start_year: 0,
    complete_year: 0,
    project: "",
    score: 0,
    reason: NONE,
    confidence: "high",
    doubt: NONE,
    kind: "plan",
    start: correction.start || 0,
    end: correction.end || 0,
  };
}

/**
 * @param {Row} row
 * @param {Correction} correction
 * @param {Compared | null} compared
 * @returns {Reviewed}
 */
export function reviewed(row, correction, compared) {
  const now = compared && compared.rows[row.key];
  const project = correction.project === undefined ? (now || row).project : correction.project;
  const step = compared && compared.projects[project];
  // What the server has not seen yet is neither new nor known.
  const added = compared && !project && (now || !row.key.includes("+"));
  const { verdict = "" } = correction;
  // A past achievement counts only when it is accepted.
  const counts = verdict === "accept" || (!verdict && row.kind !== "achievement");
  const fields = Object.keys(correction).filter((field) => field !== "verdict");
  /** @template T @param {T | undefined} told @param {T} found @returns {T} */
  const or = (told, found) => (told === undefined ? found : told);
  return {
    key: row.key,
    row: row,
    verdict: verdict,
    name: or(correction.name, now ? now.name : row.name),
    as_written: now ? now.as_written : row.as_written,
    mode: or(correction.mode, row.mode),
    status: or(correction.status, row.status),
    start: or(correction.start, row.start),
    end: or(correction.end, row.end),
    start_year: or(correction.start_year, row.start_year),
    complete_year: or(correction.complete_year, row.complete_year),
    project: project,
    project_name: step ? step.name : NONE,
    reason: now ? now.reason : row.reason,
    change: !counts ? "" : step ? step.change : added ? "new" : "",
    moved: counts && !!step && step.moved === 1,
    was: step ? step.was : "",
    was_plan: step ? step.was_plan : NONE,
    was_start: step ? step.was_start : 0,
    was_complete: step ? step.was_complete : 0,
    told: step ? step.told : [],
    changed: fields.length > 0,
  };
}

/**
 * A correction without what the server does not use: the row shows what counts.
 * @param {Correction} correction
 * @param {Unfit[]} unfit fields of this row
 * @returns {Correction}
 */
export function used(correction, unfit) {
  if (!unfit.length) return correction;
  if (unfit.some((one) => !one.field)) return {};
  /** @type {Correction} */
  const found = { ...correction };
  unfit.forEach((one) => {
    delete found[/** @type {keyof Correction} */ (one.field)];
    // An extent is one thing.
    if (one.field === "start") delete found.end;
  });
  return found;
}

/**
 * A correction without the fields that say what was found: these are none.
 * @param {Row} row
 * @param {Correction} correction
 * @returns {Correction}
 */
export function asFound(row, correction) {
  const fields = /** @type {const} */ (["name", "mode", "status", "start_year", "complete_year"]);
  /** @type {Correction} */
  const found = { ...correction };
  fields.forEach((field) => {
    if (found[field] === row[field]) found[field] = undefined;
  });
  return found;
}

/** The groups of rows, in the order of their buttons; dropped projects are no rows. */
export const GROUPS = ["new", "status", "time", "same", "doubt", "left", "all"];

const STATUS_MOVED = ["forward", "back", "changed"];

/**
 * Whether a row is in a group; a rejected one is only in "all".
 * @param {Reviewed} r
 * @param {string} group
 */
export function inGroup(r, group) {
  if (group === "all") return true;
  if (r.verdict === "reject") return false;
  if (group === "new") return r.change === "new" || r.change === "added";
  if (group === "status") return STATUS_MOVED.includes(r.change);
  if (group === "time") return r.moved;
  if (group === "same") return !r.moved && (r.change === "same" || r.change === "only_named");
  if (group === "doubt") return r.row.confidence !== "high" && !r.changed;
  return !r.verdict;
}

/**
 * The row after (`step` 1) or before (-1) one, of those that `fits`; null where there is none.
 * @param {Reviewed[]} rows
 * @param {string | null} key null begins at the end that `step` comes from
 * @param {1 | -1} step
 * @param {(r: Reviewed) => boolean} [fits]
 */
export function neighbour(rows, key, step, fits = () => true) {
  const at = key === null ? -1 : rows.findIndex((r) => r.key === key);
  let i = at < 0 ? (step === 1 ? 0 : rows.length - 1) : at + step;
  for (; i >= 0 && i < rows.length; i += step) if (fits(rows[i])) return rows[i];
  return null;
}
