"""Where new projects are: once for all mentions of one, and forgotten with the document."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from shapely.geometry import LineString, MultiLineString, MultiPoint, Point, Polygon

from geo.geocode import Located
from plans.commands import placing
from plans.extraction.extraction import ExtractedMention, Extraction
from plans.matching.match import each_matched, known
from plans.reading.mentions import read_mentions
from plans.records import Mention
from registry.geometry import Method, Precision
from registry.load import load_registry
from registry.paths import DEFAULT
from review import page
from review.corrections import parsed, reviewed
from review.desk import Desk
from review.shapes import Locator, shape_of
from review.source import Shape
from tests.review.support import knowledge, nowhere, source

TEXT = "开工建设宜宾至泸州铁路，推进泸州至宜宾铁路前期工作。加快渝昆高铁建设。"


def test_new_projects_are_located_once_and_known_ones_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    route_of = placing.route_of

    def counting(stops: object, name: str, *rest: object, **more: object) -> object:
        asked.append(name)
        return route_of(stops, name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(placing, "route_of", counting)
    registry = load_registry()
    found = Locator(DEFAULT, registry)
    candidates = known(registry.projects.values())
    mentions = list(each_matched(read_mentions(TEXT), candidates))
    kept: placing.Proposed = {}
    there, back, none = found.shapes(mentions, kept)
    assert there is not None
    assert there == back
    assert (there.kind, len(there.parts)) == ("L", 1)
    assert none is None
    assert asked == ["宜宾至泸州铁路"]
    # A name that is corrected brings the others along, which are where they were.
    list(found.shapes(mentions, kept))
    assert asked == ["宜宾至泸州铁路"]
    # Another reader's document: nothing of the first was kept.
    list(found.shapes(mentions, {}))
    assert asked == ["宜宾至泸州铁路"] * 2


def test_known_projects_are_located_once_for_all_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    registry = load_registry()
    asked: list[str] = []
    locate_project = placing.locate_project

    def counting(project: object, *rest: object) -> object:
        asked.append(project.id)  # type: ignore[attr-defined]
        return locate_project(project, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(placing, "locate_project", counting)
    kept: dict[str, placing.Located] = {}
    candidates = known(registry.projects.values())
    [mention] = each_matched(read_mentions("加快渝昆高铁建设。"), candidates)
    for _ in range(2):
        located = placing.locator_of(registry, placing.load_gazetteer(), DEFAULT, kept, {})
        assert located(ExtractedMention("p", mention)).precision is not Precision.NONE
    assert asked == ["yukun-hsr"]


def test_places_are_found_anew_when_a_name_changes_and_then_called_otherwise() -> None:
    found, session = source(), page.Session(Desk(knowledge), "zh")
    asked: list[list[str]] = []

    def shapes(mentions: list[Mention], proposed: placing.Proposed) -> list[Shape | None]:
        asked.append([mention.name for mention in mentions])
        return nowhere(mentions, proposed)

    locator: Any = SimpleNamespace(shapes=shapes)

    def placed(**told: object) -> tuple[dict[str, Shape], int]:
        corrections = parsed({"1.2": told}, "x") if told else {}
        changed = list(reviewed(found, corrections, knowledge().known))
        return page._shapes(session, found, changed, locator)

    assert placed() == (found.shapes, 0)
    assert placed(status="research") == (found.shapes, 0)
    assert asked == []
    once = placed(name="白石机场")
    assert once[1] == 1
    assert placed(name="白石机场", verdict="accept") == once
    assert asked == [["云泽至青岚铁路", "河湾港", "白石机场"]]
    assert placed(name="远山机场")[1] == 2
    assert placed() == (found.shapes, 0)


LINE, OTHER = [(105.123456, 30.0), (106.0, 31.00004)], [(107, 32), (108, 33)]


@pytest.mark.parametrize(
    ("geometry", "kind", "parts"),
    [
        (Point(105.123456, 30.00006), "P", [[[105.1235, 30.0001]]]),
        (MultiPoint([(105, 30), (106, 31)]), "P", [[[105, 30]], [[106, 31]]]),
        (LineString(LINE), "L", [[[105.1235, 30.0], [106.0, 31.0]]]),
        (
            MultiLineString([LINE, OTHER]),
            "L",
            [[[105.1235, 30.0], [106.0, 31.0]], [[107, 32], [108, 33]]],
        ),
        (
            Polygon([(105, 30), (106, 30), (106, 31)]),
            "A",
            [[[105, 30], [106, 30], [106, 31], [105, 30]]],
        ),
        (LineString(), "", []),
        (None, "", []),
    ],
)
def test_what_is_drawn_of_a_place(geometry: Any, kind: str, parts: list[Any]) -> None:
    shape = shape_of(Located(geometry, Precision.PLACE, Method.NONE, "某表 / a list", 500))
    assert (shape.kind, list(shape.parts)) == (kind, parts)
    assert (shape.precision, shape.told) == (Precision.PLACE, ("某表", "a list"))


@pytest.mark.parametrize(
    ("source", "note", "told"),
    [
        ("某表", None, ("某表", "某表")),
        ("某表", "附注", ("某表; 附注", "某表; 附注")),
        ("", "没有地名 / no place", ("没有地名", "no place")),
        ("", None, ("", "")),
    ],
)
def test_where_a_place_comes_from(source: str, note: str | None, told: tuple[str, str]) -> None:
    found = Located(None, Precision.NONE, Method.NONE, source, None, note=note)
    assert shape_of(found).told == told


def test_what_is_accepted_has_a_record_and_its_precision() -> None:
    registry = load_registry()
    found = each_matched(read_mentions(TEXT), known(registry.projects.values()))
    extraction = Extraction(TEXT, [ExtractedMention("p", mention) for mention in found])
    locator = Locator(DEFAULT, registry)
    assert locator.propose(extraction) is extraction
    there, back, old = extraction.found
    assert there.proposal is not None
    assert there.proposal == back.proposal
    assert there.precision == back.precision != Precision.NONE.value
    assert old.proposal is None
    assert old.precision != ""
    assert old.mention.project_id == "yukun-hsr"
    assert locator.geojson(extraction).count('"Feature"') == 3
