// The divider between two maps: by keys, by hand, and what is heard of it.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { createDivider, dividerByKey } from "../../src/compare/divider.js";
import { smallPage } from "../small-dom.js";

const words = (key, values) => [key, ...Object.values(values || {})].join(" ");

test("arrows move it by two, pages by ten, within the map", () => {
  const by = (at, key) => dividerByKey(at, key);
  assert.deepEqual([by(50, "ArrowLeft"), by(50, "ArrowDown")], [48, 48]);
  assert.deepEqual([by(50, "ArrowRight"), by(50, "ArrowUp")], [52, 52]);
  assert.deepEqual([by(50, "PageDown"), by(50, "PageUp")], [40, 60]);
  assert.deepEqual([by(50, "Home"), by(50, "End")], [0, 100]);
  assert.deepEqual([by(1, "ArrowLeft"), by(99, "ArrowRight")], [0, 100]);
  assert.deepEqual([by(2, "ArrowLeft"), by(98, "ArrowRight")], [0, 100]);
  assert.deepEqual([by(5, "PageDown"), by(95, "PageUp")], [0, 100]);
  ["a", "Enter", "toString", "__proto__"].forEach((key) => {
    assert.equal(by(50, key), null);
  });
});

let page;
beforeEach(() => {
  page = smallPage();
});

/** A divider on a stage of 400 pixels from 100 on, of which `taken` are a card's. */
function made(taken = "") {
  const moves = [],
    stage = globalThis.document.createElement("div");
  page.appendChild(stage);
  stage.getBoundingClientRect = () => ({ left: 100, width: 400 });
  globalThis.getComputedStyle = () => ({ getPropertyValue: () => taken });
  const its = createDivider(stage, (share) => moves.push(share));
  Object.assign(its.bar, { focus: (how) => moves.push(how), setPointerCapture: () => {} });
  const said = (...names) => names.map((name) => its.bar.getAttribute(`aria-${name}`));
  return { ...its, moves, said, stage };
}

test("it is a slider that says what it parts, and where it stands", () => {
  const { bar, show, said, moves } = made();
  assert.deepEqual([bar.getAttribute("role"), bar.tabIndex, bar.hidden], ["slider", 0, true]);
  assert.deepEqual(said("valuemin", "valuemax", "valuenow", "orientation"), [
    "0",
    "100",
    "50",
    "horizontal",
  ]);
  show(true, "Old", "New", words);
  assert.deepEqual(
    [bar.hidden, ...said("label", "valuetext")],
    [false, "compare.divider Old New", "compare.divider.at Old 50"],
  );
  show(false, "Old", "New", words);
  assert.deepEqual([bar.hidden, moves], [true, [50, 50, 50]]);
});

test("keys move it and go no further; with another key held they are not its own", () => {
  const { bar, moves, said } = made();
  moves.length = 0;
  const stopped = [];
  const key = (name, more) => ({
    key: name,
    preventDefault: () => stopped.push("default"),
    stopPropagation: () => stopped.push("further"),
    ...more,
  });
  bar.hear("keydown", key("ArrowLeft"));
  bar.hear("keydown", key("End"));
  assert.deepEqual([moves, said("valuenow")], [[48, 100], ["100"]]);
  assert.deepEqual(stopped, ["default", "further", "default", "further"]);
  ["ctrlKey", "metaKey", "altKey"].forEach((held) => {
    bar.hear("keydown", key("Home", { [held]: true }));
  });
  bar.hear("keydown", key("x"));
  assert.deepEqual([moves.length, stopped.length], [2, 4]);
});

test("it is dragged where the pointer is, of the maps' own width, until it is let go", () => {
  const { bar, moves } = made("72px");
  moves.length = 0;
  bar.hear("pointermove", { clientX: 264 });
  bar.hear("pointerdown", { button: 2, preventDefault: () => {} });
  bar.hear("pointermove", { clientX: 264 });
  assert.deepEqual(moves, []);
  bar.hear("pointerdown", { button: 0, pointerId: 1, preventDefault: () => {} });
  bar.hear("pointermove", { clientX: 264 });
  bar.hear("pointermove", { clientX: 1000 });
  bar.hear("pointermove", { clientX: 0 });
  assert.deepEqual(moves, [{ preventScroll: true }, 50, 100, 0]);
  bar.hear("pointerup");
  bar.hear("pointermove", { clientX: 264 });
  assert.equal(moves.length, 4);
});

test("what takes the pointer away lets it go; an enlarged stage is reckoned with", () => {
  const { bar, moves, stage } = made("72px");
  const down = { button: 0, pointerId: 1, preventDefault: () => {} };
  const to = (x) => {
    moves.length = 0;
    bar.hear("pointermove", { clientX: x });
    return moves.slice();
  };
  bar.hear("pointerdown", down);
  bar.hear("pointercancel");
  assert.deepEqual(to(264), []);
  // Twice as large as it is laid out: the card and the divider take twice the room.
  stage.offsetWidth = 200;
  bar.hear("pointerdown", down);
  assert.deepEqual([to(128), to(228), to(328)], [[0], [50], [100]]);
  // Where the card leaves no room at all it stays where it was.
  stage.offsetWidth = 100;
  assert.deepEqual(to(200), []);
});

test("it goes with what it parts", () => {
  const { stage, destroy } = made();
  destroy();
  assert.equal(stage.children.length, 0);
});
