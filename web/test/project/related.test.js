// The projects that belong with another, as rows of its card.
import assert from "node:assert/strict";
import { test } from "node:test";
import { relatedList } from "../../src/project/related.js";
import { made } from "./small-card.js";

function related(n, more) {
  const its = made({
    change: (payload) => {
      const [rail, road] = payload.projects;
      payload.projects = [
        { ...rail, part_of: undefined },
        ...Array.from({ length: n }, (_, i) => ({
          ...road,
          id: `r${i}`,
          name: [`路${i}`, `R${i}`],
        })),
        ...(more || []).map((change, i) => ({
          ...rail,
          id: `m${i}`,
          name: [`m${i}`, `m${i}`],
          ...change,
        })),
      ];
    },
  });
  const count = relatedList(its.view, its.page, its.project);
  const rows = (box = its.page) =>
    box.children
      .filter((row) => row.tag === "button")
      .map((row) => row.all("span").map((span) => span.textContent));
  return { ...its, count, rows };
}

test("sections first, then what shares stops, then what shares counties", () => {
  const [a, b] = [
    { stops: [0], counties: [] },
    { stops: undefined, counties: [1] },
  ];
  const its = related(1, [a, b]);
  assert.deepEqual(
    [its.count, its.rows()],
    [
      3,
      [
        ["R0", "card.sections"],
        ["m0", "card.same_stop Yuzhong"],
        ["m1", "card.same_county 1"],
      ],
    ],
  );
  its.page.children[0].hear("click");
  assert.deepEqual(its.told, [["open", "r0"]]);
  const zh = made({ lang: "zh", id: "port" });
  relatedList(zh.view, zh.page, zh.project);
  assert.equal(zh.page.children[0].texts("span")[1], "card.same_stop 渝中");
  const two = related(0, [{ stops: [0, 1, 1] }]);
  assert.equal(two.rows()[0][1], "card.same_stop Yuzhong, 昆");
});

test("six are open, forty more are made when the rest is unfolded", () => {
  assert.equal(related(6).page.all("details").length, 0);
  const its = related(50);
  assert.deepEqual([its.count, its.rows().length], [50, 6]);
  const [more] = its.page.all("details");
  assert.equal(more.texts("summary")[0], "card.more 44");
  more.hear("toggle");
  assert.equal(its.rows(more).length, 0);
  more.open = true;
  more.hear("toggle");
  more.hear("toggle");
  assert.deepEqual(
    [its.rows(more).length, its.rows(more)[0][0], its.rows(more).at(-1)[0]],
    [40, "R6", "R45"],
  );
});

test("a related project has a sample in its own status, a place its symbol", () => {
  const its = related(1, [{ kind: "P" }]);
  const samples = its.page.children.map((row) => row.all("svg")[0]);
  // Prepared and half as wide: by its own code where it is not shown.
  assert.equal(samples[0].all("line")[0].getAttribute("stroke-width"), "2");
  assert.deepEqual([samples[1].all("line").length, samples[1].all("path").length], [0, 1]);
});
