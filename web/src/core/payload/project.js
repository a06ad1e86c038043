// A project of the payload as the view takes it.

import { mercatorScale, toWorld } from "../projection.js";
import { unpack } from "./packing.js";

/** @import { History, PackedProject, Payload, ProjectData } from "../types.js" */

// Places from a line's first on, and how far they reach: once for all lines of that shape.
/**
 * @param {string} text
 * @param {Map<string, Shape>} known
 * @returns {Shape}
 */
function decodeShape(text, known) {
  const before = known.get(text);
  if (before) return before;
  const steps = unpack(text),
    at = new Int32Array(steps.length + 2);
  let x = 0,
    y = 0,
    west = 0,
    south = 0,
    east = 0,
    north = 0;
  for (let i = 0; i < steps.length; i += 2) {
    at[i + 2] = x += steps[i];
    at[i + 3] = y += steps[i + 1];
    if (x < west) west = x;
    else if (x > east) east = x;
    if (y < south) south = y;
    else if (y > north) north = y;
  }
  const found = { at: at, west: west, south: south, east: east, north: north };
  known.set(text, found);
  return found;
}

// Where the first `n` numbers of a packed text end.
/**
 * @param {string} text
 * @param {number} n
 */
function textEnd(text, n) {
  let i = 0;
  while (n && i < text.length) {
    const c = text.charCodeAt(i++),
      digit = c > 92 ? c - 37 : c > 60 ? c - 36 : c - 35;
    if (digit < 45) n--;
  }
  return i;
}

/**
 * @typedef {{at: Int32Array, west: number, south: number, east: number, north: number}} Shape
 * @typedef {{x: number, y: number, shape: Shape}} Course its first place in steps
 */

// A project as the view takes it. Its course is worked out when it is first asked for.
export class Project {
  /**
   * @param {PackedProject} data
   * @param {number} index
   * @param {Payload} payload
   * @param {Map<string, Shape>} known shapes that were read before
   * @param {History[]} histories
   */
  constructor(data, index, payload, known, histories) {
    this.index = index;
    this.id = data.id;
    this.kind = data.kind || "";
    this.history = histories[data.history];
    this._own = data;
    this._payload = payload;
    this._known = known;
    /** @type {ProjectData | null} */
    this._data = null;
    /** @type {Course[] | null} */
    this._courses = null;
    /** @type {[number, number][][] | null} */
    this._lines = null;
    /** @type {Float64Array[] | null} */
    this._worlds = null;
    /** @type {number[] | null} */
    this._box = null;
  }

  /** @returns {ProjectData} */
  get data() {
    if (this._data) return this._data;
    const p = this._own,
      all = this._payload.stops;
    const stops = p.stops ? p.stops.map((i) => all[i]) : undefined;
    const made = Object.assign({}, p, { statuses: this.history.statuses, stops: stops });
    return (this._data = made);
  }

  /**
   * Each line as its first place in steps and its shape from there.
   * @returns {Course[]}
   */
  get courses() {
    if (this._courses) return this._courses;
    const p = this._own,
      known = this._known;
    const heads = p["geometry.head"] || (p.geometry || []).map((g) => g.slice(0, textEnd(g, 2)));
    const tails = p["geometry.tail"] || (p.geometry || []).map((g, i) => g.slice(heads[i].length));
    return (this._courses = heads.map((head, i) => {
      const first = unpack(head);
      return { x: first[0], y: first[1], shape: decodeShape(tails[i], known) };
    }));
  }

  /** @returns {[number, number][][]} */
  get lines() {
    if (this._lines) return this._lines;
    const scale = this._payload.scale;
    return (this._lines = this.courses.map((c) => {
      /** @type {[number, number][]} */
      const found = [];
      const at = c.shape.at;
      for (let i = 0; i < at.length; i += 2)
        found.push([(c.y + at[i + 1]) / scale, (c.x + at[i]) / scale]);
      return found;
    }));
  }

  /**
   * Each line in places of the world, x and y by turns.
   * @returns {Float64Array[]}
   */
  get worlds() {
    if (this._worlds) return this._worlds;
    const scale = this._payload.scale,
      down = mercatorScale(scale);
    return (this._worlds = this.courses.map((c) => {
      const at = c.shape.at,
        found = new Float64Array(at.length);
      for (let i = 0; i < at.length; i += 2) {
        found[i] = (c.x + at[i]) / scale / 360 + 0.5;
        found[i + 1] = down(c.y + at[i + 1]);
      }
      return found;
    }));
  }

  /**
   * The world's corner and far corner that hold it; null without a place.
   * @returns {number[] | null}
   */
  get box() {
    if (this._box || !this.kind) return this._box;
    const scale = this._payload.scale;
    let west = Infinity,
      south = Infinity,
      east = -Infinity,
      north = -Infinity;
    this.courses.forEach((c) => {
      west = Math.min(west, c.x + c.shape.west);
      east = Math.max(east, c.x + c.shape.east);
      south = Math.min(south, c.y + c.shape.south);
      north = Math.max(north, c.y + c.shape.north);
    });
    return (this._box = toWorld([north / scale, west / scale]).concat(
      toWorld([south / scale, east / scale]),
    ));
  }
}
