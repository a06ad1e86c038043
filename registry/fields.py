"""What each field of the YAML records means, in Chinese and English, for the data dictionary."""

from __future__ import annotations

from collections.abc import Mapping

from registry.models import (
    AreaRoute,
    ComposedRoute,
    Event,
    FactsRules,
    LineRoute,
    Mention,
    NoRoute,
    PlaceRoute,
    Plan,
    Project,
    Reach,
    Record,
    Region,
    Retired,
    RiverRoute,
    Valley,
)

Words = tuple[str, str]

TITLES: Mapping[type[Record], Words] = {
    Project: ("项目，data/projects/<mode>/<id>.yaml", "A project, data/projects/<mode>/<id>.yaml"),
    Mention: ("计划对项目的一次点名", "One naming of a project in a plan"),
    Event: ("计划之后的公开事实", "A public fact after the plans"),
    LineRoute: ("线状走向：依次的站点", "A line through stops, in order"),
    RiverRoute: ("沿河走向", "Stretches of named rivers"),
    Reach: ("一段河道", "A stretch of one river"),
    Valley: ("沿河谷的一段", "A stretch along a river's valley"),
    PlaceRoute: ("点位", "One place or several"),
    AreaRoute: ("范围：所涉区县", "The counties concerned"),
    ComposedRoute: ("由其他项目的线路组成", "Made of the lines of other records"),
    NoRoute: ("无法定位", "Nowhere that can be known"),
    FactsRules: ("事实的截止日与来源，data/facts.yaml", "The day of the facts, data/facts.yaml"),
    Plan: ("计划，data/plans.yaml", "A plan, data/plans.yaml"),
    Region: ("区域，data/regions.yaml", "A planning region, data/regions.yaml"),
    Retired: ("停用的编号，data/retired.yaml", "A retired id, data/retired.yaml"),
}

_ROUTE: dict[str, Words] = {
    "kind": ("走向的种类", "Kind of route"),
    "basis": ("走向从何而来（basis）", "Where the route comes from (basis)"),
    "sources": ("公开出处", "Public sources"),
    "note": ("说明", "A note"),
}

