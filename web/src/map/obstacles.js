// What stands over the map, where no name may be.

/** @import { PixelBox } from "./types.js" */

/**
 * Where elements stand in `frame`, in its own pixels; those that are hidden are left out.
 * @param {(HTMLElement | null)[]} elements
 * @param {HTMLElement} frame
 * @param {number} [scale] how much the frame is enlarged on the screen
 * @returns {PixelBox[]}
 */
export function pixelBoxes(elements, frame, scale = 1) {
  const at = frame.getBoundingClientRect();
  /** @type {PixelBox[]} */
  const found = [];
  elements.forEach((element) => {
    if (!element || element.hidden) return;
    const r = element.getBoundingClientRect();
    found.push([
      (r.left - at.left) / scale,
      (r.top - at.top) / scale,
      (r.right - at.left) / scale,
      (r.bottom - at.top) / scale,
    ]);
  });
  return found;
}
