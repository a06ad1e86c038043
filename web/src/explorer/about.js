// The page on the data: what it is, where it comes from, where it is weak. Figures from the data.
import { el } from "../core/dom.js";
import { pickLanguage } from "../core/translator.js";
import { createSample } from "../map/symbols.js";

const SOURCES = ["facts", "since", "boundaries", "places", "rivers", "networks"];

function section(parent, title, text) {
  const box = el("section", "app-about", null, parent);
  el("h2", null, title, box);
  if (text) el("p", null, text, box);
  return box;
}

function table(parent, heads, rows, numeric) {
  const scroll = el("div", "atlas-table-scroll is-open", null, parent);
  const box = el("table", "atlas-table is-still", null, scroll);
  const head = el("tr", null, null, el("thead", null, null, box));
  const number = (i) => ((numeric || []).indexOf(i) >= 0 ? "is-number" : "");
  heads.forEach((h, i) => {
    el("th", number(i), h, head).scope = "col";
  });
  const body = el("tbody", null, null, box);
  rows.forEach((row) => {
    const tr = el("tr", null, null, body);
    row.forEach((value, i) => {
      const node = el(i ? "td" : "th", number(i), null, tr);
      if (!i) node.scope = "row";
      if (value && value.nodeType) node.appendChild(value);
      else node.textContent = String(value);
    });
  });
}

function median(list) {
  const sorted = list.slice().sort((a, b) => a - b);
  return sorted.length ? sorted[Math.floor((sorted.length - 1) / 2)] : null;
}

/**
 * Write the page. `more`: {places, regions: [{definition, source, area}]} in the payload's order.
 */
export function writeAbout(parent, ex, more) {
  const w = ex.words,
    model = ex.view.model,
    payload = model.payload,
    lang = ex.lang,
    all = model.projects;
  const count = (test) => all.filter(test).length;
  const sum = (f) => all.reduce((n, p) => n + f(p.data), 0);
  const rounded = (m) => (m < 1000 ? "< 1" : Math.round(m / 1000));
  const km = (m) => (m === null ? "—" : rounded(m) + " " + w("km"));
  const grouped = new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en");
  el("p", "app-lead", w("app.data.intro"), parent);
  const figures = el("dl", "app-figures", null, parent);
  [
    ["projects", all.length],
    ["mentions", sum((d) => (d.mentions || []).length)],
    ["drawn", count((p) => p.kind)],
    ["km", Math.round(sum((d) => d.km || 0))],
    ["counties", payload.base.counties.length],
    ["places", more.places],
  ].forEach((f) => {
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
      sum((d) => (d.mentions || []).filter((m) => m[0] === i).length),
      count((x) => x.data.statuses[i] !== undefined),
    ]),
    [3, 4],
  );

  table(
    section(parent, w("app.data.status"), w("app.data.status.text")),
    [w("app.data.term"), w("app.data.means"), w("app.data.count")],
    payload.statuses.map((s) => {
      const box = el("span", "atlas-cell");
      box.appendChild(createSample(payload.style, ex.theme, null, s));
      el("span", null, w("status." + s), box);
      return [box, w("status." + s + ".means"), count((p) => model.statusIn(p) === s)];
    }),
    [2],
  );

  const kinds = ["traced", "routed", "waypoints", "endpoints", "place", "area", "none"];
  table(
    section(parent, w("app.data.precision"), w("app.data.precision.text")),
    [w("app.data.term"), w("app.data.means"), w("app.data.count"), w("app.data.error")],
    kinds.map((k) => {
      const of = all.filter((p) => p.data.precision === k);
      const errors = of.map((p) => p.data.uncertainty).filter(Boolean);
      return [w("precision." + k), w("precision." + k + ".means"), of.length, km(median(errors))];
    }),
    [2, 3],
  );

  table(
    section(parent, w("app.data.regions")),
    [w("app.data.region"), w("app.data.definition"), w("app.data.area")],
    payload.regions.map((r, i) => {
      const m = more.regions[i] || {};
      return [
        pickLanguage(r.name, lang),
        m.definition || "",
        m.area ? grouped.format(Math.round(m.area)) : "",
      ];
    }),
    [2],
  );

  const gaps = el("ul", "app-gaps", null, section(parent, w("app.data.gaps")));
  const precise = function () {
    const wanted = Array.from(arguments);
    return count((p) => wanted.indexOf(p.data.precision) >= 0);
  };
  [
    ["scope"],
    ["none", precise("none")],
    ["ends", precise("waypoints", "endpoints")],
    ["area", precise("area")],
    ["wide", count((p) => p.data.uncertainty > 20000)],
    ["years", count((p) => (p.data.mentions || []).some((m) => m[5] || m[6]))],
    ["disputed", sum((d) => (d.events || []).filter((e) => e[5]).length)],
    ["inferred"],
  ].forEach((g) => {
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
