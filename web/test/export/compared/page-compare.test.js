// Comparing in an exported file: by its button, its address and its settings; on paper and slides.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawSheet } from "../../../src/paper/sheet.js";
import { made } from "../small-file.js";
import { step, talk } from "../small-talk.js";

// What the two plans say, what is said before each, and what changes from plan to plan.
const HISTORIES = ["01.0.1..011", "10.1.2..022", "2..2.3..033", ".3...0...0."];
const change = (payload) => {
  payload.histories = HISTORIES;
};
const PAIR = { from: "early", to: "late", change: [], maps: "one" };

/** A file that compares all modes, as `asked` of the pair. */
const file = ({ asked = {}, ...more } = {}) =>
  made({ change, config: { filter: { mode: [] }, compare: { ...PAIR, ...asked } }, ...more });
const heads = ({ root }) => root.querySelectorAll(".atlas-side").map((head) => head.textContent);
const paint = ({ page }) => page.view.paint && Object.fromEntries(page.view.paint);
const CLASSES = { bare: "new", rail: "forward", road: "back", port: "dropped" };

test("a file opens on what it compares; its button leads to the map and back", () => {
  const its = file();
  assert.deepEqual(paint(its), CLASSES);
  assert.equal(its.find("compare").getAttribute("aria-pressed"), "true");
  assert.equal(its.root.is("has-compare"), true);
  its.find("compare").hear("click");
  assert.deepEqual([paint(its), its.root.is("has-compare")], [null, false]);
  assert.deepEqual(its.shown().sort(), ["bare", "port", "rail", "road"]);
  its.find("compare").hear("click");
  assert.deepEqual(paint(its), CLASSES);
});

test("the classes of the choice are counted, and those chosen are left", () => {
  const its = file();
  const chips = its.root.querySelectorAll(".app-choice");
  assert.deepEqual(
    chips.map((b) => b.getAttribute("aria-label")),
    ["change.new 1", "change.forward 1", "change.back 1", "change.dropped 1"],
  );
  chips[2].hear("click");
  assert.deepEqual([its.shown(), paint(its)], [["road"], { road: "back" }]);
  assert.equal(its.page.inWords(), "compare Early → Late");
});

test("two sides on two maps, on the sheet too; one map again", () => {
  const its = file({ asked: { maps: "two" } });
  assert.deepEqual(heads(its), ["Early: 3", "Late: 3"]);
  assert.equal(paint(its), null);
  const svg = drawSheet(its.page, { width: 1120, height: 767 });
  assert.equal(svg.all("clipPath").length, 2);
  const texts = svg.all("text").map((text) => text.textContent);
  assert.deepEqual(
    texts.filter((text) => /: 3$/.test(text)),
    ["Early: 3", "Late: 3"],
  );
  its.find("compare.maps.one").hear("click");
  assert.deepEqual([heads(its), paint(its)], [[], CLASSES]);
});

test("the sheet of a comparison has the key of its classes, with their signs", () => {
  const svg = drawSheet(file().page, { width: 1120, height: 767 });
  const texts = svg.all("text").map((text) => text.textContent);
  assert.equal(svg.all("clipPath").length, 1);
  assert.deepEqual(
    texts.filter((text) => /change\./.test(text)),
    ["+ change.new", "↑ change.forward", "↓ change.back", "− change.dropped"],
  );
});

test("an address says what is compared, and whether anything is", () => {
  const its = file({ hash: "#tab=compare&from=2019&to=2021&maps=swipe&change=forward" });
  assert.deepEqual(
    heads(its).map((head) => head.split(":")[0]),
    ["2019", "2021"],
  );
  assert.equal(its.root.querySelector(".atlas-divider").hidden, false);
  assert.deepEqual(paint(file({ hash: "#tab=map" })), null);
  // Only what an address says is taken in place of the file's own.
  assert.deepEqual(paint(file({ hash: "#change=back" })), { road: "back" });
  const plain = made({ change, hash: "#tab=compare&from=early" });
  assert.deepEqual(paint(plain), { bare: "new", rail: "forward", road: "back" });
});

test("the sources are the plans that are compared", () => {
  const titles = (its) => its.page.plansShown().map((plan) => plan.id);
  assert.deepEqual(titles(file({ asked: { from: "late", to: "late" } })), ["late"]);
  assert.deepEqual(titles(file({ asked: { from: "earlier", to: "early" } })), ["early"]);
  assert.deepEqual(titles(file()), ["early", "late"]);
});

/** A talk whose steps compare as asked. */
const compared = (...asked) =>
  talk({
    change,
    steps: asked.map((one) => step({ filter: { mode: [] }, compare: { ...PAIR, ...one } })),
  });

test("a step tells of each class how many there are, and the names of what changed", () => {
  const { box, talk: its, text } = compared({}, { change: ["back"] });
  const parts = () =>
    box
      .querySelectorAll(".talk-changes")
      .map((part) => [part.texts("h2")[0], part.all("li").map((li) => li.textContent)]);
  assert.deepEqual(parts(), [
    ["+change.new1", ["Bare"]],
    ["↑change.forward1", ["Yukun HSR"]],
    ["↓change.back1", ["Some Road"]],
    ["−change.dropped1", []],
  ]);
  assert.equal(text("under"), "compare Early → Late");
  its.go(1);
  assert.deepEqual(parts(), [["↓change.back1", ["Some Road"]]]);
});

