"""The documents that planners have: each is read, or refused in a sentence that says why."""

from __future__ import annotations

import pytest

from plans.clean import simplify
from plans.documents import read_document
from plans.extraction.extraction import read_file
from plans.matching.match import Candidates
from registry.errors import AtlasError
from tests.plans.documents.support import check_spans, expected, form, manifest, rows

REFUSED = {
    "plan_encrypted.docx": ("密码", "password"),
    "plan_encrypted.pdf": ("密码", "password"),
    "plan_truncated.docx": ("损坏", "damaged"),
    "empty.txt": ("没有可读", "nothing to read"),
    "english_plan.txt": ("只读中文", "only Chinese"),
    "plan_scanned.pdf": ("文字层", "OCR"),
    "plan_photo.png": ("图片", "pictures"),
}
READ = [row["file"] for row in manifest() if row["file"] not in REFUSED]
KINDS = {
    "txt": "text",
    "html": "html",
    "docx": "docx",
    "xlsx": "xlsx",
    "rtf": "rtf",
    "pdf": "pdf",
}
TABLE = [
    ["1", "云泽至青岚城际铁路", "新建", "2026—2030", "续建"],
    ["2", "河湾至金塘高速公路", "新建", "2027—2031", "新开工"],
    ["3", "白水河金塘航电枢纽", "新建", "2028—2032", "前期"],
    ["4", "丰源—白石成品油管道", "新建", "2024—2027", "建成"],
]


def test_every_form_is_accounted_for() -> None:
    assert len(manifest()) == 29
    assert set(REFUSED) <= {row["file"] for row in manifest()}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(AtlasError) as caught:
        read_document(form(name), name)
    zh, en = REFUSED[name]
    assert caught.value.where == name
    assert zh in caught.value.zh
    assert en in caught.value.en


@pytest.mark.parametrize("name", READ)
def test_what_can_be_read_is_read_in_full_and_in_order(name: str) -> None:
    document = read_document(form(name), name)
    check_spans(document)
    ending = "docx" if name == "really_docx.pdf" else name.rpartition(".")[2]
    assert document.kind == KINDS[ending]
    if name == "pasted_web_pages.txt":
        return  # names are broken by page numbers there; the next test reads across them
    text, at = simplify(document.body), 0
    for mention in expected(name):
        quoted = simplify(mention["as_written"])
        assert quoted in text[at:], mention
        at = text.index(quoted, at) + len(quoted)


@pytest.mark.parametrize("name", READ)
def test_each_form_gives_its_mentions_and_no_others(name: str) -> None:
    _, mentions = read_file(form(name), name, Candidates())
    fields = ("name", "mode", "status", "start_year", "complete_year")
    found = [tuple(str(getattr(m, field) or "") for field in fields) for m in mentions]
    assert found == [tuple(row[field] for field in fields) for row in expected(name)]


@pytest.mark.parametrize(
    "name",
    [
        *("page_gb2312_scripts.html", "page_wrong_meta_utf8.html", "plan_tables_tracked.docx"),
        *("projects.xlsx", "plan_table.pdf"),
    ],
)
def test_tables_are_rows_of_cells_under_a_heading_row(name: str) -> None:
    document = read_document(form(name), name)
    assert rows(document)[1:5] == TABLE
    flagged = [b.heading for b in document.blocks if b.kind == "table_row"]
    assert flagged[0]
    assert not any(flagged[1:])
    total = rows(document)[5]
    assert "小计" in total
    assert len(total) == 5


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("page_gb2312_scripts.html", ("脚本", "注入", "样式", "注释", "导航", "不可见", "启用")),
        ("plan_tables_tracked.docx", ("规划研究", "废止", "隐藏")),
        ("projects.xlsx", ("隐藏",)),
    ],
)
def test_what_a_reader_does_not_see_is_not_read(name: str, words: tuple[str, ...]) -> None:
    text = read_document(form(name), name).text
    assert not [word for word in words if word in text]


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("plan_footnotes.docx", "footnote", "2019年列入规划研究"),
        ("plan.docx", "header", "页眉至页脚铁路"),
        ("plan_onecolumn.pdf", "header", "云泽市人民政府文件"),
        ("pasted_web_pages.txt", "footnote", "2019年列入规划研究"),
        ("pasted_web_pages.txt", "footnote", "2020年高速公路建设年报"),
        ("pasted_web_pages.txt", "header", "网站地图"),
    ],
)
def test_what_stands_beside_the_text_is_kept_apart(name: str, kind: str, words: str) -> None:
    document = read_document(form(name), name)
    found = [document.text[b.start : b.end] for b in document.blocks if b.kind == kind]
    assert any(words in text for text in found)
    assert words not in document.body


def test_a_hidden_sheet_is_told() -> None:
    notes = read_document(form("projects.xlsx"), "projects.xlsx").notes
    assert [note.zh for note in notes] == ["隐藏的工作表没有读：隐藏"]


def test_the_name_decides_nothing() -> None:
    for name in ("txt_utf8.txt", "plan.docx", "plan_table.pdf", "plan.rtf"):
        assert read_document(form(name), "x.bin").text == read_document(form(name), name).text
