"""QGIS symbols made from the table of :mod:`layers.style`: lines, points and areas of projects.

Widths in the table are CSS pixels; QGIS gets millimetres, so that screen and print agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from xml.etree import ElementTree as ET

from layers.style import CASING_PX, FAINT, LIGHT, MODE_STYLES
from registry.term import CurrentStyle, StatusStyle
from registry.vocab import Mode

PX_MM = 25.4 / 96
#: The nearest that QGIS's simple markers have to the shapes of ``web/src/map/symbols.js``.
MARKERS = {
    "circle": "circle",
    "diamond": "diamond",
    "square": "square",
    "triangle": "triangle",
    "bolt": "star",
    "drop": "pentagon",
    "hexagon": "hexagon",
    "ring": "circle",
}
POINT_MM = 3.0
#: Weights of fonts as Qt counts them.
REGULAR, BOLD = 50, 75
AREA_OPACITY = 0.22


class Shape(StrEnum):
    """What a layer draws."""

    LINES = "lines"
    POINTS = "points"
    AREAS = "areas"
    MIXED = "mixed"
    NONE = "none"


#: QGIS's word for a symbol, for a layer's geometry and its widest WKB type.
SYMBOLS = {Shape.LINES: "line", Shape.POINTS: "marker", Shape.AREAS: "fill"}


def rgba(colour: str, alpha: float = 1.0) -> str:
    """``#rrggbb`` as QGIS writes it: ``r,g,b,a`` of 0 to 255."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"{red},{green},{blue},{round(alpha * 255)}"


def mixed(colour: str, ground: str, share: float) -> str:
    """``share`` of ``colour`` on ``ground``, both ``#rrggbb``."""
    parts = [
        round(
            int(colour[start : start + 2], 16) * share
            + int(ground[start : start + 2], 16) * (1 - share)
        )
        for start in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02x}" for part in parts)


def options(parent: ET.Element, values: Mapping[str, str]) -> None:
    """A QGIS ``<Option type="Map">`` of strings under ``parent``."""
    group = ET.SubElement(parent, "Option", type="Map")
    for name, value in values.items():
        ET.SubElement(group, "Option", type="QString", name=name, value=value)


def symbol(
    kind: str,
    name: str,
    parts: Iterable[tuple[str, bool, Mapping[str, str]]],
    *,
    alpha: float = 1.0,
    level: int = 0,
) -> ET.Element:
    """A symbol of symbol layers (class, locked, properties), bottom first.

    A locked layer keeps its colour when a user recolours the symbol, and does not count as the
    symbol's colour. ``alpha`` is the symbol's opacity; symbol layers of a lower ``level`` are
    drawn first where the renderer goes by levels.
    """
    element = ET.Element(
        "symbol", type=kind, name=name, alpha=f"{alpha:g}", clip_to_extent="1", force_rhr="0"
    )
    for cls, locked, values in parts:
        layer = ET.SubElement(
            element, "layer", attrib={"class": cls}, enabled="1", locked=str(int(locked))
        )
        layer.set("pass", str(level))
        options(layer, values)
        for key, value in values.items():
            ET.SubElement(layer, "prop", k=key, v=value)
    return element


def line(
    colour: str, width_mm: float, dash: Sequence[float] = (), cap: str = "round"
) -> dict[str, str]:
    """Properties of a simple line; ``dash`` in multiples of the width."""
    values = {
        "line_color": rgba(colour),
        "line_width": f"{width_mm:.3f}",
        "line_width_unit": "MM",
        "line_style": "solid",
        "joinstyle": "round",
        "capstyle": "flat" if cap == "butt" else cap,
        "use_custom_dash": str(int(bool(dash))),
    }
    if dash:
        values["customdash"] = ";".join(f"{max(part * width_mm, 0.01):.3f}" for part in dash)
        values["customdash_unit"] = "MM"
    return values


def corridor(colour: str, alpha: float) -> ET.Element:
    """A line as wide on the ground as twice the half-width that each feature states."""
    values = line(colour, 0, cap="butt") | {"line_width_unit": "RenderMetersInMapUnits"}
    element = symbol("line", "0", [("SimpleLine", False, values)], alpha=alpha)
    defined = ET.SubElement(element[0], "data_defined_properties")
    group = ET.SubElement(defined, "Option", type="Map")
    ET.SubElement(group, "Option", type="QString", name="name", value="")
    properties = ET.SubElement(group, "Option", type="Map", name="properties")
    width = ET.SubElement(properties, "Option", type="Map", name="outlineWidth")
    ET.SubElement(width, "Option", type="bool", name="active", value="true")
    ET.SubElement(width, "Option", type="QString", name="expression", value='2 * "uncertainty_m"')
    # QGIS's code for a property that is an expression.
    ET.SubElement(width, "Option", type="int", name="type", value="3")
    ET.SubElement(group, "Option", type="QString", name="type", value="collection")
    return element


def status_symbol(mode: Mode, state: StatusStyle, shape: Shape, name: str = "0") -> ET.Element:
    """The symbol of a mode's projects that look like ``state``, as the app draws them.

    What recedes is paler and, where the renderer goes by levels, lies below the rest.
    """
    look = MODE_STYLES[mode]
    faint = isinstance(state, CurrentStyle) and state.faint
    shown = partial(symbol, alpha=FAINT if faint else 1.0, level=0 if faint else 1)
    width = look.width * state.scale * PX_MM
    if shape is Shape.LINES:
        parts = [
            ("SimpleLine", True, line(LIGHT.halo, width + CASING_PX * PX_MM)),
            ("SimpleLine", False, line(look.colour, width, state.dash, state.cap)),
        ]
        if state.core:
            parts.append(("SimpleLine", True, line(LIGHT.halo, width / 3)))
        return shown("line", name, parts)
    if shape is Shape.AREAS:
        fill = {
            "color": rgba(look.colour, AREA_OPACITY),
            "style": "solid",
            "outline_style": "no",
        }
        edge = line(look.colour, 0.35, state.dash, state.cap)
        areas = [("SimpleFill", False, fill), ("SimpleLine", True, edge)]
        return shown("fill", name, areas)
    dot = ("SimpleMarker", False, marker(mode, state.fill))
    return shown("marker", name, [dot])


def marker(mode: Mode, fill: float) -> dict[str, str]:
    """Properties of a mode's point; ``fill`` is the share of its colour inside, 0 to 1.

    The outline always has the mode's colour.
    """
    look = MODE_STYLES[mode]
    inside = 0.0 if look.symbol == "ring" else fill
    return {
        "name": MARKERS[look.symbol],
        "color": rgba(mixed(look.colour, LIGHT.panel, inside)),
        "outline_color": rgba(look.colour),
        "outline_style": "solid",
        "outline_width": "0.5",
        "outline_width_unit": "MM",
        "size": f"{POINT_MM}",
        "size_unit": "MM",
    }
