"""Names on the map: whole, apart from one another, and as wide as they are taken to be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from layers.publish import export
from layers.records import data
from layers.records.model import Atlas
from registry.paths import DEFAULT

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]
Write = Callable[[str], str]

#: Every name that is drawn: its text, its box on the map and the width that the engine gives it.
NAMES = """() => {
  const view = atlasPage.view, map = view.map;
  const ruler = document.createElement("canvas").getContext("2d");
  return view.labels.placed.filter(m => m.text).map(m => {
    const at = map.layerPointToContainerPoint([m.x, m.y]);
    ruler.font = `${m.look.weight} ${m.size}px ${view.model.payload.style.font}`;
    const wide = ruler.measureText(m.text).width;
    const half = (wide + m.text.length * (m.spacing || 0)) / 2;
    return {text: m.text, size: m.size, wide: wide, turned: m.turn !== 0,
            box: [at.x - half, at.y - m.size / 2, at.x + half, at.y + m.size / 2]};
  });
}"""


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The built data."""
    return data.load(DEFAULT)


def names(page: Page) -> tuple[list[dict[str, Any]], tuple[float, float]]:
    """The names, and the size of the map."""
    size = page.evaluate("(s => [s.x, s.y])(atlasPage.view.map.getSize())")
    return page.evaluate(NAMES), (size[0], size[1])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_names_are_whole_and_apart(
    atlas: Atlas, open_page: Open, written: Write, lang: str
) -> None:
    page = open_page(written(export.export_html(atlas, lang=lang)), offline=True)
    for lat, lon, zoom in ((30.2, 105.6, 6.5), (29.6, 106.4, 9.5), (28.8, 104.6, 8.75)):
        page.evaluate(f"atlasPage.view.map.setView([{lat}, {lon}], {zoom}, {{animate: false}})")
        found, (wide, high) = names(page)
        assert len(found) > 10
        for name in found:
            west, north, east, south = name["box"]
            assert min(west, north) >= 0, name
            assert east <= wide, name
            assert south <= high, name
        flat = [name["box"] for name in found if not name["turned"]]
        for i, a in enumerate(flat):
            for b in flat[:i]:
                apart = a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3]
                assert apart, (a, b)


def test_a_chinese_character_is_as_wide_as_high(
    atlas: Atlas, open_page: Open, written: Write
) -> None:
    page = open_page(written(export.export_html(atlas)), offline=True)
    found, _ = names(page)
    chinese = [name for name in found if all("\u3400" <= c <= "\u9fff" for c in name["text"])]
    assert len(chinese) > 20
    for name in chinese:
        assert name["wide"] == pytest.approx(len(name["text"]) * name["size"], abs=0.5)


def test_names_are_painted_and_leave_with_the_map(
    atlas: Atlas, open_page: Open, written: Write
) -> None:
    page = open_page(written(export.export_html(atlas)), offline=True)
    ink = """() => {
      const c = document.querySelector(".leaflet-names-pane canvas");
      const data = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
      return data.reduce((n, v, i) => n + (i % 4 === 3 && v > 0 ? 1 : 0), 0);
    }"""
    assert page.evaluate(ink) > 1000
    # Far from everything that has a name.
    page.evaluate("atlasPage.view.map.setMaxBounds(null).setView([-40, 20], 8, {animate: false})")
    assert page.evaluate(ink) == 0


def test_an_enlarged_map_has_the_pixels_for_its_names(
    atlas: Atlas, open_page: Open, written: Write
) -> None:
    page = open_page(written(export.export_html(atlas)), offline=True)
    page.wait_for_selector("html[data-drawn]", state="attached")
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.evaluate("void AtlasKit.present(atlasPage, 3)")
    fine = """() => {
      const c = document.querySelector(".talk-map .leaflet-names-pane canvas");
      return c.width / c.getBoundingClientRect().width;
    }"""
    assert page.evaluate(fine) == pytest.approx(1, abs=0.01)
    page.set_viewport_size({"width": 1280, "height": 720})
    page.wait_for_timeout(300)
    assert page.evaluate(fine) == pytest.approx(1, abs=0.01)
