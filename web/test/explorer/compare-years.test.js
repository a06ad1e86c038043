// Two years side by side, as a table and on two maps.
import assert from "node:assert/strict";
import { test } from "node:test";
import { made } from "./small-explorer.js";

const rows = (its) =>
  its.ex.pages
    .get("compare")
    .all("tbody")[0]
    .all("tr")
    .map((tr) => [tr.getAttribute("data-row"), ...tr.children.map((cell) => cell.textContent)]);

/** Years in which the road is promised, then built; what else the page is `asked`. */
const inYears = (asked = "", more = {}) =>
  made({
    search: `?lang=en&tab=compare&mode=all&from=2019&to=2021${asked}`,
    change: (payload) => {
      payload.projects[1].spans = [
        { state: "promised", first: 2019, last: 2020 },
        { state: "construction", first: 2021, last: 0 },
      ];
    },
    ...more,
  });

test("between years a cell has the state of its year, with the sample of it", () => {
  const its = inYears();
  const said = rows(its).map(([id, , , before, after]) => [id, before, after]);
  assert.deepEqual(said, [["road", "timeline.promised", "timeline.construction"]]);
});

test("the second map begins with the networks and the bands that the first has", () => {
  for (const [asked, rail, road, band] of [
    ["&rail=on&road=off&band=on", true, false, true],
    ["&rail=off&road=on&band=off", false, true, false],
  ]) {
    const its = inYears(`${asked}&maps=two`);
    assert.ok(
      its.waiting.some(([, wait]) => wait === 0),
      "at once: the first has them already",
    );
    its.run();
    const second = its.page.querySelector(".atlas-second");
    const ticked = (kind) => second.all("input", { "data-network": kind })[0].checked;
    assert.deepEqual([!!ticked("rail"), !!ticked("road")], [rail, road]);
    const [bands] = second
      .querySelectorAll(".atlas-legend-band")
      .filter((line) => !line.is("is-context"));
    assert.equal(!!bands.all("input")[0].checked, band);
  }
});
