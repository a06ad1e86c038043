// The little samples of lines, places and changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createChangeSample, createSample } from "../../src/map/symbols.js";
import { smallPage } from "../small-dom.js";
import { smallStyle } from "./small-style.js";

const style = smallStyle();
const sample = (...given) => {
  smallPage();
  return createSample(style, ...given);
};
const LINE = ["x1", "y1", "x2", "y2"];

test("a line has the mode's colour and width, drawn as its status says", () => {
  const svg = sample("light", "rail", style.statuses.research);
  assert.equal(svg.getAttribute("viewBox"), "0 0 36 12");
  const [line, ...more] = svg.all("line");
  assert.equal(more.length, 0);
  assert.deepEqual(line.numbers(...LINE), [2, 6, 34, 6]);
  assert.deepEqual(
    ["stroke", "stroke-width", "stroke-linecap", "stroke-dasharray"].map((name) =>
      line.getAttribute(name),
    ),
    ["#ff0000", "1", "round", "1.0 2.0"],
  );
  assert.equal(sample("dark", "rail").all("line")[0].getAttribute("stroke"), "#ff8888");
});

test("without a mode it is muted, without a status it is in service", () => {
  const [line] = sample("light", null).all("line");
  assert.deepEqual(
    ["stroke", "stroke-width", "stroke-dasharray"].map((name) => line.getAttribute(name)),
    ["#777777", "2.6", null],
  );
  const [own] = sample("light", "highway").all("line");
  assert.equal(own.getAttribute("stroke-width"), "4");
});

test("a status may ask for a light middle", () => {
  const [line, core] = sample("light", "rail", style.statuses.construction).all("line");
  assert.equal(line.getAttribute("stroke-width"), "3");
  assert.deepEqual(core.numbers(...LINE, "stroke-width"), [2, 6, 34, 6, 1.08]);
  assert.equal(core.getAttribute("stroke"), "#ffffff");
});

test("a place is its symbol, as full as its status says; no mode has none", () => {
  const svg = sample("light", "port", style.statuses.construction, true);
  const [path] = svg.all("path");
  assert.equal(svg.all("line").length, 0);
  assert.equal(path.getAttribute("d"), "M13.8,6a4.2,4.2 0 1,0 8.4,0a4.2,4.2 0 1,0 -8.4,0");
  assert.deepEqual(
    ["stroke", "stroke-width", "fill"].map((name) => path.getAttribute(name)),
    ["#0000ff", "1.6", "#8080ff"],
  );
  assert.equal(sample("light", null, null, true).all("path").length, 0);
});

test("a change is a line, with a core where its look has one, and a sign", () => {
  const look = (code, theme = "light") => {
    smallPage();
    const box = createChangeSample(style, theme, code);
    const [line] = box.all("line");
    assert.deepEqual(line.numbers(...LINE), [2, 6, 34, 6]);
    return [
      ...["stroke", "stroke-width", "stroke-linecap", "stroke-dasharray"].map((name) =>
        line.getAttribute(name),
      ),
      box.texts("b")[0],
    ];
  };
  assert.deepEqual(look("back"), ["#aa0000", "2.4", "round", "2.4 4.8", "↓"]);
  assert.deepEqual(look("forward"), ["#0000aa", "2.4", "round", null, "↑"]);
  assert.deepEqual(look("new", "dark"), ["#00bb00", "4.8", "round", null, "+"]);
  const cores = createChangeSample(style, "dark", "new").all("line").slice(1);
  assert.deepEqual(
    cores.map((line) => [line.getAttribute("stroke"), line.getAttribute("stroke-width")]),
    [["#000000", String(4.8 * 0.36)]],
  );
  assert.equal(createChangeSample(style, "light", "back").all("line").length, 1);
});
