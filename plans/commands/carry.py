"""Changes of the registry carried out: the built files made with them, all written together."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from building.projects import Progress
from plans.accepting.draft import Changes
from plans.accepting.wanted import RouteOf
from registry.files.together import FileChange, write_together
from registry.paths import DEFAULT, Paths

if TYPE_CHECKING:
    from plans.matching.propose import Proposal
    from registry.models import Route


def routes(paths: Paths = DEFAULT) -> RouteOf:
    """How the geocoder makes the route of a proposed record."""
    from geo.gazetteer import load_gazetteer
    from geo.proposing import route_of
    from registry.vocab import Mode

    gazetteer = load_gazetteer(paths)

    def route(new: Proposal) -> Route:
        return route_of(new.stops, new.name, Mode(new.mode), gazetteer, paths, note=new.guess)

    return route


def with_built(
    changes: Changes, paths: Paths = DEFAULT, progress: Progress = iter
) -> Mapping[Path, FileChange]:
    """The files of ``changes`` and the built files of the registry then; nothing is written.

    Raises
    ------
    AtlasError
        For the first thing that a build would refuse.
    """
    from building.build import changed, outputs_of

    built = outputs_of(changes.registry, paths, progress)
    return {**changes.files, **changed(built)}


def carry_out(
    changes: Changes, paths: Paths = DEFAULT, *, build: bool = True, progress: Progress = iter
) -> list[Path]:
    """Write ``changes`` and, where wanted, the built files: all or none; what was written.

    Raises
    ------
    AtlasError
        When the build refuses the registry, a file changed in the meantime, or cannot be
        written. Nothing has changed then.
    """
    files = with_built(changes, paths, progress) if build else changes.files
    return write_together(files, paths.data)
