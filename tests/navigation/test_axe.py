"""axe-core finds nothing in the explorer, an exported file and a talk; what is on shows always."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from layers.publish.export import export_html
from layers.records.model import Atlas

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Open = Callable[..., "Page"]
Write = Callable[[str], str]
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
#: Nodes of Streamlit's own round our component that axe objects to, by how its place begins: none
#: today; nothing else may stand here.
STREAMLIT: tuple[str, ...] = ()
TABS = ("map", "compare", "matrix", "charts", "outcomes", "data")


def found(page: Page) -> list[tuple[str, str]]:
    """Rule and place of everything that axe finds on the page as it stands."""
    from axe_playwright_python.sync_playwright import Axe

    page.wait_for_timeout(1500)
    answer: dict[str, Any] = Axe().run(page, options=OPTIONS).response
    return [
        (violation["id"], json.dumps(node["target"], ensure_ascii=False))
        for violation in answer["violations"]
        for node in violation["nodes"]
        if not any(str(node["target"][0]).startswith(own) for own in STREAMLIT)
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_explorer(app: str, open_page: Open, lang: str, theme: str) -> None:
    for tab in TABS:
        more = "&project=yukun-hsr" if tab == "map" else ""
        page = open_page(
            f"{app}?lang={lang}&theme={theme}&tab={tab}{more}",
            ready=f".atlas-app.is-{theme}[data-tab={tab}]",
        )
        if tab == "map":
            page.locator(".app-downloads > button").click()
        assert found(page) == [], tab
        page.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_exported_file_and_a_talk(
    atlas: Atlas, written: Write, open_page: Open, lang: str, theme: str
) -> None:
    url = written(export_html(atlas, lang=lang))
    for place, ready in (
        ("#project=yukun-hsr", ".atlas[data-shown]"),
        ("#tab=outcomes", ".page-outcomes"),
        ("#step=2", ".talk[data-step]"),
    ):
        page = open_page(url + place, offline=True, ready=ready)
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        assert found(page) == [], place
        page.close()


def test_forced_colours_show_what_is_on(
    app: str, atlas: Atlas, written: Write, open_page: Open
) -> None:
    ground = "e => getComputedStyle(e).backgroundColor"
    page = open_page(app + "?mode=rail")
    page.emulate_media(forced_colors="active")
    on, off = (page.locator(f'.app-panel [data-choice="mode={m}"]') for m in ("rail", "highway"))
    assert on.evaluate(ground) != off.evaluate(ground)
    tabs = page.locator(".app-tabs button")
    assert tabs.nth(0).evaluate(ground) != tabs.nth(1).evaluate(ground)
    file = open_page(written(export_html(atlas)) + "#mode=rail", offline=True)
    file.emulate_media(forced_colors="active")
    pressed = file.locator('.page-chip[aria-pressed="true"]').first
    assert pressed.evaluate(ground) != file.locator(
        '.page-chip[aria-pressed="false"]'
    ).first.evaluate(ground)
