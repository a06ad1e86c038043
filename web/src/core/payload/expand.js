// Gives what was sent its names again: layers/payload/compact.py took the records apart. Nothing
// else knows the order of fields. Lines stay packed until decode.js is asked for them.
import { unpack } from "./packing.js";

/**
 * @typedef {{n: number, columns: Record<string, [unknown[], string]>}} Columns
 * @typedef {{zh: string[], en: string[], at: string}} Stops
 * @typedef {Record<string, Record<string, string[]>>} Fields names by part and key of the payload
 * @typedef {Omit<Payload, "projects" | "stops" | "base"> &
 *   {fields: Fields, base: Record<string, any>, projects: Columns, stops: Stops}} Compact
 */

/** @import { PackedProject, Payload, Stop } from "../types.js" */

/** @param {Payload | Compact} payload @returns {payload is Payload} */
function isWhole(payload) {
  return Array.isArray(payload.projects);
}

/**
 * Rows as objects.
 * @param {unknown[][]} rows
 * @param {string[]} fields the names of a row's values, in their order
 * @returns {Record<string, unknown>[]}
 */
function named(rows, fields) {
  return rows.map((row) => {
    /** @type {Record<string, unknown>} */
    const found = {};
    for (let i = 0; i < fields.length; i++) found[fields[i]] = row[i];
    return found;
  });
}

/**
 * @param {Columns} held
 * @param {Record<string, string[]>} fields
 */
function projectsOf(held, fields) {
  /** @type {Record<string, unknown>[]} */
  const records = [];
  for (let i = 0; i < held.n; i++) records.push({});
  Object.keys(held.columns).forEach((key) => {
    const [distinct, packed] = held.columns[key],
      values = fields[key]
        ? distinct.map((rows) => named(/** @type {unknown[][]} */ (rows), fields[key]))
        : distinct;
    let at = 0;
    unpack(packed).forEach((step, i) => {
      at += step;
      if (at) records[i][key] = values[at - 1];
    });
  });
  return /** @type {PackedProject[]} */ (/** @type {unknown} */ (records));
}

/** @param {Stops} held @returns {Stop[]} */
function stopsOf(held) {
  const at = unpack(held.at);
  let x = 0,
    y = 0;
  return held.zh.map((name, i) => {
    x += at[2 * i];
    y += at[2 * i + 1];
    return { name: name, x: x, y: y, name_en: held.en[i] };
  });
}

/**
 * The payload with all records under their names; as it is where they are already.
 * @param {Payload | Compact} payload
 * @returns {Payload}
 */
export function expand(payload) {
  if (isWhole(payload)) return payload;
  const { fields, ...rest } = payload,
    base = Object.assign({}, payload.base);
  Object.keys(fields.base).forEach((key) => {
    base[key] = named(base[key], fields.base[key]);
  });
  return Object.assign(rest, {
    base: /** @type {Payload["base"]} */ (base),
    stops: stopsOf(payload.stops),
    projects: projectsOf(payload.projects, fields.projects),
  });
}
