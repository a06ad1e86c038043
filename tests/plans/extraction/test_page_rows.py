"""The table of the page of what was found: each cell by its column, in both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from plans.documents import Note
from plans.extraction.extraction import ExtractedMention, Extraction
from plans.extraction.page import extraction_page
from plans.matching.propose import Proposal, propose_all
from plans.records import Mention
from registry.geometry import PRECISIONS, Precision

TEXT = "云青铁路、河金铁路"
MENTION = Mention(
    clause="一(二)",
    as_written="云青铁路",
    name="云青铁路",
    mode="rail",
    action="加快",
    status="start",
    start_year=2026,
    complete_year=2028,
    project_id="",
    match_score=None,
    match_reason="没有相近的",
    confidence="high",
    doubt="",
    kind="plan",
    start=0,
    end=4,
)
SECOND = replace(MENTION, name="河金铁路", as_written="河金铁路", start=5, end=9)


def page(*found: ExtractedMention, lang: str = "zh", notes: tuple[str, ...] = ()) -> str:
    told = [(name, Note("缺页", "pages lack")) for name in notes]
    return extraction_page(Extraction(TEXT, list(found), told), lang)


def texts(html: str, tag: str) -> list[str]:
    return [
        unescape(re.sub(r"<[^>]*>", "", cell))
        for cell in re.findall(rf"<{tag}(?: [^>]*)?>(.*?)</{tag}>", html, re.S)
    ]


def cells(found: ExtractedMention, lang: str = "zh") -> dict[str, str]:
    """The cells of the one row by the head of their column, and no text beside them."""
    html = page(found, lang=lang)
    heads, (number, *_) = texts(html, "th")[:-1], texts(html, "th")[-1:]
    assert number == "1"
    return dict(zip(heads[1:], texts(html, "td"), strict=True))


ZH = {
    **{"计划": "p-2026", "条款": "一(二)", "名称": "云青铁路", "类别": "铁路", "状态": "开工"},
    **{"原文用语": "加快", "开工—建成": "2026—2028", "已有项目": "未见过  没有相近的"},
    **{"位置": "", "把握": "高", "疑问": ""},
}


def told(**changes: object) -> dict[str, str]:
    found = ExtractedMention("p-2026", replace(MENTION, **changes))  # type: ignore[arg-type]
    shown = cells(found)
    return {head: cell for head, cell in shown.items() if cell != ZH[head]}


def test_every_cell_stands_below_its_head() -> None:
    assert cells(ExtractedMention("p-2026", MENTION)) == ZH


@pytest.mark.parametrize(
    ("changes", "differs"),
    [
        ({"start_year": None}, {"开工—建成": "—2028"}),
        ({"complete_year": None}, {"开工—建成": "2026—"}),
        ({"start_year": None, "complete_year": None}, {"开工—建成": ""}),
        ({"kind": "achievement"}, {"名称": "云青铁路 (已完成的成绩)"}),
        ({"mode": "port"}, {"类别": "港口"}),
        ({"mode": "other"}, {"类别": "other"}),
        ({"status": "research"}, {"状态": "规划研究"}),
        ({"confidence": "medium"}, {"把握": "中"}),
        ({"confidence": "low"}, {"把握": "低"}),
        ({"confidence": "sure"}, {"把握": "sure"}),
        ({"doubt": "无类别"}, {"疑问": "无类别"}),
        (
            {"project_id": "yunqing", "match_score": 0.95, "match_reason": "同名"},
            {"已有项目": "yunqing (0.95) 同名"},
        ),
        (
            {"project_id": "yunqing", "match_score": 1.0, "match_reason": "同名"},
            {"已有项目": "yunqing (1) 同名"},
        ),
        ({"match_reason": ""}, {"已有项目": "未见过"}),
    ],
)
def test_what_each_cell_says(changes: dict[str, object], differs: dict[str, str]) -> None:
    assert told(**changes) == differs


def test_in_english() -> None:
    shown = cells(ExtractedMention("p", replace(MENTION, kind="achievement")), "en")
    assert list(shown) == [
        *("Plan", "Clause", "Name", "Mode", "Status", "In the plan's words"),
        *("Start–completion", "Known project", "Location", "Confidence", "Doubt"),
    ]
    assert (shown["Name"], shown["Mode"]) == ("云青铁路 (an achievement)", "Rail")
    assert (shown["Confidence"], shown["Known project"]) == ("high", "not known  没有相近的")


def test_a_new_project_is_told_with_its_name_and_how_precise_it_is() -> None:
    (proposal,) = propose_all([MENTION], (), ("51",))
    assert isinstance(proposal, Proposal)
    found = ExtractedMention("p", MENTION, proposal, Precision.ENDPOINTS.value)
    assert cells(found)["已有项目"] == (f"未见过 {proposal.name_en} ({proposal.id}) 没有相近的")
    term = PRECISIONS[Precision.ENDPOINTS]
    assert cells(found, "zh")["位置"] == term.zh
    assert cells(found, "en")["Location"] == term.en


def test_rows_and_notes_follow_each_other() -> None:
    found = [ExtractedMention("p", MENTION), ExtractedMention("p", SECOND)]
    html = page(*found, notes=("a.pdf", "<b>.pdf"))
    rows = re.findall(r'<tr id="(r\d)">', html)
    assert rows == ["r1", "r2"]
    head = html[html.index("<header>") : html.index("</header>")]
    assert texts(head, "p")[1:] == ["a.pdf: 缺页", "<b>.pdf: 缺页"]
    # Nothing stands between the heads, between the cells or between the notes.
    table = html[html.index("<table>") : html.index("</table>")]
    assert (
        re.sub(r"<(t[hd])\b[^>]*>.*?</\1>|</?(?:table|thead|tbody|tr)\b[^>]*>|\s", "", table) == ""
    )
    assert re.sub(r"<(h1|p)>.*?</\1>|</?header>", "", head) == ""
