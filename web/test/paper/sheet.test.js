// A sheet: title, filter, legend, list, scale, sources.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawSheet } from "../../src/paper/sheet.js";
import { made } from "../export/small-file.js";
import { written } from "../small-dom.js";
import { measured } from "../small-window.js";

/** A sheet of the page, as elements; their children written out, those of the map left out. */
function sheet(more, size = { width: 1120, height: 767 }) {
  const its = made(more);
  const svg = drawSheet(its.page, size);
  const map = svg.all("g", { "clip-path": "url(#atlas-map-area-230)" })[0];
  const texts = svg.children
    .filter((node) => node.tag === "text")
    .map((node) => [node.textContent, ...node.numbers("x", "y", "font-size")]);
  return { ...its, svg, map, texts };
}

test("a sheet by its own size: title, legend, list, scale, sources", () => {
  const { svg, map, root } = sheet();
  map.children.slice().forEach((child) => {
    child.remove();
  });
  assert.deepEqual(written(svg), [
    "svg viewBox=0 0 1120 767 width=1120 height=767 font-family=F xml:lang=en",
    '  title "Atlas"',
    "  rect width=1120 height=767 fill=#ffffff",
    '  text x=22 y=40 font-size=26 font-weight=700 fill=#14181b "Atlas"',
    '  text x=1098 y=40 text-anchor=end font-size=12 fill=#454c52 "of 2021-06"',
    "  text x=22 y=64 font-size=13.5 fill=#454c52",
    '  text x=22 y=96 font-size=14 font-weight=700 fill=#14181b "legend"',
    '  text x=208 y=96 text-anchor=end font-size=11.5 fill=#454c52 "3 shown"',
    "  path d=M22,106h186 stroke=#e0e0e0 stroke-width=1",
    '  text x=22 y=121 font-size=10.5 fill=#454c52 "legend.mode"',
    "  g transform=translate(22,129)",
    "    line x1=2 y1=6 x2=34 y2=6 stroke=#df0000 stroke-width=2.3",
    "    | stroke-linecap=round",
    '  text x=68 y=139 font-size=12.5 fill=#14181b "Rail"',
    '  text x=208 y=139 text-anchor=end font-size=12 fill=#454c52 "2"',
    "  g transform=translate(22,148.5)",
    "    line x1=2 y1=6 x2=34 y2=6 stroke=#008000 stroke-width=4.6",
    "    | stroke-linecap=round",
    '  text x=68 y=158.5 font-size=12.5 fill=#14181b "Road"',
    '  text x=208 y=158.5 text-anchor=end font-size=12 fill=#454c52 "1"',
    "  path d=M22,169h186 stroke=#e0e0e0 stroke-width=1",
    '  text x=22 y=184 font-size=10.5 fill=#454c52 "legend.status"',
    "  g transform=translate(22,192)",
    "    line x1=2 y1=6 x2=34 y2=6 stroke=#454c52 stroke-width=1.3",
    "    | stroke-linecap=round stroke-dasharray=1.3 2.6",
    '  text x=68 y=202 font-size=12.5 fill=#14181b "Research"',
    '  text x=208 y=202 text-anchor=end font-size=12 fill=#454c52 "1"',
    "  g transform=translate(22,211.5)",
    "    line x1=2 y1=6 x2=34 y2=6 stroke=#454c52 stroke-width=3.9",
    "    | stroke-linecap=round",
    "    line x1=2 y1=6 x2=34 y2=6 stroke=#ffffff stroke-width=1.4",
    '  text x=68 y=221.5 font-size=12.5 fill=#14181b "status.construction"',
    '  text x=208 y=221.5 text-anchor=end font-size=12 fill=#454c52 "1"',
    "  g transform=translate(22,231)",
    "    line x1=2 y1=6 x2=34 y2=6 stroke=#454c52 stroke-width=2.6 stroke-linecap=butt",
    '  text x=68 y=241 font-size=12.5 fill=#14181b "status.unspecified"',
    '  text x=208 y=241 text-anchor=end font-size=12 fill=#454c52 "1"',
    '  text x=22 y=261.5 font-size=10 font-weight=400 fill=#454c52 "1 nowhere"',
    "  path d=M22,271.7h186 stroke=#e0e0e0 stroke-width=1",
    '  text x=22 y=286.7 font-size=10.5 fill=#454c52 "page.projects"',
    "  g transform=translate(22,295.7) scale(.62)",
    "    line x1=2 y1=6 x2=34 y2=6 stroke=#df0000 stroke-width=3.5",
    "    | stroke-linecap=round",
    "    line x1=2 y1=6 x2=34 y2=6 stroke=#ffffff stroke-width=1.2",
    '  text x=51 y=303.2 font-size=10.5 fill=#14181b "Yukun HSR"',
    "  g transform=translate(22,311.2) scale(.62)",
    "    line x1=2 y1=6 x2=34 y2=6 stroke=#008000 stroke-width=2.3",
    "    | stroke-linecap=round stroke-dasharray=2.3 4.6",
    '  text x=51 y=318.7 font-size=10.5 fill=#14181b "Some Road"',
    "  g transform=translate(22,326.7) scale(.62)",
    "    line x1=2 y1=6 x2=34 y2=6 stroke=#df0000 stroke-width=2.3 stroke-linecap=butt",
    '  text x=51 y=334.2 font-size=10.5 fill=#14181b "Bare"',
    "  defs",
    "    clipPath id=atlas-map-area-230",
    "      rect x=230 y=84 width=868 height=623.8",
    "  rect x=230 y=84 width=868 height=623.8 fill=#e9e7e1",
    "  g clip-path=url(#atlas-map-area-230)",
    "  path d=M984,689.8v6h100v-6 fill=none stroke=#14181b stroke-width=1.3",
    '  text x=1034 y=687.8 text-anchor=middle font-size=11 fill=#14181b "100 km"',
    "  rect x=230 y=84 width=868 height=623.8 fill=none stroke=#5d5a54",
    "  | stroke-width=0.8",
    '  text x=22 y=726.8 font-size=12 font-weight=700 fill=#14181b "schematic"',
    '  text x=22 y=739.4 font-size=9 fill=#454c52 "page.sources: The early plan ·',
    '  | 2019-01; The late plan · 2021-01"',
    '  text x=22 y=752 font-size=9 fill=#454c52 "attribution"',
  ]);
  // The second view, out of sight, is gone.
  assert.equal(root.querySelectorAll(".page-offscreen").length, 0);
});

