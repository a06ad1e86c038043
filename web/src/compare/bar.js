// The choice of what is compared, and the classes of change with how many there are of each.
import { createSelect } from "../core/controls/select.js";
import { button, el } from "../core/dom.js";
import { knownYears } from "../core/timeline.js";
import { pickLanguage } from "../core/translator.js";
import { createChangeSample } from "../map/symbols.js";
import { isYear, pairOf } from "./changes.js";

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
  const known = knownYears(payload),
    newest = plans.length ? plans[plans.length - 1][0] : "";
  /** @type {[string, string][]} */
  const years = [];
  if (known)
    for (let y = known.first; y <= known.last; y++)
      years.push([String(y), w("compare.year", { y: y })]);
  const first = known ? String(known.first) : "",
    last = known ? String(known.last) : "";
  /** @param {string} a @param {string} b */
  const compare = (a, b) => {
    host.set({ from: a, to: b, change: [] });
  };
  /** @type {[string, string][]} */
  const together = [
    ["earlier", w("compare.earlier")],
    ["all", w("compare.all")],
  ];
  const from = createSelect(
    bar,
    w("compare.from"),
    together.concat(plans, years),
    host.state().from,
    (v) => {
      compare(v, isYear(v) === isYear(to.value) ? to.value : isYear(v) ? last : newest);
    },
  );
  const to = createSelect(bar, w("compare.to"), plans.concat(years), host.state().to, (v) => {
    compare(isYear(v) === isYear(from.value) ? from.value : isYear(v) ? first : "earlier", v);
  });
  const how = el("div", "app-either", null, bar);
  how.setAttribute("role", "group");
  how.setAttribute("aria-label", w("compare.maps"));
  const ways = /** @type {Comparing["maps"][]} */ (payload.address.keys.maps.values || []).map(
    (way) => {
      const b = button(null, w("compare.maps." + way), how, () => {
        host.set({ maps: way });
      });
      b.title = w("compare.maps." + way + ".means");
      b.setAttribute("data-choice", "maps=" + way);
      return { way: way, button: b };
    },
  );
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
      const state = host.state(),
        pair = pairOf(payload, state.from, state.to);
      from.value = pair.from;
      to.value = pair.to;
      to.disabled = pair.from === "all";
      ways.forEach((one) => {
        one.button.setAttribute("aria-pressed", String(one.way === state.maps));
      });
      const told = pair.years ? ".years" : pair.from === "all" ? ".all" : "";
      note.textContent = w(found.size ? "compare.note" + told : "compare.none");
      // What cannot become of anything between years is not offered.
      const possible = Object.values(payload.year_changes);
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
        m.button.hidden = !!pair.years && possible.indexOf(m.code) < 0;
      });
    },
  };
}
