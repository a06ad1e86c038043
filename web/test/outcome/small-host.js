// Who shows the page of promises: the small model with colours, and words as their keys.
import { words } from "../small-dom.js";
import { smallModel } from "./small-model.js";

const look = (colour, shape, fill = 1) => ({ colour, dark: "#ffffff", shape, fill });

export function smallHost(more) {
  const model = smallModel();
  model.payload.style = {
    light: {
      line: "line",
      accent: "accent",
      muted: "muted",
      text: "text",
      panel: "#ffffff",
    },
    verdicts: {
      kept: look("#000001", "circle"),
      late: look("#000002", "diamond"),
      missed: look("#000003", "triangle"),
      due: look("#000004", "square", 0),
      unknown: look("#000005", "square"),
    },
  };
  return { model, words, lang: "en", theme: "light", ...more };
}

/** A host whose promises and facts have sources. */
export function sourced(more) {
  const host = smallHost(more);
  const source = (publisher, url) => ({ publisher, title: "", published: "2021", url });
  host.model.payload.sources = [source("Daily", "https://a.cn/1"), source("Office", "")];
  host.model.payload.statuses = ["research", "construction"];
  host.model.payload.promise_kinds = ["start", "complete"];
  const rules = { "outcome.rule.1": "One", "outcome.rule.2": "Two", "outcome.rule.x": "None" };
  host.model.payload.words = { en: rules, zh: { ...rules, "outcome.rule.3": "Three" } };
  host.model.projects.forEach((p) => {
    p.data = { ...p.data, statuses: { 0: 0, 1: 1 } };
    (p.data.events || []).forEach((event) => {
      event.source = 0;
    });
    (p.data.outcomes || []).forEach((made) => {
      made.sources = [0, 1];
    });
  });
  return host;
}
