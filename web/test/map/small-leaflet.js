// As much of Leaflet as bands and bounds ask for.

/** Layers know how they were made, where they are, and what was set of them. */
export function smallLeaflet() {
  const made = (kind) => (places, options) => {
    const layer = {
      kind,
      places,
      options: { ...options },
      on: null,
      addTo: (map) => {
        layer.on = map;
        map.layers.add(layer);
        return layer;
      },
      remove: () => {
        layer.on.layers.delete(layer);
      },
      setStyle: (style) => Object.assign(layer.options, style),
    };
    return layer;
  };
  const bounds = (...corners) => {
    const found = {
      corners: corners.filter((corner) => corner.length),
      padded: 0,
      extend: (place) => found.corners.push(place),
      pad: (share) => Object.assign(found, { padded: share }),
    };
    return found;
  };
  globalThis.L = {
    svg: () => ({}),
    circle: made("circle"),
    polyline: made("polyline"),
    latLngBounds: bounds,
  };
}

/** A map that only knows its zoom and what lies on it. */
export const smallMap = (zoom) => ({
  zoom,
  layers: new Set(),
  createPane: () => ({ style: {} }),
  getZoom() {
    return this.zoom;
  },
});
