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

  // Long strings stay folded until asked for.
  function fold(parent, title, text) {
    const box = K.el("details", "atlas-fold", null, parent);
    K.el("summary", null, title, box);
    K.el("p", "atlas-source", text, box);
  }

  function fact(list, name, value) {
    if (!value) return;
    K.el("dt", null, name, list);
    K.el("dd", null, value, list);
  }

  /** Names with kilometres, longest first; the map outlines the one that is pointed at. */
  function measured(view, parent, items) {
    const box = K.el("div", "atlas-tags", null, parent);
    const put = function (list, into) {
      list.forEach(function (item) {
        const tag = K.el("span", "atlas-tag", item.name, into);
        if (item.km) K.el("span", "atlas-tag-km", (item.km < 10 ? Math.round(item.km * 10) / 10 : Math.round(item.km)) + " " + view.words("km"), tag);
        tag.addEventListener("mouseenter", function () { view.base.point(item.counties); });
        tag.addEventListener("mouseleave", function () { view.base.point([]); });
      });
    };
    items.sort(function (x, y) { return (y.km || 0) - (x.km || 0); });
    put(items.slice(0, MANY), box);
    if (items.length <= MANY) return;
    const more = K.el("details", "atlas-fold", null, parent);
    K.el("summary", null, view.words("card.more", { n: items.length - MANY }), more);
    put(items.slice(MANY), K.el("div", "atlas-tags", null, more));
  }

  /** Kilometres by county index; empty where no line runs. */
  function kilometres(d) {
    const km = new Map();
    (d.counties || []).forEach(function (c, i) { if (d.county_km) km.set(c, d.county_km[i]); });
    return km;
  }

  function link(view, parent, project) {
    const b = K.el("button", "atlas-link", K.pick(project.data.name, view.lang), parent);
    b.type = "button";
    b.addEventListener("click", function () { view.open(project.id); });
  }

  // What stands out across plans, each finding in the words it comes with.
  function findings(view, body, title, list) {
    if (!list.length) return null;
    const box = section(body, title), items = K.el("ul", null, null, box);
    list.forEach(function (f) { K.el("li", null, K.pick([f[3], f[4]], view.lang), items); });
    return box;
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
      link(view, K.el("p", "atlas-small", w("card.part_of") + " ", head), model.byId.get(d.part_of));
    }
    if (project.kind) {
      const zoom = K.el("button", "atlas-button", w("card.zoom"), head);
      zoom.type = "button";
      zoom.addEventListener("click", function () { view.fit([project.id]); });
    }

    const body = K.el("div", "atlas-card-body", null, card);
    const against = function (f) { return payload.contradictions.indexOf(f[0]) >= 0; }, all = d.findings || [];
    const warning = findings(view, body, w("card.findings"), all.filter(against));
    if (warning) warning.classList.add("is-warning");
    findings(view, body, w("card.changed"), all.filter(function (f) { return !against(f); }));
    if (d.mentions) {
      section(body, w("card.picture")).appendChild(K.historyPicture(view, project));
      if (!warning && Object.keys(d.statuses).length > 1) K.el("p", "atlas-small", w("card.consistent"), body);
      mentions(view, section(body, w("card.mentions")), d);
    }
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
        if (e[4]) fold(text, w("card.source.event"), e[4]);
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
    fact(facts, w("card.source"), d.basis && w("basis." + d.basis));
    if (d.source) fold(how, w("card.source.show"), [d.source, d.method].filter(Boolean).join(" · "));
    if (d.route_note) K.el("p", "atlas-small", d.route_note, how);
    if (d.stops) {
      const stops = section(body, w("card.stops"));
      K.el("p", "atlas-stops", d.stops.map(function (s) { return K.pick([s[0], s[3] || ""], lang); }).join(" – "), stops);
    }
    const km = kilometres(d);
    if (d.regions) {
      measured(view, section(body, w("card.regions")), d.regions.map(function (i) {
        const members = payload.regions[i].counties;
        const length = members.reduce(function (sum, c) { return sum + (km.get(c) || 0); }, 0);
        return { name: K.pick(payload.regions[i].name, lang), km: length, counties: members };
      }));
    }
    if (d.counties) {
      measured(view, section(body, w("card.counties")), d.counties.map(function (i) {
        const c = payload.base.counties[i];
        return { name: K.pick([c[0], c[1]], lang), km: km.get(i), counties: [i] };
      }));
    }
    const related = section(body, w("card.related"));
    related.hidden = !K.relatedList(view, related, project);
    if (d.note) K.el("p", "atlas-small", d.note, section(body, w("card.note")));
    K.el("p", "atlas-id", d.id, body);
    return card;
  };
})(window.AtlasKit = window.AtlasKit || {});
