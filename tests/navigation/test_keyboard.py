"""By keyboard alone: to the map and the list at once, into a card and back to where one was."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from layers.publish.export import export_html
from layers.records.model import Atlas
from layers.translations.catalog import t

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Open = Callable[..., "Page"]
Write = Callable[[str], str]
#: What has the keyboard, in whatever tree it stands: its text or name, class and tag.
ACTIVE = """() => {
  let e = document.activeElement;
  while (e && e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement;
  return e ? [e.getAttribute("aria-label") || e.textContent, e.className.baseVal ?? e.className,
    e.tagName.toLowerCase()] : ["", "", ""];
}"""
LANGS = ("zh", "en")


def active(page: Page) -> list[str]:
    found: list[str] = page.evaluate(ACTIVE)
    return found


def pressed(page: Page, *keys: str) -> list[str]:
    for key in keys:
        page.keyboard.press(key)
    return active(page)


def first_stop(page: Page) -> list[str]:
    """The first stop of our page; Streamlit's frame round it, which scrolls, is one before."""
    found = pressed(page, "Tab")
    return pressed(page, "Tab") if found[1].startswith("stMain ") else found


def walked(page: Page, lang: str) -> None:
    """The first two stops are the skip links, and each leads where it says."""
    name = page.locator("article.atlas-card-inner")
    assert first_stop(page)[0] == t("skip.map", lang)
    assert page.locator(".atlas-skips").bounding_box()["width"] > 40  # type: ignore[index]
    assert "atlas-map" in pressed(page, "Enter")[1]
    # The lines are the next stop; one opens, has the keyboard, and gives it back.
    assert pressed(page, "Tab")[2] == "path"
    line = pressed(page, "ArrowRight")[0]
    opened = pressed(page, "Enter")
    assert opened[2] == "article"
    assert line.startswith(opened[0])
    assert pressed(page, "Tab", "Tab")[2] in ("button", "a", "summary")
    assert pressed(page, "Escape")[0] == line
    assert name.count() == 0


@pytest.mark.parametrize("lang", LANGS)
def test_the_map_and_the_list_are_one_step_away(app: str, open_page: Open, lang: str) -> None:
    page = open_page(f"{app}?lang={lang}")
    walked(page, lang)
    page.keyboard.press("Escape")
    again = open_page(f"{app}?lang={lang}&tab=charts", ready=".app-page.is-charts")
    assert first_stop(again)[0] == t("skip.map", lang)
    assert pressed(again, "Tab")[0] == t("skip.list", lang)
    assert "atlas-list" in pressed(again, "Enter")[1]
    assert again.locator(".atlas-list").is_visible()
    # What scrolls can be reached too.
    assert pressed(again, "Tab")[2] in ("div", "button")


def test_escape_closes_a_card_however_it_was_opened(app: str, open_page: Open) -> None:
    card = "article.atlas-card-inner"
    # By its address: nothing has the keyboard.
    page = open_page(app + "?project=yukun-hsr")
    page.locator(card).wait_for()
    page.keyboard.press("Escape")
    page.locator(card).wait_for(state="detached")
    # By the search, which gets the keyboard back with its text.
    box = page.locator(".app-panel input[type=search]").first
    box.fill("渝昆")
    box.press("Enter")
    page.locator(card).wait_for()
    assert active(page)[2] == "article"
    page.keyboard.press("Escape")
    page.locator(card).wait_for(state="detached")
    assert active(page)[2] == "input"
    assert box.input_value() == "渝昆"
    # By the list, with a filter pressed after it: who has gone on elsewhere stays there.
    box.fill("")
    page.locator(".atlas-list .atlas-row").first.click()
    page.locator(card).wait_for()
    choice = page.locator('.app-panel [data-choice="mode=rail"]')
    choice.focus()
    page.keyboard.press("Escape")
    page.locator(card).wait_for(state="detached")
    assert page.locator('.app-panel [data-choice="mode=rail"]:focus').count() == 1
    # A menu over it closes first.
    page.locator(".atlas-list .atlas-row").first.click()
    page.locator(card).wait_for()
    page.locator(".app-downloads > button").click()
    page.keyboard.press("Escape")
    page.locator(".app-menu").wait_for(state="hidden")
    assert page.locator(card).count() == 1
    page.keyboard.press("Escape")
    page.locator(card).wait_for(state="detached")


@pytest.mark.parametrize("lang", LANGS)
def test_an_exported_file_too(atlas: Atlas, written: Write, open_page: Open, lang: str) -> None:
    page = open_page(written(export_html(atlas, lang=lang)), offline=True)
    walked(page, lang)
    again = open_page(written(export_html(atlas, lang=lang)), offline=True)
    assert pressed(again, "Tab", "Tab")[0] == t("skip.list", lang)
    assert "page-list" in pressed(again, "Enter")[1]
