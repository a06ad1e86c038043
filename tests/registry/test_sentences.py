"""One sentence a fault: every one of them, in Chinese and in English, word for word."""

from __future__ import annotations

import inspect

import pytest

from registry import sentences
from registry.errors import AtlasError
from registry.sentences import unknown_code

AT = "data/x.csv:3"
PLANS = ["old-2018", "new-2023"]

TOLD: dict[str, tuple[AtlasError, str, str]] = {
    "missing": (sentences.missing(AT), "文件不存在", "the file does not exist"),
    "missing, another beside it": (
        sentences.missing(AT, "x.CSV"),
        "文件不存在；旁边的 x.CSV 是否应改名为它",
        "the file does not exist; perhaps x.CSV must be renamed to it",
    ),
    "misnamed": (sentences.misnamed(AT, "x.yaml"), "文件名应为 x.yaml", "must be called x.yaml"),
    "misplaced": (
        sentences.misplaced(AT, "data/x.csv"),
        "应放在 data/x.csv",
        "must stand at data/x.csv",
    ),
    "no_record": (
        sentences.no_record(AT, ".yaml"),
        "这个文件夹只放 .yaml 文件，请移到别处",
        "only .yaml files stand in this folder, move it elsewhere",
    ),
    "missing_folder": (
        sentences.missing_folder(AT),
        "文件夹不存在",
        "the folder does not exist",
    ),
    "unreadable": (
        sentences.unreadable(AT, "Permission denied"),
        "文件读不出来（Permission denied）",
        "cannot be read (Permission denied)",
    ),
    "is_a_folder": (
        sentences.is_a_folder(AT),
        "是文件夹，应当是文件",
        "is a folder, a file is expected",
    ),
    "no_file": (sentences.no_file(AT), "不是普通文件", "is no ordinary file"),
    "too_large": (
        sentences.too_large(AT, 2_340_000, 2),
        "有 2.3 MB，至多读 2 MB",
        "has 2.3 MB, at most 2 MB are read",
    ),
    "key_twice": (sentences.key_twice(AT, "a"), "键“a”重复", "the key 'a' stands twice"),
    "strange_character": (
        sentences.strange_character(AT, "\x07"),
        "有不应出现的字符 U+0007",
        "holds the character U+0007, which no text has",
    ),
    "hidden_character": (
        sentences.hidden_character(AT, "\u200b"),
        "有看不见或已损坏的字符 U+200B ZERO WIDTH SPACE，请删去",
        "holds the character U+200B ZERO WIDTH SPACE, which cannot be seen or was damaged; take "
        "it out",
    ),
    "refused_by_system": (
        sentences.refused_by_system(OSError(28, "full", AT)),
        "系统不允许，或文件在此期间变了（full）",
        "the system refuses, or the file changed in the meantime (full)",
    ),
    "other_crs": (
        sentences.other_crs(AT, "EPSG:3857"),
        "坐标系是 EPSG:3857，应另存为 WGS84 经纬度（EPSG:4326）",
        "is in the CRS EPSG:3857; save it in WGS84 longitude and latitude (EPSG:4326)",
    ),
    "swapped_axes": (
        sentences.swapped_axes(AT),
        "纬度写在了经度前面，应为经度在前",
        "has latitude before longitude; longitude comes first",
    ),
    "no_degrees": (
        sentences.no_degrees(AT),
        "坐标不是经纬度的度数，应另存为 WGS84（EPSG:4326）",
        "its coordinates are no degrees; save it in WGS84 (EPSG:4326)",
    ),
    "wrong_encoding": (
        sentences.wrong_encoding(AT, "鎴"),
        "“鎴”是以错误的编码读出的文字，请以 UTF-8 重新保存",
        "'鎴' is text read in a wrong encoding; save it anew as UTF-8",
    ),
    "no_adcode": (
        sentences.no_adcode(AT, "511502.0"),
        "“511502.0”不是行政区划代码：应当是 2、4 或 6 位数字的文本，如 511502",
        "'511502.0' is no code of an area: it is text of 2, 4 or 6 digits, as 511502",
    ),
    "not_utf8, of a form": (
        sentences.not_utf8(AT, "GBK"),
        "不是 UTF-8 文本，是 GBK",
        "the file is not UTF-8 text but GBK",
    ),
    "no_entry": (
        sentences.no_entry(AT, "Status", "paused"),
        "Status 的“paused”还没有一项",
        '"paused" of Status has no entry yet',
    ),
    "not_utf8": (sentences.not_utf8(AT), "不是 UTF-8 文本", "the file is not UTF-8 text"),
    "not_yaml": (sentences.not_yaml(AT), "不是有效的 YAML", "not valid YAML"),
    "not_yaml, why": (
        sentences.not_yaml(AT, "tab"),
        "不是有效的 YAML（tab）",
        "not valid YAML (tab)",
    ),
    "not_csv": (sentences.not_csv(AT, "tab"), "不是有效的 CSV（tab）", "not valid CSV (tab)"),
    "not_json": (
        sentences.not_json(AT, "GeoJSON"),
        "不是可读的 GeoJSON，文件可能已损坏",
        "is not GeoJSON that can be read; the file may be damaged",
    ),
    "not_features": (
        sentences.not_features(AT),
        "不是 GeoJSON 要素集合",
        "is not GeoJSON: a FeatureCollection is expected",
    ),
    "bad_geometry": (
        sentences.bad_geometry(AT),
        "几何缺失、读不出来或无效",
        "the geometry is missing or not valid",
    ),
    "lacks_columns": (
        sentences.lacks_columns(AT, ["a", "b"]),
        "缺少列 a, b",
        "lacks the columns a, b",
    ),
    "unknown_columns": (
        sentences.unknown_columns(AT, ["a", "b"]),
        "有不认识的列 a, b",
        "has unknown columns a, b",
    ),
    "rows_lost": (
        sentences.rows_lost(AT, 4, 30),
        "有 4 行，写入时是 30 行：文件不完整或被改过，请重新生成",
        "has 4 rows, 30 were written: it is cut off or was changed, make it anew",
    ),
    "row_cut": (
        sentences.row_cut(AT),
        "最后一行没有写完：文件不完整，请重新生成",
        "ends in the middle of its last row: it is cut off, make it anew",
    ),
    "wrong_cells": (
        sentences.wrong_cells(AT, 4, 3),
        "这一行有 4 格，表头有 3 格",
        "the row has 4 cells, the header 3",
    ),
    "empty": (sentences.empty(AT), "不能为空", "must not be empty"),
    "missing_field": (sentences.missing_field(AT), "缺少这个字段", "the field is missing"),
    "not_a_number": (
        sentences.not_a_number(AT, "east"),
        "“east”不是数",
        "'east' is not a number",
    ),
    "not_positive": (sentences.not_positive(AT, 0.0), "0 不是正数", "0 is not positive"),
    "not_whole": (
        sentences.not_whole(AT, 1.5),
        "“1.5”不是整数",
        "1.5 is not a whole number",
    ),
    "not_a_day": (
        sentences.not_a_day(AT, "soon"),
        "“soon”不是日历上像 2020、2020-06 或 2020-06-25 的日期（1900 至 2060 年）",
        "'soon' is no date of the calendar such as 2020, 2020-06 or 2020-06-25 (1900 to 2060)",
    ),
    "not_text": (sentences.not_text(AT), "应当是文字", "must be text"),
    "not_flag": (
        sentences.not_flag(AT, "maybe"),
        "“maybe”应为 True 或 False",
        "'maybe' must be True or False",
    ),
    "twice": (sentences.twice(AT), "编号重复", "the id stands twice"),
    "column_twice": (
        sentences.column_twice(AT, "a"),
        "列 a 重复",
        "the column a stands twice",
    ),
    "not_a_list": (
        sentences.not_a_list(AT, "plans"),
        "应当只有一个列表 plans",
        "must hold one list named plans",
    ),
    "unknown_code": (
        unknown_code(AT, "plan", "old-2081", PLANS),
        "没有计划“old-2081”，是否指 old-2018；有的是 old-2018、new-2023",
        "there is no plan 'old-2081', perhaps old-2018; there are old-2018, new-2023",
    ),
    "unknown_code, nothing near": (
        unknown_code(AT, "status", "x", PLANS),
        "没有状态“x”；有的是 old-2018、new-2023",
        "there is no status 'x'; there are old-2018, new-2023",
    ),
    "unknown_code, named": (
        unknown_code(AT, "region", "x", ["a", "b"], near="b", names={"b": "乙"}),
        "没有区域“x”，是否指 b（乙）；有的是 a、b 乙",
        "there is no region 'x', perhaps b (乙); there are a, b",
    ),
    "unknown_code, of a kind without words": (
        unknown_code(AT, "colour", "x", ["a"]),
        "没有 colour “x”；有的是 a",
        "there is no colour 'x'; there are a",
    ),
    "cannot_write": (
        sentences.cannot_write(AT, "disk full"),
        "写不进去（disk full）",
        "cannot be written (disk full)",
    ),
    "already_there": (
        sentences.already_there(AT),
        "已经存在；要覆盖请加 --force",
        "exists already; add --force to replace it",
    ),
    "not_a_folder": (sentences.not_a_folder(AT), "不是文件夹", "is not a folder"),
}


