// The table of what was found: one row is active and has the keyboard.
import { button, el } from "../core/dom.js";
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
  const pager = el("nav", "reader-pager", null, parent);
  pager.setAttribute("aria-label", w("read.rows"));
  const before = button("atlas-button", "‹", pager, () => turn(-1));
  before.setAttribute("aria-label", w("read.rows.before"));
  const where = el("span", null, "", pager);
  const after = button("atlas-button", "›", pager, () => turn(1));
  after.setAttribute("aria-label", w("read.rows.after"));
  /** @type {Reviewed[]} */
  let rows = [];
  let active = "";
  let page = 0;
  /** What is drawn, by key: a row that says the same is not drawn again. */
  /** @type {Map<string, {says: string, tr: HTMLTableRowElement}>} */
  let drawn = new Map();
  body.addEventListener("click", (event) => {
    const row = /** @type {Element} */ (event.target).closest("tr");
    const key = row && row.getAttribute("data-key");
    if (key) pick(key);
  });

  /** @param {Reviewed} r */
  const line = (r) => {
    const tr = el("tr", "is-" + (r.verdict || "open"));
    tr.setAttribute("data-key", r.key);
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
    return tr;
  };

  const draw = () => {
    const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
    page = Math.min(page, last);
    const shown = rows.slice(page * PAGE, (page + 1) * PAGE);
    const lines = new Map(
      shown.map((r) => {
        // The row as found never changes.
        const says = JSON.stringify({ ...r, row: undefined });
        const had = drawn.get(r.key);
        return [r.key, had && had.says === says ? had : { says: says, tr: line(r) }];
      }),
    );
    drawn = lines;
    const trs = Array.from(lines.values(), (one) => one.tr);
    if (trs.length !== body.children.length || trs.some((tr, i) => body.children[i] !== tr)) {
      body.textContent = "";
      trs.forEach((tr) => {
        body.appendChild(tr);
      });
    }
    const reached = lines.has(active) ? active : shown.length ? shown[0].key : "";
    lines.forEach((one, key) => {
      one.tr.tabIndex = key === reached ? 0 : -1;
      if (key === active) one.tr.setAttribute("aria-current", "true");
      else one.tr.removeAttribute("aria-current");
    });
    pager.hidden = !last;
    before.disabled = !page;
    after.disabled = page === last;
    where.textContent = w("read.rows.where", {
      first: page * PAGE + 1,
      last: page * PAGE + shown.length,
      all: rows.length,
    });
  };
  /** @param {number} step of pages */
  const turn = (step) => {
    page += step;
    draw();
    scroll.scrollTop = 0;
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
      // The page stays where it was turned to until another row is active.
      const at = key === active ? -1 : rows.findIndex((r) => r.key === key);
      if (at >= 0) page = Math.floor(at / PAGE);
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
