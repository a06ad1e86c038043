// A sheet of the current view as one SVG: slides, PNG files and paper are made from it. The map is
// a second view out of sight, at the sheet's own size, read back path by path.
import { svgNode } from "../core/svg.js";
import { pickLanguage } from "../core/translator.js";
import { mostNamed } from "../map/names/place-names.js";
import { EDGE, put, SIDE } from "./elements.js";
import { COLUMN, COLUMNS, drawKey, numberedOn, ROW } from "./key-list.js";
import { drawLegend } from "./legend.js";
import { drawFrame, drawSide } from "./map-drawing.js";
import { twin } from "./offscreen-view.js";
import { width, wrap } from "./text-wrap.js";

/**
 * @import { View } from "../core/types.js"
 * @import { Scene } from "./types.js"
 */

const GAP = 12;

/**
 * How many columns the list of numbers takes beside a map that shows what `view` does: none where
 * few enough are in view to carry their names.
 * @param {View} view
 * @param {{ width: number, height: number }} frame of the map
 */
function columnsOf(view, frame) {
  const n = view.names.seen.length;
  if (n <= mostNamed(frame)) return 0;
  return Math.min(COLUMNS, Math.ceil(n / Math.floor(frame.height / ROW)));
}

/**
 * The current view of `page` as an SVG element, `o.width` by `o.height` units: title, filter, map,
 * legend, scale, sources and notice. `o.out` is [width, height] in pixels or lengths.
 * @param {Scene} page
 * @param {{ width: number, height: number, out?: [string | number, string | number] }} o
 * @returns {SVGSVGElement}
 */
export function drawSheet(page, o) {
  const w = page.words,
    W = o.width,
    H = o.height,
    family = page.payload.style.font;
  const top = 84,
    mapX = EDGE + SIDE;
  const plans = page.plansShown();
  const sources =
    w("page.sources") +
    (page.lang === "zh" ? "：" : ": ") +
    plans
      .map((p) => [pickLanguage(p.title, page.lang), p.number, p.date].filter(Boolean).join(" · "))
      .join(page.lang === "zh" ? "；" : "; ");
  const fine = wrap(sources, W - 2 * EDGE, 9, 400, family, 4).concat(
    wrap(w("attribution"), W - 2 * EDGE, 9, 400, family, 2),
  );
  const mapH = H - top - 34 - fine.length * 12.6,
    columns = columnsOf(page.view, { width: W - mapX - EDGE, height: mapH }),
    mapW = W - mapX - EDGE - columns * (COLUMN + GAP);
  // Both sides of a comparison stand beside each other, also where a divider parts them on screen.
  const sides = page.compare.sides() || [null],
    gap = sides.length > 1 ? 10 : 0,
    each = Math.round((mapW - gap) / sides.length);
  const made = sides.map((side) => twin(page, each, Math.round(mapH), side)),
    views = made.map((one) => one.view),
    view = views[0];
  try {
    const ink = view.model.payload.style.light;
    const svg = svgNode("svg", {
      viewBox: "0 0 " + W + " " + H,
      width: o.out ? o.out[0] : W,
      height: o.out ? o.out[1] : H,
      "font-family": family,
    });
    svg.setAttributeNS(
      "http://www.w3.org/XML/1998/namespace",
      "xml:lang",
      page.lang === "zh" ? "zh-CN" : "en",
    );
    put(svg, "title", {}, page.config.title);
    put(svg, "rect", { width: W, height: H, fill: "#ffffff" });
    let size = 26;
    while (size > 15 && width(page.config.title, size, 700, family) > W - 2 * EDGE - 150) size -= 1;
    put(
      svg,
      "text",
      { x: EDGE, y: 40, "font-size": size, "font-weight": 700, fill: ink.text },
      wrap(page.config.title, W - 2 * EDGE - 150, size, 700, family, 1)[0],
    );
    put(
      svg,
      "text",
      { x: W - EDGE, y: 40, "text-anchor": "end", "font-size": 12, fill: ink.muted },
      w("page.date", { d: page.config.date }),
    );
    const under = [page.config.subtitle, page.inWords()].filter(Boolean).join("　·　");
    put(
      svg,
      "text",
      { x: EDGE, y: 64, "font-size": 13.5, fill: ink.muted },
      wrap(under, W - 2 * EDGE, 13.5, 400, family, 1)[0] || "",
    );
    // What finds no place in the lists has no number on the map, which is drawn after them.
    drawLegend(svg, page, views, EDGE, top, top + mapH, family, !columns);
    const lists = [];
    for (let i = 0; i < columns; i++)
      lists.push({
        x: mapX + mapW + GAP + i * (COLUMN + GAP),
        y: top,
        width: COLUMN,
        bottom: top + mapH,
      });
    if (columns) drawKey(svg, page, views, numberedOn(views), lists);
    views.forEach((shown, i) => {
      const side = sides[i],
        x = mapX + i * (each + gap);
      const box = { x: x, y: top, width: each, height: mapH };
      drawFrame(svg, shown, box, w, i ? [] : page.marks);
      if (side) drawSide(svg, side.name, shown, { x: x, y: top, width: each }, w, family);
    });
    let y = top + mapH + 19;
    put(
      svg,
      "text",
      { x: EDGE, y: y, "font-size": 12, "font-weight": 700, fill: ink.text },
      w("schematic"),
    );
    fine.forEach((line) => {
      y += 12.6;
      put(svg, "text", { x: EDGE, y: y, "font-size": 9, fill: ink.muted }, line);
    });
    return svg;
  } finally {
    made.forEach((one) => {
      one.done();
    });
  }
}
