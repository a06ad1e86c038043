"""How far a project is by its facts, and how much of it is open."""

from __future__ import annotations

import pytest

from facts.current import current, length_of, parts_of
from facts.deciding import decides
from facts.evidence import said, signs, status_by
from registry.models import Event, Project
from registry.outcome.events import EventKind
from registry.outcome.vocab import CurrentStatus, ShareBasis
from tests.support.reported import everyone, fact, project

S = CurrentStatus
STATED = {
    "approval": S.PREPARATION,
    "launch": S.PREPARATION,
    "start": S.CONSTRUCTION,
    "start_section": S.CONSTRUCTION,
    "suspend": S.SUSPENDED,
    "open_section": S.PARTLY_OPEN,
    "complete": S.OPEN,
    "open": S.OPEN,
    **dict.fromkeys(("expected_open", "length", "renamed", "none_found")),
}


@pytest.mark.parametrize("event", [kind for kind in EventKind if kind is not EventKind.STATUS])
def test_what_an_event_says_by_itself(event: EventKind) -> None:
    assert said(fact(str(event), "2020")) is STATED[str(event)]


@pytest.mark.parametrize(
    ("event", "state", "section", "of_part", "status"),
    [
        ("status", "planned", None, False, S.PLANNED),
        ("status", "planned", "甲至乙", False, S.PLANNED),
        ("status", "planned", None, True, None),
        ("status", "preparation", None, True, None),
        ("approval", None, None, True, None),
        ("status", "construction", None, True, S.CONSTRUCTION),
        ("status", "open", None, False, S.OPEN),
        ("status", "open", "全线", False, S.OPEN),
        ("status", "open", "全部", False, S.OPEN),
        ("status", "open", "whole", False, S.OPEN),
        ("status", "open", "甲至乙", False, S.PARTLY_OPEN),
        ("status", "open", None, True, S.PARTLY_OPEN),
        ("open", None, "甲至乙", False, S.PARTLY_OPEN),
        ("complete", None, None, True, S.PARTLY_OPEN),
        ("status", "suspended", None, False, S.SUSPENDED),
        ("suspend", None, "甲至乙", False, None),
        ("suspend", None, None, True, None),
        ("status", "unknown", None, False, None),
    ],
)
def test_what_a_section_says_of_the_whole(
    event: str, state: str | None, section: str | None, of_part: bool, status: S | None
) -> None:
    assert said(fact(event, "2020", section, state=state), of_part=of_part) is status


@pytest.mark.parametrize(
    ("given", "may"),
    [
        (fact("open", "2020"), True),
        (fact("open", "2020", confidence="official"), True),
        (fact("open", "2020", confidence="weak"), False),
        (fact("open", "2020", disputed=True), False),
        (fact("open", "2020", before=True), False),
    ],
)
def test_who_may_decide(given: Event, may: bool) -> None:
    assert decides(given) is may
    assert (status_by(signs(project(given)))[0] is S.OPEN) is may


@pytest.mark.parametrize(
    ("facts", "status", "since"),
    [
        ([], S.UNKNOWN, None),
        ([fact("none_found", "2026-11-26")], S.UNKNOWN, None),
        # The newest word on planning counts, whichever it is.
        (
            [
                fact("status", "2024", state="planned"),
                fact("status", "2020", state="preparation"),
            ],
            S.PLANNED,
            "2024",
        ),
        (
            [fact("status", "2020", state="planned"), fact("approval", "2024")],
            S.PREPARATION,
            "2024",
        ),
        # A ceremony is no start.
        ([fact("launch", "2019-09-29")], S.PREPARATION, "2019-09-29"),
        # What is begun stays begun, from its first works on.
        (
            [
                fact("start_section", "2021-06"),
                fact("start", "2020-12"),
                fact("status", "2024", state="preparation"),
            ],
            S.CONSTRUCTION,
            "2020-12",
        ),
        (
            [fact("open_section", "2023"), fact("status", "2025", state="construction")],
            S.PARTLY_OPEN,
            "2023",
        ),
        ([fact("open_section", "2022"), fact("open", "2023")], S.OPEN, "2023"),
        ([fact("start", "2020"), fact("suspend", "2022")], S.SUSPENDED, "2022"),
        ([fact("suspend", "2022")], S.SUSPENDED, "2022"),
        # Works after it lift a suspension, a plan does not, an opening of the whole always does.
        (
            [fact("suspend", "2022"), fact("status", "2024", state="construction")],
            S.CONSTRUCTION,
            "2024",
        ),
        ([fact("suspend", "2022"), fact("approval", "2024")], S.SUSPENDED, "2022"),
        ([fact("open", "2020"), fact("suspend", "2022")], S.OPEN, "2020"),
        ([fact("start", "2022"), fact("suspend", "2022")], S.SUSPENDED, "2022"),
        # Stopped again after works that went on: the last stop counts.
        (
            [
                fact("suspend", "2019"),
                fact("status", "2020", state="construction"),
                fact("suspend", "2021"),
            ],
            S.SUSPENDED,
            "2021",
        ),
    ],
)
def test_how_far(facts: list[Event], status: S, since: str | None) -> None:
    line = project(*facts)
    state = current(line, everyone(line))
    assert (state.status, state.since) == (status, since)


