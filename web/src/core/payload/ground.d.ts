// The base map. Written by scripts.derive_contract; change ground.py.

/** A stretch of border between two counties. */
export interface Arc {
  left: number;
  /** -1 outside. */
  right: number;
  line: string;
}

/** The base map. */
export interface Base {
  codes: Codes;
  counties: County[];
  prefectures: Prefecture[];
  arcs: Arc[];
  neighbours: Neighbour[];
  /** Borders of the provinces around. */
  beyond: string[];
  rivers: River[];
}

/** Adcodes, six digits each, in the order of the areas, without anything between. */
export interface Codes {
  counties: string;
  prefectures: string;
}

/** A county and where its name goes. */
export interface County {
  name: string;
  name_en: string;
  /** -1 where it lies in none. */
  prefecture: number;
  x: number;
  y: number;
  /** 1 where the point is the seat, 0 where it is the middle of the area. */
  seat: number;
}

/** A province around, and where its name goes. */
export interface Neighbour {
  name: string;
  name_en: string;
  x: number;
  y: number;
}

/** A prefecture and where its name goes. */
export interface Prefecture {
  name: string;
  /** The Chinese name as the map has it. */
  short: string;
  name_en: string;
  /** Adcode. */
  province: string;
  x: number;
  y: number;
  /** 1 where the point is the seat, 0 where it is the middle of the area. */
  seat: number;
  /** 1 for the capitals, whose names go first, else 0. */
  capital: number;
}

/** A river's lines. */
export interface River {
  name: string;
  name_en: string;
  lines: string[];
}
