// The names or numbers of what a view shows: which of it, under which name, and who is told.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createNumber, keepNumbered, numberCell } from "../../../src/map/names/number-mark.js";
import { createProjectNames, mapName, numbersOf } from "../../../src/map/names/project-names.js";
import { smallPage } from "../../small-dom.js";
import { smallStyle } from "../small-style.js";

const SIZE = { x: 1000, y: 600 };

/** A view of level lines, one a project, on a map of 1000 by 600 pixels. */
function made(count, more = {}) {
  const page = smallPage(),
    told = [],
    listeners = [],
    groups = {};
  globalThis.L = { point: (x, y) => ({ x, y }) };
  const style = smallStyle();
  const projects = Array.from({ length: count }, (_, i) => {
    const y = (20 + (560 * i) / count) / 256;
    return {
      id: `p${i}`,
      kind: "L",
      worlds: [Float64Array.of(50 / 256, y, 950 / 256, y)],
      data: {
        name: [`第${"一二三四五六七八九"[i % 9]}线`, `Line ${i} High-Speed Railway`],
        mode: "rail",
      },
    };
  });
  const placed = [];
  const labels = {
    placed,
    _font: () => "700 12px serif",
    _put: (text, item, at, turn) => placed.push({ ...item, text, x: at.x, y: at.y, turn }),
    set: (name, group) => {
      groups[name] = group;
    },
    draw: () => {
      placed.length = 0;
      labels._taken = [];
      Object.keys(groups)
        .sort()
        .forEach((name) => {
          groups[name](labels);
        });
    },
  };
  const view = {
    lang: "zh",
    theme: "light",
    look: "statuses",
    selected: null,
    others: null,
    paint: null,
    shown: new Map(projects.map((p) => [p.id, "research"])),
    model: { byId: new Map(projects.map((p) => [p.id, p])), payload: { style } },
    words: (key, values) => `${key} ${values.n}`,
    labels,
    map: {
      getZoom: () => 0,
      getSize: () => SIZE,
      getPixelBounds: () => ({ getTopLeft: () => ({ x: 0, y: 0 }) }),
    },
    legend: { names: (on) => told.push(["tick", on]) },
    projects: { emphasise: (ids) => told.push(["strong", ids]) },
    on: (name, act) => listeners.push([name, act]),
    _emit: (name, value) => {
      if (name !== "renumbered") told.push([name, value]);
      for (const [heard, act] of listeners) if (heard === name) act(value);
    },
    ...more,
  };
  view.names = createProjectNames(view);
  view.names.keyed = null;
  view.names.update();
  const texts = () => {
    labels.draw();
    return placed.map((mark) => mark.text).sort();
  };
  return { page, view, told, labels, texts, projects };
}

test("numbers count from one in the order of the list", () => {
  assert.deepEqual(Array.from(numbersOf(["b", "a"])), [
    ["b", 1],
    ["a", 2],
  ]);
});

test("on an English map a high-speed railway is told in short", () => {
  const project = { data: { name: ["甲高铁", "A-B High-Speed Railway, B-C section"] } };
  assert.equal(mapName(project, "en"), "A-B HSR, B-C section");
  assert.equal(mapName(project, "zh"), "甲高铁");
});

test("few are named, more are numbered, and who lists them is told once", () => {
  const few = made(3);
  assert.deepEqual(few.texts(), ["第一线", "第三线", "第二线"]);
  assert.deepEqual([few.view.names.discs, few.told], [[], []]);
  // A map of so many pixels names twenty.
  const many = made(21);
  assert.deepEqual(many.texts(), Array.from({ length: 21 }, (_, i) => String(i + 1)).sort());
  many.texts();
  assert.deepEqual(many.told, [["numbered", true]]);
  assert.deepEqual(many.view.names.discs.slice(0, 3), ["p0", "p1", "p2"]);
  assert.equal(many.view.names.seen.length, 21);
  assert.equal(made(20).texts()[0].length > 2, true);
});

