"""What governs a name in its sentence: each rule with what it holds for and what not."""

from __future__ import annotations

import pytest

from plans.reading.mentions import read_mentions
from plans.records import Mention


def said(mention: Mention) -> str:
    """Name, status, years and the words that say so; ``past`` of what is told in retrospect."""
    years = [("from", mention.start_year), ("to", mention.complete_year)]
    told = [f"{word} {year}" for word, year in years if year]
    past = ["past"] if mention.kind == "achievement" else []
    return " ".join([mention.name, mention.status, *told, *past, f"[{mention.action}]"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "加快云青铁路建设，推进河湾机场前期工作。",
            ["云青铁路 construction [加快…建设]", "河湾机场 preparation [推进…前期工作]"],
        ),
        (
            "云青铁路、河金铁路，2026年建成。",
            ["云青铁路 operation to 2026 [2026年建成]", "河金铁路 operation to 2026 [2026年建成]"],
        ),
        (
            "云青铁路云泽段、河金铁路白石段，金塘高速，2026年建成。",
            [
                "云青铁路云泽段 operation to 2026 [2026年建成]",
                "河金铁路白石段 operation to 2026 [2026年建成]",
                "金塘高速公路 operation to 2026 [2026年建成]",
            ],
        ),
        (
            "云青铁路；河金铁路，2026年建成。",
            ["云青铁路 unspecified []", "河金铁路 operation to 2026 [2026年建成]"],
        ),
        (
            "开工云青铁路，河金铁路，2026年建成。",
            ["云青铁路 start [开工]", "河金铁路 operation to 2026 [2026年建成]"],
        ),
        (
            "2026年，开工建设云青铁路，建成河金铁路。",
            ["云青铁路 start from 2026 [开工建设]", "河金铁路 operation to 2026 [建成]"],
        ),
        ("据统计，2024年上半年，云青铁路开工建设。", ["云青铁路 start [开工建设]"]),
        ("据统计，2024年，云青铁路开工建设。", ["云青铁路 start from 2024 [开工建设]"]),
        ("2024年，全省开工建设云青铁路。", ["云青铁路 start from 2024 [开工建设]"]),
        (
            "加快实施一批项目，包括云青铁路、河金铁路。",
            ["云青铁路 construction [加快实施]", "河金铁路 construction [加快实施]"],
        ),
        (
            "推进前期工作的项目有，包括云青铁路、河金铁路。",
            ["云青铁路 preparation [推进前期工作]", "河金铁路 preparation [推进前期工作]"],
        ),
        ("推进前期工作，河金铁路加快建设。", ["河金铁路 construction [加快建设]"]),
        (
            "铁路：推进云青铁路、河金铁路建设。",
            ["云青铁路 construction [推进…建设]", "河金铁路 construction [推进…建设]"],
        ),
        (
            "开工建设：云青铁路、河金铁路。",
            ["云青铁路 start [开工建设]", "河金铁路 start [开工建设]"],
        ),
        (
            "开工建设：云青铁路。建成：河金铁路。",
            ["云青铁路 start [开工建设]", "河金铁路 operation [建成]"],
        ),
        (
            "2026年开工：云青铁路、河金铁路。",
            ["云青铁路 start from 2026 [2026年开工]", "河金铁路 start from 2026 [2026年开工]"],
        ),
        (
            "2026年开工：重点项目5个。云青铁路、河金铁路。",
            ["云青铁路 start [2026年开工]", "河金铁路 start [2026年开工]"],
        ),
        ("重点项目5个。云青铁路。", ["云青铁路 unspecified []"]),
        ("完成云泽枢纽主体工程。", ["云泽枢纽 construction [完成…主体工程]"]),
        ("建成云泽枢纽主体工程。", ["云泽枢纽 operation [建成…主体工程]"]),
        ("推动云青高铁获批。", ["云青高铁 preparation [推动…获批]"]),
        ("推动云青高铁获得批复。", ["云青高铁 preparation [推动…获得批复]"]),
        ("云青高铁获批。", ["云青高铁 unspecified [获批]"]),
        (
            "推进新建云泽机场、迁建青岚机场前期工作。",
            ["云泽机场 preparation [推进新建…前期工作]", "青岚机场 preparation [迁建…前期工作]"],
        ),
        (
            "推进新建云泽机场、加快迁建青岚机场前期工作。",
            ["云泽机场 construction [推进新建]", "青岚机场 preparation [加快迁建…前期工作]"],
        ),
        (
            "新建云泽机场、迁建青岚机场建设。",
            ["云泽机场 construction [新建]", "青岚机场 construction [迁建…建设]"],
        ),
        (
            "云青铁路、河金铁路加快建设。",
            ["云青铁路 construction [加快建设]", "河金铁路 construction [加快建设]"],
        ),
        (
            "云青铁路和河金铁路加快建设，白石铁路建成。",
            [
                "云青铁路 construction [加快建设]",
                "河金铁路 construction [加快建设]",
                "白石铁路 operation [建成]",
            ],
        ),
        (
            "云青铁路加快建设和河金铁路建成。",
            ["云青铁路 construction [加快建设]", "河金铁路 operation [建成]"],
        ),
        (
            "云青铁路（2027年开工）、河金铁路（2026年建成）。",
            ["云青铁路 start from 2027 [开工]", "河金铁路 operation to 2026 [建成]"],
        ),
        ("云青铁路（续建，2026年建成）。", ["云青铁路 construction to 2026 [续建]"]),
        (
            "云青铁路（续建）、河金铁路（新开工）。",
            ["云青铁路 construction [续建]", "河金铁路 start [新开工]"],
        ),
        (
            "云青铁路（2026年建成）、河金铁路（2027年）、白石铁路（前期）。",
            [
                "云青铁路 operation to 2026 [建成]",
                "河金铁路 operation to 2027 []",
                "白石铁路 preparation [前期]",
            ],
        ),
        ("云青铁路持续施工，预计2027年完工。", ["云青铁路 construction to 2027 [施工]"]),
        ("云青铁路完成首次下沉。", ["云青铁路 construction [完成]"]),
        ("云青铁路全线铺轨完成。", ["云青铁路 construction [全线铺轨完成]"]),
        ("云青铁路建设完成。", ["云青铁路 operation [建设完成]"]),
        ("云青铁路施工完成。", ["云青铁路 construction [施工完成]"]),
        (
            "云青铁路2016年动工，已于2020年完工启用。",
            ["云青铁路 operation from 2016 to 2020 [2016年动工]"],
        ),
        ("云青铁路已于2020年完工启用。", ["云青铁路 operation to 2020 [2020年完工启用]"]),
        ("云青铁路2016年动工，2020年完工启用。", ["云青铁路 start from 2016 to 2020 [2016年动工]"]),
        ("云青铁路开工建设，通车后两地只需1小时。", ["云青铁路 start [开工建设]"]),
        ("云青铁路开工建设，通车时两地只需1小时。", ["云青铁路 start [开工建设]"]),
        ("云青铁路开工建设，2028年通车。", ["云青铁路 start to 2028 [开工建设]"]),
        ("云青铁路开工建设，建成高速公路350公里。", ["云青铁路 start [开工建设]"]),
        ("云青铁路开工建设，建成5条。", ["云青铁路 start [开工建设]"]),
        ("云青铁路开工建设，2028年建成5米。", ["云青铁路 start to 2028 [开工建设]"]),
        ("推进连接青岚的云青铁路建设。", ["云青铁路 construction [推进…建设]"]),
        ("连接青岚的云青铁路。", ["云青铁路 unspecified []"]),
        ("云青铁路白石段开工，全线2028年建成。", ["云青铁路白石段 start to 2028 [开工]"]),
        (
            "河金铁路开工，云青铁路白石段建成，全线2028年建成。",
            ["河金铁路 start to 2028 [开工]", "云青铁路白石段 operation [建成]"],
        ),
        (
            "河金铁路开工，云青铁路建成，全线2028年建成。",
            ["河金铁路 start [开工]", "云青铁路 operation to 2028 [建成]"],
        ),
        (
            "河金铁路白石段开工，云青铁路白石段建成，全线2028年建成。",
            ["河金铁路白石段 start [开工]", "云青铁路白石段 operation to 2028 [建成]"],
        ),
        (
            "云青铁路、河金铁路分别于2026年、2028年建成。",
            [
                "云青铁路 operation to 2026 [2026年2028年建成]",
                "河金铁路 operation to 2028 [2026年2028年建成]",
            ],
        ),
        (
            "云青铁路和河金铁路预计2028年和2030年建成。",
            [
                "云青铁路 operation to 2028 [预计2028年2030年建成]",
                "河金铁路 operation to 2030 [预计2028年2030年建成]",
            ],
        ),
        (
            "云青铁路和河金铁路预计2028年建成。",
            [
                "云青铁路 operation to 2028 [预计2028年建成]",
                "河金铁路 operation to 2028 [预计2028年建成]",
            ],
        ),
        ("完成云泽机场改扩建。", ["云泽机场改扩建 operation [完成]"]),
        ("云泽机场改扩建完成。", ["云泽机场改扩建 upgrade [完成]"]),
        ("云泽机场改扩建2027年完成。", ["云泽机场改扩建 operation to 2027 [2027年完成]"]),
        ("加快云泽机场改扩建。", ["云泽机场改扩建 upgrade [加快]"]),
        ("云泽机场改扩建。", ["云泽机场改扩建 upgrade []"]),
        ("云青铁路增建二线开工。", ["云青铁路增建二线 start [开工]"]),
        ("加快云青铁路增建二线。", ["云青铁路增建二线 construction [加快]"]),
        ("加快云青铁路复线建设。", ["云青铁路复线 construction [加快…建设]"]),
        ("加快推进云青铁路，年内开工。", ["云青铁路 start [加快推进]"]),
        ("加快推进云青铁路，力争完成前期工作。", ["云青铁路 preparation [加快推进]"]),
        ("研究推进云青铁路，完成前期工作。", ["云青铁路 preparation [研究推进]"]),
        ("建设云青铁路，年内开工。", ["云青铁路 construction [建设]"]),
        ("建设云青铁路扩能改造，年内开工。", ["云青铁路扩能改造 upgrade [建设]"]),
        ("计划开工云青铁路。", ["云青铁路 start [计划开工]"]),
        ("计划云青铁路。", ["云青铁路 unspecified []"]),
        ("云青铁路。", ["云青铁路 unspecified []"]),
        ("与武汉港合作。", []),
        ("加强与武汉港合作，建设云泽港。", ["云泽港 construction [建设]"]),
        ("途经云青铁路。", []),
        ("起于云青铁路，止于河金铁路，建设白石铁路。", ["白石铁路 construction [建设]"]),
        ("连接洪水桥。", []),
        ("该铁路由云泽至青岚。", []),
        ("建设由云泽至青岚铁路。", ["云泽至青岚铁路 construction [建设]"]),
        (
            "云青铁路，河金铁路建设，白石机场开工。",
            [
                "云青铁路 construction [建设]",
                "河金铁路 construction [建设]",
                "白石机场 start [开工]",
            ],
        ),
        (
            "云青铁路，河金铁路，白石机场开工建设。",
            [
                "云青铁路 start [开工建设]",
                "河金铁路 start [开工建设]",
                "白石机场 start [开工建设]",
            ],
        ),
    ],
)
def test_what_is_said_of_each_name(text: str, expected: list[str]) -> None:
    assert [said(m) for m in read_mentions(text, achievements=True)] == expected
