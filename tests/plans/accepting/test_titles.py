"""What a plan's text says of itself: its title, its day, its years; each bound from both sides."""

from __future__ import annotations

import pytest

from plans.accepting.describe import guessed

KINDS = (
    *("规划", "規劃", "计划", "計劃", "方案", "意见", "意見", "纲要", "綱要", "报告", "報告"),
    *("行动", "行動", "通知", "决定", "決定", "办法", "辦法", "清单", "名单", "项目表"),
)


def title(*lines: str) -> str:
    return guessed("\n".join(lines), "x")["title"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # The first line that says it is a plan, else the first that may be a title.
        (["云泽市", "云泽市交通规划", "青岚市交通规划"], "云泽市交通规划"),
        (["云泽市", "青岚市"], "云泽市"),
        (["云泽市人民政府文件", "青岚市综合规划"], "青岚市综合规划"),
        *[(["云泽市人民政府文件", f"青岚市交通{kind}"], f"青岚市交通{kind}") for kind in KINDS],
        # A word alone is no title.
        (["云泽市", "云泽县规划"], "云泽市"),
        (["云泽市", "云泽县路规划"], "云泽县路规划"),
        # What is longer than a line of a title, or speaks, or begins otherwise.
        (["云泽市", "规划" * 30], "规划" * 30),
        (["云泽市", "规划" * 30 + "图"], "云泽市"),
        (["云泽市规划出台了。", "青岚市规划"], "青岚市规划"),
        (["（云泽市综合规划）", "《青岚市综合规划》"], "《青岚市综合规划》"),
        (["2026年云泽市规划"], "2026年云泽市规划"),
        (["  云泽市   综合  规划 "], "云泽市 综合 规划"),
        (["plan"], "x"),
    ],
)
def test_a_title_is_a_line_near_the_beginning(lines: list[str], expected: str) -> None:
    assert title(*lines) == expected


@pytest.mark.parametrize(("before", "found"), [(24, True), (25, False)])
def test_a_title_stands_in_the_first_twenty_five_lines(before: int, found: bool) -> None:
    assert title(*["（略）"] * before, "云泽市综合规划") == ("云泽市综合规划" if found else "x")


def date(*lines: str) -> str | None:
    return guessed("\n".join(lines), "x").get("date")


FAR = ["（略）"] * 25


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["云泽市规划", "2026年3月8日"], "2026-03-08"),
        (["云泽市规划", "2026 年 12 月"], "2026-12"),
        (["云泽市规划", "1998年1月"], "1998-01"),
        # The first of those at the beginning, the last of those at the end.
        (["2026年3月", "2027年4月"], "2026-03"),
        ([*FAR, "2026年3月", "2027年4月"], "2027-04"),
        # In the midst of a text, or of a long line, it is a day of something else.
        (["云泽市规划", *FAR, "2026年3月", *FAR], "2026"),
        (["云泽市规划", "略" * 54 + "2026年3月"], "2026"),
        (["云泽市规划", "略" * 53 + "2026年3月"], "2026-03"),
        (["云泽市规划", "2026年13月"], "2026"),
        # Without a day the year of the title, else that of the text.
        (["云泽市“十四五”规划"], "2021"),
        (["云泽市“十三五”综合规划"], "2016"),
        (["云泽市十五五综合规划"], "2026"),
        (["云泽市规划（2023—2035年）"], "2023"),
        (["云泽市2024年规划"], "2024"),
        (["云泽市规划", *FAR, "到2025年建成", *FAR], "2025"),
        (["云泽市规划"], None),
    ],
)
def test_its_day_or_its_year(lines: list[str], expected: str | None) -> None:
    assert date(*lines) == expected


