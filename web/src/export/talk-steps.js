// The steps of a talk: those of the file, or else through the plans by date.
import { applyFilter } from "../core/filter.js";
import { pickLanguage } from "../core/translator.js";

function years(plan) {
  return plan.date.slice(0, 7);
}

/** What plan `i` adds to and changes in the plans before it, among those that `wanted` leaves. */
export function newInPlan(model, wanted, i, before) {
  const news = { fresh: [], changed: [], again: [], shown: new Map() };
  const upto = new Set(before.concat([i])),
    bare = model.payload.statuses.indexOf("unspecified");
  model.projects.forEach((p) => {
    if (!wanted.has(p.id)) return;
    const status = model.statusIn(p, upto);
    if (!status) return;
    news.shown.set(p.id, status);
    if (p.data.statuses[i] === undefined) return;
    const said = p.data.statuses,
      named = before.filter((k) => said[k] !== undefined);
    const last = named.filter((k) => said[k] !== bare).pop();
    const moved =
      last !== undefined && model.payload.finding_kinds.indexOf(p.history.between(last, i)) >= 0;
    if (!named.length) news.fresh.push({ id: p.id, now: status });
    else if (moved)
      news.changed.push({ id: p.id, was: model.payload.statuses[said[last]], now: status });
    else news.again.push(p.id);
  });
  return news;
}

function planSteps(page) {
  const w = page.words,
    model = page.view.model,
    payload = page.payload,
    lang = page.lang;
  const wide = Object.assign({}, page.filter, { plans: [], statuses: [] });
  const wanted = new Set(applyFilter(model, wide).ids);
  const chosen = payload.plans
    .map((_, i) => i)
    .filter(
      (i) => !page.filter.plans.length || page.filter.plans.indexOf(payload.plans[i].id) >= 0,
    );
  const steps = chosen.map((i, at) => {
    const plan = payload.plans[i],
      news = newInPlan(model, wanted, i, chosen.slice(0, at));
    const n = news.fresh.length + news.changed.length + news.again.length;
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
      regions: page.filter.regions,
      strong: new Set(
        news.fresh
          .concat(news.changed)
          .map((x) => x.id)
          .concat(news.again),
      ),
    };
  });
  if (chosen.length === 1) return steps;
  const all = applyFilter(model, Object.assign({}, wide, { plans: page.filter.plans }));
  const last = new Map();
  all.ids.forEach((id, i) => {
    last.set(id, all.statuses[i]);
  });
  steps.push({
    title: w("present.all"),
    date: "",
    under: "",
    caption: w("present.all.caption", { n: last.size }),
    shown: last,
    regions: page.filter.regions,
    strong: null,
    plans: chosen.map((i) => {
      const named = all.ids.filter((id) => model.byId.get(id).data.statuses[i] !== undefined);
      return [years(payload.plans[i]), pickLanguage(payload.plans[i].short, lang), named.length];
    }),
  });
  return steps;
}

function talkSteps(page, talk) {
  const model = page.view.model,
    payload = page.payload;
  return talk.steps.map((s) => {
    const left = applyFilter(model, s.filter),
      shown = new Map();
    left.ids.forEach((id, i) => {
      shown.set(id, left.statuses[i]);
    });
    const step = {
      title: s.title,
      date: "",
      under: "",
      caption: s.caption || "",
      shown: shown,
      regions: s.filter.regions,
      viewport: s.viewport,
      select: s.select,
      strong: s.highlight.length ? new Set(s.highlight) : null,
    };
    if (s.changes) {
      const named = payload.plans
        .map((_, i) => i)
        .filter((i) => !s.filter.plans.length || s.filter.plans.indexOf(payload.plans[i].id) >= 0);
      const i = named[named.length - 1];
      const wide = applyFilter(model, Object.assign({}, s.filter, { plans: [], statuses: [] }));
      const before = payload.plans.map((_, k) => k).filter((k) => k < i);
      step.news = newInPlan(model, new Set(wide.ids), i, before);
      step.shown = step.news.shown;
      step.date = years(payload.plans[i]);
      if (!step.strong) {
        step.strong = new Set(
          step.news.fresh
            .concat(step.news.changed)
            .map((x) => x.id)
            .concat(step.news.again),
        );
      }
    }
    if (s.select && !step.shown.has(s.select)) {
      step.shown = new Map(step.shown).set(s.select, model.statusIn(model.byId.get(s.select)));
    }
    return step;
  });
}

/** The steps of the page's talk, or those through the plans. */
export function listSteps(page) {
  return page.config.talk ? talkSteps(page, page.config.talk) : planSteps(page);
}
