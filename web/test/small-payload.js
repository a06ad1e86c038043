// A payload small enough to reckon by hand, for the tests of what reads it.

import { readFileSync } from "node:fs";

// What the search goes by, as it is.
const { search } = JSON.parse(
  readFileSync(new URL("../../tests/data/search_small.json", import.meta.url), "utf8"),
);

/** What a project is called; own name, other names and English words. */
export const called = (own, too = [], english = "") => ({
  own: [own],
  too: too,
  written: [],
  stems: [],
  routes: [],
  english: english,
});

const DIGITS = Array.from({ length: 92 }, (_, i) => String.fromCharCode(35 + i)).filter(
  (c) => c !== "<" && c !== "\\",
);

/** Whole numbers packed as the payload has them: zigzag, 45 to a digit, the low digit first. */
export function pack(numbers) {
  return numbers
    .map((n) => {
      let value = n < 0 ? -2 * n - 1 : 2 * n,
        text = "";
      while (value >= 45) {
        text += DIGITS[45 + (value % 45)];
        value = Math.floor(value / 45);
      }
      return text + DIGITS[value];
    })
    .join("");
}

/** A naming in a plan; plan and status are indices, 0 is no year. */
export const mention = (plan, status, start = 0, complete = 0) => ({
  plan,
  clause: "一",
  as_written: "名",
  action: "",
  status,
  start_year: start,
  complete_year: complete,
  note: "",
});

/** What changed from one plan (an index) to another. */
export const finding = (kind, from, to) => ({
  kind,
  plan_from: from,
  plan_to: to,
  words_zh: "变",
  words_en: "Changed",
});

export const STATUSES = ["research", "construction", "operation", "unspecified"];

const key = (name, kind, more) => [name, { kind, ...more }];
const newer = ["current", "verdict", "precision"];
const lists = ["plan", "status", "region", "place", "finding", ...newer];
const pairs = (names) => Object.fromEntries(names.map((name) => [name, [name, `in ${name}`]]));

/** A grammar with a key of each sort. */
const GRAMMAR = {
  keys: Object.fromEntries([
    key("lang", "code", { values: ["zh", "en"], default: "zh", only: "explorer" }),
    key("view", "code", { values: ["now", "plan"], default: "now", filtered: "plan" }),
    ...lists.map((name) => key(name, "codes", { filters: true, newer: newer.includes(name) })),
    key("mode", "codes", { filters: true, values: ["all"], default: ["rail", "highway"] }),
    ...["near", "box", "within"].map((name) => key(name, "shape", { filters: true, newer: true })),
    key("year", "years", { filters: true }),
    key("change", "codes", { renamed: { gone: "dropped" } }),
    key("q", "text", { filters: true }),
    key("project", "code"),
    key("at", "viewport"),
    key("from", "code", { of: "compared", values: ["earlier", "all"], default: "earlier" }),
    key("to", "code", { of: "compared", default: "late" }),
    key("maps", "code", { values: ["one", "two", "swipe"], default: "one" }),
    key("rail", "code", { values: ["on", "off"], default: "on", only: "explorer" }),
    key("on", "code", { newer: true }),
    ...["lat", "lon", "zoom"].map((name) => key(name, "number")),
    key("step", "number", { only: "file" }),
  ]),
  names: {
    status: { ...pairs(STATUSES), research: ["研究", "Research"] },
    mode: { rail: ["铁路", "Rail"], highway: ["公路", "Road"], port: ["港口", "Port"] },
    finding: pairs(["forward", "back"]),
    current: pairs(["planned", "construction", "open", "unknown"]),
    verdict: pairs(["kept", "late", "missed"]),
    precision: pairs([...["traced", "routed", "waypoints", "endpoints", "place", "area", "none"]]),
    change: pairs(["new", "forward", "back", "dropped"]),
  },
  limits: { lat: [20, 42], lon: [88, 120], zoom: [5, 13], km: [1, 300], corners: [3, 50] },
  touches_km: 1,
  longest: 80,
  foreign: ["embed", "embed_options"],
};

/** Between states in two years; what is promised, and what is not known, has not begun. */
function yearChanges() {
  const far = { "": 0, promised: 0, construction: 1, open: 2 },
    found = {};
  Object.keys(far).forEach((a) => {
    Object.keys(far).forEach((b) => {
      const gained = far[b] - far[a];
      if (a || b) found[`${a}>${b}`] = gained > 0 ? "forward" : gained < 0 ? "back" : "same";
    });
  });
  return found;
}

/**
 * Two plans, two regions, three counties in two prefectures, four projects:
 * rail: in both plans, promised for 2020 and 2025, counties 0 and 1, region 0, late and missed;
 * road: in the second plan only, county 2, region 1, no year, a finding;
 * port: in the first plan only, a place in county 0, promised for 2020;
 * bare: only named in the second plan.
 */
