// Two maps go where either is led, and neither leads the other back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { follow } from "../../src/compare/follow.js";

/** A point of pixels, as little of one as is reckoned with. */
const point = (x, y) => ({
  x,
  y,
  subtract: (other) => point(x - other.x, y - other.y),
  divideBy: (n) => point(x / n, y / n),
  round: () => point(Math.round(x), Math.round(y)),
});

/** A map of 100 by 80 pixels, one to a unit; what it does is kept in `done`. */
function small(name, done) {
  const heard = {};
  const map = {
    at: [0, 0],
    zoom: 7,
    getCenter: () => map.at,
    getZoom: () => map.zoom,
    getSize: () => point(100, 80),
    latLngToContainerPoint: (at) => point(at[0] - map.at[0] + 50, at[1] - map.at[1] + 40),
    on: (what, act) => (heard[what] = heard[what] || []).push(act),
    off: (what, act) => heard[what].splice(heard[what].indexOf(act), 1),
    fire: (what, event) => {
      done.push(`${name} ${what}`);
      [...(heard[what] || [])].forEach((act) => {
        act(event || {});
      });
    },
    _rawPanBy: (by) => {
      map.at = [map.at[0] + by.x, map.at[1] + by.y];
    },
    setView: (at, zoom, how) => {
      done.push(`${name} to ${at} ${zoom} ${how.animate}`);
      Object.assign(map, { at, zoom });
      map.fire("move");
      map.fire("moveend");
    },
    hears: () => Object.values(heard).flat().length,
  };
  return map;
}

function made() {
  const done = [],
    one = small("one", done),
    other = small("other", done);
  const apart = follow(one, other);
  return { one, other, apart, since: () => done.splice(0) };
}

for (const [a, b] of [
  ["one", "other"],
  ["other", "one"],
]) {
  test(`${b} is dragged along with ${a}, and is drawn when that rests`, () => {
    const its = made();
    its[a].at = [30.4, -7];
    its[a].fire("move");
    assert.deepEqual(its[b].at, [30, -7]);
    assert.deepEqual(its.since(), [`${a} move`, `${b} move`]);
    // Less than a pixel is no way.
    its[a].fire("move");
    assert.deepEqual(its.since(), [`${a} move`]);
    its[a].fire("moveend");
    assert.deepEqual(its.since(), [`${a} moveend`, `${b} moveend`]);
    assert.deepEqual(its[a].at, [30.4, -7]);
  });

  test(`where the zoom of ${a} is another, ${b} is set there`, () => {
    const its = made();
    Object.assign(its[a], { at: [5, 6], zoom: 8 });
    its[a].fire("move");
    assert.deepEqual(its.since(), [
      `${a} move`,
      `${b} to 5,6 8 false`,
      `${b} move`,
      `${b} moveend`,
    ]);
    assert.deepEqual([its[a].at, its[a].zoom], [[5, 6], 8]);
  });

  test(`when ${a} begins a flight ${b} is at its end; fingers lead by their moves`, () => {
    const its = made();
    its[a].fire("zoomanim", { center: [1, 2], zoom: 9, noUpdate: true });
    assert.deepEqual(its.since(), [`${a} zoomanim`]);
    its[a].fire("zoomanim", { center: [1, 2], zoom: 9 });
    assert.deepEqual([its[b].at, its[b].zoom, its[a].zoom], [[1, 2], 9, 7]);
  });
}

test("once parted neither follows, and nothing is heard any more", () => {
  const its = made();
  assert.deepEqual([its.one.hears(), its.other.hears()], [3, 3]);
  its.apart();
  assert.deepEqual([its.one.hears(), its.other.hears()], [0, 0]);
});

test("what fails on one map does not end the other's following", () => {
  const its = made();
  its.other._rawPanBy = () => {
    throw new Error("gone");
  };
  its.one.at = [9, 9];
  assert.throws(() => its.one.fire("move"), /gone/);
  its.other.at = [20, 20];
  its.other.fire("move");
  assert.deepEqual(its.one.at, [20, 20]);
});
