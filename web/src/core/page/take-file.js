// A file that the server makes, taken without leaving the page: one that cannot be made is a
// sentence where it was asked for.
import { pickLanguage } from "../translator.js";
import { saveFile } from "./save-file.js";

/** @import { Lang, Pair } from "../types.js" */

/**
 * The name that an answer gives its file.
 * @param {string | null} told its Content-Disposition
 * @param {string} otherwise
 */
export function fileName(told, otherwise) {
  const plain = /filename="([^"]*)"/.exec(told || ""),
    whole = /filename\*=UTF-8''([^;]*)/.exec(told || "");
  try {
    return (whole && decodeURIComponent(whole[1])) || (plain && plain[1]) || otherwise;
  } catch {
    return otherwise;
  }
}

/**
 * Has the browser keep the file at `address`; why there is none, "" where it came.
 * @param {string} address
 * @param {string} otherwise what it is called if the server does not say
 * @param {Lang} lang
 * @param {object} words
 * @param {string} words.unreached that nobody answers
 * @param {string} words.broken that the answer makes no sense
 * @returns {Promise<string>}
 */
export async function takeFile(address, otherwise, lang, words) {
  /** @type {Response} */
  let answer;
  /** @type {Blob} */
  let body;
  try {
    answer = await fetch(address, { headers: { Accept: "*/*, application/json" } });
    body = await answer.blob();
  } catch {
    return words.unreached;
  }
  if (answer.status !== 200) {
    try {
      const { why } = /** @type {{why: Pair}} */ (JSON.parse(await body.text()));
      return pickLanguage(why, lang);
    } catch {
      return words.broken;
    }
  }
  saveFile(body, fileName(answer.headers.get("Content-Disposition"), otherwise));
  return "";
}
