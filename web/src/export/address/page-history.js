// The address of an exported file: its state behind the hash, as the explorer has it behind the
// question mark. It is written from the reader's first touch on; one with a place and a way to draw
// (`at`, `view`) is whole: nothing of what the file opens with holds beside it.
import { defaultState, filterOf, writeAddress } from "../../core/address.js";
import { createHistory } from "../../core/page/history.js";

/** @import { Filter } from "../../core/types.js" */
/** @import { Asked, Page } from "../types.js" */

const TOUCHES = ["pointerdown", "keydown", "wheel", "click"];

/**
 * Whether an address says all of where the page is.
 * @param {Asked} asked
 */
export function isWhole(asked) {
  return asked.values.at !== undefined && asked.values.view !== undefined;
}

/**
 * The filter that a page begins with: that of the file, of a whole address the one that lets the
 * core modes through, with what the address asks for in its place.
 * @param {Page} page
 * @param {Asked} asked
 * @returns {Filter}
 */
export function startFilter(page, asked) {
  const own = isWhole(asked) ? defaultState(page.payload, "file") : page.config.filter,
    filter = filterOf(page.payload, Object.assign({}, own, asked.values));
  return JSON.parse(JSON.stringify(filter));
}

/** @param {Page} page */
function stateOf(page) {
  const outcomes = document.body.classList.contains("has-outcomes");
  return JSON.parse(
    JSON.stringify(
      Object.assign(filterOf(page.payload, page.filter), page.compare.state(), {
        tab: outcomes ? "outcomes" : page.compare.isOn() ? "compare" : "map",
        view: page.way,
        project: page.view.selected || "",
        at: page.view.viewport(),
        on: page.on ? String(page.on) : "",
        step: page.talk ? page.talk.at + 1 : 0,
      }),
    ),
  );
}

/**
 * Keeps the address of a page that is drawn.
 * @param {Page} page
 */
export function keepAddress(page) {
  let touched = false;
  const history = createHistory({
    state: () => stateOf(page),
    address: (state) => writeAddress(page.payload, state, "", "file"),
    there: () => window.location.hash,
  });
  const note = () => {
    if (touched) history.note();
    else history.going(() => {});
  };
  TOUCHES.forEach((type) => {
    window.addEventListener(
      type,
      () => {
        touched = true;
      },
      true,
    );
  });
  page.view.on("select", note);
  page.view.on("move", note);
  return {
    note: note,
    /**
     * Go somewhere without a word about it: the address is there already.
     * @param {() => void} go
     */
    going: (go) => history.going(go),
  };
}
