// Axes of years, and labels that keep out of each other's way.

/**
 * A place on an axis: years `from` to `to` lie between `start` and `end`.
 * @param {number} from
 * @param {number} to
 * @param {number} start
 * @param {number} end
 * @returns {(year: number) => number}
 */
export function yearScale(from, to, start, end) {
  const span = to - from || 1;
  return (year) => start + ((year - from) / span) * (end - start);
}

/**
 * The years that are named on an axis with room for `most` names, evenly apart.
 * @param {number} from
 * @param {number} to
 * @param {number} most
 * @returns {number[]}
 */
export function yearTicks(from, to, most) {
  const first = Math.ceil(from),
    last = Math.floor(to),
    steps = [1, 2, 5, 10, 20, 50];
  const fits = steps.find((s) => Math.floor((last - first) / s) + 1 <= Math.max(most, 2));
  const step = fits || steps[steps.length - 1];
  /** @type {number[]} */
  const found = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) found.push(year);
  return found;
}

/**
 * Places near the wished ones, in their order, each at least `gap` from the next and all between
 * `least` and `most` where there is room.
 * @param {number[]} wished
 * @param {number} gap
 * @param {number} least
 * @param {number} most
 * @returns {number[]} in the order of `wished`
 */
export function keepApart(wished, gap, least, most) {
  const order = wished.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at || a.i - b.i);
  let before = -Infinity;
  const placed = order.map((one) => (before = Math.max(one.at, before + gap)));
  let after = Infinity;
  for (let i = placed.length - 1; i >= 0; i--)
    after = placed[i] = Math.max(Math.min(placed[i], most, after - gap), least + i * gap);
  const found = new Array(wished.length);
  order.forEach((one, k) => {
    found[one.i] = placed[k];
  });
  return found;
}

/**
 * A text that is about `room` pixels wide at most; what is cut off is told by an ellipsis.
 * @param {string} text
 * @param {number} room
 * @param {number} size of the letters in pixels
 */
export function cutText(text, room, size) {
  let left = room / size;
  const letters = Array.from(text);
  for (let i = 0; i < letters.length; i++) {
    left -= letters[i] > "\u2e7f" ? 1 : 0.53;
    if (left < 0)
      return (
        letters
          .slice(0, Math.max(0, i - 1))
          .join("")
          .trim() + "…"
      );
  }
  return text;
}
