"""Nothing in geo/, layers/ or the view knows which land it shows: that is the data folder's."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from registry.paths import ROOT

NAMES = re.compile(r"四川|重庆|成都|成渝|Sichuan|Chongqing|Chengdu|Chengyu", re.IGNORECASE)
#: A code of either province, alone or with the zeros of a province.
CODES = re.compile(r"5[01](0{4})?")
#: The software is called by its first atlas: on a command line, as the publisher and the owner
#: of vocabularies in what machines read.
CALLED = re.compile(
    r"成渝工程图：|Chengyu Project Atlas: |成渝工程图 Chengyu Project Atlas"
    r"|chengyu-project-atlas(?=-(?:mode|status|current-status)$)"
)
#: A number of UTM's zone or of its CRS; where the land lies says which it is.
ZONE = re.compile(r"UTM (?:zone )?\d|\+zone=\d|EPSG:32[67]\d\d|(?<!\d)32[67]\d\d(?!\d)")
#: Degrees within which a pair of numbers is a place in China.
LON, LAT = (73, 136), (18, 54)
_NUMBER = re.compile(r"(?<![\w.#])-?\d+(?:\.\d+)?(?![\w.%])")


def _docstrings(tree: ast.AST) -> set[int]:
    """The nodes that are docstrings, by identity."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def _is_place(numbers: list[float]) -> bool:
    """Whether numbers beside each other are degrees of a place, in either order, or of a box."""
    return any(
        LON[0] <= lon <= LON[1] and LAT[0] <= lat <= LAT[1] and (lon % 1 or lat % 1)
        for one, other in pairwise(numbers)
        for lon, lat in ((one, other), (other, one))
    )


def _number(node: ast.AST) -> float | None:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = _number(node.operand)
        return None if inner is None else -inner
    fine = isinstance(node, ast.Constant) and type(node.value) in (int, float)
    return float(node.value) if fine else None  # type: ignore[attr-defined]


def in_python(source: str) -> Iterator[str]:
    """What of a land the code says; comments and docstrings may give examples."""
    tree = ast.parse(source)
    told = _docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            text = CALLED.sub("", node.value)
            if NAMES.search(text) or CODES.fullmatch(text) or ZONE.search(text):
                yield repr(node.value)
        number = _number(node)
        # The round numbers are the family's, to which a zone is added.
        if number and number % 100 and ZONE.fullmatch(f"{number:g}"):
            yield f"{number:g}"
        if isinstance(node, ast.Tuple | ast.List):
            numbers = [number for item in node.elts if (number := _number(item)) is not None]
            if _is_place(numbers):
                yield str(numbers)


def in_script(source: str) -> Iterator[str]:
    """The same of JavaScript, whose comments are left out."""
    code = re.sub(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", "", source, flags=re.DOTALL)
    yield from NAMES.findall(code)
    for text in re.findall(r"\"([^\"\n]*)\"", code):
        if CODES.fullmatch(text):
            yield text
    for inner in re.findall(r"[\[(]([-\d.,\s]+)[\])]", code):
        if _is_place([float(n) for n in _NUMBER.findall(inner)]):
            yield inner


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("A = '四川省'", 1),
        ("A = '500000'", 1),
        ("A = ('50', '51')", 2),
        ("A = 'x50'", 0),
        ("A = '5000'", 0),
        ("A = [30.2, 105.6]", 1),
        ("A = (97.0, 25.8, 110.8, 34.6)", 1),
        ("A = (0.5, 0.8)", 0),
        ("A = (100, 50)", 0),
        ("'''Sichuan 重庆'''", 0),
        ("# 四川\nA = 1", 0),
        ("A = '成渝工程图：由登记册'", 0),
        ("A = 'chengyu-project-atlas-mode'", 0),
        ("A = 'chengyu-project-atlas'", 1),
        ("A = 'WGS 84 / UTM 48N'", 1),
        ("A = '+proj=utm +zone=48'", 1),
        ("A = f'UTM zone {zone}'", 0),
        ("A = 32648", 1),
        ("A = 32600 + zone", 0),
    ],
)
def test_what_python_says_of_a_land_is_seen(source: str, found: int) -> None:
    assert len(list(in_python(source))) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("const a = [[26, 97.3], [34.3, 110.2]];", 2),
        ('const a = "510000";', 1),
        ('const a = "重庆";', 1),
        ("const a = [0.5, 12]; // 重庆\n/* [26, 97.3] */", 0),
        ("f(45, 90)", 0),
    ],
)
def test_what_a_script_says_of_a_land_is_seen(source: str, found: int) -> None:
    assert len(list(in_script(source))) == found


def _files(folder: str, suffix: str) -> list[Path]:
    found = sorted((ROOT / folder).rglob(f"*{suffix}"))
    assert found
    return found


@pytest.mark.parametrize("folder", ["geo", "building", "layers", "analyst"])
def test_the_packages_know_no_land(folder: str) -> None:
    said = {
        f"{path.relative_to(ROOT)}: {words}"
        for path in _files(folder, ".py")
        for words in in_python(path.read_text(encoding="utf-8"))
    }
    assert not said


def test_the_view_knows_no_land() -> None:
    said = {
        f"{path.relative_to(ROOT)}: {words}"
        for path in _files("web/src", ".js")
        for words in in_script(path.read_text(encoding="utf-8"))
    }
    assert not said
