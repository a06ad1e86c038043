"""Where what was found is: a known project as the atlas has it, a new one as its proposal says."""

from __future__ import annotations

from collections.abc import Callable

from geo.gazetteer import load_gazetteer
from geo.geocode import Located, locate, locate_project
from geo.geojson import Feature
from geo.proposing import route_of
from plans.extraction.extraction import ExtractedMention
from plans.extraction.table import row
from registry.errors import AtlasError
from registry.geometry import Method, Precision
from registry.load import load_registry
from registry.paths import DEFAULT, Paths
from registry.vocab import Mode


def locator(paths: Paths = DEFAULT) -> Callable[[ExtractedMention], Located]:
    """How an extracted mention is placed: as the known project, else as the proposed record.

    Where it is nowhere, the ``note`` says why in both languages; it never raises AtlasError.
    """
    registry, gazetteer = load_registry(paths), load_gazetteer(paths)
    done: dict[object, Located] = {}

    def found(extracted: ExtractedMention) -> Located:
        try:
            if project := registry.projects.get(extracted.mention.project_id):
                return locate_project(project, gazetteer, paths)
            if new := extracted.proposal:
                mode = Mode(new.mode)
                route = route_of(new.stops, new.name, mode, gazetteer, paths, note=new.guess)
                return locate(route, mode, gazetteer, where=new.name, paths=paths)
        except AtlasError as error:
            note = f"{error.zh} / {error.en}"
            return Located(None, Precision.NONE, Method.NONE, "", None, note=note)
        return Located(None, Precision.NONE, Method.NONE, "", None)

    def located(extracted: ExtractedMention) -> Located:
        # The ids of proposals are their document's own; the whole proposal is not.
        key = extracted.mention.project_id or extracted.proposal
        if key not in done:
            done[key] = found(extracted)
        return done[key]

    return located


def feature(extracted: ExtractedMention, located: Located) -> Feature:
    """An extracted mention with its shape, for GeoJSON; how it was located stands beside it."""
    return {
        "id": f"{extracted.plan}-{extracted.mention.start}",
        **row(extracted),
        "uncertainty_m": located.uncertainty_m,
        "located": "; ".join(filter(None, (located.source, located.note))),
    }, located.geometry
