// The panel's groups of choices: each choice says how many projects it would leave.

import { createOnly } from "../../core/controls/only-this.js";
import { button, el } from "../../core/dom.js";
import { styleOf } from "../../core/looks.js";
import { createSample } from "../../map/symbols.js";

/** @import { Look } from "../../core/looks.js" */
/** @import { Explorer } from "../explorer.js" */
/** @import { Counts, Facet } from "../../core/types.js" */

/**
 * @typedef {object} Panel
 * @property {Explorer} explorer
 * @property {((counts: Counts) => void)[]} updates called after every change
 * @property {() => boolean} standard whether just the core modes are chosen
 * @typedef {object} Group
 * @property {HTMLDetailsElement} box
 * @property {HTMLElement} head
 * @property {HTMLElement} count
 * @property {HTMLElement} body
 * @typedef {{id: string | number, label: string, title?: string, sample?: Element}} Choice
 * @param {HTMLElement} parent
 * @param {string} title
 * @param {boolean} open
 * @returns {Group}
 */
export function group(parent, title, open) {
  const box = el("details", "app-group", null, parent);
  box.open = open;
  const head = el("summary", null, null, box);
  el("span", null, title, head);
  const n = el("span", "app-group-n", "", head);
  return { box: box, head: head, count: n, body: el("div", "app-choices", null, box) };
}

/**
 * One button a choice; `update` sets its number and whether it is pressed.
 * @param {Panel} panel
 * @param {Group} g
 * @param {Facet} field
 * @param {Choice[]} items
 */
export function choices(panel, g, field, items) {
  g.box.setAttribute("data-facet", field);
  const ex = panel.explorer,
    w = ex.words,
    made = items.map((item) => {
      const both = el("span", "app-choice-box", null, g.body),
        b = button("app-choice", null, both);
      b.setAttribute("data-choice", field + "=" + item.id);
      if (item.title) b.title = item.title;
      if (item.sample) b.appendChild(item.sample);
      el("span", null, item.label, b);
      const n = el("span", "app-n", "", b);
      b.addEventListener("click", () => {
        ex.toggle(field, item.id);
      });
      const only = createOnly(both, b, w("app.only"), w("app.only.of", { name: item.label }), () =>
        ex.set({ [field]: [item.id] }),
      );
      return { item: item, button: b, n: n, only: only };
    });
  panel.updates.push((counts) => {
    const n = ex.state[field].length;
    g.count.textContent = n && !(field === "mode" && panel.standard()) ? String(n) : "";
    made.forEach((m) => {
      const n = counts[field].get(m.item.id) || 0,
        on = ex.has(field, m.item.id);
      m.n.textContent = String(n);
      m.only.hidden = !on || ex.state[field].length < 2;
      m.button.setAttribute("aria-pressed", String(on));
      m.button.setAttribute("aria-label", w("app.choice", { name: m.item.label, n: n }));
      m.button.classList.toggle("is-empty", !n && !on);
    });
  });
}

/**
 * A group of codes that have words, and samples where they are of a look.
 * @param {Panel} panel
 * @param {HTMLElement} parent
 * @param {"status" | "current" | "verdict" | "precision"} field
 * @param {string[]} codes
 * @param {Look | null} look
 * @param {string} help
 */
export function coded(panel, parent, field, codes, look, help) {
  const { words: w, theme, payload, state } = panel.explorer,
    g = group(parent, w("filter." + field), !!look || state[field].length > 0);
  g.head.title = help;
  choices(
    panel,
    g,
    field,
    codes.map((code) => ({
      id: code,
      label: w(field + "." + code),
      title: w(field + "." + code + ".means"),
      sample: look
        ? createSample(payload.style, theme, null, styleOf(payload.style, look, code))
        : undefined,
    })),
  );
}
