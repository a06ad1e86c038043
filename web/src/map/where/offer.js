// What the map offers at a place of it: the county and prefecture there, and what touches them.

import { applyFilter, placeCodes } from "../../core/filter.js";
import { toWorld } from "../../core/projection.js";
import { NOWHERE, placeName } from "../../core/where/areas.js";
import { insideRings } from "../../core/where/rings.js";
import { FIRST_KM } from "../../core/where/shape-choices.js";

/**
 * @import { Filter, Model, View, Where } from "../../core/types.js"
 * @import { Offer } from "../types.js"
 * @typedef {Pick<View, "model" | "words" | "lang" | "tellUs">} OfferView
 */

/**
 * The county and the prefecture (adcodes) that hold a place of the world; none outside.
 * @param {Model} model
 * @param {ArrayLike<number>} place
 * @returns {string[]}
 */
export function placesAt(model, place) {
  const base = model.payload.base,
    codes = placeCodes(base);
  const county = model.everywhere.find((i) => insideRings(place[0], place[1], model.outline([i])));
  if (county === undefined) return [];
  const prefecture = base.counties[county].prefecture;
  return [codes.counties[county], ...(prefecture < 0 ? [] : [codes.prefectures[prefecture]])];
}

/**
 * What is offered at a place of a map; null outside the land.
 * @param {() => Filter} filter what is chosen beside where
 * @param {(where: Where) => void} choose
 * @returns {(view: OfferView, latlng: {lat: number, lng: number}) => Offer | null}
 */
export function createOffer(filter, choose) {
  return ({ model, words: w, lang, tellUs }, latlng) => {
    const base = model.payload.base,
      there = placesAt(model, toWorld([latlng.lat, latlng.lng]));
    if (!there.length) return null;
    /**
     * @param {string} key
     * @param {string} rule
     * @param {Partial<Where>} said
     * @param {object} values
     */
    const item = (key, rule, said, values) => {
      const where = { ...NOWHERE, ...said },
        n = applyFilter(model, Object.assign({}, filter(), where)).ids.length;
      return {
        label: w(key, { n: n, ...values }),
        title: w(rule),
        act: () => {
          choose(where);
        },
      };
    };
    const near = [+latlng.lng.toFixed(4), +latlng.lat.toFixed(4), FIRST_KM];
    return {
      title: w("place.offer", { name: placeName(base, there[0], lang) }),
      items: [
        ...there.map((code) =>
          item(
            "place.touches",
            "place.rule",
            { place: [code] },
            {
              name: placeName(base, code, lang),
            },
          ),
        ),
        item("near.offer", "near.rule", { near }, { reach: FIRST_KM }),
        ...(tellUs
          ? [
              {
                label: w("note.here"),
                title: w("note.means"),
                act: () => {
                  tellUs({ project: null, at: [latlng.lng, latlng.lat] });
                },
              },
            ]
          : []),
      ],
    };
  };
}
