"""Published kilometres beside the drawn ones: how each is measured, refused and reported."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import pytest
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from building.projects import Built, build_projects
from building.reports.lengths import REASON_BEYOND, Compared, compare, compared, lengths_report
from geo.crs import length_m
from geo.gazetteer import load_gazetteer
from geo.geocode import Located
from registry.errors import AtlasError
from registry.geometry import Basis, Method, PlaceKind, Precision
from registry.load import load_registry
from registry.paths import Paths
from registry.tables import Place, PublishedLength, read_published_lengths
from registry.vocab import Mode
from tests.support.reported import project

#: Along the 30.1st parallel through 简阳 and 乐至.
STOPS = {"甲": (104.40, 30.20), "乙": (104.60, 30.25), "丙": (104.90, 30.25)}
HEAD = "project_id,adcode,from_stop,to_stop,km,publisher,url,published,independent,note\n"


def line(*names: str, ident: str = "line") -> Built:
    points = [STOPS[name] for name in names]
    stops = [
        Place(name, name, PlaceKind.INTERCHANGE, "510185", *STOPS[name], 200.0, "source")
        for name in names
    ]
    geometry: BaseGeometry | None = LineString(points) if points else None
    located = Located(
        geometry, Precision.WAYPOINTS, Method.STOPS, "source", 900, stops, Basis.PUBLIC
    )
    return Built(project(ident=ident, mode=Mode.HIGHWAY), located, [], [], [])


def row(
    km: float = 20.0,
    *,
    adcode: str = "",
    start: str = "",
    end: str = "",
    ident: str = "line",
    note: str = "",
    independent: bool = True,
) -> tuple[str, PublishedLength]:
    values = (ident, adcode, start, end, km, "某报", "", "2021", independent, note)
    return "file:2", PublishedLength(*values)


def km_of(*names: str) -> float:
    return round(length_m(LineString([STOPS[name] for name in names])) / 1000, 1)


def test_a_section_is_measured_between_its_stops_whichever_is_named_first() -> None:
    drawn = line("甲", "乙", "丙")
    there, back, last = compare(
        [drawn], [row(start="甲", end="乙"), row(start="乙", end="甲"), row(start="乙", end="丙")]
    )
    assert there.drawn_km == back.drawn_km == km_of("甲", "乙")
    assert last.drawn_km == km_of("乙", "丙")
    assert last.drawn_km != there.drawn_km
    assert there.place == "甲—乙"


def test_round_a_ring_a_section_goes_onward() -> None:
    ring = line("甲", "乙", "丙", "甲")
    onward, over = compare([ring], [row(start="乙", end="丙"), row(start="丙", end="乙")])
    assert onward.drawn_km == km_of("乙", "丙")
    assert over.drawn_km == pytest.approx(km_of("丙", "甲") + km_of("甲", "乙"), abs=0.1)


def test_a_county_a_city_and_a_province_hold_what_lies_inside() -> None:
    drawn = line("甲", "乙", "丙")
    county, city, province = compare(
        [drawn], [row(adcode="510185"), row(adcode="510100"), row(adcode="510000")]
    )
    assert (county.place, city.place, province.place) == ("简阳市", "成都市", "四川省")
    assert 0 < county.drawn_km < province.drawn_km
    assert county.drawn_km == city.drawn_km
    assert province.drawn_km == km_of("甲", "乙", "丙")
    other = compare([drawn], [row(adcode="520000")])[0]
    assert other.drawn_km == 0


@pytest.mark.parametrize(
    ("km", "off", "explained"),
    [(100.0, 0.0, True), (87.0, 0.1494, True), (86.9, 0.1507, False), (117.7, -0.1504, False)],
)
def test_more_than_fifteen_per_cent_wants_a_reason(km: float, off: float, explained: bool) -> None:
    one = Compared(row(km)[1], "某县", 100.0)
    assert one.error == pytest.approx(off, abs=0.0001)
    assert one.unexplained is not explained
    assert not Compared(row(km, note="含连接线")[1], "某县", 100.0).unexplained


@pytest.mark.parametrize(
    ("wrong", "where", "words"),
    [
        (row(adcode="510185", ident="lien"), "file:2: project_id", "perhaps line"),
        (row(adcode="519999"), "file:2: adcode", "'519999' is no code of an area"),
        (row(start="甲", end="丁"), "file:2: to_stop", "'丁' is no stop of line"),
        (row(start="丁", end="甲"), "file:2: from_stop", "'丁' is no stop of line"),
    ],
)
def test_what_cannot_be_compared_is_said(
    wrong: tuple[str, PublishedLength], where: str, words: str
) -> None:
    with pytest.raises(AtlasError) as error:
        compare([line("甲", "乙")], [wrong])
    assert error.value.where == where
    assert words in error.value.en


def test_a_project_without_a_line_has_nothing_to_compare() -> None:
    with pytest.raises(AtlasError, match="line is not drawn as a line"):
        compare([line()], [row(adcode="510185")])


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("line,510185,,,0,某报,,2021,true,\n", "the length 0 is not positive"),
        ("line,,甲,,3,某报,,2021,true,\n", "give either adcode, or from_stop and to_stop"),
        ("line,510185,甲,乙,3,某报,,2021,true,\n", "give either adcode, or from_stop and to_stop"),
        ("line,,,,3,某报,,2021,true,\n", "give either adcode, or from_stop and to_stop"),
        (
            "line,510185,,,3,某报,,2021,true,\nline,510185,,,4,别报,,2022,true,\n",
            "one figure stands",
        ),
        (
            "line,510100,,,9,某报,,2021,true,\nline,510185,,,6,某报,,2021,true,\nline,510104,,,4.1,某报,,2021,true,\n",
            "its parts add up to 10.1 km, more than its own 9 km",
        ),
        (
            "line,510000,,,9,某报,,2021,true,\nline,510100,,,9.6,某报,,2021,true,\n",
            "its parts add up to 9.6 km, more than its own 9 km",
        ),
    ],
)
def test_a_figure_that_cannot_be_is_refused(tmp_path: Path, rows: str, words: str) -> None:
    paths = Paths(tmp_path)
    paths.published_lengths.write_text(HEAD + rows, "utf-8")
    with pytest.raises(AtlasError) as error:
        read_published_lengths(paths)
    assert words in error.value.en
    assert error.value.where.startswith(f"{tmp_path.name}/published_lengths.csv:")


def test_rounding_and_other_sources_are_no_fault(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    assert read_published_lengths(paths) == []
    paths.published_lengths.write_text(
        HEAD + "line,510100,,,9,某报,,2021,true,\nline,510185,,,6,某报,,2021,true,\n"
        "line,510104,,,4,某报,,2021,true,\nline,510106,,,40,别报,,2021,true,\n",
        "utf-8",
    )
    assert [one.km for _, one in read_published_lengths(paths)] == [9, 6, 4, 40]


def test_the_report_lists_each_figure_and_counts_them() -> None:
    found = [
        Compared(row(100, note="含|支线")[1], "某县", 120.0),
        Compared(row(50)[1], "别县", 51.0),
        Compared(row(10, ident="other", independent=False)[1], "甲—乙", 9.2),
    ]
    text = lengths_report(found)
    assert "3 figures over 2 projects: median 8.0% off, 1 within 5 %, 2 within 10 %, 1 more" in text
    assert (
        "more than 15 % off, 0 of them without a reason; 2 of them independent, median 11.0% off."
        in text
    )
    assert "| `line` | 某县 | 100 | 120 | +20.0% | yes | 某报 2021 | 含\\|支线 |" in text
    assert "| `other` | 甲—乙 | 10 | 9.2 | -8.0% | no | 某报 2021 |  |" in text
    assert lengths_report([]) == ""
    assert "; 0 of them independent." in lengths_report(found[2:])


@pytest.fixture(scope="module")
def shipped() -> list[Compared]:
    return compared(build_projects(load_registry(), load_gazetteer()))


def test_the_shipped_roads_agree_with_what_is_published(shipped: list[Compared]) -> None:
    assert len(shipped) >= 60
    roads = {one.row.project_id for one in shipped}
    assert len([ident for ident in roads if "expwy" in ident or "g4216" in ident]) >= 25
    assert [one.place for one in shipped if one.unexplained] == []
    assert median(abs(one.error) for one in shipped) <= 0.085
    assert sum(abs(one.error) > REASON_BEYOND for one in shipped) <= 20
