"""Words of the page on promise and outcome and of the years on the map.

Same form as :mod:`layers.translations.catalog`, which takes them in. Keys that begin with
``outcome.`` are of the page, ``years.`` of the bar that takes the map through the years.
"""

from __future__ import annotations

from facts.sentences.rules import RULES
from layers.translations.vocabulary import labels, meanings
from registry.outcome.vocab import PROMISES, STRENGTHS, TIMELINE_STATES

_WORDS: dict[str, tuple[str, str]] = {
    "outcome.title": ("承诺与结果", "Promise and outcome"),
    "outcome.promise.said": ("{promise}（{strength}）", "{promise} ({strength})"),
    "outcome.known": (
        "{all} 项写了年份的承诺中，{n} 项有结论",
        "{n} of {all} promises with a year have a verdict",
    ),
    "outcome.known.now": (
        "{all} 个项目中，{n} 个现状已知",
        "how far it is now is known for {n} of {all} projects",
    ),
    "outcome.as_of": ("事实截至 {d}", "facts to {d}"),
    "outcome.hidden": (
        "另有 {n} 项承诺不在当前筛选之内。",
        "Promises outside the filter: {n}.",
    ),
    "outcome.none": ("筛选之内没有写了年份的承诺", "No promise with a year within the filter"),
    "outcome.all": ("看全部承诺", "Show all promises"),
    "outcome.totals": ("合计", "In total"),
    "outcome.kind": ("承诺", "Promise"),
    "outcome.kind.any": ("开工与建成", "Starts and completions"),
    "outcome.group": ("分组", "Group by"),
    "outcome.group.none": ("不分组", "Nothing"),
    "outcome.group.rest": ("不在任何区域", "In no region"),
    "outcome.sort": ("排序", "Sort by"),
    "outcome.sort.late": ("晚得最久在前", "Latest first"),
    "outcome.sort.name": ("名称", "Name"),
    "outcome.sort.year": ("承诺年份", "Year promised"),
    "outcome.dumbbell": ("承诺的年份与实现的日期", "Year promised and day it happened"),
    "outcome.dumbbell.means": (
        "每行一项承诺：竖线是承诺年份的年底，符号是实现的日期，两者之间是晚了多久；"
        "虚线表示尚未实现。选一行看依据与来源。",
        "A row for each promise: the bar is the end of the promised year, the sign the day it "
        "happened, the line between how late; a dashed line has not happened. "
        "Choose a row for basis and sources.",
    ),
    "outcome.slip": ("承诺怎样推后", "How promises slip"),
    "outcome.slip.means": (
        "横轴是计划的日期，纵轴是它承诺的年份。先后几部计划重复的同一承诺连成一线；斜线是“今天”，"
        "到事实截止日 {d} 为止：线在哪里碰到斜线，就在哪天实现；没有碰到的，到今天还没有。",
        "Across: the date of the plan; up: the year it promises. A promise repeated in later plans "
        "is a line. The diagonal is today, up to the day of the facts ({d}): a line meets it on "
        "the day when it happened; one that does not has not happened yet.",
    ),
    "outcome.axis.plan": ("计划的日期", "Date of the plan"),
    "outcome.axis.year": ("承诺的年份", "Year promised"),
    "outcome.today": ("今天 {d}", "Today, {d}"),
    "outcome.table": ("逐项列表", "Every promise"),
    "outcome.column.promise": ("承诺", "Promise"),
    "outcome.column.happened": ("实现", "Happened"),
    "outcome.column.verdict": ("结论", "Verdict"),
    "outcome.column.late": ("晚几个月", "Months late"),
    "outcome.column.sources": ("依据与来源", "Basis and sources"),
    "outcome.promise.start": ("{y} 年开工", "start in {y}"),
    "outcome.promise.complete": ("{y} 年建成", "complete in {y}"),
    "outcome.mark": (
        "{name}：{plan}承诺{what}，{verdict}",
        "{name}: {plan} promised {what}, {verdict}",
    ),
    "outcome.late.months": ("晚 {n} 个月", "{n} months late"),
    "outcome.open_card": ("看项目", "Open the project"),
    "outcome.sources": ("来源", "Sources"),
    "outcome.how": ("怎样判定", "How it is judged"),
    "outcome.close": ("收起", "Close"),
    "outcome.undated": ("没有写年份的承诺，现在怎样", "Promises without a year: how far now"),
    "outcome.undated.means": (
        "每条是一部计划里说了要做什么、没有写年份的项目，按现状分段；选一段看是哪些。",
        "A bar for each plan: the projects it wants something done with and names no year for, by "
        "how far they are now; choose a part to see which.",
    ),
    "outcome.undated.part": ("{plan}：{state} {n} 项", "{plan}: {n} {state}"),
    "outcome.undated.said": ("计划的说法", "In the plan"),
    "outcome.opened": ("开通了什么", "What has opened"),
    "outcome.opened.since": ("自", "Since"),
    "outcome.opened.count": ("{y} 年以来 {n} 次开通", "{n} openings since {y}"),
    "outcome.opened.none": ("这以后没有开通的记录", "No opening is known since then"),
    "outcome.date": ("日期", "Date"),
    "outcome.section": ("区段", "Section"),
    "outcome.whole": ("全部", "The whole"),
    "legend.timeline": ("这一年的情况", "In that year"),
    "years.open": ("按年看", "Year by year"),
    "years.label": ("年份", "Year"),
    "years.play": ("逐年播放", "Play the years"),
    "years.stop": ("停", "Stop"),
    "years.next": ("下一年", "Next year"),
    "years.now": ("回到现在", "Back to now"),
    "years.means": (
        "凭事实；方向键换一年，加 Shift 五年",
        "By facts; arrow keys go by a year, with Shift by five",
    ),
    "years.day": ("{y} 年 12 月 31 日的情况", "As of 31 December {y}"),
    "years.today": ("现在：事实截至 {d}", "Now: facts to {d}"),
    "years.nothing": (
        "另有 {n} 项在这一年没有事实也没有到期的承诺",
        "{n} more: neither a fact nor a promise due by then",
    ),
    "years.unmet": ("其中 {n} 项有到期未实现的承诺", "{n} of them with a promise due and unmet"),
    "years.outside": (
        "没有 {y} 年的情况：年份在 {a} 到 {b} 之间，显示最近的一年",
        "Nothing is known of {y}: years from {a} to {b}; the nearest is shown",
    ),
    "years.range": ("年份在 {a} 到 {b} 之间", "Years from {a} to {b}"),
}


OUTCOME_WORDS: dict[str, tuple[str, str]] = {
    **_WORDS,
    **labels("promise", PROMISES),
    **labels("strength", STRENGTHS),
    **labels("timeline", TIMELINE_STATES),
    **meanings("timeline", TIMELINE_STATES),
    **{f"outcome.rule.{number}": rule for number, rule in enumerate(RULES)},
}
