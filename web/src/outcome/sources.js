// Sources as links that can be followed: http and https only.
import { el } from "../core/dom.js";

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
    const s = payload.sources[i];
    const text = [s.publisher, s.title ? "《" + s.title + "》" : "", s.published]
      .filter(Boolean)
      .join(" ");
    if (!/^https?:\/\//i.test(s.url || "")) {
      el("span", null, text, box);
      return;
    }
    const a = el("a", null, text, box);
    a.href = s.url;
    a.target = "_blank";
    a.rel = "noopener noreferrer";
  });
}
