// Projects that belong with another: its whole, its sections, those it meets at a stop or in a
// county.
import { el } from "../core/dom.js";
import { pickLanguage } from "../core/translator.js";
import { createSample } from "../map/symbols.js";

/**
 * {whole, sections, siblings, stops: [[project, name]], counties: [[project, n]]}, nearest first.
 */
export function relatedProjects(view, project) {
  const model = view.model,
    d = project.data,
    taken = new Set([project.id]);
  const take = (list) => {
    list.forEach((p) => {
      taken.add(p.id);
    });
    return list;
  };
  const whole = take(d.part_of && model.byId.has(d.part_of) ? [model.byId.get(d.part_of)] : []);
  const sections = take(model.projects.filter((p) => p.data.part_of === project.id));
  const siblings = take(
    model.projects.filter((p) => d.part_of && p.data.part_of === d.part_of && p.id !== project.id),
  );
  const stops = new Set((d.stops || []).map((s) => s[0]));
  const counties = new Set(d.counties || []);
  const atStops = [],
    inCounties = [];
  model.projects.forEach((p) => {
    if (taken.has(p.id)) return;
    const shared = (p.data.stops || []).filter((s) => stops.has(s[0]));
    if (shared.length) {
      atStops.push([p, shared]);
      return;
    }
    const n = (p.data.counties || []).filter((c) => counties.has(c)).length;
    if (n) inCounties.push([p, n]);
  });
  atStops.sort((a, b) => b[1].length - a[1].length);
  inCounties.sort((a, b) => b[1] - a[1]);
  return {
    whole: whole,
    sections: sections,
    siblings: siblings,
    stops: atStops,
    counties: inCounties,
  };
}

/** The related projects as rows of a card's section, the first few open, the rest folded. */
export function relatedList(view, parent, project) {
  const found = relatedProjects(view, project),
    w = view.words,
    rows = [];
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
  const put = (list, box) => {
    list.forEach((row) => {
      const b = el("button", "atlas-related", null, box),
        p = row[0];
      b.type = "button";
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
