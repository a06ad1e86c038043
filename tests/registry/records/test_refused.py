"""What a record is refused for: one sentence, in both languages, whatever stands in a field."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest

from registry.errors import AtlasError
from registry.files.records import validate
from registry.load import load_registry
from registry.models import Project
from registry.naming import is_day

BASE: dict[str, Any] = {
    **{"id": "x", "name": "某线", "name_en": "X", "mode": "rail"},
    "mentions": [{"plan": "p", "clause": "1", "as_written": "某线", "status": "research"}],
}

_ODD: list[object] = [None, True, 5, -3.5, "", "x" * 500, "２０２４", "\x00", "\ud800", [], {}]


def _spots(data: object, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield at
    if not isinstance(data, dict | list):
        return
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield from _spots(value, (*at, key))


def _changed(data: Any, at: tuple[str | int, ...], value: object) -> Any:
    if not at:
        return value
    made = copy.copy(data)
    made[at[0]] = _changed(data[at[0]], at[1:], value)
    return made


def test_whatever_stands_in_a_field_is_told_in_both_languages() -> None:
    project = load_registry().projects["yukun-hsr"]
    data = project.model_dump(mode="json", by_alias=True)
    data["mentions"], data["since"] = data["mentions"][:1], data["since"][:1]
    for at in _spots(data):
        for value in _ODD:
            try:
                validate(Project, _changed(data, at, value), "f")
            except AtlasError as error:
                told = error.zh
            else:
                continue
            assert re.search("[\u4e00-\u9fff]", told), (at, value)
            assert not re.search("[a-z]+ [a-z]+ [a-z]+", told), (at, value)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"part_of": "x"}, "part_of names the project itself"),
        ({"length_km": 3}, "length_km has no length_source"),
        ({"mentions": BASE["mentions"] * 2}, "mention p 1 stands twice"),
        ({"id": "x" * 61}, "is longer than 60 characters"),
        ({"reviewed": 1}, "reviewed: must be true or false"),
        ({"length_km": True, "length_source": "y"}, "length_km: True is not a number"),
        ({"aliases": "乙"}, "aliases: must be a list"),
        ({"route": []}, "route: must be a mapping of keys to values"),
        ({"note": "a\ud800"}, r"note: holds the character U\+D800, which cannot be seen"),
        (
            {"aliases": ["乙", "\udcff"]},
            r"aliases\[1\]: holds the character U\+DCFF, which cannot be seen",
        ),
    ],
)
def test_what_is_refused(change: dict[str, object], says: str) -> None:
    data = {**BASE, "route": {"kind": "none", "reason": "不详"}, **change}
    with pytest.raises(AtlasError, match=says):
        validate(Project, data, "f")


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("2024", True),
        ("2024-12", True),
        ("2024-02-29", True),
        ("1900", True),
        ("2060-12-31", True),
        ("1899", False),
        ("2061", False),
        ("2023-02-29", False),
        ("2024-04-31", False),
        ("2024-13", False),
        ("2024-00", False),
        ("2024-05-00", False),
        ("2024-5", False),
        ("2024-05-1", False),
        ("2024-05-99", False),
        ("-99", False),
        ("２０２４", False),
        ("2024-05-٠١", False),
        ("2024\n", False),
        ("20240501", False),
        ("", False),
    ],
)
def test_what_is_a_day(text: str, fits: bool) -> None:
    assert is_day(text) is fits


@pytest.mark.parametrize(
    ("at", "where", "told"),
    [
        (("mode",), "f: mode", "no mode"),
        (("mentions", 0, "status"), r"f: mentions\[0\].status", "no status"),
    ],
)
def test_a_wrong_code_is_told_by_what_it_is_of(
    at: tuple[str | int, ...], where: str, told: str
) -> None:
    data = _changed({**BASE, "route": {"kind": "none", "reason": "x"}}, at, "nothing")
    with pytest.raises(AtlasError, match=f"^{where}: .*{told}"):
        validate(Project, data, "f")


LINE = {"kind": "line", "stops": ["甲", "乙"], "basis": "plan"}
SAID = BASE["mentions"][0]
FACT = {"event": "open", "date": "2020", "publisher": "x", "looked_at": "2021"}
KINDS = ("line", "river", "composed", "place", "area", "none")


@pytest.mark.parametrize(
    ("change", "where", "zh", "en"),
    [
        (
            {"route": {"kind": "lime"}},
            "route",
            f"没有走向种类“lime”，是否指 line；有的是 {'、'.join(KINDS)}",
            f"there is no kind of route 'lime', perhaps line; there are {', '.join(KINDS)}",
        ),
        (
            {"route": {**LINE, "basis": "plans"}},
            "route.basis",
            "没有走向依据“plans”，是否指 plan；有的是 stations、public、plan",
            "there is no basis 'plans', perhaps plan; there are stations, public, plan",
        ),
        ({"route": {}}, "route", "缺少 kind 字段", "the field kind is missing"),
        ({"route": {**LINE, "why": 1}}, "route.why", "没有这个字段", "there is no such field"),
        ({"colour": 1}, "colour", "没有这个字段", "there is no such field"),
        ({"mentions": []}, "mentions", "至少要有 1 项", "needs at least 1 item(s)"),
        ({"mentions": 5}, "mentions", "应当是列表", "must be a list"),
        ({"mentions": [5]}, "mentions[0]", "应当是键与值", "must be a mapping of keys to values"),
        (
            {"route": {**LINE, "stops": ["甲"]}},
            "route.stops",
            *("至少要有 2 项", "needs at least 2 item(s)"),
        ),
        *(
            ({"route": route}, f"route.{name}", "至少要有 1 项", "needs at least 1 item(s)")
            for name, route in (
                ("of", {"kind": "composed", "of": []}),
                ("reaches", {"kind": "river", "reaches": []}),
                ("places", {"kind": "place", "places": []}),
                ("adcodes", {"kind": "area", "adcodes": []}),
            )
        ),
        ({"route": {"kind": "none"}}, "route.reason", "缺少这个字段", "the field is missing"),
        ({"length_km": 0}, "length_km", "0 应大于 0", "0 must be more than 0"),
        ({"length_km": "x"}, "length_km", "“x”不是数", "'x' is not a number"),
        ({"length_km": float("inf")}, "length_km", "“inf”不是数", "inf is not a number"),
        ({"name": ""}, "name", "不能为空", "must not be empty"),
        ({"name": 5}, "name", "应当是文字", "must be text"),
        (
            {"name": "a;b"},
            "name",
            "不能作名称：不得含 ; @ < >，不得以 = + - 开头，至多 200 字",
            "is no name: it must not hold ; @ < >, begin with = + - or be longer than 200",
        ),
        (
            {"id": "X"},
            "id",
            "“X”不能作编号：只用小写字母和数字，以 - 相连，如 yukun-hsr",
            "'X' is no id: it takes small letters and digits joined by -, as yukun-hsr",
        ),
        (
            {"id": "x" * 61},
            "id",
            f"“{'x' * 61}”太长，至多 60 个字符",
            f"'{'x' * 61}' is longer than 60 characters",
        ),
        (
            {"route": {"kind": "area", "adcodes": ["51", "5x"], "basis": "plan"}},
            "route.adcodes[1]",
            "“5x”不是行政区划代码：应当是 2、4 或 6 位数字",
            "'5x' is no code of an area: it takes 2, 4 or 6 digits",
        ),
        (
            {"mentions": [SAID, {**SAID, "start_year": 1899}]},
            "mentions[1].start_year",
            *("1899 小于下限 1900", "1899 is below the least allowed, 1900"),
        ),
        (
            {"mentions": [{**SAID, "complete_year": 2061}]},
            "mentions[0].complete_year",
            *("2061 大于上限 2060", "2061 is above the most allowed, 2060"),
        ),
        (
            {"mentions": [{**SAID, "complete_year": "x"}]},
            "mentions[0].complete_year",
            *("应当是整数", "must be a whole number"),
        ),
        (
            {"since": [{**FACT, "confidence": "press", "url": "ftp://x"}]},
            "since[0].url",
            "“ftp://x”不是 http(s) 网址",
            "'ftp://x' is no address that begins with http:// or https://",
        ),
        (
            {"since": [{**FACT, "confidence": "press", "url": "https://u:p@x.cn"}]},
            "since[0].url",
            "网址“https://u:p@x.cn”里不能写用户名或密码",
            "'https://u:p@x.cn' must not name a user or a password",
        ),
        (
            {"since": [{**FACT, "date": "2020-13"}]},
            "since[0].date",
            "“2020-13”不是日历上像 2020、2020-06 或 2020-06-25 的日期（1900 至 2060 年）",
            "'2020-13' is no date of the calendar such as 2020, 2020-06 or 2020-06-25"
            " (1900 to 2060)",
        ),
        (
            {"route": {**LINE, "on_network": "maybe"}},
            "route.on_network",
            *("应为 true 或 false", "must be true or false"),
        ),
    ],
)
def test_the_sentence_of_each_fault(
    change: dict[str, object], where: str, zh: str, en: str
) -> None:
    with pytest.raises(AtlasError) as raised:
        validate(Project, {**BASE, "route": {"kind": "none", "reason": "不详"}, **change}, "f")
    assert (raised.value.where, raised.value.zh, raised.value.en) == (f"f: {where}", zh, en)


def test_a_fault_is_told_with_file_record_and_field() -> None:
    data = {**BASE, "route": LINE, "mentions": [{**SAID, "note": "a\ud800"}]}
    with pytest.raises(AtlasError) as raised:
        validate(Project, data, "f.yaml", record="r")
    assert raised.value.where == "f.yaml: r: mentions[0].note"
    with pytest.raises(AtlasError) as raised:
        validate(Project, {**BASE, "route": LINE, "id": None}, "f.yaml", record="r")
    assert raised.value.where == "f.yaml: r: id"
    with pytest.raises(AtlasError) as raised:
        validate(Project, {**BASE, "route": LINE, "id": None}, "f.yaml", field="steps[1]")
    assert raised.value.where == "f.yaml: steps[1].id"
    broken = {**BASE, "route": LINE, "note": "a\ud800"}
    with pytest.raises(AtlasError) as raised:
        validate(Project, broken, "f.yaml", field="steps[1]")
    assert raised.value.where == "f.yaml: steps[1].note"
