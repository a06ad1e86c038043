"""Whole sentences read: those of the phenomena, our own, and what must hold for any text."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plans.reading.lexical.lexicon import lexicon
from plans.reading.mentions import read_mentions
from plans.reading.text.folding import fold
from plans.reading.text.layout import numbered
from plans.reading.text.written import as_written
from plans.records import Mention
from registry.paths import ROOT
from registry.vocab import Mode, Status

DATA = ROOT / "tests" / "data"
FIELDS = ("as_written", "name", "mode", "status", "start_year", "complete_year")
Row = tuple[str | int | None, ...]

with (DATA / "plan_phenomena.csv").open(newline="", encoding="utf-8-sig") as file:
    PHENOMENA = list(csv.DictReader(file))
SENTENCES = yaml.safe_load((DATA / "plan_sentences.yaml").read_text(encoding="utf-8"))


def rows(mentions: list[Mention]) -> list[Row]:
    """What the mentions say, for comparing."""
    return sorted((tuple(getattr(m, f) for f in FIELDS) for m in mentions), key=str)


def wanted(line: str) -> Row:
    """A line of the sentences' file."""
    parts = [part.strip() for part in line.split("|")]
    years = [int(y) if y else None for y in parts[4:]]
    return (*parts[:4], *[*years, None, None][:2])


