// Paper: the current view drawn anew at the sheet's own shape, so that nothing is cut off.
import { el } from "../core/dom.js";
import { drawSheet } from "./sheet/sheet.js";

/** @import { Page, PrintLayout } from "./types.js" */

// Units of a sheet: A4 at about its CSS size, A3 larger, with room for more names. A little
// flatter than the paper, so that any landscape sheet takes it whole.
/** @type {Record<string, [number, number]>} */
const SHEETS = { a4: [1120, 767], a3: [1584, 1085] };

// Panned to its centre, a map of odd height would come to lie a pixel off.
/** @type {L.ZoomPanOptions & { reset: boolean }} */
const EXACTLY = { animate: false, reset: true };

/** @param {Page} page @returns {PrintLayout} */
export function createPrintLayout(page) {
  const sheet = el("div", "page-sheet", null, document.body);
  let paper = "a4",
    rule = -1,
    drawn = false,
    later = 0;
  /** @type {{ at: L.LatLng, zoom: number, size: L.Point } | null} */
  let place = null;
  const list = document.styleSheets[0];

  function draw() {
    const body = document.body.classList;
    if (drawn || body.contains("has-outcomes") || body.contains("has-sheets")) return;
    drawn = true;
    const map = page.view.map;
    clearTimeout(later);
    place = { at: map.getCenter(), zoom: map.getZoom(), size: map.getSize() };
    sheet.textContent = "";
    const size = SHEETS[paper];
    sheet.appendChild(drawSheet(page, { width: size[0], height: size[1], out: ["100%", "100%"] }));
    document.body.classList.add("has-sheet");
  }

  function done() {
    drawn = false;
    sheet.textContent = "";
    document.body.classList.remove("has-sheet");
    if (rule >= 0) {
      list.deleteRule(rule);
      rule = -1;
    }
    paper = "a4";
    later = setTimeout(() => {
      place = null;
    }, 1500);
  }

  // Old engines give the window the paper's size for a while; the map would come back elsewhere.
  page.view.map.on("resize", () => {
    const map = page.view.map;
    if (!place || drawn || !map.getSize().equals(place.size)) return;
    map.setView(place.at, place.zoom, EXACTLY);
  });

  window.addEventListener("beforeprint", draw);
  window.addEventListener("afterprint", done);
  // Engines without those events, and tools that only switch the medium.
  const medium = window.matchMedia("print");
  if (medium.addListener)
    medium.addListener((e) => {
      if (e.matches) draw();
      else done();
    });

  return {
    draw: draw,
    /** Print on "a4" or "a3". */
    print: (name) => {
      paper = name;
      try {
        rule = list.insertRule(
          "@page { size: " + name.toUpperCase() + " landscape; }",
          list.cssRules.length,
        );
      } catch (_) {
        rule = -1;
      }
      window.print();
    },
  };
}
