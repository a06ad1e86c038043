// A project's card: what it is, how surely it is drawn, what each plan says, what came after.

import { button, el } from "../core/dom.js";
import { roundKm, sumKm } from "../core/kilometres.js";
import { PREFIX, styleOf } from "../core/looks.js";
import { colourOf } from "../core/theme.js";
import { nameOf, pickLanguage } from "../core/translator.js";
import { distanceInWords } from "../core/where/words.js";
import { createSample } from "../map/symbols.js";
import { eventList } from "./events.js";
import { historyPicture } from "./history.js";
import { clickedLeg, howSure } from "./legs.js";
import { nowSentence } from "./now.js";
import { checked, tellUs } from "./record.js";
import { relatedList } from "./related.js";
import { timeAxis } from "./time-axis.js";

/** @import { Look } from "../core/looks.js" */
/** @import { Mention, Finding, Project, ProjectData, View } from "../core/types.js" */

const MANY = 14;

/**
 * A chip with the mode's colour.
 * @param {View} view
 * @param {string} mode
 */
export function modeChip(view, mode) {
  return chip(createSample(view.model.payload.style, view.theme, mode), view.words("mode." + mode));
}

/**
 * A chip with the dash of a code of a look.
 * @param {View} view
 * @param {Look} look
 * @param {string} code
 */
export function codeChip(view, look, code) {
  const style = view.model.payload.style;
  return chip(
    createSample(style, view.theme, null, styleOf(style, look, code)),
    view.words(PREFIX[look] + "." + code),
  );
}

/** @param {Element} sample @param {string} words */
function chip(sample, words) {
  const node = el("span", "atlas-chip");
  node.appendChild(sample);
  el("span", null, words, node);
  return node;
}

/**
 * @param {HTMLElement} parent
 * @param {string} title
 */
function section(parent, title) {
  const box = el("section", "atlas-card-section", null, parent);
  el("h3", null, title, box);
  return box;
}

// Long strings stay folded until asked for.
/**
 * @param {HTMLElement} parent
 * @param {string} title
 * @param {string} text
 */
function fold(parent, title, text) {
  const box = el("details", "atlas-fold", null, parent);
  el("summary", null, title, box);
  el("p", "atlas-source", text, box);
}

/**
 * @param {HTMLElement} list
 * @param {string} name
 * @param {string | number | undefined} value
 */
function fact(list, name, value) {
  if (!value) return;
  el("dt", null, name, list);
  el("dd", null, value, list);
}

/**
 * Names with kilometres, longest first; the map outlines the one that is pointed at.
 * @param {View} view
 * @param {HTMLElement} parent
 * @param {{name: string, km?: number, counties: number[]}[]} items
 */
function measured(view, parent, items) {
  const box = el("div", "atlas-tags", null, parent);
  /** @param {typeof items} list @param {HTMLElement} into */
  const put = (list, into) => {
    list.forEach((item) => {
      const tag = el("span", "atlas-tag", item.name, into);
      if (item.km) el("span", "atlas-tag-km", roundKm(item.km) + " " + view.words("km"), tag);
      tag.addEventListener("mouseenter", () => {
        view.base.point(item.counties);
      });
      tag.addEventListener("mouseleave", () => {
        view.base.point([]);
      });
    });
  };
  items.sort((x, y) => (y.km || 0) - (x.km || 0));
  put(items.slice(0, MANY), box);
  if (items.length <= MANY) return;
  const more = el("details", "atlas-fold", null, parent);
  el("summary", null, view.words("card.more", { n: items.length - MANY }), more);
  put(items.slice(MANY), el("div", "atlas-tags", null, more));
}

/**
 * Kilometres by county index; empty where no line runs.
 * @param {ProjectData} d
 * @returns {Map<number, number>}
 */
function kilometres(d) {
  const km = new Map();
  (d.counties || []).forEach((c, i) => {
    if (d.county_km) km.set(c, d.county_km[i]);
  });
  return km;
}

