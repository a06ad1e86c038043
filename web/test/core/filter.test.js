// What a filter leaves, and what each choice would.
import assert from "node:assert/strict";
import { test } from "node:test";
import { applyFilter, facetCounts, foldText, placeCodes, yearsIn } from "../../src/core/filter.js";
import { decode } from "../../src/core/payload/decode.js";
import { filter, smallPayload } from "../small-payload.js";

const left = (change) => applyFilter(decode(smallPayload()), filter(change));

test("a filter leaves what meets every field, with the status of the newest chosen plan", () => {
  for (const [change, ids, statuses] of [
    [{}, "rail road port bare", "construction research operation unspecified"],
    [{ plans: ["early"] }, "rail port", "research operation"],
    [{ plans: ["late"] }, "rail road bare", "construction research unspecified"],
    [
      { plans: ["early", "late"] },
      "rail road port bare",
      "construction research operation unspecified",
    ],
    [{ statuses: ["research"] }, "road", "research"],
    [{ statuses: ["research"], plans: ["early"] }, "rail", "research"],
    [{ modes: ["rail"] }, "rail bare", "construction unspecified"],
    [{ modes: ["rail", "port"] }, "rail port bare", "construction operation unspecified"],
    [{ regions: ["north"] }, "rail", "construction"],
    [{ regions: ["north", "south"] }, "rail road", "construction research"],
    [{ places: ["510102"] }, "rail", "construction"],
    [{ places: ["510100"] }, "rail port", "construction operation"],
    [{ places: ["500100"] }, "road", "research"],
    [{ years: [2020] }, "rail port", "construction operation"],
    [{ years: [2020], plans: ["late"] }, "", ""],
    [{ years: [2025], plans: ["late"] }, "rail", "construction"],
    [{ years: [0] }, "road bare", "research unspecified"],
    [{ findings: ["back"] }, "road", "research"],
    [{ findings: ["forward"] }, "", ""],
    [{ currents: ["open"] }, "road port", "research operation"],
    [{ currents: ["open"], plans: ["early"] }, "port", "operation"],
    [{ currents: ["construction", "unknown"] }, "rail bare", "construction unspecified"],
    [{ currents: ["planned"] }, "", ""],
    [{ verdicts: ["late"] }, "rail port", "construction operation"],
    [{ verdicts: ["kept", "missed"] }, "rail road", "construction research"],
    [{ verdicts: ["late"], currents: ["open"] }, "port", "operation"],
    [{ modes: ["rail"], regions: ["south"] }, "", ""],
    [{ plans: ["none"] }, "", ""],
  ]) {
    const found = left(change);
    assert.deepEqual(found.ids.join(" "), ids, JSON.stringify(change));
    assert.deepEqual(found.statuses.join(" "), statuses, JSON.stringify(change));
  }
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
    assert.equal(left({ query }).ids.join(" "), ids, query);
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
  assert.equal(foldText("ＡbC１"), "abc1");
});

test("each choice counts what it alone would leave, the rest of the filter as it is", () => {
  const model = decode(smallPayload());
  const values = {
    plan: ["plans", ["early", "late"]],
    status: ["statuses", model.payload.statuses],
    region: ["regions", ["north", "south"]],
    mode: ["modes", model.payload.modes],
    place: ["places", ["510101", "510102", "500101", "510100", "500100"]],
    year: ["years", [0, 2018, 2020, 2025]],
    finding: ["findings", ["forward", "back"]],
    current: ["currents", model.payload.current_statuses],
    verdict: ["verdicts", model.payload.verdict_codes],
  };
  const asked = [
    {},
    { plans: ["early"] },
    { plans: ["late"], years: [2025] },
    { statuses: ["research"] },
    { statuses: ["research"], modes: ["rail"] },
    { regions: ["north"], places: ["500100"] },
    { findings: ["back"] },
    { findings: ["back"], modes: ["port"] },
    { years: [2020], modes: ["port"] },
    { query: "some" },
    { currents: ["open"] },
    { currents: ["open"], verdicts: ["late"] },
    { verdicts: ["late"], plans: ["early"] },
    { modes: ["rail"], regions: ["south"], years: [2020] },
  ];
  for (const change of asked) {
    const chosen = filter(change),
      counts = facetCounts(model, chosen);
    assert.equal(counts.total, applyFilter(model, chosen).ids.length, JSON.stringify(change));
    for (const [field, [name, all]] of Object.entries(values)) {
      const strange = Array.from(counts[field].keys()).filter((key) => !all.includes(key));
      assert.deepEqual(strange, [], field);
      for (const value of all) {
        const n = applyFilter(model, { ...chosen, [name]: [value] }).ids.length;
        const told = counts[field].get(value) || 0;
        assert.equal(told, n, `${JSON.stringify(change)}: ${field} ${value}`);
      }
    }
  }
});
