"""``atlas.qgz``: a QGIS project over ``atlas.gpkg``, written without QGIS.

The XML has what QGIS 3.22 needs and leaves the rest to its defaults. Paths are relative, so the
folder can be moved; every text goes through ElementTree and is escaped.
"""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from xml.etree import ElementTree as ET

from pyproj import Transformer

from analyst.collection import ABOUT_PROJECTS, Collection, Table
from analyst.labels import GROUPS, both
from analyst.qgis.ground import Ground
from analyst.qgis.layout import Stated, layout
from analyst.qgis.project_sheet import COVERAGE, Sheet, project_sheets
from analyst.qgis.style import QGIS_VERSION, document, style, styled
from analyst.qgis.symbols import Shape
from analyst.qgis.views import VIEWS, View
from layers.style import LIGHT

#: EPSG code, definition for PROJ, QGIS's number, name, projection, whether in degrees.
Srs = tuple[int, str, int, str, str, str]
DEGREES: Srs = (4326, "+proj=longlat +datum=WGS84 +no_defs", 3452, "WGS 84", "longlat", "true")
_WKB = {
    Shape.POINTS: ("Point", "MultiPoint"),
    Shape.LINES: ("Line", "MultiLineString"),
    Shape.AREAS: ("Polygon", "MultiPolygon"),
    Shape.NONE: ("No geometry", "NoGeometry"),
}
#: Projects that lie within so many degrees are shown with all the land.
LEAST = 0.2

#: Groups of layers that are off when the project opens.
_HIDDEN_GROUPS = ("other", "all", "certainty", "regions")
#: QGIS's name for the style of a layer that has but one.
_DEFAULT_STYLE = "default"

Extent = tuple[float, float, float, float]


def layer_id(table: Table) -> str:
    """The id of a layer in the project: the same in every package."""
    return f"{table.name}_{uuid.uuid5(uuid.NAMESPACE_URL, f'atlas.gpkg/{table.name}').hex}"


def source(table: Table) -> str:
    """The layer's data source, relative to the project file."""
    return f"./atlas.gpkg|layername={table.name}"


def _metres(ground: Ground) -> Srs:
    """The project's CRS: metres, where the land is."""
    utm = ground.utm
    return utm.epsg, utm.proj4, utm.srsid, utm.name, "utm", "false"


def _srs(parent: ET.Element, crs: Srs) -> None:
    epsg, proj4, number, name, projection, geographic = crs
    srs = ET.SubElement(parent, "spatialrefsys")
    for tag, text in (
        ("proj4", proj4),
        ("srsid", str(number)),
        ("srid", str(epsg)),
        ("authid", f"EPSG:{epsg}"),
        ("description", name),
        ("projectionacronym", projection),
        ("ellipsoidacronym", "EPSG:7030"),
        ("geographicflag", geographic),
    ):
        ET.SubElement(srs, tag).text = text


def _extent(parent: ET.Element, extent: Extent, tag: str = "extent") -> None:
    box = ET.SubElement(parent, tag)
    for name, value in zip(("xmin", "ymin", "xmax", "ymax"), extent, strict=True):
        ET.SubElement(box, name).text = f"{value:.6f}"


def _tree_layer(parent: ET.Element, table: Table) -> None:
    ET.SubElement(
        parent,
        "layer-tree-layer",
        id=layer_id(table),
        name=table.title,
        source=source(table),
        providerKey="ogr",
        checked="Qt::Checked" if table.shown else "Qt::Unchecked",
        expanded=str(int(table.group == "core" and table.look.mode == table.name)),
    )


def _on_paper(table: Table) -> bool:
    """Sorts areas of projects behind the rest of their group, as the map draws them."""
    return table.look.mode is None


