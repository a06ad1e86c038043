"""Names compared with those of known projects: what they are made of, and how sure it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.matching.forms import abbreviates, form, is_road, same_place
from plans.matching.match import LEAST, Candidates, Known, best, compare, each_matched, known
from plans.reading.mentions import read_mentions
from registry.load import load_registry


@pytest.mark.parametrize(
    ("name", "kind", "stem", "ends"),
    [
        ("云青高速铁路", "高铁", "云青", ()),
        ("云泽至青岚高速公路扩容工程", "高速", "", ("云泽", "青岚")),
        ("云泽经白石至青岚铁路", "铁路", "", ("云泽", "白石", "青岚")),
        ("云泽—青岚天然气管道", "天然气管道", "", ("云泽", "青岚")),
        ("G888云泽至青岚高速公路", "高速", "", ("云泽", "青岚")),
        ("云泽水库", "", "云泽水库", ()),
    ],
)
def test_names_are_taken_apart(name: str, kind: str, stem: str, ends: tuple[str, ...]) -> None:
    taken = form(name)
    assert (taken.kind, taken.stem, taken.ends, taken.line) == (kind, stem, ends, None)


@pytest.mark.parametrize(
    ("name", "line", "stem", "ends"),
    [
        ("云青铁路云泽至白石段扩能改造", "云青铁路", "", ("云泽", "白石")),
        ("云青铁路(云泽至白石段)", "云青铁路", "", ("云泽", "白石")),
        ("云青铁路云白段", "云青铁路", "云白", ()),
        ("合青高速(云泽段)", "合青高速", "云泽", ()),
        ("白水河云泽至青岚段航道整治", "白水河", "", ("云泽", "青岚")),
        ("G888云泽段", "G888", "云泽", ()),
    ],
)
def test_sections_know_their_line(name: str, line: str, stem: str, ends: tuple[str, ...]) -> None:
    taken = form(name)
    assert taken.line is not None
    assert (taken.line.text, taken.stem, taken.ends) == (line, stem, ends)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("泸州", "泸州市", True),
        ("大安区", "大安", True),
        ("重庆主城", "重庆", True),
        ("泸州", "宜宾", False),
        ("云", "云泽", False),
    ],
)
def test_places_with_and_without_their_unit(one: str, other: str, same: bool) -> None:
    assert same_place(one, other) is same is same_place(other, one)


@pytest.mark.parametrize(
    ("stem", "places", "does"),
    [
        ("成达万", ("成都", "达州", "万州"), True),
        ("渝昆", ("重庆", "昆明"), True),
        ("蓉沪", ("成都", "上海"), True),
        ("昆渝", ("重庆", "昆明"), False),
        ("成达", ("成都", "达州", "万州"), False),
        ("云岚", ("云泽", "青岚河"), True),
        ("云河", ("云泽", "青岚河"), False),
        ("成万达", ("成都", "达州", "万州"), False),
    ],
)
def test_short_names_of_lines(stem: str, places: tuple[str, ...], does: bool) -> None:
    assert abbreviates(stem, places) is does


def test_roads_are_numbers_only() -> None:
    assert is_road("G247")
    assert is_road("S210线")
    assert not is_road("G247云泽段")
    assert not is_road("云泽公路")


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("云青高铁", "云青高速铁路", 1.0),
        ("云青客专", "云青高铁", 1.0),
        ("云泽至青岚铁路", "云泽至青岚铁路扩能改造工程", 1.0),
        ("云泽市至青岚铁路", "云泽至青岚铁路", 1.0),
        ("青岚至云泽铁路", "云泽至青岚铁路", 0.95),
        ("云泽至青岚铁路", "云泽经白石至青岚铁路", 0.9),
        ("青岚至云泽铁路", "云泽经白石至青岚铁路", 0.855),
        ("云青铁路", "云泽至青岚铁路", 0.92),
        ("青云铁路", "云泽至青岚铁路", 0.95 * 0.92),
        ("云青铁路", "云泽经白石至青岚铁路", 0.92 * 0.9),
        ("云青铁路", "青云铁路", 0.95),
        ("云白青铁路", "青白云铁路", 0.95),
        ("云白青河铁路", "河青白云铁路", 0.0),
        ("云青高铁", "云青铁路", 0.88),
        ("云青高铁", "云青高速", 0.0),
        ("云青高铁", "云白高铁", 0.0),
        ("云泽至青岚铁路", "云泽至河湾铁路", 0.0),
        ("三星船闸", "涪江三星船闸", 0.85),
        ("自贡大安区楼房湾水库", "自贡大安楼房湾水库", 0.9),
        ("云青铁路云泽至白石段", "云泽至青岚铁路云泽至白石段", 0.92),
        ("云青铁路云白段", "云青铁路云泽至白石段", 0.92),
        ("云泽至白石铁路", "云青铁路云泽至白石段", 0.85),
        ("云泽至白石铁路", "云青高铁云泽至白石段", 0.85 * 0.88),
        ("云青高铁云泽至白石段", "云青铁路云泽至白石段", 0.88),
        ("云青铁路云泽至白石段", "云青铁路", 0.5),
        ("云青铁路云泽至白石段", "云青铁路白石至青岚段", 0.0),
        # A section as long as its line is still a section.
        ("云青铁路云泽至青岚段", "云青铁路", 0.5),
        # Another via is another route, even where the places are alike.
        ("云泽至青岚铁路", "云泽经青岚东至青岚铁路", 0.9),
        ("云青", "云青铁路", 0.95),
        # One character is no name to end another with.
        ("云铁路", "白云铁路", 0.0),
        ("G247", "G247云泽段", 0.65),
        ("云青铁路", "白石水库", 0.0),
    ],
)
def test_what_each_difference_takes_from_the_score(one: str, other: str, score: float) -> None:
    assert compare(form(one), form(other))[0] == pytest.approx(score)
    assert compare(form(other), form(one))[0] == pytest.approx(score)


KNOWN = Candidates(
    [
        Known("yunqing-railway", "rail", ("云青铁路", "老云青铁路")),
        Known("yunqing-hsr", "rail", ("云青高铁", "云泽至青岚高铁")),
        Known("yunqing-expwy", "highway", ("云青高速公路",)),
    ]
)


@pytest.mark.parametrize(
    ("name", "mode", "project", "score"),
    [
        ("云青铁路", "rail", "yunqing-railway", 1.0),
        ("老云青铁路", "rail", "yunqing-railway", 1.0),
        ("云青高速铁路", "rail", "yunqing-hsr", 1.0),
        ("云泽至青岚高铁", "rail", "yunqing-hsr", 1.0),
        ("云青高速", "highway", "yunqing-expwy", 1.0),
        ("云青高速", "rail", None, None),
        ("云青铁路", "corridor", "yunqing-railway", 0.95),
        ("河湾水库", "water", None, None),
    ],
)
def test_the_best_of_the_known(
    name: str, mode: str, project: str | None, score: float | None
) -> None:
    found = best(name, mode, KNOWN)
    assert (found and found.project_id, found and found.score) == (project, score)


def test_reasons_tell_a_name_from_an_alias() -> None:
    own, alias = best("云青铁路", "rail", KNOWN), best("老云青铁路", "rail", KNOWN)
    assert own is not None
    assert alias is not None
    assert own.reason.startswith("同名")
    assert alias.reason.startswith("同别名")


def test_a_doubtful_match_names_no_project_but_says_which_it_may_be() -> None:
    mentions = read_mentions("开工云青铁路云泽至白石段，建成云青高铁，建设白石机场。")
    section, line, airport = each_matched(mentions, KNOWN)
    assert (section.project_id, section.match_score) == ("", 0.5)
    assert section.match_score < LEAST
    assert "yunqing-railway" in section.match_reason
    assert (line.project_id, line.match_score) == ("yunqing-hsr", 1.0)
    assert airport == mentions[2]
    assert replace(line, project_id="", match_score=None, match_reason="") == mentions[1]


def test_every_known_project_is_found_by_its_own_names() -> None:
    projects = load_registry().projects
    candidates = known(projects.values())
    for project in projects.values():
        found = best(project.name, project.mode.value, candidates)
        assert found is not None
        assert (found.project_id, found.score) == (project.id, 1.0)


def test_finding_does_not_ask_the_registry() -> None:
    text = "加快成渝中线高铁建设，实施隆黄铁路隆叙段扩能改造。"
    mentions = read_mentions(text)
    assert [m.name for m in each_matched(mentions, Candidates())] == [m.name for m in mentions]
    assert all(not m.project_id for m in each_matched(mentions, Candidates()))


@given(st.text(max_size=30), st.text(max_size=30))
def test_scores_are_shares_and_the_same_both_ways(one: str, other: str) -> None:
    a, b = form(one), form(other)
    score, _ = compare(a, b)
    assert 0 <= score <= 1
    assert compare(b, a)[0] == pytest.approx(score)
    assert compare(a, a)[0] == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("宜宾新市", "宜宾", True),
        ("成都双流", "双流", True),
        ("双流区", "成都双流", True),
        ("宜宾", "泸州", False),
        ("宜", "宜宾", False),
        ("成都双流", "都双", False),
    ],
)
def test_a_place_with_and_without_what_it_lies_in(one: str, other: str, same: bool) -> None:
    assert same_place(one, other) == same_place(other, one) == same
