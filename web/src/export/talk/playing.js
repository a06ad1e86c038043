// A talk that turns its pages by itself, until somebody else does.
import { button } from "../../core/dom.js";

/** @import { Talk } from "./talk.js" */

/** Seconds that a page stays. */
const STAYS = 8;

/**
 * The button in `foot` that plays and pauses.
 * @param {Talk} talk
 * @param {HTMLElement} foot
 */
export function createPlaying(talk, foot) {
  const w = talk.page.words;
  let timer = 0;
  const toggle = button("talk-tool", null, foot, () => {
    play(!timer);
  });
  toggle.setAttribute("data-play", "");

  /** @param {boolean} on */
  function play(on) {
    clearTimeout(timer);
    timer = 0;
    if (on) timer = window.setTimeout(next, STAYS * 1000);
    const said = on ? w("present.pause") : w("present.play", { n: STAYS });
    toggle.textContent = on ? "❚❚" : "▶";
    toggle.title = said;
    toggle.setAttribute("aria-label", said);
    toggle.setAttribute("aria-pressed", String(on));
  }

  function next() {
    play(talk.turn(1));
  }

  play(false);
  return {
    /** Play, or pause. */
    toggle: () => play(!timer),
    pause: () => {
      if (timer) play(false);
    },
  };
}
