// Files that a page gives away, and names that say what is in them.
/** @import { Page } from "./types.js" */

// What some system takes for a path or refuses, and spaces.
const UNFIT = /[\\/:*?"<>|\u0000-\u0020\u007f\u3000·；：、，。,;]+/g,
  LONGEST = 48;

/**
 * Words as a part of a file's name.
 * @param {string} words
 * @returns {string}
 */
export function namePart(words) {
  const chars = Array.from(words.replace(UNFIT, "-"));
  return chars
    .slice(0, LONGEST)
    .join("")
    .replace(/^[-.]+|[-.]+$/g, "");
}

/**
 * The name of a file: the atlas, what is shown, the step of a talk, the day, what it is.
 * @param {Page} page
 * @param {string} suffix
 * @returns {string}
 */
export function fileName(page, suffix) {
  const talk = page.talk,
    shown = talk ? talk.steps[talk.at].title : page.inWords(),
    project = page.view.selected && page.model.byId.get(page.view.selected);
  return [
    page.config.name,
    namePart(shown),
    !talk && project ? project.id : "",
    page.config.date,
    suffix,
  ]
    .filter(Boolean)
    .join("-");
}
