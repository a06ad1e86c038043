// The text with what was found marked in it. Its parts are drawn when they come near the screen.
import { el } from "../core/dom.js";
import { CodePoints } from "./rules/code-points.js";
import { partAt, partsOf, piecesOf, spansOf } from "./rules/marks.js";

/** @import { Words } from "../core/types.js" */
/** @import { Reviewed } from "./types.js" */
/** @import { Part, Span } from "./rules/marks.js" */

const LINE = 26,
  IN_LINE = 30;

/**
 * @param {HTMLElement} parent
 * @param {Words} w
 * @param {(key: string) => void} pick a mark is clicked
 */
export function createTextView(parent, w, pick) {
  const section = el("section", "reader-pane is-text", null, parent);
  el("h2", null, w("read.text"), section).id = "reader-text";
  const box = el("div", "reader-text", null, section);
  box.tabIndex = 0;
  box.lang = "zh-CN";
  box.setAttribute("role", "region");
  box.setAttribute("aria-labelledby", "reader-text");
  let text = "",
    points = new CodePoints("");
  /** @type {Part[]} */
  let parts = [];
  /** @type {Map<string, Span>} */
  let spans = new Map();
  /** @type {Span[][]} */
  let within = [];
  /** @type {Map<string, Reviewed>} */
  let byKey = new Map();
  let active = "";
  /** @type {HTMLElement[]} */
  let boxes = [];
  const filled = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      entries.forEach((entry) => {
        if (entry.isIntersecting) fill(Number(entry.target.getAttribute("data-part")));
      });
    },
    { root: box, rootMargin: "600px 0px" },
  );

  /** @param {Reviewed} row */
  const look = (row) =>
    (row.change === "new" || row.change === "added" ? " is-new" : "") +
    (row.verdict ? " is-" + row.verdict : "") +
    (row.row.confidence !== "high" ? " is-doubt" : "") +
    (row.key === active ? " is-active" : "");

  /** @param {number} i */
  const fill = (i) => {
    if (i < 0 || filled.has(i)) return;
    filled.add(i);
    draw(i);
  };
  /** What stands in a part: drawing the same again would lose what a reader has selected. */
  const drawn = new WeakMap();
  /** @param {number} i */
  const draw = (i) => {
    const target = boxes[i];
    const pieces = piecesOf(parts[i], within[i] || []).map((piece) => {
      // The innermost counts: the one that begins last. The active one shows through.
      const key = piece.keys.includes(active) ? active : piece.keys[piece.keys.length - 1];
      const row = key && byKey.get(key);
      return { words: text.slice(piece.start, piece.end), key: key, look: row ? look(row) : "" };
    });
    const now = JSON.stringify(pieces);
    if (drawn.get(target) === now) return;
    drawn.set(target, now);
    target.textContent = "";
    target.style.minHeight = "";
    pieces.forEach((piece) => {
      if (!piece.key) {
        target.appendChild(document.createTextNode(piece.words));
        return;
      }
      const mark = el("mark", "reader-mark" + piece.look, piece.words, target);
      mark.setAttribute("data-key", piece.key);
    });
  };
  box.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const key = target.getAttribute("data-key");
    const chosen = selection();
    if (key && !(chosen && chosen.toString())) pick(key);
  });
  const selection = () => {
    const tree = /** @type {any} */ (section.getRootNode());
    return /** @type {Selection | null} */ (
      tree.getSelection ? tree.getSelection() : window.getSelection()
    );
  };

  return {
    section: section,
    /** @param {string} words */
    show: (words) => {
      if (words === text) return;
      text = words;
      points = new CodePoints(text);
      parts = partsOf(text);
      spans = new Map();
      within = [];
      filled.clear();
      observer.disconnect();
      box.textContent = "";
      boxes = parts.map((part, i) => {
        const lines = Math.ceil((part.end - part.start) / IN_LINE);
        const one = el("div", "reader-part", null, box);
        one.style.minHeight = lines * LINE + "px";
        one.setAttribute("data-part", String(i));
        observer.observe(one);
        return one;
      });
      box.scrollTop = 0;
    },
    /** @param {Reviewed[]} rows */
    mark: (rows) => {
      byKey = new Map(rows.map((r) => [r.key, r]));
      const all = rows
        .map((r) => ({ key: r.key, start: points.unit(r.start), end: points.unit(r.end) }))
        .sort((a, b) => a.start - b.start || b.end - a.end);
      spans = new Map(all.map((span) => [span.key, span]));
      within = spansOf(parts, all);
      filled.forEach(draw);
    },
    /** @param {string} key @param {boolean} scroll */
    activate: (key, scroll) => {
      const before = active;
      active = key;
      [before, key].forEach((one) => {
        const span = spans.get(one);
        if (!span || before === key) return;
        for (let i = partAt(parts, span.start); i < parts.length && parts[i].start < span.end; i++)
          if (filled.has(i)) draw(i);
      });
      const span = spans.get(key);
      if (!span || !scroll || !parts.length) return;
      const i = partAt(parts, span.start);
      fill(i);
      const mark = boxes[i].querySelector(".is-active");
      if (!mark) return;
      const at = mark.getBoundingClientRect(),
        frame = box.getBoundingClientRect();
      if (at.top < frame.top + 24 || at.bottom > frame.bottom - 24)
        box.scrollTop += at.top - frame.top - frame.height / 3;
    },
    length: () => points.length,
    /** @param {number} start @param {number} end code points */
    words: (start, end) => text.slice(points.unit(start), points.unit(end)),
    /** The extent that is selected, in code points; null for none. */
    selected: () => {
      const chosen = selection();
      if (!chosen || !chosen.rangeCount || !chosen.toString().trim()) return null;
      const range = chosen.getRangeAt(0);
      /** @param {Node} node @param {number} offset */
      const place = (node, offset) => {
        const i = boxes.findIndex((b) => b.contains(node));
        if (i < 0) return -1;
        const before = document.createRange();
        before.setStart(boxes[i], 0);
        before.setEnd(node, offset);
        return parts[i].start + before.toString().length;
      };
      const start = place(range.startContainer, range.startOffset),
        end = place(range.endContainer, range.endOffset);
      if (start < 0 || end <= start) return null;
      return { start: points.point(start), end: points.point(end) };
    },
    destroy: () => observer.disconnect(),
  };
}
