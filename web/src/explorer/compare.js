// Two plans side by side, as a table and on the map; and the matrix of status by plan.

import { createSelect } from "../core/controls/select.js";
import { button, el } from "../core/dom.js";
import { BARE, currentOf } from "../core/looks.js";
import { createDataTable } from "../core/table/data-table.js";
import { pickLanguage } from "../core/translator.js";
import { createChangeSample } from "../map/symbols.js";
import { listChanges } from "../project/changes.js";
import { statusCell } from "./status-cell.js";

/** @import { Column } from "../core/table/data-table.js" */
/** @import { Explorer } from "./explorer.js" */
/** @import { Left, Plan, Project } from "../core/types.js" */

const STEP = 200,
  PAGES = 5;

/**
 * A table of projects by plan: `columns` come after name and mode, `item.project` names a row.
 * @template {{project: Project}} T
 * @param {HTMLElement} parent
 * @param {Explorer} ex
 * @param {string} label
 * @param {Column<T>[]} columns
 * @param {(id: string) => void} pick
 */
function planTable(parent, ex, label, columns, pick) {
  const w = ex.words;
  return createDataTable(parent, {
    label: label,
    frame: "is-tall",
    step: STEP,
    pages: PAGES,
    more: (n) => w("card.more", { n: n }),
    id: (item) => item.project.id,
    pick: pick,
    columns: /** @type {Column<T>[]} */ ([
      {
        label: w("column.name"),
        cell: (item) => pickLanguage(item.project.data.name, ex.lang),
      },
      {
        label: w("column.mode"),
        cell: (item) => w("mode." + item.project.data.mode),
        className: "is-short",
      },
    ]).concat(columns),
  });
}

/**
 * What became of a project, as a cell.
 * @param {Explorer} ex
 * @param {string} kind
 */
function changeCell(ex, kind) {
  const box = el("span", "atlas-cell");
  box.appendChild(createChangeSample(ex.view.model.payload.style, ex.theme, kind));
  el("span", null, ex.words("change." + kind), box);
  return box;
}

/**
 * What one of the compared plans says of a project; a bare mention is told as what it is, no
 * status to be compared.
 * @param {Explorer} ex
 * @param {Project} project
 * @param {string | null} status
 */
function saidCell(ex, project, status) {
  const words = status === BARE ? ex.words("change.only_named") : undefined;
  return statusCell(ex.view, project, status, "statuses", words);
}

/**
 * The comparison above and below the map: `top` takes the choice, `parent` the table.
 * @param {HTMLElement} top
 * @param {HTMLElement} parent
 * @param {Explorer} ex
 */
