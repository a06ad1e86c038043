"""How far a project is and what became of its promise, in one sentence, Chinese and English.

What is told of a fact ends in the number of its source, ``[1]``, in the order of ``sources``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from facts import dates
from facts.current import Current, parts_of
from facts.deciding import decides
from facts.evidence import said
from facts.outcomes import Outcome, expectations
from facts.sections import is_whole
from facts.sentences.phrases import (
    HEAD,
    NEITHER,
    PROMISED,
    REPORTED,
    SHARES,
    TOLD,
    VERDICTS,
    Pair,
    filled,
)
from facts.sentences.verdicts import citation
from registry.models import Event, Project
from registry.outcome.events import EVENTS, OPENINGS, EventKind
from registry.outcome.vocab import CURRENT_STATUSES, PROMISES, CurrentStatus, PromiseKind, Verdict

#: How many openings are told one by one, the newest; how many months of silence are told.
MOST_OPENINGS, SILENT_MONTHS = 3, 12
_TENTHS = 10


@dataclass(frozen=True)
class Sentence:
    """The words in Chinese and in English, and the sources that their numbers stand for."""

    zh: str
    en: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Clause:
    """A part of a sentence, and the facts that it rests on."""

    words: Pair
    facts: tuple[Event, ...] = ()


def telling(outcomes: Iterable[Outcome]) -> Outcome | None:
    """The promise that stands for a project where there is room for one; None without any.

    A completion says more than a start, and of several years the first that was given.
    """
    known = list(outcomes)
    for kind in (PromiseKind.COMPLETE, PromiseKind.START):
        for outcome in known:
            if outcome.promise.kind is kind:
                return outcome
    return None


def compose(
    project: Project,
    projects: Mapping[str, Project],
    states: Mapping[str, Current],
    outcomes: Mapping[str, Sequence[Outcome]],
    as_of: str,
) -> Sentence:
    """The sentence about ``project``.

    Parameters
    ----------
    project : Project
        One of ``projects``.
    projects : mapping
        All projects by id: what became of its parts is told too.
    states : mapping
        How far each is, by id.
    outcomes : mapping
        The verdicts on the promises of each, by id, as :func:`facts.promises.promises` orders them.
    as_of : str
        The day of the facts.
    """
    parts = parts_of(project, projects.values())
    now = states[project.id]
    clauses = [
        *_works(project, projects, states),
        *_expected(project, now, as_of),
        *_promises(project, parts, outcomes),
        *_silence(project, now, as_of),
    ]
    term = CURRENT_STATUSES[now.status]
    sources: list[str] = []
    told: list[Pair] = []
    for clause in clauses:
        marks = ""
        for source in dict.fromkeys(map(citation, clause.facts)):
            if source not in sources:
                sources.append(source)
            marks += f"[{sources.index(source) + 1}]"
        zh, en = clause.words
        told.append((zh + marks, f"{en} {marks}".rstrip()))
    head = filled(HEAD, s=(term.zh, term.en.lower()), d=as_of[: len("2026-11")])
    return Sentence(
        head[0] + "；".join(zh for zh, _ in told) + "。",
        head[1] + capital("; ".join(en for _, en in told)) + ".",
        tuple(sources),
    )


def capital(words: str) -> str:
    """``words`` with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def part_name(part: Project, whole: Project) -> Pair:
    """What ``part`` is called where its ``whole`` is named already: 重庆至宜宾段."""
    zh = part.name.removeprefix(whole.name).strip()
    en = part.name_en.removeprefix(whole.name_en).lstrip(", ")
    return zh or part.name, en or part.name_en


def _works(
    project: Project, projects: Mapping[str, Project], states: Mapping[str, Current]
) -> list[Clause]:
    """What was built or opened, or what is known instead."""
    now = states[project.id]
    if now.status is CurrentStatus.UNKNOWN:
        return [_not_known(project)]
    if now.status is CurrentStatus.PARTLY_OPEN and (opened := _openings(project, projects, states)):
        opened.sort(key=lambda one: dates.earliest_key(one[0]))
        shown = [clause for _, clause in opened[-MOST_OPENINGS:]]
        if before := len(opened) - len(shown):
            shown.insert(0, Clause(filled(TOLD["earlier"], n=before)))
        if now.share is not None:
            last = shown[-1]
            (zh, en), (more_zh, more_en) = last.words, _share(now.share)
            shown[-1] = Clause((zh + more_zh, en + more_en), last.facts)
        return shown
    sign = now.deciding
    if sign is None:
        return []
    where = part_name(projects[sign.part], project) if sign.part else ("", "")
    return [Clause(_event(sign.fact, where), (sign.fact,))]


def _openings(
    project: Project,
    projects: Mapping[str, Project],
    states: Mapping[str, Current],
    where: Pair = ("", ""),
) -> list[tuple[str, Clause]]:
    """The openings of a project that is not open as a whole, by date, those of its parts too."""
    openings = [
        (fact.date, Clause(_event(fact, where), (fact,)))
        for fact in project.since
        if fact.event in OPENINGS and decides(fact)
    ]
    for part in projects.values():
        if part.part_of != project.id:
            continue
        name = part_name(part, project)
        state, sign = states[part.id].status, states[part.id].deciding
        if state is CurrentStatus.PARTLY_OPEN:
            openings += _openings(part, projects, states, name)
        elif state is CurrentStatus.OPEN and sign is not None:
            openings.append((sign.date, Clause(_event(sign.fact, name), (sign.fact,))))
    return openings


