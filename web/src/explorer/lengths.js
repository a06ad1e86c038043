// How long projects are in each prefecture.
import { placeCodes } from "../core/filter.js";
import { sumKm } from "../core/kilometres.js";

/** @import { Model } from "../core/types.js" */

/**
 * Kilometres by prefecture of the projects `ids`, longest first.
 * @param {Model} model
 * @param {string[]} ids
 */
export function prefectureLengths(model, ids) {
  const base = model.payload.base,
    codes = placeCodes(base),
    /** @type {Map<number, number>} */
    km = new Map();
  ids.forEach((id) => {
    const project = model.byId.get(id);
    if (!project) return;
    const d = project.data,
      counties = d.counties || [];
    (d.county_km || []).forEach((length, i) => {
      const at = base.counties[counties[i]].prefecture;
      if (at >= 0 && length) km.set(at, sumKm([km.get(at) || 0, length]));
    });
  });
  return Array.from(km)
    .map(([at, length]) => {
      const p = base.prefectures[at];
      return { id: codes.prefectures[at], name: p.name, name_en: p.name_en, km: length };
    })
    .sort((a, b) => b.km - a.km);
}
