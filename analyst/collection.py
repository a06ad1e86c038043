"""The layers of the package: which rows and columns each has, and which geometry.

A GIS layer holds one kind of geometry, a mode has several. Each mode has a layer of its own name
with **all** its projects, which draws lines (points for ports, airports and logistics). A project
of another shape keeps its row there without geometry and is drawn in ``<mode>_points``,
``<mode>_lines`` or ``<mode>_areas``. The column ``shape_layer`` names the layer that draws it. So
nothing is lost and each layer opens styled. ``projects`` has every project with its own shape, for
readers that take mixed shapes; ``project_points`` has one point for each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from analyst.labels import SHAPES, TITLES, both
from analyst.qgis.ground import Ground, ground_of
from analyst.qgis.style import Layer
from analyst.qgis.symbols import Shape
from analyst.qgis.views import View
from geo.boundaries import load_counties, load_prefectures, load_provinces, load_regions
from geo.frames import (
    load_bands,
    load_county_lengths,
    load_events,
    load_findings,
    load_legs,
    load_mentions,
    load_outcomes,
    load_projects,
    load_timeline,
)
from geo.gazetteer import load_gazetteer
from geo.geojson import read_table
from layers.address import first_view
from layers.records.lost import Lost
from layers.records.model import Missing
from registry.columns import Column, Kind, names, tables
from registry.land.extent import load_land
from registry.land.titles import Titles, read_titles
from registry.load import load_facts, load_plans
from registry.models import Plan
from registry.paths import Paths
from registry.vocab import CORE_MODES, MODES, Mode

CRS = "EPSG:4326"
_FAMILY = {"Point": Shape.POINTS, "LineString": Shape.LINES, "Polygon": Shape.AREAS}
#: The modes whose own layer draws points; the others draw lines. Fixed, so that it stays the same
#: from release to release.
_POINTS = (Mode.PORT, Mode.AIRPORT, Mode.LOGISTICS)
#: The tables whose ``project_id`` points to a project.
ABOUT_PROJECTS = ("mentions", "events", "outcomes", "timeline", "findings", "county_lengths")
SHAPE_LAYER = Column(
    "shape_layer",
    Kind.TEXT,
    ("几何所在图层", "Drawn in"),
    ("几何所在的图层", "The layer that holds the geometry"),
    "computed",
)


@dataclass(frozen=True)
class Table:
    """A layer: its name, title in both languages, group in the layer tree, rows, look.

    ``frame`` is a GeoDataFrame in EPSG:4326 unless the layer has no geometry.
    """

    name: str
    title: str
    group: str
    frame: pd.DataFrame
    look: Layer
    shown: bool = True
    #: A layer of mixed shapes cannot be styled and stays out of the QGIS project.
    in_project: bool = True

    @property
    def columns(self) -> Sequence[Column]:
        """The columns, without the geometry."""
        return self.look.columns


@dataclass(frozen=True)
class Collection:
    """Everything the package is written from."""

    projects: gpd.GeoDataFrame
    tables: list[Table]
    plans: list[Plan]
    columns: dict[str, tuple[Column, ...]]
    #: The day up to which facts are gathered, on which every verdict holds.
    as_of: str
    #: What the data folder calls itself.
    titles: Titles
    #: Where it lies.
    ground: Ground
    #: What the lines of a mode show when the package is opened.
    view: View
    #: The projects that are left out since a built file is wrong about them.
    missing: tuple[Missing, ...] = ()

    @property
    def plan_words(self) -> dict[str, str]:
        """The short names of each plan in both languages, by its id."""
        return {plan.id: f"{plan.short} {plan.short_en}" for plan in self.plans}

    def table(self, name: str) -> Table:
        """The layer called ``name``."""
        return next(table for table in self.tables if table.name == name)


def family(geometry: BaseGeometry | None) -> Shape:
    """Whether a geometry is lines, points, areas or nothing."""
    if geometry is None:
        return Shape.NONE
    return _FAMILY[geometry.geom_type.removeprefix("Multi")]


def _mode_tables(mode: Mode, rows: gpd.GeoDataFrame, columns: tuple[Column, ...]) -> list[Table]:
    shapes = pd.Series([family(g).value for g in rows.geometry], index=rows.index)
    main = Shape.POINTS if mode in _POINTS else Shape.LINES
    home = {
        shape.value: mode.value if shape is main else f"{mode.value}_{shape.value}"
        for shape in (Shape.POINTS, Shape.LINES, Shape.AREAS)
    }
    rows = rows.assign(shape_layer=shapes.map(home).astype("string"))
    words = MODES[mode]
    layers = []
    for shape in (main, *(s for s in (Shape.POINTS, Shape.LINES, Shape.AREAS) if s is not main)):
        here = shapes == shape.value
        if shape is not main and not here.any():
            continue
        # The mode's own layer keeps every row; the others only what they draw.
        part = rows.copy() if shape is main else rows[here].copy()
        part.geometry = part.geometry.where(here.loc[part.index], None)
        title = (words.zh, words.en)
        if shape is not main:
            zh, en = SHAPES[shape.value]
            title = (f"{words.zh}（{zh}）", f"{words.en} ({en})")
        layers.append(
            Table(
                home[shape.value],
                both(title),
                "core" if mode in CORE_MODES else "other",
                part,
                Layer(mode.value, shape, (*columns, SHAPE_LAYER), mode),
                mode in CORE_MODES,
            )
        )
    return layers


def _representative(geometry: BaseGeometry | None) -> BaseGeometry | None:
    """A point that lies on the geometry: half way along a line, inside an area."""
    if geometry is None:
        return None
    if geometry.geom_type == "LineString":
        return shapely.line_interpolate_point(geometry, 0.5, normalized=True)
    return geometry.representative_point()


def _places(paths: Paths) -> gpd.GeoDataFrame:
    gazetteer = load_gazetteer(paths)
    rows = pd.DataFrame(
        {
            "name": p.name,
            "name_en": p.name_en,
            "kind": p.kind.value,
            "adcode": p.adcode,
            "lon": p.lon,
            "lat": p.lat,
            "accuracy_m": p.accuracy_m,
            "source": p.source,
            "note": p.note or None,
        }
        for p in gazetteer
    )
    points = gpd.points_from_xy(rows["lon"], rows["lat"])
    return gpd.GeoDataFrame(rows, geometry=points, crs=CRS)


def _plan_rows(plans: list[Plan], columns: tuple[Column, ...]) -> pd.DataFrame:
    rows = [plan.model_dump(mode="json") for plan in plans]
    return pd.DataFrame(rows)[list(names(columns))].astype("string")


def built_tables(
    paths: Paths, lost: Lost | None
) -> tuple[gpd.GeoDataFrame, dict[str, pd.DataFrame]]:
    """The projects, their legs, and each table of :data:`ABOUT_PROJECTS`.

    What is wrong is as for :func:`collect`.
    """
    data = paths.data
    return load_projects(data, wrong=lost), {
        "mentions": load_mentions(data, wrong=lost),
        "events": load_events(data, wrong=lost),
        "outcomes": load_outcomes(data, wrong=lost),
        "timeline": load_timeline(data, wrong=lost),
        "findings": load_findings(data, wrong=lost),
        "county_lengths": load_county_lengths(data, wrong=lost),
        "legs": load_legs(data, wrong=lost),
    }


def collect(paths: Paths, ids: Sequence[str] | None = None, lost: Lost | None = None) -> Collection:
    """The layers of the package.

    Parameters
    ----------
    paths : Paths
        The data folder; its built files are read, nothing is located anew.
    ids : sequence of str, optional
        Only these projects and what belongs to them; by default all.
    lost : Lost, optional
        Hears of what is wrong; the package goes without the projects that it has then, those that
        it had before too. By default what is wrong is an error.

    Raises
    ------
    AtlasError
        When a file is missing or broken.
    """
    plans = list(load_plans(paths).values())
    columns = tables((p.id, p.short, p.short_en) for p in plans)
    projects, about = built_tables(paths, lost)
    view = View(first_view(projects["current_status"]))
    if ids is not None or lost:
        kept = set(projects["id"]) - set(lost.projects if lost else ())
        kept &= set(projects["id"] if ids is None else ids)
        projects = projects[projects["id"].isin(kept)].reset_index(drop=True)
        about = {name: rows[rows["project_id"].isin(kept)] for name, rows in about.items()}
    layers: list[Table] = []
    provinces = load_provinces(paths)
    rows = zip(provinces["adcode"], provinces["name"], provinces["name_en"], strict=True)
    ground = ground_of(load_land(paths), {str(code): both((zh, en)) for code, zh, en in rows})
    for mode in Mode:
        rows = projects[projects["mode"] == mode.value]
        if len(rows):
            layers += _mode_tables(mode, rows, columns["projects"])
    points = projects.copy()
    points.geometry = points.geometry.map(_representative)

    def add(name: str, group: str, frame: pd.DataFrame, shape: Shape, shown: bool) -> None:
        fields = columns["projects" if name == "project_points" else name]
        kept = list(names(fields))
        frame = frame[[*kept, "geometry"] if shape is not Shape.NONE else kept]
        look = Layer(name, shape, fields, home=ground.home if name == "provinces" else ())
        mixed = shape is Shape.MIXED
        layers.append(Table(name, both(TITLES[name]), group, frame, look, shown, not mixed))

    add("projects", "all", projects, Shape.MIXED, False)
    add("project_points", "all", points, Shape.POINTS, False)
    add("legs", "certainty", about["legs"], Shape.LINES, False)
    add("places", "ground", _places(paths), Shape.POINTS, True)
    # A land may have no river that the package names.
    rivers = read_table(
        paths.rivers,
        paths.label(paths.rivers),
        ("name", "name_en", "source"),
        may_be_empty=True,
    )
    add("rivers", "ground", rivers, Shape.LINES, True)
    add("regions", "regions", load_regions(paths), Shape.AREAS, False)
    add("counties", "boundaries", load_counties(paths), Shape.AREAS, True)
    add("prefectures", "boundaries", load_prefectures(paths), Shape.AREAS, True)
    add("provinces", "boundaries", provinces, Shape.AREAS, True)
    for name in ABOUT_PROJECTS:
        add(name, "tables", about[name], Shape.NONE, True)
    add("bands", "tables", load_bands(paths.data), Shape.NONE, True)
    add("plans", "tables", _plan_rows(plans, columns["plans"]), Shape.NONE, True)
    return Collection(
        projects,
        layers,
        plans,
        columns,
        load_facts(paths).facts_as_of,
        read_titles(paths),
        ground,
        view,
        lost.all_missing if lost else (),
    )
