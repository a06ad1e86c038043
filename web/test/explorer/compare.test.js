// Two plans side by side, and the matrix of what each plan says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { made } from "./small-explorer.js";

// What the two plans say, what is said before each, and what changes from plan to plan.
const FORWARD = "01.0.1..011",
  BACK = "10.1.2..022",
  DROPPED = "2..2.3..033",
  NEW = ".3...0...0.";

// From the first span to the day of the facts.
const YEARS = ["2019", "2020", "2021"];

const compared = (search = "") =>
  made({
    search: `?lang=en&tab=compare&mode=all${search}`,
    change: (payload) => {
      payload.histories = [FORWARD, BACK, DROPPED, NEW];
    },
  });

const box = (its, tab = "compare") => its.ex.pages.get(tab);
const head = (its, tab) => box(its, tab).all("thead")[0].texts("th");
const cells = (its, tab) =>
  box(its, tab)
    .all("tbody")[0]
    .all("tr")
    .map((tr) => [tr.getAttribute("data-row"), ...tr.children.map((cell) => cell.textContent)]);
/** How many there are of each change, "+" where chosen, "!" where there is none. */
const chips = ({ ex }) =>
  ex.above
    .querySelectorAll(".app-choice")
    .map(
      (b) =>
        b.getAttribute("aria-label") +
        (b.getAttribute("aria-pressed") === "true" ? " +" : "") +
        (b.is("is-empty") ? " !" : ""),
    );
const selects = ({ ex }) => ex.above.all("select");
const note = ({ ex }) => ex.above.texts("p")[0];

test("what is chosen between the plans is a group with a name", () => {
  const group = compared().ex.above.querySelector(".app-choices");
  assert.deepEqual(
    ["role", "aria-label"].map((name) => group.getAttribute(name)),
    ["group", "compare.change"],
  );
});

test("the newer plan against all before it, in the order of the changes", () => {
  const its = compared();
  assert.deepEqual(head(its), [
    "column.name",
    "column.mode",
    "compare.earlier",
    "Late",
    "compare.change",
  ]);
  assert.deepEqual(cells(its), [
    ["bare", "Bare", "Rail", "", "change.only_named", "+change.new"],
    ["rail", "Yukun HSR", "Rail", "Research", "status.construction", "↑change.forward"],
    ["road", "Some Road", "Road", "status.construction", "Research", "↓change.back"],
    ["port", "Some Port", "mode.port", "status.operation", "", "−change.dropped"],
  ]);
  assert.deepEqual(chips(its), [
    "change.new 1",
    "change.forward 1",
    "change.back 1",
    "change.dropped 1",
  ]);
  assert.deepEqual(
    selects(its).map((s) => [
      s.getAttribute("aria-label"),
      s.value,
      !!s.disabled,
      s.texts("option"),
    ]),
    [
      [
        "compare.from",
        "earlier",
        false,
        ["compare.earlier", "compare.all", "Early", "Late", ...YEARS],
      ],
      ["compare.to", "late", false, ["Early", "Late", ...YEARS]],
    ],
  );
  assert.equal(note(its), "compare.note");
  const [chip] = its.ex.above.querySelectorAll(".app-choice");
  assert.deepEqual(
    [chip.title, chip.texts("span").slice(-2)],
    ["change.new.means", ["change.new", "1"]],
  );
});

test("the map shows what is compared in the colours of the changes", () => {
  const { ex } = compared();
  const drawn = () => [
    Array.from(ex.view.said),
    ex.view.paint && Array.from(ex.view.paint),
    ex.view.look,
  ];
  assert.deepEqual(drawn(), [
    [
      ["bare", "unspecified"],
      ["rail", "construction"],
      ["road", "research"],
      ["port", "operation"],
    ],
    [
      ["bare", "new"],
      ["rail", "forward"],
      ["road", "back"],
      ["port", "dropped"],
    ],
    "statuses",
  ]);
  assert.equal(ex.view.year, 0);
  ex.set({ tab: "map", view: "plan" });
  assert.deepEqual(drawn()[1], null);
});

