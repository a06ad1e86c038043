// As much of Leaflet as bands and bounds ask for.

const point = (x, y) => ({
  x,
  y,
  add: ([dx, dy]) => point(x + dx, y + dy),
  subtract: ([dx, dy]) => point(x - dx, y - dy),
  distanceTo: (other) => Math.hypot(other.x - x, other.y - y),
});

const box = (least, most) => ({
  getTopLeft: () => least,
  getBottomRight: () => most,
  contains: (p) => p.x >= least.x && p.x <= most.x && p.y >= least.y && p.y <= most.y,
});

/** A class of layers with these methods, which draw on nothing. */
const layerClass = (methods) =>
  class {
    constructor(...given) {
      Object.assign(this, methods);
      this._paint = () => {};
      this.initialize(...given);
    }
  };

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
        if (map.svg) layer.node = map.svg.appendChild(document.createElement("path"));
        map.layers.add(layer);
        return layer;
      },
      remove: () => {
        layer.on.layers.delete(layer);
        if (layer.node) layer.node.remove();
      },
      getElement: () => layer.node,
      setStyle: (style) => Object.assign(layer.options, style),
    };
    return layer;
  };
  const bounds = (...corners) => {
    const found = {
      corners: corners.filter((corner) => corner.length),
      padded: 0,
      extend: (place) => found.corners.push(place),
      isValid: () => found.corners.length > 0,
      pad: (share) => Object.assign(found, { padded: share }),
    };
    return found;
  };
  globalThis.L = {
    svg: () => ({}),
    circle: made("circle"),
    polyline: made("polyline"),
    latLngBounds: bounds,
    point,
    bounds: box,
    Layer: { extend: layerClass },
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
