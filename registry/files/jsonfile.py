"""JSON, read with one sentence where it cannot be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from registry import sentences
from registry.files.text import read_text


def read_json(path: Path, label: str) -> Any:
    """The data in ``path``; AtlasError at ``label`` when it is missing or no JSON."""
    text = read_text(path, label)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise sentences.not_json(label, "JSON") from error
