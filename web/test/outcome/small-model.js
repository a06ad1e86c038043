// A model of three projects with promises and facts, small enough to reckon by hand.

/** A promise that a plan (an index) makes for the completion of a project. */
export const outcome = (plan, year, verdict, happened, more) => ({
  plan,
  kind: "complete",
  year,
  strength: "plan",
  section: "",
  happened: happened || "",
  verdict,
  months: 0,
  basis_zh: "依据",
  basis_en: "basis",
  sources: [],
  ...more,
});

/** A fact that may decide. */
export const event = (kind, date, more) => ({
  event: kind,
  date,
  section: "",
  decides: 1,
  ...more,
});

export const span = (state, first, last) => ({ state, first, last: last || 0 });

const PROJECTS = [
  {
    id: "line",
    name: ["乙线", "B line"],
    mode: "rail",
    regions: [0, 1],
    current: 2,
    outcomes: [
      outcome(1, 2021, "missed"),
      outcome(0, 2019, "late", "2021-06"),
      outcome(0, 2018, "late", "2021-06", { kind: "start" }),
    ],
    spans: [
      span("construction", 2015, 2019),
      span("partly_open", 2020, 2022),
      span("promised", 2019, 2022),
    ],
    events: [
      event("open_section", "2020-03-01"),
      event("start", "2015"),
      event("open", "2021", { decides: 0 }),
      event("open", "2023-05"),
    ],
    without_year: [1],
  },
  {
    id: "road",
    name: ["甲路", "A road"],
    mode: "highway",
    regions: [1],
    current: 0,
    outcomes: [outcome(1, 2021, "kept", "2021-02")],
    spans: [span("open", 2021)],
    events: [event("complete", "2023"), event("open", "2023-05-02")],
    without_year: [0, 1],
  },
  {
    id: "port",
    name: ["丙港", "C port"],
    mode: "port",
    current: 2,
    outcomes: [outcome(1, 2030, "due")],
    spans: [span("promised", 2025)],
  },
  { id: "bare", name: ["丁", "D"], mode: "rail", current: 2 },
];

export function smallModel() {
  const projects = PROJECTS.map((data, index) => ({ id: data.id, index, data }));
  return {
    payload: {
      as_of: "2026-11-26",
      projects: PROJECTS,
      verdict_codes: ["kept", "late", "missed", "due", "unknown"],
      current_statuses: ["open", "construction", "unknown"],
      openings: ["open", "open_section", "complete"],
      modes: ["rail", "highway", "port"],
      plans: [
        { id: "early", short: ["早", "Early"], date: "2018-01" },
        { id: "late", short: ["晚", "Late"], date: "2020-06-01" },
      ],
      regions: [
        { id: "north", name: ["北", "North"] },
        { id: "south", name: ["南", "South"] },
        { id: "west", name: ["西", "West"] },
      ],
    },
    projects,
    byId: new Map(projects.map((p) => [p.id, p])),
  };
}

export const EVERY = PROJECTS.map((p) => p.id);
