"""What a phrase of places is taken for, on places and projects that are made up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shapely import LineString

from geo import locate as asking
from geo.gazetteer import Gazetteer
from geo.geocode import Located
from geo.legs.drawing import Leg
from geo.locate import Answer, describe, find
from geo.proposing import Step
from registry.errors import AtlasError
from registry.geometry import BASES, METHODS, PRECISIONS, Basis, Method, PlaceKind, Precision
from registry.load import Registry
from registry.models import FactsRules, LineRoute, PlaceRoute, Project, RiverRoute
from registry.tables import Place
from registry.vocab import Mode
from tests.support.reported import project

STREAM = LineString([(104.0, 30.0), (106.0, 30.0)])
STOPS = Gazetteer(
    Place(name, name, PlaceKind.SITE, "510101", 104.0 + at, 30.0, 200.0, "source")
    for at, name in enumerate("abc")
)
NOBODY = Registry({}, {}, {}, FactsRules(facts_as_of="2026"))


def phrase(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Mode, object]:
    """The mode and the route that a phrase of the places a to d on the river 江 is taken for."""
    taken: list[tuple[Mode, object]] = []

    def drawn(route: object, mode: Mode, *_: object, **__: object) -> Located:
        taken.append((mode, route))
        return Located(None, Precision.NONE, Method.NONE, "", None)

    monkeypatch.setattr(asking, "load_rivers", lambda _: {"江": STREAM})
    monkeypatch.setattr(asking, "locate", drawn)
    monkeypatch.setattr(
        asking, "resolve", lambda word, *_: Step(word, STOPS.find(word, where=word), ("", ""))
    )
    find(text, NOBODY, STOPS)
    return taken[0]


@pytest.mark.parametrize(
    ("text", "mode", "stops"),
    [
        ("a至b", Mode.RAIL, "ab"),
        (" a经c到b铁路 ", Mode.RAIL, "acb"),
        ("a—b高铁", Mode.RAIL, "ab"),
        ("a－b高速铁路", Mode.RAIL, "ab"),
        ("a-b城际铁路", Mode.RAIL, "ab"),
        ("a～b高速公路", Mode.HIGHWAY, "ab"),
        ("a~b高速", Mode.HIGHWAY, "ab"),
        ("a至b公路", Mode.HIGHWAY, "ab"),
        ("a至b快速通道", Mode.HIGHWAY, "ab"),
        ("a至b航道", Mode.WATERWAY, "ab"),
        ("a至b管道", Mode.PIPELINE, "ab"),
        # A section is of the mode that is said before it, and a line where none is.
        ("a至b航道段", Mode.WATERWAY, "ab"),
        ("a至b段", Mode.RAIL, "ab"),
        ("（a至b）", Mode.RAIL, "ab"),
        ("(a)", Mode.RAIL, "a"),
    ],
)
def test_a_phrase_says_its_mode_and_its_stops(
    text: str, mode: Mode, stops: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, route = phrase(text, monkeypatch)
    assert found is mode
    assert isinstance(route, LineRoute | PlaceRoute)
    refs = route.stops if isinstance(route, LineRoute) else route.places
    assert [ref.partition("@")[0] for ref in refs] == list(stops)


def test_a_phrase_along_a_river_needs_two_places(monkeypatch: pytest.MonkeyPatch) -> None:
    mode, route = phrase("江a至b航道", monkeypatch)
    assert mode is Mode.WATERWAY
    assert isinstance(route, RiverRoute)
    [reach] = route.reaches
    assert (reach.river, reach.start, reach.end) == ("江", "a@510101", "b@510101")
    for text in ("江a", "江", "至"):
        with pytest.raises(AtlasError, match="no place that can be located"):
            phrase(text, monkeypatch)


@pytest.mark.parametrize(("many", "more"), [(12, False), (13, True)])
def test_a_dozen_of_several_projects_are_listed(many: int, more: bool) -> None:
    lines = [project(ident=f"line-{number:02d}") for number in range(many)]
    known = replace(NOBODY, projects={p.id: p for p in lines})
    with pytest.raises(AtlasError) as raised:
        find("line", known, STOPS)
    told = raised.value.text("en")
    assert f"matches {many} projects" in told
    assert "line-11" in told
    assert "line-12" not in told
    assert ("…" in told) is more


def told(lang: str, located: Located, project: Project | None = None) -> list[str]:
    """What is told of where something is, after its title and its places."""
    return describe(Answer("a至b", project, [], located), lang).split("\n")[1:]


def test_how_sure_a_place_is_is_told_where_there_is_one() -> None:
    line = LineString([(104.0, 30.0), (105.0, 30.0)])
    drawn = Located(line, Precision.ENDPOINTS, Method.STOPS, "source", 1500, basis=Basis.PLAN)
    zh = PRECISIONS[Precision.ENDPOINTS].zh, METHODS[Method.STOPS].zh_means, BASES[Basis.PLAN].zh
    en = PRECISIONS[Precision.ENDPOINTS].en, METHODS[Method.STOPS].en_means, BASES[Basis.PLAN].en
    assert told("zh", drawn) == [
        f"  精度：{zh[0]}（endpoints）；方法：{zh[1]}",
        f"  依据：{zh[2]}；来源：source",
        "  长度: 96.5 km",
        "  不确定度：±1500 m",
    ]
    assert told("en", replace(drawn, note="Why")) == [
        f"  precision: {en[0]} (endpoints); method: {en[1]}",
        f"  basis: {en[2]}; source: source",
        "  length: 96.5 km",
        "  uncertainty: ±1500 m",
        "  note: Why",
    ]
    nowhere = Located(None, Precision.NONE, Method.NONE, "", None)
    assert len(told("zh", nowhere)) == len(told("en", nowhere)) == 1
    published = project(ident="line").model_copy(update={"length_km": 100})
    assert told("en", drawn, published)[2] == "  length: 96.5 km; published 100 km"
    assert told("zh", drawn, published)[2] == "  长度: 96.5 km；公布 100 km"


def test_each_place_of_a_phrase_is_told_with_where_it_is_from() -> None:
    steps = [Step(name, STOPS.find(name, where=name), ("因", "why")) for name in "ab"]
    located = Located(None, Precision.NONE, Method.NONE, "", None)
    place = "[site, 510101] {lon}.00000, 30.00000 ±200 m"
    assert describe(Answer("a至b", None, steps, located), "zh").split("\n")[:3] == [
        "a至b",
        f"   1. a → a {place.format(lon=104)} · 因 · source",
        f"   2. b → b {place.format(lon=105)} · 因 · source",
    ]
    own = describe(Answer("线", project(ident="line"), steps, located), "en").split("\n")
    assert own[0] == "线 (line)"
    assert own[1].endswith("· why · source")


def leg(start: str, end: str, west: float, east: float, band: int) -> Leg:
    line = LineString([(west, 30.0), (east, 30.0)])
    return Leg(start, end, line, band, Method.STOPS, Basis.PLAN, "source")


def test_each_leg_is_told_with_its_own_band_and_that_of_half_the_kilometres() -> None:
    legs = [leg("a", "b", 104, 105, 900), leg("b", "c", 105, 105.5, 2000)]
    line = LineString([(104.0, 30.0), (105.5, 30.0)])
    drawn = Located(line, Precision.WAYPOINTS, Method.STOPS, "s", 2000, basis=Basis.PLAN, legs=legs)
    zh, en = METHODS[Method.STOPS], BASES[Basis.PLAN]
    assert told("zh", drawn)[3:] == [
        "  不确定度：±2000 m（半数公里不超过 ±900 m）",
        f"   1. a — b: 96.49 km ±900 m · {zh.zh}，{en.zh} · source",
        f"   2. b — c: 48.24 km ±2000 m · {zh.zh}，{en.zh} · source",
    ]
    assert told("en", drawn)[3:] == [
        "  uncertainty: ±2000 m (half of its km within ±900 m)",
        f"   1. a — b: 96.49 km ±900 m · {zh.en}, {en.en} · source",
        f"   2. b — c: 48.24 km ±2000 m · {zh.en}, {en.en} · source",
    ]
    # Of one leg its band is that of the whole.
    alone = replace(drawn, legs=legs[:1], uncertainty_m=900)
    assert told("en", alone)[3] == "  uncertainty: ±900 m"


def test_an_area_claims_no_band() -> None:
    square = LineString([(104, 30), (105, 30), (105, 31)]).envelope
    area = Located(square, Precision.AREA, Method.COUNTIES, "source", None)
    assert told("zh", area)[1:] == ["  不确定度：在范围内某处"]
    assert told("en", area)[1:] == ["  uncertainty: somewhere inside"]
