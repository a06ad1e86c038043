// The pictures of promises whole: each line, mark and text, with its place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawDumbbell } from "../../src/outcome/dumbbell.js";
import { verdictWords, writeText } from "../../src/outcome/marks.js";
import { listPromises } from "../../src/outcome/promises.js";
import { drawSlips } from "../../src/outcome/slip-picture.js";
import { smallPage, written } from "../small-dom.js";
import { smallHost } from "./small-host.js";
import { EVERY, outcome } from "./small-model.js";

const same = assert.deepEqual;

function drawing(picture, how, outcomes, lang) {
  const page = smallPage(),
    host = { ...smallHost(), ...(lang && { lang }) };
  if (outcomes) host.model.projects[1].data = { ...host.model.projects[1].data, outcomes };
  const rows = listPromises(host.model, outcomes ? ["road"] : EVERY, { plan: [], year: [] });
  return picture(page, host, rows, {
    title: "Title",
    pick: () => {},
    from: 2018,
    to: 2028,
    ...how,
  });
}

const late = [outcome(0, 2019, "late", "2021-06", { months: 18 })];

test("a promise that came late", () => {
  same(written(drawing(drawDumbbell, { width: 1000 }, late)), [
    "svg viewBox=0 0 1000 56 width=1000 height=56 class=out-picture role=group",
    "| aria-label=Title",
    '  title "Title"',
    '  desc "outcome.dumbbell.means"',
    "  g aria-hidden=true",
    "    line x1=400 x2=400 y1=20 y2=56 stroke=line",
    '    text x=424.4 y=13 text-anchor=middle class=is-axis "2018"',
    "    line x1=497.6 x2=497.6 y1=20 y2=56 stroke=line",
    '    text x=522 y=13 text-anchor=middle class=is-axis "2020"',
    "    line x1=595.2 x2=595.2 y1=20 y2=56 stroke=line",
    '    text x=619.6 y=13 text-anchor=middle class=is-axis "2022"',
    "    line x1=692.8 x2=692.8 y1=20 y2=56 stroke=line",
    '    text x=717.2 y=13 text-anchor=middle class=is-axis "2024"',
    "    line x1=790.4 x2=790.4 y1=20 y2=56 stroke=line",
    '    text x=814.8 y=13 text-anchor=middle class=is-axis "2026"',
    "    line x1=888 x2=888 y1=20 y2=56 stroke=line",
    "    line x1=834.5 x2=834.5 y1=18 y2=56 stroke=accent stroke-dasharray=2 3",
    "  g role=button tabindex=0 class=out-mark data-key=road early complete 2019",
    "  | aria-label=outcome.mark A road Early outcome.promise.complete 2019",
    "  | outcome.late.months 18",
    '    title "outcome.mark A road Early outcome.promise.complete 2019',
    '    | outcome.late.months 18"',
    "    rect x=0 y=24 width=1000 height=28 class=is-ground",
    '    text x=4 y=42 "A road"',
    '    text x=290 y=42 class=is-promise "outcome.promise.complete 2019"',
    "    rect x=448.8 y=34 width=48.8 height=8 fill=muted opacity=0.2",
    "    line x1=497.6 x2=568.8 y1=38 y2=38 stroke=#000002 stroke-width=2.6",
    "    line x1=566.7 x2=570.8 y1=38 y2=38 stroke=#000002 stroke-width=8 opacity=0.3",
    "    line x1=497.6 x2=497.6 y1=31 y2=45 stroke=text stroke-width=2",
    "    path d=M568.8,31.8L575,38L568.8,44.3L562.5,38z stroke=#000002",
    "    | stroke-width=1.8 fill=#000002",
    '    text x=898 y=42 class=is-verdict fill=#000002 "outcome.late.m…"',
  ]);
});

