// The menu of downloads. The server makes a file of the review as it stands when it has heard all
// that was corrected; a file that cannot be made is a sentence here, and the page stays.

import { createMenu } from "../../core/controls/menu.js";
import { el } from "../../core/dom.js";
import { takeFile } from "../../core/page/take-file.js";

/** @import { Lang, Words } from "../../core/types.js" */

const KINDS = ["table", "geojson", "marked", "review"];

/**
 * The address of a download.
 * @param {string} path where the page is
 * @param {string} token of the page
 * @param {string} kind
 * @param {number} step the number of the page's last message
 */
export function downloadAddress(path, token, kind, step) {
  return path.replace(/\/?$/, "/downloads/read/") + token + "/" + kind + "?step=" + step;
}

/**
 * The button that opens the menu, in `parent`.
 * @param {HTMLElement} parent
 * @param {Words} w
 * @param {Lang} lang
 * @param {object} does
 * @param {() => number} does.step tells the server all; the number of the message
 * @param {() => void} does.kept the review is in a file of its own
 */
export function createDownloads(parent, w, lang, does) {
  const refresh = () => {
    links.forEach((item) => {
      item.link.href = address(item.kind);
    });
  };
  const whole = { refresh: refresh, keepsEscape: true };
  const { head, menu, open, destroy } = createMenu(parent, w("read.download"), whole);
  const said = el("p", "app-hint is-failed");
  said.setAttribute("role", "alert");
  let token = "";
  /** @param {string} text */
  const say = (text) => {
    said.textContent = text;
    said.hidden = !text;
  };
  /** @param {string} kind */
  const address = (kind) => downloadAddress(location.pathname, token, kind, does.step());
  /** @param {string} kind */
  async function take(kind) {
    say(w("read.download.making"));
    const why = await takeFile(address(kind), kind, lang, {
      unreached: w("read.download.unreached"),
      broken: w("read.download.broken"),
    });
    say(why && w("read.download.failed", { why: why }));
    if (!why && kind === "review") does.kept();
  }
  const links = KINDS.map((kind) => {
    const link = el("a", "app-menu-item", w("read.download." + kind), menu);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      void take(kind);
    });
    return { kind: kind, link: link };
  });
  const closed = el("p", "app-hint", null, menu);
  menu.appendChild(said);
  say("");
  return {
    /** @param {string} now what addresses hold, empty while there is nothing
     *  @param {string} why nothing can be accepted here */
    update: (now, why) => {
      token = now;
      head.disabled = !now;
      if (!now) open(false);
      closed.textContent = why ? w("read.accept." + why) : "";
      closed.hidden = !why;
    },
    destroy: destroy,
  };
}
