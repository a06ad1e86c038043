"""Files are read by the readers of ``registry`` and written whole by its writer, nowhere else."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.files.counts import COUNTS, read_rows
from registry.paths import ROOT
from registry.tables import read_plans, read_regions

FOLDERS = (
    *(
        "registry",
        "facts",
        "plans",
        "geo",
        "building",
        "layers",
        "analyst",
        "review",
        "serving",
        "scripts",
        "bench",
    ),
)
#: Where formats are parsed and files written.
HOME = ("registry/files/",)
#: What bench/ compares with is a program that has none of this.
PLAIN = ("bench/explorer_plain.py", "bench/export_plain.py")
#: Scripts read the files of installed packages, which are no data of ours.
FOREIGN = {"scripts": {"read_file"}}
#: Modules that parse what has a reader.
PARSERS = {"csv", "yaml"}
#: Methods that read a table or write a file in one go; the writer is a function.
CALLS = {"write_text", "write_bytes", "read_file", "read_csv", "to_csv", "to_json"}


def strays(source: str) -> Iterator[str]:
    """What in ``source`` reads or writes past the one reader and writer."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (f"import {a.name}" for a in node.names if a.name in PARSERS)
        elif isinstance(node, ast.ImportFrom) and node.module in PARSERS:
            yield f"from {node.module} import"
        elif isinstance(node, ast.Call):
            yield from _called(node)


def _name(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


def _called(call: ast.Call) -> Iterator[str]:
    name = _name(call)
    if name in CALLS and isinstance(call.func, ast.Attribute):
        yield name
    if name == "open" and any(_writes(argument) for argument in call.args):
        yield "open to write"
    inside = {_name(node) for node in ast.walk(call) if isinstance(node, ast.Call)}
    if name in ("load", "loads") and inside & {"read_text", "read_bytes", "open"}:
        yield f"{name} of a file"


def _writes(argument: ast.expr) -> bool:
    """Whether an argument is a mode that writes: ``"w"``, ``"ab"``."""
    value = getattr(argument, "value", None)
    return isinstance(value, str) and len(value) <= 3 and bool(set("wax+") & set(value))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import csv", ["import csv"]),
        ("from yaml import safe_load", ["from yaml import"]),
        ("path.write_text(text)", ["write_text"]),
        ("write_text(path, text)", []),
        ("path.open('w')", ["open to write"]),
        ("open(path, 'xb')", ["open to write"]),
        ("path.open(newline='')", []),
        ("json.loads(path.read_text())", ["loads of a file"]),
        ("json.loads(held)", []),
        ("frame.to_csv(path)", ["to_csv"]),
    ],
)
def test_what_goes_past_is_seen(source: str, found: list[str]) -> None:
    assert list(strays(source)) == found


def _modules() -> list[Path]:
    paths = [ROOT / "app.py"]
    for folder in FOLDERS:
        paths += sorted((ROOT / folder).rglob("*.py"))
    names = [path.relative_to(ROOT).as_posix() for path in paths]
    return [
        path
        for path, name in zip(paths, names, strict=True)
        if not name.startswith(HOME) and name not in PLAIN
    ]


@pytest.mark.parametrize("path", _modules(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_nothing_is_read_or_written_past_the_one_reader_and_writer(path: Path) -> None:
    allowed = FOREIGN.get(path.relative_to(ROOT).parts[0], set())
    assert set(strays(path.read_text("utf-8"))) <= allowed


def test_the_hand_kept_lists_say_the_same_to_who_only_shows_them() -> None:
    from registry.load import load_plans, load_regions

    plans = load_plans()
    assert [plan.id for plan in read_plans()] == list(plans)
    for row in read_plans():
        record = plans[row.id]
        assert vars(row) == {
            name: "" if (value := getattr(record, name)) is None else value for name in vars(row)
        }
    regions = load_regions()
    assert [region.id for region in read_regions()] == list(regions)
    for region in read_regions():
        kept = regions[region.id]
        assert vars(region) == {name: getattr(kept, name) for name in vars(region)}


@pytest.mark.parametrize("folder", ["data", "data/releases", "plans/lexicon"])
def test_every_table_has_the_rows_that_were_counted(folder: str) -> None:
    counts = ROOT / folder / COUNTS
    for name in json.loads(counts.read_text("utf-8")):
        read_rows(counts.with_name(name), name, ())
