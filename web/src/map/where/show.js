// Regions, places and shapes of a filter on the map: outlined, named, gone to.

import { degreeCorners } from "../../core/projection.js";
import { ringsOf } from "../../core/where/areas.js";
import { placeAt } from "../../core/where/words.js";
import { fitBounds } from "../frame-size.js";

/** @import { View, Where } from "../../core/types.js" */

/**
 * @param {View} view
 * @param {Partial<Where>} where
 * @param {boolean} fit whether to go there
 */
export function showWhere(view, where, fit) {
  const rings = ringsOf(view.model, where),
    near = where.near || [],
    before = view.near.join();
  view.outlined = rings;
  view.near = near;
  view.base.outline(rings);
  const told = { payload: view.model.payload, words: view.words, lang: view.lang };
  view.base.name(
    where.place || [],
    near.length
      ? [
          {
            text: view.words("near.mark", {
              place: placeAt(told, near),
              reach: +near[2].toFixed(1),
            }),
            at: [near[1], near[0]],
          },
        ]
      : [],
  );
  // How far each is is said of each.
  if (near.join() !== before && view.shown.size)
    view.setVisible(Array.from(view.said.keys()), Array.from(view.said.values()));
  if (fit && rings.length) fitBounds(view, L.latLngBounds(degreeCorners(rings)));
}
