"""Taking what was reviewed into the atlas: whether it may be, what would change, writing it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from plans.accepting.changes import accept, remove
from plans.accepting.describe import guessed, plan_from
from plans.accepting.draft import Changes
from plans.accepting.rows import reviewed as table_rows
from plans.commands.carry import carry_out, routes
from plans.matching.romanize import pinyin
from registry.load import load_plans
from registry.paths import Paths
from review import downloads
from review.corrections import Corrected
from review.shapes import Locator
from review.source import Source

#: Whoever runs the server sets this to "1" to let its readers change the atlas.
SETTING = "ATLAS_ACCEPT"
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST = 60


def refused(paths: Paths) -> str:
    """Why nothing is accepted here: ``closed``, ``read_only``, or empty where it may be."""
    if os.environ.get(SETTING) != "1":
        return "closed"
    folders = (paths.data, paths.projects, *(f for f in paths.projects.glob("*") if f.is_dir()))
    return "" if all(os.access(folder, os.W_OK) for folder in folders) else "read_only"


def plan_key(name: str) -> str:
    """An id for a plan that is called ``name``, such as its file's.

    >>> plan_key("云泽 2027 (final)"), plan_key("…")
    ('yunze-2027-final', 'plan')
    """
    slug = _NOT_SLUG.sub("-", pinyin(name).lower()).strip("-")
    return slug[:_LONGEST].strip("-") or "plan"


def guesses(source: Source) -> dict[str, str]:
    """What the document says of the plan itself, by field of plans.yaml."""
    return guessed(source.text, source.plan)


def wanted(
    source: Source,
    reviewed: Sequence[Corrected],
    plan_id: str,
    given: Mapping[str, str],
    *,
    locator: Locator,
    paths: Paths,
) -> Changes:
    """What accepting the rows that count would change in the registry; nothing is written.

    Raises
    ------
    AtlasError
        For the first thing wrong, such as a field of the plan that is missing.
    """
    there = load_plans(paths).get(plan_id)
    said = {key: value for key, value in given.items() if value}
    plan = there or plan_from(plan_id, said, text=Path(source.name).name, guesses=guesses(source))
    found = locator.propose(downloads.extraction([(source, reviewed)]))
    return accept(plan, table_rows(found.found), routes(paths), paths)


def write(changes: Changes, paths: Paths) -> list[Path]:
    """Write the changes and the files built of them: all or none. AtlasError: nothing changed."""
    return carry_out(changes, paths)


def undo(plan_id: str, paths: Paths) -> Changes:
    """What taking the plan out of the registry again would change."""
    return remove(plan_id, paths)
