// The choice of what is compared, and the classes of change with how many there are of each.
import { createSelect } from "../core/controls/select.js";
import { button, el } from "../core/dom.js";
import { pickLanguage } from "../core/translator.js";
import { createChangeSample } from "../map/symbols.js";

/** @import { Compared, Comparing, Lang, Payload, Theme, Words } from "../core/types.js" */

/**
 * @typedef {object} Host the page that the choice is part of
 * @property {Payload} payload
 * @property {Words} words
 * @property {Lang} lang
 * @property {Theme} theme
 * @property {() => Comparing} state
 * @property {(change: Partial<Comparing>) => void} set
 */

/**
 * The choice in `parent`; `update` draws it with what was found.
 * @param {HTMLElement} parent
 * @param {Host} host
 */
export function createCompareBar(parent, host) {
  const { payload, words: w, lang, theme } = host;
  /** @type {[string, string][]} */
  const plans = payload.plans.map((p) => [p.id, pickLanguage(p.short, lang)]);
  const bar = el("div", "app-bar", null, parent);
  /** @type {[string, string][]} */
  const together = [
    ["earlier", w("compare.earlier")],
    ["all", w("compare.all")],
  ];
  const from = createSelect(
    bar,
    w("compare.from"),
    together.concat(plans),
    host.state().from,
    (v) => {
      host.set({ from: v, change: [] });
    },
  );
  const to = createSelect(bar, w("compare.to"), plans, host.state().to, (v) => {
    host.set({ to: v, change: [] });
  });
  const chips = el("div", "app-choices is-row", null, parent);
  chips.setAttribute("role", "group");
  chips.setAttribute("aria-label", w("compare.change"));
  const note = el("p", "app-hint", "", parent);
  const made = Object.keys(payload.style.changes).map((code) => {
    const b = button("app-choice", null, chips, () => {
      const chosen = host.state().change,
        on = chosen.indexOf(code) >= 0;
      host.set({ change: on ? chosen.filter((c) => c !== code) : chosen.concat(code) });
    });
    b.setAttribute("data-choice", "change=" + code);
    b.title = w("change." + code + ".means");
    b.appendChild(createChangeSample(payload.style, theme, code));
    el("span", null, w("change." + code), b);
    return { code: code, button: b, n: el("span", "app-n", "", b) };
  });

  return {
    /** @param {Map<string, Compared>} found */
    update: (found) => {
      const state = host.state();
      from.value = state.from;
      to.value = state.to;
      to.disabled = state.from === "all";
      note.textContent = found.size
        ? w(state.from === "all" ? "compare.note.all" : "compare.note")
        : w("compare.none");
      /** @type {Record<string, number>} */
      const by = {};
      found.forEach((c) => {
        by[c.kind] = (by[c.kind] || 0) + 1;
      });
      made.forEach((m) => {
        const n = by[m.code] || 0;
        m.n.textContent = String(n);
        m.button.setAttribute("aria-pressed", String(state.change.indexOf(m.code) >= 0));
        m.button.setAttribute(
          "aria-label",
          w("compare.choice", { name: w("change." + m.code), n: n }),
        );
        m.button.classList.toggle("is-empty", !n);
      });
    },
  };
}
