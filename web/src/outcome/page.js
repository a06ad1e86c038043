// Promise and outcome: how much is known, the verdicts in total, the pictures, the table, and what
// became of promises without a year.

import { createSelect } from "../core/controls/select.js";
import { button, el } from "../core/dom.js";
import { svgNode } from "../core/svg.js";
import { createDataTable } from "../core/table/data-table.js";
import { pickLanguage } from "../core/translator.js";
import { createDetail, writeBasis } from "./detail.js";
import { drawDumbbell } from "./dumbbell.js";
import { drawVerdict, projectName, promiseWords, SIZE, verdictColour } from "./marks.js";
import { countKnown } from "./progress.js";
import { createOpenings, createProgress } from "./progress-table.js";
import { axisOf, countVerdicts, groupPromises, listPromises, sortPromises } from "./promises.js";
import { drawSlips } from "./slip-picture.js";

/**
 * @import { Filter } from "../core/types.js"
 * @import { Host } from "./types.js"
 * @import { Grouping, Made, Order } from "./promises.js"
 */

/** @type {Order[]} */
const ORDERS = ["late", "name", "year"];
/** @type {Grouping[]} */
const GROUPINGS = ["", "region", "mode", "plan"];

/**
 * The page in `parent`: `update(ids, chosen)` shows the promises of these projects that the chosen
 * plans make for the chosen years.
 * @param {HTMLElement} parent
 * @param {Host} host
 */
export function createOutcomes(parent, host) {
  const w = host.words,
    model = host.model,
    payload = model.payload,
    collator = new Intl.Collator(host.lang === "zh" ? "zh-CN" : "en");
  const root = el("div", "out-page", null, parent);
  /** @type {{kind: string, group: Grouping, order: Order}} */
  const view = { kind: "", group: "", order: "late" };
  /** @type {string[]} */
  let ids = [];
  /** @type {Pick<Filter, "plan" | "year">} */
  let chosen = { plan: [], year: [] };
  let width = 0;

  const known = el("p", "out-known", "", root);
  const bar = el("div", "out-bar-row", null, root);
  createSelect(
    bar,
    w("outcome.kind"),
    [
      ["", w("outcome.kind.any")],
      ...payload.promise_kinds.map(
        (kind) => /** @type {[string, string]} */ ([kind, w("promise." + kind)]),
      ),
    ],
    "",
    (value) => {
      view.kind = value;
      draw();
    },
  );
  createSelect(
    bar,
    w("outcome.group"),
    GROUPINGS.map((by) => [by, by ? w("filter." + by) : w("outcome.group.none")]),
    view.group,
    (value) => {
      view.group = /** @type {Grouping} */ (value);
      draw();
    },
  );
  createSelect(
    bar,
    w("outcome.sort"),
    ORDERS.map((by) => [by, w("outcome.sort." + by)]),
    view.order,
    (value) => {
      view.order = /** @type {Order} */ (value);
      draw();
    },
  );
  button("atlas-link", w("outcome.how"), bar, judged);
  const empty = el("div", "out-empty", null, root);
  const totals = el("ul", "out-totals", null, root);
  totals.setAttribute("aria-label", w("outcome.totals"));
  const promised = el("div", null, null, root);
  const bells = section(promised, w("outcome.dumbbell"), w("outcome.dumbbell.means")),
    slips = section(promised, w("outcome.slip"), w("outcome.slip.means", { d: payload.as_of }));
  const listed = section(promised, w("outcome.table"), "");
  const table = createDataTable(listed.inner, {
    label: w("outcome.table"),
    frame: "is-open",
    look: "is-still",
    collator: collator,
    columns: columns(host),
  });
  const progress = createProgress(el("section", "out-section", null, root), host),
    openings = createOpenings(el("section", "out-section", null, root), host);
  const rules = el("section", "out-section out-rules", null, root);
  rules.tabIndex = -1;
  el("h2", null, w("outcome.how"), rules);
  writeRules(rules, host);
  const detail = createDetail(host, judged);

  function judged() {
    rules.scrollIntoView({ block: "start" });
    rules.focus({ preventScroll: true });
  }

  function rows() {
    return listPromises(model, ids, chosen).filter(
      (made) => !view.kind || made.outcome.kind === view.kind,
    );
  }

  function draw() {
    const found = rows();
    const every = listPromises(
      model,
      model.projects.map((p) => p.id),
      { plan: [], year: [] },
    );
    detail.box.remove();
    detail.box.hidden = true;
    writeTotals(totals, host, found);
    empty.textContent = "";
    const out = every.length - found.length;
    if (!found.length) el("b", null, w("outcome.none"), empty);
    if (out) el("span", null, w("outcome.hidden", { n: out }), empty);
    if (out && host.widen) {
      button("atlas-button", w("outcome.all"), empty, () => {
        view.kind = "";
        const first = bar.querySelector("select");
        if (first) first.value = "";
        if (host.widen) host.widen();
      });
    }
    empty.hidden = !out && found.length > 0;
    promised.hidden = totals.hidden = !found.length;
    if (found.length) pictures(found);
    table.show(sorted(found));
  }

  /** @param {Made[]} list */
  function sorted(list) {
    return sortPromises(list, view.order, {
      asOf: payload.as_of,
      name: (project) => pickLanguage(project.data.name, host.lang),
      collate: collator.compare,
    });
  }

  /** @param {Made[]} found */
  function pictures(found) {
    width = Math.max(300, Math.min(1080, root.clientWidth - 2));
    const frame = axisOf(found, payload.as_of);
    /** @param {HTMLElement} box @param {string} title */
    const how = (box, title) => ({
      width: width,
      from: frame.from,
      to: frame.to,
      title: title,
      /** @param {Made} made @param {SVGElement} mark */
      pick: (made, mark) => {
        detail.show(made, mark, box);
      },
    });
    bells.inner.textContent = "";
    groupPromises(model, found, view.group).forEach((group) => {
      const box = el("div", "out-group", null, bells.inner);
      const name = group.name
        ? pickLanguage(group.name, host.lang)
        : group.id
          ? w("mode." + group.id)
          : "";
      if (view.group) {
        const head = el("h3", null, name || w("outcome.group.rest"), box);
        head.appendChild(writeTotals(el("ul", "out-totals is-small"), host, group.rows));
      }
      const title = [w("outcome.dumbbell"), name].filter(Boolean).join(" · ");
      drawDumbbell(box, host, sorted(group.rows), how(box, title));
    });
    slips.inner.textContent = "";
    drawSlips(slips.inner, host, found, how(slips.inner, w("outcome.slip")));
  }

  const watch = window.ResizeObserver
    ? new ResizeObserver(() => {
        const now = Math.max(300, Math.min(1080, root.clientWidth - 2));
        // Hidden pages have no width; what the reader has open is not taken away for a pixel.
        if (root.clientWidth && Math.abs(now - width) > 8 && !promised.hidden) pictures(rows());
      })
    : null;
  if (watch) watch.observe(root);

  return {
    /**
     * @param {string[]} left ids of the projects that the filter leaves
     * @param {Pick<Filter, "plan" | "year">} filter
     */
    update: (left, filter) => {
      ids = left;
      chosen = filter;
      writeKnown(known, host, ids, listPromises(model, ids, chosen));
      draw();
      progress.update(ids, chosen.plan);
      openings.update(ids);
    },
    destroy: () => {
      if (watch) watch.disconnect();
    },
  };
}

