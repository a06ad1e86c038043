// The talk: full screen, one step at a time, arrow keys to turn. Steps come from the file, or
// else go through the plans in the order of their dates, each showing what it adds or changes.

import { button, el } from "../../core/dom.js";
import { LOOK_OF } from "../../core/looks.js";
import { isSomewhere } from "../../core/where/areas.js";
import { createDenseLayer } from "../../map/layers/dense-layer.js";
import { endMovement } from "../../map/movement.js";
import { keepKey, keyLists } from "../../map/names/number-mark.js";
import { pixelBoxes } from "../../map/obstacles.js";
import { AtlasView } from "../../map/view.js";
import { seenBounds } from "../../paper/offscreen-view.js";
import { slidePayload } from "../../paper/slide-style.js";
import { createTalkPair } from "./changes.js";
import { enter, FULL, isFull, leaveFull } from "./full-screen.js";
import { heedKey } from "./keys.js";
import { showAside } from "./lists.js";
import { createMarking } from "./marking.js";
import { createPlaying } from "./playing.js";
import { sceneOf } from "./scene.js";
import { listSteps } from "./steps.js";

/**
 * @import { PixelBox } from "../../map/types.js"
 * @import { Scene } from "../../paper/types.js"
 * @import { Page } from "../types.js"
 */

const BASE_WIDTH = 1280,
  BASE_HEIGHT = 660,
  // As page.css has it.
  LEGEND = 228;

export class Talk {
  /** @param {Page} page @param {number} at */
  constructor(page, at) {
    const w = page.words;
    this.page = page;
    this.steps = listSteps(page);
    this.at = -1;
    this.scale = 1;
    this.placed = false;
    // In full screen; and whether leaving that is not to end the talk.
    this.full = false;
    this.stays = false;
    const root = (this.root = el("div", "talk", null, document.body));
    root.setAttribute("role", "dialog");
    root.setAttribute("aria-modal", "true");
    root.setAttribute("aria-label", page.config.title);
    root.tabIndex = -1;
    const desk = (this.desk = el("div", "talk-desk", null, root));
    const head = el("header", "talk-head", null, desk);
    this.date = el("span", "talk-date", "", head);
    const titles = el("div", "talk-titles", null, head);
    this.title = el("h1", "talk-title", "", titles);
    this.under = el("p", "talk-under", "", titles);
    el(
      "span",
      "talk-name",
      (page.config.talk && page.config.talk.title) || page.config.title,
      head,
    );
    const body = el("div", "talk-body", null, desk);
    const stage = el("div", "talk-map", null, body);
    const side = el("div", "talk-side", null, body);
    this.caption = el("p", "talk-caption", "", side);
    this.caption.setAttribute("aria-live", "polite");
    this.lists = el("div", "talk-lists", null, side);
    const foot = el("footer", "talk-foot", null, desk);
    this.dots = el("span", "talk-dots", null, foot);
    this.steps.forEach((step, i) => {
      const dot = button("talk-dot", null, this.dots);
      dot.title = step.title;
      dot.setAttribute("aria-label", step.title);
      dot.addEventListener("click", () => {
        this.go(i);
      });
    });
    el(
      "span",
      "talk-notice",
      w("schematic") + " · " + page.words("page.date", { d: page.config.date }),
      foot,
    );
    this.foot = foot;
    /** @param {string} text @param {string} label @param {() => void} action */
    const tool = (text, label, action) => {
      const b = button("talk-tool", text, foot);
      b.title = label;
      b.setAttribute("aria-label", label);
      b.addEventListener("click", action);
      return b;
    };
    const marking = el("span", null, null, foot);
    tool(w("page.print"), w("present.print"), () => {
      this.every = true;
      page.print("a4");
    }).classList.add("is-mark");
    /** Whether every step is printed, or only the one that is shown. */
    this.every = false;
    this.playing = createPlaying(this, foot);
    tool("‹", w("present.back"), () => {
      this.playing.pause();
      this.turn(-1);
    });
    tool("›", w("present.next"), () => {
      this.playing.pause();
      this.turn(1);
    });
    tool("×", w("present.leave"), () => {
      this.leave();
    });

    this.size();
    this.view = new AtlasView(stage, slidePayload(page.payload), {
      lang: page.lang,
      dense: createDenseLayer,
      wait: true,
    });
    this.pair = createTalkPair(this.view, page.lang);
    this.view.legend.apart = true;
    this.marking = createMarking(this, marking);
    /** @type {(() => HTMLElement) | null} what makes the page of all names; null where all are seen */
    this.rest = null;
    /** @type {HTMLElement | null} that page, while it is shown */
    this.whole = null;
    this.body = body;
    keepKey(this.lists, this.view, () => this.aside());
    // The card goes beside the map, where it hides nothing.
    this.lists.style.cssText = this.view.root.style.cssText;
    this.view.on("select", () => {
      this.aside();
    });
    this.view.legend.box.addEventListener("toggle", () => {
      this.besides();
    });
    this.size();
    this.view.map.keyboard.disable();
    this.view.map.options.zoomSnap = 0;
    this.view.labels.obstacles = () => this.obstacles();
    this.onSize = () => {
      this.size();
      this.show(false);
    };
    /** @param {KeyboardEvent} e */
    this.onKey = (e) => {
      heedKey(this, e);
    };
    // Esc leaves the full screen without telling the page: that ends the talk, F does not.
    this.onFull = () => {
      if (isFull()) this.full = true;
      else if (this.full) {
        this.full = false;
        if (!this.stays) this.leave();
        this.stays = false;
      }
    };
    FULL.forEach((name) => {
      document.addEventListener(name, this.onFull);
    });
    window.addEventListener("resize", this.onSize);
    document.addEventListener("keydown", this.onKey, true);
    document.body.classList.add("is-presenting");
    enter(root);
    // In a frame the page around it stays where it is.
    root.focus({ preventScroll: true });
    this.go(at || 0);
    this.view.wake();
  }

