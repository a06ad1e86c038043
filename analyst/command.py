"""``python -m analyst package``: the arguments, and what they mean."""

from __future__ import annotations

import argparse
from pathlib import Path

from analyst.collection import built_tables
from analyst.labels import word
from analyst.package import check_target, tell_progress, write_package
from building.check import check
from layers.options import chosen_by
from layers.records import data
from layers.records.lost import Lost, told
from layers.selection import filters
from layers.selection.filters import Filter
from registry.commandline import tell
from registry.paths import Paths


def run(paths: Paths, lang: str, options: argparse.Namespace) -> int:
    """Check the data and write the package that ``options`` describes; returns 0."""
    target: Path = options.output
    check_target(target, options.force)
    atlas = data.load_good(paths)
    wanted = chosen_by(atlas, options, every_mode=True)
    # What others build on must be what the registry says now.
    tell_progress(word("checking", lang))
    lost = Lost()

    def left_out() -> list[str]:
        # The map reads some columns only, the package every one.
        built_tables(paths, lost)
        for one in atlas.missing:
            lost(one.id, one.why)
        return [one.id for one in lost.all_missing]

    for problem in check(paths, without=left_out).problems:
        raise problem
    ids: list[str] | None = None
    if wanted != Filter.everything():
        ids = filters.apply(atlas, wanted).ids
    count = write_package(
        target,
        paths=paths,
        ids=ids,
        force=options.force,
        lost=lost,
        progress=tell_progress,
        lang=lang,
    )
    if missing := lost.all_missing:
        tell_progress(word("missing", lang, n=len(missing)))
        for line in told(missing, lang):
            tell_progress(line)
    size = sum(file.stat().st_size for file in target.rglob("*") if file.is_file()) / 1e6
    tell(word("done", lang, path=target, n=count, mb=size))
    return 0
