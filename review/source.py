"""One document under review: what was dropped, how far reading it is, what was found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from plans.commands.placing import Proposed
from plans.documents import Document
from plans.records import Mention
from registry.errors import AtlasError
from registry.geometry import Precision

#: A line's places, each [longitude, latitude] in degrees of WGS84; a single one is a point.
Part = list[list[float]]


class State(StrEnum):
    """How far a document is."""

    WAITING = "waiting"
    OPENING = "opening"
    FINDING = "finding"
    LOCATING = "locating"
    READ = "read"
    REFUSED = "refused"


#: Nothing more happens to a document in one of these.
ENDED = frozenset({State.READ, State.REFUSED})


@dataclass(frozen=True)
class Shape:
    """Where a project that no plan named before is: lines or points, and how surely.

    ``kind`` is ``"L"`` for lines, ``"P"`` for points, ``"A"`` for rings of areas, ``""`` for none;
    ``told`` says in Chinese and English where it comes from, or why there is none.
    """

    kind: str
    parts: tuple[Part, ...]
    precision: Precision
    told: tuple[str, str]


@dataclass
class Source:
    """A document; ``plan`` is the id of the plan that it is, ``data`` its bytes until it is read.

    ``mentions`` grows while it is read; then ``located`` counts those that were located.
    ``shapes`` has where new projects are, by the key of the row, ``proposed`` where any record is
    that was proposed for it. ``saved`` has the corrections that came with it, by the
    number of the mention.
    """

    key: str
    name: str
    plan: str
    data: bytes | str | None = None
    state: State = State.WAITING
    fault: AtlasError | None = None
    document: Document | None = None
    mentions: list[Mention] = field(default_factory=list)
    located: int = 0
    shapes: dict[str, Shape] = field(default_factory=dict)
    proposed: Proposed = field(default_factory=dict)
    saved: dict[str, dict[str, object]] = field(default_factory=dict)

    @property
    def busy(self) -> bool:
        """Whether there is still something to do."""
        return self.state not in ENDED

    @property
    def text(self) -> str:
        """The document's text, empty before it is open."""
        return self.document.text if self.document else ""

    @property
    def done(self) -> float:
        """How far the step is that it is in, 0 to 1: the text looked through, mentions located."""
        if self.state is State.LOCATING:
            return self.located / len(self.mentions) if self.mentions else 1.0
        if self.state is State.READ:
            return 1.0
        return self.mentions[-1].end / len(self.text) if self.mentions else 0.0

    def row_key(self, number: int) -> str:
        """The key of the mention ``number``, from 0."""
        return f"{self.key}.{number}"
