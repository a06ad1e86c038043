// The shapes of a filter, in the explorer and in a file: what is chosen, in words, to be changed or
// dropped, and the buttons by which one is drawn.

import { button, el } from "../dom.js";
import { placeName, pointOf } from "./areas.js";
import { shapeInWords } from "./words.js";

/** @import { Lang, Payload, Where, Words } from "../types.js" */
/** @import { ShapeKey } from "./shapes.js" */

/** How far round a place one looks at first. */
export const FIRST_KM = 20;
/** The keys of shapes. @type {ShapeKey[]} */
export const SHAPES = ["near", "box", "within"];

/**
 * @typedef {object} ShapeChoicesOptions
 * @property {Words} words
 * @property {Lang} lang
 * @property {Payload} payload
 * @property {string} choice class of a choice
 * @property {string} hint of a remark
 * @property {string} input of the kilometres
 * @property {() => Where} where
 * @property {(change: Partial<Where>) => void} set
 * @property {(key: ShapeKey) => void} draw
 * @property {() => number[]} seen west, south, east and north of what is in sight
 *
 * The shapes in `parent`; `draw()` after every change.
 * @param {HTMLElement} parent
 * @param {ShapeChoicesOptions} options
 */
export function createShapeChoices(parent, options) {
  const { words: w, lang, payload } = options,
    [least, most] = payload.address.limits.km,
    told = { payload, words: w, lang };
  const chosen = el("div", "atlas-shapes", null, parent),
    tools = el("div", "atlas-shape-tools", null, parent);
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", w("draw"));
  SHAPES.forEach((key) => {
    const b = button(options.choice, w("draw." + key), tools, () => {
      options.draw(key);
    });
    b.setAttribute("data-draw", key);
  });
  button(options.choice, w("draw.seen"), tools, () => {
    options.set({ box: options.seen() });
  }).setAttribute("data-draw", "seen");

  /** @param {readonly number[]} near */
  function kilometres(near) {
    const label = el("label", "atlas-shape-km", null, chosen),
      input = el("input", options.input, null, label);
    el("span", null, w("km"), label);
    input.type = "number";
    input.min = String(least);
    input.max = String(most);
    input.step = "any";
    input.value = String(near[2]);
    input.setAttribute("aria-label", w("near.km"));
    const hint = el("p", options.hint, "", chosen);
    hint.setAttribute("role", "status");
    input.addEventListener("change", () => {
      const km = Number(input.value);
      if (input.value && km >= least && km <= most) {
        options.set({ near: [near[0], near[1], km] });
        return;
      }
      input.value = String(near[2]);
      hint.textContent = w("near.limits", { least: least, most: most });
    });
  }

  let shown = "";
  return {
    draw: () => {
      const where = options.where(),
        now = JSON.stringify([where.place, SHAPES.map((key) => where[key])]);
      if (now === shown) return;
      shown = now;
      chosen.textContent = "";
      SHAPES.forEach((key) => {
        const text = shapeInWords(told, key, where[key]);
        if (!text) return;
        const b = button(options.choice, null, chosen, () => {
          options.set({ [key]: [] });
        });
        b.setAttribute("data-choice", key);
        b.setAttribute("aria-pressed", "true");
        b.setAttribute("aria-label", w("shape.drop", { what: text }));
        el("span", null, text, b);
        el("span", "app-n", "×", b).setAttribute("aria-hidden", "true");
        if (key === "near") kilometres(where.near);
      });
      const [code, ...others] = where.place,
        at = code && !others.length && !where.near.length && pointOf(payload.base, code);
      if (!at) return;
      const values = { place: placeName(payload.base, code, lang), reach: FIRST_KM };
      button("atlas-link", w("near.place", values), chosen, () => {
        const near = [at.x / payload.scale, at.y / payload.scale, FIRST_KM];
        options.set({ place: [], near: near });
      }).setAttribute("data-draw", "place");
    },
  };
}
