"""What a fact is refused for, each with one sentence in both languages."""

from __future__ import annotations

from typing import Any

import pytest

from facts.sections import bare, is_known, known_names, overlap, places_in
from facts.upkeep.validity import check_facts
from registry.errors import AtlasError
from registry.files.records import validate
from registry.geometry import Basis
from registry.models import Event, FactsRules, LineRoute
from tests.support import reported
from tests.support.reported import project

RULES = FactsRules(facts_as_of="2026-11-26", no_source=["made-up.cn"])
PLACES = known_names(["泸州市", "宜宾市", "南溪区", "宜宾东站"])
GOOD: dict[str, Any] = {
    "event": "open",
    "date": "2020-06",
    "publisher": "某报",
    "looked_at": "2026-11-26",
    "confidence": "press",
}


def fact(event: str, date: str, *section: str, **more: Any) -> Event:
    """A fact from a page of the day of the facts, unless it says otherwise."""
    return reported.fact(event, date, *section, **({"published": "2026-11-26"} | more))


@pytest.mark.parametrize(
    ("change", "zh", "en"),
    [
        ({"event": "opened"}, "没有事件“opened”", "no event 'opened'"),
        (
            {"date": "2020-13"},
            "“2020-13”不是日历上像 2020",
            "'2020-13' is no date of the calendar",
        ),
        (
            {"date": "soon"},
            "“soon”不是日历上像 2020",
            "'soon' is no date of the calendar",
        ),
        (
            {"date": "２０２０"},
            "不是日历上像 2020",
            "is no date of the calendar",
        ),
        ({"date": "2020-00"}, "的日期", "is no date of the calendar"),
        ({"date": "2020-6-1"}, "的日期", "or 2020-06-25"),
        ({"published": "2020/06"}, "的日期", "is no date of the calendar"),
        ({"looked_at": ""}, "的日期", "is no date of the calendar"),
        ({"date": "2021-02-29"}, "“2021-02-29”不是日历上像", "is no date of the calendar"),
        ({"url": "ftp://a.cn/1"}, "不是 http(s) 网址", "http:// or https://"),
        ({"url": "javascript:alert(1)"}, "不是 http(s) 网址", "http:// or https://"),
        ({"url": "https://"}, "不是 http(s) 网址", "http:// or https://"),
        ({"url": "https://a.cn/1 2"}, "不是 http(s) 网址", "http:// or https://"),
        ({"url": "https://[a.cn/"}, "不是 http(s) 网址", "http:// or https://"),
        ({"url": "https://a.cn:b/"}, "不是 http(s) 网址", "http:// or https://"),
        ({"url": "https://user@a.cn/"}, "不能写用户名", "must not name a user"),
        ({"url": "https://gov.cn:pass@a.cn/"}, "不能写用户名", "must not name a user"),
        ({"url": "https://@a.cn/"}, "不能写用户名", "must not name a user"),
        ({"km": 0.0}, "应大于", "more than"),
        ({"publisher": None}, "应当是文字", "must be text"),
        ({"publisher": ""}, "不能为空", "must not be empty"),
    ],
)
def test_a_field_that_is_wrong(change: dict[str, Any], zh: str, en: str) -> None:
    validate(Event, GOOD, "x.yaml")
    with pytest.raises(AtlasError) as raised:
        validate(Event, GOOD | change, "x.yaml")
    assert zh in raised.value.text("zh")
    assert en in raised.value.text("en")
    assert raised.value.where == f"x.yaml: {next(iter(change))}"


def test_a_fact_without_a_source_cannot_enter() -> None:
    with pytest.raises(AtlasError, match="publisher: the field is missing"):
        validate(Event, {k: v for k, v in GOOD.items() if k != "publisher"}, "x.yaml")


