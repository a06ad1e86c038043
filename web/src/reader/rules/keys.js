// Which key does what. Keys are told by their place (`code`) where a Chinese input method or a
// layout would give another character.

/**
 * @typedef {{key: string, code: string, shiftKey: boolean, ctrlKey: boolean, metaKey: boolean,
 *   altKey: boolean, isComposing?: boolean}} Pressed
 */

/** @type {Record<string, string>} */
const PLAIN = {
  ArrowDown: "next",
  ArrowUp: "previous",
  KeyJ: "next",
  KeyK: "previous",
  Enter: "accept",
  NumpadEnter: "accept",
  KeyA: "accept",
  Delete: "reject",
  Backspace: "reject",
  KeyX: "reject",
  KeyS: "status",
  KeyE: "edit",
  KeyN: "left",
  KeyU: "undo",
  KeyY: "redo",
  BracketLeft: "start.grow",
  BracketRight: "end.grow",
  Home: "first",
  End: "last",
  NumpadAdd: "add",
};
/** @type {Record<string, string>} */
const SHIFTED = { BracketLeft: "start.shrink", BracketRight: "end.shrink", KeyU: "redo" };

/**
 * The name of the action of a key in the table or the text, or "" for none.
 * @param {Pressed} event
 * @returns {string}
 */
export function actionOf(event) {
  if (event.isComposing || event.altKey) return "";
  if (event.ctrlKey || event.metaKey) {
    if (event.code === "KeyZ") return event.shiftKey ? "redo" : "undo";
    return event.code === "KeyY" && !event.shiftKey ? "redo" : "";
  }
  if (event.key === "+" || event.key === "＋") return "add";
  if (event.shiftKey) return SHIFTED[event.code] || "";
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  return digit ? "status." + digit[1] : PLAIN[event.code] || "";
}
