import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../src/core/payload/decode.js";
import { prefectureLengths } from "../../src/explorer/lengths.js";
import { smallPayload } from "../small-payload.js";

test("kilometres add up by prefecture, longest first; what has no line adds nothing", () => {
  const model = decode(smallPayload());
  assert.deepEqual(prefectureLengths(model, ["rail", "road", "port", "bare", "unknown"]), [
    { id: "500100", name: "渝市", name_en: "Yu", km: 40 },
    { id: "510100", name: "成市", name_en: "Cheng", km: 15 },
  ]);
  assert.deepEqual(prefectureLengths(model, ["rail"]), [
    { id: "510100", name: "成市", name_en: "Cheng", km: 15 },
  ]);
  assert.deepEqual(prefectureLengths(model, []), []);
});

test("a county without a prefecture, and one that no kilometre runs in, are left out", () => {
  const payload = smallPayload();
  payload.base.counties[2].prefecture = -1;
  payload.projects[0].county_km = [0, 5];
  assert.deepEqual(
    prefectureLengths(decode(payload), ["rail", "road"]).map((p) => [p.id, p.km]),
    [["510100", 5]],
  );
});
