// Where sheets lie to be looked at: over the whole page, with a bar to print and to leave. While it
// is there, printing the page prints the sheets and nothing else.

import { button, el } from "../core/dom.js";
import { setTheme } from "../core/theme.js";

/** @import { View } from "../core/types.js" */

const OPEN = "has-sheets";

// What holds for the whole document while sheets are open; a file's policy lets no style in that it
// does not know, so the rules are put into a sheet that is there.
const RULES = [
  "@page { size: A4 portrait; margin: 0; }",
  "@media print { body." + OPEN + " > :not(.sheets) { display: none !important; } }",
  "@media print { html, body." +
    OPEN +
    " { height: auto !important; overflow: visible !important; " +
    "background: #ffffff !important; margin: 0; } }",
];

/**
 * The first style sheet of the document that can be written to.
 * @returns {CSSStyleSheet | null}
 */
function writable() {
  const list = Array.from(document.styleSheets);
  for (let i = 0; i < list.length; i++) {
    try {
      if (list[i].cssRules) return list[i];
    } catch (_) {
      // Of another origin.
    }
  }
  return null;
}

/** Put the rules in; gives what takes them out again. */
function putRules() {
  const sheet = writable();
  if (!sheet) return () => {};
  const first = sheet.cssRules.length;
  const put = RULES.map((rule, i) => sheet.cssRules[sheet.insertRule(rule, first + i)]);
  return () => {
    for (let i = sheet.cssRules.length - 1; i >= 0; i--)
      if (put.indexOf(sheet.cssRules[i]) >= 0) sheet.deleteRule(i);
  };
}

/**
 * The place of the desk: the page itself, or a tree of its own that has the styles of the view's.
 * @param {HTMLElement} host
 * @param {View} view
 * @returns {Node}
 */
function ground(host, view) {
  const tree = view.root.getRootNode();
  if (!(tree instanceof ShadowRoot)) return host;
  const own = host.attachShadow({ mode: "open" });
  tree.querySelectorAll("style").forEach((style) => {
    own.appendChild(style.cloneNode(true));
  });
  return own;
}

/**
 * Open the desk; null where one is open already.
 * @param {View} view
 */
export function openDesk(view) {
  if (document.body.classList.contains(OPEN)) return null;
  const w = view.words,
    before = /** @type {HTMLElement | null} */ (document.activeElement),
    inner = view.root.getRootNode();
  const focused = inner instanceof ShadowRoot ? inner.activeElement : before;
  const beside = Array.from(document.body.children).filter((node) => !node.hasAttribute("inert"));
  const host = el("div", "sheets", null, document.body),
    takeOut = putRules();
  const root = el("div", "sheet-desk", null, ground(host, view));
  setTheme(root, view.model.payload.style, "light", view.lang);
  root.setAttribute("role", "dialog");
  root.setAttribute("aria-modal", "true");
  root.setAttribute("aria-label", w("sheet"));
  root.tabIndex = -1;
  beside.forEach((node) => {
    node.setAttribute("inert", "");
  });
  document.body.classList.add(OPEN);
  let gone = false;

  const bar = el("div", "sheet-bar", null, root);
  const told = el("p", null, "", bar);
  told.setAttribute("role", "status");
  const print = button("sheet-tool is-main", w("sheet.print"), bar, () => {
    window.print();
  });
  print.disabled = true;
  button("sheet-tool", w("sheet.close"), bar, close);
  const pages = el("div", "sheet-pages", null, root);

  function close() {
    if (gone) return;
    gone = true;
    window.removeEventListener("keydown", key, true);
    document.body.classList.remove(OPEN);
    beside.forEach((node) => {
      node.removeAttribute("inert");
    });
    takeOut();
    host.remove();
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
  }

  // Before the page below hears of it.
  /** @param {KeyboardEvent} event */
  function key(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }
  window.addEventListener("keydown", key, true);
  root.focus({ preventScroll: true });

  return {
    root: root,
    pages: pages,
    closed: () => gone,
    /** @param {string} text */
    say: (text) => {
      told.textContent = text;
    },
    /** All is laid out. @param {string} text */
    ready: (text) => {
      told.textContent = text;
      print.disabled = false;
      root.setAttribute("data-ready", "1");
      if (!gone) print.focus({ preventScroll: true });
    },
  };
}
