"""What the map is made from, once read: plans, regions, projects, mentions, events, places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from registry.borders import Borders
from registry.errors import AtlasError
from registry.geometry import Basis, Method, Precision
from registry.land.titles import Titles
from registry.land.touching import Share
from registry.outcome.vocab import (
    CurrentStatus,
    PromiseKind,
    Strength,
    TimelineState,
    Verdict,
)
from registry.tables import EventRow, MentionRow, PlanRow
from registry.vocab import FindingKind, Mode, Status

#: A GeoJSON object as ``json`` reads it; coordinates are WGS84 longitude, latitude.
Geo = dict[str, Any]


@dataclass(frozen=True)
class Region:
    """A planning region and the counties it is made of (6-digit adcodes)."""

    id: str
    name: str
    name_en: str
    members: tuple[str, ...]
    area_km2: float | None
    definition: str
    source: str = ""


@dataclass(frozen=True)
class Source:
    """Where a fact comes from; what is not known is empty."""

    publisher: str
    title: str = ""
    url: str = ""
    published: str = ""


@dataclass(frozen=True)
class Promised:
    """The promise that stands for a project, and what became of it; None where not known."""

    kind: PromiseKind
    year: int
    happened: str
    months_late: int | None


@dataclass(frozen=True)
class Now:
    """How far a project is by facts: since when, and the date of the newest sign.

    ``words`` say it in Chinese and in English; ``[1]`` in them is the first of ``sources``.
    """

    status: CurrentStatus = CurrentStatus.UNKNOWN
    since: str = ""
    seen: str = ""
    share: float | None = None
    words: tuple[str, str] = ("", "")
    sources: tuple[Source, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    promised: Promised | None = None


@dataclass(frozen=True)
class Finding:
    """What changed or slipped from one plan to another (ids).

    ``was`` and ``now`` are codes of status or years; ``words`` say it in Chinese and English.
    """

    kind: FindingKind
    plan_from: str
    plan_to: str
    was: str
    now: str
    words: tuple[str, str]


@dataclass(frozen=True)
class Outcome:
    """What became of a promise with a year.

    ``happened`` is a year, month or day, ``section`` that of the fact that decides, both ``""``
    where there is none; ``months_late`` is None unless the promise was late and the month is known.
    ``basis`` says how the verdict was reached, in Chinese and English.
    """

    plan: str
    kind: PromiseKind
    year: int
    strength: Strength
    section: str
    happened: str
    verdict: Verdict
    months_late: int | None
    basis: tuple[str, str]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Span:
    """Years, both included, on whose 31 December a state holds; ``last`` None: it still does."""

    state: TimelineState
    first: int
    last: int | None


@dataclass(frozen=True)
class Stop:
    """A place that a project runs through; WGS84 degrees."""

    name: str
    lon: float
    lat: float


@dataclass(frozen=True)
class Leg:
    """A leg of a line from one stop to the next; ``uncertainty_m`` is a half-width in metres."""

    start: str
    end: str
    uncertainty_m: float
    method: Method
    basis: Basis
    sources: tuple[str, ...]
    geometry: Geo


@dataclass(frozen=True)
class Project:
    """One project with its mentions (plan date order) and events (date order).

    ``lengths`` in kilometres, ``uncertainty_m`` in metres (half-width), ``geometry`` in WGS84 or
    None; ``statuses`` maps the id of each plan that names it to the status there, ``county_km``
    the adcode of each county its line runs through to the kilometres there.
    """

    id: str
    name: str
    name_en: str
    aliases: tuple[str, ...]
    mode: Mode
    part_of: str
    statuses: Mapping[str, Status]
    regions: tuple[str, ...]
    prefectures: tuple[str, ...]
    counties: tuple[str, ...]
    length_km: float | None
    official_km: float | None
    precision: Precision
    method: str
    source: str
    uncertainty_m: float | None
    uncertainty_median_m: float | None
    route_basis: str
    route_note: str
    stops: tuple[Stop, ...]
    note: str
    geometry: Geo | None
    mentions: tuple[MentionRow, ...] = ()
    events: tuple[EventRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    spans: tuple[Span, ...] = ()
    legs: tuple[Leg, ...] = ()
    county_km: Mapping[str, float] = field(default_factory=dict)
    #: What it has in each of its counties.
    shares: tuple[Share, ...] = ()
    #: Its cells in the columns that are listed as they stand.
    listed: tuple[str | float, ...] = ()
    #: Whether somebody has checked the record against the plans.
    reviewed: bool = True
    #: When a source of its facts was last looked at: a day, empty where none was.
    looked_at: str = ""
    now: Now = Now()


@dataclass(frozen=True)
class Place:
    """A gazetteer row; WGS84 degrees."""

    name: str
    name_en: str
    kind: str
    adcode: str
    lon: float
    lat: float


@dataclass(frozen=True)
class Missing:
    """A project that is not shown since a built file is wrong about it: its id and why.

    The id is empty for what was left out and names no project.
    """

    id: str
    why: AtlasError


@dataclass(frozen=True)
class Atlas:
    """Everything the map shows, and which projects are ``missing`` from it.

    ``as_of`` is the day of the facts, on which every verdict holds; ``""`` where it is not known.
    """

    plans: tuple[PlanRow, ...]
    regions: tuple[Region, ...]
    projects: tuple[Project, ...]
    places: tuple[Place, ...]
    borders: Borders
    rivers: list[Geo]
    by_id: Mapping[str, Project] = field(default_factory=dict)
    titles: Titles = field(default_factory=Titles)
    as_of: str = ""
    missing: tuple[Missing, ...] = ()
