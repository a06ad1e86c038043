// What a sheet says of one project, in pieces that pages take one after another. The pieces are
// those of the card, laid out for paper: nothing folded, every list whole.

import { el } from "../core/dom.js";
import { roundKm } from "../core/kilometres.js";
import { currentOf } from "../core/looks.js";
import { svgNode } from "../core/svg.js";
import { nameOf, pickLanguage } from "../core/translator.js";
import { drawVerdict, promiseWords, verdictWords } from "../outcome/marks.js";
import { listPromises } from "../outcome/promises.js";
import { codeChip, countyLengths, mentionList, modeChip, regionLengths } from "../project/card.js";
import { eventList } from "../project/events.js";
import { historyPicture } from "../project/history.js";
import { howSure } from "../project/legs.js";
import { nowSentence } from "../project/now.js";
import { timeAxis } from "../project/time-axis.js";
import { plansOf, sourcesOf } from "./sources.js";

/**
 * @import { Project, View } from "../core/types.js"
 * @import { Block, PaperView } from "./types.js"
 */

/**
 * A piece of a section, in the card's looks.
 * @param {Node} node
 * @returns {Block}
 */
function piece(node) {
  const box = el("div", "sheet-piece atlas-card-section");
  box.appendChild(node);
  return { node: box };
}

/** @param {string} text @param {string} [className] */
const said = (text, className) => piece(el("p", className || null, text));

/**
 * A section: its heading, then its pieces; nothing of one that has none.
 * @param {string} title
 * @param {Block[]} pieces
 * @returns {Block[]}
 */
function section(title, pieces) {
  if (!pieces.length) return [];
  return [/** @type {Block} */ ({ node: el("h2", "sheet-title", title), keep: true })].concat(
    pieces,
  );
}

/**
 * Each item of a list as a piece of its own, in a list like it.
 * @param {HTMLElement} list
 */
function eachItem(list) {
  return Array.from(list.children).map((item) => {
    const own = /** @type {HTMLElement} */ (list.cloneNode(false));
    own.appendChild(item);
    return piece(own);
  });
}

/** @param {View} view @param {Project} project */
function head(view, project) {
  const d = project.data,
    w = view.words,
    model = view.model;
  const box = el("header", "sheet-head");
  box.style.borderTopColor = model.payload.style.modes[d.mode].colour;
  const tags = el("div", "atlas-card-tags", null, box);
  tags.appendChild(modeChip(view, d.mode));
  tags.appendChild(codeChip(view, "currents", currentOf(model, project)));
  const [title, other] = view.lang === "zh" ? d.name : [d.name[1] || d.name[0], d.name[0]];
  el("h1", null, title || other, box);
  if (other && title && other !== title)
    el("p", "atlas-other", other, box).lang = view.lang === "zh" ? "en" : "zh-CN";
  if (d.aliases) el("p", "atlas-small", w("card.aliases") + " " + d.aliases.join(" · "), box);
  const whole = d.part_of && model.byId.get(d.part_of);
  if (whole)
    el("p", "atlas-small", w("card.part_of") + " " + pickLanguage(whole.data.name, view.lang), box);
  return box;
}

/**
 * The facts at a glance, those that are known.
 * @param {View} view
 * @param {Project} project
 */
function facts(view, project) {
  const d = project.data,
    w = view.words,
    list = el("dl", "sheet-facts");
  /** @param {string} name @param {string | number | undefined} value */
  const fact = (name, value) => {
    if (!value) return;
    const box = el("div", null, null, list);
    el("dt", null, w(name), box);
    el("dd", null, value, box);
  };
  /** @param {{ name: string, km?: number }[]} items */
  const lengths = (items) =>
    items
      .map((item) => item.name + (item.km ? " " + roundKm(item.km) + " " + w("km") : ""))
      .join(view.lang === "zh" ? "、" : ", ");
  fact("card.length", d.km && roundKm(d.km) + " " + w("km"));
  fact("card.official", d.official_km && d.official_km + " " + w("km"));
  fact("card.regions", lengths(regionLengths(view, project)));
  fact("card.stops", (d.stops || []).map((stop) => nameOf(stop, view.lang)).join(" – "));
  fact("card.counties", lengths(countyLengths(view, project)));
  return list;
}

