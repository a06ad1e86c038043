import assert from "node:assert/strict";
import { test } from "node:test";
import { actionOf } from "../../../src/reader/rules/keys.js";

/** @param {string} code @param {object} [more] */
const press = (code, more) => ({
  key: code,
  code: code,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

test("each key has its action", () => {
  const wanted = {
    ArrowDown: "next",
    KeyK: "previous",
    Enter: "accept",
    KeyX: "reject",
    Delete: "reject",
    KeyS: "status",
    Digit3: "status.3",
    Numpad7: "status.7",
    BracketLeft: "start.grow",
    BracketRight: "end.grow",
    KeyN: "left",
    KeyU: "undo",
    KeyQ: "",
    Tab: "",
  };
  for (const [code, action] of Object.entries(wanted)) assert.equal(actionOf(press(code)), action);
});

test("shift shrinks, control undoes", () => {
  assert.equal(actionOf(press("BracketLeft", { shiftKey: true })), "start.shrink");
  assert.equal(actionOf(press("BracketRight", { shiftKey: true })), "end.shrink");
  assert.equal(actionOf(press("KeyA", { shiftKey: true })), "");
  assert.equal(actionOf(press("KeyZ", { ctrlKey: true })), "undo");
  assert.equal(actionOf(press("KeyZ", { metaKey: true, shiftKey: true })), "redo");
  assert.equal(actionOf(press("KeyY", { ctrlKey: true })), "redo");
  assert.equal(actionOf(press("KeyA", { ctrlKey: true })), "");
  assert.equal(actionOf(press("KeyZ")), "");
});

test("an input method gives another character, the place is the same", () => {
  assert.equal(actionOf(press("BracketLeft", { key: "【" })), "start.grow");
  assert.equal(actionOf(press("Equal", { key: "+", shiftKey: true })), "add");
  assert.equal(actionOf(press("KeyA", { isComposing: true })), "");
  assert.equal(actionOf(press("ArrowDown", { altKey: true })), "");
});
