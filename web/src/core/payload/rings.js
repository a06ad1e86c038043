// Borders between counties put together to rings.

// A place of the world as one number, to a metre.
/**
 * @param {Float64Array} line
 * @param {number} i
 */
function spot(line, i) {
  return Math.round(line[i] * 0x2000000) * 0x2000000 + Math.round(line[i + 1] * 0x2000000);
}

// Arcs put together to closed rings of places of the world.
/**
 * @param {Float64Array[]} arcs
 * @returns {Float64Array[]}
 */
export function chain(arcs) {
  /** @type {Map<number, number[]>} */
  const ends = new Map();
  /** @type {Float64Array[]} */
  const rings = [];
  const used = arcs.map(() => false);
  const first = arcs.map((line) => spot(line, 0));
  const last = arcs.map((line) => spot(line, line.length - 2));
  /** @param {number} k @param {number} i */
  const note = (k, i) => {
    const known = ends.get(k);
    if (known) known.push(i);
    else ends.set(k, [i]);
  };
  arcs.forEach((_, i) => {
    note(first[i], i);
    note(last[i], i);
  });
  /** @param {number} j */
  const unused = (j) => !used[j];
  arcs.forEach((_, i) => {
    if (used[i]) return;
    // Which arcs, and which of them from their end on.
    /** @type {[Float64Array, boolean][]} */
    const parts = [];
    /** @type {number | undefined} */
    let next = i;
    let here = first[i],
      length = 2;
    while (next !== undefined) {
      used[next] = true;
      const back = first[next] !== here;
      parts.push([arcs[next], back]);
      length += arcs[next].length - 2;
      here = back ? first[next] : last[next];
      next = here === first[i] ? undefined : (ends.get(here) || []).find(unused);
    }
    const ring = new Float64Array(length);
    let at = 0;
    parts.forEach((part) => {
      const line = part[0],
        n = line.length;
      for (let k = 0; k < n - 2; k += 2) {
        const from = part[1] ? n - 2 - k : k;
        ring[at++] = line[from];
        ring[at++] = line[from + 1];
      }
    });
    ring[at] = ring[0];
    ring[at + 1] = ring[1];
    rings.push(ring);
  });
  return rings;
}
