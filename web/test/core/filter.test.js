// What a filter leaves, and what each choice would.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  applyFilter,
  facetCounts,
  placeCodes,
  projectsOf,
  yearsIn,
} from "../../src/core/filter.js";
import { decode } from "../../src/core/payload/decode.js";
import { filter, smallPayload } from "../small-payload.js";

const left = (change) => applyFilter(decode(smallPayload()), filter(change));

test("a filter leaves what meets every field, with the status of the newest chosen plan", () => {
  for (const [change, ids, statuses] of [
    [{}, "rail road port bare", "construction research operation unspecified"],
    [{ plan: ["early"] }, "rail port", "research operation"],
    [{ plan: ["late"] }, "rail road bare", "construction research unspecified"],
    [
      { plan: ["early", "late"] },
      "rail road port bare",
      "construction research operation unspecified",
    ],
    [{ status: ["research"] }, "road", "research"],
    [{ status: ["research"], plan: ["early"] }, "rail", "research"],
    [{ mode: ["rail"] }, "rail bare", "construction unspecified"],
    [{ mode: ["rail", "port"] }, "rail port bare", "construction operation unspecified"],
    [{ region: ["north"] }, "rail", "construction"],
    [{ region: ["north", "south"] }, "rail road", "construction research"],
    [{ place: ["510102"] }, "rail", "construction"],
    [{ place: ["510100"] }, "rail port", "construction operation"],
    [{ place: ["500100"] }, "road", "research"],
    [{ year: [2020] }, "rail port", "construction operation"],
    [{ year: [2020], plan: ["late"] }, "", ""],
    [{ year: [2025], plan: ["late"] }, "rail", "construction"],
    [{ year: [0] }, "road bare", "research unspecified"],
    [{ finding: ["back"] }, "road", "research"],
    [{ finding: ["forward"] }, "", ""],
    [{ current: ["open"] }, "road port", "research operation"],
    [{ current: ["open"], plan: ["early"] }, "port", "operation"],
    [{ current: ["construction", "unknown"] }, "rail bare", "construction unspecified"],
    [{ current: ["planned"] }, "", ""],
    [{ verdict: ["late"] }, "rail port", "construction operation"],
    [{ verdict: ["kept", "missed"] }, "rail road", "construction research"],
    [{ verdict: ["late"], current: ["open"] }, "port", "operation"],
    [{ mode: ["rail"], region: ["south"] }, "", ""],
    [{ plan: ["none"] }, "", ""],
  ]) {
    const found = left(change);
    assert.deepEqual(found.ids.join(" "), ids, JSON.stringify(change));
    assert.deepEqual(found.statuses.join(" "), statuses, JSON.stringify(change));
  }
});

test("a place that a project only grazes is none of its places", () => {
  const payload = smallPayload();
  payload.projects.find((p) => p.id === "rail").grazes = ["510102", "510100"];
  const left = (place) => applyFilter(decode(payload), filter({ place: [place] })).ids.join(" ");
  assert.deepEqual(["510102", "510100", "500100"].map(left), ["", "port", "road"]);
});

test("a search asks every word of names, ids and aliases, folded, or spelt by pinyin", () => {
  for (const [query, ids] of [
    ["高铁", "rail"],
    ["渝昆", "rail"],
    ["YUKUN", "rail"],
    ["ＹＵＫＵＮ", "rail"],
    ["some", "road port"],
    ["some road", "road"],
    ["  road  some ", "road"],
    ["成中线", "rail"],
    ["bare", "bare"],
    ["ykgt", "rail"],
    ["yukung", "rail"],
    ["chzhong", "rail"],
    ["kg", "rail"],
    ["gk", ""],
    ["yx", ""],
  ])
    assert.equal(left({ q: query }).ids.join(" "), ids, query);
});

test("years are those of the chosen plans, 0 where none is promised", () => {
  const [rail, road] = decode(smallPayload()).projects;
  const years = (p, plans) => Array.from(yearsIn(p, new Set(plans))).sort();
  assert.deepEqual(years(rail, []), [2018, 2020, 2025]);
  assert.deepEqual(years(rail, [0]), [2018, 2020]);
  assert.deepEqual(years(rail, [1]), [2025]);
  assert.deepEqual(years(road, []), [0]);
});

test("codes are cut at six digits", () => {
  assert.deepEqual(placeCodes(smallPayload().base), {
    counties: ["510101", "510102", "500101"],
    prefectures: ["510100", "500100"],
  });
});

test("each choice counts what it alone would leave, the rest of the filter as it is", () => {
  const model = decode(smallPayload());
  const values = {
    plan: ["early", "late"],
    status: model.payload.statuses,
    region: ["north", "south"],
    mode: model.payload.modes,
    place: ["510101", "510102", "500101", "510100", "500100"],
    year: [0, 2018, 2020, 2025],
    finding: ["forward", "back"],
    current: model.payload.current_statuses,
    verdict: model.payload.verdict_codes,
  };
  const asked = [
    {},
    { plan: ["early"] },
    { plan: ["late"], year: [2025] },
    { status: ["research"] },
    { status: ["research"], mode: ["rail"] },
    { region: ["north"], place: ["500100"] },
    { finding: ["back"] },
    { finding: ["back"], mode: ["port"] },
    { year: [2020], mode: ["port"] },
    { q: "some" },
    { current: ["open"] },
    { current: ["open"], verdict: ["late"] },
    { verdict: ["late"], plan: ["early"] },
    { mode: ["rail"], region: ["south"], year: [2020] },
  ];
  for (const change of asked) {
    const chosen = filter(change),
      counts = facetCounts(model, chosen);
    assert.equal(counts.total, applyFilter(model, chosen).ids.length, JSON.stringify(change));
    for (const [field, all] of Object.entries(values)) {
      const strange = Array.from(counts[field].keys()).filter((key) => !all.includes(key));
      assert.deepEqual(strange, [], field);
      for (const value of all) {
        const n = applyFilter(model, { ...chosen, [field]: [value] }).ids.length;
        const told = counts[field].get(value) || 0;
        assert.equal(told, n, `${JSON.stringify(change)}: ${field} ${value}`);
      }
    }
  }
});

test("a plan counts by what it says itself, whatever those before it say", () => {
  const counts = facetCounts(decode(smallPayload()), filter({ status: ["construction"] }));
  assert.deepEqual(Array.from(counts.plan), [["late", 1]]);
  const early = facetCounts(decode(smallPayload()), filter({ status: ["research"] }));
  assert.deepEqual(Array.from(early.plan).sort(), [
    ["early", 1],
    ["late", 1],
  ]);
});

test("projects of ids come in their order, and an id that is none is left out", () => {
  const found = projectsOf(decode(smallPayload()), ["port", "nobody", "rail"]);
  assert.deepEqual(
    found.map((p) => p.id),
    ["port", "rail"],
  );
});
