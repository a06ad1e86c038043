"""What people call things: codes, Chinese and English names, and the nearest spelling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from layers.records.model import Atlas
from layers.search.index import by_names
from layers.search.matcher import search
from layers.search.query import plain_words
from registry import sentences
from registry.borders import Borders
from registry.geometry import PRECISIONS
from registry.naming import spelling
from registry.outcome.vocab import CURRENT_STATUSES, VERDICTS
from registry.term import Term
from registry.vocab import CHANGES, FINDINGS, MODES, STATUSES

#: Of each kind, the codes and what else they are called.
Names = Mapping[str, Mapping[str, Sequence[str]]]


_TERMS: Mapping[str, Mapping[Any, Term]] = {
    "status": STATUSES,
    "mode": MODES,
    "finding": FINDINGS,
    "change": CHANGES,
    "current": CURRENT_STATUSES,
    "verdict": VERDICTS,
    "precision": PRECISIONS,
}

#: The vocabularies: of each kind, the codes and what else they are called (Chinese first).
VOCABULARIES: Names = {
    kind: {str(code): (term.zh, term.en) for code, term in terms.items()}
    for kind, terms in _TERMS.items()
}


def names(atlas: Atlas) -> Names:
    """Of each kind, the codes and what else they are called (Chinese first)."""
    return {
        "plan": {p.id: (p.short, p.short_en, p.title, p.title_en) for p in atlas.plans},
        "region": {r.id: (r.name, r.name_en) for r in atlas.regions},
        "place": place_names(atlas.borders),
        **VOCABULARIES,
        "project": {p.id: (p.name, p.name_en, *p.aliases) for p in atlas.projects},
    }


def place_names(borders: Borders) -> dict[str, tuple[str, ...]]:
    """Prefectures and counties by adcode, and what they are called.

    A county whose name others have too is called by its prefecture as well: 内江市市中区.
    """
    areas = (*borders.prefectures, *borders.counties)
    held = Counter(name for area in areas for name in {area.name, area.name_en})
    above = {area.adcode: area for area in borders.prefectures}
    found: dict[str, tuple[str, ...]] = {
        area.adcode: (area.name, area.name.removesuffix("市"), area.name_en)
        for area in borders.prefectures
    }
    for area in borders.counties:
        there = above.get(area.prefecture, area)
        zh = area.name if held[area.name] == 1 else there.name + area.name
        en = area.name_en if held[area.name_en] == 1 else f"{there.name_en} {area.name_en}"
        found[area.adcode] = (zh, en)
    return found


def _spellings(there: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Codes by every spelling: themselves, then their names; the first to have one keeps it."""
    code_of: dict[str, str] = {}
    for code, called in (*((code, (code,)) for code in there), *there.items()):
        for name in called:
            if spelt := spelling(name):
                code_of.setdefault(spelt, code)
    return code_of


def find(asked: str, there: Mapping[str, Sequence[str]]) -> str | None:
    """The code that ``asked`` stands for; None where it is none or may be several.

    It may be the code, one of its names whatever the case, or a part of two characters or more
    that only one code's spellings have.
    """
    wanted = spelling(asked)
    if asked in there:
        return asked
    spellings = _spellings(there)
    if wanted in spellings:
        return spellings[wanted]
    # A part is enough where it can mean one thing only: 万达开, 川南渝西.
    partly = {code for name, code in spellings.items() if len(wanted) > 1 and wanted in name}
    return partly.pop() if len(partly) == 1 else None


def resolve(where: str, kind: str, asked: str, there: Mapping[str, Sequence[str]]) -> str:
    """The code that ``asked`` stands for, as :func:`find` has it.

    A project may be called as in a search, where that means one alone; a place in characters of
    any form.

    Raises
    ------
    AtlasError
        There is none; the sentence has the nearest spelling and what exists.
    """
    if (code := find(asked, there)) is not None:
        return code
    if kind == "place":
        bare = {key: tuple(map(_plain, called)) for key, called in there.items()}
        if (code := find(_plain(asked), bare)) is not None:
            return code
    if kind == "project":
        found = search(by_names(there), asked)
        if found.sole:
            return found.sole
    spellings = _spellings(there)
    wanted = spelling(asked)
    # Several have it, or none does.
    near = [name for name in spellings if len(wanted) > 1 and wanted in name]
    near = near or get_close_matches(wanted, spellings, n=1, cutoff=0.5)
    raise sentences.unknown_code(
        where,
        "area" if kind == "place" else kind,
        asked,
        [code for code in there if kind != "place" or code.endswith("00")],
        near=spellings[near[0]] if near else None,
        names={code: called[0] for code, called in there.items() if called},
    )


def _plain(text: str) -> str:
    return "".join(plain_words(text))


def resolve_all(
    where: str, kind: str, asked: Iterable[str], there: Mapping[str, Sequence[str]]
) -> frozenset[str]:
    """The codes of a list; each item may itself be a list joined by commas."""
    parts = [
        part for item in asked for part in item.replace("，", ",").replace("、", ",").split(",")
    ]
    return frozenset(resolve(where, kind, part, there) for part in parts if part.strip())
