// The map of a sheet: a second view of what the reader sees, drawn anew.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawMap, drawScale } from "../../src/paper/map-drawing.js";
import { seenBounds, twin } from "../../src/paper/offscreen-view.js";
import { slidePayload } from "../../src/paper/slide-style.js";
import { made } from "../export/small-file.js";
import { words, written } from "../small-dom.js";

/** How a map that has these panes is drawn. */
function drawn(panes, placed = []) {
  const group = globalThis.document.createElement("g");
  const view = {
    map: { getPanes: () => panes },
    labels: { placed },
    model: { payload: { style: { light: { panel: "#fff" } } } },
  };
  drawMap(group, view);
  return written(group.children[0]);
}

/** A pane at `zIndex` with elements of these attributes, in a group of its own. */
function pane(zIndex, paths, group = {}) {
  const { document } = globalThis;
  const box = document.createElement("div"),
    within = document.createElement("g");
  box.style.zIndex = zIndex;
  box.at = { x: 1, y: 2 };
  const dress = (node, { hidden, ...attributes }) => {
    if (hidden) node.style.display = "none";
    Object.keys(attributes).forEach((name) => {
      node.setAttribute(name, attributes[name]);
    });
    return node;
  };
  box.appendChild(document.createElement("svg")).appendChild(dress(within, group));
  paths.forEach((path) => {
    within.appendChild(dress(document.createElement("path"), path));
  });
  return box;
}

test("of the map the paths that are drawn, by their panes' order, as they or groups say", () => {
  made();
  const lines = drawn({
    mapPane: pane("9", []),
    names: pane("1", [{ d: "M9 9", stroke: "never" }]),
    upper: pane("600", [{ d: "M6 6", stroke: "red", class: "left out" }]),
    none: pane("", [{ d: "M0 1", fill: "blue", "fill-opacity": "0.5" }]),
    lower: pane(
      "400",
      [
        { d: "M4 4" },
        { d: "M0 0", stroke: "red" },
        { stroke: "red" },
        { d: "M5 5", stroke: "red", display: "none" },
        { d: "M5 5", stroke: "red", hidden: true },
      ],
      { stroke: "green", "stroke-width": "2" },
    ),
    gone: pane("500", [{ d: "M7 7" }], { display: "none" }),
    hidden: pane("501", [{ d: "M7 7" }], { hidden: true }),
  });
  assert.deepEqual(lines, [
    "g transform=translate(1,2)",
    "  path d=M0 1 fill=blue fill-opacity=0.5",
    "  path d=M4 4 stroke=green stroke-width=2",
    "  path d=M6 6 stroke=red",
  ]);
});

test("of a path's attributes those are kept that say how it looks, and no others", () => {
  made();
  const look = {
    fill: "blue",
    "fill-opacity": "0.5",
    "fill-rule": "evenodd",
    stroke: "red",
    "stroke-opacity": "0.4",
    "stroke-width": "2",
    "stroke-linecap": "butt",
    "stroke-linejoin": "bevel",
    "stroke-dasharray": "3 1",
  };
  const lines = drawn({
    mapPane: pane("9", []),
    lower: pane("400", [{ d: "M4 4", ...look, tabindex: "0", class: "a", "aria-label": "b" }]),
  });
  const said = lines.join(" ").replace(/ +\|? */g, " ");
  const attributes = Object.keys(look).map((name) => `${name}=${look[name]}`);
  assert.equal(said, `g transform=translate(1,2) path d=M4 4 ${attributes.join(" ")}`);
});

