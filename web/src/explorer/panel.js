// The explorer's filters: each choice says how many projects it would leave.

import { filterKeys } from "../core/address.js";
import { createOnly } from "../core/controls/only-this.js";
import { button, el } from "../core/dom.js";
import { styleOf } from "../core/looks.js";
import { tellMissing } from "../core/missing.js";
import { createSearchBox } from "../core/search/search-box.js";
import { pickLanguage } from "../core/translator.js";
import { isSomewhere } from "../core/where/areas.js";
import { createPlaceChoices } from "../core/where/place-choices.js";
import { createShapeChoices, SHAPES } from "../core/where/shape-choices.js";
import { createSample } from "../map/symbols.js";
import { drawShape, seenBox } from "../map/where/draw.js";

/** @import { Look } from "../core/looks.js" */
/** @import { Explorer } from "./explorer.js" */
/** @import { Counts, Facet } from "../core/types.js" */

// How many regions are seen before the others are unfolded.
const FIRST_REGIONS = 3;

/**
 * @typedef {object} Panel
 * @property {Explorer} explorer
 * @property {((counts: Counts) => void)[]} updates called after every change
 * @property {() => boolean} standard whether just the core modes are chosen
 * @typedef {object} Group
 * @property {HTMLDetailsElement} box
 * @property {HTMLElement} head
 * @property {HTMLElement} count
 * @property {HTMLElement} body
 * @typedef {{id: string | number, label: string, title?: string, sample?: Element}} Choice
 * @param {HTMLElement} parent
 * @param {string} title
 * @param {boolean} open
 * @returns {Group}
 */
function group(parent, title, open) {
  const box = el("details", "app-group", null, parent);
  box.open = open;
  const head = el("summary", null, null, box);
  el("span", null, title, head);
  const n = el("span", "app-group-n", "", head);
  return { box: box, head: head, count: n, body: el("div", "app-choices", null, box) };
}

/**
 * One button a choice; `update` sets its number and whether it is pressed.
 * @param {Panel} panel
 * @param {Group} g
 * @param {Facet} field
 * @param {Choice[]} items
 */
function choices(panel, g, field, items) {
  g.box.setAttribute("data-facet", field);
  const ex = panel.explorer,
    w = ex.words,
    made = items.map((item) => {
      const both = el("span", "app-choice-box", null, g.body),
        b = button("app-choice", null, both);
      b.setAttribute("data-choice", field + "=" + item.id);
      if (item.title) b.title = item.title;
      if (item.sample) b.appendChild(item.sample);
      el("span", null, item.label, b);
      const n = el("span", "app-n", "", b);
      b.addEventListener("click", () => {
        ex.toggle(field, item.id);
      });
      const only = createOnly(both, b, w("app.only"), w("app.only.of", { name: item.label }), () =>
        ex.set({ [field]: [item.id] }),
      );
      return { item: item, button: b, n: n, only: only };
    });
  panel.updates.push((counts) => {
    const n = ex.state[field].length;
    g.count.textContent = n && !(field === "mode" && panel.standard()) ? String(n) : "";
    made.forEach((m) => {
      const n = counts[field].get(m.item.id) || 0,
        on = ex.has(field, m.item.id);
      m.n.textContent = String(n);
      m.only.hidden = !on || ex.state[field].length < 2;
      m.button.setAttribute("aria-pressed", String(on));
      m.button.setAttribute("aria-label", w("app.choice", { name: m.item.label, n: n }));
      m.button.classList.toggle("is-empty", !n && !on);
    });
  });
}

/**
 * A group of codes that have words, and samples where they are of a look.
 * @param {Panel} panel
 * @param {HTMLElement} parent
 * @param {"status" | "current" | "verdict"} field
 * @param {string[]} codes
 * @param {Look | null} look
 * @param {string} help
 */
function coded(panel, parent, field, codes, look, help) {
  const { words: w, theme, payload, state } = panel.explorer,
    g = group(parent, w("filter." + field), !!look || state[field].length > 0);
  g.head.title = help;
  choices(
    panel,
    g,
    field,
    codes.map((code) => ({
      id: code,
      label: w(field + "." + code),
      title: w(field + "." + code + ".means"),
      sample: look
        ? createSample(payload.style, theme, null, styleOf(payload.style, look, code))
        : undefined,
    })),
  );
}

/**
 * The choice of every mode, since none chosen would say nothing.
 * @param {Panel} panel
 * @param {Group} g
 */
