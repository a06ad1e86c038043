// The map view, written once: the app, exported files and notebooks all mount this.
//   const view = new AtlasView(element, payload, {lang: "zh"});
//   view.setVisible(ids, statuses);  view.on("select", id => …);  view.destroy();

import { el } from "../core/dom.js";
import { currentOf } from "../core/looks.js";
import { decode } from "../core/payload/decode.js";
import { degreeCorners } from "../core/projection.js";
import { paletteOf, setTheme } from "../core/theme.js";
import { stateIn } from "../core/timeline.js";
import { pickLanguage, translator } from "../core/translator.js";
import { createCardFrame } from "./card-frame.js";
import { fitBounds, NARROW, watchSize } from "./frame-size.js";
import { createBaseMap } from "./layers/base-map.js";
import { setLook } from "./layers/canvas-layer.js";
import { DENSE_FROM } from "./layers/dense-layer.js";
import { BEYOND, PADDING } from "./layers/padding.js";
import { createProjectLayer } from "./layers/project-layer.js";
import { createMap } from "./leaflet/leaflet-map.js";
import { createLegend } from "./legend.js";
import { createLabels } from "./names/labels.js";
import { createProjectNames } from "./names/project-names.js";
import { stopNames } from "./names/selected-names.js";
import { signs } from "./names/signs.js";
import { pixelBoxes } from "./obstacles.js";
import { Pointer } from "./pointer.js";
import { createTools } from "./tools.js";
import { showWhere } from "./where/show.js";

/**
 * @import { Look } from "../core/looks.js"
 * @import { Payload, Project, Viewport } from "../core/types.js"
 * @import { Lang, Theme, Where } from "../core/types.js"
 * @import { List, ViewOptions } from "./types.js"
 */

