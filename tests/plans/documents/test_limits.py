"""Hostile and oversized documents: one sentence, and no memory or time lost."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from contextlib import suppress
from dataclasses import replace

import pytest

from plans.documents import read_document
from plans.documents.archive import slim_package, weight
from plans.documents.document import Builder
from plans.documents.reader import check_size, read_here
from plans.limits import LIMITS, Limits
from registry.errors import AtlasError
from tests.plans.documents.support import changed_package, form

DOCX, XLSX, PDF = form("plan.docx"), form("projects.xlsx"), form("plan_onecolumn.pdf")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCTYPE = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE a [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def refusal(data: bytes, limits: Limits = LIMITS) -> AtlasError:
    """The refusal of a document."""
    with pytest.raises(AtlasError) as caught:
        read_document(data, "x", limits=limits)
    return caught.value


def packed(*sizes: int, encrypted: bool = False) -> bytes:
    """A docx with a part of zeros of each size."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", "<a/>")
        for number, size in enumerate(sizes):
            package.writestr(f"word/x{number}.xml", bytes(size))
    data = stream.getvalue()
    return (
        data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
        if (encrypted)
        else data
    )


def test_the_limits_are_those_that_are_promised() -> None:
    promised = Limits(
        file_mb=50,
        pages=2000,
        text_mb=20,
        expansion=100,
        parts_mb=30,
        cells=300_000,
        merged=60_000,
        placed=1_000_000,
        attributes=5000,
        blocks=300_000,
        seconds=60,
        deep=2000,
        deep_parts=256,
        deep_groups=1000,
    )
    assert promised == LIMITS
    assert LIMITS.file_bytes == 50_000_000
    assert LIMITS.text_bytes == 20_000_000
    assert LIMITS.parts_bytes == 30_000_000


def test_a_file_may_have_its_last_byte_and_not_one_more() -> None:
    check_size(50_000_000, "x")
    with pytest.raises(AtlasError, match="more than the 50 MB"):
        check_size(50_000_001, "x")
    assert "0.1 MB" in refusal(b"x" * 100_001, Limits(file_mb=0)).en


def test_zip_bombs_are_not_unpacked() -> None:
    bomb = packed(200_000_000)
    tracemalloc.start()
    assert "压缩炸弹" in refusal(bomb).zh
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_the_ratio_counts_from_a_megabyte_on() -> None:
    assert "word/x0.xml" in slim_package(packed(999_996), "x")
    with pytest.raises(AtlasError, match="100 times"):
        slim_package(packed(999_997), "x")


def test_parts_have_a_limit_of_their_own() -> None:
    small = Limits(parts_mb=1, expansion=10_000)
    slim_package(packed(999_996), "x", limits=small)
    with pytest.raises(AtlasError, match="exceeds the 1 MB"):
        slim_package(packed(999_997), "x", limits=small)


def test_many_members_are_a_bomb() -> None:
    with pytest.raises(AtlasError, match="zip bombs"):
        slim_package(packed(*[0] * 10_000), "x")


def test_pictures_in_a_package_are_not_loaded() -> None:
    stream = io.BytesIO(DOCX)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_STORED) as package:
        package.writestr("word/media/image1.png", b"p" * 100_000)
    parts = slim_package(stream.getvalue(), "x")
    assert parts["word/media/image1.png"] == b""
    assert read_document(stream.getvalue(), "x").text == read_document(DOCX, "x").text


def test_encrypted_members() -> None:
    assert "密码" in refusal(packed(3, encrypted=True)).zh


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("declared", [DOCTYPE, LAUGHS, "<!ENTITY e SYSTEM 'x'>", "<!DOCTYPE a>"])
def test_declared_entities_are_refused(declared: str, encoding: str) -> None:
    for data, part in ((DOCX, "word__document"), (XLSX, "xl__workbook"), (DOCX, "word__footnotes")):
        xml = f"<?xml version='1.0'?>{declared}<a>&e;</a>".encode(encoding)
        assert "实体" in refusal(changed_package(data, **{part: xml})).zh


def test_pages_are_counted() -> None:
    assert read_document(PDF, "x", limits=Limits(pages=2))
    assert "2 页，超过 1 页" in refusal(PDF, Limits(pages=1)).zh


@pytest.mark.parametrize("data", [PDF, DOCX, XLSX, form("page_gb2312_scripts.html")])
def test_time_is_bounded_in_every_form(data: bytes) -> None:
    assert "0 秒" in refusal(data, Limits(seconds=0)).zh


def test_the_clock_runs_from_the_beginning() -> None:
    Builder("x", limits=Limits(seconds=30)).check_time()
    with pytest.raises(AtlasError, match="within -1 seconds"):
        Builder("x", limits=Limits(seconds=-1)).check_time()


@pytest.mark.parametrize(
    "data", [form("txt_utf8.txt") * 1500, form("page_wrong_meta_utf8.html") * 500, DOCX, PDF]
)
def test_long_texts_are_refused_in_every_form(data: bytes) -> None:
    assert "文字超过" in refusal(data, Limits(text_mb=0)).zh


