// The one table of the explorer: heads that sort where asked, rows in pages, one row marked.
import { button, el } from "../dom.js";
import { rowsLeft, sortRows } from "./table-rows.js";

/**
 * @template T
 * @typedef {object} Column
 * @property {string} label
 * @property {(item: T) => string | number | Node | null} cell text, a node, or null for nothing
 * @property {string} [className] of its cells
 * @property {boolean} [numeric] stands to the right, head and cells
 * @property {(item: T) => string | number} [sort] the value it is sorted by; without one it is not
 * @property {() => boolean} [away] whether it is left out just now
 * @property {(td: HTMLElement, item: T) => void} [finish] called with each cell that is filled
 */

/**
 * @template T
 * @typedef {object} TableOptions
 * @property {Column<T>[]} columns the first one names the row
 * @property {string} [label] of the frame that scrolls, for whoever cannot see it
 * @property {string} [frame] class of that frame
 * @property {string} [look] class of the table
 * @property {number} [step] rows shown at first; by default all
 * @property {number} [pages] how many steps more a click on "more" shows
 * @property {(n: number) => string} [more] the text of that button
 * @property {(item: T) => string} [id] names a row that can be picked
 * @property {(id: string) => void} [pick] called with a row's id when it is clicked
 * @property {Intl.Collator} [collator] orders texts
 */

/**
 * A table in `parent`: `show(items)` fills it from the start, `mark(id)` marks a row.
 * @template T
 * @param {HTMLElement} parent
 * @param {TableOptions<T>} options
 */
export function createDataTable(parent, options) {
  const step = options.step || Infinity,
    columns = options.columns;
  const frame = el(
    "div",
    ["atlas-table-scroll", options.frame].filter(Boolean).join(" "),
    null,
    parent,
  );
  if (options.label) {
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", options.label);
  }
  const table = el("table", ["atlas-table", options.look].filter(Boolean).join(" "), null, frame);
  const head = el("tr", null, null, el("thead", null, null, table));
  const body = el("tbody", null, null, table);
  /** @type {T[]} */
  let items = [];
  /** @type {Column<T> | null} */
  let sorted = null;
  /** @type {string | null} */
  let marked = null;
  let down = false,
    limit = step;

  const more = options.step
    ? button("atlas-link", "", parent, () => {
        limit += step * (options.pages || 1);
        draw();
      })
    : null;

  columns.forEach((column) => {
    const th = el("th", column.numeric ? "is-number" : "", null, head);
    th.scope = "col";
    if (!column.sort) {
      th.textContent = column.label;
      return;
    }
    button(null, column.label, th, () => {
      down = sorted === column ? !down : false;
      sorted = column;
      Array.from(head.children).forEach((other) => {
        other.removeAttribute("aria-sort");
      });
      th.setAttribute("aria-sort", down ? "descending" : "ascending");
      draw();
    });
  });

  /** @param {HTMLElement} tr @param {T} item */
  function fill(tr, item) {
    columns.forEach((column, i) => {
      const td = el(i ? "td" : "th", column.numeric ? "is-number" : column.className, null, tr);
      if (!i) td.setAttribute("scope", "row");
      td.hidden = !!column.away && column.away();
      if (td.hidden) return;
      const value = column.cell(item);
      if (value instanceof Node) td.appendChild(value);
      else if (!i && options.pick) button("atlas-row", value, td);
      else if (value !== null) td.textContent = String(value);
      if (column.finish) column.finish(td, item);
    });
  }

  function draw() {
    columns.forEach((column, i) => {
      const th = /** @type {HTMLElement} */ (head.children[i]),
        away = !!column.away && column.away();
      th.hidden = away;
      if (!away || sorted !== column) return;
      sorted = null;
      th.removeAttribute("aria-sort");
    });
    const by = sorted && sorted.sort,
      collator = options.collator || new Intl.Collator();
    const list = by ? sortRows(items, by, down, collator.compare) : items;
    const part = document.createDocumentFragment();
    list.slice(0, limit).forEach((item) => {
      const tr = el("tr", null, null, part);
      if (options.id) tr.setAttribute("data-row", options.id(item));
      fill(tr, item);
    });
    body.textContent = "";
    body.appendChild(part);
    if (more) {
      const left = rowsLeft(list.length, limit);
      more.hidden = !left;
      more.textContent = options.more ? options.more(left) : String(left);
    }
    frame.hidden = !list.length;
    if (marked !== null) mark(marked);
  }

  /** @param {string | null} id */
  function mark(id) {
    marked = id;
    Array.from(body.children).forEach((tr) => {
      const on = id !== null && tr.getAttribute("data-row") === id;
      tr.classList.toggle("is-selected", on);
      if (on) tr.setAttribute("aria-current", "true");
      else tr.removeAttribute("aria-current");
    });
  }

  const pick = options.pick;
  if (pick) {
    body.addEventListener("click", (event) => {
      const tr = event.target instanceof Element && event.target.closest("tr");
      const id = tr && tr.getAttribute("data-row");
      if (id) pick(id);
    });
  }

  return {
    /** @param {T[]} list */
    show: (list) => {
      items = list;
      limit = step;
      draw();
    },
    mark: mark,
  };
}
