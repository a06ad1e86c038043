// The ways to draw projects: which table of the style their codes are in, and their words.

/** @import { CurrentStyle, Model, Project, StatusStyle, Style } from "./types.js" */

/**
 * What the plans say, how far projects are, how they stood in a year.
 * @typedef {"statuses" | "currents" | "years"} Look
 */

/**
 * What the words of a look's codes begin with.
 * @type {Record<Look, string>}
 */
export const PREFIX = { statuses: "status", currents: "current", years: "timeline" };

/** The status of a plan that names a project and does not say what is to be done. */
export const BARE = "unspecified";

/**
 * The look of each `view` of an address.
 * @type {Record<string, Look>}
 */
export const LOOK_OF = { now: "currents", plan: "statuses" };

/**
 * How a code of a look is drawn; a line in service where there is none.
 * @param {Style} style
 * @param {Look} look
 * @param {string | null} [code]
 * @returns {StatusStyle & Partial<CurrentStyle>}
 */
export function styleOf(style, look, code) {
  return (code && style[look][code]) || style.statuses.operation;
}

/**
 * The codes of a look in their order.
 * @param {Model} model
 * @param {Look} look
 */
export function codesOf(model, look) {
  const payload = model.payload;
  if (look === "years") return payload.timeline_states;
  return look === "currents" ? payload.current_statuses : payload.statuses;
}

/**
 * How far a project is by facts, as a code.
 * @param {Model} model
 * @param {Project} project
 */
export function currentOf(model, project) {
  return model.payload.current_statuses[project.data.current];
}