test("a promise that nobody knows anything of, before today and after", () => {
  const rows = [outcome(0, 2019, "unknown"), outcome(0, 2020, "missed"), outcome(0, 2027, "due")];
  same(written(drawing(drawDumbbell, { width: 619, to: 2022 }, rows)), [
    "svg viewBox=0 0 619 166 width=619 height=166 class=out-picture role=group",
    "| aria-label=Title",
    '  title "Title"',
    '  desc "outcome.dumbbell.means"',
    "  g aria-hidden=true",
    "    line x1=4 x2=4 y1=20 y2=166 stroke=line",
    '    text x=68.9 y=13 text-anchor=middle class=is-axis "2018"',
    "    line x1=133.8 x2=133.8 y1=20 y2=166 stroke=line",
    '    text x=198.6 y=13 text-anchor=middle class=is-axis "2019"',
    "    line x1=263.5 x2=263.5 y1=20 y2=166 stroke=line",
    '    text x=328.4 y=13 text-anchor=middle class=is-axis "2020"',
    "    line x1=393.3 x2=393.3 y1=20 y2=166 stroke=line",
    '    text x=458.1 y=13 text-anchor=middle class=is-axis "2021"',
    "    line x1=523 x2=523 y1=20 y2=166 stroke=line",
    "    line x1=1159.1 x2=1159.1 y1=18 y2=166 stroke=accent stroke-dasharray=2 3",
    "  g role=button tabindex=0 class=out-mark data-key=road early complete 2019",
    "  | aria-label=outcome.mark A road Early outcome.promise.complete 2019",
    "  | verdict.unknown",
    '    title "outcome.mark A road Early outcome.promise.complete 2019',
    '    | verdict.unknown"',
    "    rect x=0 y=24 width=619 height=46 class=is-ground",
    '    text x=4 y=40 "outcome.promise.complete 2019 · A road"',
    "    rect x=133.8 y=53 width=129.8 height=8 fill=muted opacity=0.2",
    "    line x1=263.5 x2=263.5 y1=57 y2=57 stroke=#000005 stroke-width=2.6",
    "    | stroke-dasharray=5 4",
    "    line x1=263.5 x2=263.5 y1=50 y2=64 stroke=text stroke-width=2",
    "    path d=M259,52.5L268,52.5L268,61.5L259,61.5z stroke=#000005 stroke-width=1.8",
    "    | fill=#000005",
    '    text x=533 y=61 class=is-verdict fill=#000005 "verdict.unk…"',
    "  g role=button tabindex=0 class=out-mark data-key=road early complete 2020",
    "  | aria-label=outcome.mark A road Early outcome.promise.complete 2020",
    "  | verdict.missed",
    '    title "outcome.mark A road Early outcome.promise.complete 2020',
    '    | verdict.missed"',
    "    rect x=0 y=70 width=619 height=46 class=is-ground",
    '    text x=4 y=86 "outcome.promise.complete 2020 · A road"',
    "    rect x=263.5 y=99 width=129.8 height=8 fill=muted opacity=0.2",
    "    line x1=393.3 x2=1159.1 y1=103 y2=103 stroke=#000003 stroke-width=2.6",
    "    | stroke-dasharray=5 4",
    "    line x1=393.3 x2=393.3 y1=96 y2=110 stroke=text stroke-width=2",
    "    path d=M1159.1,97L1164.9,107.5L1153.4,107.5z stroke=#000003 stroke-width=1.8",
    "    | fill=#000003",
    '    text x=533 y=107 class=is-verdict fill=#000003 "verdict.mis…"',
    "  g role=button tabindex=0 class=out-mark data-key=road early complete 2027",
    "  | aria-label=outcome.mark A road Early outcome.promise.complete 2027",
    "  | verdict.due",
    '    title "outcome.mark A road Early outcome.promise.complete 2027 verdict.due"',
    "    rect x=0 y=116 width=619 height=46 class=is-ground",
    '    text x=4 y=132 "outcome.promise.complete 2027 · A road"',
    "    rect x=1171.8 y=145 width=129.8 height=8 fill=muted opacity=0.2",
    "    line x1=1301.5 x2=1301.5 y1=149 y2=149 stroke=#000004 stroke-width=2.6",
    "    | stroke-dasharray=5 4",
    "    line x1=1301.5 x2=1301.5 y1=142 y2=156 stroke=text stroke-width=2",
    "    path d=M1297,144.5L1306,144.5L1306,153.5L1297,153.5z stroke=#000004",
    "    | stroke-width=1.8 fill=#ffffff",
    '    text x=533 y=153 class=is-verdict fill=#000004 "verdict.due"',
  ]);
});

test("from 620 pixels on Chinese names stand beside, not above, cut to their room", () => {
  const texts = (width) => drawing(drawDumbbell, { width }, null, "zh").texts("text");
  same(texts(620), [
    "2020",
    "2025",
    "乙线",
    "outcome.promise.complete 2021",
    "verdict.missed",
    "乙线",
    "outcome.promise.complete 2019",
    "verdict.late",
    "乙线",
    "outcome.promise.start 2018",
    "verdict.late",
    "甲路",
    "outcome.promise.complete 2021",
    "verdict.kept",
    "丙港",
    "outcome.promise.complete 2030",
    "verdict.due",
  ]);
  same(texts(619), [
    "2018",
    "2019",
    "2020",
    "2021",
    "2022",
    "2023",
    "2024",
    "2025",
    "2026",
    "2027",
    "outcome.promise.complete 2021 · 乙线",
    "verdict.mis…",
    "outcome.promise.complete 2019 · 乙线",
    "verdict.late",
    "outcome.promise.start 2018 · 乙线",
    "verdict.late",
    "outcome.promise.complete 2021 · 甲路",
    "verdict.kept",
    "outcome.promise.complete 2030 · 丙港",
    "verdict.due",
  ]);
});

