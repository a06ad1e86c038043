"""Two texts beside each other: spelt in pinyin, one letter apart, heard alike.

``web/src/core/search/spelling.js`` does the same in the browser.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from layers.search.tables import EAR

#: Characters and the syllables they are read as.
Readings = Mapping[str, str]
#: Initials of two letters, which may stand for their syllable as one letter does.
_DOUBLE = ("zh", "ch", "sh")


def spelt(word: str, name: str, start: int, syllables: Readings) -> int:
    """Where in ``name`` the ``word`` ends that is spelt from ``start`` on; 0 where it is not.

    Each character may stand as it is, by its syllable or by its initial; the last syllable may be
    unfinished.

    >>> known = {"渝": "yu", "昆": "kun"}
    >>> [spelt(word, "渝昆高铁", 0, known) for word in ("yuk", "渝k", "yun")]
    [2, 2, 0]
    """
    if not word:
        return start
    if start == len(name):
        return 0
    character = name[start]
    if word[0] == character and (end := spelt(word[1:], name, start + 1, syllables)):
        return end
    syllable = syllables.get(character, "")
    if not syllable or syllable[0] != word[0]:
        return 0
    if syllable.startswith(word):
        return start + 1
    pieces = [syllable, *(d for d in _DOUBLE if syllable.startswith(d)), syllable[0]]
    for piece in pieces:
        if word.startswith(piece):
            end = spelt(word[len(piece) :], name, start + 1, syllables)
            if end:
                return end
    return 0


@lru_cache(maxsize=65_536)
def heard(pinyin: str) -> str:
    """Pinyin as southern ears hear it.

    >>> heard("zhongqing") == heard("zonqin"), heard("nanlu") == heard("lanlu")
    (True, True)
    """
    for written, read in EAR:
        pinyin = pinyin.replace(written, read)
    return pinyin


def aloud(name: str, start: int, syllables: Readings) -> str:
    """The pinyin of ``name`` from ``start`` on, to the first character that has none."""
    found = ""
    for character in name[start:]:
        syllable = syllables.get(character, "")
        if not syllable:
            break
        found += syllable
    return found


def alike_by_ear(one: str, other: str, syllables: Readings) -> int:
    """How many characters differ of two texts that are read alike; 0 where they are not, or same.

    >>> known = {"渝": "yu", "余": "yu", "昆": "kun"}
    >>> alike_by_ear("余昆", "渝昆", known), alike_by_ear("昆昆", "渝昆", known)
    (1, 0)
    """
    if len(one) != len(other):
        return 0
    differ = 0
    for a, b in zip(one, other, strict=True):
        if a == b:
            continue
        if not (syllables.get(a) and heard(syllables[a]) == heard(syllables.get(b, ""))):
            return 0
        differ += 1
    return differ


def one_apart(one: str, other: str) -> bool:
    """Whether a letter is wrong, too many, missing, or two neighbours changed places.

    >>> one_apart("kunmin", "kunming"), one_apart("knuming", "kunming"), one_apart("a", "a")
    (True, True, False)
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    if len(one) == len(other):
        if one[at + 1 :] == other[at + 1 :]:
            return True
        swapped = one[at + 1 : at + 2] + one[at : at + 1]
        return swapped == other[at : at + 2] and one[at + 2 :] == other[at + 2 :]
    shorter, longer = sorted((one, other), key=len)
    return shorter[at:] == longer[at + 1 :]


def chunks(text: str, name: str) -> int:
    """In how few pieces ``text`` stands in ``name``, in order; 0 where it does not.

    >>> chunks("三峡新通道", "三峡水运新通道"), chunks("渝昆", "渝昆高铁"), chunks("昆渝", "渝昆")
    (2, 1, 0)
    """
    none = len(text) + 1
    # Of each place in the name: the fewest pieces with the last character there.
    ends = [0] * len(name)
    for i, character in enumerate(text):
        found, before = [none] * len(name), none
        for j, own in enumerate(name):
            if own == character:
                going_on = ends[j - 1] if i and j else none
                found[j] = min(going_on, before + 1 if i else 1)
            if i:
                before = min(before, ends[j])
        ends = found
    best = min(ends, default=none)
    return best if text and best < none else 0
