"""A table that a program wrote and that has been cut off is noticed, wherever the cut lies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building.releases import write_released
from plans.reading.lexical.files import PLACES as LEXICON_PLACES
from plans.reading.lexical.files import READINGS
from registry.columns import COUNTY_LENGTHS, FINDINGS_TABLE, MENTIONS
from registry.errors import AtlasError
from registry.files.counts import COUNTS, counts_text, read_rows, write_table
from registry.load import load_released
from registry.outcome.columns import EVENTS_TABLE, OUTCOMES, TIMELINE
from registry.paths import DEFAULT, Paths
from registry.tables import DERIVED_PLACES
from tests.support import copy_data

TABLES = {
    DEFAULT.county_lengths: COUNTY_LENGTHS,
    DEFAULT.events: EVENTS_TABLE,
    DEFAULT.mentions: MENTIONS,
    DEFAULT.findings: FINDINGS_TABLE,
    DEFAULT.outcomes: OUTCOMES,
    DEFAULT.timeline: TIMELINE,
    DEFAULT.places: DERIVED_PLACES,
    DEFAULT.releases / "0.1.0.csv": (),
    LEXICON_PLACES: (),
    READINGS: (),
}


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_cut_through_a_shipped_table_is_noticed(path: Path, tmp_path: Path) -> None:
    shutil.copy(path.with_name(COUNTS), tmp_path)
    data, cut = path.read_bytes(), tmp_path / path.name
    cut.write_bytes(data)
    whole = len(read_rows(cut, "t.csv", TABLES[path]))
    assert whole == data.count(b"\n") - 1
    # Through lines, and between them.
    ends = [at for at, byte in enumerate(data) if byte == ord("\n")]
    places = [len(data) * part // 31 for part in range(1, 31)]
    between = [ends[len(ends) * part // 31] + 1 for part in range(30)]
    for at in {0, *places, *between, len(data) - 1} - {len(data)}:
        cut.write_bytes(data[:at])
        with pytest.raises(AtlasError) as refused:
            read_rows(cut, "t.csv", TABLES[path])
        assert refused.value.where.startswith("t.csv")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text('ab,"\n甲', max_size=5), min_size=1), st.data())
def test_a_cut_anywhere_is_noticed(tmp_path: Path, cells: list[str], data: st.DataObject) -> None:
    from registry.files.csvfile import csv_text

    path = tmp_path / "t.csv"
    write_table(path, csv_text(["a", "b"], [{"a": cell, "b": 1} for cell in cells]))
    assert [row.cells["a"] for row in read_rows(path, "t.csv", ())] == cells
    held = path.read_bytes()
    path.write_bytes(held[: data.draw(st.integers(0, len(held) - 1))])
    with pytest.raises(AtlasError):
        read_rows(path, "t.csv", ())


def _write(folder: Path, text: str, counts: str | None) -> Path:
    (folder / "t.csv").write_bytes(text.encode())
    if counts is not None:
        (folder / COUNTS).write_text(counts, encoding="utf-8")
    return folder / "t.csv"


@pytest.mark.parametrize(
    ("text", "counts", "says"),
    [
        ("a\n1\n", '{"t.csv": 2}', r"^d/t\.csv: has 1 rows, 2 were written"),
        ("a\n1\n2\n3\n", '{"t.csv": 2}', r"^d/t\.csv: has 3 rows, 2 were written"),
        ("a\n1\n2", '{"t.csv": 2}', r"^d/t\.csv: ends in the middle of its last row"),
        ("a\n1\n", '{"t.csv": 1.5}', r"^d/rows\.json: t\.csv: 1\.5 is not a whole number"),
        ("a\n1\n", '{"t.csv": 2', r"^d/rows\.json: is not JSON"),
        ("a\n1\n", "[]", r"^d/rows\.json: is not JSON"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, counts: str, says: str) -> None:
    with pytest.raises(AtlasError, match=says):
        read_rows(_write(tmp_path, text, counts), "d/t.csv", ())


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("a\n1\n2\n", '{"t.csv": 2}'),
        ("a\r\n1\r\n\r\n2\r\n", '{"t.csv": 2}'),
        ("a\n1\n2", '{"other.csv": 7}'),
        ("a\n1\n2", None),
    ],
)
def test_what_is_read(tmp_path: Path, text: str, counts: str | None) -> None:
    rows = read_rows(_write(tmp_path, text, counts), "d/t.csv", ())
    assert [row.cells["a"] for row in rows] == ["1", "2"]


def test_writing_one_table_keeps_the_counts_of_the_others(tmp_path: Path) -> None:
    counts = tmp_path / COUNTS
    counts.write_text('{"z.csv": 5}', encoding="utf-8")
    write_table(tmp_path / "t.csv", "a\n1\n")
    assert counts.read_text("utf-8") == '{\n "t.csv": 1,\n "z.csv": 5\n}\n'
    counts.write_text("{", encoding="utf-8")
    assert counts_text(counts, {"t.csv": "a\n"}) == '{\n "t.csv": 0\n}\n'


def test_released_ids_that_are_cut_off_are_noticed(tmp_path: Path) -> None:
    paths: Paths = copy_data(tmp_path)
    write_released("9.9", paths)
    ids = load_released(paths)
    text = paths.released.read_text("utf-8")
    assert text.startswith(f"# The {len(ids)} ids of release 9.9, written")
    paths.released.write_text("\n".join(text.split("\n")[:-5]), encoding="utf-8")
    with pytest.raises(
        AtlasError, match=rf"released\.txt: has {len(ids) - 4} rows, {len(ids)} were"
    ):
        load_released(paths)
