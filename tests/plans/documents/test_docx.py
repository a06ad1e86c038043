"""Word documents: what reads once changes are accepted, automatic numbers, tables, notes."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from docx import Document as new_docx
from hypothesis import given
from hypothesis import strategies as st

from plans.documents import Document, read_document
from plans.documents.docx_styles import chinese, formatted
from registry.errors import AtlasError
from tests.plans.documents.support import (
    changed_package,
    check_spans,
    form,
    parts,
    read_or_refuse,
    rows,
)

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
END = "<w:p><w:r><w:t>加快云青高铁建设。</w:t></w:r></w:p>"


def blank() -> bytes:
    """A docx without words."""
    stream = io.BytesIO()
    new_docx().save(stream)
    return stream.getvalue()


BLANK = blank()


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def word(body: str, **changes: str) -> Document:
    """The document whose body is ``body`` and a last paragraph."""
    xml = f"<w:document {W} {MC}><w:body>{body}{END}</w:body></w:document>"
    document = read_document(changed_package(BLANK, word__document=xml, **changes), "x.docx")
    check_spans(document)
    return document


def texts(body: str, **changes: str) -> list[str]:
    """Its paragraphs but for the last."""
    return [text for _, text in parts(word(body, **changes))][:-1]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (run("云") + run("泽"), "云泽"),
        (f"<w:ins>{run('插')}</w:ins>{run('入')}", "插入"),
        (f"<w:del><w:r><w:delText>删</w:delText></w:r></w:del>{run('留')}", "留"),
        (f"<w:moveFrom>{run('去')}</w:moveFrom><w:moveTo>{run('来')}</w:moveTo>", "来"),
        (run("藏", "<w:vanish/>") + run("显"), "显"),
        (run("显", '<w:vanish w:val="0"/>'), "显"),
        (run("显", '<w:vanish w:val="false"/>'), "显"),
        (f"<w:hyperlink>{run('链')}</w:hyperlink>", "链"),
        (f"<w:sdt><w:sdtContent>{run('控')}</w:sdtContent></w:sdt>", "控"),
        (f"<w:smartTag><w:ins>{run('深')}</w:ins></w:smartTag>", "深"),
        (f"<w:r><w:instrText>PAGE</w:instrText></w:r>{run('页')}", "页"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/></w:r>", "甲\t乙-"),
        ('<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t></w:r>', "甲乙"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>yun</w:t></w:r></w:rt>"
            f"<w:rubyBase>{run('云')}</w:rubyBase></w:ruby></w:r>",
            "云",
        ),
    ],
)
def test_what_of_a_paragraph_is_read(inner: str, text: str) -> None:
    assert texts(f"<w:p>{inner}</w:p>") == [text]


def test_a_break_within_a_paragraph() -> None:
    body = "<w:p><w:r><w:t>一、铁路</w:t><w:br/><w:t>加快建设。</w:t></w:r></w:p>"
    assert texts(body) == ["一、铁路", "加快建设。"]


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next() -> None:
    gone = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    kept = "<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>"
    assert texts(f"<w:p>{gone}{run('云泽')}</w:p><w:p>{run('至青岚')}</w:p>") == ["云泽至青岚"]
    assert texts(f"<w:p>{kept}{run('云泽')}</w:p><w:p>{run('青岚')}</w:p>") == ["云泽", "青岚"]
    xml = f"<w:document {W}><w:body>{END}<w:p>{gone}{run('末尾')}</w:p></w:body></w:document>"
    found = read_document(changed_package(BLANK, word__document=xml), "x")
    assert found.text.endswith("末尾")


def styles(*inner: str) -> dict[str, str]:
    """A style sheet."""
    return {"word__styles": f"<w:styles {W}>{''.join(inner)}</w:styles>"}


def style(name: str, inner: str, based: str = "") -> str:
    """A style, perhaps based on another."""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:styleId="{name}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


def test_hidden_by_style() -> None:
    sheet = styles(
        style("H", "<w:rPr><w:vanish/></w:rPr>"),
        style("B", "", "H"),
        style("S", '<w:rPr><w:vanish w:val="0"/></w:rPr>', "H"),
        style("R1", "", "R2"),
        style("R2", "", "R1"),
    )
    paragraph = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr>' + run("甲") + "</w:p>"
    assert [bool(texts(paragraph.format(s), **sheet)) for s in ("H", "B", "S", "R1", "none")] == [
        *(False, False, True, True, True),
    ]
    shown = run("显", '<w:vanish w:val="0"/>')
    assert texts(f'<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>{shown}</w:p>', **sheet) == ["显"]
    styled = run("藏", '<w:rStyle w:val="B"/>') + run("显", '<w:rStyle w:val="S"/>')
    assert texts(f"<w:p>{styled}</w:p>", **sheet) == ["显"]


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ('<w:outlineLvl w:val="0"/>', "heading"),
        ('<w:outlineLvl w:val="8"/>', "heading"),
        ('<w:outlineLvl w:val="9"/>', "paragraph"),
        ('<w:pStyle w:val="heading 2"/>', "heading"),
        ('<w:pStyle w:val="标题 3"/>', "heading"),
        ('<w:pStyle w:val="Body"/>', "paragraph"),
        ('<w:pStyle w:val="Own"/>', "heading"),
        ('<w:pStyle w:val="Based"/>', "heading"),
        ('<w:pStyle w:val="Own"/><w:outlineLvl w:val="9"/>', "paragraph"),
        ('<w:pStyle w:val="Body"/><w:outlineLvl w:val="1"/>', "heading"),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>', "list_item"),
        ('<w:numPr><w:numId w:val="0"/></w:numPr>', "paragraph"),
    ],
)
def test_kinds(properties: str, kind: str) -> None:
    level = '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'
    own = style("Own", level), style("Based", "", "Own")
    sheet = styles(style("heading 2", ""), style("标题 3", ""), style("Body", ""), *own)
    document = word(f"<w:p><w:pPr>{properties}</w:pPr>{run('铁路')}</w:p>", **sheet)
    assert parts(document)[0] == (kind, "铁路")


NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="3"/>
<w:numFmt w:val="decimal"/><w:lvlText w:val="(%2.%3)"/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>
<w:lvl w:ilvl="4"><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%5"/></w:lvl>
<w:lvl w:ilvl="5"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%6 "/></w:lvl>
<w:lvl w:ilvl="6"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%7)"/></w:lvl>
</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""


def test_automatic_numbers_are_written_out() -> None:
    levels = [0, 1, 1, 2, 2, 0, 1, 3, 4, 4, 5, 6, 6]
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr></w:pPr>'
        f"{run('项')}</w:p>"
        for level in levels
    )
    assert texts(body, word__numbering=NUMBERING) == [
        *("一、项", "1.项", "2.项", "(2.3)项", "(2.4)项", "二、项", "1.项", "项"),
        *("①项", "②项", "I 项", "a)项", "b)项"),
    ]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        *((1, "一"), (9, "九"), (10, "十"), (11, "十一"), (19, "十九"), (20, "二十")),
        *((21, "二十一"), (99, "九十九"), (100, "100"), (0, "0")),
    ],
)
def test_chinese_numbers(number: int, text: str) -> None:
    assert chinese(number) == text


def cell(text: str, properties: str = "") -> str:
    """A cell of one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"