@pytest.mark.parametrize(
    ("facts", "where", "en"),
    [
        ([fact("status", "2020")], "since[0].state", "must say how far"),
        ([fact("open", "2020", state="open")], "since[0].state", "only a fact of the event"),
        ([fact("none_found", "2026-11-26")], "since[0].text", "searched"),
        ([fact("open", "2026-11-27")], "since[0].date", "lies after 2026-11-26"),
        ([fact("open", "2026-12")], "since[0].date", "lies after"),
        ([fact("open", "2027")], "since[0].date", "lies after"),
        ([fact("open", "2020", published="2027")], "since[0].published", "lies after"),
        ([fact("expected_open", "2027", published="2027")], "since[0].published", "lies after"),
        ([fact("open", "2020", url="https://made-up.cn/1")], "since[0].url", "no source"),
        ([fact("open", "2020", url="https://m.made-up.cn/1")], "since[0].url", "no source"),
        ([fact("open", "2020", publisher=" M.Made-up.cn ")], "since[0].publisher", "no source"),
        ([fact("open_section", "2020", "泸州至昆明")], "since[0].section", "no stop"),
        ([fact("start", "2021"), fact("open", "2020")], "since[1].date", "before its start"),
        ([fact("open", "2020-05"), fact("start", "2020-06")], "since[0].date", "before its start"),
        ([fact("start", "2021"), fact("complete", "2020")], "since[1].date", "before its start"),
        (
            [fact("start", "2021"), fact("open", "2020", "全线")],
            "since[1].date",
            "before its start",
        ),
        (
            [
                fact("start_section", "2021", "泸州至宜宾"),
                fact("open_section", "2020", "泸州至宜宾"),
            ],
            "since[1].date",
            "before its start",
        ),
        (
            [fact("start", "2021", before=True), fact("open", "2020", before=True)],
            "since[1].date",
            "before its start",
        ),
        # A page can only announce what comes after it.
        ([fact("open", "2020-06-02", published="2020-06-01")], "since[0].published", "announce"),
        ([fact("open", "2020-06", published="2020-05-31")], "since[0].published", "announce"),
        ([fact("start", "2021", published="2020-12")], "since[0].published", "announce"),
        ([fact("length", "2020-07", published="2020-06")], "since[0].published", "announce"),
        ([fact("open", "2020-06", published=None)], "since[0].published", "must say when"),
        (
            [fact("status", "2020", state="open", published=None, confidence="official")],
            "since[0].published",
            "must say when",
        ),
        (
            [fact("open", "2020", published="2026-11-26", looked_at="2026-11-25")],
            "since[0].looked_at",
            "before the source appeared 2026-11-26",
        ),
        (
            [fact("expected_open", "2030", published="2026-11", looked_at="2026-10")],
            "since[0].looked_at",
            "before the source appeared",
        ),
        (
            [fact("open", "2020", publisher="云南媒体（转载）")],
            "since[0].publisher",
            "can only be weak",
        ),
        (
            [fact("length", "2020", publisher="项目运营单位")],
            "since[0].publisher",
            "can only be weak",
        ),
    ],
)
def test_a_fact_that_cannot_stand(facts: list[Event], where: str, en: str) -> None:
    with pytest.raises(AtlasError) as raised:
        check_facts(project(*facts), RULES, PLACES, "p.yaml")
    assert raised.value.where == f"p.yaml: {where}"
    assert en in raised.value.text("en")
    assert raised.value.zh


