// A project of the payload as the view takes it.

import { toWorld } from "../projection.js";
import { toPlaces, toPoints, unpackPositions } from "./packing.js";

/** @import { History, PackedProject, Payload, ProjectData } from "../types.js" */

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
