// Words in the language of the page.

/** @import { Lang, Payload, Words } from "./types.js" */

/**
 * A translator of keys: words(key, {n: 3}). An unknown key shows itself.
 * @param {Payload} payload
 * @param {Lang} lang
 * @returns {Words}
 */
export function translator(payload, lang) {
  const table = payload.words[lang === "zh" ? "zh" : "en"];
  return (key, values) => {
    const text = Object.prototype.hasOwnProperty.call(table, key) ? table[key] : key;
    return values
      ? text.replace(/\{(\w+)\}/g, (mark, name) => (name in values ? String(values[name]) : mark))
      : text;
  };
}

/**
 * Of a [Chinese, English] pair the one for `lang`, the other where it is empty.
 * @param {(string | null | undefined)[]} pair
 * @param {Lang} lang
 * @returns {string}
 */
export function pickLanguage(pair, lang) {
  return (lang === "zh" ? pair[0] || pair[1] : pair[1] || pair[0]) || "";
}

/**
 * The name of a place, a stop or a river in a language, the other where it is empty.
 * @param {{name: string, name_en: string}} row
 * @param {Lang} lang
 */
export function nameOf(row, lang) {
  return pickLanguage([row.name, row.name_en], lang);
}
