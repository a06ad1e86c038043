// What Python gives the page Read a plan. Written by scripts.derive_contract; change
// review/contract.py.

/** An earlier plan to compare with; ``plan`` is empty for all of them together. */
export interface Against {
  plan: string;
  name: string[];
  shared: number;
}

/** A document against earlier plans. ``projects`` are the known ones that its rows name, by id; a row of none of these is new. ``rows`` are those of which a correction made something else, by key. */
export interface Compared {
  source: string;
  against: string;
  choices: Against[];
  rows: Record<string, Now>;
  projects: Record<string, Stepped>;
  dropped: Dropped[];
}

/** A project that the plan no longer names. */
export interface Dropped {
  project: string;
  name: string[];
  was: string;
  was_plan: string[];
}

/** A document of the queue. */
export interface File {
  key: string;
  name: string;
  plan: string;
  state: string;
  done: number;
  fault: string[];
  notes: string[][];
  characters: number;
  /** Name of the piece with its text, empty before it is open. */
  text: string;
  /** Names of the pieces with its rows. */
  rows: string[];
  /** Name of the piece with its places, empty before they are known. */
  places: string;
  /** Name of the piece with corrections that came with it, by the rest of the row's key. */
  saved: string;
}

/** How much a document may be; numbers of megabytes, pages, seconds, and a ratio. */
export interface Limits {
  file_mb: number;
  pages: number;
  text_mb: number;
  seconds: number;
  expansion: number;
}

/** What a correction makes of a row's words and project. */
export interface Now {
  name: string;
  as_written: string;
  project: string;
  reason: string[];
}

/** Where a project is that no plan named before. */
export interface Place {
  key: string;
  /** L lines, P points, A rings of an area, or empty. */
  kind: string;
  /** Each place is longitude and latitude, in degrees of WGS84. */
  parts: number[][][];
  precision: string;
  told: string[];
}

/** A mention as the reader found it; years are 0 where there are none. */
export interface Row {
  key: string;
  clause: string;
  as_written: string;
  name: string;
  mode: string;
  action: string;
  status: string;
  start_year: number;
  complete_year: number;
  /** Id of the known project, or empty. */
  project: string;
  score: number;
  reason: string[];
  confidence: string;
  doubt: string[];
  /** plan or achievement. */
  kind: string;
  start: number;
  /** Code points of the text, half-open. */
  end: number;
}

/** All that the page shows beside the pieces. */
export interface Shown {
  view: string;
  /** What the server remembers of this page has this key; another one after it was restarted. */
  session: string;
  payload: string;
  failed: string;
  lang: string;
  limits: Limits;
  /** What a review file calls itself. */
  review_format: string;
  /** The sentence for a file beyond the limit, with {size} and {most}. */
  too_big: string[];
  files: File[];
  compared: Compared | null;
  unfit: Unfit[];
  /** What the addresses of downloads hold; empty while there is nothing to download. */
  downloads: string;
  /** Why nothing can be accepted here: closed, read_only, or empty where it can. */
  closed: string;
  /** The number of the page's last message that this answers. */
  heard: number;
  /** What the page sent and the server has: the page keeps the rest and sends it again. */
  taken: string[];
}

/** What the document says of a known project, against earlier plans. */
export interface Stepped {
  name: string[];
  /** A class of change against earlier plans; empty where nothing of it counts. */
  change: string;
  /** 1 where a promised year is another one than before, else 0. */
  moved: number;
  /** Code of the status that earlier plans gave, or empty. */
  was: string;
  was_plan: string[];
  was_start: number;
  was_complete: number;
  told: string[][];
}

/** A field of a correction that is not used, the whole correction where it is empty. */
export interface Unfit {
  key: string;
  field: string;
  told: string[];
}
