"""Where the tokens of a sentence are lists of names, what parts the names, what closes a list."""

from __future__ import annotations

import pytest

from plans.reading.names.items import Group
from plans.reading.names.lists import Lists
from tests.plans.reading.names.support import tokens, words


def groups(said: str) -> list[Group]:
    return Lists(*tokens(said)).groups()


def told(said: str) -> list[str]:
    """A list as ``云青、青河+铁路``: its names, what each is given, ``!`` before none at all."""
    return [
        "、".join(
            "!" * item.dead + "+".join(filter(None, (words(item.tokens), words(item.shared))))
            for item in group.items
        )
        for group in groups(said)
    ]


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("云 青 铁路/h", 0, 2),
        ("推进/vb 云 青 铁路/h ,/m", 1, 3),
        ("、/- 云 青 铁路/h 、/-", 1, 3),
        ("云 青 铁路/h 、/- 青 河 铁路/h", 0, 6),
        ("新/g 云 青 铁路/h", 0, 3),
        # 等 and what it leads on to are of the list, what is left behind is not.
        ("云泽 至/t 青岚 等/etc 高速公路/h", 0, 4),
        ("云泽 至/t 青岚 等/etc", 0, 2),
        ("云泽 至/t 青岚 等/etc 重点/g", 0, 2),
        ("云青 高速/h 等/etc 拥堵@generic/g 路段/s 扩容/u", 0, 5),
        ("云青 高速/h 等/etc 路段/s 扩容/u 工程/w", 0, 4),
        ("云泽 至/t 青岚 等/etc 高速公路/h 主线@generic/g 路段/s 扩容/u", 0, 7),
    ],
)
def test_a_list_is_as_long_as_its_names_and_its_tail(said: str, first: int, last: int) -> None:
    found = groups(said)[0]
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    ("said", "lists"),
    [
        ("云 青 铁路/h 、/- 青 河 铁路/h", ["云青铁路、青河铁路"]),
        ("云 青 铁路/h 、/- 推进/vb 青 河 铁路/h", ["云青铁路", "青河铁路"]),
        ("云 青 铁路/h ,/m 青 河 铁路/h", ["云青铁路", "青河铁路"]),
        ("云 青 铁路/h 、/- 学校/nf", ["云青铁路、!学校"]),
        ("学校/nf 、/- 云 青 铁路/h", ["!学校、云青铁路"]),
        ("新/g ,/m 云 青 铁路/h", ["云青铁路"]),
        ("新/g 、/- 云 青 铁路/h", ["云青铁路"]),
        ("新/g", []),
        ("推进/vb ,/m", []),
        # What stands behind 等 is read once.
        ("云泽 等/etc 公路/h 、/- 青 河 铁路/h", ["云泽+公路", "青河铁路"]),
        ("云泽 等/etc 公路/h 、/-", ["云泽+公路"]),
        ("云泽 等/etc 公路/h", ["云泽+公路"]),
        # The corridor before two ends is no part of their name.
        ("西部 陆海新通道/h 黄桶 至/t 百色", ["黄桶至百色"]),
        # 项目 belongs to an upgrade that ends the name.
        ("云 青 铁路/h 扩能/u 项目/f", ["云青铁路扩能项目"]),
        ("新/g 云 青 铁路/h 扩能/u 项目/f", ["云青铁路扩能项目"]),
        ("西部 陆海新通道/h 黄桶 至/t 百色 扩能/u 项目/f", ["西部陆海新通道黄桶至百色扩能项目"]),
        ("云 青 铁路/h 项目/f", ["云青铁路"]),
        ("云 青 铁路/h 扩能/u ,/m 项目/f", ["云青铁路扩能"]),
        ("云 青 铁路/h 扩能/u", ["云青铁路扩能"]),
    ],
)
def test_what_is_a_list_and_what_are_two(said: str, lists: list[str]) -> None:
    assert told(said) == lists


