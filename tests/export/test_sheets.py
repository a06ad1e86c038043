"""Project sheets of an exported file: what is on paper, where pages break, what runs not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest

from layers.cli import main
from layers.publish import export
from layers.records import data
from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.filters import Filter
from registry.paths import Paths
from registry.vocab import Mode
from tests.support.small_atlas import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]
Write = Callable[[str], str]

A4 = (595, 842)
NOTICE = "示意图，不作为划界依据"
#: A page whose texts run over their frame shows less than it holds.
OVER = """() => Array.from(document.querySelectorAll('.sheet-body'))
  .filter(box => box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth).length"""


def laid_out(page: Page) -> int:
    """How many pages there are once all are laid out."""
    page.locator(".sheet-desk[data-ready]").wait_for(timeout=300_000)
    return page.locator(".sheet-page").count()


def printed(page: Page, file: Path) -> list[str]:
    """The text of each page as it is printed, without blanks."""
    page.pdf(path=str(file), prefer_css_page_size=True, print_background=True)
    found = []
    with pdfium.PdfDocument(file) as sheets:
        for sheet in sheets:
            assert sheet.get_size() == pytest.approx(A4, abs=1)
            picture = sheet.render(scale=0.4, grayscale=True).to_numpy()
            assert picture.mean() > 200, "paper is white"
            found.append(re.sub(r"\s", "", sheet.get_textpage().get_text_range()))
    return found


def test_a_sheet_from_the_card(
    atlas: Atlas, open_page: Open, written: Write, tmp_path: Path
) -> None:
    requests: list[str] = []
    errors: list[str] = []
    url = written(export.export_html(atlas, selected="yukun-hsr", title="题目在纸上"))
    page = open_page(url, offline=True, requests=requests, errors=errors)
    page.get_by_role("button", name="项目单", exact=True).click()
    assert page.locator(".sheet-page").count() <= laid_out(page)
    pages = printed(page, tmp_path / "one.pdf")
    assert len(pages) == page.locator(".sheet-page").count() >= 2
    project = atlas.by_id["yukun-hsr"]
    whole = "".join(pages)
    for text in (project.name, project.name_en, "题目在纸上", "昆明南站", "公里"):
        assert re.sub(r"\s", "", text) in whole, text
    for mention in project.mentions:
        assert f"条目{mention.clause}" in whole
        assert re.sub(r"\s", "", mention.as_written) in whole
    for section in ("历程", "承诺与事实", "各计划怎么说", "后来的进展", "位置怎么来的", "计划来源"):
        assert section in whole, section
    for number, text in enumerate(pages, 1):
        assert NOTICE in text
        assert "天地图" in text
        assert f"第{number}页，共{len(pages)}页" in text
    assert "（续）" in pages[1]
    assert "筛选与列表" not in whole
    assert page.evaluate(OVER) == 0
    assert page.locator(".sheet-map path").count() > 20
    assert page.locator(".sheet-offscreen").count() == 0
    # Its addresses are there for who holds the paper.
    assert "https://" in whole
    page.keyboard.press("Escape")
    assert page.locator(".sheets").count() == 0
    assert page.locator(".atlas-card-head").is_visible()
    # The map prints as before.
    (plain,) = printed_flat(page, tmp_path / "map.pdf")
    assert "图例" in plain
    assert errors == []
    assert {r.split(":")[0] for r in requests} <= {"file", "data", "blob"}


def printed_flat(page: Page, file: Path) -> list[str]:
    page.pdf(path=str(file), format="A4", landscape=True)
    with pdfium.PdfDocument(file) as sheets:
        return [re.sub(r"\s", "", s.get_textpage().get_text_range()) for s in sheets]


def test_a_series_has_its_contents_in_front(
    atlas: Atlas, open_page: Open, written: Write, tmp_path: Path
) -> None:
    chosen = Filter(regions=frozenset({"wandakai"}), modes=frozenset({Mode.RAIL, Mode.HIGHWAY}))
    page = open_page(written(export.export_html(atlas, chosen=chosen)), offline=True)
    page.locator(".page-menu summary").nth(1).click()
    page.get_by_role("button", name="项目单汇编").click()
    laid_out(page)
    pages = printed(page, tmp_path / "all.pdf")
    ids = filters.apply(atlas, chosen).ids
    assert "项目单汇编" in pages[0]
    assert "万达开" in pages[0]
    assert f"{len(ids)}项" in pages[0]
    rows = page.evaluate(
        """() => Array.from(document.querySelectorAll('.sheet-row')).map(row =>
          [row.querySelector('.sheet-row-name').textContent,
           Number(row.querySelector('.sheet-row-page').textContent)])"""
    )
    assert sorted(name for name, _ in rows) == sorted(atlas.by_id[key].name for key in ids)
    assert [at for _, at in rows] == sorted({at for _, at in rows})
    for name, at in rows:
        assert re.sub(r"\s", "", name) in pages[at - 1]
        assert "（续）" not in pages[at - 1]
    assert sum("（续）" not in text for text in pages) == len(rows) + 1
    assert page.evaluate(OVER) == 0


def test_a_project_without_a_place_says_so(
    atlas: Atlas, open_page: Open, written: Write, tmp_path: Path
) -> None:
    nowhere = next(p for p in atlas.projects if p.geometry is None and p.mentions)
    url = written(export.export_html(atlas, selected=export.Sheets(nowhere.id), lang="en"))
    page = open_page(url, offline=True, ready=".sheet-desk")
    laid_out(page)
    whole = "".join(printed(page, tmp_path / "none.pdf"))
    assert "noplacethatcanbedrawn" in whole
    assert page.locator(".sheet-map").count() == 0
    assert f"Page1of{page.locator('.sheet-page').count()}" in whole


def test_the_command_writes_a_file_that_opens_on_a_sheet(open_page: Open, tmp_path: Path) -> None:
    file = tmp_path / "sheet.html"
    told = ["--project", "渝昆高铁", "--sheets", "--lang", "zh", "-o", str(file)]
    assert main(["export", *told]) == 0
    page = open_page(file.as_uri(), offline=True, ready=".sheet-desk")
    laid_out(page)
    assert page.locator(".sheet-head h1").all_inner_texts() == ["渝昆高铁"]
    assert page.locator(".sheet-row").count() == 0


def test_an_empty_filter_says_so(atlas: Atlas, open_page: Open, written: Write) -> None:
    page = open_page(written(export.export_html(atlas)), offline=True)
    page.evaluate(
        "atlasPage.filter.q = '没有这样的东西'; atlasPage.apply(); void atlasPage.sheets()"
    )
    page.get_by_text("没有项目单可以打印").wait_for()
    assert page.locator(".sheet-page").count() == 0
    assert page.get_by_role("button", name="打印或存为 PDF").is_disabled()
    page.get_by_role("button", name="关闭").click()
    assert page.locator(".sheets").count() == 0
    assert page.locator("[inert]").count() == 0


def test_closing_ends_the_making(atlas: Atlas, open_page: Open, written: Write) -> None:
    page = open_page(written(export.export_html(atlas)), offline=True)
    page.evaluate("void (window.made = atlasPage.sheets().then(() => 'ended'))")
    page.get_by_text(re.compile("第 [2-9] 项")).wait_for(timeout=60_000)
    page.keyboard.press("Escape")
    assert page.evaluate("window.made") == "ended"
    assert page.locator(".sheets, .sheet-offscreen").count() == 0


def test_hostile_and_long_text_flows_and_is_inert(
    hostile_paths: Paths, open_page: Open, written: Write, tmp_path: Path
) -> None:
    errors: list[str] = []
    requests: list[str] = []
    page = open_page(
        written(export.export_html(data.load(hostile_paths), selected=export.Sheets())),
        offline=True,
        errors=errors,
        requests=requests,
        ready=".sheet-desk",
    )
    laid_out(page)
    assert HOSTILE[:20] in page.locator(".sheet-head h1").first.inner_text()
    page.keyboard.press("Escape")
    # Two dozen mentions, one of them longer than a page, and a name of three lines.
    page.evaluate(
        """text => {
          const project = atlasPage.model.projects.find(p => p.data.mentions);
          const one = project.data.mentions[0], long = "甲乙丙丁戊己庚辛壬癸".repeat(420);
          project.data.name = [text + "名".repeat(120), ""];
          project.data.mentions = Array.from({length: 24}, (_, i) =>
            Object.assign({}, one, {as_written: i === 9 ? long : "第" + i + "条" + text}));
          atlasPage.payload.projects.find(p => p.id === project.id).mentions =
            project.data.mentions;
          atlasPage.payload.projects.find(p => p.id === project.id).name = project.data.name;
          window.asked = project.id;
          void atlasPage.sheets(project.id);
        }""",
        HOSTILE,
    )
    count = laid_out(page)
    assert count >= 3
    assert page.evaluate(OVER) == 0
    pages = printed(page, tmp_path / "long.pdf")
    assert len(pages) == count
    # Where a page breaks inside one, it is counted by neither.
    assert sum(text.count("甲乙丙丁戊己庚辛壬癸") for text in pages) >= 417
    body = json.dumps(page.locator(".sheet-body").all_inner_texts(), ensure_ascii=False)
    assert all(f"第{i}条" in body for i in range(24) if i != 9)
    assert page.evaluate("window.pwned") is None
    assert page.locator(".sheets img, .sheets script, .sheets iframe").count() == 0
    assert errors == []
    assert {r.split(":")[0] for r in requests} <= {"file", "data", "blob"}
