"""The kinds of download: what each is called, how it is made, and what it depends on."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from layers.address import COMPARE
from layers.address_reader import Asked, from_query
from layers.publish.downloads import changes_csv, geojson, mentions_csv, projects_csv
from layers.selection import filters
from layers.selection.comparison import Compared, compare, plans_of, years_of
from registry.errors import AtlasError
from registry.paths import Paths
from serving.state import Loaded, Stamp, stamp_of

#: For how many seconds the stamp of a folder is kept for who only looks: looks are a second apart.
KEPT = 2.0
#: The kind that takes long, and is made in a process of its own.
PACKAGE = "package"


@dataclass(frozen=True)
class Chosen:
    """What an address chooses of the data that were read last.

    ``compared`` is what became of each project where the address compares plans, else None.
    """

    where: Paths
    state: Loaded
    asked: Asked
    ids: list[str]
    compared: Sequence[Compared] | None = None

    @property
    def plans(self) -> Collection[str]:
        """The plans that are looked at; all when empty."""
        if self.compared is None:
            return self.asked.chosen.plans
        return plans_of(self.state.atlas, self.asked.comparing)


def chosen(where: Paths, state: Loaded, query: str) -> Chosen:
    """What the explorer's address ``query`` chooses.

    Raises
    ------
    AtlasError
        It chooses no project.
    """
    asked = from_query(query, state.atlas)
    compared = None
    if asked.tab == COMPARE:
        compared = compare(state.atlas, asked.chosen, asked.comparing)
        ids = [row.project.id for row in compared]
    else:
        ids = filters.apply(state.atlas, asked.chosen).ids
    if not ids:
        raise AtlasError(
            "download",
            zh="没有项目符合这些条件，没有东西可下载",
            en="no project matches, there is nothing to download",
        )
    return Chosen(where, state, asked, ids, compared)


class Unasked(AtlasError):
    """What an address does not ask for."""


def _changes(what: Chosen) -> str:
    if what.compared is None:
        raise Unasked(
            "download",
            zh="这个地址没有对照计划，没有变化可下载",
            en="this address compares no plans, there are no changes to download",
        )
    years = years_of(what.state.atlas, what.asked.comparing) is not None
    return changes_csv(what.compared, what.asked.lang, years=years)


def _map(what: Chosen) -> str:
    from layers.publish import export

    asked = what.asked
    return export.export_html(
        what.state.atlas,
        ids=what.ids,
        chosen=asked.chosen,
        lang=asked.lang,
        selected=asked.project,
        viewport=asked.viewport,
        view=asked.view,
        on=asked.comparing if asked.tab == COMPARE else asked.on,
    )


def _compared_by(what: Chosen) -> list[object]:
    if what.compared is None:
        return []
    comparing = what.asked.comparing
    return [
        what.asked.lang,
        comparing.start,
        comparing.end,
        sorted(comparing.kinds),
        comparing.maps,
    ]


def _opens_on(what: Chosen) -> object:
    from layers.publish.export import filter_config

    asked = what.asked
    opened = (asked.lang, asked.project, asked.viewport, asked.view, asked.on)
    return [filter_config(asked.chosen), *opened, *_compared_by(what)]


@dataclass(frozen=True)
class Kind:
    """A kind of download: what its file's name ends in, its media type, what makes it.

    ``make`` is None for the package. ``of`` says what it depends on beside the data and the ids.
    """

    ending: str
    mime: str
    make: Callable[[Chosen], str] | None
    of: Callable[[Chosen], object] = lambda _: None


KINDS: Mapping[str, Kind] = {
    "map": Kind(".html", "text/html; charset=utf-8", _map, _opens_on),
    "geojson": Kind(".geojson", "application/geo+json", lambda w: geojson(w.where, w.ids)),
    "projects": Kind(
        "-projects.csv", "text/csv; charset=utf-8", lambda w: projects_csv(w.where, w.ids)
    ),
    "mentions": Kind(
        ".csv",
        "text/csv; charset=utf-8",
        lambda w: mentions_csv(w.state.atlas, w.ids, w.plans),
        lambda w: sorted(w.plans),
    ),
    "changes": Kind("-changes.csv", "text/csv; charset=utf-8", _changes, _compared_by),
    PACKAGE: Kind(".zip", "application/zip", None),
}


def offered() -> list[str]:
    """The kinds that there are here: without the analyst's part no package."""
    return [kind for kind in KINDS if kind != PACKAGE or find_spec("analyst.package")]


def key(kind: str, what: Chosen, *, only_look: bool = False) -> str:
    """What two downloads share that are the same: data, projects and what else counts, today.

    Who only looks how far a package is may be told by files as they were a moment before.
    """
    parts = [
        *(kind, str(what.where.data), KINDS[kind].of(what), what.ids),
        *(date.today().isoformat(), _stamp(kind, what, only_look)),
    ]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


class Folders:
    """The stamps of folders with every file in them, each kept for who looks soon after.

    Parameters
    ----------
    clock : callable
        Seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._kept: dict[Path, tuple[float, Stamp]] = {}

    def stamp(self, folder: Path, *, only_look: bool) -> Stamp:
        """The stamp of ``folder`` now; for who only looks one up to :data:`KEPT` old."""
        now = self._clock()
        kept = self._kept.get(folder)
        if only_look and kept is not None and now - kept[0] < KEPT:
            return kept[1]
        found = stamp_of(sorted(path for path in folder.rglob("*") if path.is_file()))
        self._kept[folder] = now, found
        return found


_folders = Folders()


def _stamp(kind: str, what: Chosen, only_look: bool) -> Stamp:
    """The stamp of what ``kind`` is made from; of a package that is every file of the folder."""
    if kind != PACKAGE:
        return what.state.stamp
    return _folders.stamp(what.where.data, only_look=only_look)