@pytest.mark.parametrize(
    ("said", "lists"),
    [
        # What is set up along a line.
        ("设/vb 云泽 、/- 青岚 2座/m 车站/h", ["车站"]),
        ("设/vb 云泽 、/- 青岚 2座/m 互通/h", ["互通"]),
        ("设/vb 云泽 、/- 青岚 2座/m 互通立交/h", ["互通立交"]),
        ("设/vb 云泽 、/- 青岚 2处/m 服务区/h", ["服务区"]),
        ("设/vb 云泽 、/- 青岚 2处/m 收费站/h", ["收费站"]),
        ("设/vb 云泽 、/- 青岚 2座/m 水库/h", ["云泽+水库、青岚+水库"]),
        ("设/vb 云泽 、/- 青岚 等/etc 车站/h", ["云泽+车站、青岚+车站"]),
    ],
)
def test_stops_that_are_counted_are_no_projects(said: str, lists: list[str]) -> None:
    assert told(said) == lists


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("云泽 机场/h 及/- 配套/a 工程/w", "云泽机场及配套工程"),
        # A reservoir and what brings its water away.
        ("夹岩 水利枢纽/h 及/- 黔西北 供水工程/h", "夹岩水利枢纽及黔西北供水工程"),
        ("夹岩 水利枢纽/h 及/- 黔西北 引水工程/h", "夹岩水利枢纽及黔西北引水工程"),
        ("夹岩 水利枢纽/h 及/- 黔西北 调水工程/h", "夹岩水利枢纽及黔西北调水工程"),
        ("夹岩 水利枢纽/h 及/- 黔西北 排水工程/h", "夹岩水利枢纽、黔西北排水工程"),
        ("夹岩 水利枢纽/h 和/- 黔西北 供水工程/h", "夹岩水利枢纽、黔西北供水工程"),
        ("夹岩 水库/h 及/- 黔西北 供水工程/h", "夹岩水库、黔西北供水工程"),
        (
            "夹岩 水利枢纽/h 及/- 黔西北 供水工程/h 、/- 云 青 铁路/h",
            "夹岩水利枢纽及黔西北供水工程、云青铁路",
        ),
        (
            "夹岩 水利枢纽/h 及/- 云 青 铁路/h 、/- 黔西北 供水工程/h",
            "夹岩水利枢纽、云青铁路、黔西北供水工程",
        ),
        # A line by way of two places.
        ("云泽 经/v 白石 、/- 平川 至/t 青岚 铁路/h", "云泽经白石、平川至青岚铁路"),
        ("云泽 至/t 青岚 经/v 白石 、/- 平川 的/o 铁路/h", "云泽至青岚经白石、平川的铁路"),
        (
            "云泽 至/t 青岚 经/v 白石 、/- 河湾 至/t 平川 铁路/h",
            "云泽至青岚经白石+铁路、河湾至平川铁路",
        ),
        (
            "云泽 经/v 白石 至/t 青岚 、/- 河湾 至/t 平川 铁路/h",
            "云泽经白石至青岚+铁路、河湾至平川铁路",
        ),
        (
            "云泽 经/v 白石 至/t 河湾 、/- 平川 的/o 铁路/h",
            "云泽经白石至河湾+铁路、平川的铁路",
        ),
        ("云 青 铁路/h 经/v 白石 、/- 平川 至/t 河湾 铁路/h", "云青铁路、平川至河湾铁路"),
        ("云泽 、/- 平川 至/t 青岚 铁路/h", "云泽+铁路、平川至青岚铁路"),
        ("云泽 经/v 白石 、/- 平川 铁路/h", "云泽经白石+铁路、平川铁路"),
        # A line that joins two.
        ("浩吉 铁路/h 与/- 焦柳 铁路/h 联络线/pt", "浩吉铁路与焦柳铁路联络线"),
        ("浩吉 铁路/h 与/- 焦柳 铁路/h 连接线/pt", "浩吉铁路与焦柳铁路连接线"),
        ("浩吉 铁路/h 与/- 焦柳 联络线/pt", "浩吉铁路与焦柳联络线"),
        ("浩吉 铁路/h 与/- 焦柳 联络线/h", "浩吉铁路与焦柳联络线"),
        ("浩吉 铁路/h 和/- 焦柳 铁路/h 联络线/pt", "浩吉铁路、焦柳铁路联络线"),
        ("浩吉 铁路/h 与/- 焦柳 铁路/h", "浩吉铁路、焦柳铁路"),
        ("浩吉 铁路/h 与/- 联络线/pt 焦柳 铁路/h", "浩吉铁路、焦柳铁路"),
        ("浩吉 线/e 与/- 焦柳 铁路/h 联络线/pt", "浩吉线、焦柳铁路联络线"),
        ("浩吉 铁路/h 与/- 焦柳 线/e", "浩吉铁路、焦柳线"),
        (
            "浩吉 铁路/h 与/- 焦柳 铁路/h 、/- 平 川 铁路/h 联络线/pt",
            "浩吉铁路、焦柳铁路、平川铁路联络线",
        ),
        # What is built where two roads cross.
        ("人民 路/e 与/- 解放 路/e 立交/h", "人民路与解放路立交"),
        ("人民 路/e 与/- 解放 路/e 通道/pt", "人民路与解放路通道"),
        ("人民 路/e 和/- 解放 路/e 立交/h", "人民路、解放路立交"),
        ("人民 路/e 与/- 解放 路/e", "人民路、解放路"),
        ("人民 路/e 与/- 解放 立交/h", "人民路、解放立交"),
        ("人民 街/e 与/- 解放 路/e 立交/h", "人民街、解放路立交"),
        # Only what stands behind the last comma or 和 can be ahead.
        ("云泽 立交/h 、/- 人民 路/e 与/- 解放 路/e", "云泽立交、人民路、解放路"),
        (
            "河湾 经/v 平川 铁路/h 、/- 云泽 、/- 白石 至/t 青岚 铁路/h",
            "河湾经平川铁路、云泽+铁路、白石至青岚铁路",
        ),
    ],
)
def test_a_separator_inside_a_name(said: str, names: str) -> None:
    assert told(said) == [names]


