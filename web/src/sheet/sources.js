// Where a sheet's statements come from, with the addresses that paper cannot follow.

import { el } from "../core/dom.js";
import { isFollowable, sourceName } from "../core/sources.js";
import { pickLanguage } from "../core/translator.js";

/** @import { Project, View } from "../core/types.js" */

/**
 * Places in the payload's sources of all that is said of a project, each once: what its state goes
 * by first, then facts, verdicts and the legs of its line.
 * @param {Project} project
 * @returns {number[]}
 */
export function sourceIndices(project) {
  const d = project.data;
  const all = (d.current_sources || []).concat(
    (d.events || []).map((event) => event.source),
    ...(d.outcomes || []).map((outcome) => outcome.sources),
    ...(d.legs || []).map((leg) => leg.sources),
  );
  return Array.from(new Set(all));
}

/**
 * The sources as a list; of one with an address that may be followed, that in full.
 * @param {View} view
 * @param {Project} project
 */
export function sourcesOf(view, project) {
  const list = el("ul", "sheet-sources");
  sourceIndices(project).forEach((i) => {
    const source = view.model.payload.sources[i],
      item = el("li", null, null, list);
    el("span", null, sourceName(source), item);
    if (isFollowable(source.url)) el("span", "sheet-url", source.url, item);
  });
  return list;
}

/**
 * The plans that name a project: title, issuer, number and date.
 * @param {View} view
 * @param {Project} project
 */
export function plansOf(view, project) {
  const list = el("ul", "sheet-sources");
  view.model.payload.plans.forEach((plan, i) => {
    if (project.data.statuses[i] === undefined) return;
    const told = [pickLanguage(plan.title, view.lang), plan.issuer, plan.number, plan.date];
    el("li", null, told.filter(Boolean).join(" · "), list);
  });
  return list;
}
