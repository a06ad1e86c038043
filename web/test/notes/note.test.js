// A correction note as it is made of a form, and the file it is saved in.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  createNote,
  lacks,
  middleOf,
  notesName,
  notesText,
  plainLine,
  plainText,
} from "../../src/notes/note.js";
import { words } from "../small-dom.js";

const payload = {
  as_of: "2026-11-26",
  notes: {
    kinds: ["position", "other"],
    data: "abcdef0123",
    longest: { text: 12, source: 8, contact: 4 },
  },
};
const NOW = new Date(Date.UTC(2026, 10, 27, 4, 5, 6, 789));
const project = { data: { id: "yukun-hsr", record: "0123456789" }, lines: [] };
const form = (more) => ({ kind: "position", text: "甲", source: "", contact: "", ...more });
const made = (about, more) =>
  createNote(payload, words, { project: null, at: null, ...about }, form(more), NOW);

test("a note says what, where, when and of which data", () => {
  assert.deepEqual(made({ project: project, at: [104.1234567, 30.7654321] }), {
    atlas: {
      title: "title",
      as_of: "2026-11-26",
      data: "abcdef0123",
      project: "0123456789",
    },
    written: "2026-11-27T04:05:06Z",
    kind: "position",
    project: "yukun-hsr",
    lon: 104.12346,
    lat: 30.76543,
    text: "甲",
    source: null,
    contact: null,
  });
  const place = made({ at: [104, 30] }, { source: " 实地 ", contact: "me" });
  assert.deepEqual(
    [place.project, place.atlas.project, place.source, place.contact],
    [null, null, "实地", "me"],
  );
  const bare = made({ project: project });
  assert.deepEqual([bare.lon, bare.lat], [null, null]);
});

test("what cannot be seen and what is too much stays out, lines stay", () => {
  assert.equal(plainText(" a\u202eb\r\n\tc\u0000\rd\u200b \n", 99), "ab\n c\nd");
  assert.equal(plainText("字".repeat(13), 12), "字".repeat(12));
  assert.equal(plainText("😀".repeat(3), 2), "😀😀");
  assert.equal(plainText("ab\n\n\ncd", 4), "ab");
  assert.equal(plainText("a\ud800b", 9), "ab");
  assert.equal(plainLine("a\nb\tc\u2028d ", 99), "a b cd");
  assert.equal(plainLine("abc", 2), "ab");
  const cut = made({ at: [1, 2] }, { text: "x".repeat(13), source: "123456789", contact: "12345" });
  assert.deepEqual([cut.text.length, cut.source, cut.contact], [12, "12345678", "1234"]);
});

test("what lacks in a form is its kind, then its text", () => {
  assert.equal(lacks(payload, form()), "");
  assert.equal(lacks(payload, form({ kind: "" })), "kind");
  assert.equal(lacks(payload, form({ kind: "else", text: "" })), "kind");
  assert.equal(lacks(payload, form({ text: " \n\u200b" })), "text");
});

test("a note on a project is about the middle of its longest line", () => {
  const at = (...lines) => middleOf({ lines: lines });
  assert.equal(at(), null);
  assert.deepEqual(at([[30, 104]]), [104, 30]);
  const long = [
    [30, 104],
    [31, 105],
    [32, 106],
  ];
  assert.deepEqual(at([[1, 2]], long, [[3, 4]]), [105, 31]);
});

test("one note is an object, several are a list", () => {
  const one = made({ at: [1, 2] });
  assert.deepEqual(JSON.parse(notesText([one])), one);
  assert.deepEqual(JSON.parse(notesText([one, one])), [one, one]);
  assert.ok(notesText([one]).endsWith("}\n"));
});

test("a file is named after what its notes are about, and the reader's time", () => {
  const own = made({ project: project }),
    other = made({ project: { data: { id: "b-line", record: "1" } } }),
    place = made({ at: [104.12341, 30.5] });
  const when = new Date(2026, 0, 2, 3, 4, 5);
  const name = (...notes) => notesName((key, values) => JSON.stringify([key, values]), notes, when);
  const says = (what) => JSON.stringify(["note.file", { what: what, when: "2026-01-02-030405" }]);
  assert.equal(name(own), says("yukun-hsr"));
  assert.equal(name(own, own), says("yukun-hsr"));
  assert.equal(name(place), says("30.500-104.123"));
  const many = JSON.stringify(["note.file.many", { n: 2 }]);
  assert.equal(name(own, other), says(many));
  assert.equal(name(place, place), says(many));
});
