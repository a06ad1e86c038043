"""A reviewed table as spreadsheets save it, and what a plan's text tells of itself."""

from __future__ import annotations

import pytest

from plans.accepting.describe import guessed, plan_from
from plans.accepting.rows import reviewed, reviewed_rows
from plans.documents import read_pasted
from plans.extraction.extraction import Extraction, document_mentions
from plans.extraction.table import mentions_csv
from plans.matching.match import Candidates
from registry.errors import AtlasError
from registry.vocab import Mode, Status

HEAD = "plan,clause,as_written,name,mode,action,status,start_year,complete_year,project_id,review"


def table(*rows: str, head: str = HEAD) -> bytes:
    return ("\r\n".join([head, *rows]) + "\r\n").encode()


LINE = "yunze-2027,(一),云青铁路,云泽至青岚铁路,rail,开工建设,start,2027,,,"


def test_what_was_written_is_read_back() -> None:
    text = "一、铁路\n（一）2027年开工建设云泽至青岚铁路。过去建成乙铁路。\n建设=云港。"
    document = read_pasted(text, "x")
    extraction = Extraction()
    extraction.add(
        "yunze-2027", "x", document, document_mentions(document, Candidates(), achievements=True)
    )
    extraction.propose((), ("51",))
    read = reviewed_rows(mentions_csv(extraction.found).encode("utf-8"), "t.csv")
    direct = reviewed(extraction.found)
    assert [r.__dict__ | {"where": ""} for r in read] == [
        r.__dict__ | {"where": ""} for r in direct
    ]
    assert read[0].new_id == "yunze-qinglan-railway"
    assert read[0].stops == ("云泽", "青岚")
    assert (read[0].mode, read[0].status, read[0].start_year) == (Mode.RAIL, Status.START, 2027)
    assert all(r.kind == "plan" for r in read)
    assert len(read) < len(extraction.found) or all(
        f.mention.kind == "plan" for f in extraction.found
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_is_read_as_a_spreadsheet_saves_it(encoding: str) -> None:
    data = table(LINE + "接受").decode().encode(encoding)
    [found] = reviewed_rows(data, "t.csv")
    assert found.name == "云泽至青岚铁路"
    assert found.sure
    assert found.where == "t.csv:2 (云泽至青岚铁路)"


@pytest.mark.parametrize(
    ("review", "kept", "sure"),
    [
        ("", True, False),
        (" Accept ", True, True),
        ("采用", True, True),
        ("reject", False, False),
        ("不要", False, False),
        ("0", False, False),
    ],
)
def test_what_a_reviewer_writes(review: str, kept: bool, sure: bool) -> None:
    found = reviewed_rows(table(LINE + review), "t.csv")
    assert [r.sure for r in found] == ([sure] if kept else [])


def test_an_achievement_is_taken_only_when_it_is_accepted() -> None:
    head = HEAD + ",kind"
    rows = [LINE + ",achievement", LINE + "accept,achievement", LINE + ",plan"]
    assert [r.kind for r in reviewed_rows(table(*rows, head=head), "t")] == ["achievement", "plan"]


def test_cells_kept_from_a_spreadsheet_are_themselves_again() -> None:
    row = LINE.replace("云青铁路", "'=云青").replace("(一)", "'甲")
    [found] = reviewed_rows(table(row), "t")
    assert (found.as_written, found.clause) == ("=云青", "'甲")


def test_stops_are_parted_by_either_semicolon() -> None:
    [found] = reviewed_rows(table(LINE + ",云泽； 青岚;;", head=HEAD + ",stops"), "t")
    assert found.stops == ("云泽", "青岚")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (table(LINE + "maybe"), r"t.csv:2 \(云泽至青岚铁路\): review: 'maybe' must be accept"),
        (table(LINE.replace("rail", "train")), "no mode 'train'"),
        (table(LINE.replace("2027,,,", "20x7,,,")), "start_year: '20x7' is not a number"),
        (table(LINE.replace("start,", ",")), "status: must not be empty"),
        (table("a,b", head="plan,name"), "lacks the columns"),
        (table(LINE + ",extra"), "the row has 12 cells"),
        (b"\x00\x01\x02\xff", "t.csv"),
    ],
)
def test_a_table_that_cannot_be_understood(data: bytes, told: str) -> None:
    with pytest.raises(AtlasError, match=told):
        reviewed_rows(data, "t.csv")


