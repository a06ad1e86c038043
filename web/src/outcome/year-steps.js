// What a key or a typed text makes of a year.

/** @typedef {{first: number, last: number}} Years */

const FAR = 5;
/** @type {Map<string, number>} */
const ARROWS = new Map([
  ["ArrowLeft", -1],
  ["ArrowDown", -1],
  ["ArrowRight", 1],
  ["ArrowUp", 1],
]);

/**
 * @param {number} year
 * @param {Years} years
 */
export function withinYears(year, years) {
  return Math.max(years.first, Math.min(years.last, year));
}

/**
 * The year that a key leads to: arrows by one, with Shift by five, Home and End to the ends; null
 * for any other key.
 * @param {number} year
 * @param {{key: string, shiftKey: boolean}} pressed
 * @param {Years} years
 * @returns {number | null}
 */
export function yearByKey(year, pressed, years) {
  if (pressed.key === "Home") return years.first;
  if (pressed.key === "End") return years.last;
  const way = ARROWS.get(pressed.key);
  return way ? withinYears(year + way * (pressed.shiftKey ? FAR : 1), years) : null;
}

/**
 * The year that was typed, wherever it lies; null for what is none.
 * @param {string} text
 * @returns {number | null}
 */
export function readYear(text) {
  const typed = text.normalize("NFKC").trim();
  return /^\d{4}$/.test(typed) ? Number(typed) : null;
}

/**
 * The year that playing goes to next; null at the end.
 * @param {number} year
 * @param {Years} years
 * @returns {number | null}
 */
export function nextYear(year, years) {
  return year < years.last ? year + 1 : null;
}
