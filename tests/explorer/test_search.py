"""The search box of the explorer and of an exported file: answers, keys, what is said."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layers.publish.export import export_html
from layers.records.model import Atlas
from layers.search.matcher import find

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[[str], "Page"]
pytestmark = pytest.mark.browser


@pytest.fixture(params=["explorer", "file"])
def page(request: pytest.FixtureRequest, atlas: Atlas, tmp_path: Path, open_page: Open) -> Page:
    """A page with the box, in Chinese."""
    if request.param == "explorer":
        return open_page(request.getfixturevalue("app"))
    path = tmp_path / "map.html"
    path.write_text(export_html(atlas, lang="zh"), encoding="utf-8")
    return open_page(path.as_uri())


def answers(page: Page) -> list[str]:
    return [
        option.get_attribute("data-project") or ""
        for option in page.locator(".atlas-search-option").all()
    ]


def test_answers_stand_in_a_list_and_are_walked_by_keys(page: Page, atlas: Atlas) -> None:
    box = page.get_by_role("combobox", name="搜索", exact=True)
    box.fill("瀘州港")
    page.get_by_role("listbox", name="名称相符的项目").wait_for()
    found = find(atlas, "瀘州港").ids
    assert found[0] == "luzhou-port"
    assert answers(page) == list(found)
    # What the other filters hide is told, and found all the same.
    assert "不在当前筛选内" in page.locator(".atlas-search-option").first.inner_text()
    assert page.locator(".atlas-search-said").inner_text() == f"{len(found)} 个项目名称相符"
    assert box.get_attribute("aria-expanded") == "true"
    assert box.get_attribute("aria-activedescendant") is None
    for key, at in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("End", len(found) - 1)):
        box.press(key)
        active = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
        assert active.get_attribute("data-project") == found[at]
        assert active.get_attribute("aria-selected") == "true"
    box.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "瀘州港"
    box.press("ArrowDown")
    box.press("Enter")
    page.locator('.atlas[data-selected="luzhou-port"]').wait_for()
    assert page.get_by_role("listbox").count() == 0


def test_enter_takes_the_first_and_a_click_any(page: Page, atlas: Atlas) -> None:
    box = page.get_by_role("combobox", name="搜索", exact=True)
    box.fill("重庆昆明")
    box.press("Enter")
    page.locator('.atlas[data-selected="yukun-hsr"]').wait_for()
    box.fill("yukun")
    second = find(atlas, "yukun").ids[1]
    page.locator(f'[role="option"][data-project="{second}"]').click()
    page.locator(f'.atlas[data-selected="{second}"]').wait_for()


def test_a_slip_is_told_and_a_doubt_stands_outside(page: Page) -> None:
    box = page.get_by_role("combobox", name="搜索", exact=True)
    said = page.locator(".atlas-search-said")
    box.fill("余昆高铁")
    page.locator(".atlas-search-option").first.wait_for()
    assert "没有叫“余昆高铁”的，名称相近的有" in said.inner_text()
    assert page.locator(".atlas-search-meant").is_hidden()
    box.fill("沪昆高铁")
    page.locator(".atlas-search-meant").get_by_role(
        "button", name="渝昆高铁", exact=True
    ).wait_for()
    assert said.inner_text() == "没有叫“沪昆高铁”的项目"
    assert answers(page) == []
    assert page.locator(".atlas").get_attribute("data-shown") == "0"
    page.locator(".atlas-search-meant").get_by_role("button", name="渝昆高铁", exact=True).click()
    page.locator('.atlas[data-selected="yukun-hsr"]').wait_for()
    assert box.input_value() == "渝昆高铁"
    box.fill("")
    assert said.inner_text() == ""


def test_the_list_is_ranked_and_a_place_is_found_in_any_form(app: str, open_page: Open) -> None:
    page = open_page(app + "?mode=all&q=%E6%B3%B8%E5%B7%9E%E6%B8%AF")
    first = page.locator(".atlas-list tr[data-row]").first
    first.wait_for()
    assert first.get_attribute("data-row") == "luzhou-port"
    # An address does not open the list of answers.
    assert page.get_by_role("listbox").count() == 0
    page.get_by_text("地点", exact=True).click()
    places = page.get_by_role("searchbox", name="市、区县")
    for text, code in (("瀘州", "510500"), ("重慶", "500000"), ("泸洲", "510500")):
        places.fill(text)
        page.locator(f'[data-choice="place={code}"]').wait_for()
        names = page.locator('[data-choice^="place="]').all_inner_texts()
        assert len(names) <= 3, names
        assert re.search("泸州|重庆", " ".join(names))