export class AtlasView extends Pointer {
  /**
   * @param {HTMLElement} container
   * @param {Payload} payload
   * @param {ViewOptions} [options]
   */
  constructor(container, payload, options) {
    super();
    /** @type {ViewOptions & { lang: Lang }} */
    const o = Object.assign({ lang: "zh", theme: "light", card: null }, options || {});
    this.container = container;
    this.lang = o.lang;
    /** @type {Look} */
    this.look = o.look || "statuses";
    this.year = 0;
    /** @type {Theme} */
    this.theme = o.theme === "dark" ? "dark" : "light";
    this.withCard = o.card || null;
    this.words = translator(payload, this.lang);
    this.model = o.model || decode(payload);
    /**
     * What is shown, with its code in the look; and with the code that was given with it.
     * @type {Map<string, string>}
     */
    this.shown = new Map();
    /** @type {Map<string, string>} */
    this.said = new Map();
    /** @type {string | null} */
    this.selected = null;
    // The leg clicked, and where.
    /** @type {{ id: string, index: number, at: [number, number] } | null} */
    this.leg = null;
    /** @type {Map<string, string> | null} */
    this.paint = null;
    /** @type {Set<string> | null} what this map and one beside it show */
    this.others = null;
    /** @type {HTMLDivElement | null} */
    this.chooser = null;
    this.offer = o.offer || null;
    /** @type {ReturnType<NonNullable<ViewOptions["notes"]>> | null} */
    this.tellUs = null;
    /** @type {HTMLElement | null} */
    this.listBox = null;
    /** @type {List | null} */
    this.table = null;
    /** @type {ResizeObserver | null} */
    this._observer = null;
    /** @type {Record<string, ((value: any) => void)[]>} */
    this._listeners = {};
    this._narrow = false;
    this._gone = false;
    this.waiting = true;
    const w = this.words,
      palette = paletteOf(payload.style, this.theme);
    const root = (this.root = el("div", "atlas", null, this.container));
    setTheme(root, payload.style, this.theme, this.lang);
    const stage = (this.stage = el("div", "atlas-stage", null, root));
    // All that takes room of the map's frame, before the map.
    const card = createCardFrame(this, root);
    this.cardBox = card.box;
    this._card = card.show;
    el("div", "atlas-credit", w("attribution"), root);
    if (o.under) o.under(this);
    const box = o.map ? o.map.getContainer() : el("div", null, null, stage);
    if (o.map) stage.appendChild(box);
    box.classList.add("atlas-map");
    // As the style sheet has it: Leaflet asks, and the whole page would be styled to tell.
    if (!o.map) box.style.position = "absolute";
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", w("map.label") + " — " + w("map.keys"));
    const map = (this.map = createMap(box, o.map));
    this.labels = createLabels(payload.style.font, "names", palette);
    this.labels.held = true;
    const ground = this.model.ground;
    const { lat, lon } = payload.address.limits;
    /** @type {[number, number][]} */
    const everything = [0, 1].map((end) => [lat[end], lon[end]]);
    const extent = (this.extent = L.latLngBounds(
      ground.length ? degreeCorners(ground) : everything,
    ));
    /** @type {L.LatLngBounds | null} */
    this.limits = extent.pad(0.35);
    const dense = this.model.projects.length > DENSE_FROM ? o.dense : null;
    map.held = true;
    this.projects = (dense || createProjectLayer)(map, this.model, this.theme, o.sketch);
    this.projects.look(this.look);
    // Where it will be looked at first, so that nothing is drawn twice.
    const first = o.first ? this.projects.mainBounds(o.first) : extent;
    this.width = root.clientWidth;
    const legend = o.first && this.width >= NARROW ? 244 : 48;
    map.fitBounds(
      first.isValid() ? first : this.projects.home(this.extent),
      o.first ? { paddingTopLeft: [legend, 24], paddingBottomRight: [24, 30], maxZoom: 10 } : {},
    );
    this.labels.addTo(map);
    this.base = createBaseMap(map, this.model, palette, this.labels, this.lang);
    this.networks = o.networks ? o.networks.create(map, palette, o.networks.fetch) : null;
    L.control.scale({ imperial: false, maxWidth: 110, position: "bottomright" }).addTo(map);

    const tools = createTools(stage, this);
    this.names = createProjectNames(this);
    if (o.notes) this.tellUs = o.notes(this);
    this.legend = createLegend(stage, this);
    this.tip = el("div", "atlas-tip", null, stage);
    this.tip.hidden = true;
    if (o.table) {
      // Beside the map's frame, not in it; the colours come along.
      this.listBox = el("div", "atlas-list", null, this.container);
      this.listBox.lang = root.lang;
      this.listBox.setAttribute("role", "group");
      this.listBox.setAttribute("aria-label", w("list"));
      this.listBox.style.cssText = root.style.cssText;
      this.table = o.table(this.listBox, this);
    }
    this.labels.obstacles = () => {
      this.labels.beside = this.legend.box.open;
      return pixelBoxes([this.legend.box, this.cardBox, tools], box);
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
    this._observer = watchSize(this, (narrow) => {
      this._narrow = narrow;
    });
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
    if (this.limits) this.map.setMaxBounds(this.limits);
    this.projects.wake();
    this.labels.draw();
    setTimeout(() => {
      if (this._gone || this.map._animatingZoom) return;
      this.projects.drawSvg();
      this.map.eachLayer((layer) => {
        if (!(layer instanceof L.SVG) || layer.options.padding !== PADDING) return;
        layer.options.padding = BEYOND;
        layer._update();
      });
    }, 900);
  }

  /** Whether the map is too narrow for a card beside it. */
  narrow() {
    return this._narrow;
  }

  /**
   * The code that a shown project is drawn by, or null.
   * @param {string} id
   * @returns {string | null}
   */
  statusOf(id) {
    return this.shown.get(id) || null;
  }

  /**
   * The code of a project in the view's look; `status` is that in the plans that are looked at.
   * @param {Project} project
   * @param {string | null} [status]
   */
  codeOf(project, status) {
    if (this.look === "years") return stateIn(project, this.year).state;
    if (this.look === "currents") return currentOf(this.model, project);
    return status || this.model.statusIn(project);
  }

  /**
   * Draw by what the plans say, by how far projects are or were in a year, from the next
   * `setVisible` on.
   * @param {Look} look
   * @param {number} [year]
   */
  setLook(look, year) {
    this.look = look;
    this.year = year || 0;
    this.projects.look(look);
  }

  /**
   * Show these ids only, with their statuses in the plans (by default in the newest); what the
   * look has no code for stays out.
   * @param {string[]} ids
   * @param {(string | null)[]} [statuses]
   */
  setVisible(ids, statuses) {
    this.said = new Map();
    this.shown = new Map();
    ids.forEach((id, i) => {
      const p = this.model.byId.get(id);
      const status = statuses ? statuses[i] : p && this.model.statusIn(p);
      const code = p && status && this.codeOf(p, status);
      if (!p || !status || !code) return;
      this.said.set(id, status);
      this.shown.set(id, code);
    });
    const wanted = this.shown;
    this.projects.show(wanted);
    this.projects.drawn.forEach((entry) => {
      if (entry.shown)
        setLook(entry.key, {
          "aria-label":
            pickLanguage(entry.project.data.name, this.lang) + "，" + this._describe(entry.project),
        });
    });
    this._rove(this._stops()[0], false);
    this.names.update();
    this.labels.set("1-sign", signs(this), this.waiting);
    this.legend.update(wanted);
    this._closeChooser();
    if (this.selected && !(this.others || wanted).has(this.selected)) this.select(null);
    else if (this.selected) this._card(this.model.byId.get(this.selected));
    if (this.table) this.table.update();
    this.root.setAttribute("data-shown", String(wanted.size));
    this.root.setAttribute("data-look", this.look);
  }

  /**
   * Bring a project forward and open its card; null for none. `tell` calls the listeners.
   * @param {string | null} id
   * @param {{ tell?: boolean, fit?: boolean }} [options]
   */
  select(id, options) {
    const o = options || {};
    const project = id === null ? null : this.model.byId.get(id) || null;
    const now = project ? project.id : null;
    if (now !== this.selected) {
      this.selected = now;
      if (this.leg && this.leg.id !== now) this.leg = null;
      this.projects.select(now);
      this.base.counties(project && project.kind === "L" ? project.data.counties || [] : []);
      this._card(project, o.tell);
      const { ends, between } = stopNames(this, project);
      this.labels.set("0-end", ends, true);
      this.labels.set("0-stop", between);
      if (this.table) this.table.mark(now);
      this.root.setAttribute("data-selected", now || "");
      if (o.tell) this._emit("select", now);
    }
    if (!project || !now || !o.fit) return;
    // The reader who clicked sees the card first, then the map flies there.
    if (!o.tell) this.fit([now]);
    else
      requestAnimationFrame(() =>
        setTimeout(() => {
          if (!this._gone && this.selected === now) this.fit([now]);
        }, 0),
      );
  }

  /**
   * Show a project that is hidden beside the rest.
   * @param {string} id
   */
  reveal(id) {
    if (this.others || this.shown.has(id)) return;
    const project = this.model.byId.get(id),
      status = project && this.model.statusIn(project);
    if (!status) return;
    const all = new Map(this.said).set(id, status);
    this.setVisible(Array.from(all.keys()), Array.from(all.values()));
  }

  /**
   * Open a project from a card, shown or not.
   * @param {string} id
   */
  open(id) {
    this.reveal(id);
    this.select(id, { fit: true, tell: true });
  }

  /**
   * Outline and name the regions and places of a filter; `fit` moves there.
   * @param {Partial<Where>} where
   * @param {{ fit?: boolean }} [options]
   */
  setWhere(where, options) {
    showWhere(this, where, !!(options && options.fit));
  }

  /**
   * Colour by change between plans instead of by mode: Map of id to code of the style table's
   * `changes`; null goes back to modes.
   * @param {Map<string, string> | null} paint
   */
  setPaint(paint) {
    this.paint = paint;
    this.projects.paint(paint);
    this.legend.update(this.shown);
  }

  /** @param {boolean} on */
  setBand(on) {
    this.legend.band(on);
    this.projects.bands(on);
  }

  /**
   * Fit to these ids, or to all that is shown; to most of the atlas where none of them has a place.
   * @param {string[]} [ids]
   */
  fit(ids) {
    const bounds = this.projects.mainBounds(ids || Array.from(this.shown.keys()));
    fitBounds(this, bounds.isValid() ? bounds : this.projects.home(this.extent));
  }

  /**
   * Centre and zoom, to keep in a link.
   * @returns {Viewport}
   */
  viewport() {
    const c = this.map.getCenter();
    return { lat: +c.lat.toFixed(4), lon: +c.lng.toFixed(4), zoom: this.map.getZoom() };
  }

  /** @param {string} name @param {(value: any) => void} listener */
  on(name, listener) {
    (this._listeners[name] = this._listeners[name] || []).push(listener);
  }

  /** @param {string} name @param {unknown} value */
  _emit(name, value) {
    (this._listeners[name] || []).forEach((f) => {
      f(value);
    });
  }

  destroy() {
    this._gone = true;
    document.removeEventListener("keydown", this._escape);
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
