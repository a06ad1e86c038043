// What the view's modules hand to each other. Positions in lists are as layers/payload.py writes them.

export type Lang = "zh" | "en";
export type Theme = "light" | "dark";

/** Colours by what they are for, as #rrggbb. */
export type Palette = Record<string, string>;

/** Places of the world, x and y by turns, each from 0 to 1 (Web Mercator, y down). */
export type World = Float64Array;

export interface Viewport {
  lat: number;
  lon: number;
  zoom: number;
}

/** Chinese, English; either may be empty, not both. */
export type Pair = [string, string];

/** words(key, {n: 3}): the text of a key in the page's language. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

/** [plan, clause, name, action, status, start, complete, note]; plan and status are indices. */
export type Mention = [
  number,
  string,
  string,
  string | null,
  number,
  number | null,
  number | null,
  string | null,
];

/** [kind, date, place, what, source, disputed]. */
export type Event = [
  string,
  string | null,
  string | null,
  string | null,
  string | null,
  boolean | number | null,
];

/** [kind, plan from, plan to, Chinese, English]. */
export type Finding = [string, number, number, string, string];

/** [name] or [name, x, y, English name], in steps. */
export type Stop = [string, number?, number?, (string | null)?];

/** A project's facts; what is empty is left out. */
export interface ProjectData {
  id: string;
  name: Pair;
  mode: string;
  precision: string;
  statuses: Record<number, number>;
  aliases?: string[];
  part_of?: string;
  regions?: number[];
  counties?: number[];
  county_km?: number[];
  uncertainty?: number;
  km?: number;
  official_km?: number;
  method?: string;
  source?: string;
  basis?: string;
  route_note?: string;
  note?: string;
  stops?: Stop[];
  mentions?: Mention[];
  events?: Event[];
  findings?: Finding[];
}

/** What became of a project from plan to plan; plans are indices, answers codes or null. */
export interface History {
  statuses: Record<number, number>;
  before(plan: number): string | null;
  between(first: number, second: number): string | null;
  earlier(plan: number): string | null;
  all: string | null;
}

/** What the filter looks up of a project, made once. */
export interface Facts {
  text: string | null;
  places: string[];
  regions: string[];
  plans: { id: string; status: string; years: number[] }[];
  years: number[];
  findings: string[];
  names: string[];
  runs: string[][] | null;
}

/** A project as the payload has it: stops and history are indices, lines packed steps. */
export type PackedProject = Omit<ProjectData, "stops" | "statuses"> & {
  history: number;
  kind?: string;
  stops?: number[];
  geometry?: string[];
  "geometry.head"?: string[];
  "geometry.tail"?: string[];
};

/** A line: its first place and the places from there on, in steps, x and y by turns. */
export interface Course {
  x: number;
  y: number;
  shape: { at: Int32Array; west: number; south: number; east: number; north: number };
}

export interface Project {
  id: string;
  index: number;
  /** P points, L lines, A areas, "" nowhere. */
  kind: string;
  data: ProjectData;
  history: History;
  courses: Course[];
  /** Lists of [latitude, longitude]. */
  lines: [number, number][][];
  /** Lines in places of the world, x and y by turns. */
  worlds: Float64Array[];
  /** West, north, east, south in places of the world; null without a place. */
  box: number[] | null;
  facts?: Facts;
}

export interface Plan {
  id: string;
  title: Pair;
  short: Pair;
  issuer: string;
  number: string | null;
  date: string;
}

export interface Region {
  id: string;
  name: Pair;
  counties: number[];
}

export interface ModeStyle {
  colour: string;
  dark: string;
  width: number;
  symbol: string;
}

export interface StatusStyle {
  dash: number[];
  cap: string;
  scale: number;
  core: boolean;
  fill: number;
}

export interface CurrentStyle extends StatusStyle {
  sign: string;
  faint: boolean;
}

export interface ChangeStyle {
  colour: string;
  dark: string;
  line: string;
  sign: string;
  faint: boolean;
}

