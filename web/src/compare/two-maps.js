// Two maps that move together, each as one side of a comparison has it: beside each other, on a
// phone one above the other, or one over the other under a divider.
import { el } from "../core/dom.js";
import { createDivider } from "./divider.js";
import { follow } from "./follow.js";

/**
 * @import { Kind } from "../map/types.js"
 * @import { Side, View, Where, Words } from "../core/types.js"
 * @typedef {"two" | "swipe"} Way
 */

/**
 * Two maps where there are two sides to show, one where there are not.
 * @param {View} view the map that is always there, of the earlier side
 * @param {Words} w
 * @param {(box: HTMLElement) => View} make makes the other in a box
 */
export function createPair(view, w, make) {
  /** @type {ReturnType<typeof createTwoMaps> | null} */
  let twins = null;
  return {
    /** The map of the later side, where there are two. */
    second: () => twins && twins.second,
    /**
     * @param {string} maps how: "two" or "swipe"
     * @param {[Side, Side] | null} sides null for one map
     * @param {Partial<Where>} where places that both outline
     */
    show: (maps, sides, where) => {
      if (sides) {
        twins = twins || createTwoMaps(view, w, make);
        twins.show(maps === "swipe" ? "swipe" : "two", sides, where);
      } else if (twins) {
        twins.destroy();
        twins = null;
      }
    },
  };
}

/**
 * The second map beside `view`, which is the first; `make` makes its view in a box. Nothing stands
 * there until `show`.
 * @param {View} view
 * @param {Words} w
 * @param {(box: HTMLElement) => View} make
 */
function createTwoMaps(view, w, make) {
  const root = view.root,
    frame = el("div", "atlas-second");
  view.stage.insertBefore(frame, view.map.getContainer().nextSibling);
  // It is measured when it is made.
  root.classList.add("has-second");
  const second = make(frame);
  second.limits = null;
  const heads = ["is-first", "is-last"].map((side) => {
    const head = el("h2", "atlas-side " + side, "", view.stage);
    head.setAttribute("aria-live", "polite");
    return head;
  });
  const divider = createDivider(view.stage, (share) => {
    root.style.setProperty("--share", String(share / 100));
  });
  const apart = follow(view.map, second.map);
  let gone = false,
    shown = "";
  const label = w("map.label") + " — " + w("map.keys");

  /** Both maps take the room that they have now. */
  function measure() {
    const at = view.map.getCenter(),
      zoom = view.map.getZoom(),
      size = view.map.getSize();
    [view, second].forEach((one) => {
      one.map.invalidateSize({ pan: false });
    });
    const now = view.map.getSize();
    if (now.x !== size.x || now.y !== size.y) view.map.setView(at, zoom, { animate: false });
    second.map.setView(at, zoom, { animate: false });
  }

  view.on("select", (/** @type {string | null} */ id) => {
    if (gone) return;
    second.select(id);
    measure();
  });
  second.on("select", (/** @type {string | null} */ id) => {
    view.select(id, { tell: true });
  });
  view.on("band", (/** @type {boolean} */ on) => {
    if (!gone) second.setBand(on);
  });
  second.names.keyed = view.names.keyed;
  second.names.show(view.names.on);
  second.on("numbered", () => {
    if (gone) return;
    view.names.beside = second.names.discs.length;
    view._emit("numbered", view.names.numbered());
  });
  view.on("names", (/** @type {boolean} */ on) => {
    if (!gone) second.names.show(on);
  });
  view.on("network", (/** @type {{ kind: Kind, on: boolean }} */ change) => {
    if (!gone && second.networks) void second.networks.show(change.kind, change.on);
  });

  return {
    second: second,
    /**
     * Show both sides.
     * @param {Way} way
     * @param {[Side, Side]} sides
     * @param {Partial<Where>} where
     */
    show: (way, sides, where) => {
      if (way !== shown) view.legend.open(!view.narrow() && way === "swipe");
      shown = way;
      root.classList.toggle("is-swiped", way === "swipe");
      divider.show(way === "swipe", sides[0].name, sides[1].name, w);
      const all = new Set(sides[0].ids.concat(sides[1].ids));
      [view, second].forEach((one, i) => {
        const side = sides[i];
        one.others = all;
        one.setPaint(null);
        one.setLook(side.look, side.year);
        one.setVisible(side.ids, side.statuses);
        heads[i].textContent = w("compare.side", { name: side.name, n: one.shown.size });
        one.map.getContainer().setAttribute("aria-label", side.name + " — " + label);
      });
      second.setWhere(where);
      second.select(view.selected);
      view.legend.update(view.shown, second.shown);
      measure();
      if (second.waiting) second.wake();
    },
    destroy: () => {
      gone = true;
      view.names.beside = 0;
      apart();
      divider.destroy();
      second.destroy();
      frame.remove();
      heads.forEach((head) => {
        head.remove();
      });
      root.classList.remove("has-second");
      root.classList.remove("is-swiped");
      view.others = null;
      view.legend.open(!view.narrow());
      view.map.getContainer().setAttribute("aria-label", label);
      view.map.invalidateSize({ pan: false });
    },
  };
}
