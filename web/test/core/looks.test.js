// The two ways to draw.
import assert from "node:assert/strict";
import { test } from "node:test";
import { codesOf, currentOf, LOOK_OF, PREFIX, styleOf } from "../../src/core/looks.js";
import { decode } from "../../src/core/payload/decode.js";
import { smallPayload } from "../small-payload.js";

const style = {
  statuses: { operation: { scale: 1 }, construction: { scale: 2 } },
  currents: { construction: { scale: 3 } },
};

test("the same code looks otherwise in another look; what has none is a line in service", () => {
  assert.equal(styleOf(style, "statuses", "construction").scale, 2);
  assert.equal(styleOf(style, "currents", "construction").scale, 3);
  assert.equal(styleOf(style, "currents", "nothing").scale, 1);
  assert.equal(styleOf(style, "currents", null).scale, 1);
  assert.equal(styleOf(style, "currents").scale, 1);
});

test("each view of an address has a look, and each look its codes and words", () => {
  const model = decode(smallPayload());
  assert.deepEqual(LOOK_OF, { now: "currents", plan: "statuses" });
  assert.deepEqual(PREFIX, { currents: "current", statuses: "status", years: "timeline" });
  assert.equal(codesOf(model, "currents"), model.payload.current_statuses);
  assert.equal(codesOf(model, "statuses"), model.payload.statuses);
  assert.equal(codesOf(model, "years"), model.payload.timeline_states);
  assert.deepEqual(
    model.projects.map((p) => currentOf(model, p)),
    ["construction", "open", "open", "unknown"],
  );
});
