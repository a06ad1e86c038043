// The map view, written once: the app, exported files and notebooks all mount this.
//
//   const view = new AtlasView(element, payload, {lang: "zh"});
//   view.setVisible(ids, statuses);  view.setRegion(["wandakai"]);  view.select("yukun-hsr");
//   view.on("select", id => …);      view.fit();                     view.destroy();
(function (K) {
  "use strict";
  const NARROW = 720, CARD_WIDTH = 384;

  function button(parent, label, path, action) {
    const b = K.el("button", "atlas-tool", null, parent);
    b.type = "button";
    b.title = label;
    b.setAttribute("aria-label", label);
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 20 20");
    svg.setAttribute("aria-hidden", "true");
    const p = document.createElementNS("http://www.w3.org/2000/svg", "path");
    p.setAttribute("d", path);
    svg.appendChild(p);
    b.appendChild(svg);
    b.addEventListener("click", action);
    return b;
  }

  class AtlasView {
    /**
     * `options`: lang ("zh"), theme ("light"), card (true: open a card on select), table (false:
     * the list under the map), map (a Leaflet map to use instead of a new one; its element moves
     * into `container`).
     */
    constructor(container, payload, options) {
      const o = Object.assign({ lang: "zh", theme: "light", card: true }, options || {});
      this.container = container;
      this.lang = o.lang;
      this.theme = o.theme === "dark" ? "dark" : "light";
      this.withCard = o.card;
      this.words = K.translator(payload, this.lang);
      this.model = K.decode(payload);
      this.shown = new Map();
      this.selected = null;
      this._listeners = {};
      this._build(payload, o);
      this.setVisible(this.model.projects.filter(function (p) {
        return payload.core.indexOf(p.data.mode) >= 0;
      }).map(function (p) { return p.id; }));
      this.fit();
    }

    _build(payload, o) {
      const view = this, w = this.words, palette = payload.style[this.theme];
      const root = this.root = K.el("div", "atlas is-" + this.theme, null, this.container);
      root.lang = this.lang === "zh" ? "zh-CN" : "en";
      root.style.setProperty("--font", payload.style.font);
      Object.keys(palette).forEach(function (k) { root.style.setProperty("--" + k.replace(/_/g, "-"), palette[k]); });
      const stage = this.stage = K.el("div", "atlas-stage", null, root);
      const own = !o.map;
      const box = own ? K.el("div", null, null, stage) : o.map.getContainer();
      if (!own) stage.appendChild(box);
      box.classList.add("atlas-map");
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", w("map.label") + " — " + w("map.keys"));
      const map = this.map = own ? L.map(box, { zoomControl: false, attributionControl: false }) : o.map;
      Object.assign(map.options, { zoomSnap: 0.25, zoomDelta: 0.75, wheelPxPerZoomLevel: 110, maxBoundsViscosity: 0.6 });
      map.setMinZoom(5).setMaxZoom(13);
      map.createPane("names").style.zIndex = 460;
      map.getPane("names").style.pointerEvents = "none";
      this.labels = K.labels(payload.style.font, "names");
      const ground = this.model.outline(this.model.everywhere);
      const extent = ground.length ? L.latLngBounds([].concat.apply([], ground)) : L.latLngBounds([[26, 97.3], [34.3, 110.2]]);
      map.setMaxBounds(extent.pad(0.35));
      map.fitBounds(extent);
      this.labels.addTo(map);
      this.base = K.base(map, this.model, palette, this.labels, this.lang);
      this.projects = K.projects(map, this.model, this.theme);
      L.control.scale({ imperial: false, maxWidth: 110, position: "bottomright" }).addTo(map);

      const tools = K.el("div", "atlas-tools", null, stage);
      button(tools, w("zoom.in"), "M10 4v12M4 10h12", function () { map.zoomIn(); });
      button(tools, w("zoom.out"), "M4 10h12", function () { map.zoomOut(); });
      button(tools, w("fit"), "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4", function () { view.fit(); });
      if (document.fullscreenEnabled) {
        button(tools, w("fullscreen"), "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M3 3l5 5M17 3l-5 5M17 17l-5-5M3 17l5-5", function () {
          if (document.fullscreenElement) document.exitFullscreen(); else root.requestFullscreen();
        });
      }
      this.legend = K.legend(stage, this);
      this.tip = K.el("div", "atlas-tip", null, stage);
      this.tip.hidden = true;
      this.cardBox = K.el("aside", "atlas-card", null, root);
      this.cardBox.hidden = true;
      K.el("div", "atlas-credit", w("attribution"), root);
      if (o.table) {
        // Beside the map's frame, not in it; the colours come along.
        this.listBox = K.el("div", "atlas-list", null, this.container);
        this.listBox.lang = root.lang;
        this.listBox.style.cssText = root.style.cssText;
        this.table = K.table(this.listBox, this);
      }
      this.labels.obstacles = function () {
        const at = box.getBoundingClientRect();
        return [view.legend.box, view.cardBox, tools].filter(function (e) { return !e.hidden; }).map(function (e) {
          const r = e.getBoundingClientRect();
          return [r.left - at.left, r.top - at.top, r.right - at.left, r.bottom - at.top];
        });
      };
      this.legend.box.addEventListener("toggle", function () { view.labels.draw(); });
      this._pointer();
      this._keyboard();
      this._watch();
    }

    _watch() {
      const view = this;
      let narrow = null;
      const fitSize = function () {
        const width = view.root.clientWidth;
        if (!width) return;
        const now = width < NARROW;
        if (now !== narrow) {
          narrow = now;
          view.root.classList.toggle("is-narrow", now);
          view.legend.open(!now);
          if (view.listBox) view.listBox.classList.toggle("is-narrow-list", now);
        }
        view.map.invalidateSize({ pan: false });
      };
      this.narrow = function () { return narrow; };
      fitSize();
      if (window.ResizeObserver) {
        this._observer = new ResizeObserver(fitSize);
        this._observer.observe(this.root);
      }
    }

    _pointer() {
      const view = this, map = this.map;
      let waiting = null;
      map.on("mousemove", function (e) {
        if (waiting === null) {
          requestAnimationFrame(function () {
            const event = waiting;
            waiting = null;
            if (!event || view._gone || view.chooser) return;
            const hits = view.projects.at(event.latlng, 7);
            view._hover(hits[0] || null, event.containerPoint, hits.length);
          });
        }
        waiting = e;
      });
      map.on("mouseout", function () { waiting = null; view._hover(null); });
      map.on("movestart zoomstart", function () { view._hover(null); view._closeChooser(); });
      map.on("click", function (e) {
        const touch = e.originalEvent.pointerType === "touch" || window.matchMedia("(pointer: coarse)").matches;
        const hits = view.projects.at(e.latlng, touch ? 16 : 8);
        view._closeChooser();
        if (hits.length > 1) view._choose(hits, e.containerPoint);
        else if (hits.length) { view.select(hits[0].id, { tell: true }); view._uncover(e.latlng); }
        else if (view.selected) view.select(null, { tell: true });
      });
    }

    _hover(project, point, n) {
      this.projects.hover(project ? project.id : null);
      this.map.getContainer().style.cursor = project ? "pointer" : "";
      this.tip.hidden = !project;
      if (!project) return;
      this.tip.textContent = "";
      K.el("b", null, K.pick(project.data.name, this.lang), this.tip);
      K.el("span", null, this._describe(project) + (n > 1 ? " · +" + (n - 1) : ""), this.tip);
      const size = this.map.getSize();
      this.tip.style.left = Math.min(point.x + 14, size.x - this.tip.offsetWidth - 8) + "px";
      this.tip.style.top = Math.max(6, point.y - this.tip.offsetHeight - 12) + "px";
    }

    _describe(project) {
      const status = this.statusOf(project.id);
      return this.words("mode." + project.data.mode) + (status ? " · " + this.words("status." + status) : "");
    }

    /** One tab stop for all lines; arrows go along, Enter opens. */
    _keyboard() {
      const view = this;
      const pane = this.map.getPane("projects");
      const of = function (e) {
        const node = e.target.closest ? e.target.closest("[data-id]") : null;
        return node ? view.model.byId.get(node.getAttribute("data-id")) : null;
      };
      pane.addEventListener("focusin", function (e) {
        const p = of(e);
        if (!p) return;
        const middle = p.lines[0][Math.floor(p.lines[0].length / 2)];
        view._hover(p, view.map.latLngToContainerPoint(middle), 1);
      });
      pane.addEventListener("focusout", function () { view._hover(null); });
      pane.addEventListener("click", function (e) {
        const p = of(e);
        if (p) { e.stopPropagation(); view.select(p.id, { tell: true }); }
      });
      pane.addEventListener("keydown", function (e) {
        const p = of(e);
        if (!p) return;
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
        if (step) {
          const stops = view._stops();
          const at = stops.indexOf(view.projects.drawn.get(p.id));
          view._rove(stops[(at + step + stops.length) % stops.length], true);
        } else if (e.key === "Enter" || e.key === " ") {
          view.select(p.id, { tell: true });
        } else return;
        e.preventDefault();
        e.stopPropagation();
      });
      this.root.addEventListener("keydown", function (e) {
        if (e.key !== "Escape") return;
        if (view.chooser) view._closeChooser();
        else if (view.selected) view.select(null, { tell: true });
      });
    }

    _stops() {
      const view = this;
      return this.model.projects.map(function (p) { return view.projects.drawn.get(p.id); })
        .filter(function (entry) { return entry && entry.shown; });
    }

    _rove(entry, focus) {
      this.projects.drawn.forEach(function (other) { other.key.setAttribute("tabindex", "-1"); });
      if (!entry) return;
      entry.key.setAttribute("tabindex", "0");
      if (focus) entry.key.focus();
    }

    _choose(hits, point) {
      const view = this, size = this.map.getSize(), where = this.map.containerPointToLatLng(point);
      this._hover(null);
      const box = this.chooser = K.el("div", "atlas-chooser", null, this.stage);
      box.setAttribute("role", "menu");
      K.el("div", "atlas-chooser-head", this.words("choose", { n: hits.length }), box);
      hits.slice(0, 12).forEach(function (p) {
        const b = K.el("button", "atlas-choice", null, box);
        b.type = "button";
        b.setAttribute("role", "menuitem");
        b.appendChild(K.sample(view.model.payload.style, view.theme, p.data.mode, view.statusOf(p.id), p.kind === "P"));
        K.el("span", null, K.pick(p.data.name, view.lang), b);
        b.addEventListener("mouseenter", function () { view.projects.hover(p.id); });
        b.addEventListener("focus", function () { view.projects.hover(p.id); });
        b.addEventListener("click", function () { view._closeChooser(); view.select(p.id, { tell: true }); view._uncover(where); });
      });
      box.addEventListener("keydown", function (e) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
        if (!step) return;
        const all = Array.from(box.querySelectorAll("button"));
        const at = all.indexOf(e.target);
        all[(at + step + all.length) % all.length].focus();
        e.preventDefault();
      });
      box.style.left = Math.max(8, Math.min(point.x + 6, size.x - box.offsetWidth - 8)) + "px";
      box.style.top = Math.max(8, Math.min(point.y + 6, size.y - box.offsetHeight - 8)) + "px";
      box.querySelector("button").focus({ preventScroll: true });
    }

    _closeChooser() {
      if (!this.chooser) return;
      this.chooser.remove();
      this.chooser = null;
      this.projects.hover(null);
    }

    _card(project) {
      const view = this;
      this.cardBox.textContent = "";
      this.cardBox.hidden = !project || !this.withCard;
      this.root.classList.toggle("has-card", !this.cardBox.hidden);
      if (this.cardBox.hidden) return;
      this.cardBox.appendChild(K.card(this, project, function () { view.select(null, { tell: true }); }));
      this.cardBox.scrollTop = 0;
    }

    _nameSelected(project) {
      const view = this, scale = this.model.payload.scale, zh = this.lang === "zh";
      const stops = project && project.data.stops || [];
      this.labels.set("0-stop", stops.filter(function (s) { return s.length > 1; }).map(function (s) {
        // On an English map a dot is station enough.
        const name = K.pick([s[0], s[3]], view.lang).replace(/ (Railway )?Station$/, "");
        return { text: name, at: [s[2] / scale, s[1] / scale], dot: true, css: "is-stop", size: 12, weight: 600 };
      }));
      this.labels.set("0-name", !project || project.kind !== "L" ? [] : project.lines.map(function (line) {
        return {
          text: K.pick(project.data.name, zh ? "zh" : "en"), line: line, css: "is-name", size: 12.5,
          weight: 700, spacing: zh ? 2 : 0.5, offset: 12, every: 900,
        };
      }));
    }

    /** Status code that counts for a shown project, or null. */
    statusOf(id) { return this.shown.get(id) || null; }

    /** Show these ids only, with their statuses (by default those of their newest plan). */
    setVisible(ids, statuses) {
      const view = this, wanted = new Map();
      ids.forEach(function (id, i) {
        const p = view.model.byId.get(id);
        const status = statuses ? statuses[i] : p && view.model.statusIn(p);
        if (p && status) wanted.set(id, status);
      });
      this.shown = wanted;
      this.projects.show(wanted);
      this.projects.drawn.forEach(function (entry, id) {
        if (entry.shown) entry.key.setAttribute("aria-label", K.pick(entry.project.data.name, view.lang) + "，" + view._describe(entry.project));
      });
      this._rove(this._stops()[0], false);
      this.legend.update(wanted);
      this._closeChooser();
      if (this.selected && !wanted.has(this.selected)) this.select(null);
      else if (this.selected) this._card(this.model.byId.get(this.selected));
      if (this.table) this.table.update();
      this.root.setAttribute("data-shown", wanted.size);
    }

    /** Bring a project forward and open its card; null for none. `tell` calls the listeners. */
    select(id, options) {
      const o = options || {};
      const project = id === null ? null : this.model.byId.get(id) || null;
      const now = project ? project.id : null;
      if (now !== this.selected) {
        this.selected = now;
        this.projects.select(now);
        this._card(project);
        this._nameSelected(project);
        if (this.table) this.table.mark(now);
        this.root.setAttribute("data-selected", now || "");
        if (o.tell) this._emit("select", now);
      }
      if (project && o.fit) this.fit([now]);
    }

    /** Light up planning regions by id; `fit` moves there. */
    setRegion(ids, options) {
      const regions = this.model.payload.regions;
      const chosen = (ids || []).map(function (id) {
        return regions.findIndex(function (r) { return r.id === id; });
      }).filter(function (i) { return i >= 0; });
      const rings = this.base.regions(chosen);
      if (options && options.fit && rings.length) this._fitTo(L.latLngBounds([].concat.apply([], rings)));
    }

    setBand(on) { this.legend.band(on); this.projects.bands(on); }

    // The card must not lie on the spot that was just clicked.
    _uncover(latlng) {
      if (this.cardBox.hidden || this.narrow()) return;
      this.map.panInside(latlng, { paddingTopLeft: [40, 40], paddingBottomRight: [CARD_WIDTH + 60, 40] });
    }

    /** Fit to these ids, or to all that is shown. */
    fit(ids) {
      const bounds = ids ? this.projects.bounds(ids) : this.projects.heart(Array.from(this.shown.keys()));
      this._fitTo(bounds.isValid() ? bounds : this.base.bounds);
    }

    _fitTo(bounds) {
      const card = !this.cardBox.hidden && !this.narrow();
      const width = this.map.getSize().x;
      const legend = this.legend.box.open && width - (card ? CARD_WIDTH : 0) > 560;
      this.map.fitBounds(bounds, {
        paddingTopLeft: [legend ? 244 : 48, 24],
        paddingBottomRight: [card ? CARD_WIDTH + 24 : 24, 30], maxZoom: 10,
      });
    }

    /** Centre and zoom, to keep in a link. */
    viewport() {
      const c = this.map.getCenter();
      return { lat: +c.lat.toFixed(4), lon: +c.lng.toFixed(4), zoom: this.map.getZoom() };
    }

    on(name, listener) { (this._listeners[name] = this._listeners[name] || []).push(listener); }

    _emit(name, value) { (this._listeners[name] || []).forEach(function (f) { f(value); }); }

    destroy() {
      this._gone = true;
      if (this._observer) this._observer.disconnect();
      this.map.remove();
      this.root.remove();
      if (this.listBox) this.listBox.remove();
    }
  }

  window.AtlasView = AtlasView;
})(window.AtlasKit = window.AtlasKit || {});
