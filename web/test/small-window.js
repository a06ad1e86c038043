// A page whose address and clock are the test's, and a payload with all that is shown in it.
import { drawingLeaflet, drawingMap, SmallContext } from "./map/drawing-leaflet.js";
import { smallStyle } from "./map/small-style.js";
import { smallPayload } from "./small-payload.js";

/** What was measured since it was asked last, as [font, text]. */
const MEASURED = [];
export const measured = () => MEASURED.splice(0);

/** A canvas that keeps what is measured: the pages keep the first one that they are given. */
class MeasuringContext extends SmallContext {
  measureText(text) {
    MEASURED.push([this.font, text]);
    return super.measureText(text);
  }
}

const choice = (values, start) => ({ kind: "code", values, default: start, only: "explorer" });
const TABS = ["map", "matrix", "compare", "charts", "outcomes", "data"];

/** The small payload with all that the pages show. */
export function fullPayload() {
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
    Object.assign(p, { current_words: ["", ""] });
  });
  return payload;
}

/** What is heard at things of a page: `listen(target)` makes one that can be listened at. */
export function listeners() {
  let heard = [];
  const listen = (target) => ({
    addEventListener: (type, act, first = false) => heard.push([target, type, act, first]),
    // What is heard before others is let go of as such.
    removeEventListener: (type, act, first = false) => {
      heard = heard.filter(
        ([on, name, does, before]) =>
          on !== target || name !== type || does !== act || before !== first,
      );
    },
  });
  return { heard: () => heard, listen };
}

/**
 * A page at the address `search` of `width` pixels, and what happens to it; `map` gives what its
 * maps know beside. What waits for a time stands in `waiting` as [act, milliseconds].
 */
export function surroundings({ search = "", width = 1000, map: more } = {}) {
  const { page } = drawingLeaflet(),
    waiting = [],
    done = [],
    addresses = [],
    sizes = [],
    outside = [];
  Object.assign(globalThis.document, {
    documentElement: globalThis.document.createElement("html"),
    addEventListener: (type, act) => type === "pointerdown" && outside.push(act),
    removeEventListener: (type, act) =>
      type === "pointerdown" && outside.splice(outside.indexOf(act), 1),
  });
  const later = (act, wait) => waiting.push([act, wait]);
  const heard = { addEventListener: () => {}, removeEventListener: () => {} };
  const pops = [];
  globalThis.window = {
    addEventListener: (type, act) => type === "popstate" && pops.push(act),
    removeEventListener: (type, act) => type === "popstate" && pops.splice(pops.indexOf(act), 1),
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
    state: { kept: 1 },
    replaceState: (state, _, address) => {
      addresses.push([state.kept && "kept", address]);
      globalThis.location.search = new URL(address, "https://a.cn").search;
    },
    pushState: (state, _, address) => {
      addresses.push([state.kept && "kept", address, "push"]);
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
      getContext: () => new MeasuringContext(),
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
      stop: () => {},
      getCenter: () => ({ lat: 30.123456, lng: 104.98765 }),
      eachLayer: () => {},
      remove: () => done.push(["remove"]),
      _getBoundsCenterZoom: () => ({ zoom: 1 }),
      containerPointToLatLng: () => ({ lat: 0, lng: 0 }),
      latLngToContainerPoint: () => L.point(0, 0),
      project: () => L.point(0, 0),
      getPixelBounds: () => L.bounds(L.point(0, 0), L.point(1, 1)),
      ...(more ? more(done) : {}),
    });
    return map;
  };
  const run = () => {
    waiting.splice(0).forEach(([act]) => {
      act();
    });
  };
  const since = () => done.splice(0);
  /** The browser has gone to another entry of its history. */
  const popped = (event) => {
    for (const act of pops.slice()) act(event);
  };
  return { popped, page, waiting, addresses, sizes, outside, run, since };
}
