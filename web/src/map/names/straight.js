// Where along a line a name may stand, in pixels of the map: on stretches without a sharp corner,
// the longest and straightest first. No page and no map: numbers in, numbers out.

import { SHARPEST } from "./label-placement.js";

/** @import { World } from "../../core/types.js" */

/** By how many degrees a name may turn from end to end. */
export const BEND = 50;

/** Pixels between two places of a piece, and how many of them an arm of a corner has. */
export const STEP = 8;
const ARM = 3,
  EVEN = 2,
  EDGE = 3;

/**
 * @typedef {object} Piece a stretch of a line within the frame
 * @property {World} points x and y by turns, STEP apart, evened out
 * @property {Float64Array} ways the direction of each step, in degrees, without leaps
 * @property {Int32Array} since for each place the last sharp corner up to it, or the piece's start
 * @property {Int32Array} until the first sharp corner from it on, or the piece's end
 */

/**
 * @typedef {object} Stretch
 * @property {Piece} piece
 * @property {number} from place of the piece
 * @property {number} steps
 * @property {number} bend degrees from its most to its least direction
 * @property {number} angle of its chord, from -180 to 180 degrees
 * @property {number} cost the less the better, by its shape alone
 */

/**
 * @typedef {object} Frame
 * @property {number} scale pixels of the whole world
 * @property {number} left where the frame begins in it
 * @property {number} top
 * @property {number} width
 * @property {number} height
 */

/** @param {number} degrees from -360 to 360 @returns {number} from -180 to 180 */
const folded = (degrees) =>
  degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;

/** @param {number} x @param {number} y @returns {number} */
const degreesOf = (x, y) => (Math.atan2(y, x) * 180) / Math.PI;

/**
 * The share of a step that lies within the frame, or null (Liang & Barsky 1984).
 * @param {number} x
 * @param {number} y
 * @param {number} dx
 * @param {number} dy
 * @param {Frame} frame
 * @returns {[number, number] | null}
 */
function within(x, y, dx, dy, frame) {
  let from = 0,
    to = 1;
  const sides = [
    [-dx, x - EDGE],
    [dx, frame.width - EDGE - x],
    [-dy, y - EDGE],
    [dy, frame.height - EDGE - y],
  ];
  for (const [way, room] of sides) {
    if (!way) {
      if (room < 0) return null;
    } else {
      const at = room / way;
      if (way < 0) from = Math.max(from, at);
      else to = Math.min(to, at);
    }
  }
  return from < to ? [from, to] : null;
}

/**
 * A polyline as places STEP pixels apart; what is left over at its end falls away.
 * @param {number[]} raw x and y by turns
 * @returns {World}
 */
function inSteps(raw) {
  /** @type {number[]} */
  const found = [raw[0], raw[1]];
  let over = 0;
  for (let i = 2; i < raw.length; i += 2) {
    const x = raw[i - 2],
      y = raw[i - 1],
      dx = raw[i] - x,
      dy = raw[i + 1] - y,
      long = Math.hypot(dx, dy);
    let at = STEP - over;
    for (; at <= long; at += STEP) found.push(x + (dx * at) / long, y + (dy * at) / long);
    over = long - (at - STEP);
  }
  return Float64Array.from(found);
}

/** Each place as the mean of those beside it. @param {World} places @returns {World} */
function evened(places) {
  const last = places.length / 2 - 1,
    found = new Float64Array(places.length);
  for (let i = 0; i <= last; i++) {
    const r = Math.min(EVEN, i, last - i);
    let x = 0,
      y = 0;
    for (let k = i - r; k <= i + r; k++) {
      x += places[2 * k];
      y += places[2 * k + 1];
    }
    found[2 * i] = x / (2 * r + 1);
    found[2 * i + 1] = y / (2 * r + 1);
  }
  return found;
}

