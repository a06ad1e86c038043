// Which project lies over which, and which section hides the whole that it is of.

/**
 * @import { Model, Project } from "../../core/types.js"
 * @typedef {(id: string) => string | undefined} CodeOf what a project is drawn as, if it is drawn
 */

/** @type {Record<string, number>} */
const ORDER = { A: 0, L: 1, P: 2, "": 3 };

/**
 * Areas lie below lines and these below points; what recedes below the rest of its kind, except an
 * open section of what is not open.
 * @param {Model} model
 * @param {(code: string | undefined) => boolean} recedes
 */
export function createStacking(model, recedes) {
  /** @param {Project} p @param {string | undefined} code @returns {number} */
  const level = (p, code) =>
    ORDER[p.kind] * 100 - model.payload.modes.indexOf(p.data.mode) - (recedes(code) ? 50 : 0);

  /**
   * The whole that `p` is a section of, where the section recedes and the whole does not: such a
   * section lies over its whole and hides it, so that of a line that is partly open one sees where.
   * @param {Project} p
   * @param {CodeOf} codeOf
   * @returns {Project | undefined}
   */
  function wholeBehind(p, codeOf) {
    const whole = p.data.part_of ? model.byId.get(p.data.part_of) : undefined,
      code = whole && whole.kind === p.kind ? codeOf(whole.id) : undefined;
    return code && !recedes(code) && recedes(codeOf(p.id)) ? whole : undefined;
  }

  /** Higher lies over lower. @param {Project} p @param {CodeOf} codeOf @returns {number} */
  function rank(p, codeOf) {
    const whole = wholeBehind(p, codeOf);
    return whole ? level(whole, codeOf(whole.id)) + 0.5 : level(p, codeOf(p.id));
  }

  return { wholeBehind, rank };
}
