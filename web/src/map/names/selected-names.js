// The names of the stops of the selected project.
import { nameOf } from "../../core/translator.js";

/**
 * @import { Project, View } from "../../core/types.js"
 * @import { LabelItem } from "../types.js"
 */

/**
 * The stops of a project (indices) at which its line ends.
 * @param {Project} project
 * @returns {Set<number>}
 */
function termini(project) {
  const stops = project.data.stops || [],
    met = stops.map(() => 0);
  (project.data.legs || []).forEach((leg) => {
    [leg.start, leg.end].forEach((i) => {
      if (i >= 0) met[i] += 1;
    });
  });
  const ends = stops.map((_, i) => i).filter((i) => met[i] === 1);
  return new Set(ends.length ? ends : [0, stops.length - 1]);
}

/**
 * The names of the stops of a project: those where its line ends, and those between.
 * @param {View} view
 * @param {Project | null} project
 * @returns {{ ends: LabelItem[], between: LabelItem[] }}
 */
export function stopNames(view, project) {
  const scale = view.model.payload.scale,
    last = project ? termini(project) : new Set();
  /** @type {{ ends: LabelItem[], between: LabelItem[] }} */
  const found = { ends: [], between: [] };
  ((project && project.data.stops) || []).forEach((s, i) => {
    (last.has(i) ? found.ends : found.between).push({
      // On an English map a dot is station enough.
      text: nameOf(s, view.lang).replace(/ (Railway )?Station$/, ""),
      at: [s.y / scale, s.x / scale],
      dot: true,
      kind: "stop",
      size: 12,
    });
  });
  return found;
}
