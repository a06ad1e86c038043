// Where a filter says to look, in words.

import { nameOf } from "../translator.js";
import { placeName } from "./areas.js";
import { distanceKm } from "./shapes.js";

/** @import { Lang, Model, Payload, Project, Where, Words } from "../types.js" */

/** @typedef {{payload: Payload, words: Words, lang: Lang}} Told */

/** @param {number} n @param {number} places */
const short = (n, places) => String(+n.toFixed(places));

/**
 * What a place of the map is called: the city or county whose name stands there, else its degrees.
 * @param {Told} told
 * @param {readonly number[]} at longitude and latitude
 */
export function placeAt({ payload, words: w, lang }, at) {
  const { scale, base } = payload;
  const found = [...base.prefectures, ...base.counties].find(
    ({ x, y }) => Math.abs(x - at[0] * scale) < 1 && Math.abs(y - at[1] * scale) < 1,
  );
  if (found) return nameOf(found, lang);
  return w("place.degrees", { lon: short(at[0], 3), lat: short(at[1], 3) });
}

/**
 * The shape under a key, in words; empty where there is none.
 * @param {Told} told
 * @param {"near" | "box" | "within"} key
 * @param {readonly number[]} shape
 */
export function shapeInWords(told, key, shape) {
  const w = told.words;
  if (!shape.length) return "";
  if (key === "near")
    return w("near.words", { place: placeAt(told, shape), reach: short(shape[2], 1) });
  if (key === "within") return w("within.words", { n: shape.length / 2 });
  const [west, south, east, north] = shape.map((n) => short(n, 2));
  return w("box.words", { west, south, east, north });
}

/**
 * Kilometres to a place as they are told: in tenths below ten.
 * @param {number} km
 */
export const distanceText = (km) => short(km, km < 10 ? 1 : 0);

/**
 * All that a filter says of places and shapes, in words; regions apart.
 * @param {Told} told
 * @param {Partial<Where>} where
 * @returns {string[]}
 */
export function whereInWords(told, where) {
  const { near = [], box = [], within = [], place = [] } = where;
  return [
    ...place.map((code) => placeName(told.payload.base, code, told.lang)),
    shapeInWords(told, "near", near),
    shapeInWords(told, "box", box),
    shapeInWords(told, "within", within),
  ].filter(Boolean);
}

/**
 * How far a project is from the place that a filter is about; empty where it is about none, or the
 * project has no place.
 * @param {Told & {model: Model}} told
 * @param {Project} project
 * @param {readonly number[]} [near]
 */
export function distanceInWords(told, project, near = []) {
  if (!near.length || !project.kind) return "";
  const km = distanceKm(told.model, project, near),
    place = placeAt(told, near);
  if (km < 0.05) return told.words("near.here", { place });
  return told.words("near.away", { place, reach: distanceText(km) });
}
