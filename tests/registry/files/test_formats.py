"""The formats: what a file may hold, and what is refused and where."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.columns import MENTIONS, Column, Kind
from registry.errors import AtlasError
from registry.files import read_text
from registry.files.cells import blank, number, typed, whole
from registry.files.csvfile import csv_text, excel_text, guarded, parse_rows, typed_rows
from registry.files.geojsonfile import check_columns, property_columns, read_features
from registry.files.jsonfile import read_json
from registry.vocab import Mode

WORDS = ("", "")


def column(name: str, kind: Kind, codes: str = "", *, required: bool = False) -> Column:
    return Column(name, kind, WORDS, WORDS, "registry", codes=codes, required=required)


NAME = column("name", Kind.TEXT, required=True)
MODE = column("mode", Kind.CODE, "mode")
KM = column("km", Kind.NUMBER)
COLUMNS = (NAME, MODE, KM)


# Cells


@pytest.mark.parametrize(
    ("kind", "codes", "given", "expected"),
    [
        (Kind.TEXT, "", "渝昆", "渝昆"),
        (Kind.LIST, "", "a;b", "a;b"),
        (Kind.DATE, "", "2018-06", "2018-06"),
        (Kind.CODE, "mode", "rail", Mode.RAIL),
        (Kind.CODE, "plan", "old-2018", "old-2018"),
        (Kind.CODE, "nobody's", "x", "x"),
        (Kind.INTEGER, "", "2020", 2020),
        (Kind.INTEGER, "", 2020.0, 2020),
        (Kind.INTEGER, "", " -3 ", -3),
        (Kind.INTEGER, "flag", "1", 1),
        (Kind.NUMBER, "", "1.5e2", 150.0),
        (Kind.NUMBER, "", ".5", 0.5),
        (Kind.NUMBER, "", 7, 7.0),
        (Kind.BOOLEAN, "", "True", True),
        (Kind.BOOLEAN, "", "false", False),
        (Kind.BOOLEAN, "", " 0 ", False),
        (Kind.BOOLEAN, "", True, True),
        (Kind.TEXT, "", "", ""),
        (Kind.INTEGER, "", "", None),
        (Kind.NUMBER, "", "", None),
        (Kind.BOOLEAN, "", "", False),
        (Kind.CODE, "mode", "", ""),
        (Kind.TEXT, "", None, None),
    ],
)
def test_a_cell_of_its_kind(kind: Kind, codes: str, given: object, expected: object) -> None:
    found = typed(column("c", kind, codes), given, "t.csv:2", {"plan": ["old-2018"]})
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("kind", "codes", "given", "says"),
    [
        (Kind.TEXT, "", 5, "must be text"),
        (Kind.CODE, "mode", "rial", "there is no mode 'rial', perhaps rail"),
        (Kind.CODE, "plan", "old-2081", "perhaps old-2018"),
        (Kind.CODE, "mode", 5, "must be text"),
        (Kind.INTEGER, "", "20.5", "is not a whole number"),
        (Kind.INTEGER, "", "二〇二〇", "is not a number"),
        (Kind.INTEGER, "flag", "2", "there is no flag '2'"),
        (Kind.NUMBER, "", "nan", "is not a number"),
        (Kind.NUMBER, "", "inf", "is not a number"),
        (Kind.NUMBER, "", "1e999", "is not a number"),
        (Kind.NUMBER, "", "1_000", "is not a number"),
        (Kind.NUMBER, "", "1 000", "is not a number"),
        (Kind.NUMBER, "", "１", "is not a number"),
        (Kind.NUMBER, "", float("nan"), "is not a number"),
        (Kind.NUMBER, "", True, "is not a number"),
        (Kind.NUMBER, "", [1], "is not a number"),
        (Kind.BOOLEAN, "", "maybe", "must be True or False"),
        (Kind.DATE, "", "2024-02-31", "is no date of the calendar"),
        (Kind.DATE, "", 2024, "must be text"),
    ],
)
def test_a_cell_of_another_kind(kind: Kind, codes: str, given: object, says: str) -> None:
    with pytest.raises(AtlasError, match=says) as caught:
        typed(column("c", kind, codes), given, "t.csv:2", {"plan": ["old-2018"]})
    assert caught.value.where == "t.csv:2: c"


@pytest.mark.parametrize("given", ["", None])
@pytest.mark.parametrize("kind", Kind)
def test_a_required_cell_is_not_empty(kind: Kind, given: object) -> None:
    with pytest.raises(AtlasError, match=r"t\.csv:2: c: must not be empty"):
        typed(column("c", kind, required=True), given, "t.csv:2", {})


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_finite_number_is_read_as_itself(value: float) -> None:
    assert number(repr(value), "x") == number(value, "x") == value


@given(st.integers(-(2**53), 2**53))
def test_every_whole_number_is_read_as_itself(value: int) -> None:
    assert whole(str(value), "x") == whole(value, "x") == value


def test_blanks() -> None:
    kinds = {kind: blank(column("c", kind)) for kind in Kind}
    assert kinds == {
        **dict.fromkeys((Kind.TEXT, Kind.CODE, Kind.LIST, Kind.DATE), ""),
        **dict.fromkeys((Kind.INTEGER, Kind.NUMBER), None),
        Kind.BOOLEAN: False,
    }


# CSV


def test_rows_know_their_line_and_blank_ones_are_skipped() -> None:
    text = '\r\nname,mode,km\r\n"a\nb",rail,1\n\n , ,\nc,,\n'
    rows = parse_rows(text, "t.csv", COLUMNS)
    assert [row.where for row in rows] == ["t.csv:3", "t.csv:7"]
    values = [values for _, values in typed_rows(rows, COLUMNS)]
    assert values == [
        {"name": "a\nb", "mode": Mode.RAIL, "km": 1.0},
        {"name": "c", "mode": "", "km": None},
    ]


@pytest.mark.parametrize(
    ("text", "closed", "says"),
    [
        ("", False, r"t\.csv: lacks the columns name"),
        ("mode,km\nrail,1\n", False, r"t\.csv: lacks the columns name"),
        ("name,mode,km\na,rail\n", False, r"t\.csv:2: the row has 2 cells, the header 3"),
        ("name,mode,km\na,rail,1\nb,rail,1,\n", False, r"t\.csv:3: the row has 4 cells"),
        ("name,km,km\na,1,2\n", False, r"t\.csv: the column km stands twice"),
        ("name,km,mine\na,1,2\n", True, r"t\.csv: has unknown columns mine"),
        ('name,mode,km\na,rail,1\nb,"rail,1\n', False, r"t\.csv:3: not valid CSV"),
        ('name,mode,km\n"a"b,rail,1\n', False, r"t\.csv:2: not valid CSV"),
    ],
)
def test_what_is_no_table(text: str, closed: bool, says: str) -> None:
    with pytest.raises(AtlasError, match=says):
        parse_rows(text, "t.csv", COLUMNS, closed=closed)


def test_columns_that_nobody_asks_for_are_passed_over() -> None:
    (row,) = parse_rows("mine,name\n1,a\n", "t.csv", COLUMNS)
    assert typed_rows([row], COLUMNS) == [("t.csv:2", {"name": "a", "mode": "", "km": None})]


def test_an_error_tells_which_row_it_is_in() -> None:
    rows = parse_rows("name,km\na,1\n渝昆,far\n", "t.csv", COLUMNS)
    with pytest.raises(AtlasError, match=r"t\.csv:3 \(渝昆\): km: 'far' is not a number"):
        typed_rows(rows, COLUMNS, named="name")
    with pytest.raises(AtlasError, match=r"t\.csv:3: km: 'far'"):
        typed_rows(rows, COLUMNS)


@pytest.mark.parametrize("text", ["name,km\n,1\n", 'name,km\n"",1\n'])
def test_a_required_cell_of_a_row_is_not_empty(text: str) -> None:
    with pytest.raises(AtlasError, match=r"t\.csv:2: name: must not be empty"):
        typed_rows(parse_rows(text, "t.csv", COLUMNS), COLUMNS)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_what_is_written_is_read_again(cells: list[str]) -> None:
    wanted = [cell for cell in cells if cell.strip()]
    rows = parse_rows(csv_text(["name"], [{"name": cell} for cell in wanted]), "t.csv", [NAME])
    assert [row.cells["name"] for row in rows] == wanted


def test_a_cell_that_is_no_column_is_not_lost_silently() -> None:
    with pytest.raises(ValueError, match="mine"):
        csv_text(["name"], [{"name": "a", "mine": "b"}])


def test_csv_for_excel() -> None:
    assert excel_text(["a", "b"], [{"a": "=1", "b": 2}]) == "\ufeffa,b\r\n'=1,2\r\n"
    assert guarded(-1) == -1
    assert guarded("a=1") == "a=1"


# GeoJSON


def _geojson(path: Path, features: str) -> Path:
    path.write_text('{"type":"FeatureCollection","features":[\n' + features + "]}")
    return path


def test_features_have_properties_and_a_geometry_or_none(tmp_path: Path) -> None:
    point = '{"properties":{"id":"a"},"geometry":{"type":"Point","coordinates":[1,2.5]}}'
    found = read_features(_geojson(tmp_path / "f", f'{point},\n{{"properties":{{}}}}'), "f")
    assert [f["geometry"] for f in found] == [{"type": "Point", "coordinates": [1, 2.5]}, None]
    many = '{"properties":{},"geometry":{"type":"GeometryCollection","geometries":[]}}'
    (feature,) = read_features(_geojson(tmp_path / "g", many), "g")
    assert feature["geometry"]["geometries"] == []


@pytest.mark.parametrize(
    ("features", "says"),
    [
        ('{"properties":{}', r"f:2: is not GeoJSON that can be read"),
        ("3", r"f: features\[0\]: is not GeoJSON: a FeatureCollection"),
        ('{"properties":[]}', r"f: features\[0\]: is not GeoJSON"),
        ('{"properties":{"id":"a"},"geometry":3}', r"f: a: geometry: the geometry"),
        ('{"properties":{},"geometry":{}}', r"f: features\[0\]: geometry: the geometry"),
        ('{"properties":{"km":NaN}}', r"f: 'NaN' is not a number"),
        ('{"properties":{"km":-Infinity}}', r"f: '-Infinity' is not a number"),
        ('{"properties":{"km":1.5e999}}', r"f: '1.5e999' is not a number"),
        ('{"properties":{"km":1.5E+309}}', r"f: '1.5E\+309' is not a number"),
    ],
)
def test_what_is_no_geojson(features: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match=says):
        read_features(_geojson(tmp_path / "f", features), "f")


def test_columns_that_some_feature_has_are_there() -> None:
    features = [{"properties": {"a": 1}}, {"properties": {"b": None, "a": 2}}, {"properties": {}}]
    assert property_columns(features) == ["a", "b"]
    check_columns(features, ["b", "a"], "f")
    with pytest.raises(AtlasError) as raised:
        check_columns(features, ["a", "c", "d"], "f")
    assert (raised.value.where, raised.value.en) == ("f", "lacks the columns c, d")


@pytest.mark.parametrize("text", ["[1]", "{}", '{"features":{}}', "[" * 100_000])
def test_json_that_is_no_collection(text: str, tmp_path: Path) -> None:
    (tmp_path / "f").write_text(text)
    with pytest.raises(AtlasError, match="not GeoJSON"):
        read_features(tmp_path / "f", "f")


# Text


def test_text_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match="x: the file does not exist"):
        read_text(tmp_path / "none", "x")
    with pytest.raises(AtlasError, match="x: is a folder, a file is expected"):
        read_text(tmp_path, "x")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(AtlasError, match="x: is no ordinary file"):
        read_text(tmp_path / "pipe", "x")
    (tmp_path / "large").write_bytes(b"a" * 2_000_001)
    with pytest.raises(AtlasError, match=r"x: has 2\.0 MB, at most 2 MB are read"):
        read_text(tmp_path / "large", "x", most=2)
    assert len(read_text(tmp_path / "large", "x", most=3)) == 2_000_001
    (tmp_path / "f").write_bytes("名".encode("gbk"))
    with pytest.raises(AtlasError, match="x: the file is not UTF-8 text"):
        read_text(tmp_path / "f", "x")
    (tmp_path / "f").write_text("\ufeff名", encoding="utf-8")
    assert read_text(tmp_path / "f", "x") == "名"


def test_json_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_text('{"一": [1]}', encoding="utf-8")
    assert read_json(path, "f") == {"一": [1]}


@pytest.mark.parametrize("text", ["{", "", "[" * 100_000], ids=["open", "empty", "deep"])
def test_what_is_no_json(text: str, tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AtlasError, match="is not JSON that can be read") as refused:
        read_json(path, "f")
    assert refused.value.where == "f"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_cell_that_a_spreadsheet_would_run_is_kept_from_it(sign: str) -> None:
    assert guarded(f"{sign}1") == f"'{sign}1"
    assert guarded(f"1{sign}1") == f"1{sign}1"
    assert guarded(-1) == -1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a;b\n1;2\n", "parts its cells by ';', not by commas"),
        ("a\tb\n1\t2\n", r"parts its cells by '\\t'"),
        ("a，b\n1，2\n", "parts its cells by '，'"),
        ("a,b,,\n1,2,,\n", "column 3 has no name; take it out"),
        ("a, ,b\n1,2,3\n", "column 2 has no name"),
        (",a,b\n0,1,2\n", "column 1 has no name"),
        ("a,b,a\n1,2,3\n", "the column a stands twice"),
        ("a\n1\n", "lacks the columns b"),
    ],
)
def test_a_table_of_a_spreadsheet_is_refused_for_its_reason(text: str, words: str) -> None:
    columns = [replace(MENTIONS[0], name=name, required=True) for name in "ab"]
    with pytest.raises(AtlasError, match=words):
        parse_rows(text, "f", columns)
    assert len(parse_rows("a,b\r\n1;2,3\r\n", "f", columns)) == 1
