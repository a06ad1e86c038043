// Bars that count and that filter when clicked: real buttons, no drawing library.
import { el } from "../core/dom.js";
import { placeCodes } from "../core/filter.js";
import { pickLanguage } from "../core/translator.js";

function chart(parent, ex, title) {
  const box = el("section", "app-chart", null, parent);
  el("h2", null, title, box);
  const list = el("div", "app-bars", null, box);
  return (field, items, format) => {
    const most = items.reduce((m, i) => Math.max(m, i.n), 1),
      focus = focused(list);
    list.textContent = "";
    items.forEach((item) => {
      const b = el("button", "app-bar-row", null, list),
        on = ex.state[field].indexOf(item.id) >= 0;
      b.type = "button";
      b.setAttribute("data-choice", field + "=" + item.id);
      b.setAttribute("aria-pressed", on);
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

// Bars are made anew; who walks along them by keyboard must not be thrown out.
function focused(list) {
  const active = list.getRootNode().activeElement;
  return active && list.contains(active) ? active.getAttribute("data-choice") : null;
}

/** Kilometres by prefecture of the projects `ids`, longest first. */
export function prefectureLengths(model, ids) {
  const base = model.payload.base,
    codes = placeCodes(base),
    km = new Map();
  ids.forEach((id) => {
    const d = model.byId.get(id).data;
    (d.county_km || []).forEach((length, i) => {
      const at = base.counties[d.counties[i]][2];
      if (at >= 0 && length) km.set(at, (km.get(at) || 0) + length);
    });
  });
  return Array.from(km.keys())
    .map((at) => {
      const p = base.prefectures[at];
      return { id: codes.prefectures[at], name: [p[0], p[1]], km: km.get(at) };
    })
    .sort((a, b) => b.km - a.km);
}

export function createCharts(parent, ex) {
  const w = ex.words,
    payload = ex.view.model.payload,
    style = payload.style,
    lang = ex.lang;
  el("p", "app-hint", w("app.charts.note"), parent);
  const grid = el("div", "app-charts", null, parent);
  const mode = chart(grid, ex, w("app.charts.mode")),
    status = chart(grid, ex, w("app.charts.status"));
  const plan = chart(grid, ex, w("app.charts.plan")),
    region = chart(grid, ex, w("app.charts.region"));
  const length = chart(grid, ex, w("app.charts.length"));
  const some = (item) => item.n || item.on;
  return {
    update: (left, counts) => {
      const items = (field, ids, label, colour) =>
        ids.map((id) => ({
          id: id,
          label: label(id),
          n: counts[field].get(id) || 0,
          on: ex.state[field].indexOf(id) >= 0,
          colour: colour && colour(id),
        }));
      const by = (list) => (id) => pickLanguage(list.find((x) => x.id === id).name, lang);
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
      plan(
        "plan",
        items("plan", ids(payload.plans), (id) =>
          pickLanguage(payload.plans.find((p) => p.id === id).short, lang),
        ),
      );
      region(
        "region",
        items("region", ids(payload.regions), by(payload.regions))
          .filter(some)
          .sort((a, b) => b.n - a.n),
      );
      length(
        "place",
        prefectureLengths(ex.view.model, left.ids).map((p) => ({
          id: p.id,
          label: pickLanguage(p.name, lang),
          n: p.km,
        })),
        (n) => Math.round(n),
      );
    },
  };
}
