// Which of the projects in view carry their names and which a number, and where each stands: the
// one rule for explorer, exported file, talk, pictures and paper. Numbers in, numbers out.
import { isFree, measurePolyline, placeLetters } from "./label-placement.js";
import { lengthOf, piecesOf, STEP, stretchesOf } from "./straight.js";

/**
 * @import { World } from "../../core/types.js"
 * @import { PixelBox } from "../types.js"
 * @import { Frame, Piece, Stretch } from "./straight.js"
 */

/** Up to so many projects in view carry their names, on a small map one for so many pixels². */
export const NAMED_MOST = 24,
  ROOM = 30000;

/** From how many degrees on the characters of a Chinese name stand upright, one below the other. */
export const STACKED = 68;

/** The share of a name that may lie over lines of others; with more of it its number is clearer. */
export const COVERING = 0.25;

// A name is one piece of text where it bends by less than this; its distance from its line beside
// half its height; a line of fewer pixels is named beside it, as a point is.
const RIGID = 10,
  OFF = 5,
  SHORT = 40;

/** Half the height of the disc that a number stands on. */
export const DISC = 7.5;

/** Half the width of the disc of a number. @param {number} n */
export const discWidth = (n) => Math.max(DISC, 3.1 * String(n).length + 2.5);

// A grid of what lies where, in cells of this size.
const CELL = 8;

/**
 * @typedef {object} Thing what wants a name
 * @property {string} id
 * @property {string} kind L a line, A an area, P points
 * @property {World[]} lines in places of the world
 * @property {string} text
 * @property {string[]} letters
 * @property {number[]} widths of the letters, room between them counted
 * @property {number} size of its letters in pixels
 * @property {boolean} han whether its letters may stand one below the other
 * @property {number} number its number, 0 for none
 * @property {number} order the lower the earlier
 * @property {(x: number, y: number) => boolean} [inside] of an area, whether a place is in it
 */

/** @typedef {{ text: string, x: number, y: number, turn: number }} Glyph middle, degrees */
/** @typedef {{ id: string, glyphs: Glyph[], disc: number }} Placed `disc`: half its width, or 0 */
/** @typedef {{ x: number, y: number, clear: number }} Spot a place, and pixels clear round it */
/** @typedef {{ thing: Thing, pieces: Piece[], spots: Spot[], length: number }} Seen */

/**
 * Up to how many projects a map of this size names.
 * @param {{ width: number, height: number }} frame
 */
export function mostNamed(frame) {
  return Math.min(NAMED_MOST, Math.floor((frame.width * frame.height) / ROOM));
}

/** @param {World} line @param {Frame} frame @param {number} clear @returns {Spot[]} */
function spotOf(line, frame, clear) {
  const k = 2 * Math.floor((line.length / 2 - 1) / 2),
    x = line[k] * frame.scale - frame.left,
    y = line[k + 1] * frame.scale - frame.top;
  return x < 0 || y < 0 || x > frame.width || y > frame.height ? [] : [{ x, y, clear }];
}

/**
 * Places inside an area that are in the frame, those nearest to the middle of it first.
 * @param {Thing} thing
 * @param {Frame} frame
 * @returns {Spot[]}
 */
function spotsInside(thing, frame) {
  let west = Infinity,
    north = Infinity,
    east = -Infinity,
    south = -Infinity;
  thing.lines.forEach((line) => {
    for (let i = 0; i < line.length; i += 2) {
      west = Math.min(west, line[i]);
      east = Math.max(east, line[i]);
      north = Math.min(north, line[i + 1]);
      south = Math.max(south, line[i + 1]);
    }
  });
  const { scale, left, top } = frame;
  west = Math.max(west * scale - left, 0);
  east = Math.min(east * scale - left, frame.width);
  north = Math.max(north * scale - top, 0);
  south = Math.min(south * scale - top, frame.height);
  /** @type {{ far: number, spot: Spot }[]} */
  const found = [];
  if (east <= west || south <= north || !thing.inside) return [];
  for (let i = 1; i < 8; i++)
    for (let k = 1; k < 8; k++) {
      const x = west + ((east - west) * i) / 8,
        y = north + ((south - north) * k) / 8;
      if (thing.inside((x + left) / scale, (y + top) / scale))
        found.push({ far: Math.hypot(i - 4, k - 4), spot: { x: x, y: y, clear: 0 } });
    }
  return found.sort((a, b) => a.far - b.far).map((one) => one.spot);
}

