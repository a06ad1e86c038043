// Nothing matches: how much each condition costs, and an offer to drop it.
import { button, el } from "../core/dom.js";
import { applyFilter } from "../core/filter.js";

/** @import { Filter, Facet } from "../core/types.js" */
/** @import { Explorer } from "./explorer.js" */

/** @type {{key: keyof Filter, field: Facet | "q"}[]} */
const CONDITIONS = [
  { key: "plans", field: "plan" },
  { key: "statuses", field: "status" },
  { key: "regions", field: "region" },
  { key: "modes", field: "mode" },
  { key: "places", field: "place" },
  { key: "years", field: "year" },
  { key: "findings", field: "finding" },
  { key: "currents", field: "current" },
  { key: "verdicts", field: "verdict" },
  { key: "query", field: "q" },
];

/**
 * Says so in `box`.
 * @param {HTMLElement} box
 * @param {Explorer} ex
 */
export function createNoMatch(box, ex) {
  const w = ex.words;
  return {
    /**
     * @param {boolean} on whether nothing matches
     * @param {Filter} chosen
     */
    update: (on, chosen) => {
      box.hidden = !on;
      box.textContent = "";
      if (!on) return;
      el("b", null, w("empty"), box);
      const text = el("span", null, w("app.empty.text"), box);
      text.hidden = true;
      CONDITIONS.forEach(({ key, field }) => {
        if (!chosen[key].length) return;
        const nothing = field === "q" ? "" : [];
        const n = applyFilter(ex.view.model, Object.assign({}, chosen, { [key]: nothing })).ids
          .length;
        if (!n) return;
        text.hidden = false;
        const what = w(field === "q" ? "filter.search" : "filter." + field);
        button("atlas-button", w("app.empty.drop", { what: what, n: n }), box, () => {
          ex.set({ [field]: nothing });
          if (field !== "region") return;
          ex.view.setRegion([]);
          ex.view.fit();
        });
      });
      button("atlas-button is-main", w("app.empty.widen"), box, () => {
        ex.clear([]);
      });
    },
  };
}
