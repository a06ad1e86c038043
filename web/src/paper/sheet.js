// A sheet of the current view as one SVG: slides, PNG files and paper are made from it. The map is
// a second view out of sight, at the sheet's own size, read back path by path.
import { svgNode } from "../core/svg.js";
import { pickLanguage } from "../core/translator.js";
import { EDGE, put, SIDE } from "./elements.js";
import { drawLegend } from "./legend.js";
import { drawFrame, drawSide } from "./map-drawing.js";
import { twin } from "./offscreen-view.js";
import { width, wrap } from "./text-wrap.js";

/** @import { Scene } from "./types.js" */

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
    mapX = EDGE + SIDE,
    mapW = W - mapX - EDGE;
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
  const mapH = H - top - 34 - fine.length * 12.6;
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
    views.forEach((shown, i) => {
      const side = sides[i],
        x = mapX + i * (each + gap);
      const box = { x: x, y: top, width: each, height: mapH };
      drawFrame(svg, shown, box, w, i ? [] : page.marks);
      if (side) drawSide(svg, side.name, shown, { x: x, y: top, width: each }, w, family);
    });
    drawLegend(svg, page, views, EDGE, top, top + mapH, family);
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
