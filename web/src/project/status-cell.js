// A status in a table: its sample and its name.

import { el } from "../core/dom.js";
import { PREFIX, styleOf } from "../core/looks.js";
import { createSample } from "../map/symbols.js";

/** @import { Look } from "../core/looks.js" */
/** @import { Project, View } from "../core/types.js" */

/**
 * The cell of a project's code in a look, by default its status in a plan; null where there is
 * none. `words` says it otherwise than the look does.
 * @param {View} view
 * @param {Project} project
 * @param {string | null} code
 * @param {Look} [look]
 * @param {string} [words]
 */
export function statusCell(view, project, code, look = "statuses", words) {
  if (!code) return null;
  const box = el("span", "atlas-cell"),
    style = view.model.payload.style;
  box.appendChild(
    createSample(
      style,
      view.theme,
      project.data.mode,
      styleOf(style, look, code),
      project.kind === "P",
    ),
  );
  el("span", null, words || view.words(PREFIX[look] + "." + code), box);
  return box;
}