/** What of a thing is in the frame. @param {Thing} thing @param {Frame} frame @returns {Seen} */
function seenOf(thing, frame) {
  /** @type {Seen} */
  const seen = { thing: thing, pieces: [], spots: [], length: 0 };
  if (thing.kind === "A") seen.spots = spotsInside(thing, frame);
  else
    thing.lines.forEach((line) => {
      const pieces = thing.kind === "L" ? piecesOf(line, frame) : [];
      pieces.forEach((piece) => {
        seen.pieces.push(piece);
        seen.length += lengthOf(piece);
      });
      if (thing.kind === "P") seen.spots.push(...spotOf(line, frame, 6));
    });
  if (thing.kind === "L" && seen.length < SHORT) {
    seen.pieces = [];
    thing.lines.forEach((line) => {
      seen.spots.push(...spotOf(line, frame, 4));
    });
  }
  return seen;
}

/** Which cells of the frame lines run through, and whose. @param {Frame} frame */
function createInk(frame) {
  const wide = Math.ceil(frame.width / CELL) + 1,
    high = Math.ceil(frame.height / CELL) + 1,
    owner = new Int16Array(wide * high);
  /** @param {number} x @param {number} y */
  const cell = (x, y) => {
    const c = Math.floor(x / CELL),
      r = Math.floor(y / CELL);
    return c < 0 || r < 0 || c >= wide || r >= high ? -1 : r * wide + c;
  };
  return {
    /** @param {World} points @param {number} who from 1 on */
    draw: (points, who) => {
      for (let i = 0; i < points.length; i += 2) {
        const at = cell(points[i], points[i + 1]);
        if (at >= 0) owner[at] = owner[at] && owner[at] !== who ? -1 : who;
      }
    },
    /**
     * Whether another one than `who` runs there.
     * @param {number} x
     * @param {number} y
     * @param {number} who
     */
    isOther: (x, y, who) => {
      const at = cell(x, y);
      return at >= 0 && owner[at] !== 0 && owner[at] !== who;
    },
  };
}

/**
 * The letters of a thing on a stretch, above it (1) or below it (-1), and the boxes they take.
 * @param {Stretch} stretch
 * @param {Thing} thing
 * @param {number} side
 * @returns {{ glyphs: Glyph[], boxes: PixelBox[] } | null}
 */
function lettersOn(stretch, thing, side) {
  const { from, steps } = stretch,
    own = stretch.piece.points.subarray(2 * from, 2 * (from + steps) + 2),
    steep = 90 - Math.abs(90 - Math.abs(stretch.angle)),
    upright = thing.han && steep > STACKED,
    rigid = !upright && stretch.bend <= RIGID;
  const polyline = measurePolyline(
    rigid ? Float64Array.of(own[0], own[1], own[own.length - 2], own[own.length - 1]) : own,
  );
  const total = thing.widths.reduce((a, b) => a + b, 0),
    start = Math.max(0, (polyline.length - total) / 2);
  const found = placeLetters(polyline, start, thing.letters, thing.widths, {
    size: thing.size,
    offset: side * (thing.size / 2 + OFF),
    upright: upright,
    steepest: 90,
  });
  if (!found) return null;
  const glyphs = found.glyphs.map((g) => ({ text: g.letter, x: g.x, y: g.y, turn: g.turn }));
  // As they are read.
  if (found.back) glyphs.reverse();
  if (!rigid) return { glyphs: glyphs, boxes: found.boxes };
  const middle = polyline.pointAt(polyline.length / 2),
    turn = glyphs[0].turn,
    off = side * (thing.size / 2 + OFF),
    way = (turn * Math.PI) / 180;
  const x = middle.x + Math.sin(way) * off,
    y = middle.y - Math.cos(way) * off;
  return { glyphs: [{ text: thing.text, x: x, y: y, turn: turn }], boxes: found.boxes };
}

/**
 * Boxes of a text, `half` by `high`, at a spot or beside it: right, left, above, below.
 * @param {Spot} spot
 * @param {number} half
 * @param {number} high
 * @returns {PixelBox[]}
 */
function besides(spot, half, high) {
  const { x, y, clear } = spot;
  const ways = clear
    ? [
        [clear + half, 0],
        [-clear - half, 0],
        [0, -clear - high],
        [0, clear + high],
      ]
    : [[0, 0]];
  return ways.map(([dx, dy]) => [x + dx - half, y + dy - high, x + dx + half, y + dy + high]);
}

/** @param {PixelBox} box */
const middleOf = (box) => ({ x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 });

/**
 * The places of things in a frame: each with its name where no more than `mostNamed` are in it,
 * else with its number; with its number too where its name finds no room. Nothing stands over
 * another, over `taken` or on the edge; `taken` grows by what was placed.
 * @param {Thing[]} things
 * @param {Frame} frame
 * @param {PixelBox[]} taken
 * @param {number} [most] how many carry their names, by default `mostNamed`
 * @returns {{ placed: Placed[], seen: string[] }} `seen` ids of what is in the frame
 */
