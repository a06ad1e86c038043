// A file is taken under its name; one that does not come is a sentence.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileName, takeFile } from "../../../src/core/page/take-file.js";
import { smallPage } from "../../small-dom.js";

const WORDS = { unreached: "nobody answers", broken: "no sense" };

test("a file has the name that its answer gives", () => {
  const told = "attachment; filename=\"_.csv\"; filename*=UTF-8''%E5%9B%BE.csv";
  assert.equal(fileName(told, "x"), "图.csv");
  assert.equal(fileName('attachment; filename="a.csv"', "x"), "a.csv");
  assert.equal(fileName("attachment; filename*=UTF-8''%E5%9B", "x"), "x");
  assert.equal(fileName(null, "table"), "table");
});

/** What is said of an answer, and the names that were kept. */
async function taken(answer, lang = "en") {
  smallPage();
  globalThis.setTimeout = (act, wait) => {
    assert.equal(wait, 60000);
    act();
  };
  const kept = [],
    asked = [],
    held = new Set();
  URL.createObjectURL = (body) => {
    held.add(body);
    return body;
  };
  URL.revokeObjectURL = (url) => held.delete(url);
  const { createElement } = globalThis.document;
  globalThis.document.createElement = (tag) => {
    const node = createElement(tag);
    node.click = () => kept.push(node.download);
    return node;
  };
  globalThis.fetch = async (address, { headers }) => {
    asked.push([address, headers.Accept]);
    if (!answer) throw new TypeError("Failed to fetch");
    return {
      status: answer[0],
      blob: async () => {
        if (answer[1] === null) throw new TypeError("cut off");
        return new Blob([answer[1]]);
      },
      headers: { get: () => 'attachment; filename="a.csv"' },
    };
  };
  const said = await takeFile("/a/x?q=1", "x", lang, WORDS);
  assert.deepEqual(asked, [["/a/x?q=1", "*/*, application/json"]]);
  // What the browser has kept is let go of.
  assert.equal(held.size, 0);
  return [said, kept];
}

test("a file that comes is kept, and nothing is said", async () => {
  assert.deepEqual(await taken([200, "a,b"]), ["", ["a.csv"]]);
});

test("what does not come is said in the reader's language, with the server's cause", async () => {
  const why = '{"why": ["没有", "nothing"]}';
  assert.deepEqual(await taken([404, why]), ["nothing", []]);
  assert.deepEqual(await taken([404, why], "zh"), ["没有", []]);
  assert.deepEqual(await taken([202, why]), ["nothing", []]);
  assert.deepEqual(await taken([500, "Internal Server Error"]), ["no sense", []]);
  assert.deepEqual(await taken([404, "null"]), ["no sense", []]);
  assert.deepEqual(await taken(null), ["nobody answers", []]);
  assert.deepEqual(await taken([200, null]), ["nobody answers", []]);
});
