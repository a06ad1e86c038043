// Promises without a year by how far they are now, and what has opened since a year.

import { createSelect } from "../core/controls/select.js";
import { button, el } from "../core/dom.js";
import { pickLanguage } from "../core/translator.js";
import { writeSources } from "./detail.js";
import { listOpenings, listProgress, openingYears } from "./progress.js";

/**
 * @import { Project } from "../core/types.js"
 * @import { Host } from "./types.js"
 * @import { PlanProgress } from "./progress.js"
 */

/**
 * A button with a project's name that opens its card.
 * @param {HTMLElement} parent
 * @param {Host} host
 * @param {Project} project
 */
function projectLink(parent, host, project) {
  button("atlas-link", pickLanguage(project.data.name, host.lang), parent, () => {
    host.open(project.id);
  });
}

/**
 * @param {HTMLElement} parent
 * @param {Host} host
 */
export function createProgress(parent, host) {
  const w = host.words,
    payload = host.model.payload;
  el("h2", null, w("outcome.undated"), parent);
  el("p", "out-hint", w("outcome.undated.means"), parent);
  const frame = el("div", "atlas-table-scroll", null, parent);
  const list = el("div", "out-which", null, parent);
  list.setAttribute("role", "status");
  /** @type {{plan: number, state: string} | null} */
  let chosen = null;

  /** @param {PlanProgress[]} found */
  function draw(found) {
    const focus = frame.querySelector(":focus");
    const key = focus && focus.getAttribute("data-part");
    frame.textContent = "";
    frame.hidden = !found.length;
    const table = el("table", "atlas-table out-progress", null, frame);
    const head = el("tr", null, null, el("thead", null, null, table));
    el("th", null, w("filter.plan"), head).scope = "col";
    payload.current_statuses.forEach((state) => {
      const th = el("th", "is-number", w("current." + state), head);
      th.scope = "col";
      th.title = w("current." + state + ".means");
    });
    const body = el("tbody", null, null, table);
    found.forEach((row) => {
      const tr = el("tr", null, null, body),
        plan = pickLanguage(payload.plans[row.plan].short, host.lang);
      const th = el("th", null, null, tr);
      th.scope = "row";
      el("span", null, plan, th);
      const bar = el("span", "out-bar", null, th);
      bar.setAttribute("aria-hidden", "true");
      row.by.forEach((projects, state) => {
        if (!projects.length) return;
        const part = el("span", "is-" + state, null, bar);
        part.style.flexGrow = String(projects.length);
      });
      row.by.forEach((projects, state) => {
        const td = el("td", "is-number", projects.length ? null : "·", tr);
        if (!projects.length) return;
        const part = button("out-part", projects.length, td, () => {
          const same = chosen && chosen.plan === row.plan && chosen.state === state;
          chosen = same ? null : { plan: row.plan, state: state };
          draw(found);
        });
        part.setAttribute("data-part", row.plan + " " + state);
        part.setAttribute(
          "aria-pressed",
          String(!!chosen && chosen.plan === row.plan && chosen.state === state),
        );
        part.setAttribute(
          "aria-label",
          w("outcome.undated.part", {
            plan: plan,
            state: w("current." + state),
            n: projects.length,
          }),
        );
        if (key === row.plan + " " + state) part.focus();
      });
    });
    tell(found);
  }

  /** @param {PlanProgress[]} found */
  function tell(found) {
    list.textContent = "";
    const row = chosen && found.find((p) => !!chosen && p.plan === chosen.plan);
    const projects = (row && chosen && row.by.get(chosen.state)) || [];
    if (!chosen || !projects.length) return;
    const plan = chosen.plan;
    el(
      "b",
      null,
      w("outcome.undated.part", {
        plan: pickLanguage(payload.plans[plan].short, host.lang),
        state: w("current." + chosen.state),
        n: projects.length,
      }),
      list,
    );
    const items = el("ul", null, null, list);
    projects.forEach((project) => {
      const item = el("li", null, null, items),
        status = payload.statuses[project.data.statuses[plan]];
      projectLink(item, host, project);
      el("span", "out-said", w("outcome.undated.said") + " " + w("status." + status), item);
      if (project.data.current_since) el("span", "out-said", project.data.current_since, item);
    });
  }

  return {
    /** @param {string[]} ids @param {string[]} plans */
    update: (ids, plans) => {
      draw(listProgress(host.model, ids, plans));
    },
  };
}

/**
 * @param {HTMLElement} parent
 * @param {Host} host
 */
export function createOpenings(parent, host) {
  const w = host.words;
  el("h2", null, w("outcome.opened"), parent);
  const bar = el("div", "out-bar-row", null, parent);
  const count = el("p", "out-hint", "", parent);
  count.setAttribute("role", "status");
  const frame = el("div", "atlas-table-scroll is-tall", null, parent);
  /** @type {string[]} */
  let shown = [];
  let since = 0;

  function draw() {
    const found = listOpenings(host.model, shown, since);
    count.textContent = found.length
      ? w("outcome.opened.count", { y: since, n: found.length })
      : w("outcome.opened.none");
    frame.textContent = "";
    frame.hidden = !found.length;
    const table = el("table", "atlas-table is-still", null, frame);
    const head = el("tr", null, null, el("thead", null, null, table));
    [w("column.name"), w("outcome.date"), w("outcome.section"), w("outcome.sources")].forEach(
      (label) => {
        el("th", null, label, head).scope = "col";
      },
    );
    const body = el("tbody", null, null, table);
    found.forEach((opening) => {
      const tr = el("tr", null, null, body),
        th = el("th", null, null, tr);
      th.scope = "row";
      projectLink(th, host, opening.project);
      el("td", "is-short", opening.event.date, tr);
      el("td", null, opening.event.section || w("outcome.whole"), tr);
      writeSources(el("td", null, null, tr), host, [opening.event.source]);
    });
  }

  /** @type {HTMLSelectElement | null} */
  let select = null;
  return {
    /** @param {string[]} ids */
    update: (ids) => {
      shown = ids;
      const years = openingYears(listOpenings(host.model, ids, 0));
      if (!since) since = firstPlanYear(host);
      if (years.indexOf(since) < 0) years.push(since);
      bar.textContent = "";
      select = createSelect(
        bar,
        w("outcome.opened.since"),
        years.sort((a, b) => b - a).map((year) => [String(year), String(year)]),
        String(since),
        (value) => {
          since = Number(value);
          draw();
          if (select) select.focus();
        },
      );
      draw();
    },
  };
}

/** @param {Host} host */
function firstPlanYear(host) {
  const dates = host.model.payload.plans.map((plan) => plan.date).sort();
  return Number((dates[0] || "").slice(0, 4)) || 0;
}
