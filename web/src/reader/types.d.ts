// What Python gives the page Read a plan (review/contract.py) and what the page tells it.
import type { Lang, Pair } from "../core/types.js";

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
  project: string;
  score: number;
  reason: Pair;
  confidence: string;
  doubt: Pair;
  kind: string;
  start: number;
  end: number;
}

/** Where a project is that no plan named before: lines L, points P, rings A, or nowhere. */
export interface Place {
  key: string;
  kind: string;
  courses: [number, number][][];
  precision: string;
  told: Pair;
}

/** What follows from a row as it is after review. */
export interface Now {
  name: string;
  as_written: string;
  project: string;
  project_name: Pair;
  reason: Pair;
  change: string;
  moved: number;
  was: string;
  was_plan: Pair;
  was_start: number;
  was_complete: number;
  told: Pair[];
}

export interface Dropped {
  project: string;
  name: Pair;
  was: string;
  was_plan: Pair;
}

export interface Against {
  plan: string;
  name: Pair;
  shared: number;
}

export interface Compared {
  source: string;
  against: string;
  choices: Against[];
  rows: Record<string, Now>;
  dropped: Dropped[];
}

export interface File {
  key: string;
  name: string;
  plan: string;
  state: string;
  done: number;
  fault: Pair;
  notes: Pair[];
  characters: number;
  text: string;
  rows: string[];
  places: string;
  saved: Record<string, Correction>;
}

export interface Limits {
  file_mb: number;
  pages: number;
  text_mb: number;
  seconds: number;
  expansion: number;
}

export interface Shown {
  view: string;
  payload: string;
  failed: string;
  lang: Lang;
  limits: Limits;
  too_big: Pair;
  files: File[];
  compared: Compared | null;
  saved_at: number;
}

/** What a person corrects of a row; what is not there is as found (review/corrections.py). */
export interface Correction {
  verdict?: "" | "accept" | "reject";
  name?: string;
  mode?: string;
  status?: string;
  start?: number;
  end?: number;
  start_year?: number;
  complete_year?: number;
  project?: string;
}

/** A row as it is after review. */
export interface Reviewed {
  key: string;
  row: Row;
  verdict: "" | "accept" | "reject";
  name: string;
  as_written: string;
  mode: string;
  status: string;
  start: number;
  end: number;
  start_year: number;
  complete_year: number;
  project: string;
  project_name: Pair;
  reason: Pair;
  change: string;
  moved: boolean;
  was: string;
  was_plan: Pair;
  was_start: number;
  was_complete: number;
  told: Pair[];
  /** Whether a person changed more than the verdict. */
  changed: boolean;
}

/** Pieces that the server sent, by name. */
declare global {
  interface Window {
    atlasPieces?: Record<string, any>;
  }
}