@pytest.mark.parametrize("row", PHENOMENA, ids=lambda r: r["id"])
def test_each_phenomenon_is_read_as_it_should_be(row: dict[str, str]) -> None:
    expected = [tuple(x.get(f) for f in FIELDS) for x in json.loads(row["expected"])]
    found = read_mentions(row["sentence"], achievements=True)
    assert rows(found) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "entry",
    [s for s in SENTENCES if not s.get("aside") and not s.get("open")],
    ids=lambda s: s["text"][:16],
)
def test_our_own_sentences_are_read_as_they_should_be(entry: dict[str, object]) -> None:
    lines = entry["mentions"]
    assert isinstance(lines, list)
    found = read_mentions(str(entry["text"]), achievements=True)
    assert rows(found) == sorted(map(wanted, lines), key=str)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("完善城市功能，提升服务水平。", []),
        ("推进农村公路、断头路和通用机场建设。", []),
        ("加强与武汉港、上海港合作。", []),
        ("发挥群团组织桥梁和纽带作用。", []),
        ("推进通信枢纽、算力枢纽建设。", []),
        ("增强储气调峰能力。", []),
        ("支持云泽新设综合保税区。", ["云泽综合保税区"]),
        ("加快云青高铁、和若铁路支线建设。", ["云青高铁", "和若铁路支线"]),
        ("推进雅口、孤山等汉江枢纽项目建设。", ["雅口枢纽", "孤山枢纽"]),
        ("实施贵云铁路、南云铁路扩能工程。", ["贵云铁路", "南云铁路扩能"]),
        ("实施云河航道、青河航道整治工程。", ["云河航道整治", "青河航道整治"]),
        ("建设云泽核电5、6号机组。", ["云泽核电5、6号机组"]),
        ("加快5号线北延伸段建设。", ["5号线北延伸段"]),
        ("推进川青铁路镇江关至黄胜关段建设。", ["川青铁路镇江关至黄胜关段"]),
        ("提升中欧班列（云泽）运营效能。", ["中欧班列(云泽)"]),
        ("高速公路续建集安至桓仁等7个项目。", ["集安至桓仁"]),
        ("建设西部陆海新通道黄桶至百色、瑞金至梅州铁路。", ["黄桶至百色铁路", "瑞金至梅州铁路"]),
        ("开工云青高速白石至河湾，连接青桥。", ["云青高速白石至河湾"]),
        ("建设云青铁路，途经河湾港。", ["云青铁路"]),
        ("改扩建襄云铁路和达成铁路。", ["襄云铁路", "达成铁路"]),
        ("推动达成铁路目标。", []),
        ("新开工工程是:(1)云泽至青岚铁路,(2)河湾机场。", ["云泽至青岚铁路", "河湾机场"]),
        ("开工云青铁路青岚至河湾段新增二线。", ["云青铁路青岚至河湾段新增二线"]),
        ("「三鐵」即雲青鐵路、河灣鐵路。", ["云青铁路", "河湾铁路"]),
        ("开工南云至上青等14条、1100公里高速公路。", ["南云至上青高速公路"]),
        ("续建云泽港区、青岚物流园等铁路专用线。", ["云泽港区铁路专用线", "青岚物流园铁路专用线"]),
        ("加快拥堵路段改扩建。", []),
        ("推进藏东南—粤港澳大湾区特高压工程。", ["藏东南至粤港澳大湾区特高压工程"]),
        ("力争西延高铁通车。", ["西延高铁"]),
        ("建设白石至东岭、云青高速机场至金塘段。", ["白石至东岭高速公路", "云青高速机场至金塘段"]),
        ("推进云青铁路和河湾机场改扩建。", ["云青铁路", "河湾机场"]),
        (
            "推进云青铁路、青河机场改扩建和河湾机场改扩建。",
            ["云青铁路", "青河机场改扩建", "河湾机场改扩建"],
        ),
        ("建设云泽环线等高速公路。", ["云泽环线高速公路"]),
        ("建设沿江高铁。", ["沿江高铁"]),
        ("建设普通铁路。", []),
        ("论证云泽至河湾经白石、东岭的高速铁路。", ["云泽至河湾高速铁路(经白石、东岭)"]),
        ("由云泽至青岚铁路开工。", ["云泽至青岚铁路"]),
        ("1成都至兰州铁路", ["成都至兰州铁路"]),
        ("加快浩云铁路与焦青铁路联络线建设。", ["浩云铁路与焦青铁路联络线"]),
        ("加快如云铁路建设。", ["如云铁路"]),
        ("建設軌道，如基隆輕軌。", ["基隆轻轨"]),
        ("该铁路由云泽至青岚，另新建青河铁路。", ["青河铁路"]),
        ("建成云泽大通道——云青高速——并通车。", ["云泽大通道", "云青高速公路"]),
        ("国道3号增设北云交流道工程动工。", ["国道3号增设北云交流道工程"]),
        ("桃云铁路地下化计划预计2030年完成。", ["桃云铁路地下化"]),
        ("开工京云高速青山路竹段。", ["京云高速青山路竹段"]),
        ("建设唐港铁路、云泽港铁路。", ["唐港铁路", "云泽港铁路"]),
        ("推进青山枢纽、白石枢纽三大枢纽建设。", ["青山枢纽", "白石枢纽"]),
        ("建成云泽作业区9号、10号自动化集装箱泊位。", ["云泽作业区9号、10号自动化集装箱泊位"]),
        ("建设云泽电厂2×66万千瓦发电项目。", ["云泽电厂2×66万千瓦发电项目"]),
        ("推进云泽至象山、金云市域铁路南延建设。", ["云泽至象山市域铁路", "金云市域铁路南延"]),
        (
            "续建云泽水利枢纽及黔山供水工程、青岚水库及白石灌区。",
            ["云泽水利枢纽及黔山供水工程", "青岚水库", "白石灌区"],
        ),
        ("推动云山港二期、马村港区、八所港扩建。", ["云山港二期", "马村港区", "八所港扩建"]),
        ("完善都市圈市域铁路。", []),
        ("开工亭子口灌区一期工程。", ["亭子口灌区一期工程"]),
        ("推动平坦原、大云抽水蓄能电站建设。", ["平坦原抽水蓄能电站", "大云抽水蓄能电站"]),
        ("建设跨流域引水工程。", []),
        ("开工成云广扩容绕城段、云青铁路。", ["成云广扩容绕城段", "云青铁路"]),
        ("续建云青线、机场联络线，机场高速。", ["云青线", "机场联络线"]),
        ("推进云铁口至红其拉甫公路、云泽至其中建成的公路。", ["云铁口至红其拉甫公路"]),
        ("开工G42和云高速、云青和青河高速。", ["G42和云高速公路", "云青高速公路", "青河高速公路"]),
        ("建设云水引水二期工程、青水海二期。", ["云水引水二期工程", "青水海二期"]),
        ("实施纵三线云泽段、联十一线。", ["纵三线云泽段", "联十一线"]),
        ("续建云青铁路青岚站改造。", ["云青铁路青岚站改造"]),
        ("启动轨道交通云泽机场线北延工程。", ["轨道交通云泽机场线北延工程"]),
        ("开工建设了江云灌区，河北引黄入云补淀工程完工。", ["江云灌区", "河北引黄入云补淀工程"]),
        ("轻轨云口北延长线开通，云泽三环线通车。", ["轻轨云口北延长线", "云泽三环线"]),
        ("今年5月新云线白石站动工。", ["新云线白石站"]),
        ("实施云密线引入青岚北站工程。", ["云密线引入青岚北站工程"]),
        ("接入云泽电厂，云密线引入青岚北站。", ["云泽电厂", "云密线", "青岚北站"]),
        ("台86線向東延伸至台3線工程動工。", ["台86线向东延伸至台3线工程"]),
        ("推进云青高速太阳山开发区至河湾段建设。", ["云青高速太阳山开发区至河湾段"]),
        ("推进云泽至青岚新区快速路建设。", ["云泽至青岚新区快速路"]),
        ("推进云泽开发区建设，青岚新区扩容。", []),
        ("开工铁路集云扩能青岚至河湾段。", ["集云扩能青岚至河湾段"]),
        ("完善云泽扩能、青岚扩能目标。", []),
        ("新开工云引青扩建骨干工程。", ["云引青扩建骨干工程"]),
        ("辦理高鐵延伸雲澤案。", ["高铁延伸云泽"]),
        ("興建捷運紅線、捷運藍線，守住生態紅線。", ["捷运红线", "捷运蓝线"]),
        ("规划建设东北环线。", ["东北环线"]),
        ("建设环线、东环线。", []),
        ("开工新机场高速。", ["新机场高速公路"]),
        ("贯通沿黄公路，打通沿江公路。", ["沿黄公路"]),
        ("实施五环路改造提升工程，建设五环路。", ["五环路改造提升"]),
        ("建设云泽港、青岚港铁路专用线。", ["云泽港铁路专用线", "青岚港铁路专用线"]),
        ("建设云泽机场、青岚港铁路专用线。", ["云泽机场", "青岚港铁路专用线"]),
        ("推动云泽港东港区二期、青岚港西港区扩能。", ["云泽港东港区二期", "青岚港西港区扩能"]),
        (
            "实施云青高速甲山段、河金高速乙山段改扩建、白东高速丙山段。",
            ["云青高速甲山段", "河金高速乙山段改扩建", "白东高速丙山段"],
        ),
        (
            "建成云泽—木山、青岚至河湾等南北疆11条高速公路。",
            ["云泽至木山高速公路", "青岚至河湾高速公路"],
        ),
        ("开工轨道交通9号线，续建15号线。", ["轨道交通9号线", "轨道交通15号线"]),
        ("续建15号线。", ["15号线"]),
        ("推进白水四口水系综合整治。", ["白水四口水系综合整治"]),
        ("续建云泽航电枢纽（收尾）。", ["云泽航电枢纽"]),
        ("建成首都地区环线高速（云泽段）。", ["首都地区环线高速(云泽段)"]),
    ],
)
def test_what_is_a_name_and_what_is_none(text: str, names: list[str]) -> None:
    assert [m.name for m in read_mentions(text)] == names


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("加快云申运河、合白线、青河航道建设。", ["waterway", "waterway", "waterway"]),
        ("建成云泽东线江山段、青岚输气管道。", ["pipeline", "pipeline"]),
        ("建设合白线、青河高速。", ["rail", "highway"]),
        ("实施京云线青岚段扩容、白云线河湾段扩能。", ["highway", "rail"]),
        ("建设国道220东深线滨州段。", ["highway"]),
        ("建设唐云铁路京港区支线、青岚港支线。", ["rail", "rail"]),
        ("推进云青高铁第二通道、青河运河二通道、白石通道建设。", ["rail", "waterway", "highway"]),
        ("整治盐河青岚至河湾段，疏浚河湾航道。", ["waterway", "waterway"]),
        ("建设合白线、青河航道、青岚输气管道。", ["rail", "waterway", "pipeline"]),
    ],
)
def test_a_line_is_what_the_others_of_its_list_are(text: str, modes: list[str]) -> None:
    assert [m.mode for m in read_mentions(text)] == modes


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("云青铁路完成总工程量的60%。", "construction"),
        ("云青铁路完成投资九成。", "construction"),
        ("云青铁路完成架梁。", "construction"),
        ("云青铁路铺轨贯通，为2027年全线开通运营奠定基础。", "construction"),
        ("云青铁路完成建设。", "operation"),
        ("云青铁路尚未列入近期建设规划。", "unspecified"),
        ("云青铁路暂缓实施。", "unspecified"),
        ("完成云泽机场改扩建。", "operation"),
        ("云泽机场改扩建完成。", "upgrade"),
        ("云青铁路对促进发展具有重要意义。", "unspecified"),
        ("云青铁路纳入国家铁路网规划。", "research"),
        ("云青铁路具备通车条件。", "operation"),
        ("云青铁路站房主体结构封顶。", "construction"),
        ("云青铁路改善工程将于2027年完成。", "operation"),
        ("推动云青铁路获批。", "preparation"),
        ("云青铁路获批。", "unspecified"),
        ("政府建议兴建云青铁路。", "research"),
        ("云青铁路前期工作不再推进。", "unspecified"),
        ("云青铁路力争纳规。", "research"),
        ("云青高速先行段开工。", "start"),
    ],
)
def test_what_is_half_done_and_what_is_halted(text: str, status: str) -> None:
    assert [m.status for m in read_mentions(text)] == [status]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("① 云青铁路，续建\n② 青河铁路，2027年开工", ["construction", "start"]),
        ("重点：①云青铁路续建；②青河铁路开工。", ["construction", "start"]),
        ("续建铁路：\n1.云青铁路\n新开工铁路：\n1.青河铁路", ["construction", "start"]),
        ("重点（铁路、公路）\n续建铁路：\n1.云青铁路", ["construction"]),
        ("续建铁路：\n1.云青铁路\n二、公路\n1.青河公路", ["construction", "unspecified"]),
        ("（一）续建项目\n铁路：\n1.云青铁路", ["construction"]),
    ],
)
def test_what_stands_over_a_list_is_said_of_it(text: str, statuses: list[str]) -> None:
    found = read_mentions(text)
    assert [m.status for m in found] == statuses
    assert all(m.as_written[0] in "云青" for m in found)


