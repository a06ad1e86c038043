"""Correction notes as text, CSV or JSON. Who may be asked stays in the notes' own files."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from functools import partial

from analyst.notes.judging import Judged
from registry.commandline import say
from registry.files.csvfile import csv_text, guarded
from registry.naming import short
from registry.notes.vocab import KINDS, STATES, NoteState

FORMATS = ("text", "csv", "json")
COLUMNS = (
    *("state", "why", "file", "place", "kind", "project", "name", "lon", "lat"),
    *("text", "source", "has_contact", "written"),
)
WORDS = {
    "row": (
        "[{state}] {file} [{place}] {kind}：{about}",
        "[{state}] {file} [{place}] {kind}: {about}",
    ),
    "at": ("东经 {lon}°、北纬 {lat}°", "{lat}°N {lon}°E"),
    "named": ("{name}（{id}）", "{name} ({id})"),
    "why": ("{told}；{why}", "{told}; {why}"),
    "source": ("出处：{s}", "source: {s}"),
    "contact": ("文件里有联系方式", "the file says who may be asked"),
    "sum": ("共 {n} 条：{parts}。没有写入登记册。", "{n} in all: {parts}. Nothing was written."),
    "part": ("{state} {n}", "{n} {state}"),
}  # fmt: skip
#: The most characters of a text that a line shows.
LONGEST = 300

_say = partial(say, WORDS)


def _in(pair: tuple[str, str], lang: str) -> str:
    return (pair[0] or pair[1]) if lang == "zh" else (pair[1] or pair[0])


def _line(text: str) -> str:
    """A text of several lines as one, so that none looks like a line of ours."""
    return str(short(" ".join(text.split()), LONGEST))


def _about(one: Judged, lang: str) -> str:
    note = one.given.note
    parts = []
    if note.project:
        name = _in(one.name, lang)
        parts.append(_say("named", lang, name=name, id=note.project) if name else note.project)
    if note.lon is not None and note.lat is not None:
        parts.append(_say("at", lang, lon=f"{note.lon:.4f}", lat=f"{note.lat:.4f}"))
    return ("，" if lang == "zh" else ", ").join(parts)


def _block(one: Judged, lang: str) -> list[str]:
    note, kind, state = one.given.note, KINDS[one.given.note.kind], STATES[one.state]
    told = _say(
        "row",
        lang,
        state=_in((state.zh, state.en), lang),
        file=one.given.file,
        place=one.given.place,
        kind=_in((kind.zh, kind.en), lang),
        about=_about(one, lang),
    )
    why = _in(one.why, lang)
    lines = [_say("why", lang, told=told, why=why) if why else told, f"    {_line(note.text)}"]
    if note.source:
        lines.append("    " + _say("source", lang, s=_line(note.source)))
    if note.contact:
        lines.append("    " + _say("contact", lang))
    return lines


def _row(one: Judged, lang: str) -> dict[str, object]:
    note = one.given.note
    return {
        "state": one.state.value,
        "why": _in(one.why, lang),
        "file": one.given.file,
        "place": one.given.place,
        "kind": note.kind.value,
        "project": note.project or "",
        "name": _in(one.name, lang),
        "lon": note.lon,
        "lat": note.lat,
        "text": note.text,
        "source": note.source or "",
        "has_contact": bool(note.contact),
        "written": note.written,
    }


def render(found: Sequence[Judged], form: str, lang: str) -> str:
    """``found`` in a ``form`` of :data:`FORMATS`, words in ``lang``.

    CSV and JSON have the columns :data:`COLUMNS`, codes as they are; CSV has no cell that a
    spreadsheet could run as a formula.
    """
    rows = [_row(one, lang) for one in found]
    if form == "json":
        return json.dumps(rows, ensure_ascii=False, indent=2)
    if form == "csv":
        safe = ({name: guarded(cell) for name, cell in row.items()} for row in rows)
        return csv_text(COLUMNS, safe).removesuffix("\n")
    count = Counter(one.state for one in found)
    parts = [
        _say("part", lang, state=_in((STATES[s].zh, STATES[s].en), lang), n=count[s])
        for s in NoteState
    ]
    told = _say("sum", lang, n=len(found), parts=("，" if lang == "zh" else ", ").join(parts))
    return "\n".join([*(line for one in found for line in _block(one, lang)), told])