def test_tables_in_order_with_merged_cells() -> None:
    two = '<w:gridSpan w:val="2"/>'
    top, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = (
        f"<w:p>{run('前')}</w:p><w:tbl>"
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('类')}{cell('名')}{cell('状')}</w:tr>"
        f"<w:tr>{cell('铁路', top)}{cell('甲')}{cell('续建')}</w:tr>"
        f"<w:tr>{cell('', on)}{cell('乙')}{cell('前期')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('删')}{cell('删')}{cell('删')}</w:tr>"
        f"<w:tr><w:trPr><w:ins/></w:trPr>{cell('公路', top)}{cell('丙')}{cell('新')}</w:tr>"
        f"<w:tr>{cell('小计', two)}{cell('3')}</w:tr></w:tbl>"
        f"<w:p>{run('后')}</w:p>"
    )
    document = word(body)
    assert rows(document) == [
        ["类", "名", "状"],
        ["铁路", "甲", "续建"],
        ["铁路", "乙", "前期"],
        ["公路", "丙", "新"],
        ["小计", "小计", "3"],
    ]
    assert [b.heading for b in document.blocks if b.cells] == [True] + [False] * 4
    kinds = [kind for kind, _ in parts(document)]
    assert kinds[0] == "paragraph"
    assert kinds[6] == "paragraph"


