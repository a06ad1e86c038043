// Mouse, touch and keys: the part of the view that finds what is meant and asks when it is unclear.
import { button, el } from "../core/dom.js";
import { codesOf, PREFIX, styleOf } from "../core/looks.js";
import { toWorld } from "../core/projection.js";
import { pickLanguage } from "../core/translator.js";
import { distanceInWords } from "../core/where/words.js";
import { isEscape } from "./card-frame.js";
import { CARD_WIDTH } from "./frame-size.js";
import { legAt } from "./hit-test.js";
import { setLook } from "./layers/canvas-layer.js";
import { createSample } from "./symbols.js";

/**
 * @import { Event, Project, World } from "../core/types.js"
 * @import { View } from "../core/types.js"
 * @import { Entry, MenuEntry } from "./types.js"
 */

/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** @param {Entry | undefined} entry @returns {entry is Entry} */
const isShown = (entry) => !!entry && entry.shown;

/** Methods of AtlasView, which extends it. */
export class Pointer {
  constructor() {
    /** @type {(event: KeyboardEvent) => void} */
    this._escape = () => {};
    /** @type {import("./types.js").ViewOptions["offer"] | null} */
    this.offer = null;
    /** @type {readonly number[]} where the filter looks: longitude, latitude, kilometres */
    this.near = [];
    /** @type {World[]} what is outlined */
    this.outlined = [];
    /** @type {import("./types.js").Drawing | null} */
    this.drawing = null;
  }

  /** @this {View} */
  _pointer() {
    const map = this.map;
    /** @type {L.LeafletMouseEvent | null} */
    let waiting = null;
    map.on("mousemove", (e) => {
      if (waiting === null) {
        requestAnimationFrame(() => {
          const event = waiting;
          waiting = null;
          if (!event || this._gone || this.chooser) return;
          if (this.drawing) {
            this.drawing.point(event.latlng);
            return;
          }
          const hits = this.projects.at(event.latlng, 7);
          this._hover(hits[0] || null, event.containerPoint, hits.length);
        });
      }
      waiting = e;
    });
    map.on("mouseout", () => {
      waiting = null;
      this._hover(null);
    });
    map.on("movestart zoomstart", () => {
      this._hover(null);
      this._closeChooser();
    });
    map.on("click", (e) => {
      if (this.drawing) {
        this.drawing.take(e.latlng);
        return;
      }
      const event = /** @type {PointerEvent} */ (e.originalEvent),
        touch = event.pointerType === "touch" || window.matchMedia("(pointer: coarse)").matches;
      const hits = this.projects.at(e.latlng, touch ? 16 : 8);
      this._closeChooser();
      if (hits.length > 1) this._choose(hits, e.containerPoint);
      else if (hits.length) {
        this._pick(hits[0], e.latlng);
      } else if (this.selected) this.select(null, { tell: true });
      else this._offer(e.latlng, e.containerPoint);
    });
  }

  /**
   * @this {View}
   * @param {Project | null} project
   * @param {L.Point} [point]
   * @param {number} [n]
   */
  _hover(project, point, n) {
    this.projects.hover(project ? project.id : null);
    this.map.getContainer().style.cursor = project ? "pointer" : "";
    this.tip.hidden = !project;
    if (!project || !point) return;
    this.tip.textContent = "";
    el("b", null, pickLanguage(project.data.name, this.lang), this.tip);
    el("span", null, this._describe(project) + (n && n > 1 ? " · +" + (n - 1) : ""), this.tip);
    const size = this.map.getSize();
    this.tip.style.left = Math.min(point.x + 14, size.x - this.tip.offsetWidth - 8) + "px";
    this.tip.style.top = Math.max(6, point.y - this.tip.offsetHeight - 12) + "px";
  }

  /**
   * @this {View}
   * @param {Project} project
   * @returns {string}
   */
  _describe(project) {
    const status = this.statusOf(project.id);
    const away = distanceInWords(
      { model: this.model, payload: this.model.payload, words: this.words, lang: this.lang },
      project,
      this.near,
    );
    return (
      this.words("mode." + project.data.mode) +
      (status && codesOf(this.model, this.look).indexOf(status) >= 0
        ? " · " + this.words(PREFIX[this.look] + "." + status)
        : "") +
      (away && " · " + away)
    );
  }

  /**
   * One tab stop for all lines; arrows go along, Enter opens.
   * @this {View}
   */
  _keyboard() {
    const pane = this.map.getPane("projects");
    if (!pane) return;
    /** @param {{ target: EventTarget | null }} e @returns {Project | undefined} */
    const of = (e) => {
      const target = /** @type {Element} */ (e.target),
        node = target.closest ? target.closest("[data-id]") : null;
      return node ? this.model.byId.get(node.getAttribute("data-id") || "") : undefined;
    };
    pane.addEventListener("focusin", (e) => {
      const p = of(e);
      if (!p) return;
      const middle = p.lines[0][Math.floor(p.lines[0].length / 2)];
      this._hover(p, this.map.latLngToContainerPoint(middle), 1);
    });
    pane.addEventListener("focusout", () => {
      this._hover(null);
    });
    pane.addEventListener("click", (e) => {
      const p = of(e);
      if (p) {
        e.stopPropagation();
        this.select(p.id, { tell: true });
      }
    });
    pane.addEventListener("keydown", (e) => {
      const p = of(e);
      if (!p) return;
      const step = STEPS[e.key];
      if (step) {
        const stops = this._stops();
        const at = stops.findIndex((entry) => entry.project === p);
        this._rove(stops[(at + step + stops.length) % stops.length], true);
      } else if (e.key === "Enter" || e.key === " ") {
        this.select(p.id, { tell: true });
      } else return;
      e.preventDefault();
      e.stopPropagation();
    });
    const frame = this.map.getContainer();
    frame.addEventListener("keydown", (e) => {
      if (e.key !== "Enter" || e.target !== frame) return;
      const middle = this.map.getSize().divideBy(2),
        latlng = this.map.containerPointToLatLng(middle);
      if (this.drawing) this.drawing.take(latlng);
      else this._offer(latlng, middle);
      e.preventDefault();
    });
    // Wherever the keyboard is: a card may have come with the address.
    this._escape = (e) => {
      if (!isEscape(e)) return;
      if (this.drawing) this.drawing.leave();
      else if (this.chooser) {
        this._closeChooser();
        this.map.getContainer().focus({ preventScroll: true });
      } else if (this.selected) this.select(null, { tell: true });
      else return;
      e.preventDefault();
    };
    document.addEventListener("keydown", this._escape);
  }

