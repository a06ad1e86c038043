"""What a plan, a project, a mention and a region are. Unknown keys are refused."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from registry.files.records import fault, hidden_fault
from registry.geometry import Bank, Basis
from registry.naming import (
    ADCODE,
    DATE,
    HOST,
    LONGEST,
    SLUG,
    YEAR_MAX,
    YEAR_MIN,
    first_hidden,
    is_day,
    trimmed,
    unfit,
)
from registry.outcome.events import EventKind
from registry.outcome.vocab import Confidence, CurrentStatus, Scope
from registry.vocab import Mode, Status


def _plain(text: str) -> str:
    plain = trimmed(text)
    if found := first_hidden(plain):
        raise hidden_fault(found)
    if not plain:
        raise PydanticCustomError("string_too_short", "is empty")
    return plain


def _day(text: str) -> str:
    if not is_day(text):
        raise PydanticCustomError("no_day", "is no day of the calendar")
    return text


def _web(text: str) -> str:
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        # Browsers know more spellings of a host (a dot at its end, %2E) than a list of hosts.
        whole = text.isascii() and " " not in text and parts.port != 0 and re.fullmatch(HOST, host)
    except ValueError as error:  # brackets that do not close, a port that is no number
        raise PydanticCustomError("no_address", "is no web address") from error
    if not whole or parts.scheme not in ("http", "https"):
        raise PydanticCustomError("no_address", "is no web address")
    # A name before the host makes another's page look like one of a host that readers know.
    if "@" in parts.netloc:
        raise PydanticCustomError("user_in_address", "names a user")
    return text


def _in_order(years: tuple[int, int]) -> tuple[int, int]:
    if years[0] > years[1]:
        raise fault(zh="首年晚于末年", en="the first year is later than the last")
    return years


def _fit(name: str) -> str:
    if unfit(name):
        raise PydanticCustomError("unfit", "is no name", {"longest": LONGEST})
    return name


Text = Annotated[str, StringConstraints(min_length=1), AfterValidator(_plain)]
Name = Annotated[Text, AfterValidator(_fit)]
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]
Year = Annotated[int, Field(ge=YEAR_MIN, le=YEAR_MAX)]
PartialDate = Annotated[
    str, AfterValidator(_day), WithJsonSchema({"type": "string", "pattern": DATE})
]
Address = Annotated[Text, AfterValidator(_web)]
Host = Annotated[str, StringConstraints(pattern=HOST)]
Years = Annotated[tuple[Year, Year], AfterValidator(_in_order)]
Adcode = Annotated[str, StringConstraints(pattern=ADCODE)]


class Record(BaseModel):
    """Base of every record: frozen, no unknown keys, no coercion, numbers finite."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


class FactsRules(Record):
    """Up to which day facts are gathered, and which hosts are no source."""

    facts_as_of: PartialDate = Field(description="The day on which every verdict holds.")
    no_source: list[Host] = Field(default=[], description="Hosts whose pages invent openings.")


class Plan(Record):
    """A policy plan that names projects."""

    id: Slug
    title: Text
    title_en: Text
    short: Text = Field(description="A few Chinese characters for chips, columns and legends.")
    short_en: Text
    issuer: Text
    number: Text | None = Field(default=None, description="Document number as printed.")
    date: PartialDate = Field(description="Day, month or year on which the plan speaks.")
    date_inferred: bool = Field(default=False, description="True where the text is undated.")
    horizon: Years | None = Field(default=None, description="First and last year.")
    region: Slug | None = Field(default=None, description="The planning region it is about.")
    based_on: Slug | None = Field(default=None, description="The plan it carries out.")
    text: Text = Field(description="File name of the text the mentions were read from.")
    text_note: Text = Field(description="State of that text and how it is cleaned.")


class Region(Record):
    """A planning region, dissolved from whole counties."""

    id: Slug
    name: Text
    name_en: Text
    members: list[Adcode] = Field(
        min_length=1, description="Adcodes; 2 or 4 digits stand for all counties that begin so."
    )
    without: list[Adcode] = Field(default=[], description="Counties taken out of `members`.")
    area_km2: float | None = Field(default=None, gt=0, description="The published area.")
    definition: Text
    source: Text
    note: Text | None = None


class Valley(Record):
    """The stretch of a line, between two of its stops, that a source says follows a river."""

    river: Text
    start: Text = Field(alias="from")
    end: Text = Field(alias="to")
    bank: Bank | None = Field(default=None, description="Looking downstream; null if not known.")


class LineRoute(Record):
    """A line through stops, in order."""

    kind: Literal["line"]
    stops: list[Text] = Field(
        min_length=2, description="Gazetteer names; `name@adcode` where a name stands twice."
    )
    basis: Basis
    on_network: bool = Field(
        default=True, description="False where it runs along no existing line: it is not routed."
    )
    along: list[Valley] = Field(
        default=[], description="Stretches whose course between the stops is the river's valley."
    )
    sources: list[Text] = []
    note: Text | None = None

    @model_validator(mode="after")
    def _valleys_between_stops(self) -> Self:
        for valley in self.along:
            ends = [self.stops.index(x) for x in (valley.start, valley.end) if x in self.stops]
            if len(ends) < 2 or ends[0] >= ends[1]:
                raise fault(
                    zh=f"along 的“{valley.start}”“{valley.end}”应是依次在后的两个站点",
                    en=f"along: {valley.start!r} and {valley.end!r} are not two stops in order",
                )
        return self


