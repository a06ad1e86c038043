"""Whether a sentence can name a project, and whether it goes on about the one named before."""

from __future__ import annotations

import re

from plans.reading.lexical.lexicon import Lexicon

#: What names a project without one of the lexicon's facilities.
_OTHER = (
    r"引[^,。]{1,6}[济入补]|[水电气煤油][东南西北]?[调送运济引补入]|[GS]\d|[国省县]道|[台国]\d|工程|核|风|光伏|储|治理|整治|堤"
    r"|海塘|厂|云巴|联运|枢纽|号线"
)
#: 项目全长152公里: what a sentence begins with that tells more of the project before it.
_GOES_ON = re.compile(
    r"(?:(?:该|本|其)条?)?(?:项目|工程|线路|路线|铁路|公路|高速公路|大桥|隧道)?(?:线路|路线|正线|主线|设计|建设)?"
    r"(?:全长|全线|总长|里程|长度|总投资|投资|估算|概算|计划|预计|预定|于?(?:19|20)\d\d年|工期|时速|建设工期)"
)


#: 铁路方面: what a clause says it is about.
_FIELD = re.compile(r"([\u4e00-\u9fff]{2,8})(?:方面|领域|网)[,:]?[^。;]*$")
#: 高速公路续建…: what the clause begins with is what it lists.
_TOPIC = re.compile(
    r"(?:^|[。;,:]|^\d{1,2}[.、])(高速公路|铁路|公路|机场|港口|航道|轨道交通)(?:将|要|重点|计划|继续)*"
    r"(?::[^。]*|(?:续建|新开工|新建|开工|推进|加快|建成|实施)[^。;,]*)$"
)


def facility_pattern(words: Lexicon) -> re.Pattern[str]:
    """Finds what a sentence must hold to name a project: a facility of ``words``, a road."""
    return re.compile("|".join([*map(re.escape, words.facilities), _OTHER]))


def goes_on(text: str) -> bool:
    """Whether a sentence that names nothing tells more of the project named before it."""
    return _GOES_ON.match(text) is not None


def said_topic(lead: str) -> str:
    """What the words ``lead`` before a list say that it is about; empty for nothing."""
    said = _FIELD.search(lead) or _TOPIC.search(lead)
    return said[1] if said else ""
