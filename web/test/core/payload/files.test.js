// What an exported file holds: deflated text, columns instead of records; and the words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { constants, deflateRawSync, deflateSync } from "node:zlib";
import { expand } from "../../../src/core/payload/expand.js";
import { bytesOf, inflate, openData, unzip } from "../../../src/core/payload/inflate.js";
import { colourOf, paletteOf, setTheme } from "../../../src/core/theme.js";
import { nameOf, pickLanguage, translator } from "../../../src/core/translator.js";
import { pack } from "../../small-payload.js";

const bytes = (text) => new TextEncoder().encode(text);
// Repeats near and far, every byte, texts that do not repeat.
const mixed = Array.from({ length: 9000 }, (_, i) => String.fromCharCode(32 + ((i * i) % 91)));
const TEXTS = [
  "",
  "a",
  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  "成渝地区双城经济圈".repeat(700),
  mixed.join(""),
  `${mixed.slice(0, 300).join("")}${"x".repeat(33000)}${mixed.slice(0, 300).join("")}`,
  // As far back as there is a code for.
  `${mixed.slice(0, 300).join("")}${"x".repeat(31000)}${mixed.slice(0, 300).join("")}`,
];

/** Signs so often that their codes are of every length: one once, one twice, three, five, … */
function everyLength() {
  const often = [1, 1];
  while (often.length < 16) often.push(often.at(-1) + often.at(-2));
  return often.map((n, i) => String.fromCharCode(65 + i).repeat(n)).join("");
}
TEXTS.push(everyLength(), mixed.slice(0, 40).join("") + everyLength());

test("every kind of block opens to the bytes that went in", () => {
  for (const text of TEXTS)
    for (const options of [
      { level: 0 },
      { level: 9 },
      { strategy: 4 },
      { strategy: 2 },
      { level: 1 },
    ]) {
      const data = bytes(text);
      const found = inflate(new Uint8Array(deflateRawSync(data, options)), data.length);
      assert.deepEqual(found, data);
      assert.deepEqual(unzip(new Uint8Array(deflateSync(data, options)), data.length), data);
    }
});

test("a stored block begins at a whole byte, whatever was read ahead of it", () => {
  for (let n = 1; n < 40; n++) {
    const [one, other] = [mixed.slice(0, n), mixed.slice(n, 3 * n)].map((part) =>
      bytes(part.join("")),
    );
    // A flush ends with an empty stored block.
    const whole = Buffer.concat([
      deflateRawSync(one, { finishFlush: constants.Z_FULL_FLUSH }),
      deflateRawSync(other, { level: n % 2 ? 9 : 0 }),
    ]);
    const found = inflate(new Uint8Array(whole), 3 * n);
    assert.deepEqual(Buffer.from(found), Buffer.concat([one, other]), String(n));
  }
});

test("damaged data are refused", () => {
  const data = bytes(TEXTS[4]),
    good = new Uint8Array(deflateSync(data, { level: 9 }));
  const damaged = (change) => {
    const copy = Uint8Array.from(good);
    change(copy);
    return copy;
  };
  const refused = (of, size) =>
    assert.throws(() => unzip(of, size === undefined ? data.length : size), /damaged/);
  refused(good, data.length + 1);
  refused(good, data.length - 1);
  refused(good.subarray(0, 5));
  refused(good.subarray(0, good.length - 9));
  refused(
    damaged((b) => {
      b[0] = 0x79;
    }),
  );
  refused(
    damaged((b) => {
      b[1] ^= 1;
    }),
  );
  // A preset dictionary, its check bits right.
  refused(
    damaged((b) => {
      b[1] = 0xbb;
    }),
  );
  refused(
    damaged((b) => {
      b[b.length - 1] ^= 1;
    }),
  );
  refused(
    damaged((b) => {
      b[b.length - 4] ^= 128;
    }),
  );
  // A kind of block that there is none of, what follows it right.
  const raw = new Uint8Array(deflateRawSync(data, { level: 9 }));
  raw[0] |= 2;
  assert.throws(() => inflate(raw, data.length), /damaged/);
  assert.throws(() => inflate(Uint8Array.from([1, 2, 0, 0, 0, 9, 9]), 2), /damaged/);
  for (let i = 2; i < good.length - 4; i += 97)
    refused(
      damaged((b) => {
        b[i] ^= 0x55;
      }),
    );
});

/** Bytes in base64, as layers/publish/export.py writes them. */
const base64 = (data) => Buffer.from(data).toString("base64");

/** What `test` finds in an engine that reads base64 by itself, and in one that does not. */
function inBothEngines(test) {
  const own = Uint8Array.fromBase64,
    before = globalThis.window;
  try {
    globalThis.window = globalThis;
    Uint8Array.fromBase64 = (text) => Uint8Array.from(Buffer.from(text, "base64"));
    test("new");
    delete Uint8Array.fromBase64;
    test("old");
  } finally {
    globalThis.window = before;
    if (own) Uint8Array.fromBase64 = own;
  }
}

test("base64 gives back every byte, whatever the length", () => {
  inBothEngines((engine) => {
    for (let size = 0; size < 9; size++)
      for (const byte of [0, 1, 127, 128, 254, 255]) {
        const data = new Uint8Array(size).fill(byte);
        if (size) data[size - 1] = 255 - byte;
        assert.deepEqual(bytesOf(base64(data)), data, engine);
      }
    // As Python's base64.b64encode has it.
    assert.deepEqual(bytesOf("aGVsbG8="), bytes("hello"), engine);
  });
});

