"""The explorer's table in a real browser: its pages, its order, the row that is marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.support import browser

pytestmark = pytest.mark.browser

#: A table of `n` rows, 200 at first and a thousand with every click on what is left.
MAKE = """n => {
  document.body.textContent = "";
  window.picked = [];
  window.table = AtlasKit.createDataTable(document.body, {
    label: "rows", step: 200, pages: 5, more: left => left + " more",
    id: row => "row-" + row.n, pick: id => picked.push(id), frame: "is-tall", look: "is-still",
    collator: new Intl.Collator("en", {numeric: true}),
    columns: [
      {label: "name", cell: row => "<b>" + row.n + "</b>"},
      {label: "value", cell: row => row.value, sort: row => row.value, numeric: true},
      {label: "note", cell: row => row.n % 2 ? null : document.createElement("hr"),
       className: "is-short", finish: (td, row) => { td.title = "note " + row.n; }},
    ],
  });
  table.show(Array.from({length: n}, (_, i) => ({n: i, value: i === 1 ? "" : (i * 7) % 10})));
}"""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    found = chromium.new_page()
    browser.load_modules(found, "core/table/data-table.js")
    yield found
    found.close()


def state(page: Page) -> list[Any]:
    """How many rows are shown, and what the button under them says; None where it is hidden."""
    more = page.locator("button.atlas-link")
    rows = page.locator("tr[data-row]").count()
    return [rows, more.text_content() if more.is_visible() else None]


def test_what_is_left_is_counted_at_every_page(page: Page) -> None:
    page.evaluate(MAKE, 2560)
    assert state(page) == [200, "2360 more"]
    page.locator("button.atlas-link").click()
    assert state(page) == [1200, "1360 more"]
    page.locator("button.atlas-link").click()
    assert state(page) == [2200, "360 more"]
    page.locator("button.atlas-link").click()
    assert state(page) == [2560, None]
    # Other rows begin at the first page again.
    page.evaluate("table.show(Array.from({length: 201}, (_, i) => ({n: i, value: i})))")
    assert state(page) == [200, "1 more"]
    page.evaluate("table.show(Array.from({length: 200}, (_, i) => ({n: i, value: i})))")
    assert state(page) == [200, None]


def test_a_head_sorts_once_up_and_once_down_and_unknown_stays_last(page: Page) -> None:
    page.evaluate(MAKE, 12)
    values = "[...document.querySelectorAll('tbody tr')].map(tr => tr.children[1].textContent)"
    head = page.locator("thead th").nth(1)
    assert page.evaluate(values)[:4] == ["0", "", "4", "1"]
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    up = page.evaluate(values)
    assert [*map(int, up[:-1])] == sorted(map(int, up[:-1]))
    assert up[-1] == ""
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    down = page.evaluate(values)
    assert down[:-1] == up[-2::-1]
    assert down[-1] == ""
    # A column without a value to sort by has no button.
    assert page.locator("thead button").count() == 1


def test_a_row_is_picked_by_its_id_and_stays_marked(page: Page) -> None:
    page.evaluate(MAKE, 3)
    page.locator("tbody tr").nth(2).get_by_role("button").click()
    page.locator("tbody tr").nth(1).locator("td").first.click()
    page.locator("thead th").nth(0).click()
    assert page.evaluate("picked") == ["row-2", "row-1"]
    page.evaluate("table.mark('row-1')")
    marked = page.locator("tr.is-selected")
    assert marked.get_attribute("data-row") == "row-1"
    assert marked.get_attribute("aria-current") == "true"
    page.locator("thead button").click()
    assert marked.get_attribute("data-row") == "row-1"
    page.evaluate("table.mark(null)")
    assert marked.count() == 0
    assert page.locator("[aria-current]").count() == 0


def test_cells_hold_texts_and_nodes_never_markup(page: Page) -> None:
    page.evaluate(MAKE, 2)
    first = page.locator("tbody tr").nth(0)
    assert first.locator("th[scope=row]").text_content() == "<b>0</b>"
    assert page.locator("tbody b").count() == 0
    assert first.locator("td").nth(1).locator("hr").count() == 1
    second = page.locator("tbody tr").nth(1).locator("td").nth(1)
    assert second.text_content() == ""
    assert second.get_attribute("title") == "note 1"
    assert second.get_attribute("class") == "is-short"
    assert first.locator("td").nth(0).get_attribute("class") == "is-number"


def test_no_rows_show_no_table(page: Page) -> None:
    page.evaluate(MAKE, 0)
    assert page.locator(".atlas-table-scroll").get_attribute("hidden") is not None
    assert state(page) == [0, None]
