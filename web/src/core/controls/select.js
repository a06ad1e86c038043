// The one maker of a labelled choice of one among several.
import { el } from "../dom.js";

/**
 * @param {HTMLElement} parent
 * @param {string} label
 * @param {[string, string][]} items each value with its words
 * @param {string} value
 * @param {(value: string) => void} change
 */
export function createSelect(parent, label, items, value, change) {
  const box = el("label", "atlas-select", null, parent);
  el("span", null, label, box);
  const input = el("select", null, null, box);
  // The choices are no part of its name.
  input.setAttribute("aria-label", label);
  items.forEach((item) => {
    el("option", null, item[1], input).value = item[0];
  });
  input.value = value;
  input.addEventListener("change", () => {
    change(input.value);
  });
  return input;
}
