// How text is compared in a search, in the browser. registry/naming.py does the same; the tests
// of both read tests/data/hidden.json.

// Characters that cannot be seen, as registry/naming.py has them. Written out: old engines know no
// categories.
const HIDDEN = new RegExp(
  [
    "[\\x00-\\x1f\\x7f-\\x9f\\xad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2]",
    "\\u034f|\\u17b4|\\u17b5|[\\u115f\\u1160\\u3164\\uffa0\\ufffd]",
    "[\\u180b-\\u180f]|[\\ufe00-\\ufe0f]|[\\u{e0100}-\\u{e01ef}]",
    "[\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufeff\\ufff9-\\ufffb]",
    "[\\u{110bd}\\u{110cd}\\u{13430}-\\u{1343f}\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}]",
    "[\\u{e0001}\\u{e0020}-\\u{e007f}]",
    "[\\ud800-\\uf8ff\\u{f0000}-\\u{ffffd}\\u{100000}-\\u{10fffd}]",
  ].join("|"),
  "gu",
);
// White space between words, the same in every language that searches: blanks of any width, tabs
// and line ends. Other separators are ignored with all that cannot be seen.
const SPACE = /[^\S\ufeff\u2028\u2029]+/g;

/** A text without the characters that cannot be seen. @param {string} text */
export function seenText(text) {
  return text.replace(HIDDEN, "");
}

/**
 * A text as it is compared: only what can be seen, full-width forms plain, capitals small.
 * @param {string} text
 */
export function foldText(text) {
  return seenText(text).normalize("NFKC").toLowerCase();
}

/**
 * Texts, each folded, one a line: a folded word never reaches from one into another.
 * @param {string[]} texts
 */
export function foldAll(texts) {
  return texts.map(foldText).join("\n");
}

/**
 * The words of a text, folded; a line end parts words as a blank does.
 * @param {string} text
 */
export function wordsOf(text) {
  return foldText(text.replace(SPACE, " ")).split(" ").filter(Boolean);
}

/**
 * A text folded and without white space, to be compared as a whole.
 * @param {string} text
 */
export function spellingOf(text) {
  return wordsOf(text).join("");
}
