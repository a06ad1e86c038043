"""The tables of a data folder as typed records: the one reader of each CSV and of the projects.

A record has a field for every column of :mod:`registry.columns`, in its order. Nothing heavy is
loaded: the page, the build, the notebook's tables and the analyst's package all read here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from registry import sentences
from registry.columns import (
    COUNTY_LENGTHS,
    FINDINGS_TABLE,
    MENTIONS,
    PLACES,
    Column,
    plan_column,
    project_columns,
)
from registry.errors import AtlasError
from registry.files.cells import Codes
from registry.files.counts import read_rows
from registry.files.csvfile import Row, parse_rows, typed_rows
from registry.files.geojsonfile import (
    Geo,
    Wrong,
    check_columns,
    check_values,
    read_features,
    typed_properties,
)
from registry.files.shapes import check_shape
from registry.geometry import PlaceKind
from registry.outcome.columns import EVENTS_TABLE, OUTCOMES, TIMELINE
from registry.outcome.events import EventKind
from registry.outcome.vocab import (
    Confidence,
    CurrentStatus,
    PromiseKind,
    Scope,
    Strength,
    TimelineState,
    Verdict,
)
from registry.paths import DEFAULT, Paths
from registry.vocab import FindingKind, Mode, Status

R = TypeVar("R")

#: A year, a month or a day.

#: The columns of places.csv, whose rows state neither accuracy nor note.
DERIVED_PLACES = tuple(c for c in PLACES if c.name not in ("accuracy_m", "note"))
#: Half-width in metres within which a derived row's point lies; hand-kept rows state their own.
DERIVED_ACCURACY_M = {PlaceKind.SEAT: 2000.0, PlaceKind.TOWN: 2000.0}
#: China's box in WGS84 degrees: west, south, east, north. Swapped coordinates fall out of it.
CHINA = (73.0, 3.0, 136.0, 54.0)


@dataclass(frozen=True)
class MentionRow:
    """A row of mentions.csv; years are None and other cells ``""`` where a plan says nothing."""

    plan_id: str
    project_id: str
    mode: Mode
    name: str
    clause: str
    as_written: str
    action: str
    status: Status
    start_year: int | None
    complete_year: int | None
    note: str

    @property
    def plan(self) -> str:
        """The id of the plan, as a record of the registry calls it."""
        return self.plan_id


@dataclass(frozen=True)
class EventRow:
    """A row of events.csv; ``date`` is a year, month or day, other cells ``""`` where unknown."""

    project_id: str
    event: EventKind
    date: str
    section: str
    km: float | None
    state: CurrentStatus | str
    text: str
    publisher: str
    title: str
    url: str
    published: str
    looked_at: str
    confidence: Confidence
    disputed: bool
    scope: Scope | str


@dataclass(frozen=True)
class OutcomeRow:
    """A row of outcomes.csv; cells are ``""``, months None, where nothing is known."""

    plan_id: str
    project_id: str
    section: str
    kind: PromiseKind
    promised_year: int
    strength: Strength
    happened_on: str
    verdict: Verdict
    months_late: int | None
    basis: str
    basis_en: str
    sources: str


@dataclass(frozen=True)
class SpanRow:
    """A row of timeline.csv; ``last_year`` is None where the state still holds."""

    project_id: str
    state: TimelineState
    first_year: int
    last_year: int | None


@dataclass(frozen=True)
class FindingRow:
    """A row of findings.csv."""

    project_id: str
    kind: FindingKind
    plan_from: str
    plan_to: str
    was: str
    now: str
    words_zh: str
    words_en: str


@dataclass(frozen=True)
class CountyLengthRow:
    """A row of county_lengths.csv; ``length_km`` is 0 for points and areas, ``has_stop`` 0 or 1."""

    project_id: str
    adcode: str
    county: str
    prefecture: str
    length_km: float
    has_stop: int


@dataclass(frozen=True)
class Place:
    """A gazetteer row; ``lon`` and ``lat`` are WGS84 degrees, ``accuracy_m`` a half-width."""

    name: str
    name_en: str
    kind: PlaceKind
    adcode: str
    lon: float
    lat: float
    accuracy_m: float
    source: str
    note: str = ""

    @property
    def point(self) -> tuple[float, float]:
        """``(lon, lat)``."""
        return self.lon, self.lat

    @property
    def ref(self) -> str:
        """``name@adcode``."""
        return f"{self.name}@{self.adcode}"


@dataclass(frozen=True)
class ProjectRow:
    """A feature of projects.geojson: its values by column and its GeoJSON geometry or None."""

    where: str
    values: Mapping[str, Any]
    geometry: Geo | None

    @property
    def id(self) -> str:
        """The project's id."""
        return str(self.values["id"])


def records(
    path: Path,
    paths: Paths,
    columns: tuple[Column, ...],
    record: type[R],
    *,
    codes: Codes,
    wrong: Wrong | None,
) -> list[R]:
    """The rows of the CSV ``path`` as ``record``; one that is wrong is an error, or told."""
    rows = read_rows(path, paths.label(path), columns, every=True)
    make: Any = record

    def told(row: Row, error: AtlasError) -> None:
        if wrong is not None:
            wrong(row.cells.get("project_id", ""), error)

    typed = typed_rows(rows, columns, codes=codes, wrong=told if wrong else None)
    return [make(**values) for _, values in typed]


def read_mentions(
    paths: Paths = DEFAULT, *, plans: Collection[str], wrong: Wrong | None = None
) -> list[MentionRow]:
    """The rows of mentions.csv; AtlasError too for a plan that is not among the ids ``plans``."""
    return records(paths.mentions, paths, MENTIONS, MentionRow, codes={"plan": plans}, wrong=wrong)


