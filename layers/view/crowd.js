// Thousands of projects: all as plain pixels on one canvas, those that are pointed at or selected
// drawn properly over it. The same door as K.projects.
(function (K) {
  "use strict";

  /** From how many projects on the crowd is drawn instead of single lines. */
  K.CROWD = 1500;

  const Layer = function (paint) {
    return new (L.Layer.extend({
      onAdd: function (map) {
        this.canvas = L.DomUtil.create("canvas", "leaflet-zoom-hide", map.getPane("crowd"));
        this.draw();
      },
      onRemove: function () { this.canvas.remove(); },
      getEvents: function () { return { moveend: this.draw, resize: this.draw }; },
      draw: function () {
        const map = this._map, size = map.getSize();
        if (map.held) return;
        if (!size.x || !size.y) return;
        if (this.canvas.width !== size.x || this.canvas.height !== size.y) { this.canvas.width = size.x; this.canvas.height = size.y; }
        L.DomUtil.setPosition(this.canvas, map.containerPointToLayerPoint([0, 0]));
        paint(map, this.canvas.getContext("2d"), size);
      },
    }))();
  };

  // A colour as the canvas keeps it: alpha, blue, green, red.
  function packed(hex, alpha) {
    const n = parseInt(hex.slice(1), 16);
    return ((alpha << 24) | ((n & 255) << 16) | (n & 0xff00) | (n >> 16)) >>> 0;
  }

  K.crowd = function (map, model, theme) {
    const style = model.payload.style, inner = K.projects(map, model, theme);
    map.createPane("crowd").style.zIndex = 380;
    map.getPane("crowd").style.pointerEvents = "none";
    const ways = new Map(); // id -> pixel courses of the zoom they were made for
    const unit = model.payload.scale, down = K.down(unit);
    let shown = new Map(), selected = null, hovered = null, paint = null, zoom = null;

    // A course in whole pixels of the world at this zoom, without steps too small to see.
    function courses(p, scale) {
      return p.courses.map(function (c) {
        const found = [], at = c.shape.at, last = at.length - 2;
        let x = NaN, y = NaN;
        for (let i = 0; i <= last; i += 2) {
          const a = Math.round(((c.x + at[i]) / unit / 360 + 0.5) * scale), b = Math.round(down(c.y + at[i + 1]) * scale);
          if (i && i < last && Math.abs(a - x) + Math.abs(b - y) < 4) continue;
          found.push(a, b);
          x = a;
          y = b;
        }
        return found;
      });
    }

    function draw(map, context, size) {
      const scale = 256 * Math.pow(2, map.getZoom()), wide = size.x, high = size.y;
      if (zoom !== scale) { ways.clear(); zoom = scale; }
      const corner = K.world([map.containerPointToLatLng([0, 0]).lat, map.containerPointToLatLng([0, 0]).lng]);
      const ox = Math.round(corner[0] * scale), oy = Math.round(corner[1] * scale);
      const image = context.createImageData(wide, high), data = new Uint32Array(image.data.buffer);
      const alpha = selected ? 70 : 235, ink = {};
      const put = function (x, y, c) {
        if (x >= 0 && y >= 0 && x < wide && y < high) data[y * wide + x] = c;
      };
      const stroke = function (x, y, x1, y1, c) {
        // Wholly outside on one side: nothing to draw.
        if ((x < 0 && x1 < 0) || (y < 0 && y1 < 0) || (x >= wide && x1 >= wide) || (y >= high && y1 >= high)) return;
        const within = x >= 0 && y >= 0 && x1 >= 0 && y1 >= 0 && x < wide - 1 && y < high - 1 && x1 < wide - 1 && y1 < high - 1;
        const dx = Math.abs(x1 - x), dy = Math.abs(y1 - y), sx = x < x1 ? 1 : -1, sy = y < y1 ? 1 : -1, flat = dx >= dy;
        let error = dx - dy;
        for (;;) {
          if (within) {
            const at = y * wide + x;
            data[at] = c;
            data[flat ? at + wide : at + 1] = c;
          } else {
            put(x, y, c);
            if (flat) put(x, y + 1, c); else put(x + 1, y, c);
          }
          if (x === x1 && y === y1) return;
          const twice = 2 * error;
          if (twice > -dy) { error -= dy; x += sx; }
          if (twice < dx) { error += dx; y += sy; }
        }
      };
      shown.forEach(function (status, id) {
        const p = model.byId.get(id);
        if (!p || !p.kind) return;
        const box = p.box;
        if (box[2] * scale < ox || box[0] * scale > ox + wide || box[3] * scale < oy || box[1] * scale > oy + high) return;
        const change = paint && style.changes[paint.get(id)], look = change || style.modes[p.data.mode];
        const colour = theme === "dark" ? look.dark : look.colour;
        const c = ink[colour] || (ink[colour] = packed(colour, alpha));
        let way = ways.get(id);
        if (!way) ways.set(id, way = courses(p, scale));
        way.forEach(function (line) {
          if (line.length === 2) {
            for (let a = -2; a <= 2; a++) for (let b = -2; b <= 2; b++) put(line[0] - ox + a, line[1] - oy + b, c);
          }
          for (let i = 2; i < line.length; i += 2) stroke(line[i - 2] - ox, line[i - 1] - oy, line[i] - ox, line[i + 1] - oy, c);
        });
      });
      context.putImageData(image, 0, 0);
    }

    const layer = Layer(draw).addTo(map);

    function above() {
      const few = new Map();
      [selected, hovered].forEach(function (id) { if (id && shown.has(id)) few.set(id, shown.get(id)); });
      inner.show(few);
    }

    return Object.assign({}, inner, {
      wake: function () { layer.draw(); },
      show: function (wanted) { shown = wanted; above(); layer.draw(); },
      hover: function (id) {
        if (id === hovered) return;
        hovered = id;
        above();
        inner.hover(id);
      },
      select: function (id) {
        selected = id;
        above();
        inner.select(id);
        layer.draw();
      },
      paint: function (next) { paint = next; inner.paint(next); layer.draw(); },
      at: function (latlng, reach) {
        const list = [];
        shown.forEach(function (status, id) { const p = model.byId.get(id); if (p && p.kind) list.push(p); });
        return inner.at(latlng, reach, list);
      },
    });
  };
})(window.AtlasKit = window.AtlasKit || {});
