// Projects that belong with another: its whole, its sections, those it meets at a stop or in a
// county.
import { button, el } from "../core/dom.js";
import { pickLanguage } from "../core/translator.js";
import { createSample } from "../map/symbols.js";
import { relatedProjects } from "./relations.js";

/** @import { Project, Stop, View } from "../core/types.js" */

/**
 * The related projects as rows of a card's section, the first few open, the rest folded.
 * @param {View} view
 * @param {HTMLElement} parent
 * @param {Project} project
 * @returns {number} how many there are
 */
export function relatedList(view, parent, project) {
  const found = relatedProjects(view, project),
    w = view.words;
  /** @type {[Project, string][]} */
  const rows = [];
  /** @param {Project[]} list @param {string} said */
  const add = (list, said) => {
    list.forEach((p) => {
      rows.push([p, said]);
    });
  };
  add(found.whole, w("card.whole"));
  add(found.sections, w("card.sections"));
  add(found.siblings, w("card.siblings"));
  found.stops.forEach((pair) => {
    const names = pair[1].slice(0, 2).map((s) => pickLanguage([s[0], s[3] || ""], view.lang));
    rows.push([pair[0], w("card.same_stop", { s: names.join(view.lang === "zh" ? "、" : ", ") })]);
  });
  found.counties.forEach((pair) => {
    rows.push([pair[0], w("card.same_county", { n: pair[1] })]);
  });
  /** @param {typeof rows} list @param {HTMLElement} box */
  const put = (list, box) => {
    list.forEach((row) => {
      const b = button("atlas-related", null, box),
        p = row[0];
      b.appendChild(
        createSample(
          view.model.payload.style,
          view.theme,
          p.data.mode,
          view.statusOf(p.id) || view.model.statusIn(p),
          p.kind === "P",
        ),
      );
      el("span", "atlas-related-name", pickLanguage(p.data.name, view.lang), b);
      el("span", "atlas-small", row[1], b);
      b.addEventListener("click", () => {
        view.open(p.id);
      });
    });
  };
  put(rows.slice(0, 6), parent);
  if (rows.length > 6) {
    const more = el("details", "atlas-fold", null, parent);
    el("summary", null, w("card.more", { n: rows.length - 6 }), more);
    // Made when it is opened: there may be a hundred.
    more.addEventListener("toggle", () => {
      if (more.open && more.childNodes.length === 1) put(rows.slice(6, 46), more);
    });
  }
  return rows.length;
}
