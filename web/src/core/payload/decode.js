// Reads the payload: integer steps to coordinates, arcs to borders and region outlines.
import { unpackPlaces } from "./packing.js";
import { Project } from "./project.js";
import { chain } from "./rings.js";

/** @import { History, Model, Payload } from "../types.js" */

// A value that is worked out when it is first asked for.
/**
 * @template T
 * @param {() => T} make
 */
function lazy(make) {
  /** @type {T | undefined} */
  let value;
  return () => (value === undefined ? (value = make()) : value);
}

/**
 * A history as layers/payload/histories.py writes it: `statuses` by the plan's index, as indices;
 * `before(b)`, what all plans before b say together, as a code; and the classes of changes, codes
 * too: `between(a, b)` two plans, `earlier(b)` from all plans before b, `all` through all in turn.
 * Null for none.
 * @param {Payload} payload
 * @param {string} text
 * @returns {History}
 */
export function readHistory(payload, text) {
  const n = payload.plans.length,
    pairs = 2 * n,
    single = pairs + n * n;
  /** @type {Record<number, number>} */
  const statuses = {};
  /** @param {string[]} codes @param {number} i */
  const told = (codes, i) => (text[i] === "." ? null : codes[parseInt(text[i], 36)]);
  for (let i = 0; i < n; i++) if (text[i] !== ".") statuses[i] = parseInt(text[i], 36);
  return {
    statuses: statuses,
    before: (b) => told(payload.statuses, n + b),
    between: (a, b) => told(payload.changes, pairs + a * n + b),
    earlier: (b) => told(payload.changes, single + b),
    all: told(payload.changes, single + n),
  };
}

/**
 * The payload with everything in degrees and ready to draw.
 * @param {Payload} payload
 * @returns {Model}
 */
export function decode(payload) {
  const scale = payload.scale,
    base = payload.base;
  const arcs = base.arcs.map((a) => ({
    left: a.left,
    right: a.right,
    places: lazy(() => unpackPlaces(a.line, scale)),
  }));
  /** @param {number} i */
  const prefectureOf = (i) => (i < 0 ? -1 : base.counties[i].prefecture);
  /** @param {number} i */
  const provinceOf = (i) => {
    const p = prefectureOf(i);
    return p < 0 ? "" : base.prefectures[p].province;
  };
  /** @param {{left: number, right: number}} arc */
  const level = (arc) =>
    arc.right < 0 || provinceOf(arc.left) !== provinceOf(arc.right)
      ? "province"
      : prefectureOf(arc.left) !== prefectureOf(arc.right)
        ? "prefecture"
        : "county";
  /** @param {string} name */
  const bordersOf = (name) =>
    lazy(() => arcs.filter((arc) => level(arc) === name).map((arc) => arc.places()));
  const province = bordersOf("province"),
    prefecture = bordersOf("prefecture"),
    county = bordersOf("county");
  /** @param {number[]} counties */
  const outline = (counties) => {
    const inside = new Set(counties);
    return chain(
      arcs
        .filter((arc) => inside.has(arc.left) !== (arc.right >= 0 && inside.has(arc.right)))
        .map((arc) => arc.places()),
    );
  };
  const histories = payload.histories.map((text) => readHistory(payload, text));
  const projects = payload.projects.map((p, index) => new Project(p, index, payload, histories));
  const byId = new Map(projects.map((p) => [p.id, p]));
  const everywhere = base.counties.map((_, i) => i);
  const ground = lazy(() => outline(everywhere));
  return {
    payload: payload,
    borders: {
      get province() {
        return province();
      },
      get prefecture() {
        return prefecture();
      },
      get county() {
        return county();
      },
    },
    projects: projects,
    byId: byId,
    everywhere: everywhere,
    /** Rings round all counties, in places of the world. */
    get ground() {
      return ground();
    },
    /** Rings round the counties (a list of indices). */
    outline: outline,
    /**
     * Code of the status in the newest of `plans` (indices; all when empty) that says what is to
     * be done; named only where none says more; null where none names it.
     */
    statusIn: (project, plans) => {
      /** @type {string | null} */
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
