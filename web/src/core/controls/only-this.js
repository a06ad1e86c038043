// "Only this" beside a choice: of several that are chosen it keeps one.
import { button } from "../dom.js";

/**
 * A small button after `choice` in `parent`, in sight under the pointer or the focus. It is no tab
 * stop of its own: the right arrow leads from the choice to it, the left one back.
 * @param {HTMLElement} parent
 * @param {HTMLElement} choice
 * @param {string} text
 * @param {string} label what a screen reader says
 * @param {() => void} action
 * @returns {HTMLButtonElement}
 */
export function createOnly(parent, choice, text, label, action) {
  const only = button("app-only", text, parent, () => {
    action();
    choice.focus();
  });
  only.tabIndex = -1;
  only.hidden = true;
  only.setAttribute("aria-label", label);
  choice.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowRight" || only.hidden) return;
    event.preventDefault();
    only.focus();
  });
  only.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft") return;
    event.preventDefault();
    choice.focus();
  });
  return only;
}
