"""How QGIS draws and writes: symbols, names and the sheet, on made-up layers, each by value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from analyst.qgis import layout, style, symbols
from analyst.qgis.style import FONT, Label, Layer
from analyst.qgis.symbols import Shape
from analyst.qgis.views import View
from layers.style import CURRENT_STYLES, LIGHT, MODE_STYLES, STATUS_STYLES
from registry.column import Column, Kind
from registry.land.titles import Titles
from registry.outcome.vocab import CurrentStatus
from registry.vocab import Mode, Status

COLUMNS = (Column("name", Kind.TEXT, ("名称", "Name"), ("名称", "Name"), "plans"),)
LOOK = Label('"name"', size=9, colour="#102030", priority=3)


def part(look: Label, shape: Shape, name: str) -> dict[str, str]:
    """The attributes of a part of a layer's labels."""
    (found,) = style._labeling(look, shape).iter(name)
    return dict(found.attrib)


@pytest.mark.parametrize(("bold", "weight"), [(False, "50"), (True, "75")])
def test_weights_are_those_that_qt_counts_by(bold: bool, weight: str) -> None:
    assert part(replace(LOOK, bold=bold), Shape.LINES, "text-style")["fontWeight"] == weight
    assert layout._font(9.5, bold) == f"{FONT},9.5,-1,5,{weight},0,0,0,0,0"
    assert layout._font(9) == f"{FONT},9,-1,5,50,0,0,0,0,0"


def test_a_name_has_its_letters() -> None:
    plain = part(LOOK, Shape.AREAS, "text-style")
    assert (plain["fontFamily"], plain["fontSize"], plain["fontItalic"]) == (FONT, "9", "0")
    assert plain["textColor"] == "16,32,48,255"
    assert part(replace(LOOK, italic=True), Shape.AREAS, "text-style")["fontItalic"] == "1"


@pytest.mark.parametrize(
    ("shape", "placement", "points"),
    [(Shape.LINES, "2", "0"), (Shape.POINTS, "6", "1"), (Shape.AREAS, "4", "0")],
)
def test_a_name_stands_along_a_line_around_a_point_in_an_area(
    shape: Shape, placement: str, points: str
) -> None:
    placed = part(LOOK, shape, "placement")
    assert placed["placement"] == placement
    assert placed["geometryGeneratorEnabled"] == points
    assert placed["priority"] == "3"


@pytest.mark.parametrize(
    ("theme", "look"),
    [
        ("project_points", Label("", 8, LIGHT.text, False, False, 3_000_000, 5)),
        ("provinces", Label("", 12, LIGHT.muted, True, False, 0, 1)),
        ("prefectures", Label("", 9, LIGHT.muted, False, False, 4_500_000, 3)),
        ("counties", Label("", 7.5, LIGHT.muted, False, False, 900_000, 2)),
        ("regions", Label("", 10, LIGHT.region_line, True, False, 0, 4)),
        ("rivers", Label("", 8, LIGHT.river_text, False, True, 5_000_000, 5)),
        ("places", Label("", 7, LIGHT.text, False, False, 300_000, 1)),
    ],
)
def test_names_of_the_ground_by_how_near_one_looks(theme: str, look: Label) -> None:
    found = style.label(Layer(theme, Shape.AREAS, ()))
    assert found is not None
    assert replace(found, expression="") == look
    assert style.label(Layer(theme, Shape.NONE, ())) is None
    assert style.label(Layer("other", Shape.AREAS, ())) is None


def test_a_project_has_its_name_in_its_modes_colour_from_afar() -> None:
    found = style.label(Layer("mode", Shape.LINES, (), Mode.RAIL))
    assert found == Label(
        '"name"', 8, MODE_STYLES[Mode.RAIL].colour, from_scale=6_000_000, priority=7
    )


def test_what_is_shown_from_which_scale() -> None:
    def scales(theme: str) -> tuple[str, str]:
        said, _ = style.style(Layer(theme, Shape.AREAS, COLUMNS), {})
        return said["hasScaleBasedVisibilityFlag"], said["minScale"]

    assert scales("counties") == ("1", "1800000")
    assert scales("places") == ("1", "600000")
    assert scales("regions") == ("0", "100000000")
    rendering = part(replace(LOOK, from_scale=900_000), Shape.LINES, "rendering")
    assert (rendering["scaleVisibility"], rendering["scaleMax"]) == ("1", "900000")
    assert (rendering["mergeLines"], rendering["obstacle"]) == ("1", "1")
    rendering = part(LOOK, Shape.AREAS, "rendering")
    assert (rendering["scaleVisibility"], rendering["scaleMax"]) == ("0", "0")
    assert (rendering["mergeLines"], rendering["obstacle"]) == ("0", "0")


