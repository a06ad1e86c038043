// The line that says that the server is out of reach. What the page shows goes on without it:
// Streamlit's own dialog, which would lie over all, is kept away (serving/host_config.py).
import { el } from "../dom.js";

// Where Streamlit's page tells how its connection is, and the word for well.
const TOLD = "data-test-connection-state",
  WELL = "CONNECTED";
// Milliseconds: a connection that comes back at once was never lost.
const PATIENCE = 1000;

/**
 * A line in `parent` that says `text` as long as the server is out of reach.
 * @param {HTMLElement} parent
 * @param {string} text
 */
export function tellConnection(parent, text) {
  const line = el("p", "app-lost", "", parent);
  line.setAttribute("role", "status");
  line.hidden = true;
  const page = document.querySelector("[" + TOLD + "]");
  let later = 0;
  const look = () => {
    clearTimeout(later);
    const lost = page !== null && page.getAttribute(TOLD) !== WELL;
    if (lost) later = window.setTimeout(say, PATIENCE, text);
    else say("");
  };
  /** @param {string} now */
  const say = (now) => {
    line.hidden = !now;
    line.textContent = now;
  };
  /** @type {MutationObserver | null} */
  let observer = null;
  if (page) {
    observer = new MutationObserver(look);
    observer.observe(page, { attributes: true, attributeFilter: [TOLD] });
    look();
  }
  return {
    destroy: () => {
      clearTimeout(later);
      if (observer) observer.disconnect();
      line.remove();
    },
  };
}
