// Names on the map: placed by rank, none over another, those of rivers along their lines.
import { fitCanvas, pixelRatio } from "../layers/canvas-layer.js";
import { isFree, measurePolyline, placeLetters } from "./label-placement.js";
import { smoothPolyline } from "./label-polyline.js";
import { DISC } from "./place-names.js";

/**
 * @import { Palette, World } from "../../core/types.js"
 * @import { LabelLayer, Mark, NameLook, PixelBox } from "../types.js"
 */

// How names look: a colour of the palette, and the dot of a place (its outer radius, its line).
/** @type {Record<string, NameLook>} */
const LOOKS = {
  prefecture: { ink: "text", weight: 600, radius: 3.5, line: 1.5 },
  place: { ink: "text", weight: 700, radius: 4, line: 2 },
  county: { ink: "muted", weight: 400, radius: 2.25, line: 0, dotShare: 0.75 },
  stop: { ink: "text", weight: 600, radius: 4.5, line: 2 },
  name: { ink: "text", weight: 700 },
  number: { ink: "text", weight: 700 },
  sign: { ink: "muted", weight: 600 },
  river: { ink: "river_text", weight: 400, italic: true },
  neighbour: { ink: "muted", weight: 400, share: 0.62 },
};
const HALO = 2.6,
  HAN = /^[\u3400-\u9fff]+$/;

/**
 * @typedef {object} Ruler
 * @property {CanvasRenderingContext2D | null} context
 * @property {Map<string, number>} widths
 * @property {string} font
 */

/** @type {Ruler} */
const ruler = { context: null, widths: new Map(), font: "" };

/** How wide a text is, in pixels. @param {string} text @param {string} font @returns {number} */
export function measureText(text, font) {
  // A Chinese character is as wide as it is high.
  if (HAN.test(text)) return text.length * parseFloat(font.slice(font.indexOf(" ")));
  const key = font + text;
  let wide = ruler.widths.get(key);
  if (wide !== undefined) return wide;
  if (!ruler.context) ruler.context = document.createElement("canvas").getContext("2d");
  if (!ruler.context) return 0;
  if (ruler.font !== font) ruler.context.font = ruler.font = font;
  wide = ruler.context.measureText(text).width;
  ruler.widths.set(key, wide);
  return wide;
}

/** @param {NameLook} look @param {number} size @param {string} family @returns {string} */
function fontOf(look, size, family) {
  return look.weight + " " + size + "px " + family;
}

/**
 * A disc round 0, 0, longer where its number is: a stroke with round ends over a wider one.
 * @param {CanvasRenderingContext2D} context
 * @param {number} half half its width
 * @param {string} edge
 * @param {Palette} palette
 */
function paintDisc(context, half, edge, palette) {
  const reach = Math.max(0.05, half - DISC);
  context.globalAlpha = 1;
  context.lineCap = "round";
  [
    [palette.halo, 2 * DISC + 2],
    [edge, 2 * DISC],
    [palette.panel, 2 * DISC - 3],
  ].forEach(([colour, wide]) => {
    context.beginPath();
    context.moveTo(-reach, 0);
    context.lineTo(reach, 0);
    context.strokeStyle = String(colour);
    context.lineWidth = Number(wide);
    context.stroke();
  });
}

// A name with its halo, a number on its disc, or the dot of a place, round 0, 0.
/**
 * @param {CanvasRenderingContext2D} context
 * @param {Mark} mark
 * @param {Palette} palette
 * @param {string} family
 */
function paint(context, mark, palette, family) {
  const look = mark.look,
    { radius = 0, line = 0 } = look;
  if (!mark.text) {
    context.globalAlpha = look.dotShare || 1;
    context.beginPath();
    context.arc(0, 0, radius - line / 2, 0, 7);
    context.fillStyle = line ? palette.panel : mark.colour;
    context.fill();
    context.lineWidth = line;
    context.strokeStyle = mark.colour;
    if (line) context.stroke();
    return;
  }
  const font = fontOf(look, mark.size, family);
  if (mark.disc) paintDisc(context, mark.disc, mark.edge || mark.colour, palette);
  context.font = look.italic ? "italic " + font : font;
  context.globalAlpha = look.share || 1;
  context.strokeStyle = palette.halo;
  context.lineWidth = HALO;
  context.fillStyle = mark.colour;
  if (!mark.spacing) {
    if (!mark.disc) context.strokeText(mark.text, 0, 0);
    context.fillText(mark.text, 0, 0);
    return;
  }
  const spacing = mark.spacing,
    letters = Array.from(mark.text),
    wide = letters.map((c) => measureText(c, font) + spacing);
  let at = -wide.reduce((a, b) => a + b, 0) / 2;
  letters.forEach((c, i) => {
    const x = at + (wide[i] - spacing) / 2;
    context.strokeText(c, x, 0);
    context.fillText(c, x, 0);
    at += wide[i];
  });
}

// Made when it is first asked for: Leaflet is there by then.
/** @type {(new (family: string, pane: string, palette: Palette) => LabelLayer) | null} */
let Labels = null;

/**
 * A layer of names. Items: {text, at: [lat, lng], kind, size, from, to (zoom), dot, spacing} for a
 * place; {text, line: places of the world, …} for a name along a line. They are placed in the
 * order given; what would cover an earlier one is left out. `placed` has what is there: {text
 * (none for a dot), x, y in the map's pixels, turn in degrees, size, spacing, look, colour}.
 * @param {string} family
 * @param {string} pane
 * @param {Palette} palette
 * @returns {LabelLayer}
 */
