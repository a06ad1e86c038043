// When the server is told what was corrected: a moment after the last correction, and never later.
import assert from "node:assert/strict";
import { test } from "node:test";
import { file, made } from "./small-reader.js";

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

test("the map is shown when the first document has come, and not again", () => {
  const its = made({ sent: { files: [] } });
  let shown = 0;
  const { show } = its.reader.map;
  its.reader.map.show = () => {
    shown += 1;
    show();
  };
  its.send({ files: [] });
  assert.equal(shown, 0);
  its.send({ files: [file("a")] });
  its.send({ files: [file("a")] });
  assert.equal(shown, 1);
});