export function placeNames(things, frame, taken, most = mostNamed(frame)) {
  const ink = createInk(frame),
    size = { x: frame.width, y: frame.height };
  /** @type {Placed[]} */
  const placed = [];
  const seen = things
    .map((thing) => seenOf(thing, frame))
    .filter((one) => one.pieces.length || one.spots.length);
  seen.forEach((one, i) => {
    one.pieces.forEach((piece) => {
      ink.draw(piece.points, i + 1);
    });
    if (one.thing.kind === "P")
      one.spots.forEach((spot) => {
        taken.push([spot.x - 5, spot.y - 5, spot.x + 5, spot.y + 5]);
      });
  });

  /** @param {Thing} thing @param {Glyph[]} glyphs @param {PixelBox[]} boxes @param {number} disc */
  function put(thing, glyphs, boxes, disc) {
    boxes.forEach((box) => {
      taken.push(box);
    });
    placed.push({ id: thing.id, glyphs: glyphs, disc: disc });
    return true;
  }

  /**
   * Every place for the name of what is seen, the best first.
   * @param {Seen} one
   * @param {number} who
   */
  function choices(one, who) {
    const { thing } = one,
      total = thing.widths.reduce((a, b) => a + b, 0);
    /** @type {{ cost: number, glyphs: Glyph[], boxes: PixelBox[] }[]} */
    const found = [];
    one.pieces.forEach((piece) => {
      stretchesOf(piece, total).forEach((stretch) => {
        [1, -1].forEach((side) => {
          const set = lettersOn(stretch, thing, side);
          if (!set) return;
          let over = 0;
          set.boxes.forEach((box) => {
            const { x, y } = middleOf(box),
              r = thing.size * 0.45;
            if (ink.isOther(x, y, who)) over += 1;
            if (ink.isOther(x - r, y - r, who)) over += 1;
            if (ink.isOther(x + r, y + r, who)) over += 1;
          });
          const share = over / (3 * set.boxes.length),
            cost = stretch.cost + 2.5 * share + (side < 0 ? 0.1 : 0);
          if (share > COVERING) return;
          found.push({ cost: cost, glyphs: set.glyphs, boxes: set.boxes });
        });
      });
    });
    one.spots.forEach((spot, i) => {
      besides(spot, total / 2 + 2, thing.size * 0.62 + 1).forEach((box, k) => {
        const at = middleOf(box);
        const glyphs = [{ text: thing.text, x: at.x, y: at.y, turn: 0 }];
        found.push({ cost: i + k / 9, glyphs: glyphs, boxes: [box] });
      });
    });
    return found.sort((a, b) => a.cost - b.cost);
  }

  /** @param {Seen} one @param {number} who @returns {boolean} whether its number found a place */
  function number(one, who) {
    const n = one.thing.number,
      half = discWidth(n) + 1,
      longest = Math.max(...one.pieces.map(lengthOf));
    /** @type {{ cost: number, box: PixelBox }[]} */
    const found = [];
    one.pieces.forEach((piece) => {
      const { points } = piece,
        last = points.length / 2 - 1;
      for (let i = Math.min(2, last); i <= Math.max(2, last - 2) && i <= last; i += 2) {
        const x = points[2 * i],
          y = points[2 * i + 1];
        let over = 0;
        for (let dx = -1; dx < 2; dx++)
          for (let dy = -1; dy < 2; dy++)
            if (ink.isOther(x + CELL * dx, y + CELL * dy, who)) over += 1;
        found.push({
          cost:
            over / 3 + Math.abs(i / last - 0.5) + 0.5 * (1 - lengthOf(piece) / (longest || STEP)),
          box: [x - half, y - DISC - 1, x + half, y + DISC + 1],
        });
      }
    });
    one.spots.forEach((spot, i) => {
      besides(spot, half, DISC + 1).forEach((box, k) => {
        found.push({ cost: i + k / 9, box: box });
      });
    });
    found.sort((a, b) => a.cost - b.cost);
    const free = found.find((one) => isFree([one.box], taken, size));
    if (!free) return false;
    const glyph = { text: String(n), turn: 0, ...middleOf(free.box) };
    return put(one.thing, [glyph], [free.box], half - 1);
  }

  const named = seen.length <= most;
  // Who has the fewest places chooses first.
  const turns = seen
    .map((one, i) => ({
      one: one,
      who: i + 1,
      found: named ? choices(one, i + 1) : [],
    }))
    .sort(
      (a, b) =>
        a.one.thing.order - b.one.thing.order ||
        a.found.length - b.found.length ||
        a.one.length - b.one.length ||
        a.who - b.who,
    );
  const left = turns.filter(({ one, found }) => {
    const free = found.find((choice) => isFree(choice.boxes, taken, size));
    return !free || !put(one.thing, free.glyphs, free.boxes, 0);
  });
  left.forEach(({ one, who }) => {
    if (one.thing.number) number(one, who);
  });
  return { placed: placed, seen: seen.map((one) => one.thing.id) };
}
