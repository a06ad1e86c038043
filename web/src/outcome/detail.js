// What a mark leads to: how the verdict was reached, its sources, the project, the rules.
import { button, el } from "../core/dom.js";
import { sourceLink, sourceName } from "../core/sources.js";
import { pickLanguage } from "../core/translator.js";
import { projectName, promiseWords, verdictColour, verdictWords } from "./marks.js";

/**
 * @import { Host } from "./types.js"
 * @import { Made } from "./promises.js"
 */

/**
 * The basis of a verdict with its sources, as a table's cell or a paragraph.
 * @param {HTMLElement} parent
 * @param {Host} host
 * @param {Made} made
 */
export function writeBasis(parent, host, made) {
  const o = made.outcome;
  el("span", "out-basis", pickLanguage([o.basis_zh, o.basis_en], host.lang), parent);
  writeSources(parent, host, o.sources);
}

/**
 * @param {HTMLElement} parent
 * @param {Host} host
 * @param {number[]} list places in the payload's sources
 */
export function writeSources(parent, host, list) {
  if (!list.length) return;
  const box = el("span", "out-sources", null, parent);
  list.forEach((i) => {
    const source = host.model.payload.sources[i];
    sourceLink(source, sourceName(source), box);
  });
}

/**
 * A box that tells of one promise; `how` shows the rules.
 * @param {Host} host
 * @param {() => void} how
 */
export function createDetail(host, how) {
  const w = host.words;
  const box = el("section", "out-detail");
  box.tabIndex = -1;
  box.hidden = true;
  /** @type {SVGElement | null} */
  let from = null;

  function close() {
    box.hidden = true;
    // A picture that was drawn anew has another mark in its place.
    const key = from && from.getAttribute("data-key");
    const root = from && from.isConnected ? from : null;
    if (root) root.focus();
    else if (key && box.parentElement)
      Array.from(box.parentElement.querySelectorAll("[data-key]")).some((mark) => {
        const same = mark.getAttribute("data-key") === key && mark instanceof SVGElement;
        if (same) /** @type {SVGElement} */ (mark).focus();
        return same;
      });
    from = null;
  }
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  });

  return {
    box: box,
    close: close,
    /**
     * Tell of a promise under the picture whose mark was chosen.
     * @param {Made} made
     * @param {SVGElement} mark
     * @param {HTMLElement} below
     */
    show: (made, mark, below) => {
      from = mark;
      box.textContent = "";
      box.hidden = false;
      const name = projectName(host, made),
        plan = host.model.payload.plans[made.outcome.plan];
      box.setAttribute("aria-label", name);
      const head = el("div", "out-detail-head", null, box);
      el("h3", null, name, head);
      const shut = button("atlas-close", "×", head, close);
      shut.setAttribute("aria-label", w("outcome.close"));
      const line = el("p", null, null, box);
      el(
        "span",
        null,
        pickLanguage(plan.short, host.lang) +
          " · " +
          w("outcome.promise.said", {
            promise: promiseWords(host, made),
            strength: w("strength." + made.outcome.strength),
          }) +
          " · ",
        line,
      );
      const verdict = el("b", null, verdictWords(host, made), line);
      verdict.style.color = verdictColour(host, made.outcome.verdict);
      writeBasis(el("p", null, null, box), host, made);
      const steps = el("p", "out-steps", null, box);
      button("atlas-button", w("outcome.open_card"), steps, () => {
        host.open(made.project.id);
      });
      button("atlas-button", w("outcome.how"), steps, how);
      below.appendChild(box);
      box.focus();
    },
  };
}