  /** The desk is laid out at about 1280 units and enlarged to the screen. */
  size() {
    const k = Math.max(
      0.6,
      Math.min(window.innerWidth / BASE_WIDTH, window.innerHeight / BASE_HEIGHT),
    );
    this.desk.style.width = window.innerWidth / k + "px";
    this.desk.style.height = window.innerHeight / k + "px";
    this.desk.style.transform = "scale(" + k + ")";
    this.scale = k;
    if (!this.view) return;
    // What is painted is enlarged with the desk, and must have pixels for it.
    this.view.map.options.fine = k * (window.devicePixelRatio || 1);
    this.view.map.invalidateSize({ pan: false });
  }

  // Rectangles on the screen are enlarged, the map's own are not.
  /** @returns {PixelBox[]} */
  obstacles() {
    const view = this.view;
    return pixelBoxes(
      [view.legend.box, view.cardBox, view.root.querySelector(".atlas-tools")],
      view.map.getContainer(),
      this.scale,
    );
  }

  /** How wide map and legend are together. */
  room() {
    const { map, root } = this.view;
    return map.getSize().x + (root.classList.contains("has-legend-apart") ? LEGEND : 0);
  }

  /** The legend stands beside the map, where it covers nothing. */
  besides() {
    const view = this.view;
    const open = view.legend.box.open;
    if (view.root.classList.contains("has-legend-apart") === open) return;
    view.root.classList.toggle("has-legend-apart", open);
    view.map.invalidateSize({ pan: false });
  }

  /**
   * Turn a page: a step whose names do not all fit has them on a second one. False at the end.
   * @param {number} by 1 or -1
   */
  turn(by) {
    if (by > 0 && this.rest && !this.whole) {
      this.all();
      return true;
    }
    if (by < 0 && this.whole) {
      this.closeAll();
      return true;
    }
    const at = this.at;
    this.go(at + by);
    return this.at !== at;
  }

  /** Show the page of all names. */
  all() {
    if (!this.rest || this.whole) return;
    this.playing.pause();
    this.whole = this.rest();
    this.root.setAttribute("data-whole", "");
  }

