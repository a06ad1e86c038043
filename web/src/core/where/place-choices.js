// The box in which prefectures and counties are found and chosen, in the explorer and in a file.

import { button, el, focusedChoice } from "../dom.js";
import { placeCodes } from "../filter.js";
import { placeFinder } from "../search/places.js";
import { nameOf } from "../translator.js";
import { nameAmong, placeNames } from "./areas.js";

/** @import { Lang, Model, Payload, Words } from "../types.js" */

// The most that are listed.
const MOST = 60;

/**
 * @typedef {object} PlaceChoicesOptions
 * @property {Words} words
 * @property {Lang} lang
 * @property {Payload["base"]} base
 * @property {() => Model} model
 * @property {string} input class of the box
 * @property {string} choice of a place
 * @property {string} hint of a remark
 * @property {boolean} [found] only what is found is listed, nothing without a text
 * @property {() => string[]} chosen adcodes
 * @property {(code: string) => void} toggle
 * @property {() => Map<string | number, number> | null} counts how many each place leaves
 *
 * The box before `body`, the places in it: those that are chosen, then those that the text means,
 * or without one the prefectures with projects. `draw()` after every change.
 * @param {HTMLElement} parent
 * @param {HTMLElement} body
 * @param {PlaceChoicesOptions} options
 */
export function createPlaceChoices(parent, body, options) {
  const { words: w, lang } = options,
    base = options.base,
    codes = placeCodes(base),
    names = placeNames(base);
  /** @param {number} i @param {boolean} big */
  const place = (i, big) => {
    const area = big ? base.prefectures[i] : base.counties[i],
      above = big ? undefined : base.prefectures[base.counties[i].prefecture];
    return {
      code: (big ? codes.prefectures : codes.counties)[i],
      zh: area.name,
      en: area.name_en,
      big: big,
      within: above ? nameOf(above, lang) : "",
    };
  };
  const all = [
    ...base.prefectures.map((_, i) => place(i, true)),
    ...base.counties.map((_, i) => place(i, false)),
  ];
  /** @type {((text: string) => typeof all | null) | null} */
  let finder = null;
  const input = el("input", options.input);
  input.type = "search";
  input.placeholder = w("place.hint");
  input.setAttribute("aria-label", w("filter.place"));
  parent.insertBefore(input, body);
  function draw() {
    // What asks for nothing costs nothing.
    const idle = options.found && !input.value && !options.chosen().length;
    const found = idle ? new Map() : options.counts();
    if (!found) return;
    finder = finder || placeFinder(options.model(), all);
    const meant = finder(input.value),
      wanted = options.chosen();
    /** @param {{code: string}} p */
    const n = (p) => found.get(p.code) || 0;
    /** @param {{code: string}} p */
    const chosen = (p) => wanted.indexOf(p.code) >= 0;
    const list = all
      .filter((p) => {
        if (chosen(p)) return true;
        return meant ? meant.indexOf(p) >= 0 : !options.found && p.big && n(p);
      })
      .sort((a, b) => Number(chosen(b)) - Number(chosen(a)) || n(b) - n(a));
    const kept = focusedChoice(body);
    body.textContent = "";
    list.slice(0, MOST).forEach((p) => {
      const b = button(options.choice, null, body),
        on = chosen(p),
        name = nameAmong(names, p.code, lang);
      b.setAttribute("data-choice", "place=" + p.code);
      b.setAttribute("aria-pressed", String(on));
      b.setAttribute("aria-label", w("place.choice", { name: name, n: n(p) }));
      if (p.within) b.title = p.within;
      b.classList.toggle("is-empty", !n(p) && !on);
      el("span", null, name, b);
      el("span", "app-n", n(p), b);
      b.addEventListener("click", () => {
        options.toggle(p.code);
      });
      if (kept === "place=" + p.code) b.focus();
    });
    if (meant && !list.length) el("p", options.hint, w("place.none"), body);
    if (list.length > MOST) el("p", options.hint, w("place.more", { n: list.length - MOST }), body);
  }
  input.addEventListener("input", draw);
  return { draw: draw };
}
