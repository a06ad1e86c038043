// The map of a sheet: a view out of sight that shows one project after another, read back as SVG.

import { el } from "../core/dom.js";
import { svgNode } from "../core/svg.js";
import { createDenseLayer } from "../map/layers/dense-layer.js";
import { AtlasView } from "../map/view.js";
import { drawFrame } from "../paper/map-drawing.js";
import { slidePayload } from "../paper/slide-style.js";

/**
 * @import { Project, View } from "../core/types.js"
 * @import { PaperView } from "./types.js"
 */

/** The map of a sheet in its own units: as wide as the text of an A4 page at 96 dots an inch. */
export const MAP_WIDTH = 680,
  MAP_HEIGHT = 330;

// A place alone is shown with what lies around it.
const NEAREST = 10.5,
  MARGIN = 0.14;

/**
 * A view of the same payload in `box`, which must be on the page and out of sight.
 * @param {HTMLElement} box
 * @param {View} from
 * @returns {PaperView}
 */
export function createPaperView(box, from) {
  const frame = el("div", "sheet-offscreen", null, box);
  frame.style.width = MAP_WIDTH + "px";
  frame.style.height = MAP_HEIGHT + "px";
  const payload = slidePayload(from.model.payload),
    view = new AtlasView(frame, payload, {
      lang: from.lang,
      look: from.look === "years" ? "currents" : from.look,
      dense: createDenseLayer,
      wait: true,
    });
  const map = view.map;
  map.options.zoomSnap = 0;
  map.options.fine = 2;
  view.limits = null;
  map.setMaxBounds(/** @type {any} */ (null));
  view.labels.obstacles = () => [];
  view.setVisible([]);
  view.setBand(true);
  view.wake();

  /** @param {Project} project */
  function draw(project) {
    const status = view.model.statusIn(project);
    if (!project.kind || !status) return null;
    view.select(null);
    view.setVisible([project.id], [status]);
    const bounds = view.projects.mainBounds([project.id]);
    if (!bounds.isValid()) return null;
    map.fitBounds(bounds.pad(MARGIN), { animate: false, maxZoom: NEAREST });
    view.select(project.id);
    view.labels.draw();
    view.projects.drawSvg();
    const svg = svgNode("svg", {
      viewBox: "0 0 " + MAP_WIDTH + " " + MAP_HEIGHT,
      class: "sheet-map",
      role: "img",
      "font-family": payload.style.font,
    });
    drawFrame(svg, view, { x: 0, y: 0, width: MAP_WIDTH, height: MAP_HEIGHT }, view.words);
    return svg;
  }

  return {
    view: view,
    draw: draw,
    done: () => {
      view.destroy();
      frame.remove();
    },
  };
}
