// Notes that wait to be saved outlive a change of language and a reload, and a broken store.
import assert from "node:assert/strict";
import { test } from "node:test";

const NOTE = { kind: "other", text: "甲", written: "2026", atlas: {} };

function store(initial, broken) {
  const kept = { "atlas-notes": initial };
  globalThis.sessionStorage = {
    getItem: (key) => {
      if (broken) throw new Error("no store");
      return kept[key] === undefined ? null : kept[key];
    },
    setItem: (key, value) => {
      if (broken) throw new Error("no store");
      kept[key] = value;
    },
  };
  return () => JSON.parse(kept["atlas-notes"]);
}

let loads = 0;
/** The module as a page that is loaded has it. */
const load = () => import(`../../src/notes/kept.js?${++loads}`);

test("notes are kept in their order, and dropped one by one or all", async () => {
  const saved = store(undefined);
  const page = await load();
  assert.deepEqual(page.keptNotes(), []);
  const [a, b, c] = ["a", "b", "c"].map((text) => ({ ...NOTE, text: text }));
  [a, b, c].forEach(page.keepNote);
  page.dropNote(b);
  assert.deepEqual(page.keptNotes(), [a, c]);
  assert.deepEqual(saved(), [a, c]);
  // The page is loaded again.
  const again = await load();
  assert.deepEqual(again.keptNotes(), [a, c]);
  again.dropNotes();
  assert.deepEqual([again.keptNotes(), saved()], [[], []]);
});

test("what this page did not keep is passed over", async () => {
  for (const text of ["{", "5", "null", '{"length": 3}']) {
    store(text);
    assert.deepEqual((await load()).keptNotes(), [], text);
  }
  const odd = [null, 5, "a", {}, { ...NOTE, text: 5 }, { ...NOTE, kind: null }];
  store(JSON.stringify([...odd, { ...NOTE, atlas: null }, { ...NOTE, written: 1 }, NOTE]));
  assert.deepEqual((await load()).keptNotes(), [NOTE]);
  store(JSON.stringify(Array.from({ length: 1001 }, () => NOTE)));
  assert.equal((await load()).keptNotes().length, 1000);
});

test("a browser that keeps nothing has them until the page is left", async () => {
  store(undefined, true);
  const page = await load();
  page.keepNote(NOTE);
  assert.deepEqual(page.keptNotes(), [NOTE]);
  assert.deepEqual((await load()).keptNotes(), []);
});
