// Two plans side by side, as a table and on the map; and the matrix of status by plan.
import { chosenFilter } from "../core/address.js";
import { el } from "../core/dom.js";
import { pickLanguage } from "../core/translator.js";
import { createChangeSample, createSample } from "../map/symbols.js";
import { listChanges } from "../project/changes.js";

const STEP = 200;

function cell(tr, view, project, status) {
  const td = el("td", null, null, tr);
  if (!status) return td;
  const box = el("span", "atlas-cell", null, td);
  box.appendChild(
    createSample(
      view.model.payload.style,
      view.theme,
      project.data.mode,
      status,
      project.kind === "P",
    ),
  );
  el("span", null, view.words("status." + status), box);
  return td;
}

/** A table that shows so many rows and offers the rest. `fill(tr, item)` writes a row. */
function changeTable(parent, label, heads, fill, pick) {
  const scroll = el("div", "atlas-table-scroll is-tall", null, parent);
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", label);
  const box = el("table", "atlas-table", null, scroll);
  const head = el("tr", null, null, el("thead", null, null, box));
  heads.forEach((h) => {
    el("th", null, h, head).scope = "col";
  });
  const body = el("tbody", null, null, box);
  const more = el("button", "atlas-link", "", parent);
  more.type = "button";
  let items = [],
    limit = STEP;
  const draw = () => {
    const part = document.createDocumentFragment();
    items.slice(0, limit).forEach((item) => {
      const tr = el("tr", null, null, part),
        id = item.id || item[0].id;
      tr.setAttribute("data-row", id);
      fill(tr, item);
      tr.addEventListener("click", () => {
        pick(id);
      });
    });
    body.textContent = "";
    body.appendChild(part);
    more.hidden = items.length <= limit;
  };
  more.addEventListener("click", () => {
    limit += STEP * 5;
    draw();
  });
  return {
    show: (list, words) => {
      items = list;
      limit = STEP;
      more.textContent = words("card.more", { n: list.length - STEP });
      scroll.hidden = !list.length;
      draw();
    },
  };
}

function projectName(tr, text) {
  const th = el("th", null, null, tr);
  th.scope = "row";
  el("button", "atlas-row", text, th).type = "button";
}

function planSelect(parent, label, items, value, change) {
  const box = el("label", "app-select", null, parent);
  el("span", null, label, box);
  const input = el("select", null, null, box);
  items.forEach((item) => {
    el("option", null, item[1], input).value = item[0];
  });
  input.value = value;
  input.addEventListener("change", () => {
    change(input.value);
  });
  return input;
}

/** The comparison above and below the map: `top` takes the choice, `parent` the table. */
export function createCompare(top, parent, ex) {
  const w = ex.words,
    view = ex.view,
    payload = view.model.payload,
    lang = ex.lang;
  const plans = payload.plans.map((p) => [p.id, pickLanguage(p.short, lang)]);
  const bar = el("div", "app-bar", null, top);
  const from = planSelect(
    bar,
    w("app.compare.from"),
    [
      ["earlier", w("app.compare.earlier")],
      ["all", w("app.compare.all")],
    ].concat(plans),
    ex.state.from,
    (v) => {
      ex.set({ from: v, change: [] });
    },
  );
  const to = planSelect(bar, w("app.compare.to"), plans, ex.state.to, (v) => {
    ex.set({ to: v, change: [] });
  });
  const chips = el("div", "app-choices is-row", null, top);
  chips.setAttribute("role", "group");
  chips.setAttribute("aria-label", w("app.compare.change"));
  const note = el("p", "app-hint", "", top);
  const heads = el("div", null, null, parent);
  let made = null,
    key = "";

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
    made = changeTable(
      heads,
      w("app.tab.compare"),
      [
        w("column.name"),
        w("column.mode"),
        first,
        all ? w("app.compare.last") : pair[pair.length - 1][1],
        w("app.compare.change"),
      ],
      (tr, item) => {
        const p = item[0],
          c = item[1];
        projectName(tr, pickLanguage(p.data.name, lang));
        el("td", "is-short", w("mode." + p.data.mode), tr);
        cell(tr, view, p, c.before);
        cell(tr, view, p, c.after);
        const td = el("span", "atlas-cell", null, el("td", null, null, tr));
        td.appendChild(createChangeSample(payload.style, ex.theme, c.kind));
        el("span", null, w("change." + c.kind), td);
      },
      (id) => {
        ex.select(id);
      },
    );
  }

  return {
    /** Draw the comparison; returns what the map shows: {ids, statuses, paint}. */
    update: () => {
      const state = ex.state;
      const found = listChanges(view.model, chosenFilter(state), state.from, state.to);
      from.value = state.from;
      to.value = state.to;
      to.disabled = state.from === "all";
      note.textContent = w(state.from === "all" ? "app.compare.note.all" : "app.compare.note");
      const by = {};
      found.forEach((c) => {
        by[c.kind] = (by[c.kind] || 0) + 1;
      });
      chips.textContent = "";
      Object.keys(payload.style.changes).forEach((code) => {
        const b = el("button", "app-choice", null, chips);
        b.type = "button";
        b.setAttribute("data-choice", "change=" + code);
        b.title = w("app.change." + code + ".means");
        b.setAttribute("aria-pressed", state.change.indexOf(code) >= 0);
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
        rows = [],
        paint = new Map(),
        ids = [],
        statuses = [];
      found.forEach((c, id) => {
        if (state.change.length && state.change.indexOf(c.kind) < 0) return;
        rows.push([view.model.byId.get(id), c]);
        paint.set(id, c.kind);
        ids.push(id);
        statuses.push(c.after || c.before);
      });
      rows.sort((a, b) => order.indexOf(a[1].kind) - order.indexOf(b[1].kind));
      build(state);
      made.show(rows, w);
      return { ids: ids, statuses: statuses, paint: paint };
    },
  };
}

/** Status by plan for whatever the filter leaves. */
export function createMatrix(parent, ex) {
  const w = ex.words,
    view = ex.view,
    payload = view.model.payload,
    lang = ex.lang;
  el("p", "app-hint", w("app.matrix.note"), parent);
  const made = changeTable(
    parent,
    w("app.tab.matrix"),
    [w("column.name"), w("column.mode")].concat(
      payload.plans.map((p) => pickLanguage(p.short, lang)),
    ),
    (tr, p) => {
      projectName(tr, pickLanguage(p.data.name, lang));
      el("td", "is-short", w("mode." + p.data.mode), tr);
      payload.plans.forEach((_, i) => {
        const code = p.data.statuses[i],
          td = cell(tr, view, p, code === undefined ? null : payload.statuses[code]);
        if (p.history.earlier(i) === "back") {
          td.classList.add("is-back");
          td.title = w("change.back");
        }
      });
    },
    (id) => {
      ex.set({ tab: "map" });
      ex.select(id);
    },
  );
  return {
    update: (left) => {
      made.show(
        left.ids.map((id) => view.model.byId.get(id)),
        w,
      );
    },
  };
}
