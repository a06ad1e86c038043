"""``python -m plans read``: what it writes, what it says, and that nothing a file holds can act."""

from __future__ import annotations

import csv
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from plans.__main__ import main, parser
from plans.documents import Note, read_document, read_pasted
from plans.extraction.extraction import ExtractedMention, Extraction, document_mentions, read_file
from plans.extraction.page import extraction_page, marked_text, summary
from plans.extraction.table import COLUMNS, mentions_csv
from plans.matching.match import Candidates, known
from plans.records import Mention
from registry.load import load_registry
from tests.plans.documents.support import expected, form

FILES = {"text.txt", "mentions.csv", "mentions.geojson", "page.html"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with some forms, in an English shell."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    for name in ("plan_table.pdf", "txt_gb18030_nobom.txt", "plan_scanned.pdf", "empty.txt"):
        (tmp_path / name).write_bytes(form(name))
    return tmp_path


def table(folder: Path) -> list[dict[str, str]]:
    """The table that was written."""
    with (folder / "mentions.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def run(folder: Path, *names: str, more: tuple[str, ...] = ()) -> int:
    """Read files of the folder into its ``out``."""
    files = [str(folder / name) for name in names]
    return main(["read", *files, "--out", str(folder / "out"), *more])


def test_the_four_files(folder: Path) -> None:
    assert run(folder, "plan_table.pdf") == 0
    out = folder / "out"
    assert {path.name for path in out.iterdir()} == FILES
    text = (out / "text.txt").read_text(encoding="utf-8")
    assert text == read_document(form("plan_table.pdf"), "x").text
    wanted = expected("plan_table.pdf")
    found = table(out)
    assert tuple(found[0]) == COLUMNS
    for row, mention in zip(found, wanted, strict=True):
        assert row["plan"] == "plan_table"
        assert text[int(row["start"]) : int(row["end"])] == row["as_written"]
        for field in ("as_written", "name", "mode", "status", "start_year", "complete_year"):
            assert row[field] == mention[field]
        assert row["kind"] == "plan"
        assert row["confidence"] in ("high", "medium", "low")
    shapes = json.loads((out / "mentions.geojson").read_text(encoding="utf-8"))
    assert [f["properties"]["name"] for f in shapes["features"]] == [r["name"] for r in found]
    assert all(f["properties"]["precision"] for f in shapes["features"])
    assert "云泽至青岚城际铁路" in (out / "page.html").read_text(encoding="utf-8")


def test_several_files_are_one_text_and_bad_ones_are_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("txt_gb18030_nobom.txt", "plan_scanned.pdf", "empty.txt", "none.txt", "plan_table.pdf")
    assert run(folder, *names, more=("--plan-id", "yunze-2027")) == 2
    told = capsys.readouterr()
    for name in ("plan_scanned.pdf", "empty.txt", "none.txt"):
        assert name in told.err
    assert told.err.count("error: ") == 3
    assert "19 found" in told.out
    text = (folder / "out" / "text.txt").read_text(encoding="utf-8")
    rows = table(folder / "out")
    assert len(rows) == 19
    assert {row["plan"] for row in rows} == {"yunze-2027"}
    for row in rows:
        assert text[int(row["start"]) : int(row["end"])] == row["as_written"]


def test_nothing_is_written_when_nothing_can_be_read(folder: Path) -> None:
    assert run(folder, "empty.txt", "plan_scanned.pdf") == 2
    assert not (folder / "out").exists()


def test_a_text_without_projects_is_no_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "plain.txt").write_text("今天天气很好，大家都很高兴。", encoding="utf-8")
    assert run(folder, "plain.txt") == 0
    assert "No project was found" in capsys.readouterr().out
    assert table(folder / "out") == []
    assert {path.name for path in (folder / "out").iterdir()} == FILES


def test_a_corrected_table_is_never_lost(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(folder, "plan_table.pdf")
    run(folder, "plan_table.pdf")
    assert {path.name for path in (folder / "out").iterdir()} == FILES
    for number in (1, 2):
        (folder / "out" / "mentions.csv").write_text(f"corrected {number}", encoding="utf-8")
        run(folder, "plan_table.pdf")
        kept = folder / "out" / f"mentions.old-{number}.csv"
        assert kept.read_text(encoding="utf-8") == f"corrected {number}"
        assert kept.name in capsys.readouterr().out
        assert len(table(folder / "out")) == 4


def test_a_target_that_is_no_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "out").write_text("mine", encoding="utf-8")
    assert run(folder, "plan_table.pdf") == 2
    assert "not a folder" in capsys.readouterr().err
    assert (folder / "out").read_text(encoding="utf-8") == "mine"


def test_folders_and_large_files_are_refused_unread(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "sub").mkdir()
    with (folder / "large.txt").open("wb") as file:
        file.truncate(50_000_001)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert run(folder, "sub", "large.txt") == 2
    told = capsys.readouterr().err
    assert "至多读 50 MB" in told
    assert "是文件夹，应当是文件" in told


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_help_tells_the_limits(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser(lang).parse_args(["read", "--help"])
    told = capsys.readouterr().out
    for limit in ("50 MB", "2000", "20 MB", "60", "100"):
        assert limit in told


def test_achievements_are_left_out_unless_wanted() -> None:
    document = read_pasted("一、回顾\n过去五年，建成云泽至青岚高速公路。", "x")
    assert document_mentions(document, Candidates()) == []
    [found] = document_mentions(document, Candidates(), achievements=True)
    assert found.kind == "achievement"
    data = document.text.encode()
    assert read_file(data, "x", Candidates())[1] == []
    assert read_file(data, "x", Candidates(), achievements=True)[1] == [found]


def test_relative_years_need_the_date_of_the_plan() -> None:
    document = read_pasted("今年开工建设云泽至青岚铁路。", "x")
    assert document_mentions(document, Candidates())[0].start_year is None
    assert document_mentions(document, Candidates(), date="2027-03")[0].start_year == 2027


def test_known_projects_are_named() -> None:
    projects = known(load_registry().projects.values())
    _, found = read_file("加快渝昆高铁建设。".encode(), "x", projects)
    assert found[0].project_id
    assert found[0].match_score


def mention(start: int, end: int, text: str, **changes: object) -> Mention:
    """A mention of ``text[start:end]``."""
    cells: dict[str, object] = {
        "clause": "",
        "as_written": text[start:end],
        "name": text[start:end],
        **{"mode": "rail", "action": "", "status": "start", "start_year": None},
        **{"complete_year": 2027, "project_id": "", "match_score": None, "match_reason": ""},
        **{"confidence": "high", "doubt": "", "kind": "plan", "start": start, "end": end},
        **changes,
    }
    return Mention(**cells)  # type: ignore[arg-type]


def test_texts_are_joined_and_spans_move_along() -> None:
    extraction = Extraction()
    for plan in ("a", "b"):
        document = read_pasted("加快甲铁路建设", plan)
        extraction.add(plan, plan, document, [mention(2, 5, document.text)])
    assert extraction.text == "加快甲铁路建设\n\n加快甲铁路建设"
    assert [extraction.text[f.mention.start : f.mention.end] for f in extraction.found] == [
        "甲铁路"
    ] * 2
    assert [f.mention.start for f in extraction.found] == [2, 11]


def marks(text: str, *spans: tuple[int, int]) -> str:
    """The text with these spans marked."""
    return marked_text(text, [ExtractedMention("p", mention(a, b, text)) for a, b in spans])


class Words(HTMLParser):
    """The words of a page and where each id stands among them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.places: dict[str, int] = {}
        self.tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag, and where it stands if it has an id."""
        self.tags.append(tag)
        if found := dict(attrs).get("id"):
            self.places[found] = len(self.text)

    def handle_data(self, data: str) -> None:
        """Add to the text."""
        self.text += data


@pytest.mark.parametrize(
    "spans",
    [
        (),
        ((1, 3),),
        ((0, 6),),
        ((1, 3), (3, 5)),
        ((1, 5), (2, 4)),
        ((1, 4), (1, 2)),
        ((0, 3), (2, 6)),
    ],
)
def test_marks_leave_the_text_as_it_is(spans: tuple[tuple[int, int], ...]) -> None:
    text = "甲<b>&乙"
    words = Words(marks(text, *spans))
    assert words.text == text
    assert words.places == {f"m{n}": start for n, (start, _) in enumerate(spans, 1)}
    assert set(words.tags) <= {"mark", "a", "i"}


HOSTILE = '<script>alert(1)</script>"\'[% @project_path %]=HYPERLINK("x")'


def test_hostile_text_is_neutral_in_every_file() -> None:
    document = read_pasted(f"加快{HOSTILE}甲铁路建设", "x")
    start = document.text.index("<script")
    hostile = mention(
        *(start, start + len(HOSTILE), document.text),
        **{
            "name": "=1+1",
            "action": "@SUM(1)",
            "doubt": HOSTILE,
            "clause": "+1",
            "confidence": "<i>",
        },
    )
    extraction = Extraction()
    extraction.add("-1", "<b>.txt", document, [hostile])
    for lang in ("zh", "en"):
        html = extraction_page(extraction, lang)
        assert "<script" not in html
        assert HOSTILE in Words(html).text
    row = next(csv.DictReader(mentions_csv(extraction.found).removeprefix("\ufeff").splitlines()))
    assert row["name"] == "'=1+1"
    assert row["action"] == "'@SUM(1)"
    assert row["plan"] == "'-1"
    assert row["clause"] == "'+1"


def test_the_page_runs_and_loads_nothing() -> None:
    extraction = Extraction()
    document = read_pasted("加快甲铁路建设", "x")
    extraction.add("p", "x", document, [mention(2, 5, document.text)])
    html = extraction_page(extraction, "zh")
    assert "default-src &#x27;none&#x27;" in html
    assert not {"script", "img", "link", "iframe"} & set(Words(html).tags)
    assert "http" not in html.replace("http-equiv", "")


def test_the_summary_counts() -> None:
    text = "甲铁路乙铁路"
    found = [
        ExtractedMention("p", mention(0, 3, text, project_id="x", match_score=1.0)),
        ExtractedMention("p", mention(3, 6, text, confidence="low")),
    ]
    assert summary(found, "en") == "2 found: 1 known, 1 not known, 1 to be checked"
    assert summary([], "zh") == "这份文本里没有找到项目"


def test_the_page_speaks_one_language_and_links_both_ways() -> None:
    text = "甲铁路乙铁路"
    extraction = Extraction(
        text=text,
        found=[
            ExtractedMention("p", mention(0, 3, text, start_year=2026)),
            ExtractedMention(
                "p", mention(3, 6, text, project_id="known", match_score=0.9, kind="achievement")
            ),
        ],
        notes=[("a.pdf", Note("缺页", "pages lack"))],
    )
    zh, en = extraction_page(extraction, "zh"), extraction_page(extraction, "en")
    assert '<html lang="zh-CN">' in zh
    assert '<html lang="en">' in en
    assert "a.pdf: 缺页" in zh
    assert "a.pdf: pages lack" in en
    assert "铁路</td>" in zh
    assert "开工</td>" in zh
    assert "2026—2027</td>" in en
    assert "未见过" in zh
    assert "known (0.9)" in en
    assert "(an achievement)" in en
    for number in (1, 2):
        for page in (zh, en):
            assert f'<tr id="r{number}"><th scope="row"><a href="#m{number}">{number}</a>' in page
            assert f'id="m{number}"' in page
            assert f'<a href="#r{number}">' in page
    assert en.count('class="new"') == 1


@pytest.mark.parametrize(
    ("start", "complete", "told"),
    [(None, None, ""), (None, 2027, "—2027"), (2026, None, "2026—"), (2026, 2027, "2026—2027")],
)
def test_years_that_are_not_known_are_left_out(
    start: int | None, complete: int | None, told: str
) -> None:
    text = "甲铁路"
    found = mention(0, 3, text, start_year=start, complete_year=complete, action="x")
    html = extraction_page(Extraction(text, [ExtractedMention("p", found)]), "en")
    assert f"<td>x</td><td>{told}</td>" in html
