// What a plan adds to those before it and changes in them.
import { BARE } from "../../core/looks.js";

/**
 * @import { Model } from "../../core/types.js"
 * @import { News } from "../types.js"
 */

/**
 * What plan `i` adds to and changes in the plans before it, among those that `wanted` leaves.
 * @param {Model} model
 * @param {Set<string>} wanted
 * @param {number} i
 * @param {number[]} before
 * @returns {News}
 */
export function newInPlan(model, wanted, i, before) {
  /** @type {News} */
  const news = { fresh: [], changed: [], again: [], leaned: [], shown: new Map() };
  const upto = new Set(before.concat([i])),
    bare = model.payload.statuses.indexOf(BARE);
  model.projects.forEach((p) => {
    if (!wanted.has(p.id)) return;
    const status = model.statusIn(p, upto);
    if (!status) return;
    news.shown.set(p.id, status);
    if (p.data.statuses[i] === undefined) return;
    const said = p.data.statuses,
      named = before.filter((k) => said[k] !== undefined);
    const last = named.filter((k) => said[k] !== bare).pop();
    const change = last === undefined ? null : p.history.between(last, i),
      moved = change !== null && model.payload.finding_kinds.indexOf(change) >= 0;
    if (!named.length) news.fresh.push({ id: p.id, now: status });
    else if (moved && last !== undefined)
      news.changed.push({ id: p.id, was: model.payload.statuses[said[last]], now: status });
    else (said[i] === bare || last === undefined ? news.leaned : news.again).push(p.id);
  });
  return news;
}
