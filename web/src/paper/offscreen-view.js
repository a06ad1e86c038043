// A second view of what the reader sees, out of sight.

import { el } from "../core/dom.js";
import { createDenseLayer } from "../map/layers/dense-layer.js";
import { AtlasView } from "../map/view.js";
import { slidePayload } from "./slide-style.js";

/**
 * @import { Side, View } from "../core/types.js"
 * @import { PixelBox } from "../map/types.js"
 * @import { Scene } from "./types.js"
 */

/**
 * What the reader sees between legend and card, as bounds.
 * @param {View} view
 * @returns {L.LatLngBounds}
 */
export function seenBounds(view) {
  const map = view.map,
    size = map.getSize();
  const wide = size.x > 760;
  const left = wide && view.legend.box.open && !view.legend.apart ? 224 : 0;
  const right = wide && !view.cardBox.hidden && !view.narrow() ? 392 : 0;
  return L.latLngBounds(
    map.containerPointToLatLng([left, 0]),
    map.containerPointToLatLng([size.x - right, size.y]),
  );
}

/** Where the heading of one side of a comparison stands. @type {PixelBox} */
const HEADING = [0, 0, 320, 40];

/**
 * A view of the same things, `w` by `h`, out of sight; of a comparison that of one side.
 * @param {Scene} page
 * @param {number} w
 * @param {number} h
 * @param {Side | null} [side]
 * @returns {{ view: View, done: () => void }}
 */
export function twin(page, w, h, side) {
  const box = el("div", "page-offscreen", null, page.host || document.body);
  box.style.width = w + "px";
  box.style.height = h + "px";
  const from = page.view;
  const view = new AtlasView(box, slidePayload(page.payload), {
    lang: page.lang,
    dense: createDenseLayer,
    wait: true,
  });
  if (from.paint) view.setPaint(from.paint);
  view.setLook(side ? side.look : from.look, side ? side.year : from.year);
  view.map.options.zoomSnap = 0;
  view.map.options.fine = 2;
  view.map.setMaxBounds(/** @type {any} */ (null));
  view.limits = null;
  const ids = side ? side.ids : Array.from(from.shown.keys());
  if (side) view.others = from.others;
  view.setVisible(ids, side ? side.statuses : ids.map((id) => from.said.get(id) || null));
  if (page.strong) view.names.emphasise(page.strong);
  view.setWhere(page.filter);
  /** @type {HTMLInputElement | null} */
  const band = from.root.querySelector(".atlas-legend-band input");
  view.setBand(!!band && band.checked);
  view.names.show(from.names.on);
  view.names.keyed = null;
  view.select(from.selected);
  // The scale, and of a comparison the heading, stand over the map.
  view.labels.obstacles = () => [[w - 170, h - 36, w, h], ...(side ? [HEADING] : [])];
  view.map.fitBounds(seenBounds(from), { animate: false });
  // Smaller than the screen's map: the names that it has, where there is room.
  const nearer = from.map.getZoom() - view.map.getZoom(),
    names = view.labels._groups;
  if (nearer > 0) {
    Object.keys(names).forEach((k) => {
      const group = names[k];
      if (typeof group === "function") return;
      group.forEach((item) => {
        if (item.from) item.from -= Math.min(1, nearer);
      });
    });
  }
  view.wake();
  return {
    view: view,
    done: () => {
      view.destroy();
      box.remove();
    },
  };
}