/** @param {number[]} raw @returns {Piece | null} */
function pieceOf(raw) {
  const places = inSteps(raw),
    n = places.length / 2;
  if (n < 3) return null;
  const points = evened(places),
    ways = new Float64Array(n - 1);
  for (let i = 0; i < n - 1; i++) {
    const way = degreesOf(points[2 * i + 2] - points[2 * i], points[2 * i + 3] - points[2 * i + 1]);
    ways[i] = i ? ways[i - 1] + folded((way - ways[i - 1]) % 360) : way;
  }
  // A corner is seen in the line itself, not in what is evened out.
  /** @param {number} i */
  const isSharp = (i) => {
    const a = 2 * Math.max(0, i - ARM),
      b = 2 * Math.min(n - 1, i + ARM),
      k = 2 * i;
    const before = degreesOf(places[k] - places[a], places[k + 1] - places[a + 1]),
      after = degreesOf(places[b] - places[k], places[b + 1] - places[k + 1]);
    return Math.abs(folded(after - before)) > SHARPEST;
  };
  const since = new Int32Array(n),
    until = new Int32Array(n).fill(n - 1);
  for (let i = 1; i < n - 1; i++) {
    const sharp = isSharp(i);
    since[i] = sharp ? i : since[i - 1];
    if (!sharp) continue;
    for (let k = i; k >= 0 && until[k] === n - 1; k--) until[k] = i;
  }
  since[n - 1] = since[n - 2];
  return { points: points, ways: ways, since: since, until: until };
}

/**
 * What lies within the frame of a line of the world.
 * @param {World} line
 * @param {Frame} frame
 * @returns {Piece[]}
 */
export function piecesOf(line, frame) {
  /** @type {Piece[]} */
  const found = [];
  /** @type {number[]} */
  let raw = [];
  const end = () => {
    const piece = raw.length > 2 ? pieceOf(raw) : null;
    if (piece) found.push(piece);
    raw = [];
  };
  let x = line[0] * frame.scale - frame.left,
    y = line[1] * frame.scale - frame.top;
  for (let i = 2; i < line.length; i += 2) {
    const toX = line[i] * frame.scale - frame.left,
      toY = line[i + 1] * frame.scale - frame.top;
    if (i < line.length - 2 && Math.abs(toX - x) + Math.abs(toY - y) < 2) continue;
    const dx = toX - x,
      dy = toY - y,
      seen = within(x, y, dx, dy, frame);
    if (seen) {
      if (seen[0] > 0) end();
      if (!raw.length) raw.push(x + dx * seen[0], y + dy * seen[0]);
      raw.push(x + dx * seen[1], y + dy * seen[1]);
    }
    if (!seen || seen[1] < 1) end();
    x = toX;
    y = toY;
  }
  end();
  return found;
}

/** How long a piece is, in pixels. @param {Piece} piece */
export const lengthOf = (piece) => STEP * (piece.points.length / 2 - 1);

/**
 * The stretches of a piece on which a name of `length` pixels may stand, every second one, the best
 * first: on the longest run without a sharp corner, near its middle, straight, and not steep.
 * @param {Piece} piece
 * @param {number} length
 * @returns {Stretch[]}
 */
export function stretchesOf(piece, length) {
  const { points, ways, since, until } = piece,
    n = points.length / 2,
    steps = Math.max(1, Math.ceil(length / STEP));
  /** @type {Stretch[]} */
  const found = [];
  for (let i = 0; i + steps < n; i += 2) {
    const start = since[i],
      corner = until[i + 1];
    if (corner < i + steps) continue;
    let most = -Infinity,
      least = Infinity;
    for (let k = i; k < i + steps; k++) {
      most = Math.max(most, ways[k]);
      least = Math.min(least, ways[k]);
    }
    const bend = most - least;
    if (bend > BEND) continue;
    const run = STEP * (corner - start),
      off = Math.abs(i + steps / 2 - (start + corner) / 2) * STEP,
      b = 2 * (i + steps),
      angle = degreesOf(points[b] - points[2 * i], points[b + 1] - points[2 * i + 1]);
    const steep = Math.abs(angle) > 90 ? 180 - Math.abs(angle) : Math.abs(angle);
    found.push({
      piece: piece,
      from: i,
      steps: steps,
      bend: bend,
      angle: angle,
      cost:
        bend / BEND + 0.4 * (off / (run || 1)) + 0.5 * (1 - Math.min(1, run / 600)) + steep / 180,
    });
  }
  return found.sort((a, c) => a.cost - c.cost);
}
