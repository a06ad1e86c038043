"""A document is the same on both sides of a pipe."""

from __future__ import annotations

import json

import pytest

from plans.documents.document import Block, Document, Note
from plans.documents.reader import read_here
from plans.documents.sandbox.wire import packed, unpacked
from tests.plans.documents.support import form


@pytest.mark.parametrize(
    "name", ["plan.docx", "plan_tables_tracked.docx", "projects.xlsx", "plan_table.pdf", "plan.rtf"]
)
def test_files_come_through_as_they_are(name: str) -> None:
    document = read_here(form(name), name)
    assert document
    assert unpacked(json.loads(json.dumps(packed(document)))) == document


def test_every_part_comes_through() -> None:
    wide = (3, 5)
    blocks = [
        Block("heading", 0, 2),
        Block("table_row", 3, 8, (wide, wide, (6, 8)), heading=True),
        Block("table_row", 9, 10, (wide, (9, 10))),
        *(Block(kind, 11, 12) for kind in ("paragraph", "list_item", "footnote", "header")),
    ]
    document = Document(
        "标题\n一二\t\U0001f684�", blocks, "html", [Note("一", "one"), Note("二", "2")]
    )
    back = unpacked(json.loads(json.dumps(packed(document))))
    assert back == document
    # What covers many places is held once.
    assert back.blocks[1].cells[0] is back.blocks[1].cells[1] is back.blocks[2].cells[0]
