"""What a fact must satisfy beside its own fields: section, dates, source, order, told only once."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from facts import dates
from facts.deciding import decides
from facts.evidence import said
from facts.sections import is_known, is_whole
from facts.upkeep.publishers import is_named
from registry.errors import AtlasError
from registry.models import Event, FactsRules, Project
from registry.outcome.events import OPENINGS, STARTS, EventKind
from registry.outcome.vocab import Confidence

_DAY = len("2020-06-25")


def check_facts(project: Project, rules: FactsRules, places: Collection[str], label: str) -> None:
    """Refuse the first fact of ``project`` that cannot stand.

    Parameters
    ----------
    project : Project
        Its ``since`` is checked.
    rules : FactsRules
        The day up to which facts are gathered, and the hosts that are no source.
    places : collection of str
        Known names, as :func:`facts.sections.known_names` gives them.
    label : str
        The project's file.

    Raises
    ------
    AtlasError
        At file and field: a state where there is none or none where there must be one, a date that
        lies ahead and is no expectation, a source older than what it tells, or looked at before it
        was there, a host that is no source, a publisher that nobody names and that is not weak, a
        section nobody knows, an opening before its start, one fact told twice.
    """
    for number, fact in enumerate(project.since):
        where = f"{label}: since[{number}]"
        _check_state(fact, where)
        _check_date(fact, rules.facts_as_of, where)
        _check_host(fact, rules.no_source, where)
        if fact.confidence is not Confidence.WEAK and not is_named(fact.publisher, places):
            raise AtlasError(
                f"{where}.publisher",
                zh=f"“{fact.publisher}”没有写明是哪家报社或单位，可信程度只能是 weak",
                en=f"{fact.publisher!r} names no newspaper or office; its confidence can only be "
                "weak",
            )
        if fact.section is not None and not is_known(fact.section, project, places):
            raise AtlasError(
                f"{where}.section",
                zh=f"没有站点、地名或本项目的 sections 认得“{fact.section}”",
                en=f"no stop, no place and none of the project's sections knows {fact.section!r}",
            )
        _check_published(fact, where)
    _check_order(project, label)
    _check_once(project, label)


def _check_state(fact: Event, where: str) -> None:
    if fact.event is EventKind.STATUS and fact.state is None:
        raise AtlasError(
            f"{where}.state",
            zh="进展（status）要写明到了哪一步",
            en="a fact of the event status must say how far it is",
        )
    if fact.event is not EventKind.STATUS and fact.state is not None:
        raise AtlasError(
            f"{where}.state",
            zh="只有进展（status）才写 state",
            en="only a fact of the event status has a state",
        )
    if fact.event is EventKind.NONE_FOUND and fact.text is None:
        raise AtlasError(
            f"{where}.text", zh="要写明检索了什么", en="must say what was searched for"
        )


def _check_date(fact: Event, as_of: str, where: str) -> None:
    expected = fact.event is EventKind.EXPECTED_OPEN
    for name, date in (("date", None if expected else fact.date), ("published", fact.published)):
        if date is not None and dates.before(as_of, date):
            raise AtlasError(
                f"{where}.{name}",
                zh=f"{date} 晚于事实截止日 {as_of}：尚未发生的写作 expected_open，"
                "已经发生的先把 data/facts.yaml 的 facts_as_of 往后移",
                en=f"{date} lies after {as_of}, the day of the facts: what is still to come is "
                "expected_open; for what has happened move facts_as_of in data/facts.yaml first",
            )


def _check_published(fact: Event, where: str) -> None:
    """A page can only announce what happens after it; one that nobody dates cannot be told so."""
    published, happens = fact.published, fact.event is not EventKind.EXPECTED_OPEN
    if published is None:
        if fact.confidence is not Confidence.WEAK and said(fact) is not None:
            raise AtlasError(
                f"{where}.published",
                zh="要写明来源哪天发布：早于所说之事的网页只能预告",
                en="must say when the source appeared: a page older than what it tells can only "
                "announce it",
            )
        return
    if happens and dates.before(published, fact.date):
        raise AtlasError(
            f"{where}.published",
            zh=f"来源 {published} 发布，早于 {fact.date}，只能预告：开通的预告写作 expected_open",
            en=f"the source appeared {published}, before {fact.date}, and can only announce it: an "
            "opening announced is expected_open",
        )
    if dates.before(fact.looked_at, published):
        raise AtlasError(
            f"{where}.looked_at",
            zh=f"查看日期 {fact.looked_at} 早于来源发布的 {published}",
            en=f"looked at {fact.looked_at}, before the source appeared {published}",
        )


def _check_host(fact: Event, no_source: Collection[str], where: str) -> None:
    host = urlsplit(fact.url or "").hostname or ""
    # Named as the publisher it is no source either.
    for field, name in (("url", host), ("publisher", (fact.publisher or "").strip().lower())):
        if any(name == bad or name.endswith(f".{bad}") for bad in no_source):
            raise AtlasError(
                f"{where}.{field}",
                zh=f"{name} 的网页编造过开通消息，不能作来源",
                en=f"pages of {name} have invented openings; it is no source",
            )


def _check_order(project: Project, label: str) -> None:
    for number, opened in enumerate(project.since):
        if opened.event not in OPENINGS or opened.disputed:
            continue
        for begun in project.since:
            same = (begun.scope, _section(begun)) == (opened.scope, _section(opened))
            if not (begun.event in STARTS and same) or begun.disputed:
                continue
            if dates.before(opened.date, begun.date):
                raise AtlasError(
                    f"{label}: since[{number}].date",
                    zh=f"开通 {opened.date} 早于开工 {begun.date}；来源矛盾时把其一标为 disputed",
                    en=f"it opens {opened.date}, before its start {begun.date}; where sources "
                    "contradict each other, mark one of the two as disputed",
                )


def _check_once(project: Project, label: str) -> None:
    """Refuse what two facts that may decide tell alike: it would count and be drawn twice."""
    for number, fact in enumerate(project.since):
        for earlier, other in enumerate(project.since[:number]):
            if decides(fact) and decides(other) and _alike(fact, other):
                raise AtlasError(
                    f"{label}: since[{number}]",
                    zh=f"与 since[{earlier}] 是同一件事；只写一条，说法不同的把其一标为 disputed",
                    en=f"tells the same as since[{earlier}]; write it once, and where sources "
                    "contradict each other mark one of the two as disputed",
                )


def _alike(one: Event, other: Event) -> bool:
    """Whether two facts tell the same.

    Of openings and starts: the same section at the same time, as far as both are known, or the
    whole and a section on one day, for then the whole is what opened last. Of other events: all
    that they tell is alike, expectations and reports of the same state from the same day.
    """
    for kinds in (OPENINGS, STARTS):
        if one.event in kinds and other.event in kinds:
            if _section(one) == _section(other):
                return not (
                    dates.before(one.date, other.date) or dates.before(other.date, one.date)
                )
            whole = _section(one) is None or _section(other) is None
            return whole and one.date == other.date and len(one.date) == _DAY
    return _told(one) == _told(other)


def _told(fact: Event) -> tuple[object, ...]:
    """What ``fact`` tells, and of an expectation when."""
    when = fact.published if fact.event is EventKind.EXPECTED_OPEN else None
    return (fact.event, fact.date, _section(fact), fact.state, when)


def _section(fact: Event) -> str | None:
    return None if is_whole(fact.section) else fact.section
