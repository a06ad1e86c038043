"""What a filter means. ``view/filter.js`` says the same for files without a server.

A project stays when any selected plan names it; its status is that in the newest of the
selected plans that name it. An empty choice means no restriction, except for modes, where the
default shows the four core ones.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from layers.records import Atlas, Project
from registry.errors import AtlasError
from registry.vocab import CORE_MODES, Mode, Status


@dataclass(frozen=True)
class Filter:
    """A choice of plans, statuses, regions and modes, and words to look for."""

    plans: frozenset[str] = frozenset()
    statuses: frozenset[Status] = frozenset()
    regions: frozenset[str] = frozenset()
    modes: frozenset[Mode] = frozenset(CORE_MODES)
    query: str = ""

    @classmethod
    def everything(cls) -> Filter:
        """No restriction at all, the other modes included."""
        return cls(modes=frozenset())


@dataclass(frozen=True)
class Shown:
    """What a filter leaves: project ids in the registry's order, with the status that counts."""

    statuses: Mapping[str, Status] = field(default_factory=dict)

    @property
    def ids(self) -> list[str]:
        """The ids that stay."""
        return list(self.statuses)

    def __len__(self) -> int:
        return len(self.statuses)


def status_in(atlas: Atlas, project: Project, plans: frozenset[str]) -> Status | None:
    """Status of ``project`` in the newest of ``plans`` (all when empty), None if none names it."""
    for plan in reversed(atlas.plans):
        if (not plans or plan.id in plans) and plan.id in project.statuses:
            return project.statuses[plan.id]
    return None


def fold(text: str) -> str:
    """``text`` as it is compared: full-width forms and case folded."""
    return unicodedata.normalize("NFKC", text).casefold()


def haystack(project: Project) -> str:
    """Everything a search looks through."""
    return fold("\n".join((project.name, project.name_en, project.id, *project.aliases)))


def apply(atlas: Atlas, chosen: Filter) -> Shown:
    """The projects that ``chosen`` leaves."""
    words = fold(chosen.query).split()
    kept: dict[str, Status] = {}
    for project in atlas.projects:
        status = status_in(atlas, project, chosen.plans)
        if status is None or (chosen.statuses and status not in chosen.statuses):
            continue
        if chosen.modes and project.mode not in chosen.modes:
            continue
        if chosen.regions and chosen.regions.isdisjoint(project.regions):
            continue
        if words:
            text = haystack(project)
            if not all(word in text for word in words):
                continue
        kept[project.id] = status
    return Shown(kept)


def counts(atlas: Atlas, shown: Shown) -> dict[str, Counter[str]]:
    """How many of ``shown`` there are by ``mode``, ``status``, ``region`` and ``plan``."""
    found: dict[str, Counter[str]] = {k: Counter() for k in ("mode", "status", "region", "plan")}
    for key, status in shown.statuses.items():
        project = atlas.by_id[key]
        found["mode"][project.mode.value] += 1
        found["status"][status.value] += 1
        found["region"].update(project.regions)
        found["plan"].update(list(project.statuses))
    return found


def check(atlas: Atlas, chosen: Filter) -> None:
    """Refuse a filter that names a plan or region that does not exist (AtlasError)."""
    _known("plan", "计划", chosen.plans, [plan.id for plan in atlas.plans])
    _known("region", "区域", chosen.regions, [region.id for region in atlas.regions])


def _known(what: str, what_zh: str, chosen: Iterable[str], there: list[str]) -> None:
    for key in sorted(set(chosen) - set(there)):
        raise AtlasError(
            f"{what} {key}",
            zh=f"没有这个{what_zh}，有的是 {'、'.join(there)}",
            en=f"there is no such {what}; there are {', '.join(there)}",
        )
