// The list of what is shown, as a real table: it mirrors the map for whoever cannot see it.
(function (K) {
  "use strict";
  const STEP = 300;

  /** A table in `parent`. `update()` after a filter, `mark(id)` after a selection. */
  K.table = function (parent, view) {
    const model = view.model, payload = model.payload, w = view.words, lang = view.lang;
    const numbers = new Intl.Collator(lang === "zh" ? "zh-CN" : "en", { numeric: true });
    const mark = lang === "zh" ? "、" : ", ";
    const year = function (d, i) {
      const dated = (d.mentions || []).filter(function (m) { return m[i]; });
      return dated.length ? dated[dated.length - 1][i] : "";
    };
    const columns = [
      ["name", function (p) { return K.pick(p.data.name, lang); }],
      ["mode", function (p) { return w("mode." + p.data.mode); }, function (p) { return payload.modes.indexOf(p.data.mode); }],
      ["status", function (p) { return w("status." + view.statusOf(p.id)); }, function (p) { return payload.statuses.indexOf(view.statusOf(p.id)); }],
      ["plans", function (p) {
        return Object.keys(p.data.statuses).sort().map(function (i) { return K.pick(payload.plans[i].short, lang); }).join(mark);
      }],
      ["start", function (p) { return year(p.data, 5); }],
      ["complete", function (p) { return year(p.data, 6); }],
      ["km", function (p) { return p.data.km ? Math.round(p.data.km) : ""; }],
      ["precision", function (p) { return w("precision." + p.data.precision); }],
      ["regions", function (p) {
        return (p.data.regions || []).map(function (i) { return K.pick(payload.regions[i].name, lang); }).join(mark);
      }],
    ];
    const numeric = { start: 1, complete: 1, km: 1 };
    const box = K.el("section", "atlas-table-box", null, parent);
    const title = K.el("h2", "atlas-table-title", w("list"), box);
    title.id = "atlas-list-title";
    const scroll = K.el("div", "atlas-table-scroll", null, box);
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", w("list"));
    const table = K.el("table", "atlas-table", null, scroll);
    const head = K.el("tr", null, null, K.el("thead", null, null, table));
    const body = K.el("tbody", null, null, table);
    const more = K.el("button", "atlas-link", "", box);
    more.type = "button";
    let sorted = null, down = false, limit = STEP;

    columns.forEach(function (c) {
      const th = K.el("th", numeric[c[0]] ? "is-number" : "", null, head);
      th.scope = "col";
      const b = K.el("button", null, w("column." + c[0]), th);
      b.type = "button";
      b.addEventListener("click", function () {
        down = sorted === c ? !down : false;
        sorted = c;
        Array.from(head.children).forEach(function (other) { other.removeAttribute("aria-sort"); });
        th.setAttribute("aria-sort", down ? "descending" : "ascending");
        draw();
      });
    });
    more.addEventListener("click", function () { limit += STEP * 4; draw(); });

    function rows() {
      const list = model.projects.filter(function (p) { return view.shown.has(p.id); });
      if (!sorted) return list;
      const value = sorted[2] || sorted[1], empty = function (v) { return v === ""; };
      return list.sort(function (a, b) {
        const x = value(a), y = value(b);
        // What is unknown stays at the end, whichever way round.
        if (empty(x) !== empty(y)) return empty(x) ? 1 : -1;
        const way = typeof x === "number" && typeof y === "number" ? x - y : numbers.compare(x, y);
        return down ? -way : way;
      });
    }

    function draw() {
      const list = rows(), part = document.createDocumentFragment();
      list.slice(0, limit).forEach(function (p) {
        const tr = K.el("tr", null, null, part);
        tr.setAttribute("data-row", p.id);
        columns.forEach(function (c, i) {
          const cell = K.el(i ? "td" : "th", numeric[c[0]] ? "is-number" : "", null, tr);
          if (i === 0) {
            cell.scope = "row";
            K.el("button", "atlas-row", c[1](p), cell).type = "button";
          } else if (c[0] === "status") {
            const line = K.el("span", "atlas-cell", null, cell);
            line.appendChild(K.sample(payload.style, view.theme, p.data.mode, view.statusOf(p.id), p.kind === "P"));
            K.el("span", null, c[1](p), line);
          } else {
            cell.textContent = c[1](p);
            if (c[0] === "plans") cell.className = "is-wide";
            if (c[0] === "mode" || c[0] === "precision") cell.className = "is-short";
            if (c[0] === "regions") { cell.className = "is-long"; cell.title = cell.textContent; }
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
      Array.from(body.children).forEach(function (tr) {
        const on = tr.getAttribute("data-row") === id;
        tr.classList.toggle("is-selected", on);
        if (on) tr.setAttribute("aria-current", "true"); else tr.removeAttribute("aria-current");
      });
    }

    body.addEventListener("click", function (e) {
      const tr = e.target.closest("tr");
      if (!tr) return;
      view.select(tr.getAttribute("data-row"), { fit: true, tell: true });
      view.stage.scrollIntoView({ block: "nearest", behavior: "smooth" });
    });
    let later = null, first = 600;
    return {
      // After the map: the list is long, and mostly below the edge of the window.
      update: function () { limit = STEP; clearTimeout(later); later = setTimeout(draw, first); first = 40; },
      mark: show,
    };
  };
})(window.AtlasKit = window.AtlasKit || {});
