import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../src/core/payload/decode.js";
import { relatedProjects } from "../../src/project/relations.js";
import { smallPayload } from "../small-payload.js";

function related(id, change) {
  const payload = smallPayload();
  if (change) change(payload.projects);
  const model = decode(payload);
  const found = relatedProjects({ model }, model.byId.get(id));
  const ids = (list) => list.map((p) => p.id);
  return {
    whole: ids(found.whole),
    sections: ids(found.sections),
    siblings: ids(found.siblings),
    stops: found.stops.map((met) => [met.project.id, met.stops.length]),
    counties: found.counties.map((met) => [met.project.id, met.n]),
  };
}

test("a whole knows its sections, and who shares a stop with it", () => {
  assert.deepEqual(related("rail"), {
    whole: [],
    sections: ["road"],
    siblings: [],
    stops: [["port", 1]],
    counties: [],
  });
});

test("a section knows its whole and the sections beside it, each told once", () => {
  const found = related("road", (projects) => {
    projects[3].part_of = "rail";
    projects[3].counties = [2];
  });
  assert.deepEqual(found, {
    whole: ["rail"],
    sections: [],
    siblings: ["bare"],
    stops: [],
    counties: [],
  });
});

test("who shares most comes first; a stop counts before a county", () => {
  const found = related("rail", (projects) => {
    projects[1].part_of = undefined;
    projects[1].counties = [1];
    projects[3].counties = [0, 1];
    projects.push({
      id: "two",
      name: ["二", "Two"],
      mode: "rail",
      history: 0,
      stops: [1, 0],
      counties: [0],
    });
  });
  assert.deepEqual(found.stops, [
    ["two", 2],
    ["port", 1],
  ]);
  assert.deepEqual(found.counties, [
    ["bare", 2],
    ["road", 1],
  ]);
});

test("a whole that is not in the payload is none", () => {
  assert.deepEqual(
    related("port", (projects) => {
      projects[2].part_of = "elsewhere";
      projects[2].stops = undefined;
      projects[2].counties = undefined;
    }),
    { whole: [], sections: [], siblings: [], stops: [], counties: [] },
  );
});
