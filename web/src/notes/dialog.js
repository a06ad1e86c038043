// Where a correction note is written: beside the map, which goes on moving. Notes are kept in the
// page until they are saved as a file; nothing is sent anywhere.
import { button, el } from "../core/dom.js";
import { saveFile } from "../core/page/save-file.js";
import { icon } from "../core/svg.js";
import { pickLanguage } from "../core/translator.js";
import { activeBeside, takeFocus } from "../map/card-frame.js";
import { dropNote, dropNotes, keepNote, keptNotes } from "./kept.js";
import { createNote, lacks, middleOf, notesName, notesText } from "./note.js";

/**
 * @import { View } from "../core/types.js"
 * @import { About } from "../map/types.js"
 * @import { Fields, Note } from "./note.js"
 */

const PENCIL = "M4 16l1-4 8-8 3 3-8 8-4 1M11 6l3 3";
const SHORT = 60;
const DEGREES = 4;
let made = 0;

/** @type {Fields} */
const EMPTY = { kind: "", text: "", source: "", contact: "" };

/** @param {string} text */
const short = (text) => (text.length > SHORT ? text.slice(0, SHORT - 1) + "…" : text);

/** @param {View} view @returns {[number, number]} */
function middleOfMap(view) {
  const { lat, lng } = view.map.getCenter();
  return [lng, lat];
}

/**
 * A control with its name above it.
 * @template {"select" | "textarea" | "input"} T
 * @param {HTMLElement} parent
 * @param {T} tag
 * @param {string} label
 * @param {string} [hint]
 */
function field(parent, tag, label, hint) {
  const box = el("div", "atlas-note-field", null, parent),
    name = el("label", null, label, box),
    input = el(tag, null, null, box);
  input.id = "atlas-note-" + ++made;
  name.htmlFor = input.id;
  if (hint !== undefined) {
    const told = el("p", "atlas-small", hint, box);
    told.id = input.id + "-hint";
    input.setAttribute("aria-describedby", told.id);
  }
  return input;
}

/**
 * What opens the place for notes of a view, which is made when it is first wanted; a button among
 * those of the map tells how many notes wait.
 * @param {View} view
 * @returns {(about: About) => void}
 */
export function createNotes(view) {
  /** @type {((about: About | null) => void) | null} */
  let open = null;
  const again = button(
    "atlas-tool atlas-note-again",
    null,
    view.stage.querySelector(".atlas-tools"),
  );
  icon(PENCIL, again);
  const mark = el("b", null, null, again);
  mark.setAttribute("aria-hidden", "true");
  const tell = () => {
    const n = keptNotes().length;
    again.hidden = !n;
    mark.textContent = String(n);
    again.title = view.words("note.waiting", { n: n });
    again.setAttribute("aria-label", again.title);
  };
  /** @param {About | null} about */
  const start = (about) => {
    open = open || createDialog(view, tell);
    open(about);
  };
  again.addEventListener("click", () => {
    start(null);
  });
  tell();
  return start;
}

/**
 * The dialog of a view; gives what opens it on a project, a place, or, for null, on what it was
 * about.
 * @param {View} view
 * @param {() => void} changed called when notes were kept or dropped
 * @returns {(about: About | null) => void}
 */
