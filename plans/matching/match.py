"""The known project that a mention names, with a score and the reason for it.

The score is 1 for the same name; each difference (a reversed pair, an abbreviation, another word
for the kind, a via left out) takes a stated part of it. Below :data:`LEAST` nothing is matched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from plans.matching.forms import Form, abbreviates, form, is_road, rules, same_place
from plans.matching.index import LONGEST_REVERSED, SHORTEST_END, UNIT, FormIndex
from plans.records import Mention
from registry.models import Project

LEAST = 0.6
#: What each difference leaves of the score.
REVERSED, ABBREVIATED, VIA_LEFT_OUT, UNIT_LEFT_OUT, QUALIFIED = 0.95, 0.92, 0.9, 0.9, 0.85
PART_OF = 0.5
#: A plan that names a road by its number means its own stretch of it.
ROAD = 0.65
REASONS = {
    "same": "同名 / the same name",
    "alias": "同别名 / the same as an alias",
    "ends": "起讫点相同 / the same ends",
    "reversed": "起讫点相反 / the same ends in the other order",
    "short": "简称相合 / an abbreviation of the ends",
    "qualified": "多一个或少一个地名 / one more or one fewer place before it",
    "road": "同一条公路，规划只指本地一段 / the same road, of which a plan means its own stretch",
    "part": "可能是它的一段，或它是其一段 / may be a section of it, or it of this",
}


@dataclass(frozen=True)
class Match:
    """A known project with ``score`` (0 to 1) and ``reason``, both languages."""

    project_id: str
    score: float
    reason: str


@dataclass(frozen=True)
class Known:
    """A known project's names, the first its own and the others aliases."""

    id: str
    mode: str
    names: tuple[str, ...]


class Candidates:
    """Known projects, each found by its names; ``forms`` are these, taken apart."""

    def __init__(self, candidates: Iterable[Known] = ()) -> None:
        self._known: list[tuple[str, str]] = []
        self.forms = FormIndex()
        for candidate in candidates:
            number = self.add(candidate.id, candidate.mode)
            for place, name in enumerate(candidate.names):
                self.call(number, place, name)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._known)

    def __getitem__(self, number: int) -> tuple[str, str]:
        """The id and the mode of a candidate."""
        return self._known[number]

    def add(self, key: str, mode: str) -> int:
        """Another candidate, which has no name yet; its number."""
        self._known.append((key, mode))
        return len(self._known) - 1

    def call(self, number: int, place: int, name: str) -> None:
        """Give a candidate a name; ``place`` is 0 for its own, and orders its names."""
        self.forms.add((number, place), form(name))


def known(projects: Iterable[Project]) -> Candidates:
    """The names that mentions are compared with."""
    return Candidates(Known(p.id, p.mode.value, (p.name, *p.aliases)) for p in projects)


@cache
def _modes_meet(one: str, other: str) -> bool:
    return one == other or any({one, other} <= group for group in rules().modes)


def _kinds(one: str, other: str) -> float:
    """What the kinds leave of the score, 0 where they cannot be one project."""
    if one == other or not one or not other:
        return 1.0 if one == other else 0.95
    lost = rules().near.get(frozenset((one, other)))
    return 0.0 if lost is None else 1.0 - lost


def _routes(one: Form, other: Form) -> tuple[float, str]:
    """How well the places of two routes agree, in either order."""
    for ends, left, reason in (
        (other.ends, 1.0, "ends"),
        (other.ends[::-1], REVERSED, "reversed"),
    ):
        if same_place(one.ends[0], ends[0]) and same_place(one.ends[-1], ends[-1]):
            whole = len(one.ends) == len(ends) and all(map(same_place, one.ends, ends))
            return left if whole else left * VIA_LEFT_OUT, reason
    return 0.0, ""


def _route_and_name(routed: Form, named: Form) -> tuple[float, str]:
    """How well a name abbreviates the places of a route: 云青 and 云泽至青岚."""
    for ends, left in ((routed.ends, 1.0), (routed.ends[::-1], REVERSED)):
        if abbreviates(named.stem, ends):
            return left * ABBREVIATED, "short" if left == 1 else "reversed"
        if abbreviates(named.stem, (ends[0], ends[-1])):
            return left * ABBREVIATED * VIA_LEFT_OUT, "short"
    return 0.0, ""


def _stems(one: str, other: str) -> tuple[float, str]:
    """How well two names without ends agree."""
    if one == other:
        return 1.0, "same"
    if UNIT.sub("", one) == UNIT.sub("", other):
        return UNIT_LEFT_OUT, "qualified"
    if one == other[::-1] and len(one) <= LONGEST_REVERSED:
        return REVERSED, "reversed"
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= SHORTEST_END and longer.endswith(shorter):
        return QUALIFIED, "qualified"
    return 0.0, ""


def _ends(one: Form, other: Form) -> tuple[float, str]:
    """How well two routes agree in their places, whatever their kinds."""
    if one.ends and other.ends:
        return _routes(one, other)
    if one.ends:
        return _route_and_name(one, other)
    if other.ends:
        return _route_and_name(other, one)
    return _stems(one.stem, other.stem)


def _line(one: Form, other: Form) -> float:
    score, _ = _ends(one, other)
    return score * _kinds(one.kind, other.kind)


def compare(one: Form, other: Form) -> tuple[float, str]:
    """How sure it is that two names are of one project, and why; a key of :data:`REASONS`."""
    if one.text == other.text:
        return 1.0, "same"
    if one.line and other.line:
        lines = _line(one.line, other.line)
        score, reason = _ends(one, other)
        return lines * score, reason
    if one.line or other.line:
        section, whole = (one, other) if one.line else (other, one)
        score, reason = _ends(section, whole)
        if score and section.ends and whole.ends:
            return score * QUALIFIED * _kinds(section.kind, whole.kind), reason
        if section.line and _line(section.line, whole) >= LEAST:
            if is_road(whole.text):
                return ROAD, "road"
            return PART_OF, "part"
        return 0.0, ""
    score, reason = _ends(one, other)
    return score * _kinds(one.kind, other.kind), reason


def best(name: str, mode: str, candidates: Candidates) -> Match | None:
    """The known project that ``name`` fits best, of several the first; none where none is near."""
    own = form(name)
    found: Match | None = None
    for number, place in candidates.forms.near(own):
        key, its_mode = candidates[number]
        if not _modes_meet(mode, its_mode):
            continue
        score, reason = compare(own, candidates.forms.forms[number, place])
        if mode != its_mode:
            score *= 0.95
        if score >= PART_OF and (found is None or score > found.score):
            told = "alias" if place and reason == "same" else reason
            found = Match(key, round(score, 2), REASONS[told])
            if score >= 1:
                break
    return found


def each_matched(mentions: Iterable[Mention], candidates: Candidates) -> Iterator[Mention]:
    """``mentions`` with project, score and reason; a score below LEAST names no project."""
    seen: dict[tuple[str, str], Match | None] = {}
    for mention in mentions:
        key = (mention.name, mention.mode)
        if key not in seen:
            seen[key] = best(*key, candidates)
        match = seen[key]
        if match is None:
            yield mention
            continue
        sure = match.score >= LEAST
        yield replace(
            mention,
            project_id=match.project_id if sure else "",
            match_score=match.score,
            match_reason=match.reason if sure else f"{match.reason} ({match.project_id})",
        )
