// The pages without a map: bars that count, promises, and what the data are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { outcome } from "../outcome/small-model.js";
import { made } from "./small-explorer.js";

const charts = (its) =>
  its.ex.pages
    .get("charts")
    .querySelectorAll(".app-chart")
    .map((box) => [
      box.texts("h2")[0].slice(11),
      box.querySelectorAll(".app-bar-row").map((row) => {
        const fill = row.querySelector(".app-bar-fill").style;
        const on = row.getAttribute("aria-pressed") === "true" ? " +" : "";
        const told = [row.texts("span")[0], row.texts("span").at(-1), fill.width];
        return told.concat(fill.background || []).join(" ") + on;
      }),
    ]);

test("bars as long as their numbers, the longest the whole", () => {
  const its = made({ search: "?lang=en&tab=charts" });
  assert.deepEqual(charts(its), [
    ["mode", ["Rail 2 100.0% #ff0000 +", "Road 1 50.0% #00ff00 +", "mode.port 1 50.0% #0000ff"]],
    [
      "status",
      [
        "Research 1 100.0%",
        "status.construction 1 100.0%",
        "status.operation 0 0.0%",
        "status.unspecified 1 100.0%",
      ],
    ],
    [
      "current",
      [
        "current.planned 0 0.0%",
        "Built 1 100.0%",
        "current.open 1 100.0%",
        "current.unknown 1 100.0%",
      ],
    ],
    ["verdict", ["verdict.kept 1 100.0%", "verdict.late 1 100.0%", "verdict.missed 1 100.0%"]],
    ["plan", ["Early 1 33.3%", "Late 3 100.0%"]],
    ["region", ["North 1 100.0%", "South 1 100.0%"]],
    ["length", ["Yu 40 100.0%", "Cheng 15 37.5%"]],
  ]);
  const [row] = its.ex.pages.get("charts").querySelectorAll(".app-bar-row");
  assert.equal(row.all("span")[0].title, "Rail");
  assert.deepEqual(
    charts(made({ search: "?tab=charts", theme: () => "dark" }))[0][1][0].split(" ")[3],
    "#ff8888",
  );
});

test("a click on a bar filters, and the keyboard stays on it", () => {
  const its = made({ search: "?lang=en&tab=charts" });
  const bar = (choice) => its.ex.pages.get("charts").all("button", { "data-choice": choice })[0];
  bar("region=south").focus();
  bar("region=south").hear("click");
  assert.deepEqual([its.ex.state.region, its.shown()], [["south"], ["road"]]);
  assert.equal(globalThis.document.activeElement, bar("region=south"));
  // Regions by number; one that is empty goes, unless it is chosen.
  assert.deepEqual(charts(its)[5], ["region", ["North 1 100.0%", "South 1 100.0% +"]]);
  assert.deepEqual(charts(its)[6], ["length", ["Yu 40 100.0%"]]);
  bar("current=open").hear("click");
  assert.deepEqual(charts(its)[5], ["region", ["South 1 100.0% +"]]);
  bar("current=open").hear("click");
  bar("current=construction").hear("click");
  assert.deepEqual(charts(its)[5], ["region", ["North 1 100.0%", "South 0 0.0% +"]]);
  const more = made({
    search: "?tab=charts",
    change: ({ projects, plans }) => {
      projects[3].regions = [1];
      projects[0].county_km = [10.4, 5.2];
      plans[0].short = ["", "Early"];
    },
  });
  assert.deepEqual(
    [charts(more)[5][1], charts(more)[6][1], charts(more)[4][1][0]],
    [["南区 2 100.0%", "北区 1 50.0%"], ["渝市 40 100.0%", "成市 16 39.0%"], "Early 1 33.3%"],
  );
});

test("where nothing is found every bar is empty", () => {
  const its = made({ search: "?tab=charts&q=nothing" });
  assert.deepEqual(charts(its)[4], ["plan", ["早 0 0.0%", "晚 0 0.0%"]]);
});

test("promises of what is left; a project opens on the map as it is now, all can be shown", () => {
  const its = made({
    search: "?tab=outcomes&on=2020&lang=en",
    change: ({ projects }) => {
      projects[0].outcomes = [outcome(0, 2020, "late", "2021-02"), outcome(1, 2025, "missed")];
      projects[1].outcomes = [outcome(1, 2030, "kept", "2020")];
    },
  });
  const box = its.ex.pages.get("outcomes");
  const rows = () => box.querySelector(".is-open").all("tbody")[0].all("tr");
  assert.deepEqual(
    rows().map((tr) => tr.children[0].textContent),
    ["Yukun HSR", "Yukun HSR", "Some Road"],
  );
  its.ex.set({ year: [2025] });
  assert.equal(rows().length, 1);
  rows()[0].all("button")[0].hear("click");
  assert.deepEqual([its.ex.state.tab, its.ex.state.on, its.ex.view.selected], ["map", "", "rail"]);
  its.ex.set({ tab: "outcomes", q: "bare" });
  const [widen] = box.all("button").filter((b) => b.textContent === "outcome.all");
  widen.hear("click");
  assert.deepEqual([its.ex.state.q, its.ex.state.mode], ["", []]);
  assert.equal(rows().length, 3);
});

const MORE = {
  places: 1234,
  regions: [{ definition: "Defined", source: "S", area: 1234.6 }],
};

