"""How the map looks in QGIS: renderers, labels, value lists and field names (QGIS 3.22)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from analyst.labels import both
from analyst.qgis.symbols import (
    BOLD,
    REGULAR,
    Shape,
    corridor,
    line,
    marker,
    options,
    rgba,
    status_symbol,
    symbol,
)
from analyst.qgis.views import View
from layers.style import CURRENT_STYLES, LIGHT, MODE_STYLES, STATUS_STYLES
from registry.columns import VOCABULARIES, Column, names
from registry.geometry import BASES
from registry.outcome.vocab import CURRENT_STATUSES
from registry.vocab import MODES, STATUSES, Mode

QGIS_VERSION = "3.22.16-Białowieża"
FONT = "Noto Sans CJK SC"
FONTS = (FONT, "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC")


@dataclass(frozen=True)
class Label:
    """Labels from an expression; sizes in points, scales as denominators (0: no limit)."""

    expression: str
    size: float
    colour: str
    bold: bool = False
    italic: bool = False
    #: Drawn when zoomed in closer than 1 : ``from_scale``.
    from_scale: float = 0
    priority: int = 5


@dataclass(frozen=True)
class Layer:
    """A layer to style: its theme (``mode``, ``projects`` or a table's name) and its columns."""

    theme: str
    shape: Shape
    columns: Sequence[Column]
    mode: Mode | None = None
    #: Of the layer of provinces: those the data are about, by adcode, with their words.
    home: Sequence[tuple[str, str]] = ()


def _categorized(
    column: str, rows: Iterable[tuple[str, str, ET.Element]], *, levels: bool = False
) -> ET.Element:
    """A symbol for each value; with ``levels`` what recedes lies below all the rest."""
    renderer = ET.Element(
        "renderer-v2",
        attrib={"type": "categorizedSymbol", "attr": column},
        enableorderby="0",
        forceraster="0",
        symbollevels=str(int(levels)),
        referencescale="-1",
    )
    categories = ET.SubElement(renderer, "categories")
    symbols = ET.SubElement(renderer, "symbols")
    for number, (value, label, element) in enumerate(rows):
        element.set("name", str(number))
        ET.SubElement(
            categories, "category", value=value, symbol=str(number), label=label, render="true"
        )
        symbols.append(element)
    ET.SubElement(renderer, "rotation")
    ET.SubElement(renderer, "sizescale")
    return renderer


def _single(element: ET.Element) -> ET.Element:
    renderer = ET.Element(
        "renderer-v2",
        attrib={"type": "singleSymbol"},
        enableorderby="0",
        forceraster="0",
        symbollevels="0",
        referencescale="-1",
    )
    ET.SubElement(renderer, "symbols").append(element)
    return renderer


def _outline(colour: str, width: float, dash: Sequence[float] = ()) -> ET.Element:
    # A symbol without a fill: a click between the lines falls through to what lies below.
    return symbol("fill", "0", [("SimpleLine", False, line(colour, width, dash))])


def _land(fill: str) -> ET.Element:
    values = {
        "color": rgba(fill),
        "style": "solid",
        "outline_color": rgba(LIGHT.province_line),
        "outline_style": "solid",
        "outline_width": "0.35",
        "outline_width_unit": "MM",
    }
    return symbol("fill", "0", [("SimpleFill", False, values)])


def _project_renderer(layer: Layer, mode: Mode, view: View) -> ET.Element:
    """One symbol a status: how far the projects are by facts, or what the plans say."""
    if view is View.PLAN:
        said = ((code.value, both((STATUSES[code].zh, STATUSES[code].en)), look)
                for code, look in STATUS_STYLES.items())  # fmt: skip
        rows = ((code, words, status_symbol(mode, look, layer.shape)) for code, words, look in said)
        return _categorized("status", rows)
    # A sign beside each word, so that a legend printed without colour still tells them apart.
    known = (
        (
            code.value,
            f"{look.sign} {both((CURRENT_STATUSES[code].zh, CURRENT_STATUSES[code].en))}",
            status_symbol(mode, look, layer.shape),
        )
        for code, look in CURRENT_STYLES.items()
    )
    return _categorized("current_status", known, levels=True)


def renderer(layer: Layer, view: View = View.NOW) -> ET.Element | None:
    """The renderer; None where nothing is drawn, or shapes are mixed and QGIS must choose."""
    if layer.shape in (Shape.NONE, Shape.MIXED):
        return None
    if layer.mode is not None:
        return _project_renderer(layer, layer.mode, view)
    return _of_theme(layer.theme, layer.home)


def _of_theme(theme: str, home: Sequence[tuple[str, str]]) -> ET.Element:
    """The renderer of a layer that is no mode's."""
    match theme:
        case "project_points":
            rows = (
                (m.value, f"{MODES[m].zh} {MODES[m].en}",
                 symbol("marker", "0", [("SimpleMarker", False, marker(m, 1.0))]))
                for m in Mode
            )  # fmt: skip
            return _categorized("mode", rows)
        case "provinces":
            ours = [(code, words, _land(LIGHT.land)) for code, words in home]
            return _categorized("adcode", [*ours, ("", "邻省 Neighbours", _land(LIGHT.neighbour))])
        case "prefectures":
            return _single(_outline(LIGHT.prefecture_line, 0.3))
        case "counties":
            return _single(_outline(LIGHT.county_line, 0.2))
        case "regions":
            return _single(_outline(LIGHT.region_line, 0.5, (6, 3)))
        case "legs":
            shades = zip(BASES.items(), CORRIDORS, strict=True)
            known = ((code.value, both((term.zh, term.en)), corridor(*shade))
                     for (code, term), shade in shades)  # fmt: skip
            return _categorized("basis", known)
        case "rivers":
            return _single(symbol("line", "0", [("SimpleLine", False, line(LIGHT.river, 0.7))]))
    return _single(_dot())


def _dot() -> ET.Element:
    values = {
        "name": "circle",
        "color": rgba(LIGHT.panel),
        "outline_color": rgba(LIGHT.muted),
        "outline_style": "solid",
        "outline_width": "0.25",
        "size": "1.4",
        "size_unit": "MM",
    }
    return symbol("marker", "0", [("SimpleMarker", False, values)])


def label(layer: Layer) -> Label | None:
    """The labels of a layer; None where it has none."""
    if layer.shape in (Shape.NONE, Shape.MIXED):
        return None
    name = Label('"name"', 8, LIGHT.text)
    if layer.mode is not None:
        # Far out only what is drawn first; every name from 1 : 6 million.
        colour = MODE_STYLES[layer.mode].colour
        return replace(name, colour=colour, from_scale=6_000_000, priority=7)
    labels = {
        "project_points": replace(name, from_scale=3_000_000),
        "provinces": replace(name, size=12, colour=LIGHT.muted, bold=True, priority=1),
        "prefectures": replace(
            name,
            expression=PREFECTURE,
            size=9,
            colour=LIGHT.muted,
            from_scale=4_500_000,
            priority=3,
        ),
        "counties": replace(name, size=7.5, colour=LIGHT.muted, from_scale=900_000, priority=2),
        "regions": replace(name, size=10, colour=LIGHT.region_line, bold=True, priority=4),
        "legs": Label(BAND, 7, LIGHT.muted, from_scale=1_500_000, priority=2),
        "rivers": replace(name, colour=LIGHT.river_text, italic=True, from_scale=5_000_000),
        "places": replace(name, size=7, from_scale=300_000, priority=1),
    }
    return labels.get(layer.theme)


#: A municipality is a province and a prefecture in one; its name is written once, by the province.
PREFECTURE = """if("adcode" LIKE '%0000', '', "name")"""
#: A leg says how wide its band is.
BAND = """'±' || round("uncertainty_m" / 1000.0, 1) || ' km'"""
#: How corridors of legs look, the best known first: less certain ones are paler.
CORRIDORS = ((LIGHT.river_text, 0.5), (LIGHT.river_text, 0.3), (LIGHT.muted, 0.22))
#: A layer is drawn when zoomed in closer than 1 : this.
VISIBLE_FROM = {"counties": 1_800_000, "places": 600_000}


def _labeling(look: Label, shape: Shape) -> ET.Element:
    labeling = ET.Element("labeling", type="simple")
    settings = ET.SubElement(labeling, "settings", calloutType="simple")
    text = ET.SubElement(
        settings,
        "text-style",
        fieldName=look.expression,
        isExpression="1",
        fontFamily=FONT,
        fontSize=str(look.size),
        fontSizeUnit="Point",
        fontWeight=str(BOLD if look.bold else REGULAR),
        fontItalic=str(int(look.italic)),
        textColor=rgba(look.colour),
        textOpacity="1",
        textOrientation="horizontal",
        multilineHeight="1",
    )
    families = ET.SubElement(text, "families")
    for family in FONTS:
        ET.SubElement(families, "family", name=family)
    ET.SubElement(
        text,
        "text-buffer",
        bufferDraw="1",
        bufferSize="0.9",
        bufferSizeUnits="MM",
        bufferColor=rgba(LIGHT.halo),
        bufferOpacity="0.9",
        bufferNoFill="1",
        bufferJoinStyle="128",
    )
    # QGIS's codes: 2 along a line, 6 around a point by preference, 1 over it, 4 horizontal.
    placement = {Shape.LINES: "2", Shape.POINTS: "6", Shape.AREAS: "4"}[shape]
    ET.SubElement(
        settings,
        "placement",
        placement=placement,
        placementFlags="10",
        polygonPlacementFlags="2",
        dist="0.6",
        distUnits="MM",
        priority=str(look.priority),
        # A project of several points has one name, not one a point.
        geometryGeneratorEnabled=str(int(shape is Shape.POINTS)),
        geometryGenerator="geometry_n($geometry, 1)",
        geometryGeneratorType="PointGeometry",
        predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR",
        offsetType="1",
        repeatDistance="0",
        lineAnchorPercent="0.5",
    )
    ET.SubElement(
        settings,
        "rendering",
        drawLabels="1",
        mergeLines=str(int(shape is Shape.LINES)),
        obstacle="0" if shape is Shape.AREAS else "1",
        scaleVisibility=str(int(look.from_scale > 0)),
        scaleMax=f"{look.from_scale:.0f}",
        scaleMin="0",
        fontMinPixelSize="3",
        fontMaxPixelSize="10000",
        maxNumLabels="2000",
        obstacleFactor="1",
    )
    return labeling


def _widget(parent: ET.Element, column: Column, plans: Mapping[str, str]) -> None:
    codes = (
        {key: f"{term.zh} {term.en}" for key, term in VOCABULARIES[column.codes].items()}
        if column.codes and column.codes != "plan"
        else dict(plans)
        if column.codes
        else {}
    )
    if not codes:
        widget = ET.SubElement(parent, "editWidget", type="TextEdit")
        options(ET.SubElement(widget, "config"), {"IsMultiline": "0", "UseHtml": "0"})
        return
    widget = ET.SubElement(parent, "editWidget", type="ValueMap")
    group = ET.SubElement(ET.SubElement(widget, "config"), "Option", type="Map")
    listed = ET.SubElement(group, "Option", type="List", name="map")
    if not column.required:
        # QGIS's own word for NULL in a value map.
        codes = {"{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}": "—", **codes}
    for code, words in codes.items():
        one = ET.SubElement(listed, "Option", type="Map")
        ET.SubElement(one, "Option", type="QString", name=words, value=code)


def style(
    layer: Layer, plans: Mapping[str, str], view: View = View.NOW
) -> tuple[dict[str, str], list[ET.Element]]:
    """Attributes and children that ``<qgis>`` in a QML and ``<maplayer>`` in a project share.

    ``plans`` gives the words for each plan's id, ``view`` what the lines of a mode show.
    """
    look = label(layer)
    least = VISIBLE_FROM.get(layer.theme, 0)
    attributes = {
        "styleCategories": "AllStyleCategories",
        "labelsEnabled": str(int(look is not None)),
        "hasScaleBasedVisibilityFlag": str(int(least > 0)),
        "minScale": str(least or 100_000_000),
        "maxScale": "0",
        "readOnly": "0",
    }
    children: list[ET.Element] = []
    drawn = renderer(layer, view)
    if drawn is not None:
        children.append(drawn)
    if look is not None:
        children.append(_labeling(look, layer.shape))
    if drawn is not None:
        children.append(ET.Element("blendMode"))
        children[-1].text = "0"
        children.append(ET.Element("layerOpacity"))
        children[-1].text = "1"
    fields, aliases = ET.Element("fieldConfiguration"), ET.Element("aliases")
    for number, column in enumerate(layer.columns):
        field = ET.SubElement(fields, "field", name=column.name, configurationFlags="None")
        _widget(field, column, plans)
        ET.SubElement(aliases, "alias", field=column.name, index=str(number), name=column.alias)
    children += [fields, aliases]
    title = ET.Element("previewExpression")
    named = "name" in names(layer.columns)
    title.text = f'"{"name" if named else layer.columns[0].name}"'
    return attributes, [*children, title]


def styled(layer: Layer, plans: Mapping[str, str], view: View = View.NOW) -> ET.Element:
    """The ``<qgis>`` element of a layer's style; arguments as for :func:`style`."""
    attributes, children = style(layer, plans, view)
    root = ET.Element("qgis", version=QGIS_VERSION, attrib=attributes)
    root.extend(children)
    return root


def qml(layer: Layer, plans: Mapping[str, str], view: View = View.NOW) -> str:
    """The text of a ``.qml`` for a layer; arguments as for :func:`style`."""
    return document(styled(layer, plans, view))


_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


class Expression(str):
    """A text of our own that QGIS is to evaluate; it holds nothing of the data."""


def _inert(text: str) -> str:
    """A text of a document without what XML cannot hold, and nothing in it that is evaluated."""
    # XML has no way to write these; one in a name would make the whole file unreadable.
    bare = _NOT_XML.sub("", text)
    return bare if isinstance(text, Expression) else bare.replace("[%", "[ %")


def document(root: ET.Element) -> str:
    """``root`` as QGIS stores XML: with its document type, all text escaped.

    QGIS evaluates what stands in ``[% … %]``, in labels, legends and names of layers; but for each
    :class:`Expression` whatever looks like one is text of the data.
    """
    ET.indent(root)
    for element in root.iter():
        element.text = element.text and _inert(element.text)
        for name, value in element.items():
            element.set(name, _inert(value))
    body = ET.tostring(root, encoding="unicode")
    return f"<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n{body}\n"
