"""A code stands in one record; what it needs beside it, in colours and sentences, is named here."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from facts.sentences import phrases, verdicts
from layers import style
from registry.errors import AtlasError
from registry.outcome.events import EVENTS, OPENINGS, STARTS, EventKind
from registry.outcome.vocab import CURRENT_STATUSES, VERDICTS, CurrentStatus, Verdict
from registry.term import LANES, complete
from registry.vocab import CONTRADICTIONS, CORE_MODES, STAGES, STATUSES, ChangeClass, Mode, Status


def test_a_code_without_a_record_is_refused_by_file_table_and_name() -> None:
    short = {code: term for code, term in STATUSES.items() if code is not Status.UPGRADE}
    with pytest.raises(AtlasError) as raised:
        complete("registry/vocab.py: STATUSES", Status, short)
    assert str(raised.value) == 'registry/vocab.py: STATUSES: "upgrade" of Status has no entry yet.'
    complete("registry/vocab.py: STATUSES", Status, STATUSES)


SECOND: Mapping[str, tuple[set[str], set[str]]] = {
    "layers/style.py: MODE_STYLES": (set(Mode), set(style.MODE_STYLES)),
    "layers/style.py: CHANGE_STYLES": (set(ChangeClass), set(style.CHANGE_STYLES)),
    "layers/style.py: VERDICT_STYLES": (set(Verdict), set(style.VERDICT_STYLES)),
    "facts/sentences/verdicts.py: SENTENCES": (set(Verdict), set(verdicts.SENTENCES)),
    "facts/sentences/phrases.py: VERDICTS": (set(Verdict), set(phrases.VERDICTS)),
}


@pytest.mark.parametrize("place", SECOND)
def test_a_second_place_has_every_code(place: str) -> None:
    """Colours are chosen to be told apart, and a verdict is worded for what led to it."""
    codes, told = SECOND[place]
    assert codes <= told


def test_the_stages_go_from_a_bare_name_to_what_runs() -> None:
    assert STAGES[0] is Status.UNSPECIFIED
    assert STAGES[-1] is Status.OPERATION
    ranks = [STATUSES[code].rank or 0 for code in STAGES]
    assert ranks == sorted(ranks)
    assert set(STAGES) == set(Status)


def test_what_opens_and_what_begins() -> None:
    assert set(OPENINGS) == {EventKind.OPEN_SECTION, EventKind.COMPLETE, EventKind.OPEN}
    assert set(STARTS) == {EventKind.START, EventKind.START_SECTION}


@pytest.mark.parametrize("code", CurrentStatus)
def test_what_a_report_can_say_has_its_words(code: CurrentStatus) -> None:
    assert (CURRENT_STATUSES[code].told is None) == (code is CurrentStatus.UNKNOWN)


@pytest.mark.parametrize("event", EventKind)
def test_what_an_event_says_has_words_and_a_mark(event: EventKind) -> None:
    term = EVENTS[event]
    assert (term.told is None) == (term.says is None)
    if term.says is not None:
        assert term.mark is not None
    if term.mark is not None:
        assert term.mark.lane in LANES


@pytest.mark.parametrize(
    ("code", "rank", "oc4ids", "kind", "gem", "osm"),
    [
        ("research", 1, "identification", "construction", "proposed", "proposed"),
        ("preparation", 2, "preparation", "construction", "proposed", "planned"),
        ("start", 3, "implementation", "construction", "construction", "construction"),
        ("construction", 4, "implementation", "construction", "construction", "construction"),
        # It stands beside construction, and its line is there.
        ("upgrade", 4, "implementation", "expansion", "operating", None),
        ("operation", 5, "maintenance", None, "operating", None),
        ("unspecified", None, None, None, None, None),
    ],
)
def test_how_far_a_status_is_and_what_others_call_it(
    code: str, rank: int | None, oc4ids: str | None, kind: str | None, gem: str, osm: str
) -> None:
    term = STATUSES[Status(code)]
    assert (term.rank, term.oc4ids, term.oc4ids_type) == (rank, oc4ids, kind)
    assert (term.gem, term.osm) == (gem, osm)


@pytest.mark.parametrize(
    ("code", "rank", "oc4ids", "wanted"),
    [
        ("planned", 1, "identification", 1),
        ("preparation", 1, "preparation", 1),
        ("construction", 2, "implementation", 3),
        ("partly_open", 3, "implementation", 3),
        ("open", 4, "maintenance", 0),
        # Works that stopped add nothing, and are looked at first.
        ("suspended", None, "implementation", 3),
        ("unknown", None, None, 2),
    ],
)
def test_how_far_facts_say_it_is_and_how_much_it_is_wanted(
    code: str, rank: int | None, oc4ids: str | None, wanted: int
) -> None:
    term = CURRENT_STATUSES[CurrentStatus(code)]
    assert (term.rank, term.oc4ids, term.wanted) == (rank, oc4ids, wanted)


def test_a_promise_is_met_late_too() -> None:
    assert {str(code): term.oc4ids for code, term in VERDICTS.items()} == {
        "kept": "met",
        "late": "met",
        "missed": "notMet",
        "due": "scheduled",
        "unknown": None,
    }


def test_what_is_drawn_at_first_and_what_contradicts() -> None:
    assert list(map(str, CORE_MODES)) == ["rail", "highway", "waterway", "pipeline"]
    assert list(map(str, CONTRADICTIONS)) == ["back", "start_slip", "complete_slip"]
