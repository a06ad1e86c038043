// Lines above a page that can be dismissed.
import { button, el } from "../dom.js";

/** @import { Words } from "../types.js" */

/**
 * A line in `parent` that says `text` until it is dismissed.
 * @param {HTMLElement} parent
 * @param {string} text
 * @param {Words} words
 */
export function addNotice(parent, text, words) {
  const box = el("div", "app-notice", null, parent);
  box.setAttribute("role", "alert");
  el("span", null, text, box);
  button("atlas-link", words("notice.dismiss"), box, () => {
    box.remove();
  });
}
