"""What tests of a review need: a small registry, a desk on it, a document that was read."""

from __future__ import annotations

from collections.abc import Sequence

from plans.commands.placing import Proposed
from plans.documents import read_pasted
from plans.matching.match import known
from plans.records import Mention
from registry.geometry import Precision
from registry.load import Registry, load_facts
from registry.models import Mention as Said
from registry.models import NoRoute, Plan, Project
from registry.vocab import Mode, Status
from review.desk import Desk, Knowledge
from review.source import Shape, Source, State

TEXT = "一、铁路\n开工建设云泽至青岚铁路，2027年建成。加快河湾港建设，推进金塘机场前期工作。\n"


def plan(key: str, date: str) -> Plan:
    """A plan of a day."""
    return Plan(
        id=key,
        title=key,
        title_en=key,
        short=f"{key}版",
        short_en=key,
        issuer="云泽市",
        date=date,
        text="x.txt",
        text_note="x",
    )


def said(plan: str, status: Status, start: int | None = None, complete: int | None = None) -> Said:
    """What a plan says of a project."""
    return Said(
        plan=plan,
        clause="一",
        as_written="词",
        status=status,
        start_year=start,
        complete_year=complete,
    )


def project(key: str, name: str, *mentions: Said, mode: Mode = Mode.RAIL) -> Project:
    """A project that earlier plans name."""
    return Project(
        id=key,
        name=name,
        name_en=key.title(),
        mode=mode,
        route=NoRoute(kind="none", reason="x"),
        mentions=list(mentions),
    )


def registry() -> Registry:
    """Two plans and three projects of 云泽."""
    old, new = plan("old", "2018-05"), plan("new", "2021-03-01")
    projects = [
        project(
            "yunqing",
            "云泽至青岚铁路",
            said("old", Status.RESEARCH, start=2020),
            said("new", Status.PREPARATION, start=2023, complete=2026),
        ),
        project("port", "河湾港", said("old", Status.CONSTRUCTION), mode=Mode.PORT),
        project("gone", "白石大桥", said("new", Status.START), mode=Mode.HIGHWAY),
    ]
    return Registry({p.id: p for p in (old, new)}, {}, {p.id: p for p in projects}, load_facts())


def nowhere(mentions: Sequence[Mention], _: Proposed) -> list[Shape | None]:
    """Places that nobody knows; none for what is known."""
    nobody = Shape("", (), Precision.NONE, ("没有地名", "no place"))
    return [None if mention.project_id else nobody for mention in mentions]


def knowledge() -> Knowledge:
    """What the small registry knows."""
    found = registry()
    dates = {p.id: p.date for p in found.plans.values()}
    return Knowledge(known(found.projects.values()), dates, nowhere)


def desk() -> Desk:
    """A desk on the small registry."""
    return Desk(knowledge)


def source(text: str = TEXT) -> Source:
    """A pasted text that was read."""
    table = desk()
    table.add("计划", text, plan="mine")
    table.wait()
    (found,) = table.sources
    assert found.state is State.READ, found.fault
    assert found.text == read_pasted(text, "x").text
    return found
