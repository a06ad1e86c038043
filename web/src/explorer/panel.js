// The explorer's filters: each choice says how many projects it would leave.
import { el } from "../core/dom.js";
import { foldText, placeCodes } from "../core/filter.js";
import { matchesPinyin, readings, syllables } from "../core/pinyin.js";
import { pickLanguage } from "../core/translator.js";
import { createSample } from "../map/symbols.js";

const MOST = 60;

function group(parent, title, open) {
  const box = el("details", "app-group", null, parent);
  box.open = open;
  const head = el("summary", null, null, box);
  el("span", null, title, head);
  const n = el("span", "app-group-n", "", head);
  return { box: box, count: n, body: el("div", "app-choices", null, box) };
}

/** One button a choice; `update` sets its number and whether it is pressed. */
function choices(panel, g, field, items) {
  const ex = panel.explorer,
    w = ex.words,
    made = items.map((item) => {
      const b = el("button", "app-choice", null, g.body);
      b.type = "button";
      b.setAttribute("data-choice", field + "=" + item.id);
      if (item.title) b.title = item.title;
      if (item.sample) b.appendChild(item.sample);
      el("span", null, item.label, b);
      const n = el("span", "app-n", "", b);
      b.addEventListener("click", () => {
        ex.toggle(field, item.id);
      });
      return { item: item, button: b, n: n };
    });
  panel.updates.push((counts) => {
    const wanted = ex.state[field];
    g.count.textContent =
      wanted.length && !(field === "mode" && panel.standard()) ? wanted.length : "";
    made.forEach((m) => {
      const n = counts[field].get(m.item.id) || 0,
        on = wanted.indexOf(m.item.id) >= 0;
      m.n.textContent = n;
      m.button.setAttribute("aria-pressed", on);
      m.button.setAttribute("aria-label", w("app.choice", { name: m.item.label, n: n }));
      m.button.classList.toggle("is-empty", !n && !on);
    });
  });
}

/** A search box over prefectures and counties; the list shows what has projects. */
function places(panel, parent) {
  const ex = panel.explorer,
    w = ex.words,
    model = ex.view.model,
    base = model.payload.base;
  const codes = placeCodes(base),
    known = readings(model.payload);
  const g = group(parent, w("filter.place"), ex.state.place.length > 0);
  const all = base.prefectures
    .map((p, i) => ({
      code: codes.prefectures[i],
      name: pickLanguage([p[0], p[1]], ex.lang),
      zh: p[0],
      en: p[1],
      big: true,
    }))
    .concat(
      base.counties.map((c, i) => ({
        code: codes.counties[i],
        name: pickLanguage([c[0], c[1]], ex.lang),
        zh: c[0],
        en: c[1],
      })),
    );
  const input = el("input", "app-input");
  input.type = "search";
  input.placeholder = w("app.place.hint");
  input.setAttribute("aria-label", w("filter.place"));
  g.box.insertBefore(input, g.body);
  let counts = null;
  function draw() {
    if (!counts) return;
    const word = foldText(input.value.trim()),
      wanted = ex.state.place;
    const n = (p) => counts.place.get(p.code) || 0;
    const list = all
      .filter((p) => {
        if (wanted.indexOf(p.code) >= 0) return true;
        if (!word) return p.big && n(p);
        return (
          foldText(p.zh + "\n" + p.en).indexOf(word) >= 0 ||
          matchesPinyin(word, syllables(p.zh, known))
        );
      })
      .sort((a, b) => (wanted.indexOf(b.code) >= 0) - (wanted.indexOf(a.code) >= 0) || n(b) - n(a));
    g.count.textContent = wanted.length || "";
    g.body.textContent = "";
    list.slice(0, MOST).forEach((p) => {
      const b = el("button", "app-choice", null, g.body),
        on = wanted.indexOf(p.code) >= 0;
      b.type = "button";
      b.setAttribute("data-choice", "place=" + p.code);
      b.setAttribute("aria-pressed", on);
      b.setAttribute("aria-label", w("app.choice", { name: p.name, n: n(p) }));
      b.classList.toggle("is-empty", !n(p) && !on);
      el("span", null, p.name, b);
      el("span", "app-n", n(p), b);
      b.addEventListener("click", () => {
        ex.toggle("place", p.code);
      });
    });
    if (!list.length) el("p", "app-hint", w("app.place.none"), g.body);
    if (list.length > MOST)
      el("p", "app-hint", w("app.more_choices", { n: list.length - MOST }), g.body);
  }
  input.addEventListener("input", draw);
  g.box.addEventListener("toggle", draw);
  panel.updates.push((next) => {
    counts = next;
    g.count.textContent = ex.state.place.length || "";
    if (g.box.open) draw();
  });
}

