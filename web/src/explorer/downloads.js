// The menu of downloads. The server makes a file from the address that its link holds, which is the
// page's own; the package is prepared first, and offered once it is there.

import { writeAddress } from "../core/address.js";
import { createMenu } from "../core/controls/menu.js";
import { localDay } from "../core/dates.js";
import { button, el } from "../core/dom.js";
import { filterInWords } from "../core/filter-words.js";
import { takeFile } from "../core/page/take-file.js";
import { pickLanguage } from "../core/translator.js";
import { cardWithSheet } from "../sheet/card.js";
import { openSheets } from "../sheet/series.js";

/** @import { Pair } from "../core/types.js" */
/** @import { Stated } from "../sheet/types.js" */
/** @import { Explorer } from "./explorer.js" */

/**
 * @typedef {object} Place how far the server is with a package
 * @property {"none" | "waiting" | "making" | "ready" | "failed"} state
 * @property {number} before how many are made before it
 * @property {Pair | []} why
 */

const PACKAGE = "package";
// Kinds that are made of one page only, and its tab.
/** @type {Record<string, string>} */
const OF_TAB = { changes: "compare" };
// Milliseconds between two looks at a package that is being made.
const LOOK = 1000;

/** @param {Place["state"]} state @returns {Place} of which there is no more to say */
const only = (state) => ({ state: state, before: 0, why: [] });

/** @param {Explorer} ex @returns {Stated} */
function sheetsOf(ex) {
  const on = Number(ex.state.on) || null;
  return {
    title: ex.words("title"),
    under: filterInWords(ex.payload, ex.words, ex.lang, ex.state, on),
    date: localDay(new Date()),
  };
}

/** What makes the cards of the explorer's map. @param {Explorer} ex */
export const cardOf = (ex) => cardWithSheet(() => sheetsOf(ex));

/**
 * The address of a download.
 * @param {string} path where the page is
 * @param {string} kind
 * @param {string} query the page's address
 */
export function downloadAddress(path, kind, query) {
  return path.replace(/\/?$/, "/downloads/") + kind + query;
}

/**
 * The package's part of the menu: a button that has it made, how far that is, then its link.
 * @param {HTMLElement} parent
 * @param {Explorer} ex
 * @param {() => string} query the address as it is now
 * @param {(link: HTMLAnchorElement, kind: string) => void} taken has a link take its file here
 */
function packageItem(parent, ex, query, taken) {
  const w = ex.words,
    box = el("div", "app-package", null, parent);
  box.setAttribute("aria-live", "polite");
  let timer = 0,
    asked = "",
    turn = 0;
  /** @type {boolean} whether there is nothing to look after */
  let idle;
  const prepare = () => {
    void ask("POST");
  };
  /** @param {string} text @param {string} [className] */
  const said = (text, className) => el("p", "app-hint " + (className || ""), text, box);
  /** @param {Place} place */
  function draw(place) {
    const focused = box.contains(
      /** @type {ShadowRoot | Document} */ (box.getRootNode()).activeElement,
    );
    box.textContent = "";
    box.setAttribute("data-state", place.state);
    idle = place.state === "none" || place.state === "failed";
    /** @type {HTMLElement | null} */
    let next = null;
    if (place.state === "ready") {
      const link = el("a", "app-menu-item is-ready", w("app.download.ready"), box);
      link.href = downloadAddress(location.pathname, PACKAGE, asked);
      taken(link, PACKAGE);
      next = link;
    } else if (place.state === "waiting") said(w("app.download.waiting", { n: place.before }));
    else if (place.state === "making") said(w("app.download.making"));
    else if (place.state === "failed") {
      const why = place.why.length
        ? pickLanguage(place.why, ex.lang)
        : w("app.download.unreached") + (ex.lang === "en" ? "." : "。");
      said(w("app.download.failed", { why: why }), "is-failed");
      next = button("app-menu-item", w("app.download.again"), box, prepare);
    } else next = button("app-menu-item", w("app.download.prepare"), box, prepare);
    if (focused && next) next.focus();
    clearTimeout(timer);
    if (place.state === "waiting" || place.state === "making")
      timer = window.setTimeout(() => {
        void ask("GET");
      }, LOOK);
  }
  /** @param {"GET" | "POST"} method POST has it made, GET only looks */
  async function ask(method) {
    const mine = ++turn;
    asked = query();
    if (method === "POST") draw(only("making"));
    clearTimeout(timer);
    let place = only("failed");
    try {
      const answer = await fetch(downloadAddress(location.pathname, PACKAGE + "/state", asked), {
        method: method,
      });
      if (answer.ok) place = /** @type {Place} */ (await answer.json());
    } catch {
      // No answer is a failure too, and said.
    }
    if (mine === turn) draw(place);
  }
  draw(only("none"));
  return {
    // Another address may mean another package; what was never asked for stays so.
    update: () => {
      if (!idle && query() !== asked) void ask("GET");
    },
    destroy: () => {
      turn++;
      clearTimeout(timer);
    },
  };
}

/**
 * The button that opens the menu, in `parent`.
 * @param {HTMLElement} parent
 * @param {Explorer} ex
 * @param {string[]} kinds what the server has
 */
export function createDownloads(parent, ex, kinds) {
  const w = ex.words;
  const query = () => writeAddress(ex.payload, ex.state);
  const address = () => {
    links.forEach((item) => {
      item.link.href = downloadAddress(location.pathname, item.kind, query());
      item.link.hidden = (OF_TAB[item.kind] || ex.state.tab) !== ex.state.tab;
    });
  };
  const { head, menu, open, destroy } = createMenu(parent, "", { refresh: address });
  const said = el("p", "app-hint is-failed");
  said.setAttribute("role", "alert");
  said.hidden = true;
  /** @param {string} text */
  const say = (text) => {
    said.textContent = text;
    said.hidden = !text;
  };
  /**
   * A click takes the file without leaving the page, and says why where there is none.
   * @param {HTMLAnchorElement} link
   * @param {string} kind
   */
  function taken(link, kind) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      address();
      say(w("app.download.taking"));
      void takeFile(link.href, kind, ex.lang, {
        unreached: w("app.download.unreached"),
        broken: w("app.download.broken"),
      }).then((why) => {
        say(why && w("app.download.failed", { why: why }));
      });
    });
  }
  const links = kinds
    .filter((kind) => kind !== PACKAGE)
    .map((kind) => {
      const link = el("a", "app-menu-item", w("app.download." + kind), menu);
      if (kind === "map") link.title = w("app.download.map.help");
      link.target = "_self";
      taken(link, kind);
      return { kind: kind, link: link };
    });
  const sheets = button("app-menu-item", w("sheet.series"), menu, () => {
    open(false);
    void openSheets(ex.view, ex.left.ids, sheetsOf(ex));
  });
  sheets.title = w("sheet.series.means");
  const item = kinds.includes(PACKAGE) ? packageItem(menu, ex, query, taken) : null;
  menu.appendChild(said);
  return {
    /** @param {number} n how many projects there are to take */
    update: (n) => {
      head.textContent = w("app.download", { n: n });
      head.disabled = !n;
      if (!n) say("");
      if (!n) open(false);
      address();
      if (item) item.update();
    },
    destroy: () => {
      destroy();
      if (item) item.destroy();
    },
  };
}
