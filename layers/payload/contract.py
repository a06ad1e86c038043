"""What Python gives the view: the one model of it.

``python -m scripts.derive_contract`` writes it as JSON Schema (``contract.schema.json``) and as
types for the view's JavaScript (``web/src/core/payload/contract.d.ts``). What is sent holds rows
of the types in :data:`ROWS` as lists, in the order of the fields here
(:mod:`layers.payload.compact`); ``web/src/core/payload/expand.js`` names them again, and nothing
else in the view knows an order.

``Index`` is a place in the list of the payload that the field names. A position is in whole steps,
``scale`` of them to a degree of WGS84: ``x`` east, ``y`` north. A line is packed by
:mod:`layers.payload.packing`.
"""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from layers.payload.grammar import Grammar
from layers.payload.ground import Arc, Base, County, Neighbour, Prefecture, River
from layers.payload.looks import Style
from layers.payload.stretches import Legs as Legs
from layers.payload.stretches import Span as Span

Index = int
#: Chinese and English; either may be empty, not both.
Pair = tuple[str, str]
#: Packed steps from point to point.
PackedLine = str


class Plan(TypedDict):
    """A plan, in the order of their dates."""

    id: str
    title: Pair
    short: Pair
    """A few characters for chips, columns and legends."""
    issuer: str
    number: str
    """Document number as printed, or empty."""
    date: str
    """Year, month or day."""


class Region(TypedDict):
    """A planning region."""

    id: str
    name: Pair
    counties: list[Index]


class Stop(TypedDict):
    """A place that projects run through; lines that meet share it."""

    name: str
    x: int
    y: int
    name_en: str


class Mention(TypedDict):
    """One naming of a project in a plan."""

    plan: Index
    clause: str
    as_written: str
    action: str
    status: Index
    start_year: int
    """Year promised for the start, or 0."""
    complete_year: int
    """Year promised for completion, or 0."""
    note: str


class Source(TypedDict):
    """Where facts come from; what is not known is empty."""

    publisher: str
    title: str
    url: str
    published: str
    """Year, month or day."""


class Event(TypedDict):
    """What public sources report after the plan."""

    event: str
    date: str
    section: str
    state: str
    """For a report of progress: how far the source says it is, as in ``current_statuses``."""
    text: str
    source: Index
    confidence: str
    disputed: int
    """1 where another source says otherwise, else 0."""
    scope: str
    """``before`` for a fact of an older line, ``outside`` for one of a section not drawn."""
    decides: int
    """1 where it may decide how far the project is, else 0."""


class Finding(TypedDict):
    """What changed or slipped from one plan to another."""

    kind: str
    plan_from: Index
    plan_to: Index
    """-1 where the finding is not about a second plan."""
    words_zh: str
    words_en: str


class Outcome(TypedDict):
    """What became of a promise with a year, on the day of the facts."""

    plan: Index
    kind: str
    year: int
    """The year promised."""
    strength: str
    section: str
    """Of the fact that decides, or empty."""
    happened: str
    """Year, month or day, or empty."""
    verdict: str
    months: int
    """Whole months late, or 0 where it was not late or only a year is known."""
    basis_zh: str
    """How the verdict was reached."""
    basis_en: str
    sources: list[Index]


class ListedColumn(TypedDict):
    """A column of the list that is shown as it stands."""

    label: Pair
    numeric: int
    """1 for numbers, else 0."""


class Called(TypedDict):
    """What a project may be called, as the search compares names (:mod:`layers.search.index`)."""

    own: list[str]
    """Its own name: with words of one meaning made one, and as it stands."""
    too: list[str]
    """Its other names."""
    written: list[str]
    """How plans and English write it, and its id."""
    stems: list[str]
    """What of all these stands before the kind of works, and its ends."""
    routes: list[str]
    """Its ends, parted by blanks; each with what else may stand for it, parted by ``/``."""
    english: str
    """The words of its English name."""


class Search(TypedDict):
    """What the search goes by (:mod:`layers.search.tables`)."""

    characters: dict[str, str]
    """Characters and the forms that are read as them."""
    alike: list[tuple[str, str]]
    """What is written in several ways, and how it is compared; in order."""
    heads: list[str]
    """What a name may begin with and mean no other project."""
    tails: list[str]
    kinds: dict[str, list[str]]
    """Kinds of works by the mode that they say."""
    units: str
    english: dict[str, str]
    """English words, and those they mean."""
    ear: list[tuple[str, str]]
    """How pinyin is heard; in order."""
    looks: list[str]
    """Characters that are taken for each other."""
    provinces: str
    telling: str
    """Characters that tell one place, or one of a kind, from another."""
    ways: list[list[str]]
    """The ways in which a name answers, in groups, the best first."""
    numbers: dict[str, int]


class Longest(TypedDict):
    """The most characters of a part of a note."""

    text: int
    source: int
    contact: int


class Notes(TypedDict):
    """What a correction note needs (:mod:`registry.notes`)."""

    kinds: list[str]
    data: str
    """Which data these are."""
    longest: Longest


