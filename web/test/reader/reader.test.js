// The page Read a plan: what comes from the server, what goes to it, what keys and buttons do.
import assert from "node:assert/strict";
import { test } from "node:test";
import { newSession } from "../../src/reader/session.js";
import { file, made, row } from "./small-reader.js";

const rows = (root) =>
  root
    .querySelector(".reader-table")
    .all("tbody")[0]
    .all("tr")
    .map((tr) => [tr.getAttribute("data-key"), tr.texts("span")[0]]);
const keys = (root) => rows(root).map(([key]) => key);
const verdicts = (root) => rows(root).map(([, sign]) => sign);
const reviews = (told) => told.filter(([name]) => name === "review").map(([, said]) => said);

const THREE = [row("a.0"), row("a.1", { start: 3, end: 4 }), row("a.2", { start: 5, end: 7 })];
const three = (more) => made({ pieces: { "a-rows": THREE }, ...more });

test("what a page begins with, and the theme of its address", () => {
  const { edits, taken, begun, ...rest } = newSession("zh", "?theme=dark");
  assert.deepEqual([edits.size, taken.size, begun.size], [0, 0, 0]);
  assert.deepEqual(rest, {
    lang: "zh",
    theme: "dark",
    server: "",
    kept: 0,
    source: "",
    active: {},
    against: {},
    group: "all",
    achievements: false,
    told: "",
    step: 0,
    added: 0,
  });
  const theme = (query) => newSession("zh", query).theme;
  assert.deepEqual(
    [theme("?theme=light"), theme("?theme=blue"), theme("")],
    ["light", "auto", "auto"],
  );
});

test("without a document there is no work; the first that has a text is looked at", () => {
  const { reader, send, root } = made({ sent: { files: [] } });
  assert.deepEqual(
    [reader.work.hidden, root.querySelector(".reader-drop").is("is-small")],
    [true, false],
  );
  send({ files: [file("b", { text: "" }), file("a"), file("c", { text: "a-text" })] });
  assert.deepEqual([reader.session.source, reader.work.hidden], ["a", false]);
  assert.equal(root.querySelector(".reader-drop").is("is-small"), true);
  send({ files: [file("c", { text: "a-text" })] });
  assert.equal(reader.session.source, "c");
  send({ files: [] });
  assert.deepEqual([reader.session.source, reader.work.hidden], ["", true]);
});

test("the first row has the keyboard once, unless the reader types elsewhere", () => {
  const active = () => globalThis.document.activeElement;
  const { reader, send } = made();
  assert.deepEqual(
    [reader.session.active, active().getAttribute("data-key")],
    [{ a: "a.0" }, "a.0"],
  );
  active().getRootNode().activeElement = null;
  send();
  assert.equal(active(), null);
  const typing = made({ pieces: { "a-rows": [] } });
  const field = Object.assign(globalThis.document.createElement("input"), { tagName: "INPUT" });
  field.focus();
  globalThis.window.atlasPieces["a-rows"] = THREE;
  typing.send({ files: [file("a", { rows: ["a-rows", "more"] })] });
  assert.equal(typing.reader.app.getAttribute("data-state"), "coming");
  assert.deepEqual(typing.session.active, {});
  globalThis.window.atlasPieces.more = [];
  typing.send({ files: [file("a", { rows: ["a-rows", "more"] })] });
  assert.deepEqual([typing.session.active.a, active() === field], ["a.0", true]);
});

test("arrows and their kin move through the rows", () => {
  const { key, session, find } = three();
  const after = (code) => {
    key(code);
    return session.active.a;
  };
  assert.deepEqual(
    ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "Home", "ArrowUp", "End"].map(after),
    ["a.1", "a.2", "a.2", "a.1", "a.0", "a.0", "a.2"],
  );
  find("read.previous").hear("click");
  assert.equal(session.active.a, "a.1");
  find("read.next").hear("click");
  assert.equal(session.active.a, "a.2");
});

