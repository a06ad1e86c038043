"""What happened in the small data folder: facts, promises, states of each year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

#: The address of a source, and one that no page may follow.
ADDRESS, BAD_ADDRESS = "https://example.org/a?b=1&c=2", "javascript:window.pwned=1//"

Text = Callable[[str], str]
Row = dict[str, Any]


def unknown(text: Text) -> Row:
    """The columns of a project of which nothing is known."""
    return {
        "current_status": "unknown",
        "current_since": None,
        "current_as_of": None,
        "open_share": None,
        "last_checked": None,
        "verdicts": "",
        "promise_kind": None,
        "promised_year": None,
        "happened_on": None,
        "months_late": None,
        "current_words": text("现状：不明（截至 2026-11）。"),
        "current_words_en": text("Now: unknown (as of 2026-11)."),
        "current_words_sources": "",
    }


def now(text: Text) -> Row:
    """Those of the one that is partly open."""
    return {
        "current_status": "partly_open",
        "current_since": "2025-06",
        "current_as_of": "2025-08",
        "open_share": 0.4,
        "last_checked": "2026-11-20",
        "verdicts": "late",
        "promise_kind": "complete",
        "promised_year": 2020,
        "happened_on": "2025-06",
        "months_late": 54,
        "current_words": text("现状：部分开通（截至 2026-11）。2025-06 开通[1]。"),
        "current_words_en": text("Now: partly open (as of 2026-11). Opened 2025-06 [1]."),
        "current_words_sources": text("公报") + " " + ADDRESS,
    }


def events(text: Text, *, hostile: bool) -> list[Row]:
    """Two facts that contradict each other."""
    return [
        {
            "project_id": "first-line",
            "event": "open",
            "date": "2025-06",
            "section": text("全线"),
            "text": text("开通"),
            "publisher": text("公报"),
            "url": ADDRESS,
            "looked_at": "2026-11-26",
            "confidence": "official",
            "disputed": False,
        },
        {
            "project_id": "first-line",
            "event": "open",
            "date": "2025-05",
            "text": text("另说"),
            "publisher": text("论坛"),
            "url": BAD_ADDRESS if hostile else "",
            "looked_at": "2026-11-26",
            "confidence": "weak",
            "disputed": True,
        },
    ]


def outcomes(text: Text, plans: Sequence[str]) -> list[Row]:
    """The verdicts; the plans' ids by date are ``plans``."""
    old, mid, new = plans
    return [
        {
            "plan_id": plan,
            "project_id": project,
            "section": text("全线"),
            "kind": "complete",
            "promised_year": promised,
            "strength": "plan",
            "happened_on": happened,
            "verdict": verdict,
            "months_late": late,
            "basis": text(f"依据：{verdict}"),
            "basis_en": text(f"Because: {verdict}"),
            "sources": ";".join([text("公报") + " " + ADDRESS, text("报 http://evil.invalid/x")]),
        }
        for plan, project, promised, happened, verdict, late in (
            (old, "first-line", 2020, "2025-06", "late", 54),
            (old, "fourth-gas", 2020, "2019", "kept", ""),
            (mid, "first-line", 2022, "2025-06", "late", 30),
            (mid, "second-road", 2022, "", "unknown", ""),
            (new, "third-river", 2024, "", "missed", ""),
            (new, "fifth-port", 2024, "2025", "late", ""),
        )
    ]


def timeline() -> list[Row]:
    """The states of each year."""
    return [
        {"project_id": project, "state": state, "first_year": first, "last_year": last}
        for project, state, first, last in (
            ("first-line", "construction", 2019, 2023),
            ("first-line", "partly_open", 2024, 2024),
            ("first-line", "open", 2025, ""),
            ("first-line", "promised", 2020, 2024),
            ("fourth-gas", "open", 2019, ""),
            ("third-river", "construction", 2023, ""),
            ("fifth-port", "promised", 2024, 2024),
        )
    ]
