"""Where what was found is: a known project as the atlas has it, a new one as its proposal says."""

from __future__ import annotations

from collections.abc import Callable

from geo.gazetteer import load_gazetteer
from geo.geocode import Located, locate, locate_project
from geo.geojson import Feature
from geo.proposing import route_of
from plans.findings.findings import Finding
from plans.findings.table import row
from registry.errors import AtlasError
from registry.geometry import Method, Precision
from registry.load import load_registry
from registry.paths import DEFAULT, Paths
from registry.vocab import Mode


def locator(paths: Paths = DEFAULT) -> Callable[[Finding], Located]:
    """How a finding is put on the map: as the known project, else as the proposed record.

    Where it is nowhere, the ``note`` says why in both languages; it never raises AtlasError.
    """
    registry, gazetteer = load_registry(paths), load_gazetteer(paths)
    done: dict[object, Located] = {}

    def found(finding: Finding) -> Located:
        try:
            if project := registry.projects.get(finding.mention.project_id):
                return locate_project(project, gazetteer, paths)
            if new := finding.proposal:
                mode = Mode(new.mode)
                route = route_of(new.stops, new.name, mode, gazetteer, paths, note=new.guess)
                return locate(route, mode, gazetteer, where=new.name, paths=paths)
        except AtlasError as error:
            note = f"{error.zh} / {error.en}"
            return Located(None, Precision.NONE, Method.NONE, "", None, note=note)
        return Located(None, Precision.NONE, Method.NONE, "", None)

    def located(finding: Finding) -> Located:
        # The ids of proposals are their document's own; the whole proposal is not.
        key = finding.mention.project_id or finding.proposal
        if key not in done:
            done[key] = found(finding)
        return done[key]

    return located


def feature(finding: Finding, located: Located) -> Feature:
    """A finding with its shape, for GeoJSON; how it was located stands beside it."""
    return {
        "id": f"{finding.plan}-{finding.mention.start}",
        **row(finding),
        "uncertainty_m": located.uncertainty_m,
        "located": "; ".join(filter(None, (located.source, located.note))),
    }, located.geometry
