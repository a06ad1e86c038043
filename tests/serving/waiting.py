"""Coroutines run from a test, also where a browser's own loop runs in its thread."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """What ``work`` returns; it runs in a loop and thread of its own."""
    with ThreadPoolExecutor(1) as one:
        return one.submit(asyncio.run, work).result()
