// What the modules of the page Read a plan hand to each other, and what the page tells Python.
import type { Row } from "./contract.js";

export type {
  Against,
  Compared,
  Dropped,
  File,
  Limits,
  Now,
  Place,
  Row,
  Shown,
  Unfit,
} from "./contract.js";

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
  project_name: string[];
  reason: string[];
  change: string;
  moved: boolean;
  was: string;
  was_plan: string[];
  was_start: number;
  was_complete: number;
  told: string[][];
  /** Whether a person changed more than the verdict. */
  changed: boolean;
}

/** Pieces that the server sent, by name. */
declare global {
  interface Window {
    atlasPieces?: Record<string, any>;
  }
}
