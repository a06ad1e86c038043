"""Web pages: what a reader sees of the article, and nothing else."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.documents import Document, read_document
from plans.documents.html import read_html
from plans.limits import LIMITS
from registry.errors import AtlasError
from tests.plans.documents.support import check_spans, parts, read_or_refuse, rows

DEEP = LIMITS.deep
PLAN = "加快云青高铁建设，开工建设白石至东岭城际铁路。"


def page(body: str, head: str = "") -> Document:
    """The document of a page with ``body``."""
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{body}<p>{PLAN}</p></body></html>"
    document = read_document(html.encode(), "x.html")
    check_spans(document)
    return document


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>隐藏</script>",
        "<style>.a{content:'隐藏'}</style>",
        "<!-- 隐藏 -->",
        "<noscript>隐藏</noscript>",
        "<template><p>隐藏</p></template>",
        "<nav>隐藏</nav>",
        "<footer>隐藏</footer>",
        "<aside>隐藏</aside>",
        "<div role=navigation>隐藏</div>",
        "<div class='top nav left'>隐藏</div>",
        "<div id=breadcrumb>隐藏</div>",
        "<p hidden>隐藏</p>",
        "<p aria-hidden=true>隐藏</p>",
        "<p style='display:none'>隐藏</p>",
        "<p style='color:red; DISPLAY : none'>隐藏</p>",
        "<div style='visibility: hidden'><p>隐藏</p></div>",
        "<p>甲<del>隐藏</del></p>",
        "<ruby>字<rp>(</rp><rt>隐藏</rt></ruby>",
        "<select><option>隐藏</option></select>",
        "<textarea>隐藏</textarea><button>隐藏</button>",
        "<style>p.x{display:none}</style><p class=x>隐藏</p>",
        "<style>/* a */ #y, .z { color:red; visibility:hidden }</style><i class=z>隐藏</i>",
        "<table><tr><td>甲</td><td style='display:none'>隐藏</td><td>乙</td></tr></table>",
        "<table><tr><td>甲</td><td>乙</td></tr><tr hidden><td>隐藏</td><td>隐藏</td></tr></table>",
    ],
)
def test_hidden_parts_are_not_read(hidden: str) -> None:
    document = page(hidden)
    assert "隐藏" not in document.text
    assert PLAN in document.text


@pytest.mark.parametrize(
    "shown",
    [
        "<p style='display:block'>显示</p>",
        "<style>@media print{p{display:none}}</style><p>显示</p>",
        "<style>p:hover>i[x]{display:none}</style><p><i x>显示</i></p>",
        "<p class=navigate>显示</p>",
        "<p aria-hidden=false>显示</p>",
        "<ins>显示</ins>",
        "<header><h1>显示</h1></header>",
        "<pre>显示</pre>",
        "<unknown>显示</unknown>",
        "<td>显示",
        "<svg></svg>显示",
    ],
)
def test_what_is_shown_is_read(shown: str) -> None:
    assert "显示" in page(shown).text


def test_a_page_that_shows_itself_by_script_is_read() -> None:
    html = f"<style>body{{display:none}}</style><body><p>{PLAN}</p></body>"
    assert read_html(html.encode(), "x").text == PLAN


def test_parts_and_their_kinds() -> None:
    document = page("<h2>一、铁路</h2>散<b>句</b><ul><li>甲铁路<li>乙铁路</ul><div>丙<p>丁</div>")
    assert parts(document) == [
        ("heading", "一、铁路"),
        ("paragraph", "散句"),
        ("list_item", "甲铁路"),
        ("list_item", "乙铁路"),
        ("paragraph", "丙"),
        ("paragraph", "丁"),
        ("paragraph", PLAN),
    ]


def test_lines_around_the_article_are_apart() -> None:
    found = parts(page("<p>首页 &gt; 计划</p><p>发布时间：2027-01-05</p>"))
    assert [kind for kind, _ in found] == ["header", "header", "paragraph"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("云泽\n  至青岚", "云泽至青岚"),
        ("<b>云泽</b> <i>至</i>\t青岚", "云泽至青岚"),
        ("&#12288;&#12288;云泽&nbsp;", "云泽"),
        ("云泽<wbr>至青岚", "云泽至青岚"),
        ("G5 and G42 段", "G5 and G42段"),
        ("&lt;b&gt;&amp;云泽", "<b>&云泽"),
        ("&#x2FBC;铁", "高铁"),
    ],
)
def test_white_space_and_entities(source: str, text: str) -> None:
    assert parts(page(f"<p>{source}</p>"))[0] == ("paragraph", text)


def test_forced_breaks() -> None:
    found = page("<p>一、铁路<br>加快云泽至青岚高速铁路、河湾至金<br>塘铁路建设。<br/>二、公路</p>")
    assert [text for _, text in parts(found)][:3] == [
        *("一、铁路", "加快云泽至青岚高速铁路、河湾至金塘铁路建设。", "二、公路"),
    ]


def test_merged_cells_stand_in_each_place_they_cover() -> None:
    document = page(
        "<table><thead><tr><th>类<th>序号<th>名称<th>进度</tr></thead>"
        "<tr><td rowspan=2>铁路<td>1<td>甲<br>铁路<td rowspan='2'>续建</tr>"
        "<tr><td>2<td>乙铁路</tr><tr><td colspan=3>小计<td>2</tr></table>"
    )
    assert rows(document) == [
        ["类", "序号", "名称", "进度"],
        ["铁路", "1", "甲\n铁路", "续建"],
        ["铁路", "2", "乙铁路", "续建"],
        ["小计", "小计", "小计", "2"],
    ]
    assert [b.heading for b in document.blocks[:4]] == [True, False, False, False]
    assert document.text.count("续建") == document.text.count("小计") == 1


@pytest.mark.parametrize("span", ["0", "-3", "x", "", "99999999"])
def test_spans_that_make_no_sense(span: str) -> None:
    document = page(f"<table><tr><td colspan='{span}'>甲<td>乙<td>丙</tr></table>")
    assert len(rows(document)[0]) in (3, 202)


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr><td>左<td><table><tr><td>{PLAN}</table></table>",
        "<table><tr><td>左<td>" + f"<p>{PLAN * 4}</p>" * 4 + "</table>",
        f"<table><tr><td>{PLAN}</table>",
    ],
)
def test_tables_that_only_lay_out_the_page(table: str) -> None:
    document = page(table)
    assert rows(document) == []
    assert PLAN in document.text.split("\n")[-2]


def test_hostile_pages() -> None:
    deep = "<div>" * 1_900 + PLAN
    assert read_html(deep.encode(), "x").text == PLAN
    nested = "<table><tr><td>" * 2_000 + PLAN
    assert PLAN in read_html(nested.encode(), "x").text
    entity = f'<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>&e;{PLAN}</p>'
    assert "root:" not in read_html(entity.encode(), "x").text


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5", "iso-8859-1", "nonsense"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_what_a_page_declares_is_not_believed(declared: str, encoding: str) -> None:
    html = f"<html><head><meta charset={declared}></head><body><p>{PLAN}</p></body></html>"
    assert read_document(html.encode(encoding), "x").text == PLAN


def test_an_undeclared_page_in_big5() -> None:
    html = "<html><body><p>加快雲青高鐵建設，開工建設白石至東嶺城際鐵路。</p></body></html>"
    assert "白石至東嶺" in read_document(html.encode("big5"), "x").text


_PIECES = (
    "<p> </p> <table> </table> <tr> <td> <td/rowspan=3> <td/colspan=2> </td> <br> <li> <h1> </h1> "
    "<pre> <script> </script> <!-- --> <nav> </nav> <del> & &lt; 建设 铁路。"
)
_TAGS = st.sampled_from(_PIECES.split())


@given(st.lists(_TAGS, max_size=40))
def test_any_soup_of_tags(pieces: list[str]) -> None:
    html = "<html>" + "".join(pieces) + f"<p>{PLAN}"
    read_or_refuse(html.encode())


def test_preformatted_text_keeps_its_lines() -> None:
    found = parts(page("<pre>一、铁路\n加快建设。</pre><p>二、\n公路</p>"))
    assert [text for _, text in found][:3] == ["一、铁路", "加快建设。", "二、公路"]


@pytest.mark.parametrize(("last", "laid_out"), [(71, False), (72, True)])
def test_a_cell_of_many_words_in_many_parts_lays_out_the_page(last: int, laid_out: bool) -> None:
    cell = f"<p>{'文' * 75}。</p>" * 3 + f"<p>{'文' * last}。</p>"
    document = page(f"<table><tr><td>左<td>{cell}</table>")
    assert (rows(document) == []) is laid_out
    three = page(f"<table><tr><td>左<td>{f'<p>{PLAN * 9}</p>' * 3}</table>")
    assert len(rows(three)) == 1


def test_a_row_of_nothing_but_heads_is_a_heading_row() -> None:
    document = page("<table><tr><th>甲<th>乙</tr><tr><th>丙<td>丁</tr></table>")
    assert [b.heading for b in document.blocks] == [True, False, False]


@pytest.mark.parametrize(
    ("opened", "refused"),
    [
        ("<div>" * DEEP, False),
        ("<div>" * (DEEP + 1), True),
        # An end of another name ends nothing.
        ("<div></span>" * (DEEP + 1), True),
        ("<div><b>" * (DEEP // 2 + 1), True),
        ("<div></div>" * (DEEP + 1), False),
        ("</div>" * 5 + "<div>" * (DEEP + 1), True),
        # These have no end, or may leave it out.
        ("<br><p><li>" * (DEEP + 1), False),
    ],
)
def test_a_page_that_nests_without_end_is_refused(opened: str, refused: bool) -> None:
    """The parser takes a minute for a hundred thousand, hours for what a file may hold."""
    data = ("<body>" + opened + "加快云青高铁建设。").encode()
    if refused:
        with pytest.raises(AtlasError, match="nests more than 2000 deep, which is unsafe"):
            read_html(data, "x")
    else:
        assert "加快云青高铁建设。" in read_html(data, "x").text


MOST = LIMITS.attributes


@pytest.mark.parametrize(
    ("inside", "refused"),
    [
        (f"<p {'a ' * (MOST - 1)}>", False),
        (f"<p {'a ' * MOST}>", True),
        (f"<p {'a=1 ' * MOST}>", True),
        (f"<p title='{'a ' * MOST}'>", False),
        (f'<p title="{"> " * MOST}">', False),
        (f"<p title='>' {'a=1 ' * MOST}>", True),
        (f"<select>{'<option>' * MOST}</select>", False),
        (f"<select>{'<OPTION value=1>' * (MOST + 1)}</select>", True),
        (f"<p>{'<options>' * 10}{'<p>' * (MOST + 1)}", False),
    ],
)
def test_a_page_crowded_without_end_is_refused(inside: str, refused: bool) -> None:
    """The parser's time grows with the square of attributes and options."""
    data = f"<body>{inside}加快云青高铁建设。".encode()
    if refused:
        with pytest.raises(AtlasError, match=f"more than {MOST} attributes"):
            read_document(data, "x")
    else:
        assert "加快云青高铁建设。" in read_document(data, "x").text


@pytest.mark.parametrize(
    ("rule", "hidden"),
    [
        *((".a", True), ("#b", True), ("P", True), ("div,.a", True), ("div .a", True)),
        *((".b", False), ("#a", False), (".A", False), ("div p.a", True), ("p .a", False)),
        *(("div>p>b", False), ("a", False)),
    ],
)
def test_what_a_rule_hides_is_not_read(rule: str, hidden: bool) -> None:
    page = (
        f"<style>{rule}{{display:none}}</style><div><p class='c a' id=b>隐藏的公路</p></div>"
        "<h1>加快云青高铁建设。</h1>"
    )
    assert ("隐藏" not in read_html(page.encode(), "x").text) is hidden


def test_many_rules_are_no_many_searches() -> None:
    began = process_time()
    rules = "".join(f".a{n} .b > p{{display:none}}.c{n}{{display:none}}" for n in range(3000))
    text = read_html(f"<style>{rules}</style>{'<p class=c9>隐<p>云' * 5000}".encode(), "x").text
    assert "隐" not in text
    assert text.count("云") == 5000
    assert process_time() - began < 5
