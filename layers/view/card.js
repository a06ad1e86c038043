// A project's card: what it is, how surely it is drawn, what each plan says, what came after.
(function (K) {
  "use strict";
  const MANY = 14;

  /** A chip with the mode's colour, or the status's dash. */
  K.chip = function (view, mode, status) {
    const chip = K.el("span", "atlas-chip");
    chip.appendChild(K.sample(view.model.payload.style, view.theme, mode, status));
    K.el("span", null, view.words(status ? "status." + status : "mode." + mode), chip);
    return chip;
  };

  function metres(view, m) {
    return m >= 1000 ? Math.round(m / 100) / 10 + " " + view.words("km") : Math.round(m) + " " + view.words("m");
  }

  function section(parent, title) {
    const box = K.el("section", "atlas-card-section", null, parent);
    K.el("h3", null, title, box);
    return box;
  }

  function fact(list, name, value) {
    if (!value) return;
    K.el("dt", null, name, list);
    K.el("dd", null, value, list);
  }

  function chips(view, parent, names) {
    const box = K.el("div", "atlas-tags", null, parent);
    names.slice(0, MANY).forEach(function (n) { K.el("span", "atlas-tag", n, box); });
    if (names.length > MANY) K.el("span", "atlas-tag is-more", view.words("card.more", { n: names.length - MANY }), box);
  }

  function link(view, parent, project) {
    const b = K.el("button", "atlas-link", K.pick(project.data.name, view.lang), parent);
    b.type = "button";
    b.addEventListener("click", function () { view.select(project.id, { fit: true, tell: true }); });
  }

  function finding(view, f) {
    const w = view.words, plans = view.model.payload.plans;
    const value = function (v) { return f[0] === "back" ? w("status." + v) : v; };
    const plan = function (i) { return i < 0 ? "" : K.pick(plans[i].short, view.lang); };
    return w("finding." + f[0], { p: plan(f[1]), q: plan(f[2]), a: value(f[3]), b: value(f[4]) });
  }

  function mentions(view, parent, d) {
    const payload = view.model.payload, w = view.words;
    const list = K.el("ol", "atlas-history", null, parent);
    let before = -1, group = null;
    d.mentions.forEach(function (m) {
      const plan = payload.plans[m[0]];
      if (m[0] !== before) {
        const item = K.el("li", "atlas-plan", null, list);
        item.title = K.pick(plan.title, view.lang);
        const head = K.el("div", "atlas-plan-head", null, item);
        K.el("span", "atlas-plan-year", plan.date.slice(0, 4), head);
        K.el("span", "atlas-plan-name", K.pick(plan.short, view.lang), head);
        group = item;
        before = m[0];
      }
      const box = K.el("div", "atlas-mention", null, group);
      const top = K.el("div", "atlas-mention-top", null, box);
      top.appendChild(K.chip(view, null, payload.statuses[m[4]]));
      K.el("span", "atlas-clause", w("card.clause", { c: m[1] }), top);
      const years = [m[5] && w("card.start", { y: m[5] }), m[6] && w("card.complete", { y: m[6] })].filter(Boolean);
      if (years.length) K.el("span", "atlas-years", years.join(" · "), top);
      const words = K.el("p", "atlas-words", null, box);
      words.lang = "zh-CN";
      K.el("q", null, m[2], words);
      if (m[3]) { words.appendChild(document.createTextNode(" ")); K.el("q", "is-action", m[3], words); }
      if (m[7]) K.el("p", "atlas-small", m[7], box);
    });
  }

  /** The card as an element. `done` is called when it is closed. */
  K.card = function (view, project, done) {
    const d = project.data, w = view.words, lang = view.lang, model = view.model, payload = model.payload;
    const style = payload.style.modes[d.mode];
    const card = K.el("article", "atlas-card-inner");
    const title = K.pick(d.name, lang);
    card.setAttribute("aria-label", title);
    const head = K.el("header", "atlas-card-head", null, card);
    head.style.borderTopColor = view.theme === "dark" ? style.dark : style.colour;
    const close = K.el("button", "atlas-close", "×", head);
    close.type = "button";
    close.setAttribute("aria-label", w("card.close"));
    close.addEventListener("click", done);
    const tags = K.el("div", "atlas-card-tags", null, head);
    tags.appendChild(K.chip(view, d.mode));
    const status = view.statusOf(project.id);
    if (status) tags.appendChild(K.chip(view, null, status));
    K.el("h2", null, title, head);
    const other = lang === "zh" ? d.name[1] : d.name[0];
    if (other && other !== title) K.el("p", "atlas-other", other, head).lang = lang === "zh" ? "en" : "zh-CN";
    if (d.aliases) K.el("p", "atlas-small", w("card.aliases") + " " + d.aliases.join(" · "), head);
    if (d.part_of && model.byId.has(d.part_of)) {
      const line = K.el("p", "atlas-small", w("card.part_of") + " ", head);
      link(view, line, model.byId.get(d.part_of));
    }
    const sections = model.projects.filter(function (p) { return p.data.part_of === project.id; });
    if (sections.length) {
      const line = K.el("p", "atlas-small", w("card.sections") + " ", head);
      sections.forEach(function (p) { link(view, line, p); });
    }
    if (project.kind) {
      const zoom = K.el("button", "atlas-button", w("card.zoom"), head);
      zoom.type = "button";
      zoom.addEventListener("click", function () { view.fit([project.id]); });
    }

    const body = K.el("div", "atlas-card-body", null, card);
    if (d.findings) {
      const box = section(body, w("card.findings"));
      box.classList.add("is-warning");
      const list = K.el("ul", null, null, box);
      d.findings.forEach(function (f) { K.el("li", null, finding(view, f), list); });
    }
    if (d.mentions) mentions(view, section(body, w("card.mentions")), d);
    if (d.events) {
      const list = K.el("ul", "atlas-events", null, section(body, w("card.events")));
      d.events.forEach(function (e) {
        const item = K.el("li", null, null, list);
        K.el("span", "atlas-event-date", e[1] || "—", item);
        const text = K.el("span", null, null, item);
        K.el("b", null, w("event." + e[0]), text);
        const rest = [e[2], e[3]].filter(Boolean).join("，");
        if (rest) K.el("span", null, " " + rest, text);
        if (e[5]) K.el("em", null, " " + w("card.disputed"), text);
        if (e[4]) K.el("span", "atlas-source", e[4], text);
      });
    }

    const how = section(body, w("card.how"));
    const precision = K.el("p", "atlas-how", null, how);
    K.el("b", null, w("precision." + d.precision), precision);
    K.el("span", null, " — " + w("precision." + d.precision + ".means"), precision);
    if (d.uncertainty) K.el("p", "atlas-small", w("card.uncertainty", { d: metres(view, d.uncertainty) }), how);
    if (!project.kind) K.el("p", "atlas-small", w("card.nowhere"), how);
    const facts = K.el("dl", null, null, how);
    fact(facts, w("card.length"), d.km && Math.round(d.km) + " " + w("km"));
    fact(facts, w("card.official"), d.official_km && d.official_km + " " + w("km"));
    fact(facts, w("card.source"), [d.basis && w("basis." + d.basis), d.source, d.method].filter(Boolean).join(" · "));
    if (d.route_note) K.el("p", "atlas-small", d.route_note, how);
    if (d.stops) {
      const stops = section(body, w("card.stops"));
      K.el("p", "atlas-stops", d.stops.map(function (s) { return K.pick([s[0], s[3] || ""], lang); }).join(" – "), stops);
    }
    if (d.regions) {
      chips(view, section(body, w("card.regions")), d.regions.map(function (i) { return K.pick(payload.regions[i].name, lang); }));
    }
    if (d.counties) {
      chips(view, section(body, w("card.counties")), d.counties.map(function (i) {
        const c = payload.base.counties[i];
        return K.pick([c[0], c[1]], lang);
      }));
    }
    if (d.note) K.el("p", "atlas-small", d.note, section(body, w("card.note")));
    K.el("p", "atlas-id", d.id, body);
    return card;
  };
})(window.AtlasKit = window.AtlasKit || {});
