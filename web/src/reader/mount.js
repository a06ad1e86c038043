// Mounts the page Read a plan: made once, then told what has come from the server. Another
// language or theme makes it anew; what was corrected goes with it.

import { el } from "../core/dom.js";
import { tellConnection } from "../core/page/connection.js";
import { pageTheme, setPageTheme } from "../core/page/page-theme.js";
import { expand } from "../core/payload/expand.js";
import { Outgoing } from "./outgoing.js";
import { Reader } from "./reader.js";
import { newSession } from "./session.js";

/** @import { Lang, Payload, Theme } from "../core/types.js" */
/** @import { Session } from "./session.js" */
/** @import { Shown } from "./types.js" */

/**
 * @typedef {object} Component Streamlit's side of the component
 * @property {HTMLElement} parentElement
 * @property {Shown} data
 * @property {(name: string, value: string) => void} setTriggerValue
 * @property {(name: string, value: string) => void} setStateValue
 * @typedef {{css: string, page: string, words: Record<Lang, Record<string, string>>}} Files
 * @typedef {object} Holder
 * @property {Shown} data
 * @property {Component} component
 * @property {Reader | null} reader
 * @property {{ destroy(): void } | null} connection
 * @property {Session} session
 * @property {Outgoing} outgoing what was dropped and pasted and is not there yet
 * @property {number} watch a timer
 * @property {number} drawing a timer: pieces that come together are drawn together
 * @property {() => void} arrived
 * @property {(event: BeforeUnloadEvent) => void} leaving
 * @typedef {HTMLElement & {readerHolder?: Holder}} Root
 */

/** @param {Holder} holder @param {Root} root @returns {Theme} */
function themeFor(holder, root) {
  return holder.session.theme === "auto" ? pageTheme(root) : holder.session.theme;
}

/**
 * @param {Root} root
 * @param {Holder} holder
 * @param {Files} files
 * @param {Payload} payload
 */
function make(root, holder, files, payload) {
  if (holder.reader) holder.reader.destroy();
  if (holder.connection) holder.connection.destroy();
  root.textContent = "";
  holder.reader = new Reader(root, payload, files.words, holder.session, {
    theme: themeFor(holder, root),
    state: (name, value) => holder.component.setStateValue(name, value),
    trigger: (name, value) => holder.component.setTriggerValue(name, value),
    outgoing: holder.outgoing,
    again: () => make(root, holder, files, payload),
  });
  holder.connection = tellConnection(holder.reader.top, holder.reader.words("read.lost"));
  setPageTheme(holder.session.theme);
  holder.reader.update(holder.data);
}

/**
 * Draw the page once its payload is there.
 * @param {Root} root
 * @param {Holder} holder
 * @param {Files} files
 */
function begin(root, holder, files) {
  const name = holder.data.payload;
  window.atlasFiles
    .get(name)
    .then(expand)
    .then((/** @type {Payload} */ payload) => {
      if (!root.isConnected || holder.data.payload !== name) return;
      make(root, holder, files, payload);
      clearInterval(holder.watch);
      holder.watch = window.setInterval(() => {
        if (holder.reader && themeFor(holder, root) !== holder.reader.theme)
          make(root, holder, files, payload);
      }, 700);
    })
    .catch((/** @type {Error} */ error) => {
      console.error(error);
      delete window.atlasFiles[name];
      root.textContent = holder.data.failed;
    });
}

/**
 * Called by the loader at every message.
 * @param {Component} component
 * @param {Files} files
 */
export function mountReader(component, files) {
  const parent = component.parentElement,
    data = component.data;
  /** @type {Root | null} */
  const there = parent.querySelector(".reader-root");
  if (there && there.readerHolder) {
    const holder = there.readerHolder;
    const again = holder.data.payload !== data.payload;
    holder.component = component;
    holder.data = data;
    holder.outgoing.heard(data.taken);
    // What was accepted is on the map from now on.
    if (again) begin(there, holder, files);
    else if (holder.reader) holder.reader.update(data);
    return;
  }
  el("style", null, files.css, parent);
  if (!document.getElementById("atlas-page-style"))
    el("style", null, files.page, document.head).id = "atlas-page-style";
  document.documentElement.setAttribute("data-atlas-page", "read");
  const root = /** @type {Root} */ (el("div", "reader-root", null, parent));
  /** @type {Holder} */
  const holder = (root.readerHolder = {
    data: data,
    component: component,
    reader: null,
    connection: null,
    session: newSession(data.lang === "en" ? "en" : "zh", location.search),
    outgoing: new Outgoing({
      paste: (told) => holder.component.setTriggerValue("pasted", told),
      stands: () => {
        if (holder.reader) holder.reader.stands();
      },
    }),
    watch: 0,
    drawing: 0,
    arrived: () => {
      clearTimeout(holder.drawing);
      holder.drawing = window.setTimeout(() => {
        if (holder.reader) holder.reader.update(holder.data);
      });
    },
    leaving: (event) => {
      const unsent = holder.outgoing.state !== "";
      if (unsent || holder.session.edits.size > holder.session.kept) event.preventDefault();
    },
  });
  window.addEventListener("atlas-piece", holder.arrived);
  window.addEventListener("beforeunload", holder.leaving);
  begin(root, holder, files);
}

/** @param {HTMLElement} parent */
export function unmountReader(parent) {
  /** @type {Root | null} */
  const root = parent.querySelector(".reader-root");
  const holder = root && root.readerHolder;
  if (!root || !holder) return;
  clearInterval(holder.watch);
  clearTimeout(holder.drawing);
  holder.outgoing.destroy();
  window.removeEventListener("atlas-piece", holder.arrived);
  window.removeEventListener("beforeunload", holder.leaving);
  if (holder.reader) holder.reader.destroy();
  if (holder.connection) holder.connection.destroy();
  setPageTheme(null);
  document.documentElement.removeAttribute("data-atlas-page");
  root.remove();
}