def parts(symbol: ET.Element) -> list[dict[str, str]]:
    """The parts of a symbol, bottom first: what is said of each, its lock and its level."""
    found = []
    for layer in symbol.iter("layer"):
        (values,) = layer.findall("Option")
        said = {str(one.get("name")): str(one.get("value")) for one in values}
        assert said == {str(p.get("k")): str(p.get("v")) for p in layer.iter("prop")}
        found.append({**said, "locked": layer.attrib["locked"], "level": layer.attrib["pass"]})
    return found


def only(found: list[dict[str, str]], *names: str) -> list[tuple[str | None, ...]]:
    return [tuple(one.get(name) for name in names) for one in found]


def test_a_line_has_its_casing_its_dash_and_a_light_middle() -> None:
    look = replace(CURRENT_STYLES[CurrentStatus.CONSTRUCTION], dash=(4, 1), scale=2.0, core=True)
    rail = MODE_STYLES[Mode.RAIL]
    drawn = symbols.status_symbol(Mode.RAIL, look, Shape.LINES)
    width, casing = 2 * rail.width * 25.4 / 96, 1.6 * 25.4 / 96
    assert only(parts(drawn), "line_width", "locked", "level", "use_custom_dash") == [
        (f"{width + casing:.3f}", "1", "1", "0"),
        (f"{width:.3f}", "0", "1", "1"),
        (f"{width / 3:.3f}", "1", "1", "0"),
    ]
    halo, ink = symbols.rgba(LIGHT.halo), symbols.rgba(rail.colour)
    assert only(parts(drawn), "line_color") == [(halo,), (ink,), (halo,)]
    assert parts(drawn)[1]["customdash"] == f"{4 * width:.3f};{width:.3f}"
    assert (drawn.get("type"), drawn.get("alpha")) == ("line", "1")
    plain = symbols.status_symbol(Mode.RAIL, replace(look, core=False, dash=()), Shape.LINES)
    assert len(parts(plain)) == 2
    assert "customdash" not in parts(plain)[1]


def test_what_recedes_is_paler_and_lies_below() -> None:
    def drawn(faint: bool) -> tuple[str | None, str]:
        look = replace(CURRENT_STYLES[CurrentStatus.OPEN], faint=faint)
        found = symbols.status_symbol(Mode.RAIL, look, Shape.POINTS)
        return found.get("alpha"), parts(found)[0]["level"]

    assert drawn(True) == ("0.55", "0")
    assert drawn(False) == ("1", "1")
    said = symbols.status_symbol(Mode.RAIL, STATUS_STYLES[Status.RESEARCH], Shape.POINTS)
    assert (said.get("alpha"), parts(said)[0]["level"]) == ("1", "1")


def test_an_area_is_filled_a_little_and_edged() -> None:
    look = replace(STATUS_STYLES[Status.RESEARCH], dash=(0.01, 2))
    fill, edge = parts(symbols.status_symbol(Mode.RAIL, look, Shape.AREAS))
    ink = MODE_STYLES[Mode.RAIL].colour
    assert (fill["color"], fill["outline_style"]) == (symbols.rgba(ink, 0.22), "no")
    assert (edge["line_color"], edge["line_width"]) == (symbols.rgba(ink), "0.350")
    # A dot is never thinner than a hundredth of a millimetre.
    assert edge["customdash"] == "0.010;0.700"


def test_a_point_has_its_modes_sign_filled_by_its_status() -> None:
    def drawn(mode: Mode, fill: float) -> tuple[str, str]:
        said = symbols.marker(mode, fill)
        assert said["outline_color"] == symbols.rgba(MODE_STYLES[mode].colour)
        assert (said["outline_width"], said["size"]) == ("0.5", "3.0")
        return said["name"], said["color"]

    rail, white = symbols.rgba(MODE_STYLES[Mode.RAIL].colour), symbols.rgba(LIGHT.panel)
    assert drawn(Mode.RAIL, 1) == ("circle", rail)
    assert drawn(Mode.RAIL, 0) == ("circle", white)
    assert drawn(Mode.POWER, 0)[0] == "star"
    # A ring stays empty.
    ring = next(mode for mode, look in MODE_STYLES.items() if look.symbol == "ring")
    assert drawn(ring, 1) == ("circle", white)


def test_colours_as_qgis_writes_them_and_mixed() -> None:
    assert symbols.rgba("#102030") == "16,32,48,255"
    assert symbols.rgba("#ff0001", 0.5) == "255,0,1,128"
    assert symbols.mixed("#000000", "#ffffff", 0.25) == "#bfbfbf"
    assert symbols.mixed("#102030", "#ffffff", 1) == "#102030"
    assert symbols.mixed("#102030", "#f0e0d0", 0) == "#f0e0d0"


