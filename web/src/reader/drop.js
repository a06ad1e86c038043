// Where files are dropped, chosen or text is pasted; what is too large is refused at once.
import { button, el } from "../core/dom.js";

/** @import { Words } from "../core/types.js" */
/** @import { Limits } from "./types.js" */

const MB = 1000000;

/**
 * The files of what is dropped, those in folders too.
 * @param {DataTransfer} transfer
 * @returns {Promise<File[]>}
 */
export async function filesOf(transfer) {
  const entries = Array.from(transfer.items || [])
    .map((item) => (item.webkitGetAsEntry ? item.webkitGetAsEntry() : null))
    .filter((entry) => entry !== null);
  if (!entries.some((entry) => entry && entry.isDirectory)) return Array.from(transfer.files);
  /** @type {File[]} */
  const found = [];
  /** @param {FileSystemEntry} entry */
  const walk = async (entry) => {
    if (entry.isFile) {
      const file = /** @type {FileSystemFileEntry} */ (entry);
      found.push(await new Promise((done, failed) => file.file(done, failed)));
      return;
    }
    const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
    for (;;) {
      /** @type {FileSystemEntry[]} */
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!some.length) return;
      for (const one of some) await walk(one);
    }
  };
  for (const entry of entries) if (entry) await walk(entry);
  return found.filter((file) => !file.name.startsWith("."));
}

/**
 * @typedef {object} Drop
 * @property {HTMLElement} box
 * @property {(small: boolean) => void} shrink once there are documents
 * @property {(state: "" | "sending" | "again") => void} stands how it stands with what was sent
 * @property {() => void} destroy
 */

/**
 * @param {HTMLElement} parent
 * @param {Words} w
 * @param {Limits} limits
 * @param {object} does
 * @param {(file: File) => void} does.refuse
 * @param {(content: File[] | string) => void} does.send files dropped at once, or a pasted text
 * @returns {Drop}
 */
export function createDrop(parent, w, limits, does) {
  const box = el("section", "reader-drop", null, parent);
  box.setAttribute("aria-label", w("read.drop"));
  const zone = el("div", "reader-zone", null, box);
  el("p", "reader-zone-title", w("read.drop"), zone);
  const row = el("div", "reader-zone-row", null, zone);
  const input = el("input", "reader-file", null, zone);
  input.type = "file";
  input.multiple = true;
  input.tabIndex = -1;
  input.setAttribute("aria-hidden", "true");
  const choose = button("atlas-button is-main", w("read.choose"), row, () => input.click());
  const paste = button("atlas-button", w("read.paste"), row, () => {
    form.hidden = !form.hidden;
    paste.setAttribute("aria-expanded", String(!form.hidden));
    if (!form.hidden) area.focus();
  });
  paste.setAttribute("aria-expanded", "false");
  const busy = el("span", "reader-uploading", "", row);
  busy.hidden = true;
  busy.setAttribute("role", "status");
  el("p", "reader-hint", w("read.forms"), zone);
  el("p", "reader-hint", w("read.limits", { ...limits }), zone);
  el("p", "reader-hint", w("read.private"), zone);
  const form = el("div", "reader-paste", null, box);
  form.hidden = true;
  const area = el("textarea", "app-input", null, form);
  area.rows = 6;
  area.placeholder = w("read.paste.hint");
  area.setAttribute("aria-label", w("read.paste.hint"));
  button("atlas-button is-main", w("read.paste.go"), form, () => {
    if (!area.value.trim()) {
      area.focus();
      return;
    }
    does.send(area.value);
    area.value = "";
    form.hidden = true;
    paste.setAttribute("aria-expanded", "false");
  });

  /** @param {File[]} files */
  const hand = (files) => {
    const fit = files.filter((file) => file.size <= limits.file_mb * MB);
    files.filter((file) => !fit.includes(file)).forEach(does.refuse);
    if (fit.length) does.send(fit);
  };
  input.addEventListener("change", () => {
    hand(Array.from(input.files || []));
    input.value = "";
  });
  // A file that is dropped beside the zone would otherwise replace the page, corrections and all.
  /** @param {DragEvent} event */
  const over = (event) => {
    const transfer = event.dataTransfer;
    if (!transfer || !Array.from(transfer.types).includes("Files")) return;
    event.preventDefault();
    box.classList.add("is-over");
  };
  /** @param {DragEvent} event */
  const drop = (event) => {
    box.classList.remove("is-over");
    const transfer = event.dataTransfer;
    if (!transfer || !Array.from(transfer.types).includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    filesOf(transfer).then(hand);
  };
  const leave = (/** @type {DragEvent} */ event) => {
    if (!event.relatedTarget) box.classList.remove("is-over");
  };
  window.addEventListener("dragover", over);
  window.addEventListener("dragleave", leave);
  window.addEventListener("drop", drop, true);
  return {
    box: box,
    shrink: (small) => {
      box.classList.toggle("is-small", small);
      choose.textContent = w(small ? "read.more" : "read.choose");
    },
    stands: (state) => {
      busy.hidden = !state;
      box.setAttribute("aria-busy", String(state !== ""));
      const words = state ? w("read.outgoing." + state) : "";
      if (busy.textContent !== words) busy.textContent = words;
    },
    destroy: () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop, true);
    },
  };
}
