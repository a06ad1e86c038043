// What an address holds, and what of it is believed: of the explorer after "?", of an exported file
// after "#". The keys, their kinds and limits come with the payload (layers/address.py); codes and
// names are understood, lists are joined by commas.
import { spellingOf } from "./search/folding.js";
import { knownYears } from "./timeline.js";
import { placeNames } from "./where/areas.js";
import { readShape } from "./where/shapes.js";

/** @import { Address, Filter, Payload, State, Viewport } from "./types.js" */

// A number as layers/address.py takes it.
const NUMBER = /^[ \t-\r]*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?[ \t-\r]*$/i;
const VIEWPORT = ["lat", "lon", "zoom"];
// The characters that a line has room for.
const LINE = 200;

/** @param {object} table @param {string} key */
const has = (table, key) => Object.prototype.hasOwnProperty.call(table, key);

/**
 * The state a page starts with when its address says nothing.
 * @param {Payload} payload
 * @param {"explorer" | "file"} [page]
 * @returns {State}
 */
export function defaultState(payload, page = "explorer") {
  const keys = payload.address.keys;
  /** @type {Record<string, any>} */
  const state = {};
  Object.keys(keys).forEach((name) => {
    const { kind, only, default: value } = keys[name];
    if ((only && only !== page) || VIEWPORT.indexOf(name) >= 0) return;
    const list = kind === "codes" || kind === "years" || kind === "shape";
    state[name] = list ? Array.from(value || []) : kind === "viewport" ? null : value || "";
  });
  return /** @type {State} */ (state);
}

/**
 * The keys of the filter.
 * @param {Payload} payload
 * @returns {(keyof Filter)[]}
 */
export function filterKeys(payload) {
  const keys = payload.address.keys;
  return /** @type {(keyof Filter)[]} */ (Object.keys(keys).filter((name) => keys[name].filters));
}

/**
 * The filter of a state.
 * @param {Payload} payload
 * @param {object} state
 * @returns {Filter}
 */
export function filterOf(payload, state) {
  const said = /** @type {Record<string, any>} */ (state);
  /** @type {Record<string, any>} */
  const filter = {};
  filterKeys(payload).forEach((name) => {
    filter[name] = said[name];
  });
  return /** @type {Filter} */ (filter);
}

/**
 * A filter that lets everything through.
 * @param {Payload} payload
 * @returns {Filter}
 */
export function emptyFilter(payload) {
  /** @type {Record<string, any>} */
  const filter = {};
  filterKeys(payload).forEach((name) => {
    filter[name] = payload.address.keys[name].kind === "text" ? "" : [];
  });
  return /** @type {Filter} */ (filter);
}

/** @param {{first: number, last: number} | null} span @returns {string[]} */
function yearsOf(span) {
  const found = [];
  if (span) for (let year = span.first; year <= span.last; year++) found.push(String(year));
  return found;
}

/**
 * Of each vocabulary and list of the data, the codes and what else they are called.
 * @param {Payload} payload
 * @returns {Record<string, Map<string, string[]>>}
 */
function namesOf(payload) {
  /** @param {string[]} codes @returns {Map<string, string[]>} */
  const bare = (codes) => new Map(codes.map((code) => [code, []]));
  /** @template {{id: string}} T @param {T[]} rows @param {(row: T) => string[]} called */
  const rows = (rows, called) => new Map(rows.map((row) => [row.id, called(row)]));
  const years = new Set(["0"]);
  payload.projects.forEach((p) => {
    (p.mentions || []).forEach((m) => {
      years.add(String(m.start_year)).add(String(m.complete_year));
    });
  });
  const plans = rows(payload.plans, (p) => [...p.short, ...p.title]),
    ends = bare(yearsOf(knownYears(payload)));
  /** @type {Record<string, Map<string, string[]>>} */
  const found = {
    plan: plans,
    compared: new Map([...plans, ...ends]),
    region: rows(payload.regions, (r) => r.name),
    project: rows(payload.projects, (p) => [...p.name, ...(p.aliases || [])]),
    place: placeNames(payload.base),
    year: bare(Array.from(years)),
    on: ends,
  };
  Object.keys(payload.address.names).forEach((kind) => {
    const called = payload.address.names[kind];
    found[kind] = new Map(Object.keys(called).map((code) => [code, called[code]]));
  });
  return found;
}

