// The explorer's filters, in their order, under a search and how many projects are left.

import { filterKeys } from "../../core/address.js";
import { button, el } from "../../core/dom.js";
import { precisions } from "../../core/filter.js";
import { tellMissing } from "../../core/missing.js";
import { createSearchBox } from "../../core/search/search-box.js";
import { pickLanguage } from "../../core/translator.js";
import { choices, coded, group } from "./choices.js";
import { leftOut, modes } from "./modes.js";
import { places, regions } from "./where.js";

/** @import { Explorer } from "../explorer.js" */
/** @import { Counts } from "../../core/types.js" */
/** @import { Panel } from "./choices.js" */

/**
 * The panel in `parent`; `update(counts, shown)` after every change.
 * @param {HTMLElement} parent
 * @param {Explorer} explorer
 */
export function createPanel(parent, explorer) {
  const w = explorer.words,
    lang = explorer.lang,
    payload = explorer.view.model.payload;
  /** @type {Panel} */
  const panel = {
    explorer: explorer,
    updates: [],
    standard: () =>
      String(explorer.state.mode.slice().sort()) === String(payload.core.slice().sort()),
  };
  const box = el("details", "app-panel", null, parent);
  const head = el("summary", "app-panel-head", "", box);
  const inner = el("div", "app-panel-inner", null, box);
  const search = createSearchBox(inner, {
    words: w,
    lang: lang,
    className: "app-input",
    model: () => explorer.view.model,
    text: () => explorer.state.q,
    search: (text) => {
      explorer.set({ q: text });
    },
    pick: (id) => {
      explorer.select(id);
    },
    isLeft: (id) => explorer.left.ids.indexOf(id) >= 0,
  });
  const status = el("p", "app-count", null, inner);
  const total = el("b", null, "", status);
  total.setAttribute("role", "status");
  const undo = button("atlas-link app-undo", w("filter.undo"), status, () => {
    const before = explorer.undo.take();
    if (before) explorer.where(before);
  });
  undo.title = w("filter.undo.means");
  const clear = button("atlas-link", w("filter.clear"), status);
  clear.addEventListener("click", () => {
    explorer.clear(payload.core.slice());
  });
  leftOut(panel, inner);
  tellMissing(inner, payload, w, explorer.lang);

  coded(panel, inner, "current", payload.current_statuses, "currents", w("app.current.help"));
  choices(
    panel,
    group(inner, w("filter.plan"), true),
    "plan",
    payload.plans.map((p) => ({
      id: p.id,
      label: pickLanguage(p.short, lang),
      title: pickLanguage(p.title, lang),
    })),
  );
  coded(panel, inner, "status", payload.statuses, "statuses", w("app.status.help"));
  modes(panel, inner);
  places(panel, inner);
  regions(panel, inner);
  coded(panel, inner, "verdict", payload.verdict_codes, null, w("app.verdict.help"));
  /** @type {Set<number>} */
  const promised = new Set();
  payload.projects.forEach((p) => {
    (p.mentions || []).forEach((m) => {
      [m.start_year, m.complete_year].forEach((y) => {
        if (y) promised.add(y);
      });
    });
  });
  const years = Array.from(promised).sort();
  const yg = group(inner, w("filter.year"), explorer.state.year.length > 0);
  yg.head.title = w("app.year.help");
  choices(
    panel,
    yg,
    "year",
    years.concat(0).map((y) => ({ id: y, label: y ? String(y) : w("filter.year.none") })),
  );
  const fg = group(inner, w("filter.finding"), explorer.state.finding.length > 0);
  choices(
    panel,
    fg,
    "finding",
    payload.finding_kinds.map((f) => ({
      id: f,
      label: w("finding." + f),
      title: w("app.finding." + f + ".means"),
    })),
  );
  coded(panel, inner, "precision", precisions(payload), null, w("app.data.precision.text"));

  return {
    box: box,
    /** @param {boolean} on */
    open: (on) => {
      box.open = on;
    },
    /** @param {Counts} counts @param {number} n @param {string | null} [told] how many in words */
    update: (counts, n, told) => {
      panel.updates.forEach((f) => {
        f(counts);
      });
      search.update();
      total.textContent = told || w("app.shown", { n: n, all: payload.projects.length });
      head.textContent = w("app.filters.show", { n: n });
      undo.hidden = !explorer.undo.any;
      clear.hidden =
        panel.standard() &&
        filterKeys(payload).every((f) => f === "mode" || !explorer.state[f].length);
    },
  };
}
