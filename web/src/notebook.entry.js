// The view in a folium map: what the script of layers/publish/notebook.py calls.

import { applyFilter } from "./core/filter.js";
import { LOOK_OF } from "./core/looks.js";
import { expand } from "./core/payload/expand.js";
import { isSomewhere } from "./core/where/areas.js";
import "./map/leaflet/marker-pin.js";
import { createDenseLayer } from "./map/layers/dense-layer.js";
import { AtlasView } from "./map/view.js";
import { createCard } from "./project/card.js";

/**
 * @import { Payload } from "./core/types.js"
 * @import { ViewOptions } from "./map/types.js"
 */

window.AtlasKit = {
  expand: expand,
  filter: applyFilter,
  somewhere: isSomewhere,
  /**
   * @param {HTMLElement} home
   * @param {Payload} payload
   * @param {ViewOptions & { drawn: string }} options
   */
  view: (home, payload, options) =>
    new AtlasView(home, payload, {
      card: createCard,
      dense: createDenseLayer,
      look: LOOK_OF[options.drawn],
      ...options,
    }),
};