def test_the_numbers_of_rows_are_no_part_of_names() -> None:
    """Their own line each, several in one line, and a space that parts no row number."""
    text = "二、续建铁路\n1 云青铁路\n2 青河铁路（云泽至\n白石段）\n17 国道109线改建\n21 云应高速"
    assert [m.as_written for m in read_mentions(text)] == [
        *("云青铁路", "青河铁路（云泽至白石段）", "国道109线改建", "云应高速"),
    ]
    assert [m.status for m in read_mentions(text)][:2] == ["construction"] * 2
    text = "续建： 1 云青铁路 2 青河高速公路 3 云应高速"
    assert [m.as_written for m in read_mentions(text)] == ["云青铁路", "青河高速公路", "云应高速"]
    text = "开工云青铁路 12 公里、 3 个项目，2 标段进场。"
    assert [m.as_written for m in read_mentions(text)] == ["云青铁路"]
    assert numbered("云泽 1 铁路 2 公路 4 机场") == []
    assert numbered("1 云青铁路。2 青河铁路") == []
    assert numbered("3 云青铁路") == [(2, 6)]
    assert numbered("3 " + "云" * 79) == []


def test_a_short_heading_says_how_far_what_is_below_it_is() -> None:
    assert [m.status for m in read_mentions("一、前期铁路\n1. 云青铁路")] == ["preparation"]
    assert [m.status for m in read_mentions("一、铁路建设\n1. 云青铁路")] == ["unspecified"]