STATED = layout.Stated(
    (), 3, "2026-11-26", date(2026, 11, 27), Titles("小图", "Small Atlas", "small"), "EPSG:32648"
)
REFS = [("rail", "铁路 Rail", "r", "a.gpkg"), ("places", "地名 Places", "p", "a.gpkg")]


def sheet(extent: Sequence[float] = (0, 0, 400, 100), view: View = View.NOW) -> ET.Element:
    return layout.layout(REFS, extent, STATED, view)


def test_where_things_stand_on_the_sheet() -> None:
    found = []
    for item in sheet().iter("LayoutItem"):
        font = item.find("LabelFont")
        letters = font.attrib["description"].split(",") if font is not None else [""] * 5
        place = f"{item.get('positionOnPage')} {item.get('size')}".replace(",mm", "")
        found.append((item.get("id"), place, item.get("zValue"), letters[1], letters[4]))
    assert found == [
        ("page", "0,0 420,297", "0", "", ""),
        ("map", "12,32 330,222", "1", "", ""),
        ("title", "12,9 23.3,12", "10", "26", "75"),
        ("title_en", "35.3,13.2 372.7,8", "10", "14", "50"),
        ("subtitle", "12,22.5 250,6", "10", "10", "50"),
        ("date", "248,22.5 160,6", "10", "10", "50"),
        ("legend", "347,32 61,150", "5", "", ""),
        ("scale", "17,237 80,12", "6", "", ""),
        ("schematic", "12,257 396,6", "10", "10.5", "75"),
        ("plans", "12,264 396,9", "10", "7.5", "50"),
        ("sources", "12,274.5 396,6", "10", "7.5", "50"),
    ]
    said = {item.get("id"): item.attrib for item in sheet().iter("LayoutItem")}
    framed = [name for name, item in said.items() if item["frame"] == "true"]
    grounded = [name for name, item in said.items() if item["background"] == "true"]
    assert (framed, grounded) == (["map"], ["page", "map", "scale"])
    assert (said["date"]["halign"], said["title"]["halign"]) == ("2", "1")
    assert said["title"]["labelText"] == "小图"


def test_the_map_of_a_sheet_has_the_shape_of_its_frame_about_the_same_middle() -> None:
    def shown(*extent: float) -> list[float]:
        (found,) = sheet(extent).iter("Extent")
        return [round(float(found.attrib[side]), 2) for side in ("xmin", "ymin", "xmax", "ymax")]

    assert shown(0, 0, 400, 100) == [0, -84.55, 400, 184.55]
    assert shown(0, 0, 100, 400) == [-247.3, 0, 347.3, 400]
    assert shown(10, 20, 340, 242) == [10, 20, 340, 242]


def test_a_sheet_says_of_what_day_it_is_only_where_facts_are_shown() -> None:
    def stamp(view: View) -> str:
        (found,) = (i for i in sheet(view=view).iter("LayoutItem") if i.get("id") == "date")
        return found.attrib["labelText"]

    assert (
        stamp(View.NOW) == "现状 Now（截至 as of 2026-11-26） · 共 3 个项目 projects · 2026-11-27"
    )
    assert "as of" not in stamp(View.PLAN)
    assert stamp(View.PLAN).endswith(" · 共 3 个项目 projects · 2026-11-27")


def test_the_legend_has_what_is_drawn_and_its_letters() -> None:
    legend = sheet()
    assert [one.get("id") for one in legend.iter("layer-tree-layer")] == ["r"]
    letters = []
    for entry in legend.iter("style"):
        font = entry[0].attrib["description"].split(",")
        gap = entry.get("marginTop") or f"below {entry.get('marginBottom')}"
        letters.append((entry.get("name"), font[1], font[4], gap, entry.get("marginLeft")))
    assert letters == [
        ("title", "11", "75", "below 1", None),
        ("group", "8.5", "75", "2.5", None),
        ("subgroup", "8", "75", "2.6", None),
        ("symbol", "7.5", "50", "1.2", None),
        ("symbolLabel", "7.5", "50", "1.2", "2"),
    ]


def test_a_title_is_as_large_as_there_is_room() -> None:
    assert layout.title_size("工" * 14) == (26, 133.4)
    # Latin letters are narrower.
    assert layout.title_size("a" * 10) == (26, 60.0)
    assert layout.title_size("") == (26, 5.0)
    size, room = layout.title_size("工" * 60)
    assert (round(size, 2), room) == (11.81, 255.0)
