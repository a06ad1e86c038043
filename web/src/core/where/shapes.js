// Where a filter may say to look beside areas that have names: near a place, in a box, in a ring.
// layers/selection/where.py reads the same of an address and says the same of each project.

import { distance, inside, lengthInside, overlaps, plane } from "./geometry.js";

/** @import { Model, Payload, Project, Where } from "../types.js" */
/** @import { Plane } from "./geometry.js" */

/** @typedef {"near" | "box" | "within"} ShapeKey */

/** @param {number} n @param {number[]} limits */
const within = (n, limits) => n >= limits[0] && n <= limits[1];

/** @typedef {Record<string, number[]>} Limits */
/** @type {Record<string, (found: readonly number[], limits: Limits) => boolean>} */
const FITS = {
  near: (found, { km }) => found.length === 3 && within(found[2], km),
  box: (found) => found.length === 4 && found[0] < found[2] && found[1] < found[3],
  within: (found, { corners }) => found.length % 2 === 0 && within(found.length / 2, corners),
};

/**
 * The numbers of a shape, null where they are none within the limits.
 * @param {Payload["address"]} grammar
 * @param {string} key
 * @param {(number | null)[]} parts
 * @returns {number[] | null}
 */
export function readShape(grammar, key, parts) {
  const limits = grammar.limits,
    found = parts.filter((part) => part !== null);
  if (found.length < parts.length || !FITS[key](found, limits)) return null;
  const places = key === "near" ? found.slice(0, 2) : found;
  return places.every((n, i) => within(n, i % 2 ? limits.lat : limits.lon)) ? found : null;
}

/**
 * The corners of a shape in the plane.
 * @param {readonly number[]} shape
 * @param {boolean} box
 * @returns {Plane[]}
 */
export function ringOf(shape, box) {
  const [west, south, east, north] = shape,
    all = box ? [west, south, east, south, east, north, west, north] : shape;
  /** @type {Plane[]} */
  const ring = [];
  for (let i = 0; i < all.length; i += 2) ring.push(plane(all[i], all[i + 1]));
  return ring;
}

/**
 * Lines of a project in the plane, made once.
 * @type {WeakMap<Project, Plane[][]>}
 */
const kept = new WeakMap();

/** @param {Project} p @param {number} scale @returns {Plane[][]} */
function linesOf(p, scale) {
  let lines = kept.get(p);
  if (lines) return lines;
  lines = p.positions.map((line) => {
    /** @type {Plane[]} */
    const found = [];
    for (let i = 0; i < line.length; i += 2)
      found.push(plane(line[i] / scale, line[i + 1] / scale));
    return found;
  });
  kept.set(p, lines);
  return lines;
}

/**
 * How far a drawn project is from a place, in kilometres; infinite for one without a place.
 * @param {Model} model
 * @param {Project} p
 * @param {readonly number[]} near longitude and latitude
 */
export function distanceKm(model, p, near) {
  return distance(plane(near[0], near[1]), p.kind, linesOf(p, model.payload.scale)) / 1000;
}

/**
 * Whether a project touches what a ring holds: by the rule of regions, as it is drawn.
 * @param {Model} model
 * @param {Project} p
 * @param {Plane[]} ring
 */
function touches(model, p, ring) {
  const { scale, address } = model.payload,
    lines = linesOf(p, scale);
  if (p.kind === "A") return overlaps(lines, ring);
  if (p.kind === "P") return lines.some((line) => inside(line[0], [ring]));
  return (
    p.kind === "L" &&
    ((p.data.stops || []).some((stop) => inside(plane(stop.x / scale, stop.y / scale), [ring])) ||
      lengthInside(lines, ring) >= address.touches_km * 1000)
  );
}

/**
 * Whether a project is near enough and touches box and ring, as far as each is given: null where
 * none is.
 * @param {Model} model
 * @param {Partial<Pick<Where, "near" | "box" | "within">>} where
 * @returns {((p: Project) => boolean) | null}
 */
export function shapeTest(model, { near = [], box = [], within = [] }) {
  if (!near.length && !box.length && !within.length) return null;
  const rings = [
    ...(box.length ? [ringOf(box, true)] : []),
    ...(within.length ? [ringOf(within, false)] : []),
  ];
  const asked = JSON.stringify([near, box, within]);
  if (!model.shapes || model.shapes.asked !== asked) model.shapes = { asked, found: new Map() };
  const found = model.shapes.found;
  return (p) => {
    let is = found.get(p);
    if (is === undefined) {
      is =
        (!near.length || distanceKm(model, p, near) <= near[2]) &&
        rings.every((ring) => touches(model, p, ring));
      found.set(p, is);
    }
    return is;
  };
}
