"""A word of a sentence: what it is made of and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from plans.reading.lexical.lexicon import Entry, Role, Sense


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
