// How sure a line is, leg by leg: the one that was clicked, and all of them in a fold.
import { el } from "../core/dom.js";
import { nameOf } from "../core/translator.js";

/** @import { Leg, Project, View } from "../core/types.js" */

/**
 * A half-width as people say it: kilometres from one on.
 * @param {View} view
 * @param {number} m metres
 * @returns {string}
 */
export function metres(view, m) {
  return m >= 1000
    ? Math.round(m / 100) / 10 + " " + view.words("km")
    : Math.round(m) + " " + view.words("m");
}

/**
 * The two stops of a leg.
 * @param {View} view
 * @param {Project} project
 * @param {Leg} leg
 * @returns {string}
 */
function ends(view, project, leg) {
  const stops = project.data.stops || [];
  return [leg.start, leg.end]
    .map((i) => (stops[i] ? nameOf(stops[i], view.lang) : "…"))
    .join(" – ");
}

/**
 * How a leg is drawn and what it is known from.
 * @param {View} view
 * @param {Leg} leg
 * @returns {string}
 */
function known(view, leg) {
  const { bases, methods } = view.model.payload;
  return (
    view.words("method." + methods[leg.method]) + " · " + view.words("basis." + bases[leg.basis])
  );
}

/**
 * The publishers that a leg is from.
 * @param {View} view
 * @param {Leg} leg
 * @returns {string}
 */
const publishers = (view, leg) =>
  leg.sources.map((i) => view.model.payload.sources[i].publisher).join("; ");

/**
 * What is said of the leg that was clicked, into `parent`; nothing where none was.
 * @param {View} view
 * @param {Project} project
 * @param {(title: string) => HTMLElement} section makes a part of the card
 */
export function clickedLeg(view, project, section) {
  const at = view.leg,
    leg = at && at.id === project.id ? (project.data.legs || [])[at.index] : null;
  if (!leg) return;
  const box = section(view.words("card.leg"));
  box.classList.add("is-leg");
  el("b", null, ends(view, project, leg), el("p", null, null, box));
  el("p", null, view.words("card.uncertainty", { d: metres(view, leg.band) }), box);
  el("p", "atlas-small", known(view, leg), box);
  el("p", "atlas-small", view.words("card.leg.source", { s: publishers(view, leg) }), box);
}

/**
 * How sure the whole is, and in a fold how sure each of its legs.
 * @param {View} view
 * @param {Project} project
 * @param {HTMLElement} parent
 */
export function howSure(view, project, parent) {
  const d = project.data,
    w = view.words,
    legs = d.legs || [];
  if (project.kind === "A") el("p", "atlas-small", w("card.inside"), parent);
  if (!d.uncertainty) return;
  if (legs.length < 2) {
    el("p", "atlas-small", w("card.uncertainty", { d: metres(view, d.uncertainty) }), parent);
    return;
  }
  const half = metres(view, d.uncertainty_median || d.uncertainty);
  el(
    "p",
    "atlas-small",
    w("card.uncertainty.legs", { d: half, most: metres(view, d.uncertainty) }),
    parent,
  );
  const fold = el("details", "atlas-fold", null, parent);
  el("summary", null, w("card.legs"), fold);
  const list = el("ol", "atlas-legs", null, fold);
  legs.forEach((leg) => {
    el("li", null, ends(view, project, leg) + " ±" + metres(view, leg.band), list);
  });
}