  /**
   * @this {View}
   * @returns {Entry[]}
   */
  _stops() {
    return this.model.projects.map((p) => this.projects.drawn.get(p.id)).filter(isShown);
  }

  /**
   * @this {View}
   * @param {Entry | undefined} entry
   * @param {boolean} focus
   */
  _rove(entry, focus) {
    this.projects.drawn.forEach((other) => {
      setLook(other.key, { tabindex: "-1" });
    });
    if (!entry) return;
    setLook(entry.key, { tabindex: "0" });
    if (focus && entry.key.node) entry.key.node.focus();
  }

  /**
   * @this {View}
   * @param {Project[]} hits
   * @param {L.Point} point
   */
  _choose(hits, point) {
    const where = this.map.containerPointToLatLng(point);
    this._menu(
      this.words("choose", { n: hits.length }),
      hits.slice(0, 12).map((p) => ({
        label: pickLanguage(p.data.name, this.lang),
        sample: createSample(
          this.model.payload.style,
          this.theme,
          p.data.mode,
          styleOf(this.model.payload.style, this.look, this.statusOf(p.id)),
          p.kind === "P",
        ),
        point: () => {
          this.projects.hover(p.id);
        },
        act: () => {
          this._pick(p, where);
        },
      })),
      point,
    );
  }

  /**
   * Offer what there is at a place where no project is, such as the county.
   * @this {View}
   * @param {L.LatLng} latlng
   * @param {L.Point} point
   */
  _offer(latlng, point) {
    const offer = this.offer && this.offer(this, latlng);
    if (!offer) return;
    const items = offer.items.map((item) => ({
      ...item,
      act: () => {
        // First, since what it does may want the keyboard elsewhere.
        this.map.getContainer().focus({ preventScroll: true });
        item.act();
      },
    }));
    this._menu(offer.title, items, point);
  }

  /**
   * A menu at a point of the map's frame.
   * @this {View}
   * @param {string} title
   * @param {MenuEntry[]} entries
   * @param {L.Point} point
   */
  _menu(title, entries, point) {
    const size = this.map.getSize();
    this._closeChooser();
    this._hover(null);
    const box = (this.chooser = el("div", "atlas-chooser", null, this.stage));
    box.setAttribute("role", "menu");
    box.setAttribute("aria-label", title);
    el("div", "atlas-chooser-head", title, box);
    entries.forEach(({ label, title, sample, point, act }) => {
      const b = button("atlas-choice", null, box);
      b.setAttribute("role", "menuitem");
      if (title) b.title = title;
      if (sample) b.appendChild(sample);
      el("span", null, label, b);
      if (point) {
        b.addEventListener("mouseenter", point);
        b.addEventListener("focus", point);
      }
      b.addEventListener("click", () => {
        this._closeChooser();
        act();
      });
    });
    box.addEventListener("keydown", (e) => {
      const step = e.key === "ArrowDown" ? 1 : e.key === "ArrowUp" ? -1 : 0;
      if (!step) return;
      const all = Array.from(box.querySelectorAll("button"));
      const at = all.indexOf(/** @type {HTMLButtonElement} */ (e.target));
      all[(at + step + all.length) % all.length].focus();
      e.preventDefault();
    });
    box.style.left = Math.max(8, Math.min(point.x + 6, size.x - box.offsetWidth - 8)) + "px";
    box.style.top = Math.max(8, Math.min(point.y + 6, size.y - box.offsetHeight - 8)) + "px";
    const first = box.querySelector("button");
    if (first) first.focus({ preventScroll: true });
  }

  /** @this {View} */
  _closeChooser() {
    if (!this.chooser) return;
    this.chooser.remove();
    this.chooser = null;
    this.projects.hover(null);
  }

  /**
   * Open the card of a project, which tells of the leg at the place that was clicked.
   * @this {View}
   * @param {Project} project
   * @param {L.LatLng} latlng
   */
  _pick(project, latlng) {
    const index = legAt(project, toWorld([latlng.lat, latlng.lng])),
      before = this.leg ? this.leg.index : -1;
    /** @type {[number, number]} */
    const at = [latlng.lng, latlng.lat];
    this.leg = index < 0 ? null : { id: project.id, index: index, at: at };
    if (this.selected === project.id && index !== before) this._card(project, true);
    else this.select(project.id, { tell: true });
    this._uncover(latlng);
  }

  /**
   * The card must not lie on the spot that was just clicked.
   * @this {View}
   * @param {L.LatLng} latlng
   */
  _uncover(latlng) {
    if (this.cardBox.hidden || this.narrow()) return;
    this.map.panInside(latlng, {
      paddingTopLeft: [40, 40],
      paddingBottomRight: [CARD_WIDTH + 60, 40],
    });
  }
}
