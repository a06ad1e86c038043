// What became of promises, beside the map of a step: how far a project is, and a row a promise.
import { button, el } from "../../core/dom.js";
import { drawDumbbell } from "../../outcome/dumbbell.js";
import { axisOf, listPromises, sortPromises } from "../../outcome/promises.js";
import { drawSlips } from "../../outcome/slip-picture.js";
import { nowSentence } from "../../project/now.js";

/**
 * @import { Filter, Model } from "../../core/types.js"
 * @import { AtlasView } from "../../map/view.js"
 * @import { Made } from "../../outcome/promises.js"
 * @import { Host } from "../../outcome/types.js"
 * @import { Step } from "../types.js"
 */

/**
 * A project and the records of its sections, and of theirs (ids).
 * @param {Model} model
 * @param {string} id
 */
export function withSections(model, id) {
  const found = [id];
  for (let at = 0; at < found.length; at++) {
    model.projects.forEach((p) => {
      if (p.data.part_of === found[at] && found.indexOf(p.id) < 0) found.push(p.id);
    });
  }
  return found;
}

/**
 * The promises of a step, the earliest year first: of the selected project and its sections, else
 * of all that it shows.
 * @param {Model} model
 * @param {Filter} chosen
 * @param {string[]} shown
 * @param {string | null} select
 * @returns {Made[]}
 */
export function promisesOf(model, chosen, shown, select) {
  const made = listPromises(model, select ? withSections(model, select) : shown, chosen);
  return sortPromises(made, "year", {
    asOf: model.payload.as_of,
    name: (p) => p.data.name[0],
    collate: (a, b) => Number(a > b) - Number(a < b),
  });
}

/**
 * A row each, or by the plans that made them where the step asks for that.
 * @param {HTMLElement} box
 * @param {AtlasView} view
 * @param {Step} step
 * @param {Made[]} rows
 * @param {number} less how many rows fewer than all, for want of room
 */
export function showPromises(box, view, step, rows, less) {
  const w = view.words,
    project = step.select ? view.model.byId.get(step.select) : undefined;
  /** @type {Host} */
  const host = {
    model: view.model,
    words: w,
    lang: view.lang,
    theme: "light",
    open: (id) => {
      view.select(id, { tell: true });
    },
  };
  if (project) box.appendChild(nowSentence(view, project));
  const kept = rows.slice(0, Math.max(1, rows.length - less)),
    axis = axisOf(kept, view.model.payload.as_of),
    part = el("section", "talk-list talk-outcomes", null, box),
    title = w(step.slips ? "outcome.slip" : "outcome.dumbbell");
  el("h2", null, title, part);
  (step.slips ? drawSlips : drawDumbbell)(part, host, kept, {
    width: Math.max(260, part.clientWidth),
    from: axis.from,
    to: axis.to,
    title: title,
    pick: (made) => {
      host.open(made.project.id);
    },
  });
  if (kept.length < rows.length)
    button("talk-more talk-rest", w("present.more", { n: rows.length - kept.length }), part);
  el("p", "talk-more", w("outcome.as_of", { d: view.model.payload.as_of }), part);
}
