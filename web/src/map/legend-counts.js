// What a legend counts: how many projects of each mode, code and shape are shown.

/** @import { View } from "../core/types.js" */

/**
 * @typedef {object} LegendCounts
 * @property {string[]} ids of all, each once
 * @property {Record<string, number>} modes all of a mode, by mode
 * @property {Record<string, number>} drawn those of them that are lines or areas
 * @property {Record<string, number>} points those of them that are points
 * @property {Record<string, number>} codes by the code that they are shown with
 * @property {number} areas
 * @property {number} unplaced without a place
 */

/**
 * What the maps show: each project once, each code on every map.
 * @param {View["model"]} model
 * @param {readonly Map<string, string>[]} maps code by id, of each map
 * @returns {LegendCounts}
 */
export function legendCounts(model, maps) {
  /** @type {LegendCounts} */
  const counts = { ids: [], modes: {}, drawn: {}, points: {}, codes: {}, areas: 0, unplaced: 0 };
  /** @param {Record<string, number>} table @param {string} key */
  const add = (table, key) => {
    table[key] = (table[key] || 0) + 1;
  };
  /** @type {Set<string>} */
  const seen = new Set();
  /** @param {string} code @param {string} id */
  const count = (code, id) => {
    const p = model.byId.get(id);
    if (!p) return;
    add(counts.codes, code);
    if (seen.has(id)) return;
    seen.add(id);
    counts.ids.push(id);
    add(counts.modes, p.data.mode);
    if (p.kind === "P") add(counts.points, p.data.mode);
    else if (p.kind) add(counts.drawn, p.data.mode);
    else counts.unplaced += 1;
    if (p.kind === "A") counts.areas += 1;
  };
  maps.forEach((shown) => {
    shown.forEach(count);
  });
  return counts;
}

/**
 * How many of what maps show became what, by class of change.
 * @param {readonly Pick<View, "shown" | "paint">[]} views
 * @returns {Record<string, number>}
 */
export function changeCounts(views) {
  /** @type {Record<string, number>} */
  const counts = {};
  views.forEach(({ shown, paint }) => {
    shown.forEach((_, id) => {
      const code = paint && paint.get(id);
      if (code) counts[code] = (counts[code] || 0) + 1;
    });
  });
  return counts;
}

/**
 * The modes that have points beside lines, whose symbol the row of the mode does not show.
 * @param {LegendCounts} counts
 * @param {readonly string[]} modes all modes in their order
 * @returns {string[]}
 */
export function modesWithBoth(counts, modes) {
  return modes.filter((m) => counts.drawn[m] && counts.points[m]);
}
