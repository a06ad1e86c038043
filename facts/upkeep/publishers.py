"""Whether a publisher is named: a kind of publisher, or one of a place, is nobody's name."""

from __future__ import annotations

import re
from collections.abc import Collection

from facts.sections import bare, is_land

#: What a copy says of itself where it names no source, or none that counts; anywhere in the text.
_SAYS_SO = re.compile(r"未写明|未写|低质量|百科|论坛|贴吧|自媒体|来源不明|网友|[Ww]iki")
#: Kinds of publishers; each is a name only with more before it.
_KINDS = (
    *("媒体", "报纸", "报道", "消息", "快讯", "转载", "记者", "网页", "网站", "网络", "页面"),
    *("公众号", "客户端", "部门", "单位", "公司", "业主"),
)
#: What may stand before a kind and still names nobody.
_ANY = (
    *(
        "项目",
        "运营",
        "建设",
        "施工",
        "设计",
        "投资",
        "当地",
        "地方",
        "本地",
        "公开",
        "相关",
        "有关",
    ),
    *("主管", "政府", "官方", "新闻", "多家", "某", "各", "省", "市", "区", "县"),
)
_ASIDE = re.compile(r"[（(].*$")


def is_named(publisher: str, places: Collection[str]) -> bool:
    """Whether ``publisher`` names a newspaper, a station, an office or a company.

    云南媒体, 项目运营单位 and 公开网页（转载） name none: nothing is left of them without places,
    words for any such thing and the kind of publisher. Nor does a text that says itself that its
    source is unknown, an encyclopaedia or a forum.

    Parameters
    ----------
    publisher : str
        As the fact has it; what stands in brackets is aside.
    places : collection of str
        Known names, as :func:`facts.sections.known_names` gives them.
    """
    if _SAYS_SO.search(publisher):
        return False
    rest = _ASIDE.sub("", publisher).strip()
    kind = _ending(rest, _KINDS)
    if not kind:
        return bool(rest)
    while kind:
        rest = rest.removesuffix(kind)
        kind = _ending(rest, (*_KINDS, *_ANY))
    return bool(rest) and not (is_land(rest) or bare(rest) in places)


def _ending(text: str, words: Collection[str]) -> str:
    """The first of ``words`` that ``text`` ends in, ``""`` for none; none ends in another."""
    return next((word for word in words if text.endswith(word)), "")