/** The two pictures beside each other. @param {View} view @param {Project} project */
function pictures(view, project) {
  const w = view.words,
    box = el("div", "sheet-pictures");
  /** @param {string} title @param {Element | null} picture @param {string} [key] */
  const put = (title, picture, key) => {
    if (!picture) return;
    const one = el("div", "sheet-picture atlas-card-section", null, box);
    el("h2", "sheet-title", w(title), one);
    one.appendChild(picture);
    if (key) el("p", "atlas-small", w(key), one);
  };
  put("card.picture", project.data.mentions ? historyPicture(view, project) : null);
  put("card.axis", timeAxis(view, project), "card.axis.key");
  return box.firstChild ? [{ node: box }] : [];
}

/** @param {View} view @param {Project} project */
function findings(view, project) {
  const { contradictions } = view.model.payload,
    all = project.data.findings || [];
  /** @param {boolean} against */
  const words = (against) =>
    all
      .filter((f) => contradictions.indexOf(f.kind) >= 0 === against)
      .map((f) =>
        said(pickLanguage([f.words_zh, f.words_en], view.lang), against ? "sheet-warning" : ""),
      );
  return section(view.words("card.findings"), words(true)).concat(
    section(view.words("card.changed"), words(false)),
  );
}

/** What became of each promise, with its basis. @param {View} view @param {Project} project */
function promises(view, project) {
  const none = { plan: [], year: [] };
  return listPromises(view.model, [project.id], none).map((made) => {
    const o = made.outcome,
      plan = view.model.payload.plans[o.plan],
      box = el("div", "sheet-promise"),
      line = el("p", null, null, box);
    const mark = svgNode("svg", { viewBox: "0 0 16 16", class: "sheet-verdict" }, line);
    drawVerdict(view, o.verdict, 8, 8, 5, mark);
    el("b", null, verdictWords(view, made), line);
    const told = [pickLanguage(plan.short, view.lang), promiseWords(view, made)];
    told.push(view.words("strength." + o.strength));
    el("span", null, told.join(" · "), line);
    el("p", "atlas-small", pickLanguage([o.basis_zh, o.basis_en], view.lang), box);
    return piece(box);
  });
}

/** How the place is known, and how sure it is. @param {View} view @param {Project} project */
function certainty(view, project) {
  const d = project.data,
    w = view.words,
    sure = el("div");
  howSure(view, project, sure);
  sure.querySelectorAll("details").forEach((fold) => {
    fold.open = true;
  });
  const pieces = [
    said(w("precision." + d.precision) + " — " + w("precision." + d.precision + ".means")),
  ].concat(Array.from(sure.children).map(piece));
  if (d.basis) pieces.push(said(w("card.source") + " " + w("basis." + d.basis), "atlas-small"));
  // Of a line with legs these are among the sources below.
  const source = d.legs ? "" : [d.source, d.method].filter(Boolean).join(" · ");
  [source, d.route_note].forEach((text) => {
    if (text) pieces.push(said(text, "atlas-small"));
  });
  return pieces;
}

/**
 * The pieces of a project's sheet, from the top.
 * @param {PaperView} paper
 * @param {Project} project
 * @returns {Block[]}
 */
export function projectBlocks(paper, project) {
  const view = paper.view,
    d = project.data,
    w = view.words,
    map = paper.draw(project);
  /** @type {Block[]} */
  const blocks = [{ node: head(view, project) }, { node: nowSentence(view, project) }];
  if (map) {
    const box = el("figure", "sheet-figure");
    box.appendChild(map);
    blocks.push({ node: box });
  } else blocks.push(said(w("sheet.nowhere"), "sheet-nowhere"));
  const glance = facts(view, project);
  if (glance.firstChild) blocks.push(piece(glance));
  return blocks.concat(
    pictures(view, project),
    findings(view, project),
    section(w("card.mentions"), d.mentions ? eachItem(mentionList(view, d.mentions)) : []),
    section(w("sheet.promises"), promises(view, project)),
    section(w("card.events"), d.events ? eachItem(eventList(view, project)) : []),
    section(w("card.how"), certainty(view, project)),
    section(w("card.note"), d.note ? [said(d.note)] : []),
    section(w("page.sources"), eachItem(plansOf(view, project))),
    section(w("sheet.sources"), eachItem(sourcesOf(view, project))),
    [{ node: el("p", "atlas-id", d.id) }],
  );
}
