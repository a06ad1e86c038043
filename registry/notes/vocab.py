"""What a correction note may be about, what may be found of one, and how long its texts are."""

from __future__ import annotations

from enum import StrEnum

from registry.term import Term, complete

#: The most characters of a note's own text, of where it is known from and of who may be asked.
LONGEST_TEXT, LONGEST_SOURCE, LONGEST_CONTACT = 2000, 500, 200


class NoteKind(StrEnum):
    """What a note says is wrong."""

    POSITION = "position"
    NAME = "name"
    STATUS = "status"
    MISSING = "missing"
    SOURCE = "source"
    OTHER = "other"


KINDS: dict[NoteKind, Term] = {
    NoteKind.POSITION: Term(
        "位置不对", "Position is wrong", "线位、站点或范围画错了地方",
        "The line, a stop or the area is drawn in the wrong place",
    ),
    NoteKind.NAME: Term(
        "名称或别名", "Name or alias", "名称写错，或还有别的叫法",
        "The name is wrong, or it has another one too",
    ),
    NoteKind.STATUS: Term(
        "状态或结果", "Status or outcome", "现状、年份或承诺的结果不对",
        "How far it is, a year or what became of a promise is wrong",
    ),
    NoteKind.MISSING: Term(
        "缺少项目", "Missing project", "计划里写了，这里没有",
        "A plan names it and it is not here",
    ),
    NoteKind.SOURCE: Term(
        "来源", "Source", "来源打不开、说的不是这件事，或有更好的来源",
        "A source is gone or says something else, or there is a better one",
    ),
    NoteKind.OTHER: Term("其他", "Something else", "以上都不是", "None of these"),
}  # fmt: skip


class NoteState(StrEnum):
    """What a note is to the data that it is held against."""

    NEW = "new"
    THERE = "already_there"
    CHANGED = "project_changed"
    UNKNOWN = "unknown_project"


STATES: dict[NoteState, Term] = {
    NoteState.NEW: Term(
        "新的", "new", "还没有收到过，项目也没有变",
        "Not seen before, and its project is as it was",
    ),
    NoteState.THERE: Term(
        "已有", "already there", "收到过同样的，或登记册已经这样写",
        "The same was seen before, or the registry says so already",
    ),
    NoteState.CHANGED: Term(
        "项目后来改过", "project changed since", "写下之后，项目显示的内容变了",
        "What is shown of the project has changed since it was written",
    ),
    NoteState.UNKNOWN: Term(
        "没有这个项目", "unknown project", "登记册里没有这个编号",
        "The registry has no such id",
    ),
}  # fmt: skip

complete("registry/notes/vocab.py: KINDS", NoteKind, KINDS)
complete("registry/notes/vocab.py: STATES", NoteState, STATES)
