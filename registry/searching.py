"""How text is compared in a search, whichever program searches.

``web/src/core/folding.js`` does the same in the browser; ``tests/data/hidden.json`` is read by the
tests of both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from registry.naming import seen

#: White space between words, the same in every language that searches: blanks of any width, tabs
#: and line ends. Other controls and separators are ignored with all that cannot be seen.
_SPACE = re.compile(r"[^\S\x1c-\x1f\x85\u2028\u2029]+")


def fold(text: str) -> str:
    """``text`` as it is compared: only what can be seen, full-width forms plain, capitals small.

    As a browser does it, so that a link finds the same there and here.

    >>> fold("ＹＵ\u200bkun")
    'yukun'
    """
    return unicodedata.normalize("NFKC", seen(text)).lower()


def fold_all(texts: Iterable[str]) -> str:
    """``texts``, each folded, one a line: a folded word never reaches from one into another."""
    return "\n".join(map(fold, texts))


def words_of(text: str) -> list[str]:
    """The words of ``text``, folded; a line end parts words as a blank does."""
    return [word for word in fold(_SPACE.sub(" ", text)).split(" ") if word]


def spelling(text: str) -> str:
    """``text`` folded and without white space, to be compared as a whole."""
    return "".join(words_of(text))
