"""Records proposed for new projects: ids, English names, places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from plans.matching.expand import expanded
from plans.matching.propose import LONGEST_ID, _unique, propose, propose_all
from plans.matching.romanize import pinyin, with_syllable
from plans.records import Mention
from registry.models import Slug
from registry.vocab import Mode

SLUG: TypeAdapter[str] = TypeAdapter(Slug)


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("安岳", "Anyue"),
        ("西安", "Xi'an"),
        ("重庆", "Chongqing"),
        ("六安", "Lu'an"),
        ("长沙", "Changsha"),
        ("都江堰", "Dujiangyan"),
        ("川藏", "Chuanzang"),
        ("乌鲁木齐", "Urumqi"),
        ("喀什", "Kashgar"),
        ("喀拉喀什", "Kalakashi"),
        ("塔什库尔干", "Taxkorgan"),
        ("日喀则", "Shigatse"),
        ("锡林浩特", "Xilinhot"),
        ("香格里拉", "Shangri-La"),
        ("若羌", "Ruoqiang"),
        ("将军澳", "Tseung Kwan O"),
        ("西藏自治区", "Xizangzizhiqu"),
        ("云泽A", "YunzeA"),
        ("", ""),
    ],
)
def test_places_are_read(name: str, read: str) -> None:
    assert pinyin(name) == read


@pytest.mark.parametrize(
    ("name", "mode", "key", "english", "stops"),
    [
        ("云泽至青岚铁路", "rail", "yunze-qinglan-railway", "Yunze-Qinglan Railway", 2),
        ("云泽经白石至青岚高速公路", "highway", "yunze-baishi-qinglan-expwy",
         "Yunze-Baishi-Qinglan Expressway", 3),
        ("云青铁路云泽至白石段扩能改造", "rail", "yunqing-railway-yunze-baishi",
         "Yunqing Railway, Yunze-Baishi section", 2),
        ("乌鲁木齐至若羌铁路", "rail", "urumqi-ruoqiang-railway", "Urumqi-Ruoqiang Railway", 2),
        ("香港至和田高铁", "rail", "hong-kong-hotan-hsr", "Hong Kong-Hotan High-Speed Railway", 2),
        ("G247", "highway", "g247", "National Road G247", 0),
        ("S210线", "highway", "s210", "Provincial Road S210", 0),
        ("云泽港二期", "port", "yunze-port-phase-ii", "Yunze Port Phase II", 0),
        ("云泽500千伏输变电工程", "power", "yunze-500-kv-transmission",
         "Yunze 500 kV Transmission and Substation", 0),
        ("云泽新机场", "airport", "yunze-new-airport", "Yunze New Airport", 0),
        ("云新机场", "airport", "yunxin-airport", "Yunxin Airport", 0),
        ("引白济云工程", "water", "yinbaijiyun-water", "Yinbaijiyun Water Project", 0),
        ("铁路", "rail", "tielu-rail", "Tielu Railway", 0),
        ("环湖旅游公路", "highway", "huanhuluyou-road", "Huanhulüyou Road", 0),
        ("云泽至青岚铁路提速改造", "rail", "yunze-qinglan-railway", "Yunze-Qinglan Railway", 2),
        ("云泽至青岚Ⅱ级航道工程", "waterway", "yunze-qinglan-channel", "Yunze-Qinglan Channel", 2),
        ("云泽东站", "rail", "yunze-east-station", "Yunze East Station", 0),
    ],
)  # fmt: skip
def test_a_new_project_gets_its_names(
    name: str, mode: str, key: str, english: str, stops: int
) -> None:
    found = propose(name, mode)
    assert (found.id, found.name_en, len(found.stops)) == (key, english, stops)
    assert (found.name, found.mode) == (name, mode)


def test_an_id_is_given_once() -> None:
    first = propose("云青铁路", "rail").id
    second = propose("云青铁路", "rail", {first}).id
    third = propose("云青铁路", "rail", {first, second}).id
    assert (first, second, third) == (
        *("yunqing-railway", "yunqing-railway-2", "yunqing-railway-3"),
    )


@pytest.mark.parametrize(
    ("base", "taken", "unique"),
    [
        ("a" * 60, 0, "a" * 60),
        ("a" * 60, 1, "a" * 58 + "-2"),
        ("a" * 58, 1, "a" * 58 + "-2"),
        ("a" * 57 + "-bb", 1, "a" * 57 + "-2"),
        ("a", 2, "a-3"),
        ("a" * 60, 9, "a" * 57 + "-10"),
    ],
)
def test_a_number_takes_no_more_room_than_it_needs(base: str, taken: int, unique: str) -> None:
    there: set[str] = set()
    for _ in range(taken):
        there.add(_unique(base, there))
    assert len(there) == taken
    assert _unique(base, there) == unique


def test_a_long_name_keeps_room_for_its_number() -> None:
    name = "云泽青岚河湾金塘白石东岭" * 3 + "铁路"
    first = propose(name, "rail").id
    second = propose(name, "rail", {first}).id
    assert len(first) <= LONGEST_ID
    assert len(second) <= LONGEST_ID
    assert second.endswith("-2")


@given(st.text(max_size=30), st.sampled_from(sorted(Mode)))
def test_any_name_gets_an_id_that_the_registry_takes(name: str, mode: Mode) -> None:
    SLUG.validate_python(propose(name, mode.value, {mode.value}).id)


@pytest.mark.parametrize(
    ("name", "home", "english", "stops"),
    [
        ("武宜高铁", ("42",), "Wuhan-Yichang High-Speed Railway", ("武汉", "宜昌")),
        ("渝昆高铁", ("50", "51"), "Chongqing-Kunming High-Speed Railway", ("重庆", "昆明")),
        ("沪汉渝蓉高铁", ("42",), "Shanghai-Wuhan-Chongqing-Chengdu High-Speed Railway",
         ("上海", "武汉", "重庆", "成都")),
        # 荆州 or 荆门; nothing in Hubei begins with 云 but a county.
        ("荆宜高铁", ("42",), "Jingyi High-Speed Railway", ()),
        ("云青铁路", ("42",), "Yunqing Railway", ()),
        ("武宜高铁", (), "Wuyi High-Speed Railway", ()),
        # A place of this name: not two.
        ("武汉高速", ("42",), "Wuhan Expressway", ()),
        ("武宜机场", ("42",), "Wuyi Airport", ()),
        ("武武高铁", ("42",), "Wuwu High-Speed Railway", ()),
        ("武宜航道", ("42",), "Wuyi Channel", ()),
    ],
)  # fmt: skip
def test_a_short_name_of_a_line_is_told_in_full_where_it_is_sure(
    name: str, home: tuple[str, ...], english: str, stops: tuple[str, ...]
) -> None:
    mode = {"机场": "airport", "航道": "waterway"}.get(name[-2:], "rail")
    found = propose(name, mode, home=home)
    assert (found.name_en, found.stops) == (english, stops)
    assert bool(found.guess) == bool(stops)


@pytest.mark.parametrize(
    ("stem", "places"),
    [
        ("武宜", ("武汉", "宜昌")),
        ("武宜渝蓉", ("武汉", "宜昌", "重庆", "成都")),
        ("武宜渝蓉沪", ()),
        ("武", ()),
        # A place of this name.
        ("宜昌", ()),
    ],
)
def test_a_short_name_has_two_to_four_characters(stem: str, places: tuple[str, ...]) -> None:
    assert expanded(stem, ("42",)) == places


def _mention(name: str, mode: str = "rail", project_id: str = "") -> Mention:
    return Mention(
        *("一", name, name, mode, "", "start", None, None, project_id, None, ""),
        *("high", "", "plan", 0, len(name)),
    )


def test_mentions_of_one_new_project_share_a_record() -> None:
    names = ["武宜高铁", "云泽港", "武汉至宜昌高铁", "渝昆高铁", "武宜高速铁路"]
    mentions = [_mention(n, "port" if "港" in n else "rail") for n in names]
    mentions[3] = replace(mentions[3], project_id="yukun-hsr")
    found = propose_all(mentions, {"wuhan-yichang-hsr"}, ("42",))
    assert found[3] is None
    assert found[0] is found[2] is found[4]
    assert found[0] is not None
    assert (found[0].name, found[0].id) == ("武汉至宜昌高铁", "wuhan-yichang-hsr-2")
    assert found[0].aliases == ("武宜高铁", "武宜高速铁路")
    assert found[0].guess == ""
    assert found[1] is not None
    assert found[1].aliases == ()


def test_of_names_that_say_as_much_the_first_is_the_records() -> None:
    there, back = propose_all([_mention("云泽至青岚铁路"), _mention("青岚至云泽铁路")])
    assert there is back
    assert there is not None
    assert (there.name, there.aliases) == ("云泽至青岚铁路", ("青岚至云泽铁路",))


def test_a_section_of_a_new_line_is_a_record_of_its_own() -> None:
    line, section = propose_all([_mention("云青铁路"), _mention("云青铁路云泽至白石段")])
    assert line is not None
    assert section is not None
    assert line.id != section.id


def test_two_new_projects_of_one_reading_have_two_ids() -> None:
    first, second = propose_all([_mention("云泽至青岚铁路"), _mention("云则至青岚铁路")])
    assert first is not None
    assert second is not None
    assert (first.id, second.id) == ("yunze-qinglan-railway", "yunze-qinglan-railway-2")


@pytest.mark.parametrize(
    ("word", "syllable", "written"),
    [
        ("", "an", "an"),
        ("xi", "an", "xi'an"),
        ("da", "e", "da'e"),
        ("hai", "ou", "hai'ou"),
        ("an", "yue", "anyue"),
        ("an", "uang", "anuang"),
        ("an", "iu", "aniu"),
        ("an", "", "an"),
    ],
)
def test_an_apostrophe_parts_syllables_before_a_vowel(
    word: str, syllable: str, written: str
) -> None:
    assert with_syllable(word, syllable) == written


@pytest.mark.parametrize(
    ("name", "english", "key", "stops"),
    [
        ("汉江襄阳至仙桃航道整治", "Han River Xiangyang-Xiantao Waterway",
         "han-river-xiangyang-xiantao-waterway", ("襄阳", "仙桃")),
        ("岷江乐山至宜宾航道", "Min River Leshan-Yibin Channel",
         "min-river-leshan-yibin-channel", ("乐山", "宜宾")),
        # 洪江 is a town, no river before a place.
        ("洪江至青岚航道", "Hongjiang-Qinglan Channel", "hongjiang-qinglan-channel",
         ("洪江", "青岚")),
    ],
)  # fmt: skip
def test_a_river_is_no_part_of_the_first_place(
    name: str, english: str, key: str, stops: tuple[str, ...]
) -> None:
    found = propose(name, "waterway")
    assert (found.name_en, found.id, found.stops) == (english, key, stops)
