"""The rules of the verdicts in short, Chinese and English, for whoever asks how it is judged.

The rules themselves stand in :mod:`facts.outcomes`, :mod:`facts.current` and
:mod:`facts.timeline`; what each verdict means in :mod:`registry.outcome.vocab`.
"""

from __future__ import annotations

#: In the order in which they are read.
RULES: tuple[tuple[str, str], ...] = (
    (
        "一部计划为一个项目写下开工或建成年份，就是一项承诺。年份推后再写的，各按各的年份判定，"
        "原来的不改。",
        "A plan that names a year for the start or the completion of a project makes a promise. "
        "Repeated with a later year, each is judged against its own year; the first is kept.",
    ),
    (
        "开工以主线（含控制性工程）最早的实体施工为准，启动仪式、试验段、场地平整都不算；"
        "建成以全线建成或开通为准。",
        "A start is the first physical works on the main line, controlling works included; a "
        "ceremony, test tunnel or site clearing is none. A completion is that of the whole.",
    ),
    (
        "承诺的年份之内或之前实现为兑现，之后为晚；晚几个月从该年十二月算起。年份已过、之后又有"
        "来源说尚未实现（含预计更晚开通）为未兑现；年份未过为未到期；年份已过而没有来源说实现与否"
        "为不明。",
        "Kept: in the promised year or before. Late: after it, in months from its December. "
        "Missed: the year is over and a later source says it has not happened, an opening expected "
        "later included. Due: the year is not over. Unknown: it is over and no source says either.",
    ),
    (
        "只凭可作数的事实：官方和署名媒体的。百科、论坛等弱来源不单独作数，有争议的、既有旧线的"
        "和图外路段的也不作数。早于所说之事的网页只是预告。计划自己的说法不是来源。",
        "Only facts that count decide: those of authorities and of press that is named. Weak "
        "sources alone, disputed facts and facts of older lines or of sections outside the atlas "
        "decide nothing; a page older than what it tells only announces it; nor does the word of "
        "a plan count.",
    ),
    (
        "没有写年份的承诺不判定，只列现状。此后没有消息，不等于停工。",
        "A promise without a year is not judged; only how far it is now is told. No sign since is "
        "not suspended.",
    ),
)
