// What the modules of the map hand to one another.
import type * as Leaflet from "leaflet";
import type { Look as Table } from "../core/looks.js";
import type { Lang, Model, Palette, Project, Theme, View, World } from "../core/types.js";

/** A line of the map: [[lat, lng], …] or places of the world. */
export type AnyLine = World | [number, number][];

/** A Leaflet line whose points are replaced by `through`. */
export type MultiLine = Leaflet.Polyline & { through(lines: AnyLine[]): void };

/** Many lines of one look; `drawn` has the paths that stand on the map. */
export type TiledLines = MultiLine & { drawn(): string[] };

/** Attributes of an SVG element; null takes one away. */
export type Look = Record<string, string | number | null | undefined>;

/** A path that is to be: its attributes, and its node once it stands on the map. */
export interface Part {
  at: Look;
  node: SVGElement | null;
}

/** What stands on the map: parts that share one path. */
export interface Thing {
  parts: Part[];
  path(box: Leaflet.Bounds): string;
  shown: boolean;
  node: SVGElement | null;
  turn: number;
}

export interface CanvasLayer {
  add(parts: Part[], path: Thing["path"]): Thing;
  /** One more part of a thing. */
  more(thing: Thing, part: Part): void;
  /** Its path is another one now. */
  redraw(thing: Thing): void;
  show(thing: Thing, on: boolean): void;
  /** Over all others. */
  raise(thing: Thing): void;
  sketch(): void;
  drawSvg(): void;
  /** Before a change: to one that was painted already. */
  touch(): void;
}

/** A project on the map. */
export interface Entry {
  project: Project;
  status: string;
  thing: Thing | null;
  key: Part;
  casing: Part | null;
  core: Part | null;
  colour: string;
  width: number;
  /** Of the symbols of places, in pixels. */
  radius: number;
  shown: boolean;
}

export interface ProjectLayer {
  drawn: Map<string, Entry>;
  wake(): void;
  drawSvg(): void;
  /** What the codes of `show` are: read by the next call of it. */
  look(name: Table): void;
  /** Show exactly these: id to code. */
  show(wanted: Map<string, string>): void;
  hover(id: string | null): void;
  select(id: string | null): void;
  /** Keep these strong and the others faint; null for no difference. */
  emphasise(ids: Set<string> | null): void;
  /** Colours by change (id to code), or null for those of the modes. */
  paint(next: Map<string, string> | null): void;
  bands(on: boolean): void;
  /** Projects within `reach` pixels of a place, nearest first; else areas. */
  at(latlng: Leaflet.LatLng, reach: number, list?: Project[]): Project[];
  mainBounds(ids: string[]): Leaflet.LatLngBounds;
  home(otherwise: L.LatLngBounds): L.LatLngBounds;
}

export interface NameLook {
  /** A colour of the palette. */
  ink: string;
  weight: number;
  /** Of the dot of a place: its outer radius and its line. */
  radius?: number;
  line?: number;
  dotShare?: number;
  share?: number;
  italic?: boolean;
}

/** A name that wants a place on the map: at a place, or along a line. */
export interface LabelItem {
  text: string;
  kind: string;
  size: number;
  at?: [number, number];
  line?: World;
  /** Zoom from which, and below which, it is there. */
  from?: number;
  to?: number;
  dot?: boolean;
  spacing?: number;
  /** Pixels off its line, and between two of the same name. */
  offset?: number;
  every?: number;
  /** Of a number: half the width of its disc, and the colour of the disc's edge. */
  disc?: number;
  edge?: string;
}

/** Names of a group, or what places them anew whenever the map has moved. */
export type LabelGroup = LabelItem[] | ((labels: LabelLayer) => void);

/** A name, a letter of one or a dot that has its place, in the map's pixels. */
export interface Mark {
  text: string;
  x: number;
  y: number;
  /** Degrees. */
  turn: number;
  size: number;
  spacing: number | undefined;
  look: NameLook;
  colour: string;
  disc?: number | undefined;
  edge?: string | undefined;
}

/** West, north, east, south in pixels of the map's frame. */
export type PixelBox = [number, number, number, number];