class Project(TypedDict):
    """A project; a field that would be empty is left out."""

    id: str
    name: Pair
    mode: str
    precision: str
    history: Index
    """Its place in ``histories``."""
    called: Called
    record: str
    """Another one where what is shown of it has changed (:mod:`layers.records.digest`)."""
    unreviewed: NotRequired[int]
    """1 where nobody has checked the record against the plans."""
    looked_at: NotRequired[str]
    """When a source of its facts was last looked at."""
    aliases: NotRequired[list[str]]
    part_of: NotRequired[str]
    """Id of the whole it is a section of."""
    regions: NotRequired[list[Index]]
    counties: NotRequired[list[Index]]
    county_km: NotRequired[list[float]]
    """Kilometres in each of ``counties``, to a tenth; no sum is more than ``km``."""
    grazes: NotRequired[list[str]]
    """Adcodes of its counties and prefectures with less than 1 km of its line, and no stop."""
    kind: NotRequired[str]
    """P for points, L for lines, A for areas; left out without a geometry."""
    geometry: NotRequired[list[PackedLine]]
    uncertainty: NotRequired[float]
    """Half-width in metres of the band of the true place, of a line's least sure leg; no area's."""
    uncertainty_median: NotRequired[float]
    """Half of a line's kilometres have no wider band."""
    legs: NotRequired[Legs]
    km: NotRequired[float]
    """Length as drawn."""
    official_km: NotRequired[float]
    """Length as published."""
    method: NotRequired[str]
    source: NotRequired[str]
    basis: NotRequired[str]
    route_note: NotRequired[str]
    note: NotRequired[str]
    stops: NotRequired[list[Index]]
    mentions: NotRequired[list[Mention]]
    events: NotRequired[list[Event]]
    current: Index
    """How far it is by facts: a place in ``current_statuses``."""
    current_since: NotRequired[str]
    current_seen: NotRequired[str]
    """Date of the newest fact that decides."""
    open_share: NotRequired[float]
    """0 to 1; left out where it is not known."""
    current_words: Pair
    """The sentence on it; ``[1]`` is the first of ``current_sources``."""
    current_sources: NotRequired[list[Index]]
    verdicts: NotRequired[list[Index]]
    promise_kind: NotRequired[str]
    """Of the promise that stands for it in a table: start or complete."""
    promised_year: NotRequired[int]
    happened_on: NotRequired[str]
    months_late: NotRequired[int]
    findings: NotRequired[list[Finding]]
    outcomes: NotRequired[list[Outcome]]
    spans: NotRequired[list[Span]]
    listed: NotRequired[list[str | float]]
    """Its cells in ``listed``; left out where all are empty."""
    without_year: NotRequired[list[Index]]
    """The plans that say what is to be done with it and name no year."""


class Payload(TypedDict):
    """Everything the view shows."""

    version: int
    """Raised when the view must read the payload differently."""
    scale: int
    """Steps in a degree."""
    style: Style
    words: dict[str, dict[str, str]]
    """The view's words by language and key."""
    address: Grammar
    modes: list[str]
    core: list[str]
    """The modes that are shown unless others are asked for."""
    statuses: list[str]
    listed: list[ListedColumn]
    stages: list[str]
    """The statuses as the picture of a card has them: a bare name, then by how far along."""
    methods: list[str]
    """How a leg may be drawn, and what it may be known from."""
    bases: list[str]
    openings: list[str]
    """The kinds of fact that open something."""
    lanes: list[str]
    """The lanes of the axis of time, from the top."""
    current_statuses: list[str]
    verdict_codes: list[str]
    changes: list[str]
    finding_kinds: list[str]
    contradictions: list[str]
    """The kinds of finding in which a plan contradicts an earlier one."""
    promise_kinds: list[str]
    timeline_states: list[str]
    year_changes: dict[str, str]
    """The class from the state in one year to that in a later one: ``before>after``, either empty
    where nothing is known."""
    as_of: str
    """The day of the facts, on which every verdict holds; empty where it is not known."""
    notes: Notes
    missing: NotRequired[list[Pair]]
    """Why projects are not among these, a sentence each; not there where all are."""
    histories: list[str]
    """What became of a project between any two plans; :mod:`layers.payload.histories` says how."""
    plans: list[Plan]
    regions: list[Region]
    pinyin: dict[str, str]
    """Syllables and the characters that are read so."""
    search: Search
    base: Base
    stops: list[Stop]
    sources: list[Source]
    projects: list[Project]


def names(row: type) -> list[str]:
    """The fields of a type here, in their order."""
    return list(row.__annotations__)


#: The types of rows that are sent as lists, by the part of the payload and its field.
ROWS: dict[str, dict[str, type]] = {
    "projects": {
        "mentions": Mention,
        "events": Event,
        "findings": Finding,
        "outcomes": Outcome,
        "spans": Span,
    },
    "base": {
        "counties": County,
        "prefectures": Prefecture,
        "arcs": Arc,
        "neighbours": Neighbour,
        "rivers": River,
    },
}
