"""A small data folder: eight square counties, three plans, six projects; hostile if asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from registry.borders import write_borders
from registry.columns import BANDS, COUNTY_LENGTHS, FINDINGS_TABLE, MENTIONS, PLACES, Column
from registry.columns import names as column_names
from registry.files.csvfile import csv_text
from registry.outcome.columns import EVENTS_TABLE, OUTCOMES, TIMELINE
from registry.paths import Paths
from registry.tables import DERIVED_PLACES
from scripts import derive_borders
from tests.support import small_facts

#: Runs, ends or fetches something wherever text is taken for markup, code or Markdown.
HOSTILE = (
    '<img src=x onerror="window.pwned=1"></script><script>window.pwned=1</script>'
    "<!--<script>${window.pwned=1}`'\"![x](http://evil.invalid/x.png) :material/home: $x$"
)

#: The day of the facts.
AS_OF = "2026-11-26"
PLANS = ("old-2018", "mid-2020", "new-2023")


def _square(x: float, y: float) -> dict[str, Any]:
    ring = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]
    return {"type": "Polygon", "coordinates": [ring]}


def _feature(props: dict[str, Any], geometry: dict[str, Any] | None) -> dict[str, Any]:
    return {"type": "Feature", "properties": props, "geometry": geometry}


def _line(*points: list[float]) -> dict[str, Any]:
    return {"type": "LineString", "coordinates": list(points)}


def _project(text: Callable[[str], str], key: str, mode: str, **more: Any) -> dict[str, Any]:
    geometry = more.pop("geometry", None)
    statuses = more.pop("statuses")
    props = {
        "id": key,
        "name": text(more.pop("name", key)),
        "name_en": text(f"The {key}"),
        "aliases": text(more.pop("aliases", "")),
        "mode": mode,
        "part_of": more.pop("part_of", None),
        "regions": more.pop("regions", ""),
        "prefectures": "",
        "counties": "510101;500101",
        "length_km": 100.0 if geometry else None,
        "official_km": None,
        "geometry_precision": "waypoints" if geometry else "none",
        "geometry_method": "stops",
        "geometry_source": text("source"),
        "uncertainty_m": 2000 if geometry else None,
        "uncertainty_median_m": None,
        "route_basis": "plan",
        "n_mentions": len(statuses),
        "route_note": text("route note"),
        "stops": more.pop("stops", ""),
        "stops_lonlat": more.pop("stops_lonlat", ""),
        "note": text("note"),
        "reviewed": True,
        **small_facts.unknown(text),
        **more.pop("now", {}),
    }
    for plan in PLANS:
        props["status_" + plan.replace("-", "_")] = statuses.get(plan)
    return _feature(props, geometry)


_BAND = {
    **{"mode": "rail", "basis": "public", "method": "stops"},
    **{"factor": 0.4, "pool": "class", "left_out": 20},
}


def _legs(text: Callable[[str], str], places: list[list[float]]) -> list[dict[str, Any]]:
    """The two legs of the first line: the second is less sure."""
    leg = {"project_id": "first-line", "length_km": 180.0, "method": "stops", "basis": "public"}
    source = f"{text('source')}; {text('list')}"
    ends = (("县00", "县31", 900, places[:2]), ("县31", "站", 2000, places[1:]))
    return [
        _feature(
            {**leg, "leg": number, "from": start, "to": end, "uncertainty_m": band}
            | {"source": source},
            _line(*line),
        )
        for number, (start, end, band, line) in enumerate(ends, 1)
    ]


def _with_legs(paths: Paths, text: Callable[[str], str], places: list[list[float]]) -> Paths:
    found = {"type": "FeatureCollection", "features": _legs(text, places)}
    paths.legs.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    bands = csv_text(column_names(BANDS), [_BAND])
    paths.bands.write_text(bands, encoding="utf-8", newline="")
    return paths


def write(folder: Path, *, hostile: bool = False) -> Paths:
    """Write the folder and return its paths. ``hostile`` puts :data:`HOSTILE` into every text."""

    def text(value: str) -> str:
        return value + HOSTILE.replace(";", "") if hostile else value

    paths = Paths(folder / "data")
    display = paths.boundaries / "display"
    display.mkdir(parents=True)
    paths.rivers.parent.mkdir(parents=True)

    def geo(path: Path, features: list[dict[str, Any]]) -> None:
        found = {"type": "FeatureCollection", "features": features}
        path.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")

    def table(path: Path, columns: tuple[Column, ...], rows: list[dict[str, Any]]) -> None:
        path.write_text(csv_text(column_names(columns), rows), encoding="utf-8", newline="")

    counties, places = [], []
    for column in range(4):
        for row in range(2):
            province = "51" if column < 2 else "50"
            prefecture = f"{province}0{row + 1 if province == '51' else 0}00"
            adcode = (
                f"{prefecture[:4]}{column + 1:02d}"
                if province == "51"
                else f"5001{column + row * 2:02d}"
            )
            name = text(f"县{column}{row}")
            geometry = _square(104 + column, 29 + row)
            props = {"adcode": adcode, "name": name, "name_en": text(f"County {column}{row}")}
            counties.append(
                _feature(
                    {**props, "prefecture": prefecture, "province": province + "0000"}, geometry
                )
            )
            at = {"lon": 104.5 + column, "lat": 29.5 + row}
            places.append({**props, "kind": "seat", **at, "source": "x"})
    geo(display / "counties.geojson", counties)
    geo(
        display / "prefectures.geojson",
        [
            _feature(
                {"adcode": code, "name": text(name), "name_en": text("City"), "province": province},
                _square(104, 29),
            )
            for code, name, province in (
                ("510100", "甲市", "510000"),
                ("510200", "乙市", "510000"),
                ("500000", "重庆市", "500000"),
            )
        ],
    )
    geo(
        display / "provinces.geojson",
        [
            _feature(
                {"adcode": "530000", "name": text("云南省"), "name_en": text("Yunnan")},
                _square(103, 28),
            )
        ],
    )
    regions = [("west", "西区", "510101;510102;510201;510202"), ("east", "东区", "500102;500103")]
    geo(
        display / "regions.geojson",
        [
            _feature(
                {
                    "id": key,
                    "name": text(name),
                    "name_en": text(key),
                    "area_km2": 1.0,
                    "members": members,
                },
                None,
            )
            for key, name, members in regions
        ],
    )
    paths.titles.write_text(
        json.dumps({"title": text("小图"), "title_en": text("Small Atlas"), "name": "small"}),
        encoding="utf-8",
    )
    as_yaml = json.dumps  # JSON is YAML
    paths.regions.write_text(
        as_yaml(
            {
                "regions": [
                    {
                        "id": key,
                        "name": text(name),
                        "name_en": text(key),
                        "definition": text("定义"),
                        "source": text("出处"),
                    }
                    for key, name, _ in regions
                ]
            }
        ),
        encoding="utf-8",
    )
    paths.plans.write_text(
        as_yaml(
            {
                "plans": [
                    {
                        "id": plan,
                        "title": text("规划" + plan),
                        "title_en": text(plan),
                        "short": text("计划" + plan[-4:]),
                        "short_en": text(plan),
                        "issuer": text("某府"),
                        "number": text("1号"),
                        "date": plan[-4:] + "-01",
                    }
                    for plan in PLANS
                ]
            }
        ),
        encoding="utf-8",
    )
    geo(
        paths.rivers,
        [
            _feature(
                {"name": text("长江"), "name_en": text("Yangtze"), "source": "x"},
                _line([104, 29.2], [106, 29.4], [108, 29.3]),
            )
        ],
    )
    table(paths.places, DERIVED_PLACES, places)
    table(
        paths.sites,
        PLACES,
        [{**places[0], "name": text("站"), "kind": "station", "accuracy_m": 200}],
    )
    old, mid, new = PLANS
    cross = _line([104.2, 29.5], [106, 30.1], [107.8, 30.5])
    projects = [
        _project(
            text,
            "first-line",
            "rail",
            name="甲乙铁路",
            aliases="旧名;ＦＵＬＬ宽",
            statuses={old: "construction", mid: "preparation"},
            regions="west;east",
            geometry=cross,
            stops="县00;县31;站",
            stops_lonlat="104.50000 29.50000;107.50000 30.50000;104.50000 29.50000",
            now=small_facts.now(text),
        ),
        _project(
            text,
            "second-road",
            "highway",
            name="甲乙高速",
            now={"current_status": "open", "verdicts": "unknown", "current_since": "2019"},
            statuses={mid: "research"},
            regions="west",
            geometry=cross,
        ),
        _project(
            text,
            "third-river",
            "waterway",
            name="长江航道",
            now={"verdicts": "missed"},
            statuses={new: "upgrade"},
            regions="east",
            geometry=_line([104, 29.2], [108, 29.3]),
        ),
        _project(
            text,
            "fourth-gas",
            "pipeline",
            name="气田",
            now={"verdicts": "kept"},
            statuses={old: "operation", new: "operation"},
            geometry=_square(105, 30),
        ),
        _project(
            text,
            "fifth-port",
            "port",
            name="某港",
            now={"verdicts": "late"},
            statuses={new: "start"},
            regions="east",
            geometry={"type": "Point", "coordinates": [107.5, 29.4]},
        ),
        _project(
            text,
            "sixth-nowhere",
            "rail",
            name="无处铁路",
            part_of="first-line",
            statuses={new: "unspecified"},
        ),
    ]
    geo(paths.geojson, projects)
    mentions = []
    for feature in projects:
        props = feature["properties"]
        for i, plan in enumerate(PLANS):
            if status := props["status_" + plan.replace("-", "_")]:
                mentions.append(
                    {
                        "plan_id": plan,
                        "project_id": props["id"],
                        "mode": props["mode"],
                        "name": props["name"],
                        "clause": text(f"3.{i}"),
                        "as_written": text("原文"),
                        "action": text("加快推进"),
                        "status": status,
                        "start_year": "",
                        "complete_year": 2020 + 2 * i,
                        "note": text("注"),
                    }
                )
    table(paths.mentions, MENTIONS, mentions)
    county = {"county": "x", "prefecture": "510100", "has_stop": 1}
    table(
        paths.county_lengths,
        COUNTY_LENGTHS,
        [
            {"project_id": "first-line", "adcode": "510101", "length_km": 40.5, **county},
            {"project_id": "first-line", "adcode": "500101", "length_km": 59.5, **county},
        ],
    )
    table(
        paths.findings,
        FINDINGS_TABLE,
        [
            {
                "project_id": project,
                "kind": kind,
                "plan_from": before,
                "plan_to": after,
                "was": was,
                "now": now,
                "words_zh": text(f"{kind}：{was}，后来 {now}。"),
                "words_en": text(f"{kind}: {was}, then {now}."),
            }
            for project, kind, before, after, was, now in (
                ("first-line", "back", old, mid, "construction", "preparation"),
                ("first-line", "complete_slip", old, mid, "2020", "2022"),
                ("fourth-gas", "complete_slip", old, new, "2020", "2024"),
            )
        ],
    )
    paths.facts.write_text(as_yaml({"facts_as_of": AS_OF, "no_source": []}), encoding="utf-8")
    table(paths.events, EVENTS_TABLE, small_facts.events(text, hostile=hostile))
    table(paths.outcomes, OUTCOMES, small_facts.outcomes(text, PLANS))
    table(paths.timeline, TIMELINE, small_facts.timeline())
    write_borders(derive_borders.derive(paths), paths)
    return _with_legs(paths, text, cross["coordinates"])
