"""A correction note that is one, and its file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

#: The digest of no project.
OTHER = "0123456789"


def a_note(*, record: str | None = OTHER, **changed: Any) -> dict[str, Any]:
    """A note on first-line, with ``changed`` fields; ``record`` as its project was."""
    note: dict[str, Any] = {
        "atlas": {"title": "小图", "as_of": "2026-11-26", "data": OTHER, "project": record},
        "written": "2026-11-26T08:30:00Z",
        "kind": "position",
        "project": "first-line",
        "lon": 104.5,
        "lat": 30.25,
        "text": "应在县城以北",
        "source": None,
        "contact": None,
    }
    return {**note, **changed}


def file_of(folder: Path, found: object, name: str = "a.json") -> Path:
    """A JSON file of ``found``."""
    path = folder / name
    path.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return path
