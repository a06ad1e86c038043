"""``python -m analyst package``: the arguments, and what they mean."""

from __future__ import annotations

import argparse
from pathlib import Path

from analyst.labels import word
from analyst.package import check_target, tell, write_package
from building.check import check
from layers.options import chosen_by
from layers.records import data
from layers.selection import filters
from layers.selection.filters import Filter
from registry.paths import Paths


def run(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    """Check the data and write the package that ``options`` describes; returns 0."""
    target = Path(options.output)
    check_target(target, options.force)
    # What others build on must be what the registry says now.
    tell(word("checking", lang))
    for problem in check(paths).problems:
        raise problem
    ids: list[str] | None = None
    atlas = data.load(paths)
    if (wanted := chosen_by(atlas, options, every_mode=True)) != Filter.everything():
        ids = filters.apply(atlas, wanted).ids
    count = write_package(
        target, paths=paths, ids=ids, force=options.force, progress=tell, lang=lang
    )
    size = sum(file.stat().st_size for file in target.rglob("*") if file.is_file()) / 1e6
    print(word("done", lang, path=target, n=count, mb=size))
    return 0
