"""What the plans promise for a year, and how firmly, by their own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facts.steps import Mention
from registry.outcome.vocab import PromiseKind, Strength
from registry.vocab import Status

# The page asks here too and does without the registry's models.
if TYPE_CHECKING:
    from registry.models import Project

#: The words that make a promise firmer or weaker than a mere year.
WORDS = {"确保": Strength.ENSURE, "力争": Strength.STRIVE, "争取": Strength.STRIVE}


@dataclass(frozen=True)
class Promise:
    """A year that a plan gives for the start or the completion of a project (ids)."""

    plan: str
    project: str
    kind: PromiseKind
    year: int
    strength: Strength


def strength(action: str | None, year: int) -> Strength:
    """How firmly ``action``, the plan's words, promises ``year``.

    The last word of :data:`WORDS` before the year counts; where the words do not hold the year,
    the last of all. Without any the year is just planned.
    """
    text = action or ""
    end = text.find(str(year))
    text = text if end < 0 else text[:end]
    positions = {word: text.rfind(word) for word in WORDS if word in text}
    return WORDS[max(positions, key=lambda word: positions[word])] if positions else Strength.PLAN


def promises(project: Project, plans: Sequence[str]) -> list[Promise]:
    """The promises of ``project`` in the order of ``plans``, starts first.

    A plan that repeats the year in another clause promises once; the first such words count.
    """
    first_made: dict[tuple[str, PromiseKind, int], Promise] = {}
    order = {plan: number for number, plan in enumerate(plans)}
    for mention in project.mentions:
        for kind, year in _years(mention):
            made = Promise(mention.plan, project.id, kind, year, strength(mention.action, year))
            first_made.setdefault((mention.plan, kind, year), made)
    return sorted(
        first_made.values(), key=lambda p: (order[p.plan], list(PromiseKind).index(p.kind))
    )


def without_year(mentions: Iterable[Mention]) -> list[str]:
    """Ids of the plans that say what is to be done and name no year, as they first do.

    A plan that names a year in any of its ``mentions`` has promised it; what became of the others
    is told by the current status alone.
    """
    said = list(mentions)
    dated = {mention.plan for mention in said if _years(mention)}
    asks = [mention.plan for mention in said if mention.status is not Status.UNSPECIFIED]
    return [plan for plan in dict.fromkeys(asks) if plan not in dated]


def _years(mention: Mention) -> list[tuple[PromiseKind, int]]:
    told = (
        (PromiseKind.START, mention.start_year),
        (PromiseKind.COMPLETE, mention.complete_year),
    )
    return [(kind, year) for kind, year in told if year is not None]
