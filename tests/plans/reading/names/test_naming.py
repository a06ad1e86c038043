"""The name that an item gives, its line, and the line that a section leaves out."""

from __future__ import annotations

import pytest

from plans.reading.names.naming import LONGEST_NAME, Named, named
from plans.reading.names.parents import agree, complete, find_line
from registry.vocab import Mode
from tests.plans.reading.names.support import item

RAIL, HIGHWAY = Mode.RAIL, Mode.HIGHWAY


def name_of(said: str, shared: str = "", upgrades: str = "") -> str | None:
    found = named(item(said, shared, upgrades), None)
    return found and found.name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("云 青 铁路/h", "云青铁路"),
        ("!云 青 铁路/h", None),
        ("新/g 铁路/h", None),
        # Dashes are 至, but in a section or where a bracket tells more.
        ("云泽 —/t 青岚 铁路/h", "云泽至青岚铁路"),
        ("云泽 ——/t 青岚 铁路/h", "云泽至青岚铁路"),
        ("云青 铁路/h 云泽 —/t 青岚 段/s", "云青铁路云泽—青岚段"),
        ("云泽 —/t 青岚 铁路/h (一)/b", "云泽—青岚铁路(一)"),
        # Speeds and what sets up are left out, 的 before a facility too.
        ("云泽 至/t 青岚 时速350公里/sp 高铁/h", "云泽至青岚高铁"),
        ("云泽 至/t 青岚 的/o 高速公路/h", "云泽至青岚高速公路"),
        ("云泽 申建/o 机场/h", "云泽机场"),
        ("云泽 至/t 青岚 经/v 白石 的/o 铁路/h", "云泽至青岚铁路(经白石)"),
        ("云泽 至/t 青岚 经/v 白石 铁路/h", "云泽至青岚经白石铁路"),
        # Glosses: 成(都)渝(重庆)
        ("成 (都)/b 渝 (庆)/b 铁路/h", "成都至渝庆铁路"),
        ("成 (都)/b 渝 铁路/h", "成(都)渝铁路"),
        # 高速 is 高速公路, but in a section.
        ("云 青 高速/h", "云青高速公路"),
        ("云 青 高速/h 扩容/u", "云青高速公路扩容"),
        ("云 青 高速/h 丙 段/s", "云青高速丙段"),
        ("云 青 高速/h (一)/b", "云青高速(一)"),
        # 工程 behind an upgrade.
        ("云 青 铁路/h 扩能/u 工程/w", "云青铁路扩能"),
        ("云 青 铁路/h 工程/w", "云青铁路工程"),
        ("云 青 铁路/h 扩能/u 二期/ph 工程/w", "云青铁路扩能二期工程"),
        ("云泽 机场/h 扩建/u 填海 工程/w", "云泽机场扩建填海工程"),
        ("云泽 机场/h 扩建/u 航站楼/h 工程/w", "云泽机场扩建航站楼工程"),
        ("云泽 机场/h 扩建/u 配套/a 工程/w", "云泽机场扩建配套工程"),
        ("云泽 机场/h 扩建/u 场地 改造/u 工程/w", "云泽机场扩建场地改造"),
        # A 治理 of no water is no project.
        ("云泽 河 综合治理/h", "云泽河综合治理"),
        ("云泽 山 综合治理/h", None),
        ("嘉陵江 青岚 综合治理/h", "嘉陵江青岚综合治理"),
        ("云泽 水库/h 山 综合治理/h", "云泽水库山综合治理"),
        ("云泽 机场/h 山 综合治理/h", None),
        ("云泽 河 段/s 综合治理/h", "云泽河段综合治理"),
        ("综合治理/h 云泽", None),
        # One character before a last facility of one is no name.
        ("G1 港/e", "G1港"),
        ("和@separator 港/e", None),
        ("和@separator 平 港/e", "和平港"),
        ("和@separator 机场/h", "和机场"),
        ("G1", "G1"),
        ("云泽 山 综合治理 机场/h", "云泽山综合治理机场"),
        # 案 and 计划 behind what prolongs a line.
        ("云 青 铁路/h 延伸/pt 案/w", "云青铁路延伸"),
        ("云 青 铁路/h 案/w", "云青铁路案"),
        ("云 青 线/e 计划/w", "云青线"),
        ("云 青 铁路/h 计划/w", "云青铁路计划"),
        # Another project of a corridor.
        ("西部 陆海新通道/h 骨干工程/h", None),
        ("云泽 骨干工程/h", "云泽骨干工程"),
        ("云泽 某某渠丙/h 骨干工程/h", "云泽某某渠丙骨干工程"),
        # Two ends alone are nothing, with a road's number a road.
        ("云泽 至/t 青岚", None),
        ("G30 云泽 至/t 青岚", "G30云泽至青岚"),
        ("G30 云泽", None),
    ],
)
def test_the_name_of_an_item(said: str, name: str | None) -> None:
    assert name_of(said) == name