def test_what_is_known_of_a_section_reaches_the_whole_and_never_comes_back() -> None:
    whole = project(fact("start", "2019-12"), ident="whole", km=700)
    part = project(fact("open", "2024-09-29"), ident="part", part_of="whole", km=192)
    inner = project(fact("start", "2018"), ident="inner", part_of="part")
    known = everyone(whole, part, inner)
    assert parts_of(whole, known.values()) == [part, inner]
    state = current(whole, known)
    assert (state.status, state.since, state.share) == (S.PARTLY_OPEN, "2024-09-29", 0.27)
    assert state.share_basis is ShareBasis.SECTIONS
    alone = project(ident="part", part_of="whole")
    assert current(alone, everyone(whole, alone)).status is S.UNKNOWN


@pytest.mark.parametrize("why", [{"confidence": "weak"}, {"disputed": True}, {"before": True}])
def test_what_decides_nothing_of_a_section_decides_nothing_of_the_whole(
    why: dict[str, str | bool],
) -> None:
    whole = project(ident="whole")
    part = project(fact("open", "2024", **why), ident="part", part_of="whole")  # type: ignore[arg-type]
    assert signs(whole, [part]) == []
    assert current(whole, everyone(whole, part)).status is S.UNKNOWN


def test_which_signs_are_of_the_whole() -> None:
    whole = project(fact("start", "2019"), fact("start", "2018", "甲至乙"), ident="whole")
    part = project(fact("start", "2020"), ident="part", part_of="whole")
    seen = [(sign.date, sign.part, sign.of_whole) for sign in signs(whole, [part])]
    assert seen == [("2018", None, False), ("2019", None, True), ("2020", "part", False)]


def test_the_newest_sign_and_the_last_look() -> None:
    line = project(
        fact("start", "2020-12", looked_at="2026-11-20"),
        fact("status", "2024-05", state="construction", looked_at="2026-11-22"),
        fact("status", "2025", state="construction", confidence="weak", looked_at="2026-11-21"),
    )
    state = current(line, everyone(line))
    assert (state.since, state.as_of, state.looked_at) == ("2020-12", "2024-05", "2026-11-22")
    assert state.source is line.since[0]


A, B = "甲至乙", "乙至丙"


