// A table's heads, pages and marked row.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createDataTable } from "../../../src/core/table/data-table.js";
import { smallPage } from "../../small-dom.js";

function made(more = {}) {
  const page = smallPage();
  const table = createDataTable(page, {
    columns: [
      { label: "name", cell: (row) => row.name, sort: (row) => row.name },
      { label: "km", cell: (row) => row.km, sort: (row) => row.km },
      { label: "note", cell: () => null },
    ],
    id: (row) => row.name,
    ...more,
  });
  const heads = () => page.all("thead")[0].all("button");
  return {
    table,
    page,
    names: () =>
      page
        .all("tbody")[0]
        .all("th")
        .map((th) => th.textContent),
    sort: (i) => heads()[i].hear("click"),
    sorted: () =>
      page
        .all("thead")[0]
        .all("th")
        .map((th) => th.getAttribute("aria-sort")),
  };
}

const ROWS = [
  { name: "b", km: 10 },
  { name: "c", km: 9 },
  { name: "a", km: "" },
];

test("a head sorts upwards first, downwards when it is clicked again", () => {
  const its = made();
  its.table.show(ROWS);
  assert.deepEqual(its.names(), ["b", "c", "a"]);
  for (const [head, names, marks] of [
    [0, "abc", ["ascending", null, null]],
    [0, "cba", ["descending", null, null]],
    // Another head begins upwards, whatever the last one did; what is unknown stays last.
    [1, "cba", [null, "ascending", null]],
    [1, "bca", [null, "descending", null]],
    [0, "abc", ["ascending", null, null]],
  ]) {
    its.sort(head);
    assert.deepEqual(its.names(), names.split(""));
    assert.deepEqual(its.sorted(), marks);
  }
  // What has no order is no button.
  assert.equal(its.page.all("thead")[0].all("button").length, 2);
});

test("more rows come by pages, a new list begins again", () => {
  const its = made({ step: 2, pages: 2, more: (n) => `${n} more` });
  const rows = (n) => Array.from({ length: n }, (_, i) => ({ name: `r${i}`, km: i }));
  const more = its.page.children[its.page.children.length - 1];
  its.table.show(rows(7));
  assert.deepEqual([its.names().length, more.textContent, more.hidden], [2, "5 more", false]);
  more.hear("click");
  assert.deepEqual([its.names().length, more.textContent, more.hidden], [6, "1 more", false]);
  more.hear("click");
  assert.deepEqual([its.names().length, more.hidden], [7, true]);
  its.table.show(rows(3));
  assert.deepEqual([its.names().length, more.textContent], [2, "1 more"]);
  its.table.show([]);
  assert.equal(its.page.children[0].hidden, true);
});

test("the marked row stays marked when the rows are drawn again", () => {
  const its = made();
  its.table.show(ROWS);
  const current = () =>
    its.page
      .all("tbody")[0]
      .all("tr")
      .filter((tr) => tr.getAttribute("aria-current") === "true" && tr.is("is-selected"))
      .map((tr) => tr.getAttribute("data-row"));
  its.table.mark("c");
  assert.deepEqual(current(), ["c"]);
  its.sort(0);
  assert.deepEqual(current(), ["c"]);
  its.table.mark(null);
  assert.deepEqual(current(), []);
});

test("a row is picked by its first cell, which is a button where it may be", () => {
  const picked = [];
  const its = made({ pick: (row) => picked.push(row.name) });
  its.table.show(ROWS);
  const buttons = its.page.all("tbody")[0].all("button");
  assert.deepEqual(
    buttons.map((b) => [b.className, b.textContent]),
    [
      ["atlas-row", "b"],
      ["atlas-row", "c"],
      ["atlas-row", "a"],
    ],
  );
  const still = made();
  still.table.show(ROWS);
  assert.equal(still.page.all("tbody")[0].all("button").length, 0);
  assert.deepEqual(
    still.page
      .all("tbody")[0]
      .all("td")
      .map((td) => td.textContent),
    ["10", "", "9", "", "", ""],
  );
});

test("a table that is named scrolls by keyboard, under its name", () => {
  const frame = (label) => {
    const { page } = made({ label });
    const [box] = page.querySelectorAll(".atlas-table-scroll");
    return [box.tabIndex, box.getAttribute("role"), box.getAttribute("aria-label")];
  };
  assert.deepEqual(frame("List"), [0, "region", "List"]);
  assert.deepEqual(frame(undefined), [undefined, null, null]);
});

test("a click beside the rows picks none", () => {
  const picked = [];
  const { page, table } = made({ pick: (id) => picked.push(id) });
  globalThis.Element = page.constructor;
  table.show(ROWS);
  const [body] = page.all("tbody");
  body.hear("click", { target: body });
  body.hear("click", { target: {} });
  body.hear("click", { target: body.all("td")[0] });
  assert.deepEqual(picked, ["b"]);
});