test("accepting and rejecting go on to the next row; once more takes it back and stays", () => {
  const { key, root, session, reader } = three();
  key("Enter");
  assert.deepEqual([verdicts(root), session.active.a], [["✓", "○", "○"], "a.1"]);
  assert.equal(reader.said.textContent, "甲线: read.verdict.accepted");
  key("Delete");
  assert.deepEqual([verdicts(root), session.active.a], [["✓", "✕", "○"], "a.2"]);
  assert.equal(reader.said.textContent, "甲线: read.verdict.rejected");
  key("ArrowUp");
  key("Delete");
  assert.deepEqual([verdicts(root), session.active.a], [["✓", "○", "○"], "a.1"]);
  assert.equal(reader.said.textContent, "甲线: read.verdict.open");
  key("End");
  key("Enter");
  assert.deepEqual([verdicts(root), session.active.a], [["✓", "○", "✓"], "a.2"]);
  // What is left open: on from here, then from the start.
  key("KeyN");
  assert.equal(session.active.a, "a.1");
  key("KeyN");
  assert.equal(session.active.a, "a.1");
});

test("a number gives a status, and none beyond those there are", () => {
  const { key, reader, session } = three();
  const status = () => reader.active().status;
  key("Digit1");
  assert.deepEqual([status(), session.edits.of("a.0").status], ["research", "research"]);
  key("Digit4");
  assert.equal(status(), "unspecified");
  key("Digit5");
  assert.equal(status(), "unspecified");
  // What was found is no correction.
  key("Digit2");
  assert.deepEqual([status(), session.edits.of("a.0").status], ["construction", undefined]);
});

test("an extent is moved a sign at a time, and told; back where it was is no correction", () => {
  const { key, reader, session } = three();
  key("BracketRight");
  assert.deepEqual([reader.active().end, reader.active().as_written], [3, "甲线建"]);
  assert.equal(reader.said.textContent, "read.extent: 甲线建");
  key("BracketRight", { shiftKey: true });
  assert.deepEqual([reader.active().end, session.edits.of("a.0").end], [2, undefined]);
  key("BracketLeft", { shiftKey: true });
  assert.deepEqual([reader.active().start, session.edits.of("a.0")], [1, { start: 1 }]);
  key("BracketLeft");
  assert.equal(session.edits.of("a.0").start, undefined);
  key("BracketLeft");
  assert.equal(reader.active().start, 0);
});

test("undoing and doing again, and that there is nothing to", () => {
  const { key, reader, root, session, find } = three();
  assert.deepEqual([find("read.undo").disabled, find("read.redo").disabled], [true, true]);
  key("Enter");
  assert.deepEqual([find("read.undo").disabled, find("read.redo").disabled], [false, true]);
  key("KeyZ", { ctrlKey: true });
  assert.deepEqual([verdicts(root), session.active.a], [["○", "○", "○"], "a.0"]);
  assert.deepEqual([find("read.undo").disabled, find("read.redo").disabled], [true, false]);
  assert.equal(reader.said.textContent, "read.said.undone");
  const { changed } = reader;
  reader.changed = () => assert.fail("nothing has changed");
  key("KeyU");
  reader.changed = changed;
  assert.equal(reader.said.textContent, "read.said.nothing");
  key("KeyY");
  assert.deepEqual([verdicts(root)[0], reader.said.textContent], ["✓", "read.said.redone"]);
  find("read.undo").hear("click");
  assert.equal(verdicts(root)[0], "○");
});

test("keys go to who types, to buttons and the map; undoing to the page, but from a field", () => {
  const { key, session, reader, root } = three();
  const target = (tagName) => Object.assign(globalThis.document.createElement("i"), { tagName });
  for (const tagName of ["INPUT", "TEXTAREA", "SELECT", "BUTTON", "A", "SUMMARY"]) {
    key("ArrowDown", { target: target(tagName) });
    assert.equal(session.active.a, "a.0");
  }
  key("ArrowDown", { target: root.querySelector(".atlas") });
  assert.equal(session.active.a, "a.0");
  key("Enter");
  key("KeyZ", { ctrlKey: true, target: target("INPUT") });
  key("KeyZ", { ctrlKey: true, target: target("TEXTAREA") });
  assert.equal(session.edits.size, 1);
  key("KeyZ", { metaKey: true, target: target("BUTTON") });
  assert.equal(session.edits.size, 0);
  let prevented = 0;
  const preventDefault = () => {
    prevented += 1;
  };
  key("KeyQ", { preventDefault });
  assert.equal(prevented, 0);
  key("End", { preventDefault });
  assert.equal(prevented, 1);
  reader.work.hidden = true;
  key("Home", { preventDefault });
  assert.deepEqual([session.active.a, prevented], ["a.2", 1]);
});

