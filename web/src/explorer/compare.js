// Two plans side by side, as a table and on the map; and the matrix of status by plan.

import { createCompareBar } from "../compare/bar.js";
import { comparisonOf, listChanges, pairOf } from "../compare/changes.js";
import { createPair } from "../compare/two-maps.js";
import { emptyFilter } from "../core/address.js";
import { el } from "../core/dom.js";
import { BARE, currentOf } from "../core/looks.js";
import { createDataTable } from "../core/table/data-table.js";
import { pickLanguage } from "../core/translator.js";
import { keepNumbered, numberCell } from "../map/names/number-mark.js";
import { createChangeSample } from "../map/symbols.js";
import { AtlasView } from "../map/view.js";
import { statusCell } from "../project/status-cell.js";

/** @import { Column } from "../core/table/data-table.js" */
/** @import { Explorer } from "./explorer.js" */
/** @import { Compared, Left, Plan, Project, Side } from "../core/types.js" */

/** @type {("rail" | "road")[]} */
const NETWORKS = ["rail", "road"];
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
 * @param {Partial<Column<T>>} [name] more of the column of names
 */
function planTable(parent, ex, label, columns, pick, name = {}) {
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
        ...name,
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
  if (pairOf(ex.payload, ex.state.from, ex.state.to).years)
    return statusCell(ex.view, project, status, "years");
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
    model = ex.view.model,
    everything = emptyFilter(model.payload);
  const bar = createCompareBar(top, {
    payload: model.payload,
    words: w,
    lang: ex.lang,
    theme: ex.theme,
    state: () => ex.state,
    set: (change) => {
      ex.set(change);
    },
  });
  const heads = el("div", null, null, parent);
  keepNumbered(heads, ex.view);
  /** @typedef {{project: Project, change: Compared}} Row */
  const pair = createPair(ex.view, w, (box) => {
    const view = new AtlasView(box, ex.payload, { ...ex.drawing });
    if (view.networks)
      view.networks.begin(
        NETWORKS.filter((kind) => ex.state[kind] === "on"),
        0,
      );
    view.setBand(ex.state.band === "on");
    return view;
  });
  /** @type {{ of: string, found: ReturnType<typeof listChanges> } | null} all between these two */
  let all = null;
  /** All that changed, whatever is filtered. @param {string} from @param {string} to */
  function changesOf(from, to) {
    const of = from + " " + to;
    if (!all || all.of !== of) all = { of: of, found: listChanges(model, everything, from, to) };
    return all.found;
  }
  /** @type {{show(rows: Row[]): void} | null} */
  let made = null;
  let key = "";

  /** @param {string} next @param {[string, string]} names */
  function build(next, [first, last]) {
    if (next === key) return;
    key = next;
    heads.textContent = "";
    made = planTable(
      heads,
      ex,
      w("compare"),
      [
        { label: first, cell: (item) => saidCell(ex, item.project, item.change.before) },
        { label: last, cell: (item) => saidCell(ex, item.project, item.change.after) },
        { label: w("compare.change"), cell: (item) => changeCell(ex, item.change.kind) },
      ],
      (id) => {
        ex.select(id);
      },
      { finish: numberCell(ex.view, (item) => item.project.id) },
    );
  }

  return {
    /** Draw the comparison; returns it with all that the other filters could leave of it. */
    update: () => {
      const state = ex.state,
        shown = comparisonOf(model, state, state, w, ex.lang),
        /** @type {Project[]} */
        among = [],
        /** @type {Row[]} */
        rows = [];
      changesOf(state.from, state.to).forEach((c, id) => {
        const project = model.byId.get(id);
        if (project && (!state.change.length || state.change.indexOf(c.kind) >= 0))
          among.push(project);
      });
      bar.update(shown.found);
      shown.ids.forEach((id) => {
        const project = model.byId.get(id),
          change = shown.found.get(id);
        if (project && change) rows.push({ project: project, change: change });
      });
      build(state.from + " " + state.to, shown.names);
      if (made) made.show(rows);
      return { ...shown, among: among };
    },
    second: pair.second,
    /**
     * Show both sides, each on a map; null for one map.
     * @param {[Side, Side] | null} sides
     */
    both: (sides) => {
      pair.show(ex.state.maps, sides, ex.state);
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