export function createLabels(family, pane, palette) {
  if (!Labels) {
    /** @type {Partial<LabelLayer> & ThisType<LabelLayer>} */
    const methods = {
      initialize: function (family, pane, palette) {
        this._family = family;
        this._paneName = pane;
        this._palette = palette;
        this._groups = {};
        this.placed = [];
      },
      onAdd: function () {
        this._canvas = L.DomUtil.create(
          "canvas",
          "leaflet-zoom-hide",
          this.getPane(this._paneName),
        );
        this._canvas.setAttribute("aria-hidden", "true");
        this.draw();
        return this;
      },
      onRemove: function () {
        this._canvas.remove();
        return this;
      },
      getEvents: function () {
        return { moveend: this.draw, resize: this.draw };
      },
      set: function (group, items, later) {
        this._groups[group] = items;
        if (this._canvas && !later) this.draw();
      },
      draw: function () {
        if (!this._map || this.held) return;
        const map = this._map,
          size = map.getSize(),
          zoom = map.getZoom();
        this._taken = this.obstacles ? this.obstacles() : [];
        this._size = size;
        this.placed = [];
        const view = L.bounds(L.point(-60, -30), size.add([60, 30]));
        Object.keys(this._groups)
          .sort()
          .forEach((name) => {
            const group = this._groups[name];
            // One that depends on what is in view places its names itself.
            if (typeof group === "function") group(this);
            else
              group.forEach((item) => {
                if (zoom < (item.from || 0) || zoom >= (item.to || 99)) return;
                if (item.line) this._along(item, view);
                else this._at(item, view);
              });
          });
        this._paint(size);
      },
      _paint: function (size) {
        if (!size.x || !size.y) return;
        const canvas = this._canvas,
          fine = pixelRatio(this._map),
          context = canvas.getContext("2d");
        if (!context) return;
        fitCanvas(this._map, canvas, fine);
        const corner = L.DomUtil.getPosition(canvas);
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, canvas.width, canvas.height);
        context.textAlign = "center";
        context.textBaseline = "middle";
        context.lineJoin = "round";
        this.placed.forEach((mark) => {
          const turn = (mark.turn * Math.PI) / 180,
            c = fine * Math.cos(turn),
            s = fine * Math.sin(turn);
          context.setTransform(c, s, -s, c, (mark.x - corner.x) * fine, (mark.y - corner.y) * fine);
          paint(context, mark, this._palette, this._family);
        });
      },
      _free: function (boxes) {
        return isFree(boxes, this._taken, this._size);
      },
      _put: function (text, item, point, angle) {
        const at = this._map.containerPointToLayerPoint(point),
          look = LOOKS[item.kind];
        this.placed.push({
          text: text,
          x: at.x,
          y: at.y,
          turn: angle,
          size: item.size,
          spacing: text.length > 1 ? item.spacing : 0,
          look: look,
          colour: this._palette[look.ink],
          disc: item.disc,
          edge: item.edge,
        });
      },
      _font: function (item) {
        return fontOf(LOOKS[item.kind], item.size, this._family);
      },
      _at: function (item, view) {
        if (!item.at) return;
        const p = this._map.latLngToContainerPoint(item.at);
        if (!view.contains(p)) return;
        const font = this._font(item);
        const wide = measureText(item.text, font) + (item.spacing || 0) * item.text.length;
        const half = wide / 2 + 3,
          tall = item.size * 0.62 + 2;
        // Beside its dot: right, left, above, below, whichever is free first.
        const places = item.dot
          ? [
              [half + 3, 0],
              [-half - 3, 0],
              [0, -tall - 3],
              [0, tall + 3],
            ]
          : [[0, 0]];
        for (let i = 0; i < places.length; i++) {
          const x = p.x + places[i][0],
            y = p.y + places[i][1];
          /** @type {PixelBox} */
          const box = [x - half, y - tall, x + half, y + tall];
          if (!this._free([box])) continue;
          this._taken.push(box);
          this._put(item.text, item, L.point(x, y), 0);
          if (item.dot) {
            this._taken.push([p.x - 4, p.y - 4, p.x + 4, p.y + 4]);
            this._put("", item, p, 0);
          }
          return;
        }
      },
      _along: function (item, view) {
        const map = this._map,
          corner = map.getPixelBounds().getTopLeft(),
          scale = 256 * 2 ** map.getZoom();
        if (!item.line) return;
        const points = smoothPolyline(item.line, scale, corner.x, corner.y, view);
        if (points.length < 4) return;
        const polyline = measurePolyline(points),
          length = polyline.length,
          letters = Array.from(item.text);
        if (length < letters.length * 6) return;
        const font = this._font(item);
        const widths = letters.map((c) => measureText(c, font) + (item.spacing || 0));
        const total = widths.reduce((a, b) => a + b, 0);
        /** @param {number} s */
        const pointAt = (s) => {
          const at = polyline.pointAt(s);
          return L.point(at.x, at.y);
        };
        const inner = L.bounds(
          view.getTopLeft().add([70, 40]),
          view.getBottomRight().subtract([70, 40]),
        );
        let last = -1e9;
        for (let s = 30; s + total < length - 10; s += 24) {
          if (s - last < (item.every || 520)) continue;
          const first = pointAt(s),
            end = pointAt(s + total);
          if (!inner.contains(first) || !inner.contains(end)) continue;
          if (first.distanceTo(end) < total * 0.86) continue;
          const placed = placeLetters(polyline, s, letters, widths, item);
          if (!placed || !this._free(placed.boxes)) continue;
          this._taken = this._taken.concat(placed.boxes);
          placed.glyphs.forEach((g) => {
            this._put(g.letter, item, L.point(g.x, g.y), g.turn);
          });
          last = s;
        }
      },
    };
    Labels = /** @type {any} */ (L.Layer.extend(methods));
  }
  return new /** @type {new (family: string, pane: string, palette: Palette) => LabelLayer} */ (
    Labels
  )(family, pane, palette);
}
