// A project's card: each of its sections, what it says and what it leads to.
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventList } from "../../src/project/events.js";
import { written } from "../small-dom.js";
import { FACT, FULL, made } from "./small-card.js";

const same = assert.deepEqual;
test("the head names it in both languages, with its mode, status and whole", () => {
  const { card, told } = made({ id: "road", statusOf: () => "construction" });
  const head = card().all("header")[0];
  same(written(head), [
    "header class=atlas-card-head",
    '  button class=atlas-close aria-label=card.close "×"',
    "  div class=atlas-card-tags",
    "    span class=atlas-chip",
    "      svg class=atlas-sample viewBox=0 0 36 12 aria-hidden=true",
    "        line x1=2 y1=6 x2=34 y2=6 stroke=#00ff00 stroke-width=4",
    "        | stroke-linecap=round",
    '      span "mode.highway"',
    "    span class=atlas-chip",
    "      svg class=atlas-sample viewBox=0 0 36 12 aria-hidden=true",
    "        line x1=2 y1=6 x2=34 y2=6 stroke=#777777 stroke-width=3.9",
    "        | stroke-linecap=round",
    "        line x1=2 y1=6 x2=34 y2=6 stroke=#ffffff stroke-width=1.4",
    '      span "status.construction"',
    '  h2 "Some Road"',
    '  p class=atlas-other "某高速"',
    "  p class=atlas-small",
    '    button class=atlas-link "Yukun HSR"',
    '  button class=atlas-button "card.zoom"',
  ]);
  assert.equal(head.style.borderTopColor, "#00ff00");
  head.all("button").forEach((b) => {
    b.hear("click");
  });
  assert.deepEqual(told, [["done"], ["open", "rail"], ["fit", ["road"]]]);
});

test("a head without other name, aliases, whole or place has none of them", () => {
  const { card } = made({ lang: "zh", id: "bare", full: { name: ["只名", "只名"] } });
  same(written(card().all("header")[0]), [
    "header class=atlas-card-head",
    '  button class=atlas-close aria-label=card.close "×"',
    "  div class=atlas-card-tags",
    "    span class=atlas-chip",
    "      svg class=atlas-sample viewBox=0 0 36 12 aria-hidden=true",
    "        line x1=2 y1=6 x2=34 y2=6 stroke=#ff0000 stroke-width=2",
    "        | stroke-linecap=round",
    '      span "mode.rail"',
    '  h2 "只名"',
  ]);
  const aliased = made({ lang: "zh" }).card().all("header")[0];
  assert.deepEqual(aliased.texts("p"), ["Yukun HSR", "card.aliases 成中线"]);
  assert.equal(aliased.all("p")[0].lang, "en");
  assert.equal(made().card().all("header")[0].all("p")[0].lang, "zh-CN");
  const unnamed = made({ full: { name: ["渝昆高铁", ""] } }).card();
  assert.deepEqual(unnamed.getAttribute("aria-label"), "渝昆高铁");
  assert.equal(unnamed.all("header")[0].texts("p").length, 1);
});

test("how it is drawn, each line only where there is something to say", () => {
  const { section } = made({ full: FULL });
  assert.deepEqual(section("card.how"), [
    "precision.routed — precision.routed.means",
    "card.uncertainty 950 m",
    "card.length15 kmcard.official16.5 kmcard.sourcebasis.stations",
    "card.source.showOSM · network",
    "Route",
  ]);
  assert.deepEqual(made({ id: "bare" }).section("card.how"), [
    "precision.none — precision.none.means",
    "card.nowhere",
    "",
  ]);
  const doubt = (uncertainty) => made({ full: { uncertainty } }).section("card.how")[1];
  assert.deepEqual(
    [999.4, 999.6, 1000, 1049, 1050, 12345].map(doubt),
    ["999 m", "1000 m", "1 km", "1 km", "1.1 km", "12.3 km"].map((d) => `card.uncertainty ${d}`),
  );
});

/** Two legs between the stops of the small railway. */
const LEGS = {
  steps: [1, 1],
  start: [0, 1],
  end: [1, -1],
  band: [800, 2600],
  method: [1, 2],
  basis: [0, 1],
  sources: [[1], [0, 1]],
};

test("a line tells how sure its half is and its worst, and each leg in a fold", () => {
  const full = { ...FULL, uncertainty: 2600, uncertainty_median: 800, legs: LEGS };
  const [, sure, fold] = made({ full }).section("card.how");
  assert.equal(sure, "card.uncertainty.legs 800 m 2.6 km");
  assert.match(fold, /^card.legs.+ – .+ ±800 m.+ – … ±2.6 km$/);
  const one = { ...LEGS, band: [800] };
  assert.deepEqual(
    made({ full: { ...full, legs: one } })
      .section("card.how")
      .slice(1, 2),
    ["card.uncertainty 2.6 km"],
  );
  const area = made({ full: { kind: "A", precision: "area", legs: undefined } });
  assert.equal(area.section("card.how")[1], "card.inside");
});

