// What the modules of promise and outcome hand to each other.
import type { Lang, Model, Theme, Words } from "../core/types.js";
import type { Made } from "./promises.js";

/** Who shows the page: the explorer or an exported file. */
export interface Host {
  model: Model;
  words: Words;
  lang: Lang;
  theme: Theme;
  /** Opens a project's card. */
  open(id: string): void;
  /** Drops every filter; a page without leaves the offer out. */
  widen?(): void;
}

/** A picture of promises: how wide it is, its axis, and what a mark leads to. */
export interface Drawing {
  width: number;
  from: number;
  to: number;
  title: string;
  /** Called with a promise and the mark that was chosen. */
  pick(made: Made, mark: SVGElement): void;
}
