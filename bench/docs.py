"""What both benches report: the machine in a sentence, and a table put into its page of docs/."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path

from registry.errors import AtlasError, shell_language
from registry.files import read_text, write_text
from tests.support import browser

#: What is called so stands between marks of its name.
BENCH = "bench"


def machine(*packages: str) -> str:
    """The machine and the versions of Python, ``packages`` and Chromium, in a sentence."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=browser.chromium(), args=browser.FLAGS)
        engine = running.version
        running.close()
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores; "
        f"Python {platform.python_version()}, {versions}; "
        f"Chromium {engine} headless, 1440 x 900."
    )


def publish(table: str, page: Path | None, name: str = BENCH) -> int:
    """Print ``table`` and, where a page is named, put it there; returns the exit code."""
    print(table)
    try:
        if page is not None:
            insert_table(page, table, name)
    except AtlasError as error:
        print(error.text(shell_language()), file=sys.stderr)
        return 2
    return 0


def insert_table(page: Path, table: str, name: str = BENCH) -> None:
    """Write ``table`` between the marks ``name`` of ``page``, in place of what stands there.

    Raises
    ------
    AtlasError
        The page cannot be read, or does not hold each mark once, in order.
    """
    text = read_text(page, page.name)
    first, last = f"<!-- {name} -->", f"<!-- /{name} -->"
    head, start, rest = text.partition(first)
    _, end, tail = rest.partition(last)
    if not (start and end) or text.count(first) > 1 or text.count(last) > 1:
        raise AtlasError(
            page.name,
            zh=f"{first} 与其后的 {last} 应各有一处，表格写在两者之间",
            en=f"needs {first} and then {last}, each once; the table goes between them",
        )
    write_text(page, f"{head}{start}\n{table}\n{end}{tail}")
