"""What a project was, in ten characters: another answer means that what is shown has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence

from layers.records.model import Project

#: Hexadecimal digits of a digest.
LENGTH = 10


def _digest(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def record_digest(project: Project, lines: Sequence[str]) -> str:
    """The digest of what the registry says of ``project`` and of how it is drawn.

    ``lines`` are its packed lines. What is computed from facts as days go by, and when a source was
    last looked at, change nothing.
    """
    return _digest(
        [
            *(project.name, project.name_en, project.aliases, project.mode, project.part_of),
            *(project.official_km, project.route_basis, project.route_note, project.note),
            *(project.precision, [stop.name for stop in project.stops], list(lines)),
            [
                [
                    *(m.plan_id, m.clause, m.as_written, m.action, m.status, m.note),
                    *(m.start_year, m.complete_year),
                ]
                for m in project.mentions
            ],
            [
                [
                    *(e.event, e.date, e.section, e.km, e.state, e.text, e.confidence),
                    *(e.disputed, e.scope, e.publisher, e.title, e.url, e.published),
                ]
                for e in project.events
            ],
            project.reviewed,
        ]
    )


def data_digest(as_of: str, records: Iterable[str]) -> str:
    """The digest of data whose facts hold on the day ``as_of``, by those of their projects."""
    return _digest([as_of, *records])
