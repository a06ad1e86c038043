"""The registry's projects with what geography says of each: where it is, its counties, regions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from facts.steps import Finding, findings
from geo.boundaries import load_counties
from geo.gazetteer import Gazetteer
from geo.geocode import Located, locate_project
from geo.legs.bands import Widths, load_widths
from geo.membership import members, regions_of, shares
from registry.land.touching import Share
from registry.load import Registry
from registry.models import Mention, Project
from registry.paths import DEFAULT, Paths
from registry.vocab import Mode

#: Passes projects on one by one and may show how many are done.
Progress = Callable[[list[Project]], Iterable[Project]]


@dataclass(frozen=True)
class Built:
    """A project, where it is, what it has in each county, and what stands out across plans."""

    project: Project
    located: Located
    shares: list[Share]
    regions: list[str]
    findings: list[Finding]


def ordered_mentions(project: Project, plans: Iterable[str]) -> list[Mention]:
    """The mentions by plan date; within a plan as the file has them."""
    order = {plan: number for number, plan in enumerate(plans)}
    return sorted(project.mentions, key=lambda mention: order[mention.plan])


def build_projects(
    registry: Registry,
    gazetteer: Gazetteer,
    paths: Paths = DEFAULT,
    progress: Progress = iter,
    widths: Widths | None = None,
) -> list[Built]:
    """Every project located and counted, by mode and id; ``progress`` passes them on.

    ``widths`` of the bands are by default those of the last build.
    """
    known = load_widths(paths) if widths is None else widths

    def where(project: Project) -> Located:
        return locate_project(project, gazetteer, paths, known)

    return counted(registry, where, paths, progress)


def counted(
    registry: Registry,
    where: Callable[[Project], Located],
    paths: Paths = DEFAULT,
    progress: Progress = iter,
) -> list[Built]:
    """Every project, by mode and id, with all that :class:`Built` holds.

    ``where`` locates a project, ``progress`` passes them on one by one.
    """
    counties = load_counties(paths)
    plans = list(registry.plans)
    adcodes = [str(code) for code in counties["adcode"]]
    region_counties = {r.id: members(r, adcodes) for r in registry.regions.values()}
    order = list(Mode)
    result = []
    ordered = sorted(registry.projects.values(), key=lambda p: (order.index(p.mode), p.id))
    for project in progress(ordered):
        located = where(project)
        county_shares = shares(located.geometry, [stop.point for stop in located.stops], counties)
        linear = located.length_km is not None
        result.append(
            Built(
                project,
                located,
                county_shares,
                regions_of(county_shares, linear=linear, region_counties=region_counties),
                findings(plans, project.mentions),
            )
        )
    return result
