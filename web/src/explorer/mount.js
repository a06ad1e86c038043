// Mounts the explorer in the page: made once, then left alone; only language and theme make it
// anew.
// A theme that the reader chose goes for the whole page, server's widgets too (explorer.css).
import { el } from "../core/dom.js";
import { expand } from "../core/expand.js";
import { Explorer } from "./explorer.js";

// The page's own theme, by how light its ground is.
function themeOf(element) {
  const ground = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const hex = /^#([0-9a-f]{6})/i.exec(ground),
    rgb = /(\d+)\D+(\d+)\D+(\d+)/.exec(ground);
  const parts = hex
    ? [0, 2, 4].map((i) => parseInt(hex[1].slice(i, i + 2), 16))
    : rgb
      ? rgb.slice(1, 4).map(Number)
      : null;
  if (!parts) return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  return (parts[0] * 299 + parts[1] * 587 + parts[2] * 114) / 1000 < 128 ? "dark" : "light";
}

function themeFor(holder, state) {
  return state.theme === "auto" ? themeOf(holder.root) : state.theme;
}

function dress(state) {
  const page = document.documentElement;
  if (!state || state.theme === "auto") page.removeAttribute("data-atlas-theme");
  else page.setAttribute("data-atlas-theme", state.theme);
}

// The element that has the keyboard, by its choice: its successor takes over.
function focused(root) {
  const active = root.getRootNode().activeElement;
  return active && root.contains(active) ? active.getAttribute("data-choice") : null;
}

function make(holder, files, payload, state) {
  const data = holder.data,
    arrived = window.atlasFiles;
  // What did not arrive is asked for again the next time.
  const load = (name) =>
    arrived.get(name).catch((error) => {
      delete arrived[name];
      throw error;
    });
  const before = holder.explorer,
    focus = before && focused(holder.root);
  if (before) before.destroy();
  holder.explorer = new Explorer(holder.root, payload, {
    state: state,
    theme: (s) => themeFor(holder, s),
    words: files.words,
    notices: data.notices,
    more: () => load(data.more),
    networks: () => load(data.networks),
    tell: (query) => {
      if (query !== holder.told) {
        holder.told = query;
        holder.tell(query);
      }
    },
    again: (next) => {
      make(holder, files, payload, next);
    },
    paced: !before,
  });
  holder.root.explorer = holder.explorer;
  dress(holder.explorer.state);
  const next =
    focus &&
    Array.from(holder.root.querySelectorAll("[data-choice]")).find(
      (b) => b.getAttribute("data-choice") === focus,
    );
  if (next) next.focus({ preventScroll: true });
}

/** Called by the component's loader at every message; `files` has code, styles and words. */
export function mountExplorer(component, files) {
  const parent = component.parentElement,
    data = component.data;
  let root = parent.querySelector(".atlas-root");
  if (!root) {
    el("style", null, files.css, parent);
    if (!document.getElementById("atlas-page-style"))
      el("style", null, files.page, document.head).id = "atlas-page-style";
    root = el("div", "atlas-root", null, parent);
  }
  const holder = (root.atlasHolder = root.atlasHolder || { root: root, told: null });
  holder.tell = (query) => {
    component.setTriggerValue("address", query || "?");
  };
  holder.data = data;
  if (holder.key === data.payload) return;
  holder.key = data.payload;
  window.atlasFiles[data.payload]
    .then(expand)
    .then((payload) => {
      if (holder.key !== data.payload || !root.isConnected) return;
      root.textContent = "";
      make(holder, files, payload, holder.explorer && holder.explorer.state);
      // The theme may change under the page: by its menu or with the system's.
      clearInterval(holder.watch);
      holder.watch = setInterval(() => {
        const ex = holder.explorer;
        if (ex && themeFor(holder, ex.state) !== ex.theme) make(holder, files, payload, ex.state);
      }, 700);
    })
    .catch((error) => {
      console.error(error);
      delete window.atlasFiles[data.payload];
      holder.key = null;
      root.textContent = data.failed;
    });
}

export function unmountExplorer(parent) {
  const root = parent.querySelector(".atlas-root");
  if (!root) return;
  const holder = root.atlasHolder || {};
  clearInterval(holder.watch);
  if (holder.explorer) holder.explorer.destroy();
  dress(null);
  root.remove();
}
