// The map of what was found: new projects beside those that are known.
import assert from "node:assert/strict";
import { test } from "node:test";
import { COMPARED, compared, file, KNOWN, made, NEW, row } from "./small-reader.js";

const place = (key, kind, parts) => ({
  key,
  kind,
  parts,
  precision: "place",
  told: ["处", "There"],
});
const POINT = place("a.1", "P", [[[104, 30]]]);

/** The groups of shapes on the map, each as its shapes with what they look like. */
const groups = ({ reader }) =>
  Array.from(reader.map.view.map.layers).filter((layer) => layer.layers);
const drawn = (its) =>
  groups(its).map((group) => group.layers.map((layer) => [layer.at, { ...layer.options }]));

/** The page with the place of a new project. */
const placed = (...places) =>
  compared({
    pieces: { "a-rows": [KNOWN, NEW], places },
    sent: { compared: COMPARED, files: [file("a", { places: "places" })] },
  });

test("known projects in the colours of their changes, those without one recede", () => {
  const { reader, key } = compared();
  const paint = () => Array.from(reader.map.view.paint);
  const known = [
    ["port", "dropped"],
    ["bare", "dropped"],
    ["rail", "forward"],
  ];
  assert.deepEqual(paint(), known);
  key("Delete");
  assert.deepEqual(paint(), known.slice(0, 2));
  assert.deepEqual(Array.from(made().reader.map.view.paint || []), []);
  assert.equal(reader.map.view.legend.box.open, false);
});

test("a place, lines and an area, latitude first", () => {
  assert.deepEqual(drawn(placed(POINT)), [
    [[[30, 104], { radius: 6, color: "#fefefe", weight: 2, fillColor: "#00aa00", fillOpacity: 1 }]],
  ]);
  const line = [
    [104, 30],
    [105, 31],
  ];
  const at = [
    [30, 104],
    [31, 105],
  ];
  assert.deepEqual(drawn(placed(place("a.1", "L", [line]))), [
    [
      [at, { color: "#fefefe", weight: 7, opacity: 0.9 }],
      [at, { color: "#00aa00", weight: 3.5 }],
    ],
  ]);
  assert.deepEqual(drawn(placed(place("a.1", "A", [line]))), [
    [[at, { color: "#00aa00", weight: 2, fillOpacity: 0.15 }]],
  ]);
  assert.deepEqual(drawn(placed(place("a.1", "", []))), []);
  // Of a known project the map has its own.
  assert.deepEqual(drawn(placed(place("a.0", "P", [[[104, 30]]]))), []);
});

test("a shape is drawn once, again when it is another one, and goes with its row", () => {
  const its = placed(POINT);
  const [first] = groups(its);
  its.reader.draw();
  assert.ok(groups(its)[0] === first);
  globalThis.window.atlasPieces.places = [place("a.1", "P", [[[105, 31]]])];
  its.reader.draw();
  assert.deepEqual([groups(its).length, groups(its)[0].layers[0].at], [1, [31, 105]]);
  its.key("End");
  its.key("Delete");
  assert.deepEqual(groups(its), []);
  its.key("KeyU");
  assert.equal(groups(its).length, 1);
});

test("a click on a shape makes its row active, one on a known project its row", () => {
  const its = placed(POINT);
  groups(its)[0].click();
  assert.equal(its.session.active.a, "a.1");
  its.reader.map.view._emit("select", "rail");
  assert.equal(its.session.active.a, "a.0");
  its.reader.map.view._emit("select", null);
  its.reader.map.view._emit("select", "road");
  assert.equal(its.session.active.a, "a.0");
});

test("the map goes where the active row is when the hand rests; it stands out", () => {
  const its = placed(POINT);
  const { reader, run, key, waiting, since } = its;
  run();
  const [group] = groups(its);
  const [circle] = group.layers;
  assert.deepEqual([reader.map.view.selected, circle.options.radius], ["rail", 6]);
  since();
  key("End");
  assert.deepEqual([circle.options.radius, waiting.some(([, wait]) => wait === 120)], [6, true]);
  run();
  assert.deepEqual([reader.map.view.selected, circle.options.radius], [null, 9]);
  assert.deepEqual(
    since().filter(([what]) => what === "fit"),
    [["fit", [30, 104], { maxZoom: 9, padding: [30, 30] }]],
  );
  const { select } = reader.map.view,
    chosen = [];
  reader.map.view.select = (...said) => {
    chosen.push(said);
    return select.apply(reader.map.view, said);
  };
  key("Home");
  assert.equal(circle.options.radius, 6);
  run();
  assert.deepEqual(chosen, [["rail", { fit: true }]]);
  // A key held down runs through the rows: only the last is gone to.
  key("End");
  key("Home");
  run();
  assert.deepEqual([reader.map.view.selected, circle.options.radius], ["rail", 6]);
});

test("of a line that is active its own colour is wider, its ground is not", () => {
  const its = placed(
    place("a.1", "L", [
      [
        [104, 30],
        [105, 31],
      ],
    ]),
  );
  const [ground, line] = groups(its)[0].layers;
  its.key("End");
  its.run();
  assert.deepEqual([ground.options.weight, line.options.weight], [7, 5.5]);
  its.key("Home");
  assert.deepEqual([ground.options.weight, line.options.weight], [7, 3.5]);
});

test("a hundred new projects are drawn at once, the rest in turn", () => {
  const many = Array.from({ length: 201 }, (_, i) => row(`a.${i}`, { start: i, end: i }));
  const its = made({
    pieces: { "a-rows": many, places: many.map((one) => place(one.key, "P", [[[104, 30]]])) },
    sent: { files: [file("a", { places: "places" })] },
  });
  assert.equal(groups(its).length, 100);
  const next = () => {
    const at = its.waiting.findIndex(([, wait]) => wait === undefined);
    if (at < 0) return null;
    const [[act]] = its.waiting.splice(at, 1);
    act();
    return groups(its).length;
  };
  assert.deepEqual([next(), next(), next()], [200, 201, null]);
});

test("the map is measured when it comes into view, and a dropped project is gone to", () => {
  const { reader, since, find } = compared();
  const sizes = [];
  reader.map.view.map.invalidateSize = (how) => sizes.push(how);
  since();
  reader.map.show();
  assert.deepEqual([sizes, since().map(([what]) => what)], [[{ pan: false }], ["fit"]]);
  const [group] = reader.changes ? [reader.session] : [];
  group.group = "dropped";
  reader.draw();
  find("Some Port").hear("click");
  assert.equal(reader.map.view.selected, "port");
});
