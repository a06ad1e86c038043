// The frame that cards stand in, and where the keyboard is while one opens and closes: on the card,
// then where it was before.
import { el } from "../core/dom.js";

/** @import { Project, View } from "../core/types.js" */

/**
 * What has the keyboard in the tree of an element, or null.
 * @param {Element} node
 * @returns {Element | null}
 */
export function activeBeside(node) {
  const tree = node.getRootNode();
  return tree instanceof Document || tree instanceof ShadowRoot ? tree.activeElement : null;
}

/** @param {Element | null} node @returns {boolean} */
export function takeFocus(node) {
  if (!node || !node.isConnected) return false;
  /** @type {HTMLElement | SVGElement} */ (node).focus({ preventScroll: true });
  return activeBeside(node) === node;
}

/**
 * The frame of a view's cards, in `parent`.
 * @param {View} view
 * @param {HTMLElement} parent
 */
export function createCardFrame(view, parent) {
  const box = el("aside", "atlas-card", null, parent);
  box.hidden = true;
  /** @type {Element | null} */
  let before = null;

  /** @param {Project | null | undefined} project */
  function make(project) {
    box.textContent = "";
    const createCard = project ? view.withCard : null;
    box.hidden = !createCard;
    view.root.classList.toggle("has-card", !box.hidden);
    if (!project || !createCard) return;
    box.appendChild(
      createCard(view, project, () => {
        view.select(null, { tell: true });
      }),
    );
    box.scrollTop = 0;
  }

  return {
    box: box,
    /**
     * Shows the card of a project, none for null. One that the reader wants has the keyboard; when
     * it closes, whatever had it before.
     * @param {Project | null | undefined} project
     * @param {boolean} [wanted] by the reader
     */
    show: (project, wanted) => {
      const active = activeBeside(box),
        inside = !!active && box.contains(active);
      if (!inside && wanted && box.hidden) before = active;
      make(project);
      if (!inside && !wanted) return;
      if (!box.hidden) takeFocus(box.querySelector("article"));
      // Who has gone on elsewhere meanwhile stays there.
      else if (inside && !takeFocus(before)) takeFocus(view.map.getContainer());
    },
  };
}

/**
 * Whether an Escape is left for the card: nobody has heeded it, and it empties no search.
 * @param {KeyboardEvent} event
 */
export function isEscape(event) {
  if (event.key !== "Escape" || event.defaultPrevented) return false;
  const target = /** @type {Partial<HTMLInputElement>} */ (event.composedPath()[0]);
  return !(target.type === "search" && target.value);
}
