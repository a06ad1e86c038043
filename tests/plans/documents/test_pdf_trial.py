"""Pages that PDFium would never have laid out cost a sentence, not the reader."""

from __future__ import annotations

import sys
import time

import pytest

from plans.documents import read_document
from plans.documents.pdf import trial
from plans.limits import Limits
from registry.errors import AtlasError
from tests.plans.documents.support import form


def drawn_within(times: int, name: str = "/Form") -> bytes:
    """A PDF whose only part draws itself ``times`` times."""
    inner = b"/X Do " * times
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>"
        "/Contents 5 0 R>>",
        f"<</Subtype{name}/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length {len(inner)}>>"
        f"stream\n{inner.decode()}\nendstream",
        "<</Length 5>>stream\n/X Do\nendstream",
    )
    body = "".join(f"{n} 0 obj\n{one}\nendobj\n" for n, one in enumerate(objects, 1))
    return f"%PDF-1.7\n{body}trailer\n<</Root 1 0 R>>\n%%EOF\n".encode()


@pytest.mark.parametrize("name", ["/Form", " /F#6Frm"])
def test_a_part_that_draws_itself_without_end_is_stopped(name: str) -> None:
    began = time.monotonic()
    with pytest.raises(AtlasError, match="within 1 seconds"):
        read_document(drawn_within(2, name), "x", limits=Limits(seconds=1))
    assert time.monotonic() - began < 10
    # Whatever is read next does not wait for it.
    assert read_document(form("plan_onecolumn.pdf"), "x").text


def test_a_part_that_draws_itself_once_is_read() -> None:
    with pytest.raises(AtlasError, match="nothing to read"):
        read_document(drawn_within(1), "x")


def test_pdfium_breaking_down_over_a_part_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "COMMAND", (sys.executable, "-c", "import os; os._exit(9)"))
    with pytest.raises(AtlasError, match="damaged"):
        read_document(drawn_within(1), "x")
    # A file without parts is not tried.
    assert read_document(form("plan_onecolumn.pdf"), "x").text