test("keys work where nothing has the keyboard", () => {
  const { tell, session, root, reader, heardBy } = three();
  const event = (target) => ({ code: "End", key: "End", target, preventDefault: () => {} });
  tell("document", "keydown", event(root.children[0]));
  assert.equal(session.active.a, "a.0");
  tell("document", "keydown", event(root));
  assert.equal(session.active.a, "a.2");
  assert.equal(heardBy().length, 7);
  reader.destroy();
  assert.deepEqual(heardBy(), []);
  session.active.a = "a.0";
  tell("document", "keydown", event(root));
  assert.deepEqual([session.active.a, root.querySelector(".reader")], ["a.0", null]);
});

test("what a person selects in the text becomes a row, and its name is asked for", () => {
  const { key, reader, session, root } = made();
  key("+");
  assert.deepEqual(
    [reader.faults.textContent, reader.said.textContent],
    ["read.add.none", "read.add.none"],
  );
  reader.text.selected = () => ({ start: 2, end: 4 });
  key("+");
  assert.deepEqual([keys(root), session.active.a], [["a.0", "a.+1", "a.1"], "a.+1"]);
  assert.deepEqual([reader.active().name, reader.active().verdict], ["建设", "accept"]);
  assert.equal(reader.faults.textContent, "");
  assert.equal(globalThis.document.activeElement.getAttribute("data-field"), "name");
  // Of one that was added every extent is a correction.
  key("BracketRight");
  key("BracketRight", { shiftKey: true });
  assert.deepEqual([session.edits.of("a.+1").end, session.edits.of("a.+1").start], [4, 2]);
  key("+");
  assert.equal(session.active.a, "a.+2");
});

test("a name or a status is asked for by key; without a row nothing is", () => {
  const { key } = three();
  const field = () => globalThis.document.activeElement.getAttribute("data-field");
  key("KeyE");
  assert.equal(field(), "name");
  key("KeyS");
  assert.equal(field(), "status");
  const none = made({ pieces: { "a-rows": [] } });
  for (const code of ["KeyE", "Enter", "BracketLeft", "Digit1", "ArrowDown"]) none.key(code);
  assert.equal(none.session.edits.size, 0);
});

test("what is corrected is told when the hand rests, and only what is new", () => {
  const { told, run, key, waiting, reader, send, tell } = three({ sent: { heard: 0 } });
  const busy = () => reader.app.getAttribute("aria-busy");
  assert.deepEqual([busy(), waiting.some(([, wait]) => wait === 200)], ["true", true]);
  run();
  const first = { rows: {}, source: "a", against: {}, have: ["a-text", "a-rows"], step: 1 };
  assert.deepEqual([reviews(told), busy()], [[first], "true"]);
  send({ heard: 1 });
  run();
  assert.deepEqual([reviews(told).length, busy()], [1, "false"]);
  key("Enter");
  assert.equal(busy(), "true");
  assert.equal(reviews(told).length, 1);
  run();
  assert.deepEqual([reviews(told).length, reviews(told)[1].step], [2, 2]);
  assert.deepEqual(reviews(told)[1].rows, { "a.0": { verdict: "accept" } });
  send({ heard: 1 });
  run();
  assert.equal(busy(), "true");
  // Whoever leaves for a download takes along what was just corrected.
  key("End");
  key("Delete");
  tell("window", "pointerdown");
  assert.equal(reviews(told).length, 3);
});

test("another document is looked at, and told at once", () => {
  const { root, session, waiting, send } = made({
    pieces: { "b-text": "丙港", "b-rows": [row("b.0")] },
    sent: { files: [file("a"), file("b")] },
  });
  waiting.splice(0);
  root.querySelectorAll(".reader-file-name")[1].hear("click");
  assert.deepEqual([session.source, keys(root), session.active.b], ["b", ["b.0"], "b.0"]);
  assert.equal(
    waiting.some(([, wait]) => wait === 0),
    true,
  );
  send({ files: [file("a"), file("b")] });
  assert.equal(session.source, "b");
});