@pytest.mark.parametrize(
    ("said", "shared", "upgrades", "name"),
    [
        ("云 青", "铁路/h", "", "云青铁路"),
        ("云 青", "铁路/h 扩能/u", "", "云青铁路扩能"),
        ("云 青 扩能/u", "铁路/h", "", "云青铁路扩能"),
        ("云泽 —/t 青岚 扩能/u", "铁路/h", "", "云泽至青岚铁路扩能"),
        ("云 青 线/e", "", "扩能/u 工程/w", "云青线扩能"),
        ("云泽", "港口/h", "", "云泽港"),
        ("云泽", "入口/h:site:port", "", "云泽入口"),
    ],
)
def test_what_the_list_gives_is_of_the_name(
    said: str, shared: str, upgrades: str, name: str
) -> None:
    assert name_of(said, shared, upgrades) == name


@pytest.mark.parametrize(
    ("said", "listed", "context", "bare", "expected"),
    [
        # 云泽至青岚 where a heading says what is listed.
        ("云泽 至/t 青岚", False, None, RAIL, RAIL),
        ("云泽 至/t 青岚", False, RAIL, None, None),
        ("云泽 —/t 青岚", False, None, RAIL, None),
        ("云泽 青岚", False, None, RAIL, None),
        # 滇中引水二期、清水海二期
        ("云泽 二期/ph", True, Mode.WATER, None, Mode.WATER),
        ("云泽 二期/ph", False, Mode.WATER, None, None),
        ("云泽 二期/ph", True, None, RAIL, None),
        ("云泽 青岚", True, Mode.WATER, None, None),
        ("云泽 至/t 青岚 扩容/u", True, RAIL, None, RAIL),
        ("云泽 至/t 青岚 扩容/u", True, RAIL, HIGHWAY, HIGHWAY),
        ("云泽 至/t 青岚 扩容/u", False, RAIL, None, None),
        ("G30 云泽 至/t 青岚", True, RAIL, RAIL, HIGHWAY),
        ("云 青 段/s", False, None, None, RAIL),
    ],
)
def test_what_names_no_facility(
    said: str, listed: bool, context: Mode | None, bare: Mode | None, expected: Mode | None
) -> None:
    found = named(item(said), context, bare, listed=listed)
    assert (found and found.mode) == expected


def test_a_name_has_at_least_two_characters_and_at_most_forty() -> None:
    whole = "云" * (LONGEST_NAME - 2)
    assert LONGEST_NAME == 40
    assert name_of(f"{whole} 铁路/h") == whole + "铁路"
    assert name_of(f"{whole}云 铁路/h") is None
    assert name_of("G1 段/s") == "G1段"


