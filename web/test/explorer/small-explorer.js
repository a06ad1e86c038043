// An explorer of the small payload, on a map that keeps what is done to it, in a page whose
// address, clock and server are the test's.
import { Explorer } from "../../src/explorer/explorer.js";
import { drawingLeaflet, drawingMap, SmallContext } from "../map/drawing-leaflet.js";
import { smallStyle } from "../map/small-style.js";
import { smallPayload } from "../small-payload.js";

const choice = (values, start) => ({ kind: "code", values, default: start, only: "explorer" });
/** Words that have something put in. */
const WORDS = {
  "app.choice": "{name} {n}",
  "app.shown": "{n} of {all}",
  "app.filters.show": "filters: {n}",
  "app.more_choices": "{n} more places",
  "app.download": "download {n}",
  "app.download.waiting": "{n} before",
  "app.download.failed": "failed: {why}",
  "app.empty.drop": "drop {what}: {n}",
  "app.ignored": "in vain: {what}",
  "app.language.own": "中文",
  "card.more": "{n} more",
  missing: "{n} missing: {why}",
  ...Object.fromEntries(
    ["none", "ends", "area", "wide", "years", "disputed"].map((key) => [
      `app.data.gap.${key}`,
      `${key} {n}`,
    ]),
  ),
};
const TABS = ["map", "matrix", "compare", "charts", "outcomes", "data"];

/** The small payload with all that the explorer shows. */
export function explorerPayload() {
  const payload = smallPayload();
  Object.assign(payload, {
    style: {
      ...smallStyle(),
      events: {},
      verdicts: Object.fromEntries(
        payload.verdict_codes.map((code, i) => [
          code,
          { colour: `#00000${i}`, dark: "#ffffff", shape: "circle", fill: 1 },
        ]),
      ),
    },
    stages: ["named", "research", "construction", "operation"],
    lanes: [],
    openings: ["open"],
    promise_kinds: ["start", "complete"],
  });
  payload.address = {
    ...payload.address,
    keys: {
      ...structuredClone(payload.address.keys),
      tab: choice(TABS, "map"),
      theme: choice(["auto", "light", "dark"], "auto"),
      band: choice(["on", "off"], "off"),
      road: choice(["on", "off"], "off"),
    },
  };
  const placed = { x: 0, y: 0, seat: 0 };
  payload.base = {
    ...payload.base,
    counties: payload.base.counties.map((county) => ({ ...county, ...placed })),
    prefectures: payload.base.prefectures.map((city) => ({ ...city, ...placed, capital: 0 })),
    rivers: [],
    beyond: [],
    neighbours: [],
  };
  payload.projects.forEach((p) => {
    Object.assign(p, { precision: "none", current_words: ["", ""] });
  });
  return payload;
}

/**
 * A page at the address `search` of `width` pixels, and what happens to it. What waits for a time
 * stands in `waiting` as [act, milliseconds].
 */
export function surroundings({ search = "", width = 1000 } = {}) {
  const { page } = drawingLeaflet(),
    waiting = [],
    done = [],
    addresses = [],
    sizes = [],
    outside = [];
  Object.assign(globalThis.document, {
    documentElement: globalThis.document.createElement("html"),
    addEventListener: (_, act) => outside.push(act),
    removeEventListener: (_, act) => outside.splice(outside.indexOf(act), 1),
  });
  const later = (act, wait) => waiting.push([act, wait]);
  const heard = { addEventListener: () => {}, removeEventListener: () => {} };
  globalThis.window = {
    ...heard,
    setTimeout: later,
    matchMedia: () => ({ matches: false, ...heard }),
    ResizeObserver: true,
  };
  globalThis.ResizeObserver = class {
    constructor(act) {
      this.act = act;
    }
    observe(node) {
      sizes.push([node, this.act]);
    }
    disconnect() {
      done.push(["unwatched"]);
    }
  };
  globalThis.setTimeout = later;
  globalThis.clearTimeout = (n) => {
    if (waiting[n - 1]) waiting[n - 1] = [() => {}, null];
  };
  globalThis.requestAnimationFrame = (act) => later(act, "frame");
  globalThis.location = { search, pathname: "/a", hash: "#h", href: `https://a.cn/a${search}` };
  globalThis.history = {
    state: "kept",
    replaceState: (state, _, address) => {
      addresses.push([state, address]);
      globalThis.location.search = new URL(address, "https://a.cn").search;
    },
  };
  L.SVG = class {};
  L.SVG.create = (tag) => globalThis.document.createElementNS("", tag);
  L.control = { scale: () => ({ addTo: () => {} }) };
  const { createElement } = globalThis.document;
  globalThis.document.createElement = (tag) =>
    Object.assign(createElement(tag), {
      clientWidth: width,
      getContext: () => new SmallContext(),
      scrollIntoView: (how) => done.push(["in sight", how.block]),
    });
  L.map = (box) => {
    const map = drawingMap(page, {
      zoom: 7,
      getContainer: () => box,
      setMinZoom: () => map,
      setMaxZoom: () => {},
      fitBounds: (bounds, how) => done.push(["fit", bounds.corners, how]),
      setView: (at, zoom, how) => done.push(["view", at, zoom, how]),
      setMaxBounds: () => {},
      invalidateSize: () => {},
      getCenter: () => ({ lat: 30.123456, lng: 104.98765 }),
      eachLayer: () => {},
      remove: () => done.push(["remove"]),
      _getBoundsCenterZoom: () => ({ zoom: 1 }),
      containerPointToLatLng: () => ({ lat: 0, lng: 0 }),
      latLngToContainerPoint: () => L.point(0, 0),
      project: () => L.point(0, 0),
      getPixelBounds: () => L.bounds(L.point(0, 0), L.point(1, 1)),
    });
    return map;
  };
  const run = () => {
    waiting.splice(0).forEach(([act]) => {
      act();
    });
  };
  const since = () => done.splice(0);
  return { page, waiting, addresses, sizes, outside, run, since };
}

/** The words that the page's server has. */
export const WORDS_OF = { zh: WORDS, en: { ...WORDS, "app.language.own": "English" } };

/** The explorer in such a page; `change` is called with the payload before. */
export function made({ search, width, change, ...options } = {}) {
  const its = surroundings({ search, width }),
    { page } = its;
  const payload = explorerPayload();
  if (change) change(payload);
  const ex = new Explorer(page, payload, {
    theme: () => "light",
    words: WORDS_OF,
    more: () => Promise.resolve({ places: 3, regions: [] }),
    networks: () => new Promise(() => {}),
    again: () => {},
    ...options,
  });
  const find = (choice) => page.all("button", { "data-choice": choice })[0];
  const press = (choice) => {
    find(choice).hear("click");
  };
  const shown = () => Array.from(ex.view.shown.keys());
  return { ...its, ex, payload, find, press, shown };
}
