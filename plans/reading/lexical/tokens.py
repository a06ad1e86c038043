"""A word of a sentence: what it is made of, where it stands, and what it can do there."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from plans.reading.lexical.lexicon import Entry, Role, Sense


class Use(StrEnum):
    """What a token does in its sentence."""

    PROPER = "proper"  # part of what is proper to a name
    TIE = "tie"  # 至, — between two ends
    VIA = "via"
    HEAD = "head"
    PART = "part"
    ENDING = "ending"
    SECTION = "section"
    PHASE = "phase"
    WORKS = "works"
    UPGRADE = "upgrade"
    ANNEX = "annex"
    BRACKET = "bracket"
    GENERIC = "generic"
    SPEED = "speed"
    FILLER = "filler"
    OF = "of"
    SEPARATOR = "separator"
    ETC = "etc"
    VERB = "verb"
    NOT_FACILITY = "not_facility"
    TIME = "time"
    BOUNDARY = "boundary"
    MARK = "mark"


#: What a name is made of.
NAMEABLE = {
    *(Use.PROPER, Use.TIE, Use.VIA, Use.HEAD, Use.PART, Use.ENDING, Use.SECTION, Use.PHASE),
    *(Use.WORKS, Use.UPGRADE, Use.ANNEX, Use.BRACKET, Use.GENERIC, Use.SPEED, Use.OF),
}
#: After these an upgrade or a phase still belongs to the name.
ANCHORS = {Use.HEAD, Use.PART, Use.ENDING, Use.SECTION, Use.PHASE, Use.WORKS, Use.UPGRADE}


@dataclass(slots=True)
class Token:
    """A word of a sentence; ``start`` and ``end`` count in the folded sentence, half-open.

    ``kind`` is ``word`` (of the lexicon), ``char`` (a character of something proper), ``road``,
    ``voltage``, ``speed``, ``bracket``, ``title``, ``quantity``, ``year``, ``relative``,
    ``period``, ``etc`` (等), ``of`` (的), ``filler`` (项目) or ``mark`` (punctuation).
    """

    start: int
    end: int
    text: str
    kind: str
    entry: Entry | None = None
    roles: set[Role] = field(default_factory=set)
    years: tuple[int, ...] = ()

    @property
    def sense(self) -> Sense | None:
        """What it says of a project, where it is read as a verb."""
        return self.entry.sense if self.entry and Role.VERB in self.roles else None