test("the leg that was clicked comes first, with its band, method, basis and sources", () => {
  const full = { ...FULL, legs: LEGS };
  assert.equal(made({ full }).section("card.leg"), null);
  assert.equal(made({ full, leg: { id: "road", index: 1 } }).section("card.leg"), null);
  assert.equal(made({ full, leg: { id: "rail", index: 2 } }).section("card.leg"), null);
  const { card, section } = made({ full, leg: { id: "rail", index: 1 } });
  const [ends, ...rest] = section("card.leg");
  assert.match(ends, / – …$/);
  assert.deepEqual(rest, [
    "card.uncertainty 2.6 km",
    "method.stops · basis.public",
    "card.leg.source Daily; Office",
  ]);
  assert.equal(card().querySelectorAll(".atlas-card-section")[0].texts("h3")[0], "card.leg");
});

test("what contradicts is a warning, what merely changed is told beside it", () => {
  const finding = (kind) => ({
    kind,
    plan_from: 0,
    plan_to: 1,
    words_zh: `${kind}变`,
    words_en: kind,
  });
  const both = made({ full: { findings: [finding("forward"), finding("back")] } });
  assert.deepEqual(both.section("card.findings"), ["back"]);
  assert.deepEqual(both.section("card.changed"), ["forward"]);
  const warned = both.card().querySelectorAll(".is-warning");
  assert.deepEqual(
    warned.map((box) => box.texts("h3")[0]),
    ["card.findings"],
  );
  assert.ok(!both.card().texts("p").includes("card.consistent"));
  const changed = made({ full: { findings: [finding("forward")] } });
  assert.equal(changed.section("card.findings"), null);
  assert.ok(changed.card().texts("p").includes("card.consistent"));
  // Of one plan alone there is nothing to be consistent with.
  assert.ok(!made({ id: "road" }).card().texts("p").includes("card.consistent"));
});

test("each plan once, with each of its mentions", () => {
  const mention = (plan, more) => ({
    ...{ plan, clause: "一", as_written: "名", action: "", status: 0, note: "" },
    ...{ start_year: 0, complete_year: 0, ...more },
  });
  const mentions = [
    mention(0, { start_year: 2018, complete_year: 2020, action: "开工" }),
    mention(1, { status: 1, complete_year: 2025, note: "Of old" }),
    mention(1, { status: 2, clause: "二" }),
  ];
  const { card } = made({ full: { mentions } });
  const list = card().querySelector(".atlas-history");
  same(written(list), [
    "ol class=atlas-history",
    "  li class=atlas-plan",
    "    div class=atlas-plan-head",
    '      span class=atlas-plan-year "2019"',
    '      span class=atlas-plan-name "Early"',
    "    div class=atlas-mention",
    "      div class=atlas-mention-top",
    "        span class=atlas-chip",
    "          svg class=atlas-sample viewBox=0 0 36 12 aria-hidden=true",
    "            line x1=2 y1=6 x2=34 y2=6 stroke=#777777 stroke-width=1.3",
    "            | stroke-linecap=round stroke-dasharray=1.3 2.6",
    '          span "status.research"',
    '        span class=atlas-clause "card.clause 一"',
    '        span class=atlas-mention-years "card.start 2018 · card.complete 2020"',
    "      p class=atlas-words",
    '        q "名"',
    '        q class=is-action "开工"',
    "  li class=atlas-plan",
    "    div class=atlas-plan-head",
    '      span class=atlas-plan-year "2021"',
    '      span class=atlas-plan-name "Late"',
    "    div class=atlas-mention",
    "      div class=atlas-mention-top",
    "        span class=atlas-chip",
    "          svg class=atlas-sample viewBox=0 0 36 12 aria-hidden=true",
    "            line x1=2 y1=6 x2=34 y2=6 stroke=#777777 stroke-width=3.9",
    "            | stroke-linecap=round",
    "            line x1=2 y1=6 x2=34 y2=6 stroke=#ffffff stroke-width=1.4",
    '          span "status.construction"',
    '        span class=atlas-clause "card.clause 一"',
    '        span class=atlas-mention-years "card.complete 2025"',
    "      p class=atlas-words",
    '        q "名"',
    '      p class=atlas-small "Of old"',
    "    div class=atlas-mention",
    "      div class=atlas-mention-top",
    "        span class=atlas-chip",
    "          svg class=atlas-sample viewBox=0 0 36 12 aria-hidden=true",
    "            line x1=2 y1=6 x2=34 y2=6 stroke=#777777 stroke-width=2.6",
    "            | stroke-linecap=round",
    '          span "status.operation"',
    '        span class=atlas-clause "card.clause 二"',
    "      p class=atlas-words",
    '        q "名"',
  ]);
  assert.deepEqual(
    list.all("p", { class: "atlas-words" }).map((p) => [p.lang, p.textContent]),
    [
      ["zh-CN", "名 开工"],
      ["zh-CN", "名"],
      ["zh-CN", "名"],
    ],
  );
  assert.equal(list.all("li")[0].title, "The early plan");
});