@pytest.mark.parametrize(
    ("said", "line", "tail", "orphan"),
    [
        ("云 青 铁路/h 云泽 至/t 白石 段/s", "云青铁路", "", False),
        ("云 青 铁路/h 云泽 至/t 白石 段/s 扩能/u", "云青铁路", "扩能", False),
        ("云泽 至/t 青岚 高铁/h 白石 段/s", "云泽至青岚高铁", "", False),
        ("云 青 铁路/h 支线/pt 云泽 至/t 白石 段/s", "云青铁路支线", "", False),
        ("云泽 至/t 青岚 铁路/h 白石 至/t 河湾 段/s", "云泽至青岚铁路", "", False),
        ("G30 云泽 至/t 白石 段/s", "G30", "", False),
        ("云泽 G30 S40 白石 段/s", "云泽G30S40", "", False),
        ("嘉陵江 云泽 至/t 白石 段/s", "嘉陵江", "", False),
        ("集 通 扩能/u 云泽 至/t 白石 段/s", "集通扩能", "", False),
        ("集 通 扩能/u 段/s", "集通扩能", "", False),
        ("云 青 铁路/h 河湾 至/t 白石 公路/h 至/t 新田 段/s", "云青铁路", "", False),
        ("云泽 至/t 白 青 铁路/h 至/t 新田 段/s", "云泽至白青铁路", "", False),
        ("云泽 至/t 白石 段/s", "", "", True),
        ("云泽 至/t 白石 段/s 扩能/u", "", "扩能", True),
        ("云 青 铁路/h", "云青铁路", "", False),
    ],
)
def test_the_line_of_a_section(said: str, line: str, tail: str, orphan: bool) -> None:
    found = named(item(said), None)
    assert found is not None
    assert (found.line, found.tail, found.orphan) == (line, tail, orphan)
    assert found.section is ("段" in said)


@pytest.mark.parametrize(
    ("said", "shared", "upgrades", "upgrade"),
    [
        ("云 青 铁路/h", "", "", False),
        ("云 青 铁路/h 扩能/u", "", "", True),
        ("云 青 线/e", "", "扩能/u", True),
        ("云 青", "铁路/h 扩能/u", "", True),
        ("云 青", "铁路/h", "", False),
        ("云 河 航道整治/pt:part:waterway", "", "", True),
        ("云 河 航道整治/h:line:waterway", "", "", False),
        ("云 河 联络线/pt", "", "", False),
    ],
)
def test_whether_a_name_is_of_an_upgrade(
    said: str, shared: str, upgrades: str, upgrade: bool
) -> None:
    found = named(item(said, shared, upgrades), None)
    assert found is not None
    assert found.upgrade is upgrade


# The line that a name leaves out


def read(said: str) -> Named:
    found = named(item(said), RAIL, listed=True)
    assert found is not None
    return found


def completed(said: str, *before: str, **more: object) -> str:
    """The name of ``said`` behind the names ``before``."""
    lines = [read(one) for one in before]
    own = item(said)
    for key, value in more.items():
        setattr(own, key, value)
    name = named(own, RAIL, listed=True)
    assert name is not None
    complete(name, lines[-1] if lines else None, lines, own)
    return f"{name.name} {name.mode.value}"


SECTION = "云青 高速公路/h 云泽 至/t 白石 段/s"