  closeAll() {
    if (this.whole) this.whole.remove();
    this.whole = null;
    this.root.removeAttribute("data-whole");
  }

  /** @param {number} to */
  go(to) {
    const next = Math.max(0, Math.min(this.steps.length - 1, to));
    if (next === this.at) {
      if (to === next) this.closeAll();
      return;
    }
    this.at = next;
    this.show(true);
  }

  /** @param {boolean} animate */
  show(animate) {
    const step = this.steps[this.at],
      view = this.view,
      page = this.page;
    this.closeAll();
    this.date.textContent = step.date;
    this.date.hidden = !step.date;
    this.title.textContent = step.title;
    this.under.textContent = step.under;
    this.caption.textContent = step.caption;
    Array.from(this.dots.children).forEach((dot, i) => {
      if (i === this.at) dot.setAttribute("aria-current", "step");
      else dot.removeAttribute("aria-current");
    });
    this.dots.title = page.words("present.of", { i: this.at + 1, n: this.steps.length });
    const ids = Array.from(step.shown.keys());
    endMovement(view.map);
    view.select(null);
    this.pair.show(step.maps || "", step.sides || null, step.where);
    if (!step.sides) {
      if (step.paint || view.paint) view.setPaint(step.paint || null);
      view.setLook(step.paint ? "statuses" : LOOK_OF[step.view || "plan"]);
      view.setVisible(
        ids,
        ids.map((id) => step.shown.get(id) || null),
      );
    }
    view.names.emphasise(step.strong);
    view.setWhere(step.where);
    view.legend.open(!step.sides && this.room() > 620);
    this.besides();
    if (step.viewport)
      view.map.setView([step.viewport.lat, step.viewport.lon], step.viewport.zoom, {
        animate: animate,
      });
    else if (step.select) view.select(step.select, { fit: true });
    else if (isSomewhere(step.where)) view.setWhere(step.where, { fit: true });
    else if (this.page.config.talk)
      view.fit(step.changed && step.changed.length ? step.changed : undefined);
    else if (!this.placed) {
      this.placed = view.map.getSize().x > 0;
      view.map.fitBounds(seenBounds(page.view), {
        animate: false,
      });
    }
    if (step.select) view.select(step.select);
    this.aside();
    this.marking.draw();
    this.root.setAttribute("data-step", String(this.at));
    this.page.note();
  }

  /** Once more, now that the page's map is where it belongs. */
  again() {
    this.placed = false;
    this.size();
    this.show(false);
  }

  // What stands beside the map.
  aside() {
    this.rest = showAside(this, this.steps[this.at]);
    keyLists(this.lists, [this.view, this.pair.second()]);
  }

  /**
   * Draw the step that is shown as a sheet, or each step.
   * @param {(scene: Scene) => void} draw
   */
  scenes(draw) {
    const at = this.at,
      page = this.page,
      view = this.view;
    const steps = this.every ? this.steps.map((_, i) => i) : [at];
    steps.forEach((i) => {
      if (this.every) {
        this.at = i;
        this.show(false);
        endMovement(view.map);
      }
      draw(sceneOf(this, this.steps[i]));
    });
    if (!this.every) return;
    this.every = false;
    this.at = at;
    this.show(false);
    page.note();
  }

  leave() {
    window.removeEventListener("resize", this.onSize);
    document.removeEventListener("keydown", this.onKey, true);
    FULL.forEach((name) => {
      document.removeEventListener(name, this.onFull);
    });
    leaveFull();
    this.playing.pause();
    this.pair.show("", null, {});
    this.view.destroy();
    this.root.remove();
    document.body.classList.remove("is-presenting");
    this.page.talk = null;
    this.page.note();
    this.page.view.map.invalidateSize();
  }
}

/**
 * Start the talk at step `at`.
 * @param {Page} page
 * @param {number} at
 * @returns {Talk}
 */
export function startTalk(page, at) {
  if (!page.talk) {
    page.talk = new Talk(page, at);
    page.note();
  }
  return page.talk;
}
