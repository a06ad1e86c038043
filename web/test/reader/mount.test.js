// How the page Read a plan is mounted, and how what is dropped or pasted reaches the server.
import assert from "node:assert/strict";
import { test } from "node:test";
import { mountReader, unmountReader } from "../../src/reader/mount.js";
import { Outgoing } from "../../src/reader/outgoing.js";
import { fullPayload } from "../small-window.js";
import { data, made } from "./small-reader.js";

const settled = () => new Promise((done) => setImmediate(done));

/** The server's page, and what the reader tells the server. */
function server() {
  const its = made({ sent: { files: [] } }),
    { document, window } = globalThis;
  its.reader.destroy();
  const page = { ...its, ground: "#ffffff", timers: [], told: [], heard: [] };
  const listen = {
    addEventListener: (type, act) => page.heard.push([type, act]),
    removeEventListener: (type, act) => {
      page.heard = page.heard.filter(([name, does]) => name !== type || does !== act);
    },
  };
  Object.assign(window, listen);
  document.head = document.createElement("head");
  document.getElementById = (id) => document.head.children.find((node) => node.id === id) || null;
  document.querySelector = () => null;
  globalThis.getComputedStyle = () => ({ getPropertyValue: () => page.ground });
  window.setInterval = (act, wait) => page.timers.push({ act, wait });
  globalThis.clearInterval = (n) => {
    if (n) page.timers[n - 1] = null;
  };
  globalThis.console = { ...console, error: () => {} };
  window.atlasFiles = {
    p1: Promise.resolve(fullPayload()),
    p2: Promise.resolve(fullPayload()),
    get(name) {
      return this[name] || Promise.reject(new Error("gone"));
    },
  };
  const parent = document.createElement("div");
  its.root.appendChild(parent);
  const message = (more) => {
    mountReader(
      {
        parentElement: parent,
        data: data(more),
        setStateValue: (name, value) => page.told.push([name, value]),
        setTriggerValue: (name, value) => page.told.push([name, value]),
      },
      { css: "own rules", page: "page rules", words: { zh: {}, en: {} } },
    );
  };
  const send = async (more) => {
    message(more);
    await settled();
  };
  const root = () => parent.querySelector(".reader-root");
  const holder = () => root().readerHolder;
  const tick = () => {
    page.timers.forEach((timer) => {
      if (timer) timer.act();
    });
  };
  const tell = (type, event) => {
    page.heard.forEach(([name, act]) => {
      if (name === type) act(event);
    });
  };
  return Object.assign(page, { parent, message, send, root, holder, tick, tell });
}

const html = () => globalThis.document.documentElement;

test("made once, then told what has come; another payload makes it anew", async () => {
  const { send, holder, parent, root } = server();
  const { head } = globalThis.document;
  await send();
  const first = holder().reader;
  assert.deepEqual([holder().session.lang, html().getAttribute("data-atlas-page")], ["en", "read"]);
  assert.deepEqual(
    [parent.texts("style"), head.texts("style"), head.children[0].id],
    [["own rules"], ["page rules"], "atlas-page-style"],
  );
  await send({ files: [] });
  assert.ok(holder().reader === first);
  assert.equal(first.work.hidden, true);
  await send({ payload: "p2" });
  assert.ok(holder().reader !== first);
  assert.deepEqual([root().querySelectorAll(".reader").length, parent.all("style").length], [1, 1]);
  const chinese = server();
  await chinese.send({ lang: "zh" });
  assert.equal(chinese.holder().session.lang, "zh");
});

test("pieces that come together are drawn together", async () => {
  const { send, holder, tell, waiting } = server();
  await send();
  waiting.splice(0);
  let drawn = 0;
  holder().reader.update = () => {
    drawn += 1;
  };
  tell("atlas-piece");
  tell("atlas-piece");
  waiting.splice(0).forEach(([act]) => {
    act();
  });
  assert.equal(drawn, 1);
});

test("the theme follows the page's ground until the address chooses one", async () => {
  const its = server();
  await its.send();
  const first = its.holder().reader;
  its.tick();
  assert.ok(its.holder().reader === first);
  its.ground = "#000000";
  its.tick();
  assert.equal(its.holder().reader.theme, "dark");
  assert.equal(html().getAttribute("data-atlas-theme"), null);
  its.holder().session.theme = "light";
  its.tick();
  assert.deepEqual(
    [its.holder().reader.theme, html().getAttribute("data-atlas-theme")],
    ["light", "light"],
  );
  assert.deepEqual(
    its.timers.filter(Boolean).map(({ wait }) => wait),
    [700],
  );
});

test("a payload that does not arrive is told; one not wanted is not shown", async () => {
  const its = server();
  await its.send({ payload: "bad" });
  assert.deepEqual([its.root().textContent, its.holder().reader], ["Failed", null]);
  await its.send();
  assert.ok(its.holder().reader);
  let arrive = null;
  globalThis.window.atlasFiles.late = new Promise((done) => {
    arrive = done;
  });
  its.message({ payload: "late" });
  await its.send({ payload: "p2" });
  const { reader } = its.holder();
  arrive(fullPayload());
  await settled();
  assert.ok(its.holder().reader === reader);
});