@pytest.mark.parametrize(
    "facts",
    [
        [fact("open", "2026-11-26")],
        [fact("open", "2026-11")],
        [fact("open", "2026")],
        # A page of the very day tells it; as far as both are known it is no older.
        [fact("open", "2020-06-02", published="2020-06-02", looked_at="2020-06-02")],
        [fact("open", "2020-06-02", published="2020-06")],
        [fact("open", "2020", published="2020-06-02")],
        [fact("open", "2020", published="2020-06-02", looked_at="2020-06")],
        [fact("expected_open", "2020-06-02", published="2020-06-01")],
        [fact("open", "2020", published=None, confidence="weak")],
        [fact("length", "2020", published=None)],
        [fact("expected_open", "2020", published=None)],
        [fact("open", "2020", publisher="项目运营单位", confidence="weak")],
        [fact("expected_open", "2030", published="2026-11-26")],
        [fact("open", "2020", url="https://notmade-up.cn/1")],
        [fact("start", "2020-06"), fact("open", "2020")],
        [fact("start", "2020"), fact("open", "2020-06")],
        [fact("start", "2021", disputed=True), fact("open", "2020")],
        [fact("start", "2021"), fact("open", "2020", disputed=True)],
        # Another scope or section is another matter.
        [fact("start", "2021"), fact("open", "1952", before=True)],
        [fact("start", "2021"), fact("open_section", "2020", "泸州至宜宾")],
        [fact("start", "2021"), fact("expected_open", "2020")],
        [fact("none_found", "2026-11-26", text="检索“某线 开工”")],
        [fact("status", "2020", state="open")],
    ],
)
def test_facts_that_stand(facts: list[Event]) -> None:
    check_facts(project(*facts), RULES, PLACES, "p.yaml")


@pytest.mark.parametrize(
    "facts",
    [
        [fact("open", "2020-06-02"), fact("open", "2020-06-02")],
        # The same time, as far as both are known; complete and open are one.
        [fact("open", "2020-06-02"), fact("complete", "2020-06")],
        [fact("start", "2020"), fact("start_section", "2020-06", "全线")],
        [fact("open_section", "2020", "泸州段"), fact("open_section", "2020-06", "泸州段")],
        # The whole and a section on one day: the section is what opened last.
        [fact("open", "2020-06-02"), fact("open_section", "2020-06-02", "泸州段")],
        [fact("start_section", "2020-06-02", "泸州段"), fact("start", "2020-06-02")],
        [fact("length", "2020", km=1.0), fact("length", "2020", km=2.0)],
        [fact("launch", "2020-06-02"), fact("launch", "2020-06-02")],
        [
            fact("expected_open", "2030", published="2020-06"),
            fact("expected_open", "2030", published="2020-06"),
        ],
    ],
)
def test_one_fact_is_typed_once(facts: list[Event]) -> None:
    for told in (facts, facts[::-1]):
        with pytest.raises(AtlasError) as raised:
            check_facts(project(fact("approval", "2019"), *told), RULES, PLACES, "p.yaml")
        assert raised.value.where == "p.yaml: since[2]"
        assert "since[1]" in raised.value.text("zh")
        assert "tells the same as since[1]" in raised.value.text("en")


@pytest.mark.parametrize(
    "facts",
    [
        [fact("open", "2020-06-02"), fact("open", "2020-06-03", disputed=True)],
        [fact("open", "2020-06-02"), fact("open", "2020-06-02", disputed=True)],
        # A weak source may stand beside one that counts: it decides nothing.
        [fact("open", "2020-06-02"), fact("open", "2020-06-02", confidence="weak")],
        [fact("open", "2020-06-02"), fact("open", "2020-06-02", before=True)],
        [fact("open", "2020-06-02"), fact("open", "2020-06-03")],
        [fact("open_section", "2020-06", "泸州段"), fact("open", "2020-06")],
        [fact("open_section", "2020-06-02", "泸州段"), fact("open", "2020-06-03")],
        [fact("open_section", "2020-06", "泸州段"), fact("open", "2020-06-02")],
        [
            fact("open_section", "2020-06-02", "泸州段"),
            fact("open_section", "2020-06-02", "宜宾段"),
        ],
        [fact("start", "2020-06-02"), fact("open_section", "2020-06-02", "泸州段")],
        [fact("status", "2020", state="construction"), fact("status", "2020", state="open")],
        [fact("length", "2020", km=1.0), fact("length", "2021", km=1.0)],
        [fact("launch", "2020-06-02"), fact("approval", "2020-06-02")],
        [fact("length", "2020", km=1.0), fact("length", "2020", "泸州段", km=1.0)],
        [
            fact("expected_open", "2030", published="2020-06"),
            fact("expected_open", "2030", published="2021-06"),
        ],
    ],
)
def test_what_is_no_repetition_stands(facts: list[Event]) -> None:
    for told in (facts, facts[::-1]):
        check_facts(project(*told), RULES, PLACES, "p.yaml")