test("a promise on its way to the diagonal", () => {
  same(written(drawing(drawSlips, { width: 1000 }, late)), [
    "svg viewBox=0 0 1000 414 width=1000 height=414 class=out-picture role=group",
    "| aria-label=Title",
    '  title "Title"',
    '  desc "outcome.slip.means 2026-11-26"',
    "  g aria-hidden=true",
    "    line x1=44 x2=700 y1=374 y2=374 stroke=line",
    '    text x=37 y=358 text-anchor=end class=is-axis "2018"',
    "    line x1=44 x2=700 y1=334 y2=334 stroke=line",
    '    text x=37 y=318 text-anchor=end class=is-axis "2019"',
    "    line x1=44 x2=700 y1=294 y2=294 stroke=line",
    '    text x=37 y=278 text-anchor=end class=is-axis "2020"',
    "    line x1=44 x2=700 y1=254 y2=254 stroke=line",
    '    text x=37 y=238 text-anchor=end class=is-axis "2021"',
    "    line x1=44 x2=700 y1=214 y2=214 stroke=line",
    '    text x=37 y=198 text-anchor=end class=is-axis "2022"',
    "    line x1=44 x2=700 y1=174 y2=174 stroke=line",
    '    text x=37 y=158 text-anchor=end class=is-axis "2023"',
    "    line x1=44 x2=700 y1=134 y2=134 stroke=line",
    '    text x=37 y=118 text-anchor=end class=is-axis "2024"',
    "    line x1=44 x2=700 y1=94 y2=94 stroke=line",
    '    text x=37 y=78 text-anchor=end class=is-axis "2025"',
    "    line x1=44 x2=700 y1=54 y2=54 stroke=line",
    '    text x=37 y=38 text-anchor=end class=is-axis "2026"',
    "    line x1=44 x2=44 y1=14 y2=374 stroke=line",
    '    text x=44 y=389 text-anchor=middle class=is-axis "2018"',
    "    line x1=117.7 x2=117.7 y1=14 y2=374 stroke=line",
    '    text x=117.7 y=389 text-anchor=middle class=is-axis "2019"',
    "    line x1=191.3 x2=191.3 y1=14 y2=374 stroke=line",
    '    text x=191.3 y=389 text-anchor=middle class=is-axis "2020"',
    "    line x1=265 x2=265 y1=14 y2=374 stroke=line",
    '    text x=265 y=389 text-anchor=middle class=is-axis "2021"',
    "    line x1=338.6 x2=338.6 y1=14 y2=374 stroke=line",
    '    text x=338.6 y=389 text-anchor=middle class=is-axis "2022"',
    "    line x1=412.3 x2=412.3 y1=14 y2=374 stroke=line",
    '    text x=412.3 y=389 text-anchor=middle class=is-axis "2023"',
    "    line x1=486 x2=486 y1=14 y2=374 stroke=line",
    '    text x=486 y=389 text-anchor=middle class=is-axis "2024"',
    "    line x1=559.6 x2=559.6 y1=14 y2=374 stroke=line",
    '    text x=559.6 y=389 text-anchor=middle class=is-axis "2025"',
    "    line x1=633.3 x2=633.3 y1=14 y2=374 stroke=line",
    '    text x=633.3 y=389 text-anchor=middle class=is-axis "2026"',
    '    text x=372 y=408 text-anchor=middle class=is-axis "outcome.axis.plan"',
    "    line x1=44 y1=374 x2=700 y2=17.8 stroke=accent stroke-width=1.6",
    "    | stroke-dasharray=6 4",
    '    text x=706 y=13.8 class=is-today fill=accent text-anchor=start "outcome.today',
    '    | 2026-11-26"',
    "    line x1=47.1 x2=47.1 y1=374 y2=379 stroke=text",
    "    text x=0 y=0 class=is-axis text-anchor=end transform=translate(54 14)",
    '    | rotate(-90) "Early"',
    "  g aria-hidden=true",
    "    polyline points=47.1,314 fill=none stroke=#000002 stroke-width=2.4",
    "    line x1=47.1 y1=314 x2=298.7 y2=235.7 stroke=#000002 stroke-width=1.3",
    "    circle cx=298.7 cy=235.7 r=2.6 fill=#000002",
    "    polyline points=302.7,235.7 704,235.7 710,235.7 fill=none stroke=line",
    '    text x=714 y=239.7 "promise.complete · A road"',
    "  g role=button tabindex=0 class=out-mark data-key=road early complete 2019",
    "  | aria-label=outcome.mark A road Early outcome.promise.complete 2019",
    "  | outcome.late.months 18",
    '    title "outcome.mark A road Early outcome.promise.complete 2019',
    '    | outcome.late.months 18"',
    "    circle cx=47.1 cy=314 r=12.5 class=is-ground",
    "    path d=M47.1,307.8L53.3,314L47.1,320.3L40.8,314z stroke=#000002",
    "    | stroke-width=1.8 fill=#000002",
  ]);
});

