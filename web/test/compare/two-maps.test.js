// Two maps that move together: what each shows, what one tells the other, and how they part.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createPair } from "../../src/compare/two-maps.js";
import { smallPage, words } from "../small-dom.js";

/** A view as the pair asks for one; what is done to it is kept in `done`, as [whose, what, …]. */
function smallView(name, root, stage, done, more) {
  const heard = {};
  const box = globalThis.document.createElement("div");
  stage.appendChild(box);
  const keep =
    (what) =>
    (...given) =>
      done.push([name, what, ...given]);
  const map = {
    size: { x: 100, y: 80 },
    getContainer: () => box,
    getCenter: () => `${name} centre`,
    getZoom: () => 7,
    getSize: () => map.size,
    invalidateSize: (how) => {
      done.push([name, "measured", how.pan]);
      map.size = { ...map.size, ...map.next };
    },
    setView: (at, zoom, how) => done.push([name, "set", at, zoom, how.animate]),
    on: () => {},
    off: keep("parted from"),
  };
  const view = {
    root,
    stage,
    map,
    box,
    limits: "limits",
    selected: "a",
    shown: new Map([["a", 1]]),
    waiting: false,
    slim: false,
    narrow: () => view.slim,
    legend: { open: keep("legend"), update: keep("legend of") },
    networks: { show: keep("network") },
    on: (what, act) => {
      heard[what] = act;
    },
    tell: (what, value) => heard[what](value),
    select: keep("select"),
    setBand: keep("band"),
    names: {
      on: true,
      discs: [],
      beside: 0,
      numbered: () => view.names.discs.length + view.names.beside > 0,
      keyed: null,
      show: (on) => {
        view.names.on = on;
      },
    },
    _emit: keep("told"),
    setPaint: keep("paint"),
    setLook: keep("look"),
    setVisible: (ids, statuses) => {
      done.push([name, "visible", ids, statuses]);
      view.shown = new Map(ids.map((id) => [id, 1]));
    },
    setWhere: keep("where"),
    wake: keep("wake"),
    destroy: () => {
      done.push([name, "destroy"]);
      box.remove();
    },
    ...more,
  };
  return view;
}

const SIDES = [
  { name: "Early", look: "statuses", year: 0, ids: ["a", "b"], statuses: "then" },
  { name: "Late", look: "years", year: 2021, ids: ["b", "c", "d"], statuses: "later" },
];

function made(more = {}) {
  const page = smallPage(),
    done = [];
  const root = globalThis.document.createElement("div"),
    stage = globalThis.document.createElement("div");
  page.appendChild(root).appendChild(stage);
  const first = smallView("first", root, stage, done);
  stage.appendChild(globalThis.document.createElement("aside"));
  const second = { is: null, times: 0, wide: null };
  const pair = createPair(first, words, (box) => {
    second.times += 1;
    second.wide = root.is("has-second");
    second.is = smallView("second", root, box, done, more);
    return second.is;
  });
  const since = () => done.splice(0);
  const of = (whose, what) =>
    since().flatMap(([name, did, ...given]) => (name === whose && did === what ? [given] : []));
  return { root, stage, first, second, pair, done, since, of };
}

const two = (its, way = "two", where = "where") => its.pair.show(way, SIDES, where);
const label = (view) => view.box.getAttribute("aria-label");

test("there is no second map before two sides are shown, and none when one is", () => {
  const its = made();
  its.pair.show("two", null, {});
  assert.deepEqual([its.second.times, its.pair.second(), its.since()], [0, null, []]);
  two(its);
  two(its, "swipe");
  assert.deepEqual([its.second.times, its.pair.second()], [1, its.second.is]);
  its.pair.show("swipe", null, {});
  assert.equal(its.pair.second(), null);
  two(its);
  assert.equal(its.second.times, 2);
});

test("the second stands behind the first map and is made in the room it will have", () => {
  const its = made();
  two(its);
  assert.deepEqual(
    its.stage.children.map((node) => node.className || node.tag),
    ["div", "atlas-second", "aside", "atlas-side is-first", "atlas-side is-last", "atlas-divider"],
  );
  assert.deepEqual([its.second.wide, its.second.is.limits], [true, null]);
  assert.equal(its.first.limits, "limits");
});

test("each map has its side, and knows of what both sides have", () => {
  const its = made();
  two(its, "two", "there");
  const { first, second } = its;
  const done = its.since();
  const shown = (name) => done.filter(([who, what]) => who === name && !/set|meas|leg/.test(what));
  assert.deepEqual(shown("first"), [
    ["first", "paint", null],
    ["first", "look", "statuses", 0],
    ["first", "visible", ["a", "b"], "then"],
  ]);
  assert.deepEqual(shown("second"), [
    ["second", "paint", null],
    ["second", "look", "years", 2021],
    ["second", "visible", ["b", "c", "d"], "later"],
    ["second", "where", "there"],
    ["second", "select", "a"],
  ]);
  for (const view of [first, second.is]) assert.deepEqual([...view.others], ["a", "b", "c", "d"]);
  assert.deepEqual(
    done.filter(([, what]) => what === "legend of"),
    [["first", "legend of", first.shown, second.is.shown]],
  );
  const heads = its.stage.querySelectorAll(".atlas-side");
  assert.deepEqual(
    heads.map((head) => [head.textContent, head.getAttribute("aria-live")]),
    [
      ["compare.side Early 2", "polite"],
      ["compare.side Late 3", "polite"],
    ],
  );
  assert.deepEqual(
    [label(first), label(second.is)],
    ["Early — map.label — map.keys", "Late — map.label — map.keys"],
  );
});

