// What the server sends once, in pieces: the text of a document, its rows, its places.

import { keptReview } from "./rules/kept-review.js";

/** @import { Correction, File as Document, Row, Shown } from "./types.js" */

/** @param {string} name @returns {any} a piece, undefined until it has come */
export const piece = (name) => (window.atlasPieces || {})[name];

/** @param {Document} file @returns {string[]} the names of its pieces */
const named = (file) => [file.text, ...file.rows, file.places, file.saved].filter(Boolean);

/** @param {Document} file @returns {boolean} whether all of it that is named has come */
export const isWhole = (file) => named(file).every((name) => piece(name) !== undefined);

/**
 * Which pieces have come, so that the server does not send them again.
 * @param {Shown | null} data
 */
export const come = (data) =>
  (data ? data.files : [])
    .reduce((all, file) => all.concat(named(file)), /** @type {string[]} */ ([]))
    .filter((name) => piece(name) !== undefined);

/** The rows of documents, put together once for as many pieces as have come. */
export class FoundRows {
  constructor() {
    /** @type {Map<string, {names: string, rows: Row[]}>} */
    this._files = new Map();
  }

  /** @param {Document} file @returns {Row[]} in the order of the text; not to be changed */
  of(file) {
    const there = file.rows.filter(piece);
    const names = there.join();
    const had = this._files.get(file.key);
    if (had && had.names === names) return had.rows;
    /** @type {Row[]} */
    const rows = [].concat(...there.map(piece));
    rows.sort((a, b) => a.start - b.start);
    this._files.set(file.key, { names: names, rows: rows });
    return rows;
  }
}

/**
 * What the page still has when the server has forgotten it.
 * @param {Shown | null} data what the server said last
 * @param {FoundRows} found
 * @param {Map<string, Correction>} edits
 * @returns {{review: File | null, lost: string[]}} a review file with all that was read to its
 *   end, and the names of documents that were not
 */
export function still(data, found, edits) {
  const files = (data ? data.files : []).filter((file) => file.state !== "refused");
  const read = files.filter((file) => file.state === "read" && isWhole(file));
  const documents = read.map((file) => ({
    file: file,
    text: piece(file.text),
    rows: found.of(file),
  }));
  const text = keptReview(data ? data.review_format : "", documents, edits);
  return {
    review: read.length ? new File([text], "review.json", { type: "application/json" }) : null,
    lost: files.filter((file) => !read.includes(file)).map((file) => file.name),
  };
}
