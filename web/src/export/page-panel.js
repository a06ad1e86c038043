// The filters of the page.

import { emptyFilter } from "../core/address.js";
import { button, el } from "../core/dom.js";
import { facetCounts, precisions } from "../core/filter.js";
import { LOOK_OF, styleOf } from "../core/looks.js";
import { tellMissing } from "../core/missing.js";
import { createSearchBox } from "../core/search/search-box.js";
import { pickLanguage } from "../core/translator.js";
import { createPlaceChoices } from "../core/where/place-choices.js";
import { createShapeChoices } from "../core/where/shape-choices.js";
import { createNumber } from "../map/names/number-mark.js";
import { createChangeSample, createSample } from "../map/symbols.js";
import { drawShape, seenBox } from "../map/where/draw.js";

/** @import { Left } from "../core/types.js" */
/** @import { Choice, ListKey, Page } from "./types.js" */

const STEP = 200;

/**
 * @param {Page} page
 * @param {HTMLElement} parent
 * @param {string} title
 * @param {ListKey} field
 * @param {Choice[]} items
 */
function chips(page, parent, title, field, items) {
  const group = el("fieldset", "page-group", null, parent);
  el("legend", null, title, group);
  items.forEach((item) => {
    const b = button("page-chip", null, group);

    el("span", null, item.label, b);
    if (item.title) b.title = item.title;
    const show = () => {
      b.setAttribute("aria-pressed", String(page.filter[field].indexOf(item.id) >= 0));
    };
    b.addEventListener("click", () => {
      const list = page.filter[field],
        at = list.indexOf(item.id);
      if (at < 0) list.push(item.id);
      else list.splice(at, 1);
      page.apply();
    });
    page.shows.push(show);
  });
}

/**
 * @param {Page} page
 * @param {HTMLElement} parent
 * @param {string} title
 * @param {ListKey} field
 * @param {Choice[]} items
 * @param {string} any
 */
function choice(page, parent, title, field, items, any) {
  const group = el("fieldset", "page-group", null, parent);
  el("legend", null, title, group);
  const select = el("select", "page-select", null, group);
  select.setAttribute("aria-label", title);
  [{ id: "", label: any }, ...items].forEach((item) => {
    el("option", null, item.label, select).value = item.id;
  });
  select.addEventListener("change", () => {
    page.filter[field] = select.value ? [select.value] : [];
    page.apply();
    page.where();
  });
  page.shows.push(() => {
    select.value = page.filter[field].length === 1 ? page.filter[field][0] : "";
  });
}

/**
 * The two ways to draw; the one that is on is pressed.
 * @param {Page} page
 * @param {HTMLElement} parent
 */
function views(page, parent) {
  const w = page.words,
    group = el("fieldset", "page-group page-views", null, parent);
  el("legend", null, w("view"), group);
  Object.keys(LOOK_OF).forEach((way) => {
    const b = button("page-chip", null, group, () => {
      page.setView(way);
    });
    el("span", null, w("view." + way), b);
    b.title = w("view." + way + ".means");
    page.shows.push(() => {
      b.setAttribute("aria-pressed", String(!page.on && page.way === way));
    });
  });
}

/**
 * Chips of codes that have words.
 * @param {Page} page
 * @param {HTMLElement} parent
 * @param {ListKey} field
 * @param {string[]} codes
 */
function coded(page, parent, field, codes) {
  const w = page.words;
  chips(
    page,
    parent,
    w("filter." + field),
    field,
    codes.map((code) => ({
      id: code,
      label: w(field + "." + code),
      title: w(field + "." + code + ".means"),
    })),
  );
}

/** @param {Page} page @param {HTMLElement} parent */
function places(page, parent) {
  const group = el("fieldset", "page-group", null, parent);
  el("legend", null, page.words("place.group"), group);
  /** @type {Map<string | number, number> | null} */
  let counts = null;
  const drawn = el("div", null, null, group);
  const box = createPlaceChoices(group, el("div", "page-places", null, group), {
    words: page.words,
    lang: page.lang,
    base: page.payload.base,
    model: () => page.model,
    input: "page-search",
    choice: "page-chip",
    hint: "page-hint",
    found: true,
    chosen: () => page.filter.place,
    toggle: (code) => {
      const list = page.filter.place,
        at = list.indexOf(code);
      if (at < 0) list.push(code);
      else list.splice(at, 1);
      page.apply();
      page.where();
    },
    counts: () => (counts = counts || facetCounts(page.model, page.filter).place),
  });
  const shapes = createShapeChoices(drawn, {
    words: page.words,
    lang: page.lang,
    payload: page.payload,
    choice: "page-chip",
    hint: "page-hint",
    input: "page-search",
    where: () => page.filter,
    set: (change) => {
      page.where(change);
    },
    draw: (key) => {
      drawShape(page.view, key, (change) => {
        page.where(change);
      });
    },
    seen: () => seenBox(page.view),
  });
  page.shows.push(() => {
    counts = null;
    box.draw();
    shapes.draw();
  });
}

