// Pointer, touch and keys: what is under them, what they ask, what they open.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pressed, written } from "../small-dom.js";
import { made } from "./small-pointer.js";

const of = (its, ...ids) => {
  its.view.projects.hits = ids.map((id) => its.byId.get(id));
};

test("a movement looks once a frame, at where the pointer was last", () => {
  const its = made();
  of(its, "rail", "road");
  its.fire("mousemove", { latlng: "a", containerPoint: { x: 1, y: 1 } });
  its.fire("mousemove", { latlng: "b", containerPoint: { x: 100, y: 90 } });
  assert.equal(its.frames.length, 1);
  its.view.tip.offsetWidth = 80;
  its.view.tip.offsetHeight = 20;
  its.frames[0]();
  assert.deepEqual(its.since(), [
    ["at", "b", 7],
    ["hover", "rail"],
  ]);
  const { tip } = its.view;
  assert.deepEqual(
    [tip.hidden, tip.textContent, tip.style.left, tip.style.top, its.box.style.cursor],
    [false, "railmode.rail · status.operation · +1", "114px", "58px", "pointer"],
  );
  its.fire("mousemove", { latlng: "c" });
  assert.equal(its.frames.length, 2);
});

test("it does not look when the pointer has left, a choice is open or the view is gone", () => {
  for (const leave of [
    (its) => its.fire("mouseout"),
    (its) => {
      its.view._gone = true;
    },
    (its) => {
      its.view.chooser = its.view.tip;
    },
  ]) {
    const its = made();
    its.fire("mousemove", { latlng: "a" });
    leave(its);
    its.since();
    its.frames[0]();
    assert.deepEqual(its.since(), []);
  }
});

test("the tip keeps within the map", () => {
  const { view } = made();
  const rail = view.model.byId.get("rail");
  const at = (x, y) => {
    view._hover(rail, { x, y }, 1);
    return [view.tip.style.left, view.tip.style.top];
  };
  view.tip.offsetWidth = 100;
  view.tip.offsetHeight = 30;
  assert.deepEqual(at(278, 48), ["292px", "6px"]);
  assert.deepEqual(at(279, 49), ["292px", "7px"]);
  assert.deepEqual(at(277, 47), ["291px", "6px"]);
  assert.equal(view.tip.texts("span")[0], "mode.rail · status.operation");
  view._hover(rail);
  assert.equal(view.tip.hidden, false);
  view._hover(null);
  assert.equal(view.tip.hidden, true);
  assert.equal(view.map.getContainer().style.cursor, "");
});

test("a code that the look does not have is not told", () => {
  const { view } = made();
  assert.equal(view._describe(view.model.byId.get("road")), "mode.rail");
  assert.equal(view._describe(view.model.byId.get("rail")), "mode.rail · status.operation");
  view.statusOf = () => "research";
  assert.equal(view._describe(view.model.byId.get("rail")), "mode.rail · status.research");
  view.statusOf = () => null;
  assert.equal(view._describe(view.model.byId.get("rail")), "mode.rail");
});

test("a click opens what is there, on nothing it closes, on several it asks", () => {
  const its = made();
  of(its, "rail");
  its.click();
  assert.deepEqual(its.since(), [
    ["at", "there", 8],
    ["select", "rail", true],
  ]);
  of(its);
  its.click("touch");
  assert.deepEqual(its.since(), [
    ["at", "there", 16],
    ["select", null, true],
  ]);
  its.click();
  assert.deepEqual(its.since(), [["at", "there", 8]]);
  of(its, "rail", "port");
  its.click();
  assert.ok(its.view.chooser);
  assert.equal(made({ coarse: true }).view.chooser, null);
  const coarse = made({ coarse: true });
  coarse.click();
  assert.deepEqual(coarse.since(), [["at", "there", 16]]);
});

test("where no project is the map offers what is there, as Enter does in its middle", () => {
  const its = made(),
    done = [],
    asked = [];
  of(its);
  its.view.offer = (_, latlng) => {
    asked.push(latlng);
    return {
      title: "county",
      items: ["a", "b"].map((label) => ({ label, title: "rule", act: () => done.push(label) })),
    };
  };
  its.click();
  const menu = its.view.chooser;
  assert.deepEqual(
    [menu.getAttribute("aria-label"), menu.texts("span"), menu.all("button")[0].title],
    ["county", ["a", "b"], "rule"],
  );
  assert.equal(globalThis.document.activeElement, menu.all("button")[0]);
  menu.all("button")[1].hear("click");
  assert.deepEqual([done, its.view.chooser, asked], [["b"], null, ["there"]]);
  assert.equal(globalThis.document.activeElement, its.box);
  const enter = (target, key) => {
    const event = { key, target, preventDefault: () => done.push("held") };
    its.box.hear("keydown", event);
  };
  enter(its.pane, "Enter");
  enter(its.box, "a");
  assert.deepEqual([its.view.chooser, done], [null, ["b"]]);
  enter(its.box, "Enter");
  assert.deepEqual(
    [asked.at(-1), done, !!its.view.chooser],
    [["place", 200, 150], ["b", "held"], true],
  );
  // A card is closed before anything is offered; outside the land there is nothing to offer.
  its.view.selected = "rail";
  its.view._closeChooser();
  its.click();
  assert.equal(its.view.chooser, null);
  its.view.selected = null;
  its.view.offer = () => null;
  its.click();
  assert.equal(its.view.chooser, null);
});