test("promises that slip twice, by the narrow picture", () => {
  const rows = [outcome(0, 2019, "missed"), outcome(1, 2022, "missed"), outcome(1, 2022, "due")];
  const lines = written(drawing(drawSlips, { width: 619 }, rows)).filter(
    (line) => !/is-axis|stroke=line$/.test(line),
  );
  same(lines, [
    "svg viewBox=0 0 619 414 width=619 height=414 class=out-picture role=group",
    "| aria-label=Title",
    '  title "Title"',
    '  desc "outcome.slip.means 2026-11-26"',
    "  g aria-hidden=true",
    "    line x1=44 y1=374 x2=479 y2=17.8 stroke=accent stroke-width=1.6",
    "    | stroke-dasharray=6 4",
    '    text x=485 y=13.8 class=is-today fill=accent text-anchor=end "outcome.today',
    '    | 2026-11-26"',
    "    line x1=46 x2=46 y1=374 y2=379 stroke=text",
    '    | rotate(-90) "Early"',
    "    line x1=162.1 x2=162.1 y1=374 y2=379 stroke=text",
    '    | rotate(-90) "Late"',
    "  g aria-hidden=true",
    "    polyline points=46,314 162.1,200.7 162.1,187.3 fill=none stroke=#000004",
    "    | stroke-width=2.4",
    "    line x1=162.1 y1=187.3 x2=479 y2=187.3 stroke=#000004 stroke-width=1.3",
    "    | stroke-dasharray=4 4",
    '    text x=493 y=191.3 "A road"',
    "  g role=button tabindex=0 class=out-mark data-key=road early complete 2019",
    "  | aria-label=outcome.mark A road Early outcome.promise.complete 2019",
    "  | verdict.missed",
    '    title "outcome.mark A road Early outcome.promise.complete 2019',
    '    | verdict.missed"',
    "    circle cx=46 cy=314 r=12.5 class=is-ground",
    "    path d=M46,308L51.8,318.5L40.3,318.5z stroke=#000003 stroke-width=1.8",
    "    | fill=#000003",
    "  g role=button tabindex=0 class=out-mark data-key=road late complete 2022",
    "  | aria-label=outcome.mark A road Late outcome.promise.complete 2022",
    "  | verdict.missed",
    '    title "outcome.mark A road Late outcome.promise.complete 2022 verdict.missed"',
    "    circle cx=162.1 cy=200.7 r=12.5 class=is-ground",
    "    path d=M162.1,194.7L167.9,205.2L156.4,205.2z stroke=#000003 stroke-width=1.8",
    "    | fill=#000003",
    "  g role=button tabindex=0 class=out-mark data-key=road late complete 2022",
    "  | aria-label=outcome.mark A road Late outcome.promise.complete 2022 verdict.due",
    '    title "outcome.mark A road Late outcome.promise.complete 2022 verdict.due"',
    "    circle cx=162.1 cy=187.3 r=12.5 class=is-ground",
    "    path d=M157.6,182.8L166.6,182.8L166.6,191.8L157.6,191.8z stroke=#000004",
    "    | stroke-width=1.8 fill=#ffffff",
  ]);
});

test("names of promises beyond the top stand below it, apart", () => {
  const rows = [outcome(1, 2030, "due"), outcome(1, 2030, "missed", "", { kind: "start" })];
  const svg = drawing(drawSlips, { width: 1000 }, rows);
  const names = svg.all("text").filter((node) => /A road/.test(node.textContent));
  const [least, next] = names.map((node) => node.numbers("y")[0]).sort((a, b) => a - b);
  // Eighteen below the frame's top of 14, and fifteen apart; four from line to foot.
  assert.ok(least - 4 >= 32, String(least));
  assert.ok(next - least >= 15 - 1e-9, String(next));
});

test("a text is cut to its room, and without room it is whole", () => {
  const page = smallPage();
  const text = (more) => writeText(page, 1, 2, "abcdefghij", more);
  assert.equal(text().textContent, "abcdefghij");
  const cut = text({ room: 40, class: "c" });
  assert.equal(cut.textContent, "abcde…");
  assert.deepEqual(Array.from(cut.attributes), [
    ["x", "1"],
    ["y", "2"],
    ["class", "c"],
  ]);
});

test("a verdict is told in months where they are known, short where there is little room", () => {
  const host = smallHost(),
    said = (months, short) => verdictWords(host, { outcome: { verdict: "late", months } }, short);
  assert.deepEqual(
    [said(0), said(3), said(3, true)],
    ["verdict.late", "outcome.late.months 3", "card.months 3"],
  );
});