test("regions and counties by kilometres, the longest first", () => {
  const { section } = made({ full: { county_km: [10, 25.04], regions: [1, 0] } });
  assert.deepEqual(section("card.counties"), ["Yi25 kmJia10 km"]);
  assert.deepEqual(section("card.regions"), ["North35 kmSouth"]);
  const short = made({ full: { county_km: [9.94, 9.96] } }).section("card.counties");
  assert.deepEqual(short, ["Yi10 kmJia9.9 km"]);
  assert.deepEqual(made({ id: "port" }).section("card.counties"), ["Jia"]);
  assert.equal(made({ id: "bare" }).section("card.counties"), null);
  const ten = made({ full: { county_km: [10.4, 9.44] } }).section("card.counties");
  assert.deepEqual(ten, ["Jia10 kmYi9.4 km"]);
  const one = made({ full: { county_km: [0, 9.04] } }).section("card.counties");
  assert.deepEqual(one, ["Yi9 kmJia"]);
});

test("a county that is pointed at is outlined; from the fifteenth on they are folded", () => {
  const { card, told } = made();
  const [tag] = card().querySelectorAll(".atlas-tag");
  tag.hear("mouseenter");
  tag.hear("mouseleave");
  assert.deepEqual(told, [
    ["point", [0, 1]],
    ["point", []],
  ]);
  const many = (n) => {
    const its = made({
      change: (payload) => {
        const [county] = payload.base.counties;
        payload.base.counties = Array.from({ length: n }, () => county);
        payload.projects[0].counties = payload.base.counties.map((_, i) => i);
        payload.projects[0].county_km = payload.base.counties.map(() => 1);
        payload.projects[0].regions = undefined;
      },
    });
    const tags = its.card().querySelectorAll(".atlas-tags");
    return tags.map((box) => box.children.length).concat(its.card().texts("summary"));
  };
  assert.deepEqual(many(14), [14]);
  assert.deepEqual(many(15), [14, 1, "card.more 1"]);
});

test("stops, note, facts and id, each only where there is one", () => {
  const events = [{ ...FACT }];
  const full = made({ full: { ...FULL, events } });
  assert.deepEqual(full.section("card.stops"), ["Yuzhong – 昆"]);
  assert.deepEqual(full.section("card.note"), ["Note"]);
  assert.equal(full.section("card.events").length, 1);
  assert.equal(full.card().querySelector(".atlas-id").textContent, "rail");
  const bare = made({ id: "bare", change: (payload) => payload.projects.splice(0, 3) });
  assert.deepEqual(["card.stops", "card.note", "card.events", "card.axis"].map(bare.section), [
    null,
    null,
    null,
    null,
  ]);
  const related = bare.card().querySelectorAll(".atlas-card-section").at(-1);
  assert.equal(related.hidden, true);
});

test("the sentence on how far it is leads to its sources", () => {
  const { card } = made({ full: FULL });
  same(written(card().querySelector(".atlas-now")), [
    "section class=atlas-now",
    "  p class=atlas-now-words",
    "    sup",
    '      a class=atlas-cite aria-label=card.source.n 1 Daily 2021 "[1]"',
    "  ol class=atlas-sources aria-label=card.source.event",
    "    li",
    '      a class=atlas-cite "Daily 2021"',
  ]);
  const [mark, cite] = card().querySelector(".atlas-now").all("a");
  assert.deepEqual(
    [mark.href, mark.textContent, mark.getAttribute("aria-label")],
    ["https://a.cn", "[1]", "card.source.n 1 Daily 2021"],
  );
  assert.equal(cite.textContent, "Daily 2021");
  assert.equal(made().card().querySelector(".atlas-now").all("ol").length, 0);
});

test("a fact with all that is to be said of it, and one with nothing", () => {
  const doubtful = { disputed: 1, scope: "before", confidence: "weak", decides: 0, state: "open" };
  const bare = { ...FACT, date: "", section: "", text: "", source: 1, confidence: "official" };
  const { view, project } = made({ full: { events: [{ ...FACT, ...doubtful }, bare] } });
  const list = eventList(view, project);
  same(written(list), [
    "ul class=atlas-events",
    "  li class=is-weak",
    '    span class=atlas-event-date "2020-03"',
    "    span",
    '      b "event.open_section：current.open"',
    '      span " 甲—乙，开通"',
    '      em class=atlas-doubt "card.disputed"',
    '      em class=atlas-doubt "scope.before"',
    '      em class=atlas-doubt "card.weak"',
    "      span class=atlas-source",
    '        a class=atlas-cite "Daily 2021"',
    '        span " · confidence.weak"',
    "  li",
    '    span class=atlas-event-date "—"',
    "    span",
    '      b "event.open_section"',
    "      span class=atlas-source",
    '        span class=atlas-cite "Office 2021"',
    '        span " · confidence.official"',
  ]);
  assert.deepEqual(
    list.querySelectorAll(".atlas-source").map((line) => line.title),
    ["confidence.weak.means", "confidence.official.means"],
  );
});
