"""Text files, read with one sentence where one cannot be."""

from __future__ import annotations

from pathlib import Path

from registry import sentences


def holds(path: Path, text: str) -> bool:
    """Whether ``path`` is a file that holds ``text`` and nothing else."""
    try:
        return path.read_bytes() == text.encode()
    except OSError:
        return False


def read_text(path: Path, label: str) -> str:
    """The UTF-8 text of ``path``; AtlasError at ``label`` when it is missing or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise sentences.missing(label) from error
    except UnicodeDecodeError as error:
        raise sentences.not_utf8(label) from error
    except OSError as error:
        raise sentences.unreadable(label, error.strerror) from error