def test_years_are_dealt_out_to_as_many_names() -> None:
    text = "云青站和河湾站预计2028年和2030年建成。"
    assert [m.complete_year for m in read_mentions(text)] == [2028, 2030]
    text = "云青站、河湾站和白石站预计2028年和2030年建成。"
    assert {m.complete_year for m in read_mentions(text)} == {2030}
    text = "云青站和河湾站分别于2026年和2027年动工，预计在2030年和2034年完成。"
    assert [(m.start_year, m.complete_year) for m in read_mentions(text)] == [
        *((2026, 2030), (2027, 2034)),
    ]


def test_a_year_in_the_middle_heads_what_follows_it() -> None:
    text = "云青铁路2023年开工；2024年，开工青河铁路、白河铁路。"
    assert [m.start_year for m in read_mentions(text)] == [2023, 2024, 2024]
    assert read_mentions("据统计，2024年上半年，云青高速建成通车。")[0].complete_year is None
    text = "云青高速白山段、河湾段，青河高速，2026年建成。"
    assert {m.complete_year for m in read_mentions(text)} == {2026}


def test_what_a_road_joins_does_not_govern_it() -> None:
    (mention,) = read_mentions("推进连接两大经济区的国道358云泽至青岚段建设。")
    assert mention.status == "construction"


