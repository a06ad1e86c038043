"""Where the data live. Every other module asks here, so that a folder is named once."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Paths:
    """The files of one data folder; ``Paths()`` is the shipped one."""

    data: Path = ROOT / "data"

    @property
    def docs(self) -> Path:
        """Where pages that are built go: inside the folder, or beside one called ``data``."""
        own = self.data / "docs"
        return own if own.is_dir() or self.data.name != "data" else self.data.parent / "docs"

    @property
    def titles(self) -> Path:
        """What the data folder calls itself."""
        return self.data / "atlas.yaml"

    @property
    def plans(self) -> Path:
        """The plans: id, title, issuer, dates."""
        return self.data / "plans.yaml"

    @property
    def regions(self) -> Path:
        """The planning regions and the adcodes they are made of."""
        return self.data / "regions.yaml"

    @property
    def facts(self) -> Path:
        """The day of the facts, and the hosts that are no source."""
        return self.data / "facts.yaml"

    @property
    def projects(self) -> Path:
        """The registry: ``<mode>/<id>.yaml``."""
        return self.data / "projects"

    @property
    def schema(self) -> Path:
        """JSON Schemas of the YAML files, for editors."""
        return self.data / "schema"

    @property
    def places(self) -> Path:
        """Gazetteer rows derived by script: county seats and towns."""
        return self.data / "places.csv"

    @property
    def sites(self) -> Path:
        """Gazetteer rows kept by hand: stations, ports, dams, fields, interchanges."""
        return self.data / "sites.csv"

    @property
    def faults(self) -> Path:
        """Faults that were found in lines and places, and what they are measured against."""
        return self.data / "faults.csv"

    @property
    def lines(self) -> Path:
        """Lines that a source gives, drawn between stops; a folder may have none."""
        return self.data / "lines.geojson"

    @property
    def published_lengths(self) -> Path:
        """Published kilometres by county, city or section, kept by hand; a folder may have none."""
        return self.data / "published_lengths.csv"

    @property
    def boundaries(self) -> Path:
        """Provinces, prefectures, counties and regions; ``display/`` holds the light copies."""
        return self.data / "boundaries"

    @property
    def borders(self) -> Path:
        """The display boundaries as arcs, which the map draws."""
        return self.boundaries / "display" / "borders.json"

    @property
    def reference(self) -> Path:
        """Lines that geometry is taken from: rivers, and the rail and road networks."""
        return self.data / "reference"

    @property
    def rivers(self) -> Path:
        """Centre lines of the named rivers."""
        return self.reference / "rivers.geojson"

    @property
    def geojson(self) -> Path:
        """Built: the projects that every reader loads."""
        return self.data / "projects.geojson"

    @property
    def legs(self) -> Path:
        """Built: the legs of lines between their stops, each with its band."""
        return self.data / "legs.geojson"

    @property
    def bands(self) -> Path:
        """Built: how wide bands are, by mode, basis and method, and what that rests on."""
        return self.data / "bands.csv"

    @property
    def mentions(self) -> Path:
        """Built: one row a mention."""
        return self.data / "mentions.csv"

    @property
    def events(self) -> Path:
        """Built: one row a fact that public sources report after the plans."""
        return self.data / "events.csv"

    @property
    def findings(self) -> Path:
        """Built: one row a step or slip between plans."""
        return self.data / "findings.csv"

    @property
    def outcomes(self) -> Path:
        """Built: one row a promise with a year, and what became of it."""
        return self.data / "outcomes.csv"

    @property
    def timeline(self) -> Path:
        """Built: spans of years in which a project is built, partly open, open or promised."""
        return self.data / "timeline.csv"

    @property
    def county_lengths(self) -> Path:
        """Built: kilometres of each project in each county."""
        return self.data / "county_lengths.csv"

    @property
    def counts(self) -> Path:
        """How many rows each table has that a program writes, so that one cut off is noticed."""
        return self.data / "rows.json"

    @property
    def report(self) -> Path:
        """Built: how each project's geometry was found."""
        return self.docs / "geometry.md"

    @property
    def dictionary(self) -> Path:
        """Built: what every column and field means, in both languages."""
        return self.docs / "data-dictionary.md"

    @property
    def retired(self) -> Path:
        """Ids that no longer stand for a project, and why."""
        return self.data / "retired.yaml"

    @property
    def released(self) -> Path:
        """The ids of the last release, one a line."""
        return self.data / "released.txt"

    @property
    def accepted(self) -> Path:
        """What ``python -m plans accept`` has proposed, a file a plan, so that it can be undone."""
        return self.data / "accepted"

    @property
    def releases(self) -> Path:
        """One small table a release; the feed and the page of changes are built from them."""
        return self.data / "releases"

    @property
    def feed(self) -> Path:
        """Built: an Atom feed with an entry a release."""
        return self.releases / "feed.atom"

    @property
    def changes(self) -> Path:
        """Built: the page of what changed from release to release, and since the last."""
        return self.docs / "changes.md"

    def label(self, path: Path) -> str:
        """``path`` as a user knows it: relative to the folder that holds ``data``."""
        try:
            return path.relative_to(self.data.parent).as_posix()
        except ValueError:
            return path.as_posix()


DEFAULT = Paths()


def real(path: Path) -> Path:
    """``path`` from the root on, as far as links lead.

    Of a link that leads to itself, which pathlib makes an error of, it is the link.
    """
    return Path(os.path.realpath(path))
