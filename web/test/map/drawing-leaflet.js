// As much of Leaflet as lines drawn as SVG ask for, on a map of which one place of the world is one
// pixel at zoom -8.
import { smallPage } from "../small-dom.js";

/** The ground of a canvas that keeps what is painted. */
export class SmallContext {
  constructor() {
    this.calls = [];
  }

  setTransform(...given) {
    this.calls.push(["transform", ...given]);
  }

  clearRect(...given) {
    this.calls.push(["clear", ...given]);
  }

  /** Names stand on their line: what does not, says how far off it is. */
  strokeText(text, x, y) {
    this.calls.push(["halo", text, x, ...(y ? [y] : []), this.strokeStyle, this.lineWidth]);
  }

  fillText(text, x, y) {
    const how = [this.fillStyle, this.globalAlpha, this.font];
    this.calls.push(["text", text, x, ...(y ? [y] : []), ...how]);
  }

  beginPath() {}

  arc(x, y, radius, from, to) {
    if (!(to - from >= 2 * Math.PI)) throw new Error("a dot is a whole circle");
    this.arcs = [x, y, radius];
  }

  measureText(text) {
    return { width: 10 * text.length };
  }

  setLineDash(dash) {
    this.dash = dash;
  }

  fill(line, rule) {
    const what = line ? [line.d, rule] : [this.arcs];
    this.calls.push(["fill", ...what, this.fillStyle, this.globalAlpha]);
  }

  stroke(line) {
    this.calls.push([
      "stroke",
      line ? line.d : this.arcs,
      this.strokeStyle,
      this.globalAlpha,
      this.lineWidth,
    ]);
    this.last = [this.lineCap, this.lineJoin, this.dash];
  }

  createImageData(width, height) {
    return { data: new Uint8ClampedArray(4 * width * height), width };
  }

  putImageData(image) {
    this.image = image;
  }
}

const pair = (p) => (Array.isArray(p) ? p : [p.x, p.y]);

const point = (x, y) => ({
  x,
  y,
  add: (p) => point(x + pair(p)[0], y + pair(p)[1]),
  subtract: (p) => point(x - pair(p)[0], y - pair(p)[1]),
  multiplyBy: (n) => point(x * n, y * n),
  distanceTo: (p) => Math.hypot(x - p.x, y - p.y),
});

const box = (min, max) => ({
  min,
  max,
  getTopLeft: () => min,
  getBottomRight: () => max,
  contains: (p) => p.x >= min.x && p.x <= max.x && p.y >= min.y && p.y <= max.y,
});

/** South-west and north-east corners, as far as they are asked for. */
const latLngBounds = (...corners) => {
  const found = {
    corners: corners.flat().filter((corner) => corner.length),
    padded: 0,
    extend: (place) => found.corners.push(place),
    pad: (share) => Object.assign(found, { padded: share }),
    isValid: () => found.corners.length > 0,
  };
  return found;
};

/** A line of Leaflet that stands in its renderer, which the map moves. */
function drawingLine(lines, options) {
  const layer = {
    options: { ...options },
    addTo(map) {
      layer._map = map;
      layer._renderer = options.renderer;
      map.layers.add(layer);
      layer.onAdd(map);
      return layer;
    },
    onAdd() {
      layer._path = globalThis.L.SVG.create("path");
      layer._renderer._addPath(layer);
      layer._reset();
    },
    _reset() {
      layer._update();
    },
    _update: () => {},
    getElement: () => layer._path,
    remove: () => layer._map.layers.delete(layer),
    setStyle: (style) => Object.assign(layer.options, style),
    lines,
  };
  return layer;
}

/**
 * Leaflet, in a page of its own; the renderers that are asked for are kept. What they draw lies
 * from -100 to `reach` pixels.
 */
export function drawingLeaflet(reach = 500) {
  const page = smallPage(),
    renderers = [];
  globalThis.Path2D = class {
    constructor(d) {
      this.d = d;
    }
  };
  const create = (tag) => globalThis.document.createElementNS("", tag);
  globalThis.L = {
    point,
    bounds: box,
    latLngBounds,
    svg: (options) => {
      const made = {
        options,
        _bounds: box(point(-100, -100), point(reach, reach)),
        _initPath: () => {},
        _updateStyle: () => {},
        _addPath: (layer) => page.appendChild(layer._path),
      };
      renderers.push(made);
      return made;
    },
    SVG: { create },
    polyline: drawingLine,
    circle: drawingLine,
    DomUtil: {
      create: (tag, className, parent) => {
        const made = globalThis.document.createElement(tag);
        made.className = className;
        made.context = new SmallContext();
        made.getContext = () => made.context;
        parent.appendChild(made);
        return made;
      },
      setPosition: (node, at) => {
        node.at = at;
      },
      getPosition: (node) => node.at,
    },
    Layer: {
      extend: (methods) =>
        class {
          constructor(...given) {
            Object.assign(this, methods);
            if (this.initialize) this.initialize(...given);
          }

          getPane(name) {
            return this._map.getPane(name);
          }

          addTo(map) {
            this._map = map;
            map.layers.add(this);
            this.onAdd(map);
            return this;
          }
        },
    },
  };
  return { page, renderers };
}

/** A map of 200 by 100 pixels that hears events and may be moved. */
export function drawingMap(page, more) {
  const heard = new Map();
  const map = {
    zoom: -8,
    layers: new Set(),
    options: {},
    panes: {},
    size: point(200, 100),
    corner: point(0, 0),
    getZoom: () => map.zoom,
    getSize: () => map.size,
    getPixelOrigin: () => ({ x: 0, y: 0 }),
    getPane: (name) => map.panes[name],
    createPane: (name) => {
      map.panes[name] = page.appendChild(globalThis.document.createElement("div"));
      return map.panes[name];
    },
    containerPointToLayerPoint: () => map.corner,
    latLngToLayerPoint: ([lat, lng]) => point(lng, lat),
    on: (types, act) => {
      types.split(" ").forEach((type) => {
        heard.set(type, [...(heard.get(type) || []), act]);
      });
      return map;
    },
    off: (types, act) => {
      types.split(" ").forEach((type) => {
        heard.set(
          type,
          (heard.get(type) || []).filter((other) => other !== act),
        );
      });
      return map;
    },
    fire: (type, event) => {
      (heard.get(type) || []).forEach((act) => {
        act(event);
      });
    },
    heard: (type) => (heard.get(type) || []).length,
    ...more,
  };
  return map;
}
