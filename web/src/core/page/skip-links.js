// The first stops of the keyboard on a page: past all that stands before the map and the list.
import { button, el } from "../dom.js";

/**
 * A button for each place in `parent`, seen only when the keyboard is on it.
 * @param {HTMLElement} parent
 * @param {string} label what the buttons together are called
 * @param {[string, () => HTMLElement | null][]} places its words, and what brings it into sight
 */
export function createSkipLinks(parent, label, places) {
  const box = el("nav", "atlas-skips", null, parent);
  box.setAttribute("aria-label", label);
  places.forEach(([words, reach]) => {
    button("atlas-skip", words, box, () => {
      const place = reach();
      if (!place) return;
      if (place.tabIndex < 0) place.tabIndex = -1;
      place.focus();
      place.scrollIntoView({ block: "nearest" });
    });
  });
}