function createDialog(view, changed) {
  const w = view.words,
    payload = view.model.payload,
    { longest } = payload.notes;
  const box = el("section", "atlas-note", null, view.root);
  box.hidden = true;
  box.setAttribute("role", "dialog");
  /** @type {Element | null} */
  let before = null;
  /** @type {About} */
  let about = { project: null, at: null };
  /** What was typed and not kept, by what it is about. @type {Map<string, Fields>} */
  const drafts = new Map();
  /** @type {{ name: string, text: string } | null} */
  let last = null;

  const head = el("header", "atlas-note-head", null, box),
    title = el("h2", null, w("note.title"), head);
  title.id = "atlas-note-" + ++made;
  box.setAttribute("aria-labelledby", title.id);
  const shut = button("atlas-close", "×", head, close);
  shut.setAttribute("aria-label", w("note.close"));
  const subject = el("p", "atlas-note-about", null, head);
  subject.id = title.id + "-about";
  box.setAttribute("aria-describedby", subject.id);
  const form = el("form", "atlas-note-form", null, box);
  form.noValidate = true;
  const kind = field(form, "select", w("note.kind"));
  el("option", null, w("note.kind.none"), kind).value = "";
  payload.notes.kinds.forEach((code) => {
    const option = el("option", null, w("note.kind." + code), kind);
    option.value = code;
    option.title = w("note.kind." + code + ".means");
  });
  const text = field(form, "textarea", w("note.text"), "");
  text.rows = 5;
  text.maxLength = longest.text;
  const count = /** @type {HTMLElement} */ (text.nextSibling);
  const place = el("p", "atlas-note-place", null, form),
    where = el("span", null, null, place);
  button("atlas-button", w("note.centre"), place, () => {
    about = { project: about.project, at: middleOfMap(view) };
    tellPlace();
    say(w("note.moved", { where: where.textContent || "" }));
  }).title = w("note.centre.means");
  const source = field(form, "input", w("note.source"));
  source.maxLength = longest.source;
  const contact = field(form, "input", w("note.contact"), w("note.contact.means"));
  contact.maxLength = longest.contact;
  contact.setAttribute("autocomplete", "off");
  const fault = el("p", "atlas-note-fault", null, form);
  fault.id = title.id + "-fault";
  fault.setAttribute("role", "alert");
  const buttons = el("p", "atlas-note-buttons", null, form);
  const save = button("atlas-button is-main", null, buttons);
  save.type = "submit";
  button("atlas-button", w("note.more"), buttons, () => {
    if (!keepForm()) return;
    say(w("note.kept", { n: keptNotes().length }));
    kind.focus();
  });
  const told = el("p", "atlas-note-told", null, box);
  told.setAttribute("role", "status");
  const repeat = button("atlas-link", w("note.again"), box, () => {
    if (last) give(last);
  });
  const list = el("div", "atlas-note-list", null, box);

  /** @param {string} sentence */
  function say(sentence) {
    told.textContent = sentence;
    if (sentence) told.scrollIntoView({ block: "nearest" });
  }

  /** @returns {Fields} */
  function filled() {
    return { kind: kind.value, text: text.value, source: source.value, contact: contact.value };
  }

  /** @param {Fields} fields */
  function fill(fields) {
    kind.value = fields.kind;
    text.value = fields.text;
    source.value = fields.source;
    contact.value = fields.contact;
    refuse("");
    tellLength();
    tellButtons();
  }

  /** What is wrong with the form; "" for nothing. @param {"kind" | "text" | ""} name */
  function refuse(name) {
    fault.textContent = name && w("note.lacks." + name);
    /** @type {[HTMLElement, string][]} */
    const both = [
      [kind, "kind"],
      [text, "text"],
    ];
    both.forEach(([input, own]) => {
      if (name === own) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
      if (name === own) input.focus();
    });
  }

  function isBlank() {
    const { text, source } = filled();
    return !text.trim() && !source.trim();
  }

  function tellLength() {
    count.textContent = w("note.left", { n: longest.text - text.value.length });
  }

  /** @param {number | null} lon @param {number | null} lat */
  function degrees(lon, lat) {
    if (lon === null || lat === null) return "";
    return w("place.degrees", { lon: lon.toFixed(DEGREES), lat: lat.toFixed(DEGREES) });
  }

  function tellPlace() {
    const { at, project } = about,
      there = at || (project && middleOf(project));
    where.textContent = there
      ? w("note.place", { where: degrees(there[0], there[1]) })
      : w("note.place.none");
  }

  function tellButtons() {
    const n = keptNotes().length + (isBlank() ? 0 : 1);
    save.textContent = n > 1 ? w("note.save.many", { n: n }) : w("note.save");
    repeat.hidden = !last;
  }

  /** @param {Note} note */
  function nameOf(note) {
    const project = note.project === null ? null : view.model.byId.get(note.project);
    if (project) return pickLanguage(project.data.name, view.lang);
    return note.project || degrees(note.lon, note.lat);
  }

  function tellList() {
    list.textContent = "";
    const notes = keptNotes();
    list.hidden = !notes.length;
    tellButtons();
    changed();
    if (!notes.length) return;
    el("h3", null, w("note.waiting", { n: notes.length }), list);
    const items = el("ul", null, null, list);
    notes.forEach((note) => {
      const item = el("li", null, null, items),
        label = w("note.kind." + note.kind) + " · " + nameOf(note);
      el("b", null, label, item);
      el("span", null, short(note.text), item);
      const drop = button("atlas-link", w("note.drop"), item, () => {
        dropNote(note);
        tellList();
        say(w("note.dropped"));
        kind.focus();
      });
      drop.setAttribute("aria-label", w("note.drop.one", { what: label }));
    });
  }

  /** Keep what the form says; whether it could be. */
  function keepForm() {
    const fields = filled(),
      missing = lacks(payload, fields);
    refuse(missing);
    if (missing) return false;
    const { project, at } = about,
      there = at || (project && middleOf(project));
    keepNote(createNote(payload, w, { project: project, at: there }, fields, new Date()));
    drafts.delete(keyOf());
    fill({ ...EMPTY, contact: fields.contact });
    tellList();
    return true;
  }

  /** @param {{ name: string, text: string }} file */
  function give(file) {
    saveFile(new Blob([file.text], { type: "application/json;charset=utf-8" }), file.name);
    say(w("note.saved", { name: file.name }));
  }

  function keyOf() {
    return about.project ? about.project.id : "";
  }

  function close() {
    if (isBlank()) drafts.delete(keyOf());
    else drafts.set(keyOf(), filled());
    box.hidden = true;
    if (!takeFocus(before)) takeFocus(view.map.getContainer());
  }

  /** @param {About | null} wanted */
  function open(wanted) {
    const next = wanted || about;
    if (!box.hidden && !isBlank()) drafts.set(keyOf(), filled());
    if (box.hidden) before = activeBeside(view.root);
    about = next.project || next.at ? next : { project: null, at: middleOfMap(view) };
    box.hidden = false;
    subject.textContent = about.project
      ? pickLanguage(about.project.data.name, view.lang)
      : w("note.about.place");
    fill(drafts.get(keyOf()) || { ...EMPTY, contact: contact.value });
    tellPlace();
    tellList();
    say("");
    box.scrollTop = 0;
    kind.focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const waiting = keptNotes().length;
    if ((!isBlank() || !waiting) && !keepForm()) return;
    const notes = keptNotes(),
      now = new Date();
    last = { name: notesName(w, notes, now), text: notesText(notes) };
    dropNotes();
    tellList();
    give(last);
  });
  text.addEventListener("input", () => {
    tellLength();
    tellButtons();
  });
  source.addEventListener("input", tellButtons);
  box.addEventListener("keydown", (event) => {
    // The page's own keys are letters here.
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    close();
  });
  return open;
}
