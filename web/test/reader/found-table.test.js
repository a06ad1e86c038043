// The table of what was found, what changed against earlier plans, and the queue.
import assert from "node:assert/strict";
import { test } from "node:test";
import { years } from "../../src/reader/found-table.js";
import { newSession } from "../../src/reader/session.js";
import { COMPARED, compared, file, made, row, table } from "./small-reader.js";

test("years as far as they are known", () => {
  assert.deepEqual(
    [years(2020, 2025), years(2020, 0), years(0, 2025), years(0, 0)],
    ["2020—2025", "2020—", "—2025", ""],
  );
});

test("a row of the table: verdict, name, status and years now and before, change", () => {
  const { root, key } = compared();
  assert.deepEqual(table(root), [
    [
      "○ | read.verdict.open",
      "甲线 | Yukun HSR",
      "status.construction | ← Research",
      "2020—2025 | ← 2018—2020",
      "↑ | change.forward",
    ],
    [
      "○ | read.verdict.open",
      "乙路 | read.new · read.confidence.low",
      "status.construction",
      "—2030",
      "+ | change.new",
    ],
  ]);
  key("Digit1");
  assert.deepEqual(table(root)[0].slice(1, 3), ["甲线 | Yukun HSR · read.by_hand", "Research"]);
});

test("a name that says all has nothing under it; an unknown project has its id", () => {
  const { root } = made({
    pieces: {
      "a-rows": [
        row("a.0", { name: "other", project: "other" }),
        row("a.1", { project: "else", kind: "achievement", start: 5, end: 7 }),
      ],
    },
  });
  const [tick] = root.querySelectorAll(".reader-achievements input");
  tick.checked = true;
  tick.hear("change");
  assert.deepEqual(
    table(root).map((cells) => cells[1]),
    ["other | ", "甲线 | else · read.achievement"],
  );
});

test("a row that is clicked is active; how many are reviewed is said", () => {
  const { root, session, key } = compared();
  const [body] = root.querySelector(".reader-table").all("tbody");
  body.hear("click", { target: body.all("td")[6] });
  assert.equal(session.active.a, "a.1");
  const count = () => root.querySelector(".reader-count").textContent;
  assert.equal(count(), "0 of 2");
  key("Enter");
  assert.equal(count(), "1 of 2");
  const tab = body.all("tr").map((tr) => [tr.tabIndex, tr.getAttribute("aria-current")]);
  assert.deepEqual(tab, [
    [-1, null],
    [0, "true"],
  ]);
});

test("two hundred rows a page; it follows the active row, else stays where it was turned", () => {
  const many = (n) =>
    made({
      pieces: {
        "a-rows": Array.from({ length: n }, (_, i) => row(`a.${i}`, { start: i, end: i })),
      },
    });
  const state = ({ root }) => {
    const pager = root.querySelector(".reader-pager");
    return [pager.hidden, pager.texts("span")[0], ...pager.all("button").map((b) => b.disabled)];
  };
  assert.deepEqual(state(many(200)), [true, "1–200 of 200", true, true]);
  const its = many(401);
  assert.deepEqual(state(its), [false, "1–200 of 401", true, false]);
  const scroll = its.root.querySelector(".reader-table").parentElement;
  scroll.scrollTop = 50;
  its.find("›").hear("click");
  assert.deepEqual(state(its), [false, "201–400 of 401", false, false]);
  assert.equal(scroll.scrollTop, 0);
  its.reader.draw();
  assert.deepEqual(state(its), [false, "201–400 of 401", false, false]);
  its.find("›").hear("click");
  assert.deepEqual(state(its), [false, "401–401 of 401", false, true]);
  its.find("‹").hear("click");
  assert.equal(state(its)[1], "201–400 of 401");
  its.key("End");
  assert.equal(state(its)[1], "401–401 of 401");
  its.key("Home");
  assert.equal(state(its)[1], "1–200 of 401");
  const [body] = its.root.querySelector(".reader-table").all("tbody");
  const [first] = body.children;
  its.key("ArrowDown");
  assert.ok(body.children[0] === first);
});

test("the active row is brought into sight, under the table's head", () => {
  const { root, reader } = compared();
  const scroll = root.querySelector(".reader-table-scroll");
  const [tr] = root.querySelector(".reader-table").all("tbody")[0].children;
  const after = (top, bottom) => {
    scroll.getBoundingClientRect = () => ({ top: 100, bottom: 300 });
    tr.getBoundingClientRect = () => ({ top, bottom });
    scroll.scrollTop = 50;
    reader.draw();
    return scroll.scrollTop;
  };
  assert.deepEqual(
    [after(134, 150), after(133, 150), after(200, 300), after(200, 301)],
    [50, 49, 50, 59],
  );
});

test("nothing found is said when all is read, not before", () => {
  const none = (state, rows = []) => {
    const { root } = made({
      pieces: { "a-rows": rows },
      sent: { files: [file("a", { state })] },
    });
    const [hint] = root
      .querySelector(".is-table")
      .children.filter((node) => node.textContent === "read.none");
    return [hint.hidden, root.querySelector(".reader-table").hidden];
  };
  assert.deepEqual(
    [none("read"), none("finding"), none("read", [row("a.0")])],
    [
      [false, true],
      [true, false],
      [true, false],
    ],
  );
});

