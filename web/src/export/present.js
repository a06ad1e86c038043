// The talk: full screen, one step at a time, arrow keys to turn. Steps come from the file, or
// else go through the plans in the order of their dates, each showing what it adds or changes.
(function (K) {
  "use strict";
  const MOST = 16, BASE_WIDTH = 1280, BASE_HEIGHT = 660;
  const FULL = ["fullscreenchange", "webkitfullscreenchange"];

  function years(plan) { return plan.date.slice(0, 7); }

  /** What plan `i` adds to and changes in the plans before it, among those that `wanted` leaves. */
  K.news = function (model, wanted, i, before) {
    const news = { fresh: [], changed: [], again: [], shown: new Map() };
    const upto = new Set(before.concat([i])), bare = model.payload.statuses.indexOf("unspecified");
    model.projects.forEach(function (p) {
      if (!wanted.has(p.id)) return;
      const status = model.statusIn(p, upto);
      if (!status) return;
      news.shown.set(p.id, status);
      if (p.data.statuses[i] === undefined) return;
      const said = p.data.statuses, named = before.filter(function (k) { return said[k] !== undefined; });
      const last = named.filter(function (k) { return said[k] !== bare; }).pop();
      const moved = last !== undefined && model.payload.finding_kinds.indexOf(p.history.between(last, i)) >= 0;
      if (!named.length) news.fresh.push({ id: p.id, now: status });
      else if (moved) news.changed.push({ id: p.id, was: model.payload.statuses[said[last]], now: status });
      else news.again.push(p.id);
    });
    return news;
  };

  function planSteps(page) {
    const w = page.words, model = page.view.model, payload = page.payload, lang = page.lang;
    const wide = Object.assign({}, page.filter, { plans: [], statuses: [] });
    const wanted = new Set(K.filter(model, wide).ids);
    const chosen = payload.plans.map(function (_, i) { return i; }).filter(function (i) {
      return !page.filter.plans.length || page.filter.plans.indexOf(payload.plans[i].id) >= 0;
    });
    const steps = chosen.map(function (i, at) {
      const plan = payload.plans[i], news = K.news(model, wanted, i, chosen.slice(0, at));
      const n = news.fresh.length + news.changed.length + news.again.length;
      const caption = !n ? w("present.nothing") : chosen.length === 1 ? w("present.only", { a: n }) : at === 0 ? w("present.first", { a: news.fresh.length })
        : w("present.caption", { a: news.fresh.length, b: news.changed.length });
      return {
        title: K.pick(plan.short, lang), date: years(plan), under: K.pick(plan.title, lang), caption: caption,
        news: news, shown: news.shown, regions: page.filter.regions,
        strong: new Set(news.fresh.concat(news.changed).map(function (x) { return x.id; }).concat(news.again)),
      };
    });
    if (chosen.length === 1) return steps;
    const all = K.filter(model, Object.assign({}, wide, { plans: page.filter.plans }));
    const last = new Map();
    all.ids.forEach(function (id, i) { last.set(id, all.statuses[i]); });
    steps.push({
      title: w("present.all"), date: "", under: "", caption: w("present.all.caption", { n: last.size }),
      shown: last, regions: page.filter.regions, strong: null,
      plans: chosen.map(function (i) {
        const named = all.ids.filter(function (id) { return model.byId.get(id).data.statuses[i] !== undefined; });
        return [years(payload.plans[i]), K.pick(payload.plans[i].short, lang), named.length];
      }),
    });
    return steps;
  }

  function talkSteps(page, talk) {
    const model = page.view.model, payload = page.payload;
    return talk.steps.map(function (s) {
      const left = K.filter(model, s.filter), shown = new Map();
      left.ids.forEach(function (id, i) { shown.set(id, left.statuses[i]); });
      const step = {
        title: s.title, date: "", under: "", caption: s.caption || "", shown: shown, regions: s.filter.regions,
        viewport: s.viewport, select: s.select, strong: s.highlight.length ? new Set(s.highlight) : null,
      };
      if (s.changes) {
        const named = payload.plans.map(function (_, i) { return i; }).filter(function (i) {
          return !s.filter.plans.length || s.filter.plans.indexOf(payload.plans[i].id) >= 0;
        });
        const i = named[named.length - 1];
        const wide = K.filter(model, Object.assign({}, s.filter, { plans: [], statuses: [] }));
        const before = payload.plans.map(function (_, k) { return k; }).filter(function (k) { return k < i; });
        step.news = K.news(model, new Set(wide.ids), i, before);
        step.shown = step.news.shown;
        step.date = years(payload.plans[i]);
        if (!step.strong) {
          step.strong = new Set(step.news.fresh.concat(step.news.changed).map(function (x) { return x.id; }).concat(step.news.again));
        }
      }
      if (s.select && !step.shown.has(s.select)) {
        step.shown = new Map(step.shown).set(s.select, model.statusIn(model.byId.get(s.select)));
      }
      return step;
    });
  }

  /** The steps of the page's talk, or those through the plans. */
  K.steps = function (page) {
    return page.config.talk ? talkSteps(page, page.config.talk) : planSteps(page);
  };

  function enter(node) {
    const ask = node.requestFullscreen || node.webkitRequestFullscreen || node.msRequestFullscreen;
    // A frame may forbid it; the talk then fills the frame.
    try {
      const asked = ask && ask.call(node);
      if (asked && asked.catch) asked.catch(function () {});
    } catch (error) { /* stays in the window */ }
  }

  function isFull() { return document.fullscreenElement || document.webkitFullscreenElement || null; }

  function leaveFull() {
    const ask = document.exitFullscreen || document.webkitExitFullscreen;
    if (isFull() && ask) ask.call(document);
  }

  class Talk {
    constructor(page, at) {
      const talk = this, w = page.words;
      this.page = page;
      this.steps = K.steps(page);
      this.at = -1;
      const root = this.root = K.el("div", "talk", null, document.body);
      root.setAttribute("role", "dialog");
      root.setAttribute("aria-modal", "true");
      root.setAttribute("aria-label", page.config.title);
      root.tabIndex = -1;
      const desk = this.desk = K.el("div", "talk-desk", null, root);
      const head = K.el("header", "talk-head", null, desk);
      this.date = K.el("span", "talk-date", "", head);
      const titles = K.el("div", "talk-titles", null, head);
      this.title = K.el("h1", "talk-title", "", titles);
      this.under = K.el("p", "talk-under", "", titles);
      K.el("span", "talk-name", page.config.talk && page.config.talk.title || page.config.title, head);
      const body = K.el("div", "talk-body", null, desk);
      const stage = K.el("div", "talk-map", null, body);
      const side = K.el("div", "talk-side", null, body);
      this.caption = K.el("p", "talk-caption", "", side);
      this.caption.setAttribute("aria-live", "polite");
      this.lists = K.el("div", "talk-lists", null, side);
      const foot = K.el("footer", "talk-foot", null, desk);
      this.dots = K.el("span", "talk-dots", null, foot);
      this.steps.forEach(function (step, i) {
        const dot = K.el("button", "talk-dot", null, talk.dots);
        dot.type = "button";
        dot.title = step.title;
        dot.setAttribute("aria-label", step.title);
        dot.addEventListener("click", function () { talk.go(i); });
      });
      K.el("span", "talk-notice", w("schematic") + " · " + page.words("page.date", { d: page.config.date }), foot);
      const tool = function (text, label, action) {
        const b = K.el("button", "talk-tool", text, foot);
        b.type = "button";
        b.title = label;
        b.setAttribute("aria-label", label);
        b.addEventListener("click", action);
      };
      tool("‹", w("present.back"), function () { talk.go(talk.at - 1); });
      tool("›", w("present.next"), function () { talk.go(talk.at + 1); });
      tool("×", w("present.leave"), function () { talk.leave(); });

      this.size();
      this.view = new window.AtlasView(stage, K.slidePayload(page.payload), { lang: page.lang, card: false, wait: true });
      // The card goes beside the map, where it hides nothing.
      this.lists.style.cssText = this.view.root.style.cssText;
      this.view.on("select", function () { talk.aside(); });
      this.size();
      this.view.map.keyboard.disable();
      this.view.map.options.zoomSnap = 0;
      this.view.labels.obstacles = function () { return talk.obstacles(); };
      this.onSize = function () { talk.size(); talk.show(false); };
      this.onKey = function (e) { talk.key(e); };
      // Esc leaves the full screen without telling the page: that ends the talk, F does not.
      this.onFull = function () {
        if (isFull()) talk.full = true;
        else if (talk.full) { talk.full = false; if (!talk.stays) talk.leave(); talk.stays = false; }
      };
      FULL.forEach(function (name) { document.addEventListener(name, talk.onFull); });
      window.addEventListener("resize", this.onSize);
      document.addEventListener("keydown", this.onKey, true);
      document.body.classList.add("is-presenting");
      enter(root);
      // In a frame the page around it stays where it is.
      root.focus({ preventScroll: true });
      this.go(at || 0);
      this.view.wake();
    }

    /** The desk is laid out at about 1280 units and enlarged to the screen. */
    size() {
      const k = Math.max(0.6, Math.min(window.innerWidth / BASE_WIDTH, window.innerHeight / BASE_HEIGHT));
      this.desk.style.width = window.innerWidth / k + "px";
      this.desk.style.height = window.innerHeight / k + "px";
      this.desk.style.transform = "scale(" + k + ")";
      this.scale = k;
      if (!this.view) return;
      // What is painted is enlarged with the desk, and must have pixels for it.
      this.view.map.options.fine = k * (window.devicePixelRatio || 1);
      this.view.map.invalidateSize({ pan: false });
    }

    // Rectangles on the screen are enlarged, the map's own are not.
    obstacles() {
      const view = this.view, k = this.scale, at = view.map.getContainer().getBoundingClientRect();
      return [view.legend.box, view.cardBox, view.root.querySelector(".atlas-tools")].filter(function (e) { return e && !e.hidden; }).map(function (e) {
        const r = e.getBoundingClientRect();
        return [(r.left - at.left) / k, (r.top - at.top) / k, (r.right - at.left) / k, (r.bottom - at.top) / k];
      });
    }

    go(to) {
      const next = Math.max(0, Math.min(this.steps.length - 1, to));
      if (next === this.at) return;
      this.at = next;
      this.show(true);
    }

    show(animate) {
      const step = this.steps[this.at], view = this.view, page = this.page;
      this.date.textContent = step.date;
      this.date.hidden = !step.date;
      this.title.textContent = step.title;
      this.under.textContent = step.under;
      this.caption.textContent = step.caption;
      Array.from(this.dots.children).forEach(function (dot, i) {
        if (i === this.at) dot.setAttribute("aria-current", "step"); else dot.removeAttribute("aria-current");
      }, this);
      this.dots.title = page.words("present.of", { i: this.at + 1, n: this.steps.length });
      const ids = Array.from(step.shown.keys());
      K.settle(view.map);
      view.select(null);
      view.setVisible(ids, ids.map(function (id) { return step.shown.get(id); }));
      view.projects.emphasise(step.strong);
      view.setRegion(step.regions);
      view.legend.open(view.map.getSize().x > 620);
      if (step.viewport) view.map.setView([step.viewport.lat, step.viewport.lon], step.viewport.zoom, { animate: animate });
      else if (step.select) view.select(step.select, { fit: true });
      else if (step.regions.length) view.setRegion(step.regions, { fit: true });
      else if (this.page.config.talk) view.fit();
      else if (!this.placed) {
        this.placed = view.map.getSize().x > 0;
        view.map.fitBounds(K.seen(page.view), { animate: false, paddingTopLeft: [view.legend.box.open ? 226 : 0, 0] });
      }
      if (step.select) view.select(step.select);
      this.aside();
      this.root.setAttribute("data-step", this.at);
    }

    /** Once more, now that the page's map is where it belongs. */
    again() {
      this.placed = false;
      this.size();
      this.show(false);
    }

    // The selected project's card, else the step's lists.
    aside() {
      const view = this.view, project = view.selected && view.model.byId.get(view.selected);
      if (!project) { this.list(this.steps[this.at]); return; }
      this.lists.textContent = "";
      this.lists.appendChild(K.card(view, project, function () { view.select(null, { tell: true }); }));
    }

    // As many names as there is room for: what stands below them is to be seen too.
    list(step) {
      const box = this.lists;
      let less = 0;
      do this.names(step, less); while (box.clientHeight && box.scrollHeight > box.clientHeight && ++less < MOST);
    }

    // The step's lists with `less` names fewer than usual.
    names(step, less) {
      const page = this.page, w = page.words, model = page.view.model, style = this.view ? this.view.model.payload.style : page.payload.style;
      this.lists.textContent = "";
      if (step.plans) this.sums(step.plans);
      if (!step.news) return;
      const part = function (title, items, room) {
        if (!items.length) return;
        const box = K.el("section", "talk-list", null, this.lists);
        const head = K.el("h2", null, title, box);
        K.el("b", null, items.length, head);
        const list = K.el("ul", null, null, box);
        items.slice(0, room).forEach(function (x) {
          const p = model.byId.get(x.id), li = K.el("li", null, null, list);
          li.appendChild(K.sample(style, "light", p.data.mode, x.now, p.kind === "P"));
          const text = K.el("span", null, K.pick(p.data.name, page.lang), li);
          if (x.was) K.el("small", null, w("status." + x.was) + " → " + w("status." + x.now), text);
        });
        if (items.length > room) K.el("p", "talk-more", w("card.more", { n: items.length - room }), box);
      }.bind(this);
      const changed = step.news.changed, fresh = step.news.fresh;
      const few = changed.length <= 7 ? changed.length : 6;
      const room = Math.max(3, Math.floor(MOST - (few ? 2 + few * 1.85 : 0))), kept = Math.max(Math.min(3, room), room - less);
      part(w("present.changed"), changed, Math.max(Math.min(3, few), few - (less - (room - kept))));
      part(w("present.fresh"), fresh, kept);
      if (step.news.again.length) K.el("p", "talk-more", w("present.again", { n: step.news.again.length }), this.lists);
      if (step.strong && step.shown.size > step.strong.size) K.el("p", "talk-more", w("present.faint"), this.lists);
    }

    // How many each plan names, as bars.
    sums(plans) {
      const box = K.el("section", "talk-list talk-sums", null, this.lists);
      K.el("h2", null, this.page.words("page.sources"), box);
      const most = Math.max.apply(null, plans.map(function (p) { return p[2]; })) || 1;
      plans.forEach(function (p) {
        const row = K.el("div", "talk-sum", null, box);
        K.el("small", null, p[0] + "　" + p[1], row);
        const bar = K.el("div", "talk-bar", null, row);
        K.el("i", null, null, bar).style.width = Math.max(1, 82 * p[2] / most) + "%";
        K.el("b", null, p[2], bar);
      });
    }

    key(e) {
      const moves = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
      if (e.ctrlKey || e.metaKey || e.altKey) return;
      const onButton = e.target && e.target.tagName === "BUTTON";
      if (Object.prototype.hasOwnProperty.call(moves, e.key) && !(e.key === " " && onButton)) this.go(this.at + moves[e.key]);
      else if (e.key === "Home") this.go(0);
      else if (e.key === "End") this.go(this.steps.length - 1);
      else if (e.key === "f" || e.key === "F") { this.stays = !!isFull(); if (isFull()) leaveFull(); else enter(this.root); }
      else if (e.key === "Escape") { if (this.view.selected) this.view.select(null, { tell: true }); else this.leave(); }
      else return;
      e.preventDefault();
      e.stopPropagation();
    }

    leave() {
      window.removeEventListener("resize", this.onSize);
      document.removeEventListener("keydown", this.onKey, true);
      FULL.forEach(function (name) { document.removeEventListener(name, this.onFull); }, this);
      leaveFull();
      this.view.destroy();
      this.root.remove();
      document.body.classList.remove("is-presenting");
      this.page.talk = null;
      this.page.view.map.invalidateSize();
    }
  }

  /** Start the talk at step `at`. */
  K.present = function (page, at) {
    if (!page.talk) page.talk = new Talk(page, at);
    return page.talk;
  };
})(window.AtlasKit = window.AtlasKit || {});
