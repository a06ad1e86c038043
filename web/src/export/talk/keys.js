// The keys of a talk.
import { enter, isFull, leaveFull } from "./full-screen.js";

/** @import { Talk } from "./talk.js" */

/**
 * Turn a step, leave, or switch the full screen, as a key says.
 * @param {Talk} talk
 * @param {KeyboardEvent} e
 */
export function heedKey(talk, e) {
  /** @type {Record<string, number>} */
  const moves = {
    ArrowRight: 1,
    ArrowDown: 1,
    PageDown: 1,
    " ": 1,
    ArrowLeft: -1,
    ArrowUp: -1,
    PageUp: -1,
  };
  if (e.ctrlKey || e.metaKey || e.altKey || /** @type {Element} */ (e.target).tagName === "INPUT")
    return;
  // The divider of two maps has its own keys; Escape leaves it.
  const at = /** @type {Element | null} */ (e.target);
  if (at && at.getAttribute && at.getAttribute("role") === "slider") {
    if (e.key !== "Escape") return;
    talk.root.focus({ preventScroll: true });
    e.stopPropagation();
    return;
  }
  /** @param {number} by */
  const turned = (by) => {
    talk.playing.pause();
    talk.turn(by);
  };
  const onButton = e.target instanceof HTMLButtonElement;
  if (Object.prototype.hasOwnProperty.call(moves, e.key) && !(e.key === " " && onButton))
    turned(moves[e.key]);
  else if (e.key === "Home") talk.go(0);
  else if (e.key === "End") talk.go(Infinity);
  else if (e.key === "f" || e.key === "F") {
    talk.stays = !!isFull();
    if (isFull()) leaveFull();
    else enter(talk.root);
  } else if (e.key === "p" || e.key === "P") talk.playing.toggle();
  else if (e.key === "Escape") {
    if (talk.view.drawing) talk.view.drawing.leave();
    else if (talk.whole) talk.closeAll();
    else if (talk.view.selected) talk.view.select(null, { tell: true });
    else talk.leave();
  } else return;
  e.preventDefault();
  e.stopPropagation();
}
