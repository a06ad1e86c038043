// Nothing matches: how much each condition costs, and an offer to drop it.

import { emptyFilter, filterKeys } from "../core/address.js";
import { button, el } from "../core/dom.js";
import { applyFilter } from "../core/filter.js";
import { WHERE } from "../core/where/areas.js";

/** @import { Filter } from "../core/types.js" */
/** @import { Explorer } from "./explorer.js" */

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
      const empty = emptyFilter(ex.payload);
      filterKeys(ex.payload).forEach((field) => {
        if (!chosen[field].length) return;
        const nothing = empty[field],
          wider = Object.assign({}, chosen, { [field]: nothing });
        const n = applyFilter(ex.view.model, wider).ids.length;
        if (!n) return;
        text.hidden = false;
        const what = w(field === "q" ? "filter.search" : "filter." + field);
        button("atlas-button", w("app.empty.drop", { what: what, n: n }), box, () => {
          ex.set({ [field]: nothing });
          if (!WHERE.some((key) => key === field)) return;
          ex.view.setWhere(ex.state);
          ex.view.fit();
        });
      });
      button("atlas-button is-main", w("app.empty.widen"), box, () => {
        ex.clear([]);
      });
    },
  };
}
