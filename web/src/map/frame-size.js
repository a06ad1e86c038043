// The room of the map's frame: what lies over it, and what changes with its width.
import { isThere } from "./movement.js";

/** @import { View } from "../core/types.js" */

/** Below this width a card stands under the map; and how wide one is beside it. */
export const NARROW = 720,
  CARD_WIDTH = 384;

/**
 * Fit the map to bounds, clear of the legend and the card.
 * @param {View} view
 * @param {L.LatLngBounds} bounds
 */
export function fitBounds(view, bounds) {
  // Where two maps stand, a card stands beside both.
  const card = !view.cardBox.hidden && !view.narrow() && !view.others;
  const width = view.map.getSize().x;
  const legend =
    view.legend.box.open && !view.legend.apart && width - (card ? CARD_WIDTH : 0) > 560;
  /** @type {L.FitBoundsOptions} */
  const how = {
    paddingTopLeft: [legend ? 244 : 48, 24],
    paddingBottomRight: [card ? CARD_WIDTH + 24 : 24, 30],
    maxZoom: 10,
    animate: view.waiting ? false : undefined,
  };
  // To go again would draw all of it again.
  if (view.waiting && isThere(view.map, bounds, how)) return;
  view.map.fitBounds(bounds, how);
}

/**
 * Follow the width of the view; `told` hears whether it is narrow when that changes.
 * @param {View} view
 * @param {(narrow: boolean) => void} told
 * @returns {ResizeObserver | null}
 */
export function watchSize(view, told) {
  /** @type {boolean | null} */
  let narrow = null;
  /** @param {number} width */
  const arrange = (width) => {
    const now = width < NARROW;
    if (now === narrow) return;
    narrow = now;
    told(now);
    view.root.classList.toggle("is-narrow", now);
    view.legend.open(!now);
    if (view.listBox) view.listBox.classList.toggle("is-narrow-list", now);
  };
  // Measured when the map was made; to ask again would lay the page out again.
  if (view.width) arrange(view.width);
  if (narrow) view.map.invalidateSize({ pan: false });
  if (!window.ResizeObserver) return null;
  const observer = new ResizeObserver(() => {
    const width = view.root.clientWidth;
    if (!width) return;
    arrange(width);
    view.map.invalidateSize({ pan: false });
  });
  observer.observe(view.root);
  return observer;
}
