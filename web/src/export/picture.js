// A sheet of the current view as one SVG: slides, PNG files and paper are made from it. The map is
// a second view out of sight, at the sheet's own size, read back path by path; every text goes in
// as a text node.
(function (K) {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const SIDE = 208, EDGE = 22;

  // What XML cannot hold.
  function clean(text) {
    return String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, "").replace(/(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1");
  }

  function put(parent, tag, attributes, text) {
    const node = document.createElementNS(SVG, tag);
    Object.keys(attributes).forEach(function (k) {
      if (attributes[k] !== null && attributes[k] !== undefined) node.setAttribute(k, attributes[k]);
    });
    if (text !== undefined) node.textContent = clean(text);
    parent.appendChild(node);
    return node;
  }

  let ruler = null;
  function width(text, size, weight, family) {
    if (!ruler) ruler = document.createElement("canvas").getContext("2d");
    ruler.font = (weight || 400) + " " + size + "px " + family;
    return ruler.measureText(text).width;
  }

  /** `text` in lines no wider than `room`; Chinese breaks anywhere, words do not. */
  function wrap(text, room, size, weight, family, most) {
    const lines = [];
    let line = "";
    (clean(text).match(/[\w.,:;()'"’–-]+ ?|[\s\S]/gu) || []).forEach(function (piece) {
      if (line && width(line + piece, size, weight, family) > room) {
        lines.push(line.trim());
        line = piece.trim();
      } else line += piece;
    });
    if (line) lines.push(line);
    if (lines.length > most) {
      lines.length = most;
      lines[most - 1] = lines[most - 1].slice(0, -1) + "…";
    }
    return lines;
  }

  function luminance(hex) {
    const part = [1, 3, 5].map(function (i) {
      const v = parseInt(hex.slice(i, i + 2), 16) / 255;
      return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
  }

  /** A payload for walls and paper: colours darkened to 5:1 on white, the ground white. */
  K.slidePayload = function (payload) {
    const dark = function (hex, least) {
      let found = hex;
      for (let i = 1; i < 40 && 1.05 / (luminance(found) + 0.05) < least; i++) found = K.mix(hex, "#000000", 1 - i / 40);
      return found;
    };
    const modes = {};
    Object.keys(payload.style.modes).forEach(function (k) {
      const m = payload.style.modes[k];
      modes[k] = Object.assign({}, m, { colour: dark(m.colour, 5), width: m.width * 1.15 });
    });
    const light = Object.assign({}, payload.style.light, {
      land: "#ffffff", halo: "#ffffff", panel: "#ffffff", neighbour: "#e9e7e1", text: "#14181b",
      muted: "#454c52", county_line: "#cbc7bd", prefecture_line: "#99958b", province_line: "#5d5a54",
      river: "#8bbcd8", river_text: "#235c7d", region_fill: "#f1e4b4", region_line: "#1d242a",
    });
    return Object.assign({}, payload, { style: Object.assign({}, payload.style, { modes: modes, light: light, dimmed: 0.16 }) });
  };

  /** What the reader sees between legend and card, as bounds. */
  K.seen = function (view) {
    const map = view.map, size = map.getSize();
    const wide = size.x > 760;
    const left = wide && view.legend.box.open ? 224 : 0;
    const right = wide && !view.cardBox.hidden && !view.narrow() ? 392 : 0;
    return L.latLngBounds(map.containerPointToLatLng([left, 0]), map.containerPointToLatLng([size.x - right, size.y]));
  };

  /** End a movement that is under way: Leaflet would ignore the next one. */
  K.settle = function (map) {
    if (map._animatingZoom) map._onZoomTransitionEnd();
    map.stop();
  };

  // A view of the same things, `w` by `h`, out of sight.
  function twin(page, w, h) {
    const box = K.el("div", "page-offscreen", null, document.body);
    box.style.width = w + "px";
    box.style.height = h + "px";
    const from = page.view;
    const view = new window.AtlasView(box, K.slidePayload(page.payload), { lang: page.lang, card: false, wait: true });
    view.map.options.zoomSnap = 0;
    view.map.options.fine = 2;
    view.map.setMaxBounds(null);
    view.limits = null;
    const ids = Array.from(from.shown.keys());
    view.setVisible(ids, ids.map(function (id) { return from.shown.get(id); }));
    view.setRegion(page.filter.regions);
    const band = from.root.querySelector(".atlas-legend-band input");
    view.setBand(!!band && band.checked);
    view.select(from.selected);
    view.labels.obstacles = function () { return []; };
    view.map.fitBounds(K.seen(from), { animate: false });
    // Smaller than the screen's map: the names that it has, where there is room.
    const nearer = from.map.getZoom() - view.map.getZoom(), names = view.labels._groups;
    if (nearer > 0) {
      Object.keys(names).forEach(function (k) {
        names[k].forEach(function (item) { if (item.from) item.from -= Math.min(1, nearer); });
      });
    }
    view.wake();
    return { view: view, done: function () { view.destroy(); box.remove(); } };
  }

  const KEEP = ["fill", "fill-opacity", "fill-rule", "stroke", "stroke-opacity", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray"];

  function drawMap(parent, view) {
    const map = view.map, panes = map.getPanes(), shift = L.DomUtil.getPosition(map.getPane("mapPane"));
    const rank = function (name) { return parseInt(window.getComputedStyle(panes[name]).zIndex, 10) || 0; };
    const group = put(parent, "g", { transform: "translate(" + shift.x + "," + shift.y + ")" });
    Object.keys(panes).sort(function (a, b) { return rank(a) - rank(b); }).forEach(function (name) {
      // Names are text there, not the picture of it.
      if (name === "mapPane" || name === "names") return;
      Array.from(panes[name].children).forEach(function (child) {
        if (child.tagName.toLowerCase() === "canvas") {
          const at = L.DomUtil.getPosition(child);
          put(group, "image", { href: child.toDataURL(), x: at.x, y: at.y, width: child.offsetWidth, height: child.offsetHeight });
          return;
        }
        Array.from(child.querySelectorAll("path")).forEach(function (path) {
          // A group says for its paths how they look.
          const said = path.hasAttribute("stroke") || path.hasAttribute("fill") ? path : path.parentNode;
          const off = function (node) { return node.style.display === "none" || node.getAttribute("display") === "none"; };
          if (off(path) || off(path.parentNode) || (path.getAttribute("d") || "M0 0") === "M0 0") return;
          const attributes = { d: path.getAttribute("d") };
          KEEP.forEach(function (k) { attributes[k] = said.getAttribute(k); });
          put(group, "path", attributes);
        });
      });
    });
    view.labels.placed.forEach(function (mark) { drawName(group, mark, view.model.payload.style.light); });
  }

  function drawName(group, mark, ink) {
    const look = mark.look;
    if (!mark.text) {
      put(group, "circle", {
        cx: mark.x.toFixed(1), cy: mark.y.toFixed(1), r: look.radius - look.line / 2, fill: look.line ? ink.panel : mark.colour,
        stroke: look.line ? mark.colour : null, "stroke-width": look.line || null, opacity: look.dotShare,
      });
      return;
    }
    const x = mark.x.toFixed(1), y = mark.y.toFixed(1);
    const common = {
      x: x, y: y, dy: "0.36em", "text-anchor": "middle", "font-size": mark.size, "font-weight": look.weight,
      "font-style": look.italic ? "italic" : null, "letter-spacing": mark.spacing || null, opacity: look.share,
      transform: mark.turn ? "rotate(" + mark.turn.toFixed(1) + " " + x + " " + y + ")" : null,
    };
    put(group, "text", Object.assign({ fill: "none", stroke: "#ffffff", "stroke-width": 3, "stroke-opacity": 0.9, "stroke-linejoin": "round" }, common), mark.text);
    put(group, "text", Object.assign({ fill: mark.colour }, common), mark.text);
  }

  function drawScale(parent, view, right, bottom, words, colour) {
    const map = view.map, size = map.getSize();
    const metres = map.distance(map.containerPointToLatLng([0, size.y / 2]), map.containerPointToLatLng([100, size.y / 2])) / 100;
    const raw = 130 * metres / 1000, power = Math.pow(10, Math.floor(Math.log(raw) / Math.LN10)), lead = raw / power;
    const km = (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power, length = km * 1000 / metres;
    put(parent, "path", { d: "M" + (right - length) + "," + (bottom - 6) + "v6h" + length + "v-6", fill: "none", stroke: colour, "stroke-width": 1.3 });
    put(parent, "text", { x: right - length / 2, y: bottom - 8, "text-anchor": "middle", "font-size": 11, fill: colour }, km + " " + words("km"));
  }

  function drawLegend(parent, page, view, x, y, bottom, family) {
    const payload = view.model.payload, style = payload.style, ink = style.light, w = page.words;
    const modes = {}, statuses = {};
    let missing = 0;
    view.shown.forEach(function (status, id) {
      const p = view.model.byId.get(id), group = modes[p.data.mode] = modes[p.data.mode] || { n: 0, lines: 0 };
      group.n += 1;
      if (p.kind === "L" || p.kind === "A") group.lines += 1;
      if (!p.kind) missing += 1;
      statuses[status] = (statuses[status] || 0) + 1;
    });
    put(parent, "text", { x: x, y: y + 12, "font-size": 14, "font-weight": 700, fill: ink.text }, w("legend"));
    put(parent, "text", { x: x + SIDE - 22, y: y + 12, "text-anchor": "end", "font-size": 11.5, fill: ink.muted }, w("legend.shown", { n: view.shown.size }));
    y += 22;
    const head = function (text) {
      put(parent, "path", { d: "M" + x + "," + y + "h" + (SIDE - 22), stroke: ink.line, "stroke-width": 1 });
      put(parent, "text", { x: x, y: y + 15, "font-size": 10.5, fill: ink.muted }, text);
      y += 20;
    };
    const row = function (sample, text, n) {
      const g = put(parent, "g", { transform: "translate(" + x + "," + (y + 3) + ")" });
      Array.from(sample.childNodes).forEach(function (child) { g.appendChild(child); });
      put(parent, "text", { x: x + 46, y: y + 13, "font-size": 12.5, fill: ink.text }, text);
      put(parent, "text", { x: x + SIDE - 22, y: y + 13, "text-anchor": "end", "font-size": 12, fill: ink.muted }, n);
      y += 19.5;
    };
    head(w("legend.mode"));
    payload.modes.forEach(function (m) {
      if (modes[m]) row(K.sample(style, "light", m, "operation", !modes[m].lines), w("mode." + m), modes[m].n);
    });
    y += 4;
    head(w("legend.status"));
    payload.statuses.forEach(function (s) {
      if (statuses[s]) row(K.sample(style, "light", null, s), w("status." + s), statuses[s]);
    });
    const note = function (text, size, weight, colour, most) {
      wrap(text, SIDE - 22, size, weight, family, most).forEach(function (line) {
        put(parent, "text", { x: x, y: y + size, "font-size": size, "font-weight": weight, fill: colour }, line);
        y += size * 1.42;
      });
    };
    y += 4;
    if (missing) note(w("legend.unplaced", { n: missing }), 10, 400, ink.muted, 2);
    const chosen = view.selected && view.model.byId.get(view.selected);
    if (chosen) {
      y += 6;
      head(w("page.selected"));
      note(K.pick(chosen.data.name, page.lang), 14, 700, ink.text, 3);
      note(view._describe(chosen), 11.5, 400, ink.muted, 1);
    }
    const ids = Array.from(view.shown.keys()), room = Math.floor((bottom - y - 26) / 15.5);
    if (!ids.length || room < 3 || ids.length > 2 * room) return;
    y += 6;
    head(w("page.projects"));
    ids.slice(0, ids.length > room ? room - 1 : room).forEach(function (id) {
      const p = view.model.byId.get(id), status = view.statusOf(id);
      const g = put(parent, "g", { transform: "translate(" + x + "," + (y + 4) + ") scale(.62)" });
      Array.from(K.sample(style, "light", p.data.mode, status, p.kind === "P").childNodes).forEach(function (c) { g.appendChild(c); });
      put(parent, "text", { x: x + 29, y: y + 11.5, "font-size": 10.5, fill: ink.text }, wrap(K.pick(p.data.name, page.lang), SIDE - 52, 10.5, 400, family, 1)[0]);
      y += 15.5;
    });
    if (ids.length > room) put(parent, "text", { x: x + 29, y: y + 11.5, "font-size": 10.5, fill: ink.muted }, w("card.more", { n: ids.length - room + 1 }));
  }

  /**
   * The current view of `page` as an SVG element, `o.width` by `o.height` units: title, filter, map,
   * legend, scale, sources and notice. `o.out` is [width, height] in pixels or lengths.
   */
  K.sheet = function (page, o) {
    const w = page.words, W = o.width, H = o.height, family = page.payload.style.font;
    const top = 84, mapX = EDGE + SIDE, mapW = W - mapX - EDGE;
    const plans = page.plansShown();
    const sources = w("page.sources") + (page.lang === "zh" ? "：" : ": ") + plans.map(function (p) {
      return [K.pick(p.title, page.lang), p.number, p.date].filter(Boolean).join(" · ");
    }).join(page.lang === "zh" ? "；" : "; ");
    const fine = wrap(sources, W - 2 * EDGE, 9, 400, family, 4).concat(wrap(w("attribution"), W - 2 * EDGE, 9, 400, family, 2));
    const mapH = H - top - 34 - fine.length * 12.6;
    const made = twin(page, Math.round(mapW), Math.round(mapH)), view = made.view;
    try {
      const ink = view.model.payload.style.light;
      const svg = document.createElementNS(SVG, "svg");
      svg.setAttribute("viewBox", "0 0 " + W + " " + H);
      svg.setAttribute("width", o.out ? o.out[0] : W);
      svg.setAttribute("height", o.out ? o.out[1] : H);
      svg.setAttribute("font-family", family);
      svg.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:lang", page.lang === "zh" ? "zh-CN" : "en");
      put(svg, "title", {}, page.config.title);
      put(svg, "rect", { width: W, height: H, fill: "#ffffff" });
      let size = 26;
      while (size > 15 && width(page.config.title, size, 700, family) > W - 2 * EDGE - 150) size -= 1;
      put(svg, "text", { x: EDGE, y: 40, "font-size": size, "font-weight": 700, fill: ink.text }, wrap(page.config.title, W - 2 * EDGE - 150, size, 700, family, 1)[0]);
      put(svg, "text", { x: W - EDGE, y: 40, "text-anchor": "end", "font-size": 12, fill: ink.muted }, w("page.date", { d: page.config.date }));
      const under = [page.config.subtitle, page.inWords()].filter(Boolean).join("　·　");
      put(svg, "text", { x: EDGE, y: 64, "font-size": 13.5, fill: ink.muted }, wrap(under, W - 2 * EDGE, 13.5, 400, family, 1)[0] || "");
      const id = "atlas-map-area";
      put(put(put(svg, "defs", {}), "clipPath", { id: id }), "rect", { x: mapX, y: top, width: mapW, height: mapH });
      put(svg, "rect", { x: mapX, y: top, width: mapW, height: mapH, fill: ink.neighbour });
      const frame = put(svg, "g", { "clip-path": "url(#" + id + ")" });
      drawMap(put(frame, "g", { transform: "translate(" + mapX + "," + top + ")" }), view);
      drawScale(svg, view, W - EDGE - 14, top + mapH - 12, w, ink.text);
      put(svg, "rect", { x: mapX, y: top, width: mapW, height: mapH, fill: "none", stroke: ink.province_line, "stroke-width": 0.8 });
      drawLegend(svg, page, view, EDGE, top, top + mapH, family);
      let y = top + mapH + 19;
      put(svg, "text", { x: EDGE, y: y, "font-size": 12, "font-weight": 700, fill: ink.text }, w("schematic"));
      fine.forEach(function (line) {
        y += 12.6;
        put(svg, "text", { x: EDGE, y: y, "font-size": 9, fill: ink.muted }, line);
      });
      return svg;
    } finally {
      made.done();
    }
  };

  function download(page, blob, suffix) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = "chengyu-" + page.config.date + "-" + suffix;
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  /** Text of the SVG file of the current view, `w` by `h` pixels. */
  K.svgText = function (page, w, h) {
    return new XMLSerializer().serializeToString(K.sheet(page, { width: 1280, height: 720, out: [w, h] }));
  };

  K.saveSvg = function (page, w, h) {
    download(page, new Blob([K.svgText(page, w, h)], { type: "image/svg+xml;charset=utf-8" }), w + "x" + h + ".svg");
  };

  /** A promise of the PNG as a blob. */
  K.png = function (page, w, h) {
    return new Promise(function (done, fail) {
      const image = new Image();
      image.onload = function () {
        try {
          const canvas = document.createElement("canvas");
          canvas.width = w;
          canvas.height = h;
          canvas.getContext("2d").drawImage(image, 0, 0, w, h);
          canvas.toBlob(function (blob) { if (blob) done(blob); else fail(); }, "image/png");
        } catch (error) { fail(error); }
      };
      image.onerror = fail;
      image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(K.svgText(page, w, h));
    });
  };

  K.savePng = function (page, w, h) {
    return K.png(page, w, h).then(function (blob) { download(page, blob, w + "x" + h + ".png"); })
      .catch(function () { page.notice(page.words("page.picture.failed")); });
  };
})(window.AtlasKit = window.AtlasKit || {});
