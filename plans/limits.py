"""How much one document may be. Every reader asks here, and the page and the help tell the same."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil


def _go_on() -> None:
    return None


@dataclass(frozen=True)
class Limits:
    """What is still read; beyond it a document is refused in one sentence.

    ``parts_mb`` bounds the unpacked XML of a docx or xlsx: a tree of its elements needs twelve
    times as much memory; ``cells`` the rectangle that the words of a sheet stretch over, ``merged``
    what its merged cells cover, ``placed`` the places of all tables of a document; ``blocks`` its
    paragraphs and rows; ``attributes`` those of a tag. ``deep`` is how
    deep elements nest in a page, ``deep_parts`` in such XML (libxml2's own limit),
    ``deep_groups`` groups in an RTF: no document is meant to nest deeper, and the time that a
    parser takes grows faster than the depth.

    ``memory`` is what opening a file of up to a megabyte may take, in MB, and ``memory_more`` for
    each further one; ``processor`` what the smallest file may, in seconds of processor, and
    ``processor_more`` for each megabyte. A process that takes more is ended, or gets no more.

    ``heed`` is called now and then while a document is read, and may stop it by raising.
    """

    file_mb: int = 50
    pages: int = 2000
    text_mb: int = 20
    expansion: int = 100
    parts_mb: int = 30
    cells: int = 300_000
    merged: int = 60_000
    placed: int = 1_000_000
    attributes: int = 5_000
    seconds: int = 60
    deep: int = 2000
    deep_parts: int = 256
    deep_groups: int = 1000
    blocks: int = 300_000
    memory: int = 250
    memory_more: int = 10
    processor: int = 2
    processor_more: int = 10
    heed: Callable[[], object] = _go_on

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

    def memory_mb(self, size: int) -> int:
        """The most memory for opening a file of ``size`` bytes, in MB."""
        return self.memory + self.memory_more * max(0, ceil(size / 1_000_000) - 1)

    def processor_seconds(self, size: int) -> int:
        """The most time of processor for opening a file of ``size`` bytes, in seconds."""
        return min(self.seconds, ceil(self.processor + self.processor_more * size / 1_000_000))

    def deadline(self) -> float:
        """When reading that begins now must have ended, on the clock of :func:`time.monotonic`."""
        return time.monotonic() + self.seconds


LIMITS = Limits()
