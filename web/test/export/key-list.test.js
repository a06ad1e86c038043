// The list on a sheet that is the key to the numbers on its map.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawKey, drawRows, numberedOn, ROW } from "../../src/paper/key-list.js";
import { made } from "./small-file.js";

const IDS = ["rail", "road", "bare"];

/** A page whose map numbers these, or more views of it, and a box that is drawn into. */
function keyed(discs = IDS, bare = []) {
  const { page, root } = made();
  page.words = (key, { n }) => `${key} ${n}`;
  const asked = [];
  const names = {
    numbers: new Map(IDS.map((id, i) => [id, i + 4])),
    discs,
    bare,
    seen: [...discs, ...bare],
    key: (ids) => {
      asked.push(Array.from(ids));
      names.bare = [...bare, ...names.discs.filter((id) => !ids.has(id))];
      names.discs = names.discs.filter((id) => ids.has(id));
    },
  };
  const { model, look, shown, paint } = page.view;
  const view = { model, look, shown, paint, statusOf: (id) => shown.get(id), names };
  const box = root.appendChild(globalThis.document.createElementNS("", "g"));
  const texts = () => box.all("text").map((node) => node.textContent);
  return { page, view, box, texts, asked };
}

const column = (rows, x = 0) => ({ x, y: 100, width: 300, bottom: 100 + rows * ROW });

test("numbers of both sides stand in their order, each once", () => {
  const { view } = keyed(["bare", "rail"]);
  const other = { ...view, names: { ...view.names, discs: ["road", "rail"] } };
  assert.deepEqual(numberedOn([view, other]), IDS);
});

test("a row has number, sample and name; one whose number is not on the map has none", () => {
  const { page, view, box, texts } = keyed();
  const end = drawRows(box, page, [view], IDS, column(9), new Set(["rail", "bare"]));
  assert.deepEqual(texts(), ["4", "Yukun HSR", "Some Road", "6", "Bare"]);
  assert.equal(box.all("rect").length, 2);
  assert.equal(end, 100 + 3 * ROW);
});

test("rows go on in the next column", () => {
  const { page, view, box } = keyed();
  drawKey(box, page, [view], IDS, [column(2), column(2, 400)]);
  const names = box.all("text").filter((node) => Number.isNaN(Number(node.textContent)));
  assert.deepEqual(
    names.map((node) => [node.textContent, ...node.numbers("x", "y")]),
    [
      ["Yukun HSR", 56, 111.5],
      ["Some Road", 56, 111.5 + ROW],
      ["Bare", 456, 111.5],
    ],
  );
});

test("what finds no room in the list has no number on the map, and is counted", () => {
  const { page, view, box, texts, asked } = keyed();
  drawKey(box, page, [view], IDS, [column(2)]);
  assert.deepEqual(asked, [["rail"]]);
  assert.deepEqual(texts(), ["4", "Yukun HSR", "page.unnumbered 2"]);
  const all = keyed();
  drawKey(all.box, all.page, [all.view], IDS, [column(3)]);
  assert.deepEqual([all.asked, all.texts().length], [[], 6]);
});

test("what finds no room on the map is counted below the list", () => {
  const { page, view, box, texts } = keyed(["rail"], ["road", "bare"]);
  drawKey(box, page, [view], ["rail"], [column(2)]);
  assert.deepEqual(texts(), ["4", "Yukun HSR", "page.unnumbered 2"]);
  // Those of the list need no word.
  const listed = keyed(["rail"], ["road", "bare"]);
  drawKey(listed.box, listed.page, [listed.view], IDS, [column(4)]);
  assert.deepEqual(listed.texts(), ["4", "Yukun HSR", "Some Road", "Bare"]);
});

test("without numbers on the map the list says how many more there are", () => {
  const { page, view, box, texts } = keyed([], []);
  drawKey(box, page, [view], IDS, [column(2)]);
  assert.deepEqual(texts(), ["Yukun HSR", "card.more 2"]);
});
