// What Python gives the view. Written by scripts.derive_contract; change contract.py.
import type { Base } from "./ground.js";
import type { Style } from "./looks.js";

/** A key of an address, as :class:`layers.address.Key` says it. What would be empty is left out. */
export interface AddressKey {
  kind: string;
  /** Whether it is part of the filter. */
  filters?: boolean;
  /** Codes that it takes beside those of the data. */
  values?: string[];
  /** Those that an exported file takes, if not all. */
  filed?: string[];
  /** The key whose codes and names it has, if not its own. */
  of?: string;
  /** What a page without it shows. */
  default?: string | string[];
  /** What one shows whose address filters and has no ``newer`` key, if that is another. */
  filtered?: string;
  /** Whether it came with ``filtered`` or later: no link from before has it. */
  newer?: boolean;
  /** Codes of links from before. */
  renamed?: Record<string, string>;
  /** The page that knows it, explorer or file. */
  only?: string;
}

/** What a project may be called, as the search compares names (:mod:`layers.search.index`). */
export interface Called {
  /** Its own name: with words of one meaning made one, and as it stands. */
  own: string[];
  /** Its other names. */
  too: string[];
  /** How plans and English write it, and its id. */
  written: string[];
  /** What of all these stands before the kind of works, and its ends. */
  stems: string[];
  /** Its ends, parted by blanks; each with what else may stand for it, parted by ``/``. */
  routes: string[];
  /** The words of its English name. */
  english: string;
}

/** What public sources report after the plan. */
export interface Event {
  event: string;
  date: string;
  section: string;
  /** For a report of progress: how far the source says it is, as in ``current_statuses``. */
  state: string;
  text: string;
  source: number;
  confidence: string;
  /** 1 where another source says otherwise, else 0. */
  disputed: number;
  /** ``before`` for a fact of an older line, ``outside`` for one of a section not drawn. */
  scope: string;
  /** 1 where it may decide how far the project is, else 0. */
  decides: number;
}

/** What changed or slipped from one plan to another. */
export interface Finding {
  kind: string;
  plan_from: number;
  /** -1 where the finding is not about a second plan. */
  plan_to: number;
  words_zh: string;
  words_en: string;
}

/** What an address can hold. */
export interface Grammar {
  keys: Record<string, AddressKey>;
  /** Of each vocabulary, what its codes are called. */
  names: Record<string, Record<string, string[]>>;
  /** Least and most of latitude, longitude and zoom, of the ``km`` round a place and of the ``corners`` of a ring. */
  limits: Record<string, number[]>;
  /** A line touches a place where at least so much of it lies inside. */
  touches_km: number;
  /** Characters of a search that are heeded. */
  longest: number;
  /** Keys of the server, which say nothing to the page. */
  foreign: string[];
}

/** The legs of a line, from stop to stop: of each field a list, a value a leg. */
export interface Legs {
  /** How many steps of the project's lines each takes; they follow each other through them. */
  steps: number[];
  /** Places in the project's ``stops``; -1 where it is none of them. */
  start: number[];
  end: number[];
  /** Half-widths in metres of the bands in which the true line is expected. */
  band: number[];
  method: number[];
  basis: number[];
  sources: number[][];
}

/** A column of the list that is shown as it stands. */
export interface ListedColumn {
  label: [string, string];
  /** 1 for numbers, else 0. */
  numeric: number;
}

/** The most characters of a part of a note. */
export interface Longest {
  text: number;
  source: number;
  contact: number;
}

/** One naming of a project in a plan. */
export interface Mention {
  plan: number;
  clause: string;
  as_written: string;
  action: string;
  status: number;
  /** Year promised for the start, or 0. */
  start_year: number;
  /** Year promised for completion, or 0. */
  complete_year: number;
  note: string;
}

/** What a correction note needs (:mod:`registry.notes`). */
export interface Notes {
  kinds: string[];
  /** Which data these are. */
  data: string;
  longest: Longest;
}

/** What became of a promise with a year, on the day of the facts. */
export interface Outcome {
  plan: number;
  kind: string;
  /** The year promised. */
  year: number;
  strength: string;
  /** Of the fact that decides, or empty. */
  section: string;
  /** Year, month or day, or empty. */
  happened: string;
  verdict: string;
  /** Whole months late, or 0 where it was not late or only a year is known. */
  months: number;
  /** How the verdict was reached. */
  basis_zh: string;
  basis_en: string;
  sources: number[];
}

