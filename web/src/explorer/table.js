// The list of what is shown, as a real table: it mirrors the map for whoever cannot see it.
import { el } from "../core/dom.js";
import { pickLanguage } from "../core/translator.js";
import { createSample } from "../map/symbols.js";

const STEP = 300;

/** A table in `parent`. `update()` after a filter, `mark(id)` after a selection. */
export function createTable(parent, view) {
  const model = view.model,
    payload = model.payload,
    w = view.words,
    lang = view.lang;
  const numbers = new Intl.Collator(lang === "zh" ? "zh-CN" : "en", { numeric: true });
  const mark = lang === "zh" ? "、" : ", ";
  const year = (d, i) => {
    const dated = (d.mentions || []).filter((m) => m[i]);
    return dated.length ? dated[dated.length - 1][i] : "";
  };
  const columns = [
    ["name", (p) => pickLanguage(p.data.name, lang)],
    ["mode", (p) => w("mode." + p.data.mode), (p) => payload.modes.indexOf(p.data.mode)],
    [
      "status",
      (p) => w("status." + view.statusOf(p.id)),
      (p) => payload.statuses.indexOf(view.statusOf(p.id)),
    ],
    [
      "plans",
      (p) =>
        Object.keys(p.data.statuses)
          .sort()
          .map((i) => pickLanguage(payload.plans[i].short, lang))
          .join(mark),
    ],
    ["start", (p) => year(p.data, 5)],
    ["complete", (p) => year(p.data, 6)],
    ["km", (p) => (p.data.km ? Math.round(p.data.km) : "")],
    ["precision", (p) => w("precision." + p.data.precision)],
    [
      "regions",
      (p) =>
        (p.data.regions || []).map((i) => pickLanguage(payload.regions[i].name, lang)).join(mark),
    ],
  ];
  const numeric = { start: 1, complete: 1, km: 1 };
  const box = el("section", "atlas-table-box", null, parent);
  const title = el("h2", "atlas-table-title", w("list"), box);
  title.id = "atlas-list-title";
  const scroll = el("div", "atlas-table-scroll", null, box);
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", w("list"));
  const table = el("table", "atlas-table", null, scroll);
  const head = el("tr", null, null, el("thead", null, null, table));
  const body = el("tbody", null, null, table);
  const more = el("button", "atlas-link", "", box);
  more.type = "button";
  let sorted = null,
    down = false,
    limit = STEP;

  columns.forEach((c) => {
    const th = el("th", numeric[c[0]] ? "is-number" : "", null, head);
    th.scope = "col";
    const b = el("button", null, w("column." + c[0]), th);
    b.type = "button";
    b.addEventListener("click", () => {
      down = sorted === c ? !down : false;
      sorted = c;
      Array.from(head.children).forEach((other) => {
        other.removeAttribute("aria-sort");
      });
      th.setAttribute("aria-sort", down ? "descending" : "ascending");
      draw();
    });
  });
  more.addEventListener("click", () => {
    limit += STEP * 4;
    draw();
  });

  function rows() {
    const list = model.projects.filter((p) => view.shown.has(p.id));
    if (!sorted) return list;
    const value = sorted[2] || sorted[1],
      empty = (v) => v === "";
    return list.sort((a, b) => {
      const x = value(a),
        y = value(b);
      // What is unknown stays at the end, whichever way round.
      if (empty(x) !== empty(y)) return empty(x) ? 1 : -1;
      const way = typeof x === "number" && typeof y === "number" ? x - y : numbers.compare(x, y);
      return down ? -way : way;
    });
  }

  function draw() {
    const list = rows(),
      part = document.createDocumentFragment();
    list.slice(0, limit).forEach((p) => {
      const tr = el("tr", null, null, part);
      tr.setAttribute("data-row", p.id);
      columns.forEach((c, i) => {
        const cell = el(i ? "td" : "th", numeric[c[0]] ? "is-number" : "", null, tr);
        if (i === 0) {
          cell.scope = "row";
          el("button", "atlas-row", c[1](p), cell).type = "button";
        } else if (c[0] === "status") {
          const line = el("span", "atlas-cell", null, cell);
          line.appendChild(
            createSample(
              payload.style,
              view.theme,
              p.data.mode,
              view.statusOf(p.id),
              p.kind === "P",
            ),
          );
          el("span", null, c[1](p), line);
        } else {
          cell.textContent = c[1](p);
          if (c[0] === "plans") cell.className = "is-wide";
          if (c[0] === "mode" || c[0] === "precision") cell.className = "is-short";
          if (c[0] === "regions") {
            cell.className = "is-long";
            cell.title = cell.textContent;
          }
        }
      });
    });
    body.textContent = "";
    body.appendChild(part);
    more.hidden = list.length <= limit;
    more.textContent = w("card.more", { n: list.length - limit });
    box.hidden = !list.length;
    show(view.selected);
  }

  function show(id) {
    Array.from(body.children).forEach((tr) => {
      const on = tr.getAttribute("data-row") === id;
      tr.classList.toggle("is-selected", on);
      if (on) tr.setAttribute("aria-current", "true");
      else tr.removeAttribute("aria-current");
    });
  }

  body.addEventListener("click", (e) => {
    const tr = e.target.closest("tr");
    if (!tr) return;
    view.select(tr.getAttribute("data-row"), { fit: true, tell: true });
    view.stage.scrollIntoView({ block: "nearest", behavior: "smooth" });
  });
  let later = null,
    first = 600;
  return {
    // After the map: the list is long, and mostly below the edge of the window.
    update: () => {
      limit = STEP;
      clearTimeout(later);
      later = setTimeout(draw, first);
      first = 40;
    },
    mark: show,
  };
}