test("a sheet in the other language, its size said otherwise, with what is chosen", () => {
  const { svg, texts } = sheet(
    {
      config: { lang: "zh", subtitle: "下", filter: { q: "r", plan: ["late"] }, selected: "road" },
      change: ({ plans }) => {
        plans[1].number = "一号";
      },
    },
    { width: 900, height: 600, out: ["100%", 50] },
  );
  assert.deepEqual(
    ["width", "height", "xml:lang", "viewBox"].map((name) => svg.getAttribute(name)),
    ["100%", "50", "zh-CN", "0 0 900 600"],
  );
  const said = texts.map(([text]) => text);
  assert.equal(said[2], "下　·　filter.plan：晚；search r");
  assert.ok(said.includes("page.sources：晚的计划 · 一号 · 2021-01"));
  const at = said.indexOf("page.selected");
  assert.deepEqual(
    texts.slice(at, at + 3).map((row) => [row[0], row[3]]),
    [
      ["page.selected", 10.5],
      ["某高速", 14],
      ["公路 · 研究", 11.5],
    ],
  );
});

test("a title too long for its line is smaller, down to fifteen, then cut", () => {
  // A sign is ten wide at any size: of 976 there is room for 97.
  const title = (n) => {
    const [[text, , , size]] = sheet({ config: { title: "大".repeat(n) } }).texts;
    return [text.length, text.at(-1), size];
  };
  assert.deepEqual(title(92), [92, "大", 26]);
  assert.deepEqual(title(93), [92, "…", 15]);
});

