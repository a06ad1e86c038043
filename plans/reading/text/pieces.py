"""The sentences of a part of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plans.reading.text.folding import Folded

_SENTENCE_END = re.compile(r"[。!?](?![)])|;(?=(?:19|20)\d\d年)")


def sentences_of(folded: Folded) -> Iterator[Folded]:
    """The sentences of ``folded``, each with the mark that ends it."""
    begin = 0
    for match in _SENTENCE_END.finditer(folded.text):
        if match.end() - begin > 1:
            yield folded.part(begin, match.end())
        begin = match.end()
    if begin < len(folded.text):
        yield folded.part(begin, len(folded.text))