@pytest.mark.parametrize(
    ("section", "known"),
    [
        ("泸州至宜宾段", True),
        ("泸州—宜宾东", True),
        ("泸州", True),
        ("南溪段", True),
        ("全线", True),
        ("四川段", True),
        ("川渝省界段", True),
        ("泸州至昆明", False),
        ("二期", False),
        ("一期", True),
        ("段", False),
    ],
)
def test_who_knows_a_section(section: str, known: bool) -> None:
    assert is_known(section, project(sections=["一期"]), PLACES) is known


def test_a_stop_of_the_project_is_known_though_no_gazetteer_lists_it() -> None:
    stops = LineRoute(kind="line", stops=["昆明湖站@530100", "泸州"], basis=Basis.STATIONS)
    line = project().model_copy(update={"route": stops})
    assert is_known("泸州至昆明湖段", line, PLACES)
    assert not is_known("泸州至昆明湖段", project(), PLACES)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("泸州市", "泸州"),
        ("宜宾东站", "宜宾东"),
        ("双江枢纽@500152", "双江"),
        # One sign alone would be too little to tell a place by.
        ("开县", "开县"),
        ("泸州", "泸州"),
    ],
)
def test_a_place_without_its_kind(name: str, expected: str) -> None:
    assert bare(name) == expected


def test_the_places_a_section_names() -> None:
    assert places_in("宜宾—南溪—泸州段（69公里）") == ["宜宾", "南溪", "泸州"]
    assert places_in("新市至金阳、金阳至宁南") == ["新市", "金阳", "金阳", "宁南"]
    for mark in ("—", "–", "－", "~", "、", "，", "/", "至", "到", "-"):
        assert places_in(f"宜宾{mark}泸州") == ["宜宾", "泸州"], mark
    for aside in ("（69公里）", "(69公里)"):
        assert places_in(f"宜宾{aside}—泸州{aside}") == ["宜宾", "泸州"]
    for tail in (
        "扩容",
        "扩能",
        "改造",
        "先行",
        "境内",
        "全线",
        "省界",
        "段",
        "境",
        "区段",
        "扩能改造段",
    ):
        assert places_in(f"宜宾—泸州{tail}") == ["宜宾", "泸州"], tail
        assert places_in(f"宜宾{tail}—泸州") == ["宜宾", "泸州"], tail
    assert places_in("段") == places_in("") == []


@pytest.mark.parametrize(
    ("sections", "may"),
    [
        (["甲至乙", "乙至丙"], False),
        (["甲至乙", "丙至丁"], False),
        (["甲至乙", "甲至乙段"], True),
        # A place is the same with and without its kind.
        (["泸州市至宜宾站", "泸州站至宜宾市"], True),
        (["泸州至南溪区至宜宾", "南溪至昆明"], True),
        (["南溪区", "泸州至南溪站至宜宾"], True),
        # Any two of them count, not only neighbours.
        (["甲至乙", "丙至丁", "甲至乙"], True),
        (["甲至乙至丙", "乙至丁"], True),
        (["甲至乙", "乙"], True),
        (["宜宾至南溪至泸州", "宜宾南溪段"], True),
        (["宜宾南溪段", "宜宾至南溪至泸州"], True),
        (["宜宾至泸州", "南溪段"], False),
        # What begins where another ends only meets it.
        (["宜宾至南溪至泸州", "泸州高新段"], False),
        ([], False),
    ],
)
def test_sections_that_may_overlap(sections: list[str], may: bool) -> None:
    assert overlap(sections) is may
