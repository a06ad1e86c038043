// The ground: neighbours, land, rivers, borders, region outlines and their names.
import { placeCodes } from "../../core/filter.js";
import { unpackPlaces } from "../../core/payload/packing.js";
import { nameOf } from "../../core/translator.js";
import { PADDING } from "./padding.js";
import { polyline, restyledPolylines, tiledPolylines } from "./polyline.js";

/**
 * @import { Lang, Model, Palette, World } from "../../core/types.js"
 * @import { BaseMap, LabelItem, LabelLayer, MultiLine, TiledLines } from "../types.js"
 */

/**
 * Draw the base map. Returns {counties, point (lists of indices), outline, name, rename(lang)}.
 * @param {L.Map} map
 * @param {Model} model
 * @param {Palette} palette
 * @param {LabelLayer} labels
 * @param {Lang} lang
 * @returns {BaseMap}
 */
export function createBaseMap(map, model, palette, labels, lang) {
  const payload = model.payload,
    base = payload.base,
    scale = payload.scale;
  map.createPane("base").style.zIndex = "200";
  const renderer = L.svg({ pane: "base", padding: PADDING });
  /** @param {L.PolylineOptions} options @returns {L.PolylineOptions} */
  const quiet = (options) =>
    Object.assign(
      { renderer: renderer, pane: "base", interactive: false, lineJoin: "bevel", lineCap: "butt" },
      options,
    );
  /**
   * @template {L.Layer} T
   * @param {T} layer
   */
  const put = (layer) => layer.addTo(map);
  /** @param {L.PolylineOptions} options @param {World[]} [list] @returns {MultiLine} */
  const whole = (options, list) => put(polyline(list || [], quiet(options)));
  /** @param {L.PolylineOptions} options @param {World[]} [list] @returns {MultiLine} */
  const area = (options, list) => whole(Object.assign({ fill: true }, options), list);
  /** @param {World[]} list @param {L.PolylineOptions} options @returns {TiledLines} */
  const lines = (list, options) => put(tiledPolylines(list, quiet(options)));

  lines(
    base.beyond.map((b) => unpackPlaces(b, scale)),
    { color: palette.beyond_line, weight: 0.9 },
  );
  area({ stroke: false, fillColor: palette.land, fillOpacity: 1 }, model.ground);
  const regionFill = area({
    stroke: false,
    fillColor: palette.region_fill,
    fillOpacity: 0.55,
    // Where areas lie over each other, too.
    fillRule: "nonzero",
  });
  const countyFill = area({ stroke: false, fillColor: palette.region_fill, fillOpacity: 0.42 });
  // Filled when the map is first near enough to show them.
  const county = lines([], { color: palette.county_line, weight: 0.7 });
  let filled = false;
  const prefecture = lines(model.borders.prefecture, { color: palette.prefecture_line, weight: 1 });
  const rivers = base.rivers.map((r) => ({
    name: r.name,
    name_en: r.name_en,
    lines: r.lines.map((line) => unpackPlaces(line, scale)),
  }));
  const water = lines(
    rivers.reduce((all, r) => all.concat(r.lines), /** @type {World[]} */ ([])),
    { color: palette.river, lineCap: "round" },
  );
  const glow = lines(model.borders.province, {
    color: palette.province_line,
    weight: 5,
    opacity: 0.13,
  });
  const province = put(
    restyledPolylines(glow, quiet({ color: palette.province_line, dashArray: "8 2.5 1.5 2.5" })),
  );
  const pointed = area({
    color: palette.region_line,
    weight: 1.4,
    fillColor: palette.region_fill,
    fillOpacity: 0.6,
  });
  const regionCase = whole({ color: palette.halo, weight: 4.5, opacity: 0.9 });
  const regionLine = whole({ color: palette.region_line, weight: 1.8 });

  function weights() {
    const z = map.getZoom();
    if (z >= 7.5 && !filled) {
      filled = true;
      county.through(model.borders.county);
    }
    /** @type {SVGElement} */ (county.getElement()).style.display = z >= 7.5 ? "" : "none";
    county.setStyle({ weight: z >= 9 ? 0.9 : 0.6 });
    prefecture.setStyle({ weight: z >= 8 ? 1.3 : 0.9 });
    water.setStyle({ weight: z >= 9 ? 3 : z >= 7.5 ? 2 : 1.5 });
    glow.setStyle({ weight: z >= 8 ? 8 : 5 });
    province.setStyle({ weight: z >= 8 ? 1.6 : 1.2 });
  }
  map.on("zoomend", weights);
  weights();

  const codes = placeCodes(base);
  let named = new Set(),
    shownIn = lang;
  /** @type {{ text: string, at: [number, number] }[]} */
  let marks = [];
  /** @param {Lang} next */
  function rename(next) {
    shownIn = next;
    /** @param {{x: number, y: number}} row @returns {[number, number]} */
    const at = (row) => [row.y / scale, row.x / scale];
    const zh = next === "zh";
    // A city's as the data folder has it for maps.
    /** @param {{name: string, name_en: string, short?: string}} area */
    const called = (area) => (zh && area.short) || nameOf(area, next);
    // The two that a reader looks for first are placed first.
    const first = base.prefectures
      .filter((_, i) => !named.has(codes.prefectures[i]))
      .sort((a, b) => b.capital - a.capital);
    const chosen = [
      ...base.prefectures.filter((_, i) => named.has(codes.prefectures[i])),
      ...base.counties.filter((_, i) => named.has(codes.counties[i])),
    ];
    labels.set(
      "0-place",
      [
        ...marks.map((mark) => ({ ...mark, dot: true })),
        ...chosen.map((area) => ({
          text: called(area),
          at: at(area),
          dot: area.seat === 1,
        })),
      ].map((item) => ({ ...item, kind: "place", size: zh ? 14 : 13 })),
      true,
    );
    labels.set(
      "1-prefecture",
      first.map((p) => ({
        text: called(p),
        at: at(p),
        dot: p.seat === 1,
        kind: "prefecture",
        size: zh ? 12 : 11,
        from: 5,
      })),
      true,
    );
    labels.set(
      "2-river",
      rivers.reduce(
        (all, r) =>
          all.concat(
            r.lines.map((line) => ({
              text: nameOf(r, next),
              line: line,
              kind: "river",
              size: zh ? 12 : 11,
              spacing: zh ? 14 : 2.5,
              from: 6.5,
              offset: zh ? 8 : 7,
              every: 620,
            })),
          ),
        /** @type {LabelItem[]} */ ([]),
      ),
      true,
    );
    labels.set(
      "3-neighbour",
      base.neighbours.map((n) => ({
        text: nameOf(n, next),
        at: at(n),
        kind: "neighbour",
        size: 13,
        spacing: 6,
        to: 9,
      })),
      true,
    );
    labels.set(
      "4-county",
      base.counties
        .filter((_, i) => !named.has(codes.counties[i]))
        .map((c) => ({
          text: nameOf(c, next),
          at: at(c),
          dot: c.seat === 1,
          kind: "county",
          size: zh ? 11 : 10.5,
          from: 8.5,
        })),
    );
  }
  rename(lang);

  return {
    rename: rename,
    /** Shade counties (indices): those of the selected project. */
    counties: (list) => {
      countyFill.through(list.length ? model.outline(list) : []);
    },
    /** Outline counties that are pointed at in a card. */
    point: (list) => {
      pointed.through(list.length ? model.outline(list) : []);
    },
    outline: (rings) => {
      [regionFill, regionCase, regionLine].forEach((l) => {
        l.through(rings);
      });
    },
    name: (codes, next = []) => {
      if (JSON.stringify([codes, next]) === JSON.stringify([Array.from(named), marks])) return;
      named = new Set(codes);
      marks = next;
      rename(shownIn);
    },
  };
}
