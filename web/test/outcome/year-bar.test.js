// The bar that takes the map through the years.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createProgress } from "../../src/outcome/progress-table.js";
import { createYearBar } from "../../src/outcome/year-bar.js";
import { smallPage, words } from "../small-dom.js";
import { EVERY, smallModel } from "./small-model.js";

const YEARS = { first: 2018, last: 2020 };

function made({ calm = false } = {}) {
  const page = smallPage(),
    went = [],
    waiting = [];
  globalThis.window = {
    matchMedia: () => ({ matches: calm }),
    setTimeout: (act) => waiting.push(act),
  };
  const its = createYearBar(page, words, YEARS, "2020-06", (year) => went.push(year));
  const [play, back] = page.all("button"),
    [slide, typed] = page.all("input");
  const press = (key, shiftKey = false) =>
    slide.hear("keydown", { key, shiftKey, preventDefault: () => {} });
  return { its, went, waiting, play, back, slide, typed, press };
}

test("it plays from the first year to the last and stops there", () => {
  const { went, waiting, play } = made();
  play.hear("click");
  assert.deepEqual(went, [2018]);
  for (let i = 0; i < 9 && waiting.length > i; i++) waiting[i]();
  assert.deepEqual(went, [2018, 2019, 2020]);
  assert.equal(play.getAttribute("aria-pressed"), "false");
  // From the end it begins again.
  play.hear("click");
  assert.deepEqual(went, [2018, 2019, 2020, 2018]);
  assert.equal(play.getAttribute("aria-pressed"), "true");
  play.hear("click");
  assert.equal(play.getAttribute("aria-pressed"), "false");
});

test("in the middle it plays on from where it stands", () => {
  const { its, went, waiting, play } = made();
  its.set(2019);
  play.hear("click");
  waiting[0]();
  assert.deepEqual(went, [2020]);
});

test("who wants no moving pictures steps, from now to the first and round again", () => {
  const { went, play, waiting } = made({ calm: true });
  for (let i = 0; i < 4; i++) play.hear("click");
  assert.deepEqual(went, [2018, 2019, 2020, 2018]);
  assert.equal(waiting.length, 0);
});

test("keys, a typed year and the way back", () => {
  const { its, went, back, slide, typed, press } = made();
  press("ArrowLeft");
  press("Home");
  press("ArrowLeft");
  press("x");
  assert.deepEqual(went, [2019, 2018]);
  assert.equal(slide.value, "2018");
  typed.value = "2020";
  typed.hear("change");
  typed.value = "二零";
  typed.hear("change");
  assert.equal(typed.getAttribute("aria-invalid"), "true");
  assert.deepEqual(went, [2019, 2018, 2020]);
  slide.focus = () => {};
  back.hear("click");
  assert.deepEqual(went, [2019, 2018, 2020, null]);
  assert.equal(back.hidden, true);
  // What is told from elsewhere is no change.
  its.set(2019);
  assert.deepEqual([went.length, slide.value, back.hidden], [4, "2019", false]);
});

test("a part of a plan's projects is listed when picked, and no more when picked again", () => {
  const page = smallPage();
  const model = smallModel();
  model.payload.statuses = ["research", "construction"];
  model.projects.forEach((p) => {
    p.data = { ...p.data, statuses: { 0: 0, 1: 1 } };
  });
  const opened = [];
  const host = { model, words, lang: "en", open: (id) => opened.push(id) };
  createProgress(page, host).update(EVERY, []);
  const parts = () => page.all("button").filter((b) => b.getAttribute("data-part"));
  const pressed = () => parts().map((b) => b.getAttribute("aria-pressed"));
  const listed = () => page.all("li").map((item) => item.all("button")[0].textContent);
  assert.deepEqual(
    parts().map((b) => [b.getAttribute("data-part"), b.textContent]),
    [
      ["0 open", "1"],
      ["1 open", "1"],
      ["1 unknown", "1"],
    ],
  );
  parts()[2].hear("click");
  assert.deepEqual(pressed(), ["false", "false", "true"]);
  assert.deepEqual(listed(), ["B line"]);
  page.all("li")[0].all("button")[0].hear("click");
  assert.deepEqual(opened, ["line"]);
  parts()[1].hear("click");
  assert.deepEqual([pressed(), listed()], [["false", "true", "false"], ["A road"]]);
  parts()[1].hear("click");
  assert.deepEqual([pressed(), listed()], [["false", "false", "false"], []]);
});
