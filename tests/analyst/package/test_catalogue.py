"""What a catalogue is told of the package, and its texts, of a collection that is made up."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry

from analyst.collection import CRS, Collection, Table
from analyst.dcat import dcat
from analyst.qgis.ground import Ground, Utm, ground_of
from analyst.qgis.style import Layer
from analyst.qgis.symbols import Shape
from analyst.qgis.views import View
from analyst.readme import attribution, carried, readme
from layers.records.model import Missing
from registry.errors import AtlasError
from registry.land.extent import Land
from registry.land.titles import Titles
from registry.models import Plan

PACKAGE: dict[str, Any] = {
    "name": "small",
    "created": "2026-11-26T08:00:00Z",
    "licenses": [{"path": "https://a.example/"}, {"path": "https://b.example/"}],
    "resources": [
        {"name": "projects", "path": "geojson/p.geojson", "mediatype": "application/x", "bytes": 7},
        {"name": "plans", "path": "csv/plans.csv", "mediatype": "text/csv", "bytes": 12},
    ],
}


def plan(ident: str, day: str) -> Plan:
    return Plan(
        id=ident,
        title=f"{ident}规划",
        title_en="Plan",
        short="规划",
        short_en="Plan",
        issuer="某府",
        date=day,
        text="x.txt",
        text_note="全文",
    )


def collection(
    *shapes: BaseGeometry | None,
    days: tuple[str, ...] = ("2020",),
    missing: tuple[Missing, ...] = (),
) -> Collection:
    frame = gpd.GeoDataFrame({"id": [str(n) for n, _ in enumerate(shapes)]}, geometry=list(shapes))
    frame = frame.set_crs(CRS)
    mentions = pd.DataFrame({"project_id": ["0", "0", "1", "1", "1"]})
    tables = [
        Table("projects", "全部项目 All", "all", frame, Layer("projects", Shape.MIXED, ())),
        Table("mentions", "提及 Mentions", "tables", mentions, Layer("mentions", Shape.NONE, ())),
    ]
    return Collection(
        frame,
        tables,
        [plan(f"p{number}", day) for number, day in enumerate(days)],
        {},
        "2026-11-26",
        Titles("小图", "Small Atlas", "small"),
        Ground((), (104.0, 30.0, 105.0, 31.0)),
        View.NOW,
        missing,
    )


def told(*shapes: BaseGeometry | None, days: tuple[str, ...] = ("2020",)) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dcat(PACKAGE, collection(*shapes, days=days)))
    return found


def test_the_box_goes_round_what_has_a_place() -> None:
    found = told(None, LineString([(104.1, 30.123456), (105, 31)]), Point(103.5, 30.5))
    box = "103.50000 30.12346, 105.00000 30.12346, 105.00000 31.00000, 103.50000 31.00000"
    assert found["dct:spatial"] == {
        "@type": "dct:Location",
        "dcat:bbox": {
            "@type": "geo:wktLiteral",
            "@value": f"POLYGON (({box}, 103.50000 30.12346))",
        },
    }
    assert "dct:spatial" not in told(None)
    assert "dct:spatial" not in told()


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        (
            ("2020", "2023-05", "2018-07-01"),
            {"@type": "xsd:date", "@value": "2018-07-01"},
            {"@type": "xsd:gYearMonth", "@value": "2023-05"},
        ),
        (
            ("2020",),
            {"@type": "xsd:gYear", "@value": "2020"},
            {"@type": "xsd:gYear", "@value": "2020"},
        ),
    ],
)
def test_the_time_is_that_of_the_plans(
    days: tuple[str, ...], first: dict[str, str], last: dict[str, str]
) -> None:
    assert told(days=days)["dct:temporal"] == {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": first,
        "dcat:endDate": last,
    }


def test_what_is_described_and_each_file_of_it() -> None:
    found = told()
    assert [found[key] for key in ("@id", "@type", "dct:identifier")] == [
        *("#dataset", "dcat:Dataset", "small"),
    ]
    assert found["dct:title"] == [
        {"@language": "zh", "@value": "小图"},
        {"@language": "en", "@value": "Small Atlas"},
    ]
    assert found["dct:issued"] == {"@type": "xsd:date", "@value": "2026-11-26"}
    licences = [{"@id": "https://a.example/"}, {"@id": "https://b.example/"}]
    assert found["dct:license"] == licences
    first, second = found["dcat:distribution"]
    assert (first["@id"], second["@id"]) == ("#projects", "#plans")
    zh, en = carried(collection())
    assert second == {
        "@id": "#plans",
        "@type": "dcat:Distribution",
        "dct:title": "csv/plans.csv",
        "dcat:downloadURL": {"@id": "csv/plans.csv"},
        "dcat:mediaType": {"@id": "https://www.iana.org/assignments/media-types/text/csv"},
        "dcat:byteSize": {"@type": "xsd:decimal", "@value": "12"},
        "dct:license": licences,
        "dct:rights": {
            "@type": "dct:RightsStatement",
            "rdfs:label": [
                {"@language": "zh", "@value": zh},
                {"@language": "en", "@value": en},
            ],
        },
    }
    assert zh.endswith("；小图")
    assert en.endswith("; Small Atlas")
    # Every prefix that is used is one of the context's.
    used = {key.split(":")[0] for one in (found, second) for key in one if ":" in key}
    assert used <= set(found["@context"])


def test_the_readme_says_what_is_in_it_and_what_is_not() -> None:
    why = AtlasError("x.csv: 甲", zh="坏了", en="is broken")
    full = readme(collection(Point(0, 0), None), "1.2", date(2026, 1, 2))
    assert full.startswith(
        "小图 · 分析包 / Small Atlas, the analyst's package\n2026-01-02，2 个项目"
    )
    assert "5 处提及" in full
    assert "(GeoPackage 1.2)" in full
    assert "on 2026-11-26;" in full
    rows = [
        line.split() for line in full.splitlines() if line.startswith(("  projects ", "  ment"))
    ]
    assert rows[:2] == [
        ["projects", "2", "全部项目", "All", "[mixed]"],
        ["mentions", "5", "提及", "Mentions"],
    ]
    assert why.text("zh") not in full
    lacking = readme(collection(missing=(Missing("a", why),)), "1.2", date(2026, 1, 2))
    begins = lacking.index("1 个项目因数据有误不在包里")
    assert begins < lacking.index("1 not in the package") < lacking.index(f"  {why.text('zh')}\n")
    assert lacking.index(why.text("zh")) < lacking.index(f"  {why.text('en')}\n")


def test_each_plan_is_told_as_a_source() -> None:
    text = attribution(collection(days=("2018-07", "2020")))
    assert "    某府：p0规划（2018-07）\n    某府：p1规划（2020）\n" in text
    assert all(f"  {words}" in text for words in carried(collection()))


@pytest.mark.parametrize(
    ("bounds", "zone", "name"),
    [
        ((97.4, 26.0, 110.2, 34.3), 48, "WGS 84 / UTM zone 48N"),
        ((-180, 0, -174.1, 1), 1, "WGS 84 / UTM zone 1N"),
        ((-180, 0, -168, 1), 2, "WGS 84 / UTM zone 2N"),
        ((174, 0, 179.9, 1), 60, "WGS 84 / UTM zone 60N"),
        ((180, 0, 180, 1), 1, "WGS 84 / UTM zone 1N"),
        # As much south as north of the equator counts as north.
        ((102, -1, 108, 1), 48, "WGS 84 / UTM zone 48N"),
        ((102, -2, 108, 1), 48, "WGS 84 / UTM zone 48S"),
    ],
)
def test_the_zone_is_that_of_the_middle(
    bounds: tuple[float, float, float, float], zone: int, name: str
) -> None:
    found = Ground((), bounds).utm
    assert (found.zone, found.name) == (zone, name)


@pytest.mark.parametrize(
    ("utm", "epsg", "srsid", "proj4"),
    [
        (Utm(48), 32648, 3132, "+proj=utm +zone=48 +datum=WGS84 +units=m +no_defs"),
        (
            Utm(7, south=True),
            32707,
            3151,
            "+proj=utm +zone=7 +south +datum=WGS84 +units=m +no_defs",
        ),
    ],
)
def test_what_a_zone_is_called_elsewhere(utm: Utm, epsg: int, srsid: int, proj4: str) -> None:
    assert (utm.epsg, utm.srsid, utm.proj4) == (epsg, srsid, proj4)


def test_home_is_the_lands_own_provinces() -> None:
    words = {"500000": "重庆 Chongqing", "520000": "贵州 Guizhou", "510000": "四川 Sichuan"}
    found = ground_of(Land(("50", "51"), (1.0, 2.0, 3.0, 4.0)), words)
    assert found.home == (("500000", "重庆 Chongqing"), ("510000", "四川 Sichuan"))
    assert found.bounds == (1.0, 2.0, 3.0, 4.0)
