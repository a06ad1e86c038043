// What of the corrections the server does not use, and why: nothing is dropped without a word.

import { el } from "../../core/dom.js";
import { pickLanguage } from "../../core/translator.js";

/** @import { Words } from "../../core/types.js" */
/** @import { Session } from "../session.js" */
/** @import { Correction, Unfit } from "../types.js" */

const LONGEST = 60;

/**
 * @param {Unfit} one
 * @param {string} name what its row is called, empty where there is none
 * @param {unknown} typed
 * @param {Words} w
 * @param {Session["lang"]} lang
 * @returns {string} a sentence
 */
export function sentenceOf(one, name, typed, w, lang) {
  const field = one.field && w("read.unfit." + one.field),
    what = [name || one.key.slice(one.key.indexOf(".") + 1)];
  if (one.field) what.push(field.startsWith("read.unfit.") ? one.field : field);
  if (typed !== undefined) {
    const text = JSON.stringify(typed);
    what.push(text.length > LONGEST ? text.slice(0, LONGEST) + "…" : text);
  }
  const values = { what: what.join(" · "), why: pickLanguage(one.told, lang) };
  return w("read.unfit", values) + (lang === "zh" ? "。" : ".");
}

/**
 * @param {HTMLElement} parent
 * @param {Words} w
 * @param {Session} session
 */
export function createUnfit(parent, w, session) {
  const list = el("ul", "reader-unfit", null, parent);
  list.setAttribute("role", "alert");
  list.hidden = true;
  let drawn = "";
  return {
    /** @param {Unfit[]} unfit @param {(key: string) => string} nameOf a row */
    update: (unfit, nameOf) => {
      const lines = unfit.map((one) => {
        const typed = session.edits.of(one.key)[/** @type {keyof Correction} */ (one.field)];
        return sentenceOf(one, nameOf(one.key), typed, w, session.lang);
      });
      if (lines.join("\n") === drawn) return;
      drawn = lines.join("\n");
      list.textContent = "";
      list.hidden = !lines.length;
      lines.forEach((line) => {
        el("li", "reader-fault", line, list);
      });
    },
  };
}
