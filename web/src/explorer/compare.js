// Two plans side by side, as a table and on the map; and the matrix of status by plan.
(function (K) {
  "use strict";
  const STEP = 200;

  function cell(tr, view, project, status) {
    const td = K.el("td", null, null, tr);
    if (!status) return td;
    const box = K.el("span", "atlas-cell", null, td);
    box.appendChild(K.sample(view.model.payload.style, view.theme, project.data.mode, status, project.kind === "P"));
    K.el("span", null, view.words("status." + status), box);
    return td;
  }

  /** A table that shows so many rows and offers the rest. `fill(tr, item)` writes a row. */
  function table(parent, label, heads, fill, pick) {
    const scroll = K.el("div", "atlas-table-scroll is-tall", null, parent);
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", label);
    const box = K.el("table", "atlas-table", null, scroll);
    const head = K.el("tr", null, null, K.el("thead", null, null, box));
    heads.forEach(function (h) { K.el("th", null, h, head).scope = "col"; });
    const body = K.el("tbody", null, null, box);
    const more = K.el("button", "atlas-link", "", parent);
    more.type = "button";
    let items = [], limit = STEP;
    const draw = function () {
      const part = document.createDocumentFragment();
      items.slice(0, limit).forEach(function (item) {
        const tr = K.el("tr", null, null, part), id = item.id || item[0].id;
        tr.setAttribute("data-row", id);
        fill(tr, item);
        tr.addEventListener("click", function () { pick(id); });
      });
      body.textContent = "";
      body.appendChild(part);
      more.hidden = items.length <= limit;
    };
    more.addEventListener("click", function () { limit += STEP * 5; draw(); });
    return {
      show: function (list, words) {
        items = list;
        limit = STEP;
        more.textContent = words("card.more", { n: list.length - STEP });
        scroll.hidden = !list.length;
        draw();
      },
    };
  }

  function name(tr, text) {
    const th = K.el("th", null, null, tr);
    th.scope = "row";
    K.el("button", "atlas-row", text, th).type = "button";
  }

  function select(parent, label, items, value, change) {
    const box = K.el("label", "app-select", null, parent);
    K.el("span", null, label, box);
    const input = K.el("select", null, null, box);
    items.forEach(function (item) { K.el("option", null, item[1], input).value = item[0]; });
    input.value = value;
    input.addEventListener("change", function () { change(input.value); });
    return input;
  }

  /** The comparison above and below the map: `top` takes the choice, `parent` the table. */
  K.compare = function (top, parent, ex) {
    const w = ex.words, view = ex.view, payload = view.model.payload, lang = ex.lang;
    const plans = payload.plans.map(function (p) { return [p.id, K.pick(p.short, lang)]; });
    const bar = K.el("div", "app-bar", null, top);
    const from = select(bar, w("app.compare.from"), [["earlier", w("app.compare.earlier")], ["all", w("app.compare.all")]].concat(plans),
      ex.state.from, function (v) { ex.set({ from: v, change: [] }); });
    const to = select(bar, w("app.compare.to"), plans, ex.state.to, function (v) { ex.set({ to: v, change: [] }); });
    const chips = K.el("div", "app-choices is-row", null, top);
    chips.setAttribute("role", "group");
    chips.setAttribute("aria-label", w("app.compare.change"));
    const note = K.el("p", "app-hint", "", top);
    const heads = K.el("div", null, null, parent);
    let made = null, key = "";

    function build(state) {
      const next = state.from + " " + state.to;
      if (next === key) return;
      key = next;
      heads.textContent = "";
      const all = state.from === "all";
      // Time runs one way, whichever plan is chosen first.
      const pair = plans.filter(function (p) { return p[0] === state.from || p[0] === state.to; });
      const first = all ? w("app.compare.first") : state.from === "earlier" ? w("app.compare.earlier") : pair[0][1];
      made = table(heads, w("app.tab.compare"), [
        w("column.name"), w("column.mode"), first, all ? w("app.compare.last") : pair[pair.length - 1][1], w("app.compare.change"),
      ], function (tr, item) {
        const p = item[0], c = item[1];
        name(tr, K.pick(p.data.name, lang));
        K.el("td", "is-short", w("mode." + p.data.mode), tr);
        cell(tr, view, p, c.before);
        cell(tr, view, p, c.after);
        const td = K.el("span", "atlas-cell", null, K.el("td", null, null, tr));
        td.appendChild(K.changeSample(payload.style, ex.theme, c.kind));
        K.el("span", null, w("change." + c.kind), td);
      }, function (id) { ex.select(id); });
    }

    return {
      /** Draw the comparison; returns what the map shows: {ids, statuses, paint}. */
      update: function () {
        const state = ex.state;
        const found = K.changes(view.model, K.chosen(state), state.from, state.to);
        from.value = state.from;
        to.value = state.to;
        to.disabled = state.from === "all";
        note.textContent = w(state.from === "all" ? "app.compare.note.all" : "app.compare.note");
        const by = {};
        found.forEach(function (c) { by[c.kind] = (by[c.kind] || 0) + 1; });
        chips.textContent = "";
        Object.keys(payload.style.changes).forEach(function (code) {
          const b = K.el("button", "app-choice", null, chips);
          b.type = "button";
          b.setAttribute("data-choice", "change=" + code);
          b.title = w("app.change." + code + ".means");
          b.setAttribute("aria-pressed", state.change.indexOf(code) >= 0);
          b.setAttribute("aria-label", w("app.choice", { name: w("change." + code), n: by[code] || 0 }));
          b.classList.toggle("is-empty", !by[code]);
          b.appendChild(K.changeSample(payload.style, ex.theme, code));
          K.el("span", null, w("change." + code), b);
          K.el("span", "app-n", by[code] || 0, b);
          b.addEventListener("click", function () { ex.toggle("change", code); });
        });
        const order = Object.keys(payload.style.changes), rows = [], paint = new Map(), ids = [], statuses = [];
        found.forEach(function (c, id) {
          if (state.change.length && state.change.indexOf(c.kind) < 0) return;
          rows.push([view.model.byId.get(id), c]);
          paint.set(id, c.kind);
          ids.push(id);
          statuses.push(c.after || c.before);
        });
        rows.sort(function (a, b) { return order.indexOf(a[1].kind) - order.indexOf(b[1].kind); });
        build(state);
        made.show(rows, w);
        return { ids: ids, statuses: statuses, paint: paint };
      },
    };
  };

  /** Status by plan for whatever the filter leaves. */
  K.matrix = function (parent, ex) {
    const w = ex.words, view = ex.view, payload = view.model.payload, lang = ex.lang;
    K.el("p", "app-hint", w("app.matrix.note"), parent);
    const made = table(parent, w("app.tab.matrix"), [w("column.name"), w("column.mode")].concat(
      payload.plans.map(function (p) { return K.pick(p.short, lang); })), function (tr, p) {
      name(tr, K.pick(p.data.name, lang));
      K.el("td", "is-short", w("mode." + p.data.mode), tr);
      payload.plans.forEach(function (_, i) {
        const code = p.data.statuses[i], td = cell(tr, view, p, code === undefined ? null : payload.statuses[code]);
        if (p.history.earlier(i) === "back") { td.classList.add("is-back"); td.title = w("change.back"); }
      });
    }, function (id) { ex.set({ tab: "map" }); ex.select(id); });
    return {
      update: function (left) { made.show(left.ids.map(function (id) { return view.model.byId.get(id); }), w); },
    };
  };
})(window.AtlasKit = window.AtlasKit || {});
