// The divider between two maps that lie over each other: dragged, or moved by the arrow keys.
import { el } from "../core/dom.js";

/** @import { Words } from "../core/types.js" */

const STEP = 2,
  LEAP = 10,
  MOST = 100,
  // Its pixels across, as the style sheet has it: the whole of it stands within the maps.
  WIDE = 28;

/**
 * Where the divider stands after a key, in per cent of the width; null for any other key.
 * @param {number} at
 * @param {string} key
 * @returns {number | null}
 */
export function dividerByKey(at, key) {
  /** @type {Record<string, number>} */
  const to = {
    ArrowLeft: at - STEP,
    ArrowDown: at - STEP,
    ArrowRight: at + STEP,
    ArrowUp: at + STEP,
    PageDown: at - LEAP,
    PageUp: at + LEAP,
    Home: 0,
    End: MOST,
  };
  return Object.prototype.hasOwnProperty.call(to, key) ? within(to[key]) : null;
}

/** @param {number} share */
function within(share) {
  return Math.max(0, Math.min(MOST, Math.round(share)));
}

/**
 * A divider in `stage`; `move` is called with the share that the first map has, in per cent.
 * @param {HTMLElement} stage
 * @param {(share: number) => void} move
 */
export function createDivider(stage, move) {
  let at = 50;
  /** @type {(share: number) => string} */
  let tell = String;
  const bar = el("div", "atlas-divider", null, stage);
  bar.tabIndex = 0;
  bar.hidden = true;
  bar.setAttribute("role", "slider");
  bar.setAttribute("aria-orientation", "horizontal");
  bar.setAttribute("aria-valuemin", "0");
  bar.setAttribute("aria-valuemax", String(MOST));
  el("span", "atlas-divider-grip", null, bar).setAttribute("aria-hidden", "true");

  /** @param {number} share */
  function go(share) {
    at = within(share);
    bar.setAttribute("aria-valuenow", String(at));
    bar.setAttribute("aria-valuetext", tell(at));
    move(at);
  }

  bar.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const next = dividerByKey(at, e.key);
    if (next === null) return;
    e.preventDefault();
    e.stopPropagation();
    go(next);
  });
  /** @param {PointerEvent} e */
  const drag = (e) => {
    const box = stage.getBoundingClientRect(),
      // A card may stand beside the maps.
      taken = parseFloat(getComputedStyle(stage).getPropertyValue("--taken")) || 0;
    // A talk is enlarged to the screen, and all lengths with it.
    const scale = stage.offsetWidth ? box.width / stage.offsetWidth : 1,
      room = box.width - (taken + WIDE) * scale;
    if (room > 0) go((100 * (e.clientX - box.left - (WIDE * scale) / 2)) / room);
  };
  bar.addEventListener("pointerdown", (e) => {
    if (e.button) return;
    bar.setPointerCapture(e.pointerId);
    bar.addEventListener("pointermove", drag);
    e.preventDefault();
    bar.focus({ preventScroll: true });
  });
  const rest = () => {
    bar.removeEventListener("pointermove", drag);
  };
  bar.addEventListener("pointerup", rest);
  bar.addEventListener("pointercancel", rest);
  go(at);

  return {
    bar: bar,
    /**
     * Show it between two sides, or hide it.
     * @param {boolean} on
     * @param {string} first
     * @param {string} last
     * @param {Words} w
     */
    show: (on, first, last, w) => {
      bar.hidden = !on;
      bar.setAttribute("aria-label", w("compare.divider", { a: first, b: last }));
      tell = (share) => w("compare.divider.at", { a: first, n: share });
      go(at);
    },
    destroy: () => {
      bar.remove();
    },
  };
}
