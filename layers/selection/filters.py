"""What a filter means. ``web/src/core/filter.js`` says the same for files without a server.

A project stays when any selected plan names it; its status is that in the newest of the
selected plans that says what is to be done. An empty choice means no restriction, except for
modes, where the default shows the four core ones. A place is a county or a prefecture by its
adcode, which a project touches by the rule of regions; a year is one that the selected plans
promise for start or completion, :data:`NO_YEAR` where they promise none. Of shapes a project must
be as near as ``near`` says, and touch ``box`` and ``within``, as it is drawn.
A finding is of the project's whole history, whatever plans are selected; how far it is by facts,
and the verdicts on its promises, too. A precision is how its place was found, ``none`` where it
has no place and is on no map.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from facts.steps import newest
from layers.records.model import Atlas, Project
from layers.search.matcher import find
from layers.selection.where import Shape, in_shapes
from registry.geometry import Precision
from registry.land.touching import touches
from registry.naming import words_of
from registry.outcome.vocab import CurrentStatus, Verdict
from registry.vocab import CORE_MODES, FindingKind, Mode, Status

#: The year of a project for which no year is promised.
NO_YEAR = 0


@dataclass(frozen=True)
class Filter:
    """A choice of plans, statuses, regions, modes, places, years, findings, and of words.

    ``statuses`` are those of the plans, ``currents`` how far projects are by facts; ``near``,
    ``box`` and ``within`` are shapes as :mod:`layers.selection.where` reads them.
    """

    plans: frozenset[str] = frozenset()
    statuses: frozenset[Status] = frozenset()
    regions: frozenset[str] = frozenset()
    modes: frozenset[Mode] = frozenset(CORE_MODES)
    query: str = ""
    places: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    findings: frozenset[FindingKind] = frozenset()
    currents: frozenset[CurrentStatus] = frozenset()
    verdicts: frozenset[Verdict] = frozenset()
    precisions: frozenset[Precision] = frozenset()
    near: Shape = ()
    box: Shape = ()
    within: Shape = ()

    @classmethod
    def everything(cls) -> Filter:
        """No restriction at all, the other modes included."""
        return cls(modes=frozenset())


@dataclass(frozen=True)
class Shown:
    """What a filter leaves: ids in the registry's order, with words of a search the best first.

    Each with the status that counts.
    """

    statuses: Mapping[str, Status] = field(default_factory=dict)

    @property
    def ids(self) -> list[str]:
        """The ids that stay."""
        return list(self.statuses)

    def __len__(self) -> int:
        """How many projects stay."""
        return len(self.statuses)


def status_in(atlas: Atlas, project: Project, plans: frozenset[str]) -> Status | None:
    """Status of ``project`` in the newest of ``plans`` (all when empty) that says what to do.

    Named only where none of them says more, None if none names it.
    """
    told = [project.statuses.get(plan.id) for plan in atlas.plans if not plans or plan.id in plans]
    return newest(told)


def years_in(project: Project, plans: frozenset[str]) -> set[int]:
    """The years that ``plans`` (all when empty) promise for start or completion."""
    years = {
        year
        for mention in project.mentions
        if not plans or mention.plan in plans
        for year in (mention.start_year, mention.complete_year)
        if year
    }
    return years or {NO_YEAR}


def kinds_of(project: Project) -> set[FindingKind]:
    """The kinds of finding that the history of ``project`` holds."""
    return {finding.kind for finding in project.findings}


def place_prefix(adcode: str) -> str:
    """How the adcodes of all counties in a place begin: 510100 -> 5101, 500000 -> 50."""
    while adcode.endswith("00"):
        adcode = adcode[:-2]
    return adcode


def touches_place(project: Project, adcode: str) -> bool:
    """Whether ``project`` touches a county or prefecture: by the rule of regions."""
    begins = place_prefix(adcode)
    linear = any(share.length_km for share in project.shares)
    inside = (share for share in project.shares if share.adcode.startswith(begins))
    return touches(inside, linear=linear)


def _fits(project: Project, chosen: Filter) -> bool:
    """Whether ``project`` has one of the values chosen of each kind, status and query aside."""
    if chosen.modes and project.mode not in chosen.modes:
        return False
    if chosen.regions and chosen.regions.isdisjoint(project.regions):
        return False
    if chosen.places and not any(touches_place(project, code) for code in chosen.places):
        return False
    if chosen.years and chosen.years.isdisjoint(years_in(project, chosen.plans)):
        return False
    if chosen.findings and chosen.findings.isdisjoint(kinds_of(project)):
        return False
    if chosen.currents and project.now.status not in chosen.currents:
        return False
    if chosen.verdicts and chosen.verdicts.isdisjoint(project.now.verdicts):
        return False
    placed = not chosen.precisions or project.precision in chosen.precisions
    return placed and in_shapes(project, near=chosen.near, box=chosen.box, within=chosen.within)


def apply(atlas: Atlas, chosen: Filter) -> Shown:
    """The projects that ``chosen`` leaves."""
    kept: dict[str, Status] = {}
    for project in _meant(atlas, chosen.query):
        status = status_in(atlas, project, chosen.plans)
        if status is None or (chosen.statuses and status not in chosen.statuses):
            continue
        if _fits(project, chosen):
            kept[project.id] = status
    return Shown(kept)


def _meant(atlas: Atlas, query: str) -> Iterable[Project]:
    """The projects that a search means, the best first; all where it is blank."""
    if not words_of(query):
        return atlas.projects
    return (atlas.by_id[key] for key in find(atlas, query).ids)


def counts(atlas: Atlas, shown: Shown) -> dict[str, Counter[str]]:
    """How many of ``shown`` there are of each code, by what it is a code of."""
    fields = ("mode", "status", "region", "plan", "finding", "current", "verdict", "precision")
    counted: dict[str, Counter[str]] = {field: Counter() for field in fields}
    for key, status in shown.statuses.items():
        project = atlas.by_id[key]
        counted["mode"][project.mode.value] += 1
        counted["status"][status.value] += 1
        counted["region"].update(project.regions)
        counted["plan"].update(list(project.statuses))
        counted["finding"].update(str(kind) for kind in kinds_of(project))
        counted["current"][project.now.status.value] += 1
        counted["verdict"].update(str(verdict) for verdict in project.now.verdicts)
        counted["precision"][project.precision.value] += 1
    return counted
