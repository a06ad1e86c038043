// The ground: what is drawn from which zoom on, which names it gives, what lights up.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../../src/core/payload/decode.js";
import { createBaseMap } from "../../../src/map/layers/base-map.js";
import { pack, smallPayload } from "../../small-payload.js";
import { drawingLeaflet, drawingMap } from "../drawing-leaflet.js";
import { smallStyle } from "../small-style.js";

/** Two counties side by side, a square degree each, in a land of one province; a third apart. */
function ground() {
  const payload = smallPayload();
  const arc = (left, right, ...numbers) => ({ left, right, line: pack(numbers) });
  payload.base = {
    ...payload.base,
    counties: [
      { name: "甲县", name_en: "Jia", prefecture: 0, x: 10450, y: 3050, seat: 1 },
      { name: "乙县", name_en: "", prefecture: 0, x: 10550, y: 3050, seat: 0 },
    ],
    prefectures: [
      { name: "泸州市", name_en: "Luzhou", province: "51", x: 10400, y: 3000, seat: 1, capital: 0 },
      {
        name: "成都市",
        name_en: "Chengdu",
        province: "51",
        x: 10500,
        y: 3100,
        seat: 0,
        capital: 1,
      },
      { name: "凉山彝族市", name_en: "L", province: "51", x: 10500, y: 3100, seat: 1, capital: 0 },
    ],
    neighbours: [{ name: "云南", name_en: "Yunnan", x: 10300, y: 2800 }],
    rivers: [{ name: "长江", name_en: "Yangtze", lines: [pack([10400, 3000, 50, 0])] }],
    beyond: [pack([10300, 2800, 100, 0])],
    arcs: [
      arc(0, 1, 10500, 3000, 0, 100),
      arc(0, -1, 10500, 3100, -100, 0, 0, -100, 100, 0),
      arc(1, -1, 10500, 3000, 100, 0, 0, 100, -100, 0),
    ],
  };
  return payload;
}

function made({ zoom = 7, lang = "zh", codes } = {}) {
  const { page } = drawingLeaflet(1e6);
  const map = drawingMap(page, { zoom }),
    groups = new Map(),
    later = new Map();
  const labels = {
    set: (name, items, wait) => {
      groups.set(name, items);
      later.set(name, wait);
    },
  };
  const payload = ground();
  if (codes) payload.base.codes = codes;
  const model = decode(payload);
  const palette = smallStyle().light;
  const base = createBaseMap(map, model, palette, labels, lang);
  const all = Array.from(map.layers);
  const of = (colour) => all.filter((layer) => layer.options.color === colour);
  const filled = (colour) => all.filter((layer) => layer.options.fillColor === colour);
  return { map, model, palette, base, groups, later, of, filled, all };
}

test("borders and rivers are heavier the nearer one is", () => {
  const { map, palette, of } = made();
  const weights = (zoom) => {
    map.zoom = zoom;
    map.fire("zoomend");
    const [glow, province] = of(palette.province_line);
    return [
      of(palette.county_line)[0],
      of(palette.prefecture_line)[0],
      of(palette.river)[0],
      glow,
      province,
    ].map((layer) => layer.options.weight);
  };
  assert.deepEqual(weights(7.4), [0.6, 0.9, 1.5, 5, 1.2]);
  assert.deepEqual(weights(7.5), [0.6, 0.9, 2, 5, 1.2]);
  assert.deepEqual(weights(7.9), [0.6, 0.9, 2, 5, 1.2]);
  assert.deepEqual(weights(8), [0.6, 1.3, 2, 8, 1.6]);
  assert.deepEqual(weights(8.9), [0.6, 1.3, 2, 8, 1.6]);
  assert.deepEqual(weights(9), [0.9, 1.3, 3, 8, 1.6]);
});

test("counties are there from zoom 7.5 on, and made no sooner", () => {
  const { map, palette, of } = made({ zoom: 7.4 });
  const [county] = of(palette.county_line);
  assert.deepEqual([county._path.style.display, county.drawn()], ["none", []]);
  map.zoom = 7.5;
  map.fire("zoomend");
  assert.deepEqual([county._path.style.display, county.drawn().length], ["", 1]);
  map.zoom = 7;
  map.fire("zoomend");
  assert.equal(county._path.style.display, "none");
  assert.equal(of(palette.prefecture_line)[0].drawn().length, 0);
  const near = made({ zoom: 7.5 });
  assert.equal(near.of(palette.county_line)[0].drawn().length, 1);
});

