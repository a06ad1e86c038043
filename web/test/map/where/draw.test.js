// Drawing on the map: what a click or Enter takes, when it ends, what is shown meanwhile.
import assert from "node:assert/strict";
import { test } from "node:test";
import { boxBetween, drawShape, seenBox, startDrawing } from "../../../src/map/where/draw.js";
import { pressed } from "../../small-dom.js";
import { made as madeView } from "../small-view.js";

function made(key, km = 20) {
  const its = madeView({
      change: ({ words }) => {
        words.zh["draw.within.told"] = "{n} of {most}";
      },
    }),
    done = [],
    shown = [];
  its.view.base.outline = (rings) => shown.push(rings.map((ring) => ring.length));
  its.view.map.doubleClickZoom = {
    on: true,
    enabled() {
      return this.on;
    },
    enable() {
      this.on = true;
    },
    disable() {
      this.on = false;
    },
  };
  startDrawing(its.view, key, km, (shape) => done.push(shape));
  const bar = () => its.view.stage.querySelector(".atlas-draw");
  const press = (text) => {
    bar()
      .all("button")
      .find((b) => b.textContent === text)
      .hear("click");
  };
  const take = (lng, lat) => its.view.drawing.take({ lng, lat });
  const told = () => bar().querySelector(".atlas-draw-told").textContent;
  const buttons = () =>
    bar()
      .all("button")
      .filter((b) => !b.hidden)
      .map((b) => b.textContent + (b.disabled ? " off" : ""));
  return { ...its, done, shown, bar, press, take, told, buttons };
}

test("a place is one click; nothing is left of the drawing", () => {
  const its = made("near");
  assert.deepEqual([its.told(), its.buttons()], ["draw.near.told", ["draw.leave"]]);
  assert.equal(its.view.root.is("is-drawing"), true);
  assert.equal(its.view.map.doubleClickZoom.on, false);
  its.view.drawing.point({ lng: 104, lat: 30 });
  assert.deepEqual(its.shown.at(-1), [242]);
  its.take(104.12345678, 30.98765432);
  assert.deepEqual(its.done, [[104.1235, 30.9877, 20]]);
  assert.deepEqual([its.bar(), its.view.drawing], [null, null]);
  assert.equal(its.view.root.is("is-drawing"), false);
  assert.equal(its.view.map.doubleClickZoom.on, true);
  assert.deepEqual(its.shown.at(-1), []);
});

test("a box is two corners, whichever way; without ground it waits for another", () => {
  const its = made("box");
  assert.equal(its.told(), "draw.box.told");
  its.take(105, 30);
  assert.deepEqual([its.told(), its.buttons()], ["draw.box.other", ["draw.back", "draw.leave"]]);
  its.view.drawing.point({ lng: 104, lat: 29 });
  assert.deepEqual(its.shown.at(-1), [10]);
  its.take(105, 29);
  assert.deepEqual(its.done, []);
  its.take(104, 29);
  assert.deepEqual(its.done, [[104, 29, 105, 30]]);
  assert.equal(boxBetween([1, 1], [1, 2]), null);
  assert.equal(boxBetween([1, 1], [2, 1]), null);
  const again = made("box");
  again.take(105, 30);
  again.press("draw.back");
  assert.deepEqual([again.told(), again.buttons()], ["draw.box.told", ["draw.leave"]]);
});

test("a ring has three corners at least and fifty at most", () => {
  const its = made("within");
  its.take(104, 29);
  // A corner alone is no line; two are one.
  assert.deepEqual(its.shown.at(-1), []);
  its.take(105, 29);
  assert.equal(its.shown.at(-1).length, 1);
  assert.deepEqual(
    [its.told(), its.buttons()],
    ["2 of 50", ["draw.finish off", "draw.back", "draw.leave"]],
  );
  its.take(105, 30);
  assert.deepEqual(its.buttons()[0], "draw.finish");
  assert.deepEqual(its.shown.at(-1), [8]);
  its.press("draw.back");
  its.take(104, 30);
  its.press("draw.finish");
  assert.deepEqual(its.done, [[104, 29, 105, 29, 104, 30]]);
  const most = made("within");
  for (let i = 0; i < 50; i++) {
    assert.equal(most.done.length, 0);
    most.take(100 + i / 10, 30 + (i % 2));
  }
  assert.equal(most.done[0].length, 100);
});

test("it is given up by its button, and by another that begins", () => {
  const its = made("box");
  its.take(104, 29);
  its.press("draw.leave");
  assert.deepEqual(its.done, [null]);
  const next = made("box"),
    changes = [];
  next.view.root.scrollIntoView = () => {};
  drawShape(next.view, "near", (change) => changes.push(change));
  assert.deepEqual(next.done, [null]);
  next.view.drawing.take({ lng: 104, lat: 30 });
  drawShape(next.view, "within", (change) => changes.push(change));
  next.view.drawing.leave();
  assert.deepEqual(changes, [{ near: [104, 30, 20] }]);
});

test("what is in sight is a box within what an address takes", () => {
  const view = madeView().view;
  const seen = (west, south, east, north) => {
    view.map.getBounds = () => ({
      getWest: () => west,
      getSouth: () => south,
      getEast: () => east,
      getNorth: () => north,
    });
    return seenBox(view);
  };
  assert.deepEqual(seen(104.12345, 29, 105, 30.98765), [104.1235, 29, 105, 30.9877]);
  assert.deepEqual(seen(80, 10, 130, 50), [88, 20, 120, 42]);
});

test("while it is drawn the map's keys draw, and Escape gives up", () => {
  const its = made("box");
  its.map.getSize = () => ({ x: 100, y: 100, divideBy: () => ({ x: 50, y: 50 }) });
  const places = [
    { lng: 104, lat: 29 },
    { lng: 105, lat: 30 },
  ];
  its.map.containerPointToLatLng = () => places.shift();
  const frame = its.map.getContainer();
  const enter = () => {
    frame.hear("keydown", { key: "Enter", target: frame, preventDefault: () => {} });
  };
  enter();
  enter();
  assert.deepEqual(its.done, [[104, 29, 105, 30]]);
  const left = made("within");
  left.view._escape(pressed("Escape"));
  assert.deepEqual(left.done, [null]);
});
