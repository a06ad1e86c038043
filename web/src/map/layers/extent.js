// How far projects reach on the map.

/** @import { Model } from "../../core/types.js" */

// From how many projects on the bounds of most are looked for, and from how many places.
const MANY = 12,
  PLACES = 15;

/** @param {Model} model */
export function createExtent(model) {
  /** @type {{ asked: string, bounds: L.LatLngBounds } | null} */
  let kept = null;

  /** All of these. @param {string[]} ids @returns {L.LatLngBounds} */
  function bounds(ids) {
    const all = L.latLngBounds([]);
    ids.forEach((id) => {
      const p = model.byId.get(id);
      if (p)
        p.lines.forEach((line) => {
          line.forEach((c) => {
            all.extend(c);
          });
        });
    });
    return all;
  }

  /**
   * Where most of these are: long lines to far provinces do not shrink the view.
   * @param {string[]} ids
   * @returns {L.LatLngBounds}
   */
  function mainBounds(ids) {
    if (ids.length < MANY) return bounds(ids);
    const asked = ids.join();
    if (kept && asked === kept.asked) return kept.bounds;
    /** @type {number[]} */
    const xs = [],
      /** @type {number[]} */
      ys = [];
    // Every fourth place will do; of thousands every so manieth says the same.
    const every = Math.ceil(ids.length / 1500),
      scale = model.payload.scale;
    ids.forEach((id, k) => {
      const p = k % every ? null : model.byId.get(id);
      if (p)
        p.positions.forEach((line) => {
          for (let i = 0; i < line.length; i += 8) {
            ys.push(line[i + 1] / scale);
            xs.push(line[i] / scale);
          }
        });
    });
    if (xs.length < PLACES) return bounds(ids);
    const high = Float64Array.from(ys).sort(),
      wide = Float64Array.from(xs).sort();
    /** @type {(list: Float64Array, share: number) => number} */
    const at = (list, share) => list[Math.floor(share * (list.length - 1))];
    kept = {
      asked: asked,
      bounds: L.latLngBounds(
        [at(high, 0.06), at(wide, 0.08)],
        [at(high, 0.94), at(wide, 0.96)],
      ).pad(0.06),
    };
    return kept.bounds;
  }

  return {
    mainBounds: mainBounds,
    /**
     * Where most of what the atlas is about lies, for things that are nowhere themselves.
     * @param {L.LatLngBounds} otherwise where nothing has a place
     * @returns {L.LatLngBounds}
     */
    home: (otherwise) => {
      const core = model.projects.filter((p) => model.payload.core.indexOf(p.data.mode) >= 0),
        most = mainBounds(core.map((p) => p.id));
      return most.isValid() ? most : otherwise;
    },
  };
}