@pytest.mark.parametrize(
    ("title", "name", "expected"),
    [
        # The year of the name goes before one that the text speaks of, behind that of the title.
        ("云泽市规划", "yunze-2024", "2024"),
        ("云泽市规划", "云泽2024年版", "2024"),
        ("云泽市规划", "yunze-120245", "2025"),
        ("云泽市规划", "yunze", "2025"),
        ("云泽市2023年规划", "yunze-2024", "2023"),
        ("云泽市规划（2022—2035年）", "yunze-2024", "2022"),
        ("云泽市“十四五”规划", "yunze-2024", "2021"),
    ],
)
def test_its_year_by_the_name_of_its_file(title: str, name: str, expected: str) -> None:
    text = "\n".join([title, *FAR, "到2025年建成", *FAR])
    assert guessed(text, name)["date"] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("云泽市“十四五”综合规划", "2021-2025"),
        ("云泽市十六五综合规划", "2031-2035"),
        ("云泽市综合规划（2023—2035年）", "2023-2035"),
        ("云泽市“十四五”综合规划（2020~2030）", "2020-2030"),
        ("云泽市2023年综合规划", None),
    ],
)
def test_the_years_it_is_for(name: str, expected: str | None) -> None:
    assert guessed(name, "x").get("horizon") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("云泽市综合交通规划", "云泽市综合交通规划"),
        ("云泽市综合立体交通网规划纲要", "云泽市综合立体交通网规划"),
        ("关于印发《云泽市交通规划》的通知", "云泽市交通规划"),
        ("云泽市交通规划（2023—2035年）", "云泽市交通规划 2023"),
    ],
)
def test_a_short_name_is_its_first_twelve_signs(name: str, expected: str) -> None:
    assert guessed(name, "x")["short"] == expected


@pytest.mark.parametrize(
    ("lines", "number", "issuer"),
    [
        # Both stand near an end, the first of them counts.
        (["云泽市人民政府", "云政发〔2026〕8号"], "云政发〔2026〕8号", "云泽市人民政府"),
        ([*FAR, "云泽市人民政府", "云政发〔2026〕8号"], "云政发〔2026〕8号", "云泽市人民政府"),
        (["云政发〔2026〕8号", "云办发〔2025〕12号"], "云政发〔2026〕8号", None),
        (["云泽市人民政府", *FAR, "青岚市人民政府"], None, "云泽市人民政府"),
        ([*FAR, "云泽市人民政府", "云政发〔2026〕8号", *FAR], None, None),
        # A number in other brackets, within a line, of other lengths.
        (["云政发[2026]8号"], "云政发[2026]8号", None),
        (["关于云政发（2026）1234号的说明"], "关于云政发（2026）1234号", None),
        (["云政发〔2026〕12345号"], None, None),
        (["云政发〔1998〕8号"], None, None),
        (["X〔2026〕8号"], None, None),
        # An issuer with its day, and what none is.
        (["云泽市人民政府 2026年3月8日"], None, "云泽市人民政府"),
        (["云泽市发展改革委（2026年3月8日）"], None, "云泽市发展改革委"),
        (["（云泽市交通运输局"], None, "云泽市交通运输局"),
        (["云泽市委、青岚市委"], None, "云泽市委、青岚市委"),
        (["云泽市人民政府印发"], None, None),
        (["市委"], None, None),
        (["云泽委"], None, "云泽委"),
        (["云" * 40 + "局"], None, "云" * 40 + "局"),
        (["云" * 41 + "局"], None, None),
        *[([f"云泽市{office}"], None, f"云泽市{office}") for office in ("办公厅", "办公室")],
        *[([f"云泽市{office}"], None, f"云泽市{office}") for office in ("委员会", "发改委")],
        *[([f"云泽{office}"], None, f"云泽{office}") for office in ("厅", "局", "委", "部")],
    ],
)
def test_its_number_and_who_issued_it(
    lines: list[str], number: str | None, issuer: str | None
) -> None:
    found = guessed("\n".join(lines), "x")
    assert (found.get("number"), found.get("issuer")) == (number, issuer)
