// When the server is told what was corrected: a moment after the last correction, and never later.
import assert from "node:assert/strict";
import { test } from "node:test";
import { made } from "./small-reader.js";

const live = (its) => its.waiting.filter(([, wait]) => wait === 200).length;

test("of several corrections in turn the last one's moment counts", () => {
  const its = made();
  its.waiting.length = 0;
  its.reader.activate("a.0", false);
  its.reader.correct({ name: "甲" });
  its.reader.correct({ name: "乙" });
  its.reader.correct({ name: "丙" });
  assert.equal(live(its), 1);
  assert.equal(its.reader.app.getAttribute("aria-busy"), "true");
});

test("a page that is gone tells nothing more", () => {
  const its = made();
  its.waiting.length = 0;
  its.reader.activate("a.0", false);
  its.reader.correct({ name: "甲" });
  its.told.length = 0;
  its.reader.destroy();
  assert.equal(live(its), 0);
  its.run();
  assert.deepEqual(its.told, []);
});

test("nothing is drawn before the server has sent anything", () => {
  const its = made();
  its.reader.data = null;
  its.reader.draw();
  assert.equal(its.root.querySelector(".reader-files").children.length, 1);
});
