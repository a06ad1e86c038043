// Drawing on the map: a place, a box by two corners, a ring by its corners. By pointer, by finger,
// and by keys: arrows move the map, Enter takes the place in its middle.

import { button, el } from "../../core/dom.js";
import { worldRing } from "../../core/where/areas.js";
import { circle, plane } from "../../core/where/geometry.js";
import { FIRST_KM } from "../../core/where/shape-choices.js";
import { ringOf } from "../../core/where/shapes.js";

/** @import { View, Where } from "../../core/types.js" */
/** @import { ShapeKey } from "../../core/where/shapes.js" */

const DIGITS = 1e4;
/** @param {number} n */
const rounded = (n) => Math.round(n * DIGITS) / DIGITS;

/** Places one after the other, as Array.flat does in newer engines. @param {number[][]} places */
const flat = (places) => places.reduce((all, place) => all.concat(place), []);

/**
 * The box between two corners; null where it has no ground.
 * @param {number[]} one
 * @param {number[]} other
 */
export function boxBetween(one, other) {
  const [west, east] = [one[0], other[0]].sort((a, b) => a - b),
    [south, north] = [one[1], other[1]].sort((a, b) => a - b);
  return west < east && south < north ? [west, south, east, north] : null;
}

/**
 * West, south, east and north of what is in sight, as far as addresses go.
 * @param {View} view
 */
export function seenBox(view) {
  const bounds = view.map.getBounds(),
    { lat, lon } = view.model.payload.address.limits;
  /** @param {number} n @param {number[]} limits */
  const kept = (n, [least, most]) => rounded(Math.max(least, Math.min(most, n)));
  return [
    kept(bounds.getWest(), lon),
    kept(bounds.getSouth(), lat),
    kept(bounds.getEast(), lon),
    kept(bounds.getNorth(), lat),
  ];
}

/**
 * Let the reader draw a shape on the map in sight, and hand it on as a change of the filter.
 * @param {View} view
 * @param {ShapeKey} key
 * @param {(change: Partial<Where>) => void} set
 */
export function drawShape(view, key, set) {
  view.root.scrollIntoView({ block: "nearest" });
  startDrawing(view, key, FIRST_KM, (shape) => {
    if (shape) set({ [key]: shape });
  });
}

/**
 * Let the reader draw; `done` gets the numbers of the shape, null where it was given up.
 * @param {View} view
 * @param {ShapeKey} key
 * @param {number} km of a place
 * @param {(shape: number[] | null) => void} done
 */
export function startDrawing(view, key, km, done) {
  if (view.drawing) view.drawing.leave();
  const map = view.map,
    w = view.words,
    limits = view.model.payload.address.limits,
    most = limits.corners[1],
    zooms = map.doubleClickZoom && map.doubleClickZoom.enabled();
  /** @type {number[][]} */
  const corners = [];
  const bar = el("div", "atlas-draw", null, view.stage);
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", w("draw." + key));
  const told = el("span", "atlas-draw-told", "", bar);
  told.setAttribute("role", "status");
  const finish = button("atlas-button", w("draw.finish"), bar, () => {
    end(flat(corners));
  });
  const back = button("atlas-button", w("draw.back"), bar, () => {
    corners.pop();
    show();
  });
  button("atlas-button", w("draw.leave"), bar, () => {
    end(null);
  });
  if (zooms) map.doubleClickZoom.disable();
  view.root.classList.add("is-drawing");
  view._closeChooser();

  /** @param {number[] | null} shape */
  function end(shape) {
    bar.remove();
    view.root.classList.remove("is-drawing");
    if (zooms) map.doubleClickZoom.enable();
    view.drawing = null;
    view.base.outline(view.outlined);
    map.getContainer().focus({ preventScroll: true });
    done(shape);
  }

  /** @param {number[]} [at] where the pointer is */
  function show(at) {
    const all = at ? [...corners, at] : corners;
    finish.hidden = key !== "within";
    back.hidden = key === "near" || !corners.length;
    /** @type {HTMLButtonElement} */ (finish).disabled = corners.length < limits.corners[0];
    if (!at)
      told.textContent =
        key === "within"
          ? w("draw.within.told", { n: corners.length, most: most })
          : w("draw." + key + (corners.length ? ".other" : ".told"));
    const shape = key === "box" ? all.length > 1 && boxBetween(all[0], all[1]) : flat(all);
    const ring =
      !shape || !all.length
        ? []
        : key === "near"
          ? circle(plane(all[0][0], all[0][1]), km * 1000)
          : ringOf(shape, key === "box");
    view.base.outline(ring.length > 1 ? [...view.outlined, worldRing(ring)] : view.outlined);
  }

  view.drawing = {
    /** @param {{lat: number, lng: number}} latlng */
    take: ({ lat, lng }) => {
      const at = [rounded(lng), rounded(lat)];
      if (key === "near") {
        end([...at, km]);
        return;
      }
      const box = key === "box" && corners.length ? boxBetween(corners[0], at) : null;
      if (box) {
        end(box);
        return;
      }
      if (key === "within" || !corners.length) corners.push(at);
      if (key === "within" && corners.length >= most) end(flat(corners));
      else show();
    },
    /** @param {{lat: number, lng: number}} latlng */
    point: ({ lat, lng }) => {
      show([lng, lat]);
    },
    leave: () => {
      end(null);
    },
  };
  show();
  map.getContainer().focus({ preventScroll: true });
}
