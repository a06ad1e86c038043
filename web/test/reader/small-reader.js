// The page Read a plan with one document, in a page whose server is the test's.
import { Reader } from "../../src/reader/reader.js";
import { newSession } from "../../src/reader/session.js";
import { fullPayload, listeners, surroundings } from "../small-window.js";

/** Words that have something put in. */
const WORDS = {
  "read.reviewed": "{n} of {all}",
  "read.rows.where": "{first}–{last} of {all}",
  "read.said.verdict": "{name}: {verdict}",
  "read.state.read": "read, {n} found",
  "read.state.finding": "finding {p}",
  "read.was": "{plan} {status}",
  "read.against.shared": "{name} {n}",
  "read.remove": "remove {name}",
  "read.limits": "at most {file_mb} MB",
  "read.field.project.unknown": "no {name}",
  "read.restarted.lost": "lost {names}",
};

/** A row as the server found it. */
export const row = (key, more) => ({
  key,
  clause: "一",
  as_written: "甲线",
  name: "甲线",
  mode: "rail",
  action: "建设",
  status: "construction",
  start_year: 0,
  complete_year: 0,
  project: "",
  score: 0,
  reason: ["", ""],
  confidence: "high",
  doubt: ["", ""],
  kind: "plan",
  start: 0,
  end: 2,
  ...more,
});

/** A document of the queue, whose text and rows have come. */
export const file = (key, more) => ({
  key,
  name: `${key}.docx`,
  plan: "",
  state: "read",
  done: 1,
  fault: ["", ""],
  notes: [],
  characters: 10,
  text: `${key}-text`,
  rows: [`${key}-rows`],
  places: "",
  saved: "",
  ...more,
});

/** What the server sends. */
export const data = (more) => ({
  view: "",
  session: "s1",
  payload: "p1",
  failed: "Failed",
  lang: "en",
  limits: { file_mb: 1, pages: 2, text_mb: 3, seconds: 4, expansion: 5 },
  review_format: "review 1",
  too_big: ["{size} 大于 {most}", "{size} over {most}"],
  files: [file("a")],
  compared: null,
  heard: 0,
  unfit: [],
  downloads: "",
  closed: "",
  taken: [],
  ...more,
});

/** What Leaflet makes of shapes: each knows what it is of and how it looks. */
function shapes(done) {
  const shape = (kind) => {
    L[kind] = class {
      constructor(at, options) {
        Object.assign(this, { at, options });
      }
      setRadius(radius) {
        this.options.radius = radius;
      }
      setStyle(style) {
        Object.assign(this.options, style);
      }
      bringToFront() {
        done.push(["front", kind]);
      }
    };
    return (at, options) => new L[kind](at, options);
  };
  const Path = shape("Path");
  L.circleMarker = shape("CircleMarker");
  Object.setPrototypeOf(L.CircleMarker.prototype, L.Path.prototype);
  const line = shape("Polyline");
  Object.setPrototypeOf(L.Polyline.prototype, L.Path.prototype);
  const plain = L.polyline;
  L.polyline = (at, options) =>
    options && options.renderer ? plain(at, options) : line(at, options);
  L.polygon = (at, options) => Object.assign(Path(at, options), { area: true });
  L.featureGroup = () => {
    const group = {
      layers: [],
      addLayer: (layer) => group.layers.push(layer),
      eachLayer: (act) => group.layers.forEach(act),
      on: (_, act) => {
        group.click = act;
      },
      addTo: (map) => {
        map.layers.add(group);
        group.map = map;
        return group;
      },
      remove: () => group.map.layers.delete(group),
      getBounds: () => ({ corners: group.layers.flatMap((layer) => layer.at) }),
    };
    return group;
  };
}

/** The page of `sent`, with these pieces; `told` is what it told the server. */
export function made({ pieces, sent, text = "甲线建设\n乙路通车", session, change, ...more } = {}) {
  const its = surroundings(),
    { document, window } = globalThis,
    told = [],
    put = [];
  shapes(its.since.list || []);
  const { heard, listen } = listeners();
  Object.assign(window, listen("window"), {
    getSelection: () => its.selection || null,
    atlasPieces: {
      "a-text": text,
      "a-rows": [row("a.0"), row("a.1", { name: "乙路", start: 5, end: 7, mode: "highway" })],
      ...pieces,
    },
  });
  Object.assign(document, listen("document"), { body: its.page });
  globalThis.Element = its.page.constructor;
  globalThis.HTMLInputElement = class {};
  globalThis.IntersectionObserver = class {
    constructor(act) {
      its.appear = (node) => act([{ isIntersecting: true, target: node }]);
    }
    observe() {}
    disconnect() {}
  };
  const payload = fullPayload();
  if (change) change(payload);
  const own = session || newSession("en", "");
  const reader = new Reader(its.page, payload, { zh: WORDS, en: WORDS }, own, {
    theme: "light",
    state: (name, value) => told.push([name, name === "review" ? JSON.parse(value) : value]),
    trigger: (name, value) => told.push([name, value]),
    outgoing: { put: (content) => put.push(content), state: "" },
    again: () => told.push(["again"]),
    ...more,
  });
  const send = (next) => reader.update(data({ ...sent, ...next }));
  send();
  const tell = (target, type, event = {}) => {
    heard().forEach(([on, name, act]) => {
      if (on === target && name === type) act(event);
    });
  };
  const key = (code, event = {}) => {
    reader.app.hear("keydown", {
      code,
      key: code,
      target: reader.app,
      preventDefault: () => {},
      ...event,
    });
  };
  const heardBy = () => heard().map(([on, name]) => `${on} ${name}`);
  const find = (words) => its.page.all("button").find((b) => b.textContent === words);
  return Object.assign(its, {
    root: its.page,
    reader,
    session: own,
    told,
    put,
    send,
    tell,
    key,
    find,
    heardBy,
    payload,
  });
}

/** What is compared with earlier plans: rail went forward, the port is dropped. */
export const COMPARED = {
  source: "a",
  against: "late",
  choices: [
    { plan: "", name: ["全部", "All"], shared: 2 },
    { plan: "late", name: ["晚", "Late"], shared: 1 },
  ],
  rows: {},
  projects: {
    rail: {
      name: ["渝昆高铁", "Yukun HSR"],
      change: "forward",
      moved: 1,
      was: "research",
      was_plan: ["早", "Early"],
      was_start: 2018,
      was_complete: 2020,
      told: [["推进", "Moved on"]],
    },
  },
  dropped: [
    { project: "port", name: ["某港", "Some Port"], was: "operation", was_plan: ["早", "Early"] },
    { project: "bare", name: ["只名", "Bare"], was: "", was_plan: ["晚", "Late"] },
  ],
};
export const KNOWN = row("a.0", { project: "rail", start_year: 2020, complete_year: 2025 });
export const NEW = row("a.1", {
  name: "乙路",
  start: 5,
  end: 7,
  confidence: "low",
  complete_year: 2030,
});
/** The page with these rows, compared with earlier plans. */
export const compared = (more) =>
  made({ pieces: { "a-rows": [KNOWN, NEW] }, sent: { compared: COMPARED }, ...more });

/** The cells of the table, their texts in turn. */
export const table = (root) =>
  root
    .querySelector(".reader-table")
    .all("tbody")[0]
    .all("tr")
    .map((tr) => tr.children.map((cell) => cell.texts("span").join(" | ")));
