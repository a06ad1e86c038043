"""What people call things: codes, Chinese and English names, and the nearest spelling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from layers.filters import fold
from layers.records import Atlas
from registry.errors import AtlasError
from registry.vocab import MODES, STATUSES

#: What it is called in Chinese, for messages.
KINDS = {
    "plan": "计划",
    "region": "区域",
    "status": "状态",
    "mode": "类别",
    "project": "项目",
}


def names(atlas: Atlas) -> dict[str, dict[str, tuple[str, ...]]]:
    """Of each kind, the codes and what else they are called (Chinese first)."""
    return {
        "plan": {p.id: (p.short, p.short_en, p.title, p.title_en) for p in atlas.plans},
        "region": {r.id: (r.name, r.name_en) for r in atlas.regions},
        "status": {str(s): (term.zh, term.en) for s, term in STATUSES.items()},
        "mode": {str(m): (term.zh, term.en) for m, term in MODES.items()},
        "project": {p.id: (p.name, p.name_en, *p.aliases) for p in atlas.projects},
    }


def resolve(where: str, kind: str, asked: str, there: Mapping[str, Sequence[str]]) -> str:
    """The code that ``asked`` stands for: a code, one of its names whatever the case, or a part of
    them that nothing else has.

    Raises
    ------
    AtlasError
        There is none; the sentence has the nearest spelling and what exists.
    """
    wanted = fold(asked).strip()
    spellings: dict[str, str] = {}
    for code, called in there.items():
        for name in (code, *called):
            spellings.setdefault(fold(name).strip(), code)
    if wanted in spellings:
        return spellings[wanted]
    # A part is enough where it can mean one thing only: 万达开, 川南渝西.
    partly = {code for name, code in spellings.items() if len(wanted) > 1 and wanted in name}
    if len(partly) == 1:
        return partly.pop()
    near = get_close_matches(wanted, spellings, n=1, cutoff=0.5)
    code = spellings[near[0]] if near else ""
    name = there[code][0] if near and there[code] else ""
    listed = "、".join(" ".join((c, *called[:1])) for c, called in list(there.items())[:30])
    listed_en = ", ".join(list(there)[:30])
    more = "…" if len(there) > 30 else ""
    raise unknown(
        where,
        (f"没有{KINDS[kind]}", kind),
        asked,
        (f"{code}（{name}）", f"{code} ({name})") if near else None,
        (f"{listed}{more}", f"{listed_en}{more}"),
    )


def unknown(
    where: str,
    what: tuple[str, str],
    asked: str,
    near: tuple[str, str] | None,
    listed: tuple[str, str],
) -> AtlasError:
    """The sentence for a name that does not exist.

    ``what`` it should be, the nearest that does exist (if any is near) and those that do are
    (Chinese, English).
    """
    zh, en = (f"，是否指 {near[0]}", f", perhaps {near[1]}") if near else ("", "")
    return AtlasError(
        where,
        zh=f"{what[0]}“{asked}”{zh}；有的是 {listed[0]}",
        en=f"there is no {what[1]} {asked!r}{en}; there are {listed[1]}",
    )


def resolve_all(
    where: str, kind: str, asked: Iterable[str], there: Mapping[str, Sequence[str]]
) -> frozenset[str]:
    """The codes of a list; each item may itself be a list joined by commas."""
    parts = [
        part for item in asked for part in item.replace("，", ",").replace("、", ",").split(",")
    ]
    return frozenset(resolve(where, kind, part, there) for part in parts if part.strip())
