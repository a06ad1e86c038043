// Lines of the map: Leaflet's own, drawn in one pass from the world's coordinates to the path.
(function (K) {
  "use strict";

  function worlds(lines) {
    return lines.map(function (line) {
      const found = new Float64Array(line.length * 2);
      for (let i = 0; i < line.length; i++) {
        const s = Math.sin(line[i][0] * Math.PI / 180);
        found[2 * i] = line[i][1] / 360 + 0.5;
        found[2 * i + 1] = 0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI);
      }
      return found;
    });
  }

  // The path of one line: in whole pixels, without steps too small to see or far outside.
  function trace(line, scale, ox, oy, box, area) {
    const west = box.min.x - 20, east = box.max.x + 20, north = box.min.y - 20, south = box.max.y + 20;
    const last = line.length - 2;
    let d = "", px = 0, py = 0, down = false;
    for (let i = 0; i <= last; i += 2) {
      const x = Math.round(line[i] * scale - ox), y = Math.round(line[i + 1] * scale - oy);
      if (i) {
        if (i < last && Math.abs(x - px) + Math.abs(y - py) < 2) continue;
        if (!area && ((x < west && px < west) || (x > east && px > east) || (y < north && py < north) || (y > south && py > south))) down = false;
        else {
          if (!down) d += "M" + px + " " + py;
          d += "L" + x + " " + y;
          down = true;
        }
      }
      px = x;
      py = y;
    }
    return area && d ? d + "z" : d;
  }

  /** A Leaflet line through [[lat, lng], …] lists; with `fill: true` they are rings of an area. */
  K.course = function (lines, options) {
    const layer = L.polyline([], options);
    let held = null, path = "";
    layer._project = function () {};
    layer._update = function () {
      if (!this._map) return;
      held = held || worlds(lines);
      const scale = 256 * Math.pow(2, this._map.getZoom()), origin = this._map.getPixelOrigin(), box = this._renderer._bounds;
      path = "";
      held.forEach(function (line) { path += trace(line, scale, origin.x, origin.y, box, layer.options.fill); });
      path = path || "M0 0";
      this._path.setAttribute("d", path);
    };
    layer.path = function () { return path; };
    layer.through = function (next) { lines = next; held = null; this._update(); };
    return layer;
  };

  /** A line of the course of another one that was made before it. */
  K.twin = function (other, options) {
    const layer = L.polyline([], options);
    layer._project = function () {};
    layer._update = function () { if (this._map) this._path.setAttribute("d", other.path()); };
    return layer;
  };
})(window.AtlasKit = window.AtlasKit || {});