test("only the changes that are chosen are listed and drawn; all are counted", () => {
  const its = compared("&change=back,dropped");
  assert.deepEqual(
    [cells(its).map(([id]) => id), its.shown()],
    [
      ["road", "port"],
      ["road", "port"],
    ],
  );
  assert.deepEqual(chips(its), [
    "change.new 1",
    "change.forward 1",
    "change.back 1 +",
    "change.dropped 1 +",
  ]);
  its.press("change=back");
  assert.deepEqual([its.ex.state.change, its.shown()], [["dropped"], ["port"]]);
  its.ex.set({ mode: ["rail"] });
  assert.deepEqual(chips(its), [
    "change.new 1",
    "change.forward 1",
    "change.back 0 !",
    "change.dropped 0 + !",
  ]);
  assert.deepEqual(
    its.ex.above.querySelectorAll(".app-n").map((n) => n.textContent),
    ["1", "1", "0", "0"],
  );
});

test("two plans are read from the earlier to the later, whichever is chosen first", () => {
  for (const search of ["&from=early&to=late", "&from=late&to=early"]) {
    const its = compared(search);
    assert.deepEqual(head(its).slice(2), ["Early", "Late", "compare.change"]);
    assert.deepEqual(cells(its)[1].slice(3, 5), ["Research", "status.construction"]);
  }
  const its = compared("&to=early");
  assert.deepEqual(head(its).slice(2), ["compare.earlier", "Early", "compare.change"]);
});

test("all plans in turn: from the first that names a project to the last", () => {
  const its = compared("&from=all&change=back");
  assert.deepEqual(head(its).slice(2, 4), ["compare.first", "compare.last"]);
  assert.deepEqual(cells(its), [
    ["road", "Some Road", "Road", "status.construction", "Research", "↓change.back"],
  ]);
  assert.deepEqual([selects(its)[1].disabled, note(its)], [true, "compare.note.all"]);
});

test("another plan makes the table anew and forgets the changes; a filter does not", () => {
  const its = compared("&change=back");
  const [from, to] = selects(its);
  const [before] = box(its).all("table");
  its.ex.set({ q: "road" });
  assert.equal(box(its).all("table")[0], before);
  from.value = "all";
  from.hear("change");
  assert.deepEqual([its.ex.state.from, its.ex.state.change], ["all", []]);
  assert.notEqual(box(its).all("table")[0], before);
  assert.equal(box(its).all("table").length, 1);
  its.ex.set({ change: ["new"] });
  to.value = "early";
  to.hear("change");
  assert.deepEqual([its.ex.state.to, its.ex.state.change, to.value], ["early", [], "early"]);
});

test("a row opens its project on the map", () => {
  const its = compared();
  const table = its.ex.pages.get("compare").all("tbody")[0];
  globalThis.Element = Object;
  table.hear("click", { target: table.all("tr")[3] });
  assert.equal(its.ex.view.selected, "port");
  assert.equal(its.ex.state.tab, "compare");
});

test("the matrix has what each plan says and what is known now; a step back is marked", () => {
  const its = compared("&tab=matrix");
  assert.deepEqual(head(its, "matrix"), [
    "column.name",
    "column.mode",
    "Early",
    "Late",
    "column.current",
  ]);
  assert.deepEqual(cells(its, "matrix"), [
    ["rail", "Yukun HSR", "Rail", "Research", "status.construction", "Built"],
    ["road", "Some Road", "Road", "status.construction", "Research", "current.open"],
    ["port", "Some Port", "mode.port", "status.operation", "", "current.open"],
    ["bare", "Bare", "Rail", "", "status.unspecified", "current.unknown"],
  ]);
  const back = box(its, "matrix").querySelectorAll(".is-back");
  assert.deepEqual(
    back.map((td) => [td.parentElement.getAttribute("data-row"), td.textContent, td.title]),
    [["road", "Research", "change.back"]],
  );
  const frame = box(its, "matrix").querySelector(".atlas-table-scroll");
  assert.deepEqual(
    [frame.getAttribute("aria-label"), frame.is("is-tall"), box(its, "matrix").texts("p")],
    ["app.tab.matrix", true, ["app.matrix.note"]],
  );
  const table = box(its, "matrix").all("tbody")[0];
  globalThis.Element = Object;
  table.hear("click", { target: table.all("tr")[1] });
  assert.deepEqual([its.ex.view.selected, its.ex.state.tab], ["road", "map"]);
});

