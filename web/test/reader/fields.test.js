// The fields of the active row.
import assert from "node:assert/strict";
import { test } from "node:test";
import { COMPARED, compared, file, KNOWN, made, NEW, row } from "./small-reader.js";

test("the fields of the active row, and what is told of it", () => {
  const { root, key } = compared({
    pieces: {
      "a-rows": [
        { ...KNOWN, doubt: ["疑", "Doubt"], reason: ["因", "Reason"], action: "加快" },
        NEW,
      ],
      places: [
        { key: "a.1", kind: "P", parts: [[[104, 30]]], precision: "place", told: ["处", "There"] },
      ],
    },
    sent: { compared: COMPARED, files: [file("a", { places: "places" })] },
  });
  const field = (name) => root.querySelector(`[data-field="${name}"]`).value;
  const fields = () => ["name", "mode", "status", "start", "complete", "project"].map(field);
  const about = () => root.querySelector(".reader-about").texts("p");
  assert.deepEqual(fields(), ["甲线", "rail", "construction", "2020", "2025", "渝昆高铁"]);
  assert.deepEqual(about(), ["Doubt", "read.reason: Reason", "read.words: 加快", "Moved on"]);
  assert.equal(root.querySelector(".reader-words").textContent, "甲线");
  key("ArrowDown");
  assert.deepEqual(fields(), ["乙路", "rail", "construction", "", "2030", ""]);
  assert.deepEqual(about(), ["read.words: 建设", "precision.place: There"]);
  const named = (name) => root.querySelector(`[data-field="${name}"]`);
  assert.deepEqual(named("status").texts("option"), [
    "1 Research",
    "2 status.construction",
    "3 status.operation",
    "4 status.unspecified",
  ]);
  assert.deepEqual([named("start").maxLength, named("complete").inputMode], [4, "numeric"]);
  const help = root.querySelector(".reader-keys");
  assert.equal(help.all("li").length, 9);
  assert.deepEqual(
    root.querySelectorAll(".reader-move").map((b) => [b.textContent, b.title]),
    [
      ["⇤", "read.extent.start.grow"],
      ["⇥", "read.extent.start.shrink"],
      ["⇤", "read.extent.end.shrink"],
      ["⇥", "read.extent.end.grow"],
    ],
  );
  root.querySelectorAll(".reader-move")[3].hear("click");
  assert.equal(root.querySelector(".reader-words").textContent, "乙路通");
});

test("a place that is nowhere says why; without a row there are no fields", () => {
  const { root } = made({
    pieces: {
      "a-rows": [row("a.0")],
      places: [{ key: "a.0", kind: "", parts: [], precision: "none", told: ["无", "Nowhere"] }],
    },
    sent: { files: [file("a", { places: "places" })] },
  });
  assert.deepEqual(root.querySelector(".reader-about").texts("p"), [
    "read.words: 建设",
    "read.nowhere: Nowhere",
  ]);
  const empty = made({ pieces: { "a-rows": [] } });
  const hidden = (page) =>
    ["fields", "extent", "about"].map((name) => page.root.querySelector(`.reader-${name}`).hidden);
  assert.deepEqual(
    [hidden(empty), hidden({ root })],
    [
      [true, true, true],
      [false, false, false],
    ],
  );
  const judged = (page) =>
    ["accept", "reject"].map((name) => page.find(`read.verdict.${name}`).disabled);
  assert.deepEqual(
    [judged(empty), empty.root.querySelector(".reader-detail").is("is-empty")],
    [[true, true], true],
  );
});

test("what is typed into a field is a correction; what cannot be is refused in words", () => {
  const { root, session, key } = compared();
  const [wrong] = root.querySelector(".reader-detail").all("p", { role: "alert" });
  const typed = (name, value) => {
    const field = root.querySelector(`[data-field="${name}"]`);
    field.value = value;
    field.hear("change");
    return [session.edits.of("a.0"), wrong.hidden ? "" : wrong.textContent];
  };
  const bad = "read.field.year.bad";
  assert.deepEqual(typed("name", " 新名 "), [{ name: "新名" }, ""]);
  assert.deepEqual(typed("name", "  ")[0].name, undefined);
  assert.equal(typed("mode", "port")[0].mode, "port");
  assert.equal(typed("status", "research")[0].status, "research");
  assert.deepEqual(
    [typed("start", "1900")[0].start_year, typed("start", "1899")],
    [1900, [session.edits.of("a.0"), bad]],
  );
  assert.deepEqual(
    [typed("complete", "2060")[0].complete_year, typed("complete", "2061")[1]],
    [2060, bad],
  );
  assert.deepEqual([typed("start", " ")[0].start_year, typed("start", "190a")[1]], [0, bad]);
  assert.deepEqual([typed("start", "01999")[1], typed("complete", "2030")[1]], [bad, ""]);
  assert.deepEqual([typed("project", "某高速")[0].project, wrong.hidden], ["road", true]);
  assert.deepEqual(typed("project", "port")[0].project, "port");
  assert.deepEqual(typed("project", "nobody").slice(1), ["no nobody"]);
  assert.equal(session.edits.of("a.0").project, "port");
  assert.deepEqual([typed("project", "")[0].project, wrong.hidden], ["", true]);
  typed("start", "x");
  key("ArrowDown");
  assert.equal(wrong.hidden, true);
});

test("Enter and Escape lead from a field to the table; Chinese being written does not", () => {
  const { root } = compared();
  const fields = root.querySelector(".reader-fields");
  const left = (event) => {
    const field = root.querySelector('[data-field="name"]');
    field.focus();
    let prevented = 0;
    const prevent = () => {
      prevented += 1;
    };
    fields.hear("keydown", { preventDefault: prevent, stopPropagation: prevent, ...event });
    return [globalThis.document.activeElement.getAttribute("data-key"), prevented];
  };
  assert.deepEqual(left({ key: "Enter" }), ["a.0", 2]);
  assert.deepEqual(left({ key: "Escape" }), ["a.0", 2]);
  assert.deepEqual(left({ key: "Enter", isComposing: true }), [null, 0]);
  assert.deepEqual(left({ key: "a" }), [null, 0]);
});

test("what is being typed is not overwritten by an answer of the server", () => {
  const { root, send } = compared();
  const field = root.querySelector('[data-field="name"]');
  field.focus();
  field.value = "half";
  send({ compared: COMPARED });
  assert.equal(field.value, "half");
  const status = Object.assign(root.querySelector('[data-field="status"]'), { tagName: "SELECT" });
  status.focus();
  status.value = "research";
  send({ compared: COMPARED });
  assert.deepEqual([status.value, field.value], ["construction", "甲线"]);
});