test("what changed against earlier plans: how many of each, and only these on request", () => {
  const { root, session, find, told, run, send } = compared();
  const box = root.querySelector(".reader-changes");
  const counts = () =>
    box
      .querySelectorAll(".app-choice")
      .map(
        (b) =>
          `${b.getAttribute("data-group")} ${b.texts("span")[1]}` +
          `${b.getAttribute("aria-pressed") === "true" ? " +" : ""}${b.is("is-empty") ? " !" : ""}`,
      );
  assert.deepEqual(counts(), [
    "new 1",
    "dropped 2",
    "status 1",
    "time 1",
    "same 0 !",
    "doubt 1",
    "left 2",
    "all 2 +",
  ]);
  const [select] = box.all("select");
  assert.deepEqual([select.value, select.texts("option")], ["late", ["All 2", "Late 1"]]);
  const choose = (group) => box.all("button", { "data-group": group })[0].hear("click");
  const listed = () => table(root).map((cells) => cells[1].slice(0, 2));
  session.active.a = "";
  choose("new");
  assert.deepEqual([listed(), session.group], [["乙路"], "new"]);
  choose("new");
  assert.deepEqual([listed(), session.group], [["甲线", "乙路"], "all"]);
  const dropped = () => [
    box.querySelector(".app-hint").hidden,
    box.querySelector(".app-hint").textContent,
    box.querySelector(".reader-dropped").hidden,
    box.querySelectorAll(".reader-dropped li").map((li) => li.textContent),
  ];
  assert.deepEqual(dropped(), [true, "read.dropped.note", true, []]);
  choose("dropped");
  assert.deepEqual(dropped(), [
    false,
    "read.dropped.note",
    false,
    ["Some PortEarly status.operation", "BareLate "],
  ]);
  assert.deepEqual(listed(), ["甲线", "乙路"]);
  find("Some Port").hear("click");
  run();
  select.value = "";
  select.hear("change");
  run();
  assert.deepEqual(told.filter(([name]) => name === "review").at(-1)[1].against, { a: "" });
  // Plans that name nothing that this one does lie apart.
  const apart = (shared) => {
    send({
      compared: { ...COMPARED, choices: [COMPARED.choices[0], { ...COMPARED.choices[1], shared }] },
    });
    return dropped()[1];
  };
  assert.deepEqual([apart(0), apart(1)], ["read.apart", "read.dropped.note"]);
  send({ compared: { ...COMPARED, source: "b" } });
  assert.equal(box.hidden, true);
});

test("the queue: how far each document is, why one is refused, what is noted", () => {
  const files = [
    file("a"),
    file("b", { state: "opening", text: "", rows: [], done: 0.5 }),
    file("c", { state: "finding", done: 0.256, text: "c-text", rows: [] }),
    file("d", { state: "locating", done: 0.5, text: "c-text", rows: [] }),
    file("e", {
      state: "refused",
      text: "",
      rows: [],
      fault: ["坏", "Broken"],
      notes: [["注", "Note"]],
    }),
  ];
  const { root, reader, told, send, session } = made({ sent: { files } });
  const items = root.querySelectorAll(".reader-file-item");
  assert.deepEqual(
    items.map((li) => [
      li.all("button")[0].texts("span").join(" "),
      !!li.all("button")[0].disabled,
      li.all("progress").map((bar) => [bar.max, bar.value]),
      li.texts("p"),
    ]),
    [
      ["a.docx read, 2 found", false, [], []],
      ["b.docx read.state.opening", true, [[undefined, undefined]], []],
      ["c.docx finding 26", false, [[1, 0.256]], []],
      ["d.docx read.state.locating", false, [[1, 0.5]], []],
      ["e.docx read.state.refused", true, [], ["Broken", "Note"]],
    ],
  );
  assert.deepEqual(
    items.map((li) => li.all("button")[0].getAttribute("aria-current")),
    ["true", null, null, null, null],
  );
  // What has come to its end is said once, the last of several.
  assert.equal(reader.said.textContent, "e.docx: read.state.refused");
  reader.said.textContent = "";
  send({ files: [files[0]] });
  assert.equal(reader.said.textContent, "");
  root.querySelector(".reader-remove").hear("click");
  assert.deepEqual(told.at(-1), ["removed", "a"]);
  assert.equal(session.source, "a");
  send({ files: [] });
  assert.equal(root.querySelector(".reader-files").hidden, true);
});

test("a table opens on its first page where no row is active", () => {
  const session = newSession("en", "");
  session.begun.add("a");
  const rows = Array.from({ length: 401 }, (_, i) => row(`a.${i}`, { start: i, end: i }));
  const { root } = made({ session, pieces: { "a-rows": rows } });
  assert.equal(root.querySelector(".reader-pager").texts("span")[0], "1–200 of 401");
});
