"""What is said when edits are shown and written, Chinese and English side by side."""

from __future__ import annotations

from functools import partial

from registry.commandline import say

WORDS: dict[str, tuple[str, str]] = {
    "yes": ("不再询问", "do not ask"),
    "same": ("没有变化", "nothing changed"),
    "note": ("提示：{told}", "note: {told}"),
    "ask": ("写入登记册？[y/N] ", "Write this to the registry? [y/N] "),
    "kept": ("没有写入", "nothing written"),
    "wrote": ("已写入 {path}", "wrote {path}"),
    "backup": ("原来的文件存在 {path}", "what was there is kept in {path}"),
}

#: ``word(key, lang, **values)``.
word = partial(say, WORDS)