test("a click says which leg it was on, and a second one tells it anew", () => {
  const its = made(),
    cards = [];
  its.view._card = (project) => cards.push([project.id, its.view.leg]);
  const project = (id) => its.view.model.byId.get(id);
  const pick = (id, lng) => {
    its.view._pick(project(id), { lat: 0, lng });
    return its.view.leg;
  };
  assert.deepEqual(pick("rail", 20), { id: "rail", index: 0, at: [20, 0] });
  assert.deepEqual(its.since(), [["select", "rail", true]]);
  its.view.selected = "rail";
  assert.deepEqual(pick("rail", 60), { id: "rail", index: 1, at: [60, 0] });
  assert.deepEqual(cards, [["rail", { id: "rail", index: 1, at: [60, 0] }]]);
  assert.deepEqual(its.since(), []);
  assert.equal(pick("port", 20), null);
});

test("the map moves what the card would lie on, where the card is beside it", () => {
  const its = made();
  of(its, "rail");
  its.view.cardBox.hidden = false;
  its.click();
  assert.deepEqual(its.since()[2], ["pan", "there", [40, 40], [444, 40]]);
  its.view.narrow = () => true;
  its.click();
  assert.equal(its.since().length, 2);
});

test("a choice shows each with its sample and name, twelve at most", () => {
  const its = made();
  of(its, "rail", "port");
  its.click();
  const { chooser } = its.view;
  assert.deepEqual(
    written(chooser).filter((line) => !/line x1|path|\| /.test(line)),
    [
      "div class=atlas-chooser role=menu aria-label=choose 2",
      '  div class=atlas-chooser-head "choose 2"',
      ...["rail", "port"].flatMap((name) => [
        "  button class=atlas-choice role=menuitem",
        "    svg class=atlas-sample viewBox=0 0 36 12 aria-hidden=true",
        `    span "${name}"`,
      ]),
    ],
  );
  const [rail, port] = chooser.all("button");
  assert.deepEqual([rail.all("line").length, port.all("path").length], [1, 1]);
  assert.deepEqual([chooser.style.left, chooser.style.top], ["56px", "66px"]);
  assert.equal(globalThis.document.activeElement, rail);
  const many = made();
  of(many, ...Array(13).fill("rail"));
  many.click();
  assert.equal(many.view.chooser.all("button").length, 12);
});

test("a choice keeps within the map", () => {
  const { view } = made();
  const hits = [view.model.byId.get("rail"), view.model.byId.get("road")];
  const { createElement } = globalThis.document;
  globalThis.document.createElement = (tag) =>
    Object.assign(createElement(tag), { offsetWidth: 100, offsetHeight: 80 });
  const at = (x, y) => {
    view._choose(hits, { x, y });
    return [view.chooser.style.left, view.chooser.style.top];
  };
  assert.deepEqual(at(286, 206), ["292px", "212px"]);
  assert.deepEqual(at(285, 205), ["291px", "211px"]);
  assert.deepEqual(at(287, 207), ["292px", "212px"]);
  assert.deepEqual(at(1, 1), ["8px", "8px"]);
  assert.deepEqual(at(3, 3), ["9px", "9px"]);
});

test("what is chosen is opened, what is pointed at is lit", () => {
  const its = made();
  of(its, "rail", "port");
  its.click();
  const { chooser } = its.view,
    [, port] = chooser.all("button");
  its.since();
  port.hear("mouseenter");
  port.hear("focus");
  its.view.cardBox.hidden = false;
  port.hear("click");
  assert.deepEqual(its.since(), [
    ["hover", "port"],
    ["hover", "port"],
    ["hover", null],
    ["select", "port", true],
    ["pan", ["place", 50, 60], [40, 40], [444, 40]],
  ]);
  assert.deepEqual([its.view.chooser, chooser.parentElement], [null, null]);
});