test("what is no base64 is refused", () => {
  const own = Uint8Array.fromBase64,
    before = globalThis.window;
  try {
    globalThis.window = globalThis;
    delete Uint8Array.fromBase64;
    for (const text of ["<000", "0,00", "00-0", "é000", "0", "0000=000"])
      assert.throws(() => bytesOf(text), text);
  } finally {
    globalThis.window = before;
    if (own) Uint8Array.fromBase64 = own;
  }
});

test("a data block is opened where it says its size", async () => {
  const text = "成渝".repeat(50),
    data = bytes(text);
  const block = (size, content) => ({
    getAttribute: () => size,
    textContent: content,
  });
  const packed = base64(deflateSync(data));
  const before = globalThis.window;
  try {
    globalThis.window = { atob: atob };
    assert.equal(await openData(block(String(data.length), `\n${packed}\n`)), text);
    assert.equal(await openData(block(null, "{}")), "{}");
    await assert.rejects(openData(block("7", packed)), /damaged/);
    globalThis.window = globalThis;
    assert.equal(await openData(block(String(data.length), packed)), text);
  } finally {
    globalThis.window = before;
  }
});

test("columns become records again, rows get their names, stops their places", () => {
  const payload = {
    scale: 100,
    fields: { base: { arcs: ["left", "line"] }, projects: { mentions: ["plan", "clause"] } },
    base: { arcs: [[3, "#"]], beyond: ["$"] },
    stops: { zh: ["甲", "乙", "丙"], en: ["A", "", "C"], at: pack([100, 200, -10, 5, 0, 1]) },
    projects: {
      n: 3,
      columns: {
        id: [["x", "y", "z"], pack([1, 1, 1])],
        mode: [["rail"], pack([1, 0, -1])],
        km: [[5, 7], pack([0, 2, -1])],
        mentions: [
          [
            [
              [1, "三"],
              [0, "四"],
            ],
          ],
          pack([0, 0, 1]),
        ],
      },
    },
  };
  const found = expand(payload);
  assert.deepEqual(found.stops, [
    { name: "甲", x: 100, y: 200, name_en: "A" },
    { name: "乙", x: 90, y: 205, name_en: "" },
    { name: "丙", x: 90, y: 206, name_en: "C" },
  ]);
  assert.deepEqual(found.base, { arcs: [{ left: 3, line: "#" }], beyond: ["$"] });
  assert.ok(!("fields" in found));
  assert.deepEqual(found.projects, [
    { id: "x", mode: "rail" },
    { id: "y", mode: "rail", km: 7 },
    {
      id: "z",
      km: 5,
      mentions: [
        { plan: 1, clause: "三" },
        { plan: 0, clause: "四" },
      ],
    },
  ]);
  assert.equal(found.scale, 100);
  const whole = { projects: [], stops: [] };
  assert.equal(expand(whole), whole);
});

test("a key in the page's language with its values; what is unknown shows itself", () => {
  const payload = { words: { zh: { a: "有{n}个", b: "{n}/{m}" }, en: { a: "{n} of them" } } };
  assert.equal(translator(payload, "zh")("a", { n: 3 }), "有3个");
  assert.equal(translator(payload, "en")("a", { n: 0 }), "0 of them");
  assert.equal(translator(payload, "zh")("b", { n: 1 }), "1/{m}");
  assert.equal(translator(payload, "zh")("b"), "{n}/{m}");
  assert.equal(translator(payload, "en")("toString"), "toString");
  assert.equal(translator(payload, "fr")("a", { n: 2 }), "2 of them");
});

test("the name of a place in the language, else the other", () => {
  assert.equal(nameOf({ name: "中", name_en: "en" }, "zh"), "中");
  assert.equal(nameOf({ name: "中", name_en: "en" }, "en"), "en");
  assert.equal(nameOf({ name: "中", name_en: "" }, "en"), "中");
});

test("colours of the theme; an exported file has the light ones only", () => {
  const style = { light: { land: "#fff" }, dark: { land: "#000" } },
    look = { colour: "#111", dark: "#222" };
  assert.equal(paletteOf(style, "dark").land, "#000");
  assert.equal(paletteOf(style, "light").land, "#fff");
  assert.equal(paletteOf({ light: style.light }, "dark").land, "#fff");
  assert.equal(colourOf(look, "light"), "#111");
  assert.equal(colourOf(look, "dark"), "#222");
});

test("an element has the theme's class, the font and each colour as a property", () => {
  const set = {},
    classes = [],
    root = {
      classList: { add: (name) => classes.push(name) },
      style: { setProperty: (name, value) => (set[name] = value) },
    };
  setTheme(root, { font: "Noto", light: { warn_ground: "#fee" } }, "light", "zh");
  assert.deepEqual(set, { "--font": "Noto", "--warn-ground": "#fee" });
  assert.deepEqual(classes, ["is-light"]);
  assert.equal(root.lang, "zh-CN");
  setTheme(root, { font: "Noto", light: {}, dark: {} }, "dark", "en");
  assert.deepEqual([root.lang, classes[1]], ["en", "is-dark"]);
});

test("of a pair the one for the language, else the other", () => {
  assert.equal(pickLanguage(["中", "en"], "zh"), "中");
  assert.equal(pickLanguage(["中", "en"], "en"), "en");
  assert.equal(pickLanguage(["中", ""], "en"), "中");
  assert.equal(pickLanguage(["", "en"], "zh"), "en");
});