@pytest.mark.parametrize(
    ("data", "word"),
    [
        *((b"", "没有可读"), (b" \r\n\t\x00", "没有可读"), (b"\xef\xbb\xbf \n", "没有可读")),
        *((b"\x89PNG\r\n\x1a\n12", "图片"), (b"\xff\xd8\xff\xe0", "图片"), (b"GIF89a", "图片")),
        *((b"RIFF\x00\x00\x00\x00WEBPVP8 ", "图片"), (b"\x00\x00\x00\x18ftypheic", "图片")),
        (b"BM" + (30).to_bytes(4, "little") + bytes(24), "图片"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "旧版"),
        *((b"PK\x03\x04", "损坏"), (b"%PDF-1.7\nbroken", "损坏"), (PDF[:3000], "损坏")),
        *((b"Rar!\x1a\x07\x00", "压缩包"), (b"7z\xbc\xaf\x27\x1c", "压缩包")),
        (b"\x1f\x8b\x08", "压缩包"),
    ],
)
def test_each_refusal_says_why(data: bytes, word: str) -> None:
    assert word in refusal(data).zh


@pytest.mark.parametrize(("member", "word"), [("OFD.xml", "OFD"), ("a.txt", "压缩包")])
def test_other_packages(member: str, word: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr(member, "x")
    assert word in refusal(stream.getvalue()).zh


def test_text_that_begins_like_a_picture_is_text() -> None:
    assert read_document("BM项目加快建设高速铁路".encode(), "x").kind == "text"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("加快建设<script>alert(1)</script>高速铁路", "text"),
        ("<script>加快</script>建设高速铁路", "text"),
        ("加快<b>高速</b>铁路建设", "text"),
        ("<3公里的铁路建设", "text"),
        ("a<b，加快高速铁路建设", "text"),
        ("\n <p>加快高速铁路建设</p>", "html"),
        ("\ufeff<!DOCTYPE html><p>加快高速铁路建设", "html"),
        ("<?xml version='1.0'?><!-- x --><html>加快高速铁路建设", "html"),
        ("说明\n<html><body>加快高速铁路建设</body></html>", "html"),
        ("<TABLE border=1><tr><td>加快</td><td>高速铁路建设</td></tr></TABLE>", "html"),
    ],
)
def test_a_text_with_tags_is_no_page(text: str, kind: str) -> None:
    for encoding in ("utf-8", "utf-16"):
        assert read_document(text.encode(encoding), "x").kind == kind


def test_a_pdf_without_its_end_is_told() -> None:
    assert read_document(PDF, "x").notes == []
    cut = PDF.replace(b"%%EOF", b"")
    assert "可能缺页" in read_document(cut, "x").notes[0].zh


def nested(times: int) -> bytes:
    """A docx whose text stands ``times`` deep in elements of one kind, beside the usual six."""
    stream = io.BytesIO()
    open_, close = "<w:sdtContent>" * times, "</w:sdtContent>" * times
    with zipfile.ZipFile(io.BytesIO(DOCX)) as given, zipfile.ZipFile(stream, "w") as made:
        for name in given.namelist():
            part = given.read(name).decode("utf-8", "surrogateescape")
            if name == "word/document.xml":
                body = f"<w:body>{open_}<w:p><w:r><w:t>开工建设云青高铁</w:t></w:r></w:p>{close}"
                part = part.replace("<w:body>", body)
            made.writestr(name, part.encode("utf-8", "surrogateescape"))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "most"),
    [
        (nested(300), 256),
        (nested(20_000), 256),
        (rb"{\rtf1\ansi " + b"{" * 1000 + b"x" + b"}" * 1001, 1000),
        (b"<body>" + b"<div>" * 2001 + "开工建设云青高铁".encode(), 2000),
    ],
)
def test_what_nests_without_end_is_told_as_that(data: bytes, most: int) -> None:
    found = refusal(data)
    assert found.en == (
        f"what is in it nests more than {most} deep, which is unsafe; save it as text and read that"
    )
    assert found.zh.startswith(f"里面的内容一层套一层，超过 {most} 层")


def test_what_nests_less_is_read() -> None:
    assert "开工建设云青高铁" in read_document(nested(200), "x").text
    deep = b"{" * 998 + "建设云青高铁".encode("gb18030") + b"}" * 998
    data = rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}}" + deep + b"}"
    assert "建设云青高铁" in read_document(data, "x").text


def test_whoever_may_stop_reading_is_heard_in_every_form() -> None:
    class Stopped(Exception):
        """Nobody looks any more."""

    def stop() -> None:
        raise Stopped

    # A text is read at once.
    for name in ("plan.docx", "projects.xlsx", "plan_onecolumn.pdf", "plan.rtf"):
        with pytest.raises(Stopped):
            read_document(form(name), name, limits=replace(LIMITS, heed=stop))
    with pytest.raises(Stopped):
        read_document(
            "<table><tr><td>开工建设<td>云青高铁</table>".encode(),
            "x",
            limits=replace(LIMITS, heed=stop),
        )


