// A filter as a sentence, for the sheet's second line.
import { pickLanguage } from "./translator.js";
import { whereInWords } from "./where/words.js";

/** @import { Filter, Lang, Pair, Payload, Words } from "./types.js" */

/**
 * What a filter chooses beside the core modes, and the year on which the map stands; empty for
 * neither.
 * @param {Payload} payload
 * @param {Words} w
 * @param {Lang} lang
 * @param {Filter} filter
 * @param {number | null} on
 * @returns {string}
 */
export function filterInWords(payload, w, lang, filter, on) {
  const [mark, colon, stop] = lang === "zh" ? ["、", "：", "；"] : [", ", ": ", "; "];
  /** @param {{ id: string, label: Pair }[]} list @param {string[]} ids */
  const named = (list, ids) =>
    ids.map((id) => {
      const found = list.find((x) => x.id === id);
      return found ? pickLanguage(found.label, lang) : id;
    });
  const plans = payload.plans.map((p) => ({ id: p.id, label: p.short })),
    regions = payload.regions.map((r) => ({ id: r.id, label: r.name }));
  const places = whereInWords({ payload, words: w, lang }, filter);
  const core =
    filter.mode.length === payload.core.length &&
    payload.core.every((m) => filter.mode.indexOf(m) >= 0);
  /** @param {"status" | "mode" | "finding" | "current" | "verdict" | "precision"} key */
  const coded = (key) => filter[key].map((id) => w(key + "." + id));
  /** @type {{title: string, words: string[]}[]} */
  const parts = [
    { title: w("filter.plan"), words: named(plans, filter.plan) },
    { title: w("filter.status"), words: coded("status") },
    { title: w("filter.region"), words: named(regions, filter.region) },
    { title: w("place.group"), words: places },
    { title: w("filter.mode"), words: core ? [] : coded("mode") },
    { title: w("filter.finding"), words: coded("finding") },
    { title: w("filter.current"), words: coded("current") },
    { title: w("filter.verdict"), words: coded("verdict") },
    { title: w("filter.precision"), words: coded("precision") },
    { title: "", words: on ? [w("years.day", { y: on })] : [] },
    {
      title: "",
      words: filter.year
        .filter(Boolean)
        .map(String)
        .concat(filter.q ? [w("page.search", { q: filter.q })] : []),
    },
  ];
  return parts
    .filter((part) => part.words.length)
    .map((part) => (part.title ? part.title + colon : "") + part.words.join(mark))
    .join(stop);
}
