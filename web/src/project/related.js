// Projects that belong with another: its whole, its sections, those it meets at a stop or in a
// county.
import { button, el } from "../core/dom.js";
import { styleOf } from "../core/looks.js";
import { nameOf, pickLanguage } from "../core/translator.js";
import { createSample } from "../map/symbols.js";
import { relatedProjects } from "./relations.js";

/** @import { Project, View } from "../core/types.js" */

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
  /** @type {{project: Project, said: string}[]} */
  const rows = [];
  /** @param {Project[]} list @param {string} said */
  const add = (list, said) => {
    list.forEach((p) => {
      rows.push({ project: p, said: said });
    });
  };
  add(found.whole, w("card.whole"));
  add(found.sections, w("card.sections"));
  add(found.siblings, w("card.siblings"));
  found.stops.forEach((met) => {
    const names = met.stops.slice(0, 2).map((s) => nameOf(s, view.lang)),
      said = names.join(view.lang === "zh" ? "、" : ", ");
    add([met.project], w("card.same_stop", { s: said }));
  });
  found.counties.forEach((met) => {
    add([met.project], w("card.same_county", { n: met.n }));
  });
  /** @param {typeof rows} list @param {HTMLElement} box */
  const put = (list, box) => {
    list.forEach((row) => {
      const b = button("atlas-related", null, box),
        p = row.project,
        style = view.model.payload.style;
      b.appendChild(
        createSample(
          style,
          view.theme,
          p.data.mode,
          styleOf(style, view.look, view.statusOf(p.id) || view.codeOf(p)),
          p.kind === "P",
        ),
      );
      el("span", "atlas-related-name", pickLanguage(p.data.name, view.lang), b);
      el("span", "atlas-small", row.said, b);
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