export function smallPayload() {
  const nothing = ".".repeat(11);
  const history = (first, second) => first + second + nothing.slice(2);
  return {
    scale: 100,
    address: GRAMMAR,
    as_of: "2021-06",
    statuses: STATUSES,
    listed: [],
    current_statuses: ["planned", "construction", "open", "unknown"],
    timeline_states: ["construction", "open", "promised"],
    year_changes: yearChanges(),
    verdict_codes: ["kept", "late", "missed"],
    sources: [],
    methods: ["river", "network", "stops"],
    bases: ["stations", "public", "plan"],
    modes: ["rail", "highway", "port"],
    core: ["rail", "highway"],
    changes: ["new", "forward", "back", "dropped"],
    finding_kinds: ["forward", "back"],
    contradictions: ["back"],
    words: {
      zh: { "mode.rail": "铁路", "mode.highway": "公路", "status.research": "研究" },
      en: {
        "mode.rail": "Rail",
        "mode.highway": "Road",
        "status.research": "Research",
        "current.construction": "Built",
      },
    },
    style: { changes: { forward: {}, back: {} } },
    search: search,
    pinyin: { yu: "渝", kun: "昆", gao: "高", tie: "铁", cheng: "成", zhong: "中" },
    plans: [
      {
        id: "early",
        title: ["早的计划", "The early plan"],
        short: ["早", "Early"],
        date: "2019-01",
      },
      { id: "late", title: ["晚的计划", "The late plan"], short: ["晚", "Late"], date: "2021-01" },
    ],
    regions: [
      { id: "north", name: ["北区", "North"], counties: [0, 1] },
      { id: "south", name: ["南区", "South"], counties: [2] },
    ],
    base: {
      codes: { counties: "510101510102500101", prefectures: "510100500100" },
      counties: [
        { name: "甲县", name_en: "Jia", prefecture: 0 },
        { name: "乙县", name_en: "Yi", prefecture: 0 },
        { name: "丙县", name_en: "Bing", prefecture: 1 },
      ],
      prefectures: [
        { name: "成市", short: "成", name_en: "Cheng", province: "51" },
        { name: "渝市", short: "渝", name_en: "Yu", province: "50" },
      ],
      arcs: [],
    },
    histories: [history("0", "1"), history(".", "0"), history("2", "."), history(".", "3")],
    stops: [
      { name: "渝中", x: 100, y: 200, name_en: "Yuzhong" },
      { name: "昆", x: 110, y: 180, name_en: "" },
    ],
    projects: [
      {
        id: "rail",
        called: called("渝昆高铁", ["成中线"], "yukun high speed railway"),
        name: ["渝昆高铁", "Yukun HSR"],
        aliases: ["成中线"],
        mode: "rail",
        history: 0,
        kind: "L",
        geometry: [pack([100, 200, 10, 0, 0, -20])],
        regions: [0],
        counties: [0, 1],
        county_km: [10, 5],
        stops: [0, 1],
        spans: [{ state: "construction", first: 2019, last: 0 }],
        precision: "waypoints",
        current: 1,
        verdicts: [1, 2],
        mentions: [mention(0, 0, 2018, 2020), mention(1, 1, 0, 2025)],
      },
      {
        id: "road",
        called: called("某高速", [], "some road"),
        name: ["某高速", "Some Road"],
        mode: "highway",
        history: 1,
        kind: "L",
        geometry: [pack([0, 0, 1, 1])],
        regions: [1],
        counties: [2],
        county_km: [40],
        precision: "waypoints",
        current: 2,
        verdicts: [0],
        mentions: [mention(1, 0)],
        findings: [finding("back", 0, 1)],
        part_of: "rail",
      },
      {
        id: "port",
        called: called("某港", [], "some port"),
        name: ["某港", "Some Port"],
        mode: "port",
        history: 2,
        kind: "P",
        geometry: [pack([50, 60])],
        counties: [0],
        precision: "place",
        current: 2,
        verdicts: [1],
        mentions: [mention(0, 2, 0, 2020)],
        stops: [0],
      },
      {
        id: "bare",
        called: called("只名", [], "bare"),
        name: ["只名", "Bare"],
        mode: "rail",
        history: 3,
        precision: "none",
        current: 3,
        mentions: [mention(1, 3)],
      },
    ],
  };
}

/** A filter that leaves everything, with `change`. */
export const filter = (change) => ({
  plan: [],
  status: [],
  region: [],
  mode: [],
  place: [],
  near: [],
  box: [],
  within: [],
  year: [],
  finding: [],
  current: [],
  verdict: [],
  precision: [],
  q: "",
  ...change,
});
