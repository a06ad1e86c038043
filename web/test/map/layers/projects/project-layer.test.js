// How each project is drawn: widths, colours, what is forward and what recedes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ALL, close, made } from "./small-projects.js";

test("a line is as wide as its mode, its status and the zoom make it", () => {
  for (const [zoom, growth] of [
    [6.4, 0.75],
    [6.5, 0.95],
    [7.9, 0.95],
    [8, 1.2],
    [9.9, 1.2],
    [10, 1.45],
  ]) {
    const { show, key } = made({ zoom });
    show({ rail: "operation", road: "research", zone: "operation" });
    close(key("rail")["stroke-width"], 2 * growth);
    close(key("road")["stroke-width"], 4 * 0.5 * growth);
    // An area's edge is thinner than any line, at every zoom.
    assert.equal(key("zone")["stroke-width"], 0.8);
  }
});

test("the casing is wider on both sides and a little lighter than full", () => {
  const { show, layer } = made();
  show({ ...ALL, road: "research" });
  const casing = layer.drawn.get("rail").casing.at;
  assert.deepEqual(
    [casing["stroke-width"], casing["stroke-opacity"], casing.stroke, casing.fill],
    [2.4 + 3, 0.95, "#fefefe", "none"],
  );
  close(layer.drawn.get("road").casing.at["stroke-opacity"], 0.3 * 0.95);
  assert.deepEqual(
    ["zone", "port"].map((id) => layer.drawn.get(id).casing),
    [null, null],
  );
});

test("a status says its dash, its ends and its light middle", () => {
  const { show, key, layer } = made();
  show({ rail: "construction", road: "unspecified" });
  const core = layer.drawn.get("rail").core.at;
  close(core["stroke-width"], 2 * 1.5 * 1.2 * 0.36);
  assert.deepEqual([core.display, core["stroke-opacity"]], [null, 1]);
  assert.equal(layer.drawn.get("road").core, null);
  assert.deepEqual(
    [key("rail")["stroke-linecap"], key("road")["stroke-linecap"]],
    ["round", "butt"],
  );
  show({ rail: "research", road: "research" });
  assert.equal(core.display, "none");
  assert.equal(key("rail")["stroke-dasharray"], "1.2 2.4");
  show({ rail: "construction" });
  assert.equal(core.display, null);
});

test("an area is pale, with an edge that is thin and never dashed: no line", () => {
  const { show, key, layer } = made({ zoom: 6 });
  show({ zone: "research", road: "research" });
  const zone = key("zone"),
    look = () => [zone["stroke-width"], zone["stroke-opacity"], zone["fill-opacity"]];
  const is = (expected) => {
    look().forEach((value, i) => {
      close(value, expected[i]);
    });
  };
  assert.deepEqual([zone.fill, zone["stroke-dasharray"]], ["#00ff00", undefined]);
  is([0.8, 0.5 * 0.5, 0.5 * 0.06]);
  assert.equal(key("road").fill, "none");
  show({ zone: "operation" });
  is([0.8, 0.5, 0.06]);
  layer.hover("zone");
  is([0.8, 0.5, 0.2]);
  layer.select("zone");
  is([1.6, 0.9, 0.2]);
  layer.select(null);
  layer.hover(null);
  show({ zone: "construction" });
  assert.equal(layer.drawn.get("zone").core, null);
});

test("a place is its symbol, smaller where it recedes, larger under the pointer", () => {
  const { show, key, layer, map } = made({ zoom: 7 });
  const radius = () => layer.drawn.get("port").radius;
  show({ port: "operation" });
  close(radius(), 4.4 * 0.95);
  assert.deepEqual(
    ["stroke", "stroke-width", "stroke-opacity", "fill", "fill-opacity", "stroke-linejoin"].map(
      (name) => key("port")[name],
    ),
    ["#0000ff", 1.8, 1, "#0000ff", 1, "round"],
  );
  layer.hover("port");
  close(radius(), 4.4 * 0.95 * 1.2);
  layer.hover(null);
  close(radius(), 4.4 * 0.95);
  layer.select("port");
  close(radius(), 7 * 0.95);
  layer.select(null);
  // No larger than 1.3 times however near.
  map.zoom = 12;
  map.fire("zoomend");
  close(radius(), 4.4 * 1.3);
  show({ port: "research" });
  close(radius(), 3.6 * 1.3);
  assert.deepEqual([key("port").fill, key("port")["stroke-opacity"]], ["#ffffff", 0.5]);
});

