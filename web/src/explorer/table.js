// The list of what is shown, as a real table: it mirrors the map for whoever cannot see it.

import { el } from "../core/dom.js";
import { projectsOf } from "../core/filter.js";
import { roundKm } from "../core/kilometres.js";
import { currentOf } from "../core/looks.js";
import { tellMissing } from "../core/missing.js";
import { createDataTable } from "../core/table/data-table.js";
import { listedColumns } from "../core/table/listed-columns.js";
import { pickLanguage } from "../core/translator.js";
import { distanceKm } from "../core/where/shapes.js";
import { distanceText } from "../core/where/words.js";
import { keepNumbered, numberCell } from "../map/names/number-mark.js";
import { statusCell } from "../project/status-cell.js";

/** @import { Project, View } from "../core/types.js" */
/** @import { Column } from "../core/table/data-table.js" */

const STEP = 300,
  PAGES = 4,
  DATE = { className: "is-date" };

/**
 * A table in `parent`. `update()` after a filter, `mark(id)` after a selection.
 * @param {HTMLElement} parent
 * @param {View} view
 */
export function createTable(parent, view) {
  const model = view.model,
    payload = model.payload,
    w = view.words,
    lang = view.lang;
  const mark = lang === "zh" ? "、" : ", ";
  /** @param {Project} p @param {"start_year" | "complete_year"} key */
  const lastYear = (p, key) => {
    const dated = (p.data.mentions || []).filter((m) => m[key]);
    return (dated.length && dated[dated.length - 1][key]) || "";
  };
  /**
   * @param {string} key
   * @param {(p: Project) => string | number} value what is shown, and sorted by
   * @param {Partial<Column<Project>>} [more]
   * @returns {Column<Project>}
   */
  const text = (key, value, more) =>
    Object.assign({ label: w("column." + key), cell: value, sort: value }, more);
  // From the place that the filter says to be near; nothing for what is drawn nowhere.
  /** @param {Project} p */
  const away = (p) => (p.kind ? distanceKm(model, p, view.near) : "");
  /** @param {Project} p */
  const promised = ({ data: d }) =>
    d.promised_year
      ? w("promised.year", { y: d.promised_year, k: w("promise." + d.promise_kind) })
      : "";
  const box = el("section", "atlas-table-box", null, parent);
  keepNumbered(box, view);
  el("h2", "atlas-table-title", w("list"), box).id = "atlas-list-title";
  tellMissing(box, payload, w, lang);
  const table = createDataTable(box, {
    label: w("list"),
    step: STEP,
    pages: PAGES,
    more: (n) => w("card.more", { n: n }),
    collator: new Intl.Collator(lang === "zh" ? "zh-CN" : "en", { numeric: true }),
    id: (p) => p.id,
    pick: (id) => {
      view.select(id, { fit: true, tell: true });
      view.stage.scrollIntoView({ block: "nearest", behavior: "smooth" });
    },
    columns: [
      text("name", (p) => pickLanguage(p.data.name, lang), {
        finish: numberCell(view, (p) => p.id),
      }),
      text("mode", (p) => w("mode." + p.data.mode), {
        sort: (p) => payload.modes.indexOf(p.data.mode),
        className: "is-short",
      }),
      text("current", (p) => p.data.current, {
        cell: (p) => statusCell(view, p, currentOf(model, p), "currents"),
      }),
      text("since", (p) => p.data.current_since || "", DATE),
      text("promised", (p) => p.data.promised_year || "", { cell: promised, ...DATE }),
      text("happened", (p) => p.data.happened_on || "", DATE),
      text("months", (p) => p.data.months_late || "", { numeric: true }),
      text("status", (p) => payload.statuses.indexOf(view.said.get(p.id) || ""), {
        cell: (p) => statusCell(view, p, view.said.get(p.id) || null),
      }),
      text(
        "plans",
        (p) =>
          Object.keys(p.data.statuses)
            .sort()
            .map((i) => pickLanguage(payload.plans[+i].short, lang))
            .join(mark),
        { className: "is-wide" },
      ),
      text("start", (p) => lastYear(p, "start_year"), { numeric: true }),
      text("complete", (p) => lastYear(p, "complete_year"), { numeric: true }),
      text("km", (p) => (p.data.km ? roundKm(p.data.km) : ""), { numeric: true }),
      text("away", away, {
        cell: (p) => (p.kind ? distanceText(Number(away(p))) : ""),
        numeric: true,
        away: () => !view.near.length,
      }),
      text("precision", (p) => w("precision." + p.data.precision), { className: "is-short" }),
      text(
        "regions",
        (p) =>
          (p.data.regions || []).map((i) => pickLanguage(payload.regions[i].name, lang)).join(mark),
        {
          className: "is-long",
          finish: (td) => {
            td.title = td.textContent || "";
          },
        },
      ),
      ...listedColumns(payload.listed, lang),
    ],
  });

  function draw() {
    const list = projectsOf(model, Array.from(view.shown.keys()));
    table.show(list);
    table.mark(view.selected);
    box.hidden = !list.length;
  }

  let later = 0,
    first = 600;
  return {
    // After the map: the list is long, and mostly below the edge of the window.
    update: () => {
      clearTimeout(later);
      later = window.setTimeout(draw, first);
      first = 40;
    },
    mark: table.mark,
  };
}
