// A correction note as registry/notes/note.py reads it, and the file that notes are saved in.
import { localDay, localTime } from "../core/dates.js";
import { seenText } from "../core/search/folding.js";

/**
 * @import { Payload, Project, Words } from "../core/types.js"
 * @import { About } from "../map/types.js"
 * @typedef {{ kind: string, text: string, source: string, contact: string }} Fields as they are
 *   filled in
 * @typedef {object} Note
 * @property {{ title: string, as_of: string | null, data: string, project: string | null }} atlas
 * @property {string} written
 * @property {string} kind
 * @property {string | null} project
 * @property {number | null} lon
 * @property {number | null} lat
 * @property {string} text
 * @property {string | null} source
 * @property {string | null} contact
 */

// Decimals of a degree, about a metre; of a place in a file's name.
const DECIMALS = 5,
  IN_NAME = 3;
const LONGEST_TITLE = 200;

/**
 * A text of one line without what cannot be seen or is too much.
 * @param {string} text
 * @param {number} longest
 */
export function plainLine(text, longest) {
  return Array.from(seenText(text.replace(/[\t\r\n]+/g, " ")))
    .slice(0, longest)
    .join("")
    .trim();
}

/**
 * A text of lines without what cannot be seen or is too much.
 * @param {string} text
 * @param {number} longest
 */
export function plainText(text, longest) {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .split("\n")
    .map((line) => seenText(line));
  return Array.from(lines.join("\n").trim()).slice(0, longest).join("").trim();
}

/**
 * What lacks in a form: the name of its first field that must be filled in, "" for none.
 * @param {Payload} payload
 * @param {Fields} fields
 * @returns {"kind" | "text" | ""}
 */
export function lacks(payload, fields) {
  if (payload.notes.kinds.indexOf(fields.kind) < 0) return "kind";
  return plainText(fields.text, payload.notes.longest.text) ? "" : "text";
}

/**
 * A place on the map that a note on a project is about: in the middle of what is drawn of it; null
 * where nothing is.
 * @param {Project} project
 * @returns {[number, number] | null}
 */
export function middleOf(project) {
  const longest = project.lines.reduce(
    (best, line) => (line.length > best.length ? line : best),
    /** @type {typeof project.lines[0]} */ ([]),
  );
  if (!longest.length) return null;
  const [lat, lon] = longest[Math.floor(longest.length / 2)];
  return [lon, lat];
}

/**
 * The note that a form makes, written at a moment.
 * @param {Payload} payload
 * @param {Words} words
 * @param {About} about
 * @param {Fields} fields
 * @param {Date} now
 * @returns {Note}
 */
export function createNote(payload, words, about, fields, now) {
  const { data, longest } = payload.notes,
    project = about.project && about.project.data;
  return {
    atlas: {
      title: plainLine(words("title"), LONGEST_TITLE) || "-",
      as_of: payload.as_of || null,
      data: data,
      project: project ? project.record : null,
    },
    written: now.toISOString().slice(0, 19) + "Z",
    kind: fields.kind,
    project: project ? project.id : null,
    lon: about.at ? +about.at[0].toFixed(DECIMALS) : null,
    lat: about.at ? +about.at[1].toFixed(DECIMALS) : null,
    text: plainText(fields.text, longest.text),
    source: plainLine(fields.source, longest.source) || null,
    contact: plainLine(fields.contact, longest.contact) || null,
  };
}

/**
 * The text of a file of notes: one alone as an object, several as a list.
 * @param {Note[]} notes
 */
export function notesText(notes) {
  return JSON.stringify(notes.length === 1 ? notes[0] : notes, null, 2) + "\n";
}

/**
 * What a file of notes is called: what they are about and when it is saved, in the reader's day.
 * @param {Words} words
 * @param {Note[]} notes
 * @param {Date} now
 */
export function notesName(words, notes, now) {
  const [first] = notes;
  let what =
    first.project || [first.lat, first.lon].map((x) => (x || 0).toFixed(IN_NAME)).join("-");
  if (notes.some((note) => note.project !== first.project || !note.project) && notes.length > 1)
    what = words("note.file.many", { n: notes.length });
  return words("note.file", { what: what, when: localDay(now) + "-" + localTime(now) });
}
