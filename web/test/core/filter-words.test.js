import assert from "node:assert/strict";
import { test } from "node:test";
import { filterInWords } from "../../src/core/filter-words.js";
import { filter, smallPayload } from "../small-payload.js";

const payload = smallPayload();
const words = (key, values) => key + (values ? JSON.stringify(values) : "");
const said = (change, lang = "en", on = null) =>
  filterInWords(payload, words, lang, filter({ mode: ["highway", "rail"], ...change }), on);

test("the core modes alone say nothing, other modes are told", () => {
  assert.equal(said({}), "");
  assert.equal(said({ mode: ["rail"] }), "filter.mode: mode.rail");
  assert.equal(
    said({ mode: ["rail", "highway", "port"] }),
    "filter.mode: mode.rail, mode.highway, mode.port",
  );
});

test("each part by its title, in the language, codes that have no name as they are", () => {
  assert.equal(
    said({ plan: ["early", "gone"], status: ["research"] }, "zh"),
    "filter.plan：早、gone；filter.status：status.research",
  );
  assert.equal(
    said({ region: ["south"], place: ["510101", "500100", "1"] }),
    "filter.region: South; place.group: Jia, Yu, 1",
  );
  assert.equal(
    said({ finding: ["back"], current: ["open"], verdict: ["late"], precision: ["none"] }),
    "filter.finding: finding.back; filter.current: current.open; filter.verdict: verdict.late; " +
      "filter.precision: precision.none",
  );
  assert.equal(said({ year: [0, 2020], q: "x" }), '2020, page.search{"q":"x"}');
  assert.equal(said({}, "zh", 2021), 'years.day{"y":2021}');
});
