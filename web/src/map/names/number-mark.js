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
 * Keep the numbers in a list as the map of a view has them.
 * @param {HTMLElement} list
 * @param {View} view
 */
export function keepNumbered(list, view) {
  view.on("numbered", (/** @type {boolean} */ on) => {
    list.querySelectorAll(".atlas-number").forEach((mark) => {
      fill(mark, on);
    });
  });
}
