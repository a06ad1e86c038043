// Mounts the explorer in the page: made once, then left alone; only language and theme make it
// anew.
// A theme that the reader chose goes for the whole page, server's widgets too (explorer.css).
import { el, focusedChoice } from "../core/dom.js";
import { pageTheme, setPageTheme } from "../core/page/page-theme.js";
import { expand } from "../core/payload/expand.js";
import { Explorer } from "./explorer.js";
import { createExplorerPrint } from "./printing/print.js";

/** @import { Lang, Pair, Payload, State, Theme } from "../core/types.js" */

/**
 * @typedef {object} Data what the server sends: names of static files, and texts
 * @property {string} payload
 * @property {string} more
 * @property {string} networks
 * @property {Pair[]} notices
 * @property {string} failed
 * @property {string[]} downloads
 * @typedef {object} Component Streamlit's side of the component
 * @property {HTMLElement} parentElement
 * @property {Data} data
 * @typedef {object} Files
 * @property {string} js
 * @property {string} css
 * @property {string} page
 * @property {Record<Lang, Record<string, string>>} words
 * @typedef {object} Holder what is kept with the root of a mounted explorer
 * @property {Root} root
 * @property {Data} data
 * @property {string | null} key the payload that is shown
 * @property {Explorer | null} explorer
 * @property {number} watch a timer
 * @property {{ destroy(): void } | null} print
 * @typedef {HTMLElement & {atlasHolder?: Holder, explorer?: Explorer}} Root
 */

/**
 * @param {Holder} holder
 * @param {State} state
 * @returns {Theme}
 */
function themeFor(holder, state) {
  return state.theme === "auto" ? pageTheme(holder.root) : state.theme;
}

/**
 * @param {Holder} holder
 * @param {Files} files
 * @param {Payload} payload
 * @param {State | null} state
 */
function make(holder, files, payload, state) {
  const data = holder.data,
    arrived = window.atlasFiles;
  // What did not arrive is asked for again the next time.
  /** @param {string} name */
  const load = (name) =>
    arrived.get(name).catch((/** @type {Error} */ error) => {
      delete arrived[name];
      throw error;
    });
  const before = holder.explorer,
    focus = before && focusedChoice(holder.root);
  if (before) before.destroy();
  holder.explorer = new Explorer(holder.root, payload, {
    state: state,
    theme: (s) => themeFor(holder, s),
    words: files.words,
    notices: data.notices,
    more: () => load(data.more),
    networks: () => load(data.networks),
    downloads: data.downloads,
    again: (next) => {
      make(holder, files, payload, next);
    },
    paced: !before,
  });
  holder.root.explorer = holder.explorer;
  setPageTheme(holder.explorer.state.theme);
  const next =
    focus &&
    Array.from(holder.root.querySelectorAll("[data-choice]")).find(
      (b) => b.getAttribute("data-choice") === focus,
    );
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}

/**
 * Called by the component's loader at every message; `files` has code, styles and words.
 * @param {Component} component
 * @param {Files} files
 */
export function mountExplorer(component, files) {
  const parent = component.parentElement,
    data = component.data;
  /** @type {Root | null} */
  let root = parent.querySelector(".atlas-root");
  if (!root) {
    el("style", null, files.css, parent);
    if (!document.getElementById("atlas-page-style"))
      el("style", null, files.page, document.head).id = "atlas-page-style";
    root = el("div", "atlas-root", null, parent);
  }
  const base = root;
  const holder = (base.atlasHolder = base.atlasHolder || {
    root: base,
    data: data,
    key: null,
    explorer: null,
    watch: 0,
    print: null,
  });
  holder.print = holder.print || createExplorerPrint(() => holder.explorer);
  holder.data = data;
  if (holder.key === data.payload) return;
  holder.key = data.payload;
  window.atlasFiles[data.payload]
    .then(expand)
    .then((/** @type {Payload} */ payload) => {
      if (holder.key !== data.payload || !base.isConnected) return;
      base.textContent = "";
      make(holder, files, payload, holder.explorer && holder.explorer.state);
      // The theme may change under the page: by its menu or with the system's.
      clearInterval(holder.watch);
      holder.watch = window.setInterval(() => {
        const ex = holder.explorer;
        if (ex && themeFor(holder, ex.state) !== ex.theme) make(holder, files, payload, ex.state);
      }, 700);
    })
    .catch((/** @type {Error} */ error) => {
      console.error(error);
      delete window.atlasFiles[data.payload];
      holder.key = null;
      base.textContent = data.failed;
    });
}

/** @param {HTMLElement} parent */
export function unmountExplorer(parent) {
  /** @type {Root | null} */
  const root = parent.querySelector(".atlas-root");
  if (!root) return;
  const holder = root.atlasHolder;
  if (holder) {
    clearInterval(holder.watch);
    if (holder.print) holder.print.destroy();
    if (holder.explorer) holder.explorer.destroy();
  }
  setPageTheme(null);
  root.remove();
}
