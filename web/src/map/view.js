// The map view, written once: the app, exported files and notebooks all mount this.
//
//   const view = new AtlasView(element, payload, {lang: "zh"});
//   view.setVisible(ids, statuses);  view.setRegion(["wandakai"]);  view.select("yukun-hsr");
//   view.on("select", id => …);      view.fit();                     view.destroy();
import { decode } from "../core/decode.js";
import { el } from "../core/dom.js";
import { degreeCorners } from "../core/projection.js";
import { pickLanguage, translator } from "../core/translator.js";
import { createBaseMap } from "./layers/base-map.js";
import { setLook } from "./layers/canvas-layer.js";
import { DENSE_FROM } from "./layers/dense-layer.js";
import { createLabels } from "./layers/labels.js";
import { BEYOND, PADDING } from "./layers/padding.js";
import { createProjectLayer } from "./layers/project-layer.js";
import { createLegend } from "./legend.js";
import { Pointer } from "./pointer.js";
import { createTools } from "./tools.js";

const NARROW = 720,
  CARD_WIDTH = 384;

export class AtlasView {
  /**
   * `options`: lang ("zh"), theme ("light"), card (true: open a card on select), table (false:
   * the list under the map), networks (a function that fetches existing railways and roads, for
   * switches in the legend), map (a Leaflet map to use instead of a new one; its element moves
   * into `container`), model (the payload as decode made it already), wait (draw nothing before
   * `wake()`), first (ids: where to look at first), sketch (with wait: paint the first picture
   * before the map's elements are made).
   */
  constructor(container, payload, options) {
    const o = Object.assign({ lang: "zh", theme: "light", card: null }, options || {});
    this.container = container;
    this.lang = o.lang;
    this.theme = o.theme === "dark" ? "dark" : "light";
    this.withCard = o.card;
    this.words = translator(payload, this.lang);
    this.model = o.model || decode(payload);
    this.shown = new Map();
    this.selected = null;
    this._listeners = {};
    this.waiting = true;
    this._build(payload, o);
    if (o.wait) return;
    this.setVisible(
      this.model.projects.filter((p) => payload.core.indexOf(p.data.mode) >= 0).map((p) => p.id),
    );
    this.fit();
    this.wake();
  }

  /** After `wait: true`, when what is shown and where has been said: names are placed once. */
  wake() {
    this.waiting = false;
    this.labels.held = this.map.held = false;
    // Not before: on a phone the move back inside would carry the first fit away.
    this.map.setMaxBounds(this.limits);
    if (this.projects.wake) this.projects.wake();
    this.labels.draw();
    setTimeout(() => {
      if (this._gone || this.map._animatingZoom) return;
      this.projects.settle();
      this.map.eachLayer((layer) => {
        if (!(layer instanceof L.SVG) || layer.options.padding !== PADDING) return;
        layer.options.padding = BEYOND;
        layer._update();
      });
    }, 900);
  }

