// What the address of an exported file asks for: #region=wandakai&plan=shuangcheng-2020&status=…
// &mode=…&finding=…&current=…&verdict=…&view=…&q=…&project=…&lat=…&lon=…&zoom=…&step=3&on=2021.
// Codes or names; lists are joined by commas.
import { foldText } from "../core/filter.js";
import { LOOK_OF } from "../core/looks.js";
import { knownYears } from "../core/timeline.js";
import { readYear } from "../outcome/year-steps.js";

/**
 * @import { Lang, Payload } from "../core/types.js"
 * @import { Asked, ListKey } from "./types.js"
 */

/**
 * @typedef {{ id: string, names: (string | null)[] }} Named a code and all that it is called
 */

/** @param {string} text @returns {string} */
function decoded(text) {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch (_) {
    return text;
  }
}

/** @param {Named[]} list @returns {(asked: string) => string | undefined} */
function finder(list) {
  /** @type {Map<string, string>} */
  const at = new Map();
  list.forEach((x) => {
    [x.id, ...x.names].forEach((name) => {
      const key = name ? foldText(name).trim() : "";
      if (key && !at.has(key)) at.set(key, x.id);
    });
  });
  // Else by a part that nothing else has, as on the command line.
  return (asked) => {
    const key = foldText(asked).trim();
    if (at.has(key) || key.length < 2) return at.get(key);
    /** @type {Set<string>} */
    const found = new Set();
    at.forEach((id, name) => {
      if (name.indexOf(key) >= 0) found.add(id);
    });
    return found.size === 1 ? Array.from(found)[0] : undefined;
  };
}

/** @type {Lang[]} */
const LANGS = ["zh", "en"];

/**
 * {filter, viewport, project, step, ignored}: `filter` has only the fields that are asked for,
 * `ignored` what does not exist.
 * @param {Payload} payload
 * @param {string} hash
 * @returns {Asked}
 */
export function readHash(payload, hash) {
  /** @type {Asked} */
  const found = {
    filter: {},
    view: null,
    viewport: null,
    project: null,
    step: null,
    on: null,
    ignored: [],
  };
  /** @param {string} kind @param {string[]} ids @returns {Named[]} */
  const coded = (kind, ids) =>
    ids.map((id) => ({
      id: id,
      names: LANGS.map((l) => (payload.words[l] ? payload.words[l][kind + "." + id] : "")),
    }));
  /** @type {Record<string, [ListKey, () => Named[]]>} */
  const fields = {
    region: ["regions", () => payload.regions.map((r) => ({ id: r.id, names: r.name }))],
    plan: [
      "plans",
      () => payload.plans.map((p) => ({ id: p.id, names: [...p.short, ...p.title] })),
    ],
    status: ["statuses", () => coded("status", payload.statuses)],
    finding: ["findings", () => coded("finding", payload.finding_kinds)],
    mode: ["modes", () => coded("mode", payload.modes)],
    current: ["currents", () => coded("current", payload.current_statuses)],
    verdict: ["verdicts", () => coded("verdict", payload.verdict_codes)],
  };
  /** @type {Record<string, number>} */
  const numbers = {};
  const years = knownYears(payload);
  let filters = false;
  hash
    .replace(/^#/, "")
    .split("&")
    .filter(Boolean)
    .slice(0, 40)
    .forEach((pair) => {
      const cut = pair.indexOf("="),
        key = cut < 0 ? pair : pair.slice(0, cut),
        value = cut < 0 ? "" : decoded(pair.slice(cut + 1));
      /** @param {string} v @returns {void} */
      const ignore = (v) => {
        found.ignored.push(decoded(key) + (v ? "=" + v : ""));
      };
      if (value && (key === "q" || Object.prototype.hasOwnProperty.call(fields, key)))
        filters = true;
      if (Object.prototype.hasOwnProperty.call(fields, key)) {
        const name = fields[key][0],
          find = finder(fields[key][1]());
        if (key === "mode" && value === "all") {
          found.filter[name] = [];
          return;
        }
        value
          .split(",")
          .filter(Boolean)
          .forEach((v) => {
            const id = find(v);
            if (id === undefined) {
              ignore(v);
              return;
            }
            const list = (found.filter[name] = found.filter[name] || []);
            if (list.indexOf(id) < 0) list.push(id);
          });
      } else if (key === "view") {
        if (Object.prototype.hasOwnProperty.call(LOOK_OF, value)) found.view = value;
        else ignore(value);
      } else if (key === "q") found.filter.query = value.slice(0, 80);
      else if (key === "project") {
        if (payload.projects.some((p) => p.id === value)) found.project = value;
        else ignore(value);
      } else if (key === "on") {
        const year = years && readYear(value, years);
        if (year) found.on = year;
        else ignore(value);
      } else if (["lat", "lon", "zoom", "step"].indexOf(key) >= 0) {
        if (value.trim() && Number.isFinite(+value)) numbers[key] = +value;
        else ignore(value);
      } else ignore(value);
    });
  // A link that filters and does not say how to draw is from before there was a choice.
  if (filters && !found.view) found.view = "plan";
  const whole =
    numbers.lat !== undefined && numbers.lon !== undefined && numbers.zoom !== undefined;
  if (whole && Math.abs(numbers.lat) < 85 && Math.abs(numbers.lon) <= 180) {
    found.viewport = {
      lat: numbers.lat,
      lon: numbers.lon,
      zoom: Math.max(5, Math.min(13, numbers.zoom)),
    };
  }
  if (numbers.step !== undefined) found.step = Math.max(0, Math.floor(numbers.step) - 1);
  return found;
}