test("a disc has the edge of its line's colour, or of its change", () => {
  const { labels, view, texts } = made(21);
  const [rail] = [view.model.payload.style.modes.rail];
  texts();
  assert.equal(labels.placed[0].edge, rail.light || rail.colour);
  const changes = view.model.payload.style.changes;
  const [kind] = Object.keys(changes).filter((code) => !changes[code].faint);
  view.paint = new Map([["p4", kind]]);
  view.names.keyed = null;
  texts();
  // What did not change is ground, and so few carry names again.
  assert.deepEqual(
    labels.placed.map((mark) => mark.text),
    ["第五线"],
  );
});

test("turned off none has a name, and the switch shows it", () => {
  const { view, told, texts } = made(3);
  view.names.show(false);
  assert.deepEqual(texts(), []);
  view.names.show(true);
  assert.equal(texts().length, 3);
  assert.deepEqual(told, [
    ["tick", false],
    ["tick", true],
  ]);
});

test("beside what is selected or emphasised nothing else has a name", () => {
  const { view, told, texts } = made(5);
  view.selected = "p1";
  assert.deepEqual(texts(), ["第二线"]);
  view.selected = null;
  const strong = new Set(["p0", "p3"]);
  view.names.emphasise(strong);
  assert.deepEqual(texts(), ["第一线", "第四线"]);
  assert.deepEqual(told, [["strong", strong]]);
});

test("only what a list names has a number; both sides of a comparison count as one", () => {
  const { view, texts } = made(21);
  view.names.key(new Set(["p2", "p20"]));
  assert.deepEqual(texts(), ["21", "3"]);
  assert.deepEqual([view.names.discs, view.names.bare.length], [["p2", "p20"], 19]);
  view.others = new Set(["x", ...view.shown.keys()]);
  view.names.update();
  assert.deepEqual(texts(), ["22", "4"]);
});

test("a map without a list begins without numbers", () => {
  const { view } = made(1);
  assert.equal(createProjectNames(view).keyed.size, 0);
});

test("of thousands none is named", () => {
  const { view, texts } = made(3);
  view.shown = new Map([...view.shown, ...Array.from({ length: 598 }, (_, i) => [`x${i}`, "a"])]);
  assert.deepEqual(texts(), []);
  view.shown.delete("x0");
  assert.equal(texts().length, 3);
});

test("a list shows the numbers while they stand on the map", () => {
  const { page, view, texts } = made(21);
  const list = page.appendChild(globalThis.document.createElement("ol"));
  // Without a list there is no key to numbers, and none stands on the map.
  view.names.keyed = new Set();
  assert.deepEqual(texts(), []);
  keepNumbered(list, view);
  const mark = list.appendChild(createNumber(view, "p6"));
  assert.deepEqual([mark.textContent, mark.title], ["", ""]);
  texts();
  assert.deepEqual([mark.textContent, mark.title], ["7", "names.number 7"]);
  assert.equal(createNumber(view, "p0").textContent, "1");
  assert.equal(createNumber(view, "nobody").textContent, "");
  // What is shown has changed: so have the numbers of rows that stand there already.
  view.others = new Set(["x", ...view.shown.keys()]);
  view.names.update();
  assert.equal(mark.textContent, "8");
  view.names.show(false);
  assert.equal(mark.textContent, "");
  // Numbers on a map beside it are of the same list.
  view.names.beside = 1;
  assert.equal(createNumber(view, "p6").textContent, "8");
});

test("in a table the number goes before the name, into what opens the project", () => {
  const { view, texts } = made(21),
    put = [];
  texts();
  const name = {
    firstChild: "Yukun",
    insertBefore: (mark, at) => put.push([mark.textContent, at]),
  };
  const finish = numberCell(view, (item) => item.key);
  finish({ firstElementChild: name }, { key: "p2" });
  finish({ firstElementChild: null }, { key: "p3" });
  assert.deepEqual(put, [["3", "Yukun"]]);
});
