// The explorer's state in the address: what a link holds, and what of it is believed.
import { placeCodes } from "./filter.js";
import { knownYears } from "./timeline.js";

/** @import { Filter, Payload, State, Theme } from "./types.js" */

export const TABS = ["map", "compare", "matrix", "charts", "outcomes", "data"];
// The lists that filter; `change` only says which changes are shown.
const FILTERS = [
  ...["plan", "status", "region", "mode", "place", "year", "finding"],
  ...["current", "verdict"],
];
const LISTS = FILTERS.concat("change");
/** How far projects are, and what the plans say. */
export const VIEWS = ["now", "plan"];
// Codes that links from before still hold.
/** @type {Record<string, Record<string, string>>} */
const RENAMED = { change: { gone: "dropped" } };
const SWITCH = ["on", "off"];
// The server's own keys, left as they are.
const FOREIGN = /^(embed|embed_options)$/;
/** @type {("auto" | Theme)[]} */
export const THEMES = ["auto", "light", "dark"];

/**
 * The state a page starts with when its address says nothing.
 * @param {Payload} payload
 * @returns {State}
 */
export function defaultState(payload) {
  const plans = payload.plans;
  return {
    lang: "zh",
    tab: "map",
    view: "now",
    plan: [],
    status: [],
    region: [],
    mode: payload.core.slice(),
    place: [],
    year: [],
    finding: [],
    current: [],
    verdict: [],
    change: [],
    q: "",
    project: "",
    at: "",
    from: "earlier",
    to: plans.length ? plans[plans.length - 1].id : "",
    theme: "auto",
    rail: "on",
    road: "off",
    band: "off",
    on: "",
  };
}

/**
 * @param {Payload} payload
 * @returns {Record<string, string[]>}
 */
function allowed(payload) {
  /** @param {{id: string}[]} list */
  const ids = (list) => list.map((x) => x.id);
  const plans = ids(payload.plans),
    codes = placeCodes(payload.base),
    years = new Set(["0"]);
  payload.projects.forEach((p) => {
    (p.mentions || []).forEach((m) => {
      years.add(String(m.start_year));
      years.add(String(m.complete_year));
    });
  });
  return {
    lang: ["zh", "en"],
    tab: TABS,
    view: VIEWS,
    plan: plans,
    status: payload.statuses,
    region: ids(payload.regions),
    mode: payload.modes.concat("all"),
    place: codes.counties.concat(codes.prefectures),
    year: Array.from(years),
    finding: payload.finding_kinds,
    current: payload.current_statuses,
    verdict: payload.verdict_codes,
    change: payload.changes,
    project: ids(payload.projects),
    from: plans.concat("earlier", "all"),
    to: plans,
    theme: THEMES,
    rail: SWITCH,
    road: SWITCH,
    band: SWITCH,
    on: onYears(payload),
  };
}

/**
 * The years on which the map can stand.
 * @param {Payload} payload
 */
function onYears(payload) {
  const years = knownYears(payload);
  /** @type {string[]} */
  const found = [];
  if (years) for (let y = years.first; y <= years.last; y++) found.push(String(y));
  return found;
}

/**
 * A viewport "lat,lon,zoom" inside the map, or null.
 * @param {string} text
 */
export function readViewport(text) {
  const n = String(text).split(",").map(Number);
  const fine =
    n.length === 3 &&
    n.every(Number.isFinite) &&
    n[0] > 20 &&
    n[0] < 42 &&
    n[1] > 88 &&
    n[1] < 120 &&
    n[2] >= 5 &&
    n[2] <= 13;
  return fine ? { lat: n[0], lon: n[1], zoom: n[2] } : null;
}

/**
 * {state, ignored}: the state that a query string asks for, and what it asks in vain.
 * @param {Payload} payload
 * @param {string} search
 * @returns {{state: State, ignored: string[]}}
 */
export function readAddress(payload, search) {
  const state = defaultState(payload),
    known = allowed(payload);
  /** @type {string[]} */
  const ignored = [];
  const asked = new URLSearchParams(search);
  // A link that filters and does not say how to draw is from before there was a choice.
  if (FILTERS.concat("q").some((key) => asked.getAll(key).some(Boolean))) state.view = "plan";
  asked.forEach((value, key) => {
    if (FOREIGN.test(key) || value === "") return;
    /** @param {string} v */
    const no = (v) => {
      ignored.push(key + "=" + v);
    };
    if (key === "q") state.q = value.slice(0, 80);
    else if (key === "at") {
      if (readViewport(value)) state.at = value;
      else no(value);
    } else if (!Object.prototype.hasOwnProperty.call(known, key)) no(value);
    else {
      const now = RENAMED[key] || {};
      const codes = Array.from(
        new Set(
          value
            .split(",")
            .filter(Boolean)
            .map((v) => (Object.prototype.hasOwnProperty.call(now, v) ? now[v] : v)),
        ),
      );
      const good = codes.filter((v) => {
        const is = known[key].indexOf(v) >= 0;
        if (!is) no(v);
        return is;
      });
      if (!good.length) return;
      if (key === "mode") state.mode = good.indexOf("all") >= 0 ? [] : good;
      else if (key === "year") state.year = good.map(Number);
      else Object.assign(state, { [key]: LISTS.indexOf(key) >= 0 ? good : good[0] });
    }
  });
  return { state: state, ignored: ignored };
}

/**
 * The query string of a state, "" for the defaults; the server's own keys in `before` stay.
 * @param {Payload} payload
 * @param {State} state
 * @param {string} [before]
 */
export function writeAddress(payload, state, before) {
  /** @type {Record<string, any>} */
  const base = defaultState(payload);
  /** @type {Record<string, any>} */
  const now = state;
  /** @type {string[]} */
  const found = [];
  /** @param {unknown[]} a @param {unknown[]} b */
  const same = (a, b) => String(a.slice().sort()) === String(b.slice().sort());
  /** @param {string} key @param {string} value */
  const put = (key, value) => {
    found.push(key + "=" + encodeURIComponent(value).replace(/%2C/g, ","));
  };
  new URLSearchParams(before || "").forEach((value, key) => {
    if (FOREIGN.test(key)) put(key, value);
  });
  const filters = FILTERS.some((key) => !same(now[key], base[key])) || !!now.q;
  Object.keys(base).forEach((key) => {
    const value = now[key];
    if (key === "view") {
      if (filters || value !== base.view) put(key, value);
    } else if (LISTS.indexOf(key) >= 0) {
      if (!same(value, base[key]))
        put(key, key === "mode" && !value.length ? "all" : value.join(","));
    } else if (value !== base[key] && value) put(key, value);
  });
  return found.length ? "?" + found.join("&") : "";
}

/**
 * The part of a state that filters, as applyFilter takes it.
 * @param {State} state
 * @returns {Filter}
 */
export function chosenFilter(state) {
  return {
    plans: state.plan,
    statuses: state.status,
    regions: state.region,
    modes: state.mode,
    places: state.place,
    years: state.year,
    findings: state.finding,
    currents: state.current,
    verdicts: state.verdict,
    query: state.q,
  };
}
