"""Items of a list written by hand, so that a rule is tried on just what it looks at.

``云泽 至/t 青岚 铁路/h`` is four tokens; what stands behind the slash is what the token does, by
default it is proper. Roles and kind are those of the lexicon, of a name that it does not hold
those of a place and of one sign those of a letter; ``子口@noun`` gives other roles,
``三闸/h:site:waterway`` another shape and mode. ``!`` begins an item that is no facility.
"""

from __future__ import annotations

import re

from plans.reading.lexical.lexicon import Entry, Role, lexicon
from plans.reading.lexical.tokens import Token, Use
from plans.reading.names.items import Item
from registry.vocab import Mode

_USES = {
    **{"p": Use.PROPER, "t": Use.TIE, "v": Use.VIA, "h": Use.HEAD, "pt": Use.PART},
    **{"e": Use.ENDING, "s": Use.SECTION, "ph": Use.PHASE, "w": Use.WORKS, "u": Use.UPGRADE},
    **{"a": Use.ANNEX, "b": Use.BRACKET, "g": Use.GENERIC, "sp": Use.SPEED, "o": Use.OF},
    **{"-": Use.SEPARATOR, "etc": Use.ETC, "f": Use.FILLER, "m": Use.MARK, "vb": Use.VERB},
    **{"nf": Use.NOT_FACILITY, "bd": Use.BOUNDARY},
}
CODES = {use: code for code, use in _USES.items()}
_KINDS = (
    ("road", re.compile(r"[GS]\d+线?$")),
    ("voltage", re.compile(r"\d+千伏$")),
    ("speed", re.compile(r"时速")),
    ("bracket", re.compile(r"\(.*\)$")),
    ("of", re.compile(r"的$")),
    ("quantity", re.compile(r"\d+(?:[条座个项处]|公里)$")),
    ("filler", re.compile(r"项目$")),
)


def _token(said: str, start: int) -> tuple[Token, Use]:
    text, _, more = said.partition("/")
    text, at, roles = text.partition("@")
    code, *given = more.split(":")
    use = _USES[code or "p"]
    kind = next((kind for kind, form in _KINDS if form.match(text)), "word")
    if kind == "word" and len(text) == 1 and use is Use.PROPER and not at:
        kind = "char"
    entry = lexicon().entries.get(text) if kind == "word" else None
    own = set(entry.roles) if entry else set()
    if entry is None and kind == "word" and use is Use.PROPER:
        own = {Role.PLACE}
    if at:
        own = {Role(role) for role in roles.split("+") if role}
    if given:
        shape, mode = given
        own = {Role.PART if use is Use.PART else Role.HEAD}
        entry = Entry(own, mode=Mode(mode), shape=shape)
    return Token(start, start + len(text), text, kind, entry, own), use


def tokens(said: str) -> tuple[list[Token], list[Use]]:
    """The tokens written in ``said`` and what each does."""
    found: list[Token] = []
    uses: list[Use] = []
    for one in said.split():
        token, use = _token(one, found[-1].end if found else 0)
        found.append(token)
        uses.append(use)
    return found, uses


def item(said: str, shared: str = "", upgrades: str = "") -> Item:
    """One name; ``shared`` and ``upgrades`` are what the end of its list gives it."""
    dead = said.startswith("!")
    found, uses = tokens(said.removeprefix("!"))
    made = Item(found, uses, dead=dead)
    made.shared, made.upgrades = tokens(shared)[0], tokens(upgrades)[0]
    return made


def items(said: str) -> list[Item]:
    """The names of a list, parted by 、 and 和."""
    found: list[Item] = []
    joined = ""
    for piece in re.split(r" ([、和]) ", said):
        if piece in ("、", "和"):
            joined = piece
        else:
            found.append(item(piece))
            found[-1].joined_by = joined
    return found


def words(found: list[Token]) -> str:
    """What the tokens say."""
    return "".join(token.text for token in found)
