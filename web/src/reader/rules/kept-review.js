// A review file made by the page itself: what a restarted server forgot is still here.

/** @import { Correction, File as Document, Row } from "../types.js" */

/** As review/taken_up.py reads it. */
const VERSION = 1;

/** @param {string[]} pair Chinese and English @returns {string} as Python has it */
const joined = (pair) => (pair[0] === pair[1] ? pair[0] : pair.join(" / "));

/** @param {Row} row @returns {Record<string, string | number | null>} the mention that it was */
const mention = (row) => ({
  clause: row.clause,
  as_written: row.as_written,
  name: row.name,
  mode: row.mode,
  action: row.action,
  status: row.status,
  start_year: row.start_year || null,
  complete_year: row.complete_year || null,
  project_id: row.project,
  match_score: row.score || null,
  match_reason: joined(row.reason),
  confidence: row.confidence,
  doubt: joined(row.doubt),
  kind: row.kind,
  start: row.start,
  end: row.end,
});

/**
 * @param {string} format what a review file calls itself
 * @param {{file: Document, text: string, rows: Row[]}[]} documents with all that was found in each
 * @param {Map<string, Correction>} edits of all documents, by the key of the row
 * @returns {string} the review file
 */
export function keptReview(format, documents, edits) {
  const told = documents.map(({ file, text, rows }) => {
    /** @type {Record<string, Correction>} */
    const corrections = {};
    edits.forEach((correction, key) => {
      const own = file.key + ".";
      if (key.startsWith(own)) corrections[key.slice(own.length)] = correction;
    });
    // A correction is by the number of its mention.
    const number = (/** @type {Row} */ row) => Number(row.key.slice(file.key.length + 1));
    return {
      name: file.name,
      plan: file.plan,
      text: text,
      mentions: [...rows].sort((a, b) => number(a) - number(b)).map(mention),
      corrections: corrections,
    };
  });
  return JSON.stringify({ format: format, version: VERSION, documents: told });
}
