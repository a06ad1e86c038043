"""What a link keeps beside the filter: the legend's switches and the theme, in a real browser."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from registry.paths import DEFAULT, ROOT
from tests.support import browser, require

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

Open = Callable[..., "Page"]

#: After this the railways have come on by themselves, if they do.
SETTLED_MS = 2200
MAP = (
    "e => { const m = e.explorer.view.map, c = m.getCenter(); return [c.lat, c.lng, m.getZoom()]; }"
)
GROUND = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    require(browser.chromium() is not None, "Chromium (name it in CHROMIUM)")
    with browser.explorer(DEFAULT.data, tmp_path_factory.mktemp("app") / "log.txt") as url:
        yield url


def network(page: Page, kind: str) -> Locator:
    return page.locator(f'[data-network="{kind}"]')


def band(page: Page) -> Locator:
    return page.locator(".atlas-legend-band:not(.is-context):not(.is-names) input")


def choose(page: Page, code: str) -> Locator:
    return page.locator(f'.app-head [data-choice="{code}"]')


@pytest.mark.browser
def test_the_switches_are_in_the_link(app: str, open_page: Open) -> None:
    page = open_page(app)
    network(page, "road").check()
    band(page).check()
    page.wait_for_url(re.compile(r"\?road=on&band=on$"))
    # It comes on by itself, and that is no difference worth a place in the link.
    page.locator('[data-network="rail"]:checked').wait_for()
    assert "rail" not in page.url
    network(page, "rail").uncheck()
    page.wait_for_url(re.compile("rail=off"))

    again = open_page(page.url)
    again.locator('[data-network="road"]:checked').wait_for()
    again.wait_for_timeout(SETTLED_MS)
    assert not network(again, "rail").is_checked()
    assert band(again).is_checked()
    assert again.locator(".app-notice").count() == 0
    # Another language and another theme make the page anew, and keep them.
    choose(again, "lang=en").click()
    choose(again, "theme=dark").click()
    again.locator(".atlas.is-dark").wait_for()
    again.locator('[data-network="road"]:checked').wait_for()
    again.wait_for_timeout(SETTLED_MS)
    assert not network(again, "rail").is_checked()
    assert band(again).is_checked()
    again.wait_for_url(re.compile("lang=en&theme=dark&rail=off&road=on&band=on"))


@pytest.mark.browser
def test_switched_off_before_it_came_on(app: str, open_page: Open) -> None:
    page = open_page(app)
    network(page, "rail").check()
    network(page, "rail").uncheck()
    page.wait_for_timeout(SETTLED_MS)
    assert not network(page, "rail").is_checked()
    assert "rail=off" in page.url


@pytest.mark.browser
def test_bad_switches_are_said(app: str, open_page: Open) -> None:
    page = open_page(app + "?rail=maybe&band=2&theme=pink")
    said = page.get_by_role("alert").inner_text()
    assert all(bad in said for bad in ("rail=maybe", "band=2", "theme=pink"))
    page.locator(".atlas.is-light").wait_for()


@pytest.mark.browser
def test_the_theme_is_the_readers(app: str, open_page: Open) -> None:
    errors: list[str] = []
    page = open_page(app + "?region=chuannan-yuxi&status=preparation", errors=errors)
    root = page.locator(".atlas-root")
    page.locator(".atlas-list tr[data-row]").first.get_by_role("button").click()
    card = page.locator(".atlas:not([data-selected=''])[data-selected]")
    card.wait_for()
    page.wait_for_url(re.compile("at="))
    page.wait_for_timeout(600)
    before = (
        root.evaluate(MAP),
        card.get_attribute("data-selected"),
        card.get_attribute("data-shown"),
    )
    # By keyboard, which it keeps.
    assert choose(page, "theme=auto").get_attribute("aria-label") == "外观跟随系统"
    choose(page, "theme=dark").focus()
    page.keyboard.press("Enter")
    page.locator(".atlas.is-dark").wait_for()
    assert root.evaluate("e => e.getRootNode().activeElement.dataset.choice") == "theme=dark"
    card.wait_for()
    assert root.evaluate(MAP) == pytest.approx(before[0], abs=0.003)
    assert card.get_attribute("data-selected") == before[1]
    assert card.get_attribute("data-shown") == before[2]
    page.wait_for_url(re.compile("theme=dark"))
    # The page round the map goes along.
    assert page.evaluate(GROUND) == "rgb(23, 27, 30)"
    page.get_by_role("button", name="下载").click()
    box = page.locator(".app-menu")
    box.wait_for()
    assert box.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(36, 42, 47)"
    page.keyboard.press("Escape")
    # The system's theme no longer counts; left to it again, it does.
    page.emulate_media(color_scheme="dark")
    choose(page, "theme=light").click()
    page.locator(".atlas.is-light").wait_for()
    assert page.evaluate(GROUND) == "rgb(248, 246, 241)"
    page.wait_for_timeout(900)
    page.locator(".atlas.is-light").wait_for()
    choose(page, "theme=auto").click()
    page.locator(".atlas.is-dark").wait_for()
    page.wait_for_timeout(500)
    assert "theme" not in page.url
    assert errors == []


@pytest.mark.browser
def test_a_link_fits_on_a_phone(app: str, open_page: Open) -> None:
    page = open_page(app + "?project=yukun-hsr", width=390)
    page.wait_for_timeout(900)
    top, bottom, height = page.locator(".atlas-root").evaluate(
        """e => { const v = e.explorer.view, b = v.projects.mainBounds(["yukun-hsr"]);
        return [v.map.latLngToContainerPoint(b.getNorthWest()).y,
          v.map.latLngToContainerPoint(b.getSouthEast()).y, v.map.getSize().y]; }"""
    )
    assert 0 < top < bottom < height


def test_the_pages_colours_are_the_servers() -> None:
    """host.css repeats what Streamlit's own theme has, and must not drift from it."""
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    keys = {
        "ground": "backgroundColor",
        "panel": "secondaryBackgroundColor",
        "text": "textColor",
        "line": "borderColor",
        "accent": "primaryColor",
    }
    css = (ROOT / "web" / "styles" / "host.css").read_text("utf-8")
    for theme in ("light", "dark"):
        rule = re.search(rf'html\[data-atlas-theme="{theme}"\] {{(.*?)}}', css)
        assert rule
        said = dict(re.findall(r"--app-(\w+): (#\w+)", rule[1]))
        assert said == {name: config["theme"][theme][key] for name, key in keys.items()}


@pytest.mark.browser
def test_what_a_link_says_in_vain_is_told_on_one_line(app: str, open_page: Open) -> None:
    from playwright.sync_api import expect

    errors: list[str] = []
    page = open_page(app + "?lang=en&year=²,③&on=٢٠٢٢&q=%00&mode=a%0Ab%E2%80%AE&=x", errors=errors)
    line = page.locator(".app-notice span")
    expect(line).to_have_text(
        "The link has conditions that do not exist; ignored: "
        "year=²; year=③; on=٢٠٢٢; mode=a\ufffdb\ufffd; =x"
    )
    page.locator(".app-notice button").click()
    expect(line).to_have_count(0)

    # As long as a server takes: everything but the last is nothing.
    page = open_page(app + "?" + "year=²&" * 4000 + "lang=zh", errors=errors)
    expect(page.locator(".app-notice span")).to_have_text(
        "链接里有不认识的条件，已忽略：" + ("year=²; " * 25)[:200] + "…"
    )
    assert errors == []
