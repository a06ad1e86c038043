// The page on the data: what it is, where it comes from, where it is weak. Figures from the data.
import { el } from "../core/dom.js";
import { precisions } from "../core/filter.js";
import { codesOf, currentOf, PREFIX, styleOf } from "../core/looks.js";
import { createDataTable } from "../core/table/data-table.js";
import { pickLanguage } from "../core/translator.js";
import { createSample } from "../map/symbols.js";

/** @import { Look } from "../core/looks.js" */
/** @import { Explorer } from "./explorer.js" */
/** @import { More, Project, ProjectData } from "../core/types.js" */

const SOURCES = ["facts", "since", "boundaries", "places", "rivers", "networks"];

/**
 * @param {HTMLElement} parent
 * @param {string} title
 * @param {string} [text]
 */
function section(parent, title, text) {
  const box = el("section", "app-about", null, parent);
  el("h2", null, title, box);
  if (text) el("p", null, text, box);
  return box;
}

/**
 * A table of rows that are lists of texts, numbers and elements; `numeric` columns are numbers.
 * @param {HTMLElement} parent
 * @param {string[]} heads
 * @param {(string | number | Node)[][]} rows
 * @param {number[]} [numeric]
 */
function table(parent, heads, rows, numeric) {
  createDataTable(parent, {
    frame: "is-open",
    look: "is-still",
    columns: heads.map((label, i) => ({
      label: label,
      cell: (row) => row[i],
      numeric: (numeric || []).indexOf(i) >= 0,
    })),
  }).show(rows);
}

/** @param {number[]} list */
function median(list) {
  const sorted = list.slice().sort((a, b) => a - b);
  return sorted.length ? sorted[Math.floor((sorted.length - 1) / 2)] : null;
}

/**
 * Write the page. `more`: {places, regions: [{definition, source, area}]} in the payload's order.
 * @param {HTMLElement} parent
 * @param {Explorer} ex
 * @param {More} more
 */
export function writeAbout(parent, ex, more) {
  const w = ex.words,
    model = ex.view.model,
    payload = model.payload,
    lang = ex.lang,
    all = model.projects;
  /** @param {(p: Project) => unknown} test */
  const count = (test) => all.filter(test).length;
  /** @param {(d: ProjectData) => number} f */
  const sum = (f) => all.reduce((n, p) => n + f(p.data), 0);
  /** @param {number | null} m */
  const km = (m) => (m === null ? "—" : (m < 1000 ? "< 1" : Math.round(m / 1000)) + " " + w("km"));
  /** @type {[string, number][]} */
  const numbers = [
    ["projects", all.length],
    ["mentions", sum((d) => (d.mentions || []).length)],
    ["drawn", count((p) => p.kind)],
    ["km", Math.round(sum((d) => d.km || 0))],
    ["counties", payload.base.counties.length],
    ["places", more.places],
  ];
  const grouped = new Intl.NumberFormat("en");
  el("p", "app-lead", w("app.data.intro"), parent);
  const figures = el("dl", "app-figures", null, parent);
  numbers.forEach((f) => {
    const box = el("div", null, null, figures);
    el("dd", null, grouped.format(f[1]), box);
    el("dt", null, w("app.data.figure." + f[0]), box);
  });

  table(
    section(parent, w("app.data.plans")),
    [
      w("app.data.plan"),
      w("app.data.issuer"),
      w("app.data.date"),
      w("app.data.mentions"),
      w("app.data.count"),
    ],
    payload.plans.map((p, i) => [
      pickLanguage(p.title, lang),
      [p.issuer, p.number].filter(Boolean).join(" · "),
      el("span", "app-still", p.date),
      sum((d) => (d.mentions || []).filter((m) => m.plan === i).length),
      count((x) => x.data.statuses[i] !== undefined),
    ]),
    [3, 4],
  );

  /**
   * The codes of a look with what they mean.
   * @param {string} title
   * @param {string} text
   * @param {Look} look
   * @param {(p: Project, code: string) => boolean} is
   */
  const meanings = (title, text, look, is) => {
    table(
      section(parent, title, text),
      [w("app.data.term"), w("app.data.means"), w("app.data.count")],
      codesOf(model, look).map((code) => {
        const box = el("span", "atlas-cell"),
          word = PREFIX[look] + "." + code;
        const sample = styleOf(payload.style, look, code);
        box.appendChild(createSample(payload.style, ex.theme, null, sample));
        el("span", null, w(word), box);
        return [box, w(word + ".means"), count((p) => is(p, code))];
      }),
      [2],
    );
  };
  meanings(
    w("app.data.current"),
    w("app.data.current.text"),
    "currents",
    (p, code) => currentOf(model, p) === code,
  );
  meanings(
    w("app.data.status"),
    w("app.data.status.text"),
    "statuses",
    (p, code) => model.statusIn(p) === code,
  );

  table(
    section(parent, w("app.data.precision"), w("app.data.precision.text")),
    [w("app.data.term"), w("app.data.means"), w("app.data.count"), w("app.data.error")],
    precisions(payload).map((k) => {
      const of = all.filter((p) => p.data.precision === k);
      const errors = of.map((p) => p.data.uncertainty || 0).filter(Boolean);
      return [w("precision." + k), w("precision." + k + ".means"), of.length, km(median(errors))];
    }),
    [2, 3],
  );

  table(
    section(parent, w("app.data.regions")),
    [w("app.data.region"), w("app.data.definition"), w("app.data.area")],
    payload.regions.map((r, i) => {
      const m = more.regions[i];
      return [
        pickLanguage(r.name, lang),
        (m && m.definition) || "",
        m && m.area ? grouped.format(Math.round(m.area)) : "",
      ];
    }),
    [2],
  );

  const gaps = el("ul", "app-gaps", null, section(parent, w("app.data.gaps")));
  /** @param {string[]} wanted */
  const precise = (...wanted) => {
    return count((p) => wanted.indexOf(p.data.precision) >= 0);
  };
  /** @type {[string, number][]} */
  const weak = [
    ["scope", 0],
    ["none", precise("none")],
    ["ends", precise("waypoints", "endpoints")],
    ["area", precise("area")],
    ["wide", count((p) => (p.data.uncertainty || 0) > 20000)],
    ["years", count((p) => (p.data.mentions || []).some((m) => m.start_year || m.complete_year))],
    ["disputed", sum((d) => (d.events || []).filter((e) => e.disputed).length)],
    ["inferred", 0],
  ];
  weak.forEach((g) => {
    el("li", null, w("app.data.gap." + g[0], { n: g[1] }), gaps);
  });

  const sources = section(parent, w("app.data.sources"));
  table(
    sources,
    [w("app.data.part"), w("app.data.source"), w("app.data.licence")],
    SOURCES.map((key) => w("app.data.row." + key).split("|")),
  );
  el("p", null, w("app.data.datum"), sources);
  el("p", null, w("schematic"), sources);
}
