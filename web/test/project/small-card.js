// A card of a project of the small payload, and what it leads to.
import { decode } from "../../src/core/payload/decode.js";
import { createCard } from "../../src/project/card.js";
import { smallStyle } from "../map/small-style.js";
import { smallPage, words } from "../small-dom.js";
import { smallPayload } from "../small-payload.js";

const source = (publisher, url) => ({ publisher, title: "", published: "2021", url });

export const FACT = {
  event: "open_section",
  date: "2020-03",
  section: "甲—乙",
  text: "开通",
  state: "",
  scope: "",
  confidence: "press",
  decides: 1,
  disputed: 0,
  source: 0,
};

/** What a card tells of, all of it. */
export const FULL = {
  precision: "routed",
  uncertainty: 950,
  km: 15.4,
  official_km: 16.5,
  basis: "stations",
  source: "OSM",
  method: "network",
  route_note: "Route",
  note: "Note",
  current_words: ["句[1]", "Words[1]"],
  current_sources: [0],
};

export function made({ lang = "en", id = "rail", full = {}, change, ...more } = {}) {
  const page = smallPage(),
    told = [];
  const payload = smallPayload();
  Object.assign(payload, {
    style: { ...smallStyle(), events: {} },
    stages: ["named", "research", "construction", "operation"],
    lanes: [],
    sources: [source("Daily", "https://a.cn"), source("Office", "")],
  });
  payload.projects.forEach((p) => {
    Object.assign(p, { precision: "none", current_words: ["", ""] });
  });
  const own = payload.projects.find((p) => p.id === id);
  Object.assign(own, full);
  if (change) change(payload);
  const model = decode(payload);
  const view = {
    model,
    lang,
    words,
    theme: "light",
    look: "statuses",
    statusOf: (key) => (key === "rail" ? "construction" : null),
    codeOf: () => "research",
    fit: (ids) => told.push(["fit", ids]),
    open: (key) => told.push(["open", key]),
    base: { point: (list) => told.push(["point", list]) },
    ...more,
  };
  const project = model.byId.get(id);
  const card = () => createCard(view, project, () => told.push(["done"]));
  /** The texts of a section's parts, without samples. */
  const section = (title) => {
    const box = card()
      .querySelectorAll(".atlas-card-section")
      .find((one) => one.texts("h3")[0] === title);
    return box ? box.children.slice(1).map((part) => part.textContent) : null;
  };
  return { page, view, project, card, section, told, payload };
}
