// A text as the search reads it: folded, taken apart into words, ends of works and their kind.
// layers/search/query.py does the same; the words and figures come with the payload.

import { foldText } from "./folding.js";

/** @import { Payload } from "../types.js" */

/**
 * What is asked for; the fields are those of Query in layers/search/query.py, "" for no kind and
 * no mode.
 * @typedef {object} Query
 * @property {string} whole
 * @property {string[]} bares
 * @property {string} stem
 * @property {string} kind
 * @property {string} mode
 * @property {boolean} latin
 * @property {Query[]} words
 *
 * @typedef {ReturnType<typeof createReader>} Reader
 */

// What parts words: all but letters, figures and ideographs.
const BETWEEN = /[^a-z0-9\u00c0-\u024f\u0400-\u04ff\u3400-\u9fff]+/;
// A road by its number, and one whose letter stands behind it (210国道).
const ROAD = /^[gs]\d+$/;
const TURNED_ROAD = /^(\d{1,4})([gs])(?![a-z0-9])/;

/** Whether a text is a road's number and nothing else. @param {string} text */
export function isRoad(text) {
  return ROAD.test(text);
}

/** Whether a text begins with a road's number. @param {string} text */
export function beginsRoad(text) {
  return /^[gs]\d/.test(text);
}

/**
 * Reads texts by the payload's table.
 * @param {Payload["search"]} search
 */
export function createReader(search) {
  const least = search.numbers.least;
  /** @type {Map<string, string>} */
  const plainOf = new Map([["ü", "v"]]);
  Object.keys(search.characters).forEach((c) => {
    Array.from(search.characters[c]).forEach((form) => {
      plainOf.set(form, c);
    });
  });
  /** @type {[string, string][]} */
  const kinds = [];
  Object.keys(search.kinds).forEach((mode) => {
    search.kinds[mode].forEach((kind) => {
      kinds.push([kind, mode]);
    });
  });
  kinds.sort((a, b) => b[0].length - a[0].length);

  /**
   * The words of a text: folded, traditional forms simplified, without any mark.
   * @param {string} text
   */
  function plainWords(text) {
    const folded = Array.from(foldText(text), (c) => plainOf.get(c) || c).join("");
    return folded.split(BETWEEN).filter(Boolean);
  }

  /**
   * A text with words of one meaning made one.
   * @param {string} text
   */
  function alike(text) {
    const read = search.alike.reduce((now, [from, to]) => now.split(from).join(to), text);
    return read.replace(TURNED_ROAD, "$2$1");
  }

  /**
   * What stands before the kind of works at the end of a text, the kind, and its mode.
   * @param {string} text
   * @returns {[string, string, string]}
   */
  function parted(text) {
    for (const [kind, mode] of kinds) {
      const left = text.length - kind.length;
      if (left >= least && text.endsWith(kind)) return [text.slice(0, left), kind, mode];
    }
    return [text, "", ""];
  }

  /**
   * A text, then with each thing taken off that makes no other project.
   * @param {string} text
   */
  function baresOf(text) {
    const found = [text];
    for (let now = text; ; found.push(now)) {
      const left = now;
      /** @param {string} part */
      const spare = (part) => left.length - part.length >= least;
      const tail = search.tails.find((t) => left.endsWith(t) && spare(t)),
        head = tail ? undefined : search.heads.find((h) => left.startsWith(h) && spare(h));
      if (tail) now = left.slice(0, -tail.length);
      else if (head) now = left.slice(head.length);
      else return found;
    }
  }

  /**
   * @param {string} whole
   * @param {Query[]} words
   * @returns {Query}
   */
  function query(whole, words) {
    const bares = baresOf(whole),
      kind = bares.slice().reverse().map(parted);
    const [stem, word, mode] = kind.find((k) => k[1]) || [bares[bares.length - 1], "", ""];
    const latin = /[a-z]/.test(whole);
    return { whole, bares, stem, kind: word, mode, latin, words };
  }

  return {
    plainWords,
    parted,
    /** A text as names are compared. @param {string} text */
    plain: (text) => alike(plainWords(text).join("")),
    /**
     * What a text asks for, null where it is blank.
     * @param {string} text
     * @returns {Query | null}
     */
    read: (text) => {
      if (!foldText(text).trim()) return null;
      const words = plainWords(text),
        each = words.length > 1 ? words.map(alike).filter(Boolean) : [];
      return query(
        alike(words.join("")),
        each.map((word) => query(word, [])),
      );
    },
  };
}
