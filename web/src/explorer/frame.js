// The explorer's frame: its head with tabs and switches, and the places of all that comes into it.

import { button, el } from "../core/dom.js";
import { createSkipLinks } from "../core/page/skip-links.js";
import { icon } from "../core/svg.js";
import { setTheme } from "../core/theme.js";
import { copyAddress } from "./copy-address.js";
import { createDownloads } from "./downloads.js";
import { createFirstLook } from "./first-look.js";
import { ICONS } from "./icons.js";

/** @import { State } from "../core/types.js" */
/** @import { Explorer } from "./explorer.js" */

/**
 * Buttons of which one is pressed; another one makes the page anew in its language or theme.
 * @template {"theme" | "lang"} F
 * @param {HTMLElement} parent
 * @param {Explorer} ex
 * @param {F} field
 * @param {string} label
 * @param {(button: HTMLButtonElement, value: State[F]) => void} fill
 */
function either(parent, ex, field, label, fill) {
  const values = /** @type {State[F][]} */ (ex.payload.address.keys[field].values || []);
  const box = el("div", "app-either is-" + field, null, parent);
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", label);
  values.forEach((value) => {
    const b = button(null, null, box, () => {
      if (value === ex.state[field]) return;
      ex.state[field] = value;
      ex.write();
      ex.options.again(ex.state);
    });
    b.setAttribute("data-choice", field + "=" + value);
    b.setAttribute("aria-pressed", String(value === ex.state[field]));
    fill(b, value);
  });
}

/**
 * @param {HTMLElement} parent
 * @param {Explorer} ex
 */
function tabButtons(parent, ex) {
  const nav = el("nav", "app-tabs", null, parent);
  nav.setAttribute("aria-label", ex.words("app.tabs"));
  const values = /** @type {State["tab"][]} */ (ex.payload.address.keys.tab.values || []);
  const tabs = values.map((tab) => {
    const b = button(null, ex.words("app.tab." + tab), nav, () => {
      ex.set({ tab: tab });
    });
    b.setAttribute("data-tab", tab);
    return b;
  });
  // A page of its own, whose code comes only when it is asked for.
  const read = el("a", "app-tab", ex.words("app.tab.read"), nav);
  const theme = ex.state.theme === "auto" ? "" : "&theme=" + ex.state.theme;
  read.href = "?page=read&lang=" + ex.lang + theme;
  read.target = "_self";
  return tabs;
}

/**
 * The two ways to draw; the one that is on is pressed.
 * @param {HTMLElement} parent
 * @param {Explorer} ex
 */
function viewSwitch(parent, ex) {
  const box = el("div", "app-either is-view", null, parent);
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", ex.words("app.view"));
  const views = /** @type {State["view"][]} */ (ex.payload.address.keys.view.values || []);
  return views.map((view) => {
    const b = button(null, ex.words("view." + view), box, () => {
      // In a year neither is on; each leads back to now.
      ex.set({ view: view, on: "" });
    });
    b.title = ex.words("view." + view + ".means");
    b.setAttribute("data-choice", "view=" + view);
    return b;
  });
}

/**
 * The frame in the explorer's root.
 * @param {Explorer} ex
 */
export function buildFrame(ex) {
  const w = ex.words;
  const app = el("div", "atlas-app", null, ex.root);
  // The map is measured when it is made: it is in sight until then, and its frame is lower beside
  // a comparison.
  app.setAttribute("data-tab", ex.state.tab === "compare" ? "compare" : "map");
  setTheme(app, ex.payload.style, ex.theme, ex.lang);
  createSkipLinks(app, w("skip"), [
    [w("skip.map"), () => ex.reach("map")],
    [w("skip.list"), () => ex.reach("list")],
  ]);
  const head = el("header", "app-head", null, app);
  const titles = el("div", "app-titles", null, head);
  el("h1", null, w("title"), titles);
  el("p", null, w("subtitle"), titles);
  const tabs = tabButtons(head, ex);
  const side = el("div", "app-side", null, head);
  const copy = button("app-quiet", w("app.copy"), side, () => {
    ex.write();
    copyAddress(copy, w);
  });
  either(side, ex, "theme", w("app.theme"), (b, theme) => {
    b.title = w("app.theme." + theme);
    b.setAttribute("aria-label", b.title);
    icon(ICONS[theme], b);
  });
  either(side, ex, "lang", w("app.language"), (b, lang) => {
    b.textContent = ex.payload.words[lang]["app.language.own"];
    b.lang = lang === "zh" ? "zh-CN" : "en";
  });
  const downloads = createDownloads(side, ex, ex.options.downloads || []);
  const notices = el("div", "app-notices", null, app);
  const body = el("div", "app-body", null, app);
  const aside = el("aside", "app-aside", null, body);
  aside.setAttribute("aria-label", w("filter"));
  const ways = viewSwitch(aside, ex);
  const main = el("div", "app-main", null, body);
  createFirstLook(main, ex);
  const empty = el("div", "app-empty", null, main);
  empty.hidden = true;
  const above = el("div", "app-above", null, main);
  const stage = el("div", "app-stage", null, main);
  /** @param {string} tab */
  const page = (tab) => {
    const box = el("div", "app-page is-" + tab, null, main);
    box.hidden = true;
    return box;
  };
  const named = (ex.payload.address.keys.tab.values || []).filter((tab) => tab !== "map");
  return {
    app: app,
    notices: notices,
    aside: aside,
    empty: empty,
    above: above,
    stage: stage,
    tabs: tabs,
    /**
     * Mark the tab and the way to draw that are on; neither way is in a year.
     * @param {State["tab"]} tab
     * @param {State["view"] | null} view
     */
    mark: (tab, view) => {
      app.setAttribute("data-tab", tab);
      tabs.forEach((b) => {
        if (b.getAttribute("data-tab") === tab) b.setAttribute("aria-current", "page");
        else b.removeAttribute("aria-current");
      });
      ways.forEach((b) => {
        b.setAttribute("aria-pressed", String(b.getAttribute("data-choice") === "view=" + view));
      });
    },
    downloads: downloads,
    /** @type {Map<string, HTMLElement>} by tab */
    pages: new Map(named.map((tab) => [tab, page(tab)])),
  };
}