test("the list of projects is as long as there is room, and says how many more there are", () => {
  const listed = (n, height) => {
    const { texts } = sheet(
      {
        change: (payload) => {
          const [rail] = payload.projects;
          payload.projects = Array.from({ length: n }, (_, i) => ({ ...rail, id: `p${i}` }));
        },
      },
      { width: 1120, height },
    );
    const at = texts.findIndex(([text]) => text === "page.projects");
    const rows = at < 0 ? [] : texts.slice(at + 1).filter((row) => row[1] === 51);
    const gaps = rows.slice(1).map((row, i) => row[2] - rows[i][2]);
    assert.ok(gaps.every((gap) => Math.abs(gap - 15.5) < 1e-9));
    return [rows.length, rows.length ? rows.at(-1)[0] : ""];
  };
  assert.deepEqual(listed(3, 324), [0, ""]);
  assert.deepEqual(listed(3, 325), [3, "Yukun HSR"]);
  assert.deepEqual(listed(4, 325), [3, "2 more"]);
  assert.deepEqual(listed(6, 325), [3, "4 more"]);
  assert.deepEqual(listed(7, 325), [0, ""]);
});

test("the scale is one, two or five of a power of ten, at most 130 units long", () => {
  const scale = (metres) => {
    const its = made();
    its.sizes.metres = metres;
    const svg = drawSheet(its.page, { width: 1120, height: 767 });
    const text = svg.children.find((node) => node.getAttribute("font-size") === "11");
    const line = svg.all("path", { "stroke-width": "1.3" })[0].getAttribute("d");
    return [text.textContent, Number(/h(.*)v/.exec(line)[1])];
  };
  // A hundred units are so many metres.
  assert.deepEqual(scale(100000), ["100 km", 100]);
  assert.deepEqual(scale(153846), ["100 km", 100000 / 1538.46]);
  assert.deepEqual(scale(153847), ["200 km", 200000 / 1538.47]);
  assert.deepEqual(scale(384615), ["200 km", 200000 / 3846.15]);
  assert.deepEqual(scale(384616), ["500 km", 500000 / 3846.16]);
  assert.deepEqual(scale(7000), ["5 km", 5000 / 70]);
});

test("long texts break into as many lines as there is room for, each in its own letters", () => {
  const long = "长".repeat(700);
  measured();
  const { texts } = sheet({
    config: { lang: "zh", selected: "bare", subtitle: long },
    change: (payload) => {
      payload.plans[0].title = [long, ""];
      payload.projects[3].name = [long, ""];
      payload.words.zh.attribution = long;
    },
  });
  const rows = (size, x) => texts.filter((row) => row[3] === size && row[1] === x).length;
  // Sources have four lines and where the map is from two; a line the second title and what the
  // project is; its name three.
  assert.deepEqual([rows(9, 22), rows(13.5, 22), rows(11.5, 22)], [6, 1, 1]);
  assert.equal(rows(14, 22) - 1, 3);
  // Every text is measured in the letters that it is written in.
  const letters = new Set(measured().map(([font]) => font));
  const small = [9, 10, 10.5, 11.5, 13.5].map((size) => `400 ${size}px F`);
  assert.deepEqual(Array.from(letters).sort(), [...small, "700 14px F", "700 26px F"].sort());
});

test("the legend tells places of a mode that has lines too, and areas", () => {
  const keys = (change) =>
    sheet({ change, config: { filter: { mode: [] } } })
      .texts.map(([text]) => text)
      .filter((text) => /^legend\.(shape|point|area)/.test(text));
  assert.deepEqual(
    keys(() => {}),
    [],
  );
  const [first, ...rest] = keys(({ projects }) => {
    const port = projects.find((p) => p.mode === "port");
    port.mode = "rail";
  });
  assert.deepEqual([first, rest.length], ["legend.shape", 1]);
});

test("sources take four lines at most, the licence two, within the edges of the sheet", () => {
  const fine = (n) => {
    const { texts } = sheet({
      change: (payload) => {
        payload.plans[0].title = ["长", "abcd ".repeat(n)];
        payload.words.en.attribution = "efgh ".repeat(n);
      },
    });
    return texts.filter(([, , , size]) => size === 9).map(([text, x]) => [text, x]);
  };
  assert.equal(fine(1).length, 2);
  const many = fine(400);
  assert.equal(many.length, 6);
  many.forEach(([text, x]) => {
    // Ten pixels a letter: 1076 between the edges have room for 107, and no line wastes a word's.
    assert.equal(x, 22);
    assert.ok(text.length <= 107 && text.length > 100, `${text.length}`);
  });
  assert.deepEqual(
    many.map(([text]) => /efgh/.test(text)),
    [false, false, false, false, true, true],
  );
});
