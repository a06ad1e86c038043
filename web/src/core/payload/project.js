// A project of the payload as the view takes it.

import { toWorld } from "../projection.js";
import { toPlaces, toPoints, unpackPositions } from "./packing.js";

/** @import { History, Leg, Legs, PackedProject, Payload, ProjectData } from "../types.js" */

/**
 * Legs one by one, as they are sent field by field.
 * @param {Legs} legs
 * @returns {Leg[]}
 */
const legsOf = (legs) =>
  legs.band.map((band, i) => ({
    start: legs.start[i],
    end: legs.end[i],
    band: band,
    method: legs.method[i],
    basis: legs.basis[i],
    sources: legs.sources[i],
  }));

// A project as the view takes it. Its lines are worked out when they are first asked for.
export class Project {
  /**
   * @param {PackedProject} data
   * @param {number} index
   * @param {Payload} payload
   * @param {History[]} histories
   */
  constructor(data, index, payload, histories) {
    this.index = index;
    this.id = data.id;
    this.kind = data.kind || "";
    this.history = histories[data.history];
    this._own = data;
    this._payload = payload;
    /** @type {ProjectData | null} */
    this._data = null;
    /** @type {Int32Array[] | null} */
    this._positions = null;
    /** @type {[number, number][][] | null} */
    this._lines = null;
    /** @type {Float64Array[] | null} */
    this._worlds = null;
    /** @type {[number, number][][] | null} */
    this._legLines = null;
    /** @type {number[] | null} */
    this._box = null;
  }

  /** @returns {ProjectData} */
  get data() {
    if (this._data) return this._data;
    const p = this._own,
      all = this._payload.stops;
    const stops = p.stops ? p.stops.map((i) => all[i]) : undefined;
    const legs = p.legs && legsOf(p.legs);
    const made = Object.assign({}, p, {
      statuses: this.history.statuses,
      stops: stops,
      legs: legs,
    });
    return (this._data = made);
  }

  /**
   * Each line in steps, x and y by turns.
   * @returns {Int32Array[]}
   */
  get positions() {
    if (!this._positions) this._positions = (this._own.geometry || []).map(unpackPositions);
    return this._positions;
  }

  /** @returns {[number, number][][]} */
  get lines() {
    const scale = this._payload.scale;
    if (!this._lines) this._lines = this.positions.map((line) => toPoints(line, scale));
    return this._lines;
  }

  /**
   * Each line in places of the world, x and y by turns.
   * @returns {Float64Array[]}
   */
  get worlds() {
    const scale = this._payload.scale;
    if (!this._worlds) this._worlds = this.positions.map((line) => toPlaces(line, scale));
    return this._worlds;
  }

  /**
   * Each leg in degrees, in order; empty for what has none.
   * @returns {[number, number][][]}
   */
  get legLines() {
    const scale = this._payload.scale;
    if (!this._legLines)
      this._legLines = this._legs(this.positions).map((leg) => toPoints(leg, scale));
    return this._legLines;
  }

  /**
   * Each leg in places of the world, x and y by turns.
   * @returns {Float64Array[]}
   */
  get legWorlds() {
    return this._legs(this.worlds);
  }

  /**
   * `lines` cut where legs end; legs follow each other through them.
   * @template {Int32Array | Float64Array} T
   * @param {T[]} lines x and y by turns
   * @returns {T[]}
   */
  _legs(lines) {
    let line = 0,
      at = 0;
    const steps = this._own.legs ? this._own.legs.steps : [];
    return steps.map((taken) => {
      if (line < lines.length - 1 && 2 * (at + 1) >= lines[line].length) {
        line++;
        at = 0;
      }
      const from = 2 * at;
      at += taken;
      return /** @type {T} */ (lines[line].subarray(from, 2 * (at + 1)));
    });
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
    this.positions.forEach((line) => {
      for (let i = 0; i < line.length; i += 2) {
        const x = line[i],
          y = line[i + 1];
        if (x < west) west = x;
        if (x > east) east = x;
        if (y < south) south = y;
        if (y > north) north = y;
      }
    });
    return (this._box = toWorld([north / scale, west / scale]).concat(
      toWorld([south / scale, east / scale]),
    ));
  }
}
