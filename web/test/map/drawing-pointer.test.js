// While something is drawn on the map the pointer is the drawing's, and opens nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { made } from "./small-pointer.js";

test("movements and clicks are told to what is drawn, and to nothing else", () => {
  const its = made(),
    told = [];
  its.view.projects.hits = [its.byId.get("rail")];
  its.view.drawing = {
    point: (at) => told.push(["point", at]),
    take: (at) => told.push(["take", at]),
  };
  its.fire("mousemove", { latlng: "a", containerPoint: { x: 1, y: 1 } });
  its.frames[0]();
  its.click();
  assert.deepEqual(told, [
    ["point", "a"],
    ["take", "there"],
  ]);
  assert.deepEqual([its.since(), its.view.selected, its.view.tip.hidden], [[], null, true]);
  its.view.drawing = null;
  its.click();
  assert.equal(its.view.selected, "rail");
});

test("the tip tells of one project alone, whatever it told before", () => {
  const { view, byId } = made();
  view._hover(byId.get("rail"), { x: 1, y: 1 }, 1);
  view._hover(byId.get("port"), { x: 1, y: 1 }, 2);
  assert.deepEqual(view.tip.texts("b"), ["port"]);
  assert.equal(view.tip.texts("span").length, 1);
});
