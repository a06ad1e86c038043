// How far a project's true place may be from the drawn one, as a pale band round it.
import { PADDING } from "./padding.js";

/** @import { Entry } from "../types.js" */

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
  /** @type {Map<string, { entry: Entry, layers: L.Path[] }>} */
  const bands = new Map();

  /** @param {Entry} entry */
  const weightOf = (entry) => {
    const p = entry.project;
    return 2 * pixelsOf(p.data.uncertainty || 0, p.lines[0][0][0], map.getZoom());
  };

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
      lineCap: "round",
      lineJoin: "round",
      color: entry.colour,
    };
    /** @type {L.Path[]} */
    const layers =
      p.kind === "P"
        ? p.lines.map((line) =>
            L.circle(line[0], { ...options, radius, stroke: false, fillOpacity: opacity }),
          )
        : [L.polyline(p.lines, { ...options, opacity, weight: weightOf(entry) })];
    layers.forEach((layer) => {
      layer.addTo(map);
    });
    bands.set(p.id, { entry, layers });
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
        bands.delete(id);
      });
      entries.forEach(add);
    },
    widen: () => {
      bands.forEach(({ entry, layers }) => {
        if (entry.project.kind === "L") layers[0].setStyle({ weight: weightOf(entry) });
      });
    },
  };
}
