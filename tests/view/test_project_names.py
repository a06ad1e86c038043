"""Names and numbers of projects on the map, and the lists that are the key to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest

from layers.publish import export
from layers.records import data
from layers.records.model import Atlas
from layers.selection.filters import Filter
from registry.paths import DEFAULT
from registry.vocab import Mode
from tests.support import browser, require

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]
Write = Callable[[str], str]

#: What stands on the map of a view: names and letters of names, and numbers.
MARKS = """view => {
  const of = (disc) => view.labels.placed.filter(m => m.text && !!m.disc === disc);
  const named = of(false).filter(m => m.look === undefined || m.look.weight === 700);
  return {
    numbers: of(true).map(m => m.text),
    letters: named.map(m => m.text).join(""),
    ids: view.names.discs,
    seen: view.names.seen.length,
  };
}"""
PAGE = f"() => ({MARKS})(atlasPage.view)"
APP = f"e => ({MARKS})(e.explorer.view)"
#: The names of three lines: few, so that each carries its own.
FEW = Filter(query="成渝", modes=frozenset({Mode.RAIL}))


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return data.load(DEFAULT)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    require(browser.chromium() is not None, "Chromium (name it in CHROMIUM)")
    with browser.explorer(DEFAULT.data, tmp_path_factory.mktemp("app") / "log.txt") as url:
        yield url


def drawn(page: Page) -> Page:
    """When the file's first picture is there."""
    page.wait_for_selector("html[data-drawn]", state="attached")
    return page


def test_few_lines_carry_their_names(atlas: Atlas, open_page: Open, written: Write) -> None:
    page = drawn(open_page(written(export.export_html(atlas, chosen=FEW)), offline=True))
    found = page.evaluate(PAGE)
    assert 1 < found["seen"] < 12
    shown = page.evaluate("atlasPage.view.names.seen")
    bare = page.evaluate("atlasPage.view.names.bare")
    for key in shown:
        name = atlas.by_id[key].name
        assert (name in found["letters"]) or key in found["ids"] or key in bare, name
    assert sum(atlas.by_id[key].name in found["letters"] for key in shown) > len(shown) / 2
    # Letters that stand one by one turn gently, and none is upside down.
    turns = page.evaluate(
        "atlasPage.view.labels.placed.filter(m => m.look.weight === 700).map(m => m.turn)"
    )
    assert all(abs(turn) <= 90 for turn in turns)


def test_many_lines_carry_the_numbers_of_the_list(
    atlas: Atlas, open_page: Open, written: Write
) -> None:
    page = drawn(open_page(written(export.export_html(atlas)), offline=True))
    numbers = page.evaluate(PAGE)["numbers"]
    assert len(numbers) > 60
    assert len(set(numbers)) == len(numbers)
    page.locator(".page-item .atlas-number").nth(90).wait_for()
    listed = dict(
        page.evaluate(
            "Array.from(document.querySelectorAll('.page-item'), b =>"
            " [b.querySelector('.atlas-number').textContent, b.lastChild.textContent])"
        )
    )
    by_id = page.evaluate(
        "atlasPage.view.names.discs.map(id => [id, atlasPage.view.names.numbers.get(id)])"
    )
    for key, number in by_id:
        assert listed[str(number)] == atlas.by_id[key].name
    # The map moves, the numbers stay those of their lines.
    page.evaluate("atlasPage.view.map.setView([29.6, 105.6], 7.75, {animate: false})")
    moved = dict(
        page.evaluate(
            "atlasPage.view.names.discs.map(id => [id, atlasPage.view.names.numbers.get(id)])"
        )
    )
    assert moved
    assert all(moved.get(key, number) == number for key, number in by_id)
    # Without names no list has a number.
    page.locator(".atlas-legend-band.is-names input").uncheck()
    assert page.evaluate(PAGE)["numbers"] == []
    assert page.locator(".page-item .atlas-number:not(:empty)").count() == 0


def test_of_a_line_its_ends_are_named_first(atlas: Atlas, open_page: Open, written: Write) -> None:
    page = drawn(open_page(written(export.export_html(atlas)), offline=True))
    page.evaluate("atlasPage.view.select('yukun-hsr', {fit: true})")
    ends = page.evaluate("atlasPage.view.labels._groups['0-end'].map(item => item.text)")
    assert ends == ["重庆西站", "昆明南站"]
    for name in ends:
        page.wait_for_function(
            "name => atlasPage.view.labels.placed.some(m => m.text === name)", arg=name
        )
    # Not all of those between find room.
    between = page.evaluate("atlasPage.view.labels._groups['0-stop'].map(item => item.text)")
    assert len(between) > 5


