// Back and Forward in the explorer: the state of another entry, in the looks of the reader.
import assert from "node:assert/strict";
import { test } from "node:test";
import { made } from "./small-explorer.js";

test("Back brings the state of an entry, but the looks of the reader", () => {
  const { ex, press, shown, addresses, popped, since } = made({ search: "?mode=rail" });
  const there = () => globalThis.location.search;
  press("region=south");
  press("status=construction");
  ex.view.select("rail", { tell: true });
  ex.state.band = "on";
  ex.set({ tab: "charts" });
  assert.equal(addresses.filter(([, , push]) => push).length, 1, "one task, one entry");
  globalThis.location.search = "?mode=rail&view=plan&region=north&at=30,104,8&q=Yukun&lang=zh";
  since();
  let kept = 0;
  popped({ stopImmediatePropagation: () => kept++ });
  const { tab, region, status, q, project, band, at } = ex.state;
  assert.deepEqual(
    [tab, region, status, q, project, band, at.zoom],
    ["map", ["north"], [], "Yukun", "", "on", 8],
  );
  assert.deepEqual([ex.view.selected, shown(), kept], [null, ["rail"], 1]);
  assert.deepEqual(since().at(-1), ["view", [30, 104], 8, { animate: false }]);
  // Nothing is written by going there.
  assert.match(there(), /lang=zh$/);
  globalThis.location.search = "?project=road";
  popped({ stopImmediatePropagation: () => kept++ });
  assert.deepEqual([ex.state.mode, ex.view.selected], [["rail", "highway"], "road"]);
});
