"""Files whose pages might never be laid out, tried in a process that can be ended.

PDFium lays out a page's parts, and theirs, as it opens the page, and cannot be stopped: one part of
a kilobyte that draws itself twice never ends. Only files with such parts are tried.
"""

from __future__ import annotations

import re
import subprocess
import sys

import pypdfium2 as pdfium

from plans.documents.document import Builder
from plans.documents.refusals import refusal
from registry.commandline import run_script
from registry.paths import ROOT

COMMAND = (sys.executable, "-m", "plans.documents.pdf.trial")
#: How often it is asked whether reading shall go on, in seconds.
_EVERY_S = 0.2
#: A part that pages, or other parts, draw: its stream's dictionary is always written out.
_PART = re.compile(rb"/Form\b")
_SPELLED = re.compile(rb"#([0-9A-Fa-f]{2})")


def _has_parts(data: bytes) -> bool:
    spelled = _SPELLED.sub(lambda code: bytes([int(code[1], 16)]), data) if b"#" in data else data
    return bool(_PART.search(spelled))


def try_pages(data: bytes, builder: Builder, first: int) -> None:
    """Let the ``first`` so many pages be laid out by a process of its own, if they have parts.

    Raises
    ------
    AtlasError
        When that takes longer than the limit, or PDFium breaks down over it.
    """
    if not _has_parts(data):
        return
    with subprocess.Popen(
        [*COMMAND, str(first)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        given: bytes | None = data
        try:
            while True:
                try:
                    process.communicate(given, timeout=_EVERY_S)
                    break
                except subprocess.TimeoutExpired:
                    given = None  # what is left of it goes on
                    builder.check_time()
        finally:
            process.kill()
    if process.returncode:
        raise refusal(builder.name, "damaged")


def main() -> int:
    """Open so many pages of the file on the standard input; returns 0, whatever PDFium refuses."""
    try:
        file = pdfium.PdfDocument(sys.stdin.buffer.read())
        for number in range(min(len(file), int(sys.argv[1]))):
            file[number].close()
    except pdfium.PdfiumError:
        return 0  # told by whoever reads them
    return 0


if __name__ == "__main__":
    sys.exit(run_script(main))