def _tree(parent: ET.Element, tables: Sequence[Table]) -> None:
    root = ET.SubElement(parent, "layer-tree-group")
    for key, words in GROUPS.items():
        if not (inside := [table for table in tables if table.group == key]):
            continue
        group = ET.SubElement(
            root,
            "layer-tree-group",
            name=both(words),
            checked="Qt::Unchecked" if key in _HIDDEN_GROUPS else "Qt::Checked",
            expanded=str(int(key == "core")),
        )
        # Areas last, so that no line or point lies under one.
        for table in sorted(inside, key=lambda one: one.look.shape is Shape.AREAS):
            # The group's own tick decides; a second click inside it would be one too many.
            _tree_layer(group, table)
            group[-1].set("checked", "Qt::Checked")


def _map_layer(
    parent: ET.Element, table: Table, plans: Mapping[str, str], views: Sequence[View]
) -> None:
    attributes, children = style(table.look, plans, views[0])
    geometry, wkb = _WKB[table.look.shape]
    if table.name in ("project_points", "places"):
        wkb = "Point"
    layer = ET.SubElement(
        parent, "maplayer", attributes, type="vector", geometry=geometry, wkbType=wkb
    )
    ET.SubElement(layer, "id").text = layer_id(table)
    ET.SubElement(layer, "datasource").text = source(table)
    ET.SubElement(layer, "layername").text = table.title
    srs = ET.SubElement(layer, "srs")
    if table.look.shape is not Shape.NONE:
        _srs(srs, DEGREES)
    ET.SubElement(layer, "provider", encoding="UTF-8").text = "ogr"
    layer.extend(children)
    _styles(layer, table, plans, views)


def _styles(
    parent: ET.Element, table: Table, plans: Mapping[str, str], views: Sequence[View]
) -> None:
    """The named styles of a layer; the first, which is the layer's own, is named only."""
    names = [VIEWS[view] for view in views] if table.look.mode else [_DEFAULT_STYLE]
    manager = ET.SubElement(parent, "map-layer-style-manager", current=names[0])
    ET.SubElement(manager, "map-layer-style", name=names[0])
    for view, name in list(zip(views, names, strict=False))[1:]:
        one = ET.SubElement(manager, "map-layer-style", name=name)
        one.append(styled(table.look, plans, view))


def _themes(parent: ET.Element, tables: Sequence[Table]) -> None:
    """Map themes: each shows what the project opens with, in the style of one view."""
    presets = ET.SubElement(parent, "visibility-presets")
    for name in VIEWS.values():
        preset = ET.SubElement(
            presets,
            "visibility-preset",
            {"name": name, "has-expanded-info": "0", "has-checked-group-info": "0"},
        )
        for table in tables:
            if table.group in _HIDDEN_GROUPS:
                continue
            ET.SubElement(
                preset,
                "layer",
                id=layer_id(table),
                style=name if table.look.mode else _DEFAULT_STYLE,
                visible="1",
                expanded="0",
            )


def _relations(parent: ET.Element, collection: Collection) -> None:
    group = ET.SubElement(parent, "relations")
    by_name = {table.name: table for table in collection.tables}
    pairs = [
        (table, child)
        for table in collection.tables
        if table.look.mode is not None or table.name == "project_points"
        for child in (*ABOUT_PROJECTS, "legs")
    ]
    for table, child in pairs:
        relation = ET.SubElement(
            group,
            "relation",
            id=f"{table.name}_{child}",
            name=by_name[child].title,
            referencingLayer=layer_id(by_name[child]),
            referencedLayer=layer_id(table),
            strength="Association",
        )
        ET.SubElement(relation, "fieldRef", referencingField="project_id", referencedField="id")
    ET.SubElement(parent, "polymorphicRelations")


def view_extent(collection: Collection) -> Extent:
    """What the map opens on, in metres of the project's CRS: the projects, within the land."""
    land = collection.ground.bounds
    bounds = collection.projects.dropna(subset=["geometry"]).total_bounds
    # Without projects the bounds are no numbers, and no comparison holds.
    west, south = max(land[0], float(bounds[0])), max(land[1], float(bounds[1]))
    east, north = min(land[2], float(bounds[2])), min(land[3], float(bounds[3]))
    if not (east - west >= LEAST and north - south >= LEAST):
        west, south, east, north = land
    move = Transformer.from_crs(4326, collection.ground.utm.epsg, always_xy=True)
    x1, y1, x2, y2 = move.transform_bounds(west, south, east, north)
    pad = 0.04 * max(x2 - x1, y2 - y1)
    return x1 - pad, y1 - pad, x2 + pad, y2 + pad


