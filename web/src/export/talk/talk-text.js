// A talk as the text of its file, which `python -m layers export --talk` takes.
/**
 * @import { Filter } from "../../core/types.js"
 * @import { Page, Step, TalkStep } from "../types.js"
 */

// What a talk's file calls by another name than the address; years it has none for.
/** @type {Record<string, string>} */
const CALLED = { q: "query", year: "" };

/**
 * A filter by the keys of a talk's file, without what is not chosen.
 * @param {Filter} filter
 * @param {string[]} core the modes of a filter that chooses none
 */
function filterText(filter, core) {
  /** @type {Record<string, unknown>} */
  const found = {},
    mode = filter.mode;
  Object.entries(filter).forEach(([key, value]) => {
    const name = CALLED[key] === undefined ? key : CALLED[key];
    if (name && value && value.length && key !== "mode") found[name] = value;
  });
  if (!mode.length) found.mode = "all";
  else if (mode.length !== core.length || core.some((m) => mode.indexOf(m) < 0)) found.mode = mode;
  return found;
}

/** @param {TalkStep} step @param {string[]} core @param {Step["marks"]} marks */
function stepFields(step, core, marks) {
  const compare = step.compare;
  return Object.assign(
    { title: step.title, caption: step.caption || "" },
    {
      filters: filterText(step.filter, core),
      viewport: step.viewport,
      select: step.select,
      highlight: step.highlight,
      changes: step.changes,
      view: step.view === "now" ? "now" : null,
      outcomes: step.outcomes,
      slips: step.slips,
      compare: compare && {
        from: compare.from,
        to: compare.to || "",
        change: compare.change,
        maps: compare.maps,
      },
      marks: marks,
    },
  );
}

/**
 * The text: every value as JSON, which is YAML too, so that no text can be anything but a text.
 * @param {Page} page
 * @param {Step[]} steps
 * @returns {string}
 */
export function talkText(page, steps) {
  const title = (page.config.talk && page.config.talk.title) || page.config.title,
    lines = ["title: " + JSON.stringify(title), "lang: " + page.lang, "steps:"];
  steps.forEach((step) => {
    /** @type {Record<string, unknown>} */
    const fields = stepFields(step.source, page.payload.core, step.marks);
    let first = true;
    Object.keys(fields).forEach((key) => {
      const value = fields[key];
      if (key !== "title" && (!value || (Array.isArray(value) && !value.length))) return;
      if (key === "filters" && !Object.keys(/** @type {object} */ (value)).length) return;
      const start = first ? "  - " : "    ";
      first = false;
      if (key !== "marks") lines.push(start + key + ": " + JSON.stringify(value));
      else {
        lines.push(start + "marks:");
        step.marks.forEach((mark) => {
          lines.push("      - " + JSON.stringify(mark));
        });
      }
    });
  });
  return lines.join("\n") + "\n";
}
