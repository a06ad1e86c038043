"""The routes of proposed records: which unit a name begins with, which river is followed."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest

from geo import proposing
from geo.gazetteer import Gazetteer
from geo.geocode import Located
from geo.proposing import resolve, route_of, route_through
from registry.errors import AtlasError
from registry.geometry import Basis, Method, PlaceKind, Precision
from registry.land.extent import Land
from registry.models import AreaRoute, LineRoute, NoRoute, PlaceRoute, RiverRoute
from registry.paths import DEFAULT
from registry.tables import Place
from registry.vocab import Mode

UNITS = {
    # Prefectures, then counties: codes and names.
    "420100": "大江市",
    "420300": "云泽市",
    "420400": "青岚土家族自治州",
    "420301": "云泽县",
    "420302": "白石区",
    "420102": "白石县",
    "420401": "金塘县",
    "420402": "青山县",
    "420111": "江东区",
}


def place(name: str, adcode: str = "420301", kind: PlaceKind = PlaceKind.SEAT) -> Place:
    return Place(name, name, kind, adcode, 110.0, 30.0, 200.0, "source")


PLACES = Gazetteer(
    [
        place("甲寨"),
        place("乙寨市"),
        place("丙寨区"),
        place("丁寨县"),
        place("戊寨镇", kind=PlaceKind.TOWN),
        place("己寨站", kind=PlaceKind.STATION),
        place("庚寨苗族自治县"),
        # Of one name a city and a county: the city is meant.
        place("辛寨市"),
        place("辛寨县"),
        # A village of two characters is none that a bare name means; one of three is.
        place("村甲", kind=PlaceKind.TOWN),
        place("村甲县"),
        place("村乙", kind=PlaceKind.TOWN),
        place("大村丙", kind=PlaceKind.TOWN),
        # At home and far away, twice at home, twice far away.
        place("壬寨", "420301"),
        place("壬寨", "110101"),
        place("癸寨", "420301"),
        place("癸寨", "420302"),
        place("子寨", "110101"),
        place("子寨", "120101"),
        place("丑寨", "110101"),
    ]
)


@pytest.fixture(autouse=True)
def land(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[object, str]]]:
    """A made land of one province; what is drawn is kept and fails for the name 不成."""
    drawn: list[tuple[object, str]] = []
    prefectures = {code: name for code, name in UNITS.items() if code.endswith("00")}
    counties = {code: name for code, name in UNITS.items() if not code.endswith("00")}

    def table(units: dict[str, str]) -> pd.DataFrame:
        return pd.DataFrame({"adcode": list(units), "name": list(units.values())})

    def locate(route: object, _: Mode, __: object, *, where: str, **___: object) -> Located:
        if where == "不成":
            raise AtlasError("某站", zh="不在河边", en="not on the river")
        drawn.append((route, where))
        return Located(None, Precision.NONE, Method.NONE, "", None)

    monkeypatch.setattr(proposing, "load_prefectures", lambda _: table(prefectures))
    monkeypatch.setattr(proposing, "load_counties", lambda _: table(counties))
    monkeypatch.setattr(proposing, "load_land", lambda _: Land(("42",), (0, 0, 1, 1)))
    monkeypatch.setattr(proposing, "load_rivers", lambda _: {"白河": None, "长河": None})
    monkeypatch.setattr(proposing, "locate", locate)
    proposing._units.cache_clear()
    yield drawn
    proposing._units.cache_clear()


@pytest.mark.parametrize(
    ("word", "found", "why"),
    [
        ("甲寨", "甲寨@420301", "地名录原名"),
        ("乙寨", "乙寨市@420301", "市府所在地"),
        ("丙寨", "丙寨区@420301", "区府所在地"),
        ("丁寨", "丁寨县@420301", "县府所在地"),
        ("戊寨", "戊寨镇@420301", "集镇"),
        ("己寨", "己寨站@420301", "车站"),
        ("庚寨", "庚寨苗族自治县@420301", "驻地"),
        ("辛寨", "辛寨市@420301", "市府所在地"),
        ("村甲", "村甲县@420301", "县府所在地"),
        ("村乙@42", "村乙@420301", "地名录原名"),
        ("大村丙", "大村丙@420301", "地名录原名"),
        ("壬寨", "壬寨@420301", "地名录原名"),
        ("壬寨@11", "壬寨@110101", "地名录原名"),
        ("丑寨", "丑寨@110101", "地名录原名"),
    ],
)
def test_a_word_stands_for_one_place(word: str, found: str, why: str) -> None:
    step = resolve(word, PLACES)
    assert (step.word, step.place.ref, step.why[0]) == (word, found, why)


@pytest.mark.parametrize(
    ("word", "zh", "en"),
    [
        ("癸寨", "有 2 处：癸寨@420301, 癸寨@420302", "stands for 2 places"),
        ("子寨", "有 2 处：子寨@110101, 子寨@120101", "stands for 2 places"),
        ("村乙", "只有同名的乡镇 村乙@420301", "only a town"),
    ],
)
def test_a_word_that_stands_for_none_or_several(word: str, zh: str, en: str) -> None:
    with pytest.raises(AtlasError) as raised:
        resolve(word, PLACES)
    assert raised.value.where == word
    assert zh in raised.value.zh
    assert en in raised.value.en


def test_a_word_nobody_knows() -> None:
    with pytest.raises(AtlasError):
        resolve("无此", PLACES)


@pytest.mark.parametrize(
    ("name", "code", "unit"),
    [
        ("大江市机场", "4201", "大江市"),
        ("大江机场", "4201", "大江"),
        # A county that is called like its prefecture lies in it.
        ("云泽机场", "4203", "云泽"),
        ("云泽市机场", "4203", "云泽市"),
        ("云泽县机场", "420301", "云泽县"),
        ("青岚土家族自治州公路", "4204", "青岚土家族自治州"),
        ("青岚公路", "4204", "青岚"),
        ("青岚港", "4204", "青岚"),
        ("白石区机场", "420302", "白石区"),
        ("金塘县", "420401", "金塘"),
        ("金塘港", "420401", "金塘"),
        # Of two counties of one short name none is meant; neither is part of another name.
        ("白石机场", None, None),
        ("金塘", None, None),
        ("金塘江航道", None, None),
        ("金塘河大桥", None, None),
        ("金塘湖公园", None, None),
        ("金塘海港", None, None),
        ("金塘水库", None, None),
        ("江东江机场", None, None),
        ("云大江机场", None, None),
        ("大", None, None),
        ("", None, None),
        ("无此机场", None, None),
    ],
)
def test_the_unit_that_a_name_begins_with(name: str, code: str | None, unit: str | None) -> None:
    route = route_of((), name, Mode.AIRPORT, PLACES, note="说明")
    if code is None:
        assert isinstance(route, NoRoute)
        assert route.reason == "说明"
    else:
        assert isinstance(route, AreaRoute)
        assert route.adcodes == [code]
        assert route.note == f"只知在{unit}境内"
        assert route.basis is Basis.PLAN


def test_a_land_without_units(monkeypatch: pytest.MonkeyPatch) -> None:
    empty = pd.DataFrame({"adcode": [], "name": []})
    monkeypatch.setattr(proposing, "load_prefectures", lambda _: empty)
    monkeypatch.setattr(proposing, "load_counties", lambda _: empty)
    route = route_of((), "大江机场", Mode.AIRPORT, PLACES)
    assert isinstance(route, NoRoute)
    assert route.reason == "计划只给了名称，没有说在哪里"


@pytest.mark.parametrize(
    ("stops", "note", "refs", "said"),
    [
        (("甲寨", "乙寨"), "", ["甲寨", "乙寨市"], None),
        (("甲寨", "乙寨"), "按简称", ["甲寨", "乙寨市"], "按简称"),
        (("甲寨", "壬寨", "乙寨"), "", ["甲寨", "壬寨@420301", "乙寨市"], None),
        (("甲寨", "甲寨", "乙寨"), "", ["甲寨", "乙寨市"], None),
        (("甲寨", "乙寨", "甲寨"), "", ["甲寨", "乙寨市", "甲寨"], None),
        (("甲寨", "癸寨", "乙寨"), "", ["甲寨", "乙寨市"], "“癸寨”有 2 处："),
        (("甲寨", "癸寨", "乙寨"), "按简称", ["甲寨", "乙寨市"], "按简称；“癸寨”有 2 处："),
        (("甲寨", "乙寨", "丑寨"), "", ["甲寨", "乙寨市", "丑寨"], None),
    ],
)
def test_stops_that_are_places_make_a_line(
    stops: tuple[str, ...],
    note: str,
    refs: list[str],
    said: str | None,
    land: list[tuple[object, str]],
) -> None:
    route = route_of(stops, "甲乙铁路", Mode.RAIL, PLACES, note=note)
    assert isinstance(route, LineRoute)
    assert route.stops == refs
    assert (route.note or "").startswith(said or "")
    assert bool(route.note) is bool(said)
    assert land == [(route, "甲乙铁路")]


@pytest.mark.parametrize(
    ("stops", "note", "reason"),
    [
        (("甲寨",), "", "两端是同一处"),
        (("甲寨", "甲寨"), "", "两端是同一处"),
        (("甲寨", "甲寨"), "按简称", "按简称"),
        (("甲寨", "村乙"), "", "“村乙”地名录中只有"),
        (("村乙", "村乙"), "按简称", "按简称；“村乙”地名录中只有"),
    ],
)
def test_one_place_is_no_line(stops: tuple[str, ...], note: str, reason: str) -> None:
    # What stands in the unit that the name begins with has stops, and so no area.
    route = route_of(stops, "云泽铁路", Mode.RAIL, PLACES, note=note)
    assert isinstance(route, NoRoute)
    assert route.reason.startswith(reason)


@pytest.mark.parametrize(
    ("name", "river"),
    [("白河航道", "白河"), ("长河航道", "长河"), ("新白河航道", None), ("甲乙航道", None)],
)
def test_a_river_that_the_name_begins_with_is_followed(name: str, river: str | None) -> None:
    route = route_of(("甲寨", "乙寨", "丙寨"), name, Mode.WATERWAY, PLACES)
    if river is None:
        assert isinstance(route, LineRoute)
    else:
        assert isinstance(route, RiverRoute)
        (reach,) = route.reaches
        assert reach.river == river
        ends = reach.model_dump(by_alias=True)
        assert (ends["from"], ends["to"]) == ("甲寨", "丙寨区")
        assert route.basis is Basis.PLAN


@pytest.mark.parametrize(
    ("note", "reason"), [("", "某站：不在河边"), ("按简称", "按简称；某站：不在河边")]
)
def test_what_cannot_be_drawn_says_why(note: str, reason: str) -> None:
    route = route_of(("甲寨", "乙寨"), "不成", Mode.RAIL, PLACES, note=note)
    assert isinstance(route, NoRoute)
    assert route.reason == reason


def test_places_that_a_person_names() -> None:
    one = route_through(["甲寨"], note="词")
    assert isinstance(one, PlaceRoute)
    assert (one.places, one.basis, one.note) == (["甲寨"], Basis.PLAN, "词")
    two = route_through(["甲寨", "乙寨市"])
    assert isinstance(two, LineRoute)
    assert (two.stops, two.basis, two.note) == (["甲寨", "乙寨市"], Basis.PLAN, None)
    river = route_through(["甲寨", "丙寨区", "乙寨市"], "白河", "词")
    assert isinstance(river, RiverRoute)
    assert river.note == "词"


def test_characters_that_cannot_be_seen_are_left_out() -> None:
    route = route_of((), "无此机场", Mode.AIRPORT, PLACES, note="按\u200b简称")
    assert isinstance(route, NoRoute)
    assert "\u200b" not in route.reason
    assert DEFAULT.data.name == "data"