def test_a_retrospect_is_left_out_until_asked_for() -> None:
    text = "过去五年，建成云青高铁。今年将开工青岚至河湾高速公路。"
    assert [m.name for m in read_mentions(text)] == ["青岚至河湾高速公路"]
    both = read_mentions(text, achievements=True)
    assert [(m.name, m.kind) for m in both] == [
        ("云青高铁", "achievement"),
        ("青岚至河湾高速公路", "plan"),
    ]


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("去年，云青高铁开工。河金高速开工。", ["云青高铁"]),
        ("去年，云青高铁通车；今年，河金高速开工。", ["云青高铁"]),
        ("去年建成云青高铁，今年开工河金高速。", ["云青高铁"]),
        ("云青高铁已于去年底通车，河金高速预计2029年完成。", ["云青高铁"]),
        ("云青高铁去年获拨款，预计2028年通车。", []),
        ("去年，云青高铁列入规划。", []),
        ("五年来，云青高铁通车。河金高速开工。", ["云青高铁", "河金高速公路"]),
        ("五年来，云青高铁通车。今年，河金高速开工。", ["云青高铁"]),
        ("五年来，云青高铁通车，河金高速将开工。", ["云青高铁"]),
        ("今年以来，云青高铁通车；目前，河金高速开工。", ["云青高铁"]),
    ],
)
def test_a_moment_past_is_of_its_sentence_only(text: str, past: list[str]) -> None:
    found = read_mentions(text, achievements=True)
    assert [m.name for m in found if m.kind == "achievement"] == past


def test_a_quotation_in_a_name_is_closed() -> None:
    text = "加快G7云泽-青岚“四改八”、青岚-河湾等高速公路建设。"
    one, other = read_mentions(text)
    assert one.as_written == "G7云泽-青岚“四改八”" == text[one.start : one.end]
    assert other.as_written == "青岚-河湾"


@pytest.mark.parametrize(
    ("date", "year", "doubt"),
    [("2023-03", 2024, False), ("2010", 2011, False), (None, None, True)],
)
def test_next_year_needs_the_day_of_the_plan(
    date: str | None, year: int | None, doubt: bool
) -> None:
    (mention,) = read_mentions("力争云青高铁明年建成通车。", date=date)
    assert mention.complete_year == year
    assert ("明年" in mention.doubt) is doubt


def test_clauses_headings_and_offsets() -> None:
    text = "一、铁路\n（一）推进云青高铁建设。\n二、机场\n（二）迁建青岚机场。"
    first, second = read_mentions(text)
    assert (first.clause, second.clause) == ("(一)", "(二)")
    assert text[first.start : first.end] == "云青高铁" == first.as_written
    assert (second.mode, second.status) == ("airport", "construction")


def test_a_name_broken_by_a_page_keeps_its_place() -> None:
    text = "加快推进云泽至\n— 3 —\n青岚铁路建设，力争2027年开工。"
    (mention,) = read_mentions(text)
    assert mention.as_written == "云泽至青岚铁路"
    assert text[mention.start : mention.end].replace("\n— 3 —\n", "") == mention.as_written


def test_traditional_and_broken_characters_give_the_same_name() -> None:
    plain, traditional = "加快云泽至青岚铁路建设。", "加快雲澤至青嵐鐵路建設。"
    (one,), (other,) = read_mentions(plain), read_mentions(traditional)
    assert one.name == other.name
    assert other.as_written == "雲澤至青嵐鐵路"
    (pinyin,) = read_mentions("加快內(nèi)江至青嵐鐵路建設(shè)。")
    assert pinyin.name == "内江至青岚铁路"


def test_names_need_no_gazetteer() -> None:
    """Finding rests on structure: without any known place the invented ones are still read."""
    words = lexicon()
    bare = replace(
        words,
        entries={w: e for w, e in words.entries.items() if {r.value for r in e.roles} != {"place"}},
    )
    text = "加快云泽至青岚铁路、白石机场建设，开工河金高速公路。"
    assert [m.name for m in read_mentions(text, words=bare)] == [
        *("云泽至青岚铁路", "白石机场", "河金高速公路")
    ]


@given(
    st.text(
        alphabet="加快推进建成开工至、和，。；：（）()云青岚湾"
        "铁路高速公路港机场航道段线12年0①等的\n| —",
        max_size=80,
    )
)
def test_any_text_is_read_with_offsets_that_hold(text: str) -> None:
    for m in read_mentions(text, achievements=True):
        assert 0 <= m.start < m.end <= len(text)
        assert m.as_written
        assert m.mode in set(Mode)
        assert m.status in set(Status)
        assert m.kind in ("plan", "achievement")
        rest = iter(text[m.start : m.end])
        assert all(c in rest for c in m.as_written)


def test_as_written_leaves_out_line_ends_only_where_there_are_some() -> None:
    text = "云青\n高铁"
    folded = fold(text)
    assert as_written(text, folded, 0, 4) == "云青高铁"
    assert as_written("云 青高铁", fold("云 青高铁"), 0, 4) == "云 青高铁"
