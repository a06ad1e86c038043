"""Where what was found is: a known project as the atlas has it, a new one by its places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from shapely.geometry.base import BaseGeometry

from geo.gazetteer import Gazetteer, load_gazetteer
from geo.geocode import Located, locate_project
from geo.geojson import feature_collection
from geo.locate import find
from plans.findings.findings import Finding, Findings
from plans.findings.table import row
from plans.records import Mention
from registry.errors import AtlasError
from registry.load import Registry
from registry.paths import Paths
from registry.vocab import Precision
from review.source import Course, Shape

#: Decimals of a degree in what is drawn: ten metres.
DECIMALS = 4
_KINDS = {"Point": "P", "LineString": "L", "Polygon": "A"}


@dataclass
class Locator:
    """Locates mentions with the places, rivers and networks of one data folder."""

    paths: Paths
    registry: Registry

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return load_gazetteer(self.paths)

    def located(self, mention: Mention) -> Located:
        """Where the project of a mention is; AtlasError with the reason where it is nowhere."""
        if project := self.registry.projects.get(mention.project_id):
            return locate_project(project, self._gazetteer, self.paths)
        answer = find(mention.name, self.registry, self._gazetteer, self.paths)
        if answer.project:  # named alike, but not the one that was matched
            raise AtlasError(mention.name, zh="没有可以定位的地名", en="names no place")
        return answer.located

    def shape(self, mention: Mention) -> Shape:
        """Where a new project is, to be drawn; never raises."""
        try:
            found = self.located(mention)
        except AtlasError as error:
            return Shape("", (), Precision.NONE, (error.zh, error.en))
        geometry = found.geometry
        if geometry is None or geometry.is_empty:
            return Shape("", (), found.precision, (found.source, found.source))
        kind = _KINDS[geometry.geom_type.removeprefix("Multi")]
        return Shape(kind, tuple(_courses(geometry)), found.precision, (found.source, found.source))

    def feature(self, finding: Finding) -> tuple[Mapping[str, object], BaseGeometry | None]:
        """A finding with its shape, for GeoJSON; how precise it is stands beside it."""
        properties = {"id": f"{finding.plan}-{finding.mention.start}", **row(finding)}
        try:
            located = self.located(finding.mention)
        except AtlasError as error:
            why = f"{error.zh} / {error.en}"
            return {**properties, "precision": Precision.NONE.value, "located": why}, None
        told = {"precision": located.precision.value, "located": located.source}
        return {**properties, **told}, located.geometry


def _courses(geometry: BaseGeometry) -> Iterator[Course]:
    for part in getattr(geometry, "geoms", [geometry]):
        line = part.exterior if part.geom_type == "Polygon" else part
        yield [[round(x, DECIMALS), round(y, DECIMALS)] for x, y in line.coords]


def geojson(findings: Findings, locator: Locator) -> str:
    """What counts after review as GeoJSON, the same rows as the table."""
    return feature_collection(map(locator.feature, findings.found), decimals=5)
