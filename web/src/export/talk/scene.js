// A step of a talk as a sheet of paper.
import { plansNaming } from "../../paper/plans-shown.js";

/**
 * @import { Scene } from "../../paper/types.js"
 * @import { Step } from "../types.js"
 * @import { Talk } from "./talk.js"
 */

/** @param {Talk} talk @param {Step} step @returns {Scene} */
export function sceneOf(talk, step) {
  const { page, view } = talk,
    title = (step.date ? step.date + "　" : "") + step.title;
  return {
    payload: page.payload,
    view: view,
    words: page.words,
    lang: page.lang,
    config: {
      title: title,
      subtitle: step.caption.replace(/\s+/g, " ").trim(),
      date: page.config.date,
    },
    filter: step.where,
    compare: { sides: () => step.sides || null },
    plansShown: () =>
      plansNaming(page.model, step.source.filter.plan, Array.from(step.shown.keys())),
    inWords: () => step.under,
    strong: step.strong,
    marks: step.marks,
  };
}