function allModes(panel, g) {
  const ex = panel.explorer,
    b = button("app-choice", null, g.body, () => {
      ex.set({ mode: [] });
    });
  b.setAttribute("data-choice", "mode=all");
  el("span", null, ex.words("app.mode.all"), b);
  const n = el("span", "app-n", "", b);
  panel.updates.push((counts) => {
    let all = 0;
    counts.mode.forEach((of) => {
      all += of;
    });
    n.textContent = String(all);
    b.setAttribute("aria-pressed", String(!ex.state.mode.length));
    b.setAttribute(
      "aria-label",
      ex.words("app.choice", { name: ex.words("app.mode.all"), n: all }),
    );
  });
}

/**
 * Why not all projects are counted: how many the choice of modes leaves out, and the way to them.
 * @param {Panel} panel
 * @param {HTMLElement} parent
 */
function leftOut(panel, parent) {
  const ex = panel.explorer,
    line = el("p", "app-hint app-left-out", null, parent),
    text = el("span", null, "", line);
  const all = button("atlas-link", ex.words("app.mode.all.show"), line, () => {
    ex.set({ mode: [] });
  });
  all.setAttribute("data-choice", "mode=everything");
  panel.updates.push((counts) => {
    let n = 0;
    counts.mode.forEach((of, mode) => {
      if (ex.state.mode.length && !ex.has("mode", mode)) n += of;
    });
    line.hidden = !n;
    text.textContent = ex.words("app.mode.left_out", { n: n });
  });
}

/**
 * Prefectures and counties: a box that finds them, and those that have projects.
 * @param {Panel} panel
 * @param {HTMLElement} parent
 */
function places(panel, parent) {
  const ex = panel.explorer,
    w = ex.words,
    g = group(parent, w("place.group"), isSomewhere({ ...ex.state, region: [] }));
  /** @type {Map<string | number, number> | null} */
  let counts = null;
  const box = createPlaceChoices(g.box, g.body, {
    words: w,
    lang: ex.lang,
    base: ex.payload.base,
    model: () => ex.view.model,
    input: "app-input",
    choice: "app-choice",
    hint: "app-hint",
    chosen: () => ex.state.place,
    toggle: (code) => {
      ex.toggle("place", code);
    },
    counts: () => counts,
  });
  const drawn = el("div");
  g.box.insertBefore(drawn, g.body);
  const shapes = createShapeChoices(drawn, {
    words: w,
    lang: ex.lang,
    payload: ex.payload,
    choice: "app-choice",
    hint: "app-hint",
    input: "app-input",
    where: () => ex.state,
    set: (change) => {
      ex.where(change);
    },
    draw: (key) => {
      if (ex.narrow) ex.panel.open(false);
      if (!ex._mapped()) ex.set({ tab: "map" });
      drawShape(ex.view, key, (change) => {
        ex.where(change);
      });
    },
    seen: () => seenBox(ex.view),
  });
  g.box.addEventListener("toggle", box.draw);
  panel.updates.push((next) => {
    const n = SHAPES.filter((key) => ex.state[key].length).length + ex.state.place.length,
      before = g.count.textContent;
    counts = next.place;
    g.count.textContent = n ? String(n) : "";
    // What was chosen elsewhere, as on the map, is seen where it can be dropped.
    if (n && !before) g.box.open = true;
    if (g.box.open) box.draw();
    shapes.draw();
  });
}

/**
 * Planning regions: the first of the data folder, and those that are chosen; the others unfold.
 * @param {Panel} panel
 * @param {HTMLElement} parent
 */
function regions(panel, parent) {
  const ex = panel.explorer,
    w = ex.words,
    g = group(parent, w("filter.region"), true);
  choices(
    panel,
    g,
    "region",
    ex.payload.regions.map((r) => ({
      id: r.id,
      label: pickLanguage(r.name, ex.lang),
      title: pickLanguage(r.name, ex.lang),
    })),
  );
  const made = Array.from(g.body.children),
    rest = made.slice(FIRST_REGIONS);
  if (rest.length < 2) return;
  let open = false;
  const more = button("app-choice is-more", null, g.body, () => {
    open = !open;
    fold();
    const first = rest[0].querySelector("button");
    if (open && first) first.focus();
  });
  const fold = () => {
    let folded = 0;
    ex.payload.regions.slice(FIRST_REGIONS).forEach((r, i) => {
      const away = !open && !ex.has("region", r.id);
      if (away) folded += 1;
      /** @type {HTMLElement} */ (rest[i]).hidden = away;
    });
    more.hidden = !open && !folded;
    more.textContent = open ? w("app.regions.less") : w("app.regions.more", { n: folded });
    more.setAttribute("aria-expanded", String(open));
  };
  panel.updates.push(fold);
}

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
  const modes = group(inner, w("filter.mode"), true);
  allModes(panel, modes);
  choices(
    panel,
    modes,
    "mode",
    payload.modes.map((m) => ({
      id: m,
      label: w("mode." + m),
      title: w("mode." + m + ".means"),
      sample: createSample(payload.style, explorer.theme, m),
    })),
  );
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
