// A step of a talk that compares: its second map, and what became of the projects beside it.
import { createPair } from "../../compare/two-maps.js";
import { button, el } from "../../core/dom.js";
import { pickLanguage } from "../../core/translator.js";
import { createDenseLayer } from "../../map/layers/dense-layer.js";
import { createNumber } from "../../map/names/number-mark.js";
import { createChangeSample } from "../../map/symbols.js";
import { AtlasView } from "../../map/view.js";

/** @import { Lang, Project, View, Words } from "../../core/types.js" */

// Names of a class that are listed at most.
const MOST = 12;

/**
 * Two maps where a step has two sides.
 * @param {View} view the talk's map
 * @param {Lang} lang
 */
export function createTalkPair(view, lang) {
  return createPair(view, view.words, (box) => {
    const second = new AtlasView(box, view.model.payload, {
      lang: lang,
      dense: createDenseLayer,
      wait: true,
      model: view.model,
    });
    second.map.options.zoomSnap = 0;
    second.map.options.fine = view.map.options.fine;
    return second;
  });
}

/**
 * Each class with how many there are of it, and their names, `less` fewer than usual.
 * @param {HTMLElement} parent
 * @param {View} view
 * @param {Map<string, string>} paint
 * @param {number} less
 */
export function showChanges(parent, view, paint, less) {
  const { payload, byId } = view.model,
    w = view.words,
    room = Math.max(0, MOST - less);
  Object.keys(payload.style.changes).forEach((code) => {
    /** @type {Project[]} */
    const found = [];
    paint.forEach((kind, id) => {
      const project = kind === code ? byId.get(id) : undefined;
      if (project) found.push(project);
    });
    if (!found.length) return;
    const box = el("section", "talk-list talk-changes", null, parent),
      head = el("h2", null, null, box);
    head.appendChild(createChangeSample(payload.style, "light", code));
    el("span", null, w("change." + code), head);
    el("b", null, found.length, head);
    if (!payload.style.changes[code].marked || payload.style.changes[code].faint || !room) return;
    const list = el("ul", null, null, box);
    found.slice(0, room).forEach((project) => {
      const row = el("li", null, null, list);
      row.appendChild(createNumber(view, project.id));
      el("span", null, pickLanguage(project.data.name, view.lang), row);
    });
    if (found.length > room)
      button("talk-more talk-rest", w("present.more", { n: found.length - room }), box);
  });
}
