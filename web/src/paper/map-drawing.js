// The map of a view and its scale, drawn anew as SVG.
import { DISC } from "../map/names/place-names.js";
import { drawDisc } from "./disc.js";
import { put } from "./elements.js";
import { drawMarks } from "./marks.js";
import { width, wrap } from "./text-wrap.js";

/**
 * @import { Palette, View, Words } from "../core/types.js"
 * @import { Mark as Name } from "../map/types.js"
 * @import { Mark } from "./types.js"
 */

const KEEP = [
  "fill",
  "fill-opacity",
  "fill-rule",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-dasharray",
];

/** @param {Element} parent @param {View} view */
export function drawMap(parent, view) {
  const map = view.map,
    panes = map.getPanes(),
    shift = L.DomUtil.getPosition(panes.mapPane);
  /** @param {string} name @returns {number} */
  const rank = (name) => parseInt(window.getComputedStyle(panes[name]).zIndex, 10) || 0;
  /** @type {Map<Element, Element>} what is see-through as a whole, and its copy */
  const clear = new Map();
  const drawing = put(parent, "g", { transform: "translate(" + shift.x + "," + shift.y + ")" });
  Object.keys(panes)
    .sort((a, b) => rank(a) - rank(b))
    .forEach((name) => {
      // Names are text there, not the picture of it.
      if (name === "mapPane" || name === "names") return;
      Array.from(panes[name].children).forEach((child) => {
        if (child instanceof HTMLCanvasElement) {
          const at = L.DomUtil.getPosition(child);
          put(drawing, "image", {
            href: child.toDataURL(),
            x: at.x,
            y: at.y,
            width: child.offsetWidth,
            height: child.offsetHeight,
          });
          return;
        }
        Array.from(child.querySelectorAll("path")).forEach((path) => {
          // A group says for its paths how they look.
          const group = /** @type {SVGElement} */ (path.parentNode),
            said = path.hasAttribute("stroke") || path.hasAttribute("fill") ? path : group;
          /** @param {SVGElement} node @returns {boolean} */
          const off = (node) =>
            node.style.display === "none" || node.getAttribute("display") === "none";
          if (off(path) || off(group) || (path.getAttribute("d") || "M0 0") === "M0 0") return;
          /** @type {Record<string, string | null>} */
          const attributes = { d: path.getAttribute("d") };
          KEEP.forEach((k) => {
            attributes[k] = said.getAttribute(k);
          });
          const share = group.getAttribute("opacity");
          if (share && !clear.has(group)) clear.set(group, put(drawing, "g", { opacity: share }));
          put(clear.get(group) || drawing, "path", attributes);
        });
      });
    });
  view.labels.placed.forEach((mark) => {
    drawName(drawing, mark, view.model.payload.style.light);
  });
}

/**
 * The map of a view in its frame, with its scale.
 * @param {Element} parent
 * @param {View} view
 * @param {{ x: number, y: number, width: number, height: number }} box
 * @param {Words} words
 * @param {Mark[]} [marks] what a presenter drew on it
 */
export function drawFrame(parent, view, box, words, marks = []) {
  const ink = view.model.payload.style.light,
    id = "atlas-map-area-" + box.x;
  put(put(put(parent, "defs", {}), "clipPath", { id: id }), "rect", { ...box });
  put(parent, "rect", { ...box, fill: ink.neighbour });
  const frame = put(parent, "g", { "clip-path": "url(#" + id + ")" });
  const inside = put(frame, "g", { transform: "translate(" + box.x + "," + box.y + ")" });
  drawMap(inside, view);
  drawMarks(inside, marks, (lat, lon) => view.map.latLngToContainerPoint([lat, lon]));
  drawScale(parent, view, box.x + box.width - 14, box.y + box.height - 12, words, ink.text);
  put(parent, "rect", {
    ...box,
    fill: "none",
    stroke: ink.province_line,
    "stroke-width": 0.8,
  });
}

/**
 * The heading of one side of a comparison, over its map.
 * @param {Element} parent
 * @param {string} name
 * @param {View} view
 * @param {{ x: number, y: number, width: number }} box
 * @param {Words} words
 * @param {string} family
 */
export function drawSide(parent, name, view, box, words, family) {
  const ink = view.model.payload.style.light,
    [text] = wrap(
      words("compare.side", { name: name, n: view.shown.size }),
      box.width - 40,
      14,
      700,
      family,
      1,
    );
  put(parent, "rect", {
    x: box.x + 8,
    y: box.y + 8,
    width: width(text, 14, 700, family) + 20,
    height: 26,
    rx: 5,
    fill: ink.panel,
    stroke: ink.line,
  });
  put(
    parent,
    "text",
    { x: box.x + 18, y: box.y + 26, "font-size": 14, "font-weight": 700, fill: ink.text },
    text,
  );
}

/** @param {Element} group @param {Name} mark @param {Palette} ink */
function drawName(group, mark, ink) {
  const look = mark.look;
  if (!mark.text) {
    put(group, "circle", {
      cx: mark.x.toFixed(1),
      cy: mark.y.toFixed(1),
      r: (look.radius || 0) - (look.line || 0) / 2,
      fill: look.line ? ink.panel : mark.colour,
      stroke: look.line ? mark.colour : null,
      "stroke-width": look.line || null,
      opacity: look.dotShare,
    });
    return;
  }
  if (mark.disc) {
    drawDisc(group, {
      x: mark.x,
      y: mark.y,
      text: mark.text,
      r: DISC,
      half: mark.disc,
      edge: mark.edge || mark.colour,
      fill: ink.panel,
      ink: mark.colour,
    });
    return;
  }
  const x = mark.x.toFixed(1),
    y = mark.y.toFixed(1);
  const common = {
    x: x,
    y: y,
    dy: "0.36em",
    "text-anchor": "middle",
    "font-size": mark.size,
    "font-weight": look.weight,
    "font-style": look.italic ? "italic" : null,
    "letter-spacing": mark.spacing || null,
    opacity: look.share,
    transform: mark.turn ? "rotate(" + mark.turn.toFixed(1) + " " + x + " " + y + ")" : null,
  };
  put(
    group,
    "text",
    Object.assign(
      {
        fill: "none",
        stroke: "#ffffff",
        "stroke-width": 3,
        "stroke-opacity": 0.9,
        "stroke-linejoin": "round",
      },
      common,
    ),
    mark.text,
  );
  put(group, "text", Object.assign({ fill: mark.colour }, common), mark.text);
}

/**
 * @param {Element} parent
 * @param {View} view
 * @param {number} right
 * @param {number} bottom
 * @param {Words} words
 * @param {string} colour
 */
export function drawScale(parent, view, right, bottom, words, colour) {
  const map = view.map,
    size = map.getSize();
  const metres =
    map.distance(
      map.containerPointToLatLng([0, size.y / 2]),
      map.containerPointToLatLng([100, size.y / 2]),
    ) / 100;
  const raw = (130 * metres) / 1000,
    power = 10 ** Math.floor(Math.log(raw) / Math.LN10),
    lead = raw / power;
  const km = (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power,
    length = (km * 1000) / metres;
  put(parent, "path", {
    d: "M" + (right - length) + "," + (bottom - 6) + "v6h" + length + "v-6",
    fill: "none",
    stroke: colour,
    "stroke-width": 1.3,
  });
  put(
    parent,
    "text",
    {
      x: right - length / 2,
      y: bottom - 8,
      "text-anchor": "middle",
      "font-size": 11,
      fill: colour,
    },
    km + " " + words("km"),
  );
}
