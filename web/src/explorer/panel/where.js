// Where a project is: prefectures and counties, what is drawn on the map, planning regions.

import { button, el } from "../../core/dom.js";
import { pickLanguage } from "../../core/translator.js";
import { isSomewhere } from "../../core/where/areas.js";
import { createPlaceChoices } from "../../core/where/place-choices.js";
import { createShapeChoices, SHAPES } from "../../core/where/shape-choices.js";
import { drawShape, seenBox } from "../../map/where/draw.js";
import { choices, group } from "./choices.js";

/** @import { Panel } from "./choices.js" */

// How many regions are seen before the others are unfolded.
const FIRST_REGIONS = 3;

/**
 * Prefectures and counties: a box that finds them, and those that have projects.
 * @param {Panel} panel
 * @param {HTMLElement} parent
 */
export function places(panel, parent) {
  const ex = panel.explorer,
    w = ex.words,
    g = group(parent, w("place.group"), isSomewhere({ ...ex.state, region: [] }));
  /** @type {Map<string | number, number> | null} */
  let counts = null;
  const box = createPlaceChoices(g.box, g.body, {
    words: w,
    lang: ex.lang,
    base: ex.payload.base,
    model: () => ex.view.model,
    input: "app-input",
    choice: "app-choice",
    hint: "app-hint",
    chosen: () => ex.state.place,
    toggle: (code) => {
      ex.toggle("place", code);
    },
    counts: () => counts,
  });
  const drawn = el("div");
  g.box.insertBefore(drawn, g.body);
  const shapes = createShapeChoices(drawn, {
    words: w,
    lang: ex.lang,
    payload: ex.payload,
    choice: "app-choice",
    hint: "app-hint",
    input: "app-input",
    where: () => ex.state,
    set: (change) => {
      ex.where(change);
    },
    draw: (key) => {
      if (ex.narrow) ex.panel.open(false);
      if (!ex._mapped()) ex.set({ tab: "map" });
      drawShape(ex.view, key, (change) => {
        ex.where(change);
      });
    },
    seen: () => seenBox(ex.view),
  });
  g.box.addEventListener("toggle", box.draw);
  panel.updates.push((next) => {
    const n = SHAPES.filter((key) => ex.state[key].length).length + ex.state.place.length,
      before = g.count.textContent;
    counts = next.place;
    g.count.textContent = n ? String(n) : "";
    // What was chosen elsewhere, as on the map, is seen where it can be dropped.
    if (n && !before) g.box.open = true;
    if (g.box.open) box.draw();
    shapes.draw();
  });
}

/**
 * Planning regions: the first of the data folder, and those that are chosen; the others unfold.
 * @param {Panel} panel
 * @param {HTMLElement} parent
 */
export function regions(panel, parent) {
  const ex = panel.explorer,
    w = ex.words,
    g = group(parent, w("filter.region"), true);
  choices(
    panel,
    g,
    "region",
    ex.payload.regions.map((r) => ({
      id: r.id,
      label: pickLanguage(r.name, ex.lang),
      title: pickLanguage(r.name, ex.lang),
    })),
  );
  const made = Array.from(g.body.children),
    rest = made.slice(FIRST_REGIONS);
  if (rest.length < 2) return;
  let open = false;
  const more = button("app-choice is-more", null, g.body, () => {
    open = !open;
    fold();
    const first = rest[0].querySelector("button");
    if (open && first) first.focus();
  });
  const fold = () => {
    let folded = 0;
    ex.payload.regions.slice(FIRST_REGIONS).forEach((r, i) => {
      const away = !open && !ex.has("region", r.id);
      if (away) folded += 1;
      /** @type {HTMLElement} */ (rest[i]).hidden = away;
    });
    more.hidden = !open && !folded;
    more.textContent = open ? w("app.regions.less") : w("app.regions.more", { n: folded });
    more.setAttribute("aria-expanded", String(open));
  };
  panel.updates.push(fold);
}
