// What stands beside the map of a step: a card, names, sums, promises.
import { button, el } from "../../core/dom.js";
import { BARE } from "../../core/looks.js";
import { createNumber } from "../../map/names/number-mark.js";
import { mapName } from "../../map/names/project-names.js";
import { createSample } from "../../map/symbols.js";
import { createCard } from "../../project/card.js";
import { showChanges } from "./changes.js";
import { showPromises } from "./outcomes.js";

/**
 * @import { View } from "../../core/types.js"
 * @import { AtlasView } from "../../map/view.js"
 * @import { NewsItem, Page, Step } from "../types.js"
 * @import { Talk } from "./talk.js"
 */

// Names that are listed at most beside the map; more than there are anywhere.
const MOST = 16,
  EVERY = 1e4;

/**
 * The selected project's card, else the step's lists; a step of promises tells of these itself.
 * Gives what makes a page of all the names where they do not fit, else null.
 * @param {Talk} talk
 * @param {Step} step
 * @returns {(() => HTMLElement) | null}
 */
export function showAside(talk, step) {
  const { lists: box, view } = talk,
    project = view.selected && view.model.byId.get(view.selected);
  if (!project || (step.promises && project.id === step.select)) return showLists(talk, step);
  box.textContent = "";
  box.appendChild(
    createCard(view, project, () => {
      view.select(null, { tell: true });
    }),
  );
  return null;
}

// As many names as there is room for: what stands below them is to be seen too.
/** @param {Talk} talk @param {Step} step @returns {(() => HTMLElement) | null} */
function showLists(talk, step) {
  const { lists: box, page, view } = talk,
    most = Math.max(MOST, step.promises ? step.promises.length : 0);
  let less = 0;
  do names(box, page, view, step, less);
  while (box.clientHeight && box.scrollHeight > box.clientHeight && ++less < most);
  const more = Array.from(box.querySelectorAll(".talk-rest"));
  more.forEach((line) => {
    line.addEventListener("click", () => {
      talk.all();
    });
  });
  return more.length ? () => showWhole(talk, step) : null;
}

/**
 * All the names of a step over the whole slide, in columns; smaller until they fit.
 * @param {Talk} talk
 * @param {Step} step
 * @returns {HTMLElement}
 */
function showWhole(talk, step) {
  const box = el("div", "talk-whole", null, talk.body);
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", talk.page.words("present.whole"));
  box.tabIndex = 0;
  box.style.cssText = talk.lists.style.cssText;
  names(box, talk.page, talk.view, step, -EVERY);
  const sizes = ["", "is-small", "is-smaller", "is-smallest"];
  sizes.some((size) => {
    box.className = "talk-whole " + size;
    return box.scrollWidth <= box.clientWidth + 1 && box.scrollHeight <= box.clientHeight + 1;
  });
  return box;
}

/**
 * A project's line in a list, with what it was where that changed.
 * @param {HTMLElement} list
 * @param {Page} page
 * @param {View} view
 * @param {NewsItem} item
 */
function nameItem(list, page, view, item) {
  const { payload, byId } = view.model,
    project = byId.get(item.id),
    w = page.words;
  if (!project) return;
  const line = el("li", null, null, list),
    dash = payload.style.statuses[item.now];
  line.appendChild(
    createSample(payload.style, "light", project.data.mode, dash, project.kind === "P"),
  );
  line.appendChild(createNumber(view, project.id));
  const text = el("span", null, mapName(project, page.lang), line);
  if (item.was) el("small", null, w("status." + item.was) + " → " + w("status." + item.now), text);
  else if (item.now === BARE) el("small", null, w("present.basis"), text);
}

// The step's lists with `less` names fewer than usual; below none, all of them.
/**
 * @param {HTMLElement} lists
 * @param {Page} page
 * @param {AtlasView} view
 * @param {Step} step
 * @param {number} less
 */
function names(lists, page, view, step, less) {
  const w = page.words;
  lists.textContent = "";
  if (step.promises) showPromises(lists, view, step, step.promises, Math.max(0, less));
  if (step.plans && less >= 0) sums(lists, page, step.plans);
  if (step.paint) showChanges(lists, view, step.paint, less);
  if (!step.news) return;
  /** @param {string} title @param {NewsItem[]} items @param {number} room */
  const part = (title, items, room) => {
    if (!items.length) return;
    const box = el("section", "talk-list", null, lists);
    const head = el("h2", null, title, box);
    el("b", null, items.length, head);
    const list = el("ul", null, null, box);
    items.slice(0, room).forEach((item) => {
      nameItem(list, page, view, item);
    });
    if (items.length > room)
      button("talk-more talk-rest", w("present.more", { n: items.length - room }), box);
  };
  const changed = step.news.changed,
    fresh = step.news.fresh;
  if (less < 0) {
    part(w("present.changed"), changed, changed.length);
    part(w("present.fresh"), fresh, fresh.length);
    return;
  }
  const few = changed.length <= 7 ? changed.length : 6;
  const room = Math.max(3, Math.floor(MOST - (few ? 2 + few * 1.85 : 0))),
    kept = Math.max(Math.min(3, room), room - less);
  part(w("present.changed"), changed, Math.max(Math.min(3, few), few - (less - (room - kept))));
  part(w("present.fresh"), fresh, kept);
  if (step.news.again.length)
    el("p", "talk-more", w("present.again", { n: step.news.again.length }), lists);
  if (step.news.leaned.length)
    el("p", "talk-more", w("present.leaned", { n: step.news.leaned.length }), lists);
  if (step.strong && step.shown.size > step.strong.size)
    el("p", "talk-more", w("present.faint"), lists);
}

// How many each plan names, as bars.
/**
 * @param {HTMLElement} lists
 * @param {Page} page
 * @param {{ month: string, name: string, n: number }[]} plans
 */
function sums(lists, page, plans) {
  const box = el("section", "talk-list talk-sums", null, lists);
  el("h2", null, page.words("page.sources"), box);
  const most = Math.max(...plans.map((p) => p.n)) || 1;
  plans.forEach((p) => {
    const row = el("div", "talk-sum", null, box);
    el("small", null, p.month + "　" + p.name, row);
    const bar = el("div", "talk-bar", null, row);
    el("i", null, null, bar).style.width = Math.max(1, (82 * p.n) / most) + "%";
    el("b", null, p.n, bar);
  });
}
