// The makers of elements, buttons, choices and signs; light or dark.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createSelect } from "../../src/core/controls/select.js";
import { button, el, focusedChoice } from "../../src/core/dom.js";
import { pageTheme, setPageTheme } from "../../src/core/page/page-theme.js";
import { icon, svgNode } from "../../src/core/svg.js";
import { colourOf, paletteOf, setTheme } from "../../src/core/theme.js";
import { smallPage } from "../small-dom.js";

test("an element has its class, text and parent, and nothing that is not given", () => {
  const page = smallPage();
  const made = el("p", "a", 0, page);
  assert.deepEqual([made.tag, made.className, made.textContent], ["p", "a", "0"]);
  assert.equal(made.parentElement, page);
  const bare = el("p", null, null);
  assert.deepEqual([bare.textContent, bare.parentElement, bare.attributes.size], ["", null, 0]);
  assert.equal(el("p", null, "").textContent, "");
});

test("a button sends no form and does what it is for", () => {
  const page = smallPage(),
    done = [];
  const made = button("b", "Go", page, (event) => done.push(event));
  made.hear("click", 1);
  assert.deepEqual([made.type, made.textContent, done], ["button", "Go", [1]]);
  assert.equal(button(null, null, page)._heard.size, 0);
});

test("the choice that has the keyboard is known only inside", () => {
  const page = smallPage(),
    inner = el("div", null, null, page),
    choice = el("button", null, null, inner),
    other = el("button", null, null, page);
  choice.setAttribute("data-choice", "x");
  assert.equal(focusedChoice(inner), null);
  choice.focus();
  assert.equal(focusedChoice(inner), "x");
  other.focus();
  assert.equal(focusedChoice(inner), null);
  choice.focus();
  inner.getRootNode = () => null;
  assert.equal(focusedChoice(inner), null);
});

test("what is null is no attribute, what is nought is one, a style is set as rules", () => {
  const page = smallPage();
  const made = svgNode("line", { x1: 0, x2: null, y1: undefined, style: "fill:red" }, page);
  assert.deepEqual(Array.from(made.attributes), [["x1", "0"]]);
  assert.equal(made.style.cssText, "fill:red");
  assert.equal(made.parentElement, page);
  assert.equal(icon("M1 1", page).all("path")[0].getAttribute("d"), "M1 1");
});

test("a choice tells what is chosen", () => {
  const page = smallPage(),
    told = [];
  const items = [
    ["a", "One"],
    ["b", "Two"],
  ];
  const input = createSelect(page, "Which", items, "b", (value) => told.push(value));
  assert.deepEqual([input.value, input.getAttribute("aria-label")], ["b", "Which"]);
  assert.deepEqual(
    input.all("option").map((option) => [option.value, option.textContent]),
    items,
  );
  assert.deepEqual(page.texts("span"), ["Which"]);
  input.value = "a";
  input.hear("change");
  assert.deepEqual(told, ["a"]);
});

test("a page is dark when its ground is", () => {
  const page = smallPage();
  let dark = false;
  globalThis.window = { matchMedia: (query) => ({ matches: dark && /dark/.test(query) }) };
  const of = (ground) => {
    globalThis.getComputedStyle = () => ({
      getPropertyValue: (name) => (name === "--st-background-color" ? ground : ""),
    });
    return pageTheme(page);
  };
  for (const [ground, theme] of [
    [" #ffffff ", "light"],
    ["#000000", "dark"],
    ["#808080", "light"],
    ["#7F7f7f", "dark"],
    // The eye takes green for lighter than red, and red than blue.
    ["#00da00", "dark"],
    ["#00db00", "light"],
    ["#ff0000", "dark"],
    ["#ff5800", "dark"],
    ["#ff5900", "light"],
    ["#0000ff", "dark"],
    ["#ff00ff", "dark"],
    ["#ff1aff", "dark"],
    ["#ff2cff", "light"],
    ["rgb(255, 255, 255)", "light"],
    ["rgb(255, 0, 0)", "dark"],
    ["rgb(0, 219, 0)", "light"],
    ["rgb(0, 0, 255)", "dark"],
  ])
    assert.equal(of(ground), theme, ground);
  assert.equal(of(""), "light");
  dark = true;
  assert.equal(of("none"), "dark");
  assert.equal(of("#ffffff"), "light");
});

test("a theme goes for the whole page, none follows the system", () => {
  const page = smallPage();
  globalThis.document.documentElement = page;
  setPageTheme("dark");
  assert.equal(page.getAttribute("data-atlas-theme"), "dark");
  setPageTheme("auto");
  assert.equal(page.getAttribute("data-atlas-theme"), null);
  setPageTheme("light");
  assert.equal(page.getAttribute("data-atlas-theme"), "light");
  setPageTheme(null);
  assert.equal(page.getAttribute("data-atlas-theme"), null);
});

test("colours are those of the theme, the light ones where there are no others", () => {
  const page = smallPage(),
    style = { font: "F", light: { region_fill: "#1", text: "#2" }, dark: { text: "#3" } };
  assert.equal(paletteOf(style, "dark"), style.dark);
  assert.equal(paletteOf(style, "light"), style.light);
  assert.equal(paletteOf({ light: style.light }, "dark"), style.light);
  const look = { colour: "a", dark: "b" };
  assert.deepEqual([colourOf(look, "light"), colourOf(look, "dark")], ["a", "b"]);
  setTheme(page, style, "light", "zh");
  assert.deepEqual(
    [page.className, page.lang, page.style["--font"], page.style["--region-fill"]],
    ["is-light", "zh-CN", "F", "#1"],
  );
  setTheme(page, style, "dark", "en");
  assert.deepEqual([page.is("is-dark"), page.lang, page.style["--text"]], [true, "en", "#3"]);
});
