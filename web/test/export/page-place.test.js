// Where an exported file goes: in a frame without a size, after another address, by its filters.
import assert from "node:assert/strict";
import { test } from "node:test";
import { outcome } from "../outcome/small-model.js";
import { made } from "./small-file.js";

/** What the page asks of its map from now on. */
function watched(its) {
  const { page } = its,
    done = [];
  page.view.fit = (ids) => done.push(["fit", ids]);
  page.view.setWhere = (where, how) => done.push(["where", where.place, how.fit]);
  page.view.reveal = (id) => done.push(["reveal", id]);
  const { select } = page.view;
  page.view.select = (id, how) => {
    done.push(["select", id]);
    select.call(page.view, id, how);
  };
  return () => done.splice(0);
}

test("in a frame that is hidden it is placed once more when it has a size, then no more", () => {
  const its = made({ begun: false });
  const placed = [];
  its.sizes.map = [0, 500];
  its.page.place = (...where) => placed.push(where.slice(1));
  its.page.config.viewport = "viewport";
  its.page.config.selected = "rail";
  its.page.config.on = 2020;
  its.page.begin();
  assert.deepEqual(placed.splice(0), [["viewport", "rail", 2020]]);
  const { map } = its.page.view;
  map.fire("resize");
  assert.deepEqual(placed, []);
  const again = [];
  its.page.talk = { again: () => again.push(1) };
  its.sizes.map = [800, 500];
  map.fire("resize");
  assert.deepEqual([placed.splice(0), again.length], [[["viewport", "rail", 2020]], 1]);
  map.fire("resize");
  assert.deepEqual([placed, again.length], [[], 1]);
  // One that has a size is placed at once, and stays where its reader goes.
  const shown = made({ begun: false });
  shown.page.place = (...where) => placed.push(where.slice(1));
  shown.page.begin();
  shown.page.view.map.fire("resize");
  assert.deepEqual(placed, [[undefined, null, null]]);
});

test("a whole state in the address leaves out where the file opens", () => {
  const placed = [];
  const its = made({
    begun: false,
    hash: "#all=1&project=road",
    config: { viewport: { lat: 1, lon: 2, zoom: 3 }, selected: "rail", on: 2020 },
  });
  its.page.place = (...where) => placed.push(where);
  its.page.begin();
  const [[asked, ...rest]] = placed;
  assert.equal(asked, its.page.asked);
  assert.equal(rest.length, 3);
});

test("another address in the same file is gone to", () => {
  const its = made();
  const since = watched(its);
  globalThis.window.location.hash = "#view=now&project=road&status=research";
  its.tell("window", "hashchange");
  assert.equal(its.page.way, "now");
  assert.deepEqual(
    since().filter(([what]) => what === "reveal"),
    [["reveal", "road"]],
  );
  assert.equal(its.page.view.selected, "road");
  globalThis.window.location.hash = "";
  its.tell("window", "hashchange");
  assert.equal(its.page.way, its.page.config.view);
});

test("where the filter says is lit and gone to; anywhere, to all that is shown", () => {
  const its = made();
  const since = watched(its);
  its.page.where();
  assert.deepEqual(since(), [
    ["where", [], true],
    ["fit", undefined],
  ]);
  const [region] = its.payload.base.counties;
  its.page.where({ place: [region.code || "500101"] });
  const [first, ...rest] = since();
  assert.deepEqual([first[0], first[1].length, rest], ["where", 1, []]);
});

test("a project is opened with its card first, and gone to where asked", () => {
  const its = made();
  const since = watched(its);
  its.since();
  its.page.open("rail", false);
  assert.deepEqual(since(), [["select", "rail"]]);
  assert.ok(its.since().some(([what]) => what === "size"));
  its.page.open("road", true);
  assert.deepEqual(since(), [
    ["select", "road"],
    ["fit", ["road"]],
  ]);
});

test("another view forgets the day; list and map are brought into sight", () => {
  const its = made();
  const { page } = its;
  page.on = 2020;
  page.setView("now");
  assert.deepEqual([page.way, page.on], ["now", null]);
  page.panel.open = false;
  assert.equal(page.reach("list"), page.list);
  assert.equal(page.panel.open, true);
  const calls = [];
  page.showOutcomes = (on) => calls.push(on);
  page.panel.open = false;
  assert.equal(page.reach("map"), page.view.map.getContainer());
  assert.deepEqual([calls, page.panel.open], [[false], false]);
});

test("a place of the filter is taken and taken back, and gone to", () => {
  const its = made({ config: { filter: { mode: [] } } });
  const since = watched(its);
  const search = its.root.querySelector(".page-places").parentElement.all("input")[0];
  search.value = "i";
  search.hear("input");
  const chips = () => its.root.querySelector(".page-places").all("button");
  const [first] = chips();
  first.hear("click");
  assert.equal(its.page.filter.place.length, 1);
  assert.deepEqual(since(), [["where", its.page.filter.place.slice(), true]]);
  const [code] = its.page.filter.place;
  chips()
    .find((b) => b.getAttribute("aria-pressed") === "true")
    .hear("click");
  assert.deepEqual([its.page.filter.place, code.length > 0], [[], true]);
  assert.deepEqual(since(), [
    ["where", [], true],
    ["fit", undefined],
  ]);
});

test("everything is shown again, whatever was chosen", () => {
  const its = made({ config: { filter: { mode: [] } } });
  const { page, find } = its;
  page.filter.q = "road";
  page.apply();
  assert.deepEqual(its.shown(), ["road"]);
  find("filter.clear").hear("click");
  assert.deepEqual([page.filter.q, its.shown().length], ["", 4]);
});

test("a project of the page of promises opens on the map, beside the rest if left out", () => {
  const its = made({
    hash: "#tab=outcomes",
    change: ({ projects }) => {
      projects[0].outcomes = [outcome(0, 2020, "late", "2021-02")];
    },
  });
  const { page } = its;
  const since = watched(its);
  its.page.showOutcomes(true);
  const [row] = its.root
    .querySelector(".page-outcomes")
    .all("button")
    .filter((b) => b.textContent === "Yukun HSR");
  row.hear("click");
  assert.deepEqual(since().slice(-3), [
    ["reveal", "rail"],
    ["select", "rail"],
    ["fit", ["rail"]],
  ]);
  assert.equal(page.view.selected, "rail");
});
