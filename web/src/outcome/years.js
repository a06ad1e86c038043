// The map in a year that was chosen: what was open, built or promised on its last day.
import { knownYears, leftIn } from "../core/timeline.js";
import { createYearBar } from "./year-bar.js";

/** @import { Left, View } from "../core/types.js" */

/**
 * The bar under the map of `view`; `change` is called with the year that the reader goes to, null
 * for now. Null where no year is known.
 * @param {View} view
 * @param {(year: number | null) => void} change
 */
export function createYears(view, change) {
  const w = view.words,
    payload = view.model.payload,
    years = knownYears(payload);
  if (!years) return null;
  const bar = createYearBar(view.root, w, years, payload.as_of, change);
  // Over the line that says where the map is from.
  view.root.insertBefore(bar.bar, bar.bar.previousSibling);
  view.root.classList.add("has-years");
  return {
    /**
     * Of what a filter leaves, that of which a year knows anything; null for now.
     * @param {Left} left
     * @param {number | null} year
     * @returns {Left | null}
     */
    show: (left, year) => {
      bar.set(year);
      if (year === null) return null;
      const then = leftIn(view.model, left, year);
      const notes = [
        then.unmet ? w("years.unmet", { n: then.unmet }) : "",
        then.out ? w("years.nothing", { n: then.out }) : "",
      ];
      bar.tell(notes.filter(Boolean).join(view.lang === "zh" ? "；" : "; "));
      return then;
    },
    stop: bar.stop,
    destroy: bar.destroy,
  };
}
