// A page as it is held to a file: every element with its attributes, and what is set of it.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

/** What is set of an element and is no attribute, where it is not as it always is. */
const PROPERTIES = [
  ...["title", "type", "value", "placeholder", "autocomplete", "inputMode", "maxLength", "htmlFor"],
  ...["hidden", "checked", "disabled", "selected", "open", "id", "href", "tabIndex", "spellcheck"],
];

const hundredths = (n) => String(Math.round(Number(n) * 100) / 100);
const short = (value) => String(value).replace(/-?\d+\.\d+/g, hundredths);

/** @returns {string[]} an element and all below it, a line each */
export function lines(node, indent = "") {
  const below = node.children.filter((child) => child.tag !== "#text");
  const text = node.tag === "#text" ? node.textContent : node._text;
  const set = PROPERTIES.filter(
    (name) => node[name] !== undefined && node[name] !== false && node[name] !== "",
  ).map((name) => `.${name}=${short(node[name])}`);
  const style = Object.keys(node.style || {})
    .filter((name) => name !== "setProperty" && !name.startsWith("--"))
    .map((name) => `:${name}=${short(node.style[name])}`);
  const attributes = Array.from(node.attributes, ([name, value]) => `${name}=${short(value)}`);
  const own = [node.tag, ...attributes, ...set, ...style, ...(text ? [JSON.stringify(text)] : [])];
  return [
    indent + own.join(" "),
    ...(below.length ? node.children : []).flatMap((child) => lines(child, `${indent}  `)),
  ];
}

/**
 * Whether an element is what the file of this name in `pages/` says. `WRITE=1 node TEST` writes
 * the file anew: what changed in it is then looked at before it is committed.
 */
export function samePage(node, name) {
  const file = new URL(`pages/${name}.txt`, import.meta.url),
    found = lines(node);
  if (process.env.WRITE) writeFileSync(file, `${found.join("\n")}\n`);
  const wanted = readFileSync(file, "utf8").trimEnd().split("\n");
  assert.deepEqual(found, wanted, `web/test/pages/${name}.txt; meant? WRITE=1 node, then look`);
}