@pytest.mark.parametrize(
    ("said", "before", "expected"),
    [
        # 5号线 of the last network named.
        ("5 号线/h", ["云泽 轨道交通/h 4 号线/h"], "云泽轨道交通5号线 rail"),
        ("5 号线/h", ["云泽 地铁/h 4 号线/h", "6 号线/h"], "云泽地铁5号线 rail"),
        ("5 号线/h", ["云 青 铁路/h"], "5号线 rail"),
        ("5 号线/h", [], "5号线 rail"),
        # A section of the line of the section before it, with what follows it there.
        ("白石 至/t 青岚 段/s", [SECTION], "云青高速公路白石至青岚段 highway"),
        ("白石 至/t 青岚 段/s", [SECTION + " 扩容/u"], "云青高速公路白石至青岚段 highway"),
        ("白石 至/t 青岚 段/s", [SECTION + " 扩容/u", "云 青 铁路/h"], "云青铁路白石至青岚段 rail"),
        ("白石 至/t 青岚 段/s", ["云泽 机场/h"], "白石至青岚段 rail"),
        ("白石 至/t 青岚 段/s", ["云 青 铁路/h", "云泽 机场/h"], "云青铁路白石至青岚段 rail"),
        ("白石 至/t 青岚 段/s", ["云 青 铁路/h", "云泽 站/e"], "云青铁路白石至青岚段 rail"),
        ("新田 段/s", ["云 青 铁路/h"], "云青铁路新田段 rail"),
        ("新田 县 段/s", ["云 青 铁路/h"], "云青铁路新田县段 rail"),
        ("新田 县 城 段/s", ["云 青 铁路/h"], "新田县城段 rail"),
        ("新田 县 城 段/s", [SECTION, "云 青 铁路/h"], "新田县城段 rail"),
        ("长江 口 段/s", ["云 青 铁路/h"], "长江口段 rail"),
        # A station, a bridge, a section without a line are none.
        (
            "白石 至/t 青岚 段/s",
            ["云 青 铁路/h", "河 湾 铁路/h 白石 站/e"],
            "云青铁路白石至青岚段 rail",
        ),
        ("白石 至/t 青岚 段/s", ["云 青 铁路/h", "云泽 大桥/h"], "云青铁路白石至青岚段 rail"),
        (
            "白石 至/t 青岚 段/s",
            ["云 青 铁路/h", "河湾 至/t 青岚 段/s"],
            "云青铁路白石至青岚段 rail",
        ),
        (
            "白石 至/t 青岚 段/s",
            ["云 青 铁路/h", "河湾 至/t 青岚 段/s", "云泽 机场/h"],
            "云青铁路白石至青岚段 rail",
        ),
        ("白石 至/t 青岚 段/s", ["河湾 至/t 青岚 段/s"], "白石至青岚段 rail"),
        (
            "白石 至/t 青岚 段/s",
            ["云泽 机场/h 河湾 段/s", "白石 水库/h"],
            "云泽机场白石至青岚段 airport",
        ),
        ("长江 段/s", ["云 青 铁路/h"], "长江段 rail"),
        ("新田 区段/s", ["云 青 铁路/h"], "新田区段 rail"),
        # 以下段
        ("白石 城 以下 段/s", [SECTION, "云 青 铁路/h"], "云青高速公路白石城以下段 highway"),
        ("白石 城 以下 段/s", ["云 青 铁路/h"], "白石城以下段 rail"),
    ],
)
def test_a_name_is_given_the_line_before_it(said: str, before: list[str], expected: str) -> None:
    assert completed(said, *before) == expected


def test_a_section_has_no_doubt_once_it_has_a_line() -> None:
    line, name = read("云 青 铁路/h"), read("白石 至/t 青岚 段/s")
    assert name.orphan
    complete(name, line, [line], name.item)
    assert (name.orphan, name.line) == (False, "云青铁路")


@pytest.mark.parametrize(("between", "name"), [(39, "云泽地铁5号线"), (40, "5号线")])
def test_a_network_is_looked_for_among_forty_names(between: int, name: str) -> None:
    lines = [read("云泽 地铁/h 4 号线/h"), *[read("云 青 铁路/h")] * between]
    own = read("5 号线/h")
    complete(own, lines[-1], lines, own.item)
    assert (own.name, own.line) == (name, name)


def test_a_section_behind_deng_takes_no_line() -> None:
    assert completed("白石 至/t 青岚 段/s", "云 青 铁路/h", closed=True) == "白石至青岚段 rail"


def test_what_follows_a_section_is_taken_from_one_further_back() -> None:
    before = [SECTION + " 扩容/u", "白石 港/e"]
    assert completed("白石 至/t 青岚 段/s", *before) == "云青高速公路白石至青岚段扩容 highway"
    own = completed("白石 至/t 青岚 段/s 提速/u", *before)
    assert own == "云青高速公路白石至青岚段提速 highway"
    plain = completed("白石 至/t 青岚 段/s", SECTION, "白石 港/e")
    assert plain == "云青高速公路白石至青岚段 highway"


