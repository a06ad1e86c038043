"""``python -m store pull``: what editors changed in the store, brought into the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analyst.edits.columns import Note
from analyst.edits.read import Edits, edits_between
from registry.paths import Paths
from store.connection import Address
from store.history import edits, hands
from store.making import check_version
from store.state import base_of, now_of
from store.words import word

if TYPE_CHECKING:
    from psycopg import Connection


def pull(base: Connection[Any], at: Address, paths: Paths) -> Edits:
    """What the store's edits would change in the registry; nothing is written.

    The comparison is that of ``python -m analyst import-edits``: an edit is what differs from what
    the last push wrote, and is refused where the registry has changed the same thing since.

    Raises
    ------
    AtlasError
        Where the store is of another version, and as for :func:`edits_between`.
    """
    check_version(base, at)
    before = base_of(base)
    found = edits_between(before, now_of(base, before), list(before), at.shown, paths)
    found.notes.extend(_several(base))
    return found


def _several(base: Connection[Any]) -> list[Note]:
    """The cells that more than one hand changed, of which the last is taken."""
    changes = edits(base)
    cells = {(one.layer, one.key, column): None for one in changes for column in one.after}
    notes: list[Note] = []
    for layer, key, column in cells:
        names = hands(changes, layer, key, column)
        if len(names) > 1:
            told = {"layer": layer, "row": key, "column": column}
            notes.append(
                (
                    word("several", "zh", **told, who="、".join(names)),
                    word("several", "en", **told, who=", ".join(names)),
                )
            )
    return notes
