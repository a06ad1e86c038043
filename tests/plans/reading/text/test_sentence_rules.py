"""What each rule of a sentence makes of the words before and behind its lists, one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plans.reading.lexical.lexicon import Sense, lexicon
from plans.reading.lexical.tokenizer import Tokenizer
from plans.reading.lexical.tokens import Token, Use
from plans.reading.lexical.uses import uses
from plans.reading.mentions import _heading_years, _of_list, _once, _words
from plans.reading.names.items import Group
from plans.reading.sentences import (
    Listing,
    SentenceReader,
    _done,
    _heading_times,
    _leading_year,
    _of_another,
    _only_then,
    _only_times,
    _said_behind,
    _tells,
    under_way,
)
from plans.reading.text.folding import Folded
from plans.reading.text.layout import Unit
from plans.records import Mention
from tests.plans.reading.names.support import item, words

TOKENIZER = Tokenizer(lexicon(), republic=False)
READER = SentenceReader(lexicon())


def cut(text: str) -> tuple[list[Token], list[Use]]:
    found = TOKENIZER.cut(text)
    return found, uses(found)


def telling(text: str) -> list[Token]:
    """The verbs and times of ``text``."""
    return [token for token, use in zip(*cut(text), strict=True) if _tells(token, use)]


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("已建成", True),
        ("已于2020年完工", True),
        ("已于2020年12月建成通车", True),
        ("已经全线建成通车", True),
        ("建成", False),
        ("已开工", False),
        # What is said first counts, and within three words only.
        ("已开工建设,2027年建成", False),
        ("已完成前期工作", False),
        ("已由全省建成", True),
        ("已由全省统一建成", False),
    ],
)
def test_what_is_open_already(text: str, done: bool) -> None:
    assert _done(cut(text)[0]) is done


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("通车后两地只需1小时", True),
        ("通车之后", True),
        ("通车以后", True),
        ("建成时", True),
        ("通车", False),
        ("通车前", False),
        ("开工后", False),
        ("通车,后", False),
    ],
)
def test_what_will_be_when_something_is_open(text: str, then: bool) -> None:
    found, _ = cut(text)
    assert [_only_then(token, found) for token in found] == [then] + [False] * (len(found) - 1)


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("建成高速公路", True),
        ("新增里程20公里", True),
        ("开通3个", True),
        ("2条", True),
        ("2座", True),
        ("350万吨", False),
        ("投资2亿元", False),
        ("2027年建成", False),
        ("", False),
    ],
)
def test_a_clause_that_speaks_of_something_else(text: str, another: bool) -> None:
    found, used = cut(text)
    assert _of_another(used, found) is another


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2027年建成", "2027年 建成=operation"),
        ("完成", "完成=completing"),
        ("2027年完成", "2027年 完成=completing"),
        # Completing a step is work.
        ("完成首次下沉", "完成=light"),
        ("2027年完成首次下沉", "2027年 完成=light"),
        ("施工完成", "施工=construction 完成=light"),
        ("全线铺轨完成", "全线铺轨=construction 完成=light"),
        ("施工,完成", "施工=construction 完成=completing"),
        ("全省统一", ""),
        ("", ""),
    ],
)
def test_what_is_said_behind_a_list(text: str, said: str) -> None:
    found = _said_behind(*cut(text))
    assert " ".join(t.text + (f"={t.sense.value}" if t.sense else "") for t in found) == said


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2026年全省开工建设", "2026年"),
        ("全省2026年", "2026年"),
        ("今年,全省", "今年"),
        ("今年2026年", "今年"),
        ("开工2026年", ""),
        ("全省开工2026年", ""),
        ("云泽市2026年", ""),
        ("全省", ""),
        ("", ""),
    ],
)
def test_the_year_that_a_sentence_begins_with(text: str, year: str) -> None:
    assert words(_leading_year(*cut(text))) == year


@pytest.mark.parametrize(
    ("text", "times", "only"),
    [
        ("2024年", "2024年", True),
        ("今年", "今年", True),
        ("力争2024年", "2024年", True),
        ("全省2024年开工", "2024年", False),
        ("据统计2024年", "", True),
        ("2024年上半年", "", True),
        ("截至2024年", "", True),
        ("2024年进展", "", True),
        ("全省", "", False),
    ],
)
def test_the_times_that_head_a_sentence(text: str, times: str, only: bool) -> None:
    phrase = telling(text)
    found = _heading_times(cut(text)[0], phrase)
    assert isinstance(found, list)
    assert words(found) == times
    assert _only_times(phrase) is only


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("续建2023年建成", "续建2023年"),
        ("续建2023年完成", "续建2023年"),
        ("续建", "续建"),
        ("建成2023年", "建成2023年"),
        ("2023年续建建成", "2023年续建建成"),
        ("开工2026年建成", "开工2026年建成"),
        ("", ""),
    ],
)
def test_what_works_under_way_lead_to_is_no_news(text: str, left: str) -> None:
    assert words(under_way(telling(text))) == left


def listing(pre: str = "", post: str = "", *after: str, name: str = "云 青 铁路/h") -> Listing:
    made = Listing(Group(0, 0, [item(name)], [], None), 0, telling(pre), telling(post))
    for clause in after:
        made.follow(telling(clause), done=False)
    return made


@pytest.mark.parametrize(
    ("pre", "post", "senses"),
    [
        ("", "", []),
        ("2026年", "", []),
        ("开工建设", "", [Sense.START]),
        ("", "建成", [Sense.OPERATION]),
        ("推进", "前期工作", [Sense.LIGHT, Sense.PREPARATION]),
        ("开工建设", "2027年建成", [Sense.START, Sense.OPERATION]),
        # What is sought is no more than prepared.
        ("推动", "获批", [Sense.LIGHT, Sense.PREPARATION]),
        ("推动", "", [Sense.LIGHT]),
    ],
)
def test_what_a_lists_own_clause_says(pre: str, post: str, senses: list[Sense]) -> None:
    assert listing(pre, post).senses() == senses


def test_the_main_works_completed_are_not_the_whole() -> None:
    (token,) = telling("建成")
    (ahead,) = telling("完成")
    main = replace(token, text="主体工程", entry=None)
    made = listing()
    made.pre, made.post = [ahead], [main]
    assert made.senses() == []
    made.pre = [*telling("推进"), ahead]
    assert made.senses() == [Sense.LIGHT]
    made.pre, made.post = [ahead], [replace(main, text="工程主体")]
    assert made.senses() == [Sense.COMPLETING]


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ((), ""),
        (("2026年建成",), "2026年建成"),
        (("加快建设", "2027年建成"), "加快建设2027年"),
        (("2025年", "加快建设", "2027年建成"), "加快建设2027年"),
        (("2025年", "2027年建成"), "2025年2027年建成"),
        (("开工建设", "2027年建成"), "开工建设2027年建成"),
        (("加快建设", "2027年完成"), "加快建设2027年"),
        (("加快建设2026年",), "加快建设2026年"),
    ],
)
def test_what_the_clauses_behind_decide(after: tuple[str, ...], said: str) -> None:
    assert words(listing("", "", *after).decisive()) == said


def test_what_follows_a_list_is_kept_clause_by_clause() -> None:
    made = listing("", "", "开工", "2027年建成")
    assert words(made.after) == "开工2027年建成"
    assert [words(clause) for clause in made.later] == ["开工", "2027年建成"]
    assert not made.done
    made.follow([], done=True)
    made.follow([], done=False)
    assert made.done
    assert made.start == 0
    later = Listing(Group(0, 0, [item("云 青"), item("河 金")], [], None), 0)
    later.group.items[0].tokens = later.group.items[0].tokens[1:]
    assert later.start == 1


def part(text: str, kind: str = "paragraph") -> Unit:
    return Unit(Folded(text, tuple(range(len(text)))), kind)


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("云" * 60, "paragraph", True),
        ("云" * 61, "paragraph", False),
        ("云" * 61, "item", True),
        ("云青铁路。", "paragraph", True),
        ("云青。铁路", "paragraph", False),
        ("云青。铁路", "item", True),
        ("云青铁。路", "paragraph", False),
        ("。云青铁路", "paragraph", False),
    ],
)
def test_a_line_of_a_list(text: str, kind: str, line: bool) -> None:
    assert _of_list(part(text, kind)) is line


@pytest.mark.parametrize(
    ("pre", "post", "said"),
    [
        ("", "", ""),
        ("推进", "", "推进"),
        ("", "建成", "建成"),
        ("推进", "前期工作", "推进…前期工作"),
        ("2026年开工", "建成", "2026年开工…建成"),
    ],
)
def test_the_words_that_say_it(pre: str, post: str, said: str) -> None:
    assert _words(telling(pre), telling(post)) == said


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2026年,开工云青铁路。", (2026,)),
        ("今年,开工云青铁路。", (2030,)),
        ("2026年至2028年,开工云青铁路。", ()),
        ("开工云青铁路。", ()),
    ],
)
def test_the_year_that_heads_a_sentence(text: str, years: tuple[int, ...]) -> None:
    assert _heading_years(READER.read(text), 2030) == years


def mention(name: str, start: int, status: str = "start") -> Mention:
    years: tuple[None, None] = (None, None)
    end = start + len(name)
    rest = ("", None, "", "high", "", "plan", start, end)
    return Mention("一", name, name, "rail", "", status, *years, *rest)


@pytest.mark.parametrize(
    ("second", "kept"),
    [
        (mention("云青铁路", 16), 1),
        (mention("云青铁路", 17), 2),
        (mention("云青铁路", 4), 1),
        (mention("河金铁路", 5), 2),
        (mention("云青铁路", 5, "research"), 2),
    ],
)
def test_a_name_again_within_twelve_characters_is_a_doubled_caption(
    second: Mention, kept: int
) -> None:
    first = mention("云青铁路", 0)
    assert list(_once(iter([first, second]))) == [first, second][:kept]
    # Each is compared with the one before it, left out or not.
    third = mention("云青铁路", second.end + 12, second.status)
    again = second.name == third.name
    assert list(_once(iter([first, second, third]))) == [
        *[first, second][:kept],
        *([] if again else [third]),
    ]