/**
 * Finds the code that a text stands for: a code, one of its names whatever the case, or a part of
 * two characters or more that only one code's spellings have.
 * @param {Map<string, string[]>} there
 * @returns {(asked: string) => string | undefined}
 */
function finder(there) {
  /** @type {Map<string, string>} */
  const codes = new Map();
  /** @param {string} name @param {string} code */
  const add = (name, code) => {
    const spelling = spellingOf(name);
    if (spelling && !codes.has(spelling)) codes.set(spelling, code);
  };
  there.forEach((_, code) => {
    add(code, code);
  });
  there.forEach((names, code) => {
    names.forEach((name) => {
      add(name, code);
    });
  });
  return (asked) => {
    if (there.has(asked)) return asked;
    const wanted = spellingOf(asked);
    if (codes.has(wanted) || Array.from(wanted).length < 2) return codes.get(wanted);
    /** @type {Set<string>} */
    const found = new Set();
    codes.forEach((code, spelling) => {
      if (spelling.indexOf(wanted) >= 0) found.add(code);
    });
    return found.size === 1 ? Array.from(found)[0] : undefined;
  };
}

/** @param {string} text @returns {number | null} */
function readNumber(text) {
  return NUMBER.test(text) && Number.isFinite(+text) ? +text : null;
}

/**
 * The viewport of latitude, longitude and zoom, the zoom brought within its limits.
 * @param {Payload} payload
 * @param {string[]} parts
 * @returns {Viewport | null}
 */
function readViewport(payload, parts) {
  const limits = payload.address.limits,
    [lat, lon, zoom] = parts.map(readNumber);
  if (parts.length !== 3 || lat === null || lon === null || zoom === null) return null;
  /** @param {string} name @param {number} n */
  const within = (name, n) => Math.max(limits[name][0], Math.min(limits[name][1], n));
  if (lat !== within("lat", lat) || lon !== within("lon", lon)) return null;
  return { lat: lat, lon: lon, zoom: within("zoom", zoom) };
}

/**
 * {values, ignored}: what an address says, of the keys that it has only, and what it says in vain.
 * Lists grow with each value, of anything else the last counts.
 * @param {Payload} payload
 * @param {string} text with or without its "?" or "#"
 * @param {"explorer" | "file"} page
 * @returns {{values: Partial<Address>, ignored: string[]}}
 */
