// A project's card with the button that leads to its sheet.

import { button } from "../core/dom.js";
import { createCard } from "../project/card.js";
import { openSheets } from "./series.js";

/**
 * @import { Project, View } from "../core/types.js"
 * @import { Stated } from "./types.js"
 */

/**
 * What makes cards of a page; `stated` says what stands on a sheet beside the project.
 * @param {() => Stated} stated
 */
export function cardWithSheet(stated) {
  /**
   * @param {View} view
   * @param {Project} project
   * @param {() => void} done
   */
  return (view, project, done) => {
    const card = createCard(view, project, done),
      head = card.querySelector(".atlas-card-head");
    const b = button("atlas-button", view.words("sheet"), head, () => {
      void openSheets(view, [project.id], Object.assign({}, stated(), { under: "" }));
    });
    b.title = view.words("sheet.means");
    b.setAttribute("data-choice", "sheet");
    return card;
  };
}
