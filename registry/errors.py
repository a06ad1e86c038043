"""The one error that bad input raises: a sentence that says what is wrong and where."""

from __future__ import annotations

import os
from collections.abc import Callable

from registry.naming import visible

#: The longest sentence, in characters, and how many of the last of a longer one are kept.
_LONGEST, _END = 1500, 400


class AtlasError(Exception):
    """Bad input, told to the user in one sentence.

    Parameters
    ----------
    where : str
        File, record and field, most general first, such as
        ``data/projects/rail/yukun-hsr.yaml: mentions[0].status``.
    zh, en : str
        What is wrong and what is allowed, in Chinese and in English, without a full stop.
    """

    def __init__(self, where: str, *, zh: str, en: str) -> None:
        self.where = where
        self.zh = zh
        self.en = en
        super().__init__(self.text("en"))

    def __reduce__(self) -> tuple[Callable[..., AtlasError], tuple[str, str, str]]:
        """What another process needs to raise it too."""
        return _again, (self.where, self.zh, self.en)

    def text(self, lang: str) -> str:
        """The sentence in ``"zh"`` or, for any other value, English; always one line."""
        told = f"{self.where}：{self.zh}。" if lang == "zh" else f"{self.where}: {self.en}."
        told = visible(told)
        if len(told) > _LONGEST:
            # What was written may be ever so long; what is wrong with it stands at the end.
            told = f"{told[: _LONGEST - _END]}…{told[-_END:]}"
        return told


def _again(where: str, zh: str, en: str) -> AtlasError:
    return AtlasError(where, zh=zh, en=en)


def shell_language() -> str:
    """``"zh"`` or ``"en"``, read from LC_ALL, LC_MESSAGES or LANG as POSIX orders them."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"
