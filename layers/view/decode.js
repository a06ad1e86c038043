// Reads the payload: integer steps to coordinates, arcs to borders and region outlines.
(function (K) {
  "use strict";

  // The numbers of a packed text; layers/topology.py writes them.
  function unpack(text) {
    const found = [];
    let value = 0, worth = 1;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i), digit = c > 92 ? c - 37 : c > 60 ? c - 36 : c - 35;
      value += digit % 45 * worth;
      worth *= 45;
      if (digit < 45) {
        found.push(value % 2 ? -(value + 1) / 2 : value / 2);
        value = 0;
        worth = 1;
      }
    }
    return found;
  }

  K.unpack = unpack;

  /** How far beyond its edge a map is drawn at first, in shares of its size; more comes later. */
  K.PADDING = 0.08;

  /** Packed steps to [[lat, lng], …] in degrees. */
  K.points = function (packed, scale) {
    const found = [], steps = unpack(packed);
    let x = 0, y = 0;
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      found.push([y / scale, x / scale]);
    }
    return found;
  };

  /** Web Mercator with the world from 0 to 1, y down. */
  K.world = function (latlng) {
    const s = Math.sin(latlng[0] * Math.PI / 180);
    return [latlng[1] / 360 + 0.5, 0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)];
  };

  /** A translator of keys: words(key, {n: 3}). An unknown key shows itself. */
  K.translator = function (payload, lang) {
    const table = payload.words[lang === "zh" ? "zh" : "en"];
    return function (key, values) {
      const text = Object.prototype.hasOwnProperty.call(table, key) ? table[key] : key;
      return values ? text.replace(/\{(\w+)\}/g, function (mark, name) {
        return name in values ? String(values[name]) : mark;
      }) : text;
    };
  };

  /** Of a [Chinese, English] pair the one for `lang`, the other where it is empty. */
  K.pick = function (pair, lang) {
    return lang === "zh" ? pair[0] || pair[1] : pair[1] || pair[0];
  };

  /** An element with a class and a text; never markup. */
  K.el = function (tag, className, text, parent) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined && text !== null) node.textContent = String(text);
    if (parent) parent.appendChild(node);
    return node;
  };

  function chain(arcs) {
    const ends = new Map();
    const key = function (p) { return p[0] + "," + p[1]; };
    const note = function (k, i) {
      if (ends.has(k)) ends.get(k).push(i); else ends.set(k, [i]);
    };
    const used = arcs.map(function () { return false; });
    const rings = [];
    arcs.forEach(function (arc, i) {
      note(key(arc[0]), i);
      note(key(arc[arc.length - 1]), i);
    });
    arcs.forEach(function (arc, i) {
      if (used[i]) return;
      used[i] = true;
      let ring = arc.slice();
      const start = key(ring[0]);
      let here = key(ring[ring.length - 1]);
      while (here !== start) {
        const next = (ends.get(here) || []).find(function (j) { return !used[j]; });
        if (next === undefined) break;
        used[next] = true;
        const line = arcs[next];
        const ahead = key(line[0]) === here ? line : line.slice().reverse();
        ring = ring.concat(ahead.slice(1));
        here = key(ring[ring.length - 1]);
      }
      rings.push(ring);
    });
    return rings;
  }

  /** The payload with everything in degrees and ready to draw. */
  K.decode = function (payload) {
    const scale = payload.scale, base = payload.base;
    const arcs = base.arcs.map(function (a) {
      return { a: a[0], b: a[1], line: K.points(a[2], scale) };
    });
    const prefectureOf = function (i) { return i < 0 ? -1 : base.counties[i][2]; };
    const provinceOf = function (i) {
      const p = prefectureOf(i);
      return p < 0 ? "" : base.prefectures[p][2];
    };
    const borders = { province: [], prefecture: [], county: [] };
    arcs.forEach(function (arc) {
      const level = arc.b < 0 || provinceOf(arc.a) !== provinceOf(arc.b) ? "province"
        : prefectureOf(arc.a) !== prefectureOf(arc.b) ? "prefecture" : "county";
      borders[level].push(arc.line);
    });
    const projects = payload.projects.map(function (p, index) {
      const lines = (p.geometry || []).map(function (g) { return K.points(g, scale); });
      let box = null;
      const worlds = lines.map(function (line) {
        return line.map(function (point) {
          const w = K.world(point);
          if (!box) box = [w[0], w[1], w[0], w[1]];
          else {
            box[0] = Math.min(box[0], w[0]); box[1] = Math.min(box[1], w[1]);
            box[2] = Math.max(box[2], w[0]); box[3] = Math.max(box[3], w[1]);
          }
          return w;
        });
      });
      const data = p.stops ? Object.assign({}, p, { stops: p.stops.map(function (i) { return payload.stops[i]; }) }) : p;
      return { index: index, id: p.id, data: data, kind: p.kind || "", lines: lines, worlds: worlds, box: box };
    });
    const byId = new Map(projects.map(function (p) { return [p.id, p]; }));
    return {
      payload: payload,
      borders: borders,
      projects: projects,
      byId: byId,
      everywhere: base.counties.map(function (_, i) { return i; }),
      /** Rings round the counties (a list of indices). */
      outline: function (counties) {
        const inside = new Set(counties);
        return chain(arcs.filter(function (arc) {
          return inside.has(arc.a) !== (arc.b >= 0 && inside.has(arc.b));
        }).map(function (arc) { return arc.line; }));
      },
      /** Code of the status in the newest of `plans` (indices; all when empty), or null. */
      statusIn: function (project, plans) {
        for (let i = payload.plans.length - 1; i >= 0; i--) {
          if (plans && plans.size && !plans.has(i)) continue;
          const code = project.data.statuses[i];
          if (code !== undefined) return payload.statuses[code];
        }
        return null;
      },
    };
  };
})(window.AtlasKit = window.AtlasKit || {});
