// The talk: full screen, one step at a time, arrow keys to turn. Steps come from the file, or
// else go through the plans in the order of their dates, each showing what it adds or changes.

import { button, el } from "../core/dom.js";
import { BARE, LOOK_OF } from "../core/looks.js";
import { pickLanguage } from "../core/translator.js";
import { isSomewhere } from "../core/where/areas.js";
import { createDenseLayer } from "../map/layers/dense-layer.js";
import { endMovement } from "../map/movement.js";
import { pixelBoxes } from "../map/obstacles.js";
import { createSample } from "../map/symbols.js";
import { AtlasView } from "../map/view.js";
import { slidePayload } from "../paper/slide-style.js";
import { createCard } from "../project/card.js";
import { createTalkPair, showChanges } from "./compared/talk-changes.js";
import { enter, FULL, isFull, leaveFull } from "./full-screen.js";
import { seenBounds } from "./sheet/offscreen-view.js";
import { showPromises } from "./talk-outcomes.js";
import { listSteps } from "./talk-steps.js";

/**
 * @import { PixelBox } from "../map/types.js"
 * @import { NewsItem, Page, Step } from "./types.js"
 */

const MOST = 16,
  BASE_WIDTH = 1280,
  BASE_HEIGHT = 660;

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
    /** @param {string} text @param {string} label @param {() => void} action */
    const tool = (text, label, action) => {
      const b = button("talk-tool", text, foot);
      b.title = label;
      b.setAttribute("aria-label", label);
      b.addEventListener("click", action);
    };
    tool("‹", w("present.back"), () => {
      this.go(this.at - 1);
    });
    tool("›", w("present.next"), () => {
      this.go(this.at + 1);
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
    // The card goes beside the map, where it hides nothing.
    this.lists.style.cssText = this.view.root.style.cssText;
    this.view.on("select", () => {
      this.aside();
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
      this.key(e);
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

  /** @param {number} to */
  go(to) {
    const next = Math.max(0, Math.min(this.steps.length - 1, to));
    if (next === this.at) return;
    this.at = next;
    this.show(true);
  }

  /** @param {boolean} animate */
  show(animate) {
    const step = this.steps[this.at],
      view = this.view,
      page = this.page;
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
    view.projects.emphasise(step.strong);
    view.setWhere(step.where);
    view.legend.open(!step.sides && view.map.getSize().x > 620);
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
        paddingTopLeft: [view.legend.box.open ? 226 : 0, 0],
      });
    }
    if (step.select) view.select(step.select);
    this.aside();
    this.root.setAttribute("data-step", String(this.at));
    this.page.note();
  }

  /** Once more, now that the page's map is where it belongs. */
  again() {
    this.placed = false;
    this.size();
    this.show(false);
  }

  // The selected project's card, else the step's lists; a step of promises tells of these itself.
  aside() {
    const view = this.view,
      step = this.steps[this.at],
      project = view.selected && view.model.byId.get(view.selected);
    if (!project || (step.promises && project.id === step.select)) {
      this.list(step);
      return;
    }
    this.lists.textContent = "";
    this.lists.appendChild(
      createCard(view, project, () => {
        view.select(null, { tell: true });
      }),
    );
  }

  // As many names as there is room for: what stands below them is to be seen too.
  /** @param {Step} step */
  list(step) {
    const box = this.lists,
      most = Math.max(MOST, step.promises ? step.promises.length : 0);
    let less = 0;
    do this.names(step, less);
    while (box.clientHeight && box.scrollHeight > box.clientHeight && ++less < most);
  }

  // The step's lists with `less` names fewer than usual.
  /** @param {Step} step @param {number} less */
  names(step, less) {
    const page = this.page,
      w = page.words,
      model = page.view.model,
      style = this.view ? this.view.model.payload.style : page.payload.style;
    this.lists.textContent = "";
    if (step.promises) showPromises(this.lists, this.view, step, step.promises, less);
    if (step.plans) this.sums(step.plans);
    if (step.paint) showChanges(this.lists, this.view, step.paint, less);
    if (!step.news) return;
    /** @param {string} title @param {NewsItem[]} items @param {number} room */
    const part = (title, items, room) => {
      if (!items.length) return;
      const box = el("section", "talk-list", null, this.lists);
      const head = el("h2", null, title, box);
      el("b", null, items.length, head);
      const list = el("ul", null, null, box);
      items.slice(0, room).forEach((x) => {
        const p = model.byId.get(x.id);
        if (!p) return;
        const li = el("li", null, null, list);
        li.appendChild(
          createSample(style, "light", p.data.mode, style.statuses[x.now], p.kind === "P"),
        );
        const text = el("span", null, pickLanguage(p.data.name, page.lang), li);
        if (x.was) el("small", null, w("status." + x.was) + " → " + w("status." + x.now), text);
        else if (x.now === BARE) el("small", null, w("present.basis"), text);
      });
      if (items.length > room)
        el("p", "talk-more", w("card.more", { n: items.length - room }), box);
    };
    const changed = step.news.changed,
      fresh = step.news.fresh;
    const few = changed.length <= 7 ? changed.length : 6;
    const room = Math.max(3, Math.floor(MOST - (few ? 2 + few * 1.85 : 0))),
      kept = Math.max(Math.min(3, room), room - less);
    part(w("present.changed"), changed, Math.max(Math.min(3, few), few - (less - (room - kept))));
    part(w("present.fresh"), fresh, kept);
    if (step.news.again.length)
      el("p", "talk-more", w("present.again", { n: step.news.again.length }), this.lists);
    if (step.news.leaned.length)
      el("p", "talk-more", w("present.leaned", { n: step.news.leaned.length }), this.lists);
    if (step.strong && step.shown.size > step.strong.size)
      el("p", "talk-more", w("present.faint"), this.lists);
  }

  // How many each plan names, as bars.
  /** @param {{ month: string, name: string, n: number }[]} plans */
  sums(plans) {
    const box = el("section", "talk-list talk-sums", null, this.lists);
    el("h2", null, this.page.words("page.sources"), box);
    const most = Math.max(...plans.map((p) => p.n)) || 1;
    plans.forEach((p) => {
      const row = el("div", "talk-sum", null, box);
      el("small", null, p.month + "　" + p.name, row);
      const bar = el("div", "talk-bar", null, row);
      el("i", null, null, bar).style.width = Math.max(1, (82 * p.n) / most) + "%";
      el("b", null, p.n, bar);
    });
  }

  /** @param {KeyboardEvent} e */
  key(e) {
    /** @type {Record<string, number>} */
    const moves = {
      ArrowRight: 1,
      ArrowDown: 1,
      PageDown: 1,
      " ": 1,
      ArrowLeft: -1,
      ArrowUp: -1,
      PageUp: -1,
    };
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    // The divider of two maps has its own keys; Escape leaves it.
    const at = /** @type {Element | null} */ (e.target);
    if (at && at.getAttribute && at.getAttribute("role") === "slider") {
      if (e.key !== "Escape") return;
      this.root.focus({ preventScroll: true });
      e.stopPropagation();
      return;
    }
    const onButton = e.target instanceof HTMLButtonElement;
    if (Object.prototype.hasOwnProperty.call(moves, e.key) && !(e.key === " " && onButton))
      this.go(this.at + moves[e.key]);
    else if (e.key === "Home") this.go(0);
    else if (e.key === "End") this.go(Infinity);
    else if (e.key === "f" || e.key === "F") {
      this.stays = !!isFull();
      if (isFull()) leaveFull();
      else enter(this.root);
    } else if (e.key === "Escape") {
      if (this.view.selected) this.view.select(null, { tell: true });
      else this.leave();
    } else return;
    e.preventDefault();
    e.stopPropagation();
  }

  leave() {
    window.removeEventListener("resize", this.onSize);
    document.removeEventListener("keydown", this.onKey, true);
    FULL.forEach((name) => {
      document.removeEventListener(name, this.onFull);
    });
    leaveFull();
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