@pytest.mark.parametrize(
    ("said", "before", "more", "expected"),
    [
        # A part behind a section and 和 is of its line.
        ("白石 支线/pt", SECTION, {"joined_by": "和"}, "云青高速公路白石支线 highway"),
        ("白石 支线/pt", SECTION, {"joined_by": "、"}, "白石支线铁路 rail"),
        ("白石 支线/pt", SECTION, {"joined_by": ""}, "白石支线铁路 rail"),
        ("白石 支线/pt", "云 青 铁路/h", {"joined_by": "和"}, "白石支线铁路 rail"),
        ("白石 联络线/pt", SECTION, {"joined_by": "、"}, "白石联络线 rail"),
        # 云泽天然气支线、青岚支线
        (
            *("白石 支线/pt", "云泽 天然气支线/pt:part:pipeline"),
            *({}, "白石天然气支线 pipeline"),
        ),
        ("白石 支线/pt", "云泽 支线/pt", {}, "白石支线铁路 rail"),
        ("白石 联络线/pt", "云泽 天然气支线/pt:part:pipeline", {}, "白石联络线 rail"),
        ("白石 北环线/pt 支线/pt", "云泽 天然气支线/pt:part:pipeline", {}, "白石北环线支线 rail"),
        (
            *("白石 支线/pt", "云泽 联络线/pt 天然气支线/pt:part:pipeline"),
            *({}, "白石天然气支线 pipeline"),
        ),
        ("白石 支线/pt", "G30", {}, "白石支线铁路 rail"),
        ("白石 支线/pt 工程/w", "云 青 铁路/h", {}, "白石支线工程 rail"),
        ("平谷线 支线/pt", "云 青 铁路/h", {}, "平谷线支线 rail"),
        # What has a facility of its own, or of its list, is whole.
        ("G30", SECTION, {"joined_by": "和"}, "G30 highway"),
        ("白石 公路/h", SECTION, {"joined_by": "和"}, "白石公路 highway"),
        ("白石 公路/h 支线/pt", SECTION, {"joined_by": "和"}, "白石公路支线 highway"),
    ],
)
def test_a_part_is_of_the_line_or_the_kind_before_it(
    said: str, before: str, more: dict[str, object], expected: str
) -> None:
    assert completed(said, before, **more) == expected


def test_a_part_with_the_facility_of_its_list_is_whole() -> None:
    section = read(SECTION)
    own = item("白石 北环线/pt", "铁路/h")
    own.joined_by = "和"
    name = named(own, RAIL)
    assert name is not None
    complete(name, section, [section], own)
    assert name.name == "白石北环线铁路"


def test_a_branch_with_nothing_before_it_is_a_railway() -> None:
    assert completed("白石 支线/pt") == "白石支线铁路 rail"
    gas = named(item("白石 支线/pt"), Mode.PIPELINE)
    assert gas is not None
    complete(gas, None, [], gas.item)
    assert (gas.name, gas.mode) == ("白石支线", Mode.PIPELINE)


@pytest.mark.parametrize(
    ("said", "modes"),
    [
        (["云 河 线/e", "白石 河 航道/h"], ["waterway", "waterway"]),
        (["云 河 线/e", "白石 管道/h"], ["pipeline", "pipeline"]),
        (["云 河 线/e", "白石 青 公路/h"], ["rail", "highway"]),
        (["云 河 线/e", "白石 河 航道/h", "青 岚 管道/h"], ["rail", "waterway", "pipeline"]),
        (["云 河 铁路/h", "白石 河 航道/h"], ["rail", "waterway"]),
        (["云 河 线/e", "青 岚 线/e"], ["rail", "rail"]),
    ],
)
def test_lines_are_what_the_others_of_the_list_are(said: list[str], modes: list[str]) -> None:
    names = [read(one) for one in said]
    agree(names)
    assert [name.mode.value for name in names] == modes


@pytest.mark.parametrize(
    ("said", "others", "expected"),
    [
        ("白石 至/t 青岚 段/s", ["白 青 铁路/h"], "白青铁路白石至青岚段"),
        ("白石 —/t 青岚 段/s", ["云 青 铁路/h", "白 青 铁路/h"], "白青铁路白石—青岚段"),
        ("白石 至/t 青岚 段/s", ["青 白 铁路/h"], "白石至青岚段"),
        ("白石 至/t 青岚 段/s", ["白 青 铁路/h 河湾 段/s"], "白石至青岚段"),
        ("白石 青岚 段/s", ["白 青 铁路/h"], "白石青岚段"),
        ("白石 至/t 云泽 至/t 青岚 段/s", ["白 青 铁路/h"], "白青铁路白石至云泽至青岚段"),
        ("白石 至/t 云泽 至/t 青岚 段/s", ["白 云 铁路/h"], "白石至云泽至青岚段"),
    ],
)
def test_a_line_named_later_holds_both_ends(said: str, others: list[str], expected: str) -> None:
    name = read(said)
    find_line(name, [name, *(read(one) for one in others)])
    assert name.name == expected