test("one over the other there is a divider, and its share is the root's", () => {
  const its = made();
  two(its);
  const divider = its.stage.querySelector(".atlas-divider");
  assert.deepEqual([divider.hidden, its.root.is("is-swiped")], [true, false]);
  two(its, "swipe");
  assert.deepEqual([divider.hidden, its.root.is("is-swiped")], [false, true]);
  assert.equal(its.root.style["--share"], "0.5");
  assert.equal(divider.getAttribute("aria-label"), "compare.divider Early Late");
  two(its, "anything else");
  assert.deepEqual([divider.hidden, its.root.is("is-swiped")], [true, false]);
});

test("the legend opens under a divider where there is room, and only when the way changes", () => {
  for (const [slim, way, open] of [
    [false, "swipe", true],
    [false, "two", false],
    [true, "swipe", false],
    [true, "two", false],
  ]) {
    const its = made();
    its.first.slim = slim;
    two(its, way);
    assert.deepEqual(its.of("first", "legend"), [[open]]);
    two(its, way);
    assert.deepEqual(its.of("first", "legend"), []);
    two(its, way === "two" ? "swipe" : "two");
    assert.equal(its.of("first", "legend").length, 1);
  }
});

test("both are measured without a pan, and the second goes where the first was", () => {
  const measured = [
    ["first", "measured", false],
    ["second", "measured", false],
  ];
  const second = ["second", "set", "first centre", 7, false];
  const first = ["first", "set", "first centre", 7, false];
  for (const [next, sets] of [
    [{}, [second]],
    [{ x: 99 }, [first, second]],
    [{ y: 81 }, [first, second]],
    [{ x: 50, y: 40 }, [first, second]],
  ]) {
    const its = made();
    its.first.map.next = next;
    two(its);
    const done = its.since().filter(([, what]) => /measured|set/.test(what));
    assert.deepEqual(done, [...measured, ...sets]);
  }
});

test("a second map that waits is woken, any other is not", () => {
  for (const waiting of [true, false]) {
    const its = made({ waiting });
    two(its);
    assert.equal(its.of("second", "wake").length, Number(waiting));
  }
});

test("what is selected, the bands and the networks of one are the other's", () => {
  const its = made();
  two(its);
  its.since();
  its.first.tell("select", "b");
  assert.deepEqual(its.since(), [
    ["second", "select", "b"],
    ["first", "measured", false],
    ["second", "measured", false],
    ["second", "set", "first centre", 7, false],
  ]);
  its.second.is.tell("select", "c");
  assert.deepEqual(its.since(), [["first", "select", "c", { tell: true }]]);
  its.first.tell("band", true);
  its.first.tell("network", { kind: "rail", on: true });
  assert.deepEqual(its.since(), [
    ["second", "band", true],
    ["second", "network", "rail", true],
  ]);
  its.first.tell("names", false);
  assert.equal(its.second.is.names.on, false);
  // Numbers on either map are numbers of the one list.
  its.second.is.names.discs = ["c"];
  its.second.is.tell("numbered", true);
  its.second.is.names.discs = [];
  its.second.is.tell("numbered", false);
  its.first.names.discs = ["a"];
  its.second.is.tell("numbered", false);
  assert.deepEqual(its.since(), [
    ["first", "told", "numbered", true],
    ["first", "told", "numbered", false],
    ["first", "told", "numbered", true],
  ]);
  const bare = made({ networks: null });
  two(bare);
  bare.since();
  bare.first.tell("network", { kind: "rail", on: true });
  assert.deepEqual(bare.since(), []);
});

test("the first map is as before when they part, and the second hears no more", () => {
  for (const slim of [false, true]) {
    const its = made();
    two(its, "swipe");
    its.first.slim = slim;
    its.since();
    its.pair.show("one", null, {});
    const done = its.since();
    assert.deepEqual(
      done.filter(([, what]) => what !== "parted from"),
      [
        ["second", "destroy"],
        ["first", "legend", !slim],
        ["first", "measured", false],
      ],
    );
    assert.equal(done.length, 9);
    assert.deepEqual([its.root.is("has-second"), its.root.is("is-swiped")], [false, false]);
    assert.deepEqual(
      its.stage.children.map((node) => node.className || node.tag),
      ["div", "aside"],
    );
    assert.deepEqual([its.first.others, label(its.first)], [null, "map.label — map.keys"]);
    its.first.tell("select", "b");
    its.first.tell("band", true);
    its.first.tell("network", { kind: "rail", on: true });
    assert.deepEqual(its.since(), []);
  }
});