def read_events(paths: Paths = DEFAULT, *, wrong: Wrong | None = None) -> list[EventRow]:
    """The rows of events.csv; AtlasError where one is wrong."""
    return records(paths.events, paths, EVENTS_TABLE, EventRow, codes={}, wrong=wrong)


def read_outcomes(
    paths: Paths = DEFAULT, *, plans: Collection[str], wrong: Wrong | None = None
) -> list[OutcomeRow]:
    """The rows of outcomes.csv; AtlasError too for a plan that is not among the ids ``plans``."""
    return records(paths.outcomes, paths, OUTCOMES, OutcomeRow, codes={"plan": plans}, wrong=wrong)


def read_timeline(paths: Paths = DEFAULT, *, wrong: Wrong | None = None) -> list[SpanRow]:
    """The rows of timeline.csv; AtlasError where one is wrong."""
    return records(paths.timeline, paths, TIMELINE, SpanRow, codes={}, wrong=wrong)


def read_findings(
    paths: Paths = DEFAULT, *, plans: Collection[str], wrong: Wrong | None = None
) -> list[FindingRow]:
    """The rows of findings.csv; AtlasError too for a plan that is not among the ids ``plans``."""
    return records(
        paths.findings, paths, FINDINGS_TABLE, FindingRow, codes={"plan": plans}, wrong=wrong
    )


def read_county_lengths(
    paths: Paths = DEFAULT, *, wrong: Wrong | None = None
) -> list[CountyLengthRow]:
    """The rows of county_lengths.csv; AtlasError where one is wrong."""
    return records(
        paths.county_lengths, paths, COUNTY_LENGTHS, CountyLengthRow, codes={}, wrong=wrong
    )


def read_projects(
    paths: Paths = DEFAULT,
    *,
    plans: Collection[str],
    only: Collection[str] | None = None,
    wrong: Wrong | None = None,
) -> list[ProjectRow]:
    """The features of projects.geojson, in file order.

    Parameters
    ----------
    paths : Paths
        The data folder.
    plans : collection of str
        Ids of the plans; each gives projects a status column.
    only : collection of str, optional
        Read these columns and leave out the others; by default all.
    wrong : callable, optional
        Hears of each project that is wrong, which is left out; by default it is an error.

    Raises
    ------
    AtlasError
        When the file is missing or broken, no feature has one of the columns, or a value is not of
        its column's kind.
    """
    label = paths.label(paths.geojson)
    features = read_features(paths.geojson, label, wrong)
    columns = [
        column
        for column in project_columns((plan, plan, plan) for plan in plans)
        if only is None or column.name in only
    ]
    # The build writes every column; only those of a plan that came after it may lack.
    younger = {plan_column(plan) for plan in plans}
    check_columns(features, (c.name for c in columns if c.name not in younger), label)
    rows = []
    for number, feature in enumerate(features):
        ident = feature["properties"].get("id")
        where = f"{label}: {ident or f'features[{number}]'}"
        try:
            check_values(feature, where)
            check_shape(feature["geometry"], where)
            values = typed_properties(feature, columns, where, {"plan": plans})
        except AtlasError as error:
            if wrong is None:
                raise
            wrong(str(ident or ""), error)
        else:
            rows.append(ProjectRow(where, values, feature["geometry"]))
    return rows


def check_ids(ids: Iterable[str], label: str) -> None:
    """Refuse (AtlasError at ``label``) an id that stands twice."""
    seen: set[str] = set()
    for ident in ids:
        if ident in seen:
            raise sentences.twice(f"{label}: {ident}")
        seen.add(ident)


def parse_places(
    text: str, label: str, *, columns: tuple[Column, ...] = PLACES
) -> list[tuple[str, Place]]:
    """The rows of a gazetteer file as (where, place).

    ``columns`` are :data:`DERIVED_PLACES` for places.csv; those of sites.csv state their accuracy.

    Raises
    ------
    AtlasError
        At file, line and name, for a cell that is not of its column's kind, a position outside
        China or an accuracy that is not positive.
    """
    return _placed(parse_rows(text, label, columns, closed=True), columns)


def _placed(rows: list[Row], columns: tuple[Column, ...]) -> list[tuple[str, Place]]:
    places = []
    for where, values in typed_rows(rows, columns, named="name"):
        given: dict[str, Any] = dict(values)
        given.setdefault("accuracy_m", DERIVED_ACCURACY_M.get(given["kind"]))
        if given["accuracy_m"] is None:
            raise sentences.empty(f"{where}: accuracy_m")
        place = Place(**given)
        _check_position(place, where)
        places.append((where, place))
    return places


def _check_position(place: Place, where: str) -> None:
    west, south, east, north = CHINA
    if not (west <= place.lon <= east and south <= place.lat <= north):
        raise AtlasError(
            f"{where}: lon, lat",
            zh=f"{place.lon}, {place.lat} 不在中国范围内",
            en=f"{place.lon}, {place.lat} lies outside China",
        )
    if place.accuracy_m <= 0:
        raise sentences.not_positive(f"{where}: accuracy_m", place.accuracy_m)


def read_derived(paths: Paths = DEFAULT) -> list[tuple[str, Place]]:
    """The gazetteer's rows that a script derived (places.csv), as :func:`parse_places`."""
    label = paths.label(paths.places)
    rows = read_rows(paths.places, label, DERIVED_PLACES, closed=True)
    return _placed(rows, DERIVED_PLACES)


def read_sites(paths: Paths = DEFAULT) -> list[tuple[str, Place]]:
    """The gazetteer's hand-kept rows (sites.csv), as :func:`parse_places`."""
    label = paths.label(paths.sites)
    return _placed(read_rows(paths.sites, label, PLACES, closed=True), PLACES)
