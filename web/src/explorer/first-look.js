// Three steps for who sees the page for the first time: each does what it says, and all go for good
// with one button.
import { button, el } from "../core/dom.js";

/** @import { Project } from "../core/types.js" */
/** @import { Explorer } from "./explorer.js" */

const KEPT = "atlas-first-look";

/** Whether this browser has dismissed it; one that keeps nothing is asked each time. */
function dismissed() {
  try {
    return localStorage.getItem(KEPT) === "done";
  } catch {
    return false;
  }
}

function dismiss() {
  try {
    localStorage.setItem(KEPT, "done");
  } catch {
    // A browser that keeps nothing shows it again.
  }
}

/**
 * The project that most plans name among those with a line, the first of equals; null for none.
 * @param {Project[]} projects
 * @returns {Project | null}
 */
export function exampleOf(projects) {
  /** @param {Project} p */
  const told = (p) => Object.keys(p.data.statuses).length;
  return projects
    .filter((p) => p.kind === "L")
    .reduce(
      (best, p) => (!best || told(p) > told(best) ? p : best),
      /** @type {Project | null} */ (null),
    );
}

/** Whether an address asks for more than a language or a theme. @param {string} search */
function asks(search) {
  return Array.from(new URLSearchParams(search).keys()).some((k) => k !== "lang" && k !== "theme");
}

/**
 * The steps in `parent`, unless they were dismissed before or the address asks for something.
 * @param {HTMLElement} parent
 * @param {Explorer} ex
 */
export function createFirstLook(parent, ex) {
  if (ex.options.state || asks(location.search) || dismissed()) return;
  const w = ex.words,
    box = el("section", "app-first", null, parent);
  box.setAttribute("aria-label", w("app.first"));
  el("b", null, w("app.first"), box);
  const list = el("ol", null, null, box);
  /** @param {string} step @param {() => void} action */
  const add = (step, action) => {
    button("atlas-link", w("app.first." + step), el("li", null, null, list), action).setAttribute(
      "data-choice",
      "first=" + step,
    );
  };
  add("filter", () => {
    ex.panel.open(true);
    const search = ex.panel.box.querySelector("input");
    if (search) search.focus();
  });
  add("card", () => {
    const { projects } = ex.view.model,
      shown = projects.filter((p) => ex.view.shown.has(p.id));
    const example = exampleOf(shown) || exampleOf(projects);
    ex.set({ tab: "map" });
    if (example) ex.select(example.id);
  });
  add("outcome", () => {
    ex.set({ tab: "outcomes" });
  });
  button("atlas-link app-first-done", w("app.first.done"), box, () => {
    dismiss();
    box.remove();
    const tab = ex.tabs.find((b) => b.getAttribute("aria-current") === "page");
    if (tab) tab.focus();
  }).setAttribute("data-choice", "first=done");
}
