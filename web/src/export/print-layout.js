// Paper: the current view, or of a talk its step, or every one of them.
import { createPrinting } from "../paper/printing.js";

/** @import { Page, PrintLayout } from "./types.js" */

// Panned to its centre, a map of odd height would come to lie a pixel off.
/** @type {L.ZoomPanOptions & { reset: boolean }} */
const EXACTLY = { animate: false, reset: true };

/** @param {Page} page @returns {PrintLayout} */
export function createPrintLayout(page) {
  let later = 0;
  /** @type {{ at: L.LatLng, zoom: number, size: L.Point } | null} */
  let place = null;
  const printing = createPrinting({
    rules: document.styleSheets[0],
    scenes: (draw) => {
      const map = page.view.map;
      clearTimeout(later);
      place = { at: map.getCenter(), zoom: map.getZoom(), size: map.getSize() };
      // Project sheets print themselves.
      if (document.body.classList.contains("has-sheets")) return;
      if (page.talk) page.talk.scenes(draw);
      else if (!document.body.classList.contains("has-outcomes")) draw(page);
    },
    done: () => {
      later = setTimeout(() => {
        place = null;
      }, 1500);
    },
  });

  // Old engines give the window the paper's size for a while; the map would come back elsewhere.
  page.view.map.on("resize", () => {
    const map = page.view.map;
    if (!place || printing.isDrawn() || !map.getSize().equals(place.size)) return;
    map.setView(place.at, place.zoom, EXACTLY);
  });
  return printing;
}
