// The projects: lines with casing, symbols, areas, bands; and which one is under the pointer.
(function (K) {
  "use strict";

  /** Draw projects on demand; with `wait` none before `wake()`. */
  K.projects = function (map, model, theme, wait) {
    const style = model.payload.style, ground = style[theme];
    const bandPane = map.createPane("band");
    bandPane.style.zIndex = 350;
    bandPane.style.pointerEvents = "none";
    map.createPane("projects").style.zIndex = 400;
    const sheaf = K.sheaf(map, "projects", wait);
    const bandRenderer = L.svg({ pane: "band", padding: K.PADDING });
    const drawn = new Map(); // id -> {project, status, thing, key, colour, width, shown; casing, core of lines; radius of places}
    const bands = new Map(); // id -> [layers]
    let hovered = null, selected = null, wantBands = false, strong = null, paint = null, heart = {};

    const order = { A: 0, L: 1, P: 2 };
    const rank = function (p) { return order[p.kind] * 100 - model.payload.modes.indexOf(p.data.mode); };

    function light() { return K.part({ fill: "none", stroke: ground.halo, "stroke-linecap": "butt", "stroke-linejoin": "bevel" }); }

    function symbols(entry) {
      return function (box) {
        return entry.project.lines.map(function (line) {
          const at = map.latLngToLayerPoint(line[0]), r = 2 * entry.radius;
          const far = at.x < box.min.x - r || at.x > box.max.x + r || at.y < box.min.y - r || at.y > box.max.y + r;
          return far ? "" : K.shape(style.modes[entry.project.data.mode].symbol, at.x, at.y, entry.radius);
        }).join("");
      };
    }

    // Its look is settled before it goes on the map, so that each attribute is set once.
    function make(project, status) {
      const mode = style.modes[project.data.mode], colour = theme === "dark" ? mode.dark : mode.colour, kind = project.kind;
      const entry = { project: project, colour: colour, width: mode.width, status: status, shown: true, casing: null, core: null, radius: 0 };
      const join = kind === "P" ? "round" : "bevel";
      entry.key = K.part({ "stroke-linejoin": join, role: "button", tabindex: "-1", "data-id": project.id, "class": "atlas-line" });
      if (kind === "L") entry.casing = light();
      restyle(entry);
      const parts = [entry.casing, entry.key, entry.core].filter(Boolean);
      entry.thing = sheaf.add(parts, kind === "P" ? symbols(entry) : function (box) {
        return K.paths(map, box, [project.worlds], kind === "A")[0];
      });
      drawn.set(project.id, entry);
    }

    function growth() {
      const z = map.getZoom();
      return z < 6.5 ? 0.75 : z < 8 ? 0.95 : z < 10 ? 1.2 : 1.45;
    }

    // The colour of the mode, or that of the change between plans.
    function coloured(entry) {
      const change = paint && style.changes[paint.get(entry.project.id)];
      const dark = theme === "dark";
      return change ? (dark ? change.dark : change.colour) : entry.colour;
    }

    // A status says its dash, except where lines stand for changes.
    function looked(entry) {
      if (!paint) return style.statuses[entry.status];
      const change = style.changes[paint.get(entry.project.id)];
      return style.statuses[change ? change.line : "operation"];
    }

    function restyle(entry) {
      const look = looked(entry), colour = coloured(entry), isTop = entry.project.id === selected;
      const up = isTop ? 1.5 : entry.project.id === hovered ? 1.3 : 1;
      const width = entry.width * look.scale * growth() * up * (entry.project.kind === "A" ? 0.5 : 1);
      const faint = selected ? !isTop : strong && !strong.has(entry.project.id);
      const behind = paint && !isTop && (style.changes[paint.get(entry.project.id)] || {}).faint;
      const dim = faint && entry.project.id !== hovered ? style.dimmed : behind ? 0.55 : 1;
      if (entry.project.kind === "P") {
        const radius = (isTop ? 7 : 4.4) * Math.min(1.3, growth()) * (up > 1 && !isTop ? 1.2 : 1);
        K.dress(entry.key, { stroke: colour, "stroke-width": 1.8, "stroke-opacity": dim, fill: K.mix(colour, ground.panel, look.fill), "fill-opacity": dim });
        if (entry.radius !== radius) {
          entry.radius = radius;
          if (entry.thing) sheaf.redraw(entry.thing);
        }
        return;
      }
      const area = entry.project.kind === "A";
      if (entry.casing) {
        K.dress(entry.casing, { "stroke-width": width + 2 * style.casing * (isTop ? 1.6 : 1), "stroke-opacity": (dim < 1 ? 0.3 : 1) * 0.95 });
      }
      K.dress(entry.key, {
        stroke: colour, "stroke-width": width, "stroke-linecap": area && look.cap === "round" ? "square" : look.cap, "stroke-opacity": dim * (area && !isTop ? 0.7 : 1),
        "stroke-dasharray": K.dash(look, area ? Math.max(width, 2.2) : width), fill: area ? colour : "none", "fill-opacity": area ? 0.06 : null,
      });
      // The light middle of a line, made where a status first asks for it.
      if (look.core && !area && !entry.core) {
        entry.core = light();
        if (entry.thing) sheaf.more(entry.thing, entry.core);
      }
      if (entry.core) K.dress(entry.core, { display: look.core ? null : "none", "stroke-width": width * 0.36, "stroke-opacity": dim });
    }

    function show(entry, on) {
      entry.shown = on;
      sheaf.show(entry.thing, on);
    }

    // Moving an element that has the focus would lose it.
    function raise(entry) {
      const node = entry.key.node;
      if (!node || node.getRootNode().activeElement !== node) sheaf.raise(entry.thing);
    }

    // Web Mercator metres to pixels at this zoom.
    function pixels(metres, latitude) {
      return metres * 256 * Math.pow(2, map.getZoom()) / (40075016.7 * Math.cos(latitude * Math.PI / 180));
    }

    function makeBand(entry) {
      const p = entry.project, u = p.data.uncertainty;
      if (!u || p.kind === "A" || bands.has(p.id)) return;
      const options = { renderer: bandRenderer, pane: "band", interactive: false, lineCap: "round", lineJoin: "round", color: entry.colour };
      const list = p.kind === "P"
        ? p.lines.map(function (line) { return L.circle(line[0], Object.assign({}, options, { radius: u, stroke: false, fillOpacity: style.band })); })
        : [L.polyline(p.lines, Object.assign({}, options, { opacity: style.band, weight: 2 * pixels(u, p.lines[0][0][0]) }))];
      list.forEach(function (layer) { layer.addTo(map); });
      bands.set(p.id, list);
    }

    function refreshBands() {
      bands.forEach(function (list, id) {
        const entry = drawn.get(id);
        const on = entry.shown && (wantBands ? !selected || id === selected : id === selected);
        if (on) return;
        list.forEach(function (layer) { layer.remove(); });
        bands.delete(id);
      });
      drawn.forEach(function (entry, id) {
        if (entry.shown && (id === selected || (wantBands && !selected))) makeBand(entry);
      });
    }

    map.on("zoomend", function () {
      drawn.forEach(function (entry) { if (entry.shown) restyle(entry); });
      bands.forEach(function (list, id) {
        const p = model.byId.get(id);
        if (p.kind === "L") list[0].setStyle({ weight: 2 * pixels(p.data.uncertainty, p.lines[0][0][0]) });
      });
    });

    // Square of the distance from a place to the step of `line` that ends at its `i`-th number.
    function segment(px, py, line, i) {
      const k = Math.max(0, i - 2);
      let dx = line[i] - line[k], dy = line[i + 1] - line[k + 1];
      const square = dx * dx + dy * dy;
      const t = square ? Math.max(0, Math.min(1, ((px - line[k]) * dx + (py - line[k + 1]) * dy) / square)) : 0;
      dx = px - line[k] - t * dx;
      dy = py - line[k + 1] - t * dy;
      return dx * dx + dy * dy;
    }

    function inside(px, py, rings) {
      let odd = false;
      rings.forEach(function (ring) {
        for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
          const x = ring[i], y = ring[i + 1], x2 = ring[j], y2 = ring[j + 1];
          if ((y > py) !== (y2 > py) && px < (x2 - x) * (py - y) / (y2 - y) + x) odd = !odd;
        }
      });
      return odd;
    }

    return {
      drawn: drawn,
      /** The first picture of what is shown, and from then on all of it. */
      wake: sheaf.sketch,
      settle: sheaf.settle,
      /** Show exactly these: Map of id to status code. */
      show: function (wanted) {
        sheaf.touch();
        drawn.forEach(function (entry, id) { if (entry.shown && !wanted.has(id)) show(entry, false); });
        const fresh = [];
        wanted.forEach(function (status, id) {
          const project = model.byId.get(id);
          if (!project || !project.kind) return;
          if (!drawn.has(id)) fresh.push(project);
        });
        fresh.sort(function (a, b) { return rank(a) - rank(b) || a.index - b.index; }).forEach(function (p) { make(p, wanted.get(p.id)); });
        wanted.forEach(function (status, id) {
          const entry = drawn.get(id);
          if (!entry) return;
          if (entry.status === status && entry.shown) return;
          entry.status = status;
          show(entry, true);
          restyle(entry);
        });
        // What is made later must not lie over the symbols made before.
        if (fresh.length && fresh.length < drawn.size) {
          Array.from(drawn.values()).sort(function (a, b) { return rank(a.project) - rank(b.project) || a.project.index - b.project.index; }).forEach(raise);
        }
        refreshBands();
      },
      hover: function (id) {
        if (id === hovered) return;
        sheaf.touch();
        const before = drawn.get(hovered), now = drawn.get(id);
        hovered = id;
        if (before && before.shown) restyle(before);
        if (now && now.shown) { if (now.project.kind !== "A") raise(now); restyle(now); }
      },
      select: function (id) {
        sheaf.touch();
        selected = drawn.has(id) ? id : null;
        drawn.forEach(function (entry) { if (entry.shown) restyle(entry); });
        if (selected) raise(drawn.get(selected));
        refreshBands();
      },
      /** Keep these (a Set of ids) strong and the others faint; null for no difference. */
      emphasise: function (ids) {
        sheaf.touch();
        strong = ids;
        drawn.forEach(function (entry) {
          if (!entry.shown) return;
          if (strong && strong.has(entry.project.id)) raise(entry);
          restyle(entry);
        });
      },
      /** Colours by change (Map of id to code), or null for those of the modes. */
      paint: function (next) {
        sheaf.touch();
        paint = next;
        drawn.forEach(function (entry) {
          if (!entry.shown) return;
          show(entry, true);
          restyle(entry);
          const change = paint && style.changes[paint.get(entry.project.id)];
          if (change && !change.faint) raise(entry);
        });
      },
      bands: function (on) { wantBands = on; refreshBands(); },
      /**
       * Projects (those shown, or of `list`) within `reach` pixels of a point of the map, nearest
       * first; else areas.
       */
      at: function (latlng, reach, list) {
        const w = K.world([latlng.lat, latlng.lng]);
        const tolerance = reach / (256 * Math.pow(2, map.getZoom()));
        const hits = [], areas = [];
        const among = list || Array.from(drawn.values()).filter(function (e) { return e.shown; }).map(function (e) { return e.project; });
        among.forEach(function (p) {
          const b = p.box;
          if (w[0] < b[0] - tolerance || w[0] > b[2] + tolerance || w[1] < b[1] - tolerance || w[1] > b[3] + tolerance) return;
          let best = Infinity;
          p.worlds.forEach(function (line) {
            for (let i = line.length > 2 ? 2 : 0; i < line.length; i += 2) best = Math.min(best, segment(w[0], w[1], line, i));
          });
          if (best <= tolerance * tolerance) hits.push([p.kind === "P" ? best / 4 : best, p]);
          else if (p.kind === "A" && inside(w[0], w[1], p.worlds)) areas.push([b[2] - b[0], p]);
        });
        const found = hits.length ? hits : areas;
        return found.sort(function (a, c) { return a[0] - c[0]; }).map(function (h) { return h[1]; });
      },
      /** Where most of these are: long lines to far provinces do not shrink the view. */
      heart: function (ids) {
        if (ids.length < 12) return this.bounds(ids);
        const asked = ids.join();
        if (asked === heart.asked) return heart.found;
        const xs = [], ys = [];
        // Every fourth place will do; of thousands every so manieth says the same.
        const every = Math.ceil(ids.length / 1500), scale = model.payload.scale;
        ids.forEach(function (id, k) {
          const p = k % every ? null : model.byId.get(id);
          if (p) p.courses.forEach(function (c) {
            const at = c.shape.at;
            for (let i = 0; i < at.length; i += 8) { ys.push((c.y + at[i + 1]) / scale); xs.push((c.x + at[i]) / scale); }
          });
        });
        if (xs.length < 15) return this.bounds(ids);
        const high = Float64Array.from(ys).sort(), wide = Float64Array.from(xs).sort();
        const at = function (list, share) { return list[Math.floor(share * (list.length - 1))]; };
        heart = { asked: asked, found: L.latLngBounds([at(high, 0.06), at(wide, 0.08)], [at(high, 0.94), at(wide, 0.96)]).pad(0.06) };
        return heart.found;
      },
      bounds: function (ids) {
        const all = L.latLngBounds([]);
        ids.forEach(function (id) {
          const p = model.byId.get(id);
          if (p) p.lines.forEach(function (line) { line.forEach(function (c) { all.extend(c); }); });
        });
        return all;
      },
    };
  };
})(window.AtlasKit = window.AtlasKit || {});
