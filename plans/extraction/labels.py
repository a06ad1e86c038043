"""Words of the page of what was extracted, Chinese and English."""

from __future__ import annotations

_WORDS = {
    "title": ("计划中的项目", "Projects in the plan"),
    "found": (
        "找到 {n} 项：已有 {known} 项，未见过 {new} 项，请核对 {doubtful} 项",
        "{n} found: {known} known, {new} not known, {doubtful} to be checked",
    ),
    "none": ("这份文本里没有找到项目", "No project was found in this text"),
    "text": ("原文", "The text"),
    "table": ("找到的项目", "What was found"),
    "n": ("序号", "No."),
    "plan": ("计划", "Plan"),
    "clause": ("条款", "Clause"),
    "name": ("名称", "Name"),
    "mode": ("类别", "Mode"),
    "status": ("状态", "Status"),
    "action": ("原文用语", "In the plan's words"),
    "years": ("开工—建成", "Start–completion"),
    "project": ("已有项目", "Known project"),
    "precision": ("位置", "Location"),
    "confidence": ("把握", "Confidence"),
    "doubt": ("疑问", "Doubt"),
    "high": ("高", "high"),
    "medium": ("中", "medium"),
    "low": ("低", "low"),
    "unknown": ("未见过", "not known"),
    "achievement": ("已完成的成绩", "an achievement"),
}


def word(key: str, lang: str, **values: object) -> str:
    """The word ``key`` in ``"zh"`` or, for any other value, English."""
    return _WORDS[key][0 if lang == "zh" else 1].format(**values)
