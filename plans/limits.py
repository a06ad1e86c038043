"""How much one document may be. Every reader asks here, and the page and the help tell the same."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What is still read; beyond it a document is refused in one sentence.

    ``parts_mb`` bounds the unpacked XML of a docx or xlsx: a tree of its elements needs twelve
    times as much memory.
    """

    file_mb: int = 50
    pages: int = 2000
    text_mb: int = 20
    expansion: int = 100
    parts_mb: int = 30
    seconds: int = 60

    @property
    def file_bytes(self) -> int:
        """The largest file, in bytes."""
        return self.file_mb * 1_000_000

    @property
    def text_bytes(self) -> int:
        """The longest text, in bytes of UTF-8."""
        return self.text_mb * 1_000_000

    @property
    def parts_bytes(self) -> int:
        """The largest sum of unpacked XML parts, in bytes."""
        return self.parts_mb * 1_000_000

    def deadline(self) -> float:
        """When reading that begins now must have ended, on the clock of :func:`time.monotonic`."""
        return time.monotonic() + self.seconds


LIMITS = Limits()
