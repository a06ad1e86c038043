// Thousands of projects: all as plain pixels on one canvas, those that are pointed at or selected
// drawn properly over it. It answers to the same calls as the project layer.

import { styleOf } from "../../core/looks.js";
import { mercatorScale, toWorld } from "../../core/projection.js";
import { colourOf } from "../../core/theme.js";
import { fitCanvas } from "./canvas-layer.js";
import { createProjectLayer } from "./project-layer.js";

/**
 * @import { Look } from "../../core/looks.js"
 * @import { Model, Project, StatusStyle, Theme } from "../../core/types.js"
 * @import { ProjectLayer } from "../types.js"
 */

/** Below and from which scale of its width a line is one pixel or three. */
const THIN = 0.8,
  WIDE = 1.3;

/** From how many projects on they are drawn as pixels instead of single lines. */
export const DENSE_FROM = 1500;

/**
 * A canvas over the map that `paint` fills whenever the map has moved.
 * @typedef {L.Layer & { canvas: HTMLCanvasElement, draw(): void }} DrawnLayer
 */

/**
 * @typedef {(
 *   map: L.Map,
 *   context: CanvasRenderingContext2D,
 *   wide: number,
 *   high: number,
 *   fine: number,
 * ) => void} Paint
 */

/**
 * @param {Paint} paint
 * @returns {DrawnLayer}
 */
function createDrawnLayer(paint) {
  /** @type {Partial<DrawnLayer> & ThisType<DrawnLayer>} */
  const methods = {
    onAdd: function (map) {
      this.canvas = L.DomUtil.create("canvas", "leaflet-zoom-hide", map.getPane("dense"));
      this.draw();
      return this;
    },
    onRemove: function () {
      this.canvas.remove();
      return this;
    },
    getEvents: function () {
      return { moveend: this.draw, resize: this.draw };
    },
    draw: function () {
      const map = /** @type {{ _map: L.Map }} */ (/** @type {unknown} */ (this))._map,
        size = map.getSize();
      if (map.held) return;
      if (!size.x || !size.y) return;
      // Pictures and paper want more pixels than the screen.
      const fine = Math.ceil(map.options.fine || 1),
        canvas = this.canvas;
      fitCanvas(map, canvas, fine);
      const context = canvas.getContext("2d");
      if (context) paint(map, context, canvas.width, canvas.height, fine);
    },
  };
  return new /** @type {any} */ (L.Layer.extend(methods))();
}

/**
 * A dash in whole pixels, gaps too; none where the line is whole.
 * @param {number[]} dash in widths of the line
 * @param {number} across pixels of its width
 */
export function rasterDash(dash, across) {
  return dash.map((part) => Math.max(1, Math.round(part * across)));
}

/**
 * A line in whole pixels of the world at a zoom, x and y by turns, without steps too small to see;
 * both ends stay.
 * @param {ArrayLike<number>} line positions, x and y by turns
 * @param {number} unit steps in a degree
 * @param {number} scale pixels across the world
 * @returns {number[]}
 */
export function pixelLine(line, unit, scale) {
  /** @type {number[]} */
  const found = [];
  const down = mercatorScale(unit),
    last = line.length - 2;
  let x = NaN,
    y = NaN;
  for (let i = 0; i <= last; i += 2) {
    const a = Math.round((line[i] / unit / 360 + 0.5) * scale),
      b = Math.round(down(line[i + 1]) * scale);
    if (i && i < last && Math.abs(a - x) + Math.abs(b - y) < 4) continue;
    found.push(a, b);
    x = a;
    y = b;
  }
  return found;
}

// A colour as the canvas keeps it: alpha, blue, green, red.
/** @param {string} hex @param {number} alpha @returns {number} */
function packed(hex, alpha) {
  const n = parseInt(hex.slice(1), 16);
  return ((alpha << 24) | ((n & 255) << 16) | (n & 0xff00) | (n >> 16)) >>> 0;
}

