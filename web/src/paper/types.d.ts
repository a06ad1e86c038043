// What a sheet is made of.
import type { Lang, Payload, Plan, Side, View, Where, Words } from "../core/types.js";

/** What a sheet shows; a page that is printed is one. */
export interface Scene {
  payload: Payload;
  view: View;
  words: Words;
  lang: Lang;
  config: { title: string; subtitle: string; date: string };
  filter: Partial<Where>;
  /** Both sides of a comparison. */
  compare: { sides(): Side[] | null };
  /** The plans that are its sources. */
  plansShown(): Plan[];
  /** The filter as a sentence. */
  inWords(): string;
  /** What is drawn strongly; the rest is faint. */
  strong?: Set<string> | null;
  /** Marks that a presenter drew. */
  marks?: Mark[];
  /** Where the sheet's own view is made, in the page's body by default. */
  host?: HTMLElement;
}

/** A mark that a presenter drew, in degrees and kilometres; its text may be empty. */
export interface Mark {
  arrow?: [number, number, number, number];
  circle?: [number, number, number];
  at?: [number, number];
  text: string;
}