  _build(payload, o) {
    const w = this.words,
      palette = payload.style[this.theme];
    const root = (this.root = el("div", "atlas is-" + this.theme, null, this.container));
    root.lang = this.lang === "zh" ? "zh-CN" : "en";
    root.style.setProperty("--font", payload.style.font);
    Object.keys(palette).forEach((k) => {
      root.style.setProperty("--" + k.replace(/_/g, "-"), palette[k]);
    });
    const stage = (this.stage = el("div", "atlas-stage", null, root));
    // All that takes room of the map's frame, before the map.
    this.cardBox = el("aside", "atlas-card", null, root);
    this.cardBox.hidden = true;
    el("div", "atlas-credit", w("attribution"), root);
    const own = !o.map;
    const box = own ? el("div", null, null, stage) : o.map.getContainer();
    if (!own) stage.appendChild(box);
    box.classList.add("atlas-map");
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", w("map.label") + " — " + w("map.keys"));
    const map = (this.map = own
      ? L.map(box, { zoomControl: false, attributionControl: false })
      : o.map);
    Object.assign(map.options, {
      zoomSnap: 0.25,
      zoomDelta: 0.75,
      wheelPxPerZoomLevel: 110,
      maxBoundsViscosity: 0.6,
    });
    map.setMinZoom(5).setMaxZoom(13);
    map.createPane("names").style.zIndex = 460;
    map.getPane("names").style.pointerEvents = "none";
    this.labels = createLabels(payload.style.font, "names", palette);
    this.labels.held = true;
    const ground = this.model.ground;
    const extent = (this.extent = L.latLngBounds(
      ground.length
        ? degreeCorners(ground)
        : [
            [26, 97.3],
            [34.3, 110.2],
          ],
    ));
    this.limits = extent.pad(0.35);
    const dense = o.dense && this.model.projects.length > DENSE_FROM;
    map.held = true;
    this.projects = (dense ? o.dense : createProjectLayer)(map, this.model, this.theme, o.sketch);
    // Where it will be looked at first, so that nothing is drawn twice.
    const first = o.first ? this.projects.heart(o.first) : extent;
    this.width = root.clientWidth;
    const legend = o.first && this.width >= NARROW ? 244 : 48;
    map.fitBounds(
      first.isValid() ? first : extent,
      o.first ? { paddingTopLeft: [legend, 24], paddingBottomRight: [24, 30], maxZoom: 10 } : {},
    );
    this.labels.addTo(map);
    this.base = createBaseMap(map, this.model, palette, this.labels, this.lang);
    this.networks = o.networks ? o.networks.create(map, palette, o.networks.fetch) : null;
    L.control.scale({ imperial: false, maxWidth: 110, position: "bottomright" }).addTo(map);

    const tools = createTools(stage, this);
    this.legend = createLegend(stage, this);
    this.tip = el("div", "atlas-tip", null, stage);
    this.tip.hidden = true;
    if (o.table) {
      // Beside the map's frame, not in it; the colours come along.
      this.listBox = el("div", "atlas-list", null, this.container);
      this.listBox.lang = root.lang;
      this.listBox.style.cssText = root.style.cssText;
      this.table = o.table(this.listBox, this);
    }
    this.labels.obstacles = () => {
      const at = box.getBoundingClientRect();
      this.labels.beside = this.legend.box.open;
      return [this.legend.box, this.cardBox, tools]
        .filter((e) => !e.hidden)
        .map((e) => {
          const r = e.getBoundingClientRect();
          return [r.left - at.left, r.top - at.top, r.right - at.left, r.bottom - at.top];
        });
    };
    // The first time they were placed beside it already.
    this.legend.box.addEventListener("toggle", () => {
      if (this.labels.beside !== this.legend.box.open) this.labels.draw();
    });
    this._pointer();
    this._keyboard();
    map.on("moveend", () => {
      if (!this._gone) this._emit("move", this.viewport());
    });
    this._watch();
  }

  _watch() {
    let narrow = null;
    const fitSize = () => {
      const width = this.root.clientWidth;
      if (!width) return;
      arrange(width);
      this.map.invalidateSize({ pan: false });
    };
    const arrange = (width) => {
      const now = width < NARROW;
      if (now !== narrow) {
        narrow = now;
        this.root.classList.toggle("is-narrow", now);
        this.legend.open(!now);
        if (this.listBox) this.listBox.classList.toggle("is-narrow-list", now);
      }
    };
    this.narrow = () => narrow;
    // Measured when the map was made; to ask again would lay the page out again.
    if (this.width) arrange(this.width);
    if (narrow) this.map.invalidateSize({ pan: false });
    if (window.ResizeObserver) {
      this._observer = new ResizeObserver(fitSize);
      this._observer.observe(this.root);
    }
  }

  _card(project) {
    this.cardBox.textContent = "";
    this.cardBox.hidden = !project || !this.withCard;
    this.root.classList.toggle("has-card", !this.cardBox.hidden);
    if (this.cardBox.hidden) return;
    this.cardBox.appendChild(
      this.withCard(this, project, () => {
        this.select(null, { tell: true });
      }),
    );
    this.cardBox.scrollTop = 0;
  }

  _nameSelected(project) {
    const scale = this.model.payload.scale,
      zh = this.lang === "zh";
    const stops = (project && project.data.stops) || [];
    this.labels.set(
      "0-stop",
      stops
        .filter((s) => s.length > 1)
        .map((s) => {
          // On an English map a dot is station enough.
          const name = pickLanguage([s[0], s[3]], this.lang).replace(/ (Railway )?Station$/, "");
          return {
            text: name,
            at: [s[2] / scale, s[1] / scale],
            dot: true,
            kind: "stop",
            size: 12,
          };
        }),
      true,
    );
    this.labels.set(
      "0-name",
      !project || project.kind !== "L"
        ? []
        : project.worlds.map((line) => ({
            text: pickLanguage(project.data.name, zh ? "zh" : "en"),
            line: line,
            kind: "name",
            size: 12.5,
            spacing: zh ? 2 : 0.5,
            offset: 12,
            every: 900,
          })),
    );
  }

  /** Status code that counts for a shown project, or null. */
  statusOf(id) {
    return this.shown.get(id) || null;
  }

