"""The map as most people write it with folium: one object a feature, all assets inside.

It shows what the exported file shows: boundaries, names, rivers, projects with what the plans say
of them, stops. What the saved page links to is put into it (Leaflet, jQuery, Bootstrap, Font
Awesome); the marker plugin and the glyph icons are in no package and left out.
"""

from __future__ import annotations

import base64
import html
import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import folium

from layers.publish import assets
from layers.records.model import Atlas, Project
from layers.style import MODE_STYLES
from registry.paths import DEFAULT
from registry.tables import EventRow

#: Status to dash, by hand as one would.
BUNDLE = (("umd", "popper.min.js"), ("js", "bootstrap.min.js"))

DASHES = {"research": "1 6", "preparation": "6 5", "start": "12 5", "construction": "18 4"}


def read_boundaries() -> list[dict[str, Any]]:
    """The counties, prefectures, provinces and regions of data/boundaries."""
    result = []
    for level in ("counties", "prefectures", "provinces", "regions"):
        path = DEFAULT.boundaries / f"{level}.geojson"
        result += json.loads(path.read_text(encoding="utf-8"))["features"]
    return result


def _names(world: folium.Map, boundaries: list[dict[str, Any]], atlas: Atlas) -> None:
    """Names of counties and prefectures at their seats, as text markers."""
    seats = {p.adcode: p for p in atlas.places if p.kind == "seat"}
    for feature in boundaries:
        seat = seats.get(str(feature["properties"].get("adcode")))
        if seat is None:
            continue
        name = html.escape(str(feature["properties"]["name"]))
        icon = folium.DivIcon(html=f'<div style="font-size:10px;white-space:nowrap">{name}</div>')
        folium.Marker([seat.lat, seat.lon], icon=icon).add_to(world)


def _stops(world: folium.Map, atlas: Atlas) -> None:
    """A dot for every place that a project stops at."""
    for stop in dict.fromkeys(stop for project in atlas.projects for stop in project.stops):
        folium.CircleMarker(
            [stop.lat, stop.lon], radius=3, color="#444444", tooltip=html.escape(stop.name)
        ).add_to(world)


def _event(event: EventRow) -> str:
    return f"{event.date} {event.text} {event.publisher} {event.url}"


def _popup(project: Project) -> str:
    rows = "".join(
        f"<tr><td>{html.escape(m.plan)}</td><td>{html.escape(m.clause)}</td>"
        f"<td>{html.escape(m.as_written)}</td><td>{html.escape(m.action)}</td>"
        f"<td>{m.status}</td><td>{m.start_year or ''}</td><td>{m.complete_year or ''}</td></tr>"
        for m in project.mentions
    )
    facts = "".join(
        f"<dt>{name}</dt><dd>{html.escape(str(value))}</dd>"
        for name, value in (
            ("别名", "、".join(project.aliases)),
            ("区域", "、".join(project.regions)),
            ("区县", "、".join(project.counties)),
            ("经过", "–".join(stop.name for stop in project.stops)),
            ("长度", project.length_km),
            ("公布长度", project.official_km),
            ("误差", project.uncertainty_m),
            ("来源", project.source),
            ("方法", project.method),
            ("说明", f"{project.route_note} {project.note}"),
            ("后来", "；".join(map(_event, project.events))),
        )
        if value
    )
    name = f"<h4>{html.escape(project.name)}</h4><p>{html.escape(project.name_en)}</p>"
    return f"{name}<table>{rows}</table><dl>{facts}</dl>"


def plain(atlas: Atlas, boundaries: list[dict[str, Any]], built: list[dict[str, Any]]) -> str:
    """The page. ``built`` are the features of projects.geojson in the order of the projects."""
    world = folium.Map(location=[30.2, 105.6], zoom_start=7, tiles=None, prefer_canvas=False)
    grey = {"color": "#999999", "weight": 1, "fillOpacity": 0.03}
    for feature in boundaries:
        folium.GeoJson(
            feature,
            style_function=lambda _: grey,
            tooltip=html.escape(str(feature["properties"].get("name"))),
        ).add_to(world)
    for river in atlas.rivers:
        folium.GeoJson(
            river,
            style_function=lambda _: {"color": "#a9cbdf", "weight": 2},
            tooltip=html.escape(str(river["properties"].get("name"))),
        ).add_to(world)
    groups: dict[str, folium.FeatureGroup] = {}
    for project, feature in zip(atlas.projects, built, strict=True):
        if feature["geometry"] is None:
            continue
        mode = str(project.mode)
        if mode not in groups:
            groups[mode] = folium.FeatureGroup(name=mode)
            groups[mode].add_to(world)
        status = str(feature["properties"]["status"])
        look = {
            "color": MODE_STYLES[project.mode].colour,
            "weight": 3,
            "dashArray": DASHES.get(status, ""),
        }
        drawn = folium.GeoJson(
            feature,
            style_function=lambda _, look=look: look,
            highlight_function=lambda _: {"weight": 5},
            tooltip=html.escape(project.name),
        )
        drawn.add_child(folium.Popup(_popup(project), max_width=420))
        drawn.add_to(groups[mode])
    _stops(world, atlas)
    _names(world, boundaries, atlas)
    folium.LayerControl().add_to(world)
    return inline(world.get_root().render())


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{name} is missing: pip install -r requirements-bench.txt")
    return Path(spec.origin).parent


def inline(page: str) -> str:
    """The page with its links replaced by what they lead to."""
    bootstrap = _package("flask_bootstrap") / "static" / "bootstrap5"
    awesome = _package("fontawesomefree") / "static" / "fontawesomefree"
    jquery = _package("xstatic.pkg.jquery") / "data" / "jquery.min.js"
    # What folium links to as the bundle is these two in one.
    scripts = [jquery, *(bootstrap / folder / name for folder, name in BUNDLE)]
    code = "\n".join([assets.leaflet("leaflet.js"), *(p.read_text("utf-8") for p in scripts)])
    icons = re.sub(
        r"url\(\.\./webfonts/([\w-]+\.woff2)\)",
        lambda match: (
            "url(data:font/woff2;base64,"
            + base64.b64encode((awesome / "webfonts" / match[1]).read_bytes()).decode()
            + ")"
        ),
        (awesome / "css" / "all.min.css").read_text("utf-8"),
    )
    sheets = [
        assets.leaflet("leaflet.css"),
        (bootstrap / "css" / "bootstrap.min.css").read_text("utf-8"),
    ]
    style = re.sub(r"url\((?!data:)[^)]*\)", "none", "\n".join([*sheets, icons]))
    code = re.sub(r"//# sourceMappingURL=\S+", "", code).replace("</script", "<\\/script")
    page = re.sub(r'<script src="[^"]*"></script>', "", page)
    page = re.sub(r'<link rel="stylesheet" href="[^"]*"\s*/>', "", page)
    return page.replace("<head>", f"<head><style>{style}</style><script>{code}</script>", 1)