test("arrows go round a choice", () => {
  const its = made();
  of(its, "rail", "road", "port");
  its.click();
  const all = its.view.chooser.all("button");
  const press = (key, from) => {
    let kept = false;
    its.view.chooser.hear("keydown", {
      key,
      target: all[from],
      preventDefault: () => {
        kept = true;
      },
    });
    return kept ? all.indexOf(globalThis.document.activeElement) : null;
  };
  assert.deepEqual(
    [press("ArrowDown", 0), press("ArrowDown", 2), press("ArrowUp", 0), press("ArrowUp", 2)],
    [1, 0, 2, 1],
  );
  assert.equal(press("Tab", 0), null);
});

test("a movement of the map closes tip and choice; Escape closes the choice, then the card", () => {
  for (const type of ["movestart", "zoomstart"]) {
    const its = made();
    of(its, "rail", "road");
    its.click();
    its.fire(type);
    assert.equal(its.view.chooser, null);
  }
  const its = made();
  const press = (key = "Escape") => its.hear(pressed(key));
  its.view.selected = "rail";
  of(its, "rail", "road");
  its.click();
  its.since();
  press("Enter");
  assert.ok(its.view.chooser);
  press();
  assert.equal(its.view.chooser, null);
  its.since();
  press();
  assert.deepEqual(its.since(), [["select", null, true]]);
  press();
  assert.deepEqual(its.since(), []);
});

const event = (target, more) => ({
  target,
  done: [],
  preventDefault() {
    this.done.push("kept");
  },
  stopPropagation() {
    this.done.push("held");
  },
  ...more,
});

test("what has the keyboard is told at its middle", () => {
  const its = made();
  const { node } = its.drawn.get("rail").key;
  its.pane.hear("focusin", event(its.pane));
  assert.deepEqual(its.since(), []);
  its.pane.hear("focusin", event(node));
  assert.deepEqual(its.since(), [["hover", "rail"]]);
  // The third of four places.
  assert.deepEqual([its.view.tip.style.left, its.view.tip.style.top], ["120px", "20px"]);
  its.pane.hear("focusout");
  assert.deepEqual(its.since(), [["hover", null]]);
  its.pane.hear("focusin", event({}));
  assert.deepEqual(its.since(), []);
});

test("arrows go round what is shown, Enter and space open it", () => {
  const its = made();
  const press = (id, key) => {
    const pressed = event(its.drawn.get(id).key.node, { key });
    its.pane.hear("keydown", pressed);
    const focused = globalThis.document.activeElement;
    globalThis.document.activeElement = null;
    return [focused && focused.getAttribute("data-id"), pressed.done.length];
  };
  assert.deepEqual(press("rail", "ArrowRight"), ["road", 2]);
  assert.deepEqual(press("rail", "ArrowDown"), ["road", 2]);
  assert.deepEqual(press("rail", "ArrowLeft"), ["port", 2]);
  assert.deepEqual(press("rail", "ArrowUp"), ["port", 2]);
  assert.deepEqual(press("port", "ArrowRight"), ["rail", 2]);
  const stops = Array.from(its.drawn.values(), (entry) => entry.key.at.tabindex);
  assert.deepEqual(stops, ["0", "-1", "-1", "-1"]);
  its.since();
  assert.deepEqual(press("road", "Enter"), [null, 2]);
  assert.deepEqual(press("road", " "), [null, 2]);
  assert.deepEqual(press("road", "Tab"), [null, 0]);
  assert.deepEqual(its.since(), [
    ["select", "road", true],
    ["select", "road", true],
  ]);
  const outside = event(its.pane, { key: "Enter" });
  its.pane.hear("keydown", outside);
  assert.deepEqual([outside.done, its.since()], [[], []]);
});

test("a click of a screen reader opens the line and is no click on the map", () => {
  const its = made();
  const clicked = event(its.drawn.get("port").key.node);
  its.pane.hear("click", clicked);
  assert.deepEqual([its.since(), clicked.done], [[["select", "port", true]], ["held"]]);
  const beside = event(its.pane);
  its.pane.hear("click", beside);
  assert.deepEqual([its.since(), beside.done], [[], []]);
});

test("without anything shown there is no stop; without a node none has the keyboard", () => {
  const { view, drawn } = made();
  drawn.get("rail").key.at.tabindex = "0";
  view._rove(undefined, true);
  assert.equal(drawn.get("rail").key.at.tabindex, "-1");
  view._rove(drawn.get("road"), false);
  assert.deepEqual(
    [drawn.get("road").key.at.tabindex, globalThis.document.activeElement],
    ["0", null],
  );
  drawn.get("rail").key.node = null;
  view._rove(drawn.get("rail"), true);
  assert.equal(globalThis.document.activeElement, null);
});
