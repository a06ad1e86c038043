"""The sources of facts, each once: what tells them in the payload are places in one list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import cast

from layers.payload import contract
from layers.records.model import Source


class Sources:
    """The distinct sources, in the order in which they are first asked for."""

    def __init__(self) -> None:
        self._places: dict[Source, int] = {}

    def index(self, source: Source) -> int:
        """The place of ``source`` in :attr:`made`."""
        return self._places.setdefault(source, len(self._places))

    @property
    def made(self) -> list[contract.Source]:
        """The sources as the payload has them."""
        return [cast("contract.Source", asdict(source)) for source in self._places]


def only_used(
    projects: Sequence[contract.Project], sources: Sequence[contract.Source]
) -> list[contract.Source]:
    """Those of ``sources`` that ``projects`` name, which are changed to name them by new places."""
    used = sorted(
        {event["source"] for project in projects for event in project.get("events", ())}
        | {source for project in projects for source in project.get("current_sources", ())}
        | {s for project in projects for one in project.get("outcomes", ()) for s in one["sources"]}
        | {s for p in projects if "legs" in p for one in p["legs"]["sources"] for s in one}
    )
    place = {source: number for number, source in enumerate(used)}
    for project in projects:
        if "events" in project:
            project["events"] = [
                {**event, "source": place[event["source"]]} for event in project["events"]
            ]
        if "outcomes" in project:
            project["outcomes"] = [
                {**one, "sources": [place[s] for s in one["sources"]]}
                for one in project["outcomes"]
            ]
        if "legs" in project:
            named = [[place[s] for s in one] for one in project["legs"]["sources"]]
            project["legs"] = {**project["legs"], "sources": named}
        if "current_sources" in project:
            project["current_sources"] = [place[s] for s in project["current_sources"]]
    return [sources[source] for source in used]
