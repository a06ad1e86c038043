// What the modules of an exported file hand to one another.
import type {
  Address,
  Comparing,
  Facet,
  Filter,
  Lang,
  Pair,
  Side,
  Viewport,
  Where,
} from "../core/types.js";
import type { Made } from "../outcome/promises.js";
import type { Mark } from "../paper/types.js";

export type Page = import("./page.js").Page;

/** A step of a talk as the file holds it. */
export interface TalkStep {
  title: string;
  caption: string | null;
  filter: Filter;
  viewport: Viewport | null;
  select: string | null;
  highlight: string[];
  /** Whether it shows what its newest plan changes. */
  changes: boolean;
  /** How its map is drawn: "now" or "plan". */
  view: string;
  /** Whether it shows what became of the promises. */
  outcomes: boolean;
  /** Whether it shows how they slipped from plan to plan, in place of a row each. */
  slips: boolean;
  /** What it compares. */
  compare: Comparing | null;
  /** What the presenter drew; left out in files from before there were marks. */
  marks?: Mark[];
}

export interface TalkFile {
  title: string | null;
  steps: TalkStep[];
}

/** The settings of the file. */
export interface Config {
  title: string;
  /** What files taken from it are called. */
  name: string;
  subtitle: string;
  date: string;
  lang: Lang;
  /** How it opens: "now" or "plan". */
  view: string;
  selected: string | null;
  filter: Filter;
  damaged: string;
  viewport?: Viewport;
  on?: number;
  /** What is compared when it opens. */
  compare?: Comparing;
  talk?: TalkFile;
  /** Whether it opens on project sheets. */
  sheets: boolean;
}

/** What the address of the file says, of the keys that it has; `ignored` is what does not exist. */
export interface Asked {
  values: Partial<Address>;
  ignored: string[];
}

/** A project that a step shows as new or moved, with the statuses (codes). */
export interface NewsItem {
  id: string;
  was?: string;
  now: string;
}

/** What a plan adds to those before it and changes in them. */
export interface News {
  fresh: NewsItem[];
  changed: NewsItem[];
  /** Named again, its status the same. */
  again: string[];
  /** Named before and now, one of the two only as a basis: no change. */
  leaned: string[];
  shown: Map<string, string>;
}

/** A step as it is shown. */
export interface Step {
  title: string;
  date: string;
  under: string;
  caption: string;
  shown: Map<string, string>;
  where: Where;
  strong: Set<string> | null;
  news?: News;
  viewport?: Viewport | null;
  select?: string | null;
  /** How its map is drawn; by what the plans say where it is left out. */
  view?: string;
  /** The promises that it shows, the first year first. */
  promises?: Made[];
  /** Whether these are drawn by the plans that made them. */
  slips?: boolean;
  /** What it compares: the class of each project, or both sides, and how these are shown. */
  paint?: Map<string, string>;
  sides?: [Side, Side] | null;
  maps?: string;
  /** Where its map goes. */
  changed?: string[];
  /** What the presenter drew on its map. */
  marks: Mark[];
  /** The step as a talk's file holds it. */
  source: TalkStep;
  /** Each plan, with how many projects it names. */
  plans?: { month: string; name: string; n: number }[];
}

/** A filter's field that the page offers as choices. */
export type ListKey = Exclude<Facet, "year">;

export interface Choice {
  id: string;
  label: string;
  title?: string;
}

/** A button of a menu: its label and what it does. */
export type MenuItem = [string, () => void];

export interface PrintLayout {
  draw(): void;
  print(name: string): void;
}

export type NamedPart = { id: string; name?: Pair; short?: Pair };

declare global {
  interface Window {
    atlasPage: import("./page.js").Page;
  }
}
