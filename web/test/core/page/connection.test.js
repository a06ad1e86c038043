// The line that says that the server is out of reach.
import assert from "node:assert/strict";
import { test } from "node:test";
import { tellConnection } from "../../../src/core/page/connection.js";
import { smallPage } from "../../small-dom.js";

/** A page whose connection is as the test says; `pass` lets the time go by. */
function made(state) {
  const page = smallPage(),
    waiting = new Map(),
    observed = [];
  let n = 0,
    change = null;
  globalThis.window = {
    setTimeout: (act, wait, ...given) => {
      assert.equal(wait, 1000);
      waiting.set(++n, () => act(...given));
      return n;
    },
  };
  globalThis.clearTimeout = (id) => waiting.delete(id);
  globalThis.MutationObserver = class {
    constructor(act) {
      change = act;
    }
    observe(node, what) {
      observed.push([node, what]);
    }
    disconnect() {
      change = null;
    }
  };
  const app = globalThis.document.createElement("div");
  if (state) {
    app.setAttribute("data-test-connection-state", state);
    page.appendChild(app);
  }
  const told = tellConnection(page, "lost");
  const [line] = page.all("p");
  const pass = () => {
    for (const [id, act] of waiting) {
      waiting.delete(id);
      act();
    }
  };
  const turn = (next) => {
    app.setAttribute("data-test-connection-state", next);
    change();
  };
  const says = () => [line.hidden, line.textContent];
  return { page, line, told, pass, turn, says, observed, waiting, heard: () => change };
}

test("a lost connection is said when it stays lost, until it is back", () => {
  const { pass, turn, says, line, observed } = made("CONNECTED");
  assert.equal(line.getAttribute("role"), "status");
  assert.deepEqual(observed[0][1], {
    attributes: true,
    attributeFilter: ["data-test-connection-state"],
  });
  pass();
  assert.deepEqual(says(), [true, ""]);
  turn("PINGING_SERVER");
  assert.deepEqual(says(), [true, ""]);
  pass();
  assert.deepEqual(says(), [false, "lost"]);
  turn("CONNECTING");
  pass();
  assert.deepEqual(says(), [false, "lost"]);
  turn("CONNECTED");
  assert.deepEqual(says(), [true, ""]);
});

test("one that comes back at once was never lost", () => {
  const { pass, turn, says } = made("CONNECTED");
  turn("PINGING_SERVER");
  turn("CONNECTED");
  pass();
  assert.deepEqual(says(), [true, ""]);
});

test("one that is lost from the beginning is said too", () => {
  const { pass, says } = made("DISCONNECTED_FOREVER");
  pass();
  assert.deepEqual(says(), [false, "lost"]);
});

test("where nobody tells of a connection nothing is said", () => {
  const { pass, says, observed, told, page } = made("");
  pass();
  assert.deepEqual([says(), observed], [[true, ""], []]);
  told.destroy();
  assert.deepEqual(page.all("p"), []);
});

test("once destroyed it hears and says nothing more", () => {
  const { page, told, turn, waiting, heard } = made("CONNECTED");
  turn("PINGING_SERVER");
  told.destroy();
  assert.deepEqual([page.all("p"), waiting.size, heard()], [[], 0, null]);
});