def project_xml(collection: Collection, plans: Mapping[str, str], made: date) -> str:
    """The text of ``atlas.qgs``; ``plans`` gives the words of each plan's id."""
    tables = [table for table in collection.tables if table.in_project]
    title = both((collection.titles.zh, collection.titles.en))
    # The first is what the layers open with.
    views = sorted(View, key=lambda view: view is not collection.view)
    root = ET.Element("qgis", version=QGIS_VERSION, projectname=title)
    ET.SubElement(root, "homePath", path="")
    ET.SubElement(root, "title").text = title
    _srs(ET.SubElement(root, "projectCrs"), _metres(collection.ground))
    _tree(root, tables)
    _relations(root, collection)
    extent = view_extent(collection)
    canvas = ET.SubElement(root, "mapcanvas", name="theMapCanvas", annotationsVisible="1")
    ET.SubElement(canvas, "units").text = "meters"
    _extent(canvas, extent)
    ET.SubElement(canvas, "rotation").text = "0"
    _srs(ET.SubElement(canvas, "destinationsrs"), _metres(collection.ground))
    layers = ET.SubElement(root, "projectlayers")
    for table in tables:
        _map_layer(layers, table, plans, views)
    order = ET.SubElement(root, "layerorder")
    for table in tables:
        ET.SubElement(order, "layer", id=layer_id(table))
    _themes(root, tables)
    _properties(root)
    layouts = ET.SubElement(root, "Layouts")
    drawn = sorted((one for one in tables if one.shown), key=_on_paper)
    refs = [(one.name, one.title, layer_id(one), source(one)) for one in drawn]
    stated = Stated(
        collection.plans,
        len(collection.projects),
        collection.as_of,
        made,
        collection.titles,
        collection.ground.utm.name,
    )
    for view in views:
        layouts.append(layout(refs, extent, stated, view))
    layouts.append(_project_sheets(tables, collection, made, VIEWS[views[0]]))
    return document(root)


def _project_sheets(
    tables: Sequence[Table], collection: Collection, made: date, theme: str
) -> ET.Element:
    """The atlas with a sheet for each project."""
    shapes = [one.name for one in tables if one.group in ("core", "other")]
    sheet = Sheet(
        layers={one.name: layer_id(one) for one in tables},
        shapes=shapes,
        epsg=collection.ground.utm.epsg,
        extent=view_extent(collection),
        theme=theme,
        title=both((collection.titles.zh, collection.titles.en)),
        made=made.isoformat(),
    )
    return project_sheets(sheet, source(collection.table(COVERAGE)))


def _properties(root: ET.Element) -> None:
    properties = ET.SubElement(root, "properties")

    def put(scope: str, name: str, kind: str, value: str) -> None:
        group = properties.find(scope)
        if group is None:
            group = ET.SubElement(properties, scope)
        ET.SubElement(group, name, type=kind).text = value

    put("Paths", "Absolute", "bool", "false")
    put("Measure", "Ellipsoid", "QString", "EPSG:7030")
    put("Measurement", "DistanceUnits", "QString", "kilometers")
    put("Measurement", "AreaUnits", "QString", "km2")
    put("SpatialRefSys", "ProjectionsEnabled", "int", "1")
    for part, start in (("Red", 1), ("Green", 3), ("Blue", 5)):
        put(
            "Gui", f"CanvasColor{part}Part", "int", str(int(LIGHT.neighbour[start : start + 2], 16))
        )


def project_qgz(xml: str, made: date) -> bytes:
    """``xml`` as the bytes of a ``.qgz``; the same bytes for the same text and day."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo("atlas.qgs", (made.year, made.month, made.day, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, xml)
    return out.getvalue()
