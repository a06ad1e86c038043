// The view: what it shows, selects, lights up and tells.
import assert from "node:assert/strict";
import { test } from "node:test";
import { made } from "./small-view.js";

const shown = (view) => Array.from(view.shown);

test("until it is told what to show, names and map are held; then all wakes once", () => {
  const { view, map, since, waiting, root } = made();
  assert.deepEqual([view.waiting, view.labels.held, map.held], [true, true, true]);
  assert.deepEqual(since(), [
    ["least", 5],
    ["most", 13],
    [
      "fit",
      [
        [20, 88],
        [42, 120],
      ],
      {},
    ],
  ]);
  view.wake();
  assert.deepEqual([view.waiting, view.labels.held, map.held], [false, false, false]);
  assert.deepEqual(since(), [
    [
      "limits",
      [
        [20, 88],
        [42, 120],
      ],
      0.35,
    ],
  ]);
  assert.equal(waiting[0][1], 900);
  assert.deepEqual([view.tip.hidden, view.cardBox.hidden, view.selected], [true, true, null]);
  assert.equal(root.getAttribute("data-shown"), null);
  const free = made();
  free.view.limits = null;
  free.since();
  free.view.wake();
  assert.deepEqual(free.since(), []);
});

test("a while after waking all is drawn beyond the frame, where it is not so already", () => {
  for (const [stop, padding] of [
    [() => {}, 0.5],
    [({ map }) => Object.assign(map, { _animatingZoom: true }), 0.08],
    [({ view }) => Object.assign(view, { _gone: true }), 0.08],
  ]) {
    const its = made();
    const layer = (options) =>
      Object.assign(new L.SVG(), {
        options,
        updated: 0,
        _update() {
          this.updated += 1;
        },
      });
    const [near, far, other] = [
      layer({ padding: 0.08 }),
      layer({ padding: 0.1 }),
      { options: { padding: 0.08 } },
    ];
    its.map.layers = new Set([near, far, other]);
    its.view.wake();
    its.map.layers = new Set([near, far, other]);
    stop(its);
    const [[act]] = its.waiting;
    its.view.projects.drawSvg = () => {};
    act();
    assert.deepEqual(
      [near.options.padding, near.updated, far.options.padding, far.updated, other.options.padding],
      [padding, padding === 0.5 ? 1 : 0, 0.1, 0, 0.08],
    );
  }
});

test("without waiting it shows the core modes and fits to them", () => {
  const { view, since, root } = made({ wait: false });
  assert.deepEqual(shown(view), [
    ["rail", "construction"],
    ["road", "research"],
    ["bare", "unspecified"],
  ]);
  assert.equal(root.getAttribute("data-shown"), "3");
  assert.equal(root.getAttribute("data-look"), "statuses");
  const fits = since().filter(([name]) => name === "fit");
  assert.equal(fits.length, 2);
  assert.equal(view.waiting, false);
});

test("where it will be looked at first is clear of the legend, where there is room", () => {
  const first = (more) => {
    const { since } = made({ first: ["rail"], ...more });
    return since()[2];
  };
  const [, corners, how] = first();
  assert.equal(corners.length, 3);
  assert.deepEqual(how, { paddingTopLeft: [244, 24], paddingBottomRight: [24, 30], maxZoom: 10 });
  assert.deepEqual(first({ width: 720 })[2].paddingTopLeft, [244, 24]);
  assert.deepEqual(first({ width: 719 })[2].paddingTopLeft, [48, 24]);
  // Of what has no place most of the atlas: the rail line and the road.
  assert.equal(first({ first: ["bare"] })[1].length, 5);
});

test("it has the theme, language and look it was given", () => {
  const { view, root, box } = made({ theme: "dark", lang: "en", look: "currents" });
  assert.deepEqual([view.theme, root.lang, view.look], ["dark", "en", "currents"]);
  assert.equal(box.getAttribute("aria-label"), "map.label — map.keys");
  const plain = made({ theme: "blue" });
  assert.deepEqual([plain.view.theme, plain.root.lang], ["light", "zh-CN"]);
  assert.equal(plain.view.table, null);
  assert.equal(plain.view.networks, null);
});

test("thousands are drawn as pixels where the page can", () => {
  const used = (n, dense) => {
    let asked = false;
    const { view } = made({
      change: (payload) => {
        const [, , , bare] = payload.projects;
        payload.projects = Array.from({ length: n }, (_, i) => ({ ...bare, id: `p${i}` }));
      },
      dense:
        dense &&
        ((...given) => {
          asked = true;
          return view0(...given);
        }),
    });
    assert.ok(view.projects);
    return asked;
  };
  const view0 = () => ({ look: () => {}, drawn: new Map() });
  assert.equal(used(1500, true), false);
  assert.equal(used(1501, true), true);
  assert.equal(used(1501, null), false);
});

