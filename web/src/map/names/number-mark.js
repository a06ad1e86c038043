// The numbers of projects in a list, as they stand on the map; none while none stands there.
import { el } from "../../core/dom.js";

/** @import { View } from "../../core/types.js" */

/** @param {Element} mark @param {boolean} on */
function fill(mark, on) {
  mark.textContent = on ? mark.getAttribute("data-number") : "";
}

/**
 * The number of a shown project, to stand before its name.
 * @param {View} view
 * @param {string} id
 * @returns {HTMLElement}
 */
export function createNumber(view, id) {
  const n = view.names.numbers.get(id) || 0,
    mark = el("span", "atlas-number");
  mark.setAttribute("data-number", String(n));
  mark.title = view.words("names.number", { n: n });
  fill(mark, view.names.discs.length > 0);
  return mark;
}

/**
 * Keep the numbers in a list of all that a view shows as its map has them, which has them from
 * now on.
 * @param {HTMLElement} list
 * @param {View} view
 */
export function keepNumbered(list, view) {
  view.names.keyed = null;
  view.on("numbered", (/** @type {boolean} */ on) => {
    list.querySelectorAll(".atlas-number").forEach((mark) => {
      fill(mark, on);
    });
  });
}

/**
 * Name a project in a list: its number, where one stands on the map.
 * @param {Element} row
 * @param {View} view
 * @param {string} id
 */
export function numberRow(row, view, id) {
  row.setAttribute("data-number-of", id);
  row.appendChild(createNumber(view, id));
}

/**
 * Lists beside a talk's map; calls `again` where numbers came or went, which take room.
 * @param {HTMLElement} lists
 * @param {View} view
 * @param {() => void} again
 */
export function keepKey(lists, view, again) {
  keepNumbered(lists, view);
  view.on("numbered", again);
}

/**
 * Number on the map what these lists name.
 * @param {HTMLElement} lists
 * @param {(View | null | undefined)[]} views
 */
export function keyLists(lists, views) {
  /** @type {Set<string>} */
  const ids = new Set();
  lists.querySelectorAll("[data-number-of]").forEach((row) => {
    ids.add(row.getAttribute("data-number-of") || "");
  });
  views.forEach((view) => {
    if (view) view.names.key(ids);
  });
}
