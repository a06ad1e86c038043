// Notes that are written down and not yet saved: they stay with the tab, through a change of
// language and when the page is loaded again, and go nowhere else.

/** @import { Note } from "./note.js" */

const KEPT = "atlas-notes";
// More than a person writes; a list that is longer was not kept by this page.
const MOST = 1000;

/** @param {unknown} note @returns {note is Note} */
function isNote(note) {
  if (!note || typeof note !== "object") return false;
  const { kind, text, written, atlas } = /** @type {Partial<Note>} */ (note);
  return [kind, text, written].every((one) => typeof one === "string") && !!atlas;
}

/** @returns {Note[]} */
function read() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEPT) || "[]");
    return Array.isArray(found) ? found.filter(isNote).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** @type {Note[] | null} */
let notes = null;

/** The notes that are kept, the first that was written first. */
export function keptNotes() {
  notes = notes || read();
  return notes;
}

/** @param {Note[]} next */
function keep(next) {
  notes = next;
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing has them until the page is left.
  }
}

/** @param {Note} note */
export function keepNote(note) {
  keep(keptNotes().concat(note).slice(-MOST));
}

/** @param {Note} note */
export function dropNote(note) {
  keep(keptNotes().filter((other) => other !== note));
}

export function dropNotes() {
  keep([]);
}
