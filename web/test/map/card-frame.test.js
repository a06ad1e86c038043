// Where the keyboard is while a card opens and closes, and which Escape is the card's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createCardFrame, isEscape } from "../../src/map/card-frame.js";
import { pressed, smallPage } from "../small-dom.js";

/** A frame of cards with a button beside it; `has` says what has the keyboard. */
function made() {
  const page = smallPage(),
    done = [];
  const element = (tag) => page.appendChild(globalThis.document.createElement(tag));
  const [map, search, other] = [element("div"), element("input"), element("button")];
  const view = {
    root: page,
    map: { getContainer: () => map },
    withCard: (_, project, close) => {
      const card = globalThis.document.createElement("article");
      card.project = project;
      card.close = close;
      return card;
    },
    select: (id, how) => done.push([id, how]),
  };
  const { box, show } = createCardFrame(view, page);
  // What goes from the page gives the keyboard back to nobody.
  const has = () => {
    const active = globalThis.document.activeElement;
    if (!active || !active.isConnected) return null;
    return active.tag === "article" ? active.project : active;
  };
  return { page, view, box, show, map, search, other, has, done };
}

test("a card that is wanted has the keyboard, and gives it back when it closes", () => {
  const { box, show, search, has, view, done, page } = made();
  search.focus();
  show("one", true);
  assert.deepEqual(
    [has(), box.hidden, page.is("has-card"), box.scrollTop],
    ["one", false, true, 0],
  );
  // Another one from within: it still goes back to where all began.
  show("two", true);
  assert.equal(has(), "two");
  // Made anew, since the filter is another.
  show("two");
  assert.equal(has(), "two");
  box.children[0].close();
  assert.deepEqual(done, [[null, { tell: true }]]);
  show(null, true);
  assert.deepEqual([has() === search, box.hidden, page.is("has-card")], [true, true, false]);
  view.withCard = null;
  show("one", true);
  assert.equal(box.hidden, true);
});

test("a card that comes with the address leaves the keyboard alone", () => {
  const { show, search, has } = made();
  search.focus();
  show("one");
  assert.equal(has(), search);
  show(null, true);
  assert.equal(has(), search);
});

test("who has gone on elsewhere meanwhile is not called back", () => {
  const { show, search, other, has } = made();
  search.focus();
  show("one", true);
  other.focus();
  show("one");
  assert.equal(has(), other);
  show(null, true);
  assert.equal(has(), other);
});

test("where nothing is left to go back to it is the map", () => {
  const { show, search, map, has } = made();
  search.focus();
  show("one", true);
  search.remove();
  show(null, true);
  assert.equal(has(), map);
  globalThis.document.activeElement = null;
  show("one", true);
  show(null, true);
  assert.equal(has(), map);
});

test("an Escape is the card's if nobody has heeded it and no search is emptied by it", () => {
  const search = { type: "search", value: "x" };
  assert.equal(isEscape(pressed("Escape")), true);
  assert.equal(isEscape(pressed("Enter")), false);
  assert.equal(isEscape(pressed("Escape", {}, { defaultPrevented: true })), false);
  assert.equal(isEscape(pressed("Escape", search)), false);
  assert.equal(isEscape(pressed("Escape", { ...search, value: "" })), true);
  assert.equal(isEscape(pressed("Escape", { ...search, type: "number" })), true);
});
