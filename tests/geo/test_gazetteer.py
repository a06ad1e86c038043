"""What the gazetteer says of a name that it has not, and of short names of units."""

from __future__ import annotations

from difflib import get_close_matches

import pytest

from geo.gazetteer import Gazetteer, load_gazetteer
from registry.errors import AtlasError
from registry.geometry import PlaceKind
from registry.tables import Place

PLACES = load_gazetteer()
NAMES = list(dict.fromkeys(place.name for place in PLACES))


@pytest.mark.parametrize(
    "name",
    ["乐至北", "成渝", "都江", "南充港", "宜宾三江新区", "石家庄", "铁路", "x", "州", "万州区区"],
)
def test_the_nearest_names_are_those_of_all(name: str) -> None:
    assert name not in NAMES
    with pytest.raises(AtlasError) as caught:
        PLACES.find(name, where="x")
    wanted = get_close_matches(name, NAMES, n=3, cutoff=0.5)
    told = f"地名录中没有“{name}”" + (f"，相近的有 {'、'.join(wanted)}" if wanted else "")
    assert caught.value.zh == told


def place(name: str, kind: PlaceKind, adcode: str = "422800") -> Place:
    return Place(name, name, kind, adcode, 109.0, 30.0, 200.0, "x")


def test_seats_are_known_by_the_short_names_of_their_units() -> None:
    long = place("恩施土家族苗族自治州", PlaceKind.SEAT)
    other = place("恩施市", PlaceKind.SEAT, "422801")
    town = place("恩施镇", PlaceKind.TOWN)
    found = Gazetteer([long, town, other])
    assert found.seats("恩施") == [long, other]
    assert found.seats("恩施市") == []
