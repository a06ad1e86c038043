// The table of what was found: one row is active and has the keyboard.
import { el } from "../core/dom.js";
import { pickLanguage } from "../core/translator.js";
import { createChangeSample } from "../map/symbols.js";

/** @import { Lang, Payload, Theme, Words } from "../core/types.js" */
/** @import { Reviewed } from "./types.js" */

/** How many rows are drawn at once. */
const PAGE = 200;
/** @type {Record<string, string>} */
const SIGNS = { accept: "✓", reject: "✕", "": "○" };

/** @param {number} start @param {number} complete */
export const years = (start, complete) =>
  start || complete ? (start || "") + "—" + (complete || "") : "";

/**
 * @param {HTMLElement} parent
 * @param {Words} w
 * @param {Payload} payload
 * @param {Lang} lang
 * @param {Theme} theme
 * @param {(key: string) => void} pick
 */
export function createFoundTable(parent, w, payload, lang, theme, pick) {
  const head = el("div", "reader-table-head", null, parent);
  el("h2", null, w("read.table"), head).id = "reader-table";
  const count = el("span", "reader-count", null, head);
  const scroll = el("div", "reader-table-scroll", null, parent);
  const table = el("table", "reader-table", null, scroll);
  table.setAttribute("aria-labelledby", "reader-table");
  const heads = el("tr", null, null, el("thead", null, null, table));
  el("th", null, "", heads).scope = "col";
  ["name", "status", "years", "change"].forEach((column) => {
    el("th", null, w("read.column." + column), heads).scope = "col";
  });
  const body = el("tbody", null, null, table);
  const none = el("p", "app-hint", w("read.none"), parent);
  none.hidden = true;
  /** @type {Reviewed[]} */
  let rows = [];
  let active = "";
  let page = 0;
  body.addEventListener("click", (event) => {
    const row = /** @type {Element} */ (event.target).closest("tr");
    const key = row && row.getAttribute("data-key");
    if (key) pick(key);
  });

  /** @param {Reviewed} r */
  const line = (r) => {
    const tr = el("tr", "is-" + (r.verdict || "open"), null, body);
    tr.setAttribute("data-key", r.key);
    tr.tabIndex = r.key === active ? 0 : -1;
    if (r.key === active) tr.setAttribute("aria-current", "true");
    const sign = el("td", "reader-sign", null, tr);
    el("span", null, SIGNS[r.verdict], sign).setAttribute("aria-hidden", "true");
    const verdict = r.verdict === "" ? "open" : r.verdict === "accept" ? "accepted" : "rejected";
    el("span", "reader-unseen", w("read.verdict." + verdict), sign);
    const name = el("th", null, null, tr);
    name.scope = "row";
    el("span", "reader-name", r.name, name);
    const known = r.project ? pickLanguage(r.project_name, lang) || r.project : w("read.new");
    const under = [known === r.name ? "" : known];
    if (r.row.kind === "achievement") under.push(w("read.achievement"));
    if (r.changed) under.push(w("read.by_hand"));
    else if (r.row.confidence !== "high") under.push(w("read.confidence." + r.row.confidence));
    el("span", "reader-under", under.filter(Boolean).join(" · "), name);
    const status = el("td", null, null, tr);
    el("span", null, w("status." + r.status), status);
    if (r.was && r.was !== r.status)
      el("span", "reader-under", "← " + w("status." + r.was), status);
    const year = el("td", null, null, tr);
    el("span", null, years(r.start_year, r.complete_year), year);
    if (r.moved) el("span", "reader-under", "← " + years(r.was_start, r.was_complete), year);
    const change = el("td", null, null, tr);
    if (r.change) {
      change.appendChild(createChangeSample(payload.style, theme, r.change));
      el("span", "reader-change", w("change." + r.change), change);
    }
  };

  const draw = () => {
    body.textContent = "";
    const at = rows.findIndex((r) => r.key === active);
    if (at >= 0) page = Math.floor(at / PAGE);
    if (page * PAGE >= rows.length) page = 0;
    rows.slice(page * PAGE, (page + 1) * PAGE).forEach(line);
    if (!rows.some((r) => r.key === active) && body.firstElementChild)
      /** @type {HTMLElement} */ (body.firstElementChild).tabIndex = 0;
  };
  const current = () => /** @type {HTMLElement | null} */ (body.querySelector("tr[tabindex='0']"));

  return {
    /**
     * @param {Reviewed[]} shown
     * @param {Reviewed[]} all
     * @param {string} key of the active row
     * @param {boolean} done whether all is read
     */
    update: (shown, all, key, done) => {
      const had = body.contains(/** @type {any} */ (parent.getRootNode()).activeElement);
      rows = shown;
      active = key;
      const top = scroll.scrollTop;
      draw();
      scroll.scrollTop = top;
      none.hidden = !done || all.length > 0;
      table.hidden = !none.hidden;
      const seen = all.filter((r) => r.verdict).length;
      count.textContent = w("read.reviewed", { n: seen, all: all.length });
      const row = current();
      if (had && row) row.focus({ preventScroll: true });
      if (row && row.hasAttribute("aria-current")) {
        const a = row.getBoundingClientRect(),
          b = scroll.getBoundingClientRect();
        if (a.top < b.top + 34) scroll.scrollTop += a.top - b.top - 34;
        else if (a.bottom > b.bottom) scroll.scrollTop += a.bottom - b.bottom + 8;
      }
    },
    focus: () => {
      const row = current();
      if (row) row.focus({ preventScroll: true });
    },
  };
}
