# ruff: noqa: E501 -- a table reads best in rows, and Chinese counts double.
"""The columns of facts and of what is computed from them."""

from __future__ import annotations

from registry.column import CALC, PLAN, REG, Column, Kind

_T, _C, _L, _I, _N, _D = Kind.TEXT, Kind.CODE, Kind.LIST, Kind.INTEGER, Kind.NUMBER, Kind.DATE
_PROJECT = Column("project_id", _T, ("项目编号", "Project id"), ("项目编号", "Id of the project"), REG,
                  required=True)  # fmt: skip

#: Columns of projects that say how far each is on the day of the facts.
CURRENT = (
    Column("current_status", _C, ("现状", "Now"),
           ("截至事实截止日的现状，只凭事实", "How far it is on the day of the facts, by facts alone"),
           CALC, codes="current", required=True),
    Column("current_since", _D, ("现状始于", "Since"),
           ("使它到这一步的事实的日期", "Date of the fact that made it so"), CALC),
    Column("current_as_of", _D, ("最后迹象", "Last sign"),
           ("最近一条可作数的事实的日期；此后无消息，不等于停工",
            "Date of the newest fact that decides; no sign since, which is not suspended"), CALC),
    Column("current_source", _T, ("现状出处", "Source"),
           ("现状所据事实的出处", "Source of the fact that it rests on"), "public"),
    Column("open_share", _N, ("开通比例", "Open share"),
           ("已开通长度占全长，0–1", "Share of its length that is open, 0 to 1"), CALC),
    Column("open_share_basis", _C, ("比例依据", "Basis of the share"),
           ("比例如何得来，或为何空着", "How the share was found, or why it is empty"), CALC,
           codes="share_basis", required=True),
    Column("last_checked", _D, ("最后查看", "Last checked"),
           ("最后一次查看来源的日期", "When a source was last looked at"), "public"),
    Column("verdicts", _L, ("承诺结果", "Verdicts"),
           ("各项承诺的结论，代码见 verdict", "Verdicts on its promises; codes as in verdict"), CALC),
)  # fmt: skip

EVENTS_TABLE = (
    _PROJECT,
    Column("event", _C, ("事件", "Event"), ("发生了什么", "What happened"), "public", codes="event",
           required=True),
    Column("date", _D, ("日期", "Date"), ("年、年月或年月日", "Year, month or day"), "public",
           required=True),
    Column("section", _T, ("区段", "Section"), ("只涉及的区段", "The section concerned"), "public"),
    Column("km", _N, ("公里", "Kilometres"), ("该段或全长公里数", "Kilometres of the section or the whole"),
           "public", unit="km"),
    Column("state", _C, ("进展", "State"), ("来源说到了哪一步", "How far the source says it is"),
           "public", codes="current"),
    Column("text", _T, ("事实", "Fact"), ("用我们自己的话", "The fact in our own few words"), "public"),
    Column("publisher", _T, ("发布者", "Publisher"), ("报社或机关", "The newspaper or office"),
           "public", required=True),
    Column("title", _T, ("标题", "Title"), ("网页标题", "Title of the page"), "public"),
    Column("url", _T, ("网址", "Address"), ("发布者自己网站上的网址", "Address on the publisher's own host"),
           "public"),
    Column("published", _D, ("发布日期", "Published"), ("来源的发布日期", "When the source appeared"),
           "public"),
    Column("looked_at", _D, ("查看日期", "Looked at"), ("最后一次查看的日期", "When it was last looked at"),
           "public", required=True),
    Column("confidence", _C, ("可信程度", "Confidence"), ("来源可信程度；弱的不单独作数",
           "How far the source carries; weak ones decide nothing"), "public", codes="confidence",
           required=True),
    Column("disputed", Kind.BOOLEAN, ("有争议", "Disputed"),
           ("另有出处说法不同", "Another source says otherwise"), "public", required=True),
    Column("scope", _C, ("范围", "Scope"), ("before 为既有旧线的事，不作数",
           "before: of an older line, decides nothing"), "public", codes="scope"),
)  # fmt: skip

OUTCOMES = (
    Column("plan_id", _C, ("计划", "Plan"), ("作出承诺的计划", "The plan that promises"), PLAN,
           codes="plan", required=True),
    _PROJECT,
    Column("section", _T, ("区段", "Section"), ("结论所据事实的区段", "Section of the fact that decides"),
           CALC),
    Column("kind", _C, ("承诺", "Promise"), ("承诺开工还是建成", "Whether a start or a completion"), PLAN,
           codes="promise", required=True),
    Column("promised_year", _I, ("承诺年份", "Promised"), ("承诺的年份", "The year promised"), PLAN,
           unit="year", required=True),
    Column("strength", _C, ("口气", "Strength"), ("原文的口气", "How firmly, by the plan's words"), PLAN,
           codes="strength", required=True),
    Column("happened_on", _D, ("实现日期", "Happened"), ("实现的日期，所知到哪一步写到哪一步",
           "When it happened, as surely as it is known"), CALC),
    Column("verdict", _C, ("结论", "Verdict"), ("截至事实截止日的结论", "How it stands on the day of the facts"),
           CALC, codes="verdict", required=True),
    Column("months_late", _I, ("晚几个月", "Months late"),
           ("自承诺年份十二月起的整月数；只知年份则空", "Whole months from December of the promised year; empty where only a year is known"),
           CALC, unit="month"),
    Column("basis", _T, ("依据", "Basis"), ("结论如何得来", "How the verdict was reached, in Chinese"), CALC,
           required=True),
    Column("basis_en", _T, ("英文依据", "Basis in English"), ("结论如何得来，英文", "How the verdict was reached"),
           CALC, required=True),
    Column("sources", _L, ("出处", "Sources"), ("结论所据的出处", "Sources that it rests on"), "public"),
)  # fmt: skip

TIMELINE = (
    _PROJECT,
    Column("state", _C, ("状态", "State"),
           ("每年 12 月 31 日的状态；同年既有实际状态又有未实现的承诺时两行并列",
            "State on 31 December; a promise unmet stands beside what is being built or open"),
           CALC, codes="timeline", required=True),
    Column("first_year", _I, ("首年", "First year"), ("第一年", "The first such year"), CALC, unit="year",
           required=True),
    Column("last_year", _I, ("末年", "Last year"), ("最后一年；至今如此则空",
           "The last such year; empty where it still holds on the day of the facts"), CALC,
           unit="year"),
)  # fmt: skip
