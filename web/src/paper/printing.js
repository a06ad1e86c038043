// Paper: what is shown, drawn anew at the sheet's own shape, so that nothing is cut off.
import { el } from "../core/dom.js";
import { drawSheet } from "./sheet.js";

/** @import { Scene } from "./types.js" */

// Units of a sheet: A4 at about its CSS size, A3 larger, with room for more names. A little
// flatter than the paper, so that any landscape sheet takes it whole.
/** @type {Record<string, [number, number]>} */
const SHEETS = { a4: [1120, 767], a3: [1584, 1085] };

/**
 * Print sheets in the page's place, also when the reader asks the browser to.
 * @param {object} o
 * @param {CSSStyleSheet} o.rules takes the rule of the paper's size
 * @param {(draw: (scene: Scene) => void) => void} o.scenes has each drawn that is to be printed;
 *   where none is, the page prints as it stands
 * @param {() => void} [o.done] heard when the page is as it was
 */
export function createPrinting(o) {
  const sheet = el("div", "page-sheet", null, document.body);
  let paper = "a4",
    rule = -1,
    drawn = false;

  function draw() {
    if (drawn) return;
    drawn = true;
    sheet.textContent = "";
    const [width, height] = SHEETS[paper];
    o.scenes((scene) => {
      const box = el("div", "page-sheet-one", null, sheet);
      box.appendChild(drawSheet(scene, { width: width, height: height, out: ["100%", "100%"] }));
    });
    if (sheet.children.length) document.body.classList.add("has-sheet");
  }

  function done() {
    drawn = false;
    sheet.textContent = "";
    document.body.classList.remove("has-sheet");
    if (rule >= 0) {
      o.rules.deleteRule(rule);
      rule = -1;
    }
    paper = "a4";
    if (o.done) o.done();
  }

  /** @param {{ matches: boolean }} e */
  const switched = (e) => {
    if (e.matches) draw();
    else done();
  };
  window.addEventListener("beforeprint", draw);
  window.addEventListener("afterprint", done);
  // Engines without those events, and tools that only switch the medium.
  const medium = window.matchMedia("print");
  if (medium.addListener) medium.addListener(switched);

  return {
    draw: draw,
    isDrawn: () => drawn,
    /** Print on "a4" or "a3". @param {string} name */
    print: (name) => {
      paper = name;
      try {
        rule = o.rules.insertRule(
          "@page { size: " + name.toUpperCase() + " landscape; }",
          o.rules.cssRules.length,
        );
      } catch (_) {
        rule = -1;
      }
      window.print();
    },
    destroy: () => {
      window.removeEventListener("beforeprint", draw);
      window.removeEventListener("afterprint", done);
      if (medium.removeListener) medium.removeListener(switched);
      sheet.remove();
    },
  };
}
