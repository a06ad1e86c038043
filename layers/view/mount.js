// Mounts the view in the explorer: made once, then only told what changed.
(function (K) {
  "use strict";

  function same(a, b) { return JSON.stringify(a) === JSON.stringify(b); }

  function update(holder, data) {
    const view = holder.view, before = holder.data || {};
    if (data.codes !== before.codes) {
      // One letter a project in the payload's order: "." hidden, else the status's place.
      const ids = [], statuses = [];
      view.model.projects.forEach(function (p, i) {
        const letter = data.codes.charAt(i);
        if (letter === "." || letter === "") return;
        ids.push(p.id);
        statuses.push(view.model.payload.statuses[letter.charCodeAt(0) - 97]);
      });
      view.setVisible(ids, statuses);
    }
    if (!same(data.regions, before.regions)) {
      view.setRegion(data.regions, { fit: data.regions.length > 0 });
    }
    if (data.turn !== before.turn) view.select(data.selected || null, { fit: true });
    if (data.fit !== before.fit && before.fit !== undefined) view.fit();
    holder.data = data;
    holder.root.setAttribute("data-drawn", data.codes);
  }

  /** Called by the component's loader at every message; `files` has the view's and page's styles. */
  K.streamlit = function (component, files) {
    const parent = component.parentElement, data = component.data;
    let root = parent.querySelector(".atlas-root");
    if (!root) {
      K.el("style", null, files.css, parent);
      if (!document.getElementById("atlas-page-style")) K.el("style", null, files.page, document.head).id = "atlas-page-style";
      root = K.el("div", "atlas-root", null, parent);
    }
    const holder = root.atlasHolder = root.atlasHolder || { root: root };
    holder.tell = function (id) { component.setTriggerValue("select", id || ""); };
    holder.next = data;
    const key = data.payload + data.lang;
    if (holder.key === key) {
      if (holder.view) update(holder, data);
      return;
    }
    holder.key = key;
    window.atlasFiles[data.payload].then(function (payload) {
      if (holder.key !== key || !root.isConnected) return;
      const kept = holder.view && holder.view.viewport();
      if (holder.view) holder.view.destroy();
      root.textContent = "";
      const view = holder.view = new window.AtlasView(root, payload, { lang: data.lang, table: true });
      view.on("select", function (id) { holder.tell(id); });
      holder.data = null;
      update(holder, holder.next);
      // A first view shows what is chosen; another language keeps the place.
      if (kept) view.map.setView([kept.lat, kept.lon], kept.zoom, { animate: false });
      else if (!holder.next.selected && !holder.next.regions.length) view.fit();
    }).catch(function () {
      delete window.atlasFiles[data.payload];
      holder.key = null;
      root.textContent = data.failed;
    });
  };

  K.unmount = function (parent) {
    const root = parent.querySelector(".atlas-root");
    if (root && root.atlasHolder && root.atlasHolder.view) root.atlasHolder.view.destroy();
    if (root) root.remove();
  };
})(window.AtlasKit = window.AtlasKit || {});
