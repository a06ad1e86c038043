// Which rows of a table are shown, in which order, and how many are left.

/**
 * Sorted by a value; what is unknown ("") stays at the end, whichever way round.
 * @template T
 * @param {T[]} items left as they are
 * @param {(item: T) => string | number} value
 * @param {boolean} down
 * @param {(a: string, b: string) => number} collate
 * @returns {T[]}
 */
export function sortRows(items, value, down, collate) {
  return items
    .map((item) => ({ item: item, value: value(item) }))
    .sort((a, b) => {
      const x = a.value,
        y = b.value;
      if ((x === "") !== (y === "")) return x === "" ? 1 : -1;
      const way =
        typeof x === "number" && typeof y === "number" ? x - y : collate(String(x), String(y));
      return down ? -way : way;
    })
    .map((row) => row.item);
}

/**
 * How many of `total` rows stay out when the first `limit` are shown.
 * @param {number} total
 * @param {number} limit
 */
export function rowsLeft(total, limit) {
  return Math.max(0, total - limit);
}
