// What a text means among a few works: tests/data/search_small.json, which Python reads too.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createSearch, findIn } from "../../../src/core/search/matcher.js";
import { placeFinder } from "../../../src/core/search/places.js";
import { createReader } from "../../../src/core/search/query.js";
import { createScores, through } from "../../../src/core/search/scores.js";

const { answers, ...payload } = JSON.parse(
  readFileSync(new URL("../../../../tests/data/search_small.json", import.meta.url), "utf8"),
);
const projects = payload.projects.map((data) => ({ id: data.id, data }));

test("every answer is the one that Python gives", () => {
  const search = createSearch(payload, projects);
  assert.ok(Object.keys(answers).length > 120);
  Object.keys(answers).forEach((text) => {
    const [ids, doubts, slipped] = answers[text];
    assert.deepEqual(search.find(text), { ids, doubts, slipped }, text);
  });
});

test("every way has the score that it has in Python", () => {
  const file = new URL("../../../../tests/data/search_scores.csv", import.meta.url);
  const rows = readFileSync(file, "utf8").trim().split("\n").slice(1);
  const { reader, entries, scoreIn, slipping, nothing } = createScores(payload, projects);
  assert.equal(slipping, 2);
  const wanted = new Map();
  rows.forEach((row) => {
    const [text, id] = row.split(",");
    wanted.set(text, (wanted.get(text) || []).concat(id ? [row] : []));
  });
  wanted.forEach((its, text) => {
    const found = entries.map((entry) => {
      const scores = [0, 1, 2].map((group) => scoreIn(entry, reader.read(text), group));
      return [text, entry.id, ...scores.map((n) => (n < nothing ? n : ""))].join();
    });
    assert.deepEqual(
      found.filter((row) => !row.endsWith(",,,")),
      its,
      text,
    );
  });
});

test("blank asks for nothing", () => {
  const search = createSearch(payload, projects);
  for (const text of ["", "  ", "\u3000", "\u200b"]) assert.equal(search.find(text), null);
});

test("a model looks each text up once in turn", () => {
  const model = { payload, projects };
  const first = findIn(model, "渝崑");
  assert.deepEqual(first.ids, ["yukun-hsr", "yukun-yibin"]);
  assert.equal(findIn(model, "渝崑"), first);
  assert.equal(findIn(model, " "), null);
  assert.equal(findIn(model, "渝崑"), first);
  assert.deepEqual(findIn(model, "沪州港").ids, ["port"]);
  assert.notEqual(findIn(model, "渝崑"), first);
  assert.deepEqual(findIn(model, "渝崑"), first);
});

test("a text is read: words, kind, what makes no other project", () => {
  const reader = createReader(payload.search);
  for (const [text, words] of [
    ["渝崑高鐵", "渝昆高铁"],
    ["⻓江⻄線", "长江西线"],
    ["ＹＵ　ＫＵＮ", "yu kun"],
    ["Xi'an-Lüliang", "xi an lvliang"],
    ["a\u200bb", "ab"],
    ["😀—！", ""],
  ])
    assert.equal(reader.plainWords(text).join(" "), words);
  for (const [text, whole] of [
    ["成都经达州至万州高速铁路", "成都达州万州高铁"],
    ["210国道", "g210"],
    ["国道G210线", "g210线"],
    ["12345国道", "12345g"],
    ["双江航电枢纽", "双江枢纽"],
  ])
    assert.equal(reader.plain(text), whole);
  assert.deepEqual(reader.parted("成都铁路枢纽"), ["成都", "铁路枢纽", "rail"]);
  assert.deepEqual(reader.parted("永川港区"), ["永川", "港区", "port"]);
  assert.deepEqual(reader.parted("江高铁"), ["江高铁", "", ""]);
  assert.deepEqual(reader.parted("江高高铁"), ["江高", "高铁", "rail"]);
  const { bares, stem, kind, mode, latin, words } = reader.read("新建 渝崑高鐵项目");
  assert.deepEqual(bares, ["新建渝昆高铁项目", "新建渝昆高铁", "渝昆高铁"]);
  assert.deepEqual([stem, kind, mode, latin], ["渝昆", "高铁", "rail", false]);
  assert.deepEqual(
    words.map((word) => word.whole),
    ["新建", "渝昆高铁项目"],
  );
  assert.deepEqual(reader.read("在建段").bares, ["在建段", "在建"]);
  assert.equal(reader.read("Yukun").latin, true);
  assert.deepEqual(reader.read("重庆 至 昆明").words.length, 2);
});

test("a text is made of places, each a name or its beginning, with or without its unit", () => {
  const places = ["重庆西站", "昆明", "南溪"];
  for (const [text, n] of [
    ["重庆昆明", 2],
    ["昆明市重庆", 2],
    ["南溪区昆明市重庆西", 3],
    ["重庆", 1],
    ["西站", 0],
    ["重庆成都", 0],
    ["重", 0],
    ["", 0],
  ])
    assert.equal(through(text, places, "市县区站", 2), n, text);
});

const PLACES = [
  { zh: "泸州市", en: "Luzhou" },
  { zh: "重庆市", en: "Chongqing" },
  { zh: "内江市", en: "Neijiang" },
  { zh: "江津区", en: "Jiangjin District" },
];

test("places are found by part, form, pinyin and English, else by sound", () => {
  const find = placeFinder({ payload, projects }, PLACES);
  for (const [text, names] of [
    ["瀘州", "泸州市"],
    ["重慶", "重庆市"],
    ["luzhou", "泸州市"],
    ["lz", "泸州市"],
    ["江", "内江市 江津区"],
    ["district", "江津区"],
    ["泸洲", "泸州市"],
    ["nuzhou", "泸州市"],
    ["zhouu", ""],
    ["nuz", ""],
    ["洲", ""],
    ["成都", ""],
    ["！", ""],
  ])
    assert.equal(
      find(text)
        .map((place) => place.zh)
        .join(" "),
      names,
      text,
    );
  assert.equal(find("  "), null);
});