export interface Style {
  font: string;
  dimmed: number;
  faint: number;
  casing: number;
  band: number;
  light: Palette;
  dark: Palette;
  modes: Record<string, ModeStyle>;
  statuses: Record<string, StatusStyle>;
  currents: Record<string, CurrentStyle>;
  changes: Record<string, ChangeStyle>;
}

export interface Payload {
  version: number;
  /** Steps in a degree. */
  scale: number;
  style: Style;
  words: Record<Lang, Record<string, string>>;
  modes: string[];
  core: string[];
  statuses: string[];
  changes: string[];
  finding_kinds: string[];
  contradictions: string[];
  histories: string[];
  plans: Plan[];
  regions: Region[];
  pinyin: Record<string, string>;
  base: {
    codes: { counties: string; prefectures: string };
    /** [name, English name, prefecture's index or -1, x, y in steps, 1 where that is its seat]. */
    counties: [string, string, number, number, number, number][];
    /** [name, English name, province, x, y, 1 for a seat, 1 for the two that are named first]. */
    prefectures: [string, string, string, number, number, number, number][];
    /** [county on the left, on the right or -1, packed line]. */
    arcs: [number, number, string][];
    /** [name, English name, x, y in steps]. */
    neighbours: [string, string, number, number][];
    /** Packed lines. */
    beyond: string[];
    /** [name, English name, packed lines]. */
    rivers: [string, string, string[]][];
  };
  stops: Stop[];
  projects: PackedProject[];
}

export interface Model {
  payload: Payload;
  projects: Project[];
  byId: Map<string, Project>;
  /** Lines in places of the world. */
  borders: { province: Float64Array[]; prefecture: Float64Array[]; county: Float64Array[] };
  /** Indices of all counties. */
  everywhere: number[];
  /** Rings round all counties, in places of the world. */
  ground: Float64Array[];
  /** Rings round these counties (indices). */
  outline(counties: number[]): Float64Array[];
  placeCodes?: { counties: string[]; prefectures: string[] };
  readings?: Map<string, string>;
  /** The status (a code) in the newest of `plans` (indices; all when empty), or null. */
  statusIn(project: Project, plans?: Set<number>): string | null;
}

/** A filter; empty lists stand for any. */
export interface Filter {
  plans: string[];
  statuses: string[];
  regions: string[];
  modes: string[];
  places: string[];
  years: number[];
  findings: string[];
  query: string;
}

/** What a filter leaves: ids, and beside each its status (a code). */
export interface Left {
  ids: string[];
  statuses: (string | null)[];
}

/** The explorer's state, as its address writes it. */
export interface State {
  lang: Lang;
  tab: string;
  plan: string[];
  status: string[];
  region: string[];
  mode: string[];
  place: string[];
  year: number[];
  finding: string[];
  change: string[];
  q: string;
  project: string;
  at: string;
  from: string;
  to: string;
  theme: "auto" | Theme;
  rail: string;
  road: string;
  band: string;
}

/** The fields of the state that are lists of codes (years are numbers). */
export type ListField =
  | "plan"
  | "status"
  | "region"
  | "mode"
  | "place"
  | "year"
  | "finding"
  | "change";

/** The fields that count what each choice would leave. */
export type Facet = Exclude<ListField, "change">;

export type Counts = Record<Facet, Map<string | number, number>> & { total: number };

/** The map view. */
export type View = import("../map/view.js").AtlasView;

/** What the explorer's own page on the data needs beside the payload. */
export interface More {
  places: number;
  regions: { definition: string; source: string; area: number | null }[];
}

declare global {
  interface Window {
    /** Static files that the component's loader fetched, by name, and `get` that fetches one. */
    atlasFiles: Record<string, any>;
    /** What the entry points put there for whoever calls from outside. */
    AtlasKit: object;
    /** The text of an exported file's data, once it is opened. */
    atlasText: Promise<string>;
  }
}