export interface LabelLayer extends Leaflet.Layer {
  placed: Mark[];
  held?: boolean;
  beside?: boolean;
  obstacles?(): PixelBox[];
  set(group: string, items: LabelGroup, later?: boolean): void;
  draw(): void;
  _family: string;
  _paneName: string;
  _palette: Palette;
  _groups: Record<string, LabelGroup>;
  _canvas: HTMLCanvasElement;
  _taken: PixelBox[];
  _size: Leaflet.Point;
  initialize(family: string, pane: string, palette: Palette): void;
  _paint(size: Leaflet.Point): void;
  _free(boxes: PixelBox[]): boolean;
  _put(text: string, item: LabelItem, point: Leaflet.Point, angle: number): void;
  _font(item: LabelItem): string;
  _at(item: LabelItem, view: Leaflet.Bounds): void;
  _along(item: LabelItem, view: Leaflet.Bounds): void;
}

export interface BaseMap {
  rename(lang: Lang): void;
  /** Shade counties (indices). */
  counties(list: number[]): void;
  /** Outline counties that are pointed at in a card. */
  point(list: number[]): void;
  /** Light up what these rings hold; none for an empty list. */
  outline(rings: World[]): void;
  /** Name these places (adcodes), and marks, at every zoom, in front of the others. */
  name(codes: string[], marks?: { text: string; at: [number, number] }[]): void;
}

export interface Legend {
  box: HTMLDetailsElement;
  /** Whether it stands beside the map, and covers none of it. */
  apart?: boolean;
  band(on: boolean): void;
  names(on: boolean): void;
  open(on: boolean): void;
  /** Id to code; `also` what a map beside it shows. */
  update(shown: Map<string, string>, also?: Map<string, string>): void;
}

export type Kind = "rail" | "road";

/** Existing railways and roads as the server sends them: packed lines. */
export interface NetworksFile {
  scale: number;
  rail: string[];
  road: string[];
}

export interface Networks {
  /** Switch one on or off; the promise ends when it is drawn. */
  show(kind: Kind, on: boolean): Promise<boolean>;
  /** Turn on those that `on` names after `wait` milliseconds. */
  begin(on: Kind[], wait: number): void;
}

/** A checkbox that knows whether the reader has used it. */
export type Tick = HTMLInputElement & { touched?: boolean };

/** The list under the map. */
export interface List {
  update(): void;
  mark(id: string | null): void;
}

/** What can be chosen in a menu on the map. */
export interface MenuEntry {
  label: string;
  /** What it means, said when it is pointed at. */
  title?: string;
  sample?: Element;
  /** When it is pointed at or has the keyboard. */
  point?: () => void;
  act: () => void;
}

/** A shape that is being drawn. */
export interface Drawing {
  /** Take a place as the next corner. */
  take(latlng: { lat: number; lng: number }): void;
  /** Show what it would be with this place. */
  point(latlng: { lat: number; lng: number }): void;
  leave(): void;
}

/** What the map offers at a place. */
export interface Offer {
  title: string;
  items: MenuEntry[];
}

/** What a correction note is about: a project, or a place (longitude, latitude). */
export interface About {
  project: Project | null;
  at: [number, number] | null;
}

export interface ViewOptions {
  /** What is offered at a place where no project is; null for nothing. */
  offer?: (view: View, latlng: Leaflet.LatLng) => Offer | null;
  lang?: Lang;
  theme?: string;
  /** How projects are drawn; by default as the plans have them. */
  look?: Table;
  /** Makes a project's card; without it none opens. */
  card?: ((view: View, project: Project, done: () => void) => HTMLElement) | null;
  /** Makes what a correction note is written in; gives what opens it. */
  notes?: (view: View) => (about: About) => void;
  /** Makes the list under the map. */
  table?: (parent: HTMLElement, view: View) => List;
  /** Makes what stands under the map; called before the map is measured. */
  under?: (view: View) => void;
  /** Makes the layer that draws thousands of projects. */
  dense?: (map: Leaflet.Map, model: Model, theme: Theme) => ProjectLayer;
  networks?: {
    create(map: Leaflet.Map, palette: Palette, fetch: () => Promise<NetworksFile>): Networks;
    fetch(): Promise<NetworksFile>;
  };
  /** A Leaflet map to use instead of a new one; its element moves into the container. */
  map?: Leaflet.Map;
  /** The payload as decode made it already. */
  model?: Model;
  /** Draw nothing before `wake()`. */
  wait?: boolean;
  /** Ids: where to look at first. */
  first?: string[] | null;
  /** With wait: paint the first picture before the map's elements are made. */
  sketch?: boolean;
}
