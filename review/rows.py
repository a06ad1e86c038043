"""A session's documents and corrections as the page is given them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plans.limits import LIMITS
from plans.records import Mention
from registry.load import Registry
from registry.naming import visible
from review.comparison import ALL, Comparison, compare
from review.contract import Against, Compared, Dropped, File, Limits, Now, Pair, Place, Row, Stepped
from review.contract import Unfit as UnfitField
from review.corrections import Corrected, Unfit
from review.source import Shape, Source, State

#: All earlier plans together, by name.
ALL_NAMED = ["此前各部计划", "All earlier plans"]


def pair(text: str) -> Pair:
    """A sentence that has both languages, ``中文 / English``, taken apart."""
    zh, _, en = text.partition(" / ")
    return [zh, en or zh] if text else ["", ""]


def row(key: str, mention: Mention) -> Row:
    """A mention as the reader found it."""
    return {
        "key": key,
        "clause": mention.clause,
        "as_written": mention.as_written,
        "name": mention.name,
        "mode": mention.mode,
        "action": mention.action,
        "status": mention.status,
        "start_year": mention.start_year or 0,
        "complete_year": mention.complete_year or 0,
        "project": mention.project_id,
        "score": mention.match_score or 0.0,
        "reason": pair(mention.match_reason),
        "confidence": mention.confidence,
        "doubt": pair(mention.doubt),
        "kind": mention.kind,
        "start": mention.start,
        "end": mention.end,
    }


def rows(source: Source, mentions: Sequence[Mention], first: int) -> list[Row]:
    """Some of the document's mentions, of which ``first`` is the number of the first."""
    return [row(source.row_key(n), mention) for n, mention in enumerate(mentions, first)]


def places(shapes: Mapping[str, Shape]) -> list[Place]:
    """Where the projects are that no plan named before, by the key of the row."""
    return [
        {
            "key": key,
            "kind": shape.kind,
            "parts": [list(part) for part in shape.parts],
            "precision": shape.precision.value,
            "told": list(shape.told),
        }
        for key, shape in shapes.items()
    ]


def limits() -> Limits:
    """How much a document may be."""
    return {
        "file_mb": LIMITS.file_mb,
        "pages": LIMITS.pages,
        "text_mb": LIMITS.text_mb,
        "seconds": LIMITS.seconds,
        "expansion": LIMITS.expansion,
    }


def _fault(source: Source) -> Pair:
    """Why a document is not read; what in it, where the sentence is not about the whole."""
    if not (fault := source.fault):
        return ["", ""]
    inner = fault.where.removeprefix(source.name).lstrip(": ")
    return (
        [visible(f"{inner}：{fault.zh}"), visible(f"{inner}: {fault.en}")]
        if inner
        else [
            fault.zh,
            fault.en,
        ]
    )


def file(
    source: Source,
    state: State,
    *,
    text: str = "",
    pieces: Sequence[str] = (),
    placed: str = "",
    saved: str = "",
) -> File:
    """A document of the queue, of which so much is told; the last four name its pieces."""
    notes = source.document.notes if source.document else []
    return {
        "key": source.key,
        "name": source.name,
        "plan": source.plan,
        "state": state.value,
        "done": round(source.done, 3),
        "fault": _fault(source),
        "notes": [[note.zh, note.en] for note in notes],
        "characters": len(source.text),
        "text": text,
        "rows": list(pieces),
        "places": placed,
        "saved": saved,
    }


def unfit(one: Unfit) -> UnfitField:
    """What of a correction is not used, and why."""
    return {"key": one.key, "field": one.field, "told": [one.error.zh, one.error.en]}


def _project_name(registry: Registry, project: str) -> Pair:
    known = registry.projects.get(project)
    return [known.name, known.name_en] if known else ["", ""]


def _plan_name(registry: Registry, plan: str) -> Pair:
    known = registry.plans.get(plan)
    return [known.short, known.short_en] if known else ["", ""]


def _now(row: Corrected, found: Mention | None) -> Now | None:
    """What the row says now; None where that is as it was found."""
    mention = row.mention
    same = found is not None and (
        (mention.name, mention.as_written, mention.project_id, mention.match_reason)
        == (found.name, found.as_written, found.project_id, found.match_reason)
    )
    if same:
        return None
    return {
        "name": mention.name,
        "as_written": mention.as_written,
        "project": mention.project_id,
        "reason": pair(mention.match_reason),
    }


def _stepped(registry: Registry, project: str, compared: Comparison) -> Stepped:
    step = compared.steps.get(project)
    return {
        "name": _project_name(registry, project),
        "change": step.change.value if step else "",
        "moved": int(step.moved) if step else 0,
        "was": step.was.value if step and step.was else "",
        "was_plan": _plan_name(registry, step.was_plan if step else ""),
        "was_start": (step and step.was_start) or 0,
        "was_complete": (step and step.was_complete) or 0,
        "told": [list(sentence) for sentence in step.told] if step else [],
    }


def _dropped(registry: Registry, project: str, choices: Sequence[str]) -> Dropped:
    from facts import steps

    said = registry.projects[project].mentions
    plan = next(plan for plan in reversed(choices) if any(m.plan == plan for m in said))
    was = steps.status_in(said, plan)
    return {
        "project": project,
        "name": _project_name(registry, project),
        "was": was.value if was else "",
        "was_plan": _plan_name(registry, plan),
    }


def compared(
    registry: Registry, source: Source, reviewed: Sequence[Corrected], against: str | None
) -> Compared:
    """A document after review against earlier plans."""
    plan = registry.plans.get(source.plan)
    counted = [row.mention for row in reviewed if row.counts]
    date = plan.date if plan else ""
    found = compare(registry, counted, source.plan, date=date, against=against)
    choices: list[Against] = [
        {"plan": key, "name": _plan_name(registry, key), "shared": count}
        for key, count in found.shared.items()
    ]
    within = list(found.shared) if found.against == ALL else [found.against]
    every: list[Against] = [{"plan": ALL, "name": list(ALL_NAMED), "shared": len(found.steps)}]
    named = dict.fromkeys(row.mention.project_id for row in reviewed)
    told = {
        row.key: _now(row, source.mentions[row.number] if row.number >= 0 else None)
        for row in reviewed
    }
    return {
        "source": source.key,
        "against": found.against,
        "choices": every + choices,
        "rows": {key: now for key, now in told.items() if now},
        "projects": {p: _stepped(registry, p, found) for p in named if p},
        "dropped": [_dropped(registry, project, within) for project in found.dropped],
    }
