// The areas that a filter names: planning regions, prefectures and counties, by code and by name.
import { placeCodes } from "../filter.js";
import { circle, plane } from "./geometry.js";
import { wound } from "./rings.js";
import { ringOf } from "./shapes.js";

/** @import { Filter, Lang, Model, Payload, Where, World } from "../types.js" */
/** @import { Plane } from "./geometry.js" */

/** The keys of a filter that say where. @type {(keyof Where)[]} */
export const WHERE = ["region", "place", "near", "box", "within"];

/** Anywhere. @type {Where} */
export const NOWHERE = { region: [], place: [], near: [], box: [], within: [] };

/**
 * Whether a filter says where.
 * @param {Partial<Where>} filter
 */
export function isSomewhere(filter) {
  return WHERE.some((key) => (filter[key] || []).length > 0);
}

/**
 * Prefectures and counties by adcode, and what they are called: as place_names of
 * layers/selection/resolver.py.
 * @param {Payload["base"]} base
 * @returns {Map<string, string[]>}
 */
export function placeNames(base) {
  const codes = placeCodes(base),
    all = [...base.prefectures, ...base.counties];
  /** @type {Map<string, number>} */
  const held = new Map();
  all.forEach((area) => {
    new Set([area.name, area.name_en]).forEach((name) => {
      held.set(name, (held.get(name) || 0) + 1);
    });
  });
  /** @type {Map<string, string[]>} */
  const found = new Map();
  base.prefectures.forEach(({ name, name_en }, i) => {
    found.set(codes.prefectures[i], [name, name.replace(/市$/, ""), name_en]);
  });
  base.counties.forEach((area, i) => {
    const above = base.prefectures[area.prefecture] || area;
    found.set(codes.counties[i], [
      held.get(area.name) === 1 ? area.name : above.name + area.name,
      held.get(area.name_en) === 1 ? area.name_en : above.name_en + " " + area.name_en,
    ]);
  });
  return found;
}

/**
 * What a place is called, so that it is no other one; its code where there is none.
 * @param {Payload["base"]} base
 * @param {string} code
 * @param {Lang} lang
 */
export function placeName(base, code, lang) {
  return nameAmong(placeNames(base), code, lang);
}

/**
 * The same of names that are there already, for who asks for many.
 * @param {ReturnType<typeof placeNames>} names
 * @param {string} code
 * @param {Lang} lang
 */
export function nameAmong(names, code, lang) {
  const called = names.get(code);
  if (!called) return code;
  const [zh, en] = [called[0], called[called.length - 1]];
  return (lang === "zh" ? zh || en : en || zh) || code;
}

/**
 * Where the name of a prefecture or county stands, in the payload's steps.
 * @param {Payload["base"]} base
 * @param {string} code
 * @returns {{x: number, y: number} | undefined}
 */
export function pointOf(base, code) {
  const codes = placeCodes(base);
  return (
    base.prefectures[codes.prefectures.indexOf(code)] || base.counties[codes.counties.indexOf(code)]
  );
}

/**
 * The counties (indices) of a prefecture or county.
 * @param {Payload["base"]} base
 * @param {string} code
 * @returns {number[]}
 */
export function countiesOf(base, code) {
  const codes = placeCodes(base),
    prefecture = codes.prefectures.indexOf(code);
  return base.counties
    .map((_, i) => i)
    .filter(
      (i) =>
        codes.counties[i] === code ||
        (prefecture >= 0 && base.counties[i].prefecture === prefecture),
    );
}

/**
 * A ring of the plane as one of places of the world, its first corner once more at its end.
 * @param {Plane[]} ring
 * @returns {World}
 */
export function worldRing(ring) {
  const world = new Float64Array(2 * ring.length + 2);
  [...ring, ring[0]].forEach(([x, y], i) => {
    world[2 * i] = x / (2 * Math.PI) + 0.5;
    world[2 * i + 1] = 0.5 - y / (2 * Math.PI);
  });
  return world;
}

/**
 * Rings round what a filter says of where, in places of the world; each area turns as `wound` says.
 * @param {Model} model
 * @param {Partial<Where>} where
 * @returns {World[]}
 */
export function ringsOf(model, where) {
  const { regions, base } = model.payload;
  const areas = [
    ...(where.region || []).map((id) => regions.find((region) => region.id === id)),
    ...(where.place || []).map((code) => ({ counties: countiesOf(base, code) })),
  ];
  /** @type {World[]} */
  const rings = [];
  areas.forEach((area) => {
    if (area && area.counties.length) rings.push(...wound(model.outline(area.counties)));
  });
  const { near = [], box = [], within = [] } = where;
  const shapes = [
    near.length ? circle(plane(near[0], near[1]), near[2] * 1000) : [],
    box.length ? ringOf(box, true) : [],
    within.length ? ringOf(within, false) : [],
  ];
  shapes.forEach((ring) => {
    if (ring.length) rings.push(...wound([worldRing(ring)]));
  });
  return rings;
}
