// Puts the projects of an exported file together again; layers/compact.py took them apart.
// Their courses stay as heads and tails until decode.js is asked for them.
import { unpack } from "./packing.js";

/**
 * @typedef {{n: number, columns: Record<string, [unknown[], string]>}} Columns
 * @typedef {{zh: string[], en: (string | null)[], at: string}} Names
 * @typedef {Omit<Payload, "projects" | "stops"> & {projects: Columns, stops: Names}} Compact
 */

/** @import { PackedProject, Payload, Stop } from "../types.js" */

/** @param {Payload | Compact} payload @returns {payload is Payload} */
function isWhole(payload) {
  return Array.isArray(payload.projects);
}

/**
 * The payload with its projects as records; as it is where they are already.
 * @param {Payload | Compact} payload
 * @returns {Payload}
 */
export function expand(payload) {
  if (isWhole(payload)) return payload;
  const held = payload.projects,
    names = payload.stops,
    at = unpack(names.at);
  let x = 0,
    y = 0,
    next = 0;
  /** @type {Stop[]} */
  const stops = names.zh.map((name, i) => {
    if (names.en[i] === null) return [name];
    x += at[next++];
    y += at[next++];
    return [name, x, y, names.en[i]];
  });
  /** @type {Record<string, unknown>[]} */
  const records = [];
  for (let i = 0; i < held.n; i++) records.push({});
  Object.keys(held.columns).forEach((key) => {
    const values = held.columns[key][0],
      steps = unpack(held.columns[key][1]);
    let at = 0;
    steps.forEach((step, i) => {
      at += step;
      if (at) records[i][key] = values[at - 1];
    });
  });
  const projects = /** @type {PackedProject[]} */ (/** @type {unknown} */ (records));
  return Object.assign({}, payload, { projects: projects, stops: stops });
}
