// What the map offers where no project is: the county there, its prefecture, what touches them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../../src/core/payload/decode.js";
import { toWorld } from "../../../src/core/projection.js";
import { NOWHERE } from "../../../src/core/where/areas.js";
import { createOffer, placesAt } from "../../../src/map/where/offer.js";
import { words } from "../../small-dom.js";
import { pack, smallPayload } from "../../small-payload.js";

/** Counties 0 and 1 side by side, a square degree each; county 2 lies in no prefecture. */
function model() {
  const payload = smallPayload();
  const arc = (left, right, ...numbers) => ({ left, right, line: pack(numbers) });
  payload.base.counties[2].prefecture = -1;
  payload.base.arcs = [
    arc(0, 1, 10500, 3000, 0, 100),
    arc(0, -1, 10500, 3100, -100, 0, 0, -100, 100, 0),
    arc(1, 2, 10600, 3000, 0, 100),
    arc(1, -1, 10500, 3000, 100, 0),
    arc(1, -1, 10600, 3100, -100, 0),
    arc(2, -1, 10600, 3000, 100, 0, 0, 100, -100, 0),
  ];
  return decode(payload);
}

test("a place of the world lies in a county, and that in a prefecture", () => {
  const found = (lat, lon) => placesAt(model(), toWorld([lat, lon]));
  assert.deepEqual(found(30.5, 104.5), ["510101", "510100"]);
  assert.deepEqual(found(30.5, 105.5), ["510102", "510100"]);
  assert.deepEqual(found(30.5, 106.5), ["500101"]);
  assert.deepEqual(found(29.9, 104.5), []);
});

test("each is offered with how many projects touch it under the rest of the filter", () => {
  const chosen = [];
  const filter = {
    ...Object.fromEntries(
      ["plan", "status", "mode", "year", "finding", "current", "verdict"].map((key) => [key, []]),
    ),
    region: ["south"],
    place: ["500101"],
    q: "",
  };
  const view = { model: model(), words, lang: "en" },
    offered = createOffer(
      () => filter,
      (where) => chosen.push(where),
    );
  const offer = (latlng) => offered(view, latlng);
  const there = offer({ lat: 30.5, lng: 104.5 });
  assert.equal(there.title, "place.offer Jia");
  assert.deepEqual(
    there.items.map((item) => [item.label, item.title]),
    [
      ["place.touches 2 Jia", "place.rule"],
      ["place.touches 2 Cheng", "place.rule"],
      ["near.offer 0 20", "near.rule"],
    ],
  );
  filter.verdict = ["missed"];
  const [county] = offer({ lat: 30.5, lng: 104.5 }).items;
  assert.equal(county.label, "place.touches 1 Jia");
  there.items[2].act();
  assert.deepEqual(chosen.pop(), { ...NOWHERE, near: [104.5, 30.5, 20] });
  county.act();
  assert.deepEqual(chosen, [{ ...NOWHERE, place: ["510101"] }]);
  assert.equal(offer({ lat: 20, lng: 104.5 }), null);
  // Where the page takes notes, one on the place is offered last.
  const told = [];
  const with_ = offered(
    { ...view, tellUs: (about) => told.push(about) },
    { lat: 30.5, lng: 104.5 },
  );
  assert.deepEqual(
    with_.items.map((item) => item.label),
    [...offer({ lat: 30.5, lng: 104.5 }).items.map((item) => item.label), "note.here"],
  );
  with_.items[3].act();
  assert.deepEqual(told, [{ project: null, at: [104.5, 30.5] }]);
});
