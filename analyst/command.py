"""``python -m analyst package``: the arguments, and what they mean."""

from __future__ import annotations

import argparse
from pathlib import Path

from analyst.labels import word
from analyst.package import check_target, tell, write_package
from building.check import check
from layers.records import data
from layers.selection import filters
from layers.selection.filters import Filter
from registry import sentences
from registry.paths import Paths
from registry.vocab import Mode, Status


def _codes(given: list[str] | None, kind: type[Mode] | type[Status], what: str) -> list[str]:
    asked = [code for value in given or [] for code in value.split(",") if code]
    allowed = [str(code) for code in kind]
    for code in asked:
        if code not in allowed:
            raise sentences.unknown_code(f"--{what}", what, code, allowed)
    return asked


def _names(given: list[str] | None) -> frozenset[str]:
    return frozenset(name for value in given or [] for name in value.split(",") if name)


def chosen(options: argparse.Namespace) -> Filter:
    """The filter that the arguments ask for; AtlasError for a code that does not exist."""
    return Filter(
        plans=_names(options.plan),
        statuses=frozenset(Status(c) for c in _codes(options.status, Status, "status")),
        regions=_names(options.region),
        modes=frozenset(Mode(c) for c in _codes(options.mode, Mode, "mode")),
        query=options.query or "",
    )


def run(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    """Check the data and write the package that ``options`` describes; returns 0."""
    wanted = chosen(options)
    ids: list[str] | None = None
    if wanted != Filter.everything():
        atlas = data.load(paths)
        filters.check(atlas, wanted)
        ids = filters.apply(atlas, wanted).ids
    target = Path(options.output)
    check_target(target, options.force)
    # What others build on must be what the registry says now.
    tell(word("checking", lang))
    for problem in check(paths).problems:
        raise problem
    count = write_package(
        target, paths=paths, ids=ids, force=options.force, progress=tell, lang=lang
    )
    size = sum(file.stat().st_size for file in target.rglob("*") if file.is_file()) / 1e6
    print(word("done", lang, path=target, n=count, mb=size))
    return 0
