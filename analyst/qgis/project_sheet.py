"""The atlas of the QGIS project: one A4 sheet a project, by expressions that QGIS evaluates.

The coverage is ``project_points``, which has a row for every project. The map goes to the project's
own shape, wherever its layer has it; the texts are put together from the tables. Only the
expressions of this module are let through by :func:`analyst.qgis.style.document`: what the data
say stays in the data, and QGIS evaluates no value a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from xml.etree import ElementTree as ET

from analyst.labels import both
from analyst.qgis.layout import add_label, add_map, add_page, add_scale, page_root
from analyst.qgis.style import Expression
from layers.style import LIGHT
from layers.translations.catalog import LANGS, t
from registry.outcome.events import EVENTS
from registry.outcome.vocab import CURRENT_STATUSES, PROMISES, VERDICTS
from registry.vocab import MODES, STATUSES

#: The name of the layout.
NAME = "A4 项目单 Project sheets"
#: The layer that has a feature for each sheet.
COVERAGE = "project_points"
#: The map (x, y, width, height), and what stands at its left edge, in millimetres.
MAP = (15.0, 58.0, 180.0, 96.0)
WIDTH, HEIGHT = 210.0, 297.0
#: Round the shape, as a share of it, and at least so many metres.
MARGIN, LEAST_M = 0.08, 15_000
#: Millimetres of a line of a list, and how many characters of lines that end anywhere it has.
LINE, IN_LINE = 3.3, 50

Box = tuple[float, float, float, float]


class _Term(Protocol):
    @property
    def zh(self) -> str: ...

    @property
    def en(self) -> str: ...


@dataclass(frozen=True)
class Sheet:
    """What the sheets are made from: ids of layers by name, of those that hold shapes, the land."""

    layers: Mapping[str, str]
    shapes: Sequence[str]
    #: EPSG code of the project, and what the map shows of a project without a place, in its metres.
    epsg: int
    extent: Sequence[float]
    theme: str
    title: str
    made: str


def quoted(text: str) -> str:
    """A text as a literal of an expression.

    >>> quoted("d'Or")
    "'d''Or'"
    """
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


def _words(column: str, terms: Mapping[Any, _Term]) -> str:
    """The words of the code in ``column``; the code itself where it has none."""
    pairs = (
        f"{quoted(str(code))},{quoted(both((term.zh, term.en)))}" for code, term in terms.items()
    )
    return f"coalesce(map_get(map({','.join(pairs)}),{column}),{column},'')"


def shape(sheet: Sheet) -> str:
    """The shape of the sheet's project in the project's CRS; NULL for one without a place."""
    own = "\"id\"=attribute(@parent,'id') and not is_empty_or_null($geometry)"
    found = (
        f"aggregate({quoted(sheet.layers[name])},'collect',$geometry,{own})"
        for name in sheet.shapes
    )
    # What collects nothing is an empty shape, not NULL.
    there = f"array_filter(array({','.join(found)}),not is_empty_or_null(@element))"
    return (
        f"with_variable('g',collect_geometries({there}),if(is_empty_or_null(@g),NULL,"
        f"transform(@g,'EPSG:4326','EPSG:{sheet.epsg}')))"
    )


def _edges(sheet: Sheet) -> dict[str, str]:
    """Expressions of the map's edges; those of the land where the project has no place."""
    edges = {}
    for axis, ends in (("X", (0, 2)), ("Y", (1, 3))):
        low, high = f"{axis.lower()}_min(@s)", f"{axis.lower()}_max(@s)"
        wide = f"max({MARGIN}*({high}-{low}),{LEAST_M})"
        for name, edge, at in (
            ("Min", f"{low}-{wide}", ends[0]),
            ("Max", f"{high}+{wide}", ends[1]),
        ):
            edges[f"dataDefinedMap{axis}{name}"] = (
                f"with_variable('s',{shape(sheet)},coalesce({edge},{sheet.extent[at]:.1f}))"
            )
    return edges


def _rows(sheet: Sheet, layer: str, line: str, order: str, height: float) -> str:
    """The rows of ``layer`` about the project, a line each; cut where ``height`` (mm) ends."""
    room = int(height / LINE) * IN_LINE
    listed = (
        f"aggregate({quoted(sheet.layers[layer])},'concatenate',{line},"
        f"\"project_id\"=attribute(@parent,'id'),'\\n',{order})"
    )
    more = quoted(f"……（全文见表 whole in table {layer}）")
    return (
        f"with_variable('t',coalesce({listed},''),left(@t,{room})||if(length(@t)>{room},{more},''))"
    )


def _joined(parts: Iterable[str], mark: str = "  ") -> str:
    """Parts with a mark between, without those that are empty."""
    listed = ",".join(f"coalesce({part},'')" for part in parts)
    return f"array_to_string(array_filter(array({listed}),@element<>''),{quoted(mark)})"


def _named(words: tuple[str, str], value: str, unit: str = "") -> str:
    """A value behind its words; NULL where it is not known."""
    return f"{quoted(both(words) + '：')}||nullif(to_string({value}),'')||{quoted(unit)}"


