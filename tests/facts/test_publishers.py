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


@pytest.mark.parametrize(
    "kind",
    [
        *("媒体", "报纸", "报道", "消息", "快讯", "转载", "记者", "网页", "网站", "网络", "页面"),
        *("公众号", "客户端", "部门", "单位", "公司", "业主"),
    ],
)
def test_a_kind_of_publisher_is_no_name(kind: str) -> None:
    for said in (kind, f"当地{kind}", f"泸州{kind}", f"某{kind}（转载）"):
        assert not is_named(said, PLACES), said
    assert is_named(f"清风{kind}", PLACES)


@pytest.mark.parametrize(
    "word",
    [
        *("项目", "运营", "建设", "施工", "设计", "投资", "当地", "地方", "本地", "公开", "相关"),
        *("有关", "主管", "政府", "官方", "新闻", "多家", "某", "各", "省", "市", "区", "县"),
    ],
)
def test_what_stands_before_a_kind_and_names_nobody(word: str) -> None:
    assert not is_named(f"{word}单位", PLACES)
    assert not is_named(f"泸州{word}单位", PLACES)
    assert is_named(f"清风{word}单位", PLACES)
