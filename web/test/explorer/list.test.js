// The list of what is shown, and what is said where nothing is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../src/core/payload/decode.js";
import { createNoMatch } from "../../src/explorer/no-match.js";
import { createTable } from "../../src/explorer/table.js";
import { smallPage, words } from "../small-dom.js";
import { filter, mention, smallPayload } from "../small-payload.js";

test("a row has the last year that any plan promises", () => {
  const page = smallPage(),
    payload = smallPayload();
  payload.projects = payload.projects.slice(0, 1);
  payload.projects[0].mentions = [mention(0, 0, 2018, 2020), mention(1, 1, 2019, 2025)];
  payload.projects[0].mentions.push(mention(1, 1));
  const model = decode(payload);
  payload.current_statuses = [];
  const draws = [];
  globalThis.window = { setTimeout: (act) => draws.push(act) };
  const view = {
    model,
    words,
    lang: "en",
    said: new Map(),
    shown: new Map([["rail", "research"]]),
    selected: null,
  };
  createTable(page, view).update();
  draws[0]();
  const [row] = page.all("tbody")[0].all("tr");
  const cells = row.children.map((cell) => cell.textContent);
  assert.deepEqual(cells.slice(0, 2), ["Yukun HSR", "mode.rail"]);
  assert.deepEqual(cells.slice(8, 11), ["Early, Late", "2019", "2025"]);
});

test("a condition too much by itself can be dropped, one that helps nothing is not named", () => {
  const box = smallPage(),
    set = [];
  const ex = {
    words,
    payload: smallPayload(),
    view: { model: decode(smallPayload()), setRegion: () => {}, fit: () => {} },
    set: (change) => set.push(change),
    clear: (list) => set.push(list),
  };
  const said = createNoMatch(box, ex);
  const buttons = () => box.all("button").map((button) => button.textContent);
  // The road in the port's mode: without either there is one; the search finds nothing anyway.
  said.update(true, filter({ mode: ["port"], region: ["south"] }));
  assert.deepEqual(buttons(), [
    "app.empty.drop filter.region 1",
    "app.empty.drop filter.mode 1",
    "app.empty.widen",
  ]);
  box.all("button")[0].hear("click");
  box.all("button")[2].hear("click");
  assert.deepEqual(set, [{ region: [] }, []]);
  said.update(true, filter({ mode: ["port"], region: ["south"], q: "none" }));
  assert.deepEqual(buttons(), ["app.empty.widen"]);
  said.update(true, filter({ q: "none" }));
  assert.deepEqual(buttons(), ["app.empty.drop filter.search 4", "app.empty.widen"]);
  said.update(false, filter({}));
  assert.deepEqual([box.hidden, buttons()], [true, []]);
});
