// Promise and outcome in an exported file: in the map's place, under the same filters.

import { emptyFilter } from "../core/address.js";
import { button, el } from "../core/dom.js";
import { applyFilter } from "../core/filter.js";
import { setTheme } from "../core/theme.js";
import { createOutcomes } from "../outcome/page.js";

/** @import { Page } from "./types.js" */

/**
 * The button that shows the page in the map's place, and the map again; returns what does so.
 * @param {Page} page
 * @param {HTMLElement} tools
 */
export function outcomesTool(page, tools) {
  const toggle = button("page-tool", page.words("outcome.title"), tools, () => {
    show(!on);
  });
  let on = false;
  /** @type {ReturnType<typeof createOutcomes> | null} */
  let made = null;
  toggle.setAttribute("aria-pressed", "false");

  function make() {
    const main = page.view.root.parentElement || document.body;
    const box = el("div", "page-outcomes", null, main);
    setTheme(box, page.payload.style, "light", page.lang);
    return createOutcomes(box, {
      model: page.model,
      words: page.words,
      lang: page.lang,
      theme: "light",
      open: (id) => {
        show(false);
        page.view.reveal(id);
        page.open(id, true);
      },
      widen: () => {
        page.filter = emptyFilter(page.payload);
        page.apply();
      },
    });
  }

  function update() {
    if (on && made) made.update(applyFilter(page.model, page.filter).ids, page.filter);
  }

  /** @param {boolean} next */
  function show(next) {
    on = next;
    toggle.setAttribute("aria-pressed", String(on));
    // The paper too shows the page then, in place of the map (print-layout.js).
    document.body.classList.toggle("has-outcomes", on);
    if (!made && on) made = make();
    if (page.years && on) page.years.stop();
    update();
    page.note();
    if (!on) page.view.map.invalidateSize({ pan: false });
    // On a phone it lies under the filters.
    else if (page.view.root.parentElement)
      page.view.root.parentElement.scrollIntoView({ block: "nearest" });
  }
  page.shows.push(update);
  return show;
}
