// What the card says of the record itself: whether it was checked, when its sources were last
// looked at, and where to say that something is wrong.
import { button, el } from "../core/dom.js";

/** @import { Project, View } from "../core/types.js" */

/**
 * @param {View} view
 * @param {Project} project
 * @param {HTMLElement} parent
 */
export function checked(view, project, parent) {
  const { unreviewed, looked_at: looked } = project.data,
    w = view.words;
  const line = el("p", "atlas-small atlas-checked", null, parent);
  el(
    "span",
    unreviewed ? "is-open" : null,
    w(unreviewed ? "card.unreviewed" : "card.reviewed"),
    line,
  );
  line.appendChild(document.createTextNode(" · "));
  el("span", null, looked ? w("card.looked", { d: looked }) : w("card.looked.never"), line);
}

/**
 * The button for a correction note, where the page has one.
 * @param {View} view
 * @param {Project} project
 * @param {HTMLElement} parent
 */
export function tellUs(view, project, parent) {
  const { tellUs: tell, leg } = view;
  if (!tell) return;
  button("atlas-button atlas-tell", view.words("note.tell"), parent, () => {
    tell({ project: project, at: leg && leg.id === project.id ? leg.at : null });
  }).title = view.words("note.means");
}
