// The numbers on a talk's map: of what its lists name, and of nothing else.
import { createNumber, keepNumbered } from "../map/names/number-mark.js";

/** @import { View } from "../core/types.js" */

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
 * Lists beside the map of a view; calls `again` where numbers came or went, which take room.
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
