"""The steps of reading: characters, words, what a word is in its place, status, years, parts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.reading.actions import status
from plans.reading.lexical.gazetteer import Gazetteer, gazetteer
from plans.reading.lexical.lexicon import Sense, lexicon
from plans.reading.lexical.tokenizer import Tokenizer
from plans.reading.lexical.tokens import Token, Use
from plans.reading.lexical.uses import uses
from plans.reading.names.edges import _is_loose
from plans.reading.sentences import SentenceReader
from plans.reading.tables import Table
from plans.reading.text.folding import fold
from plans.reading.text.layout import Unit, is_heading, level, text_units
from plans.reading.years import Years, read_years, token_years
from registry.land.placenames import short
from registry.load import load_registry
from registry.vocab import Status

WORDS = lexicon()
CUT = Tokenizer(WORDS)


def cut(text: str, *, republic: bool = False) -> list[Token]:
    """The tokens of ``text``."""
    return Tokenizer(WORDS, republic=republic).cut(text)


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("雲澤 鐵路", "云泽铁路"),
        ("Ｇ８８８（雲澤）", "G888(云泽)"),
        ("內(nèi)江", "内江"),
        ("云青高铁①、河湾[2]", "云青高铁、河湾"),
        ("“云青”高铁", "云青高铁"),
        ("隆⻩铁路", "隆黄铁路"),
        ("赤鱲角", "赤鱲角"),
        ("\ufeff云\u200b青", "云青"),
    ],
)
def test_characters_are_folded(raw: str, folded: str) -> None:
    assert fold(raw).text == folded


@given(st.text(max_size=60))
def test_folded_characters_know_where_they_stood(raw: str) -> None:
    folded = fold(raw)
    assert len(folded.text) == len(folded.origin)
    assert list(folded.origin) == sorted(folded.origin)
    assert all(0 <= o < len(raw) for o in folded.origin)


def test_a_part_and_its_span() -> None:
    folded = fold("ab云泽cd", 2, 4)
    assert (folded.text, folded.span(0, 2), folded.span(1, 2)) == ("云泽", (2, 4), (3, 4))
    assert folded.part(1, 2).origin == (3,)


@given(st.text(alphabet="加快云青至、和高速公路2025年（）十四五期间G888线的等123千伏", max_size=60))
def test_tokens_cover_the_text_without_gaps(text: str) -> None:
    tokens = cut(fold(text).text)
    assert "".join(t.text for t in tokens) == fold(text).text
    assert all(a.end == b.start for a, b in pairwise(tokens))


@pytest.mark.parametrize(
    ("text", "kind", "years"),
    [
        ("2025年底前", "year", (2025,)),
        ("到2030年", "year", (2030,)),
        ("2024—2027年", "year", (2024, 2027)),
        ("2024-27年", "year", (2024, 2027)),
        ("2021年6月", "year", (2021,)),
        ("1999年", "year", (1999,)),
    ],
)
def test_years_are_tokens(text: str, kind: str, years: tuple[int, ...]) -> None:
    token = cut(text)[0]
    assert (token.kind, token.years, token.text) == (kind, years, text)


@pytest.mark.parametrize("text", ["2025公里", "12025年", "2000吨级航道", "3025年"])
def test_what_only_looks_like_a_year(text: str) -> None:
    assert not any(t.kind == "year" for t in cut(text))


def test_years_of_the_republic_only_where_they_are_counted() -> None:
    assert cut("115年", republic=True)[0].years == (2026,)
    assert cut("110至117年", republic=True)[0].years == (2021, 2028)
    assert cut("115年")[0].years == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("G888线云泽", ["G888线", "云", "泽"]),
        ("国道318线", ["国道318线"]),
        ("500千伏输变电", ["500千伏", "输变电"]),
        ("时速350公里高铁", ["时速350公里", "高铁"]),
        ("云泽(省界)", ["云", "泽", "(省界)"]),
        ("《云泽规划》", ["《云泽规划》"]),
        ("等地高速公路", ["等地", "高速公路"]),
        ("十四五期间", ["十四五期间"]),
        ("6米水深航道", ["6米水深", "航道"]),
        ("7号、8号泊位", ["7号、8号泊位"]),
        ("合新高铁", ["合", "新", "高铁"]),
        ("川青铁路镇江关", ["川", "青", "铁路", "镇江", "关"]),
        ("宜宾港航运", ["宜宾", "港", "航运"]),
        # 和 parts two places before a longer one, and begins a name where nothing stands before.
        ("和平武县公路", ["和平", "武", "县", "公路"]),
        ("至和平武县公路", ["至", "和平", "武", "县", "公路"]),
        ("云泽和平武县公路", ["云", "泽", "和", "平武县", "公路"]),
        ("云泽和平县公路", ["云", "泽", "和平县", "公路"]),
    ],
)
def test_words_are_cut(text: str, words: list[str]) -> None:
    assert [t.text for t in cut(text)] == words


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        # 如 before a place stands before a name; before another word, or last, it is of it.
        ("如基隆", [True, False]),
        ("如建", [False, False]),
        ("基隆如", [False, False]),
    ],
)
def test_what_stands_before_a_name(text: str, loose: list[bool]) -> None:
    tokens = cut(text)
    uses = [Use.PROPER] * len(tokens)
    assert [_is_loose(tokens, uses, at) for at in range(len(tokens))] == loose


@pytest.mark.parametrize(
    ("text", "word", "use"),
    [
        ("开工建设云青铁路", "开工建设", Use.VERB),
        ("云青铁路扩能改造工程", "扩能改造", Use.UPGRADE),
        ("推动扩能改造", "扩能改造", Use.VERB),
        ("连通至建设、建设至开平公路", "开平", Use.PROPER),
        ("按通航500吨级标准建设云青船闸", "通航", Use.BOUNDARY),
        ("云青船闸通航", "通航", Use.VERB),
        ("云泽新设综合保税区", "新设", Use.OF),
        ("新设综合保税区", "新设", Use.VERB),
        ("长江干线云泽段", "干线", Use.GENERIC),
        ("云泽干线及青岚干线", "干线", Use.PART),
        ("河湾机场迁建开工", "迁建", Use.WORKS),
        ("南宁国际空港枢纽", "国际", Use.GENERIC),
        ("南宁国际合作", "国际", Use.BOUNDARY),
        ("民用机场总数", "民用机场", Use.NOT_FACILITY),
        ("云泽铁路、和若铁路", "和", Use.PROPER),
        ("云泽铁路和青若铁路", "和", Use.SEPARATOR),
    ],
)
def test_what_a_word_is_in_its_place(text: str, word: str, use: Use) -> None:
    tokens = cut(text)
    found = dict(zip((t.text for t in tokens), uses(tokens), strict=True))
    assert found[word] is use


S = Sense


@pytest.mark.parametrize(
    ("senses", "upgrade", "doubling", "said"),
    [
        ([], False, False, None),
        ([S.AUXILIARY], True, False, None),
        ([S.LIGHT], False, False, Status.CONSTRUCTION),
        ([S.LIGHT], True, False, Status.UPGRADE),
        ([S.CONSTRUCTION], True, True, Status.CONSTRUCTION),
        ([S.START], True, False, Status.START),
        ([S.PREPARATION, S.START], False, False, Status.PREPARATION),
        ([S.RESEARCH, S.CONSTRUCTION], False, False, Status.RESEARCH),
        ([S.START, S.OPERATION], False, False, Status.START),
        ([S.OPERATION, S.START], False, False, Status.OPERATION),
        ([S.MENTIONED, S.CONSTRUCTION], False, False, Status.UNSPECIFIED),
        ([S.MENTIONED, S.START], False, False, Status.START),
        ([S.COMPLETING, S.CONSTRUCTION], False, False, Status.OPERATION),
        ([S.LIGHT, S.COMPLETING], True, False, Status.UPGRADE),
        ([S.COMPLETING, S.LIGHT], True, False, Status.OPERATION),
        ([S.UPGRADE, S.CONSTRUCTION], False, False, Status.UPGRADE),
    ],
)
def test_senses_make_a_status(
    senses: list[Sense], upgrade: bool, doubling: bool, said: Status | None
) -> None:
    assert status(senses, upgrade=upgrade, doubling=doubling) is said


@pytest.mark.parametrize(
    ("text", "start", "complete"),
    [
        ("2026年开工", 2026, None),
        ("2026年开工2029年建成", 2026, 2029),
        ("2024年建成", None, 2024),
        ("2024年完成规划2026年建成", None, 2026),
        ("2024年完成2026年", None, 2024),
        ("2024—2027年建成", 2024, 2027),
        ("开工2026年", None, None),
        ("2026年推进", None, None),
        ("2029年开工2026年建成", 2029, None),
    ],
)
def test_a_year_belongs_to_the_verb_behind_it(
    text: str, start: int | None, complete: int | None
) -> None:
    assert read_years(cut(text)) == Years(start, complete)


def test_years_of_spans_headings_and_plans() -> None:
    assert read_years(cut("2024—2027年"), spans=True) == Years(2024, 2027)
    assert read_years(cut("2024—2027年")) == Years()
    assert read_years(cut("建成"), heading=(2025,)) == Years(complete=2025)
    assert read_years(cut("明年开工"), plan_year=2020) == Years(start=2021)
    assert read_years(cut("明年开工")) == Years(relative="明年")
    assert token_years(cut("去年")[0], 2020) == (2019,)
    assert token_years(cut("年内")[0], 2020) == (2020,)
    assert Years(start=1).or_else(Years(2, 3, "今年")) == Years(1, 3, "今年")


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        ("第一章 总则", 1),
        ("第二节铁路", 2),
        ("一、铁路", 3),
        ("(一)铁路", 4),
        ("1.铁路", 5),
        ("(1)铁路", 6),
        ("●铁路", 7),
        ("铁路", 0),
        ("1.5公里", 0),
    ],
)
def test_numbers_say_how_deep_a_part_stands(text: str, depth: int) -> None:
    assert level(fold(text).text) == depth


def test_headings_say_only_what_follows() -> None:
    assert is_heading("一、铁路")
    assert is_heading("专栏3综合交通工程")
    assert not is_heading("一、建成云青铁路,开工河湾机场")
    assert not is_heading("一、" + "铁" * 30)
    assert not is_heading("铁路")


def parts(text: str) -> list[tuple[str, str]]:
    """Kind and words of each part."""
    return [(u.kind, u.text) for u in text_units(text)]


def test_lines_make_paragraphs_again() -> None:
    assert parts("一、铁路\n加快云青高铁、河湾至金\n\n— 3 —\n\n塘铁路建设。\n二、公路") == [
        ("heading", "一、铁路"),
        ("paragraph", "加快云青高铁、河湾至金塘铁路建设。"),
        ("heading", "二、公路"),
    ]


def test_noise_makes_no_row() -> None:
    assert parts("加快云青高铁建设。) k9| T3 $ [7 p|") == [("paragraph", "加快云青高铁建设。")]
    assert parts("9 e0?!` 3t.| G5 [ 4|") == []


def test_a_line_that_ends_in_the_middle_goes_on() -> None:
    assert parts("开工云青铁路，推进\n河湾港建设。") == [
        ("paragraph", "开工云青铁路,推进河湾港建设。")
    ]
    assert parts("云青\n河湾\n(一)白石") == [
        *(("paragraph", "云青"), ("paragraph", "河湾"), ("heading", "(一)白石"))
    ]


def test_bars_make_rows() -> None:
    (unit,) = text_units("|1|云青高铁|续建|")
    assert unit.kind == "row"
    assert [c.text for c in unit.cells if c.text] == ["1", "云青高铁", "续建"]


def rows(*lines: str) -> list[tuple[str, Status | None, Years] | None]:
    """What a table gives for lines of cells parted by bars."""
    table = Table(SentenceReader(WORDS))
    found = [table.row([fold(cell) for cell in line.split("|")]) for line in lines]
    return [row and (row.name.text, row.status, row.years) for row in found]


def test_tables_give_a_project_a_row() -> None:
    assert rows(
        "序号|项目名称|建设性质|建设年限",
        "一|铁路||",
        "1|云青高铁|续建|2023-2027",
        "2|河湾至金塘铁路|新建|2026—2030",
        "|小计|2项|",
        "3|青岚机场迁建|前期|",
    ) == [
        None,
        None,
        ("云青高铁", Status.CONSTRUCTION, Years(2023, 2027)),
        ("河湾至金塘铁路", Status.CONSTRUCTION, Years(2026, 2030)),
        None,
        ("青岚机场迁建", Status.PREPARATION, Years()),
    ]


@pytest.mark.parametrize("line", ["云青铁路|新建|前期", "云青铁路|前期|新建"])
def test_progress_goes_before_the_nature_of_the_works(line: str) -> None:
    # Wherever the two stand.
    assert rows("项目名称|甲|乙", line)[1] == ("云青铁路", Status.PREPARATION, Years())


def test_a_heading_across_the_table_is_no_project() -> None:
    assert rows("项目名称|建设性质", "云青铁路|云青铁路", "云青铁路|新建") == [
        *(None, None, ("云青铁路", Status.CONSTRUCTION, Years())),
    ]


def test_years_of_two_columns() -> None:
    assert rows("项目名称|开工年份|竣工年份", "云青高铁|2024|2028", "云河高铁||2029") == [
        None,
        ("云青高铁", None, Years(2024, 2028)),
        ("云河高铁", None, Years(complete=2029)),
    ]


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("恩施土家族苗族自治州", "恩施"),
        ("大安区", "大安"),
        ("四川省", "四川"),
        ("达县", "达县"),
        ("内蒙古自治区", "内蒙古"),
    ],
)
def test_places_without_their_unit(name: str, bare: str) -> None:
    assert short(name) == bare


def test_a_place_is_first_looked_for_in_the_plan_s_own_region() -> None:
    places = Gazetteer({"朝阳": ("110105", "211300", "220104")})
    assert places.within("朝阳", ("22",)) == ("220104",)
    assert places.within("朝阳", ("51",)) == ("110105", "211300", "220104")
    assert places.within("云泽", ("51",)) == ()


def test_every_province_and_former_county_is_known() -> None:
    places = gazetteer()
    for name in ("新疆", "台湾", "香港", "达县", "青岛", "南川市"):
        assert name in places


def test_the_lexicon_holds_no_project() -> None:
    named = {p.name for p in load_registry().projects.values()}
    named |= {a for p in load_registry().projects.values() for a in p.aliases}
    generic = {"陆海新通道", "南向通道"}
    assert named & WORDS.entries.keys() <= generic


def test_the_body_of_a_part_begins_past_its_number() -> None:
    unit = Unit(fold("(一)铁路"), "heading", 4)
    assert unit.text[unit.body :] == "铁路"
