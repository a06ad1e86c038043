"""The sentence that a card opens with: what is told, in which order, by which source."""

from __future__ import annotations

import pytest

from facts.current import current
from facts.evidence import signs
from facts.outcomes import Outcome, expectations, judge
from facts.promises import Promise, promises
from facts.sentences.current import Sentence, compose, telling
from registry.models import Event, Project
from registry.outcome.vocab import PromiseKind, Strength, Verdict
from tests.support.reported import everyone, fact, mention, project

AS_OF = "2026-11-26"
PLANS = ["plan-a", "plan-b"]


def told(line: Project, *others: Project, as_of: str = AS_OF) -> Sentence:
    projects = everyone(line, *others)
    outcomes = {
        key: [
            judge(made, signs(one), expectations(one.since), as_of) for made in promises(one, PLANS)
        ]
        for key, one in projects.items()
    }
    states = {key: current(one, projects) for key, one in projects.items()}
    return compose(line, projects, states, outcomes, as_of)


def body(line: Project, *others: Project, as_of: str = AS_OF) -> str:
    """The Chinese words after the status."""
    return told(line, *others, as_of=as_of).zh.partition("。")[2]


def renamed(one: Project, zh: str, en: str) -> Project:
    return one.model_copy(update={"name": zh, "name_en": en})


def test_a_whole_tells_its_part_its_expectation_and_both_promises() -> None:
    whole = renamed(
        project(
            fact("start", "2019-12"),
            fact("expected_open", "2026-12", published="2026-03-18", url="https://a.cn/1"),
            fact("status", "2026-03-18", state="construction", url="https://a.cn/1"),
            km=700.0,
        ),
        "渝昆高铁",
        "Chongqing-Kunming HSR",
    )
    part = renamed(
        project(
            fact("open", "2024-09-29", published="2024-09-29"),
            fact("length", "2024-09-29", km=192.0),
            ident="part",
            part_of="line",
            mentions=[mention(start=2018), mention("plan-b", start=2019, complete=2023)],
        ),
        "渝昆高铁重庆至宜宾段",
        "Chongqing-Kunming HSR, Chongqing-Yibin section",
    )
    found = told(whole, part)
    assert found.zh == (
        "现状：部分开通（截至 2026-11）。2024-09-29 重庆至宜宾段开通，约占全线三成[1]；"
        "预计 2026-12 开通[2]；重庆至宜宾段计划 2023 年建成，晚 9 个月[1]；全线计划未写年份。"
    )
    assert found.en == (
        "Now: partly open (as of 2026-11). Chongqing-Yibin section opened 2024-09-29, about 30% of "
        "the length [1]; expected to open 2026-12 [2]; Chongqing-Yibin section completion planned "
        "for 2023: 9 months late [1]; the whole: no year in the plans."
    )
    assert found.sources == ("某报 2024-09-29", "某报 2026-03-18 https://a.cn/1")


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (fact("open", "2023-12-26"), "2023-12-26 开通[1]；"),
        (fact("complete", "2023"), "2023 年建成[1]；"),
        (fact("status", "2024-01", state="open"), "2024-01 的消息说已开通[1]；"),
        (fact("open_section", "2026", "甲至乙"), "2026 年甲至乙开通[1]；"),
        (fact("open_section", "2026"), "2026 年部分开通[1]；"),
        (fact("status", "2026", "甲至乙", state="partly_open"), "2026 年的消息说甲至乙已部分开通"),
        (fact("start", "2026-01-02"), "2026-01-02 开工[1]；"),
        (fact("start_section", "2026-01-02", "甲至乙"), "2026-01-02 甲至乙开工[1]；"),
        (fact("status", "2026-02", state="construction"), "2026-02 的消息说在建[1]；"),
        (fact("approval", "2026-02"), "2026-02 获批[1]；"),
        (fact("launch", "2026-02"), "2026-02 举行仪式，不等于开工[1]；"),
        (fact("status", "2026-02", state="preparation"), "2026-02 的消息说在做前期[1]；"),
        (fact("status", "2026-02", state="planned"), "2026-02 的消息说仍在计划[1]；"),
        (fact("suspend", "2026-02"), "2026-02 停工[1]；"),
        (fact("status", "2026-02", state="suspended"), "2026-02 的消息说已停工[1]；"),
    ],
)
def test_what_decides_is_told_by_its_own_verb(event: Event, expected: str) -> None:
    assert body(project(event)).startswith(expected)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([], "还没有收录事实；"),
        (
            [fact("none_found", "2026-05-01", confidence="weak", looked_at="2026-05-01")],
            "2026-05-01 查过，没有找到消息；",
        ),
        (
            [
                fact("none_found", day, confidence="weak", looked_at=day)
                for day in ("2026-05-01", "2026-06-01", "2025-06-01")
            ],
            "2026-06-01 查过，没有找到消息；",
        ),
        ([fact("start", "2024", confidence="weak")], "有消息，但来源不作数；"),
        # A fact of an older line says nothing of this one.
        ([fact("open", "2010", before=True)], "还没有收录事实；"),
        ([fact("length", "2024", km=3.0, confidence="weak")], "还没有收录事实；"),
    ],
)
def test_what_is_not_known_is_said_as_that(events: list[Event], expected: str) -> None:
    found = told(project(*events))
    assert found.zh == f"现状：不明（截至 2026-11）。{expected}计划未写年份。"
    assert found.sources == ()


