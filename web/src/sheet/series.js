// Project sheets to look at and to print: one project's, or a series with its contents in front.

import { afterPaint } from "../core/dom.js";
import { projectsOf } from "../core/filter.js";
import { pickLanguage } from "../core/translator.js";
import { byMode, createContents } from "./contents.js";
import { openDesk } from "./desk.js";
import { createPages } from "./pages.js";
import { createPaperView } from "./paper-view.js";
import { projectBlocks } from "./project-blocks.js";

/**
 * @import { Project, View } from "../core/types.js"
 * @import { Stated } from "./types.js"
 */

/**
 * Lay the sheets of these projects (ids) out and show them; what is laid out can be left at any
 * time. The promise ends when all pages are there, or none will be.
 * @param {View} view whose payload and language they have
 * @param {string[]} ids
 * @param {Stated} stated
 */
export async function openSheets(view, ids, stated) {
  const w = view.words,
    desk = openDesk(view);
  if (!desk) return;
  const wanted = projectsOf(view.model, ids);
  if (!wanted.length) {
    desk.say(w("sheet.none"));
    return;
  }
  await afterPaint();
  const paper = createPaperView(desk.root, view);
  try {
    // The same projects in the colours of paper.
    const model = paper.view.model,
      projects = byMode(model.payload.modes, projectsOf(model, ids));
    const pages = createPages(desk.pages, w, stated),
      contents = projects.length > 1 ? createContents(paper.view, projects, stated) : null;
    if (contents) {
      pages.begin(w("sheet.contents"), "is-contents");
      contents.blocks.forEach(pages.add);
    }
    for (let i = 0; i < projects.length; i++) {
      desk.say(w("sheet.making", { i: i + 1, n: projects.length }));
      await afterPaint();
      if (desk.closed()) return;
      const at = pages.begin(pickLanguage(projects[i].data.name, view.lang));
      projectBlocks(paper, projects[i]).forEach(pages.add);
      if (contents) contents.tell(i, at);
    }
    pages.number();
    desk.ready(w("sheet.pages", { n: pages.count() }));
  } finally {
    paper.done();
  }
}
