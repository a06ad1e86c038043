// Names on the map: placed by rank, none over another, rivers spelt along their course.
(function (K) {
  "use strict";

  const ruler = { context: null, widths: new Map() };

  function measure(text, font) {
    const key = font + text;
    if (!ruler.widths.has(key)) {
      if (!ruler.context) ruler.context = document.createElement("canvas").getContext("2d");
      ruler.context.font = font;
      ruler.widths.set(key, ruler.context.measureText(text).width);
    }
    return ruler.widths.get(key);
  }

  // The course of a line on the screen where it is in or near `view`, as flat places at most 6 px
  // apart. A winding river would toss its letters about: it is evened out over 60 px and more.
  function smooth(line, scale, left, top, view) {
    const even = [], step = 6, span = 7, far = 300;
    const west = view.min.x - far, east = view.max.x + far, north = view.min.y - far, south = view.max.y + far;
    let px = line[0] * scale - left, py = line[1] * scale - top;
    for (let i = 2; i < line.length; i += 2) {
      const x = line[i] * scale - left, y = line[i + 1] * scale - top, d = Math.hypot(x - px, y - py);
      if (d < 3 && i < line.length - 2) continue;
      if ((x > west && x < east && y > north && y < south) || (px > west && px < east && py > north && py < south)) {
        const n = Math.max(1, Math.min(400, Math.round(d / step)));
        for (let k = 0; k < n; k++) even.push(px + (x - px) * k / n, py + (y - py) * k / n);
      }
      px = x;
      py = y;
    }
    const last = even.length / 2 - 1, found = new Float64Array(even.length);
    for (let i = 0; i <= last; i++) {
      const r = Math.min(span, i, last - i);
      let x = 0, y = 0;
      for (let k = 2 * (i - r); k <= 2 * (i + r); k += 2) { x += even[k]; y += even[k + 1]; }
      found[2 * i] = x / (2 * r + 1);
      found[2 * i + 1] = y / (2 * r + 1);
    }
    return found;
  }

  /**
   * A layer of names. Items: {text, at: [lat, lng], css, size, weight, from, to (zoom), dot,
   * spacing} for a place; {text, line: places of the world, …} for a name along a line. They are
   * placed in the order given; what would cover an earlier one is left out.
   */
  K.labels = function (family, pane) {
    if (!K._Labels) {
      K._Labels = L.Layer.extend({
        initialize: function (family, pane) {
          this._family = family;
          this._paneName = pane;
          this._groups = {};
        },
        onAdd: function () {
          this._box = K.el("div", "atlas-labels leaflet-zoom-hide", null, this.getPane(this._paneName));
          this._box.setAttribute("aria-hidden", "true");
          this.draw();
        },
        onRemove: function () { this._box.remove(); },
        getEvents: function () {
          return { moveend: this.draw, resize: this.draw };
        },
        set: function (group, items, later) {
          this._groups[group] = items;
          if (this._box && !later) this.draw();
        },
        draw: function () {
          if (!this._map || this.held) return;
          const map = this._map, size = map.getSize(), zoom = map.getZoom();
          this._taken = this.obstacles ? this.obstacles() : [];
          this._box.textContent = "";
          const view = L.bounds(L.point(-60, -30), size.add([60, 30]));
          Object.keys(this._groups).sort().forEach(function (name) {
            this._groups[name].forEach(function (item) {
              if (zoom < (item.from || 0) || zoom >= (item.to || 99)) return;
              if (item.line) this._along(item, view); else this._at(item, view);
            }, this);
          }, this);
        },
        _free: function (boxes) {
          const taken = this._taken;
          return !boxes.some(function (b) {
            return taken.some(function (t) { return b[0] < t[2] && b[2] > t[0] && b[1] < t[3] && b[3] > t[1]; });
          });
        },
        _put: function (text, item, point, angle) {
          const node = K.el("span", "atlas-label " + item.css, text, this._box);
          const at = this._map.containerPointToLayerPoint(point);
          node.style.fontSize = item.size + "px";
          node.style.transform = "translate(" + at.x.toFixed(1) + "px," + at.y.toFixed(1) + "px) translate(-50%,-50%)" +
            (angle ? " rotate(" + angle.toFixed(1) + "deg)" : "");
        },
        _at: function (item, view) {
          const p = this._map.latLngToContainerPoint(item.at);
          if (!view.contains(p)) return;
          const font = (item.weight || 400) + " " + item.size + "px " + this._family;
          const wide = measure(item.text, font) + (item.spacing || 0) * item.text.length;
          const half = wide / 2 + 3, tall = item.size * 0.62 + 2;
          // Beside its dot: right, left, above, below, whichever is free first.
          const places = item.dot
            ? [[half + 3, 0], [-half - 3, 0], [0, -tall - 3], [0, tall + 3]] : [[0, 0]];
          for (let i = 0; i < places.length; i++) {
            const x = p.x + places[i][0], y = p.y + places[i][1];
            const box = [x - half, y - tall, x + half, y + tall];
            if (!this._free([box])) continue;
            this._taken.push(box);
            this._put(item.text, item, L.point(x, y), 0);
            if (item.dot) {
              this._taken.push([p.x - 4, p.y - 4, p.x + 4, p.y + 4]);
              const dot = K.el("span", "atlas-dot " + item.css, null, this._box);
              const at = this._map.containerPointToLayerPoint(p);
              dot.style.transform = "translate(" + at.x.toFixed(1) + "px," + at.y.toFixed(1) + "px) translate(-50%,-50%)";
            }
            return;
          }
        },
        _along: function (item, view) {
          const map = this._map, corner = map.getPixelBounds().min, scale = 256 * Math.pow(2, map.getZoom());
          const points = smooth(item.line, scale, corner.x, corner.y, view), n = points.length / 2;
          if (n < 2) return;
          const reach = new Float64Array(n);
          for (let i = 1; i < n; i++) reach[i] = reach[i - 1] + Math.hypot(points[2 * i] - points[2 * i - 2], points[2 * i + 1] - points[2 * i - 1]);
          const length = reach[n - 1], letters = Array.from(item.text);
          if (length < letters.length * 6) return;
          const font = (item.weight || 400) + " " + item.size + "px " + this._family;
          const widths = letters.map(function (c) { return measure(c, font) + (item.spacing || 0); });
          const total = widths.reduce(function (a, b) { return a + b; }, 0);
          const spot = function (s) {
            let lo = 1, hi = n - 1;
            while (lo < hi) { const mid = (lo + hi) >> 1; if (reach[mid] < s) lo = mid + 1; else hi = mid; }
            const share = (s - reach[lo - 1]) / ((reach[lo] - reach[lo - 1]) || 1), k = 2 * lo;
            return L.point(points[k - 2] + (points[k] - points[k - 2]) * share, points[k - 1] + (points[k + 1] - points[k - 1]) * share);
          };
          const inner = L.bounds(view.min.add([70, 40]), view.max.subtract([70, 40]));
          let last = -1e9;
          for (let s = 30; s + total < length - 10; s += 24) {
            if (s - last < (item.every || 520)) continue;
            const first = spot(s), end = spot(s + total);
            if (!inner.contains(first) || !inner.contains(end)) continue;
            if (first.distanceTo(end) < total * 0.86) continue;
            const back = end.x < first.x;
            let at = s, ok = true;
            const glyphs = [], boxes = [];
            for (let i = 0; i < letters.length && ok; i++) {
              const k = back ? letters.length - 1 - i : i;
              const a = spot(at), b = spot(at + widths[k]), mid = spot(at + widths[k] / 2);
              let angle = Math.atan2(b.y - a.y, b.x - a.x) * 180 / Math.PI;
              if (back) angle += 180;
              if (angle > 180) angle -= 360;
              if (Math.abs(angle) > 75) ok = false;
              // Off the line by half a letter, so that the stroke stays clear.
              const turn = angle * Math.PI / 180, off = item.offset || 0;
              const place = L.point(mid.x + Math.sin(turn) * off, mid.y - Math.cos(turn) * off);
              glyphs.push([letters[k], place, angle]);
              const r = item.size * 0.55;
              boxes.push([place.x - r, place.y - r, place.x + r, place.y + r]);
              at += widths[k];
            }
            if (!ok || !this._free(boxes)) continue;
            this._taken = this._taken.concat(boxes);
            glyphs.forEach(function (g) { this._put(g[0], item, g[1], g[2]); }, this);
            last = s;
          }
        },
      });
    }
    return new K._Labels(family, pane);
  };
})(window.AtlasKit = window.AtlasKit || {});