/**
 * @param {HTMLElement} parent
 * @param {string} title
 * @param {string} hint
 */
function section(parent, title, hint) {
  const box = el("section", "out-section", null, parent);
  el("h2", null, title, box);
  if (hint) el("p", "out-hint", hint, box);
  return { box: box, inner: el("div", "out-inner", null, box) };
}

/**
 * @param {HTMLElement} box
 * @param {Host} host
 * @param {string[]} ids
 * @param {Made[]} promises
 */
function writeKnown(box, host, ids, promises) {
  const w = host.words,
    now = countKnown(host.model, ids),
    told = promises.filter((made) => made.outcome.verdict !== "unknown").length;
  const mark = host.lang === "zh" ? "；" : "; ";
  box.textContent = [
    w("outcome.known", { n: told, all: promises.length }),
    w("outcome.known.now", { n: now.known, all: now.all }),
    w("outcome.as_of", { d: host.model.payload.as_of || "—" }),
  ].join(mark);
}

/**
 * How many of each verdict, the unknown beside the known.
 * @param {HTMLElement} list
 * @param {Host} host
 * @param {Made[]} rows
 */
function writeTotals(list, host, rows) {
  const w = host.words;
  list.textContent = "";
  countVerdicts(host.model, rows).forEach((n, verdict) => {
    const item = el("li", n ? null : "is-none", null, list);
    item.title = w("verdict." + verdict + ".means");
    const svg = svgNode(
      "svg",
      { viewBox: "0 0 16 16", class: "out-sign", "aria-hidden": "true" },
      item,
    );
    drawVerdict(host, verdict, 8, 8, SIZE * 0.4, svg);
    el("span", null, w("verdict." + verdict), item);
    el("b", null, n, item);
  });
  return list;
}

/** @param {Host} host @returns {import("../core/table/data-table.js").Column<Made>[]} */
function columns(host) {
  const w = host.words,
    payload = host.model.payload;
  return [
    {
      label: w("column.name"),
      cell: (made) => {
        return button("atlas-link", projectName(host, made), null, () => {
          host.open(made.project.id);
        });
      },
      sort: (made) => projectName(host, made),
    },
    {
      label: w("filter.plan"),
      className: "is-short",
      cell: (made) => pickLanguage(payload.plans[made.outcome.plan].short, host.lang),
      sort: (made) => made.outcome.plan,
    },
    {
      label: w("outcome.column.promise"),
      className: "is-short",
      cell: (made) => promiseWords(host, made),
      sort: (made) => made.outcome.year,
    },
    {
      label: w("outcome.column.happened"),
      className: "is-short",
      cell: (made) => made.outcome.happened || null,
      sort: (made) => made.outcome.happened,
    },
    {
      label: w("outcome.column.verdict"),
      className: "is-short",
      cell: (made) => {
        const b = el("b", null, w("verdict." + made.outcome.verdict));
        b.style.color = verdictColour(host, made.outcome.verdict);
        return b;
      },
      sort: (made) => payload.verdict_codes.indexOf(made.outcome.verdict),
    },
    {
      label: w("outcome.column.late"),
      numeric: true,
      cell: (made) => made.outcome.months || null,
      sort: (made) => made.outcome.months || "",
    },
    {
      label: w("outcome.column.sources"),
      cell: (made) => {
        const box = el("div", "out-cell");
        writeBasis(box, host, made);
        return box;
      },
    },
  ];
}

/**
 * How it is judged: the rules in short, then what each verdict means.
 * @param {HTMLElement} parent
 * @param {Host} host
 */
function writeRules(parent, host) {
  const w = host.words,
    list = el("ol", null, null, parent);
  Object.keys(host.model.payload.words[host.lang])
    .filter((key) => /^outcome\.rule\.\d+$/.test(key))
    .forEach((key) => {
      el("li", null, w(key), list);
    });
  const terms = el("dl", null, null, parent);
  host.model.payload.verdict_codes.forEach((code) => {
    el("dt", null, w("verdict." + code), terms);
    el("dd", null, w("verdict." + code + ".means"), terms);
  });
}
