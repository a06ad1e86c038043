"""Names that may be of one project are found without a look at all the others."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.prose import plan_text
from plans.matching import match, propose
from plans.matching.forms import form
from plans.matching.index import FormIndex
from plans.matching.match import compare
from plans.matching.propose import propose_all
from plans.reading.mentions import read_mentions
from plans.records import Mention
from registry.load import load_registry

PLACES = (
    "云泽",
    "云泽市",
    "泽云",
    "青岚",
    "青岚县",
    "岚",
    "武汉",
    "宜昌",
    "重庆",
    "渝",
    "重庆主城",
    "G888",
)
WORDS = ("", "高铁", "铁路", "高速公路", "航道", "大桥", "机场二期", "港", "扩能改造")
place, word = st.sampled_from(PLACES), st.sampled_from(WORDS)
routes = st.builds(lambda ends, kind: "至".join(ends) + kind, st.lists(place, max_size=4), word)
shorts = st.builds(lambda ends, kind: "".join(e[0] for e in ends) + kind, st.lists(place), word)
sections = st.builds(lambda line, part: f"{line}{part}段", st.one_of(routes, shorts), routes)
names = st.one_of(routes, shorts, sections, st.builds("".join, st.lists(place, max_size=3)))


def index(all_names: Sequence[str]) -> FormIndex:
    found = FormIndex()
    for number, name in enumerate(all_names):
        found.add((number, 0), form(name))
    return found


@given(st.lists(names, min_size=2, max_size=12))
def test_no_name_that_compares_is_passed_over(some: list[str]) -> None:
    forms = index(some)
    for name in some:
        near = set(forms.near(form(name)))
        for at, other in forms.forms.items():
            assert at in near or compare(form(name), other)[0] == 0, (name, some[at[0]])


def test_no_known_project_is_passed_over() -> None:
    projects = load_registry().projects.values()
    every = list(dict.fromkeys(name for p in projects for name in (p.name, *p.aliases)))
    forms = index(every)
    for name in every:
        own = form(name)
        wanted = {at for at, other in forms.forms.items() if compare(own, other)[0]}
        assert wanted <= set(forms.near(own)), name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云泽至青岚铁路", "青岚县至云泽市铁路"),
        ("宜宾新市至青岚铁路", "宜宾至青岚铁路"),
        ("云泽经白石至青岚铁路", "云泽至青岚铁路"),
        ("武宜高铁", "武汉至宜昌高铁"),
        ("宜武高铁", "武汉至宜昌高铁"),
        ("蓉渝高铁", "成都至重庆高铁"),
        ("武宜渝高铁", "武汉经宜昌至重庆高铁"),
        ("武渝高铁", "武汉经宜昌至重庆高铁"),
        ("云泽新机场", "新机场"),
        ("大云泽市大桥", "大云泽大桥"),
        ("云青铁路", "青云铁路"),
        ("云青铁路云泽至白石段", "云青铁路"),
        ("云青铁路云泽至白石段", "云青铁路白石至云泽段"),
        ("G888云泽至青岚段", "G888"),
    ],
)
def test_each_way_to_agree_is_found_from_both_sides(one: str, other: str) -> None:
    assert compare(form(one), form(other))[0] > 0
    assert index([one]).near(form(other)) == [(0, 0)]
    assert index([other]).near(form(one)) == [(0, 0)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云泽至青岚铁路", "云泽至白石铁路"),
        ("云泽大桥", "青岚大桥"),
        ("云青高铁", "武汉至宜昌高铁"),
        ("云白河高铁", "云青河高铁"),
        ("大泽云泽", "泽云泽大"),
    ],
)
def test_names_with_nothing_in_common_do_not_meet(one: str, other: str) -> None:
    assert index([one]).near(form(other)) == []
    assert index([other]).near(form(one)) == []


def test_of_several_the_order_is_that_of_the_known() -> None:
    forms = FormIndex()
    for at in ((2, 0), (0, 1), (0, -2), (1, 0)):
        forms.add(at, form("云泽港"))
    assert forms.near(form("云泽港")) == [(0, -2), (0, 1), (1, 0), (2, 0)]


def compared(monkeypatch: pytest.MonkeyPatch, mentions: Sequence[Mention]) -> int:
    """How many pairs of names are looked at to propose records for all."""
    count = 0

    def counting(*pair: object) -> tuple[float, str]:
        nonlocal count
        count += 1
        return compare(*pair)  # type: ignore[arg-type]

    monkeypatch.setattr(match, "compare", counting)
    propose_all(mentions)
    return count


def test_twice_the_names_are_about_twice_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    mentions = read_mentions(plan_text(200_000), achievements=True)
    assert len(mentions) > 1500
    half = compared(monkeypatch, mentions[: len(mentions) // 2])
    whole = compared(monkeypatch, mentions)
    # Beside each other name that is a million.
    assert 0 < half <= whole < len(mentions) / 2


def test_a_name_said_again_shares_its_record_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    mentions = read_mentions("开工建设云泽至青岚铁路。" * 3 + "推进青岚至云泽铁路。" * 3)
    asked: list[str] = []

    def counting(name: str, *rest: object) -> object:
        asked.append(name)
        return match.best(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(propose, "best", counting)
    made = propose_all(mentions)
    assert asked == ["云泽至青岚铁路", "青岚至云泽铁路"]
    assert len({id(one) for one in made}) == 1