/**
 * The regions that a project runs through, with its kilometres in each.
 * @param {View} view
 * @param {Project} project
 */
export function regionLengths(view, project) {
  const km = kilometres(project.data),
    payload = view.model.payload;
  return (project.data.regions || []).map((i) => {
    const members = payload.regions[i].counties,
      length = sumKm(members.map((c) => km.get(c) || 0));
    return {
      name: pickLanguage(payload.regions[i].name, view.lang),
      km: length,
      counties: members,
    };
  });
}

/**
 * The counties that a project runs through, with its kilometres in each.
 * @param {View} view
 * @param {Project} project
 */
export function countyLengths(view, project) {
  const km = kilometres(project.data),
    { counties } = view.model.payload.base;
  return (project.data.counties || []).map((i) => ({
    name: nameOf(counties[i], view.lang),
    km: km.get(i),
    counties: [i],
  }));
}

/**
 * @param {View} view
 * @param {HTMLElement} parent
 * @param {Project} project
 */
function link(view, parent, project) {
  const b = button("atlas-link", pickLanguage(project.data.name, view.lang), parent);
  b.addEventListener("click", () => {
    view.open(project.id);
  });
}

// What stands out across plans, each finding in the words it comes with.
/**
 * @param {View} view
 * @param {HTMLElement} body
 * @param {string} title
 * @param {Finding[]} list
 */
function findings(view, body, title, list) {
  if (!list.length) return null;
  const box = section(body, title),
    items = el("ul", null, null, box);
  list.forEach((f) => {
    el("li", null, pickLanguage([f.words_zh, f.words_en], view.lang), items);
  });
  return box;
}

/**
 * What the plans say, a plan an item.
 * @param {View} view
 * @param {Mention[]} list
 */
export function mentionList(view, list) {
  const payload = view.model.payload,
    w = view.words;
  const plans = el("ol", "atlas-history");
  let before = -1,
    /** @type {HTMLElement} */
    group = plans;
  list.forEach((m) => {
    const plan = payload.plans[m.plan];
    if (m.plan !== before) {
      const item = el("li", "atlas-plan", null, plans);
      item.title = pickLanguage(plan.title, view.lang);
      const head = el("div", "atlas-plan-head", null, item);
      el("span", "atlas-plan-year", plan.date.slice(0, 4), head);
      el("span", "atlas-plan-name", pickLanguage(plan.short, view.lang), head);
      group = item;
      before = m.plan;
    }
    const box = el("div", "atlas-mention", null, group);
    const top = el("div", "atlas-mention-top", null, box);
    top.appendChild(codeChip(view, "statuses", payload.statuses[m.status]));
    el("span", "atlas-clause", w("card.clause", { c: m.clause }), top);
    const years = [
      m.start_year && w("card.start", { y: m.start_year }),
      m.complete_year && w("card.complete", { y: m.complete_year }),
    ].filter(Boolean);
    if (years.length) el("span", "atlas-mention-years", years.join(" · "), top);
    const words = el("p", "atlas-words", null, box);
    words.lang = "zh-CN";
    el("q", null, m.as_written, words);
    if (m.action) {
      words.appendChild(document.createTextNode(" "));
      el("q", "is-action", m.action, words);
    }
    if (m.note) el("p", "atlas-small", m.note, box);
  });
  return plans;
}

/**
 * The card as an element. `done` is called when it is closed.
 * @param {View} view
 * @param {Project} project
 * @param {() => void} done
 */
