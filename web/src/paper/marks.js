// A presenter's marks, drawn over a map: on the wall and on paper alike. Text goes in as text nodes.
import { circle, degrees, plane } from "../core/where/geometry.js";
import { put } from "./elements.js";

/**
 * @import { Mark } from "./types.js"
 * @typedef {{ x: number, y: number }} At
 */

const INK = "#b3261e",
  HALO = "#ffffff",
  HEAD = 15,
  SIZE = 17;

/**
 * The head of an arrow, as a path that ends in `tip`.
 * @param {At} tail
 * @param {At} tip
 * @returns {string}
 */
export function arrowHead(tail, tip) {
  const turn = Math.atan2(tip.y - tail.y, tip.x - tail.x);
  /** @param {number} side */
  const corner = (side) =>
    (tip.x - HEAD * Math.cos(turn + side)).toFixed(1) +
    "," +
    (tip.y - HEAD * Math.sin(turn + side)).toFixed(1);
  return "M" + corner(0.45) + "L" + tip.x.toFixed(1) + "," + tip.y.toFixed(1) + "L" + corner(-0.45);
}

/**
 * Draw marks in `parent`.
 * @param {Element} parent
 * @param {Mark[]} marks
 * @param {(lat: number, lon: number) => At} place where a place stands on the map
 */
export function drawMarks(parent, marks, place) {
  /** @param {string} d */
  const line = (d) => {
    [HALO, INK].forEach((colour, i) => {
      put(parent, "path", {
        d: d,
        fill: "none",
        stroke: colour,
        "stroke-width": i ? 3.4 : 7,
        "stroke-opacity": i ? 1 : 0.9,
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
      });
    });
  };
  /** @param {At} at @param {string} text */
  const words = (at, text) => {
    if (!text) return;
    put(
      parent,
      "text",
      {
        x: at.x.toFixed(1),
        y: at.y.toFixed(1),
        dy: "0.36em",
        "text-anchor": "middle",
        "font-size": SIZE,
        "font-weight": 700,
        fill: INK,
        stroke: HALO,
        "stroke-width": 5,
        "stroke-linejoin": "round",
        "paint-order": "stroke",
      },
      text,
    );
  };
  marks.forEach((mark) => {
    if (mark.arrow) {
      const [lon, lat, toLon, toLat] = mark.arrow,
        tail = place(lat, lon),
        tip = place(toLat, toLon),
        away = tail.y > tip.y ? 1 : -1;
      line("M" + tail.x.toFixed(1) + "," + tail.y.toFixed(1) + "L" + tip.x + "," + tip.y);
      line(arrowHead(tail, tip));
      words({ x: tail.x, y: tail.y + away * SIZE }, mark.text);
    } else if (mark.circle) {
      const [lon, lat, km] = mark.circle,
        ring = circle(plane(lon, lat), km * 1000).map((at) => {
          const [x, y] = degrees(at);
          return place(y, x);
        });
      line("M" + ring.map((at) => at.x.toFixed(1) + "," + at.y.toFixed(1)).join("L") + "Z");
      const top = ring.reduce((a, b) => (b.y < a.y ? b : a));
      words({ x: top.x, y: top.y - SIZE }, mark.text);
    } else if (mark.at) words(place(mark.at[1], mark.at[0]), mark.text);
  });
}
