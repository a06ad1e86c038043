// A slip of the hand, the ear or the eye between what is typed and what is meant.
// layers/search/slips.py does the same.

import { isRoad } from "./query.js";
import { alikeByEar, aloud, commonStart, heard, oneApart } from "./spelling.js";

/**
 * @import { Payload } from "../types.js"
 * @import { Query, Reader } from "./query.js"
 * @import { Readings } from "./spelling.js"
 * @import { Entry } from "./scores.js"
 */
/** @typedef {[string, number]} Way a way and what is added to its score */

/**
 * Finds slips by the payload's table.
 * @param {Payload["search"]} search
 * @param {Readings} known
 * @param {Reader} reader
 */
export function createSlips(search, known, reader) {
  const { numbers } = search,
    telling = new Set(search.telling),
    provinces = new Set(search.provinces);
  /** @type {Map<string, string>} */
  const sounds = new Map();
  /** @param {string} pinyin */
  const sound = (pinyin) => {
    let found = sounds.get(pinyin);
    if (found === undefined) sounds.set(pinyin, (found = heard(pinyin, search.ear)));
    return found;
  };

  /** @param {string} text */
  const sorted = (text) => Array.from(text).sort().join("");

  /** @param {string} one @param {string} other */
  const lookAlike = (one, other) =>
    search.looks.some((pair) => pair.indexOf(one) >= 0 && pair.indexOf(other) >= 0);

  /**
   * The way in which what is asked is a name but for one character; "" where it is not.
   * @param {string} asked
   * @param {string} name
   */
  function kindOfSlip(asked, name) {
    if (!oneApart(asked, name)) return "";
    const at = commonStart(asked, name);
    if (asked.length < name.length) return name.length >= numbers.missing ? "letter" : "doubt";
    const wrong = asked[at];
    if (asked.length > name.length) {
      const sure = name.length >= numbers.wrong && !telling.has(wrong);
      return sure || (at > 0 && wrong === asked[at - 1]) ? "letter" : "doubt";
    }
    if (asked.slice(at + 1) !== name.slice(at + 1))
      return name.length >= numbers.wrong ? "order" : "";
    if (lookAlike(wrong, name[at])) return "letter";
    const near =
      name.length >= numbers.wrong || oneApart(known.get(wrong) || "", known.get(name[at]) || "");
    return near && !telling.has(wrong) ? "letter" : "doubt";
  }

  /**
   * Ways in which what is asked, in characters, may be a name.
   * @param {string} asked
   * @param {string} name
   * @returns {Way[]}
   */
  function characters(asked, name) {
    /** @type {Way[]} */
    const found = [];
    if (Math.abs(asked.length - name.length) > 1) return found;
    const differ = alikeByEar(asked, name, known, sound);
    if (differ) {
      const foreign = Array.from(asked).some((c, i) => c !== name[i] && provinces.has(c));
      const sure = !foreign && (differ < name.length || name.length >= numbers.wrong);
      found.push([sure ? "sound" : "doubt", differ]);
    }
    if (
      name.length >= numbers.wrong &&
      asked !== name &&
      asked.length === name.length &&
      sorted(asked) === sorted(name)
    )
      found.push(["order", 0]);
    const way = kindOfSlip(asked, name);
    if (way) found.push([way, 10]);
    return found;
  }

  /**
   * Slips in characters: of the stem beside stems, of all beside all.
   * @param {Entry} entry
   * @param {Query} query
   * @returns {Way[]}
   */
  function byHand(entry, query) {
    /** @type {Way[]} */
    const found = [];
    if (!query.mode || query.mode === entry.mode) {
      const other = entry.own[0].endsWith(query.kind) ? 0 : 3;
      [query.stem, query.whole].forEach((asked) => {
        if (asked.length < numbers.least) return;
        entry.stems.forEach((stem) => {
          characters(asked, stem).forEach(([way, more]) => {
            found.push([way, more + other]);
          });
        });
      });
    } else if (entry.stems.indexOf(query.stem) >= 0) found.push(["doubt", 5]);
    entry.names.forEach((name) => {
      const stem = reader.parted(name)[0];
      query.bares.forEach((bare) => {
        if (bare.length > numbers.wrong && sorted(bare) === sorted(name)) found.push(["order", 10]);
        for (let start = 0; start + bare.length <= name.length; start++) {
          const part = name.slice(start, start + bare.length);
          if (!alikeByEar(bare, part, known, sound)) continue;
          characters(bare, part).forEach(([way, more]) => {
            found.push([way, more + name.length - part.length]);
          });
        }
        if (query.mode) return;
        // The kind is right but for one character.
        if (
          stem.length < name.length &&
          name.length === bare.length &&
          bare.length > numbers.wrong &&
          bare.startsWith(stem) &&
          kindOfSlip(bare, name) === "letter"
        )
          found.push(["letter", 20]);
        const last = bare.length - 1;
        if (lookAlike(bare[last], name[name.length - 1]) && bare.slice(0, -1) === name.slice(0, -1))
          found.push(["letter", 20]);
      });
    });
    return found;
  }

  /**
   * Slips in pinyin: as it is heard, a letter wrong.
   * @param {Entry} entry
   * @param {Query} query
   * @returns {Way[]}
   */
  function byEar(entry, query) {
    /** @type {Way[]} */
    const found = [],
      letters = query.whole.length,
      asked = sound(query.whole);
    if (letters < numbers.ear) return found;
    entry.names.forEach((name, number) => {
      const place = Math.min(number, 9);
      for (let start = 0; start < name.length; start++) {
        const said = sound(aloud(name, start, known));
        if (said.startsWith(asked)) found.push(["ear", (start ? 20 : 0) + place]);
        if (start || letters < numbers.pinyin) continue;
        for (let size = asked.length - 1; size <= asked.length + 1; size++)
          if (oneApart(asked, said.slice(0, size))) found.push(["pinyin", place]);
      }
    });
    return found;
  }

  /**
   * Slips in English words: each is a word of the name, or one letter from it.
   * @param {Entry} entry
   * @param {Query} query
   * @returns {Way[]}
   */
  function byWord(entry, query) {
    const words = query.words.length ? query.words : [query];
    let wrong = 0;
    for (const { whole } of words) {
      if (entry.english.some((own) => own.startsWith(whole))) continue;
      const near = entry.english.some((own) => sound(whole) === sound(own) || oneApart(whole, own));
      if (whole.length < numbers.word || !near) return [];
      wrong += 1;
    }
    return wrong ? [["typo", wrong]] : [];
  }

  /**
   * The ways in which a query may be a project's name but for a slip.
   * @param {Entry} entry
   * @param {Query} query
   * @returns {Way[]}
   */
  return (entry, query) => {
    if (isRoad(query.whole))
      return entry.names.some((name) => name.startsWith(query.whole)) ? [["doubt", 0]] : [];
    if (query.latin) return [...byEar(entry, query), ...byWord(entry, query)];
    return byHand(entry, query);
  };
}
