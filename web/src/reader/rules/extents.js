// How far a mention reaches: its first and its last end, moved a character at a time.

/**
 * @typedef {{start: number, end: number}} Extent code points, half-open
 * @typedef {"start.grow" | "start.shrink" | "end.grow" | "end.shrink"} Move
 */

/** The longest name that a record may have, in characters. */
export const LONGEST = 200;

/**
 * The extent after a move, or null where it cannot be made: it holds a character at least, stays
 * within the text and is no longer than a name may be.
 * @param {Extent} extent
 * @param {Move} move
 * @param {number} length of the text
 * @returns {Extent | null}
 */
export function moved(extent, move, length) {
  let { start, end } = extent;
  if (move === "start.grow") start -= 1;
  else if (move === "start.shrink") start += 1;
  else if (move === "end.grow") end += 1;
  else end -= 1;
  const fits = start >= 0 && start < end && end <= length && end - start <= LONGEST;
  return fits ? { start: start, end: end } : null;
}
