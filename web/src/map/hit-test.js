// Which projects are near a place of the world: lines and points by distance, areas by what is in
// them.

import { insideRings } from "../core/where/rings.js";

/** @import { Project, World } from "../core/types.js" */

/**
 * Square of the distance from a place to the step of `line` that ends at its `i`-th number.
 * @param {number} px
 * @param {number} py
 * @param {World} line
 * @param {number} i
 * @returns {number}
 */
export function squaredDistance(px, py, line, i) {
  const k = Math.max(0, i - 2);
  let dx = line[i] - line[k],
    dy = line[i + 1] - line[k + 1];
  const square = dx * dx + dy * dy;
  const t = square
    ? Math.max(0, Math.min(1, ((px - line[k]) * dx + (py - line[k + 1]) * dy) / square))
    : 0;
  dx = px - line[k] - t * dx;
  dy = py - line[k + 1] - t * dy;
  return dx * dx + dy * dy;
}

/**
 * The leg of `project` that is nearest to a place of the world, the first of several as near; -1
 * where it has none.
 * @param {Project} project
 * @param {ArrayLike<number>} place
 * @returns {number}
 */
export function legAt(project, place) {
  let best = Infinity,
    found = -1;
  project.legWorlds.forEach((line, index) => {
    for (let i = line.length > 2 ? 2 : 0; i < line.length; i += 2) {
      const away = squaredDistance(place[0], place[1], line, i);
      if (away < best) {
        best = away;
        found = index;
      }
    }
  });
  return found;
}

/**
 * Projects within `tolerance` of `place` (both in the world's measure), nearest first, a point
 * before a line that is as near; where there is none the areas round it, smallest first.
 * @param {Project[]} projects
 * @param {ArrayLike<number>} place
 * @param {number} tolerance
 * @returns {Project[]}
 */
export function hitTest(projects, place, tolerance) {
  /** @type {[number, Project][]} */
  const hits = [],
    /** @type {[number, Project][]} */
    areas = [];
  projects.forEach((p) => {
    const box = p.box;
    if (
      !box ||
      place[0] < box[0] - tolerance ||
      place[0] > box[2] + tolerance ||
      place[1] < box[1] - tolerance ||
      place[1] > box[3] + tolerance
    )
      return;
    let best = Infinity;
    p.worlds.forEach((line) => {
      for (let i = line.length > 2 ? 2 : 0; i < line.length; i += 2)
        best = Math.min(best, squaredDistance(place[0], place[1], line, i));
    });
    if (best <= tolerance * tolerance) hits.push([p.kind === "P" ? best / 4 : best, p]);
    else if (p.kind === "A" && insideRings(place[0], place[1], p.worlds))
      areas.push([box[2] - box[0], p]);
  });
  const found = hits.length ? hits : areas;
  return found.sort((a, c) => a[0] - c[0]).map((hit) => hit[1]);
}