export function createCompare(top, parent, ex) {
  const w = ex.words,
    view = ex.view,
    payload = view.model.payload,
    lang = ex.lang;
  /** @type {[string, string][]} */
  const plans = payload.plans.map((p) => [p.id, pickLanguage(p.short, lang)]);
  const bar = el("div", "app-bar", null, top);
  const from = createSelect(
    bar,
    w("app.compare.from"),
    /** @type {[string, string][]} */ ([
      ["earlier", w("app.compare.earlier")],
      ["all", w("app.compare.all")],
    ]).concat(plans),
    ex.state.from,
    (v) => {
      ex.set({ from: v, change: [] });
    },
  );
  const to = createSelect(bar, w("app.compare.to"), plans, ex.state.to, (v) => {
    ex.set({ to: v, change: [] });
  });
  const chips = el("div", "app-choices is-row", null, top);
  chips.setAttribute("role", "group");
  chips.setAttribute("aria-label", w("app.compare.change"));
  const note = el("p", "app-hint", "", top);
  const heads = el("div", null, null, parent);
  /**
   * @typedef {{kind: string, before: string | null, after: string | null}} Change
   * @typedef {{project: Project, change: Change}} Row
   */
  /** @type {{show(rows: Row[]): void} | null} */
  let made = null;
  let key = "";

  /** @param {{from: string, to: string}} state */
  function build(state) {
    const next = state.from + " " + state.to;
    if (next === key) return;
    key = next;
    heads.textContent = "";
    const all = state.from === "all";
    // Time runs one way, whichever plan is chosen first.
    const pair = plans.filter((p) => p[0] === state.from || p[0] === state.to);
    const first = all
      ? w("app.compare.first")
      : state.from === "earlier"
        ? w("app.compare.earlier")
        : pair[0][1];
    made = planTable(
      heads,
      ex,
      w("app.tab.compare"),
      [
        { label: first, cell: (item) => saidCell(ex, item.project, item.change.before) },
        {
          label: all ? w("app.compare.last") : pair[pair.length - 1][1],
          cell: (item) => saidCell(ex, item.project, item.change.after),
        },
        { label: w("app.compare.change"), cell: (item) => changeCell(ex, item.change.kind) },
      ],
      (id) => {
        ex.select(id);
      },
    );
  }

  return {
    /** Draw the comparison; returns what the map shows: {ids, statuses, paint}. */
    update: () => {
      const state = ex.state;
      const found = listChanges(view.model, state, state.from, state.to);
      from.value = state.from;
      to.value = state.to;
      to.disabled = state.from === "all";
      note.textContent = w(state.from === "all" ? "app.compare.note.all" : "app.compare.note");
      /** @type {Record<string, number>} */
      const by = {};
      found.forEach((c) => {
        by[c.kind] = (by[c.kind] || 0) + 1;
      });
      chips.textContent = "";
      Object.keys(payload.style.changes).forEach((code) => {
        const b = button("app-choice", null, chips);
        b.setAttribute("data-choice", "change=" + code);
        b.title = w("app.change." + code + ".means");
        b.setAttribute("aria-pressed", String(ex.has("change", code)));
        b.setAttribute(
          "aria-label",
          w("app.choice", { name: w("change." + code), n: by[code] || 0 }),
        );
        b.classList.toggle("is-empty", !by[code]);
        b.appendChild(createChangeSample(payload.style, ex.theme, code));
        el("span", null, w("change." + code), b);
        el("span", "app-n", by[code] || 0, b);
        b.addEventListener("click", () => {
          ex.toggle("change", code);
        });
      });
      const order = Object.keys(payload.style.changes),
        /** @type {Row[]} */
        rows = [],
        /** @type {Map<string, string>} */
        paint = new Map(),
        /** @type {string[]} */
        ids = [],
        /** @type {(string | null)[]} */
        statuses = [];
      found.forEach((c, id) => {
        if (state.change.length && state.change.indexOf(c.kind) < 0) return;
        const project = view.model.byId.get(id);
        if (project) rows.push({ project: project, change: c });
        paint.set(id, c.kind);
        ids.push(id);
        statuses.push(c.after || c.before);
      });
      rows.sort((a, b) => order.indexOf(a.change.kind) - order.indexOf(b.change.kind));
      build(state);
      if (made) made.show(rows);
      return { ids: ids, statuses: statuses, paint: paint };
    },
  };
}

/**
 * Status by plan for whatever the filter leaves.
 * @param {HTMLElement} parent
 * @param {Explorer} ex
 */
export function createMatrix(parent, ex) {
  const w = ex.words,
    view = ex.view,
    payload = view.model.payload,
    lang = ex.lang;
  el("p", "app-hint", w("app.matrix.note"), parent);
  /** @param {Plan} plan @param {number} i @returns {Column<{project: Project}>} */
  const column = (plan, i) => ({
    label: pickLanguage(plan.short, lang),
    cell: (item) => {
      const code = item.project.data.statuses[i];
      return statusCell(view, item.project, code === undefined ? null : payload.statuses[code]);
    },
    finish: (td, item) => {
      if (item.project.history.earlier(i) !== "back") return;
      td.classList.add("is-back");
      td.title = w("change.back");
    },
  });
  /** @type {Column<{project: Project}>} */
  const now = {
    label: w("column.current"),
    cell: (item) => statusCell(view, item.project, currentOf(view.model, item.project), "currents"),
  };
  const columns = payload.plans.map(column).concat(now);
  const made = planTable(parent, ex, w("app.tab.matrix"), columns, (id) => {
    ex.set({ tab: "map" });
    ex.select(id);
  });
  return {
    /** @param {Left} left */
    update: (left) => {
      const shown = new Set(left.ids);
      made.show(view.model.projects.filter((p) => shown.has(p.id)).map((p) => ({ project: p })));
    },
  };
}