test("whoever leaves with corrections or unsent files is asked", async () => {
  const its = server();
  await its.send();
  const asked = () => {
    let prevented = 0;
    its.tell("beforeunload", {
      preventDefault: () => {
        prevented += 1;
      },
    });
    return prevented;
  };
  assert.equal(asked(), 0);
  its.holder().session.edits.set("a.0", { verdict: "accept" });
  assert.equal(asked(), 1);
  its.holder().session.kept = 1;
  assert.equal(asked(), 0);
  its.holder().outgoing.put("text");
  assert.equal(asked(), 1);
});

test("unmounted, nothing is left of it", async () => {
  const its = server();
  await its.send();
  unmountReader(its.parent);
  assert.deepEqual(
    [its.root(), its.heard, its.timers.filter(Boolean), html().getAttribute("data-atlas-page")],
    [null, [], [], null],
  );
  unmountReader(its.parent);
});

/** What waits to be sent, beside the server's uploader. */
function outgoing() {
  const its = server();
  const pasted = [],
    changes = [];
  let stands = 0;
  const { document, window } = globalThis;
  const input = {
    disabled: false,
    closest: () => null,
    dispatchEvent: (event) => changes.push(event.type),
  };
  let there = input,
    spinning = null;
  document.querySelector = (selector) =>
    selector === ".st-key-dropped input[type=file]"
      ? there
      : selector === '.st-key-dropped [data-testid="stFileChipIconSpinner"]'
        ? spinning
        : null;
  globalThis.DataTransfer = class {
    constructor() {
      this.files = [];
      this.items = { add: (one) => this.files.push(one) };
    }
  };
  globalThis.File = class {
    constructor([one], name, { type }) {
      Object.assign(this, { of: one.name, name, type });
    }
  };
  const out = new Outgoing({
    paste: (told) => pasted.push(JSON.parse(told)),
    stands: () => {
      stands += 1;
    },
  });
  const moves = [];
  out.box.moves = (now) => moves.push(now);
  return {
    ...its,
    window,
    out,
    input,
    pasted,
    changes,
    moves,
    stood: () => stands,
    uploader: (next) => {
      there = next;
    },
    spin: (on) => {
      spinning = on ? {} : null;
    },
  };
}

test("a text is handed over at once, and no more once the server has it", () => {
  const { out, pasted, timers, stood } = outgoing();
  assert.equal(out.state, "");
  out.put("甲线");
  assert.deepEqual([pasted.map(({ text }) => text), out.state, stood()], [["甲线"], "sending", 1]);
  assert.deepEqual(
    timers.map((timer) => timer && timer.wait),
    [250],
  );
  out.put("乙路");
  assert.equal(timers.length, 1);
  out.heard([pasted[0].id]);
  assert.equal(timers[0] !== null, true);
  out.heard(pasted.map(({ id }) => id));
  assert.deepEqual([out.state, timers], ["", [null]]);
  out.put("丙");
  assert.equal(timers.length, 2);
});

test("files go to the uploader together, under names by which they are known", () => {
  const { out, input, changes } = outgoing();
  out.put([
    { name: "a.docx", type: "t" },
    { name: "b.pdf", type: "u" },
  ]);
  assert.deepEqual(
    input.files.map(({ of, type }) => [of, type]),
    [
      ["a.docx", "t"],
      ["b.pdf", "u"],
    ],
  );
  assert.deepEqual(changes, ["change"]);
  assert.equal(new Set(input.files.map(({ name }) => name)).size, 2);
  assert.match(input.files[0].name, /a\.docx$/);
});

test("an uploader that is away or shut takes nothing; it is tried again", () => {
  const { out, uploader, input, changes, tick, spin, moves } = outgoing();
  uploader(null);
  out.put([{ name: "a", type: "" }]);
  uploader({ ...input, disabled: true });
  tick();
  uploader({
    ...input,
    closest: (selector) => (selector === '[aria-disabled="true"]' ? {} : null),
  });
  tick();
  assert.deepEqual([changes, moves], [[], []]);
  uploader(input);
  tick();
  assert.deepEqual(changes, ["change"]);
  spin(true);
  tick();
  assert.equal(moves.length, 1);
});

test("what is not heard of is sent again, later each time, and only then", () => {
  const { out, pasted, tick, uploader, input, changes } = outgoing();
  const clock = Date.now;
  let now = 1e6;
  Date.now = () => now;
  try {
    out.put("甲线");
    for (const [wait, times] of [
      [5999, 1],
      [1, 2],
      [11999, 2],
      [1, 3],
    ]) {
      now += wait;
      tick();
      assert.equal(pasted.length, times, `${now}`);
    }
    assert.deepEqual([new Set(pasted.map(({ id }) => id)).size, out.state], [1, "again"]);
    out.heard([pasted[0].id]);
    // What could not be handed over was not sent: it goes as soon as it can.
    uploader(null);
    out.put([{ name: "a", type: "" }]);
    uploader(input);
    tick();
    assert.deepEqual([changes.length, out.state], [1, "sending"]);
    tick();
    assert.equal(changes.length, 1);
  } finally {
    Date.now = clock;
  }
});
