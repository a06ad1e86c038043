// What a card says of the record itself, and where a note on it begins.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FULL, made } from "./small-card.js";

test("a card says whether the record was checked and its sources looked at", () => {
  const line = (more) => {
    const { card } = made({ full: { ...FULL, ...more } });
    return card().querySelectorAll(".atlas-checked")[0];
  };
  assert.equal(line({}).textContent, "card.reviewed · card.looked.never");
  assert.equal(line({}).querySelectorAll(".is-open").length, 0);
  assert.equal(
    line({ looked_at: "2026-11-26" }).textContent,
    "card.reviewed · card.looked 2026-11-26",
  );
  const open = line({ unreviewed: 1 });
  assert.equal(open.textContent, "card.unreviewed · card.looked.never");
  assert.equal(open.querySelectorAll(".is-open").length, 1);
});

test("a note on the project begins at the place that was clicked, where there is one", () => {
  assert.equal(made({ full: FULL }).card().querySelectorAll(".atlas-tell").length, 0);
  const told = [];
  const begin = (leg) => {
    const { card, project } = made({ full: FULL, leg, tellUs: (about) => told.push(about) });
    card().querySelectorAll(".atlas-tell")[0].hear("click");
    const { project: about, at } = told.pop();
    assert.equal(about, project);
    return at;
  };
  assert.equal(begin(null), null);
  assert.deepEqual(begin({ id: "rail", index: 0, at: [104, 30] }), [104, 30]);
  assert.equal(begin({ id: "road", index: 0, at: [104, 30] }), null);
});
