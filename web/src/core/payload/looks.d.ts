// How things look. Written by scripts.derive_contract; change looks.py.

/** How a change between plans looks. */
export interface ChangeStyle {
  dash: number[];
  cap: string;
  scale: number;
  core: boolean;
  fill: number;
  sign: string;
  faint: boolean;
  marked: boolean;
  colour: string;
  /** The colour on the dark map. */
  dark: string;
}

/** How far a project is by facts, as it looks. */
export interface CurrentStyle {
  dash: number[];
  cap: string;
  scale: number;
  core: boolean;
  fill: number;
  /** One character beside its word. */
  sign: string;
  /** Whether it recedes. */
  faint: boolean;
  /** Whether its sign stands on the map too. */
  marked: boolean;
}

/** The mark of a fact on a card's axis of time. */
export interface EventStyle {
  lane: string;
  /** A symbol of the map. */
  shape: string;
  /** Share of the mode's colour inside it, 0 to 1. */
  fill: number;
}

/** How projects of a mode look. */
export interface ModeStyle {
  colour: string;
  /** The colour on the dark map. */
  dark: string;
  /** Of lines, in CSS pixels. */
  width: number;
  symbol: string;
}

/** How projects of a status look. */
export interface StatusStyle {
  /** Dash and gap by turns, in line widths; empty for a whole line. */
  dash: number[];
  cap: string;
  /** Times the width of the mode. */
  scale: number;
  core: boolean;
  /** Share of the mode's colour inside a symbol, 0 to 1. */
  fill: number;
}

/** Font, colours as ``#rrggbb``, widths and dashes, as :func:`layers.style.table` has them. */
export interface Style {
  font: string;
  modes: Record<string, ModeStyle>;
  statuses: Record<string, StatusStyle>;
  currents: Record<string, CurrentStyle>;
  /** The states of a year. */
  years: Record<string, CurrentStyle>;
  /** Kinds of fact that have a place in time. */
  events: Record<string, EventStyle>;
  changes: Record<string, ChangeStyle>;
  verdicts: Record<string, VerdictStyle>;
  /** Colours of the map by what they are for. */
  light: Record<string, string>;
  /** The same on the dark map; exported files have none. */
  dark?: Record<string, string>;
  /** CSS pixels round a line. */
  casing: number;
  /** Opacity of the band in which the true line is expected. */
  band: number;
  /** Opacity of what is not emphasised. */
  dimmed: number;
  /** Opacity of a line that recedes. */
  faint: number;
}

/** How a verdict on a promise looks in pictures. */
export interface VerdictStyle {
  colour: string;
  dark: string;
  /** A symbol of the map. */
  shape: string;
  /** Share of the colour inside it, 0 to 1. */
  fill: number;
}