test("what is painted is a picture where it stands; names are texts with a ground", () => {
  made();
  const canvas = Object.assign(new globalThis.HTMLCanvasElement(), {
    at: { x: -5, y: 7 },
    offsetWidth: 30,
    offsetHeight: 20,
    toDataURL: () => "data:",
  });
  const look = { weight: 500, share: 1, dotShare: 0.8, radius: 4, line: 2 };
  const lines = drawn(
    {
      mapPane: { children: [], style: {}, at: { x: 0, y: 0 } },
      painted: { children: [canvas], style: { zIndex: "3" } },
    },
    [
      { x: 1.23, y: 2.5, text: "", colour: "#00f", look },
      { x: 1, y: 2, text: "", colour: "#00f", look: { radius: 3, dotShare: 1 } },
      { x: 10, y: 20, text: "Name", size: 12, colour: "#111", look, turn: 12.34, spacing: 2 },
      {
        x: 10.26,
        y: 20.44,
        text: "Plain",
        size: 12,
        colour: "#111",
        look: { weight: 400, italic: true },
      },
    ],
  );
  assert.deepEqual(lines, [
    "g transform=translate(0,0)",
    "  image href=data: x=-5 y=7 width=30 height=20",
    "  circle cx=1.2 cy=2.5 r=3 fill=#fff stroke=#00f stroke-width=2 opacity=0.8",
    "  circle cx=1 cy=2 r=3 fill=#00f opacity=1",
    "  text fill=none stroke=#ffffff stroke-width=3 stroke-opacity=0.9",
    "  | stroke-linejoin=round x=10 y=20 dy=0.4em text-anchor=middle font-size=12",
    "  | font-weight=500 letter-spacing=2 opacity=1 transform=rotate(12.3 10 20)",
    '  | "Name"',
    "  text fill=#111 x=10 y=20 dy=0.4em text-anchor=middle font-size=12",
    "  | font-weight=500 letter-spacing=2 opacity=1 transform=rotate(12.3 10 20)",
    '  | "Name"',
    "  text fill=none stroke=#ffffff stroke-width=3 stroke-opacity=0.9",
    "  | stroke-linejoin=round x=10.3 y=20.4 dy=0.4em text-anchor=middle font-size=12",
    '  | font-weight=400 font-style=italic "Plain"',
    "  text fill=#111 x=10.3 y=20.4 dy=0.4em text-anchor=middle font-size=12",
    '  | font-weight=400 font-style=italic "Plain"',
  ]);
});

test("what the reader sees lies between legend and card, where there is room for them", () => {
  const seen = (wide, { legend = false, card = false, narrow = false } = {}) => {
    const { page, sizes } = made();
    sizes.map = [wide, 500];
    page.view.legend.box.open = legend;
    page.view.cardBox.hidden = !card;
    page.view._narrow = narrow;
    globalThis.L.latLngBounds = (...corners) => corners;
    const [[top, left], [bottom, right]] = seenBounds(page.view);
    return [left, right, top, bottom];
  };
  assert.deepEqual(seen(800), [0, 800, 0, 500]);
  assert.deepEqual(seen(800, { legend: true }), [224, 800, 0, 500]);
  assert.deepEqual(seen(761, { legend: true, card: true }), [224, 369, 0, 500]);
  assert.deepEqual(seen(760, { legend: true, card: true }), [0, 760, 0, 500]);
  assert.deepEqual(seen(800, { card: true, narrow: true }), [0, 800, 0, 500]);
});

test("the second view shows the same: look, statuses, bands, region, selection, names", () => {
  const { page, since, root } = made({
    config: { view: "now", selected: "rail", filter: { region: ["north"] } },
  });
  page.view.setBand(true);
  const [band] = root.querySelectorAll(".atlas-legend-band input");
  band.checked = true;
  since();
  const { view, done } = twin(page, 300, 200);
  const box = root.querySelector(".page-offscreen");
  assert.deepEqual([box.style.width, box.style.height], ["300px", "200px"]);
  assert.deepEqual(
    [view.look, view.selected, Array.from(view.said), view.map.options.fine],
    ["currents", "rail", [["rail", "construction"]], 2],
  );
  assert.equal(view.root.querySelector(".atlas-legend-band input").checked, true);
  // The scale stands there.
  assert.deepEqual(view.labels.obstacles(), [[130, 164, 300, 200]]);
  assert.equal(view.names.on, true);
  assert.deepEqual(
    since()
      .filter(([what]) => what === "fit")
      .at(-1)[2],
    { animate: false },
  );
  done();
  assert.equal(root.querySelectorAll(".page-offscreen").length, 0);
  band.checked = false;
  page.view.names.show(false);
  const plain = twin(page, 300, 200).view;
  assert.notEqual(plain.root.querySelector(".atlas-legend-band input").checked, true);
  assert.equal(plain.names.on, false);
});

