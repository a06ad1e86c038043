// The buttons on the map: nearer, farther, everything, full screen.
import { button, el } from "../core/dom.js";
import { icon } from "../core/svg.js";

/** @import { View } from "../core/types.js" */

/**
 * @param {HTMLElement} parent
 * @param {string} label
 * @param {string} path
 * @param {() => void} action
 * @returns {HTMLButtonElement}
 */
function tool(parent, label, path, action) {
  const b = button("atlas-tool", null, parent, action);
  b.title = label;
  b.setAttribute("aria-label", label);
  icon(path, b);
  return b;
}

/**
 * The buttons of `view` in `parent`.
 * @param {HTMLElement} parent
 * @param {View} view
 * @returns {HTMLElement}
 */
export function createTools(parent, view) {
  const w = view.words,
    box = el("div", "atlas-tools", null, parent);
  tool(box, w("zoom.in"), "M10 4v12M4 10h12", () => {
    view.map.zoomIn();
  });
  tool(box, w("zoom.out"), "M4 10h12", () => {
    view.map.zoomOut();
  });
  tool(box, w("fit"), "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4", () => {
    view.fit();
  });
  if (document.fullscreenEnabled) {
    tool(
      box,
      w("fullscreen"),
      "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M3 3l5 5M17 3l-5 5M17 17l-5-5M3 17l5-5",
      () => {
        if (document.fullscreenElement) document.exitFullscreen();
        else view.root.requestFullscreen();
      },
    );
  }
  return box;
}
