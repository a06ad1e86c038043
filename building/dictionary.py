"""The data dictionary: every column and field in Chinese and English, written as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from building.reports.markdown import table_row
from registry.columns import SOURCES, VOCABULARIES, Column, tables
from registry.fields import FIELDS, TITLES
from registry.models import Plan

#: (Chinese, English) description of each table.
TABLES: Mapping[str, tuple[str, str]] = {
    "projects": (
        "项目，一行一个；data/projects.geojson",
        "One row a project; data/projects.geojson",
    ),
    "mentions": (
        "提及，计划每次点名一行；data/mentions.csv",
        "One row each time a plan names a project; data/mentions.csv",
    ),
    "events": (
        "计划之后的公开事实；data/events.csv",
        "Public facts after the plans; data/events.csv",
    ),
    "outcomes": (
        "写了年份的承诺与结果，一行一个；data/outcomes.csv",
        "One row a promise with a year, and what became of it; data/outcomes.csv",
    ),
    "timeline": (
        "各年年底的状态，一行一段年份；data/timeline.csv",
        "State at the end of each year, one row a span of years; data/timeline.csv",
    ),
    "findings": (
        "各计划之间的变化与推后；data/findings.csv",
        "What changed or slipped from plan to plan; data/findings.csv",
    ),
    "county_lengths": (
        "项目在各区县内的长度；data/county_lengths.csv",
        "Kilometres of each project in each county; data/county_lengths.csv",
    ),
    "legs": (
        "路段，线在两站之间、河在起讫之间，一段一行；data/legs.geojson",
        "One row a leg: a line between two stops, a reach of a river; data/legs.geojson",
    ),
    "bands": (
        "各类路段的不确定带有多宽、凭什么；data/bands.csv",
        "How wide the bands of each class of legs are, and why; data/bands.csv",
    ),
    "plans": ("计划；只在分析包里", "The plans; in the analyst's package only"),
    "regions": ("区域的边界", "Outlines of the planning regions"),
    "provinces": ("省级边界", "Outlines of provinces"),
    "prefectures": ("市州边界", "Outlines of prefectures"),
    "counties": ("区县边界", "Outlines of counties"),
    "rivers": ("河流中心线", "Centre lines of rivers"),
    "places": ("地名录", "The gazetteer"),
    "faults": (
        "查出的线位差错，每次构建重新量；data/faults.csv",
        "Faults found in lines and places, measured again at every build; data/faults.csv",
    ),
    "published_lengths": (
        "公布的分县、分市、分段里程；data/published_lengths.csv",
        "Published kilometres by county, city or section; data/published_lengths.csv",
    ),
}
_KINDS: Mapping[str, tuple[str, str]] = {
    "text": ("文字", "text"),
    "code": ("代码", "code"),
    "list": ("列表（; 分隔）", "list, joined with ;"),
    "integer": ("整数", "integer"),
    "number": ("数", "number"),
    "boolean": ("是否", "True or False"),
    "date": ("日期", "date"),
}
_HEAD = """# 数据字典 · Data dictionary

由 `python -m geo build` 从模型与列表生成，请勿手改。
Written by `python -m geo build` from the models and the table of columns; not edited by hand.

- 坐标一律为 WGS84 经纬度（EPSG:4326）。
  All coordinates are WGS84 longitude and latitude (EPSG:4326).
- 空值：GeoJSON 为 `null`，CSV 为空。A missing value is `null` in GeoJSON and empty in CSV.
- 类型后有 `?` 的列可以为空。A column with `?` after its type may be empty.
- 列表以 `;` 分隔。Lists are joined with `;`.
- 分析包里各类别图层（`rail`、`highway` 等）另有 `shape_layer` 一列：几何所在图层，无几何为空。
  The mode layers of the analyst's package (`rail`, `highway`, …) have one column more,
  `shape_layer`: the layer that holds the geometry, empty where there is none.
"""


def _example(column: Column, rows: Sequence[Mapping[str, Any]]) -> str:
    if column.example:
        return column.example
    value = next((row[column.name] for row in rows if row.get(column.name) not in (None, "")), "")
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _allowed(column: Column) -> str:
    if column.codes == "plan":
        return "[plan](#plan)"
    return f"[{column.codes}](#{column.codes})" if column.codes else ""


def _table(
    name: str, columns: Iterable[Column], rows: Sequence[Mapping[str, Any]]
) -> Iterable[str]:
    zh, en = TABLES[name]
    yield f"\n## {name}\n\n{zh}。{en}.\n"
    yield table_row(
        "列 field",
        "类型 type",
        "单位 unit",
        "含义 meaning",
        "值 values",
        "来源 source",
        "例 example",
    )
    yield table_row(*["---"] * 7)
    for column in columns:
        kind = " ".join(_KINDS[column.kind]) + ("" if column.required else " ?")
        source = SOURCES[column.source]
        yield table_row(
            f"`{column.name}`",
            kind,
            column.unit,
            f"{column.means[0]}<br>{column.means[1]}",
            _allowed(column),
            f"{source[0]}<br>{source[1]}",
            _example(column, rows),
        )


def _vocabularies(plans: Iterable[Plan]) -> Iterable[str]:
    yield "\n# 代码 · Codes"
    for name, terms in VOCABULARIES.items():
        yield f"\n## {name}\n"
        yield table_row("代码 code", "中文", "English", "含义", "Meaning")
        yield table_row(*["---"] * 5)
        for code, term in terms.items():
            yield table_row(f"`{code}`", term.zh, term.en, term.zh_means, term.en_means)
    yield "\n## plan\n"
    yield table_row("代码 code", "中文", "English", "日期 date")
    yield table_row(*["---"] * 4)
    for plan in plans:
        yield table_row(f"`{plan.id}`", plan.title, plan.title_en, plan.date)


def _type(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "const" in schema:
        return f"`{schema['const']}`"
    if options := schema.get("anyOf") or schema.get("oneOf"):
        return " / ".join(_type(o) for o in options if o.get("type") != "null")
    if schema.get("type") == "array":
        inner = schema.get("items") or {}
        return f"[{_type(inner)}]" if inner else "list"
    kind = str(schema.get("type", ""))
    if "minimum" in schema:
        kind += f" {schema['minimum']}–{schema['maximum']}"
    return kind


def _records() -> Iterable[str]:
    yield "\n# 登记册的字段 · Fields of the registry's YAML"
    yield "\n模型见 `registry/models.py`。The models are in `registry/models.py`."
    for model, fields in FIELDS.items():
        zh, en = TITLES[model]
        schema = model.model_json_schema(by_alias=True)
        yield f"\n## {model.__name__}\n\n{zh}。{en}.\n"
        yield table_row("字段 field", "类型 type", "必填 required", "含义", "Meaning")
        yield table_row(*["---"] * 5)
        for key, described in schema["properties"].items():
            must = "✓" if key in schema.get("required", ()) else ""
            yield table_row(f"`{key}`", _type(described), must, *fields[key])


def dictionary(plans: Sequence[Plan], rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """The Markdown text.

    Parameters
    ----------
    plans : sequence of Plan
        By date; each gives projects a status column.
    rows : mapping
        Rows of the built tables by name, for examples.
    """
    lines = [_HEAD.rstrip()]
    for name, columns in tables((p.id, p.short, p.short_en) for p in plans).items():
        lines += _table(name, columns, rows.get(name, ()))
    lines += _vocabularies(plans)
    lines += _records()
    return "\n".join(lines) + "\n"
