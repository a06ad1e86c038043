// How far a drawn line is, and how much of it lies inside a ring. layers/selection/geometry.py says
// the same for files made by the server, and why; tests/data/where.json holds cases for both.

/**
 * A place in the map's plane: longitude and Mercator's y, both in radians.
 * @typedef {[number, number]} Plane
 */

// WGS84: the half-axis in metres, the square of the eccentricity, the mean radius.
const AXIS = 6378137,
  ECCENTRIC = 0.00669437999014133,
  RADIUS = 6371008.8;
const RADIAN = Math.PI / 180;
// Longer stretches, in the plane, are taken piece by piece: about 11 km.
const PIECE = 0.1 * RADIAN;

/**
 * A place in WGS84 degrees as one of the plane.
 * @param {number} lon
 * @param {number} lat
 * @returns {Plane}
 */
export function plane(lon, lat) {
  return [lon * RADIAN, Math.asinh(Math.tan(lat * RADIAN))];
}

/**
 * A place of the plane in WGS84 degrees: longitude, latitude.
 * @param {Plane} at
 * @returns {[number, number]}
 */
export function degrees(at) {
  return [at[0] / RADIAN, Math.atan(Math.sinh(at[1])) / RADIAN];
}

/**
 * Where a place of the plane is in metres from the earth's middle.
 * @param {Plane} at
 * @returns {[number, number, number]}
 */
function earth(at) {
  const sine = Math.tanh(at[1]),
    normal = AXIS / Math.sqrt(1 - ECCENTRIC * sine * sine),
    flat = normal / Math.cosh(at[1]);
  return [flat * Math.cos(at[0]), flat * Math.sin(at[0]), normal * (1 - ECCENTRIC) * sine];
}

/**
 * The length in metres of the shortest way from place to place.
 * @param {Plane} one
 * @param {Plane} other
 */
export function metres(one, other) {
  const a = earth(one),
    b = earth(other),
    chord = Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
  return 2 * RADIUS * Math.asin(Math.min(1, chord / (2 * RADIUS)));
}

/** @param {Plane} one @param {Plane} other @param {number} share @returns {Plane} */
const between = (one, other, share) => [
  one[0] + (other[0] - one[0]) * share,
  one[1] + (other[1] - one[1]) * share,
];

/**
 * The steps of a line, none longer than a piece.
 * @param {Plane[]} line
 * @param {(one: Plane, other: Plane) => void} take
 */
export function pieces(line, take) {
  for (let k = 1; k < line.length; k++) {
    const one = line[k - 1],
      other = line[k];
    const most = Math.max(Math.abs(other[0] - one[0]), Math.abs(other[1] - one[1])),
      count = Math.ceil(most / PIECE);
    let at = one;
    for (let i = 1; i < count; i++) {
      const next = between(one, other, i / count);
      take(at, next);
      at = next;
    }
    take(at, other);
  }
}

/**
 * Whether a place is inside rings (even-odd).
 * @param {Plane} at
 * @param {Plane[][]} rings
 */
export function inside(at, rings) {
  const [x, y] = at;
  let odd = false;
  rings.forEach((ring) => {
    let before = ring[ring.length - 1];
    ring.forEach((corner) => {
      if (
        corner[1] > y !== before[1] > y &&
        x < ((before[0] - corner[0]) * (y - corner[1])) / (before[1] - corner[1]) + corner[0]
      )
        odd = !odd;
      before = corner;
    });
  });
  return odd;
}

/**
 * How far a drawn project is from a place, in metres; infinite where it is drawn nowhere. From
 * within an area it is 0.
 * @param {Plane} at
 * @param {string} kind P points, L lines, A areas
 * @param {Plane[][]} lines
 */
export function distance(at, kind, lines) {
  if (kind === "A" && inside(at, lines)) return 0;
  const there = earth(at);
  let best = Infinity;
  lines.forEach((line) => {
    if (line.length === 1) best = Math.min(best, metres(at, line[0]));
    pieces(line, (one, other) => {
      const a = earth(one),
        b = earth(other);
      let square = 0,
        along = 0;
      for (let i = 0; i < 3; i++) {
        square += (b[i] - a[i]) * (b[i] - a[i]);
        along += (there[i] - a[i]) * (b[i] - a[i]);
      }
      const share = square ? Math.max(0, Math.min(1, along / square)) : 0;
      best = Math.min(best, metres(at, between(one, other, share)));
    });
  });
  return best;
}

/**
 * The shares of the way from place to place at which it meets the sides of a ring, in order.
 * @param {Plane} one
 * @param {Plane} other
 * @param {Plane[]} ring
 * @returns {number[]}
 */
function cuts(one, other, ring) {
  const dx = other[0] - one[0],
    dy = other[1] - one[1];
  /** @type {number[]} */
  const found = [];
  let before = ring[ring.length - 1];
  ring.forEach((corner) => {
    const ex = corner[0] - before[0],
      ey = corner[1] - before[1],
      cross = dx * ey - dy * ex;
    if (cross) {
      const wx = before[0] - one[0],
        wy = before[1] - one[1];
      const share = (wx * ey - wy * ex) / cross,
        side = (wx * dy - wy * dx) / cross;
      if (share >= 0 && share <= 1 && side >= 0 && side <= 1) found.push(share);
    }
    before = corner;
  });
  return found.sort((a, b) => a - b);
}

/**
 * How many metres of lines lie inside a ring.
 * @param {Plane[][]} lines
 * @param {Plane[]} ring
 */
export function lengthInside(lines, ring) {
  let total = 0;
  lines.forEach((line) => {
    pieces(line, (one, other) => {
      let start = 0;
      [...cuts(one, other, ring), 1].forEach((end) => {
        if (inside(between(one, other, (start + end) / 2), [ring]))
          total += metres(between(one, other, start), between(one, other, end));
        start = end;
      });
    });
  });
  return total;
}

/**
 * Whether an area shares some of its ground with a ring.
 * @param {Plane[][]} rings
 * @param {Plane[]} ring
 */
export function overlaps(rings, ring) {
  return (
    rings.some((own) => own.some((corner) => inside(corner, [ring]))) ||
    ring.some((corner) => inside(corner, rings)) ||
    rings.some((own) =>
      own.some((corner, i) => cuts(corner, own[(i + 1) % own.length], ring).length > 0),
    )
  );
}

/**
 * The corners of a circle round a place, so many metres away by the same measure.
 * @param {Plane} at
 * @param {number} away
 * @param {number} [corners]
 * @returns {Plane[]}
 */
export function circle(at, away, corners = 120) {
  return Array.from({ length: corners }, (_, i) => {
    const turn = (2 * Math.PI * i) / corners;
    let reach = (away / AXIS) * Math.cosh(at[1]);
    /** @returns {Plane} */
    const there = () => [at[0] + reach * Math.sin(turn), at[1] + reach * Math.cos(turn)];
    // A circle is no circle in the plane: each corner is put where it measures right.
    for (let k = 0; k < 4; k++) reach *= away / metres(at, there());
    return there();
  });
}
