// A file that the page itself has: the browser is given it to keep.
import { el } from "../dom.js";

// Milliseconds for which what was given is kept for the browser.
const KEPT = 60000;

/**
 * @param {Blob} blob
 * @param {string} name
 */
export function saveFile(blob, name) {
  const url = URL.createObjectURL(blob),
    link = el("a", null, null, document.body);
  link.href = url;
  link.download = name;
  link.click();
  link.remove();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, KEPT);
}
