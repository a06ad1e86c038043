// What an address says. Written by derive_contract; change layers/address.py.

/** Where the middle of a map is, in degrees, and its zoom. */
export interface Viewport {
  lat: number;
  lon: number;
  zoom: number;
}

/** A filter by the keys of the address; empty lists stand for any. */
export interface Filter {
  plan: string[];
  status: string[];
  region: string[];
  mode: string[];
  place: string[];
  near: readonly number[];
  box: readonly number[];
  within: readonly number[];
  year: number[];
  finding: string[];
  current: string[];
  verdict: string[];
  precision: string[];
  q: string;
}

/** What an address says to the explorer. */
export interface State extends Filter {
  lang: "zh" | "en";
  tab: "map" | "compare" | "matrix" | "charts" | "outcomes" | "data";
  view: "now" | "plan";
  change: string[];
  project: string;
  at: Viewport | null;
  from: string;
  to: string;
  maps: "one" | "two" | "swipe";
  theme: "auto" | "light" | "dark";
  rail: "on" | "off";
  road: "on" | "off";
  band: "on" | "off";
  names: "on" | "off";
  on: string;
}

/** What an address says to either page. */
export interface Address extends State {
  step: number;
}