def _texts(sheet: Sheet) -> list[tuple[str, str, Box, float, bool]]:
    """Name, expression, box, size in points and weight of each text that follows the project."""
    plan = f"get_feature({quoted(sheet.layers['plans'])},'id',\"plan_id\")"
    status, kind = _words('"status"', STATUSES), _words('"kind"', PROMISES)
    said = _joined(
        (
            f"attribute({plan},'date')",
            f"'〔'||{status}||'〕'",
            "'“'||\"as_written\"||'”'",
            "'“'||nullif(\"action\",'')||'”'",
            "'条目 clause '||\"clause\"",
            "to_string(\"start_year\")||' 开工 start'",
            "to_string(\"complete_year\")||' 建成 done'",
            f"'《'||attribute({plan},'title')||'》'",
        )
    )
    fact = _joined(
        ('"date"', _words('"event"', EVENTS), '"section"', '"text"', "'['||\"publisher\"||']'")
    )
    promise = _joined(
        (
            _words('"verdict"', VERDICTS),
            f"to_string(\"promised_year\")||' '||{kind}",
            "'→ '||nullif(\"happened_on\",'')",
            '"basis"',
        )
    )
    facts = _joined(
        (
            _named(("图上长度", "Length"), 'round("length_km")', " km"),
            _named(("公布长度", "Published"), '"official_km"', " km"),
            _named(("不确定半宽", "Uncertainty"), '"uncertainty_m"', " m"),
            _named(("经过", "Stops"), "replace(\"stops\",';',' – ')"),
        ),
        "　",
    )
    tags = _joined(
        (
            _words('"mode"', MODES),
            _named(("现状", "Now"), _words('"current_status"', CURRENT_STATUSES)),
            _named(("计划所说", "In the plans"), _words('"status"', STATUSES)),
        ),
        "　",
    )
    nowhere = quoted("这个项目没有可以画出的位置。 This project has no place that can be drawn.")
    left, _, wide, _ = MAP
    return [
        ("tags", tags, (left, 11, wide, 6), 9, False),
        ("name", '"name"', (left, 17, wide, 17), 19, True),
        ("name_en", "\"name_en\"", (left, 34, wide, 6), 10, False),
        ("now", _joined(('"current_words"',)), (left, 41, wide, 16), 9, False),
        ("nowhere", f"if({shape(sheet)} is null,{nowhere},'')", (left, 100, wide, 8), 11, False),
        ("facts", f"left({facts},420)", (left, 157, wide, 17), 8, False),
        ("mentions", _rows(sheet, "mentions", said, f"attribute({plan},'date')", 36),
         (left, 180, wide, 36), 7.5, False),
        ("outcomes", _rows(sheet, "outcomes", promise, '"promised_year"', 18),
         (left, 222, wide, 18), 7.5, False),
        ("events", _rows(sheet, "events", fact, '"date"', 34),
         (left, 246, wide, 34), 7.5, False),
        ("page", "to_string(@atlas_featurenumber)||' / '||to_string(@atlas_totalfeatures)",
         (left + wide - 20, 5, 20, 5), 8, False),
    ]  # fmt: skip


def _defined(item: ET.Element, properties: Mapping[str, str]) -> None:
    """Have expressions say these properties of an item."""
    parent = ET.SubElement(ET.SubElement(item, "LayoutObject"), "dataDefinedProperties")
    top = ET.SubElement(parent, "Option", type="Map")
    ET.SubElement(top, "Option", name="name", value="", type="QString")
    each = ET.SubElement(top, "Option", name="properties", type="Map")
    for name, expression in sorted(properties.items()):
        one = ET.SubElement(each, "Option", name=name, type="Map")
        ET.SubElement(one, "Option", name="active", value="true", type="bool")
        ET.SubElement(one, "Option", name="expression", value=expression, type="QString")
        ET.SubElement(one, "Option", name="type", value="3", type="int")
    ET.SubElement(top, "Option", name="type", value="collection", type="QString")


def project_sheets(sheet: Sheet, source: str) -> ET.Element:
    """The layout's XML, with its atlas; ``source`` is the data source of the coverage."""
    root = page_root(NAME)
    add_page(root, WIDTH, HEIGHT)
    item = add_map(root, sheet.extent, sheet.theme, MAP)
    nowhere = {"dataDefinedExcludeExports": f"{shape(sheet)} is null"}
    _defined(item, {**_edges(sheet), **nowhere})
    scale = add_scale(root, (MAP[0] + 3, MAP[1] + MAP[3] - 13, 60, 10), fitted=True)
    _defined(scale, nowhere)
    for name, expression, box, size, bold in _texts(sheet):
        add_label(root, name, Expression(f"[% {expression} %]"), box, size, bold=bold)
    for name, words, y in (
        ("mentions", ("各计划怎么说", "What the plans say"), 175.0),
        ("outcomes", ("承诺与结论", "Promises and verdicts"), 217.0),
        ("events", ("后来的进展", "What happened since"), 241.0),
    ):
        add_label(root, f"{name}_title", both(words), (MAP[0], y, MAP[2], 5), 8.5, bold=True)
    add_label(root, "atlas_title", sheet.title, (MAP[0], 5, 120, 5), 8, colour=LIGHT.muted)
    notice = " / ".join(t("schematic", lang) for lang in LANGS)
    add_label(
        root, "schematic", f"{notice} · {sheet.made}", (MAP[0], 282, MAP[2], 5), 8, bold=True,
        colour=LIGHT.warn,
    )  # fmt: skip
    credit = t("attribution", "zh")
    add_label(root, "sources", credit, (MAP[0], 287, MAP[2], 6), 6.5, colour=LIGHT.muted)
    ET.SubElement(
        root,
        "Atlas",
        enabled="1",
        coverageLayer=sheet.layers[COVERAGE],
        coverageLayerName=COVERAGE,
        coverageLayerSource=source,
        coverageLayerProvider="ogr",
        hideCoverage="0",
        sortFeatures="1",
        sortKey='"mode"||"name"',
        sortAscending="1",
        filterFeatures="0",
        pageNameExpression='"name"',
        filenamePattern='"id"',
    )
    return root
