"""Where what was found is: a known project as the atlas has it, a new one as its proposal says."""

from __future__ import annotations

from collections.abc import Callable

from geo.gazetteer import Gazetteer, load_gazetteer
from geo.geocode import Located, locate, locate_project
from geo.geojson import Feature
from geo.proposing import route_of
from plans.extraction.extraction import ExtractedMention
from plans.extraction.table import row
from plans.matching.propose import Proposal
from registry.errors import AtlasError
from registry.geometry import Method, Precision
from registry.load import Registry, load_registry
from registry.paths import DEFAULT, Paths
from registry.vocab import Mode

Locate = Callable[[ExtractedMention], Located]
#: Where the records are that were proposed for one document.
Proposed = dict[Proposal, Located]


def locator(paths: Paths = DEFAULT) -> Locate:
    """As :func:`locator_of`, of a data folder."""
    return locator_of(load_registry(paths), load_gazetteer(paths), paths, {}, {})


def locator_of(
    registry: Registry,
    gazetteer: Gazetteer,
    paths: Paths,
    known: dict[str, Located],
    proposed: Proposed,
) -> Locate:
    """How an extracted mention is placed: as the known project, else as the proposed record.

    Where it is nowhere, the ``note`` says why in both languages; it never raises AtlasError.
    Known projects are kept in ``known``, by id, for any document; proposals, which are a
    document's own, in ``proposed``.
    """

    def safely(locate_it: Callable[[], Located]) -> Located:
        try:
            return locate_it()
        except AtlasError as error:
            note = f"{error.zh} / {error.en}"
            return Located(None, Precision.NONE, Method.NONE, "", None, note=note)

    def of_proposal(new: Proposal) -> Located:
        mode = Mode(new.mode)
        route = route_of(new.stops, new.name, mode, gazetteer, paths, note=new.guess)
        return locate(route, mode, gazetteer, where=new.name, paths=paths)

    def located(extracted: ExtractedMention) -> Located:
        if project := registry.projects.get(extracted.mention.project_id):
            if project.id not in known:
                known[project.id] = safely(lambda: locate_project(project, gazetteer, paths))
            return known[project.id]
        if new := extracted.proposal:
            if new not in proposed:
                proposed[new] = safely(lambda: of_proposal(new))
            return proposed[new]
        return Located(None, Precision.NONE, Method.NONE, "", None)

    return located


def feature(extracted: ExtractedMention, located: Located) -> Feature:
    """An extracted mention with its shape, for GeoJSON; how it was located stands beside it."""
    return {
        "id": f"{extracted.plan}-{extracted.mention.start}",
        **row(extracted),
        "uncertainty_m": located.uncertainty_m,
        "located": "; ".join(filter(None, (located.source, located.note))),
    }, located.geometry
