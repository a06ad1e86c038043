// A status in a table: its sample and its name.
import { el } from "../core/dom.js";
import { createSample } from "../map/symbols.js";

/** @import { Project, View } from "../core/types.js" */

/**
 * The cell of a project's status (a code); null where there is none.
 * @param {View} view
 * @param {Project} project
 * @param {string | null} status
 */
export function statusCell(view, project, status) {
  if (!status) return null;
  const box = el("span", "atlas-cell"),
    style = view.model.payload.style;
  box.appendChild(createSample(style, view.theme, project.data.mode, status, project.kind === "P"));
  el("span", null, view.words("status." + status), box);
  return box;
}
