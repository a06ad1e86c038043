// Search by pinyin: yukun, yk and ykun find 渝昆高铁. layers/pinyin.py says the same.

/** @import { Payload } from "../types.js" */

/**
 * Character to syllable, from the payload's syllable to characters.
 * @param {Payload} payload
 */
export function readings(payload) {
  /** @type {Map<string, string>} */
  const known = new Map();
  Object.keys(payload.pinyin || {}).forEach((syllable) => {
    Array.from(payload.pinyin[syllable]).forEach((c) => {
      known.set(c, syllable);
    });
  });
  return known;
}

/**
 * The syllables of each unbroken run of known characters.
 * @param {string} text
 * @param {Map<string, string>} known
 */
export function syllables(text, known) {
  /** @type {string[][]} */
  const runs = [[]];
  Array.from(text).forEach((c) => {
    const syllable = known.get(c),
      last = runs[runs.length - 1];
    if (syllable) last.push(syllable);
    else if (last.length) runs.push([]);
  });
  return runs.filter((run) => run.length);
}

/**
 * @param {string} word
 * @param {string[]} run
 * @param {number} at
 * @returns {boolean}
 */
function spells(word, run, at) {
  if (at === run.length) return false;
  const syllable = run[at];
  if (syllable.indexOf(word) === 0) return true;
  const pieces = [syllable, syllable.charAt(0)];
  if (/^[zcs]h/.test(syllable)) pieces.push(syllable.slice(0, 2));
  return pieces.some((p) => word.indexOf(p) === 0 && spells(word.slice(p.length), run, at + 1));
}

/**
 * Whether a folded word spells syllables that follow each other; initials will do.
 * @param {string} word
 * @param {string[][]} runs
 */
export function matchesPinyin(word, runs) {
  return /^[a-z]+$/.test(word) && runs.some((run) => run.some((_, at) => spells(word, run, at)));
}
