// The tools of the page: talk, pictures, print.
import { button, el } from "../core/dom.js";
import { createPageCompare } from "./compared/page-compare.js";
import { outcomesTool } from "./outcomes.js";
import { savePng, saveSvg } from "./picture.js";
import { startTalk } from "./talk/talk.js";

/** @import { MenuItem, Page } from "./types.js" */

/** @param {HTMLElement} parent @param {string} label @param {MenuItem[]} items */
function menu(parent, label, items) {
  const box = el("details", "page-menu", null, parent);
  const head = el("summary", "page-tool", label, box);
  const list = el("div", "page-menu-list", null, box);
  items.forEach((item) => {
    const b = button("page-menu-item", item[0], list);
    b.addEventListener("click", () => {
      box.open = false;
      item[1]();
    });
  });
  box.addEventListener("keydown", (e) => {
    if (e.key !== "Escape" || !box.open) return;
    e.preventDefault();
    box.open = false;
    head.focus();
  });
  document.addEventListener("click", (e) => {
    if (!box.contains(/** @type {Node} */ (e.target))) box.open = false;
  });
}

/**
 * Returns what shows the page of outcomes in the map's place, or the map again, and what compares.
 * @param {Page} page
 * @param {HTMLElement} parent
 */
export function tools(page, parent) {
  const w = page.words,
    box = el("div", "page-tools", null, parent);
  const talk = button("page-tool is-main", w("page.present"), box);
  talk.title = w("page.present.help");
  talk.addEventListener("click", () => {
    startTalk(page, 0);
  });
  const showOutcomes = outcomesTool(page, box);
  const compare = createPageCompare(page, box);
  const sizes = [
    [1920, 1080],
    [3840, 2160],
  ];
  /**
   * @param {string} kind
   * @param {(page: Page, w: number, h: number) => void} action
   * @returns {MenuItem[]}
   */
  const save = (kind, action) =>
    sizes.map((s) => [
      w("page.picture." + kind, { w: s[0], h: s[1] }),
      () => {
        action(page, s[0], s[1]);
      },
    ]);
  menu(box, w("page.picture"), save("png", savePng).concat(save("svg", saveSvg)));
  menu(box, w("page.print"), [
    [
      w("page.print.a4"),
      () => {
        page.print("a4");
      },
    ],
    [
      w("page.print.a3"),
      () => {
        page.print("a3");
      },
    ],
    [
      w("sheet.series"),
      () => {
        void page.sheets();
      },
    ],
  ]);
  return { showOutcomes, compare };
}