export function readAddress(payload, text, page) {
  const { keys, foreign, longest } = payload.address;
  /** @type {Record<string, any>} */
  const values = {};
  /** @type {Record<string, string>} */
  const viewport = {};
  /** @type {string[]} */
  const ignored = [];
  let filters = false,
    newer = false;
  /** @param {string} name @param {string} value */
  const ignore = (name, value) => {
    ignored.push(name + "=" + value);
  };
  /** @type {Record<string, Map<string, string[]>> | null} */
  let names = null;
  /** @type {Record<string, (asked: string) => string | undefined>} */
  const finders = {};
  /** @param {string} name @param {string} asked */
  const find = (name, asked) => {
    const { values: more = [], of = name, renamed = {} } = keys[name];
    if (!finders[name]) {
      names = names || namesOf(payload);
      /** @type {[string, string[]][]} */
      const own = more.map((code) => [code, []]);
      finders[name] = finder(new Map([...own, ...(names[of] || [])]));
    }
    const code = finders[name](has(renamed, asked) ? renamed[asked] : asked),
      filed = page === "file" && keys[name].filed;
    return filed && filed.indexOf(String(code)) < 0 ? undefined : code;
  };
  // By itself it would take away a second "?".
  new URLSearchParams("&" + text.replace(/^[?#]/, "")).forEach((value, name) => {
    if (!value || foreign.indexOf(name) >= 0) return;
    const key = has(keys, name) ? keys[name] : null;
    if (!key || (key.only && key.only !== page)) {
      ignore(name, value);
      return;
    }
    filters = filters || !!key.filters;
    newer = newer || !!key.newer;
    if (key.kind === "text") values[name] = Array.from(value).slice(0, longest).join("");
    else if (VIEWPORT.indexOf(name) >= 0) viewport[name] = value;
    else if (key.kind === "shape") {
      const read = readShape(payload.address, name, value.split(",").map(readNumber));
      if (read) values[name] = read;
      else ignore(name, value);
    } else if (key.kind === "viewport" || key.kind === "number") {
      const read =
        key.kind === "number" ? readNumber(value) : readViewport(payload, value.split(","));
      if (read === null) ignore(name, value);
      else values[name] = read;
    } else {
      value
        .split(",")
        .filter(Boolean)
        .forEach((part) => {
          const code = find(name, part);
          if (code === undefined) {
            ignore(name, part);
            return;
          }
          if (key.kind === "code") {
            values[name] = code;
            return;
          }
          const list = (values[name] = values[name] || []),
            item = key.kind === "years" ? Number(code) : code;
          if (list.indexOf(item) < 0) list.push(item);
        });
    }
  });
  if (Object.keys(viewport).length && !values.at) {
    const at = readViewport(
      payload,
      VIEWPORT.map((name) => viewport[name] || ""),
    );
    if (at) values.at = at;
    else
      Object.keys(viewport).forEach((name) => {
        ignore(name, viewport[name]);
      });
  }
  Object.keys(values).forEach((name) => {
    const value = values[name];
    if (Array.isArray(value) && isAll(payload, name) && value.indexOf("all") >= 0)
      values[name] = [];
  });
  Object.keys(keys).forEach((name) => {
    const filtered = keys[name].filtered;
    if (filters && !newer && filtered && !has(values, name)) values[name] = filtered;
  });
  return { values: values, ignored: ignored };
}

// As text: the oldest engine reads such classes, but ES2017 has none in its grammar.
const UNSEEN = "[\\p{C}\\p{Zl}\\p{Zp}]";

/**
 * One line of what an address says in vain: what cannot be seen is marked, what is long is cut.
 * @param {string[]} ignored
 */
export function toldInVain(ignored) {
  const all = Array.from(ignored.join("; ")),
    line = all.slice(0, LINE).join("") + (all.length > LINE ? "…" : "");
  return line.replace(new RegExp(UNSEEN, "gu"), "\ufffd");
}

/**
 * Whether a list says "all" for none chosen.
 * @param {Payload} payload
 * @param {string} name
 */
function isAll(payload, name) {
  return (payload.address.keys[name].values || []).indexOf("all") >= 0;
}

/**
 * The query string of a state, "" for the defaults; the server's own keys in `before` stay. What a
 * file has behind its hash always says how the map is drawn.
 * @param {Payload} payload
 * @param {State} state
 * @param {string} [before]
 * @param {"explorer" | "file"} [page]
 */
export function writeAddress(payload, state, before, page = "explorer") {
  /** @type {Record<string, any>} */
  const base = defaultState(payload, page);
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
    if (payload.address.foreign.indexOf(key) >= 0) put(key, value);
  });
  /** @param {string} key */
  const differs = (key) =>
    Array.isArray(now[key]) ? !same(now[key], base[key]) : !!now[key] && now[key] !== base[key];
  const filters = page === "file" || filterKeys(payload).some(differs);
  Object.keys(base).forEach((key) => {
    const { kind, filtered } = payload.address.keys[key],
      value = now[key];
    if (!differs(key) && !(filtered && filters)) return;
    if (Array.isArray(value))
      put(key, !value.length && isAll(payload, key) ? "all" : value.join(","));
    else if (kind === "viewport") put(key, VIEWPORT.map((name) => value[name]).join(","));
    else put(key, value);
  });
  return found.length ? (page === "file" ? "#" : "?") + found.join("&") : "";
}
