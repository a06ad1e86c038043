"""A document between processes: JSON, since what comes back may be of a process gone wrong."""

from __future__ import annotations

from typing import Any, get_args

from plans.documents.document import Block, Document, Kind, Note, Span

_KINDS: tuple[Kind, ...] = get_args(Kind)


def packed(document: Document) -> dict[str, Any]:
    """A document as JSON has it: the ``kinds`` of its blocks one digit each, bounds in a row."""
    return {
        "text": document.text,
        "kind": document.kind,
        "notes": [[note.zh, note.en] for note in document.notes],
        "kinds": "".join(str(_KINDS.index(block.kind)) for block in document.blocks),
        "bounds": [bound for block in document.blocks for bound in (block.start, block.end)],
        "cells": {
            number: [bound for span in block.cells for bound in span]
            for number, block in enumerate(document.blocks)
            if block.cells
        },
        "headings": [number for number, block in enumerate(document.blocks) if block.heading],
    }


def unpacked(told: dict[str, Any]) -> Document:
    """The document that :func:`packed` made ``told`` of."""
    same: dict[Span, Span] = {}  # a cell that covers many places has one span

    def pairs(flat: list[int]) -> tuple[Span, ...]:
        spans = zip(flat[::2], flat[1::2], strict=True)
        return tuple(same.setdefault(span, span) for span in spans)

    headings = set(told["headings"])
    bounds = told["bounds"]
    blocks = [
        Block(
            _KINDS[int(kind)],
            bounds[2 * number],
            bounds[2 * number + 1],
            pairs(told["cells"].get(str(number), [])),
            number in headings,
        )
        for number, kind in enumerate(told["kinds"])
    ]
    notes = [Note(*note) for note in told["notes"]]
    return Document(told["text"], blocks, told["kind"], notes)
