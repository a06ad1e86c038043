"""Splitting a cleaned plan into the clauses that it numbers itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

SECTION = re.compile(r"^([一二三四五六七八九十]+)、")
CLAUSE = re.compile(r"^(\([一二三四五六七八九十]+\))")
ITEM = re.compile(r"^(?:(\d{1,2})\.|\((\d{1,2})\))(?=\D)")


@dataclass(frozen=True)
class Clause:
    """A numbered part of a plan: ``label`` as the plan numbers it, ``text`` without line breaks."""

    label: str
    text: str


def split_clauses(cleaned: str) -> list[Clause]:
    """The clauses of a text from :func:`plans.clean.clean`, in order.

    A label is as short as the plan allows: ``5`` or ``(九)`` where those numbers run through the
    whole text, ``二(二)1`` where they start again in each section. What stands before the first
    number has the label ``""``.
    """
    section = clause = item = ""
    paths: list[tuple[str, str, str]] = []
    texts: list[list[str]] = []
    path = ("", "", "")
    for line in cleaned.splitlines():
        if found := SECTION.match(line):
            section, clause, item = found[1], "", ""
        elif found := CLAUSE.match(line):
            clause, item = found[1], ""
        elif found := ITEM.match(line):
            item = found[1] or found[2]
        if not paths or (section, clause, item) != path:
            path = (section, clause, item)
            paths.append(path)
            texts.append([])
        texts[-1].append(line)
    inner = [c for _, c, i in paths if c and not i]
    restarts = len(set(inner)) != len(inner)
    labels = [(s if restarts or not c else "") + c + i if (c or not i) else i for s, c, i in paths]
    return [Clause(label, "".join(text)) for label, text in zip(labels, texts, strict=True)]
