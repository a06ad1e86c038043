"""Whether a name stands in a retrospect: what was done before the plan speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plans.reading.lexical.lexicon import Lexicon
from registry.vocab import Status

_LONGEST_LEAD = 400
_UP_TO_NOW = "截至今"
#: 任期以来, 十三五以来, but not 今年以来 and 自2022年开通以来.
_LED = re.compile(r"(?!.{0,12}(?:今年|开通|运营|通车|投运|启用|开工))[^,。;]{1,14}以来[,:]")
_SENTENCE_ENDS = "。;!?"
_DONE = (Status.OPERATION, Status.CONSTRUCTION, Status.START, Status.UPGRADE, None)


@dataclass
class Retrospect:
    """What the sentences of one paragraph say of the time they tell of.

    A word for years past (过去五年) holds until a sentence begins with another time; one for a
    moment past (去年) within its own sentence only.
    """

    words: Lexicon
    holds: bool = False

    def enter(self, text: str) -> None:
        """Go on to the sentence ``text``."""
        if any(word in text for word in self.words.achieved_words) or _LED.match(text):
            self.holds = True
        elif text.startswith(self.words.now):
            self.holds = False

    def end(self) -> None:
        """Leave the retrospect."""
        self.holds = False

    def covers(self, text: str, start: int, end: int, said: Status | None, *, own: bool) -> bool:
        """Whether the list that stands in the sentence ``text`` at ``start:end`` is of the past.

        Parameters
        ----------
        said : Status, optional
            What is said of the list.
        own : bool
            Its own clause says so.
        """
        if said not in _DONE:
            return False
        lead = text[max(0, start - _LONGEST_LEAD) : start]
        lead = lead.replace("今年以来", "以来").replace("截至目前", _UP_TO_NOW)
        behind = _until(text[end : end + _LONGEST_LEAD], "," + _SENTENCE_ENDS)
        if any(word in behind for word in self.words.to_come):
            return False
        if self.holds:
            return said is not None and not any(word in lead for word in self.words.to_come)
        if any(self._moment(lead, said)):
            return True
        return own and said is Status.OPERATION and any(w in behind for w in self.words.moments)

    def _moment(self, lead: str, said: Status | None) -> list[bool]:
        """For each moment past before a list, whether nothing to come stands behind it.

        Up to now (截至目前) only what is open is of the past: what is being built still is.
        """
        clause = lead[max(lead.rfind(mark) for mark in _SENTENCE_ENDS) + 1 :]
        under_way = said is not Status.OPERATION
        words = [w for w in self.words.moments if not (under_way and w == _UP_TO_NOW)]
        found = [clause.rfind(word) for word in words if word in clause]
        return [not any(word in clause[at:] for word in self.words.to_come) for at in found]


def _until(text: str, marks: str) -> str:
    """``text`` up to the first of ``marks``."""
    return text[: min((at for mark in marks if (at := text.find(mark)) >= 0), default=len(text))]
