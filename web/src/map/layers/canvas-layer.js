// What stands on the map over its ground: things of many looks, each in paths of its own. The first
// picture of them is painted on a canvas in one go. The SVG, which keyboards and screen readers
// need and which a browser lays out and paints tile by tile, takes its place when there is time.
import { BEYOND, PADDING } from "./padding.js";
import { groupLayer } from "./polyline.js";

/** @import { CanvasLayer, Look, Part, Thing } from "../types.js" */

/**
 * @param {Element} node
 * @param {string} name
 * @param {string | number | null | undefined} value
 */
function set(node, name, value) {
  if (value === null || value === undefined) node.removeAttribute(name);
  else node.setAttribute(name, String(value));
}

/**
 * A path that is to be: its attributes, and its node once it stands on the map.
 * @param {Look} at
 * @returns {Part}
 */
export function createPart(at) {
  return { at: at, node: null };
}

/**
 * Set the attributes of a part that are not so already; null takes one away.
 * @param {Part} part
 * @param {Look} look
 */
export function setLook(part, look) {
  Object.keys(look).forEach((k) => {
    if (part.at[k] === look[k]) return;
    part.at[k] = look[k];
    if (part.node) set(part.node, k, look[k]);
  });
}

/**
 * How many pixels of its own a canvas on the map wants for one of the page.
 * @param {L.Map} map
 * @returns {number}
 */
export function pixelRatio(map) {
  return map.options.fine || window.devicePixelRatio || 1;
}

/**
 * Lay a canvas over the whole map, with `fine` pixels of its own for one of the page.
 * @param {L.Map} map
 * @param {HTMLCanvasElement} canvas
 * @param {number} fine
 */
export function fitCanvas(map, canvas, fine) {
  const size = map.getSize(),
    wide = Math.round(size.x * fine),
    high = Math.round(size.y * fine);
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.width = size.x + "px";
    canvas.style.height = size.y + "px";
  }
  L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
}

// As an SVG engine would paint a path with these attributes.
/** @param {CanvasRenderingContext2D} context @param {Path2D} line @param {Look} at */
function paint(context, line, at) {
  /** @param {string} name @returns {number} */
  const share = (name) => (at[name] === undefined || at[name] === null ? 1 : Number(at[name]));
  if (at.display === "none") return;
  if (at.fill !== "none") {
    context.globalAlpha = share("fill-opacity");
    context.fillStyle = String(at.fill);
    context.fill(line, "evenodd");
  }
  context.globalAlpha = share("stroke-opacity");
  context.strokeStyle = String(at.stroke);
  context.lineWidth = share("stroke-width");
  context.lineCap = /** @type {CanvasLineCap} */ (at["stroke-linecap"] || "butt");
  context.lineJoin = /** @type {CanvasLineJoin} */ (at["stroke-linejoin"] || "miter");
  const dash = at["stroke-dasharray"];
  context.setLineDash(dash ? String(dash).split(" ").map(Number) : []);
  context.stroke(line);
}

/**
 * Things in the pane `pane` of the map, later ones over earlier ones. `add(parts, path)` takes a
 * thing's parts and what gives their common path within bounds of the map's pixels. With `wait`
 * nothing is drawn before `sketch()`; then as SVG from the first touch or `drawSvg()` on.
 * @param {L.Map} map
 * @param {string} pane
 * @param {boolean} [wait]
 * @returns {CanvasLayer}
 */
export function createCanvasLayer(map, pane, wait) {
  /** @type {Thing[]} */
  const all = [];
  const events = "movestart zoomstart resize";
  /** @type {L.Polyline | null} */
  let layer = null;
  /** @type {HTMLCanvasElement | null} */
  let canvas = null;
  let turn = 0;

  /** @param {Thing} thing */
  function place(thing) {
    if (!layer) return;
    thing.turn = turn;
    const d = thing.path(layer._renderer._bounds) || "M0 0";
    thing.parts.forEach((part) => {
      setLook(part, { d: d });
    });
  }

  /** @param {Part} part @returns {SVGElement} */
  function node(part) {
    const made = (part.node = L.SVG.create("path"));
    Object.keys(part.at).forEach((k) => {
      set(made, k, part.at[k]);
    });
    return made;
  }

  /** @param {Thing} thing */
  function stand(thing) {
    const group = (thing.node = L.SVG.create("g"));
    if (!thing.shown) group.setAttribute("display", "none");
    thing.parts.forEach((part) => {
      group.appendChild(node(part));
    });
    const all = layer && layer.getElement();
    if (all) all.appendChild(group);
  }

  function drawSvg() {
    if (layer) return;
    // Lines beyond the edge, for dragging, at once where the first picture is there already.
    const renderer = L.svg({ pane: pane, padding: canvas ? BEYOND : PADDING });
    const options = { pane: pane, interactive: false, stroke: false, fill: false, renderer };
    layer = groupLayer(options, () => {
      turn += 1;
      all.forEach((thing) => {
        if (thing.shown) place(thing);
      });
    });
    layer.addTo(map);
    all.forEach(stand);
    forget();
  }

  function forget() {
    if (canvas) canvas.remove();
    canvas = null;
    map.off(events, drawSvg).off("unload", forget);
    window.removeEventListener("keydown", drawSvg);
  }

  return {
    add: (parts, path) => {
      /** @type {Thing} */
      const thing = { parts: parts, path: path, shown: true, node: null, turn: -1 };
      if (!wait) drawSvg();
      all.push(thing);
      if (layer) {
        place(thing);
        stand(thing);
      }
      return thing;
    },
    /** One more part of a thing. */
    more: (thing, part) => {
      thing.parts.push(part);
      if (!thing.node) return;
      part.at.d = thing.parts[0].at.d;
      thing.node.appendChild(node(part));
    },
    /** Its path is another one now. */
    redraw: (thing) => {
      if (thing.node) place(thing);
    },
    show: (thing, on) => {
      thing.shown = on;
      if (!thing.node) return;
      if (on && thing.turn !== turn) place(thing);
      set(thing.node, "display", on ? null : "none");
    },
    /** Over all others. */
    raise: (thing) => {
      all.splice(all.indexOf(thing), 1);
      all.push(thing);
      if (thing.node && thing.node.parentNode) thing.node.parentNode.appendChild(thing.node);
    },
    sketch: () => {
      const size = map.getSize();
      // In a frame that is hidden at first there is nothing to paint on.
      if (layer || !size.x || !size.y) {
        drawSvg();
        return;
      }
      const fine = pixelRatio(map);
      canvas = L.DomUtil.create("canvas", "", map.getPane(pane));
      const context = canvas.getContext("2d");
      if (!context) return;
      // A click that begins on an element which is gone when it ends is no click.
      canvas.style.pointerEvents = "none";
      fitCanvas(map, canvas, fine);
      const at = L.DomUtil.getPosition(canvas);
      // As far as later, so that no dash moves.
      const beyond = size.multiplyBy(BEYOND),
        box = L.bounds(at.subtract(beyond), at.add(size).add(beyond));
      context.setTransform(fine, 0, 0, fine, -at.x * fine, -at.y * fine);
      all.forEach((thing) => {
        if (!thing.shown) return;
        const line = new Path2D(thing.path(box));
        thing.parts.forEach((part) => {
          paint(context, line, part.at);
        });
      });
      map.on(events, drawSvg).on("unload", forget);
      window.addEventListener("keydown", drawSvg);
    },
    drawSvg: drawSvg,
    /** Before a change: to one that was painted already. */
    touch: () => {
      if (canvas) drawSvg();
    },
  };
}
