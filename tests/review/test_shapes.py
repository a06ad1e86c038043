"""Where new projects are: once for all mentions of one, and forgotten with the document."""

from __future__ import annotations

import pytest

from plans.commands import placing
from plans.extraction.extraction import ExtractedMention
from plans.matching.match import each_matched, known
from plans.reading.mentions import read_mentions
from registry.geometry import Precision
from registry.load import load_registry
from registry.paths import DEFAULT
from review.shapes import Locator

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
    there, back, none = found.shapes(mentions)
    assert there is not None
    assert there == back
    assert (there.kind, len(there.parts)) == ("L", 1)
    assert none is None
    assert asked == ["宜宾至泸州铁路"]
    # Another reader's document: nothing of the first was kept.
    found.shapes(mentions)
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
        located = placing.locator_of(registry, placing.load_gazetteer(), DEFAULT, kept)
        assert located(ExtractedMention("p", mention)).precision is not Precision.NONE
    assert asked == ["yukun-hsr"]
