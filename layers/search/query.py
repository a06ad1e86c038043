"""A text as the search reads it: folded, taken apart into words, ends of works and their kind.

``web/src/core/search/query.js`` does the same in the browser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from layers.search.tables import ALIKE, HEADS, KINDS, NUMBERS, TAILS, character_forms
from registry.naming import fold
from registry.vocab import Mode

#: What parts words: all but letters, figures and ideographs.
_BETWEEN = re.compile("[^a-z0-9\u00c0-\u024f\u0400-\u04ff\u3400-\u9fff]+")
#: A road by its number, and one whose letter stands behind it (210国道).
ROAD = re.compile(r"[gs]\d+")
_TURNED_ROAD = re.compile(r"^(\d{1,4})([gs])(?![a-z0-9])")
_LATIN = re.compile("[a-z]")
_LEAST = NUMBERS["least"]


@dataclass(frozen=True)
class Query:
    """What is asked for.

    ``whole`` is all of it as names are compared; ``bares`` the same with what makes no other
    project taken off, step by step, ``whole`` first; ``stem`` what stands before the ``kind`` of
    works, and ``mode`` that of the kind, None where it says none; ``words`` its words, each a
    query, where there are several; ``latin`` whether it has letters.
    """

    whole: str
    bares: tuple[str, ...]
    stem: str
    kind: str
    mode: Mode | None
    latin: bool
    words: tuple[Query, ...] = field(default=())


@cache
def _plain_of() -> dict[int, str]:
    """For :meth:`str.translate`: each form to the character it is read as."""
    table = {ord(f): c for c, forms in character_forms().items() for f in forms}
    return table | {ord("ü"): "v"}


def plain_words(text: str) -> list[str]:
    """The words of ``text``: folded, traditional forms simplified, without any mark.

    >>> plain_words("渝崑高鐵、Xi'an"), plain_words("⻄线（一期）")
    (['渝昆高铁', 'xi', 'an'], ['西线', '一期'])
    """
    return [w for w in _BETWEEN.split(fold(text).translate(_plain_of())) if w]


def alike(text: str) -> str:
    """``text`` with words of one meaning made one."""
    for written, read in ALIKE:
        text = text.replace(written, read)
    return _TURNED_ROAD.sub(r"\2\1", text)


def plain(text: str) -> str:
    """``text`` as names are compared.

    >>> plain("成都经达州至万州高速铁路"), plain("210国道"), plain("1000千伏")
    ('成都达州万州高铁', 'g210', '1000kv')
    """
    return alike("".join(plain_words(text)))


@cache
def _kinds() -> tuple[tuple[str, Mode], ...]:
    every = [(word, mode) for mode, words in KINDS.items() for word in words]
    return tuple(sorted(every, key=lambda kind: -len(kind[0])))


def parted(text: str) -> tuple[str, str, Mode | None]:
    """What stands before the kind of works at the end of ``text``, the kind, and its mode.

    >>> parted("渝昆高铁")[:2], parted("渝昆"), parted("机场")
    (('渝昆', '高铁'), ('渝昆', '', None), ('机场', '', None))
    """
    for kind, mode in _kinds():
        if text.endswith(kind) and len(text) - len(kind) >= _LEAST:
            return text[: -len(kind)], kind, mode
    return text, "", None


def bares_of(text: str) -> tuple[str, ...]:
    """``text``, then with each thing taken off that makes no other project.

    >>> bares_of("新建渝昆高铁项目")
    ('新建渝昆高铁项目', '新建渝昆高铁', '渝昆高铁')
    """
    found = [text]
    changed = True
    while changed:
        changed = False
        for tail in TAILS:
            if text.endswith(tail) and len(text) - len(tail) >= _LEAST:
                text, changed = text[: -len(tail)], True
                break
        else:
            for head in HEADS:
                if text.startswith(head) and len(text) - len(head) >= _LEAST:
                    text, changed = text[len(head) :], True
                    break
        if changed:
            found.append(text)
    return tuple(found)


def _query(whole: str, words: tuple[Query, ...] = ()) -> Query:
    bares = bares_of(whole)
    stem, kind, mode = next(
        (found for found in map(parted, reversed(bares)) if found[1]), (bares[-1], "", None)
    )
    return Query(whole, bares, stem, kind, mode, bool(_LATIN.search(whole)), words)


def read(text: str) -> Query | None:
    """What ``text`` asks for, None where it is blank."""
    if not fold(text).strip():
        return None
    words = plain_words(text)
    whole = alike("".join(words))
    several = tuple(_query(word) for word in map(alike, words) if word) if len(words) > 1 else ()
    return _query(whole, several)
