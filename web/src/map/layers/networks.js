// Existing railways and trunk roads as faint context, fetched when the first is switched on.

import { el } from "../../core/dom.js";
import { toPoints, unpackPositions } from "../../core/payload/packing.js";
import { paletteOf } from "../../core/theme.js";

/**
 * @import { Palette, View } from "../../core/types.js"
 * @import { Kind, Networks, NetworksFile } from "../types.js"
 */

/** @type {Kind[]} */
const KINDS = ["rail", "road"];

/**
 * `fetch()` gives a promise of {scale, rail: [packed], road: [packed]}.
 * @param {L.Map} map
 * @param {Palette} palette
 * @param {() => Promise<NetworksFile>} fetch
 * @returns {Networks}
 */
export function createNetworks(map, palette, fetch) {
  const pane = map.createPane("networks");
  pane.style.zIndex = "210";
  pane.style.pointerEvents = "none";
  /** @type {Record<string, L.Polyline>} */
  const layers = {};
  /** @type {Record<string, boolean>} */
  const wanted = {};
  /** @type {L.Renderer | undefined} */
  let renderer;
  /** @type {Promise<NetworksFile> | null} */
  let files = null;

  // Drawn as one picture: thousands of lines nobody points at.
  /** @param {Kind} kind @param {NetworksFile} file @returns {L.Polyline} */
  function make(kind, file) {
    renderer = renderer || L.canvas({ pane: "networks", padding: 0.3 });
    const lines = file[kind].map((packed) => toPoints(unpackPositions(packed), file.scale));
    return L.polyline(lines, {
      renderer: renderer,
      pane: "networks",
      interactive: false,
      color: palette[kind],
      smoothFactor: 1.4,
      weight: kind === "rail" ? 1.1 : 1,
      opacity: kind === "rail" ? 0.75 : 0.8,
    });
  }

  return {
    // The switches in the legend put theirs in its place.
    begin: () => {},
    /** Switch one on or off; the promise ends when it is drawn, false where it did not arrive. */
    show: (kind, on) => {
      wanted[kind] = on;
      if (!on) {
        if (layers[kind]) layers[kind].remove();
        return Promise.resolve(true);
      }
      files = files || fetch();
      return files.then(
        (file) => {
          // The map may be gone when the file comes: a theme switched meanwhile makes another.
          if (!wanted[kind] || !map.getPane("networks")) return true;
          layers[kind] = layers[kind] || make(kind, file);
          layers[kind].addTo(map);
          return true;
        },
        () => {
          files = null;
          return false;
        },
      );
    },
  };
}

/**
 * Switches in the legend; `view.networks.begin(on, wait)` turns on those that `on` names.
 * @param {View} view
 * @param {HTMLElement} parent
 */
export function createNetworkSwitch(view, parent) {
  const w = view.words,
    palette = paletteOf(view.model.payload.style, view.theme);
  /** @type {Record<string, HTMLInputElement & { touched?: boolean }>} */
  const ticks = {};
  let soon = 0;
  const networks = view.networks;
  if (!networks) return;
  el("div", "atlas-legend-sub", w("legend.context"), parent);
  // What did not arrive is not ticked: another click asks for it again.
  /** @param {Kind} kind */
  const show = (kind) => {
    networks.show(kind, ticks[kind].checked).then((there) => {
      if (!there) ticks[kind].checked = false;
    });
  };
  KINDS.forEach((kind) => {
    const line = el("label", "atlas-legend-band is-context", null, parent);
    /** @type {HTMLInputElement & { touched?: boolean }} */
    const tick = (ticks[kind] = el("input", null, null, line));
    tick.type = "checkbox";
    tick.setAttribute("data-network", kind);
    const sample = el("span", "atlas-legend-line", null, line);
    sample.style.background = palette[kind];
    el("span", null, w("legend." + kind), line);
    tick.addEventListener("change", () => {
      // The reader has the last word, also before it came on by itself.
      tick.touched = true;
      show(kind);
      view._emit("network", { kind: kind, on: tick.checked });
    });
  });
  // After the first picture: this is context, nobody waits for it.
  networks.begin = (on, wait) => {
    clearTimeout(soon);
    soon = setTimeout(() => {
      if (view._gone) return;
      on.forEach((kind) => {
        if (ticks[kind].touched) return;
        ticks[kind].checked = true;
        show(kind);
      });
    }, wait);
  };
}
