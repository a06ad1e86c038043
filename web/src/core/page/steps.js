// Which change of a page's state is a step of the browser's history, one for each choice that a
// reader makes on purpose; the rule, without the browser.

/** @typedef {"push" | "replace" | ""} Step */
/** @typedef {Record<string, unknown>} Values */

/**
 * What a key is to history, if not a choice:
 * - `replace`: typed, panned or turned; it goes with the entry, and Back brings it again;
 * - `within`: played or slid along; only its coming and going are choices;
 * - `keep`: how the reader likes the page; the same on every entry.
 * @type {Record<string, "replace" | "within" | "keep">}
 */
export const MANNER = {
  at: "replace",
  q: "replace",
  on: "within",
  step: "within",
  lang: "keep",
  theme: "keep",
  rail: "keep",
  road: "keep",
  band: "keep",
  names: "keep",
};

/** @param {unknown} a @param {unknown} b */
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/**
 * What the change from one state, by keys of the address, to another is to history.
 * @param {object} one
 * @param {object} other
 * @returns {Step}
 */
export function stepOf(one, other) {
  const before = /** @type {Values} */ (one),
    after = /** @type {Values} */ (other);
  /** @type {Step} */
  let step = "";
  Object.keys(Object.assign({}, before, after)).forEach((key) => {
    if (same(before[key], after[key])) return;
    const manner = MANNER[key],
      along = manner === "within" && !!before[key] && !!after[key];
    if (manner === "replace" || manner === "keep" || along) step = step || "replace";
    else step = "push";
  });
  return step;
}

/**
 * The state that an entry holds, as the reader who is on another one likes it.
 * @template {object} T
 * @param {T} entry
 * @param {T} now
 * @returns {T}
 */
export function brought(entry, now) {
  const found = /** @type {Values} */ (Object.assign({}, entry)),
    liked = /** @type {Values} */ (now);
  Object.keys(MANNER).forEach((key) => {
    if (MANNER[key] === "keep" && key in liked) found[key] = liked[key];
  });
  return /** @type {T} */ (found);
}
