// A talk of an exported file, and what its reader does.
import { startTalk } from "../../src/export/talk/talk.js";
import { EVERY, made } from "./small-file.js";

/** A step of a talk as a file holds it. */
export const step = (more) => ({
  title: "",
  caption: "",
  viewport: null,
  select: null,
  highlight: [],
  changes: false,
  view: "plan",
  outcomes: false,
  slips: false,
  ...more,
  filter: { ...EVERY, ...(more && more.filter) },
});

/** A talk of these steps, or of the plans; the screen is `screen`. */
export function talk({ steps, at = 0, screen = [1280, 660], ratio, ...more } = {}) {
  const its = made({
    ...more,
    config: { ...(steps ? { talk: { title: null, steps } } : {}), ...more.config },
  });
  Object.assign(globalThis.window, {
    innerWidth: screen[0],
    innerHeight: screen[1],
    devicePixelRatio: ratio,
  });
  its.since();
  const its_talk = startTalk(its.page, at);
  const root = its.root.querySelector(".talk");
  const text = (name) => root.querySelector(`.talk-${name}`).textContent;
  const key = (name, event = {}) => {
    let prevented = 0;
    const told = {
      key: name,
      target: root,
      composedPath: () => [root],
      preventDefault: () => {
        prevented += 1;
      },
      stopPropagation: () => {
        prevented += 1;
        told.stopped = true;
      },
      ...event,
    };
    its.tell("document", "keydown", told);
    return prevented;
  };
  const lists = () => root.querySelector(".talk-lists").children.map((part) => part.textContent);
  const shown = () => Array.from(its_talk.view.shown);
  return { ...its, talk: its_talk, box: root, text, key, lists, shown };
}
