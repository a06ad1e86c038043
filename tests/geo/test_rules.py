"""The geocoder's rules on places and lines that are made up, each bound from both sides."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
import shapely.affinity
import shapely.geometry
from shapely import LineString, MultiPoint, Point, Polygon, box

from geo import boundaries, rivers, smooth
from geo.crs import length_m, plane, plane_of
from geo.gazetteer import Gazetteer, checked
from geo.geocode import Located, locate
from geo.legs.bands import LegClass, Widths
from geo.locate import _matches
from geo.membership import members, regions_of, shares
from registry import columns
from registry.errors import AtlasError
from registry.geometry import Basis, Method, PlaceKind, Precision
from registry.land.touching import Share
from registry.load import Registry
from registry.models import FactsRules, LineRoute, PlaceRoute, Region
from registry.paths import Paths
from registry.tables import Place
from registry.vocab import Mode
from tests.support.reported import project

FLAT = plane_of((102.0, 28.0, 108.0, 32.0))
XY = tuple[float, float]


def at(x: float, y: float) -> XY:
    """The place x and y metres east and north of the middle, in degrees."""
    lon, lat = FLAT.points_to_degrees(x, y)
    return float(lon), float(lat)


def place(name: str, point: XY, accuracy: float = 200.0, adcode: str = "510101") -> Place:
    return Place(name, name, PlaceKind.SITE, adcode, *point, accuracy, f"source of {name}")


# Lines through stops

A, B, C, D = (104.0, 30.0), (105.0, 30.0), (105.5, 30.4), (105.6, 31.2)
STOPS = Gazetteer([place("a", A), place("b", B, 900), place("c", C), place("d", D)])


#: Factors that no calibration gives, so that each is told from the others.
WIDTHS = Widths(
    {
        LegClass(Mode.PIPELINE, Basis.STATIONS, Method.STOPS): 0.2,
        LegClass(Mode.PIPELINE, Basis.PUBLIC, Method.STOPS): 0.3,
        LegClass(Mode.PIPELINE, Basis.PLAN, Method.STOPS): 0.5,
        LegClass(Mode.RAIL, Basis.STATIONS, Method.NETWORK): 2.0,
        LegClass(Mode.RAIL, Basis.PUBLIC, Method.NETWORK): 3.0,
        LegClass(Mode.RAIL, Basis.STATIONS, Method.STOPS): 0.1,
        LegClass(Mode.RAIL, Basis.PUBLIC, Method.STOPS): 0.15,
    }
)


def line(stops: str, basis: Basis, mode: Mode = Mode.PIPELINE) -> Located:
    route = LineRoute(kind="line", stops=list(stops), basis=basis)
    return locate(route, mode, STOPS, where="x", widths=WIDTHS)


def test_a_plan_s_stop_is_no_surer_than_its_gazetteer() -> None:
    far = Gazetteer([place("a", A, 9000)])
    route = PlaceRoute(kind="place", places=["a"], basis=Basis.PLAN)
    assert locate(route, Mode.PORT, far, where="x").uncertainty_m == 9000
    near = PlaceRoute(kind="place", places=["a"], basis=Basis.STATIONS)
    assert locate(near, Mode.PORT, STOPS, where="x").uncertainty_m == 200
    named = PlaceRoute(kind="place", places=["a"], basis=Basis.PLAN)
    assert locate(named, Mode.PORT, STOPS, where="x").uncertainty_m == 5000


def test_one_place_is_a_point_and_several_are_points() -> None:
    def at_places(names: str) -> Located:
        route = PlaceRoute(kind="place", places=list(names), basis=Basis.STATIONS)
        return locate(route, Mode.PORT, STOPS, where="x")

    one, two = at_places("a").geometry, at_places("ab").geometry
    assert one == Point(A)
    assert two == MultiPoint([A, B])
    assert at_places("ab").uncertainty_m == 900
    assert at_places("ab").precision is Precision.PLACE


def test_two_stops_are_ends_and_more_are_a_way() -> None:
    assert line("ab", Basis.PLAN).precision is Precision.ENDPOINTS
    assert line("abc", Basis.PLAN).precision is Precision.WAYPOINTS
    assert line("abc", Basis.PLAN).method is Method.STOPS
    assert line("aba", Basis.PLAN).source == "source of a; source of b"


def test_a_plan_s_line_is_straight_and_another_bends_by_the_stops_beside() -> None:
    straight = line("abcd", Basis.PLAN).geometry
    assert straight is not None
    assert list(straight.coords) == [A, B, C, D]
    flat = plane()
    curved = [
        *(A, *smooth.between(None, A, B, C, flat)),
        *(B, *smooth.between(A, B, C, D, flat)),
        *(C, *smooth.between(B, C, D, None, flat), D),
    ]
    found = line("abcd", Basis.STATIONS).geometry
    assert found is not None
    assert list(found.coords) == curved


def test_a_stop_where_the_last_one_lies_is_refused() -> None:
    with pytest.raises(AtlasError, match=r"x\.stops\[1\]"):
        line("aa", Basis.PLAN)


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ([], None),
        ([place("x", B, adcode="510102")], None),
        ([place("y", B, adcode="510101")], None),
        ([place("x", B, adcode="510101")], "t:2: name, adcode"),
        ([place("x", B, adcode="51010a")], "t:2: adcode"),
        ([place("x", B, adcode="")], "t:2: adcode"),
        ([place("@x", B, adcode="510102")], "t:2: name"),
        ([replace(place("y", B), name_en="a\nb")], "t:2: name_en"),
        ([replace(place("y", B), source="a\u202eb")], "t:2: source"),
        ([replace(place("y", B), note="a\rb")], "t:2: note"),
    ],
)
def test_a_name_stands_once_in_a_county_and_hides_nothing(
    more: list[Place], fault: str | None
) -> None:
    places = [place("x", A, adcode="510101"), *more]
    rows = [(f"t:{number}", one) for number, one in enumerate(places, 1)]
    if fault is None:
        assert list(checked(rows)) == places
        return
    with pytest.raises(AtlasError) as raised:
        list(checked(rows))
    assert raised.value.where == fault


def test_a_name_is_cut_down_by_the_code_it_begins_with() -> None:
    both = Gazetteer([place("x", A, adcode="500151"), place("x", B, adcode="510100")])
    assert [p.adcode for p in both.candidates("x@51")] == ["510100"]
    assert len(both.candidates("x")) == 2
    with pytest.raises(AtlasError, match="2 places"):
        both.find("x", where="y")


# Curves


def test_a_curve_of_two_stops_is_straight_and_even() -> None:
    found = [
        FLAT.points_to_plane(*p) for p in smooth.between(None, at(0, 0), at(9000, 0), None, FLAT)
    ]
    assert found == [pytest.approx((x, 0), abs=0.1) for x in (2250, 4500, 6750)]


@pytest.mark.parametrize(("metres", "vertices"), [(3900, 0), (4100, 1), (5900, 1), (6100, 2)])
def test_a_curve_has_a_vertex_about_every_two_kilometres(metres: float, vertices: int) -> None:
    assert len(smooth.between(None, at(0, 0), at(metres, 0), None, FLAT)) == vertices


def test_a_curve_bends_with_the_stops_on_either_side_and_alike_both_ways() -> None:
    before, a, b, after = at(-9000, 9000), at(0, 0), at(20_000, 0), at(21_000, 5000)
    found = smooth.between(before, a, b, after, FLAT)
    back = smooth.between(after, b, a, before, FLAT)
    assert found == [pytest.approx(p, abs=1e-9) for p in reversed(back)]
    ys = [FLAT.points_to_plane(*p)[1] for p in found]
    # It leaves a going on from before, and comes to b turning to what follows.
    assert ys[0] < -100
    # The knots are roots of the distances: with the distances themselves it would stray farther.
    assert min(ys) == pytest.approx(-1591, abs=20)


# Rivers

STREAM = shapely.segmentize(LineString([(104.0, 30.0), (106.0, 30.0)]), 0.01)


@pytest.mark.parametrize(("degrees", "found"), [(0.00095, False), (0.00115, True)])
def test_a_reach_of_less_than_a_hundred_metres_is_none(
    degrees: float, found: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rivers, "river", lambda *_: STREAM)
    ends = (104.5, 30.0), (104.5 + degrees, 30.0)
    if found:
        reach = rivers.trace("x", *ends)
        assert length_m(reach) > 100
        assert [round(y, 3) for _, y in reach.coords] == [30.0, 30.0]
    else:
        with pytest.raises(AtlasError, match="one point"):
            rivers.trace("x", *ends)


@pytest.mark.parametrize(("south", "found"), [(29.866, True), (29.864, False)])
def test_a_place_farther_than_fifteen_kilometres_is_not_on_it(
    south: float, found: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rivers, "river", lambda *_: STREAM)
    if found:
        assert rivers.trace("x", (104.5, south), (105.5, 30.0)).length > 0
    else:
        with pytest.raises(AtlasError, match="more than 15 km"):
            rivers.trace("x", (105.5, 30.0), (104.5, south))


# Counties and regions

COUNTIES = gpd.GeoDataFrame(
    {"adcode": ["510102", "510101"]},
    geometry=[box(105, 30, 106, 31), box(104, 30, 105, 31)],
    crs="EPSG:4326",
)


@pytest.mark.parametrize(
    ("past", "stops", "codes"),
    [
        # A degree is 96 km here: 48 and 52 metres.
        (0.0005, [], ["510101"]),
        (0.00054, [], ["510101", "510102"]),
        (0.0005, [(105.0002, 30.5)], ["510101", "510102"]),
        # A stop on the border is in both.
        (0.0, [(105.0, 30.5)], ["510101", "510102"]),
        (0.0, [], ["510101"]),
    ],
)
def test_a_line_that_touches_a_county_has_no_share(
    past: float, stops: list[XY], codes: list[str]
) -> None:
    found = shares(LineString([(104.5, 30.5), (105 + past, 30.5)]), stops, COUNTIES)
    assert [share.adcode for share in found] == codes
    assert found[0].length_km == pytest.approx(48.0, abs=0.1)
    assert found[-1].has_stop == bool(stops)


@pytest.mark.parametrize(("east", "codes"), [(105.00009, 1), (105.00011, 2)])
def test_an_area_has_a_share_from_a_square_kilometre_on(east: float, codes: int) -> None:
    area = Polygon([(104.5, 30.0), (east, 30.0), (east, 31.0), (104.5, 31.0)])
    found = shares(area, [], COUNTIES)
    assert [(share.length_km, share.has_stop) for share in found] == [(0.0, False)] * codes


def test_a_point_has_a_share_where_it_lies_and_nothing_has_none() -> None:
    assert shares(Point(104.5, 30.5), [], COUNTIES) == [Share("510101", 0.0, False)]
    assert shares(Point(104.5, 30.5), [(104.5, 30.5)], COUNTIES) == [Share("510101", 0.0, True)]
    assert shares(None, [(104.5, 30.5)], COUNTIES) == []


@pytest.mark.parametrize(
    ("held", "linear", "found"),
    [
        ([Share("a", 0.5, False), Share("b", 0.5, False)], True, ["r"]),
        ([Share("a", 0.5, False), Share("b", 0.49, False)], True, []),
        # Of another county it does not count.
        ([Share("a", 0.5, False), Share("x", 9.0, True)], True, []),
        ([Share("a", 0.0, True)], True, ["r"]),
        ([Share("a", 0.0, False)], True, []),
        ([Share("a", 0.0, False)], False, ["r"]),
        ([Share("x", 0.0, False)], False, []),
        ([], False, []),
    ],
)
def test_what_belongs_to_a_region(held: list[Share], linear: bool, found: list[str]) -> None:
    assert regions_of(held, linear=linear, region_counties={"r": {"a", "b"}}) == found


def test_the_counties_of_a_region() -> None:
    region = Region(
        id="r",
        name="区",
        name_en="R",
        members=["51", "500101"],
        without=["510102"],
        definition="x",
        source="x",
    )
    codes = ["510101", "510102", "500101", "500102", "530051"]
    assert members(region, codes) == {"510101", "500101"}


def test_a_place_on_a_border_is_the_lower_county_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boundaries, "load_counties", lambda _: COUNTIES)
    paths = Paths(tmp_path / "nowhere")
    found = [boundaries.county_at(lon, 30.5, paths) for lon in (104.9, 105.0, 105.1, 107.0)]
    assert found == ["510101", "510101", "510102", None]


# What a name stands for


@pytest.mark.parametrize(
    ("name", "found"),
    [
        # The record's own name or id goes before another's alias.
        ("甲线", ["a"]),
        ("B", ["b"]),
        ("旧线", ["a", "c"]),
        ("the A line", ["a"]),
        # A part of a name only where none is called so.
        ("线", ["a", "b", "c"]),
        ("乙", ["b"]),
        ("丁", []),
    ],
)
def test_which_projects_a_name_means(name: str, found: list[str]) -> None:
    named = {
        "a": ("甲线", "The A line", ["旧线"]),
        "b": ("乙线", "The B line", ["甲线"]),
        "c": ("丙线", "The C line", ["旧线", "b"]),
    }
    projects = {
        key: project(ident=key).model_copy(update={"name": zh, "name_en": en, "aliases": also})
        for key, (zh, en, also) in named.items()
    }
    known = Registry({}, {}, projects, FactsRules(facts_as_of="2026"))
    assert [p.id for p in _matches(name, known)] == found


@pytest.mark.parametrize("adcode", ["511502.0", "1", "511", "５１", "51a1"])
def test_a_code_that_is_none_is_refused_for_that(adcode: str) -> None:
    spoiled = place("某站", (104.0, 30.0), adcode=adcode)
    with pytest.raises(AtlasError, match=r"sites.csv:2: adcode: '.*' is no code of an area"):
        list(checked([("sites.csv:2", spoiled)]))


def test_a_name_stands_once_with_a_code() -> None:
    here = place("某站", (104.0, 30.0), adcode="51")
    there = place("某站", (104.0, 30.0), adcode="5101")
    assert list(checked([("a:2", here), ("a:3", there)])) == [here, there]
    with pytest.raises(AtlasError, match=r"a:3: name, adcode: the name must not stand twice"):
        list(checked([("a:2", here), ("a:3", here)]))


COLUMNS = columns.names(columns.COUNTIES)
SQUARE = box(105.0, 29.0, 106.0, 30.0)


def counties(folder: Path, *rows: tuple[object, Polygon]) -> Paths:
    """A data folder of these counties: adcode and outline."""
    paths = Paths(folder)
    paths.boundaries.mkdir()
    features = [
        {
            "type": "Feature",
            "properties": {**dict.fromkeys(COLUMNS), "adcode": code},
            "geometry": shapely.geometry.mapping(outline),
        }
        for code, outline in rows
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features})
    (paths.boundaries / "counties.geojson").write_text(text, "utf-8")
    return paths


@pytest.mark.parametrize(
    ("codes", "says"),
    [
        (["510101", None], r"features\[1\]: adcode: must not be empty"),
        (["510101", 510102], r"features\[1\]: adcode: .*510102"),
        (["51010", "510102"], r"features\[0\]: adcode: .*51010"),
        (["510101", "510101"], r"features\[1\]: adcode: the id stands twice"),
    ],
)
def test_counties_are_told_apart_by_their_adcodes(
    tmp_path: Path, codes: list[object], says: str
) -> None:
    beside = shapely.affinity.translate(SQUARE, 1, 0)
    paths = counties(tmp_path, (codes[0], SQUARE), (codes[1], beside))
    with pytest.raises(AtlasError, match=says):
        boundaries.load_counties(paths)


def test_counties_that_lie_over_each_other_are_one_sentence(tmp_path: Path) -> None:
    paths = counties(tmp_path, ("510101", SQUARE), ("510102", SQUARE))
    assert len(boundaries.load_counties(paths)) == 2
    assert boundaries.dissolve(["510101"], paths).equals(SQUARE)
    with pytest.raises(AtlasError, match=r"counties\.geojson: the counties of 5101 lie over"):
        boundaries.dissolve(["5101"], paths)
