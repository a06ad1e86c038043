// The choice of modes: all of them, and how many projects the choice leaves out.

import { button, el } from "../../core/dom.js";
import { createSample } from "../../map/symbols.js";
import { choices, group } from "./choices.js";

/** @import { Group, Panel } from "./choices.js" */

/**
 * The choice of every mode, since none chosen would say nothing.
 * @param {Panel} panel
 * @param {Group} g
 */
function allModes(panel, g) {
  const ex = panel.explorer,
    b = button("app-choice", null, g.body, () => {
      ex.set({ mode: [] });
    });
  b.setAttribute("data-choice", "mode=all");
  el("span", null, ex.words("app.mode.all"), b);
  const n = el("span", "app-n", "", b);
  panel.updates.push((counts) => {
    let all = 0;
    counts.mode.forEach((of) => {
      all += of;
    });
    n.textContent = String(all);
    b.setAttribute("aria-pressed", String(!ex.state.mode.length));
    b.setAttribute(
      "aria-label",
      ex.words("app.choice", { name: ex.words("app.mode.all"), n: all }),
    );
  });
}

/**
 * Why not all projects are counted: how many the choice of modes leaves out, and the way to them.
 * @param {Panel} panel
 * @param {HTMLElement} parent
 */
export function leftOut(panel, parent) {
  const ex = panel.explorer,
    line = el("p", "app-hint app-left-out", null, parent),
    text = el("span", null, "", line);
  const all = button("atlas-link", ex.words("app.mode.all.show"), line, () => {
    ex.set({ mode: [] });
  });
  all.setAttribute("data-choice", "mode=everything");
  panel.updates.push((counts) => {
    let n = 0;
    counts.mode.forEach((of, mode) => {
      if (ex.state.mode.length && !ex.has("mode", mode)) n += of;
    });
    line.hidden = !n;
    text.textContent = ex.words("app.mode.left_out", { n: n });
  });
}

/**
 * Every mode with its sample, before them all of them.
 * @param {Panel} panel
 * @param {HTMLElement} parent
 */
export function modes(panel, parent) {
  const { words: w, theme, payload } = panel.explorer,
    g = group(parent, w("filter.mode"), true);
  allModes(panel, g);
  choices(
    panel,
    g,
    "mode",
    payload.modes.map((m) => ({
      id: m,
      label: w("mode." + m),
      title: w("mode." + m + ".means"),
      sample: createSample(payload.style, theme, m),
    })),
  );
}
