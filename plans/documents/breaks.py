"""Forced line breaks within one paragraph of a file: the end of a paragraph, or only of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ENDS = tuple("。！？；：!?;:")
_GOES_ON = tuple("，、。；：）》”,;:)")
_NUMBER = re.compile(
    r"\s*(?:第[一二三四五六七八九十百]+[章节编篇条]|[一二三四五六七八九十]{1,3}[、.．]"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳●■◆▲★•◇○□]|专栏|附[件表])"
)
#: A line that is shorter was ended by its writer and not by the width of a page.
_FULL_LINE = 16


def begins_numbered(line: str) -> bool:
    """Whether a line begins with the number or sign of a heading or a list item."""
    return bool(_NUMBER.match(line))


def _goes_on(line: str, following: str) -> bool:
    if following.startswith(_GOES_ON):
        return True
    if line.endswith(_ENDS) or begins_numbered(following) or following[0] in " \u3000\xa0":
        return False
    return len(line) >= _FULL_LINE and not (begins_numbered(line) and "，" not in line)


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of ``text``; lines that its writer broke by hand are put together again."""
    so_far = last = ""
    for line in text.split("\n"):
        if so_far and line.strip() and _goes_on(last, line):
            so_far += line.strip()
        else:
            if so_far:
                yield so_far
            so_far = line.rstrip()
        last = line.strip()
    if so_far:
        yield so_far
