"""The grammar of an address: every spelling that a link can hold, and the limits."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers import address
from layers.address import ALL, EXPLORER, FILE, KEYS, Kind, as_filter
from layers.address_reader import Asked, from_query, read_query
from layers.records import data
from layers.records.model import Atlas
from layers.selection import resolver
from layers.selection.comparison import Comparing
from layers.selection.filters import Filter
from layers.selection.years import known_years
from registry.errors import AtlasError
from registry.geometry import Precision
from registry.outcome.vocab import CurrentStatus as C
from registry.outcome.vocab import Verdict
from registry.vocab import CORE_MODES, ChangeClass, FindingKind, Mode, Status

#: What a link of before called gone, and a step back.
GIVEN_UP = frozenset({ChangeClass.BACK, ChangeClass.DROPPED})


def asked(
    lang: str = "zh",
    project: str | None = None,
    viewport: Any = None,
    view: str | None = None,
    on: int | None = None,
    **chosen: Any,
) -> Asked:
    """By default a filter is on what the plans say, and nothing on how far projects are."""
    sets = {k: frozenset(v) if isinstance(v, list) else v for k, v in chosen.items()}
    return Asked(Filter(**sets), lang, project, viewport, view or ("plan" if sets else "now"), on)


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("", asked()),
        ("?", asked()),
        ("#", asked()),
        # One of each key, as an explorer writes it.
        ("?lang=en", asked(lang="en")),
        ("?plan=old-2018", asked(plans=["old-2018"])),
        ("?plan=old-2018,new-2023", asked(plans=["old-2018", "new-2023"])),
        ("?plan=old-2018&plan=new-2023", asked(plans=["old-2018", "new-2023"])),
        ("?status=preparation,start", asked(statuses=[Status.PREPARATION, Status.START])),
        ("?region=west", asked(regions=["west"])),
        ("?mode=port", asked(modes=[Mode.PORT])),
        ("?mode=all", asked(modes=[])),
        ("?mode=port,all", asked(modes=[])),
        ("?place=510101,510100", asked(places=["510101", "510100"])),
        ("?year=0,2022", asked(years=[0, 2022])),
        ("?finding=back,start_slip", asked(findings=[FindingKind.BACK, FindingKind.START_SLIP])),
        # Keys as old as the choice of view: no link from before it has one.
        ("?current=open,partly_open", asked(currents=[C.OPEN, C.PARTLY_OPEN], view="now")),
        ("?verdict=late&current=", asked(verdicts=[Verdict.LATE], view="now")),
        ("?precision=none", asked(precisions=[Precision.NONE], view="now")),
        ("#current=在建", asked(currents=[C.CONSTRUCTION], view="now")),
        ("#verdict=未兑现", asked(verdicts=[Verdict.MISSED], view="now")),
        ("?mode=port&on=2021", asked(modes=[Mode.PORT], view="now", on=2021)),
        ("?mode=port&current=open", asked(modes=[Mode.PORT], currents=[C.OPEN], view="now")),
        ("?current=open&mode=port", asked(modes=[Mode.PORT], currents=[C.OPEN], view="now")),
        ("?current=open&view=plan", asked(currents=[C.OPEN], view="plan")),
        ("?current=&mode=port", asked(modes=[Mode.PORT])),
        # How it is drawn: a link that filters and says nothing shows what it showed before.
        ("?view=plan", asked(view="plan")),
        ("?view=now", asked()),
        ("?view=elsewhere", asked()),
        ("?plan=old-2018&view=now", asked(plans=["old-2018"], view="now")),
        ("?view=now&q=a", asked(query="a", view="now")),
        ("?view=plan&view=now", asked()),
        ("#finding=建成推后", asked(findings=[FindingKind.COMPLETE_SLIP])),
        ("?q=%E4%B9%99", asked(query="乙")),
        ("?q=a+b", asked(query="a b")),
        ("?q=a&q=b", asked(query="b")),
        ("?project=first-line", asked(project="first-line")),
        ("?at=29.5,105.5,9", asked(viewport=(29.5, 105.5, 9))),
        # What only the browser draws.
        ("?tab=charts&theme=dark&band=on", replace(asked(), tab="charts")),
        (
            "?tab=compare&from=all&to=new-2023&change=back,gone",
            replace(
                asked(), tab="compare", comparing=Comparing("all", "new-2023", GIVEN_UP, "one")
            ),
        ),
        (
            "?tab=compare&from=2019&to=2021&maps=swipe",
            replace(
                asked(), tab="compare", comparing=Comparing("2019", "2021", maps="swipe")
            ),
        ),
        ("?rail=off&road=on", asked()),
        # As an exported file has it: names, a viewport in three keys, a step.
        ("#region=西区", asked(regions=["west"])),
        ("#region=%E8%A5%BF%E5%8C%BA&plan=计划2020", asked(regions=["west"], plans=["mid-2020"])),
        ("#status=前期工作,Start", asked(statuses=[Status.PREPARATION, Status.START])),
        ("#mode=铁路", asked(modes=[Mode.RAIL])),
        ("#lat=29.5&lon=105.5&zoom=9", asked(viewport=(29.5, 105.5, 9))),
        ("#project=第一", asked()),
        ("#project=旧名&step=3", asked(project="first-line")),
        # What cannot be is left out, and costs nothing else.
        ("?plan=nowhere&status=start", asked(statuses=[Status.START])),
        ("?plan=,old-2018,", asked(plans=["old-2018"])),
        ("?mode=tram", asked(view="plan")),
        ("?lang=fr", asked()),
        ("?year=1999,2022,x,²", asked(years=[2022])),
        ("?place=999999", asked(view="plan")),
        ("?near=104.5,30,20", asked(near=(104.5, 30.0, 20.0), view="now")),
        ("#box=104,29,105,30", asked(box=(104, 29, 105, 30), view="now")),
        ("?within=104,29,105,29,105,30", asked(within=(104, 29, 105, 29, 105, 30), view="now")),
        ("?near=104.5,30,301&box=105,29,104,30", asked(view="now")),
        ("?at=29.5,105.5", asked()),
        ("?at=29.5,105.5,nan", asked()),
        ("?at=29.5,105.5,9,1", asked()),
        ("#lat=29.5&lon=105.5", asked()),
        ("?__proto__=1&embed=true", asked()),
    ],
)  # fmt: skip
def test_what_a_link_asks_for(small: Atlas, query: str, read: Asked) -> None:
    assert from_query(query, small) == read


@pytest.mark.parametrize(
    ("query", "key", "said"),
    [
        # In the order in which they are said, each once.
        ("plan=new-2023,old-2018,new-2023", "plan", ["new-2023", "old-2018"]),
        ("plan=new-2023&plan=old-2018&plan=new-2023", "plan", ["new-2023", "old-2018"]),
        ("year=2022,0,2022", "year", [2022, 0]),
        ("mode=rail,all,rail", "mode", []),
    ],
)
def test_a_list_holds_each_code_once(small: Atlas, query: str, key: str, said: list[Any]) -> None:
    assert read_query(query, small, EXPLORER).values[key] == said


def test_a_search_is_cut(small: Atlas) -> None:
    assert from_query("q=" + "a" * 81, small).chosen.query == "a" * 80
    assert from_query("q=" + "a" * 80, small).chosen.query == "a" * 80


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("end", [0, 1])
def test_a_viewport_may_lie_on_its_limits_and_not_beyond(
    small: Atlas, place: int, end: int
) -> None:
    within = address.limits(small)
    middle = [(low + high) / 2 for low, high in within.values()]
    edge = list(within.values())[place][end]
    on = [*middle[:place], edge, *middle[place + 1 :]]
    beyond = [*middle[:place], edge + (0.001 if end else -0.001), *middle[place + 1 :]]
    assert address.viewport(*on, within) == tuple(on)
    assert address.viewport(*beyond, within) is None
    assert address.parse_viewport(",".join(map(str, on)), within) == tuple(on)


def test_limits_follow_the_land(small: Atlas) -> None:
    # A small land may be seen from 8 degrees beyond, a larger one from three quarters of its width.
    assert address.limits(small) == {"lat": (21, 39), "lon": (96, 116), "zoom": (5, 13)}
    shipped = data.load()
    assert address.limits(shipped) == {"lat": (16, 44), "lon": (87, 120), "zoom": (5, 13)}


@given(st.text(max_size=60))
def test_no_address_breaks_the_page(small: Atlas, text: str) -> None:
    for query in (text, f"?q={text}", f"?at={text}", f"#year={text}&plan={text}&lat={text}"):
        assert from_query(query, small).lang in ("zh", "en")


def test_every_field_of_the_filter_has_one_key() -> None:
    filling = [key.field for key in KEYS.values() if key.field]
    assert sorted(filling) == sorted(field.name for field in fields(Filter))
    assert all(KEYS[name].kind is Kind.CODES and KEYS[name].field for name in address.NAMED)


def test_keys_that_change_a_download_are_heard(small: Atlas) -> None:
    other = {"lang": "en", "plan": "old-2018", "status": "start", "region": "west", "mode": "all"}
    other |= {"place": "510101", "year": "2022", "q": "x", "project": "first-line"}
    other |= {"near": "104,30,9", "box": "104,29,105,30", "within": "104,29,105,29,105,30"}
    other |= {"finding": "back", "at": "29.5,105.5,9"}
    other |= {"view": "plan", "current": "open", "verdict": "late", "precision": "none"}
    other |= {"on": "2021", "tab": "compare", "change": "back", "from": "all", "to": "old-2018"}
    other |= {"maps": "two"}
    for name, key in KEYS.items():
        if key.kind is Kind.NUMBER:
            continue
        assert key.drawn is (name not in other), name
        if not key.drawn:
            assert from_query(f"{name}={other[name]}", small) != from_query("", small), name


def test_only_what_changes_no_download_is_drawn_alone() -> None:
    drawn = {name for name, key in KEYS.items() if key.drawn}
    assert drawn == {"theme", "rail", "road", "band", "names", "step"}
    assert {name for name, key in KEYS.items() if key.only == FILE} == {"step"}


def test_the_map_stands_on_years_of_which_anything_is_known(small: Atlas) -> None:
    assert list(known_years(small)) == list(range(2019, 2027))
    for year in ("2019", "2026"):
        assert from_query(f"on={year}", small).on == int(year)
    for year in ("2018", "2027", "x", ""):
        assert from_query(f"on={year}", small).on is None
    early = replace(small, as_of="2021-05")
    assert list(known_years(early))[-1] == 2025
    assert list(known_years(replace(small, as_of="")))[-1] == 2025
    assert not known_years(replace(small, projects=()))


def test_modes_default_to_the_core_ones() -> None:
    assert as_filter({}).modes == frozenset(CORE_MODES)
    assert as_filter({"mode": []}).modes == frozenset(CORE_MODES)
    assert as_filter({"mode": [ALL]}).modes == frozenset()
    assert as_filter({"mode": ["rail"]}).modes == {Mode.RAIL}
    assert as_filter({"plan": ["a"], "unknown": ["b"]}, "q") == Filter(
        plans=frozenset({"a"}), query="q"
    )


# names


THERE = {
    "first-line": ("甲乙铁路", "The First", ""),
    "first": ("首", "甲乙"),
    "x": ("First-Line", "Y"),
}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("first-line", "first-line"),
        ("first", "first"),
        (" FIRST ", "first"),
        ("ｆｉｒｓｔ", "first"),
        ("甲乙铁路", "first-line"),
        ("甲乙", "first"),
        # A part of one code's spellings; of two it is none; nor is one character.
        ("甲乙铁", "first-line"),
        ("乙铁", "first-line"),
        ("irst", None),
        ("铁", None),
        ("首", "first"),
        ("y", "x"),
        # A code is itself whatever else is called so.
        ("First-line", "first-line"),
        ("", None),
        (" ", None),
        ("nothing", None),
    ],
)
def test_what_a_name_stands_for(name: str, code: str | None) -> None:
    assert resolver.find(name, THERE) == code


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    with pytest.raises(AtlasError, match=r"--plan: there is no plan 'firsst', perhaps first"):
        resolver.resolve("--plan", "plan", "firsst", THERE)
    with pytest.raises(AtlasError) as raised:
        resolver.resolve("--plan", "plan", "qqqq", THERE)
    assert "perhaps" not in raised.value.text("en")


def test_lists_of_names_are_joined_by_any_comma() -> None:
    found = resolver.resolve_all("x", "plan", ["first, x", "甲乙铁路，首", "y、", ""], THERE)
    assert found == {"first", "x", "first-line"}


def test_all_is_a_mode_by_itself_only(small: Atlas) -> None:
    assert address.named_filter("--", {"mode": ["all"]}, small).modes == frozenset()
    assert address.named_filter("--", {}, small).modes == frozenset(CORE_MODES)
    with pytest.raises(AtlasError, match="--mode: there is no mode 'all'"):
        address.named_filter("--", {"mode": ["all", "rail"]}, small)
