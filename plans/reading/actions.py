"""From the words around a list of names to a status."""

from __future__ import annotations

from collections.abc import Sequence

from plans.reading.lexical.lexicon import Sense
from registry.vocab import Status

_BY_SENSE = {
    Sense.RESEARCH: Status.RESEARCH,
    Sense.PREPARATION: Status.PREPARATION,
    Sense.START: Status.START,
    Sense.CONSTRUCTION: Status.CONSTRUCTION,
    Sense.UPGRADE: Status.UPGRADE,
    Sense.OPERATION: Status.OPERATION,
    Sense.LIGHT: Status.CONSTRUCTION,
}
#: Beside these a bare mention says nothing more.
_STRONGER = frozenset(
    {Sense.RESEARCH, Sense.START, Sense.OPERATION, Sense.UPGRADE, Sense.COMPLETING}
)


def status(
    senses: Sequence[Sense], *, upgrade: bool = False, doubling: bool = False
) -> Status | None:
    """What ``senses``, in the order of the words, say of a project; none when they say nothing.

    Parameters
    ----------
    upgrade : bool
        The name itself is of an upgrade: 云青铁路扩能改造.
    doubling : bool
        The name is of a second track (增建二线), which is built, not upgraded.
    """
    said = [s for s in senses if s is not Sense.AUXILIARY]
    if not said:
        return None
    halted = Sense.HALTED in said
    if Sense.PREPARATION in said and not halted:
        return Status.PREPARATION
    if halted or (Sense.MENTIONED in said and not _STRONGER & set(said)):
        return Status.UNSPECIFIED
    if Sense.RESEARCH in said:
        return Status.RESEARCH
    if begun := _first(said, Sense.START, Sense.OPERATION):
        return begun
    if Sense.COMPLETING in said:
        # 整治基本完成 closes upgrade work that goes on; 完成…建设 is done.
        return Status.UPGRADE if upgrade and said[-1] is Sense.COMPLETING else Status.OPERATION
    if Sense.UPGRADE in said or (upgrade and not doubling):
        return Status.UPGRADE
    return _first(said, *_BY_SENSE)


def _first(said: Sequence[Sense], *of: Sense) -> Status | None:
    """The status of the first sense that is one ``of`` these."""
    return next((_BY_SENSE[sense] for sense in said if sense in of), None)
