// Nothing matches: how much each condition costs, and an offer to drop it. Where nothing would be
// there without any condition it is the data, and what is wrong with them is said.

import { emptyFilter, filterKeys } from "../core/address.js";
import { button, el } from "../core/dom.js";
import { applyFilter } from "../core/filter.js";
import { pickLanguage } from "../core/translator.js";
import { WHERE } from "../core/where/areas.js";

/** @import { Filter, State } from "../core/types.js" */
/** @import { Explorer } from "./explorer.js" */

// Of many causes the first ones: they are alike.
const MOST = 3;

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
     * @param {Filter & { tab: State["tab"] }} chosen
     */
    update: (on, chosen) => {
      const empty = emptyFilter(ex.payload);
      const broken = on && !applyFilter(ex.view.model, empty).ids.length;
      on = broken || (on && chosen.tab !== "data" && chosen.tab !== "compare");
      box.hidden = !on;
      box.textContent = "";
      if (!on) return;
      if (broken) {
        const notices = ex.options.notices || [];
        // A notice alerts already, and who listens hears it once.
        if (!notices.length) box.setAttribute("role", "alert");
        el("b", null, w("app.no_data"), box);
        const why = notices.concat(ex.payload.missing || []);
        why.slice(0, MOST).forEach((said) => {
          el("span", null, pickLanguage(said, ex.lang), box);
        });
        el("span", null, w("app.no_data.help"), box);
        return;
      }
      el("b", null, w("empty"), box);
      const text = el("span", null, w("app.empty.text"), box);
      text.hidden = true;
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
