// The list of projects on a sheet: the key to the numbers on its map.
import { styleOf } from "../core/looks.js";
import { pickLanguage } from "../core/translator.js";
import { DISC, discWidth } from "../map/names/place-names.js";
import { createChangeSample, createSample } from "../map/symbols.js";
import { drawDisc } from "./disc.js";
import { put } from "./elements.js";
import { wrap } from "./text-wrap.js";

/**
 * @import { View } from "../core/types.js"
 * @import { Scene } from "./types.js"
 * @typedef {{ x: number, y: number, width: number, bottom: number }} Column
 */

/** Height of a row, width of a column beside the map, and the most there are of these. */
export const ROW = 15.5,
  COLUMN = 176,
  COLUMNS = 2;

// Half the height of a disc in the list.
const LISTED = 6.2;

/**
 * Whose numbers stand on the maps, in their order.
 * @param {View[]} views
 * @returns {string[]} ids
 */
export function numberedOn(views) {
  const { numbers } = views[0].names,
    all = new Set(
      views.reduce((ids, view) => ids.concat(view.names.discs), /** @type {string[]} */ ([])),
    );
  return Array.from(all).sort((a, b) => (numbers.get(a) || 0) - (numbers.get(b) || 0));
}

/**
 * Rows of projects from the top of a column on: number, sample and name.
 * @param {Element} parent
 * @param {Scene} page
 * @param {View[]} views one, or the two sides of a comparison
 * @param {string[]} ids
 * @param {Column} column
 * @param {Set<string>} numbered those that have a number on the map
 */
export function drawRows(parent, page, views, ids, column, numbered) {
  const view = views[0],
    style = view.model.payload.style,
    ink = style.light,
    indent = numbered.size ? 27 : 0;
  let { y } = column;
  ids.forEach((id) => {
    const p = view.model.byId.get(id),
      own = views[views.length - 1].shown.has(id) ? views[views.length - 1] : view,
      change = view.paint && view.paint.get(id);
    if (!p) return;
    if (numbered.has(id)) {
      const n = view.names.numbers.get(id) || 0;
      drawDisc(parent, {
        x: column.x + 11,
        y: y + ROW / 2,
        text: String(n),
        r: LISTED,
        half: (discWidth(n) * LISTED) / DISC,
        edge: ink.muted,
        fill: "none",
        ink: ink.text,
      });
    }
    const sample = change
      ? createChangeSample(style, "light", change).children[0]
      : createSample(
          style,
          "light",
          p.data.mode,
          styleOf(style, view.look, own.statusOf(id)),
          p.kind === "P",
        );
    const move = "translate(" + (column.x + indent) + "," + (y + 4) + ") scale(.62)",
      g = put(parent, "g", { transform: move });
    Array.from(sample.childNodes).forEach((c) => {
      g.appendChild(c);
    });
    const room = column.width - indent - 30,
      name = pickLanguage(p.data.name, page.lang);
    put(
      parent,
      "text",
      { x: column.x + indent + 29, y: y + 11.5, "font-size": 10.5, fill: ink.text },
      wrap(name, room, 10.5, 400, page.payload.style.font, 1)[0],
    );
    y += ROW;
  });
  return y;
}

/**
 * What lies in view with neither name nor number, beside what is listed.
 * @param {View[]} views
 * @param {string[]} listed
 */
function bareOn(views, listed) {
  const left = new Set(views.reduce((ids, view) => ids.concat(view.names.bare), listed.slice()));
  return left.size - new Set(listed).size;
}

/**
 * The projects of `ids` as far as there is room, column by column, and how many more there are.
 * What is not listed has no number on the map.
 * @param {Element} parent
 * @param {Scene} page
 * @param {View[]} views
 * @param {string[]} ids
 * @param {Column[]} columns
 */
export function drawKey(parent, page, views, ids, columns) {
  const ink = views[0].model.payload.style.light,
    rooms = columns.map((column) => Math.max(0, Math.floor((column.bottom - column.y) / ROW))),
    room = rooms.reduce((a, b) => a + b, 0),
    isCut = ids.length > room || (bareOn(views, ids) > 0 && ids.length === room),
    kept = isCut ? ids.slice(0, Math.max(0, room - 1)) : ids;
  if (isCut) {
    const listed = new Set(kept);
    views.forEach((view) => {
      view.names.key(listed);
    });
  }
  const numbered = new Set(numberedOn(views)),
    rest = numbered.size ? bareOn(views, kept) : ids.length - kept.length,
    text = page.words(numbered.size ? "page.unnumbered" : "card.more", { n: rest });
  let from = 0;
  columns.forEach((column, i) => {
    const to = from + rooms[i],
      y = drawRows(parent, page, views, kept.slice(from, to), column, numbered);
    if (rest && from <= kept.length && kept.length < to) {
      const [line] = wrap(text, column.width, 10.5, 400, page.payload.style.font, 1);
      const look = { x: column.x, y: y + 11.5, "font-size": 10.5, fill: ink.muted };
      put(parent, "text", numbered.size ? look : { ...look, x: column.x + 29 }, line);
    }
    from = to;
  });
}
