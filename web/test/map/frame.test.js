// The room of the map's frame, its movements and its buttons.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fitBounds, watchSize } from "../../src/map/frame-size.js";
import { endMovement, isThere } from "../../src/map/movement.js";
import { createTools } from "../../src/map/tools.js";
import { smallPage, words } from "../small-dom.js";

function framed({ width = 1000, card = false, narrow = false, legend = true, waiting = false }) {
  const fitted = [];
  const map = {
    getSize: () => ({ x: width }),
    getZoom: () => 8,
    getCenter: () => 0,
    project: (at) => ({ distanceTo: (other) => Math.abs(at - other.at), at }),
    _getBoundsCenterZoom: () => ({ zoom: 8, center: 0.5 }),
    fitBounds: (bounds, how) => fitted.push([bounds, how]),
  };
  fitBounds(
    {
      map,
      cardBox: { hidden: !card },
      narrow: () => narrow,
      legend: { box: { open: legend } },
      waiting,
    },
    "bounds",
  );
  return fitted;
}

test("what lies over the map is kept clear", () => {
  const room = (how) => {
    const [[bounds, given]] = framed(how);
    assert.equal(bounds, "bounds");
    assert.equal(given.maxZoom, 10);
    assert.equal(given.animate, undefined);
    return [...given.paddingTopLeft, ...given.paddingBottomRight];
  };
  assert.deepEqual(room({}), [244, 24, 24, 30]);
  assert.deepEqual(room({ legend: false }), [48, 24, 24, 30]);
  assert.deepEqual(room({ card: true }), [244, 24, 408, 30]);
  // A card under the map takes none of its width.
  assert.deepEqual(room({ card: true, narrow: true }), [244, 24, 24, 30]);
  // A legend counts only where enough is left beside it.
  assert.deepEqual(room({ width: 561 }), [244, 24, 24, 30]);
  assert.deepEqual(room({ width: 560 }), [48, 24, 24, 30]);
  assert.deepEqual(room({ width: 945, card: true }), [244, 24, 408, 30]);
  assert.deepEqual(room({ width: 944, card: true }), [48, 24, 408, 30]);
});

test("before anything is shown a map that is there already does not move", () => {
  assert.deepEqual(framed({ waiting: true }), []);
});

test("it is there when zoom and centre are, to a pixel", () => {
  const there = (zoom, away, goal = 8) =>
    isThere(
      {
        getZoom: () => zoom,
        getCenter: () => 0,
        project: (at, of) => {
          assert.equal(of, zoom);
          return { at, distanceTo: (other) => Math.abs(at - other.at) };
        },
        _getBoundsCenterZoom: (bounds, how) => {
          assert.deepEqual([bounds, how], ["bounds", "how"]);
          return { zoom: goal, center: away };
        },
      },
      "bounds",
      "how",
    );
  assert.equal(there(8, 0.9), true);
  assert.equal(there(8, 1), false);
  assert.equal(there(8, 0, 9), false);
});

test("a zoom under way is ended, then all movement", () => {
  for (const zooming of [true, false]) {
    const done = [];
    endMovement({
      _animatingZoom: zooming,
      _onZoomTransitionEnd: () => done.push("zoom"),
      stop: () => done.push("stop"),
    });
    assert.deepEqual(done, zooming ? ["zoom", "stop"] : ["stop"]);
  }
});

function watched(width, { list = false, observed = true } = {}) {
  const page = smallPage(),
    told = [],
    done = [];
  let changed = null;
  globalThis.window = {
    ResizeObserver: observed ? true : undefined,
  };
  globalThis.ResizeObserver = class {
    constructor(act) {
      changed = act;
    }
    observe(root) {
      done.push(["observe", root === page]);
    }
  };
  const view = {
    root: page,
    width,
    map: { invalidateSize: (how) => done.push(["size", how.pan]) },
    legend: { open: (on) => done.push(["legend", on]) },
    listBox: list ? globalThis.document.createElement("div") : null,
  };
  const observer = watchSize(view, (narrow) => told.push(narrow));
  const resize = (now) => {
    page.clientWidth = now;
    changed();
  };
  return { page, view, told, done, observer, resize };
}

test("below 720 pixels the view is narrow, and the map measures itself anew", () => {
  const narrow = watched(719, { list: true });
  assert.deepEqual(narrow.told, [true]);
  assert.deepEqual(narrow.done, [
    ["legend", false],
    ["size", false],
    ["observe", true],
  ]);
  assert.ok(narrow.page.is("is-narrow"));
  assert.ok(narrow.view.listBox.is("is-narrow-list"));
  const wide = watched(720);
  assert.deepEqual(wide.told, [false]);
  assert.deepEqual(wide.done, [
    ["legend", true],
    ["observe", true],
  ]);
  assert.ok(!wide.page.is("is-narrow"));
});

test("it follows the width, tells only changes, and waits while it is hidden", () => {
  const its = watched(0);
  assert.deepEqual([its.told, its.done], [[], [["observe", true]]]);
  its.resize(0);
  assert.equal(its.done.length, 1);
  its.resize(900);
  its.resize(800);
  its.resize(700);
  assert.deepEqual(its.told, [false, true]);
  assert.deepEqual(its.done.slice(1), [
    ["legend", true],
    ["size", false],
    ["size", false],
    ["legend", false],
    ["size", false],
  ]);
  assert.ok(its.observer);
  assert.equal(watched(900, { observed: false }).observer, null);
});

test("nearer, farther, everything, and the whole screen where there is one", () => {
  const done = [];
  const view = {
    words,
    map: { zoomIn: () => done.push("in"), zoomOut: () => done.push("out") },
    fit: () => done.push("fit"),
    root: { requestFullscreen: () => done.push("full") },
  };
  const page = smallPage();
  createTools(page, view);
  assert.deepEqual(
    page.all("button").map((b) => b.getAttribute("aria-label")),
    ["zoom.in", "zoom.out", "fit"],
  );
  page.all("button").forEach((b) => {
    b.hear("click");
  });
  assert.deepEqual(done, ["in", "out", "fit"]);
  const full = smallPage();
  globalThis.document.fullscreenEnabled = true;
  globalThis.document.exitFullscreen = () => done.push("exit");
  createTools(full, view);
  const last = full.all("button")[3];
  assert.equal(last.title, "fullscreen");
  last.hear("click");
  globalThis.document.fullscreenElement = full;
  last.hear("click");
  assert.deepEqual(done.slice(3), ["full", "exit"]);
});