test("the selected one comes forward, the others step back, but not the one pointed at", () => {
  const { show, key, layer, order } = made();
  show(ALL);
  layer.select("rail");
  close(key("rail")["stroke-width"], 2 * 1.2 * 1.5);
  assert.equal(key("rail")["stroke-opacity"], 1);
  close(layer.drawn.get("rail").casing.at["stroke-width"], 2 * 1.2 * 1.5 + 3 * 1.6);
  assert.equal(key("road")["stroke-opacity"], 0.2);
  close(key("zone")["stroke-opacity"], 0.2 * 0.5);
  layer.hover("road");
  assert.equal(key("road")["stroke-opacity"], 1);
  close(key("road")["stroke-width"], 4 * 1.2 * 1.3);
  layer.hover("rail");
  // The selected one does not grow again.
  close(key("rail")["stroke-width"], 2 * 1.2 * 1.5);
  assert.equal(key("road")["stroke-opacity"], 0.2);
  layer.select("zone");
  assert.equal(key("zone")["stroke-opacity"], 0.9);
  layer.select("nobody");
  assert.equal(key("rail")["stroke-opacity"], 1);
  assert.deepEqual(order(), ["zone", "road", "rail", "port"]);
});

test("some may be kept strong; what recedes does so still", () => {
  const { show, key, layer } = made();
  show({ ...ALL, road: "research" });
  layer.emphasise(new Set(["rail"]));
  assert.deepEqual(
    ["rail", "road", "port"].map((id) => key(id)["stroke-opacity"]),
    [1, 0.2, 0.2],
  );
  layer.emphasise(null);
  assert.deepEqual(
    ["rail", "road", "port"].map((id) => key(id)["stroke-opacity"]),
    [1, 0.5, 1],
  );
  // One that is selected does not recede.
  layer.select("road");
  assert.equal(key("road")["stroke-opacity"], 1);
});

test("changes have their own colour and dash; what has none is as a line in service", () => {
  const { show, key, layer } = made();
  show({ rail: "research", road: "research", zone: "construction", port: "research" });
  layer.paint(
    new Map([
      ["rail", "back"],
      ["zone", "dropped"],
      ["port", "new"],
    ]),
  );
  assert.deepEqual(
    [key("rail").stroke, key("rail")["stroke-dasharray"], key("rail")["stroke-opacity"]],
    ["#aa0000", "2.4 4.8", 1],
  );
  assert.deepEqual(
    [key("road").stroke, key("road")["stroke-dasharray"], key("road")["stroke-opacity"]],
    ["#00ff00", null, 1],
  );
  close(key("zone")["stroke-opacity"], 0.5 * 0.5);
  close(layer.drawn.get("port").radius, 4.4 * 1.2);
  layer.paint(null);
  assert.equal(key("rail").stroke, "#ff0000");
  const dark = made({ theme: "dark" });
  dark.show({ rail: "operation", port: "research" });
  assert.deepEqual([dark.key("rail").stroke, dark.key("port").fill], ["#ff8888", "#000000"]);
  dark.layer.paint(new Map([["rail", "back"]]));
  assert.equal(dark.key("rail").stroke, "#bb0000");
});

test("what is hidden stays so when colours change", () => {
  const { show, layer } = made();
  show(ALL);
  show({ rail: "operation" });
  layer.paint(new Map([["road", "back"]]));
  assert.deepEqual(
    ["rail", "road"].map((id) => layer.drawn.get(id).shown),
    [true, false],
  );
});

test("only what has a place is drawn, once; what is not wanted is hidden", () => {
  const { show, layer, key } = made();
  show({ rail: "operation", nowhere: "operation", nobody: "operation" });
  assert.deepEqual(Array.from(layer.drawn.keys()), ["rail"]);
  assert.deepEqual(
    ["data-id", "role", "tabindex"].map((name) => key("rail")[name]),
    ["rail", "button", "-1"],
  );
  const entry = layer.drawn.get("rail");
  show({});
  assert.equal(entry.shown, false);
  show({ rail: "research" });
  assert.equal(layer.drawn.get("rail"), entry);
  assert.deepEqual([entry.shown, entry.status], [true, "research"]);
});

test("the same code is drawn anew when the look is another", () => {
  const { show, key, layer } = made();
  show({ rail: "construction" });
  close(key("rail")["stroke-width"], 2 * 1.5 * 1.2);
  layer.look("currents");
  show({ rail: "construction" });
  close(key("rail")["stroke-width"], 2 * 1.2);
  layer.look("currents");
  assert.equal(layer.drawn.get("rail").status, "construction");
});

