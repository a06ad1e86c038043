"""A name with what governs it in its sentence, and what is doubtful about it."""

from __future__ import annotations

from dataclasses import dataclass

from plans.reading.lexical.tokens import Use
from plans.reading.names.items import Item
from plans.reading.names.naming import Named
from plans.reading.years import Years
from registry.vocab import Mode, Status

#: What stands behind these says where a project runs.
_ROUTE_WORDS = frozenset(
    {
        *("途经", "途径", "起于", "止于", "起自", "讫于", "终于", "始于", "位于"),
        *("毗邻", "邻近", "靠近"),
    }
)
#: Before two places that only say where something runs.
_FROM = frozenset("由自从")
#: What a reviewer is told, by its key.
DOUBTS = {
    "no_action": "没有说要做什么，只是提到 / named without saying what is to be done",
    "no_head": "名称没有写明是什么设施，按上下文判断 / what it is follows from the context only",
    "no_line": "只写了区段，没有写明属于哪条线 / a section whose line is not named",
    "relative": "年份写作“{}”，计划没有日期 / the year is relative and the plan is undated",
}


@dataclass
class Reading:
    """A name with what governs it, before it becomes a mention."""

    named: Named
    status: Status | None
    years: Years
    action: str
    achieved: bool


def only_where(reading: Reading) -> bool:
    """Whether a name only says with whom or where: 与武汉港合作, 连接洪水桥, 途经云青铁路."""
    if reading.named.mode is Mode.PORT and "合作" in reading.action.split("…")[-1]:
        return True
    if reading.action in _ROUTE_WORDS:
        return True
    return reading.action in ("连接", "连结") and reading.named.item.uses[-1] is Use.ENDING


def only_a_route(item: Item, text: str) -> bool:
    """Whether two places only say where something else runs: 该铁路由云泽至青岚."""
    return not item.headed and not item.shared and text[item.start - 1 : item.start] in _FROM


def doubts(reading: Reading) -> list[str]:
    """The keys of :data:`DOUBTS` that hold, the gravest first."""
    item = reading.named.item
    keys = []
    if not item.headed and not item.shared and not item.has(Use.SECTION):
        keys.append("no_head")
    if reading.named.orphan:
        keys.append("no_line")
    if reading.years.relative and not (reading.years.start or reading.years.complete):
        keys.append("relative")
    if reading.status is None:
        keys.append("no_action")
    return keys
