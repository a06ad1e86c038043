// What an exported file says in place of its map where it did not come through whole.
import { el } from "../core/dom.js";

/** @import { Config } from "./types.js" */

/**
 * The file's settings, which stand in it as plain text.
 * @returns {Config}
 */
export function readConfig() {
  const block = /** @type {HTMLElement} */ (document.getElementById("atlas-config"));
  return JSON.parse(block.textContent || "");
}

/**
 * Says on the page that the file is damaged, and to who debugs it what was thrown.
 * @param {unknown} error
 */
export function sayDamaged(error) {
  console.error(error);
  const root = document.getElementById("page");
  el("p", "page-broken", readConfig().damaged, root).setAttribute("role", "alert");
}