class Reach(Record):
    """A stretch of a named river between two places on or near it, downstream or up."""

    river: Text
    start: Text = Field(alias="from")
    end: Text = Field(alias="to")


class RiverRoute(Record):
    """Stretches of named rivers."""

    kind: Literal["river"]
    reaches: list[Reach] = Field(min_length=1)
    basis: Basis
    sources: list[Text] = []
    note: Text | None = None


class PlaceRoute(Record):
    """One place or several, each a gazetteer name."""

    kind: Literal["place"]
    places: list[Text] = Field(min_length=1)
    basis: Basis
    sources: list[Text] = []
    note: Text | None = None


class AreaRoute(Record):
    """The counties concerned."""

    kind: Literal["area"]
    adcodes: list[Adcode] = Field(min_length=1)
    basis: Basis
    sources: list[Text] = []
    note: Text | None = None


class ComposedRoute(Record):
    """The lines of other records, which together are the course."""

    kind: Literal["composed"]
    of: list[Slug] = Field(min_length=1, description="Ids of the records whose lines are joined.")
    basis: Basis
    sources: list[Text] = []
    note: Text | None = None


class NoRoute(Record):
    """Nowhere that can be known, and why."""

    kind: Literal["none"]
    reason: Text


Route = Annotated[
    LineRoute | RiverRoute | ComposedRoute | PlaceRoute | AreaRoute | NoRoute,
    Field(discriminator="kind"),
]


class Mention(Record):
    """One naming of a project in a plan: where, in which words, to do what."""

    plan: Slug
    clause: Text = Field(description="The clause as the plan numbers it.")
    as_written: Text = Field(
        description="The few words that name it, cleaned and simplified; … joins pieces."
    )
    action: Text | None = Field(
        default=None, description="The few words that say what is to be done; … joins pieces."
    )
    status: Status
    start_year: Year | None = Field(default=None, description="Year promised for the start.")
    complete_year: Year | None = Field(default=None, description="Year promised for completion.")
    note: Text | None = None

    @model_validator(mode="after")
    def _years_in_order(self) -> Self:
        if self.start_year and self.complete_year and self.start_year > self.complete_year:
            raise fault(
                zh="start_year 晚于 complete_year", en="start_year is later than complete_year"
            )
        return self


class Event(Record):
    """A fact that public sources report about a project."""

    event: EventKind
    date: PartialDate = Field(description="Year, month or day, as surely as the source says.")
    section: Text | None = Field(default=None, description="The section, if not the whole.")
    km: float | None = Field(default=None, gt=0, description="Kilometres of it, as published.")
    state: CurrentStatus | None = Field(
        default=None, description="For status: how far the source says it is."
    )
    text: Text | None = Field(default=None, description="The fact in our own few words.")
    publisher: Text = Field(description="The newspaper or office that says so.")
    title: Text | None = Field(default=None, description="Title of the page.")
    url: Address | None = Field(default=None, description="Only on the publisher's own host.")
    published: PartialDate | None = None
    looked_at: PartialDate = Field(description="When the source was last looked at.")
    confidence: Confidence
    disputed: bool = Field(default=False, description="Another source says otherwise.")
    scope: Scope | None = Field(
        default=None, description="before: of an older line; outside: of a section not drawn here."
    )


class Project(Record):
    """One project, followed across plans."""

    id: Slug
    name: Name
    name_en: Name
    aliases: list[Name] = []
    mode: Mode
    part_of: Slug | None = Field(default=None, description="Id of the whole it is a section of.")
    length_km: float | None = Field(default=None, gt=0, description="Published length.")
    length_source: Text | None = None
    note: Text | None = None
    reviewed: bool = Field(
        default=True, description="False where nobody has checked the record against the plan."
    )
    route: Route
    sections: list[Name] = Field(
        default=[], description="Sections known by a name instead of by two places."
    )
    mentions: list[Mention] = Field(min_length=1)
    since: list[Event] = []

    @property
    def stop_refs(self) -> list[str]:
        """The stops as they are written; empty where the route is not a list of stops."""
        match self.route:
            case LineRoute(stops=stops):
                return list(stops)
            case PlaceRoute(places=places):
                return list(places)
        return []

    @property
    def place_refs(self) -> list[str]:
        """Every place that the route names: its stops, or the ends of its reaches in order."""
        if isinstance(self.route, RiverRoute):
            return [ref for reach in self.route.reaches for ref in (reach.start, reach.end)]
        return self.stop_refs

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.part_of == self.id:
            raise fault(zh="part_of 写的是项目自己", en="part_of names the project itself")
        if self.length_km is not None and not self.length_source:
            raise fault(zh="有 length_km 而没有 length_source", en="length_km has no length_source")
        seen: set[tuple[str, str, str]] = set()
        for mention in self.mentions:
            key = (mention.plan, mention.clause, mention.as_written)
            if key in seen:
                raise fault(
                    zh=f"提及 {mention.plan} {mention.clause} 重复",
                    en=f"mention {mention.plan} {mention.clause} stands twice",
                )
            seen.add(key)
        return self


class Retired(Record):
    """An id that once stood for a project and no longer does."""

    id: Slug
    name: Text = Field(description="The project's last name.")
    date: PartialDate = Field(description="Date of the release that dropped it.")
    reason: Text
    successor: Slug | None = Field(default=None, description="The id that stands in its place.")