def test_tables_within_cells_come_after_their_row() -> None:
    inner = f"<w:tbl><w:tr>{cell('内1')}{cell('内2')}</w:tr></w:tbl>"
    body = f"<w:tbl><w:tr>{cell('外')}<w:tc><w:p/>{inner}</w:tc></w:tr></w:tbl>"
    assert rows(word(body)) == [["外", ""], ["内1", "内2"]]


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent><w:p>{run('框内')}</w:p></w:txbxContent>"
    body = (
        f"<w:p>{run('锚')}<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(body) == ["锚", "框内"]


def test_notes_and_margins_stand_apart_at_the_end() -> None:
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator"><w:p>{run("线")}</w:p></w:footnote>'
        f"<w:footnote><w:p>{run('注一')}</w:p></w:footnote></w:footnotes>"
    )
    head = f"<w:hdr {W}><w:p>{run('页眉')}</w:p></w:hdr>"
    found = parts(word("", word__footnotes=notes, word__header1=head, word__header2=head))
    assert found == [
        ("paragraph", "加快云青高铁建设。"),
        ("footnote", "注一"),
        ("header", "页眉"),
    ]


def test_content_controls_around_paragraphs() -> None:
    body = f"<w:sdt><w:sdtContent><w:p>{run('目录')}</w:p></w:sdtContent></w:sdt>"
    assert texts(body) == ["目录"]


def _refusal(data: bytes) -> str:
    with pytest.raises(AtlasError) as caught:
        read_document(data, "x")
    return caught.value.zh


def test_damage() -> None:
    assert "损坏" in _refusal(changed_package(BLANK, word__document="<w:document"))
    assert "损坏" in _refusal(changed_package(BLANK, word__document=b"\xff\xfe\x00"))
    assert "损坏" in _refusal(changed_package(BLANK, word__document="<a/>"))
    assert "没有可读" in _refusal(BLANK)


@given(st.integers(0, 2**32), st.integers(1, 8))
def test_any_damage_of_the_xml_is_read_or_refused(seed: int, times: int) -> None:
    rng = random.Random(seed)
    data = form("plan_tables_tracked.docx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        xml = package.read("word/document.xml").decode()
    pieces = xml.split("<")
    for _ in range(times):
        at = rng.randrange(1, len(pieces))
        pieces[at] = rng.choice(pieces[1:]) if rng.random() < 0.7 else ""
    read_or_refuse(changed_package(data, word__document="<".join(pieces)))


@pytest.mark.parametrize(
    "kind",
    [
        "vnd.ms-word.document.macroEnabled.main+xml",
        "vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_documents_with_macros_and_templates(kind: str) -> None:
    data = form("plan.docx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        types = package.read("[Content_Types].xml").decode()
    usual = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert usual in types
    changed = changed_package(data, **{"[Content_Types]": types.replace(usual, kind)})
    assert read_document(changed, "x").text == read_document(data, "x").text


def test_a_body_under_another_name() -> None:
    data = form("plan.docx")
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for member in old.namelist():
            text = old.read(member)
            if member.endswith((".rels", "[Content_Types].xml")):
                text = text.replace(b"word/document.xml", b"word/document2.xml")
            new.writestr(member.replace("word/document.xml", "word/document2.xml"), text)
    assert read_document(stream.getvalue(), "x").kind == "docx"


def test_a_box_of_one_column_is_running_text() -> None:
    """Plans frame their key projects in a table of one cell, 专栏; its sentences are sentences."""
    file = new_docx()
    box = file.add_table(rows=2, cols=1)
    box.cell(0, 0).text = "专栏1 铁路重点工程"
    box.cell(1, 0).text = "加快推进武汉至宜昌高速铁路建设，2028年建成。"
    box.cell(1, 0).add_paragraph("推进十堰至安康铁路前期工作。")
    names = file.add_table(rows=2, cols=1)
    names.cell(0, 0).text, names.cell(1, 0).text = "项目名称", "恩施至张家界铁路"
    stream = io.BytesIO()
    file.save(stream)
    document = read_document(stream.getvalue(), "x")
    assert [block.kind for block in document.blocks] == ["paragraph"] * 3 + ["table_row"] * 2
    assert document.text.split("\n")[1:3] == [
        "加快推进武汉至宜昌高速铁路建设，2028年建成。",
        "推进十堰至安康铁路前期工作。",
    ]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (1, "decimalEnclosedCircle", "①"),
        (20, "decimalEnclosedCircleChinese", "⑳"),
        (0, "decimalEnclosedCircle", "(0)"),
        (21, "decimalEnclosedCircle", "(21)"),
        (1, "lowerLetter", "a"),
        (26, "upperLetter", "Z"),
        (27, "lowerLetter", "a"),
        (4, "lowerRoman", "iv"),
        (18, "upperRoman", "XVIII"),
        (29, "lowerRoman", "xxix"),
        (12, "ideographDigital", "十二"),
        (12, "decimal", "12"),
    ],
)
def test_automatic_numbers_by_their_form(number: int, form: str, text: str) -> None:
    assert formatted(number, form) == text
