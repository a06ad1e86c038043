// What is said of projects that cannot be shown, since the data are wrong about them.
import { el } from "./dom.js";
import { pickLanguage } from "./translator.js";

/** @import { Lang, Payload, Words } from "./types.js" */

/**
 * A line in `parent` that says how many are missing and why; none where nothing is.
 * @param {HTMLElement} parent
 * @param {Payload} payload
 * @param {Words} words
 * @param {Lang} lang
 */
export function tellMissing(parent, payload, words, lang) {
  const missing = payload.missing || [];
  if (!missing.length) return;
  const why = missing.map((said) => pickLanguage(said, lang));
  const line = el(
    "p",
    "atlas-missing",
    words("missing", { n: missing.length, why: why[0] || "" }),
    parent,
  );
  line.title = why.join("\n");
}
