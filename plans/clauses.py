"""Splitting a cleaned plan into the clauses that it numbers itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SECTION = re.compile(r"^([一二三四五六七八九十]+)、")
_CLAUSE = re.compile(r"^(\([一二三四五六七八九十]+\))")
_ITEM = re.compile(r"^(?:(\d{1,2})\.|\((\d{1,2})\))(?=\D)")


@dataclass(frozen=True)
class Clause:
    """A numbered part of a plan: ``label`` as the plan numbers it, ``text`` without line breaks."""

    label: str
    text: str


def _paths(lines: Iterable[str]) -> list[tuple[str, str, str]]:
    """Section, clause and item that each of ``lines`` stands in."""
    section = clause = item = ""
    paths = []
    for line in lines:
        if match := _SECTION.match(line):
            section, clause, item = match[1], "", ""
        elif match := _CLAUSE.match(line):
            clause, item = match[1], ""
        elif match := _ITEM.match(line):
            item = match[1] or match[2]
        paths.append((section, clause, item))
    return paths


def labels(lines: Iterable[str]) -> list[str]:
    """The label of the clause that each of ``lines`` stands in.

    A label is as short as the plan allows: ``5`` or ``(九)`` where those numbers run through the
    whole text, ``二(二)1`` where they start again in each section. What stands before the first
    number has the label ``""``.
    """
    paths = _paths(lines)
    parts = [path for index, path in enumerate(paths) if not index or path != paths[index - 1]]
    inner = [clause for _, clause, item in parts if clause and not item]
    restarts = len(set(inner)) != len(inner)
    return [
        (section if restarts or not clause else "") + clause + item if clause or not item else item
        for section, clause, item in paths
    ]


def split_clauses(cleaned: str) -> list[Clause]:
    """The clauses of a text from :func:`plans.clean.clean`, in order; see :func:`labels`."""
    lines = cleaned.splitlines()
    paths = _paths(lines)
    names = labels(lines)
    clauses: list[tuple[str, list[str]]] = []
    for index, line in enumerate(lines):
        if not index or paths[index] != paths[index - 1]:
            clauses.append((names[index], []))
        clauses[-1][1].append(line)
    return [Clause(label, "".join(text)) for label, text in clauses]
