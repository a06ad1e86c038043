// Comparing in an exported file: the choice over the map, what changed on it, or both sides.
import { createCompareBar } from "../../compare/bar.js";
import { comparisonOf, plansCompared, widened } from "../../compare/changes.js";
import { createPair } from "../../compare/two-maps.js";
import { defaultState } from "../../core/address.js";
import { button, el } from "../../core/dom.js";
import { filterInWords } from "../../core/filter-words.js";
import { setTheme } from "../../core/theme.js";
import { createDenseLayer } from "../../map/layers/dense-layer.js";
import { AtlasView } from "../../map/view.js";
import { isWhole } from "../address/page-history.js";

/**
 * @import { Comparing, Left, Side } from "../../core/types.js"
 * @import { Asked, Page } from "../types.js"
 */

/** @type {("from" | "to" | "change" | "maps")[]} */
const KEYS = ["from", "to", "change", "maps"];

/**
 * What compares in `page`; `tools` takes its button.
 * @param {Page} page
 * @param {HTMLElement} tools
 */
export function createPageCompare(page, tools) {
  const { payload, words: w, lang, config } = page;
  let on = false;
  /** @type {Comparing} */
  let state = defaultState(payload);
  /** @type {string[]} what the map goes to */
  let changed = [];
  /** @type {Map<string, string> | null} */
  let paint = null;
  /** @type {[Side, Side] | null} */
  let sides = null;
  /** @type {ReturnType<typeof createPair> | null} */
  let pair = null;
  /** @type {ReturnType<typeof createCompareBar> | null} */
  let bar = null;
  const toggle = button("page-tool", w("compare"), tools, () => {
    open(!on);
  });
  toggle.setAttribute("aria-pressed", "false");

  /** The choice over the map, made when it is first asked for. */
  function choice() {
    if (bar) return bar;
    const box = el("section", "page-compare");
    box.setAttribute("aria-label", w("compare"));
    setTheme(box, payload.style, "light", lang);
    const root = page.view.root;
    if (root.parentElement) root.parentElement.insertBefore(box, root);
    bar = createCompareBar(box, {
      payload: payload,
      words: w,
      lang: lang,
      theme: "light",
      state: () => state,
      set: (change) => {
        state = Object.assign({}, state, change);
        page.apply();
        fit();
      },
    });
    return bar;
  }

  /** @param {boolean} next */
  function turn(next) {
    on = next;
    toggle.setAttribute("aria-pressed", String(on));
    document.body.classList.toggle("has-compare", on);
    if (on && page.years) page.years.stop();
  }

  /** @param {boolean} next */
  function open(next) {
    page.showOutcomes(false);
    turn(next);
    page.on = null;
    page.apply();
    page.view.map.invalidateSize({ pan: false });
    fit();
  }

  /** To what changed, else to all that is shown. */
  function fit() {
    // The choice takes room of the map.
    if (on) page.view.map.invalidateSize({ pan: false });
    page.view.fit(on && changed.length ? changed : undefined);
  }

  return {
    fit: fit,
    isOn: () => on,
    /** What the address holds of it. */
    state: () => {
      const { from, to, change, maps } = state;
      return { from, to, change, maps };
    },
    /** The two sides, where each has a map. */
    sides: () => sides,
    /** What the page's address or its file asks for. @param {Asked} asked */
    read: (asked) => {
      const own = isWhole(asked) ? null : config.compare,
        values = /** @type {Record<string, any>} */ (asked.values);
      /** @type {Record<string, any>} */
      const next = Object.assign({}, defaultState(payload), own);
      KEYS.forEach((key) => {
        if (values[key] !== undefined) next[key] = values[key];
      });
      state = /** @type {Comparing} */ (next);
      turn(values.tab ? values.tab === "compare" : !!own);
    },
    /**
     * What the comparison leaves; null where nothing is compared.
     * @returns {Left | null}
     */
    update: () => {
      changed = [];
      paint = sides = null;
      if (!on) return null;
      const found = comparisonOf(page.model, page.filter, state, w, lang);
      choice().update(found.found);
      changed = found.changed;
      sides = found.sides;
      paint = found.paint;
      return found;
    },
    /** Draw it; returns whether there is nothing more to draw. */
    draw: () => {
      const view = page.view;
      if (sides || pair) {
        pair =
          pair ||
          createPair(view, w, (box) => {
            const second = new AtlasView(box, payload, {
              lang: lang,
              dense: createDenseLayer,
              wait: true,
              model: page.model,
            });
            return second;
          });
        pair.show(state.maps, sides, page.filter);
      }
      if (!sides && (paint || view.paint)) view.setPaint(paint);
      return !!sides;
    },
    second: () => pair && pair.second(),
    /** What is compared, in words. */
    inWords: () => {
      const { names } = comparisonOf(page.model, page.filter, state, w, lang),
        rest = filterInWords(payload, w, lang, widened(page.filter), null);
      return [w("compare") + " " + names.join(" → "), rest]
        .filter(Boolean)
        .join(lang === "zh" ? "；" : "; ");
    },
    /** The plans that are compared; null for those that name anything. */
    plans: () => {
      const places = on ? plansCompared(payload, state) : null;
      return places && places.map((i) => payload.plans[i]);
    },
  };
}
