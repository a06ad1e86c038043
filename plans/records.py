"""What the reader hands over: one mention of a project in a plan."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mention:
    """A project named in a plan.

    ``start`` and ``end`` count code points of the document's text, half-open; that piece holds
    ``as_written``, which leaves out line ends and page numbers that break it. ``mode`` and
    ``status`` are codes of :mod:`registry.vocab`; ``kind`` is ``plan`` or ``achievement``.
    """

    clause: str
    as_written: str
    name: str
    mode: str
    action: str
    status: str
    start_year: int | None
    complete_year: int | None
    project_id: str
    match_score: float | None
    match_reason: str
    confidence: str
    doubt: str
    kind: str
    start: int
    end: int
