// Ctrl+P in the explorer: the sheet that an exported file prints. Other tabs print as they stand.
import { filterOf } from "../../core/address.js";
import { localDay } from "../../core/dates.js";
import { el } from "../../core/dom.js";
import { filterInWords } from "../../core/filter-words.js";
import { plansNaming } from "../../paper/plans-shown.js";
import { createPrinting } from "../../paper/printing.js";

/**
 * @import { Scene } from "../../paper/types.js"
 * @import { Explorer } from "../explorer.js"
 */

// The server's page is not ours to style but while it prints a sheet.
const RULES =
  ".page-sheet { display: none; } @media print {" +
  " .has-sheet > *:not(.page-sheet) { display: none !important; }" +
  " .has-sheet .page-sheet { display: block; }" +
  " .page-sheet svg { display: block; width: 100%; height: auto; }" +
  " .page-sheet * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }";

// The paper of such a sheet; what else is printed has its own.
const PAPER = "@page { size: landscape; margin: 9mm; }";

/** What the explorer's map shows. @param {Explorer} ex @returns {Scene} */
export function sceneOf(ex) {
  const filter = filterOf(ex.payload, ex.state),
    isCompared = ex.state.tab === "compare";
  return {
    payload: ex.payload,
    view: ex.view,
    words: ex.words,
    lang: ex.lang,
    config: {
      title: ex.words("title"),
      subtitle: "",
      date: localDay(new Date()),
    },
    filter: filter,
    compare: { sides: () => ex.sides || null },
    plansShown: () => plansNaming(ex.view.model, filter.plan, Array.from(ex.view.shown.keys())),
    inWords: () => {
      const on = isCompared ? null : Number(ex.state.on) || null,
        said = filterInWords(ex.payload, ex.words, ex.lang, filter, on);
      return [isCompared ? ex.words("compare") : "", said].filter(Boolean).join("　·　");
    },
    host: ex.root,
  };
}

/**
 * Have the browser print the sheet of the explorer that is there.
 * @param {() => Explorer | null} current
 */
export function createExplorerPrint(current) {
  const style = el("style", null, RULES, document.head),
    paper = el("style", null, PAPER, document.head),
    printing = createPrinting({
      rules: /** @type {CSSStyleSheet} */ (style.sheet),
      scenes: (draw) => {
        const ex = current();
        // Project sheets print themselves.
        if (!ex || document.body.classList.contains("has-sheets")) return;
        if (ex.state.tab !== "map" && ex.state.tab !== "compare") return;
        paper.disabled = false;
        draw(sceneOf(ex));
      },
      done: () => {
        paper.disabled = true;
      },
    });
  paper.disabled = true;
  return {
    destroy: () => {
      printing.destroy();
      style.remove();
      paper.remove();
    },
  };
}
