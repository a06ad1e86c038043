"""What became of the projects, in the terms of OC4IDS: the phase, milestones and reports.

A promise with a year is a milestone, a fact from a public page a progress report.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from registry.outcome.events import EVENTS, EventKind
from registry.outcome.vocab import (
    CONFIDENCES,
    CURRENT_STATUSES,
    PROMISES,
    SCOPES,
    VERDICTS,
    Confidence,
    CurrentStatus,
    PromiseKind,
    Scope,
    Verdict,
)

SCHEME = "chengyu-project-atlas-current-status"
_LENGTHS = (4, 7)


def moment(day: str, *, end: bool = False) -> str:
    """A year, month or day as the date-time the standard wants: its first or last moment."""
    if len(day) not in _LENGTHS:
        last = day
    elif len(day) == _LENGTHS[1]:
        last = str(pd.Period(day, "M").end_time.date()) if end else f"{day}-01"
    else:
        last = f"{day}-12-31" if end else f"{day}-01-01"
    return f"{last}T23:59:59Z" if end else f"{last}T00:00:00Z"


def text(value: object) -> str | None:
    """A cell as text; None for a missing or an empty one."""
    return None if value is None or pd.isna(value) or value == "" else str(value)  # type: ignore[call-overload]


def present(values: Mapping[str, Any]) -> dict[str, Any]:
    """``values`` without those that are missing or empty, as the standard asks."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def classification(row: Any) -> dict[str, str]:
    """Our own code of how far a project is, with the day of the facts that say so."""
    code = CurrentStatus(str(row.current_status))
    term = CURRENT_STATUSES[code]
    since = text(row.current_since)
    said = f"{term.zh} {term.en}" + (f"（{since}）" if since else "")
    # The ids of one project's classifications must differ, and a plan's status has the same codes.
    return {"scheme": SCHEME, "id": f"current-{code}", "description": said}


def milestones(
    outcomes: pd.DataFrame, plans: Mapping[str, Any], as_of: str
) -> list[dict[str, Any]]:
    """One milestone a promise with a year.

    Parameters
    ----------
    outcomes : DataFrame
        Rows of outcomes.csv of one project.
    plans : mapping
        The plans by id.
    as_of : str
        The day of the facts, on which each verdict holds.
    """
    found: list[dict[str, Any]] = []
    for number, row in enumerate(outcomes.itertuples(), start=1):
        plan = plans[str(row.plan_id)]
        kind, verdict = PROMISES[PromiseKind(str(row.kind))], Verdict(str(row.verdict))
        happened = text(row.happened_on)
        found.append(
            present(
                {
                    "id": str(number),
                    "title": f"{plan.title}：{kind.zh} {row.promised_year}",
                    "type": "delivery" if row.kind == PromiseKind.COMPLETE else None,
                    "description": f"{VERDICTS[verdict].zh} {VERDICTS[verdict].en}："
                    f"{row.basis}（{row.basis_en}）",
                    "dueDate": moment(str(row.promised_year), end=True),
                    "dateMet": moment(happened, end=True) if happened else None,
                    "dateModified": moment(as_of),
                    "status": VERDICTS[verdict].oc4ids,
                }
            )
        )
    return found


def reports(events: pd.DataFrame, first: int) -> list[dict[str, Any]]:
    """One document a fact, numbered from ``first``; what was searched in vain is none."""
    found: list[dict[str, Any]] = []
    for row in events.itertuples():
        if row.event == EventKind.NONE_FOUND:
            continue
        words = EVENTS[EventKind(str(row.event))]
        confidence = CONFIDENCES[Confidence(str(row.confidence))]
        what = [str(row.date), text(row.section), words.zh, text(row.text)]
        if state := text(row.state):
            what.append(CURRENT_STATUSES[CurrentStatus(state)].zh)
        if km := text(row.km):
            what.append(f"{float(km):g} km")
        marks = [f"来源 {confidence.zh} {confidence.en}"]
        if row.disputed:
            marks.append("有争议 disputed")
        if scope := text(row.scope):
            term = SCOPES[Scope(scope)]
            marks.append(f"{term.zh} {term.en.lower()}")
        published = text(row.published)
        found.append(
            present(
                {
                    "id": str(first + len(found)),
                    "documentType": "physicalProgressReport",
                    "title": text(row.title) or f"{row.publisher}：{words.zh} {words.en}",
                    "description": "，".join(part for part in what if part)
                    + f"；{row.publisher}；{'；'.join(marks)}",
                    "url": text(row.url),
                    "datePublished": moment(published) if published else None,
                    "language": "zh",
                }
            )
        )
    return found
