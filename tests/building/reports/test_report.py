"""The report on geometry: what stands in a row, and why a length is not the published one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from shapely import LineString, MultiLineString, Point
from shapely.geometry.base import BaseGeometry

from building.projects import Built
from building.reports.report import report
from geo.crs import distance_m
from geo.geocode import Located
from geo.legs.drawing import Leg
from registry.geometry import Basis, Method, PlaceKind, Precision
from registry.tables import Place
from registry.vocab import Mode
from tests.support.reported import project

A, B, C = (104.0, 30.0), (104.2, 30.0), (104.3, 30.1)
LINE = LineString([A, B, C])
#: Of 19 and 15 kilometres: the longer one is that of the median.
LEGS = [
    Leg(*ends, LineString(line), band, Method.STOPS, Basis.PLAN, "source")
    for *ends, line, band in (("甲", "丙", [A, B], 900), ("丙", "乙", [B, C], 2500))
]


def stop(name: str) -> Place:
    return Place(name, name, PlaceKind.SITE, "510101", *A, 200.0, "source")


def built(
    geometry: BaseGeometry | None = LINE,
    precision: Precision = Precision.WAYPOINTS,
    *,
    km: float | None = None,
    ident: str = "line",
    mode: Mode = Mode.RAIL,
    doubt: int | None = 2500,
    note: str | None = None,
) -> Built:
    stops = [stop("甲"), stop("乙")]
    method = Method.RIVER if precision is Precision.TRACED else Method.STOPS
    located = Located(
        *(geometry, precision, method, "source", doubt, stops, Basis.PLAN, note),
        legs=LEGS if doubt else [],
    )
    return Built(project(ident=ident, km=km, mode=mode), located, [], [], [])


def cells(one: Built) -> list[str]:
    [row] = [line for line in report([one]).splitlines() if line.startswith("| `")]
    return [cell.strip() for cell in row.strip("|").split(" | ")]


KM = built().located.length_km or 0.0
LONGEST = max(distance_m(a, b) for a, b in pairwise([A, B, C])) / 1000


def test_a_row_tells_how_a_line_is_drawn_and_how_sure_it_is() -> None:
    found = cells(built(km=KM, note="见|注"))
    assert found[:5] == ["`line`", "line", "Waypoints", "The plan's words", "Stops"]
    assert found[5:] == [
        f"{KM:g}",
        f"{KM:g}",
        "1.00",
        f"{LONGEST:.0f}",
        "2.5",
        "0.9",
        "甲、乙",
        "见\\|注",
    ]


def test_what_has_no_line_has_no_length_ratio_or_doubt() -> None:
    for shape, precision in ((Point(A), Precision.PLACE), (None, Precision.NONE)):
        found = cells(built(shape, precision, km=30.0, doubt=None))
        assert found[5:11] == [""] * 6
        assert found[12] == ""
    assert cells(built())[6:8] == ["", ""]


def test_the_longest_piece_is_that_of_any_part() -> None:
    parts = MultiLineString([[A, (104.01, 30.0)], [B, (104.5, 30.0)], [C, (104.31, 30.1)]])
    assert cells(built(parts))[8] == f"{distance_m(B, (104.5, 30.0)) / 1000:.0f}"


WINDS = f"the line winds between stops up to {LONGEST:.0f} km apart, drawn straight"


@pytest.mark.parametrize(
    ("share", "precision", "why"),
    [
        # Within seven hundredths it needs no explanation.
        (1.069, Precision.WAYPOINTS, ""),
        (0.931, Precision.WAYPOINTS, ""),
        (0.929, Precision.WAYPOINTS, WINDS),
        (0.929, Precision.ROUTED, WINDS),
        (0.929, Precision.ENDPOINTS, "only the two ends are known"),
        (0.929, Precision.TRACED, "the centre line is generalised and cuts bends"),
        (
            1.071,
            Precision.ENDPOINTS,
            "the published figure covers less than the places the plan names, or stops lie off it",
        ),
    ],
)
def test_why_a_length_is_another(share: float, precision: Precision, why: str) -> None:
    assert cells(built(LINE, precision, km=KM / share))[12] == why
    noted = cells(built(LINE, precision, km=KM / share, note="注"))[12]
    assert noted == "; ".join(filter(None, (why, "注")))


def test_each_mode_has_its_table_and_each_precision_its_count() -> None:
    some = [built(ident="a"), built(ident="b", mode=Mode.PORT), built(None, Precision.NONE)]
    text = report(some)
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == list(Mode)
    rail, port = text.index("## rail"), text.index("## port")
    assert rail < text.index("`a`") < port < text.index("`b`")
    counts = {
        line.split(" | ")[0][2:]: line.split(" | ")[2].rstrip(" |")
        for line in text.splitlines()
        if line.count("|") == 4 and "---" not in line
    }
    assert counts.pop("precision") == "projects"
    assert {name: n for name, n in counts.items() if n != "0"} == {
        "Waypoints": "2",
        "No geometry": "1",
    }
