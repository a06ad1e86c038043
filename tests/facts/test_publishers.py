"""Whose name a publisher is, and what names nobody."""

from __future__ import annotations

import pytest

from facts.sections import known_names
from facts.upkeep.publishers import is_named

PLACES = known_names(["泸州市", "宜宾市", "宜宾东站", "新华镇"])


@pytest.mark.parametrize(
    ("publisher", "named"),
    [
        ("四川日报", True),
        ("四川新闻网", True),
        ("新华网", True),
        ("宜宾融媒", True),
        ("宜宾新闻", True),
        ("中国报道", True),
        ("中国铁路公众号", True),
        ("人民日报客户端", True),
        ("国网四川公司", True),
        ("重庆广电（转载）", True),
        ("泸州市人民政府", True),
        ("某报", True),
        ("云南媒体（转载）", False),
        ("泸州媒体", False),
        ("四川新闻媒体", False),
        ("宜宾东网站", False),
        ("宜宾东枢纽网站", False),
        ("多家媒体报道", False),
        ("项目运营单位", False),
        ("当地报道（boweiwater转）", False),
        ("公开网页(某站)", False),
        ("网站", False),
        ("（转载）", False),
        ("宜宾发布（论坛转）", False),
        ("四川省发展改革委（转载，低质量）", False),
        ("凉山州网（未写明来源）", False),
        ("维基百科", False),
        ("某自媒体", False),
    ],
)
def test_whether_a_publisher_is_named(publisher: str, named: bool) -> None:
    assert is_named(publisher, PLACES) is named