@pytest.mark.parametrize("chosen", [Filter(), Filter(regions=frozenset({"chuannan-yuxi"}))])
def test_a_picture_lists_every_number_on_its_map(
    atlas: Atlas, open_page: Open, written: Write, chosen: Filter
) -> None:
    page = drawn(open_page(written(export.export_html(atlas, chosen=chosen)), offline=True))
    svg = ElementTree.fromstring(page.evaluate("AtlasKit.svgText(atlasPage, 1920, 1080)"))
    space = "{http://www.w3.org/2000/svg}"
    on_map = [
        text.text
        for group in svg.findall(f"{space}g")
        if group.get("clip-path")
        for text in group.iter(f"{space}text")
        if re.fullmatch(r"\d+", text.text or "")
    ]
    listed = [t.text for t in svg.findall(f"{space}text") if re.fullmatch(r"\d+", t.text or "")]
    names = [t.text for t in svg.findall(f"{space}text")]
    assert len(on_map) > 10
    # The counts of the legend are numbers as well.
    assert set(on_map) <= set(listed)
    number = dict(page.evaluate("Array.from(atlasPage.view.names.numbers, ([id, n]) => [n, id])"))
    for text in on_map:
        name = atlas.by_id[number[int(str(text))]].name
        assert any(found and (found == name or name.startswith(found[:-1])) for found in names)


def test_a_step_numbers_what_its_lists_name(atlas: Atlas, open_page: Open, written: Write) -> None:
    page = drawn(open_page(written(export.export_html(atlas)), offline=True))
    page.evaluate("void AtlasKit.present(atlasPage, 0)")
    numbered = 0
    for step in range(page.evaluate("atlasPage.talk.steps.length")):
        page.evaluate(f"atlasPage.talk.go({step})")
        page.wait_for_function("!atlasPage.talk.view.map._animatingZoom")
        found: dict[str, Any] = page.evaluate(f"({MARKS})(atlasPage.talk.view)")
        rows = page.evaluate(
            "Array.from(atlasPage.talk.lists.querySelectorAll('.atlas-number'),"
            " m => m.textContent).filter(Boolean)"
        )
        assert set(found["numbers"]) <= set(rows), step
        numbered += len(found["numbers"])
    assert numbered > 0


def test_the_explorer_keeps_the_switch_in_its_address(app: str, open_page: Open) -> None:
    page = open_page(app)
    row = page.locator(".atlas-table tbody .atlas-number:not(:empty)").first
    row.wait_for()
    numbers = page.locator(".atlas-root").evaluate(APP)["numbers"]
    assert len(numbers) > 60
    # Whoever hears the list hears the number before the name.
    first = page.locator(".atlas-table tbody .atlas-row").first
    assert re.match(r"^1\D", first.inner_text().replace("\n", ""))
    page.locator(".atlas-legend-band.is-names input").uncheck()
    page.wait_for_url(re.compile("names=off"))
    assert page.locator(".atlas-root").evaluate(APP)["numbers"] == []
    again = open_page(page.url)
    again.locator(".atlas-table tbody .atlas-row").first.wait_for()
    assert not again.locator(".atlas-legend-band.is-names input").is_checked()
    found = again.locator(".atlas-root").evaluate(APP)
    assert (found["numbers"], found["seen"]) == ([], 0)
    again.locator(".atlas-legend-band.is-names input").check()
    again.wait_for_url(re.compile(r"^(?!.*names)"))
    assert again.locator(".atlas-root").evaluate(APP)["numbers"] == numbers


def test_what_is_compared_is_numbered_as_its_list(app: str, open_page: Open) -> None:
    asked = "?tab=compare&from=chuannan-2018&to=chuannan-yuxi-2023&maps=two"
    page = open_page(app + asked, ready=".atlas.has-second")
    page.locator(".is-compare tbody .atlas-number:not(:empty)").first.wait_for()
    listed = dict(
        page.locator(".is-compare tbody tr").evaluate_all(
            "rows => rows.map(r => [r.dataset.row, r.querySelector('.atlas-number').textContent])"
        )
    )
    for side in ("e.explorer.view", "e.explorer._compare().second()"):
        there = page.locator(".atlas-root").evaluate(
            f"e => {side}.names.discs.map(id => [id, String({side}.names.numbers.get(id))])"
        )
        assert len(there) > 5
        assert all(listed[key] == number for key, number in there)
