// Reads the payload: integer steps to coordinates, arcs to borders and region outlines.
(function (K) {
  "use strict";

  // The numbers of a packed text; layers/topology.py writes them.
  function unpack(text) {
    const found = new Int32Array(text.length);
    let value = 0, worth = 1, n = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i), digit = c > 92 ? c - 37 : c > 60 ? c - 36 : c - 35;
      if (digit < 45) {
        value += digit * worth;
        found[n++] = value & 1 ? -(value + 1 >> 1) : value >> 1;
        value = 0;
        worth = 1;
      } else {
        value += (digit - 45) * worth;
        worth *= 45;
      }
    }
    return found.subarray(0, n);
  }

  K.unpack = unpack;

  /** How far beyond its edge a map is drawn at first, in shares of its size; then for dragging. */
  K.PADDING = 0.08;
  K.BEYOND = 0.5;

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

  const ladders = {}, RUNGS = 25;

  /**
   * For places in steps of 1/`scale` degree north: a function to their place down the world.
   * Straight between rungs 1/25 degree apart, right to 0.05 pixel at the nearest zoom.
   */
  K.down = function (scale) {
    if (ladders[scale]) return ladders[scale];
    const rungs = new Map(), apart = scale / RUNGS;
    const rung = function (k) {
      let y = rungs.get(k);
      if (y === undefined) rungs.set(k, y = K.world([k / RUNGS, 0])[1]);
      return y;
    };
    return ladders[scale] = function (y) {
      const k = Math.floor(y / apart), above = rung(k);
      return above + (rung(k + 1) - above) * (y / apart - k);
    };
  };

  /** Packed steps to places of the world, x and y by turns. */
  K.places = function (packed, scale) {
    const steps = unpack(packed), found = new Float64Array(steps.length), down = K.down(scale);
    let x = 0, y = 0;
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      found[i] = x / scale / 360 + 0.5;
      found[i + 1] = down(y);
    }
    return found;
  };

  /** A promise that ends when the browser has had its chance to paint what is there. */
  K.painted = function () { return new Promise(function (done) { setTimeout(done, 0); }); };

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

  // A place of the world as one number, to a metre.
  function spot(line, i) { return Math.round(line[i] * 0x2000000) * 0x2000000 + Math.round(line[i + 1] * 0x2000000); }

  // Arcs put together to closed rings of places of the world.
  function chain(arcs) {
    const ends = new Map(), used = arcs.map(function () { return false; }), rings = [];
    const first = arcs.map(function (line) { return spot(line, 0); });
    const last = arcs.map(function (line) { return spot(line, line.length - 2); });
    const note = function (k, i) {
      if (ends.has(k)) ends.get(k).push(i); else ends.set(k, [i]);
    };
    arcs.forEach(function (_, i) {
      note(first[i], i);
      note(last[i], i);
    });
    const unused = function (j) { return !used[j]; };
    arcs.forEach(function (arc, i) {
      if (used[i]) return;
      // Which arcs, and which of them from their end on.
      const parts = [];
      let next = i, here = first[i], length = 2;
      while (next !== undefined) {
        used[next] = true;
        const back = first[next] !== here;
        parts.push([arcs[next], back]);
        length += arcs[next].length - 2;
        here = back ? first[next] : last[next];
        next = here === first[i] ? undefined : ends.get(here).find(unused);
      }
      const ring = new Float64Array(length);
      let at = 0;
      parts.forEach(function (part) {
        const line = part[0], n = line.length;
        for (let k = 0; k < n - 2; k += 2) {
          const from = part[1] ? n - 2 - k : k;
          ring[at++] = line[from];
          ring[at++] = line[from + 1];
        }
      });
      ring[at] = ring[0];
      ring[at + 1] = ring[1];
      rings.push(ring);
    });
    return rings;
  }

  /** The south-west and north-east corners in degrees of lines in places of the world. */
  K.corners = function (lines) {
    let west = 1, north = 1, east = 0, south = 0;
    lines.forEach(function (line) {
      for (let i = 0; i < line.length; i += 2) {
        if (line[i] < west) west = line[i];
        if (line[i] > east) east = line[i];
        if (line[i + 1] < north) north = line[i + 1];
        if (line[i + 1] > south) south = line[i + 1];
      }
    });
    const corner = function (x, y) { return [Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180 / Math.PI, (x - 0.5) * 360]; };
    return [corner(west, south), corner(east, north)];
  };

  // A property that is worked out when it is first asked for.
  function lazy(object, name, make) {
    Object.defineProperty(object, name, {
      configurable: true, enumerable: true,
      get: function () {
        const value = make();
        Object.defineProperty(object, name, { value: value, enumerable: true });
        return value;
      },
    });
    return object;
  }

  // Places from a line's first on, and how far they reach: once for all lines of that shape.
  function shape(text, known) {
    let found = known.get(text);
    if (found) return found;
    const steps = unpack(text), at = new Int32Array(steps.length + 2);
    let x = 0, y = 0, west = 0, south = 0, east = 0, north = 0;
    for (let i = 0; i < steps.length; i += 2) {
      at[i + 2] = x += steps[i];
      at[i + 3] = y += steps[i + 1];
      if (x < west) west = x; else if (x > east) east = x;
      if (y < south) south = y; else if (y > north) north = y;
    }
    known.set(text, found = { at: at, west: west, south: south, east: east, north: north });
    return found;
  }

  // Where the first `n` numbers of a packed text end.
  function after(text, n) {
    let i = 0;
    while (n && i < text.length) {
      const c = text.charCodeAt(i++), digit = c > 92 ? c - 37 : c > 60 ? c - 36 : c - 35;
      if (digit < 45) n--;
    }
    return i;
  }

  // A project as the view takes it. Its course is worked out when it is first asked for.
  class Project {
    constructor(data, index, payload, known, histories) {
      this.index = index;
      this.id = data.id;
      this.kind = data.kind || "";
      this.history = histories[data.history];
      this._own = data;
      this._payload = payload;
      this._known = known;
      this._data = this._courses = this._lines = this._worlds = this._box = null;
    }

    get data() {
      if (this._data) return this._data;
      const p = this._own, all = this._payload.stops;
      const made = this._data = Object.assign({}, p, { statuses: this.history.statuses });
      if (p.stops) made.stops = p.stops.map(function (i) { return all[i]; });
      return made;
    }

    /** Each line as its first place in steps and its shape from there. */
    get courses() {
      if (this._courses) return this._courses;
      const p = this._own, known = this._known;
      const heads = p["geometry.head"] || (p.geometry || []).map(function (g) { return g.slice(0, after(g, 2)); });
      const tails = p["geometry.tail"] || (p.geometry || []).map(function (g, i) { return g.slice(heads[i].length); });
      return this._courses = heads.map(function (head, i) {
        const first = unpack(head);
        return { x: first[0], y: first[1], shape: shape(tails[i], known) };
      });
    }

    get lines() {
      if (this._lines) return this._lines;
      const scale = this._payload.scale;
      return this._lines = this.courses.map(function (c) {
        const found = [], at = c.shape.at;
        for (let i = 0; i < at.length; i += 2) found.push([(c.y + at[i + 1]) / scale, (c.x + at[i]) / scale]);
        return found;
      });
    }

    /** Each line in places of the world, x and y by turns. */
    get worlds() {
      if (this._worlds) return this._worlds;
      const scale = this._payload.scale, down = K.down(scale);
      return this._worlds = this.courses.map(function (c) {
        const at = c.shape.at, found = new Float64Array(at.length);
        for (let i = 0; i < at.length; i += 2) {
          found[i] = (c.x + at[i]) / scale / 360 + 0.5;
          found[i + 1] = down(c.y + at[i + 1]);
        }
        return found;
      });
    }

    /** The world's corner and far corner that hold it; null without a place. */
    get box() {
      if (this._box || !this.kind) return this._box;
      const scale = this._payload.scale;
      let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity;
      this.courses.forEach(function (c) {
        west = Math.min(west, c.x + c.shape.west);
        east = Math.max(east, c.x + c.shape.east);
        south = Math.min(south, c.y + c.shape.south);
        north = Math.max(north, c.y + c.shape.north);
      });
      return this._box = K.world([north / scale, west / scale]).concat(K.world([south / scale, east / scale]));
    }
  }

  /**
   * A history as layers/histories.py writes it: `statuses` by the plan's index, as indices; `before(b)`,
   * what all plans before b say together, as a code; and the classes of changes, codes too:
   * `between(a, b)` two plans, `earlier(b)` from all plans before b, `all` through all in turn.
   * Null for none.
   */
  K.readHistory = function (payload, text) {
    const n = payload.plans.length, pairs = 2 * n, single = pairs + n * n, statuses = {};
    const told = function (codes, i) { return text[i] === "." ? null : codes[+text[i]]; };
    for (let i = 0; i < n; i++) if (text[i] !== ".") statuses[i] = +text[i];
    return {
      statuses: statuses,
      before: function (b) { return told(payload.statuses, n + b); },
      between: function (a, b) { return told(payload.changes, pairs + a * n + b); },
      earlier: function (b) { return told(payload.changes, single + b); },
      all: told(payload.changes, single + n),
    };
  };

  /** The payload with everything in degrees and ready to draw. */
  K.decode = function (payload) {
    const scale = payload.scale, base = payload.base;
    const arcs = base.arcs.map(function (a) {
      return lazy({ a: a[0], b: a[1] }, "places", function () { return K.places(a[2], scale); });
    });
    const prefectureOf = function (i) { return i < 0 ? -1 : base.counties[i][2]; };
    const provinceOf = function (i) {
      const p = prefectureOf(i);
      return p < 0 ? "" : base.prefectures[p][2];
    };
    const level = function (arc) {
      return arc.b < 0 || provinceOf(arc.a) !== provinceOf(arc.b) ? "province"
        : prefectureOf(arc.a) !== prefectureOf(arc.b) ? "prefecture" : "county";
    };
    const borders = {};
    ["province", "prefecture", "county"].forEach(function (name) {
      lazy(borders, name, function () {
        return arcs.filter(function (arc) { return level(arc) === name; }).map(function (arc) { return arc.places; });
      });
    });
    const known = new Map();
    const histories = payload.histories.map(function (text) { return K.readHistory(payload, text); });
    const projects = payload.projects.map(function (p, index) { return new Project(p, index, payload, known, histories); });
    const byId = new Map(projects.map(function (p) { return [p.id, p]; }));
    const everywhere = base.counties.map(function (_, i) { return i; });
    let whole = null;
    return {
      payload: payload,
      borders: borders,
      projects: projects,
      byId: byId,
      everywhere: everywhere,
      /** Rings round all counties, in places of the world. */
      get ground() { return whole || (whole = this.outline(everywhere)); },
      /** Rings round the counties (a list of indices). */
      outline: function (counties) {
        const inside = new Set(counties);
        return chain(arcs.filter(function (arc) {
          return inside.has(arc.a) !== (arc.b >= 0 && inside.has(arc.b));
        }).map(function (arc) { return arc.places; }));
      },
      /**
       * Code of the status in the newest of `plans` (indices; all when empty) that says what is to
       * be done; named only where none says more; null where none names it.
       */
      statusIn: function (project, plans) {
        let named = null;
        for (let i = payload.plans.length - 1; i >= 0; i--) {
          if (plans && plans.size && !plans.has(i)) continue;
          const code = project.data.statuses[i];
          if (code === undefined) continue;
          if (payload.statuses[code] !== "unspecified") return payload.statuses[code];
          named = payload.statuses[code];
        }
        return named;
      },
    };
  };
})(window.AtlasKit = window.AtlasKit || {});