@pytest.mark.parametrize(
    ("km", "expected"),
    [
        (4.9, "，不足全线一成"),
        (5.6, "，约占全线一成"),
        (55.1, "，约占全线六成"),
        (94.4, "，约占全线九成"),
        (96.0, "，占全线九成以上"),
    ],
)
def test_how_much_is_open(km: float, expected: str) -> None:
    share = project(fact("open_section", "2026-01", "甲至乙", km=km), km=100.0)
    assert body(share).startswith(f"2026-01 甲至乙开通{expected}[1]；")


def test_without_kilometres_no_share_is_told() -> None:
    line = project(fact("open_section", "2026-01", "甲至乙"), km=100.0)
    assert body(line).startswith("2026-01 甲至乙开通[1]；计划")


def test_three_openings_are_told_one_by_one_the_newest() -> None:
    opened = [fact("open_section", f"2026-0{n}", f"甲{n}至甲{n + 1}") for n in (4, 1, 3, 2)]
    assert body(project(*opened)).startswith(
        "此前已开通 1 段；2026-02 甲2至甲3开通[1]；"
        "2026-03 甲3至甲4开通[1]；2026-04 甲4至甲5开通[1]；"
    )
    assert "此前" not in body(project(*opened[:3]))


def test_openings_that_decide_nothing_are_not_told() -> None:
    line = project(
        fact("open_section", "2026-02", "甲至乙"),
        fact("open_section", "2026-03", "乙至丙", confidence="weak"),
        fact("open_section", "2026-03", "丙至丁", disputed=True),
    )
    assert body(line) == "2026-02 甲至乙开通[1]；计划未写年份。"


def test_a_part_of_a_part_is_told_by_its_own_name() -> None:
    whole = project()
    part = project(ident="line-a", part_of="line")
    inner = project(fact("open", "2026-01"), ident="line-a-1", part_of="line-a")
    assert body(whole, part, inner).startswith("2026-01 -1开通[1]；")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([fact("expected_open", "2027")], "预计 2027 年开通[1]；"),
        # The year is not over.
        ([fact("expected_open", "2026")], "预计 2026 年开通[1]；"),
        ([fact("expected_open", "2026-10")], "曾预计 2026-10 开通[1]；"),
        (
            [
                fact("expected_open", "2029", published="2024"),
                fact("expected_open", "2028", published="2026"),
            ],
            "预计 2028 年开通[2]；",
        ),
        ([fact("expected_open", "2027", confidence="weak")], ""),
        ([fact("expected_open", "2027", "甲至乙")], ""),
    ],
)
def test_the_newest_expectation_of_the_whole(facts: list[Event], expected: str) -> None:
    line = project(fact("start", "2026-01"), *facts)
    assert body(line) == f"2026-01 开工[1]；{expected}计划未写年份。"


def test_what_is_open_is_not_expected() -> None:
    assert "预计" not in body(project(fact("open", "2020"), fact("expected_open", "2027")))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([fact("open", "2023-12")], "计划 2023 年建成，已兑现[1]"),
        ([fact("open", "2024-01")], "计划 2023 年建成，晚 1 个月[1]"),
        ([fact("open", "2024-09-29")], "计划 2023 年建成，晚 9 个月[1]"),
        ([fact("open", "2025")], "计划 2023 年建成，晚 13 至 24 个月[1]"),
        (
            [
                fact("status", "2024-02", state="construction", url="https://a.cn/1"),
                fact("status", "2025", state="open"),
            ],
            "计划 2023 年建成，晚于承诺，日期不详[1][2]",
        ),
        ([fact("status", "2026-02", state="construction")], "计划 2023 年建成，未兑现[1]"),
        ([], "计划 2023 年建成，是否兑现不明"),
    ],
)
def test_each_verdict_has_its_words(facts: list[Event], expected: str) -> None:
    line = project(*facts, mentions=[mention(complete=2023)])
    assert expected in body(line).replace("[2][1]", "[1][2]")


def test_a_month_is_one_month_in_english() -> None:
    line = project(fact("open", "2024-01"), mentions=[mention(complete=2023)])
    assert told(line).en.endswith("completion planned for 2023: 1 month late [1].")


def test_a_year_not_over_is_not_due() -> None:
    line = project(mentions=[mention(complete=2026)])
    assert "计划 2026 年建成，未到期" in body(line)