/** The tables of the page on the data: their title, heads and rows, and its lists. */
async function about(search, change, more = MORE) {
  const asked = [];
  const its = made({
    search: `?tab=data${search}`,
    change,
    more: () => {
      asked.push(1);
      return Promise.resolve(more);
    },
  });
  await Promise.resolve();
  const box = its.ex.pages.get("data");
  const sections = box.querySelectorAll(".app-about").map((part) => ({
    title: part.texts("h2")[0].replace("app.data.", ""),
    heads: part
      .texts("th")
      .slice(0, part.all("thead")[0] ? part.all("thead")[0].texts("th").length : 0),
    rows: part
      .all("tbody")
      .flatMap((body) => body.all("tr").map((tr) => tr.children.map((td) => td.textContent))),
    numbers: part.all("thead").flatMap((head) => head.all("th").map((th) => th.is("is-number"))),
    text: part.texts("p"),
  }));
  return { its, asked, box, sections };
}

const facts = (payload) => {
  const [rail, road, port] = payload.projects;
  rail.mentions.push({ ...road.mentions[0] });
  payload.plans[0].issuer = "Office";
  payload.plans[0].number = "No. 1";
  payload.plans[1].issuer = "Bureau";
  Object.assign(rail, {
    precision: "routed",
    uncertainty: 999,
    km: 1000.4,
    events: [{ disputed: 1 }, { disputed: 0 }],
  });
  Object.assign(road, { precision: "endpoints", uncertainty: 20001, km: 300.2 });
  Object.assign(port, { precision: "endpoints", uncertainty: 20000, events: [{ disputed: 1 }] });
};

test("the figures of the data", async () => {
  const { box, asked, its } = await about("&lang=en", facts);
  const figures = (page) => page.texts("dd").map((n, i) => `${page.texts("dt")[i].slice(16)} ${n}`);
  assert.deepEqual(figures(box), [
    "projects 4",
    "mentions 6",
    "drawn 3",
    "km 1,301",
    "counties 3",
    "places 1,234",
  ]);
  assert.equal(box.texts("p")[0], "app.data.intro");
  // Asked for once.
  its.ex.set({ q: "x" });
  assert.deepEqual(asked, [1]);
});

test("the plans, what words mean, how exact the places are, and the regions", async () => {
  const { sections } = await about("&lang=en", facts);
  const section = (title) => sections.find((part) => part.title === title);
  assert.deepEqual(
    sections.map((part) => part.title),
    ["plans", "current", "status", "precision", "regions", "gaps", "sources"],
  );
  assert.deepEqual(section("plans").heads, [
    "app.data.plan",
    "app.data.issuer",
    "app.data.date",
    "app.data.mentions",
    "app.data.count",
  ]);
  assert.deepEqual(section("plans").rows, [
    ["The early plan", "Office · No. 1", "2019-01", "2", "2"],
    ["The late plan", "Bureau", "2021-01", "4", "3"],
  ]);
  assert.deepEqual(section("plans").numbers, [false, false, false, true, true]);
  assert.deepEqual(section("current").rows, [
    ["current.planned", "current.planned.means", "0"],
    ["Built", "current.construction.means", "1"],
    ["current.open", "current.open.means", "2"],
    ["current.unknown", "current.unknown.means", "1"],
  ]);
  assert.deepEqual(section("current").text, ["app.data.current.text"]);
  assert.deepEqual(section("current").numbers, [false, false, true]);
  assert.deepEqual(
    section("status").rows.map((row) => row[2]),
    ["1", "1", "1", "1"],
  );
  assert.deepEqual(
    section("precision").rows.map((row) => `${row[0].slice(10)} ${row.slice(2).join(" ")}`),
    [
      "traced 0 —",
      "routed 1 < 1 km",
      "waypoints 0 —",
      "endpoints 2 20 km",
      "place 0 —",
      "area 0 —",
      "none 1 —",
    ],
  );
  assert.deepEqual(section("precision").numbers, [false, false, true, true]);
  assert.deepEqual(section("regions").rows, [
    ["North", "Defined", "1,235"],
    ["South", "", ""],
  ]);
  assert.deepEqual(section("regions").numbers, [false, false, true]);
  assert.deepEqual(section("sources").text, ["app.data.datum", "schematic"]);
  assert.equal(section("sources").rows.length, 6);
});

test("where the data are weak is counted", async () => {
  const { box } = await about("", facts);
  const gaps = box.querySelector(".app-gaps");
  assert.deepEqual(gaps.texts("li"), [
    "app.data.gap.scope",
    "none 1",
    "ends 2",
    "area 0",
    "wide 1",
    "years 2",
    "disputed 2",
    "app.data.gap.inferred",
  ]);
});

test("of several bands the middle one, the lower of two, in whole kilometres", async () => {
  const error = async (...bands) => {
    const { sections } = await about("", (payload) => {
      payload.projects.forEach((p, i) => {
        Object.assign(p, { precision: "traced", uncertainty: bands[i] });
      });
    });
    return sections.find((part) => part.title === "precision").rows[0][3];
  };
  assert.equal(await error(9000, 1000, 4000), "4 km");
  assert.equal(await error(9000, 1000, 4000, 2000), "2 km");
  assert.equal(await error(1000), "1 km");
  assert.equal(await error(999), "< 1 km");
  assert.equal(await error(1600, 0, 0, 0), "2 km");
  assert.equal(await error(600400), "600 km");
  assert.equal(await error(600500), "601 km");
});

test("what did not come is asked for again", async () => {
  let times = 0;
  const its = made({
    search: "?tab=data",
    more: () => {
      times += 1;
      return Promise.reject(new Error());
    },
  });
  await new Promise((done) => setImmediate(done));
  its.ex.set({ q: "x" });
  assert.equal(times, 2);
  its.ex.set({ q: "y" });
  assert.equal(times, 2);
});