test("what a plan has achieved already is listed and counted on request", () => {
  const { root, session } = made({
    pieces: { "a-rows": [row("a.0"), row("a.1", { kind: "achievement", start: 5, end: 7 })] },
  });
  const state = () => root.querySelector(".reader-file-state").textContent;
  assert.deepEqual([keys(root), state()], [["a.0"], "read, 1 found"]);
  const [tick] = root.querySelectorAll(".reader-achievements input");
  tick.checked = true;
  tick.hear("change");
  assert.deepEqual(
    [keys(root), state(), session.achievements],
    [["a.0", "a.1"], "read, 2 found", true],
  );
});

test("corrections that came with a document are taken once", () => {
  const { session, send, root } = made({
    pieces: { saved: { 0: { verdict: "accept" }, 1: { name: "丙" } } },
    sent: { files: [file("a", { saved: "saved" })] },
  });
  assert.deepEqual([verdicts(root), session.edits.of("a.1")], [["✓", "○"], { name: "丙" }]);
  session.edits.set("a.0", { verdict: "reject" });
  send({ files: [file("a", { saved: "saved" })] });
  assert.equal(session.edits.of("a.0").verdict, "reject");
});

test("a server that has forgotten is sent what the page has; what is lost is told", () => {
  globalThis.File = class {
    constructor([text], name) {
      Object.assign(this, { text, name });
    }
  };
  const { put, send, reader, session, key } = made({
    sent: { files: [file("a"), file("b", { state: "finding", text: "", rows: [] })] },
  });
  key("Enter");
  send({ session: "s1" });
  assert.deepEqual([put.length, reader.faults.textContent], [0, ""]);
  send({ session: "s2", files: [] });
  assert.equal(reader.faults.textContent, "lost b.docx");
  assert.deepEqual(
    put[0].map((one) => [one.name, JSON.parse(one.text).format]),
    [["review.json", "review 1"]],
  );
  assert.deepEqual([session.edits.size, session.source, session.active], [0, "", {}]);
  const whole = made();
  whole.send({ session: "s3", files: [] });
  assert.equal(whole.reader.faults.textContent, "read.restarted");
});

test("a file too large is refused in words; what was kept is known", () => {
  const { reader } = made();
  reader._refuse({ name: "big.pdf", size: 1250000 });
  assert.deepEqual(reader.faults.texts("p"), ["big.pdf: 1.3 over 1"]);
  const chinese = made({ session: newSession("zh", "") });
  chinese.reader._refuse({ name: "big.pdf", size: 1250000 });
  assert.deepEqual(chinese.reader.faults.texts("p"), ["big.pdf: 1.3 大于 1"]);
  // Before the server has said how large one may be, nothing is refused.
  chinese.reader.data = null;
  chinese.reader._refuse({ name: "big.pdf", size: 1250000 });
  assert.equal(chinese.reader.faults.texts("p").length, 1);
});

test("in another language the page is made anew", () => {
  const { told, root, session } = made();
  const [zh, en] = root.querySelector(".is-lang").all("button");
  assert.deepEqual(
    [zh, en].map((b) => [b.lang, b.getAttribute("aria-pressed")]),
    [
      ["zh-CN", "false"],
      ["en", "true"],
    ],
  );
  const before = told.length;
  en.hear("click");
  assert.equal(told.length, before);
  zh.hear("click");
  assert.deepEqual([told.slice(before), session.lang], [[["lang", "zh"], ["again"]], "zh"]);
  const back = () => root.querySelector(".app-tab");
  assert.deepEqual(
    [back().href, back().target, back().textContent],
    ["?lang=en", "_self", "← read.back"],
  );
  const dark = made({ session: newSession("zh", "?theme=dark") });
  assert.equal(dark.root.querySelector(".app-tab").href, "?lang=zh&theme=dark");
});

test("what is gone to by key or button is scrolled to, what is clicked on the map is not", () => {
  const { reader, key, find } = three();
  const scrolled = [];
  reader.activate = (to, scroll) => scrolled.push([to, scroll]);
  key("ArrowDown");
  key("Enter");
  key("KeyU");
  reader.text.selected = () => ({ start: 2, end: 4 });
  key("+");
  find("read.next").hear("click");
  assert.deepEqual(
    scrolled.map(([, scroll]) => scroll),
    [true, true, true, true, true],
  );
  scrolled.length = 0;
  reader.rows[2].project = "road";
  reader.map.view._emit("select", "road");
  assert.deepEqual(scrolled, [[reader.rows[2].key, false]]);
});