def test_a_promise_put_off_is_told_by_its_first_year() -> None:
    line = project(
        fact("start", "2020-12"),
        fact("open", "2026-01"),
        mentions=[mention(start=2018), mention("plan-b", start=2019)],
    )
    assert "计划 2018 年开工（后改 2019 年），晚 24 个月[1]" in body(line)
    assert "start planned for 2018 (later 2019): 24 months late [1]" in told(line).en


def test_the_whole_is_named_only_beside_a_part() -> None:
    whole = project(fact("start", "2026-01"), mentions=[mention(complete=2027)])
    part = project(ident="line-a", part_of="line", mentions=[mention(complete=2026)])
    assert "；计划 2027 年建成，未到期。" in body(whole)
    assert "；-a计划 2026 年建成，未到期；全线计划 2027 年建成，未到期。" in body(whole, part)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("2025-11", ""),
        ("2025-11-26", ""),
        ("2025-11-25", "；自 2025-11-25 以来未见消息"),
        ("2025", ""),
    ],
)
def test_a_year_of_silence_is_said(last: str, expected: str) -> None:
    assert body(project(fact("start", last))).endswith(f"计划未写年份{expected}。")


def test_silence_is_never_a_stop_and_what_is_open_is_silent() -> None:
    assert "未见" not in body(project(fact("open", "2019-12")))
    assert "停工" not in body(project(fact("start", "2010-01")))


def test_news_of_an_expectation_breaks_the_silence() -> None:
    line = project(fact("start", "2020-01"), fact("expected_open", "2028", published="2026-05"))
    assert "未见" not in body(line)
    old = project(fact("start", "2020-01"), fact("expected_open", "2028", published="2021-05"))
    assert body(old).endswith("自 2021-05 以来未见消息。")


def test_newer_reports_that_do_not_count_are_not_called_silence() -> None:
    weak = fact("status", "2026-05", state="construction", confidence="weak")
    line = project(fact("start", "2020-01"), weak)
    assert body(line).endswith("自 2020-01 以来未见可作数的消息。")
    older = fact("status", "2019-05", state="construction", confidence="weak")
    assert body(project(fact("start", "2020-01"), older)).endswith("以来未见消息。")
    former = fact("status", "2026-05", state="construction", before=True)
    assert body(project(fact("start", "2020-01"), former)).endswith("以来未见消息。")


@pytest.mark.parametrize(
    ("newer", "counted"),
    [
        (fact("status", "2020-02", state="construction", confidence="weak"), True),
        (fact("status", "2026-05", state="construction", disputed=True), True),
        # Of the same month, or of how long it is, it is no sign of how far.
        (fact("status", "2020-01", state="construction", confidence="weak"), False),
        (fact("length", "2026-05", km=3.0, confidence="weak"), False),
    ],
)
def test_only_a_newer_word_on_how_far_it_is_breaks_the_silence(newer: Event, counted: bool) -> None:
    words = "以来未见可作数的消息。" if counted else "以来未见消息。"
    assert body(project(fact("start", "2020-01"), newer)).endswith(f"自 2020-01 {words}")


def test_marks_in_data_stay_text() -> None:
    line = project(fact("open_section", "2026-01", "{w}<b>[9]"))
    found = told(line)
    assert "2026-01 {w}<b>[9]开通[1]；" in found.zh
    assert "{w}<b>[9] opened 2026-01 [1]" in found.en


def outcome(kind: PromiseKind, year: int) -> Outcome:
    return Outcome(Promise("plan-a", "line", kind, year, Strength.PLAN), Verdict.DUE)


def test_the_promise_that_tells() -> None:
    start, later = outcome(PromiseKind.START, 2018), outcome(PromiseKind.START, 2019)
    done = outcome(PromiseKind.COMPLETE, 2023)
    assert telling([]) is None
    assert telling([start, later]) is start
    assert telling([start, later, done]) is done


def test_of_parts_only_what_is_open_is_told_of_a_whole_that_is_partly_open() -> None:
    whole = project(fact("open_section", "2020", "甲至乙"))
    built = project(fact("start", "2021"), ident="built", part_of="line")
    opened = project(fact("open", "2022"), ident="opened", part_of="line")
    projects = everyone(whole, built, opened)
    states = {key: current(one, projects) for key, one in projects.items()}
    none: dict[str, list[Outcome]] = {key: [] for key in projects}
    found = compose(whole, projects, states, none, "2022-06-01")
    assert "opened" in found.zh
    assert "built" not in found.zh
    assert "2021" not in found.zh


def test_the_share_stands_behind_the_last_of_several_openings() -> None:
    line = project(
        fact("open_section", "2025-03", "甲至乙", km=20.0),
        fact("open_section", "2026-01", "乙至丙", km=10.0),
        km=100.0,
    )
    first, last = body(line).split("；")[:2]
    assert first.startswith("2025-03 甲至乙开通[1]")
    assert last.startswith("2026-01 乙至丙开通，约占全线三成[")
