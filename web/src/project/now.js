// How far a project is, in the sentence that Python made, with its sources.
import { el } from "../core/dom.js";
import { sourceLink, sourceName } from "../core/sources.js";
import { pickLanguage } from "../core/translator.js";

/** @import { Project, Source, View } from "../core/types.js" */

/**
 * A sentence in parts: text, and numbers of sources that are there, from 0.
 * @param {string} text
 * @param {number} sources how many there are
 * @returns {(string | number)[]}
 */
export function splitMarks(text, sources) {
  return text
    .split(/(\[\d+\])/)
    .filter(Boolean)
    .map((part) => {
      const n = /^\[\d+\]$/.test(part) ? Number(part.slice(1, -1)) : 0;
      return n >= 1 && n <= sources ? n - 1 : part;
    });
}

/**
 * The sentence, its marks leading to its sources, and the sources below.
 * @param {View} view
 * @param {Project} project
 */
export function nowSentence(view, project) {
  const d = project.data,
    payload = view.model.payload,
    sources = (d.current_sources || []).map((i) => payload.sources[i]),
    box = el("section", "atlas-now"),
    words = el("p", "atlas-now-words", null, box);
  /** @param {Source} source @param {number} i */
  const name = (source, i) =>
    view.words("card.source.n", { n: i + 1, s: sourceName(source) || source.url });
  splitMarks(pickLanguage(d.current_words, view.lang), sources.length).forEach((part) => {
    if (typeof part === "string") words.appendChild(document.createTextNode(part));
    else {
      const source = sources[part],
        mark = el("sup", null, null, words);
      sourceLink(source, "[" + (part + 1) + "]", mark).setAttribute(
        "aria-label",
        name(source, part),
      );
    }
  });
  if (sources.length) {
    const list = el("ol", "atlas-sources", null, box);
    list.setAttribute("aria-label", view.words("card.source.event"));
    sources.forEach((source) => {
      sourceLink(source, sourceName(source), el("li", null, null, list));
    });
  }
  return box;
}
