"""Project sheets in the explorer, whose styles stand in a tree of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_a_sheet_and_a_series_are_white_paper_in_the_dark(
    app: str, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    errors: list[str] = []
    page = open_page(
        app + "?theme=dark&lang=en&project=yukun-hsr&region=wandakai&mode=rail", errors=errors
    )
    card = page.get_by_role("button", name="Project sheet", exact=True)
    card.click()
    page.locator(".sheet-desk[data-ready]").wait_for(timeout=120_000)
    page.pdf(path=str(tmp_path / "one.pdf"), prefer_css_page_size=True, print_background=True)
    with pdfium.PdfDocument(tmp_path / "one.pdf") as sheets:
        assert len(sheets) == page.locator(".sheet-page").count()
        assert sheets[0].get_size() == pytest.approx((595, 842), abs=1)
        assert sheets[0].render(scale=0.4, grayscale=True).to_numpy().mean() > 200
        text = re.sub(r"\s", "", sheets[0].get_textpage().get_text_range())
    assert "Chongqing-KunmingHigh-SpeedRailway" in text
    assert f"Page1of{page.locator('.sheet-page').count()}" in text
    assert "Download" not in text
    page.keyboard.press("Escape")
    # The card is still open, and the keyboard is where it was.
    assert card.evaluate("b => b.getRootNode().activeElement === b")
    assert page.evaluate("document.querySelectorAll('[inert]').length") == 0
    page.get_by_role("button", name=re.compile(r"^Download \d+")).click()
    page.get_by_role("button", name="Project sheets", exact=True).click()
    page.locator(".sheet-desk[data-ready]").wait_for(timeout=120_000)
    rows = page.locator(".sheet-row").count()
    assert rows == page.locator(".sheet-head").count() > 3
    assert "Wanzhou" in page.locator(".sheet-front").inner_text()
    assert errors == []


def test_the_map_prints_on_one_landscape_and_other_pages_as_they_stand(
    app: str, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = open_page(app + "?region=wandakai&mode=rail")
    page.pdf(path=str(tmp_path / "map.pdf"), prefer_css_page_size=True)
    with pdfium.PdfDocument(tmp_path / "map.pdf") as sheet:
        assert len(sheet) == 1
        width, height = sheet[0].get_size()
        assert width > height
    page.locator('[data-tab="matrix"]').click()
    page.locator(".is-matrix table").wait_for()
    page.pdf(path=str(tmp_path / "matrix.pdf"), prefer_css_page_size=True)
    with pdfium.PdfDocument(tmp_path / "matrix.pdf") as sheet:
        width, height = sheet[0].get_size()
        assert width < height
