// How far a project's true place may be from the drawn one, as a pale band round it: of a line a
// corridor that is as wide, leg by leg, as the leg is sure.
import { svgNode } from "../../core/svg.js";
import { PADDING } from "./padding.js";

/** @import { Project } from "../../core/types.js" */
/** @import { Entry } from "../types.js" */

/** @typedef {{ layer: L.Path, half: number, latitude: number }} Piece `half` in metres */

/** Of more projects than this a band is drawn for the pointed and the selected one alone. */
export const BANDS_MOST = 20;

/** Where a line turns by more than this many degrees at a stop, the corner is filled. */
const TURN = 8;

/**
 * Web Mercator metres to pixels.
 * @param {number} metres
 * @param {number} latitude degrees
 * @param {number} zoom
 * @returns {number}
 */
function pixelsOf(metres, latitude, zoom) {
  return (metres * 256 * 2 ** zoom) / (40075016.7 * Math.cos((latitude * Math.PI) / 180));
}

/**
 * By how many degrees the way a–b–c turns at b.
 * @param {[number, number]} a
 * @param {[number, number]} b
 * @param {[number, number]} c
 * @returns {number}
 */
function turn(a, b, c) {
  const narrow = Math.cos((b[0] * Math.PI) / 180);
  const first = Math.atan2(b[0] - a[0], (b[1] - a[1]) * narrow),
    second = Math.atan2(c[0] - b[0], (c[1] - b[1]) * narrow);
  const by = (Math.abs(second - first) * 180) / Math.PI;
  return by > 180 ? 360 - by : by;
}

/**
 * The strokes of a corridor: each leg as wide as it is sure, cut off at its stops, and
 * a round dot where the line begins or ends, or turns at a stop; there as wide as the surer leg.
 * @param {Project} p
 * @returns {{ line: [number, number][], half: number, round: boolean }[]}
 */
export function strokesOf(p) {
  const legs = p.data.legs || [],
    lines = p.legLines;
  if (!legs.length)
    return p.lines.map((line) => ({ line: line, half: p.data.uncertainty || 0, round: true }));
  /** @type {{ line: [number, number][], half: number, round: boolean }[]} */
  const strokes = [];
  /** @param {[number, number]} at @param {number} half */
  const dot = (at, half) => strokes.push({ line: [at, at], half: half, round: true });
  lines.forEach((line, i) => {
    const half = legs[i].band,
      first = line[0],
      before = i ? lines[i - 1] : null,
      after = lines[i + 1],
      last = line[line.length - 1];
    strokes.push({ line: line, half: half, round: false });
    /** @param {[number, number]} a @param {[number, number]} b */
    const same = (a, b) => a[0] === b[0] && a[1] === b[1];
    if (!before || !same(before[before.length - 1], first)) dot(first, half);
    if (!after || !same(after[0], last)) dot(last, half);
    else if (
      line.length > 1 &&
      after.length > 1 &&
      turn(line[line.length - 2], last, after[1]) > TURN
    )
      dot(last, Math.min(half, legs[i + 1].band));
  });
  return strokes;
}

/**
 * Bands of `opacity` under the projects of `map`: `show` those of these entries and no others,
 * `widen` them after the zoom has changed.
 * @param {L.Map} map
 * @param {number} opacity
 */
export function createBands(map, opacity) {
  const pane = map.createPane("band");
  pane.style.zIndex = "350";
  pane.style.pointerEvents = "none";
  const renderer = L.svg({ pane: "band", padding: PADDING });
  /** @type {Map<string, { layers: L.Path[], pieces: Piece[], group: Element | null }>} */
  const bands = new Map();

  /** @param {Piece} piece */
  const weightOf = (piece) => 2 * pixelsOf(piece.half, piece.latitude, map.getZoom());

  /** @param {Entry} entry */
  function add(entry) {
    const p = entry.project,
      radius = p.data.uncertainty;
    if (!radius || p.kind === "A" || bands.has(p.id)) return;
    /** @type {L.PolylineOptions} */
    const options = {
      renderer: renderer,
      pane: "band",
      interactive: false,
      lineJoin: "round",
      color: entry.colour,
    };
    if (p.kind === "P") {
      const layers = p.lines.map((line) =>
        L.circle(line[0], { ...options, radius, stroke: false, fillOpacity: opacity }),
      );
      layers.forEach((layer) => {
        layer.addTo(map);
      });
      bands.set(p.id, { layers, pieces: [], group: null });
      return;
    }
    const pieces = strokesOf(p).map((stroke) => {
      const piece = { half: stroke.half, latitude: stroke.line[0][0] };
      /** @type {L.Path} */
      const layer = L.polyline(stroke.line, {
        ...options,
        lineCap: stroke.round ? "round" : "butt",
        opacity: 1,
        noClip: true,
        smoothFactor: 0,
        weight: weightOf({ ...piece, layer: /** @type {any} */ (null) }),
      });
      return { ...piece, layer };
    });
    // One group is see-through as a whole: where its strokes meet it is no darker.
    /** @type {Element | null} */
    let group = null;
    pieces.forEach(({ layer }) => {
      layer.addTo(map);
      const node = layer.getElement();
      if (!node || !node.parentNode) return;
      if (!group) group = svgNode("g", { opacity: opacity }, node.parentNode);
      group.appendChild(node);
    });
    bands.set(p.id, { layers: pieces.map((piece) => piece.layer), pieces, group });
  }

  return {
    /** @param {Entry[]} entries */
    show: (entries) => {
      const wanted = new Set(entries.map((entry) => entry.project.id));
      bands.forEach((band, id) => {
        if (wanted.has(id)) return;
        band.layers.forEach((layer) => {
          layer.remove();
        });
        if (band.group) band.group.remove();
        bands.delete(id);
      });
      entries.forEach(add);
    },
    widen: () => {
      bands.forEach(({ pieces }) => {
        pieces.forEach((piece) => {
          piece.layer.setStyle({ weight: weightOf(piece) });
        });
      });
    },
  };
}
