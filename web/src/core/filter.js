// What a filter means, in the browser. layers/selection/filters.py says the same for files made by
// the server; tests/explorer/test_filter.py compares them.

import { currentOf } from "./looks.js";
import { findIn } from "./search/matcher.js";
import { shapeTest } from "./where/shapes.js";

/** @import { Counts, Facts, Filter, Left, Model, Payload, Project } from "./types.js" */
/** @typedef {ReturnType<typeof prepare>} Prepared */

// What is looked up of a project again and again, made once: codes instead of the payload's
// indices, and of each plan that names it its status and years.
/**
 * @param {Model} model
 * @param {Project} p
 * @returns {Facts}
 */
function facts(model, p) {
  if (p.facts) return p.facts;
  const d = p.data,
    payload = model.payload,
    base = payload.base;
  /** @type {Set<string>} */
  const places = new Set();
  const codes = (model.placeCodes = model.placeCodes || placeCodes(base));
  (d.counties || []).forEach((i) => {
    places.add(codes.counties[i]);
    const prefecture = base.counties[i].prefecture;
    if (prefecture >= 0) places.add(codes.prefectures[prefecture]);
  });
  (d.grazes || []).forEach((code) => {
    places.delete(code);
  });
  const plans = Object.keys(d.statuses)
    .map(Number)
    .map((i) => ({
      id: payload.plans[i].id,
      status: payload.statuses[d.statuses[i]],
      years: Array.from(yearsIn(p, new Set([i]))),
    }));
  return (p.facts = {
    places: Array.from(places),
    regions: (d.regions || []).map((i) => payload.regions[i].id),
    plans: plans,
    years: Array.from(yearsIn(p, new Set())),
    findings: Array.from(new Set((d.findings || []).map((x) => x.kind))),
    verdicts: (d.verdicts || []).map((i) => payload.verdict_codes[i]),
  });
}

/**
 * Adcodes of counties and prefectures, in the payload's order.
 * @param {Payload["base"]} base
 */
export function placeCodes(base) {
  /** @param {string} text @returns {string[]} */
  const six = (text) => (text || "").match(/.{6}/g) || [];
  const codes = base.codes;
  return { counties: six(codes.counties), prefectures: six(codes.prefectures) };
}

/**
 * The projects of these ids, in their order; an id that is none is left out.
 * @param {Model} model
 * @param {string[]} ids
 * @returns {Project[]}
 */
export function projectsOf(model, ids) {
  /** @type {Project[]} */
  const found = [];
  ids.forEach((id) => {
    const project = model.byId.get(id);
    if (project) found.push(project);
  });
  return found;
}

/**
 * How places may have been found, surest first; `none` for what has no place.
 * @param {Payload} payload
 */
export function precisions(payload) {
  return Object.keys(payload.address.names.precision);
}

/**
 * The years that plans (indices; all when empty) promise; 0 stands for none.
 * @param {Project} p
 * @param {Set<number>} plans
 */
export function yearsIn(p, plans) {
  /** @type {Set<number>} */
  const years = new Set();
  (p.data.mentions || []).forEach((m) => {
    if (plans.size && !plans.has(m.plan)) return;
    if (m.start_year) years.add(m.start_year);
    if (m.complete_year) years.add(m.complete_year);
  });
  if (!years.size) years.add(0);
  return years;
}

// The places of the projects that a search means, the best first; null where there is none.
/** @param {Model} model @param {string} text */
function ranksOf(model, text) {
  const found = findIn(model, text || "");
  return found && new Map(found.ids.map((id, place) => [id, place]));
}

/**
 * @param {Model} model
 * @param {Filter} chosen
 */
function prepare(model, chosen) {
  /** @template T @param {T[]} [list] */
  const set = (list) => new Set(list || []);
  const plans = chosen.plan.map((id) => model.payload.plans.findIndex((x) => x.id === id));
  return {
    plans: new Set(plans),
    regions: set(chosen.region),
    statuses: set(chosen.status),
    modes: set(chosen.mode),
    places: set(chosen.place),
    years: set(chosen.year),
    findings: set(chosen.finding),
    currents: set(chosen.current),
    verdicts: set(chosen.verdict),
    precisions: set(chosen.precision),
    ranks: ranksOf(model, chosen.q),
    shapes: shapeTest(model, chosen),
  };
}

/**
 * @template {string | number} T
 * @param {Set<T>} wanted
 * @param {T[]} own
 */
function meets(wanted, own) {
  if (!wanted.size) return true;
  for (let i = 0; i < own.length; i++) if (wanted.has(own[i])) return true;
  return false;
}

// Those that the chosen plans promise.
/**
 * @param {Facts} f
 * @param {Project} p
 * @param {Prepared} c
 */
function years(f, p, c) {
  return c.plans.size ? Array.from(yearsIn(p, c.plans)) : f.years;
}

const fine = {
  /** @param {Project} p @param {Prepared} c */
  mode: (p, c) => !c.modes.size || c.modes.has(p.data.mode),
  /** @param {Project} p @param {Prepared} c @param {Model} model */
  current: (p, c, model) => !c.currents.size || c.currents.has(currentOf(model, p)),
  /** @param {Project} p @param {Prepared} c */
  precision: (p, c) => !c.precisions.size || c.precisions.has(p.data.precision),
  /** @param {Project} p @param {Prepared} c */
  shapes: (p, c) => !c.shapes || c.shapes(p),
  /** @param {Project} p @param {Prepared} c */
  query: (p, c) => !c.ranks || c.ranks.has(p.id),
};

