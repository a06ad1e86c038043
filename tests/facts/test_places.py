"""The names that a section of a fact may use come from every list of places."""

from __future__ import annotations

import json

import pytest

from facts.upkeep.places import place_names
from registry.paths import DEFAULT
from registry.tables import read_derived, read_sites


@pytest.fixture(scope="module")
def names() -> frozenset[str]:
    return place_names(DEFAULT)


@pytest.mark.parametrize("read", [read_derived, read_sites])
def test_places_of_the_gazetteer(read: object, names: frozenset[str]) -> None:
    found = {place.name for _, place in read(DEFAULT)}  # type: ignore[operator]
    assert found
    assert found <= names


@pytest.mark.parametrize("level", ["provinces", "prefectures", "counties"])
def test_administrative_areas(level: str, names: frozenset[str]) -> None:
    features = json.loads((DEFAULT.boundaries / f"{level}.geojson").read_text("utf-8"))["features"]
    found = {feature["properties"].get("name") for feature in features} - {None, ""}
    assert found
    assert found <= names


def test_nothing_is_no_name(names: frozenset[str]) -> None:
    assert "" not in names
