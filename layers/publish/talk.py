"""A talk: the steps of a presentation, written in a small YAML file.

docs/presenting.md describes the file, :mod:`layers.publish.talk_file` reads it; docs/talks/ has
one to start from.
"""

from __future__ import annotations

from dataclasses import dataclass

from layers.address import PLAN, Viewport
from layers.publish.talk_marks import Mark
from layers.selection.comparison import Comparing
from layers.selection.filters import Filter


@dataclass(frozen=True)
class Step:
    """One step: what it says, what it shows, where the map goes (None: fit what is shown).

    ``changes`` lists what the newest chosen plan adds to the plans before it, and changes;
    ``highlight`` keeps these projects strong and the others faint; ``select`` opens a card;
    ``outcomes`` shows what became of the promises instead: those of the selected project and its
    sections, or of all that are shown; ``slips`` how these promises slipped from plan to plan, in
    place of a row each; ``comparing`` what became of projects between two plans or two years, on
    one map or two. ``view`` is ``now`` or ``plan``: the map is drawn by how far
    projects are, or by what the plans say. ``marks`` are what the presenter drew on the map.
    """

    title: str
    caption: str
    chosen: Filter
    viewport: Viewport | None
    select: str | None
    highlight: tuple[str, ...]
    changes: bool
    view: str = PLAN
    outcomes: bool = False
    slips: bool = False
    comparing: Comparing | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Talk:
    """A title, a language (``zh`` or ``en``; empty where the file does not say) and the steps."""

    title: str
    lang: str
    steps: tuple[Step, ...]