def _event(fact: Event, part: Pair) -> Pair:
    """What ``fact`` says happened; ``part`` names the record it was typed at, if not the own."""
    happened = EVENTS[fact.event].told
    if fact.event is EventKind.STATUS and fact.state is not None:
        said = CURRENT_STATUSES[fact.state].told
        happened = said and filled(REPORTED, s=said)
    if fact.event is EventKind.OPEN_SECTION and fact.section is not None:
        happened = EVENTS[EventKind.OPEN].told
    section = fact.section or ""
    zh, en = part[0] + section, ", ".join(filter(None, (part[1], section)))
    assert happened is not None, f"a fact that says nothing of how far it is: {fact.event}"
    return filled(happened, w=(zh, _apart(en)), d=_when(fact.date))


def _when(date: str) -> Pair:
    """``date`` as Chinese writes it before a word, and as English does."""
    return (f"{date} 年" if len(date) == len("2026") else f"{date} "), date


def _apart(words: str) -> str:
    """English ``words`` with the space that parts them from what follows."""
    return f"{words} " if words else ""


def _share(share: float) -> Pair:
    tenths = round(share * _TENTHS)
    if not tenths:
        return SHARES["least"]
    if tenths == _TENTHS:
        return SHARES["most"]
    return filled(SHARES["about"], n=("零一二三四五六七八九"[tenths], str(tenths * 10)))


def _not_known(project: Project) -> Clause:
    """What is said where no fact decides: what was found instead, or that it was looked for."""
    if any(not decides(fact) and fact.scope is None and said(fact) for fact in project.since):
        return Clause(NEITHER["weak"])
    looked = [f.looked_at for f in project.since if f.event is EventKind.NONE_FOUND]
    if looked:
        return Clause(filled(NEITHER["looked"], d=_when(max(looked))))
    return Clause(NEITHER["nothing"])


def _expected(project: Project, now: Current, as_of: str) -> list[Clause]:
    """The newest expectation of an opening, if it is not open."""
    told = expectations([fact for fact in project.since if is_whole(fact.section)])
    if now.status is CurrentStatus.OPEN or not told:
        return []
    newest = max(told, key=lambda fact: (fact.published or "", fact.date))
    key = "was_expected" if dates.before(newest.date, as_of) else "expected"
    return [Clause(filled(TOLD[key], d=_when(newest.date)), (newest,))]


def _promises(
    project: Project, parts: Sequence[Project], outcomes: Mapping[str, Sequence[Outcome]]
) -> list[Clause]:
    """What was promised of the parts and of the whole, and whether it was kept."""
    clauses = []
    for part in parts:
        if told := telling(outcomes.get(part.id, ())):
            clauses.append(_promise(told, outcomes[part.id], part_name(part, project)))
    own = outcomes.get(project.id, ())
    whole = NEITHER["whole"] if clauses else ("", "")
    if told := telling(own):
        clauses.append(_promise(told, own, whole))
    else:
        clauses.append(Clause(filled(NEITHER["no_year"], w=(whole[0], _apart(whole[1])))))
    return clauses


def _promise(told: Outcome, every: Sequence[Outcome], where: Pair) -> Clause:
    made = told.promise
    kind = PROMISES[made.kind]
    later = [o.promise.year for o in every if o.promise.kind is made.kind]
    put_off = PROMISED["put_off"] if later[-1] != made.year else ("", "")
    key = str(told.verdict) if told.months_late != 1 else "late_one"
    least = most = 0
    if told.verdict is Verdict.LATE and told.months_late is None:
        key = "late_by_then"
        if told.happened is not None:
            key = "late_between"
            least, most = dates.months_between(told.happened.date, made.year)
    return Clause(
        filled(
            PROMISED["words"],
            w=(where[0], _apart(where[1])),
            k=(kind.zh, kind.en.lower()),
            y=made.year,
            later=filled(put_off, y=later[-1]),
            verdict=filled(VERDICTS[key], m=told.months_late, a=least, b=most),
        ),
        tuple(told.facts),
    )


def _silence(project: Project, now: Current, as_of: str) -> list[Clause]:
    """Since when there has been no sign, where that is long and there is more to come.

    Silence says that nothing was found, never that work has stopped.
    """
    last = now.heard
    if now.as_of is None or last is None or now.status is CurrentStatus.OPEN:
        return []
    if not dates.before(last, dates.months_back(as_of, SILENT_MONTHS)):
        return []
    newer = any(
        not decides(fact) and fact.scope is None and said(fact) and dates.before(last, fact.date)
        for fact in project.since
    )
    return [Clause(filled(TOLD["silent_but_weak" if newer else "silent"], d=_when(last)))]
