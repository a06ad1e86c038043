// The map in a year: the bar beneath it, and what is left of a filter.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createYearBar } from "../../src/outcome/year-bar.js";
import { createYears } from "../../src/outcome/years.js";
import { smallPage, words } from "../small-dom.js";
import { EVERY, smallModel } from "./small-model.js";

function still(matches = false) {
  const heard = { calm: [], page: [] };
  globalThis.window = {
    matchMedia: (query) => {
      assert.match(query, /prefers-reduced-motion: reduce/);
      return {
        matches,
        addEventListener: (_, act) => heard.calm.push(act),
        removeEventListener: () => heard.calm.pop(),
      };
    },
    setTimeout: () => 1,
  };
  globalThis.document.addEventListener = (type, act) => heard.page.push([type, act]);
  globalThis.document.removeEventListener = () => heard.page.pop();
  return heard;
}

function barred({ calm } = {}) {
  const page = smallPage(),
    heard = still(calm),
    went = [];
  const its = createYearBar(page, words, { first: 2018, last: 2020 }, "2020-06", (year) =>
    went.push(year),
  );
  const [play, back] = page.all("button"),
    [slide, typed] = page.all("input"),
    [told] = page.all("output");
  const type = (text, event = "change") => {
    typed.value = text;
    typed.hear(event);
  };
  return { page, heard, its, went, play, back, slide, typed, told, type };
}

test("before a year is chosen it stands at the end and tells the day of the facts", () => {
  const { its, slide, typed, told, play, back } = barred();
  const says = (node, ...names) => names.map((name) => node.getAttribute(name));
  assert.deepEqual(
    [slide.min, slide.max, slide.step, slide.value, ...says(slide, "aria-valuetext")],
    ["2018", "2020", "1", "2020", "years.today 2020-06"],
  );
  assert.deepEqual(
    [
      typed.value,
      typed.placeholder,
      ...says(typed, "aria-valuemin", "aria-valuemax", "aria-valuenow"),
    ],
    ["", "2020", "2018", "2020", "2020"],
  );
  assert.deepEqual(
    [told.textContent, back.hidden, its.bar.is("is-on")],
    ["years.today 2020-06", true, false],
  );
  assert.deepEqual([play.title, ...says(play, "aria-label")], ["years.play", "years.play"]);
  its.tell("more");
  assert.equal(its.bar.texts("span")[0], "more");
  its.set(2019);
  assert.deepEqual(
    [slide.value, typed.value, told.textContent, back.hidden, its.bar.is("is-on")],
    ["2019", "2019", "years.day 2019", false, true],
  );
  assert.deepEqual(says(slide, "aria-valuetext"), ["2019"]);
  assert.equal(its.bar.texts("span")[0], "more");
  // What was said of a year is not said of now.
  its.set(null);
  assert.equal(its.bar.texts("span")[0], "");
});

test("its button stops what plays, or goes a step where nothing may move", () => {
  const { play } = barred();
  play.hear("click");
  assert.deepEqual([play.title, play.getAttribute("aria-pressed")], ["years.stop", "true"]);
  const quiet = barred({ calm: true });
  assert.equal(quiet.play.title, "years.next");
  const signs = [barred().play, play, quiet.play].map((b) => b.all("path")[0].getAttribute("d"));
  assert.equal(new Set(signs).size, 3);
});

test("it stops when the page is hidden or the reader wants no movement", () => {
  const { heard, play, its } = barred();
  play.hear("click");
  const [[type, hidden]] = heard.page;
  assert.equal(type, "visibilitychange");
  hidden();
  assert.equal(play.getAttribute("aria-pressed"), "true");
  globalThis.document.hidden = true;
  hidden();
  assert.equal(play.getAttribute("aria-pressed"), "false");
  play.hear("click");
  heard.calm[0]();
  assert.equal(play.getAttribute("aria-pressed"), "true");
  its.destroy();
  assert.deepEqual([heard.page, heard.calm, its.bar.parentElement], [[], [], null]);
  const quiet = barred({ calm: true });
  quiet.heard.calm[0]();
  assert.equal(quiet.play.getAttribute("aria-pressed"), "false");
});

test("the slide goes where it is put", () => {
  const { slide, went } = barred();
  slide.value = "2019";
  slide.hear("input");
  slide.hear("input");
  assert.deepEqual(went, [2019]);
});

test("a typed year goes to the nearest there is, and says where it was asked for another", () => {
  const { type, went, told, typed, its } = barred();
  type("2019", "input");
  assert.deepEqual(went, [2019]);
  // Not before it is finished.
  type("201", "input");
  type("2030", "input");
  assert.deepEqual(went, [2019]);
  type("2030");
  assert.deepEqual([went, told.textContent], [[2019, 2020], "years.outside 2030 2018 2020"]);
  type("1999");
  assert.deepEqual([went, told.textContent], [[2019, 2020, 2018], "years.outside 1999 2018 2020"]);
  type("2018");
  assert.deepEqual([went.length, told.textContent], [3, "years.day 2018"]);
  type("soon");
  assert.deepEqual(
    [told.textContent, typed.getAttribute("aria-invalid")],
    ["years.range 2018 2020", "true"],
  );
  // Emptied, it shows again where one is.
  type(" ");
  assert.deepEqual(
    [typed.value, typed.getAttribute("aria-invalid"), went.length],
    ["2018", null, 3],
  );
  its.set(null);
  type(" ");
  assert.equal(typed.value, " ");
});

test("left and right go a year on the slide, and move the caret in a typed text", () => {
  const { slide, typed, went } = barred();
  const press = (field, key) => {
    let kept = 0;
    field.hear("keydown", { key, shiftKey: false, preventDefault: () => (kept += 1) });
    return kept;
  };
  assert.deepEqual(
    ["ArrowLeft", "ArrowRight", "Home", "End"].map((key) => press(typed, key)),
    [0, 0, 0, 0],
  );
  assert.deepEqual(went, []);
  assert.equal(press(typed, "ArrowDown"), 1);
  assert.equal(press(slide, "ArrowLeft"), 1);
  assert.deepEqual(went, [2019, 2018]);
});

function yearly(lang, change) {
  const page = smallPage();
  still();
  globalThis.document.top.appendChild(globalThis.document.createElement("footer"));
  const model = smallModel();
  change?.(model);
  const view = { root: page, words, lang, model };
  return { page, model, its: createYears(view, () => {}) };
}

test("a year leaves what anything is known of, and says what it leaves out", () => {
  const { page, its } = yearly("en");
  assert.deepEqual([page.children[0].className, page.is("has-years")], ["atlas-years", true]);
  const left = { ids: EVERY, statuses: EVERY.map(() => "construction") };
  assert.equal(its.show(left, null), null);
  const then = its.show(left, 2022);
  assert.deepEqual(then.ids, ["line", "road"]);
  const said = () => page.children[0].texts("span")[0];
  assert.equal(said(), "years.unmet 1; years.nothing 2");
  its.show({ ids: ["road"], statuses: ["construction"] }, 2022);
  assert.equal(said(), "");
  its.show({ ids: ["road", "bare"], statuses: ["construction", "construction"] }, 2022);
  assert.equal(said(), "years.nothing 1");
  const zh = yearly("zh");
  zh.its.show(left, 2022);
  assert.equal(zh.page.children[0].texts("span")[0], "years.unmet 1；years.nothing 2");
});

test("where no year is known there is no bar", () => {
  const { its, page } = yearly("en", (model) => {
    model.payload.projects = model.payload.projects.map((p) => ({ ...p, spans: [] }));
  });
  assert.deepEqual([its, page.children.length], [null, 1]);
});