test("on a smaller sheet names come as much earlier, one step of zoom at most", () => {
  const names = (nearer) => {
    const its = made();
    const { map } = globalThis.L;
    globalThis.L.map = (box) => Object.assign(map(box), { zoom: 7 - nearer });
    const { view } = twin(its.page, 300, 200);
    const from = Object.values(view.labels._groups)
      .flat()
      .map((item) => item.from)
      .filter(Boolean);
    return Math.min(...from);
  };
  const own = names(0);
  assert.deepEqual([names(0.5), names(1), names(2), names(-1)], [own - 0.5, own - 1, own - 1, own]);
});

test("colours for walls and paper reach five to one on white; what is dark enough stays", () => {
  made();
  const colours = (colour) => {
    const style = { modes: { rail: { colour, width: 2 } }, light: { line: "#e0e0e0" } };
    const { modes, light, dimmed } = slidePayload({ style }).style;
    return [modes.rail.colour, modes.rail.width, light.line, light.land, dimmed];
  };
  assert.deepEqual(colours("#0000ff"), ["#0000ff", 2.3, "#e0e0e0", "#ffffff", 0.16]);
  assert.equal(colours("#ff0000")[0], "#df0000");
  assert.equal(colours("#ffffff")[0], "#6c6c6c");
  assert.equal(colours("#050505")[0], "#050505");
});

test("the scale is measured across the map's middle: one, two or five of a power of ten", () => {
  const scale = (metres) => {
    const asked = [];
    const map = {
      getSize: () => ({ x: 800, y: 500 }),
      containerPointToLatLng: (at) => asked.push(at) && at,
      distance: (a, b) => metres * (b[0] - a[0]),
    };
    const parent = globalThis.document.createElement("g");
    drawScale(parent, { map }, 700, 400, words, "ink");
    assert.deepEqual(asked, [
      [0, 250],
      [100, 250],
    ]);
    const [path] = parent.all("path");
    return [path.getAttribute("d"), parent.texts("text")[0]];
  };
  made();
  // 130 pixels have room for 13 km, 26 km, 65 km, 130 km.
  for (const [metres, km] of [
    [99, 10],
    [100, 10],
    [153, 10],
    [154, 20],
    [384, 20],
    [385, 50],
    [769, 50],
    [770, 100],
  ]) {
    const [d, text] = scale(metres);
    const length = (km * 1000) / metres;
    assert.equal(d, `M${700 - length},394v6h${length}v-6`, `${metres}`);
    assert.match(text, new RegExp(`^${km}\\b`));
  }
});

test("a place without a name is its dot: a disc, or a ring about the ground", () => {
  made();
  const dot = (look) => {
    const group = globalThis.document.createElement("g"),
      mark = { x: 1.26, y: 2.34, colour: "ink", look: { dotShare: 0.5, ...look } };
    drawMap(group, {
      map: { getPanes: () => ({ mapPane: pane("9", []), names: pane("1", []) }) },
      labels: { placed: [mark] },
      model: { payload: { style: { light: { panel: "#fff" } } } },
    });
    const [circle] = group.all("circle");
    const said = ["cx", "cy", "fill", "stroke", "stroke-width", "opacity"];
    return [Number(circle.getAttribute("r")), ...said.map((name) => circle.getAttribute(name))];
  };
  assert.deepEqual(dot({ radius: 3, line: 1 }).slice(0, 5), [2.5, "1.3", "2.3", "#fff", "ink"]);
  assert.deepEqual(
    [dot({ radius: 3 })[0], dot({ radius: 3 })[3], dot({})[0], dot({ line: 1 })[0]],
    [3, "ink", 0, -0.5],
  );
});
