// Folium's icons need a plugin and two fonts from servers: a plain pin in their colour instead.
import { svgNode } from "../../core/svg.js";

const PIN =
  "M12 1C5.9 1 1 5.9 1 12c0 8 11 21 11 21s11-13 11-21C23 5.9 18.1 1 12 1z" +
  "m0 7a4 4 0 1 1 0 8 4 4 0 0 1 0-8z";

/** @param {string} name @returns {string} */
function colour(name) {
  const probe = document.createElement("i");
  probe.style.color = name;
  return probe.style.color || "#2a81cb";
}

/** @type {{ AwesomeMarkers?: object }} */ (L).AwesomeMarkers = {
  icon: (/** @type {{ markerColor?: string } | undefined} */ options) => {
    const icon = L.divIcon({
      className: "atlas-pin",
      iconSize: [24, 34],
      iconAnchor: [12, 33],
      popupAnchor: [0, -30],
    });
    const make = icon.createIcon.bind(icon);
    icon.createIcon = (old) => {
      const node = make(old);
      svgNode(
        "path",
        {
          d: PIN,
          fill: colour((options && options.markerColor) || ""),
          "fill-rule": "evenodd",
          stroke: "#ffffff",
        },
        svgNode("svg", { viewBox: "0 0 24 34" }, node),
      );
      return node;
    };
    return icon;
  },
};
