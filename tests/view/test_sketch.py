"""The first picture of an exported map: painted at once, and the same as what takes its place."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layers.publish import export
from layers.records import data
from layers.selection.filters import Filter
from registry.paths import DEFAULT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

#: Keeps the page from leaving the first picture by itself.
HOLD = """{
  const later = window.setTimeout;
  window.setTimeout = (f, wait, ...more) => later(f, wait === 900 ? 1e8 : wait, ...more);
}"""

SKETCH = ".leaflet-projects-pane canvas"
LINES = ".leaflet-projects-pane path.atlas-line:visible"

#: How many pixels of two pictures differ clearly, and how many there are.
DIFFER = """async ([one, other]) => {
  const read = async text => {
    const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
    const c = document.createElement("canvas");
    Object.assign(c, {width: image.width, height: image.height});
    c.getContext("2d").drawImage(image, 0, 0);
    return c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
  };
  const a = await read(one), b = await read(other);
  let n = 0;
  for (let i = 0; i < a.length; i += 4) {
    if ([0, 1, 2].some(k => Math.abs(a[i + k] - b[i + k]) > 40)) n += 1;
  }
  return [n, a.length / 4];
}"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole atlas, everything shown."""
    path = tmp_path_factory.mktemp("sketch") / "map.html"
    text = export.export_html(data.load(DEFAULT), chosen=Filter.everything())
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def held(chromium: Browser, file: Path) -> Iterator[Callable[..., Page]]:
    """Opens the file, at ``#…`` where asked, and stays with its first picture."""
    contexts = []

    def opened(asked: str = "", *, fine: float = 1) -> Page:
        context = chromium.new_context(
            viewport={"width": 1440, "height": 900}, device_scale_factor=fine
        )
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(HOLD)
        page.goto(file.as_uri() + asked)
        page.wait_for_selector("html[data-drawn]", state="attached")
        return page

    yield opened
    for context in contexts:
        context.close()


def differ(page: Page, one: bytes, other: bytes) -> float:
    """The share of pixels that differ clearly."""
    blank = page.context.new_page()
    pictures = [base64.b64encode(png).decode() for png in (one, other)]
    n, of = blank.evaluate(DIFFER, pictures)
    blank.close()
    return float(n / of)


#: Counts what a map does until its first picture is there.
COUNT = """{
  let leaflet;
  window.told = {viewreset: 0, resize: 0};
  Object.defineProperty(window, "L", {
    get: () => leaflet,
    set: value => {
      leaflet = value;
      if (value.Map) value.Map.addInitHook(function () {
        for (const name in window.told) this.on(name, () => { window.told[name] += 1; });
      });
    },
  });
}"""


@pytest.mark.parametrize("width", [1920, 1440, 1024])
def test_what_stands_round_the_map_is_there_before_it_is_drawn(
    chromium: Browser, file: Path, width: int
) -> None:
    """Else the map finds its size another one, and draws all of its ground again."""
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(COUNT)
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-drawn]", state="attached")
    assert page.locator(".atlas-years").is_visible()
    assert page.evaluate("window.told") == {"viewreset": 1, "resize": 0}
    context.close()


@pytest.mark.parametrize("asked", ["", "#mode=rail,waterway", "#project=yukun-hsr"])
@pytest.mark.parametrize("fine", [1, 2])
def test_the_first_picture_is_the_map(held: Callable[..., Page], asked: str, fine: float) -> None:
    page = held(asked, fine=fine)
    assert page.locator(SKETCH).count() == 1
    assert page.locator(LINES).count() == 0
    page.locator(".page-item").first.wait_for()
    before = page.screenshot()
    page.evaluate("atlasPage.view.projects.drawSvg()")
    assert page.locator(SKETCH).count() == 0
    assert page.locator(LINES).count() >= 1
    after = page.screenshot()
    assert differ(page, before, after) < 0.0002
    # The comparison does see a map without its lines.
    page.evaluate("document.querySelector('.leaflet-projects-pane').style.display = 'none'")
    assert differ(page, before, page.screenshot()) > 0.002


def test_by_itself_it_becomes_lines_with_names(chromium: Browser, file: Path) -> None:
    page = chromium.new_page()
    page.goto(file.as_uri())
    page.locator(LINES).first.wait_for(state="attached")
    assert page.locator(SKETCH).count() == 0
    lines = page.locator(LINES)
    labels = lines.evaluate_all("all => all.map(e => e.getAttribute('aria-label'))")
    assert len(labels) > 100
    assert all("，" in label for label in labels)
    assert page.locator(LINES + '[role="button"][tabindex="0"]').count() == 1
    page.close()


TOUCHES: dict[str, Callable[[Page], object]] = {
    "pointer": lambda p: p.mouse.move(
        *p.evaluate(
            """() => {
              const v = atlasPage.view, line = v.model.byId.get("chengyu-railway").lines[0];
              const at = v.map.latLngToContainerPoint(line[line.length >> 1]);
              const box = v.map.getContainer().getBoundingClientRect();
              return [at.x + box.left, at.y + box.top];
            }"""
        )
    ),
    "key": lambda p: p.keyboard.press("Tab"),
    "wheel": lambda p: (p.mouse.move(1000, 300), p.mouse.wheel(0, -300)),
    "drag": lambda p: (
        p.mouse.move(1050, 240),
        p.mouse.down(),
        p.mouse.move(1000, 300, steps=4),
        p.mouse.up(),
    ),
    "filter": lambda p: p.locator(".page-chip", has_text="规划研究").click(),
    "select": lambda p: p.evaluate("atlasPage.view.select('yukun-hsr')"),
    "window": lambda p: p.set_viewport_size({"width": 1200, "height": 800}),
    "compare": lambda p: p.evaluate("atlasPage.view.setPaint(new Map())"),
}


@pytest.mark.parametrize("touch", TOUCHES)
def test_a_hand_on_the_map_ends_it(held: Callable[..., Page], touch: str) -> None:
    errors: list[str] = []
    page = held()
    page.on("pageerror", lambda e: errors.append(str(e)))
    assert page.locator(SKETCH).count() == 1
    TOUCHES[touch](page)
    page.locator(LINES).first.wait_for(state="attached")
    assert page.locator(SKETCH).count() == 0
    assert errors == []


def test_pictures_do_not_wait_for_it(held: Callable[..., Page]) -> None:
    page = held()
    svg = page.evaluate("AtlasKit.svgText(atlasPage, 1920, 1080)")
    assert svg.count("<path") > 200
    assert "<image" not in svg


def test_a_click_that_it_ends_under_is_not_lost(held: Callable[..., Page]) -> None:
    page = held("#q=渝昆")
    page.evaluate(
        "window.clicks = 0; atlasPage.view.map.on('click', () => { window.clicks += 1; })"
    )
    page.mouse.move(1000, 200)
    page.mouse.down()
    assert page.locator(SKETCH).count() == 1
    page.evaluate("atlasPage.view.projects.drawSvg()")
    page.mouse.up()
    assert page.evaluate("window.clicks") == 1
