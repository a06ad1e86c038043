"""What the search makes of names and of texts; the same table is read by the view's tests."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from layers.search import tables
from layers.search.index import Called, by_names, entry
from layers.search.matcher import score_in, search
from layers.search.query import Query, bares_of, parted, plain, plain_words, read
from layers.search.scores import NOTHING
from registry.vocab import Mode
from tests.search import small_search

ANSWERS: dict[str, list[Any]] = small_search.read()["answers"]


def test_the_view_reads_the_same_works_and_tables() -> None:
    held = small_search.read()
    held.pop("answers")
    assert held == json.loads(json.dumps(small_search.sent())), (
        "run python -m tests.search.small_search"
    )


@pytest.mark.parametrize("text", ANSWERS)
def test_answers(text: str) -> None:
    ids, doubts, slipped, sole = ANSWERS[text]
    found = search(small_search.INDEX, text)
    assert (list(found.ids), list(found.doubts)) == (ids, doubts)
    assert (found.slipped, found.sole) == (slipped, sole)


SCORES = Path(__file__).parents[1] / "data" / "search_scores.csv"


def _scores(text: str) -> Iterator[list[str]]:
    """Of each work that answers to ``text`` its scores: as a name, as any other, as a slip."""
    query = read(text)
    assert query is not None
    for one in small_search.INDEX.entries:
        found = [score_in(one, query, group, small_search.INDEX.known) for group in range(3)]
        if min(found) < NOTHING:
            yield [text, one.id, *(str(n) if n < NOTHING else "" for n in found)]


def test_the_score_of_every_way() -> None:
    with SCORES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    for text in {row[0]: None for row in rows}:
        wanted = [row for row in rows if row[0] == text and row[1]]
        assert list(_scores(text)) == wanted, text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("渝崑高鐵", ["渝昆高铁"]),
        ("⻓江⻄線", ["长江西线"]),
        ("ＹＵ　ＫＵＮ", ["yu", "kun"]),
        ("Xi'an-Lüliang", ["xi", "an", "lvliang"]),
        ("南（潼）泸", ["南", "潼", "泸"]),
        ("a\u200bb", ["ab"]),
        ("“四向八廊”", ["四向八廊"]),
        ("😀—！", []),
        ("Чэнду é", ["чэнду", "é"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert plain_words(text) == words


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("成都经达州至万州高速铁路", "成都达州万州高铁"),
        ("成渝客运专线", "成渝高铁"),
        ("重庆到贵阳的铁道", "重庆贵阳的铁路"),
        ("国道G210线", "g210线"),
        ("国道210", "g210"),
        ("210国道", "g210"),
        ("12345国道", "12345g"),
        ("438省道", "s438"),
        ("1000千伏", "1000kv"),
        ("双江航电枢纽", "双江枢纽"),
        ("天府国际机场", "天府机场"),
    ],
)
def test_one_meaning_one_spelling(text: str, whole: str) -> None:
    assert plain(text) == whole


@pytest.mark.parametrize(
    ("text", "stem", "kind", "mode"),
    [
        ("渝昆高铁", "渝昆", "高铁", Mode.RAIL),
        ("成都铁路枢纽", "成都", "铁路枢纽", Mode.RAIL),
        ("内自快速路", "内自", "快速路", Mode.HIGHWAY),
        ("泸州港", "泸州", "港", Mode.PORT),
        ("永川港区", "永川", "港区", Mode.PORT),
        ("江高铁", "江高铁", "", None),
        ("江高高铁", "江高", "高铁", Mode.RAIL),
        ("渝昆", "渝昆", "", None),
    ],
)
def test_parted(text: str, stem: str, kind: str, mode: Mode | None) -> None:
    assert parted(text) == (stem, kind, mode)


@pytest.mark.parametrize(
    ("text", "bares"),
    [
        ("渝昆高铁", ["渝昆高铁"]),
        ("新建渝昆高铁项目", ["新建渝昆高铁项目", "新建渝昆高铁", "渝昆高铁"]),
        ("川南城际二期工程", ["川南城际二期工程", "川南城际二期", "川南城际"]),
        ("甲乙线", ["甲乙线", "甲乙"]),
        ("西线", ["西线"]),
        ("在建段", ["在建段", "在建"]),
        ("", [""]),
    ],
)
def test_bares(text: str, bares: list[str]) -> None:
    assert list(bares_of(text)) == bares


def test_a_query() -> None:
    assert read(" \u200b ") is None
    found = read("新建 渝崑高鐵项目")
    assert isinstance(found, Query)
    assert (found.whole, found.stem, found.kind) == ("新建渝昆高铁项目", "渝昆", "高铁")
    assert (found.mode, found.latin) == (Mode.RAIL, False)
    assert [word.whole for word in found.words] == ["新建", "渝昆高铁项目"]
    single = read("Yukun")
    assert single is not None
    assert (single.words, single.latin, single.stem) == ((), True, "yukun")
    # A word that means nothing by itself is none of the words.
    pair = read("重庆 至 昆明")
    assert pair is not None
    assert [word.whole for word in pair.words] == ["重庆", "昆明"]


def routes(name: str, *aliases: str, **more: Any) -> list[str]:
    more.setdefault("mode", Mode.RAIL)
    more["near"] = frozenset(more.pop("near", "").split())
    found = entry(Called("x", name, more.pop("name_en", ""), aliases, **more))
    return [" ".join("/".join(end) for end in route) for route in found.routes]


@pytest.mark.parametrize(
    ("name", "more", "found"),
    [
        ("重庆至昆明高铁", {}, ["重庆/渝/重 昆明/昆/滇/云"]),
        ("成都经达州至万州高速铁路", {}, ["成都/蓉/成/川/蜀 达州/达 万州/万"]),
        ("隆黄铁路隆昌至叙永段扩能改造", {}, ["隆昌/隆 叙永/叙"]),
        ("长江宜宾至重庆段航道整治", {"mode": Mode.WATERWAY}, ["宜宾/叙/宜 重庆/渝/重"]),
        ("沱江（内江至泸州段）", {"mode": Mode.WATERWAY}, ["内江/内 泸州/泸"]),
        ("G4216宜宾（新市）至攀枝花高速", {"mode": Mode.HIGHWAY}, ["宜宾/叙/宜/新市/新 攀枝花/攀"]),
        ("长宁—威远区块页岩气", {"mode": Mode.PIPELINE}, ["长宁/长 威远/威"]),
        ("泸州港", {"mode": Mode.PORT}, []),
        ("成都至甲高铁", {}, []),
        # Read letter by letter: a place near, of several the one that the English name has.
        ("渝昆高铁", {"near": "重庆 昆明"}, ["重庆/渝/重 昆明/昆/滇/云"]),
        ("渝昆高铁", {"near": "重庆"}, []),
        (
            "渝昆高铁",
            {"near": "重庆", "name_en": "Chongqing-Kunming"},
            ["重庆/渝/重 昆明/昆/滇/云"],
        ),
        ("叙毕铁路", {"near": "宜宾 叙永 毕节"}, []),
        ("叙毕铁路", {"near": "宜宾 叙永 毕节", "name_en": "Xuyong"}, ["叙永/叙 毕节/毕"]),
        ("川青铁路", {"near": "成都 青白江"}, []),
        (
            "成渝中线高铁",
            {"stops": ("重庆北站", "成都站"), "near": "成都 重庆"},
            ["重庆/渝/重 成都/蓉/成/川/蜀"],
        ),
        ("成渝中线高铁", {"stops": ("成都站", "成都东站"), "near": "成都 重庆"}, []),
        ("甲乙丙高铁", {"stops": ("成都站", "昆明站"), "near": "成都"}, []),
        # Of a section that stands alone, the line it is of.
        ("渝昆高铁某段", {"near": "重庆 昆明"}, ["重庆/渝/重 昆明/昆/滇/云"]),
        ("渝昆高铁某段", {"near": "重庆 昆明", "section": True}, []),
    ],
)
def test_routes(name: str, more: dict[str, Any], found: list[str]) -> None:
    assert routes(name, **more) == found


def test_an_entry() -> None:
    found = entry(small_search.WORKS[0])
    assert found.spoken == ("渝昆高铁",)
    assert found.spoken_too == ("重庆昆明高铁", "重庆至昆明高铁")
    assert found.names == (*found.spoken, *found.spoken_too)
    assert found.written == ("chongqingkunminghighspeedrailway", "yukunhsr")
    assert found.stems == ("渝昆", "重庆昆明")
    assert found.stops == ("重庆西站", "泸州站", "南溪站", "昆明南站")
    assert found.english == ("chongqing", "kunming", "high", "speed", "railway")
    long = entry(Called("x", "成渝高速公路", "The Highway", written=("成渝…高速公路",)))
    assert (long.spoken, long.written) == (("成渝高速", "成渝高速公路"), ("thehighway", "x"))
    assert long.english == ("expressway",)
    line = entry(Called("x", "隆黄铁路叙永至毕节段"))
    assert line.stems[:2] == ("隆黄铁路叙永毕节段", "隆黄")


def test_names_alone_are_enough() -> None:
    found = by_names({"a": ["渝昆高铁", "Yukun"], "b": ["泸州港"], "none": []})
    assert [one.id for one in found.entries] == ["a", "b"]
    for text, sole in (
        ("渝崑高鐵", "a"),
        ("沪州港", "b"),
        ("泸洲港", "b"),
        ("yukn", ""),
        ("港高铁", ""),
    ):
        assert search(found, text).sole == sole, text


def test_the_table_of_ways() -> None:
    scores = tables.score_of()
    assert scores["name"] == 0
    assert scores["alias"] == 100
    assert scores["ends"] == 10_000
    assert scores["sound"] == 20_000
    assert scores["doubt"] == 30_000
    assert len(scores) == sum(map(len, tables.WAYS))
    most = tables.NUMBERS
    assert max(map(len, tables.WAYS)) * most["step"] < most["group"]
    assert most["more"] < most["step"]


def test_what_is_known_of_characters_and_places() -> None:
    assert "崑" in tables.character_forms()["昆"]
    assert "⻄" in tables.character_forms()["西"]
    assert tables.forms_in(["西", "x"]) == {"西": tables.character_forms()["西"]}
    assert tables.place_letters()["重庆"] == "渝"
    assert "黔" in tables.place_letters()["贵阳"]
    assert tables.place_letters()["宜昌"] == ""
    assert "*" not in tables.place_letters()
    assert {"蒲", "昌", "渝"} < set(tables.place_characters())
    assert not {"俯", "混"} & set(tables.place_characters())
    assert not re.search(r"[\s*]", tables.place_characters())
    # No form is read as two characters, and none is the plain form of another.
    forms = [form for forms in tables.character_forms().values() for form in forms]
    assert len(forms) == len(set(forms))
    assert not set(forms) & tables.character_forms().keys()
