// The talk: its steps in full screen, turned by keys, what stands beside the map.
import assert from "node:assert/strict";
import { test } from "node:test";
import { enter, isFull, leaveFull } from "../../src/export/talk/full-screen.js";
import { startTalk } from "../../src/export/talk/talk.js";
import { made } from "./small-file.js";
import { step, talk } from "./small-talk.js";

test("through the plans: title, date, what is new, a dot a step", () => {
  const { box, text, talk: its, shown, page } = talk();
  const state = () => [text("date"), text("title"), text("under"), text("caption")];
  assert.deepEqual(state(), ["2019-01", "Early", "The early plan", "first 1"]);
  assert.deepEqual([box.getAttribute("role"), box.getAttribute("aria-modal")], ["dialog", "true"]);
  assert.deepEqual([box.getAttribute("aria-label"), text("name")], ["Atlas", "Atlas"]);
  const dots = () =>
    box.querySelectorAll(".talk-dot").map((dot) => [dot.title, dot.getAttribute("aria-current")]);
  assert.deepEqual(dots(), [
    ["Early", "step"],
    ["Late", null],
    ["present.all", null],
  ]);
  assert.equal(box.querySelector(".talk-dots").title, "1 of 3");
  assert.deepEqual(shown(), [["rail", "research"]]);
  box.querySelectorAll(".talk-dot")[1].hear("click");
  assert.deepEqual([text("title"), box.getAttribute("data-step")], ["Late", "1"]);
  assert.deepEqual(
    dots().map(([, on]) => on),
    [null, "step", null],
  );
  box.querySelectorAll(".talk-dot")[2].hear("click");
  assert.deepEqual([text("date"), box.querySelector(".talk-date").hidden], ["", true]);
  assert.equal(box.querySelector(".talk-dots").title, "3 of 3");
  assert.equal(text("notice"), "schematic · of 2021-06");
  assert.ok(page.talk === its);
  // There is one talk at a time.
  assert.ok(startTalk(page, 0) === its);
});

test("each key that turns goes one step, and those of a browser are left to it", () => {
  const steps = Array.from({ length: 4 }, (_, i) => step({ title: `step ${i}` }));
  const { key, talk: its } = talk({ steps, at: 1 });
  for (const [name, to] of [
    ["ArrowRight", 2],
    ["ArrowLeft", 1],
    ["ArrowDown", 2],
    ["ArrowUp", 1],
    ["PageDown", 2],
    ["PageUp", 1],
    [" ", 2],
    ["Home", 0],
    ["End", 3],
  ]) {
    assert.deepEqual([key(name), its.at], [2, to], name);
  }
  for (const held of ["ctrlKey", "metaKey", "altKey"])
    assert.deepEqual([key("ArrowLeft", { [held]: true }), its.at], [0, 3], held);
  assert.deepEqual([key("x"), key("toString"), its.at], [0, 0, 3]);
});

test("an address begins at a step, none before the first nor after the last", () => {
  const at = (hash) => made({ hash }).page.talk?.at;
  assert.deepEqual(
    [at(""), at("#step=0"), at("#step=1"), at("#step=2.9"), at("#step=9")],
    [undefined, 0, 0, 1, 2],
  );
});

