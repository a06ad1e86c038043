// Signs on the map: of codes that want one where their lines run, so that no legend is needed.
import { styleOf } from "../../core/looks.js";

/**
 * @import { View } from "../../core/types.js"
 * @import { LabelItem } from "../types.js"
 */

// Pixels between two signs on one line.
const EVERY = 260,
  MOST = 600;

// How far along a line those of changes stand, the best place first: upright, since turned with
// the line an arrow would point elsewhere.
const UPRIGHT = [0.5, 0.25, 0.75];

/** How what is shown is drawn. @param {View} view @param {string} id @param {string} code */
function lookOf(view, id, code) {
  const style = view.model.payload.style,
    change = view.paint && view.paint.get(id);
  if (view.paint) return change ? style.changes[change] : null;
  return styleOf(style, view.look, code);
}

/**
 * The signs of all that is shown.
 * @param {View} view
 * @returns {LabelItem[]}
 */
export function signs(view) {
  /** @type {LabelItem[]} */
  const items = [];
  // Of thousands none would find room.
  if (view.shown.size > MOST) return items;
  view.shown.forEach((code, id) => {
    const project = view.model.byId.get(id),
      look = lookOf(view, id, code);
    if (!project || !look || !look.marked || !look.sign) return;
    const item = { text: look.sign, kind: "sign", size: 11 };
    if (project.kind === "P")
      project.lines.forEach((line) => {
        items.push({ ...item, size: 8, at: line[0] });
      });
    else if (view.paint)
      project.lines.forEach((line) => {
        UPRIGHT.forEach((share) => {
          items.push({ ...item, size: 13, at: line[Math.floor(share * (line.length - 1))] });
        });
      });
    else
      project.worlds.forEach((line) => {
        items.push({ ...item, line: line, every: EVERY });
      });
  });
  return items;
}
