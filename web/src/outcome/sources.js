// Sources as links that can be followed: http and https only.
import { el } from "../core/dom.js";
import { sourceLink, sourceName } from "../core/sources.js";

/** @import { Payload } from "../core/types.js" */

/**
 * @param {HTMLElement} parent
 * @param {Payload} payload
 * @param {number[]} list places in the payload's sources
 */
export function createSources(parent, payload, list) {
  if (!list.length) return;
  const box = el("span", "out-sources", null, parent);
  list.forEach((i) => {
    sourceLink(payload.sources[i], sourceName(payload.sources[i]), box);
  });
}
