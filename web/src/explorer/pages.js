// The pages of the explorer that have no map, by their tab; each is made when it is first shown.
import { el } from "../core/dom.js";
import { createOutcomes } from "../outcome/page.js";
import { writeAbout } from "./about.js";
import { createCharts } from "./charts.js";
import { createMatrix } from "./compare.js";

/** @import { Counts, Left, State } from "../core/types.js" */
/** @import { Explorer } from "./explorer.js" */

/**
 * A page: `update` draws what a filter leaves.
 * @typedef {object} Page
 * @property {(left: Left, counts: Counts) => void} update
 * @property {() => void} [destroy]
 */

/** @param {HTMLElement} box @param {Explorer} ex @returns {Page} */
function outcomes(box, ex) {
  const page = createOutcomes(box, {
    model: ex.view.model,
    words: ex.words,
    lang: ex.lang,
    theme: ex.theme,
    open: (id) => {
      ex.set({ tab: "map", on: "" });
      ex.select(id);
    },
    widen: () => {
      ex.clear([]);
    },
  });
  return { update: (left) => page.update(left.ids, ex.state), destroy: page.destroy };
}

/** @param {HTMLElement} box @param {Explorer} ex @returns {Page} */
function about(box, ex) {
  let asked = false;
  return {
    update: () => {
      if (asked) return;
      asked = true;
      box.textContent = "";
      ex.options.more().then(
        (more) => writeAbout(box, ex, more),
        () => {
          asked = false;
          el("p", "app-hint", ex.words("app.unreached"), box);
        },
      );
    },
  };
}

/**
 * Every tab but the two with a map. A tab is a value of the key `tab` in layers/address.py.
 * @type {Record<Exclude<State["tab"], "map" | "compare">,
 *   (box: HTMLElement, ex: Explorer) => Page>}
 */
export const PAGES = {
  matrix: createMatrix,
  charts: createCharts,
  outcomes: outcomes,
  data: about,
};
