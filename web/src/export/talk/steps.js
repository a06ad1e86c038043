// The steps of a talk: those of the file, or else through the plans by date.
import { comparisonOf } from "../../compare/changes.js";
import { applyFilter } from "../../core/filter.js";
import { pickLanguage } from "../../core/translator.js";
import { newInPlan } from "./news.js";
import { promisesOf } from "./outcomes.js";

/**
 * @import { Filter, Left, Model, Plan } from "../../core/types.js"
 * @import { News, Page, Step, TalkFile, TalkStep } from "../types.js"
 */

/** @param {Plan} plan @returns {string} */
function years(plan) {
  return plan.date.slice(0, 7);
}

/** All that a plan names. @param {News} news @returns {Set<string>} */
function namedIn(news) {
  const moved = news.fresh.concat(news.changed).map((item) => item.id);
  return new Set(moved.concat(news.again, news.leaned));
}

/** @param {Left} left @returns {Map<string, string>} */
function statusesOf(left) {
  return new Map(left.ids.map((id, i) => [id, left.statuses[i] || ""]));
}

/** @param {Model} model @param {string} id @param {number} plan @returns {boolean} */
function names(model, id, plan) {
  const project = model.byId.get(id);
  return !!project && project.data.statuses[plan] !== undefined;
}

/**
 * A step through the plans as a talk's file would hold it.
 * @param {string} title
 * @param {string} caption
 * @param {Filter} filter
 * @param {boolean} changes
 * @returns {TalkStep}
 */
function sourceOf(title, caption, filter, changes) {
  return {
    title,
    caption,
    filter,
    changes,
    viewport: null,
    select: null,
    highlight: [],
    view: "plan",
    outcomes: false,
    slips: false,
    compare: null,
  };
}

/** @param {Page} page @returns {Step[]} */
function planSteps(page) {
  const w = page.words,
    model = page.view.model,
    payload = page.payload,
    lang = page.lang;
  const wide = Object.assign({}, page.filter, { plan: [], status: [] });
  const wanted = new Set(applyFilter(model, wide).ids);
  const chosen = payload.plans
    .map((_, i) => i)
    .filter((i) => !page.filter.plan.length || page.filter.plan.indexOf(payload.plans[i].id) >= 0);
  /** @type {Step[]} */
  const steps = chosen.map((i, at) => {
    const plan = payload.plans[i],
      news = newInPlan(model, wanted, i, chosen.slice(0, at));
    const n = namedIn(news).size;
    const caption = !n
      ? w("present.nothing")
      : chosen.length === 1
        ? w("present.only", { a: n })
        : at === 0
          ? w("present.first", { a: news.fresh.length })
          : w("present.caption", { a: news.fresh.length, b: news.changed.length });
    return {
      title: pickLanguage(plan.short, lang),
      date: years(plan),
      under: pickLanguage(plan.title, lang),
      caption: caption,
      news: news,
      shown: news.shown,
      where: page.filter,
      strong: namedIn(news),
      marks: [],
      source: sourceOf(
        pickLanguage(plan.short, lang),
        caption,
        Object.assign({}, page.filter, { plan: [plan.id], status: [] }),
        true,
      ),
    };
  });
  if (chosen.length === 1) return steps;
  const all = applyFilter(model, Object.assign({}, wide, { plan: page.filter.plan }));
  const last = statusesOf(all);
  steps.push({
    title: w("present.all"),
    date: "",
    under: "",
    caption: w("present.all.caption", { n: last.size }),
    shown: last,
    where: page.filter,
    strong: null,
    marks: [],
    source: sourceOf(w("present.all"), "", Object.assign({}, page.filter, { status: [] }), false),
    plans: chosen.map((i) => {
      const named = all.ids.filter((id) => names(model, id, i));
      return {
        month: years(payload.plans[i]),
        name: pickLanguage(payload.plans[i].short, lang),
        n: named.length,
      };
    }),
  });
  return steps;
}

/** @param {Page} page @param {TalkFile} talk @returns {Step[]} */
function talkSteps(page, talk) {
  const model = page.view.model,
    payload = page.payload;
  return talk.steps.map((s) => {
    const shown = statusesOf(applyFilter(model, s.filter));
    /** @type {Step} */
    const step = {
      title: s.title,
      date: "",
      under: "",
      caption: s.caption || "",
      shown: shown,
      where: s.filter,
      viewport: s.viewport,
      select: s.select,
      view: s.view,
      strong: s.highlight.length ? new Set(s.highlight) : null,
      marks: s.marks || [],
      source: s,
    };
    if (s.changes) {
      const named = payload.plans
        .map((_, i) => i)
        .filter((i) => !s.filter.plan.length || s.filter.plan.indexOf(payload.plans[i].id) >= 0);
      const i = named[named.length - 1];
      const wide = applyFilter(model, Object.assign({}, s.filter, { plan: [], status: [] }));
      const before = payload.plans.map((_, k) => k).filter((k) => k < i);
      const news = (step.news = newInPlan(model, new Set(wide.ids), i, before));
      step.shown = news.shown;
      step.date = years(payload.plans[i]);
      if (!step.strong) {
        step.strong = namedIn(news);
      }
    }
    if (s.compare) {
      const found = comparisonOf(model, s.filter, s.compare, page.words, page.lang);
      step.shown = statusesOf(found);
      step.paint = found.paint;
      step.sides = found.sides;
      step.maps = s.compare.maps;
      step.changed = found.changed;
      step.under = page.words("compare") + " " + found.names.join(" → ");
    }
    if (s.outcomes || s.slips) {
      step.slips = s.slips;
      step.promises = promisesOf(model, s.filter, Array.from(step.shown.keys()), s.select);
      if (!step.strong && !s.select)
        step.strong = new Set(step.promises.map((made) => made.project.id));
    }
    const selected = s.select ? model.byId.get(s.select) : undefined;
    if (selected && !step.paint && !step.shown.has(selected.id)) {
      step.shown = new Map(step.shown).set(selected.id, model.statusIn(selected) || "");
    }
    return step;
  });
}

/**
 * The steps of the page's talk, or those through the plans.
 * @param {Page} page
 * @returns {Step[]}
 */
export function listSteps(page) {
  return page.config.talk ? talkSteps(page, page.config.talk) : planSteps(page);
}