FIELDS: Mapping[type[Record], Mapping[str, Words]] = {
    Project: {
        "id": ("固定编号，与文件名相同", "Stable id, the same as the file name"),
        "name": ("中文名称", "Name in Chinese"),
        "name_en": ("英文名称", "Name in English"),
        "aliases": ("其他叫法", "Other names"),
        "mode": ("类别（mode），与文件夹相同", "Kind (mode), the same as the folder"),
        "part_of": ("所属整体的编号", "Id of the whole it is a section of"),
        "length_km": ("公布的长度，公里", "Published length in kilometres"),
        "length_source": ("长度的出处", "Who published it"),
        "note": ("备注", "A note"),
        "reviewed": (
            "false 表示由程序读出，还没有人对照原文核对",
            "false where a program read it and nobody has checked it against the plan",
        ),
        "route": ("走向", "The route"),
        "sections": (
            "有专名、不以两地命名的区段",
            "Sections known by a name instead of by two places",
        ),
        "mentions": ("各计划的点名", "Mentions in the plans"),
        "since": ("后来的事实", "What happened since"),
    },
    Mention: {
        "plan": ("计划编号", "Id of the plan"),
        "clause": ("计划里的条目编号", "The clause as the plan numbers it"),
        "as_written": (
            "原文里称呼它的几个字，… 表示省略",
            "The few words that name it; … joins pieces",
        ),
        "action": ("原文里说要做什么的几个字", "The few words that say what is to be done"),
        "status": ("由原文动词得出的状态（status）", "Status read from the plan's verbs (status)"),
        "start_year": ("承诺开工的年份", "Year promised for the start"),
        "complete_year": ("承诺建成的年份", "Year promised for completion"),
        "note": ("读法上的疑问", "Doubts about the reading"),
    },
    Event: {
        "event": ("发生了什么（event）", "What happened (event)"),
        "date": (
            "年、年月或年月日；来源说到哪一步写到哪一步",
            "Year, month or day, as the source has it",
        ),
        "section": (
            "只涉及的区段，写作“甲—乙”，或项目 sections 里的名称",
            "The section concerned, as A—B or a name listed in the project's sections",
        ),
        "km": ("该段或全长公里数", "Kilometres of the section, or of the whole"),
        "state": (
            "进展到哪一步（current）；只用于 status",
            "How far it is (current); for status only",
        ),
        "text": ("用我们自己的话说的事实", "The fact in our own few words"),
        "publisher": ("发布的报社或机关", "The newspaper or office that says so"),
        "title": ("网页标题", "Title of the page"),
        "url": ("发布者自己网站上的网址", "Address, only on the publisher's own host"),
        "published": ("发布日期", "When it was published"),
        "looked_at": ("最后一次查看的日期", "When it was last looked at"),
        "confidence": ("来源可信程度（confidence）", "How far the source carries (confidence)"),
        "disputed": ("另有出处说法不同", "Another source says otherwise"),
        "scope": (
            "before 表示既有旧线的事，outside 表示图外路段的事，都不作数",
            "before: of an older line; outside: of a section not drawn here; decides nothing",
        ),
    },
    LineRoute: {
        **_ROUTE,
        "stops": (
            "地名录里的名称，重名时写 名称@代码",
            "Names in the gazetteer; name@adcode where a name stands twice",
        ),
        "on_network": (
            "false：不沿既有线路，不沿网寻径",
            "false: it runs along no existing line and is not routed",
        ),
        "along": (
            "出处称沿河谷的各段，见 along 的字段",
            "Stretches that a source says follow a river's valley, see the fields of along",
        ),
    },
    Valley: {
        "river": ("河名", "The river"),
        "from": ("起站，为 stops 之一", "The first stop of it, one of stops"),
        "to": ("止站，在起站之后", "The last stop of it, after the first"),
        "bank": ("左岸或右岸（面向下游）", "The bank, as one looks downstream"),
    },
    RiverRoute: {**_ROUTE, "reaches": ("各段河道", "The stretches")},
    Reach: {
        "river": ("河名", "Name of the river"),
        "from": ("起点，地名录里的名称", "Where it begins, a name in the gazetteer"),
        "to": ("终点，地名录里的名称", "Where it ends, a name in the gazetteer"),
    },
    PlaceRoute: {**_ROUTE, "places": ("地名录里的名称", "Names in the gazetteer")},
    AreaRoute: {**_ROUTE, "adcodes": ("行政区划代码", "Adcodes")},
    ComposedRoute: {**_ROUTE, "of": ("组成它的项目编号", "Ids of the records it is made of")},
    NoRoute: {"kind": _ROUTE["kind"], "reason": ("为什么无法定位", "Why it cannot be located")},
    FactsRules: {
        "facts_as_of": ("事实截止日，一切结论以此日为准", "The day on which every verdict holds"),
        "no_source": ("不能作来源的网站", "Hosts that are no source"),
    },
    Plan: {
        "id": ("固定编号", "Stable id"),
        "title": ("全称", "Full title"),
        "title_en": ("英文标题", "Title in English"),
        "short": ("简称", "Short title"),
        "short_en": ("英文简称", "Short title in English"),
        "issuer": ("发文机关", "Who issued it"),
        "number": ("印发文号", "Document number as printed"),
        "date": ("计划说话的日期", "Date on which it speaks"),
        "date_inferred": ("日期是推断的", "True where the text is undated"),
        "horizon": ("首年与末年", "First and last year"),
        "region": ("所讲区域的编号", "Id of the region it is about"),
        "based_on": ("所落实的上位计划", "The plan it carries out"),
        "text": ("所据文本的文件名", "File name of the text it was read from"),
        "text_note": ("文本的状况", "State of that text"),
    },
    Region: {
        "id": ("固定编号", "Stable id"),
        "name": ("名称", "Name in Chinese"),
        "name_en": ("英文名称", "Name in English"),
        "members": (
            "区县代码；2 或 4 位代表其下全部区县",
            "Adcodes; 2 or 4 digits stand for all counties below",
        ),
        "without": ("从中剔除的区县", "Counties taken out"),
        "area_km2": ("公布的面积，平方公里", "Published area in square kilometres"),
        "definition": ("定义", "Definition"),
        "source": ("出处", "Source"),
        "note": ("备注", "A note"),
    },
    Retired: {
        "id": ("停用的编号", "The retired id"),
        "name": ("最后的名称", "The project's last name"),
        "date": ("停用的日期", "When it was retired"),
        "reason": ("原因", "Why"),
        "successor": ("接替它的编号", "The id that stands in its place"),
    },
}
