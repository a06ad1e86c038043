"""A stop at which a line turns back lies off its road, or stands out of order."""

from __future__ import annotations

from pathlib import Path

import pytest

from building.check import check
from building.turns import MOST_DEG, turn_deg, turned_back
from geo.crs import plane
from registry.geometry import PlaceKind
from registry.tables import Place
from tests.support import edit
from tests.support.few import few


def stop(name: str, lon: float, lat: float) -> Place:
    return Place(name, name, PlaceKind.INTERCHANGE, "510185", lon, lat, 200.0, "source")


WEST, MIDDLE, EAST = stop("甲", 104.0, 30.0), stop("乙", 104.1, 30.0), stop("丙", 104.2, 30.0)
NORTH = stop("丁", 104.1, 30.1)


@pytest.mark.parametrize(
    ("way", "degrees"),
    [
        ((WEST, MIDDLE, EAST), 0),
        ((WEST, MIDDLE, NORTH), 90),
        ((EAST, MIDDLE, NORTH), 90),
        ((WEST, EAST, MIDDLE), 180),
    ],
)
def test_a_turn_is_told_from_straight_on_to_straight_back(
    way: tuple[Place, Place, Place], degrees: float
) -> None:
    assert turn_deg(*way, plane()) == pytest.approx(degrees, abs=1)


def test_a_line_that_turns_back_is_told_where_it_does() -> None:
    found = list(turned_back([WEST, EAST, MIDDLE, NORTH], "rail/a.yaml: route", plane()))
    assert [error.where for error in found] == ["rail/a.yaml: route.stops[1]"]
    assert found[0].en.startswith("the line turns back at '丙' (by 180 degrees)")
    assert "折返（转 180 度）" in found[0].zh
    assert not list(turned_back([WEST, MIDDLE, EAST], "a", plane()))
    assert not list(turned_back([WEST, EAST], "a", plane()))


def test_a_turn_of_just_so_much_is_let_pass() -> None:
    def back_by(lat: float) -> list[str]:
        way = [WEST, MIDDLE, stop("戊", 104.0, lat)]
        return [error.where for error in turned_back(way, "a", plane())]

    assert MOST_DEG == 150
    assert not back_by(30.055)
    assert back_by(30.045) == ["a.stops[1]"]


def test_checking_tells_of_a_stop_out_of_order(tmp_path: Path) -> None:
    paths = few(tmp_path)
    record = paths.projects / "rail" / "yukun-hsr-chongqing-yibin.yaml"
    edit(record, "    - 江津北站\n    - 永川南站\n", "    - 永川南站\n    - 江津北站\n")
    told = [str(error) for error in check(paths).problems]
    assert any("turns back at '永川南站'" in one for one in told), told