// What a search most likely means: the first whose own name answers it. Other names come after:
// yk is in an old name of the Chengdu-Chongqing railway too.
function closest(model, ids, query) {
  const words = foldText(query).split(/\s+/).filter(Boolean),
    known = readings(model.payload);
  const cost = (id) => {
    const name = model.byId.get(id).data.name,
      text = foldText(name.join("\n")),
      runs = syllables(name[0], known);
    return words.reduce(
      (sum, word) =>
        sum +
        (text.indexOf(word) === 0
          ? 0
          : text.indexOf(word) > 0 || matchesPinyin(word, runs)
            ? 1
            : 9),
      0,
    );
  };
  let best = null,
    least = Infinity;
  ids.forEach((id) => {
    const c = cost(id);
    if (c < least) {
      best = id;
      least = c;
    }
  });
  return best;
}

/** The panel in `parent`; `update(counts, shown)` after every change. */
export function createPanel(parent, explorer) {
  const w = explorer.words,
    lang = explorer.lang,
    payload = explorer.view.model.payload;
  const panel = { explorer: explorer, updates: [] };
  panel.standard = () =>
    String(explorer.state.mode.slice().sort()) === String(payload.core.slice().sort());
  const box = el("details", "app-panel", null, parent);
  const head = el("summary", "app-panel-head", "", box);
  const inner = el("div", "app-panel-inner", null, box);
  const search = el("input", "app-input", null, inner);
  search.type = "search";
  search.value = explorer.state.q;
  search.maxLength = 80;
  search.placeholder = w("filter.search.hint");
  search.setAttribute("aria-label", w("filter.search"));
  search.addEventListener("input", () => {
    explorer.set({ q: search.value });
  });
  search.addEventListener("keydown", (e) => {
    if (e.key !== "Enter") return;
    const best = closest(explorer.view.model, explorer.left.ids, search.value);
    if (best) explorer.select(best);
  });
  const status = el("p", "app-count", null, inner);
  const total = el("b", null, "", status);
  total.setAttribute("role", "status");
  const clear = el("button", "atlas-link", w("filter.clear"), status);
  clear.type = "button";
  clear.addEventListener("click", () => {
    explorer.clear(payload.core.slice());
  });

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
  const sg = group(inner, w("filter.status"), true);
  sg.box.firstChild.title = w("app.status.help");
  choices(
    panel,
    sg,
    "status",
    payload.statuses.map((s) => ({
      id: s,
      label: w("status." + s),
      title: w("status." + s + ".means"),
      sample: createSample(payload.style, explorer.theme, null, s),
    })),
  );
  choices(
    panel,
    group(inner, w("filter.region"), true),
    "region",
    payload.regions.map((r) => ({
      id: r.id,
      label: pickLanguage(r.name, lang),
      title: pickLanguage(r.name, lang),
    })),
  );
  choices(
    panel,
    group(inner, w("filter.mode"), true),
    "mode",
    payload.modes.map((m) => ({
      id: m,
      label: w("mode." + m),
      title: w("mode." + m + ".means"),
      sample: createSample(payload.style, explorer.theme, m, "operation"),
    })),
  );
  places(panel, inner);
  const years = Array.from(
    payload.projects.reduce((all, p) => {
      (p.mentions || []).forEach((m) => {
        [m[5], m[6]].forEach((y) => {
          if (y) all.add(y);
        });
      });
      return all;
    }, new Set()),
  ).sort();
  const yg = group(inner, w("filter.year"), explorer.state.year.length > 0);
  yg.box.firstChild.title = w("app.year.help");
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
    open: (on) => {
      box.open = on;
    },
    update: (counts, n) => {
      panel.updates.forEach((f) => {
        f(counts);
      });
      if (search.value !== explorer.state.q) search.value = explorer.state.q;
      total.textContent = w("app.shown", { n: n, all: payload.projects.length });
      head.textContent = w("app.filters.show", { n: n });
      clear.hidden =
        panel.standard() &&
        !explorer.state.q &&
        !["plan", "status", "region", "place", "year", "finding"].some(
          (f) => explorer.state[f].length,
        );
    },
  };
}
