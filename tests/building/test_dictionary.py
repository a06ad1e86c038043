"""The data dictionary: complete, in both languages, and as the models have it now."""

from __future__ import annotations

import csv
import json

import geopandas as gpd
import pytest

from building.build import outputs
from building.dictionary import TABLES, _example
from registry.columns import SOURCES, VOCABULARIES, Column, Kind, names, tables
from registry.fields import FIELDS, TITLES
from registry.load import load_plans
from registry.paths import DEFAULT

COLUMNS = tables((p.id, p.short, p.short_en) for p in load_plans().values())


def test_the_committed_dictionary_is_what_a_build_makes() -> None:
    fresh = outputs()[DEFAULT.dictionary]
    assert DEFAULT.dictionary.read_text("utf-8") == fresh, "run python -m geo build"


def test_every_column_has_words_in_both_languages() -> None:
    for table, columns in COLUMNS.items():
        assert all(TABLES[table])
        assert len(set(names(columns))) == len(columns)
        for column in columns:
            assert all((*column.label, *column.means)), (table, column.name)
            assert column.source in SOURCES
            assert (column.kind is Kind.CODE) <= bool(column.codes), column.name
            assert column.codes in ("", "plan", *VOCABULARIES)
    for terms in VOCABULARIES.values():
        for term in terms.values():
            assert all((term.zh, term.en, term.zh_means, term.en_means))


def test_every_field_of_every_model_is_described() -> None:
    assert set(FIELDS) == set(TITLES)
    for model, fields in FIELDS.items():
        assert set(fields) == set(model.model_json_schema(by_alias=True)["properties"]), model
        assert all(all(words) for words in fields.values())


@pytest.mark.parametrize("table", ["mentions", "events", "findings", "county_lengths"])
def test_csv_columns_are_the_tables(table: str) -> None:
    with (DEFAULT.data / f"{table}.csv").open(encoding="utf-8") as file:
        assert tuple(next(csv.reader(file))) == names(COLUMNS[table])


@pytest.mark.parametrize("table", ["provinces", "prefectures", "counties", "regions"])
def test_boundaries_have_the_tables_columns(table: str) -> None:
    found = gpd.read_file(DEFAULT.boundaries / f"{table}.geojson", rows=1)
    assert tuple(c for c in found.columns if c != "geometry") == names(COLUMNS[table])


def test_projects_have_the_tables_columns_types_and_codes() -> None:
    columns = COLUMNS["projects"]
    kinds = {Kind.INTEGER: int, Kind.NUMBER: int | float, Kind.BOOLEAN: bool}
    for feature in json.loads(DEFAULT.geojson.read_text("utf-8"))["features"]:
        row = feature["properties"]
        assert tuple(row) == names(columns)
        for column in columns:
            value = row[column.name]
            if value is None:
                assert not column.required, column.name
                continue
            assert isinstance(value, kinds.get(column.kind, str)), column.name
            if column.codes == "plan":
                assert value in load_plans()
            elif column.codes:
                assert value in VOCABULARIES[column.codes], column.name


@pytest.mark.parametrize(
    ("rows", "example"),
    [
        ([{"x": "字" * 40}], "字" * 40),
        ([{"x": "字" * 41}], "字" * 39 + "…"),
        # The first that says anything.
        ([{}, {"x": None}, {"x": ""}, {"x": 0}, {"x": 7}], "0"),
        ([], ""),
    ],
)
def test_an_example_is_short(rows: list[dict[str, object]], example: str) -> None:
    column = Column("x", Kind.TEXT, ("", ""), ("", ""), "plan")
    assert _example(column, rows) == example