/** @param {L.Map} map @param {Model} model @param {Theme} theme @returns {ProjectLayer} */
export function createDenseLayer(map, model, theme) {
  const style = model.payload.style,
    inner = createProjectLayer(map, model, theme);
  const densePane = map.createPane("dense");
  densePane.style.zIndex = "380";
  densePane.style.pointerEvents = "none";
  /** @type {Map<string, { at: Int32Array, mode: string, code: string } | null>} */
  const held = new Map(); // id -> {at: pixels, mode, code} where the map stands; null off the map
  /** @type {Look} */
  let table = "statuses";
  const unit = model.payload.scale;
  /** @type {Map<string, string>} */
  let shown = new Map();
  /** @type {string | null} */
  let selected = null;
  /** @type {string | null} */
  let hovered = null;
  /** @type {Map<string, string> | null} */
  let paint = null;
  /** @type {string | null} */
  let place = null;
  /** @type {Set<string> | null} */
  let strong = null;

  // The pixels of a project's lines and places on a canvas whose corner is at `ox`, `oy`: where
  // in its data they lie. As wide as its look says, one to three hair lines, and dashed as that
  // says.
  const scratch = { at: new Int32Array(4096), n: 0 };
  /** @param {number} more */
  function room(more) {
    if (scratch.n + more <= scratch.at.length) return;
    const wider = new Int32Array(2 * (scratch.n + more));
    wider.set(scratch.at);
    scratch.at = wider;
  }

  /**
   * @param {Project} p
   * @param {number} scale
   * @param {number} ox
   * @param {number} oy
   * @param {number} wide
   * @param {number} high
   * @param {number} fine
   * @param {StatusStyle} look
   * @returns {Int32Array}
   */
  function pixels(p, scale, ox, oy, wide, high, fine, look) {
    scratch.n = 0;
    const across = (look.scale < THIN ? 1 : look.scale < WIDE ? 2 : 3) + (fine > 1 ? 1 : 0),
      from = -Math.floor((across - 1) / 2),
      dash = rasterDash(look.dash, across);
    let along = 0,
      piece = 0;
    // Whether the dash is on; one pixel farther along.
    const on = () => {
      if (!dash.length) return true;
      if (along >= dash[piece]) {
        along = 0;
        piece = (piece + 1) % dash.length;
      }
      along += 1;
      return piece % 2 === 0;
    };
    /** @param {number} x @param {number} y */
    const put = (x, y) => {
      if (x >= 0 && y >= 0 && x < wide && y < high) scratch.at[scratch.n++] = y * wide + x;
    };
    /** @param {number} x @param {number} y @param {number} x1 @param {number} y1 */
    const stroke = (x, y, x1, y1) => {
      // Wholly outside on one side: nothing to draw.
      if (
        (x < 0 && x1 < 0) ||
        (y < 0 && y1 < 0) ||
        (x >= wide && x1 >= wide) ||
        (y >= high && y1 >= high)
      )
        return;
      const dx = Math.abs(x1 - x),
        dy = Math.abs(y1 - y),
        sx = x < x1 ? 1 : -1,
        sy = y < y1 ? 1 : -1,
        shallow = dx >= dy;
      let error = dx - dy;
      room(across * (dx + dy + 1));
      for (;;) {
        if (on())
          for (let k = from; k < from + across; k++) {
            if (shallow) put(x, y + k);
            else put(x + k, y);
          }
        if (x === x1 && y === y1) return;
        const twice = 2 * error;
        if (twice > -dy) {
          error -= dy;
          x += sx;
        }
        if (twice < dx) {
          error += dx;
          y += sy;
        }
      }
    };
    p.positions
      .map((places) => pixelLine(places, unit, scale))
      .forEach((line) => {
        along = piece = 0;
        if (line.length === 2) {
          const r = 2 * fine;
          room((2 * r + 1) * (2 * r + 1));
          for (let a = -r; a <= r; a++)
            for (let b = -r; b <= r; b++) put(line[0] - ox + a, line[1] - oy + b);
        }
        for (let i = 2; i < line.length; i += 2)
          stroke(line[i - 2] - ox, line[i - 1] - oy, line[i] - ox, line[i + 1] - oy);
      });
    return scratch.at.slice(0, scratch.n);
  }

  /**
   * @param {L.Map} map
   * @param {CanvasRenderingContext2D} context
   * @param {number} wide
   * @param {number} high
   * @param {number} fine
   */
  function draw(map, context, wide, high, fine) {
    const scale = 256 * 2 ** map.getZoom() * fine;
    const corner = map.containerPointToLatLng([0, 0]),
      w = toWorld([corner.lat, corner.lng]);
    const ox = Math.round(w[0] * scale),
      oy = Math.round(w[1] * scale),
      now = [scale, ox, oy, wide, high].join();
    // Where the pixels lie holds until the map moves; a filter only chooses among them.
    if (place !== now) {
      held.clear();
      place = now;
    }
    const image = context.createImageData(wide, high),
      data = new Uint32Array(image.data.buffer);
    let alpha = 0;
    /** @type {Record<string, number>} */
    let ink = {};
    /** @param {string} id @param {string} code */
    const one = (id, code) => {
      let at = held.get(id);
      if (at === undefined || (at && at.code !== code)) {
        const p = model.byId.get(id),
          box = p && p.kind && p.box;
        const off =
          !p ||
          !box ||
          box[2] * scale < ox ||
          box[0] * scale > ox + wide ||
          box[3] * scale < oy ||
          box[1] * scale > oy + high;
        const look = paint ? style.statuses.operation : styleOf(style, table, code);
        at = off
          ? null
          : {
              at: pixels(p, scale, ox, oy, wide, high, fine, look),
              mode: p.data.mode,
              code: code,
            };
        held.set(id, at);
      }
      if (at === null) return;
      const change = paint && paint.get(id),
        look = (change && style.changes[change]) || style.modes[at.mode];
      const colour = colourOf(look, theme);
      const c = ink[colour] || (ink[colour] = packed(colour, alpha)),
        list = at.at;
      for (let i = 0; i < list.length; i++) data[list[i]] = c;
    };
    // The strong ones lie over the faint ones.
    [false, true].forEach((pass) => {
      [true, false].forEach((faint) => {
        alpha = selected ? 70 : strong && !pass ? Math.round(255 * style.dimmed) : 235;
        if (faint) alpha = Math.round(alpha * style.faint);
        ink = {};
        shown.forEach((code, id) => {
          if ((!strong || strong.has(id)) !== pass) return;
          if (!!recedes(code) === faint) one(id, paint ? "" : code);
        });
      });
    });
    context.putImageData(image, 0, 0);
  }

  /** @param {string} code */
  const recedes = (code) => !paint && styleOf(style, table, code).faint;

  const layer = createDrawnLayer(draw).addTo(map);

  function above() {
    /** @type {Map<string, string>} */
    const few = new Map();
    [selected, hovered].forEach((id) => {
      const status = id && shown.get(id);
      if (id && status) few.set(id, status);
    });
    inner.show(few);
  }

  return {
    ...inner,
    wake: () => {
      layer.draw();
    },
    look: (name) => {
      if (name !== table) held.clear();
      table = name;
      inner.look(name);
    },
    show: (wanted) => {
      shown = wanted;
      above();
      layer.draw();
    },
    hover: (id) => {
      if (id === hovered) return;
      hovered = id;
      above();
      inner.hover(id);
    },
    select: (id) => {
      selected = id;
      above();
      inner.select(id);
      layer.draw();
    },
    emphasise: (ids) => {
      const same = ids === strong;
      strong = ids;
      inner.emphasise(ids);
      if (!same) layer.draw();
    },
    paint: (next) => {
      paint = next;
      inner.paint(next);
      layer.draw();
    },
    at: (latlng, reach) => {
      /** @type {Project[]} */
      const list = [];
      shown.forEach((_, id) => {
        const p = model.byId.get(id);
        if (p && p.kind) list.push(p);
      });
      return inner.at(latlng, reach, list);
    },
  };
}