# What plans.yaml says of a plan

TEXT = "\n{}\n云政发〔2026〕7号\n{}\n一、铁路\n开工建设云泽至青岚铁路。2025年建成一条。\n{}\n"


@pytest.mark.parametrize(
    ("title", "top", "end", "date", "horizon"),
    [
        ("云泽市综合交通“十五五”规划", "", "", "2026", "2026-2030"),
        ("云泽市综合交通十四五规划", "", "2022年3月5日", "2022-03-05", "2021-2025"),
        ("云泽发展规划（2023—2035年）", "", "", "2023", "2023-2035"),
        ("2024年云泽市重点项目清单", "", "", "2024", ""),
        ("云泽市政府工作报告", "（2026年1月15日在大会上）", "", "2026-01-15", ""),
        ("云泽市政府工作报告", "（2026年1月）", "", "2026-01", ""),
        ("云泽市交通发展规划", "", "", "2025", ""),
    ],
)
def test_what_a_text_tells(title: str, top: str, end: str, date: str, horizon: str) -> None:
    found = guessed(TEXT.format(title, top, "云泽市人民政府办公厅\n" + end), "yunze")
    assert found["title"] == title
    assert found["number"] == "云政发〔2026〕7号"
    assert found["issuer"] == "云泽市人民政府办公厅"
    assert found["date"] == date
    assert found.get("horizon", "") == horizon
    assert found["short"].endswith(date[:4])
    assert found["title_en"] == "yunze (no English title given)"


@pytest.mark.parametrize("day", ["　2026年3月18日", " 2026年3月", "（2026年3月18日）"])
def test_an_issuer_may_share_its_line_with_the_day(day: str) -> None:
    found = guessed(f"云泽市综合交通规划\n云泽市人民政府{day}\n一、铁路\n建设云泽港。\n", "x")
    assert found["issuer"] == "云泽市人民政府"
    assert found["date"].startswith("2026-03")


def test_a_text_that_tells_nothing() -> None:
    assert guessed("", "yunze") == {
        "title": "yunze",
        "title_en": "yunze (no English title given)",
        "short": "yunze",
        "short_en": "yunze",
    }
    long = guessed("建设云泽至青岚铁路。规划很长。" * 9, "yunze")
    assert long["title"] == "yunze"


GIVEN = {
    **{"title": "题", "title_en": "T", "short": "短", "short_en": "S", "issuer": "府"},
    **{"date": " 2027-03 ", "number": "", "horizon": "2026—2030"},
}


def test_a_described_plan() -> None:
    found = plan_from("yunze", GIVEN, text="a.txt", guesses={"number": "7号", "date": "2020"})
    assert (found.date, found.date_inferred, found.number) == ("2027-03", False, "7号")
    assert found.horizon == (2026, 2030)
    assert found.text == "a.txt"
    inferred = plan_from("yunze", {**GIVEN, "date": ""}, text="a", guesses={"date": "2020"})
    assert (inferred.date, inferred.date_inferred) == ("2020", True)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"issuer": " "}, "issuer: is not known; give it with --issuer"),
        ({"title_en": ""}, "give it with --title-en"),
        ({"date": "2027-13"}, "date: '2027-13' is no date"),
        ({"horizon": "2026"}, "horizon: '2026' must look like 2026-2030"),
        ({"horizon": "2030-2026"}, "must look like"),
    ],
)
def test_a_plan_that_is_not_described(change: dict[str, str], told: str) -> None:
    with pytest.raises(AtlasError, match=told):
        plan_from("yunze", {**GIVEN, **change}, text="a.txt")