test("keys and buttons turn, at the ends they stay", () => {
  const { talk: its, key, box, find } = talk();
  const after = (name, event) => [key(name, event), its.at];
  assert.deepEqual(after("ArrowLeft"), [2, 0]);
  assert.deepEqual(after("ArrowRight"), [2, 1]);
  assert.deepEqual(after("ArrowDown"), [2, 2]);
  assert.deepEqual(after("PageDown"), [2, 2]);
  assert.deepEqual(after("ArrowUp"), [2, 1]);
  assert.deepEqual(after("PageUp"), [2, 0]);
  assert.deepEqual(after("PageDown"), [2, 1]);
  assert.deepEqual(after("ArrowLeft"), [2, 0]);
  assert.deepEqual(after(" "), [2, 1]);
  assert.deepEqual(after("End"), [2, 2]);
  assert.deepEqual(after("Home"), [2, 0]);
  for (const held of ["ctrlKey", "metaKey", "altKey"])
    assert.deepEqual(after("ArrowRight", { [held]: true }), [0, 0]);
  assert.deepEqual(after("x"), [0, 0]);
  assert.deepEqual(after("toString"), [0, 0]);
  // A button that has the keyboard is pressed by a space.
  const target = new globalThis.HTMLButtonElement();
  assert.deepEqual(after(" ", { target }), [0, 0]);
  assert.deepEqual(after("ArrowRight", { target }), [2, 1]);
  find("›").hear("click");
  assert.equal(its.at, 2);
  find("‹").hear("click");
  assert.equal(its.at, 1);
  assert.deepEqual(
    box.querySelectorAll(".talk-tool").map((b) => [b.textContent, b.title]),
    [
      ["mark.arrow", undefined],
      ["mark.circle", undefined],
      ["mark.at", undefined],
      ["mark.back", undefined],
      ["mark.keep", "mark.keep.help"],
      ["page.print", "present.print"],
      ["▶", "present.play"],
      ["‹", "present.back"],
      ["›", "present.next"],
      ["×", "present.leave"],
    ],
  );
});

test("leaving takes the talk off the page and its map is measured anew", () => {
  const { key, root, page, since, heardBy, find } = talk();
  assert.equal(root.is("is-presenting"), true);
  since();
  const before = heardBy("document");
  key("Escape");
  assert.deepEqual(
    [!!root.querySelector(".talk"), root.is("is-presenting"), !!page.talk],
    [false, false, false],
  );
  assert.equal(before - heardBy("document"), 4);
  assert.equal(since().at(-1)[0], "size");
  startTalk(page, 1);
  assert.equal(page.talk.at, 1);
  find("×").hear("click");
  assert.ok(!page.talk);
});

test("Escape closes a card first", () => {
  const { key, talk: its, page, lists } = talk();
  its.view.select("rail", { tell: true });
  assert.match(lists()[0], /Yukun HSR/);
  key("Escape");
  assert.deepEqual([its.view.selected, page.talk === its], [null, true]);
  assert.doesNotMatch(lists().join(), /status\.construction/);
  key("Escape");
  assert.ok(!page.talk);
});

test("the desk is enlarged to the screen, and what is painted with it", () => {
  const sized = (screen, ratio) => {
    const { box, talk: its } = talk({ screen, ratio });
    const { width, height, transform } = box.querySelector(".talk-desk").style;
    return [width, height, transform, its.view.map.options.fine];
  };
  assert.deepEqual(sized([2560, 1320], 2), ["1280px", "660px", "scale(2)", 4]);
  assert.deepEqual(sized([1920, 660]), ["1920px", "660px", "scale(1)", 1]);
  assert.deepEqual(sized([1280, 990]), ["1280px", "990px", "scale(1)", 1]);
  assert.deepEqual(sized([640, 330]), [`${640 / 0.6}px`, `${330 / 0.6}px`, "scale(0.6)", 0.6]);
  const { box, tell, talk: its, since } = talk();
  since();
  globalThis.window.innerWidth = 2560;
  globalThis.window.innerHeight = 1320;
  tell("window", "resize");
  assert.equal(box.querySelector(".talk-desk").style.transform, "scale(2)");
  assert.equal(its.scale, 2);
  assert.ok(since().some(([what]) => what === "size"));
});

test("F enters and leaves the full screen; leaving it otherwise ends the talk", () => {
  const its = talk();
  const { document } = globalThis;
  const asked = [];
  its.box.requestFullscreen = () => {
    asked.push("enter");
    return Promise.reject(new Error());
  };
  document.exitFullscreen = () => asked.push("leave");
  const full = (on) => {
    document.fullscreenElement = on ? its.box : null;
    its.tell("document", "fullscreenchange");
  };
  full(false);
  assert.ok(its.page.talk === its.talk);
  its.key("f");
  full(true);
  its.key("F");
  full(false);
  assert.deepEqual([asked, its.page.talk === its.talk], [["enter", "leave"], true]);
  its.key("f");
  full(true);
  full(false);
  assert.deepEqual([asked.length, !!its.page.talk], [3, false]);
});

