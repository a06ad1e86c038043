// A menu under its button: open until it is used elsewhere, or left by Escape.

import { button, el } from "../dom.js";

/**
 * The button `label` in `parent`, and the menu that it opens.
 * @param {HTMLElement} parent
 * @param {string} label
 * @param {object} does
 * @param {() => void} does.refresh makes the menu's links anew: what has just been chosen counts,
 *   however soon one is used
 * @param {boolean} [does.keepsEscape] whether nobody else hears of the Escape that closes it
 */
export function createMenu(parent, label, does) {
  const box = el("div", "app-downloads", null, parent),
    head = button("app-quiet", label, box),
    menu = el("div", "app-menu", null, box);
  /** @param {boolean} on */
  const open = (on) => {
    menu.hidden = !on;
    head.setAttribute("aria-expanded", String(on));
  };
  head.addEventListener("click", () => {
    open(menu.hidden === true);
    if (!menu.hidden) does.refresh();
  });
  ["pointerdown", "focusin", "contextmenu"].forEach((event) => {
    menu.addEventListener(event, does.refresh);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || menu.hidden) return;
    event.preventDefault();
    if (does.keepsEscape) event.stopPropagation();
    open(false);
    head.focus();
  });
  /** @param {Event} event */
  const outside = (event) => {
    if (!event.composedPath().includes(box)) open(false);
  };
  document.addEventListener("pointerdown", outside);
  open(false);
  return {
    head: head,
    menu: menu,
    open: open,
    destroy: () => {
      document.removeEventListener("pointerdown", outside);
    },
  };
}
