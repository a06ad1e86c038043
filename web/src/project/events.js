// What happened since the plans, one line a fact, each with its source.
import { el } from "../core/dom.js";
import { sourceLink, sourceName } from "../core/sources.js";

/** @import { Event, Project, View } from "../core/types.js" */

/**
 * What makes a fact less than plain, in words.
 * @param {View} view
 * @param {Event} event
 */
export function doubts(view, event) {
  const w = view.words;
  return [
    event.disputed ? w("card.disputed") : "",
    event.scope ? w("scope." + event.scope) : "",
    event.confidence === "weak" ? w("card.weak") : "",
  ].filter(Boolean);
}

/**
 * The facts of a project as a list.
 * @param {View} view
 * @param {Project} project
 */
export function eventList(view, project) {
  const w = view.words,
    sources = view.model.payload.sources,
    list = el("ul", "atlas-events");
  (project.data.events || []).forEach((event) => {
    const item = el("li", event.decides ? "" : "is-weak", null, list);
    el("span", "atlas-event-date", event.date || "—", item);
    const text = el("span", null, null, item);
    const state = event.state ? w("current." + event.state) : "";
    el("b", null, w("event." + event.event) + (state ? "：" + state : ""), text);
    const rest = [event.section, event.text].filter(Boolean).join("，");
    if (rest) el("span", null, " " + rest, text);
    doubts(view, event).forEach((doubt) => {
      el("em", "atlas-doubt", doubt, text);
    });
    const source = sources[event.source],
      line = el("span", "atlas-source", null, text);
    line.title = w("confidence." + event.confidence + ".means");
    sourceLink(source, sourceName(source), line);
    el("span", null, " · " + w("confidence." + event.confidence), line);
  });
  return list;
}