@pytest.mark.parametrize("fault", TOLD)
def test_the_sentence(fault: str) -> None:
    error, zh, en = TOLD[fault]
    assert error.where == AT
    assert error.text("zh") == f"{AT}：{zh}。"
    assert error.text("en") == str(error) == f"{AT}: {en}."


def test_every_fault_is_in_the_table() -> None:
    there = {
        name
        for name, found in inspect.getmembers(sentences, inspect.isfunction)
        if found.__module__ == sentences.__name__
    }
    assert {fault.partition(",")[0] for fault in TOLD} == there


def test_a_long_value_is_cut() -> None:
    long = "x" * 81
    assert sentences.not_a_number(AT, long).en == f"'{long[:79]}…' is not a number"
    assert sentences.not_a_number(AT, long[:80]).en == f"{long[:80]!r} is not a number"
    assert sentences.key_twice(AT, long).zh == f"键“{long[:79]}…”重复"
    assert long not in unknown_code(AT, "mode", long, ["a"]).text("zh")


@pytest.mark.parametrize(("count", "more"), [(30, ""), (31, "…")])
def test_a_long_list_is_cut_and_says_so(count: int, more: str) -> None:
    codes = [f"code-{number}" for number in range(count)]
    error = unknown_code(AT, "mode", "zzz", codes)
    assert error.en.endswith(f"{', '.join(codes[:30])}{more}")
    assert error.zh.endswith(f"{'、'.join(codes[:30])}{more}")
