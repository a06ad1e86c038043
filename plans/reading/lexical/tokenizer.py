"""Cutting a folded sentence into words: the lexicon's longest, and what patterns find."""

from __future__ import annotations

import re

from plans.reading.lexical.lexicon import Lexicon, Role
from plans.reading.lexical.patterns import Patterns
from plans.reading.lexical.tokens import Token

_PUNCTUATION = frozenset(",;:。!?()<>《》|[]{}*+=#@…·•\t\n")
#: Digits that go on for longer than those of any number: nothing is looked for in them.
_ENDLESS = re.compile(r"[\d.,#×/]{80,}|[一二两三四五六七八九十百千〇零○]{80,}")
_LOOSE = {Role.PLAIN, Role.NOUN, Role.PLACE, Role.GENERIC, Role.NOMINAL}
_FIRM = {Role.HEAD, Role.SETTING}


class Tokenizer:
    """Cuts sentences by ``lexicon``; ``republic``: three-figure years are of the Republic."""

    def __init__(self, lexicon: Lexicon, *, republic: bool = False) -> None:
        self.lexicon = lexicon
        self._patterns = Patterns(lexicon, republic=republic)

    def cut(self, text: str) -> list[Token]:
        """The tokens of ``text``, which cover it without gaps."""
        tokens: list[Token] = []
        at = 0
        endless = iter(_ENDLESS.finditer(text))
        run = next(endless, None)
        while at < len(text):
            if run and at >= run.start():
                tokens += [Token(n, n + 1, text[n], "char") for n in range(at, run.end())]
                at, run = max(at, run.end()), next(endless, None)
                continue
            token = self._patterns.find(text, at) or self._word(text, at, tokens)
            if token is None:
                character = text[at]
                kind = "mark" if character in _PUNCTUATION else "char"
                if character == "的":
                    kind = "of"
                token = Token(at, at + 1, character, kind)
            tokens.append(token)
            at = token.end
        return tokens

    def _word(self, text: str, at: int, before: list[Token]) -> Token | None:
        word = self.lexicon.longest(text, at)
        if word is None:
            return None
        if self._hides_head(word, text, at):
            return None
        word = self._without_facility_ahead(word, before)
        word = self._ending_ahead(word, text, at)
        word = self._without_place_behind(word, text, at)
        word = self._without_separator_ahead(word, text, at, before)
        entry = self.lexicon.entries[word]
        return Token(at, at + len(word), word, "word", entry, set(entry.roles))

    def _hides_head(self, word: str, text: str, at: int) -> bool:
        """新高 of 合新|高铁: a common word or place across the beginning of a facility."""
        entries = self.lexicon.entries
        if not entries[word].roles <= _LOOSE:
            return False
        ahead = self.lexicon.longest(text, at + len(word)) if at + len(word) < len(text) else None
        firm = len(ahead) if ahead and entries[ahead].roles & _FIRM else 0
        for index in range(at + 1, at + len(word)):
            behind = self.lexicon.longest(text, index)
            if (
                behind
                and len(behind) > 1
                and index + len(behind) > at + len(word) + firm
                and entries[behind].roles & _FIRM
            ):
                return True
        return False

    def _without_facility_ahead(self, word: str, before: list[Token]) -> str:
        """铁路 of 川青铁路|镇江关: the facility where a place that begins with it is unlikely."""
        entries = self.lexicon.entries
        if entries[word].roles != {Role.PLACE} or not before:
            return word
        if before[-1].kind != "char" and Role.PLACE not in before[-1].roles:
            return word
        for length in range(len(word) - 1, 1, -1):
            if word[:length] in entries and Role.HEAD in entries[word[:length]].roles:
                return word[:length]
        return word

    def _ending_ahead(self, word: str, text: str, at: int) -> str:
        """港 of 宜宾港|航运: the ending where a longer word begins behind it."""
        entries = self.lexicon.entries
        first = entries.get(word[0])
        if len(word) == 1 or Role.NOT_FACILITY not in entries[word].roles:
            return word
        if first is None or Role.ENDING not in first.roles:
            return word
        behind = self.lexicon.longest(text, at + 1)
        return word[0] if behind and len(behind) > len(word) - 1 else word

    def _without_place_behind(self, word: str, text: str, at: int) -> str:
        """新建 of 新建成|都: the shorter verb where its last character begins a place."""
        entries = self.lexicon.entries
        shorter = word[:-1]
        if Role.VERB not in entries[word].roles or shorter not in entries:
            return word
        if Role.VERB not in entries[shorter].roles:
            return word
        behind = self.lexicon.longest(text, at + len(shorter))
        if behind and len(behind) > 1 and entries[behind].roles == {Role.PLACE}:
            return shorter
        return word

    def _without_separator_ahead(self, word: str, text: str, at: int, before: list[Token]) -> str:
        """和 of 和平|武县: the separator where a longer place begins behind it."""
        entries = self.lexicon.entries
        first = word[0]
        if len(word) == 1 or first not in entries or Role.SEPARATOR not in entries[first].roles:
            return word
        if Role.PLACE not in entries[word].roles and Role.WHOLE not in entries[word].roles:
            return word
        if not before or before[-1].kind == "mark" or before[-1].roles & {Role.TO, Role.DASH}:
            return word
        behind = self.lexicon.longest(text, at + 1)
        if behind and len(behind) > len(word) - 1 and Role.PLACE in entries[behind].roles:
            return first
        return word
