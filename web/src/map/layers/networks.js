// Existing railways and trunk roads as faint context, fetched when the first is switched on.
import { el } from "../../core/dom.js";
import { unpackPoints } from "../../core/packing.js";

const KINDS = ["rail", "road"];

/** `fetch()` gives a promise of {scale, rail: [packed], road: [packed]}. */
export function createNetworks(map, palette, fetch) {
  map.createPane("networks").style.zIndex = 210;
  map.getPane("networks").style.pointerEvents = "none";
  const layers = {},
    wanted = {};
  let renderer = null,
    files = null;

  // Drawn as one picture: thousands of lines nobody points at.
  function make(kind, file) {
    renderer = renderer || L.canvas({ pane: "networks", padding: 0.3 });
    const lines = file[kind].map((packed) => unpackPoints(packed, file.scale));
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
    /** Switch one on or off; the promise ends when it is drawn. */
    show: (kind, on) => {
      wanted[kind] = on;
      if (!on) {
        if (layers[kind]) layers[kind].remove();
        return Promise.resolve();
      }
      files = files || fetch();
      return files.then(
        (file) => {
          if (!wanted[kind]) return;
          layers[kind] = layers[kind] || make(kind, file);
          layers[kind].addTo(map);
        },
        () => {
          files = null;
        },
      );
    },
  };
}

/** Switches in the legend; `view.networks.begin(on, wait)` turns on those that `on` names. */
export function createNetworkSwitch(view, parent) {
  const w = view.words,
    palette = view.model.payload.style[view.theme];
  const ticks = {};
  let soon = 0;
  el("div", "atlas-legend-sub", w("legend.context"), parent);
  KINDS.forEach((kind) => {
    const line = el("label", "atlas-legend-band is-context", null, parent);
    const tick = (ticks[kind] = el("input", null, null, line));
    tick.type = "checkbox";
    tick.setAttribute("data-network", kind);
    const sample = el("span", "atlas-legend-line", null, line);
    sample.style.background = palette[kind];
    el("span", null, w("legend." + kind), line);
    tick.addEventListener("change", () => {
      // The reader has the last word, also before it came on by itself.
      tick.touched = true;
      view.networks.show(kind, tick.checked);
      view._emit("network", { kind: kind, on: tick.checked });
    });
  });
  // After the first picture: this is context, nobody waits for it.
  view.networks.begin = (on, wait) => {
    clearTimeout(soon);
    soon = setTimeout(() => {
      if (view._gone) return;
      on.forEach((kind) => {
        if (ticks[kind].touched) return;
        ticks[kind].checked = true;
        view.networks.show(kind, true);
      });
    }, wait);
  };
}