test("a step has two maps, the next one again; leaving takes both away", () => {
  const { box, talk: its, since } = compared({ maps: "two" }, {}, { maps: "swipe" });
  const names = () => box.querySelectorAll(".atlas-side").map((head) => head.textContent);
  assert.deepEqual(names(), ["Early: 3", "Late: 3"]);
  its.go(1);
  assert.deepEqual([names(), its.view.paint.size], [[], 4]);
  its.go(2);
  assert.deepEqual(names(), ["Early: 3", "Late: 3"]);
  since();
  its.leave();
  assert.equal(since().filter(([what]) => what === "remove").length, 2);
});

test("keys on the divider are its own, Escape gives them back to the talk", () => {
  const { key, talk: its } = compared({ maps: "swipe" }, {});
  const slider = { getAttribute: () => "slider" };
  assert.equal(key("ArrowRight", { target: slider }), 0);
  assert.equal(its.at, 0);
  assert.equal(key("Escape", { target: slider }), 1);
  assert.equal(its.page.talk, its);
  key("ArrowRight");
  assert.equal(its.at, 1);
});

const did = (its) => its.since().filter(([what]) => what === "size" || what === "fit");

test("its button is not pressed at first; the choice over the map is made when wanted", () => {
  const its = made({ change });
  const toggle = its.find("compare");
  const choice = () => its.root.querySelector(".page-compare");
  assert.deepEqual([toggle.getAttribute("aria-pressed"), choice()], ["false", null]);
  assert.equal(its.page.compare.update(), null);
  toggle.hear("click");
  assert.equal(toggle.getAttribute("aria-pressed"), "true");
  assert.equal(choice().getAttribute("aria-label"), "compare");
  assert.ok(choice().style["--accent"], "it has the colours of the page");
  const own = its.root.querySelector(".atlas");
  assert.equal(choice().nextSibling, own);
  toggle.hear("click");
  toggle.hear("click");
  assert.equal(its.root.querySelectorAll(".page-compare").length, 1);
});

test("the map goes to what changed, after the choice has taken its room", () => {
  const its = file();
  const fits = [];
  its.page.view.fit = (ids) => fits.push(ids);
  its.page.showOutcomes = () => {};
  its.since();
  const toggle = its.find("compare");
  toggle.hear("click");
  // All that is shown, where nothing is compared.
  assert.deepEqual([fits.splice(0), did(its)], [[undefined], [["size"]]]);
  toggle.hear("click");
  assert.deepEqual([fits.splice(0), did(its)], [[["bare", "rail", "road"]], [["size"], ["size"]]]);
  const [, , back, dropped] = its.root.querySelectorAll(".app-choice");
  back.hear("click");
  assert.deepEqual([fits.splice(0), did(its)], [[["road"]], [["size"]]]);
  // What is dropped is drawn where it stood: nothing changed that there is to go to.
  back.hear("click");
  fits.length = 0;
  dropped.hear("click");
  assert.deepEqual(fits, [undefined]);
});

test("comparing is from the map: promises are left, years stop, one project stands back", () => {
  const its = file();
  const { page } = its;
  const calls = [];
  page.years = { ...page.years, stop: () => calls.push("stop") };
  page.showOutcomes = (on) => calls.push(on);
  its.find("compare").hear("click");
  assert.deepEqual(calls.splice(0), [false]);
  page.on = 2020;
  its.find("compare").hear("click");
  assert.deepEqual(calls.splice(0), [false, "stop"]);
  assert.equal(page.on, null);
  page.years = null;
  its.find("compare").hear("click");
  its.find("compare").hear("click");
  assert.equal(its.root.is("has-compare"), true);
});

test("what is compared in words: the sides, then what else the filter says", () => {
  const words = (lang, filter) =>
    made({
      change,
      config: { lang, filter: { mode: [], ...filter }, compare: PAIR },
    }).page.inWords();
  assert.equal(words("en", {}), "compare Early → Late");
  assert.match(words("en", { q: "road" }), /^compare Early → Late; \S/);
  assert.match(words("zh", { q: "road" }), /^compare \S+ → \S+；\S/);
});

test("what the address holds of it", () => {
  const its = file({ asked: { maps: "swipe", change: ["back"] } });
  const { compare } = its.page;
  assert.deepEqual(compare.state(), { ...PAIR, maps: "swipe", change: ["back"] });
  assert.equal(compare.isOn(), true);
  assert.deepEqual(
    compare.sides().map((side) => side.name),
    ["Early", "Late"],
  );
  assert.ok(compare.second());
  its.find("compare").hear("click");
  assert.deepEqual([compare.isOn(), compare.sides(), compare.second()], [false, null, null]);
  assert.equal(compare.plans(), null);
});
