// Mouse, touch and keys: the part of the view that finds what is meant and asks when it is unclear.
(function (K) {
  "use strict";
  const CARD_WIDTH = 384;

  /** Methods of AtlasView (view.js takes them over). */
  K.Pointer = class {
    _pointer() {
      const view = this, map = this.map;
      let waiting = null;
      map.on("mousemove", function (e) {
        if (waiting === null) {
          requestAnimationFrame(function () {
            const event = waiting;
            waiting = null;
            if (!event || view._gone || view.chooser) return;
            const hits = view.projects.at(event.latlng, 7);
            view._hover(hits[0] || null, event.containerPoint, hits.length);
          });
        }
        waiting = e;
      });
      map.on("mouseout", function () { waiting = null; view._hover(null); });
      map.on("movestart zoomstart", function () { view._hover(null); view._closeChooser(); });
      map.on("click", function (e) {
        const touch = e.originalEvent.pointerType === "touch" || window.matchMedia("(pointer: coarse)").matches;
        const hits = view.projects.at(e.latlng, touch ? 16 : 8);
        view._closeChooser();
        if (hits.length > 1) view._choose(hits, e.containerPoint);
        else if (hits.length) { view.select(hits[0].id, { tell: true }); view._uncover(e.latlng); }
        else if (view.selected) view.select(null, { tell: true });
      });
    }

    _hover(project, point, n) {
      this.projects.hover(project ? project.id : null);
      this.map.getContainer().style.cursor = project ? "pointer" : "";
      this.tip.hidden = !project;
      if (!project) return;
      this.tip.textContent = "";
      K.el("b", null, K.pick(project.data.name, this.lang), this.tip);
      K.el("span", null, this._describe(project) + (n > 1 ? " · +" + (n - 1) : ""), this.tip);
      const size = this.map.getSize();
      this.tip.style.left = Math.min(point.x + 14, size.x - this.tip.offsetWidth - 8) + "px";
      this.tip.style.top = Math.max(6, point.y - this.tip.offsetHeight - 12) + "px";
    }

    _describe(project) {
      const status = this.statusOf(project.id);
      return this.words("mode." + project.data.mode) + (status ? " · " + this.words("status." + status) : "");
    }

    /** One tab stop for all lines; arrows go along, Enter opens. */
    _keyboard() {
      const view = this;
      const pane = this.map.getPane("projects");
      const of = function (e) {
        const node = e.target.closest ? e.target.closest("[data-id]") : null;
        return node ? view.model.byId.get(node.getAttribute("data-id")) : null;
      };
      pane.addEventListener("focusin", function (e) {
        const p = of(e);
        if (!p) return;
        const middle = p.lines[0][Math.floor(p.lines[0].length / 2)];
        view._hover(p, view.map.latLngToContainerPoint(middle), 1);
      });
      pane.addEventListener("focusout", function () { view._hover(null); });
      pane.addEventListener("click", function (e) {
        const p = of(e);
        if (p) { e.stopPropagation(); view.select(p.id, { tell: true }); }
      });
      pane.addEventListener("keydown", function (e) {
        const p = of(e);
        if (!p) return;
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
        if (step) {
          const stops = view._stops();
          const at = stops.indexOf(view.projects.drawn.get(p.id));
          view._rove(stops[(at + step + stops.length) % stops.length], true);
        } else if (e.key === "Enter" || e.key === " ") {
          view.select(p.id, { tell: true });
        } else return;
        e.preventDefault();
        e.stopPropagation();
      });
      this.root.addEventListener("keydown", function (e) {
        if (e.key !== "Escape") return;
        if (view.chooser) view._closeChooser();
        else if (view.selected) view.select(null, { tell: true });
      });
    }

    _stops() {
      const view = this;
      return this.model.projects.map(function (p) { return view.projects.drawn.get(p.id); })
        .filter(function (entry) { return entry && entry.shown; });
    }

    _rove(entry, focus) {
      this.projects.drawn.forEach(function (other) { K.dress(other.key, { tabindex: "-1" }); });
      if (!entry) return;
      K.dress(entry.key, { tabindex: "0" });
      if (focus) entry.key.node.focus();
    }

    _choose(hits, point) {
      const view = this, size = this.map.getSize(), where = this.map.containerPointToLatLng(point);
      this._hover(null);
      const box = this.chooser = K.el("div", "atlas-chooser", null, this.stage);
      box.setAttribute("role", "menu");
      K.el("div", "atlas-chooser-head", this.words("choose", { n: hits.length }), box);
      hits.slice(0, 12).forEach(function (p) {
        const b = K.el("button", "atlas-choice", null, box);
        b.type = "button";
        b.setAttribute("role", "menuitem");
        b.appendChild(K.sample(view.model.payload.style, view.theme, p.data.mode, view.statusOf(p.id), p.kind === "P"));
        K.el("span", null, K.pick(p.data.name, view.lang), b);
        b.addEventListener("mouseenter", function () { view.projects.hover(p.id); });
        b.addEventListener("focus", function () { view.projects.hover(p.id); });
        b.addEventListener("click", function () { view._closeChooser(); view.select(p.id, { tell: true }); view._uncover(where); });
      });
      box.addEventListener("keydown", function (e) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
        if (!step) return;
        const all = Array.from(box.querySelectorAll("button"));
        const at = all.indexOf(e.target);
        all[(at + step + all.length) % all.length].focus();
        e.preventDefault();
      });
      box.style.left = Math.max(8, Math.min(point.x + 6, size.x - box.offsetWidth - 8)) + "px";
      box.style.top = Math.max(8, Math.min(point.y + 6, size.y - box.offsetHeight - 8)) + "px";
      box.querySelector("button").focus({ preventScroll: true });
    }

    _closeChooser() {
      if (!this.chooser) return;
      this.chooser.remove();
      this.chooser = null;
      this.projects.hover(null);
    }

    // The card must not lie on the spot that was just clicked.
    _uncover(latlng) {
      if (this.cardBox.hidden || this.narrow()) return;
      this.map.panInside(latlng, { paddingTopLeft: [40, 40], paddingBottomRight: [CARD_WIDTH + 60, 40] });
    }
  };
})(window.AtlasKit = window.AtlasKit || {});
