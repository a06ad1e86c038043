"""The sentences of what became of a project from one plan to another, Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facts.sentences.findings import SENTENCES, status_words
from registry.outcome.vocab import TIMELINE_STATES, TimelineState
from registry.vocab import ChangeClass, Status

#: A side of a comparison: the short names of its plan, and what that says.
Said = tuple[tuple[str, str], Status | None]

#: ``p`` and ``q`` are the plans' short names, ``a`` and ``b`` what they say; what is a finding
#: has the finding's sentence.
CHANGES: Mapping[ChangeClass, tuple[str, str]] = {
    ChangeClass.NEW: (
        "新提出：此前没有计划提到，{q} 写的是“{b}”。",
        "New: no earlier plan names it, {q} says “{b}”.",
    ),
    ChangeClass.ADDED: (
        "前一部未提：更早的计划提到过，{p} 没有写，{q} 写的是“{b}”。",
        "Not in the plan before: an earlier one names it, {p} does not, {q} says “{b}”.",
    ),
    ChangeClass.SAME: (
        "状态未变：{p} 和 {q} 写的都是“{b}”。",
        "Unchanged: {p} and {q} both say “{b}”.",
    ),
    ChangeClass.ONLY_NAMED: (
        "作为依托提到：{p} 写的是“{a}”，{q} 写的是“{b}”，不算变化。",
        "Named as a basis: {p} says “{a}”, {q} says “{b}”; that is no change.",
    ),
    ChangeClass.DROPPED: (
        "不再提及：{p} 写的是“{a}”，{q} 没有写；各计划范围不同，不等于取消。",
        "No longer named: {p} says “{a}”, {q} does not name it; plans differ in area, so it need "
        "not be given up.",
    ),
    **{
        ChangeClass(kind.value): words
        for kind, words in SENTENCES.items()
        if kind.value in {change.value for change in ChangeClass}
    },
}

#: Between the ends of two years ``p`` and ``q``.
YEARS: Mapping[ChangeClass, tuple[str, str]] = {
    ChangeClass.FORWARD: (
        "前进：{p} 年底{a}，{q} 年底{b}。",
        "Forward: {a} at the end of {p}, {b} at the end of {q}.",
    ),
    ChangeClass.BACK: (
        "后退：{p} 年底{a}，{q} 年底{b}。",
        "Back: {a} at the end of {p}, {b} at the end of {q}.",
    ),
    ChangeClass.SAME: (
        "状态未变：{p} 年底{a}，{q} 年底{b}。",
        "Unchanged: {a} at the end of {p}, {b} at the end of {q}.",
    ),
}

_NOTHING: Said = (("", ""), None)


def sentence(change: ChangeClass, before: Said | None, after: Said | None) -> tuple[str, str]:
    """What became of a project, in Chinese and in English.

    A side is None where no plan stands on it; the sentence then says nothing of it.
    """
    (p, a), (q, b) = before or _NOTHING, after or _NOTHING
    zh, en = (
        text.format(p=p[i], q=q[i], a=_words(a)[i], b=_words(b)[i])
        for i, text in enumerate(CHANGES[change])
    )
    return zh, en


def year_sentence(
    change: ChangeClass, years: tuple[int, int], states: Sequence[TimelineState | None]
) -> tuple[str, str]:
    """What became of a project between the ends of two years, in Chinese and in English."""
    zh, en = (
        text.format(p=years[0], q=years[1], a=_state(states[0])[i], b=_state(states[1])[i])
        for i, text in enumerate(YEARS[change])
    )
    return zh, en


def _state(state: TimelineState | None) -> tuple[str, str]:
    if state is None:
        return "没有事实", "nothing known"
    term = TIMELINE_STATES[state]
    return f"“{term.zh}”", f"“{term.en}”"


def _words(status: Status | None) -> tuple[str, str]:
    return ("", "") if status is None else status_words(status)
