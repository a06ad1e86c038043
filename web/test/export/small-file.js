// An exported file of the small payload, on maps that keep what is done to them.
import { Page } from "../../src/export/page.js";
import { filter } from "../small-payload.js";
import { fullPayload, listeners, surroundings } from "../small-window.js";

/** Words that have something put in. */
const WORDS = {
  "page.date": "of {d}",
  "compare.year": "{y}",
  "compare.side": "{name}: {n}",
  "compare.choice": "{name} {n}",
  "page.ignored": "in vain: {what}",
  "legend.shown": "{n} shown",
  "legend.unplaced": "{n} nowhere",
  "card.more": "{n} more",
  "present.more": "{n} more",
  "page.search": "search {q}",
  "page.picture.png": "png {w} {h}",
  "page.picture.svg": "svg {w} {h}",
  "present.of": "{i} of {n}",
  "present.again": "{n} again",
  "present.leaned": "{n} leaned",
  "present.first": "first {a}",
  "present.caption": "new {a}, moved {b}",
  "outcome.as_of": "as of {d}",
  "years.day": "end of {y}",
  missing: "{n} missing: {why}",
};

const point = (x, y) => ({ ...L.point(x, y), equals: (p) => p.x === x && p.y === y });

/** What a map of an exported file knows beside that of any page; what is done stands in `done`. */
const mapOf = (done, sizes) => ({
  keyboard: { disable: () => done.push(["no keys"]) },
  getSize: () => point(...sizes.map),
  // Measured anew, a map stays where it is: nobody asks for a pan.
  invalidateSize: (how) => {
    if (how && how.pan !== false) throw new Error("a map that moves when it is measured");
    done.push(["size"]);
  },
  stop: () => done.push(["stop"]),
  _stop: () => done.push(["stop"]),
  distance: (a, b) => (sizes.metres * (b[1] - a[1])) / 100,
  getPanes() {
    return { ...this.panes, mapPane: { children: [], style: {}, at: L.point(3, 4) } };
  },
  containerPointToLatLng: (at) => {
    const [x, y] = Array.isArray(at) ? at : [at.x, at.y];
    return [y, x];
  },
});

/**
 * The page of a file with these settings at the address `hash`. `sizes` says how large maps are
 * and how many metres a hundred of their pixels.
 */
export function made({
  hash = "",
  width = 1000,
  change,
  config,
  begun = true,
  wide = true,
  modern = true,
} = {}) {
  const sizes = { map: [800, 500], metres: 100000 };
  const its = surroundings({ width, map: (done) => mapOf(done, sizes) }),
    { document, window } = globalThis;
  const { heard, listen } = listeners();
  Object.assign(window, listen("window"), {
    location: { hash },
    innerWidth: 1280,
    innerHeight: 660,
    matchMedia: (query) => ({
      matches: query.includes("900px") && wide,
      addListener: (act) => heard().push(["medium", "change", act]),
      ...listen("medium"),
    }),
    getComputedStyle: (node) => ({ zIndex: node.style.zIndex || "" }),
    print: () => its.printed.push(document.styleSheets[0].cssRules.slice()),
  });
  Object.assign(document, listen("document"), {
    body: its.page,
    fullscreenElement: null,
    styleSheets: [
      {
        cssRules: ["a rule"],
        insertRule(rule, at) {
          this.cssRules.splice(at, 0, rule);
          return at;
        },
        deleteRule(at) {
          this.cssRules.splice(at, 1);
        },
      },
    ],
  });
  globalThis.CSS = { supports: () => modern };
  globalThis.HTMLCanvasElement = class {};
  globalThis.HTMLButtonElement = class {};
  its.printed = [];
  const payload = fullPayload();
  payload.address.keys.tab = {
    ...payload.address.keys.tab,
    only: undefined,
    values: ["map", "compare", "outcomes"],
  };
  Object.assign(payload.words.zh, WORDS);
  Object.assign(payload.words.en, WORDS);
  if (change) change(payload);
  const page = new Page(its.page, payload, {
    title: "Atlas",
    name: "atlas",
    subtitle: "",
    date: "2021-06",
    lang: "en",
    view: "plan",
    selected: null,
    damaged: "Damaged",
    ...config,
    filter: { ...EVERY, mode: ["rail", "highway"], ...(config && config.filter) },
  });
  if (begun) {
    page.begin();
    page.view.wake();
  }
  const shown = () => Array.from(page.view.shown.keys());
  /** Tell who listens to an event of the window or the document, until one keeps it. */
  const tell = (target, type, event = {}) => {
    heard()
      .filter(([on, name]) => on === target && name === type)
      .sort((a, b) => Number(b[3]) - Number(a[3]))
      .some(([, , act]) => {
        act(event);
        return event.stopped;
      });
  };
  const heardBy = (target) => heard().filter(([on]) => on === target).length;
  const find = (text) => its.page.all("button").find((b) => b.textContent === text);
  return { ...its, root: its.page, page, payload, sizes, shown, tell, heardBy, find };
}

/** A filter that leaves everything. */
export const EVERY = filter();
