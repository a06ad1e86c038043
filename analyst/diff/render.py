"""A comparison of two releases as text, Markdown for CHANGELOG.md, or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial

from analyst.diff.compare import Change, Diff, ProjectChange
from registry.commandline import say

WORDS = {
    "none": ("没有变化", "no change"),
    "added": ("新增", "Added"),
    "removed": ("移除", "Removed"),
    "renamed": ("更名", "Renamed"),
    "moved": ("位置移动", "Moved"),
    "status": ("状态变化", "Status changed"),
    "mentions": ("提及变化", "Mentions changed"),
    "fields": ("其他字段", "Other fields"),
    "by": ("移动 {km} 公里", "by {km} km"),
    "drawn": ("几何 {a} → {b}", "geometry {a} → {b}"),
    "unexplained": (
        "没有说明，请记入 data/retired.yaml",
        "unexplained, give the reason in data/retired.yaml",
    ),
    "successor": ("由 {id} 接替", "replaced by {id}"),
    "new": ("新增", "added"),
    "gone": ("删去", "removed"),
    "empty": ("（空）", "(empty)"),
}
SECTIONS = ("renamed", "moved", "status", "mentions", "fields")


_say = partial(say, WORDS)


def _value(text: str, lang: str) -> str:
    return text or _say("empty", lang)


def _change(change: Change, lang: str) -> str:
    if (change.before, change.after) == ("", "+"):
        return f"{change.what}: {_say('new', lang)}"
    if (change.before, change.after) == ("-", ""):
        return f"{change.what}: {_say('gone', lang)}"
    return f"{change.what}: {_value(change.before, lang)} → {_value(change.after, lang)}"


def _section(project: ProjectChange, section: str, lang: str) -> list[str]:
    if section != "moved":
        changes: tuple[Change, ...] = getattr(project, section)
        return [_change(change, lang) for change in changes]
    lines = []
    if project.moved_km is not None:
        lines.append(_say("by", lang, km=project.moved_km))
    if project.geometry is not None:
        a, b = (_value(text, lang) for text in (project.geometry.before, project.geometry.after))
        lines.append(_say("drawn", lang, a=a, b=b))
    return lines


def _sections(diff: Diff, lang: str) -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    """Each section that is not empty: its title, and projects with their lines."""
    if diff.added:
        yield _say("added", lang), [(f"{name} ({key})", []) for key, name in diff.added]
    if diff.removed:
        rows = []
        for key, name, row in diff.removed:
            why = row.reason if row else _say("unexplained", lang)
            more = [_say("successor", lang, id=row.successor)] if row and row.successor else []
            rows.append((f"{name} ({key})", [why, *more]))
        yield _say("removed", lang), rows
    for section in SECTIONS:
        rows = [
            (f"{p.name} ({p.id})", lines)
            for p in diff.changed
            if (lines := _section(p, section, lang))
        ]
        if rows:
            yield f"{_say(section, lang)}", rows


def _escaped(text: str) -> str:
    """Text of the data as Markdown shows it, so that no name becomes a link or HTML."""
    for mark in "\\`*_[]<>|":
        text = text.replace(mark, f"\\{mark}")
    return " ".join(text.split())


def render(diff: Diff, kind: str, lang: str) -> str:
    """``diff`` as ``text``, ``markdown`` or ``json``, in ``zh`` or English."""
    if kind == "json":
        plain = asdict(diff)
        plain["added"] = [{"id": key, "name": name} for key, name in diff.added]
        plain["removed"] = [
            {"id": key, "name": name, "retired": row.model_dump() if row else None}
            for key, name, row in diff.removed
        ]
        return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"
    sections = list(_sections(diff, lang))
    if not sections:
        return _say("none", lang) + "\n"
    lines: list[str] = []
    for title, rows in sections:
        if kind == "markdown":
            lines += [f"### {title}", ""]
            for head, more in rows:
                tail = "：" if lang == "zh" else ": "
                told = "; ".join(map(_escaped, more))
                lines.append(f"- {_escaped(head)}" + (f"{tail}{told}" if told else ""))
            lines.append("")
        else:
            lines.append(f"{title} ({len(rows)})")
            for head, more in rows:
                lines += [f"  {head}", *(f"    {line}" for line in more)]
    return "\n".join(lines).rstrip() + "\n"
