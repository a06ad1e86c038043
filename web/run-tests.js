// Runs every unit test and measures the modules that hold rules: each of them must be covered to
// the floor by lines. Node alone runs it (`node run-tests.js`, `npm test`, tests/view/test_web.py).
import { globSync } from "node:fs";
import { relative } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";

const WEB = import.meta.dirname;
const FLOOR = 90;
const TESTS = ["src/**/*.test.js", "test/**/*.test.js"];

// What is pure: no page, no map, nothing but values in and values out.
const PURE = [
  "src/core/address.js",
  "src/core/dates.js",
  "src/core/filter.js",
  "src/core/kilometres.js",
  "src/core/search/folding.js",
  "src/core/looks.js",
  "src/core/page/steps.js",
  "src/core/page/undo.js",
  "src/core/payload/decode.js",
  "src/core/payload/expand.js",
  "src/core/payload/inflate.js",
  "src/core/payload/packing.js",
  "src/core/payload/project.js",
  "src/core/payload/rings.js",
  "src/core/search/matcher.js",
  "src/core/search/places.js",
  "src/core/search/query.js",
  "src/core/search/scores.js",
  "src/core/search/slips.js",
  "src/core/search/spelling.js",
  "src/core/projection.js",
  "src/core/table/listed-columns.js",
  "src/core/table/table-rows.js",
  "src/core/theme.js",
  "src/core/timeline.js",
  "src/core/translator.js",
  "src/core/where/areas.js",
  "src/core/where/geometry.js",
  "src/core/where/shapes.js",
  "src/core/where/words.js",
  "src/explorer/lengths.js",
  "src/core/filter-words.js",
  "src/export/talk/news.js",
  "src/export/talk/steps.js",
  "src/map/hit-test.js",
  "src/map/legend-counts.js",
  "src/map/names/label-polyline.js",
  "src/map/names/label-placement.js",
  "src/map/layers/line-paths.js",
  "src/map/layers/stacking.js",
  "src/map/names/place-names.js",
  "src/map/names/selected-names.js",
  "src/map/names/straight.js",
  "src/map/symbol-paths.js",
  "src/map/where/offer.js",
  "src/outcome/progress.js",
  "src/outcome/promises.js",
  "src/outcome/scale.js",
  "src/outcome/year-steps.js",
  "src/project/axis.js",
  "src/compare/changes.js",
  "src/project/relations.js",
  "src/notes/note.js",
  "src/reader/rules/code-points.js",
  "src/reader/rules/edits.js",
  "src/reader/rules/extents.js",
  "src/reader/rules/keys.js",
  "src/reader/rules/kept-review.js",
  "src/reader/rules/marks.js",
  "src/reader/rules/outbox.js",
  "src/reader/rules/reviewed.js",
];

/** @type {Map<string, number>} module -> percent of its lines that the tests ran */
const covered = new Map(PURE.map((path) => [path, 0]));

const tests = globSync(TESTS, { cwd: WEB });
if (!tests.length) {
  console.error(`web: 没有单元测试 (no unit tests): ${TESTS.join(", ")}`);
  process.exit(1);
}
const stream = run({ cwd: WEB, globPatterns: TESTS, coverage: true, coverageExcludeGlobs: [] });
stream.on("test:fail", () => {
  process.exitCode = 1;
});
stream.on("test:coverage", ({ summary }) => {
  for (const file of summary.files) {
    const path = relative(WEB, file.path).replaceAll("\\", "/");
    if (covered.has(path)) covered.set(path, file.coveredLinePercent);
  }
});
stream.on("end", () => {
  for (const [path, percent] of covered) {
    const low = percent < FLOOR;
    if (low) process.exitCode = 1;
    console.log(`${percent.toFixed(1).padStart(5)} % ${path}${low ? `  < ${FLOOR} %` : ""}`);
  }
});
stream.compose(new spec()).pipe(process.stdout);
