"""From a plan's text as found on the web to plain simplified Chinese.

Each step removes one kind of damage and leaves undamaged text as it is, so every plan takes the
same way: forum copies carry random ASCII between and beside their lines, a broken conversion puts
pinyin in brackets inside words, some texts are in traditional characters, some have stray spaces.
"""

from __future__ import annotations

import re
import unicodedata

from opencc import OpenCC

from plans.radicals import mend
from registry.naming import seen

_PINYIN = re.compile(r"\([?a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ ]{1,8}\)")
_PAGE_MARK = re.compile(r"#p#[^#]*#e#")
_FIRST_WORD = re.compile(r"[^\x00-\x7f]")
#: A heading number, opening bracket or road number that belongs to the words after it.
_KEPT_HEAD = re.compile(r"(?:\(\d{1,2}\)|\(|\d{1,2}\.|[GS]\d{1,4}|\d{4}|\d{1,2})$")
_PLAIN_HEAD = re.compile(r"[\w().]*$", re.ASCII)
_TO_SIMPLIFIED = OpenCC("t2s")


def _strip_line_noise(line: str) -> str:
    """``line`` without random ASCII before its first and after its last word."""
    first = _FIRST_WORD.search(line)
    if first is None:
        return ""
    head, rest = line[: first.start()], line[first.start() :]
    if not _PLAIN_HEAD.match(head):
        kept = _KEPT_HEAD.search(head)
        head = kept.group() if kept else ""
    end = max(m.end() for m in _FIRST_WORD.finditer(rest))
    body, tail = head + rest[:end], rest[end:]
    if tail.startswith(")") and body.count("(") > body.count(")"):
        body += ")"
    return body


def simplify(text: str) -> str:
    """``text`` in simplified characters, full-width forms narrowed, white space removed."""
    return re.sub(
        r"\s+", "", _TO_SIMPLIFIED.convert(unicodedata.normalize("NFKC", mend(seen(text))))
    )


def clean(raw: str) -> str:
    """The plan's paragraphs, one a line, in simplified Chinese and without noise."""
    text = _PAGE_MARK.sub("\n", _PINYIN.sub("", unicodedata.normalize("NFKC", raw)))
    lines = (simplify(_strip_line_noise(line.strip())) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
