// Signs on the map: of codes that want one where their lines run, so that no legend is needed.
import { styleOf } from "../../core/looks.js";

/**
 * @import { View } from "../../core/types.js"
 * @import { LabelItem } from "../types.js"
 */

// Pixels between two signs on one line.
const EVERY = 260,
  MOST = 600;

/**
 * The signs of all that is shown.
 * @param {View} view
 * @returns {LabelItem[]}
 */
export function signs(view) {
  /** @type {LabelItem[]} */
  const items = [];
  // Of thousands none would find room.
  if (view.paint || view.shown.size > MOST) return items;
  view.shown.forEach((code, id) => {
    const project = view.model.byId.get(id),
      look = styleOf(view.model.payload.style, view.look, code);
    if (!project || !look.marked || !look.sign) return;
    const item = { text: look.sign, kind: "sign", size: 11 };
    if (project.kind === "P")
      project.lines.forEach((line) => {
        items.push({ ...item, size: 8, at: line[0] });
      });
    else
      project.worlds.forEach((line) => {
        items.push({ ...item, line: line, every: EVERY });
      });
  });
  return items;
}
