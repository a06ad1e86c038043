"""What a record for a new project would be: its id, its English name, the places of its route."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from plans.matching.expand import expanded
from plans.matching.forms import Form, form, rules
from plans.matching.match import LEAST, Candidates, best
from plans.matching.romanize import pinyin
from plans.reading.lexical.gazetteer import gazetteer
from plans.records import Mention
from registry.land.placenames import short
from registry.vocab import Mode

#: The longest id a record may have.
LONGEST_ID = 60
_NOT_ID = re.compile(r"[^a-z0-9]+")
_PHASE = re.compile(r"([一二三四五六])期$")
_VOLTAGE = re.compile(r"(±?\d+(?:/\d+)?)kV\w*$")
_RIVER = re.compile(r"(.{1,3}[江河水])(.{2,})$")
_ROAD = re.compile(r"^([GS])(\d{1,4})")
#: The modes whose lines are called by the first characters of their ends.
_LINES = frozenset({Mode.RAIL, Mode.HIGHWAY, Mode.PIPELINE})
_PHASES = dict(zip("一二三四五六", ("I", "II", "III", "IV", "V", "VI"), strict=True))


@dataclass(frozen=True)
class Proposal:
    """A record as it could be.

    ``stops`` are the places that its name holds, or stands for; none where it has none.
    ``guess`` says, in Chinese, how they were taken from a short name; empty where they were not.
    """

    id: str
    name: str
    name_en: str
    mode: str
    stops: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    guess: str = ""


def _kind(text: str, mode: str) -> tuple[str, str, str]:
    """``text`` without its kind, the kind in English, and its short word."""
    for kind, english, word in rules().english:
        if text.endswith(kind) and len(text) > len(kind):
            return text.removesuffix(kind), english, word
    return text, rules().english_modes[mode], mode


def _words(text: str) -> str:
    """A name in pinyin with the words that are said in English."""
    voltage = _VOLTAGE.search(text)
    found = [f"{voltage[1]} kV"] if voltage else []
    rest = text[: voltage.start()] if voltage else text
    for word, english in rules().english_words.items():
        if rest.endswith(word) and len(rest) > len(word) + 1:
            found.insert(0, english)
            rest = rest.removesuffix(word)
    return " ".join([pinyin(rest), *found])


def _parted(ends: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The river that a route's first place is written behind, and the places without it.

    >>> _parted(("汉江襄阳", "仙桃")), _parted(("黄河", "洛阳"))
    (('汉江', ('襄阳', '仙桃')), ('', ('黄河', '洛阳')))
    """
    found = _RIVER.match(ends[0]) if ends else None
    if found is None or ends[0] in gazetteer():
        return "", ends
    return found[1], (found[2], *ends[1:])


def _places(ends: tuple[str, ...]) -> str:
    river, ends = _parted(ends)
    if river:
        return f"{pinyin(river[:-1] if len(river) > 1 else river)} River {_places(ends)}"
    return "-".join(pinyin(short(place)) for place in ends)


def _line(taken: Form, mode: str) -> tuple[str, str]:
    """English name and id of a name without a section."""
    road = _ROAD.match(taken.text)
    if road and road.end() == len(taken.text.removesuffix("线")):
        kind = "National Road" if road[1] == "G" else "Provincial Road"
        return f"{kind} {road.group()}", road.group().lower()
    phase = _PHASE.search(taken.text)
    text = taken.text[: phase.start()] if phase else taken.text
    stem, english, word = _kind(text, mode)
    named = _places(taken.ends) if taken.ends else _words(stem)
    tail = f" Phase {_PHASES[phase[1]]}" if phase else ""
    return f"{named} {english}{tail}", f"{named} {word}{tail.lower()}"


def _english(taken: Form, mode: str) -> tuple[str, str]:
    if taken.line is None:
        return _line(taken, mode)
    line, key = _line(taken.line, mode)
    part = _places(taken.ends) if taken.ends else _words(taken.stem)
    return f"{line}, {part} section", f"{key} {part}"


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.lower())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    slug = _NOT_ID.sub("-", plain.replace("'", "")).strip("-")
    return slug[:LONGEST_ID].rstrip("-")


def _unique(base: str, taken_ids: Collection[str]) -> str:
    unique, number = base, 2
    while unique in taken_ids:
        ending = f"-{number}"
        unique = base[: LONGEST_ID - len(ending)].rstrip("-") + ending
        number += 1
    return unique


def propose(
    name: str, mode: str, taken_ids: Collection[str] = (), home: Sequence[str] = ()
) -> Proposal:
    """The record that a mention named ``name`` would begin with; its id is none of ``taken_ids``.

    ``home`` are the provinces of the plan, two digits each: what a short name stands for is
    looked for there.

    >>> propose("云泽至青岚铁路", "rail").id
    'yunze-qinglan-railway'
    >>> propose("武宜高铁", "rail", home=("42",)).name_en
    'Wuhan-Yichang High-Speed Railway'
    """
    apart = form(name)
    english, key = _english(apart, mode)
    unique = _unique(_slug(key) or mode, taken_ids)
    _, stops = _parted(apart.ends)
    guess = ""
    if mode in _LINES and apart.line is None and apart.kind in rules().kinds and not stops:
        stops = expanded(apart.stem, home)
        if stops:
            english, _ = _english(replace(apart, ends=stops), mode)
            guess = f"“{apart.stem}”按简称推定为{'、'.join(stops)}，未经核对"
    return Proposal(unique, name, english, mode, stops, guess=guess)


def _better(name: str, than: str) -> bool:
    """Whether a name says more of its route than another of the same project."""
    one, other = form(name), form(than)
    return len(one.ends) > len(other.ends)


def _group(name: str, mode: str, groups: list[list[str]], candidates: Candidates) -> int:
    """The number of the new project that ``name`` is of, which ``groups`` now has by this name."""
    match = best(name, mode, candidates)
    if match is None or match.score < LEAST:
        groups.append([name])
        candidates.call(candidates.add(str(len(candidates)), mode), 0, name)
        return len(groups) - 1
    number = int(match.project_id)
    names = groups[number]
    if name not in names:
        names.insert(0 if _better(name, names[0]) else len(names), name)
        candidates.call(number, len(names), name)
    return number


def propose_all(
    mentions: Iterable[Mention], taken_ids: Collection[str] = (), home: Sequence[str] = ()
) -> list[Proposal | None]:
    """The record of each mention in its place; None for one that names a known project.

    Mentions that name one new project, if in other words, share its record: its name is the one
    that says most of the route, the first of these; the others are its aliases.
    """
    groups: list[list[str]] = []
    candidates = Candidates()
    at: dict[tuple[str, str], int] = {}
    order: list[int | None] = []
    for mention in mentions:
        if mention.project_id:
            order.append(None)
            continue
        said = (mention.name, mention.mode)
        if said not in at:
            at[said] = _group(*said, groups, candidates)
        order.append(at[said])
    taken = set(taken_ids)
    made: list[Proposal] = []
    for number, names in enumerate(groups):
        first = propose(names[0], candidates[number][1], taken, home)
        taken.add(first.id)
        made.append(replace(first, aliases=tuple(names[1:])))
    return [None if number is None else made[number] for number in order]
