// Reads the payload: integer steps to coordinates, arcs to borders and region outlines.
import { unpackPlaces } from "./packing.js";
import { Project } from "./project.js";
import { chain } from "./rings.js";

// A property that is worked out when it is first asked for.
function lazy(object, name, make) {
  Object.defineProperty(object, name, {
    configurable: true,
    enumerable: true,
    get: () => {
      const value = make();
      Object.defineProperty(object, name, { value: value, enumerable: true });
      return value;
    },
  });
  return object;
}

/**
 * A history as layers/histories.py writes it: `statuses` by the plan's index, as indices;
 * `before(b)`,
 * what all plans before b say together, as a code; and the classes of changes, codes too:
 * `between(a, b)` two plans, `earlier(b)` from all plans before b, `all` through all in turn.
 * Null for none.
 */
export function readHistory(payload, text) {
  const n = payload.plans.length,
    pairs = 2 * n,
    single = pairs + n * n,
    statuses = {};
  const told = (codes, i) => (text[i] === "." ? null : codes[+text[i]]);
  for (let i = 0; i < n; i++) if (text[i] !== ".") statuses[i] = +text[i];
  return {
    statuses: statuses,
    before: (b) => told(payload.statuses, n + b),
    between: (a, b) => told(payload.changes, pairs + a * n + b),
    earlier: (b) => told(payload.changes, single + b),
    all: told(payload.changes, single + n),
  };
}

/** The payload with everything in degrees and ready to draw. */
export function decode(payload) {
  const scale = payload.scale,
    base = payload.base;
  const arcs = base.arcs.map((a) =>
    lazy({ a: a[0], b: a[1] }, "places", () => unpackPlaces(a[2], scale)),
  );
  const prefectureOf = (i) => (i < 0 ? -1 : base.counties[i][2]);
  const provinceOf = (i) => {
    const p = prefectureOf(i);
    return p < 0 ? "" : base.prefectures[p][2];
  };
  const level = (arc) =>
    arc.b < 0 || provinceOf(arc.a) !== provinceOf(arc.b)
      ? "province"
      : prefectureOf(arc.a) !== prefectureOf(arc.b)
        ? "prefecture"
        : "county";
  const borders = {};
  ["province", "prefecture", "county"].forEach((name) => {
    lazy(borders, name, () => arcs.filter((arc) => level(arc) === name).map((arc) => arc.places));
  });
  const known = new Map();
  const histories = payload.histories.map((text) => readHistory(payload, text));
  const projects = payload.projects.map(
    (p, index) => new Project(p, index, payload, known, histories),
  );
  const byId = new Map(projects.map((p) => [p.id, p]));
  const everywhere = base.counties.map((_, i) => i);
  let whole = null;
  return {
    payload: payload,
    borders: borders,
    projects: projects,
    byId: byId,
    everywhere: everywhere,
    /** Rings round all counties, in places of the world. */
    get ground() {
      return whole || (whole = this.outline(everywhere));
    },
    /** Rings round the counties (a list of indices). */
    outline: (counties) => {
      const inside = new Set(counties);
      return chain(
        arcs
          .filter((arc) => inside.has(arc.a) !== (arc.b >= 0 && inside.has(arc.b)))
          .map((arc) => arc.places),
      );
    },
    /**
     * Code of the status in the newest of `plans` (indices; all when empty) that says what is to
     * be done; named only where none says more; null where none names it.
     */
    statusIn: (project, plans) => {
      let named = null;
      for (let i = payload.plans.length - 1; i >= 0; i--) {
        if (plans && plans.size && !plans.has(i)) continue;
        const code = project.data.statuses[i];
        if (code === undefined) continue;
        if (payload.statuses[code] !== "unspecified") return payload.statuses[code];
        named = payload.statuses[code];
      }
      return named;
    },
  };
}