test("what is shown is what has a status and a code in the look", () => {
  const { view, root } = made();
  view.setVisible(["rail", "port", "nobody"]);
  assert.deepEqual(shown(view), [
    ["rail", "construction"],
    ["port", "operation"],
  ]);
  view.setVisible(["rail", "road", "port"], ["research", null, "operation"]);
  assert.deepEqual(shown(view), [
    ["rail", "research"],
    ["port", "operation"],
  ]);
  view.setLook("currents");
  assert.deepEqual(shown(view)[0], ["rail", "research"]);
  view.setVisible(["rail", "road", "bare"]);
  assert.deepEqual(shown(view), [
    ["rail", "construction"],
    ["road", "open"],
    ["bare", "unknown"],
  ]);
  assert.deepEqual(Array.from(view.said.values()), ["construction", "research", "unspecified"]);
  assert.equal(root.getAttribute("data-look"), "currents");
  view.setLook("years", 2020);
  view.setVisible(["rail", "road"]);
  assert.deepEqual(shown(view), [["rail", "construction"]]);
  view.setLook("years", 2018);
  view.setVisible(["rail", "road"]);
  assert.deepEqual([shown(view), view.year], [[], 2018]);
  view.setLook("statuses");
  assert.equal(view.year, 0);
  assert.equal(view.codeOf(view.model.byId.get("rail"), "operation"), "operation");
  assert.equal(view.codeOf(view.model.byId.get("rail"), null), "construction");
});

test("each line tells its name and state, and the first of them is the tab stop", () => {
  const { view } = made({ lang: "en" });
  view.setVisible(["road", "port"]);
  const key = (id) => view.projects.drawn.get(id).key.at;
  assert.equal(key("road")["aria-label"], "Some Road，Road · Research");
  assert.deepEqual([key("road").tabindex, key("port").tabindex], ["0", "-1"]);
  view.setVisible(["port"]);
  assert.deepEqual([key("road").tabindex, key("port").tabindex], ["-1", "0"]);
});

const card = (opened) => (_view, project, done) => {
  opened.push([project.id, done]);
  return globalThis.document.createElement("article");
};

test("one that is selected has its card, names and counties; none takes them away", () => {
  const opened = [];
  const { view, root, told } = made({ card: card(opened) });
  view.wake();
  const counties = [],
    names = [];
  view.base.counties = (list) => counties.push(list);
  view.labels.set = (group, items, later) => names.push([group, items.length, later]);
  view.setVisible(["rail", "port"]);
  names.length = 0;
  view.select("rail");
  assert.deepEqual([view.selected, root.getAttribute("data-selected")], ["rail", "rail"]);
  assert.deepEqual(counties, [[0, 1]]);
  assert.deepEqual(names, [
    ["0-end", 2, true],
    ["0-stop", 0, undefined],
  ]);
  assert.deepEqual(
    [view.cardBox.hidden, root.is("has-card"), view.cardBox.scrollTop],
    [false, true, 0],
  );
  assert.equal(told.length, 0);
  // The same again is no change.
  view.select("rail", { tell: true });
  assert.deepEqual([counties.length, told.length], [1, 0]);
  // A place has no counties.
  view.select("port", { tell: true });
  assert.deepEqual([counties[1], told], [[], [["select", "port"]]]);
  view.select("nobody", { tell: true });
  assert.deepEqual([view.selected, told[1], view.cardBox.hidden], [null, ["select", null], true]);
  assert.deepEqual([root.is("has-card"), root.getAttribute("data-selected")], [false, ""]);
  view.select("rail");
  const [, done] = opened.at(-1);
  done();
  assert.deepEqual([view.selected, told[2]], [null, ["select", null]]);
});

test("without a card none opens", () => {
  const { view, root } = made();
  view.select("rail");
  assert.deepEqual(
    [view.cardBox.hidden, root.is("has-card"), view.selected],
    [true, false, "rail"],
  );
});

test("what is no longer shown is no longer selected, else its card is made anew", () => {
  const opened = [];
  const { view } = made({ card: card(opened) });
  view.setVisible(["rail", "road"]);
  view.select("rail");
  view.setVisible(["rail"]);
  assert.deepEqual([opened.length, view.selected], [2, "rail"]);
  view.setVisible(["road"]);
  assert.deepEqual([opened.length, view.selected], [2, null]);
});

test("to go there waits for the card where a reader asked, and is left where it is over", () => {
  const { view, since, run, told } = made();
  view.wake();
  run();
  view.setVisible(["rail", "road"]);
  since();
  view.select("rail", { fit: true });
  assert.deepEqual(
    since().map(([name]) => name),
    ["fit"],
  );
  view.select("road", { fit: true, tell: true });
  assert.deepEqual([since(), told], [[], [["select", "road"]]]);
  run();
  assert.deepEqual(since(), []);
  run();
  assert.deepEqual(
    since().map(([name]) => name),
    ["fit"],
  );
  // The one selected is gone to again.
  view.select("road", { fit: true });
  assert.equal(since().length, 1);
  view.select("rail", { fit: true, tell: true });
  run();
  view.select("road");
  run();
  assert.deepEqual(since(), []);
  view.select("rail", { fit: true, tell: true });
  run();
  view._gone = true;
  run();
  assert.deepEqual(since(), []);
});

test("a project that is hidden is shown beside the rest and opened", () => {
  const { view, told } = made();
  view.setVisible(["rail"], ["research"]);
  view.reveal("rail");
  assert.deepEqual(shown(view), [["rail", "research"]]);
  view.open("port");
  assert.deepEqual(shown(view), [
    ["rail", "research"],
    ["port", "operation"],
  ]);
  assert.deepEqual([view.selected, told], ["port", [["select", "port"]]]);
  view.reveal("nobody");
  assert.equal(view.shown.size, 2);
});

test("who is not there is not shown, whatever is said of it", () => {
  const { view } = made();
  view.setLook("currents");
  view.setVisible(["nobody", "rail", "road"], ["research", "research", null]);
  assert.deepEqual(shown(view), [["rail", "construction"]]);
});
