// The box in which a project is searched by name: what is typed filters, and the best answers stand
// in a list under it, those that the other filters hide too. Keys as in any list box: arrows, Home
// and End, Enter, Escape. What only may be meant stands below, apart.

import { button, el } from "../dom.js";
import { pickLanguage } from "../translator.js";
import { findIn } from "./matcher.js";

/** @import { Lang, Model, Words } from "../types.js" */

/** The most that the list shows. */
export const MOST = 8;

/**
 * Where an arrow leads in a list of `n`; -1 stands for the box itself.
 * @param {string} key
 * @param {number} at
 * @param {number} n
 * @returns {number | null} null for a key that leads nowhere
 */
export function nextOption(key, at, n) {
  if (!n) return null;
  if (key === "ArrowDown") return at + 1 < n ? at + 1 : -1;
  if (key === "ArrowUp") return at < 0 ? n - 1 : at - 1;
  if (key === "Home" && at >= 0) return 0;
  if (key === "End" && at >= 0) return n - 1;
  return null;
}

let made = 0;

/**
 * @typedef {object} SearchBoxOptions
 * @property {Words} words
 * @property {Lang} lang
 * @property {string} className of the input
 * @property {() => Model} model
 * @property {() => string} text what is searched
 * @property {(text: string) => void} search
 * @property {(id: string) => void} pick
 * @property {(id: string) => boolean} isLeft whether the other filters leave a project
 *
 * The box in `parent`; `update()` after every change.
 * @param {HTMLElement} parent
 * @param {SearchBoxOptions} options
 */
export function createSearchBox(parent, options) {
  const w = options.words,
    id = "atlas-search-" + ++made;
  const box = el("div", "atlas-search", null, parent);
  const input = el("input", options.className, null, box);
  input.type = "search";
  input.maxLength = 80;
  input.autocomplete = "off";
  input.placeholder = w("filter.search.hint");
  const list = el("ul", "atlas-search-list", null, box);
  list.id = id;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", w("search.answers"));
  const said = el("p", "atlas-search-said", null, parent);
  said.setAttribute("role", "status");
  const meant = el("p", "atlas-search-meant", null, parent);
  Object.entries({
    role: "combobox",
    "aria-label": w("filter.search"),
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": id,
  }).forEach(([name, value]) => {
    input.setAttribute(name, value);
  });
  let at = -1;
  /** @type {string[]} */
  let ids = [];

  /** @param {string} key */
  const project = (key) => options.model().byId.get(key);

  /** @param {number} next */
  function mark(next) {
    at = next;
    Array.from(list.children).forEach((option, i) => {
      option.setAttribute("aria-selected", String(i === at));
      if (i === at) option.scrollIntoView({ block: "nearest" });
    });
    if (at >= 0) input.setAttribute("aria-activedescendant", id + "-" + at);
    else input.removeAttribute("aria-activedescendant");
  }

  /** @param {boolean} open */
  function show(open) {
    list.hidden = !open || !ids.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (list.hidden) mark(-1);
  }

  /** @param {string} key */
  function pick(key) {
    show(false);
    options.pick(key);
  }

  function draw() {
    const found = findIn(options.model(), input.value);
    ids = found ? found.ids.slice(0, MOST) : [];
    list.textContent = "";
    ids.forEach((key, i) => {
      const p = project(key);
      if (!p) return;
      const option = el("li", "atlas-search-option", null, list);
      option.id = id + "-" + i;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.setAttribute("data-project", key);
      el("span", null, pickLanguage(p.data.name, options.lang), option);
      const more = w("mode." + p.data.mode) + (options.isLeft(key) ? "" : w("search.hidden"));
      el("span", "atlas-search-more", more, option);
      option.addEventListener("click", () => {
        pick(key);
      });
    });
    mark(-1);
    const q = input.value.trim(),
      n = found ? found.ids.length : 0,
      how = !found ? "" : n ? (found.slipped ? "near" : "found") : "none";
    said.textContent = how ? w("search." + how, { n: n, q: q }) : "";
    said.classList.toggle("is-quiet", how === "found");
    meant.textContent = "";
    const doubts = found ? found.doubts : [];
    meant.hidden = !doubts.length;
    if (doubts.length) el("span", null, w("search.meant"), meant);
    doubts.forEach((key) => {
      const p = project(key);
      if (!p) return;
      const name = pickLanguage(p.data.name, options.lang);
      button("atlas-button", name, meant, () => {
        options.search(name);
        pick(key);
      });
    });
  }

  input.addEventListener("input", () => {
    list.hidden = false;
    options.search(input.value);
  });
  input.addEventListener("focus", () => {
    if (input.value.trim()) show(true);
  });
  input.addEventListener("blur", () => {
    show(false);
  });
  // The keyboard stays in the box while an answer is clicked.
  list.addEventListener("mousedown", (e) => {
    e.preventDefault();
  });
  input.addEventListener("keydown", (e) => {
    if (e.isComposing) return;
    if (e.key === "Enter") {
      const key = ids[Math.max(0, at)];
      if (key) pick(key);
      return;
    }
    if (e.key === "Escape" && !list.hidden) {
      // Only the list is closed: not what stands open beside it, nor is the text taken away.
      e.preventDefault();
      e.stopPropagation();
      show(false);
      return;
    }
    const next = nextOption(e.key, list.hidden ? -1 : at, ids.length);
    if (next === null) return;
    e.preventDefault();
    show(true);
    mark(next);
  });

  return {
    input: input,
    update: () => {
      if (input.value !== options.text()) input.value = options.text();
      draw();
      show(!list.hidden);
    },
  };
}