@pytest.mark.parametrize("columns", ["201", "9999", "9" * 30])
def test_columns_left_out_before_a_row_are_bounded(columns: str) -> None:
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{t}</w:t></w:r></w:p></w:tc>" for t in ("云青", "高铁"))
    row = f'<w:tr><w:trPr><w:gridBefore w:val="{columns}"/></w:trPr>{cells}</w:tr>'
    xml = f"<w:document {W}><w:body><w:tbl>{row}</w:tbl></w:body></w:document>"
    (found,) = read_document(changed_package(DOCX, word__document=xml), "x").blocks[:1]
    assert len(found.cells) == 202


def test_parts_that_name_one_another_without_end_are_told_as_that() -> None:
    schemas = "http://schemas.openxmlformats.org"
    stream, first = io.BytesIO(), "word/_rels/document.xml.rels"
    with zipfile.ZipFile(io.BytesIO(DOCX)) as old, zipfile.ZipFile(stream, "w") as new:
        for member in set(old.namelist()) - {first}:
            new.writestr(member, old.read(member))
        for number in range(2000):
            new.writestr(f"word/chain{number}.xml", "<a/>")
            new.writestr(
                f"word/_rels/chain{number - 1}.xml.rels" if number else first,
                f'<Relationships xmlns="{schemas}/package/2006/relationships"><Relationship Id="r" '
                f'Type="{schemas}/officeDocument/2006/relationships/header" '
                f'Target="chain{number}.xml"/></Relationships>',
            )
    assert "超过 256 层" in refusal(stream.getvalue()).zh


def test_comments_ahead_of_a_text_are_looked_at_once() -> None:
    began = time.process_time()
    data = b"<!--x-->" * 5000 + "开工建设云青高铁".encode()
    assert read_document(data, "x").kind == "text"
    assert read_document(b"<!-- x -->\n" * 40 + "<p>开工建设云青高铁".encode(), "x").kind == "html"
    assert time.process_time() - began < 5


@pytest.mark.parametrize("part", ["/*", "/* ", "a "])
def test_a_style_sheet_that_never_ends(part: str) -> None:
    began = time.process_time()
    page = f"<html><style>{part * 200_000}</style><p>开工建设云青高铁".encode()
    assert read_document(page, "x").text == "开工建设云青高铁"
    assert time.process_time() - began < 5


@pytest.mark.parametrize(("span", "columns"), [("9" * 5000, 200), ("0" * 5000 + "3", 3)])
def test_a_cell_wider_than_any_number(span: str, columns: int) -> None:
    page = f"<table><tr><td colspan={span}>云青高铁<td>开工</table>".encode()
    assert len(read_document(page, "x").blocks[0].cells) == columns + 1


@pytest.mark.parametrize("data", ["云青高铁\n\n", "<p>云青高铁", "云青高铁\\par "])
def test_parts_are_counted_in_every_form(data: str) -> None:
    for count, fits in ((3, True), (4, False)):
        whole = (data * count).encode("gb18030")
        file = b"{\\rtf1 " + whole + b"}" if b"par" in whole else whole
        if fits:
            assert len(read_document(file, "x", limits=Limits(blocks=3)).blocks) == 3
        else:
            assert "超过 3 个段落" in refusal(file, Limits(blocks=3)).zh


def test_the_places_of_all_tables_count_together() -> None:
    table = "<table><tr><td colspan=2>云青<td>高铁<tr><td>在建<td>一<td>二</table>"
    page = (table * 2).encode()
    assert read_document(page, "x", limits=Limits(placed=12))
    assert "铺开 12 格，超过 11 格" in refusal(page, Limits(placed=11)).zh


def test_a_package_counts_by_what_it_unpacks_to() -> None:
    assert weight(b"x" * 10) == 10
    assert weight(b"PK\x03\x04" + b"x" * 10) == 14
    assert weight(packed(800_000, 796)) == (800_000 + 796 + 4) // 8
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("a.png", bytes(80_000))
        package.writestr("b.XML", bytes(80_000))
    assert weight(stream.getvalue()) == len(stream.getvalue())
    assert "memory" not in refusal(packed(900_000)).en


@pytest.mark.parametrize(
    "data",
    [
        rb"{\rtf1 \'bd\'a8" + rb"\\" * 400_000 + b"}",
        rb"{\rtf1 \'bd\'a8" + b"x\n" * 400_000 + b"}",
        b"[1]" * 300_000,
        "①".encode() * 300_000,
    ],
)
def test_the_same_sign_over_and_over_takes_no_longer(data: bytes) -> None:
    began = time.process_time()
    with suppress(AtlasError):
        read_here(data, "x")
    assert time.process_time() - began < 3
