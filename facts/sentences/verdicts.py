"""How a verdict was reached, and a fact in a few words, as sentences in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping

from facts import dates
from facts.outcomes import Outcome
from facts.sentences.findings import cite
from registry.models import Event
from registry.outcome.events import EVENTS, EventKind
from registry.outcome.vocab import CURRENT_STATUSES, PROMISES, CurrentStatus, Verdict

#: ``y`` is the promised year, ``k`` what was promised, ``w`` the fact, ``m`` the months late.
SENTENCES: Mapping[str, tuple[str, str]] = {
    "kept": ("{w}，不晚于承诺的 {y} 年", "{w}: not after {y}, the year promised"),
    "kept_by_then": (
        "{w}，最迟此时已实现，不晚于承诺的 {y} 年",
        "{w}: it had happened by then, not after {y}, the year promised",
    ),
    "late": ("{w}，比承诺的 {y} 年底晚 {m} 个月", "{w}: {m} months after the end of {y}"),
    "late_between": (
        "{w}，只知年份，比承诺的 {y} 年底晚 {a} 至 {b} 个月",
        "{w}: only the year is known, between {a} and {b} months after the end of {y}",
    ),
    "late_by_then": (
        "{n}，{y} 年未实现；{w}，实现的日期不详",
        "{n}: not in {y}; {w}: when it happened is not known",
    ),
    "missed": (
        "{n}，承诺的 {y} 年已过而尚未实现",
        "{n}: {y}, the year promised, is over and it has not happened",
    ),
    "due": ("承诺的 {y} 年尚未过完", "{y}, the year promised, is not over"),
    "unknown": (
        "承诺的 {y} 年已过，没有可作数的来源说{k}与否",
        "{y}, the year promised, is over and no source that counts says either ({k})",
    ),
    "unknown_by_then": (
        "{w}，此时已实现，是否在承诺的 {y} 年内不详",
        "{w}: it had happened by then; whether by the end of {y} is not known",
    ),
}


def citation(fact: Event) -> str:
    """The source of ``fact`` on one line; no ``;`` in it."""
    return cite(fact.publisher, fact.title or "", fact.published or "", fact.url or "")


def told(fact: Event) -> tuple[str, str]:
    """``fact`` in a few words: date, section, what happened."""
    if fact.event is EventKind.STATUS:
        term = CURRENT_STATUSES[fact.state or CurrentStatus.UNKNOWN]
        zh, en = term.zh, term.en.lower()
    else:
        kind = EVENTS[fact.event]
        zh, en = kind.zh, kind.en.lower()
    section = fact.section or ""
    where = f", {section}" if section else ""
    if fact.event is EventKind.EXPECTED_OPEN:
        return f"预计 {fact.date} {section}开通", f"expected to open {fact.date}{where}"
    return f"{fact.date} {section}{zh}", f"{fact.date} {en}{where}"


def basis(outcome: Outcome) -> tuple[str, str]:
    """How the verdict of ``outcome`` was reached, Chinese and English, without a full stop."""
    happened = outcome.happened or outcome.by_then
    year = outcome.promise.year
    key = str(outcome.verdict)
    if outcome.by_then is not None:
        key += "_by_then"
    least = most = 0
    if outcome.verdict is Verdict.LATE and outcome.happened and outcome.months_late is None:
        key = "late_between"
        least, most = dates.months_between(outcome.happened.date, year)
    kinds = PROMISES[outcome.promise.kind]
    sentences = []
    for lang, kind in enumerate((kinds.zh, kinds.en.lower())):
        sentences.append(
            SENTENCES[key][lang].format(
                y=year,
                k=kind,
                w=told(happened)[lang] if happened else "",
                n=told(outcome.not_yet)[lang] if outcome.not_yet else "",
                m=outcome.months_late,
                a=least,
                b=most,
            )
        )
    return sentences[0], sentences[1]