/** @param {Page} page @param {HTMLElement} parent */
export function panel(page, parent) {
  const payload = page.payload,
    w = page.words,
    lang = page.lang;
  const box = el("details", "page-panel", null, parent);
  box.open = window.matchMedia("(min-width: 900px)").matches;
  el("summary", null, w("page.show_filter"), box);
  const inner = el("div", "page-panel-inner", null, box);
  inner.setAttribute("role", "region");
  inner.setAttribute("aria-label", w("filter"));
  const search = createSearchBox(inner, {
    words: w,
    lang: lang,
    className: "page-search",
    model: () => page.model,
    text: () => page.filter.q,
    search: (text) => {
      page.filter.q = text;
      page.apply();
    },
    pick: (id) => {
      page.view.reveal(id);
      page.open(id, true);
    },
    isLeft: (id) => page.view.shown.has(id),
  });
  page.shows.push(search.update);
  views(page, inner);
  coded(page, inner, "current", payload.current_statuses);
  coded(page, inner, "verdict", payload.verdict_codes);
  chips(
    page,
    inner,
    w("filter.plan"),
    "plan",
    payload.plans.map((p) => ({
      id: p.id,
      label: pickLanguage(p.short, lang),
      title: pickLanguage(p.title, lang),
    })),
  );
  coded(page, inner, "status", payload.statuses);
  choice(
    page,
    inner,
    w("filter.region"),
    "region",
    payload.regions.map((r) => ({ id: r.id, label: pickLanguage(r.name, lang) })),
    w("filter.any"),
  );
  places(page, inner);
  const present = new Set(page.payload.projects.map((p) => p.mode));
  chips(
    page,
    inner,
    w("filter.mode"),
    "mode",
    payload.modes
      .filter((m) => present.has(m))
      .map((m) => ({ id: m, label: w("mode." + m), title: w("mode." + m + ".means") })),
  );
  const found = new Set(
    payload.projects.reduce(
      (all, p) => all.concat((p.findings || []).map((f) => f.kind)),
      /** @type {string[]} */ ([]),
    ),
  );
  if (found.size) {
    chips(
      page,
      inner,
      w("filter.finding"),
      "finding",
      payload.finding_kinds
        .filter((f) => found.has(f))
        .map((f) => ({ id: f, label: w("finding." + f) })),
    );
  }
  const ways = new Set(payload.projects.map((p) => p.precision));
  if (ways.size > 1)
    coded(
      page,
      inner,
      "precision",
      precisions(payload).filter((way) => ways.has(way)),
    );
  const undo = button("page-clear", w("filter.undo"), inner, () => {
    const before = page.undo.take();
    if (before) page.where(before);
  });
  undo.title = w("filter.undo.means");
  page.shows.push(() => {
    undo.hidden = !page.undo.any;
  });
  const clear = button("page-clear", w("filter.clear"), inner);
  clear.addEventListener("click", () => {
    page.filter = emptyFilter(page.payload);
    page.apply();
    page.where();
  });
  const count = el("p", "page-count", "", inner);
  count.setAttribute("role", "status");
  tellMissing(inner, page.payload, page.words, page.lang);
  return { box, count, list: el("ol", "page-list", null, inner) };
}

/**
 * The projects of the list from one on, as many as are wanted at first.
 * @param {Page} page
 * @param {Left} left
 * @param {number} from
 */
export function drawList(page, left, from) {
  const part = document.createDocumentFragment();
  left.ids.slice(from, from + STEP).forEach((id, i) => {
    const p = page.model.byId.get(id);
    if (!p) return;
    const b = button("page-item", null, el("li", null, null, part));
    const change = page.view.paint && page.view.paint.get(id);
    b.appendChild(
      change
        ? createChangeSample(page.payload.style, "light", change)
        : createSample(
            page.payload.style,
            "light",
            p.data.mode,
            styleOf(
              page.payload.style,
              page.view.look,
              page.view.codeOf(p, left.statuses[from + i]),
            ),
            p.kind === "P",
          ),
    );
    b.appendChild(createNumber(page.view, id));
    el("span", null, pickLanguage(p.data.name, page.lang), b);
    b.addEventListener("click", () => {
      page.open(id, true);
    });
  });
  page.list.appendChild(part);
  const rest = left.ids.length - from - STEP;
  if (rest <= 0) return;
  const line = el("li", null, null, page.list);
  const b = button("page-clear", page.words("card.more", { n: rest }), line);
  b.addEventListener("click", () => {
    line.remove();
    drawList(page, left, from + STEP);
  });
}