export function createCard(view, project, done) {
  const d = project.data,
    w = view.words,
    lang = view.lang,
    model = view.model,
    payload = model.payload;
  const style = payload.style.modes[d.mode];
  const card = el("article", "atlas-card-inner");
  const title = pickLanguage(d.name, lang);
  card.setAttribute("aria-label", title);
  card.tabIndex = -1;
  const head = el("header", "atlas-card-head", null, card);
  head.style.borderTopColor = colourOf(style, view.theme);
  const close = button("atlas-close", "×", head);
  close.setAttribute("aria-label", w("card.close"));
  close.addEventListener("click", done);
  const tags = el("div", "atlas-card-tags", null, head);
  tags.appendChild(modeChip(view, d.mode));
  const status = view.statusOf(project.id);
  if (status) tags.appendChild(codeChip(view, view.look, status));
  el("h2", null, title, head);
  const other = lang === "zh" ? d.name[1] : d.name[0];
  if (other && other !== title)
    el("p", "atlas-other", other, head).lang = lang === "zh" ? "en" : "zh-CN";
  if (d.aliases) el("p", "atlas-small", w("card.aliases") + " " + d.aliases.join(" · "), head);
  const whole = d.part_of && model.byId.get(d.part_of);
  if (whole) link(view, el("p", "atlas-small", w("card.part_of") + " ", head), whole);
  const told = { model, payload, words: w, lang },
    away = distanceInWords(told, project, view.near);
  if (away) el("p", "atlas-small", away, head);
  if (project.kind) {
    const zoom = button("atlas-button", w("card.zoom"), head);
    zoom.addEventListener("click", () => {
      view.fit([project.id]);
    });
  }

  tellUs(view, project, head);

  const body = el("div", "atlas-card-body", null, card);
  clickedLeg(view, project, (title) => section(body, title));
  body.appendChild(nowSentence(view, project));
  checked(view, project, body);
  const axis = timeAxis(view, project);
  if (axis) {
    const box = section(body, w("card.axis"));
    box.appendChild(axis);
    el("p", "atlas-small", w("card.axis.key"), box);
  }
  /** @param {Finding} f */
  const against = (f) => payload.contradictions.indexOf(f.kind) >= 0,
    all = d.findings || [];
  const warning = findings(view, body, w("card.findings"), all.filter(against));
  if (warning) warning.classList.add("is-warning");
  findings(
    view,
    body,
    w("card.changed"),
    all.filter((f) => !against(f)),
  );
  if (d.mentions) {
    section(body, w("card.picture")).appendChild(historyPicture(view, project));
    if (!warning && Object.keys(d.statuses).length > 1)
      el("p", "atlas-small", w("card.consistent"), body);
    section(body, w("card.mentions")).appendChild(mentionList(view, d.mentions));
  }
  if (d.events) section(body, w("card.events")).appendChild(eventList(view, project));

  const how = section(body, w("card.how"));
  const precision = el("p", "atlas-how", null, how);
  el("b", null, w("precision." + d.precision), precision);
  el("span", null, " — " + w("precision." + d.precision + ".means"), precision);
  howSure(view, project, how);
  if (!project.kind) el("p", "atlas-small", w("card.nowhere"), how);
  const facts = el("dl", null, null, how);
  fact(facts, w("card.length"), d.km && roundKm(d.km) + " " + w("km"));
  fact(facts, w("card.official"), d.official_km && d.official_km + " " + w("km"));
  fact(facts, w("card.source"), d.basis && w("basis." + d.basis));
  if (d.source) fold(how, w("card.source.show"), [d.source, d.method].filter(Boolean).join(" · "));
  if (d.route_note) el("p", "atlas-small", d.route_note, how);
  if (d.stops) {
    const stops = section(body, w("card.stops"));
    el("p", "atlas-stops", d.stops.map((s) => nameOf(s, lang)).join(" – "), stops);
  }
  if (d.regions) measured(view, section(body, w("card.regions")), regionLengths(view, project));
  if (d.counties) measured(view, section(body, w("card.counties")), countyLengths(view, project));
  const related = section(body, w("card.related"));
  related.hidden = !relatedList(view, related, project);
  if (d.note) el("p", "atlas-small", d.note, section(body, w("card.note")));
  el("p", "atlas-id", d.id, body);
  return card;
}