def test_what_joins_a_name_to_the_one_before() -> None:
    (found,) = groups("云 青 铁路/h 、/- 青 河 铁路/h 和/- 河 湾 铁路/h")
    assert [item.joined_by for item in found.items] == ["", "、", "和"]


@pytest.mark.parametrize(
    ("tail", "shared"),
    [
        ("等/etc 铁路/h", "铁路"),
        ("等/etc 联络线/pt", "联络线"),
        ("等/etc 港/e", ""),
        ("铁路/m", ""),
        ("等/etc ,/m 铁路/h", ""),
        # Counted, with 等 or without.
        ("2条/m 铁路/h", "铁路"),
        ("2座/m 水库/h", "水库"),
        ("2个/m 机场/h", "机场"),
        ("2项/m 工程/h", "工程"),
        ("2处/m 枢纽/h", "枢纽"),
        ("30公里/m 铁路/h", ""),
        ("等/etc 30公里/m 铁路/h", "铁路"),
        ("等/etc 2条/m 、/- 铁路/h", "铁路"),
        ("等/etc 、/- 铁路/h", ""),
        # Counted behind the place where they are: at most three words further.
        ("等/etc 南疆 11条/m 铁路/h", "铁路"),
        ("等/etc 南 北 疆 11条/m 铁路/h", "铁路"),
        ("等/etc 南 北 东 疆 11条/m 铁路/h", ""),
        ("等/etc 新/g 疆 11条/m 铁路/h", "铁路"),
        ("等/etc 推进/vb 11条/m 铁路/h", ""),
        ("等/etc 南疆 铁路/h", ""),
        ("等/etc 南疆", ""),
        # What describes them.
        ("等/etc 重点/g 铁路/h", "铁路"),
        ("等/etc 的/o 铁路/h", "铁路"),
        ("等/etc 汉江@river 枢纽/h", "枢纽"),
        ("等/etc 汉中 枢纽/h", ""),
        ("等/etc 时速350公里/sp 铁路/h", "铁路"),
        ("等/etc 项目/f 铁路/h", "铁路"),
        ("等/etc 在建@generic+verb/bd 铁路/h", "铁路"),
        ("等/etc 在建@generic+verb/vb 铁路/h", "铁路"),
        ("等/etc 在建@verb/vb 铁路/h", ""),
        ("等/etc 重点/g", ""),
        # With what is done to them.
        ("等/etc 高速公路/h 扩容/u", "高速公路扩容"),
        ("等/etc 高速公路/h 项目/f 扩容/u", "高速公路扩容"),
        ("等/etc 高速公路/h 一期/ph 工程/w", "高速公路一期工程"),
        ("等/etc 高速公路/h 扩容/u ,/m 工程/w", "高速公路扩容"),
        ("等/etc 高速公路/h 主线@generic/g 路段/s 扩容/u", "高速公路扩容"),
        ("等/etc 高速公路/h 项目/f 主线@generic/g 路段/s 扩容/u", "高速公路扩容"),
        ("等/etc 高速公路/h 扩容/u 主线@generic/g 路段/s 扩建/u", "高速公路扩容"),
        ("等/etc 高速公路/h 主线@generic/g 路段/s", "高速公路"),
    ],
)
def test_what_closes_a_list_is_given_to_its_names(tail: str, shared: str) -> None:
    (item,) = groups(f"云泽 至/t 青岚 {tail}")[0].items
    assert (words(item.tokens), words(item.shared)) == ("云泽至青岚", shared)
    assert item.closed is bool(shared)


@pytest.mark.parametrize(
    ("said", "upgrade"),
    [
        ("云 青 铁路/h 和/- 河 湾 线/e 改扩建/u", "改扩建"),
        ("云 青 铁路/h 和/- 河 湾 线/e", ""),
        ("云 青 高速/h 等/etc 公路/h 扩容/u", "扩容"),
        ("云 青 高速/h 等/etc 公路/h", ""),
        ("云 青 高速/h 等/etc 路段/s 扩容/u", "扩容"),
        ("云 青 高速/h 等/etc 路段/s", ""),
        ("云 青 高速/h 等/etc 拥堵@generic/g 路段/s 扩容/u", "扩容"),
        # With 等 it is what stands behind it that counts.
        ("云 青 铁路/h 和/- 河 湾 线/e 改扩建/u 等/etc 公路/h", ""),
        ("云 青 铁路/h 和/- 河 湾 线/e 等/etc 公路/h 扩容/u", "扩容"),
    ],
)
def test_an_upgrade_that_closes_a_list_is_done_to_all(said: str, upgrade: str) -> None:
    closing = groups(said)[0].closing
    assert (closing.text if closing else "") == upgrade


def test_what_sets_up_a_facility_is_kept_beside_the_names() -> None:
    (found,) = groups("云泽 申建/o 机场/h 、/- 青岚 拟建/o 机场/h 、/- 河湾 机场/h")
    assert [token.text for token in found.setting] == ["申建", "拟建"]
