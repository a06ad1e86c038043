"""The sentences of findings, and how a source is named, Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping

from facts.steps import Finding
from registry.vocab import STATUSES, FindingKind, Status

#: ``p`` and ``q`` are the plans' short names, ``a`` and ``b`` what was said before and after.
SENTENCES: Mapping[FindingKind, tuple[str, str]] = {
    FindingKind.FORWARD: (
        "状态前进：{p} 写的是“{a}”，{q} 写成“{b}”。",
        "Status moved forward: {p} says “{a}”, {q} says “{b}”.",
    ),
    FindingKind.BACK: (
        "状态后退：{p} 写的是“{a}”，{q} 又写成“{b}”。",
        "Status stepped back: {p} says “{a}”, {q} says “{b}”.",
    ),
    FindingKind.CHANGED: (
        "说法改变：{p} 写的是“{a}”，{q} 改写为“{b}”。",
        "Reworded: {p} says “{a}”, {q} says “{b}”.",
    ),
    FindingKind.START_SLIP: (
        "开工推后：{p} 承诺 {a} 年，{q} 改为 {b} 年。",
        "Start put off: {p} promises {a}, {q} says {b}.",
    ),
    FindingKind.COMPLETE_SLIP: (
        "建成推后：{p} 承诺 {a} 年，{q} 改为 {b} 年。",
        "Completion put off: {p} promises {a}, {q} says {b}.",
    ),
}


def cite(publisher: str, title: str = "", published: str = "", url: str = "") -> str:
    """A source on one line: publisher, title, date, address; never with a ``;``."""
    parts = (publisher, f"《{title}》" if title else "", published, url)
    return " ".join(part for part in parts if part).replace(";", "；")


def sentence(finding: Finding, plans: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    """``finding`` in Chinese and in English; ``plans`` gives both short names of each plan's id."""
    from_zh, from_en = plans[finding.plan_from]
    to_zh, to_en = plans[finding.plan_to]
    (was_zh, was_en), (now_zh, now_en) = _said(finding.was), _said(finding.now)
    zh, en = SENTENCES[finding.kind]
    return (
        zh.format(p=from_zh, q=to_zh, a=was_zh, b=now_zh),
        en.format(p=from_en, q=to_en, a=was_en, b=now_en),
    )


def _said(value: str) -> tuple[str, str]:
    """A status by its words, a year as it is."""
    if value.isdigit():
        return value, value
    return status_words(Status(value))


def status_words(status: Status) -> tuple[str, str]:
    """A status in Chinese and in English."""
    term = STATUSES[status]
    return term.zh, term.en
