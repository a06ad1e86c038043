// Which projects belong with another: its whole, its sections, those it meets at a stop or in a
// county.

/** @import { Project, Stop, View } from "../core/types.js" */

/**
 * Nearest first: {whole, sections, siblings} are projects, {stops: [{project, stops}]} share stops,
 * {counties: [{project, n}]} a number of counties.
 * @param {View} view
 * @param {Project} project
 */
export function relatedProjects(view, project) {
  const model = view.model,
    d = project.data,
    taken = new Set([project.id]);
  /** @param {Project[]} list */
  const take = (list) => {
    list.forEach((p) => {
      taken.add(p.id);
    });
    return list;
  };
  const part = d.part_of && model.byId.get(d.part_of);
  const whole = take(part ? [part] : []);
  const sections = take(model.projects.filter((p) => p.data.part_of === project.id));
  const siblings = take(
    model.projects.filter((p) => d.part_of && p.data.part_of === d.part_of && p.id !== project.id),
  );
  const stops = new Set((d.stops || []).map((s) => s.name));
  const counties = new Set(d.counties || []);
  /** @type {{project: Project, stops: Stop[]}[]} */
  const atStops = [];
  /** @type {{project: Project, n: number}[]} */
  const inCounties = [];
  model.projects.forEach((p) => {
    if (taken.has(p.id)) return;
    const shared = (p.data.stops || []).filter((s) => stops.has(s.name));
    if (shared.length) {
      atStops.push({ project: p, stops: shared });
      return;
    }
    const n = (p.data.counties || []).filter((c) => counties.has(c)).length;
    if (n) inCounties.push({ project: p, n: n });
  });
  atStops.sort((a, b) => b.stops.length - a.stops.length);
  inCounties.sort((a, b) => b.n - a.n);
  return {
    whole: whole,
    sections: sections,
    siblings: siblings,
    stops: atStops,
    counties: inCounties,
  };
}
