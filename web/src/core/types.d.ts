// What the view's modules hand to each other, beside what Python gives (contract.d.ts).

import type { Filter, State } from "./payload/address-keys.js";
import type * as Contract from "./payload/contract.js";
import type { Payload, Stop } from "./payload/contract.js";

export type { Address, Filter, State, Viewport } from "./payload/address-keys.js";
export type {
  Event,
  Finding,
  Legs,
  ListedColumn,
  Mention,
  Outcome,
  Payload,
  Plan,
  Source,
  Span,
  Stop,
} from "./payload/contract.js";
export type { CurrentStyle, StatusStyle, Style } from "./payload/looks.js";

export type Lang = "zh" | "en";
export type Theme = "light" | "dark";

/** Colours by what they are for, as #rrggbb. */
export type Palette = Record<string, string>;

/** Places of the world, x and y by turns, each from 0 to 1 (Web Mercator, y down). */
export type World = Float64Array;

/** Chinese, English; either may be empty, not both. */
export type Pair = [string, string];

/** words(key, {n: 3}): the text of a key in the page's language. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

/** A project's facts; what is empty is left out. */
export interface ProjectData
  extends Omit<Contract.Project, "history" | "kind" | "geometry" | "stops" | "legs"> {
  statuses: Record<number, number>;
  stops?: Stop[];
  legs?: Leg[];
}

/** A leg of a line: places of its two stops in the project's own, -1 for none of them. */
export interface Leg {
  start: number;
  end: number;
  /** Half-width in metres. */
  band: number;
  method: number;
  basis: number;
  sources: number[];
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
  places: string[];
  regions: string[];
  plans: { id: string; status: string; years: number[] }[];
  years: number[];
  findings: string[];
  verdicts: string[];
}

/** A project as the payload has it: stops and history are indices, lines packed steps. */
export type PackedProject = Contract.Project;

export interface Project {
  id: string;
  index: number;
  /** P points, L lines, A areas, "" nowhere. */
  kind: string;
  data: ProjectData;
  history: History;
  /** Lines in steps, x and y by turns. */
  positions: Int32Array[];
  /** Lists of [latitude, longitude]. */
  lines: [number, number][][];
  /** Lines in places of the world, x and y by turns. */
  worlds: Float64Array[];
  /** Each leg of a line, in degrees and in places of the world; empty for what has none. */
  legLines: [number, number][][];
  legWorlds: World[];
  /** West, north, east, south in places of the world; null without a place. */
  box: number[] | null;
  facts?: Facts;
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
  /** Of the shapes that were asked for last, what was found of each project. */
  shapes?: { asked: string; found: Map<Project, boolean> };
  placeCodes?: { counties: string[]; prefectures: string[] };
  /** The search, and what it last found. */
  search?: {
    of: import("../core/search/matcher.js").Search;
    text: string;
    found: import("../core/search/matcher.js").Found | null;
  };
  /** The status (a code) in the newest of `plans` (indices; all when empty), or null. */
  statusIn(project: Project, plans?: Set<number>): string | null;
}

/** What a filter says of where; empty lists stand for anywhere. */
export type Where = Pick<Filter, "region" | "place" | "near" | "box" | "within">;

/** What a filter leaves: ids, and beside each its status (a code). */
export interface Left {
  ids: string[];
  statuses: (string | null)[];
}

/** What a page compares, by the keys of its address. */
export type Comparing = Pick<State, "from" | "to" | "change" | "maps">;

/** One side of a comparison as a map shows it. */
export interface Side extends Left {
  name: string;
  look: import("./looks.js").Look;
  /** Of the look of a year. */
  year: number;
}

/** What became of a project: a class, and the statuses of both sides (codes). */
export interface Compared {
  kind: string;
  before: string | null;
  after: string | null;
}

/** A project on 31 December of a year. */
export interface YearState {
  /** A code of the timeline; null where nothing is known. */
  state: string | null;
  /** Whether a promise due by then had not happened. */
  unmet: boolean;
}

/** The fields of the state that are lists of codes (years are numbers). */
export type ListField = {
  [K in keyof State]: State[K] extends unknown[] ? K : never;
}[keyof State];

/** The lists of the filter; each choice says how many it would leave. */
export type Facet = Extract<ListField, keyof Filter>;

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

/** What an explorer is made of beside its payload. */
export interface ExplorerOptions {
  /** Where an explorer before this one stood. */
  state?: State | null;
  /** Light or dark. */
  theme(state: State): Theme;
  /** The explorer's own words. */
  words: Record<Lang, Record<string, string>>;
  /** Texts of the server. */
  notices?: Pair[];
  /** Fetches what only the page on the data needs. */
  more(): Promise<More>;
  /** Fetches existing railways and roads. */
  networks(): Promise<import("../map/types.js").NetworksFile>;
  /** The kinds of download that the server has. */
  downloads?: string[];
  /** Makes the page anew. */
  again(state: State): void;
  /** Let the browser paint the ground before the projects are made. */
  paced?: boolean;
}
