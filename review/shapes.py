"""Where what was found is, as the page draws it and as GeoJSON."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from shapely.geometry.base import BaseGeometry

from geo.gazetteer import load_gazetteer
from geo.geocode import Located
from geo.geojson import feature_collection
from plans.commands.placing import Proposed, feature, locator_of
from plans.extraction.extraction import ExtractedMention, Extraction
from plans.matching.propose import propose_all
from plans.records import Mention
from registry.land.extent import load_land
from registry.load import Registry, load_retired
from registry.paths import Paths
from review.source import Part, Shape

#: Decimals of a degree in what is drawn: ten metres.
DECIMALS = 4
_KINDS = {"Point": "P", "LineString": "L", "Polygon": "A"}


class Locator:
    """Locates mentions with the places, rivers and networks of one data folder.

    All readers share it: of a document it keeps nothing but in what the document gives it.
    """

    def __init__(self, paths: Paths, registry: Registry) -> None:
        gazetteer, known = load_gazetteer(paths), dict[str, Located]()
        self._begin = partial(locator_of, registry, gazetteer, paths, known)
        self._taken: Collection[str] = {*registry.projects, *load_retired(paths)}
        self._home: Sequence[str] = load_land(paths).provinces

    def shapes(self, mentions: Sequence[Mention], proposed: Proposed) -> Iterator[Shape | None]:
        """Where each new project is, None for a known one, one after another.

        They are taken together, since names may share a place. ``proposed`` is what was located
        of the same document before; it is added to.
        """
        located = self._begin(proposed)
        made = propose_all(mentions, self._taken, self._home)
        for mention, proposal in zip(mentions, made, strict=True):
            new = proposal and ExtractedMention("", mention, proposal)
            yield shape_of(located(new)) if new else None

    def propose(self, extraction: Extraction) -> Extraction:
        """``extraction`` with the records proposed for new projects and how precise each is."""
        located = self._begin({})
        extraction.propose(self._taken, self._home)
        extraction.place(lambda extracted: located(extracted).precision.value)
        return extraction

    def geojson(self, extraction: Extraction) -> str:
        """The extracted mentions as GeoJSON, the same rows as the table."""
        located = self._begin({})
        return feature_collection((feature(f, located(f)) for f in extraction.found), decimals=5)


def shape_of(located: Located) -> Shape:
    """What is drawn of a place that was found, or was not."""
    told = "; ".join(filter(None, (located.source, located.note)))
    zh, _, en = told.partition(" / ")
    geometry = located.geometry
    if geometry is None or geometry.is_empty:
        return Shape("", (), located.precision, (zh, en or zh))
    kind = _KINDS[geometry.geom_type.removeprefix("Multi")]
    return Shape(kind, tuple(_parts(geometry)), located.precision, (zh, en or zh))


def _parts(geometry: BaseGeometry) -> Iterator[Part]:
    for part in getattr(geometry, "geoms", [geometry]):
        line = part.exterior if part.geom_type == "Polygon" else part
        yield [[round(x, DECIMALS), round(y, DECIMALS)] for x, y in line.coords]
