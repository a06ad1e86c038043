// The text with what was found marked in it, and what is selected there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { COMPARED, made, row } from "./small-reader.js";

const parts = (root) => root.querySelectorAll(".reader-part");
const marks = (root) =>
  root
    .querySelectorAll(".reader-mark")
    .map((mark) => [
      mark.getAttribute("data-key"),
      mark.textContent,
      mark.className.replace("reader-mark", "").trim(),
    ]);

test("the text is a region that its heading names, in Chinese, and takes the keyboard", () => {
  const { root } = made(),
    pane = root.querySelector(".is-text"),
    box = root.querySelector(".reader-text");
  const [head] = pane.all("h2");
  assert.deepEqual([head.textContent, head.id], ["read.text", "reader-text"]);
  assert.equal(box.getAttribute("aria-labelledby"), head.id);
  assert.deepEqual([box.getAttribute("role"), box.lang, box.tabIndex], ["region", "zh-CN", 0]);
});

test("marks say what their rows are: new, judged, doubted, active", () => {
  const { root, key, session } = made({
    pieces: {
      "a-rows": [
        row("a.0", { confidence: "low" }),
        row("a.1", { start: 5, end: 7, project: "rail", confidence: "medium" }),
      ],
    },
    sent: { compared: COMPARED },
  });
  const [first] = parts(root);
  assert.equal(first.textContent, "甲线建设\n乙路通车");
  assert.deepEqual(marks(root), [
    ["a.0", "甲线", "is-new is-doubt is-active"],
    ["a.1", "乙路", "is-doubt"],
  ]);
  key("Enter");
  assert.deepEqual(marks(root), [
    ["a.0", "甲线", "is-new is-accept is-doubt"],
    ["a.1", "乙路", "is-doubt is-active"],
  ]);
  const box = root.querySelector(".reader-text");
  const click = (target) => box.hear("click", { target });
  click(root.querySelectorAll(".reader-mark")[0]);
  assert.equal(session.active.a, "a.0");
  click(first);
  assert.equal(session.active.a, "a.0");
  // Whoever selects text by its marks goes nowhere.
  globalThis.window.getSelection = () => ({ toString: () => "甲" });
  click(root.querySelectorAll(".reader-mark")[1]);
  assert.equal(session.active.a, "a.0");
  globalThis.window.getSelection = () => ({ toString: () => "" });
  click(root.querySelectorAll(".reader-mark")[1]);
  assert.equal(session.active.a, "a.1");
});

test("of marks over one another the innermost counts, the active one shows through", () => {
  const { root, key } = made({
    pieces: { "a-rows": [row("a.0", { end: 4 }), row("a.1", { start: 2, end: 3 })] },
  });
  assert.deepEqual(marks(root), [
    ["a.0", "甲线", "is-active"],
    ["a.0", "建", "is-active"],
    ["a.0", "设", "is-active"],
  ]);
  key("ArrowDown");
  assert.deepEqual(marks(root), [
    ["a.0", "甲线", ""],
    ["a.1", "建", "is-active"],
    ["a.0", "设", ""],
  ]);
});

test("of marks that begin together the shorter one lies within the longer", () => {
  const { root, key } = made({
    pieces: {
      "a-rows": [row("a.0", { end: 2 }), row("a.1", { end: 4 }), row("a.2", { start: 5, end: 6 })],
    },
  });
  key("End");
  assert.deepEqual(
    marks(root).map(([of, text]) => [of, text]),
    [
      ["a.0", "甲线"],
      ["a.1", "建设"],
      ["a.2", "乙"],
    ],
  );
});

test("another text begins at its top", () => {
  const { root, reader } = made();
  const box = root.querySelector(".reader-text");
  box.scrollTop = 50;
  reader.text.show("甲线建设\n乙路通车");
  assert.equal(box.scrollTop, 50);
  reader.text.show("丙港");
  assert.equal(box.scrollTop, 0);
});

test("parts are drawn when they come near; until then they are as high as their lines", () => {
  const line = `${"字".repeat(2400)}\n`;
  const { root, appear, key } = made({
    text: line + line,
    pieces: { "a-rows": [row("a.0"), row("a.1", { start: 2500, end: 2502 })] },
  });
  const [first, second] = parts(root);
  assert.deepEqual(
    [first.style.minHeight, second.style.minHeight, second.textContent],
    ["", `${Math.ceil(2401 / 30) * 26}px`, ""],
  );
  appear(second);
  assert.deepEqual([second.textContent.length, second.style.minHeight], [2401, ""]);
  const [mark] = second.all("mark");
  // The same is not drawn again: a selection in it would be lost.
  key("KeyQ");
  assert.ok(second.all("mark")[0] === mark);
  key("ArrowDown");
  assert.equal(second.all("mark")[0].is("is-active"), true);
  assert.equal(first.all("mark")[0].is("is-active"), false);
});

test("the active mark is brought into sight, a third from the top", () => {
  const { root, reader } = made();
  const box = root.querySelector(".reader-text");
  const after = (top, bottom, scroll = true) => {
    const [mark] = root.querySelectorAll(".reader-mark");
    box.getBoundingClientRect = () => ({ top: 100, bottom: 400, height: 300 });
    mark.getBoundingClientRect = () => ({ top, bottom });
    box.scrollTop = 1000;
    reader.text.activate("a.0", scroll);
    return box.scrollTop;
  };
  assert.deepEqual(
    [after(124, 140), after(123, 140), after(300, 376), after(300, 377)],
    [1000, 923, 1000, 1100],
  );
  assert.deepEqual([after(0, 20, false), after(0, 20)], [1000, 800]);
});

test("signs of two units count as one; what is selected is known by them", () => {
  const { root, reader } = made({
    text: "𠀀甲线建设",
    pieces: { "a-rows": [row("a.0", { start: 1, end: 3 })] },
  });
  assert.deepEqual(
    [marks(root)[0][1], reader.text.length(), reader.text.words(0, 2)],
    ["甲线", 5, "𠀀甲"],
  );
  const [part] = parts(root);
  const { document } = globalThis;
  // A range from the part's start to a place: so many units before it.
  document.createRange = () => ({
    setStart: (node, offset) => assert.deepEqual([node === part, offset], [true, 0]),
    setEnd(node, offset) {
      this.text = "𠀀甲线建设".slice(0, offset + (node === part ? 0 : 2));
    },
    toString() {
      return this.text;
    },
  });
  const selected = (start, end, { from = part, to = part, text = "x", ranges = 1 } = {}) => {
    globalThis.window.getSelection = () => ({
      rangeCount: ranges,
      toString: () => text,
      getRangeAt: () => ({
        startContainer: from,
        startOffset: start,
        endContainer: to,
        endOffset: end,
      }),
    });
    return reader.text.selected();
  };
  assert.deepEqual(selected(2, 4), { start: 1, end: 3 });
  const [mark] = part.all("mark");
  assert.deepEqual(selected(0, 1, { from: mark, to: mark }), { start: 1, end: 2 });
  assert.deepEqual(selected(0, 6), { start: 0, end: 5 });
  assert.equal(selected(2, 2), null);
  assert.equal(selected(2, 4, { from: root }), null);
  assert.equal(selected(2, 4, { to: root }), null);
  assert.equal(selected(2, 4, { text: " " }), null);
  assert.equal(selected(2, 4, { ranges: 0 }), null);
  globalThis.window.getSelection = () => null;
  assert.equal(reader.text.selected(), null);
});
