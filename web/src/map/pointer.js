// Mouse, touch and keys: the part of the view that finds what is meant and asks when it is unclear.
import { el } from "../core/dom.js";
import { pickLanguage } from "../core/translator.js";
import { setLook } from "./layers/canvas-layer.js";
import { createSample } from "./symbols.js";

const CARD_WIDTH = 384;

/** Methods of AtlasView (view.js takes them over). */
export class Pointer {
  _pointer() {
    const map = this.map;
    let waiting = null;
    map.on("mousemove", (e) => {
      if (waiting === null) {
        requestAnimationFrame(() => {
          const event = waiting;
          waiting = null;
          if (!event || this._gone || this.chooser) return;
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
      const touch =
        e.originalEvent.pointerType === "touch" || window.matchMedia("(pointer: coarse)").matches;
      const hits = this.projects.at(e.latlng, touch ? 16 : 8);
      this._closeChooser();
      if (hits.length > 1) this._choose(hits, e.containerPoint);
      else if (hits.length) {
        this.select(hits[0].id, { tell: true });
        this._uncover(e.latlng);
      } else if (this.selected) this.select(null, { tell: true });
    });
  }

  _hover(project, point, n) {
    this.projects.hover(project ? project.id : null);
    this.map.getContainer().style.cursor = project ? "pointer" : "";
    this.tip.hidden = !project;
    if (!project) return;
    this.tip.textContent = "";
    el("b", null, pickLanguage(project.data.name, this.lang), this.tip);
    el("span", null, this._describe(project) + (n > 1 ? " · +" + (n - 1) : ""), this.tip);
    const size = this.map.getSize();
    this.tip.style.left = Math.min(point.x + 14, size.x - this.tip.offsetWidth - 8) + "px";
    this.tip.style.top = Math.max(6, point.y - this.tip.offsetHeight - 12) + "px";
  }

  _describe(project) {
    const status = this.statusOf(project.id);
    return (
      this.words("mode." + project.data.mode) +
      (status ? " · " + this.words("status." + status) : "")
    );
  }

  /** One tab stop for all lines; arrows go along, Enter opens. */
  _keyboard() {
    const pane = this.map.getPane("projects");
    const of = (e) => {
      const node = e.target.closest ? e.target.closest("[data-id]") : null;
      return node ? this.model.byId.get(node.getAttribute("data-id")) : null;
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
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
      if (step) {
        const stops = this._stops();
        const at = stops.indexOf(this.projects.drawn.get(p.id));
        this._rove(stops[(at + step + stops.length) % stops.length], true);
      } else if (e.key === "Enter" || e.key === " ") {
        this.select(p.id, { tell: true });
      } else return;
      e.preventDefault();
      e.stopPropagation();
    });
    this.root.addEventListener("keydown", (e) => {
      if (e.key !== "Escape") return;
      if (this.chooser) this._closeChooser();
      else if (this.selected) this.select(null, { tell: true });
    });
  }

  _stops() {
    return this.model.projects
      .map((p) => this.projects.drawn.get(p.id))
      .filter((entry) => entry && entry.shown);
  }

  _rove(entry, focus) {
    this.projects.drawn.forEach((other) => {
      setLook(other.key, { tabindex: "-1" });
    });
    if (!entry) return;
    setLook(entry.key, { tabindex: "0" });
    if (focus) entry.key.node.focus();
  }

  _choose(hits, point) {
    const size = this.map.getSize(),
      where = this.map.containerPointToLatLng(point);
    this._hover(null);
    const box = (this.chooser = el("div", "atlas-chooser", null, this.stage));
    box.setAttribute("role", "menu");
    el("div", "atlas-chooser-head", this.words("choose", { n: hits.length }), box);
    hits.slice(0, 12).forEach((p) => {
      const b = el("button", "atlas-choice", null, box);
      b.type = "button";
      b.setAttribute("role", "menuitem");
      b.appendChild(
        createSample(
          this.model.payload.style,
          this.theme,
          p.data.mode,
          this.statusOf(p.id),
          p.kind === "P",
        ),
      );
      el("span", null, pickLanguage(p.data.name, this.lang), b);
      b.addEventListener("mouseenter", () => {
        this.projects.hover(p.id);
      });
      b.addEventListener("focus", () => {
        this.projects.hover(p.id);
      });
      b.addEventListener("click", () => {
        this._closeChooser();
        this.select(p.id, { tell: true });
        this._uncover(where);
      });
    });
    box.addEventListener("keydown", (e) => {
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

  // The card must not lie on the spot that was just clicked.
  _uncover(latlng) {
    if (this.cardBox.hidden || this.narrow()) return;
    this.map.panInside(latlng, {
      paddingTopLeft: [40, 40],
      paddingBottomRight: [CARD_WIDTH + 60, 40],
    });
  }
}