test("leaving the full screen that the talk began in ends it", () => {
  const its = talk();
  const full = (on) => {
    globalThis.document.fullscreenElement = on ? its.box : null;
    its.tell("document", "fullscreenchange");
  };
  full(true);
  assert.ok(its.page.talk === its.talk);
  full(false);
  assert.ok(!its.page.talk);
});

test("the map of a talk is measured in its place, without a movement", () => {
  const { talk: its, page, tell } = talk();
  const sizes = [];
  its.view.map.invalidateSize = (how) => sizes.push(how);
  page.view.map.invalidateSize = (how) => sizes.push(how);
  tell("window", "resize");
  assert.deepEqual(sizes, [{ pan: false }]);
  its.leave();
  assert.deepEqual(sizes[1], undefined);
});

test("full screen as far as the engine and the frame allow it", () => {
  const { document } = globalThis;
  made();
  const asked = [];
  enter({ webkitRequestFullscreen: () => asked.push("webkit") });
  enter({ msRequestFullscreen: () => asked.push("ms") });
  enter({});
  enter({
    requestFullscreen: () => {
      throw new Error();
    },
  });
  leaveFull();
  assert.deepEqual([asked, isFull()], [["webkit", "ms"], null]);
  globalThis.document.webkitFullscreenElement = "own";
  globalThis.document.webkitExitFullscreen = () => asked.push("left");
  leaveFull();
  assert.deepEqual([isFull(), asked.at(-1), !!document], ["own", "left", true]);
});

test("a step of the file shows what it says and goes where it says", () => {
  const viewport = { lat: 30, lon: 104, zoom: 8 };
  const moves = (one, more) => {
    const its = talk({ steps: [step(one)], ...more });
    return its
      .since()
      .filter(([what]) => what === "fit" || what === "view")
      .slice(1)
      .map((move) => move.slice(0, 2).concat(move[2] && move[2].animate));
  };
  assert.deepEqual(moves({ viewport, select: "rail" }), [["view", [30, 104], undefined]]);
  assert.deepEqual(
    moves({ select: "road" }).map(([what, where]) => [what, where.length]),
    [["fit", 2]],
  );
  assert.deepEqual(
    moves({}).map(([what, where]) => [what, where.length]),
    [["fit", 6]],
  );
  const { text, talk: its } = talk({
    steps: [step({ title: "One", caption: "Words", filter: { mode: ["rail"] }, view: "now" })],
  });
  assert.deepEqual([text("title"), text("caption"), its.view.look], ["One", "Words", "currents"]);
  assert.deepEqual(Array.from(its.view.shown.keys()), ["rail", "bare"]);
});

test("the first step of the plans shows what the reader saw, beside the legend", () => {
  const { since, talk: its, sizes } = talk();
  const fits = () =>
    since()
      .filter(([what]) => what === "fit")
      .slice(-1)
      .map(([, , how]) => how);
  const [how] = fits();
  // Which covers none of the map.
  assert.deepEqual(how, { animate: false });
  assert.equal(its.placed, true);
  its.go(1);
  assert.deepEqual(fits(), []);
  its.again();
  assert.equal(fits().length, 1);
  its.placed = false;
  sizes.map = [0, 0];
  its.show(false);
  assert.equal(its.placed, false);
});

test("the legend is open where the map is wide enough", () => {
  const open = (wide) => {
    const its = talk();
    its.sizes.map = [wide, 500];
    its.talk.show(false);
    return its.talk.view.legend.box.open;
  };
  // The legend's own 228 beside it.
  assert.deepEqual([open(392), open(393)], [false, true]);
});
