// The browser's history of a page whose address is its state: a choice makes an entry at once,
// whatever else changes is written into it when the hand rests.
import { stepOf } from "./steps.js";

/** @import { Viewport } from "../types.js" */

// Browsers allow few changes of the address a second.
const REST = 350;

/**
 * @param {object} page
 * @param {() => object} page.state as it is now
 * @param {(state: any) => string} page.address the part of the address that a state makes
 * @param {() => string} page.there that part as it is in the browser
 * @param {() => object} [page.where] where its map is, for entries whose address does not say
 * @param {() => void} [page.written] called when the hand has rested
 * @param {(where: Viewport | null) => void} [page.arrive] goes where the address is, by Back or
 *   Forward, with where the map was
 */
export function createHistory(page) {
  const now = () => Object.assign({}, page.state());
  // Before Streamlit hears of it, which would have the server run the page again.
  const popped = (/** @type {Event} */ event) => {
    const { arrive } = page;
    event.stopImmediatePropagation();
    going(() => {
      if (arrive) arrive((history.state || {}).atlas || null);
    });
  };
  if (page.arrive) window.addEventListener("popstate", popped, true);
  let last = now(),
    later = 0,
    // What one choice changes besides comes before the page is at rest, and makes no second entry.
    fresh = false,
    led = false;

  /** @param {"pushState" | "replaceState"} how @param {object} state @param {object} [where] */
  function put(how, state, where) {
    const address = page.address(state);
    if (how === "replaceState" && address === page.there() && !where) return;
    const query = address.charAt(0) === "#" ? location.search : "",
      hash = address.charAt(0) === "#" ? "" : location.hash;
    try {
      const kept = where ? Object.assign({}, history.state, { atlas: where }) : history.state;
      history[how](kept, "", location.pathname + query + address + hash);
    } catch (_) {
      /* A frame without an address of its own, or too many changes at once: the page goes on. */
    }
  }

  /**
   * Go where the address is: nothing of it is to be written.
   * @param {() => void} go
   */
  function going(go) {
    led = true;
    try {
      go();
    } finally {
      led = false;
      clearTimeout(later);
      last = now();
    }
  }

  /** Write what there is; gives the address. */
  function write() {
    clearTimeout(later);
    last = now();
    put("replaceState", last);
    return page.address(last);
  }

  return {
    write: write,
    /** The state may have changed. */
    note: () => {
      if (led) return;
      const next = now();
      if (stepOf(last, next) === "push" && !fresh) {
        // The entry that is left has all that was changed in it.
        const where = page.where && page.where();
        put("replaceState", last, where);
        put("pushState", next, where);
        fresh = true;
        setTimeout(() => {
          fresh = false;
        }, 0);
      }
      last = next;
      clearTimeout(later);
      later = window.setTimeout(() => {
        write();
        if (page.written) page.written();
      }, REST);
    },
    going: going,
    destroy: () => {
      clearTimeout(later);
      window.removeEventListener("popstate", popped, true);
    },
  };
}
