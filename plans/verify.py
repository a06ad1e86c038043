"""Checking that the words a mention quotes really stand in its plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from plans.clauses import split_clauses
from plans.clean import clean, simplify
from registry.errors import AtlasError
from registry.files import read_text
from registry.models import Plan, Project

JOIN = "…"


def read_plan(path: Path) -> dict[str, str]:
    """Clause label to clause text of the plan in ``path``.

    Raises
    ------
    AtlasError
        When the file is missing or is not UTF-8.
    """
    raw = read_text(path, path.name)
    return {clause.label: clause.text for clause in split_clauses(clean(raw))}


def stands_in(quoted: str, text: str) -> bool:
    """Whether the pieces of ``quoted``, joined by …, stand in ``text`` in that order."""
    position = 0
    for piece in quoted.split(JOIN):
        start = text.find(simplify(piece), position)
        if start < 0:
            return False
        position = start + len(simplify(piece))
    return True


def misquotes(
    projects: Iterable[Project], plans: Mapping[str, Plan], folder: Path
) -> Iterator[AtlasError]:
    """One error for each ``as_written`` or ``action`` that its clause does not hold."""
    texts = {plan.id: read_plan(folder / plan.text) for plan in plans.values()}
    for project in projects:
        for number, mention in enumerate(project.mentions):
            where = f"data/projects/{project.mode}/{project.id}.yaml: mentions[{number}]"
            text = texts[mention.plan].get(mention.clause)
            if text is None:
                yield AtlasError(
                    f"{where}.clause",
                    zh=f"计划 {mention.plan} 没有条款 {mention.clause}",
                    en=f"plan {mention.plan} has no clause {mention.clause}",
                )
                continue
            for field in ("as_written", "action"):
                quoted = getattr(mention, field)
                if quoted and not stands_in(quoted, text):
                    yield AtlasError(
                        f"{where}.{field}",
                        zh=f"{mention.plan} {mention.clause} 中没有“{quoted}”",
                        en=f"“{quoted}” does not stand in {mention.plan} {mention.clause}",
                    )