/** The groups on the map from the lowest to the highest, by id. */
function drawn(more) {
  const its = made(more);
  its.layer.drawSvg();
  const over = () => {
    const groups = Array.from(its.layer.drawn.values()).map((entry) => entry.thing.node);
    const all = groups[0].parentElement.children;
    return all.map((group) => group.all("path", { role: "button" })[0].getAttribute("data-id"));
  };
  return { ...its, over };
}

test("areas lie under lines, lines under places, what recedes under the rest", () => {
  const { show, over } = drawn();
  show(ALL);
  assert.deepEqual(over(), ["zone", "road", "rail", "port"]);
  const faint = drawn();
  faint.show({ ...ALL, rail: "research" });
  assert.deepEqual(faint.over(), ["zone", "rail", "road", "port"]);
});

test("what is made later goes to its place among the rest", () => {
  const { show, over, layer } = drawn();
  show({ port: "operation" });
  show(ALL);
  assert.deepEqual(over(), ["zone", "road", "rail", "port"]);
  layer.look("currents");
  show({ ...ALL, rail: "planned" });
  assert.deepEqual(over(), ["zone", "rail", "road", "port"]);
});

test("what is pointed at, chosen, strong or changed is raised; an area pointed at is not", () => {
  const { show, over, layer } = drawn();
  show(ALL);
  layer.hover("zone");
  assert.equal(over()[3], "port");
  layer.hover("road");
  assert.equal(over()[3], "road");
  layer.select("zone");
  assert.equal(over()[3], "zone");
  layer.select(null);
  layer.emphasise(new Set(["rail"]));
  assert.equal(over()[3], "rail");
  layer.paint(
    new Map([
      ["port", "dropped"],
      ["road", "new"],
    ]),
  );
  assert.equal(over()[3], "road");
  // What has the focus stays where it is.
  layer.drawn.get("port").key.node.focus();
  layer.hover("port");
  assert.equal(over()[3], "road");
});

test("an area's path is closed, a line's is not", () => {
  const { show, layer } = drawn({ zoom: 0 });
  show(ALL);
  assert.deepEqual(
    ["rail", "zone"].map((id) => layer.drawn.get(id).key.at.d),
    ["M26 26L51 26", "M77 77L102 77L102 102L77 77z"],
  );
});

test("a line's path is on the map, a place only while it is near the frame", () => {
  const { show, layer, model, map } = drawn({ zoom: -8 });
  const d = (id) => layer.drawn.get(id).key.at.d;
  model.byId.get("port").lines = [[[50, 60]], [[503, 40]]];
  show({ port: "operation" });
  const symbol = "M56.7,50a3.3000000000000003,3.3000000000000003 0 1,0 6.6000000000000005,0";
  assert.ok(d("port").startsWith(symbol), d("port"));
  // To twice its size beyond the frame of 500 pixels.
  const count = (x, y) => {
    model.byId.get("port").lines = [[[y, x]]];
    Array.from(map.layers)[0]._update();
    return d("port") === "M0 0" ? 0 : 1;
  };
  const reach = 2 * layer.drawn.get("port").radius;
  for (const [x, y, there] of [
    [500 + reach - 0.1, 0, 1],
    [500 + reach + 0.1, 0, 0],
    [-100 - reach + 0.1, 0, 1],
    [-100 - reach - 0.1, 0, 0],
    [0, 500 + reach - 0.1, 1],
    [0, 500 + reach + 0.1, 0],
    [0, -100 - reach + 0.1, 1],
    [0, -100 - reach - 0.1, 0],
  ])
    assert.equal(count(x, y), there, `${x} ${y}`);
});

test("what is under a point is looked for among what is shown, so many pixels away", () => {
  const { show, layer } = made({ zoom: -8 });
  show(ALL);
  const there = { lat: 0, lng: 0 };
  // The middle of the world, half of it from the place in the middle.
  assert.deepEqual(
    layer.at(there, 0.001).map((p) => p.id),
    ["port"],
  );
  show({ rail: "operation" });
  assert.deepEqual(layer.at(there, 0.001), []);
  assert.deepEqual(
    layer.at(there, 0.51).map((p) => p.id),
    ["rail"],
  );
  assert.deepEqual(layer.at(there, 0.49), []);
  const one = [layer.drawn.get("port").project];
  assert.deepEqual(layer.at(there, 0.001, one), one);
});