test("lines have their looks, and hear no pointer", () => {
  const { palette, of, filled, all } = made();
  const look = (layer, ...names) => names.map((name) => layer.options[name]);
  assert.deepEqual(look(of(palette.beyond_line)[0], "weight", "lineCap", "lineJoin"), [
    0.9,
    "butt",
    "bevel",
  ]);
  assert.equal(of(palette.river)[0].options.lineCap, "round");
  const [glow, province] = of(palette.province_line);
  assert.deepEqual([glow.options.opacity, province.options.dashArray], [0.13, "8 2.5 1.5 2.5"]);
  const [land] = filled(palette.land);
  assert.deepEqual(look(land, "fill", "stroke", "fillOpacity"), [true, false, 1]);
  assert.deepEqual(
    filled(palette.region_fill).map((layer) => look(layer, "fillOpacity", "stroke", "weight")),
    [
      [0.55, false, undefined],
      [0.42, false, undefined],
      [0.6, undefined, 1.4],
    ],
  );
  assert.deepEqual(look(of(palette.halo)[0], "weight", "opacity", "fill"), [4.5, 0.9, undefined]);
  // The frame of a region lies on a wider one, and both on what is filled.
  const [frame] = of(palette.region_line).filter((layer) => !layer.options.fill);
  assert.deepEqual(look(frame, "weight", "opacity"), [1.8, undefined]);
  assert.ok(all.every((layer) => layer.options.interactive === false));
  assert.ok(all.every((layer) => layer.options.pane === "base"));
});

const SIZES = (items, ...names) => items.map((item) => names.map((name) => item[name]));

test("names in Chinese: cities without 市, the capitals first", () => {
  const { groups, later } = made();
  assert.deepEqual(SIZES(groups.get("1-prefecture"), "text", "at", "dot", "size", "from", "kind"), [
    ["成都", [31, 105], false, 12, 5, "prefecture"],
    ["泸州", [30, 104], true, 12, 5, "prefecture"],
    ["凉山彝族市", [31, 105], true, 12, 5, "prefecture"],
  ]);
  assert.deepEqual(
    SIZES(groups.get("2-river"), "text", "size", "spacing", "from", "offset", "every", "kind"),
    [["长江", 12, 14, 6.5, 8, 620, "river"]],
  );
  assert.equal(groups.get("2-river")[0].line.length, 4);
  assert.deepEqual(SIZES(groups.get("3-neighbour"), "text", "at", "size", "spacing", "to"), [
    ["云南", [28, 103], 13, 6, 9],
  ]);
  assert.deepEqual(SIZES(groups.get("4-county"), "text", "dot", "size", "from"), [
    ["甲县", true, 11, 8.5],
    ["乙县", false, 11, 8.5],
  ]);
  // The last of them draws all.
  assert.deepEqual(Array.from(later.values()), [true, true, true, true, undefined]);
});

test("names in English are smaller, whole, and the Chinese one where there is none", () => {
  const { groups, base } = made({ lang: "en" });
  assert.deepEqual(SIZES(groups.get("1-prefecture"), "text", "size"), [
    ["Chengdu", 11],
    ["Luzhou", 11],
    ["L", 11],
  ]);
  assert.deepEqual(SIZES(groups.get("2-river"), "text", "size", "spacing", "offset"), [
    ["Yangtze", 11, 2.5, 7],
  ]);
  assert.deepEqual(SIZES(groups.get("4-county"), "text", "size"), [
    ["Jia", 10.5],
    ["乙县", 10.5],
  ]);
  base.rename("zh");
  assert.equal(groups.get("3-neighbour")[0].text, "云南");
});

test("a place that is chosen is named first, at every zoom, and once", () => {
  const { base: again, groups: names } = made({
    codes: { counties: "510502510503", prefectures: "510500510100513400" },
  });
  again.name(["510500", "510503"]);
  const named = names.get("0-place");
  assert.deepEqual(SIZES(named, "text", "at", "dot", "kind", "size", "from"), [
    ["泸州", [30, 104], true, "place", 14, undefined],
    ["乙县", [30.5, 105.5], false, "place", 14, undefined],
  ]);
  assert.deepEqual(
    ["1-prefecture", "4-county"].map((name) => names.get(name).map((x) => x.text)),
    [["成都", "凉山彝族市"], ["甲县"]],
  );
  again.rename("en");
  assert.deepEqual(SIZES(names.get("0-place"), "text", "size"), [
    ["Luzhou", 13],
    ["乙县", 13],
  ]);
  again.name(["510500", "510503"], [{ text: "20 km", at: [30, 104.5] }]);
  assert.deepEqual(SIZES(names.get("0-place"), "text", "at", "dot", "kind")[0], [
    "20 km",
    [30, 104.5],
    true,
    "place",
  ]);
  names.clear();
  again.name(["510500", "510503"], [{ text: "20 km", at: [30, 104.5] }]);
  assert.equal(names.size, 0);
  again.name([]);
  assert.deepEqual(names.get("0-place"), []);
  assert.equal(names.get("1-prefecture").length, 3);
});

test("counties and regions light up, and go out with an empty list", () => {
  const { base, filled, of, palette, model } = made();
  const [region, county, pointed] = filled(palette.region_fill);
  const d = (layer) => layer._path.getAttribute("d");
  assert.equal(d(county), "M0 0");
  base.counties([0]);
  assert.notEqual(d(county), "M0 0");
  assert.equal(d(pointed), "M0 0");
  base.counties([]);
  assert.equal(d(county), "M0 0");
  base.point([1]);
  assert.notEqual(d(pointed), "M0 0");
  base.point([]);
  assert.equal(d(pointed), "M0 0");
  base.outline([...model.outline([0]), ...model.outline([1])]);
  [region, of(palette.halo)[0], of(palette.region_line).at(-1)].forEach((layer) => {
    assert.equal(d(layer).split("M").length, 3);
  });
  base.outline([]);
  assert.equal(d(region), "M0 0");
});
