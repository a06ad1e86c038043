"""What happened since the plans, and how far projects are, each with its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from facts.dates import earliest_key
from facts.sentences.findings import cite
from layers.records.grouping import by_project, itself
from layers.records.model import Now, Promised, Source
from registry import sentences
from registry.files.geojsonfile import Wrong
from registry.outcome.vocab import VERDICTS, Verdict
from registry.paths import DEFAULT, Paths
from registry.tables import EventRow, ProjectRow, read_events

#: The columns of projects.geojson that :func:`now` reads.
COLUMNS = (
    *("current_status", "current_since", "current_as_of", "open_share", "verdicts"),
    *("current_words", "current_words_en", "current_words_sources"),
    *("promise_kind", "promised_year", "happened_on", "months_late"),
)


def read_all(paths: Paths = DEFAULT, wrong: Wrong | None = None) -> dict[str, list[EventRow]]:
    """The facts of events.csv by project, oldest first; AtlasError where a row is wrong."""
    return by_project(
        read_events(paths, wrong=wrong), itself, order=lambda event: earliest_key(event.date)
    )


def source_of(event: EventRow) -> Source:
    """Where ``event`` comes from."""
    return Source(event.publisher, event.title, event.url, event.published)


def cited(events: Iterable[EventRow]) -> dict[str, Source]:
    """The sources of ``events`` by the words in which tables cite them."""
    sources = dict.fromkeys(map(source_of, events))
    return {cite(s.publisher, s.title, s.published, s.url): s for s in sources}


def told_by(text: str, sources: Mapping[str, Source]) -> tuple[Source, ...]:
    """The sources of a cell that lists citations; one not among ``sources`` keeps its words."""
    return tuple(sources.get(item) or Source(item) for item in text.split(";") if item)


def now(row: ProjectRow, sources: Mapping[str, Source]) -> Now:
    """How far a project is, from a row with :data:`COLUMNS`; AtlasError for no verdict."""
    values = row.values
    kind, year = values["promise_kind"], values["promised_year"]
    return Now(
        status=values["current_status"],
        since=values["current_since"] or "",
        seen=values["current_as_of"] or "",
        share=values["open_share"],
        words=(values["current_words"], values["current_words_en"]),
        sources=told_by(values["current_words_sources"] or "", sources),
        verdicts=tuple(_verdicts(values["verdicts"] or "", f"{row.where}: verdicts")),
        promised=Promised(kind, year, values["happened_on"] or "", values["months_late"])
        if kind and year
        else None,
    )


def _verdicts(text: str, where: str) -> Iterable[Verdict]:
    for code in filter(None, text.split(";")):
        if code not in list(VERDICTS):
            raise sentences.unknown_code(where, "verdict", code, [str(v) for v in VERDICTS])
        yield Verdict(code)