/** Everything the view shows. */
export interface Payload {
  /** Raised when the view must read the payload differently. */
  version: number;
  /** Steps in a degree. */
  scale: number;
  style: Style;
  /** The view's words by language and key. */
  words: Record<string, Record<string, string>>;
  address: Grammar;
  modes: string[];
  /** The modes that are shown unless others are asked for. */
  core: string[];
  statuses: string[];
  listed: ListedColumn[];
  /** The statuses as the picture of a card has them: a bare name, then by how far along. */
  stages: string[];
  /** How a leg may be drawn, and what it may be known from. */
  methods: string[];
  bases: string[];
  /** The kinds of fact that open something. */
  openings: string[];
  /** The lanes of the axis of time, from the top. */
  lanes: string[];
  current_statuses: string[];
  verdict_codes: string[];
  changes: string[];
  finding_kinds: string[];
  /** The kinds of finding in which a plan contradicts an earlier one. */
  contradictions: string[];
  promise_kinds: string[];
  timeline_states: string[];
  /** The class from the state in one year to that in a later one: ``before>after``, either empty where nothing is known. */
  year_changes: Record<string, string>;
  /** The day of the facts, on which every verdict holds; empty where it is not known. */
  as_of: string;
  notes: Notes;
  /** Why projects are not among these, a sentence each; not there where all are. */
  missing?: [string, string][];
  /** What became of a project between any two plans; :mod:`layers.payload.histories` says how. */
  histories: string[];
  plans: Plan[];
  regions: Region[];
  /** Syllables and the characters that are read so. */
  pinyin: Record<string, string>;
  search: Search;
  base: Base;
  stops: Stop[];
  sources: Source[];
  projects: Project[];
}

/** A plan, in the order of their dates. */
export interface Plan {
  id: string;
  title: [string, string];
  /** A few characters for chips, columns and legends. */
  short: [string, string];
  issuer: string;
  /** Document number as printed, or empty. */
  number: string;
  /** Year, month or day. */
  date: string;
}

/** A project; a field that would be empty is left out. */
export interface Project {
  id: string;
  name: [string, string];
  mode: string;
  precision: string;
  /** Its place in ``histories``. */
  history: number;
  called: Called;
  /** Another one where what is shown of it has changed (:mod:`layers.records.digest`). */
  record: string;
  /** 1 where nobody has checked the record against the plans. */
  unreviewed?: number;
  /** When a source of its facts was last looked at. */
  looked_at?: string;
  aliases?: string[];
  /** Id of the whole it is a section of. */
  part_of?: string;
  regions?: number[];
  counties?: number[];
  /** Kilometres in each of ``counties``, to a tenth; no sum is more than ``km``. */
  county_km?: number[];
  /** Adcodes of its counties and prefectures with less than 1 km of its line, and no stop. */
  grazes?: string[];
  /** P for points, L for lines, A for areas; left out without a geometry. */
  kind?: string;
  geometry?: string[];
  /** Half-width in metres of the band of the true place, of a line's least sure leg; no area's. */
  uncertainty?: number;
  /** Half of a line's kilometres have no wider band. */
  uncertainty_median?: number;
  legs?: Legs;
  /** Length as drawn. */
  km?: number;
  /** Length as published. */
  official_km?: number;
  method?: string;
  source?: string;
  basis?: string;
  route_note?: string;
  note?: string;
  stops?: number[];
  mentions?: Mention[];
  events?: Event[];
  /** How far it is by facts: a place in ``current_statuses``. */
  current: number;
  current_since?: string;
  /** Date of the newest fact that decides. */
  current_seen?: string;
  /** 0 to 1; left out where it is not known. */
  open_share?: number;
  /** The sentence on it; ``[1]`` is the first of ``current_sources``. */
  current_words: [string, string];
  current_sources?: number[];
  verdicts?: number[];
  /** Of the promise that stands for it in a table: start or complete. */
  promise_kind?: string;
  promised_year?: number;
  happened_on?: string;
  months_late?: number;
  findings?: Finding[];
  outcomes?: Outcome[];
  spans?: Span[];
  /** Its cells in ``listed``; left out where all are empty. */
  listed?: string | number[];
  /** The plans that say what is to be done with it and name no year. */
  without_year?: number[];
}

/** A planning region. */
export interface Region {
  id: string;
  name: [string, string];
  counties: number[];
}

/** What the search goes by (:mod:`layers.search.tables`). */
export interface Search {
  /** Characters and the forms that are read as them. */
  characters: Record<string, string>;
  /** What is written in several ways, and how it is compared; in order. */
  alike: [string, string][];
  /** What a name may begin with and mean no other project. */
  heads: string[];
  tails: string[];
  /** Kinds of works by the mode that they say. */
  kinds: Record<string, string[]>;
  units: string;
  /** English words, and those they mean. */
  english: Record<string, string>;
  /** How pinyin is heard; in order. */
  ear: [string, string][];
  /** Characters that are taken for each other. */
  looks: string[];
  provinces: string;
  /** Characters that tell one place, or one of a kind, from another. */
  telling: string;
  /** The ways in which a name answers, in groups, the best first. */
  ways: string[][];
  numbers: Record<string, number>;
}

/** Where facts come from; what is not known is empty. */
export interface Source {
  publisher: string;
  title: string;
  url: string;
  /** Year, month or day. */
  published: string;
}

/** Years, both included, on whose 31 December a state holds. */
export interface Span {
  state: string;
  first: number;
  /** 0 where it still holds on the day of the facts. */
  last: number;
}

/** A place that projects run through; lines that meet share it. */
export interface Stop {
  name: string;
  x: number;
  y: number;
  name_en: string;
}
