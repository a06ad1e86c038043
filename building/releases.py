"""Ids are kept from release to release: none vanishes without an entry in data/retired.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from building.release_pages import read_releases, release_table
from registry.errors import AtlasError
from registry.files.counts import put_table
from registry.files.writing import whole_files
from registry.load import Registry, load_registry, load_released, load_retired
from registry.paths import DEFAULT, Paths

#: Numbers with points between, and a word after a hyphen; it is a file's name.
_VERSION = re.compile(r"[0-9]+(\.[0-9]+)*(-[0-9A-Za-z]+)?")


def vanished(registry: Registry, paths: Paths = DEFAULT) -> Iterator[AtlasError]:
    """What is wrong between the last release's ids, the retired ones and the registry."""
    retired, released = load_retired(paths), load_released(paths)
    label, listed = paths.label(paths.retired), paths.label(paths.released)
    for key in released:
        if key not in registry.projects and key not in retired:
            yield AtlasError(
                f"{listed}: {key}",
                zh=f"上一版有它，登记册里已没有；请在 {label} 写明原因",
                en=f"was in the last release and is gone; give the reason in {label}",
            )
    for key, row in retired.items():
        if key in registry.projects:
            yield AtlasError(
                f"{label}: {key}",
                zh="已停用的编号不能再用",
                en="is retired and must not be used again",
            )
        if row.successor and row.successor not in registry.projects:
            yield AtlasError(
                f"{label}: {key}: successor",
                zh=f"没有“{row.successor}”这个项目",
                en=f"there is no project {row.successor!r}",
            )


def write_released(version: str, paths: Paths = DEFAULT) -> Path:
    """Note the ids of a release in data/released.txt, its table in data/releases/.

    Returns the path of the ids. A release can be noted again as long as the facts' day is its own.

    Raises
    ------
    AtlasError
        When the registry is broken, an id of the last release has vanished, or the version is that
        of a release of another day, whose table tells what changed since.
    """
    registry = load_registry(paths)
    for problem in vanished(registry, paths):
        raise problem
    name = " ".join(version.split())
    if not _VERSION.fullmatch(name):
        raise AtlasError(
            name or "version", zh="版本号应当像 0.2.0", en="a version must look like 0.2.0"
        )
    for release in read_releases(paths):
        if release.version == name and release.as_of != registry.facts.facts_as_of:
            raise AtlasError(
                name,
                zh=f"这一版已在 {release.as_of} 发布，请换一个版本号",
                en=f"was released on {release.as_of}; give another version",
            )
    lines = [
        f"# The {len(registry.projects)} ids of release {name}, written by `python -m analyst "
        "release`. Not edited by hand.",
        *sorted(registry.projects),
    ]
    with whole_files() as put:
        put(paths.released, "\n".join(lines) + "\n")
        put_table(put, paths.releases / f"{name}.csv", release_table(registry))
    return paths.released
