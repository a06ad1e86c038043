"""The words of :mod:`facts.sentences.current`: how far a project is, and what of its promise."""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[str, str]

#: ``s`` is the status, ``d`` the day of the facts.
HEAD: Pair = ("现状：{s}（截至 {d}）。", "Now: {s} (as of {d}). ")

#: What a report of progress says: ``s`` how far, the other marks as in what happened.
REPORTED: Pair = ("{{d}}的消息说{{w}}{s}", "{{w}}{s}, it was said {{d}}")

#: What happened before, what is expected, and since when there has been no sign.
TOLD: Mapping[str, Pair] = {
    "earlier": ("此前已开通 {n} 段", "{n} sections opened before"),
    "expected": ("预计 {d}开通", "expected to open {d}"),
    "was_expected": ("曾预计 {d}开通", "was expected to open {d}"),
    "silent": ("自 {d}以来未见消息", "no sign since {d}"),
    "silent_but_weak": (
        "自 {d}以来未见可作数的消息",
        "no sign from a source that counts since {d}",
    ),
}

#: How much of the length is open.
SHARES: Mapping[str, Pair] = {
    "least": ("，不足全线一成", ", less than a tenth of the length"),
    "about": ("，约占全线{n}成", ", about {n}% of the length"),
    "most": ("，占全线九成以上", ", more than nine tenths of the length"),
}

#: What is said where nothing is known, or nothing was promised.
NEITHER: Mapping[str, Pair] = {
    "weak": ("有消息，但来源不作数", "there are reports, but none that counts"),
    "looked": ("{d}查过，没有找到消息", "looked for on {d}, nothing found"),
    "nothing": ("还没有收录事实", "no fact recorded yet"),
    "whole": ("全线", "the whole:"),
    "no_year": ("{w}计划未写年份", "{w}no year in the plans"),
}

#: What was promised: ``w`` which part, ``k`` a start or a completion, ``y`` the year.
PROMISED: Mapping[str, Pair] = {
    "words": (
        "{w}计划 {y} 年{k}{later}，{verdict}",
        "{w}{k} planned for {y}{later}: {verdict}",
    ),
    "put_off": ("（后改 {y} 年）", " (later {y})"),
}

#: Whether it was kept: ``m`` whole months, ``a`` to ``b`` where only the year is known.
VERDICTS: Mapping[str, Pair] = {
    "kept": ("已兑现", "kept"),
    "late": ("晚 {m} 个月", "{m} months late"),
    "late_one": ("晚 1 个月", "1 month late"),
    "late_between": ("晚 {a} 至 {b} 个月", "{a} to {b} months late"),
    "late_by_then": ("晚于承诺，日期不详", "late, by how much is not known"),
    "missed": ("未兑现", "missed"),
    "due": ("未到期", "not due yet"),
    "unknown": ("是否兑现不明", "whether kept is not known"),
}


def filled(words: Pair, **values: object) -> Pair:
    """``words`` with their marks filled in; of a pair each language gets its own."""
    zh, en = (
        text.format(**{k: v[lang] if isinstance(v, tuple) else v for k, v in values.items()})
        for lang, text in enumerate(words)
    )
    return zh, en
