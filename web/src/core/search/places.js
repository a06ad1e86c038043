// Which places a text means: a part of a name in characters of any form, in pinyin or in English;
// where there is none, one that sounds like it.

import { searchOf } from "./matcher.js";
import { alikeByEar, aloud, heard, spelt } from "./spelling.js";

/** @import { Model } from "../types.js" */
/** @typedef {{zh: string, en: string}} Named */

/**
 * Finds the places that a text means among a list.
 * @template {Named} T
 * @param {Model} model
 * @param {T[]} places
 * @returns {(text: string) => T[] | null} null where the text is blank
 */
export function placeFinder(model, places) {
  const { reader, known } = searchOf(model).of,
    ear = model.payload.search.ear,
    least = model.payload.search.numbers.ear;
  /** @param {string} pinyin */
  const sound = (pinyin) => heard(pinyin, ear);
  const named = places.map((place) => ({
    place: place,
    zh: reader.plain(place.zh),
    en: reader.plainWords(place.en).join(""),
  }));
  return (text) => {
    if (!text.trim()) return null;
    const word = reader.plain(text),
      letters = reader.plainWords(text).join("");
    if (!word) return [];
    /** @param {(one: {zh: string, en: string}) => boolean} fits */
    const those = (fits) => named.filter(fits).map((one) => one.place);
    /** @param {string} name @param {(start: number) => boolean} at */
    const somewhere = (name, at) => Array.from(name).some((_, start) => at(start));
    const found = those(
      ({ zh, en }) =>
        zh.indexOf(word) >= 0 ||
        en.indexOf(letters) >= 0 ||
        somewhere(zh, (start) => spelt(word, zh, start, known) > 0),
    );
    if (found.length) return found;
    return those(
      ({ zh }) =>
        somewhere(zh, (start) => {
          const part = zh.slice(start, start + word.length);
          return word.length > 1 && alikeByEar(word, part, known, sound) > 0;
        }) ||
        (letters.length >= least && sound(aloud(zh, 0, known)).startsWith(sound(letters))),
    );
  };
}
