// The names that the map shows of the selected project: its stops, and its own along its line.
import { nameOf, pickLanguage } from "../../core/translator.js";

/**
 * @import { Project, View } from "../../core/types.js"
 * @import { LabelItem } from "../types.js"
 */

/**
 * @param {View} view
 * @param {Project | null} project
 * @returns {LabelItem[]}
 */
export function stopNames(view, project) {
  const scale = view.model.payload.scale,
    stops = (project && project.data.stops) || [];
  return stops.map((s) => ({
    // On an English map a dot is station enough.
    text: nameOf(s, view.lang).replace(/ (Railway )?Station$/, ""),
    at: [s.y / scale, s.x / scale],
    dot: true,
    kind: "stop",
    size: 12,
  }));
}

/**
 * @param {View} view
 * @param {Project | null} project
 * @returns {LabelItem[]}
 */
export function lineNames(view, project) {
  if (!project || project.kind !== "L") return [];
  const zh = view.lang === "zh";
  return project.worlds.map((line) => ({
    text: pickLanguage(project.data.name, view.lang),
    line: line,
    kind: "name",
    size: 12.5,
    spacing: zh ? 2 : 0.5,
    offset: 12,
    every: 900,
  }));
}
