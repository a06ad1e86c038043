// Which projects a text means, the best first. layers/search/matcher.py does the same, by the same
// table, which comes with the payload; tests/data/searches.csv holds both to the same answers.

import { createScores } from "./scores.js";

/**
 * @import { Model, Payload, Project } from "../types.js"
 * @import { Query } from "./query.js"
 *
 * The ids that are meant, the best first; and those that may be, where none is.
 * @typedef {{ids: string[], doubts: string[], slipped: boolean}} Found
 *
 * @typedef {ReturnType<typeof createSearch>} Search
 */

/**
 * Searches the projects of a payload.
 * @param {Payload} payload
 * @param {Project[]} projects
 */
export function createSearch(payload, projects) {
  const { reader, known, entries, scoreIn, slipping, nothing } = createScores(payload, projects),
    { group: GROUP, doubts: DOUBTS } = payload.search.numbers,
    doubtful = slipping + 1;

  // Those that answer in the first group in which any does, the best first, and that group.
  /** @param {Query} query @returns {{group: number, ids: string[]}} */
  function answers(query) {
    for (let group = 0; group <= slipping; group++) {
      const scored = entries.map((entry) => scoreIn(entry, query, group)),
        best = scored.reduce((least, n) => Math.min(least, n), nothing);
      if (best === nothing || best < group * GROUP) continue;
      const found = Math.floor(best / GROUP),
        ids = entries
          .map((_, place) => place)
          .filter((place) => scored[place] < (found + 1) * GROUP)
          .sort((a, b) => scored[a] - scored[b] || a - b)
          .map((place) => entries[place].id);
      return { group: found, ids: ids };
    }
    return { group: doubtful, ids: [] };
  }

  return {
    reader: reader,
    known: known,
    /**
     * The projects that a text means; null where it is blank, which asks for none.
     * @param {string} text
     * @returns {Found | null}
     */
    find: (text) => {
      const query = reader.read(text);
      if (!query) return null;
      if (!query.whole) return { ids: [], doubts: [], slipped: false };
      const { group, ids } = answers(query);
      if (group === doubtful) return { ids: [], doubts: ids.slice(0, DOUBTS), slipped: false };
      return { ids: ids, doubts: [], slipped: group >= slipping };
    },
  };
}

/**
 * The search of a model, made when it is first asked for.
 * @param {Model} model
 */
export function searchOf(model) {
  return (model.search = model.search || {
    of: createSearch(model.payload, model.projects),
    text: "",
    found: null,
  });
}

/**
 * What a text means among the projects of a model, looked up once for each text in turn.
 * @param {Model} model
 * @param {string} text
 * @returns {Found | null} null where it is blank
 */
export function findIn(model, text) {
  if (!text.trim()) return null;
  const kept = searchOf(model);
  if (kept.text !== text) {
    kept.text = text;
    kept.found = kept.of.find(text);
  }
  return kept.found;
}
