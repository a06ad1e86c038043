// The list in front of a series: each project, how far it is, and its page.

import { el } from "../core/dom.js";
import { currentOf, styleOf } from "../core/looks.js";
import { pickLanguage } from "../core/translator.js";
import { createSample } from "../map/symbols.js";

/**
 * @import { Project, View } from "../core/types.js"
 * @import { Block, Stated } from "./types.js"
 */

/**
 * Projects by mode, in the order of the modes; within one as they come.
 * @param {string[]} modes
 * @param {Project[]} projects
 * @returns {Project[]}
 */
export function byMode(modes, projects) {
  /** @param {Project} p */
  const rank = (p) => modes.indexOf(p.data.mode);
  return projects
    .map((p, i) => ({ p, i }))
    .sort((a, b) => rank(a.p) - rank(b.p) || a.i - b.i)
    .map((one) => one.p);
}

/**
 * The head of a series and its list; `page` is called with each project and the page that it is on.
 * @param {View} view
 * @param {Project[]} projects in the order of their sheets
 * @param {Stated} stated
 * @returns {{ blocks: Block[], tell: (at: number, page: number) => void }}
 */
export function createContents(view, projects, stated) {
  const w = view.words,
    payload = view.model.payload,
    style = payload.style;
  const head = el("div", "sheet-front");
  el("h1", null, w("sheet.series"), head);
  el("p", "sheet-front-of", stated.title, head);
  if (stated.under) el("p", null, stated.under, head);
  const day = payload.as_of ? w("card.as_of", { d: payload.as_of }) : "";
  el(
    "p",
    "atlas-small",
    [w("sheet.n", { n: projects.length }), day].filter(Boolean).join(" · "),
    head,
  );
  /** @type {Block[]} */
  const blocks = [
    { node: head },
    { node: el("h2", "sheet-title", w("sheet.contents")), keep: true },
  ];
  /** @type {HTMLElement[]} */
  const pages = [];
  let mode = "";
  projects.forEach((project) => {
    const d = project.data,
      code = currentOf(view.model, project);
    if (d.mode !== mode) {
      mode = d.mode;
      const n = projects.filter((p) => p.data.mode === mode).length;
      blocks.push({
        node: el("h3", "sheet-group", w("mode." + mode) + "　" + w("sheet.n", { n: n })),
        keep: true,
      });
    }
    const row = el("div", "sheet-row");
    row.appendChild(
      createSample(style, "light", mode, styleOf(style, "currents", code), project.kind === "P"),
    );
    el("span", "sheet-row-name", pickLanguage(d.name, view.lang), row);
    el("span", "sheet-row-state", w("current." + code), row);
    pages.push(el("span", "sheet-row-page", "000", row));
    blocks.push({ node: row });
  });
  return {
    blocks: blocks,
    tell: (at, page) => {
      pages[at].textContent = String(page);
    },
  };
}
