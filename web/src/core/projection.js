// Between degrees and places of the world (Web Mercator, 0 to 1, y down).

/** @type {Record<number, (y: number) => number>} */
const ladders = {};
const RUNGS = 25;

/**
 * For places in steps of 1/`scale` degree north: a function to their place down the world.
 * Straight between rungs 1/25 degree apart, right to 0.05 pixel at the nearest zoom.
 * @param {number} scale
 * @returns {(y: number) => number}
 */
export function mercatorScale(scale) {
  if (ladders[scale]) return ladders[scale];
  const rungs = new Map(),
    apart = scale / RUNGS;
  /** @param {number} k @returns {number} */
  const rung = (k) => {
    let y = rungs.get(k);
    if (y === undefined) rungs.set(k, (y = toWorld([k / RUNGS, 0])[1]));
    return y;
  };
  return (ladders[scale] = (y) => {
    const k = Math.floor(y / apart),
      above = rung(k);
    return above + (rung(k + 1) - above) * (y / apart - k);
  });
}

/**
 * Web Mercator with the world from 0 to 1, y down.
 * @param {[number, number]} latlng
 * @returns {[number, number]}
 */
export function toWorld(latlng) {
  const s = Math.sin((latlng[0] * Math.PI) / 180);
  return [latlng[1] / 360 + 0.5, 0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)];
}

/**
 * The south-west and north-east corners in degrees of lines in places of the world.
 * @param {ArrayLike<number>[]} lines
 * @returns {[[number, number], [number, number]]}
 */
export function degreeCorners(lines) {
  let west = 1,
    north = 1,
    east = 0,
    south = 0;
  lines.forEach((line) => {
    for (let i = 0; i < line.length; i += 2) {
      if (line[i] < west) west = line[i];
      if (line[i] > east) east = line[i];
      if (line[i + 1] < north) north = line[i + 1];
      if (line[i + 1] > south) south = line[i + 1];
    }
  });
  /** @param {number} x @param {number} y @returns {[number, number]} */
  const corner = (x, y) => [
    (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
    (x - 0.5) * 360,
  ];
  return [corner(west, south), corner(east, north)];
}
