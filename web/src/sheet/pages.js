// Pages of A4 that are filled from the top: what does not fit goes on to the next, a heading with
// what it heads, and what no page holds is parted.

import { el } from "../core/dom.js";
import { splitOff } from "./split.js";

/**
 * @import { Words } from "../core/types.js"
 * @import { Block, Pages, Stated } from "./types.js"
 */

/**
 * Pages in `parent`, each with the notice, the attribution and its number at the foot.
 * @param {HTMLElement} parent
 * @param {Words} w
 * @param {Stated} stated
 * @returns {Pages}
 */
export function createPages(parent, w, stated) {
  /** @type {HTMLElement[]} where each page has its number */
  const numbers = [];
  /** @type {HTMLElement} */
  let body = parent;
  let name = "",
    className = "";
  /** @type {Block[]} headings at the end of the page that is filled */
  let kept = [];

  /** @param {boolean} again whether it goes on from the page before */
  function open(again) {
    const page = el("section", "sheet-page " + className, null, parent);
    const head = el("header", "sheet-running", null, page);
    el("span", null, stated.title, head);
    el("span", null, again ? name + w("sheet.continued") : "", head);
    body = el("div", "sheet-body", null, page);
    const foot = el("footer", "sheet-foot", null, page);
    const line = el("p", null, null, foot);
    el("strong", null, w("schematic"), line);
    el("span", null, w("page.date", { d: stated.date }), line);
    numbers.push(el("span", "sheet-number", null, line));
    el("p", "sheet-attribution", w("attribution"), foot);
    kept = [];
  }

  const fits = () => body.scrollHeight <= body.clientHeight;

  /** @param {Block} block */
  function add(block) {
    body.appendChild(block.node);
    if (fits()) {
      if (block.keep) kept.push(block);
      else kept = [];
      return;
    }
    // What stands above it, headings aside.
    if (body.children.length > kept.length + 1) {
      const headings = kept;
      block.node.remove();
      open(true);
      headings.concat(block).forEach(add);
      return;
    }
    const rest = splitOff(block.node, fits);
    // What cannot be parted is cut by its page.
    if (!rest) return;
    open(true);
    add({ node: /** @type {HTMLElement} */ (rest) });
  }

  return {
    begin: (title, kind) => {
      name = title;
      className = kind || "";
      open(false);
      return numbers.length;
    },
    add: add,
    count: () => numbers.length,
    number: () => {
      numbers.forEach((node, i) => {
        node.textContent = w("sheet.page", { i: i + 1, n: numbers.length });
      });
    },
  };
}
