// "Only this" beside a choice, what the modes leave out, and every mode.
import assert from "node:assert/strict";
import { test } from "node:test";
import { made } from "./small-explorer.js";

const chosen = (page) =>
  page
    .querySelectorAll(".app-choice")
    .filter((b) => b.getAttribute("aria-pressed") === "true")
    .map((b) => b.getAttribute("data-choice"));
const key = (node, name) => {
  let kept = true;
  node.hear("keydown", { key: name, preventDefault: () => (kept = false) });
  return kept;
};

test("of several that are chosen one is kept; of one there is nothing to choose", () => {
  const { page, ex, find } = made();
  const only = () => page.querySelectorAll(".app-only").filter((b) => !b.hidden);
  assert.deepEqual(
    only().map((b) => b.getAttribute("aria-label")),
    ["app.only.of", "app.only.of"],
  );
  assert.ok(page.querySelectorAll(".app-only").every((b) => b.tabIndex === -1));
  const [first] = only(),
    rail = find("mode=rail");
  let focused = "";
  first.focus = () => (focused = "only");
  rail.focus = () => (focused = "rail");
  assert.equal(key(rail, "ArrowDown"), true);
  assert.equal(key(rail, "ArrowRight"), false);
  assert.equal(focused, "only");
  assert.equal(key(first, "ArrowUp"), true);
  assert.equal(key(first, "ArrowLeft"), false);
  assert.equal(focused, "rail");
  first.hear("click");
  assert.deepEqual(ex.state.mode, ["rail"]);
  assert.deepEqual(only(), []);
  // Nothing to go to.
  focused = "";
  assert.equal(key(rail, "ArrowRight"), true);
  assert.equal(focused, "");
});

test("every mode is a choice; the last of several that goes leaves itself chosen", () => {
  const { page, ex, press, shown } = made();
  const line = page.querySelector(".app-left-out");
  assert.deepEqual([line.hidden, line.texts("span")], [false, ["1 left out"]]);
  press("mode=everything");
  assert.deepEqual(ex.state.mode, []);
  assert.equal(line.hidden, true);
  assert.deepEqual(chosen(page), ["mode=all"]);
  assert.equal(shown().length, 4);
  press("mode=rail");
  assert.deepEqual(chosen(page), ["mode=rail"]);
  assert.deepEqual([line.hidden, line.texts("span")], [false, ["2 left out"]]);
  // None chosen is not all.
  press("mode=rail");
  assert.deepEqual(chosen(page), ["mode=rail"]);
  press("mode=all");
  assert.deepEqual(chosen(page), ["mode=all"]);
});