@pytest.mark.parametrize(
    ("facts", "km", "share", "basis"),
    [
        ([], 100, None, ShareBasis.UNKNOWN),
        ([fact("start", "2020")], 100, 0.0, ShareBasis.NOTHING_OPEN),
        ([fact("open", "2020")], None, 1.0, ShareBasis.WHOLE),
        ([fact("open_section", "2020", A, km=30)], 100, 0.3, ShareBasis.SECTIONS),
        ([fact("open_section", "2020", A, km=30)], None, None, ShareBasis.NO_TOTAL),
        ([fact("open_section", "2020", A)], 100, None, ShareBasis.NO_SECTION_KM),
        ([fact("status", "2020", state="partly_open")], 100, None, ShareBasis.NO_SECTION_KM),
        (
            [fact("open_section", "2020", A, km=30), fact("open_section", "2021", B, km=25.6)],
            100,
            0.56,
            ShareBasis.SECTIONS,
        ),
        (
            [fact("open_section", "2020", A, km=30), fact("open_section", "2021", B)],
            100,
            None,
            ShareBasis.NO_SECTION_KM,
        ),
        # The same section told twice is one.
        (
            [fact("open_section", "2020", A, km=30), fact("open_section", "2021", A)],
            100,
            0.3,
            ShareBasis.SECTIONS,
        ),
        # Weak, disputed and older sections are not added.
        (
            [
                fact("open_section", "2020", A, km=30),
                fact("open_section", "2021", B, km=20, confidence="weak"),
                fact("open_section", "2021", "丙至丁", km=20, before=True),
            ],
            100,
            0.3,
            ShareBasis.SECTIONS,
        ),
        ([fact("open_section", "2020", A, km=100)], 100, 1.0, ShareBasis.SECTIONS),
        ([fact("open_section", "2020", A, km=100.1)], 100, None, ShareBasis.OVERLAP),
        # Works that stopped leave open what was opened.
        (
            [
                fact("open_section", "2020", A, km=30),
                fact("start_section", "2021", B),
                fact("suspend", "2022"),
            ],
            100,
            0.3,
            ShareBasis.SECTIONS,
        ),
        ([fact("start", "2021"), fact("suspend", "2022")], 100, 0.0, ShareBasis.NOTHING_OPEN),
        # One section lies inside the other.
        (
            [
                fact("open_section", "2020", "甲至乙至丙", km=30),
                fact("open_section", "2021", "丁乙段", km=20),
            ],
            100,
            None,
            ShareBasis.OVERLAP,
        ),
        # The length may be a fact.
        (
            [
                fact("length", "2019", km=999),
                fact("length", "2020", km=60),
                fact("length", "2021", A, km=30),
                fact("length", "2022", km=80, disputed=True),
                fact("open_section", "2020", A, km=30),
            ],
            None,
            0.5,
            ShareBasis.SECTIONS,
        ),
    ],
)
def test_how_much_is_open(
    facts: list[Event], km: float | None, share: float | None, basis: ShareBasis
) -> None:
    line = project(*facts, km=km)
    state = current(line, everyone(line))
    assert (state.share, state.share_basis) == (share, basis)


def test_the_registry_s_length_goes_before_that_of_a_fact() -> None:
    assert length_of(project(fact("length", "2020", km=60), km=50)) == 50
    assert length_of(project(fact("length", "2020", km=60))) == 60
    # The newest counts, in whatever order they stand.
    assert length_of(project(fact("length", "2021", km=70), fact("length", "2020", km=60))) == 70
    assert length_of(project()) is None


@pytest.mark.parametrize(
    ("part", "share", "basis"),
    [
        (project(fact("open", "2020"), ident="p", part_of="w", km=25), 0.25, ShareBasis.SECTIONS),
        (project(fact("open", "2020"), ident="p", part_of="w"), None, ShareBasis.NO_SECTION_KM),
        (project(fact("start", "2020"), ident="p", part_of="w"), 0.0, ShareBasis.NOTHING_OPEN),
        (
            project(fact("open_section", "2020", A, km=10), ident="p", part_of="w", km=20),
            0.1,
            ShareBasis.SECTIONS,
        ),
        (
            project(fact("open_section", "2020", A), ident="p", part_of="w", km=20),
            None,
            ShareBasis.NO_SECTION_KM,
        ),
    ],
)
def test_a_part_opens_its_share_of_the_whole(
    part: Project, share: float | None, basis: ShareBasis
) -> None:
    whole = project(ident="w", km=100)
    state = current(whole, everyone(whole, part))
    assert (state.share, state.share_basis) == (share, basis)


@pytest.mark.parametrize(
    ("part", "share", "basis"),
    [
        # Of a part nobody knows anything; it adds nothing and hides nothing.
        (project(ident="p", part_of="w", km=20), 0.3, ShareBasis.SECTIONS),
        # Of a part that is partly open nobody knows how much: the sum would be too small.
        (
            project(fact("open_section", "2020", B), ident="p", part_of="w", km=20),
            None,
            ShareBasis.NO_SECTION_KM,
        ),
        (project(fact("open", "2020"), ident="p", part_of="w", km=20), 0.5, ShareBasis.SECTIONS),
    ],
)
def test_a_part_beside_an_open_section(
    part: Project, share: float | None, basis: ShareBasis
) -> None:
    whole = project(fact("open_section", "2020", A, km=30), ident="w", km=100)
    state = current(whole, everyone(whole, part))
    assert (state.share, state.share_basis) == (share, basis)
