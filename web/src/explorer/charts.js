// Bars that count and that filter when clicked: real buttons, no drawing library.
import { button, el, focusedChoice } from "../core/dom.js";
import { nameOf, pickLanguage } from "../core/translator.js";
import { prefectureLengths } from "./lengths.js";

/** @import { Explorer } from "./explorer.js" */
/** @import { Counts, Facet, Left, Pair } from "../core/types.js" */

/**
 * @param {HTMLElement} parent
 * @param {Explorer} ex
 * @param {string} title
 */
function chart(parent, ex, title) {
  const box = el("section", "app-chart", null, parent);
  el("h2", null, title, box);
  const list = el("div", "app-bars", null, box);
  /**
   * @param {Facet} field
   * @param {{id: string, label: string, n: number, colour?: string}[]} items
   * @param {(n: number) => number} [format]
   */
  return (field, items, format) => {
    const most = items.reduce((m, i) => Math.max(m, i.n), 1),
      focus = focusedChoice(list);
    list.textContent = "";
    items.forEach((item) => {
      const b = button("app-bar-row", null, list),
        on = ex.has(field, item.id);
      b.setAttribute("data-choice", field + "=" + item.id);
      b.setAttribute("aria-pressed", String(on));
      el("span", "app-bar-name", item.label, b).title = item.label;
      const track = el("span", "app-bar-track", null, b);
      const fill = el("span", "app-bar-fill", null, track);
      fill.style.width = ((100 * item.n) / most).toFixed(1) + "%";
      if (item.colour) fill.style.background = item.colour;
      el("span", "app-bar-n", format ? format(item.n) : item.n, b);
      b.addEventListener("click", () => {
        ex.toggle(field, item.id);
      });
      if (focus === field + "=" + item.id) b.focus();
    });
  };
}

/**
 * @param {HTMLElement} parent
 * @param {Explorer} ex
 */
export function createCharts(parent, ex) {
  const w = ex.words,
    payload = ex.view.model.payload,
    style = payload.style,
    lang = ex.lang;
  el("p", "app-hint", w("app.charts.note"), parent);
  const grid = el("div", "app-charts", null, parent);
  const mode = chart(grid, ex, w("app.charts.mode")),
    status = chart(grid, ex, w("app.charts.status")),
    current = chart(grid, ex, w("app.charts.current")),
    verdict = chart(grid, ex, w("app.charts.verdict"));
  const plan = chart(grid, ex, w("app.charts.plan")),
    region = chart(grid, ex, w("app.charts.region"));
  const length = chart(grid, ex, w("app.charts.length"));
  /** @param {{n: number, on: boolean}} item */
  const some = (item) => item.n || item.on;
  return {
    /** @param {Left} left @param {Counts} counts */
    update: (left, counts) => {
      /**
       * @param {Facet} field
       * @param {string[]} ids
       * @param {(id: string) => string} label
       * @param {(id: string) => string} [colour]
       */
      const items = (field, ids, label, colour) =>
        ids.map((id) => ({
          id: id,
          label: label(id),
          n: counts[field].get(id) || 0,
          on: ex.has(field, id),
          colour: colour ? colour(id) : undefined,
        }));
      /** @param {{id: string, label: Pair}[]} list @returns {(id: string) => string} */
      const named = (list) => (id) => {
        const found = list.find((x) => x.id === id);
        return found ? pickLanguage(found.label, lang) : id;
      };
      /** @param {{id: string}[]} list */
      const ids = (list) => list.map((x) => x.id);
      mode(
        "mode",
        items(
          "mode",
          payload.modes,
          (m) => w("mode." + m),
          (m) => style.modes[m][ex.theme === "dark" ? "dark" : "colour"],
        ),
      );
      status(
        "status",
        items("status", payload.statuses, (s) => w("status." + s)),
      );
      current(
        "current",
        items("current", payload.current_statuses, (c) => w("current." + c)),
      );
      verdict(
        "verdict",
        items("verdict", payload.verdict_codes, (v) => w("verdict." + v)),
      );
      plan(
        "plan",
        items(
          "plan",
          ids(payload.plans),
          named(payload.plans.map((p) => ({ id: p.id, label: p.short }))),
        ),
      );
      region(
        "region",
        items(
          "region",
          ids(payload.regions),
          named(payload.regions.map((r) => ({ id: r.id, label: r.name }))),
        )
          .filter(some)
          .sort((a, b) => b.n - a.n),
      );
      length(
        "place",
        prefectureLengths(ex.view.model, left.ids).map((p) => ({
          id: p.id,
          label: nameOf(p, lang),
          n: p.km,
        })),
        (n) => Math.round(n),
      );
    },
  };
}
