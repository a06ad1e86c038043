"""A document that needs more memory than it may have is told so, by whatever its parser says."""

from __future__ import annotations

import errno
import sys
import zlib
from dataclasses import replace

import pytest

from plans.documents.sandbox.pool import Pool
from plans.documents.sandbox.worker import lacks_memory
from plans.limits import LIMITS
from registry.errors import AtlasError
from tests.plans.documents.support import changed_package, form

#: A part of two megabytes, of which libxml2 makes a tree of many times as much.
WORDS = "".join(f"<w:p><w:r><w:t>开工建设{n}号铁路</w:t></w:r></w:p>" for n in range(30_000))
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LARGE = f'<w:document xmlns:w="{SPACE}"><w:body>{WORDS}</w:body></w:document>'


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is bounded on Linux")
def test_memory_that_a_parser_lacks_is_no_damage() -> None:
    data = changed_package(form("plan.docx"), word__document=LARGE)
    for megabytes in (6, 12, 18):
        with pytest.raises(AtlasError) as refused:
            Pool(1).read(data, "a.docx", limits=replace(LIMITS, memory=megabytes, memory_more=0))
        assert f"{megabytes} MB of memory" in refused.value.en


@pytest.mark.parametrize(
    ("error", "lacks"),
    [
        (MemoryError(), True),
        (SyntaxError("unknown error (<string>, line 0)"), True),
        (SyntaxError("Memory allocation failed, line 7"), True),
        (zlib.error("Error -4 while decompressing data"), True),
        (OSError(errno.ENOMEM, "x"), True),
        (SyntaxError("Opening and ending tag mismatch: b line 7"), False),
        (zlib.error("Error -3 while decompressing data: invalid block type"), False),
        (OSError(errno.EINVAL, "x"), False),
        (None, False),
    ],
)
def test_what_says_that_memory_lacks(error: BaseException | None, *, lacks: bool) -> None:
    assert lacks_memory(error) == lacks
    if error:
        told = ValueError("damaged")
        told.__cause__ = error
        assert lacks_memory(told) == lacks
