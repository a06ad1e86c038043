// The key to the map: what is shown, and how many of each.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createLegend } from "../../../src/map/legend.js";
import { smallPage, words } from "../../small-dom.js";
import { smallStyle } from "../small-style.js";

const PROJECTS = [
  ["a", "rail", "L"],
  ["b", "rail", "P"],
  ["c", "port", "P"],
  ["d", "highway", "A"],
  ["e", "highway", ""],
];

function made(more) {
  const page = smallPage(),
    told = [];
  const payload = {
    style: smallStyle(),
    modes: ["rail", "highway", "port"],
    statuses: ["research", "construction", "operation", "unspecified"],
    current_statuses: ["planned", "construction", "open", "unknown"],
  };
  const view = {
    model: {
      payload,
      byId: new Map(PROJECTS.map(([id, mode, kind]) => [id, { id, kind, data: { mode } }])),
    },
    words,
    theme: "light",
    look: "statuses",
    paint: null,
    networks: null,
    setBand: (on) => told.push(["band", on]),
    _emit: (name, value) => told.push([name, value]),
    ...more,
  };
  const legend = createLegend(page, view);
  const rows = () =>
    page.querySelectorAll(".atlas-legend-row").map((row) => [
      ...row
        .all("span")
        .filter((span) => !span.is("atlas-change"))
        .map((span) => span.textContent),
      row.all("path").length ? "place" : row.all("rect").length ? "area" : "line",
    ]);
  const notes = () => page.querySelectorAll(".atlas-legend-note");
  return { page, view, legend, told, rows, notes };
}

const SHOWN = new Map([
  ["a", "research"],
  ["b", "operation"],
  ["c", "research"],
  ["d", "operation"],
  ["e", "operation"],
  ["nobody", "operation"],
]);

test("modes and statuses in their order, each with its number; only places are a symbol", () => {
  const { page, legend, rows, notes } = made();
  legend.update(SHOWN);
  assert.deepEqual(rows(), [
    ["mode.rail", "2", "line"],
    ["mode.highway", "2", "line"],
    ["mode.port", "1", "place"],
    ["status.research", "2", "line"],
    ["status.operation", "3", "line"],
    // Symbols of modes that have lines too, and what a pale area says.
    ["legend.point mode.rail", "1", "place"],
    ["legend.area", "1", "area"],
  ]);
  assert.deepEqual(page.querySelector(".atlas-legend-total").textContent, "legend.shown 6");
  assert.deepEqual(
    page.querySelectorAll(".atlas-legend-sub").map((sub) => sub.textContent),
    ["legend.mode", "legend.status", "legend.shape"],
  );
  assert.equal(page.querySelectorAll(".atlas-legend-row")[0].title, "mode.rail.means");
  // What has no place on the map is counted and said.
  assert.deepEqual([notes()[1].textContent, notes()[1].hidden], ["legend.unplaced 1", false]);
  assert.equal(notes()[2].textContent, "schematic");
});

test("an area alone has the line of its mode; what is everywhere on the map is not noted", () => {
  const { legend, rows, notes } = made();
  legend.update(new Map([["d", "operation"]]));
  assert.deepEqual(rows(), [
    ["mode.highway", "1", "line"],
    ["status.operation", "1", "line"],
    ["legend.area", "1", "area"],
  ]);
  assert.deepEqual([notes()[1].textContent, notes()[1].hidden], ["", true]);
  // What was there before goes.
  legend.update(new Map());
  assert.deepEqual(rows(), []);
});

test("the codes are those of the look", () => {
  const { page, legend, rows } = made({ look: "currents" });
  legend.update(
    new Map([
      ["a", "open"],
      ["c", "planned"],
    ]),
  );
  assert.deepEqual(rows().slice(2), [
    ["current.planned", "1", "line"],
    ["current.open", "1", "line"],
  ]);
  const [, , planned, open] = page.querySelectorAll(".atlas-legend-row");
  assert.equal(planned.all("line")[0].getAttribute("stroke-width"), "1.3");
  assert.equal(open.all("line")[0].getAttribute("stroke-width"), "5.2");
});

test("where lines stand for changes the key is that of the changes", () => {
  const paint = new Map([
    ["a", "back"],
    ["b", "new"],
    ["c", "new"],
    ["hidden", "dropped"],
  ]);
  const { page, legend, rows } = made({ paint });
  legend.update(SHOWN);
  assert.deepEqual(rows(), [
    ["change.new", "2", "line"],
    ["change.back", "1", "line"],
  ]);
  assert.deepEqual(
    page.querySelectorAll(".atlas-legend-sub").map((sub) => sub.textContent),
    ["legend.change"],
  );
  assert.equal(page.querySelector(".atlas-legend-row").title, "change.new.means");
});

test("bands are switched and told; it opens, closes and follows", () => {
  const { page, legend, told, notes } = made();
  const [tick] = page.all("input");
  tick.checked = true;
  tick.hear("change");
  assert.deepEqual(told, [
    ["band", true],
    ["band", true],
  ]);
  // What a band is, is told while it is on; of many projects also whose is drawn.
  const means = () => [notes()[0].hidden, notes()[0].textContent];
  legend.band(true);
  assert.deepEqual(means(), [false, "band.means"]);
  const shown = (n) => new Map(Array.from({ length: n }, (_, i) => [`p${i}`, "operation"]));
  legend.update(shown(20));
  assert.deepEqual(means(), [false, "band.means"]);
  legend.update(shown(21));
  assert.deepEqual(means(), [false, "band.meansband.pointed 20"]);
  legend.band(false);
  assert.equal(tick.checked, false);
  assert.equal(notes()[0].hidden, true);
  legend.open(true);
  assert.equal(legend.box.open, true);
  legend.open(false);
  assert.equal(legend.box.open, false);
});
