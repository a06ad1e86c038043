// What a reader has on the page in this browser: corrections, and what is looked at.
import { Edits } from "./rules/edits.js";

/** @import { Lang, Theme } from "../core/types.js" */

/**
 * @typedef {object} Session
 * @property {Lang} lang
 * @property {"auto" | Theme} theme
 * @property {Edits} edits
 * @property {string} server what the server calls this page
 * @property {number} kept how many steps are in a review that was downloaded
 * @property {string} source key of the document that is looked at
 * @property {Record<string, string>} active key of the row of each document
 * @property {Record<string, string>} against plan that each document is compared with
 * @property {string} group
 * @property {boolean} achievements
 * @property {Set<string>} taken documents whose saved corrections are in
 * @property {string} told the last message to the server
 * @property {number} step the number of the last message to the server
 * @property {Set<string>} begun documents whose first row was given the keyboard
 * @property {number} added how many rows a person added
 */

/**
 * @param {Lang} lang
 * @param {string} query the page's address
 * @returns {Session}
 */
export function newSession(lang, query) {
  const theme = new URLSearchParams(query).get("theme");
  return {
    lang: lang,
    theme: theme === "light" || theme === "dark" ? theme : "auto",
    edits: new Edits(),
    server: "",
    kept: 0,
    source: "",
    active: {},
    against: {},
    group: "all",
    achievements: false,
    taken: new Set(),
    begun: new Set(),
    told: "",
    step: 0,
    added: 0,
  };
}

/**
 * Forget all documents: their keys are other ones from now on.
 * @param {Session} session
 */
export function forget(session) {
  session.edits = new Edits();
  session.kept = 0;
  session.source = "";
  session.active = {};
  session.against = {};
  session.taken.clear();
  session.begun.clear();
}
