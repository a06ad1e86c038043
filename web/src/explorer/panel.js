// The explorer's filters: each choice says how many projects it would leave.
(function (K) {
  "use strict";
  const MOST = 60;

  function group(parent, title, open) {
    const box = K.el("details", "app-group", null, parent);
    box.open = open;
    const head = K.el("summary", null, null, box);
    K.el("span", null, title, head);
    const n = K.el("span", "app-group-n", "", head);
    return { box: box, count: n, body: K.el("div", "app-choices", null, box) };
  }

  /** One button a choice; `update` sets its number and whether it is pressed. */
  function choices(panel, g, field, items) {
    const ex = panel.explorer, w = ex.words, made = items.map(function (item) {
      const b = K.el("button", "app-choice", null, g.body);
      b.type = "button";
      b.setAttribute("data-choice", field + "=" + item.id);
      if (item.title) b.title = item.title;
      if (item.sample) b.appendChild(item.sample);
      K.el("span", null, item.label, b);
      const n = K.el("span", "app-n", "", b);
      b.addEventListener("click", function () { ex.toggle(field, item.id); });
      return { item: item, button: b, n: n };
    });
    panel.updates.push(function (counts) {
      const wanted = ex.state[field];
      g.count.textContent = wanted.length && !(field === "mode" && panel.standard()) ? wanted.length : "";
      made.forEach(function (m) {
        const n = counts[field].get(m.item.id) || 0, on = wanted.indexOf(m.item.id) >= 0;
        m.n.textContent = n;
        m.button.setAttribute("aria-pressed", on);
        m.button.setAttribute("aria-label", w("app.choice", { name: m.item.label, n: n }));
        m.button.classList.toggle("is-empty", !n && !on);
      });
    });
  }

  /** A search box over prefectures and counties; the list shows what has projects. */
  function places(panel, parent) {
    const ex = panel.explorer, w = ex.words, model = ex.view.model, base = model.payload.base;
    const codes = K.placeCodes(base), known = K.readings(model.payload);
    const g = group(parent, w("filter.place"), ex.state.place.length > 0);
    const all = base.prefectures.map(function (p, i) {
      return { code: codes.prefectures[i], name: K.pick([p[0], p[1]], ex.lang), zh: p[0], en: p[1], big: true };
    }).concat(base.counties.map(function (c, i) {
      return { code: codes.counties[i], name: K.pick([c[0], c[1]], ex.lang), zh: c[0], en: c[1] };
    }));
    const input = K.el("input", "app-input");
    input.type = "search";
    input.placeholder = w("app.place.hint");
    input.setAttribute("aria-label", w("filter.place"));
    g.box.insertBefore(input, g.body);
    let counts = null;
    function draw() {
      if (!counts) return;
      const word = K.fold(input.value.trim()), wanted = ex.state.place;
      const n = function (p) { return counts.place.get(p.code) || 0; };
      const list = all.filter(function (p) {
        if (wanted.indexOf(p.code) >= 0) return true;
        if (!word) return p.big && n(p);
        return K.fold(p.zh + "\n" + p.en).indexOf(word) >= 0 || K.spelt(word, K.syllables(p.zh, known));
      }).sort(function (a, b) {
        return (wanted.indexOf(b.code) >= 0) - (wanted.indexOf(a.code) >= 0) || n(b) - n(a);
      });
      g.count.textContent = wanted.length || "";
      g.body.textContent = "";
      list.slice(0, MOST).forEach(function (p) {
        const b = K.el("button", "app-choice", null, g.body), on = wanted.indexOf(p.code) >= 0;
        b.type = "button";
        b.setAttribute("data-choice", "place=" + p.code);
        b.setAttribute("aria-pressed", on);
        b.setAttribute("aria-label", w("app.choice", { name: p.name, n: n(p) }));
        b.classList.toggle("is-empty", !n(p) && !on);
        K.el("span", null, p.name, b);
        K.el("span", "app-n", n(p), b);
        b.addEventListener("click", function () { ex.toggle("place", p.code); });
      });
      if (!list.length) K.el("p", "app-hint", w("app.place.none"), g.body);
      if (list.length > MOST) K.el("p", "app-hint", w("app.more_choices", { n: list.length - MOST }), g.body);
    }
    input.addEventListener("input", draw);
    g.box.addEventListener("toggle", draw);
    panel.updates.push(function (next) { counts = next; g.count.textContent = ex.state.place.length || ""; if (g.box.open) draw(); });
  }

  // What a search most likely means: the first whose own name answers it. Other names come after:
  // yk is in an old name of the Chengdu-Chongqing railway too.
  function closest(model, ids, query) {
    const words = K.fold(query).split(/\s+/).filter(Boolean), known = K.readings(model.payload);
    const cost = function (id) {
      const name = model.byId.get(id).data.name, text = K.fold(name.join("\n")), runs = K.syllables(name[0], known);
      return words.reduce(function (sum, word) {
        return sum + (text.indexOf(word) === 0 ? 0 : text.indexOf(word) > 0 || K.spelt(word, runs) ? 1 : 9);
      }, 0);
    };
    let best = null, least = Infinity;
    ids.forEach(function (id) {
      const c = cost(id);
      if (c < least) { best = id; least = c; }
    });
    return best;
  }

  /** The panel in `parent`; `update(counts, shown)` after every change. */
  K.panel = function (parent, explorer) {
    const w = explorer.words, lang = explorer.lang, payload = explorer.view.model.payload;
    const panel = { explorer: explorer, updates: [] };
    panel.standard = function () {
      return String(explorer.state.mode.slice().sort()) === String(payload.core.slice().sort());
    };
    const box = K.el("details", "app-panel", null, parent);
    const head = K.el("summary", "app-panel-head", "", box);
    const inner = K.el("div", "app-panel-inner", null, box);
    const search = K.el("input", "app-input", null, inner);
    search.type = "search";
    search.value = explorer.state.q;
    search.maxLength = 80;
    search.placeholder = w("filter.search.hint");
    search.setAttribute("aria-label", w("filter.search"));
    search.addEventListener("input", function () { explorer.set({ q: search.value }); });
    search.addEventListener("keydown", function (e) {
      if (e.key !== "Enter") return;
      const best = closest(explorer.view.model, explorer.left.ids, search.value);
      if (best) explorer.select(best);
    });
    const status = K.el("p", "app-count", null, inner);
    const total = K.el("b", null, "", status);
    total.setAttribute("role", "status");
    const clear = K.el("button", "atlas-link", w("filter.clear"), status);
    clear.type = "button";
    clear.addEventListener("click", function () { explorer.clear(payload.core.slice()); });

    choices(panel, group(inner, w("filter.plan"), true), "plan", payload.plans.map(function (p) {
      return { id: p.id, label: K.pick(p.short, lang), title: K.pick(p.title, lang) };
    }));
    const sg = group(inner, w("filter.status"), true);
    sg.box.firstChild.title = w("app.status.help");
    choices(panel, sg, "status", payload.statuses.map(function (s) {
      return { id: s, label: w("status." + s), title: w("status." + s + ".means"), sample: K.sample(payload.style, explorer.theme, null, s) };
    }));
    choices(panel, group(inner, w("filter.region"), true), "region", payload.regions.map(function (r) {
      return { id: r.id, label: K.pick(r.name, lang), title: K.pick(r.name, lang) };
    }));
    choices(panel, group(inner, w("filter.mode"), true), "mode", payload.modes.map(function (m) {
      return { id: m, label: w("mode." + m), title: w("mode." + m + ".means"), sample: K.sample(payload.style, explorer.theme, m, "operation") };
    }));
    places(panel, inner);
    const years = Array.from(payload.projects.reduce(function (all, p) {
      (p.mentions || []).forEach(function (m) { [m[5], m[6]].forEach(function (y) { if (y) all.add(y); }); });
      return all;
    }, new Set())).sort();
    const yg = group(inner, w("filter.year"), explorer.state.year.length > 0);
    yg.box.firstChild.title = w("app.year.help");
    choices(panel, yg, "year", years.concat(0).map(function (y) {
      return { id: y, label: y ? String(y) : w("filter.year.none") };
    }));
    const fg = group(inner, w("filter.finding"), explorer.state.finding.length > 0);
    choices(panel, fg, "finding", payload.finding_kinds.map(function (f) {
      return { id: f, label: w("finding." + f), title: w("app.finding." + f + ".means") };
    }));

    return {
      box: box,
      open: function (on) { box.open = on; },
      update: function (counts, n) {
        panel.updates.forEach(function (f) { f(counts); });
        if (search.value !== explorer.state.q) search.value = explorer.state.q;
        total.textContent = w("app.shown", { n: n, all: payload.projects.length });
        head.textContent = w("app.filters.show", { n: n });
        clear.hidden = panel.standard() && !explorer.state.q &&
          !["plan", "status", "region", "place", "year", "finding"].some(function (f) { return explorer.state[f].length; });
      },
    };
  };
})(window.AtlasKit = window.AtlasKit || {});
