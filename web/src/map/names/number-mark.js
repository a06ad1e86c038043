// The numbers of projects in a list, as they stand on the map; none while none stands there.
import { el } from "../../core/dom.js";

/** @import { View } from "../../core/types.js" */

/** @param {HTMLElement} mark @param {View} view */
function fill(mark, view) {
  const n = view.names.numbers.get(mark.getAttribute("data-number-of") || ""),
    isThere = n !== undefined && view.names.numbered();
  mark.textContent = isThere ? String(n) : "";
  mark.title = isThere ? view.words("names.number", { n: n }) : "";
}

/**
 * The number of a shown project, to stand before its name.
 * @param {View} view
 * @param {string} id
 * @returns {HTMLElement}
 */
export function createNumber(view, id) {
  const mark = el("span", "atlas-number");
  mark.setAttribute("data-number-of", id);
  fill(mark, view);
  return mark;
}

/**
 * What finishes the cells of names of a table: the number goes before the name.
 * @template T
 * @param {View} view
 * @param {(item: T) => string} idOf
 * @returns {(cell: HTMLElement, item: T) => void}
 */
export const numberCell = (view, idOf) => (cell, item) => {
  const name = cell.firstElementChild;
  if (name) name.insertBefore(createNumber(view, idOf(item)), name.firstChild);
};

/**
 * Keep the numbers in a list of all that a view shows as its map has them, which has them from
 * now on.
 * @param {HTMLElement} list
 * @param {View} view
 */
export function keepNumbered(list, view) {
  view.names.keyed = null;
  ["numbered", "renumbered"].forEach((name) => {
    view.on(name, () => {
      /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".atlas-number")).forEach(
        (mark) => {
          fill(mark, view);
        },
      );
    });
  });
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