test("a cell has the sample of its status and mode: a line, or the symbol of a place", () => {
  const its = compared("&tab=matrix");
  const marks = (row, cell) => {
    const td = box(its, "matrix").all("tbody")[0].all("tr")[row].children[cell];
    return [...td.all("line"), ...td.all("path")].map((n) => [n.tag, n.getAttribute("stroke")]);
  };
  assert.deepEqual(marks(0, 2), [["line", "#ff0000"]]);
  assert.deepEqual(marks(2, 2), [["path", "#0000ff"]]);
  assert.deepEqual(marks(2, 3), []);
});

test("two hundred rows are shown, and a thousand more on request", () => {
  for (const [n, shown, more, next] of [
    [200, 200, [], 200],
    [201, 200, ["1 more"], 201],
    [1250, 200, ["1050 more"], 1200],
  ]) {
    const its = made({
      search: "?tab=matrix&mode=all",
      change: (payload) => {
        const [rail] = payload.projects;
        payload.projects = Array.from({ length: n }, (_, i) => ({ ...rail, id: `p${i}` }));
      },
    });
    const page = box(its, "matrix");
    const count = () => page.all("tbody")[0].children.length;
    const links = page.querySelectorAll(".atlas-link").filter((b) => !b.hidden);
    assert.deepEqual([count(), links.map((b) => b.textContent)], [shown, more]);
    if (links.length) links[0].hear("click");
    assert.equal(count(), next);
  }
});

test("the counter, the filters and the downloads are of what is compared", () => {
  const its = compared("&from=early&to=late&plan=early&status=research");
  const { ex, page } = its;
  const total = () => page.querySelector(".app-count").texts("b")[0];
  const n = (choice) => its.find(choice).texts("span").at(-1);
  assert.deepEqual([total(), ex.left.ids], ["4 of 4, 3 changed", ["bare", "rail", "road", "port"]]);
  assert.deepEqual([n("mode=rail"), n("mode=port")], ["2", "1"]);
  its.press("change=back");
  assert.deepEqual([total(), ex.left.ids], ["1 of 4, 1 changed", ["road"]]);
  assert.deepEqual([n("mode=rail"), n("mode=highway")], ["0", "1"]);
  assert.equal(page.querySelector(".app-downloads").texts("button")[0], "download 1");
  // A choice says what it would leave: others are counted that its own field leaves out.
  ex.set({ change: [], mode: ["rail"] });
  assert.deepEqual([total(), n("mode=highway")], ["2 of 4, 2 changed", "1"]);
  ex.set({ tab: "map" });
  assert.equal(total(), "1 of 4");
});

test("nothing on either side is said, and nothing is there to take away", () => {
  const its = compared("&q=nothing");
  assert.equal(note(its), "compare.none");
  assert.equal(its.page.querySelector(".app-downloads").all("button")[0].disabled, true);
  its.ex.set({ q: "" });
  assert.equal(note(its), "compare.note");
});

test("another comparison is gone to, where what changed lies; a filter moves nothing", () => {
  const { ex, press } = compared("&from=early&to=late");
  const fits = [];
  ex.view.fit = (ids) => fits.push(ids);
  press("change=dropped");
  assert.deepEqual(fits.splice(0), [undefined]);
  press("change=back");
  assert.deepEqual(fits.splice(0), [["road"]]);
  ex.set({ q: "r" });
  assert.deepEqual(fits.splice(0), []);
  ex.set({ tab: "map" });
  assert.deepEqual(fits.splice(0), []);
  ex.set({ tab: "compare", q: "" });
  assert.deepEqual(fits.splice(0), [["road"]]);
  ex.clear([]);
  assert.deepEqual(fits, [["bare", "rail", "road"]]);
});

