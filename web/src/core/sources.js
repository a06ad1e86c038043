// Where a fact comes from: as words, and as a link where its address may be followed.
import { el } from "./dom.js";

/** @import { Source } from "./types.js" */

/**
 * Whether an address may be followed: http or https and nothing else.
 * @param {string} url
 */
export function isFollowable(url) {
  if (!/^https?:\/\//i.test(url)) return false;
  try {
    return new URL(url).hostname !== "";
  } catch (_) {
    return false;
  }
}

/**
 * A source in words: who says so, under which title, when.
 * @param {Source} source
 */
export function sourceName(source) {
  const title = source.title ? "《" + source.title + "》" : "";
  return [source.publisher, title, source.published].filter(Boolean).join(" ");
}

/**
 * The only links that lead out of the page: `text`, which leads to the source where it has an
 * address that may be followed.
 * @param {Source} source
 * @param {string} text
 * @param {Node | null} parent
 * @returns {HTMLElement}
 */
export function sourceLink(source, text, parent) {
  if (!isFollowable(source.url)) {
    const plain = el("span", "atlas-cite", text, parent);
    plain.title = sourceName(source);
    return plain;
  }
  const link = el("a", "atlas-cite", text, parent);
  link.href = source.url;
  link.target = "_blank";
  link.rel = "noopener";
  link.title = sourceName(source);
  return link;
}