/**
 * Ids and statuses that a filter leaves. `chosen`: plan, status, region, mode, place (adcodes),
 * near, box, within (shapes), year, finding, current, verdict, precision (lists, empty for any)
 * and q. A
 * project stays when any chosen plan names it; its status is that in the newest of them that says
 * what is to be done. They are in the registry's order, with a search the best first.
 * @param {Model} model
 * @param {Filter} chosen
 * @returns {Left}
 */
export function applyFilter(model, chosen) {
  const c = prepare(model, chosen),
    /** @type {string[]} */
    ids = [],
    /** @type {string[]} */
    statuses = [];
  const plain =
    !c.regions.size && !c.places.size && !c.years.size && !c.findings.size && !c.verdicts.size;
  model.projects.forEach((p) => {
    if (!fine.mode(p, c) || !fine.current(p, c, model) || !fine.precision(p, c)) return;
    const status = model.statusIn(p, c.plans);
    if (!status || (c.statuses.size && !c.statuses.has(status))) return;
    const f = plain ? null : facts(model, p);
    if (
      f &&
      (!meets(c.regions, f.regions) ||
        !meets(c.places, f.places) ||
        !meets(c.findings, f.findings) ||
        !meets(c.verdicts, f.verdicts))
    )
      return;
    if ((f && c.years.size && !meets(c.years, years(f, p, c))) || !fine.query(p, c)) return;
    if (!fine.shapes(p, c)) return;
    ids.push(p.id);
    statuses.push(status);
  });
  const ranks = c.ranks;
  if (!ranks) return { ids: ids, statuses: statuses };
  /** @param {number} i */
  const rank = (i) => ranks.get(ids[i]) || 0;
  const order = ids.map((_, i) => i).sort((a, b) => rank(a) - rank(b));
  return { ids: order.map((i) => ids[i]), statuses: order.map((i) => statuses[i]) };
}

/**
 * How many projects each choice alone would leave, the rest of the filter as it is: {plan,
 * status, region, mode, place, year, finding, current, verdict, precision}, each a Map of code to
 * number, and
 * total. One pass: a project that meets all counts everywhere, one that fails a single field counts
 * there.
 * @param {Model} model
 * @param {Filter} chosen
 * @param {Project[]} [among] only these are counted
 * @returns {Counts}
 */
export function facetCounts(model, chosen, among) {
  const c = prepare(model, chosen);
  /** @type {Counts} */
  const counts = {
    total: 0,
    plan: new Map(),
    status: new Map(),
    region: new Map(),
    mode: new Map(),
    place: new Map(),
    year: new Map(),
    finding: new Map(),
    current: new Map(),
    verdict: new Map(),
    precision: new Map(),
  };
  /** @param {Map<string | number, number>} map @param {string | number} code */
  const add = (map, code) => {
    map.set(code, (map.get(code) || 0) + 1);
  };
  (among || model.projects).forEach((p) => {
    if (!fine.query(p, c)) return;
    const f = facts(model, p);
    const mode = fine.mode(p, c),
      region = meets(c.regions, f.regions),
      place = meets(c.places, f.places);
    const finding = meets(c.findings, f.findings),
      current = fine.current(p, c, model),
      verdict = meets(c.verdicts, f.verdicts),
      placed = fine.precision(p, c);
    let failed = [mode, region, place, finding, current, verdict, placed].filter(
      (met) => !met,
    ).length;
    // What no choice can mend counts nowhere.
    if (failed > 1 || !fine.shapes(p, c)) return;
    if (!failed) {
      for (let i = 0; i < f.plans.length; i++) {
        const plan = f.plans[i];
        if (c.statuses.size && !c.statuses.has(plan.status)) continue;
        if (meets(c.years, plan.years)) add(counts.plan, plan.id);
      }
    }
    const status = model.statusIn(p, c.plans);
    if (!status) return;
    const own = years(f, p, c),
      stands = !c.statuses.size || c.statuses.has(status),
      due = meets(c.years, own);
    failed += Number(!stands) + Number(!due);
    if (failed > 1) return;
    if (!failed) counts.total += 1;
    if (!failed || !stands) add(counts.status, status);
    if (!failed || !mode) add(counts.mode, p.data.mode);
    if (!failed || !region)
      for (let i = 0; i < f.regions.length; i++) add(counts.region, f.regions[i]);
    if (!failed || !place) for (let i = 0; i < f.places.length; i++) add(counts.place, f.places[i]);
    if (!failed || !finding)
      for (let i = 0; i < f.findings.length; i++) add(counts.finding, f.findings[i]);
    if (!failed || !current) add(counts.current, currentOf(model, p));
    if (!failed || !verdict)
      for (let i = 0; i < f.verdicts.length; i++) add(counts.verdict, f.verdicts[i]);
    if (!failed || !placed) add(counts.precision, p.data.precision);
    if (!failed || !due) for (let i = 0; i < own.length; i++) add(counts.year, own[i]);
  });
  return counts;
}
