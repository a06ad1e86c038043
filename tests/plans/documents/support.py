"""What tests of documents need: the forms with what is expected, blocks as text, small packages."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from contextlib import suppress

from plans.documents import Document, read_document
from plans.documents.pdf.lines import Line, Part
from plans.documents.pdf.pages import Glyph
from registry.errors import AtlasError
from registry.paths import ROOT

FORMS = ROOT / "tests" / "data" / "reader"


def form(name: str) -> bytes:
    """The bytes of one of the forms."""
    return (FORMS / name).read_bytes()


def manifest() -> list[dict[str, str]]:
    """What each form is and what should happen with it."""
    with (FORMS / "manifest.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def expected(name: str) -> list[dict[str, str]]:
    """The mentions of a form, in order."""
    with (FORMS / "expected.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if row["file"] == name]


def parts(document: Document) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


def rows(document: Document) -> list[list[str]]:
    """The cells of each table row."""
    found = [b for b in document.blocks if b.kind == "table_row"]
    return [[document.text[a:b] for a, b in block.cells] for block in found]


def check_spans(document: Document) -> None:
    """Fail where a block or a cell reaches out of the text, or blocks overlap."""
    last = 0
    for block in document.blocks:
        assert last <= block.start < block.end <= len(document.text)
        last = block.end
        for start, end in block.cells:
            assert 0 <= start <= end <= block.end
    assert len(document.body) == len(document.text)


def read_or_refuse(data: bytes) -> None:
    """Read any bytes: only a refusal in one sentence may come instead of a sound document."""
    with suppress(AtlasError):
        check_spans(read_document(data, "x"))


def changed_package(data: bytes, **changes: str | bytes) -> bytes:
    """A package with parts replaced or added; ``word__document`` stands for word/document.xml."""
    stream = io.BytesIO()
    named = {f"{key.replace('__', '/')}.xml": value for key, value in changes.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for member in old.namelist():
            if member not in named:
                new.writestr(member, old.read(member))
        for member, value in named.items():
            new.writestr(member, value)
    return stream.getvalue()


#: The size of letters in tests of pages, in points.
SIZE = 10.0


def glyphs(text: str, left: float, top: float, size: float = SIZE) -> list[Glyph]:
    """A printed line: Chinese as wide as high, Latin half so, a space a full gap."""
    found: list[Glyph] = []
    for character in text:
        wide = size / 2 if character.isascii() else size
        if character.strip():
            found.append(Glyph(character, left, top - size, left + wide, top))
        left += wide
    return found


def texts(found: Sequence[Sequence[Part]]) -> list[list[str]]:
    """The words of lines, column by column."""
    return [[part.text for part in column if isinstance(part, Line)] for column in found]