test("a year is compared with a year: whichever is chosen, the other is one too", () => {
  const its = compared();
  const [from, to] = selects(its);
  const choose = (select, value) => {
    select.value = value;
    select.hear("change");
    return [its.ex.state.from, its.ex.state.to, from.value, to.value];
  };
  assert.deepEqual(choose(from, "2020"), ["2020", "2021", "2020", "2021"]);
  assert.equal(note(its), "compare.note.years");
  assert.deepEqual(head(its).slice(2, 4), ["2020", "2021"]);
  // Only what can become of anything between years is offered.
  const offered = () => its.ex.above.querySelectorAll(".app-choice").filter((b) => !b.hidden);
  assert.equal(offered().length, 2);
  assert.deepEqual(choose(to, "2019"), ["2020", "2019", "2019", "2020"]);
  assert.deepEqual(choose(to, "early"), ["earlier", "early", "earlier", "early"]);
  assert.equal(offered().length, 4);
  assert.deepEqual(choose(to, "2020"), ["2019", "2020", "2019", "2020"]);
  assert.deepEqual(choose(from, "all"), ["all", "late", "all", "late"]);
});

/** The two maps: heading, name of the region, what is shown in which look. */
function maps({ ex, page }) {
  const root = page.querySelector(".atlas"),
    boxes = page.querySelectorAll(".atlas-map");
  return {
    way: ["has-second", "is-swiped"].filter((name) => root.is(name)),
    heads: page.querySelectorAll(".atlas-side").map((head) => head.textContent),
    labels: boxes.map((box) => box.getAttribute("aria-label").split(" — ")[0]),
    shown: page.querySelectorAll(".atlas").map((one) => one.getAttribute("data-shown")),
    look: page.querySelectorAll(".atlas").map((one) => one.getAttribute("data-look")),
    paint: ex.view.paint,
  };
}

test("two maps, each as one plan has it, with its own heading; one again", () => {
  const its = compared("&from=early&to=late&maps=two");
  assert.deepEqual(maps(its), {
    way: ["has-second"],
    heads: ["Early: 3", "Late: 3"],
    labels: ["Early", "Late"],
    shown: ["3", "3"],
    look: ["statuses", "statuses"],
    paint: null,
  });
  its.press("maps=swipe");
  assert.deepEqual(maps(its).way, ["has-second", "is-swiped"]);
  assert.equal(its.page.querySelector(".atlas-divider").hidden, false);
  its.press("change=dropped");
  assert.deepEqual(maps(its).heads, ["Early: 1", "Late: 0"]);
  its.press("maps=one");
  const one = maps(its);
  assert.deepEqual([one.way, one.heads, one.labels], [[], [], ["map.label"]]);
  assert.deepEqual(Array.from(one.paint), [["port", "dropped"]]);
});

test("two maps go when another page is opened, and with the explorer", () => {
  const its = compared("&from=early&to=late&maps=swipe");
  its.ex.set({ tab: "matrix" });
  assert.deepEqual(maps(its).heads, []);
  its.ex.set({ tab: "compare" });
  assert.deepEqual(maps(its).heads, ["Early: 3", "Late: 3"]);
  its.since();
  its.ex.destroy();
  assert.equal(its.since().filter(([what]) => what === "remove").length, 2);
});

test("what one side alone names is selected on its map; nobody is put on the other", () => {
  const its = compared("&from=early&to=late&maps=two");
  its.ex.select("port");
  assert.deepEqual([its.ex.view.selected, its.ex.state.project], ["port", "port"]);
  its.ex.select("bare");
  assert.deepEqual([its.ex.view.selected, its.ex.view.shown.has("bare")], ["bare", false]);
  assert.deepEqual(maps(its).shown, ["3", "3"]);
  its.ex.set({ change: ["dropped"] });
  assert.deepEqual([its.ex.view.selected, its.ex.state.project], [null, ""]);
});
