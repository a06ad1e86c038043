"""What the dictionary says of a column, a code and a field, of rows that are made up."""

from __future__ import annotations

from typing import Any

import pytest

from building.dictionary import _allowed, _example, _table, _type, dictionary
from registry.columns import SOURCES, VOCABULARIES, Column, Kind
from registry.fields import FIELDS
from registry.models import Plan

WORDS = (("项目", "Project"), ("编号", "Its id"))


def column(kind: Kind = Kind.TEXT, **more: Any) -> Column:
    return Column("a", kind, *WORDS, "registry", **more)


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ([], ""),
        ([{"b": 1}, {"a": None}, {"a": ""}, {"a": "x"}, {"a": "y"}], "x"),
        # A nought and a no are values.
        ([{"a": 0}], "0"),
        ([{"a": False}], "False"),
        ([{"a": "甲" * 40}], "甲" * 40),
        ([{"a": "甲" * 41}], "甲" * 39 + "…"),
    ],
)
def test_the_example_is_the_first_value(rows: list[dict[str, Any]], shown: str) -> None:
    assert _example(column(), rows) == shown
    assert _example(column(example="z"), rows) == "z"


@pytest.mark.parametrize(
    ("codes", "leads"), [("", ""), ("plan", "[plan](#plan)"), ("mode", "[mode](#mode)")]
)
def test_the_values_of_a_code_stand_further_down(codes: str, leads: str) -> None:
    assert _allowed(column(Kind.CODE, codes=codes)) == leads


@pytest.mark.parametrize(
    ("kind", "required", "told"),
    [
        (Kind.TEXT, True, "文字 text"),
        (Kind.TEXT, False, "文字 text ?"),
        (Kind.CODE, True, "代码 code"),
        (Kind.LIST, True, "列表（; 分隔） list, joined with ;"),
        (Kind.INTEGER, True, "整数 integer"),
        (Kind.NUMBER, False, "数 number ?"),
        (Kind.BOOLEAN, True, "是否 True or False"),
        (Kind.DATE, True, "日期 date"),
    ],
)
def test_a_column_is_told_in_both_languages(kind: Kind, required: bool, told: str) -> None:
    one = column(kind, unit="km", required=required)
    head, names, line, row = _table("mentions", [one], [{"a": "x|y"}])
    assert head.startswith("\n## mentions\n\n")
    assert head.endswith(".\n")
    assert names.split(" | ")[0] == "| 列 field"
    assert names.count("|") == line.count("|") == 8
    zh, en = SOURCES["registry"]
    assert row == f"| `a` | {told} | km | 编号<br>Its id |  | {zh}<br>{en} | x\\|y |"


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ({"type": "string"}, "string"),
        ({"type": "integer", "minimum": 1900, "maximum": 2060}, "integer 1900–2060"),
        ({"$ref": "#/$defs/Mention"}, "Mention"),
        ({"const": "line"}, "`line`"),
        ({"anyOf": [{"type": "number"}, {"type": "null"}]}, "number"),
        ({"oneOf": [{"$ref": "#/a/A"}, {"type": "null"}, {"const": "b"}]}, "A / `b`"),
        ({"type": "array", "items": {"$ref": "#/$defs/Event"}}, "[Event]"),
        ({"type": "array"}, "list"),
        ({}, ""),
    ],
)
def test_a_fields_type_in_short(schema: dict[str, Any], told: str) -> None:
    assert _type(schema) == told


def test_the_whole_has_tables_then_codes_then_fields() -> None:
    plan = Plan(
        id="p-2020",
        title="规划",
        title_en="Plan",
        short="规划",
        short_en="Plan",
        issuer="某府",
        date="2020-05",
        text="x.txt",
        text_note="全文",
    )
    text = dictionary([plan], {"projects": [{"id": "its-id"}], "events": [{"text": "some words"}]})
    lines = text.splitlines()
    heads = [line for line in lines if line.startswith(("## ", "# "))]
    assert heads[0] == "# 数据字典 · Data dictionary"
    codes, fields = (
        heads.index("# 代码 · Codes"),
        heads.index("# 登记册的字段 · Fields of the registry's YAML"),
    )
    assert heads[1] == "## projects"
    assert heads[codes + 1 : fields] == [*(f"## {name}" for name in VOCABULARIES), "## plan"]
    assert heads[fields + 1 :] == [f"## {model.__name__}" for model in FIELDS]
    assert "| `p-2020` | 规划 | Plan | 2020-05 |" in lines
    assert any(line.startswith("| `status_p_2020` | ") for line in lines)
    [ident] = [line for line in lines if line.startswith("| `id` |") and "its-id" in line]
    assert ident.endswith("| its-id |")
    assert any(line.startswith("| `text` |") and line.endswith("| some words |") for line in lines)
    rail = VOCABULARIES["mode"]["rail"]
    row = f"| `rail` | {rail.zh} | {rail.en} | {rail.zh_means} | {rail.en_means} |"
    assert row in lines
    # What a field must have is ticked.
    assert any(line.startswith("| `part_of` | string |  | ") for line in lines)
    assert any(line.startswith("| `mentions` | [Mention] | ✓ | ") for line in lines)
    assert text.endswith("|\n")
