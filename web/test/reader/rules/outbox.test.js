// What the page sends is kept and sent again until the server has it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FIRST, LONGEST, labelled, Outbox } from "../../../src/reader/rules/outbox.js";

/** @returns {Outbox<string>} */
const box = () => new Outbox("p");

test("what is put in is due at once, and each has an id of its own", () => {
  const found = box();
  assert.equal(found.state, "");
  found.put("a");
  found.put("b");
  assert.deepEqual(
    found.due(0).map((s) => [s.id, s.content]),
    [
      ["p1", "a"],
      ["p2", "b"],
    ],
  );
  assert.equal(found.state, "sending");
});

test("it is sent again, ever more rarely, until it is taken", () => {
  const found = box();
  found.put("a");
  const [sending] = found.due(1000);
  const waits = [];
  let now = 1000;
  for (let i = 0; i < 6; i += 1) {
    found.sent(sending, now);
    assert.equal(found.state, i ? "again" : "sending");
    assert.deepEqual(found.due(sending.due - 1), []);
    assert.deepEqual(found.due(sending.due), [sending]);
    waits.push(sending.due - now);
    now = sending.due;
  }
  assert.deepEqual(waits, [FIRST, 2 * FIRST, 4 * FIRST, 8 * FIRST, LONGEST, LONGEST]);
  found.taken(["p2"]);
  assert.equal(found.waiting.length, 1);
  found.taken(["p2", "p1"]);
  assert.equal(found.state, "");
});

test("what is on its way is not sent again; what was never sent stays due", () => {
  const found = box();
  found.put("a");
  const [sending] = found.due(0);
  found.sent(sending, 0);
  found.put("b");
  found.moves(5000);
  assert.equal(sending.due, 5000 + FIRST);
  assert.deepEqual(
    found.due(5000).map((s) => s.content),
    ["b"],
  );
  // A wait that is longer already stays.
  sending.due = 90000;
  found.moves(6000);
  assert.equal(sending.due, 90000);
});

test("an id is not given again once it was taken", () => {
  const found = box();
  found.put("a");
  found.taken(["p1"]);
  found.put("b");
  assert.deepEqual(
    found.waiting.map((s) => s.id),
    ["p2"],
  );
});

test("a label says which sending, which file and of how many", () => {
  assert.equal(labelled("p1", 0, 2, "规划.docx"), "p1.0.2~规划.docx");
});

test("it waits six seconds, then twice as long each time, a minute at most", () => {
  const box = new Outbox("a");
  box.put("text");
  const waits = Array.from({ length: 6 }, () => {
    const [sending] = box.waiting;
    box.sent(sending, 1000);
    return sending.due - 1000;
  });
  assert.deepEqual(waits, [6000, 12000, 24000, 48000, 60000, 60000]);
});