  /** Show these ids only, with their statuses (by default those of their newest plan). */
  setVisible(ids, statuses) {
    const wanted = new Map();
    ids.forEach((id, i) => {
      const p = this.model.byId.get(id);
      const status = statuses ? statuses[i] : p && this.model.statusIn(p);
      if (p && status) wanted.set(id, status);
    });
    this.shown = wanted;
    this.projects.show(wanted);
    this.projects.drawn.forEach((entry) => {
      if (entry.shown)
        setLook(entry.key, {
          "aria-label":
            pickLanguage(entry.project.data.name, this.lang) + "，" + this._describe(entry.project),
        });
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
      this.base.counties(project && project.kind === "L" ? project.data.counties || [] : []);
      this._card(project);
      this._nameSelected(project);
      if (this.table) this.table.mark(now);
      this.root.setAttribute("data-selected", now || "");
      if (o.tell) this._emit("select", now);
    }
    if (!project || !o.fit) return;
    // The reader who clicked sees the card first, then the map flies there.
    if (!o.tell) this.fit([now]);
    else
      requestAnimationFrame(() =>
        setTimeout(() => {
          if (!this._gone && this.selected === now) this.fit([now]);
        }, 0),
      );
  }

  /** Show a project that is hidden beside the rest. */
  reveal(id) {
    if (this.shown.has(id)) return;
    const all = new Map(this.shown).set(id, this.model.statusIn(this.model.byId.get(id)));
    this.setVisible(Array.from(all.keys()), Array.from(all.values()));
  }

  /** Open a project from a card, shown or not. */
  open(id) {
    this.reveal(id);
    this.select(id, { fit: true, tell: true });
  }

  /** Light up planning regions by id; `fit` moves there. */
  setRegion(ids, options) {
    const regions = this.model.payload.regions;
    const chosen = (ids || [])
      .map((id) => regions.findIndex((r) => r.id === id))
      .filter((i) => i >= 0);
    const rings = this.base.regions(chosen);
    if (options && options.fit && rings.length) this._fitTo(L.latLngBounds(degreeCorners(rings)));
  }

  /**
   * Colour by change between plans instead of by mode: Map of id to code of the style table's
   * `changes`; null goes back to modes.
   */
  setPaint(paint) {
    this.paint = paint;
    this.projects.paint(paint);
    this.legend.update(this.shown);
  }

  setBand(on) {
    this.legend.band(on);
    this.projects.bands(on);
  }

  /** Fit to these ids, or to all that is shown. */
  fit(ids) {
    const bounds = ids
      ? this.projects.bounds(ids)
      : this.projects.heart(Array.from(this.shown.keys()));
    this._fitTo(bounds.isValid() ? bounds : this.extent);
  }

  _fitTo(bounds) {
    const card = !this.cardBox.hidden && !this.narrow();
    const width = this.map.getSize().x;
    const legend = this.legend.box.open && width - (card ? CARD_WIDTH : 0) > 560;
    const how = {
      paddingTopLeft: [legend ? 244 : 48, 24],
      paddingBottomRight: [card ? CARD_WIDTH + 24 : 24, 30],
      maxZoom: 10,
      animate: this.waiting ? false : undefined,
    };
    // There already: to go again would draw all of it again.
    const goal = this.waiting && this.map._getBoundsCenterZoom(bounds, how),
      zoom = this.map.getZoom();
    if (
      goal &&
      goal.zoom === zoom &&
      this.map.project(goal.center, zoom).distanceTo(this.map.project(this.map.getCenter(), zoom)) <
        1
    )
      return;
    this.map.fitBounds(bounds, how);
  }

  /** Centre and zoom, to keep in a link. */
  viewport() {
    const c = this.map.getCenter();
    return { lat: +c.lat.toFixed(4), lon: +c.lng.toFixed(4), zoom: this.map.getZoom() };
  }

  on(name, listener) {
    (this._listeners[name] = this._listeners[name] || []).push(listener);
  }

  _emit(name, value) {
    (this._listeners[name] || []).forEach((f) => {
      f(value);
    });
  }

  destroy() {
    this._gone = true;
    if (this._observer) this._observer.disconnect();
    // A zoom that is still under way would go on with a map that is no more.
    this.map._animateZoom = this.map._onZoomTransitionEnd = () => {};
    this.map.remove();
    // A movement that the removal itself began would end on a pane that is gone.
    if (this.map._panAnim) this.map._panAnim.off();
    this.root.remove();
    if (this.listBox) this.listBox.remove();
  }
}

Object.getOwnPropertyNames(Pointer.prototype).forEach((name) => {
  if (name !== "constructor") AtlasView.prototype[name] = Pointer.prototype[name];
});
