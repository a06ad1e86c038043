// The shapes of a filter beside the map: told, changed, dropped, and drawn.
import assert from "node:assert/strict";
import { test } from "node:test";
import { NOWHERE } from "../../../src/core/where/areas.js";
import { createShapeChoices, FIRST_KM } from "../../../src/core/where/shape-choices.js";
import { smallPage, words } from "../../small-dom.js";
import { smallPayload } from "../../small-payload.js";

function made(where = {}) {
  const page = smallPage(),
    done = [],
    payload = smallPayload();
  Object.assign(payload.base.counties[0], { x: 10400, y: 3000 });
  const its = { where: { ...NOWHERE, ...where } };
  const box = createShapeChoices(page, {
    words,
    lang: "en",
    payload,
    choice: "choice",
    hint: "hint",
    input: "input",
    where: () => its.where,
    set: (change) => {
      done.push(change);
      Object.assign(its.where, change);
    },
    draw: (key) => done.push(key),
    seen: () => [1, 2, 3, 4],
  });
  box.draw();
  const chosen = () =>
    page
      .querySelector(".atlas-shapes")
      .all("button")
      .map((b) => b.getAttribute("aria-label") || b.textContent);
  return { page, box, done, its, chosen };
}

test("a place, a box, a ring are drawn, or what is in sight is taken", () => {
  const { page, done } = made();
  const tools = page.querySelector(".atlas-shape-tools");
  assert.deepEqual(
    tools.all("button").map((b) => [b.textContent, b.getAttribute("data-draw")]),
    [
      ["draw.near", "near"],
      ["draw.box", "box"],
      ["draw.within", "within"],
      ["draw.seen", "seen"],
    ],
  );
  tools.all("button").forEach((b) => {
    b.hear("click");
  });
  assert.deepEqual(done, ["near", "box", "within", { box: [1, 2, 3, 4] }]);
});

test("what is chosen is told, and dropped by a click", () => {
  const { page, box, done, chosen } = made({ box: [104, 29, 105, 30], within: [1, 2, 3, 4, 5, 6] });
  assert.deepEqual(chosen(), ["shape.drop box.words 104 29 105 30", "shape.drop within.words 3"]);
  const [first] = page.all("button", { "data-choice": "box" });
  assert.equal(first.getAttribute("aria-pressed"), "true");
  first.hear("click");
  box.draw();
  assert.deepEqual([done, chosen()], [[{ box: [] }], ["shape.drop within.words 3"]]);
  // The same again is not made again.
  const [kept] = page.all("button", { "data-choice": "within" });
  box.draw();
  assert.equal(page.all("button", { "data-choice": "within" })[0], kept);
});

test("kilometres are changed within their limits, and stay where they are beyond them", () => {
  const { page, done } = made({ near: [104, 30, 20] });
  const [input] = page.all("input");
  const hint = page.querySelector(".hint");
  assert.deepEqual([input.value, input.min, input.max, input.step], ["20", "1", "300", "any"]);
  const typed = (text) => {
    input.value = text;
    input.hear("change");
    return [input.value, hint.textContent];
  };
  assert.deepEqual(typed("0.9"), ["20", "near.limits 1 300"]);
  assert.deepEqual(typed("301")[0], "20");
  assert.deepEqual(typed("")[0], "20");
  assert.deepEqual(typed("x")[0], "20");
  assert.deepEqual(done, []);
  typed("1");
  typed("300");
  typed("2.5");
  assert.deepEqual(done, [
    { near: [104, 30, 1] },
    { near: [104, 30, 300] },
    { near: [104, 30, 2.5] },
  ]);
});

test("round a place that is chosen alone one can look too", () => {
  const { page, done } = made({ place: ["510101"] });
  const [round] = page.all("button", { "data-draw": "place" });
  assert.equal(round.textContent, `near.place Jia ${FIRST_KM}`);
  round.hear("click");
  assert.deepEqual(done, [{ place: [], near: [104, 30, FIRST_KM] }]);
  const none = (where) => made(where).page.all("button", { "data-draw": "place" }).length;
  assert.equal(none({ place: ["510101", "510102"] }), 0);
  assert.equal(none({ place: ["510101"], near: [104, 30, 5] }), 0);
  assert.equal(none({ place: ["999999"] }), 0);
  assert.equal(none({}), 0);
});
