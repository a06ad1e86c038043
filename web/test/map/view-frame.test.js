// The view: what lights up, where it goes, what it tells, and how it ends.
import assert from "node:assert/strict";
import { test } from "node:test";
import { made } from "./small-view.js";

test("regions and places light up by code, unknown ones do not; it goes there when asked", () => {
  const { view, since } = made();
  view.wake();
  since();
  const lit = [];
  let rings = [Float64Array.from([0.5, 0.5, 0.75, 0.25])];
  const named = [];
  view.model.outline = (counties) => {
    lit.push(counties);
    return rings;
  };
  view.base.outline = (all) => named.push(all.length);
  view.base.name = (codes) => named.push(codes);
  view.setWhere({ region: ["south", "nowhere", "north"], place: ["510100", "500101", "1"] });
  view.setWhere({});
  assert.deepEqual([lit, since()], [[[2], [0, 1], [0, 1], [2]], []]);
  assert.deepEqual(named, [4, ["510100", "500101", "1"], 0, []]);
  view.setWhere({ region: ["north"] }, { fit: true });
  const [[, [low, high]]] = since();
  assert.deepEqual(
    [low, high.map((n) => Math.round(n * 100) / 100)],
    [
      [0, 0],
      [66.51, 90],
    ],
  );
  rings = [];
  view.setWhere({ region: [] }, { fit: true });
  assert.deepEqual(since(), []);
});

test("the map is a named region, a box of its own in the stage or the one it is given", () => {
  const { box, root } = made();
  assert.equal(box.className, "atlas-map");
  const card = root.querySelector(".atlas-card");
  assert.deepEqual([card.tag, card.hidden], ["aside", true]);
  assert.equal(box.parentElement, root.querySelector(".atlas-stage"));
  assert.deepEqual(
    ["role", "aria-label"].map((name) => box.getAttribute(name)),
    ["region", "map.label — map.keys"],
  );
});

test("it fits to all that is shown, to some, or to most of the atlas without a place", () => {
  const { view, since } = made();
  view.wake();
  since();
  const fitted = (ids) => {
    view.fit(ids);
    return since()[0][1].length;
  };
  view.setVisible(["rail", "port"]);
  assert.deepEqual([fitted(), fitted(["port"]), fitted(["rail"])], [4, 1, 3]);
  assert.equal(fitted(["bare"]), 5);
  // Where nothing has a place, all that the addresses reach.
  view.projects.home = (otherwise) => otherwise;
  view.fit(["bare"]);
  assert.deepEqual(since()[0][1], [
    [20, 88],
    [42, 120],
  ]);
});

test("colours by change reach lines and legend; bands are switched in both", () => {
  const { view } = made();
  view.setVisible(["rail"]);
  view.setPaint(new Map([["rail", "back"]]));
  assert.equal(view.projects.drawn.get("rail").key.at.stroke, "#aa0000");
  assert.equal(view.legend.box.querySelector(".atlas-legend-sub").textContent, "legend.change");
  view.setPaint(null);
  assert.equal(view.projects.drawn.get("rail").key.at.stroke, "#ff0000");
  const banded = [];
  view.projects.bands = (on) => banded.push(on);
  view.setBand(true);
  assert.deepEqual([banded, view.legend.box.all("input")[0].checked], [[true], true]);
});

test("where it stands is told to four places after each movement", () => {
  const { view, map, told } = made();
  assert.deepEqual(view.viewport(), { lat: 30.1235, lon: 104.9877, zoom: 7 });
  map.fire("moveend");
  assert.deepEqual(told, [["move", { lat: 30.1235, lon: 104.9877, zoom: 7 }]]);
  view._gone = true;
  map.fire("moveend");
  assert.equal(told.length, 1);
});

test("names keep clear of what lies over the map, and move when the legend opens", () => {
  const { view } = made();
  let drawn = 0;
  view.labels.draw = () => {
    drawn += 1;
  };
  const at = (node, left) => {
    node.getBoundingClientRect = () => ({ left, top: 0, right: left + 1, bottom: 1 });
  };
  at(view.map.getContainer(), 0);
  at(view.legend.box, 10);
  at(view.cardBox, 20);
  at(view.root.querySelector(".atlas-tools"), 30);
  view.legend.box.open = true;
  assert.deepEqual(view.labels.obstacles(), [
    [10, 0, 11, 1],
    [30, 0, 31, 1],
  ]);
  view.legend.box.hear("toggle");
  assert.equal(drawn, 0);
  view.legend.box.open = false;
  view.legend.box.hear("toggle");
  assert.equal(drawn, 1);
});

test("a list beside the map follows it, in its language and colours", () => {
  const done = [];
  const { view, page } = made({
    lang: "en",
    table: (box) => {
      done.push(box.className);
      return { update: () => done.push("update"), mark: (id) => done.push(id) };
    },
  });
  assert.equal(view.listBox.lang, "en");
  view.setVisible(["rail"]);
  view.select("rail");
  assert.deepEqual(done, ["atlas-list", "update", "rail"]);
  view.destroy();
  assert.equal(page.querySelector(".atlas-list"), null);
});

test("when it goes all of it goes, and a movement under way ends nowhere", () => {
  const { view, map, since, root, page } = made();
  since();
  const gone = [];
  map._panAnim = { off: () => gone.push("pan") };
  view._observer = { disconnect: () => gone.push("size") };
  view.destroy();
  assert.deepEqual([since(), gone, view._gone], [[["remove"]], ["size", "pan"], true]);
  assert.ok(!page.contains(root));
  assert.equal(map._animateZoom(), undefined);
  assert.equal(map._onZoomTransitionEnd, map._animateZoom);
  made().view.destroy();
});

test("whether it is narrow follows its width", () => {
  assert.equal(made({ width: 719 }).view.narrow(), true);
  assert.equal(made({ width: 720 }).view.narrow(), false);
});

test("a circle is named at its middle; how far projects are is told anew for another", () => {
  const { view } = made();
  view.wake();
  const named = [],
    texts = [],
    told = [];
  view.base.name = (_codes, more) =>
    named.push(more.map(({ at }) => at)) && texts.push(...more.map(({ text }) => text));
  view.setVisible = (...said) => told.push(said);
  view.words = (key, values) => `${key} ${values ? Object.values(values).join(" ") : ""}`;
  const said = [Array.from(view.said.keys()), Array.from(view.said.values())];
  view.setWhere({ near: [104, 30, 20] });
  assert.deepEqual([named.pop(), told.splice(0)], [[[30, 104]], view.shown.size ? [said] : []]);
  view.setWhere({ near: [104, 30, 20] });
  assert.deepEqual(told, []);
  view.shown = new Map([["rail", "operation"]]);
  view.said = new Map([["rail", "construction"]]);
  view.setWhere({ near: [104, 30, 21.25] });
  assert.deepEqual(told.splice(0), [[["rail"], ["construction"]]]);
  view.setWhere({});
  assert.deepEqual([named.pop(), told.length], [[], 1]);
  // Its reach is told to a tenth of a kilometre.
  assert.deepEqual(
    texts.map((text) => text.split(" ").pop()),
    ["20", "20", "21.3"],
  );
});
