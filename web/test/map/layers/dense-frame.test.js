// Which of thousands of projects are painted: all that reach into the frame, wherever that lies.
import assert from "node:assert/strict";
import { test } from "node:test";
import { toWorld } from "../../../src/core/projection.js";
import { dense } from "./small-dense.js";

test("what lies in the frame is painted wherever the map is, what lies beyond is not", () => {
  for (const lat of [70, 0, -55])
    for (const lng of [-180, -60, 0, 100, 150]) {
      const oy = Math.round(toWorld([lat, lng])[1] * 360);
      /** A place so many pixels from the corner, in degrees. */
      const place = (x, y) => {
        const up = Math.PI * (1 - (2 * (oy + y)) / 360);
        return [lng + x, (Math.atan(Math.sinh(up)) * 180) / Math.PI];
      };
      const painted = (from, to) => {
        const line = [...place(...from), ...place(...to)];
        const { show, row, corner, layer, model } = dense([["a", "rail", "L", line]], {
          scale: 1000,
        });
        const [one, other] = [0, 2].map((i) => toWorld([line[i + 1], line[i]]));
        const project = model.byId.get("a");
        project.box = [
          Math.min(one[0], other[0]),
          Math.min(one[1], other[1]),
          Math.max(one[0], other[0]),
          Math.max(one[1], other[1]),
        ];
        Object.assign(corner, { lat, lng });
        show({ a: "operation" });
        layer.wake();
        return Array.from({ length: 100 }, (_, y) => row(y).length).reduce((a, b) => a + b, 0);
      };
      const where = `${lat} ${lng}`;
      assert.ok(painted([10, 10], [20, 10]) >= 11, where);
      assert.ok(painted([180, 90], [190, 90]) >= 11, where);
      // In part: over each edge.
      assert.ok(painted([-30, 50], [5, 50]) > 0, where);
      assert.ok(painted([195, 50], [230, 50]) > 0, where);
      assert.ok(painted([50, -30], [50, 5]) > 0, where);
      assert.ok(painted([50, 95], [50, 130]) > 0, where);
      for (const [from, to] of [
        [
          [-30, 50],
          [-20, 50],
        ],
        [
          [220, 50],
          [230, 50],
        ],
        [
          [50, -30],
          [50, -20],
        ],
        [
          [50, 120],
          [50, 130],
        ],
      ])
        assert.equal(painted(from, to), 0, where);
    }
});

test("projects lie over the networks, under the projects drawn as lines, and hear nothing", () => {
  const { map } = dense([]);
  assert.deepEqual(
    [map.panes.dense.style.zIndex, map.panes.dense.style.pointerEvents],
    ["380", "none"],
  );
});
