"""How far projects are, as it is drawn: two looks of one map, the sentence, the axis of time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from layers.address import NOW, PLAN
from layers.publish import export
from layers.publish.notebook import folium_map
from layers.records import data
from layers.records.model import Atlas
from layers.selection.filters import Filter
from layers.style import CASING_PX, CURRENT_STYLES, FAINT
from registry.outcome.vocab import CURRENT_STATUSES, CurrentStatus
from registry.paths import Paths
from tests.support.small_facts import ADDRESS, BAD_ADDRESS

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]
Write = Callable[[str], str]

#: What the map draws of a project: its attributes.
DRAWN = (
    "id => Object.fromEntries([...document.querySelectorAll(`path[data-id='${id}']`)].flatMap("
    "p => [...p.attributes].map(a => [a.name, a.value])))"
)


def wait_until_idle(page: Page) -> None:
    page.locator("path[data-id]").first.wait_for(state="attached")


def first_of(atlas: Atlas, status: CurrentStatus) -> str:
    """A line of a core mode that is ``status``."""
    return next(
        p.id
        for p in atlas.projects
        if p.now.status is status
        and p.mode in Filter().modes
        and p.geometry
        and "LineString" in p.geometry["type"]
    )


def test_each_status_has_its_own_dash_and_what_recedes_is_thin_and_light(
    atlas: Atlas, open_page: Open, written: Write
) -> None:
    page = open_page(written(export.export_html(atlas)), offline=True)
    wait_until_idle(page)
    widths: dict[CurrentStatus, float] = {}
    dashes: dict[CurrentStatus, str | None] = {}
    for status in {p.now.status for p in atlas.projects}:
        project = atlas.by_id[first_of(atlas, status)]
        look: dict[str, str] = page.evaluate(DRAWN, project.id)
        style = CURRENT_STYLES[status]
        widths[status] = float(look["stroke-width"]) / _mode_width(page, project.mode)
        dashes[status] = look.get("stroke-dasharray")
        assert (dashes[status] is None) is (not style.dash), status
        assert float(look["stroke-opacity"]) == pytest.approx(FAINT if style.faint else 1), status
        assert CURRENT_STATUSES[status].zh in look["aria-label"]
    assert widths[CurrentStatus.OPEN] < widths[CurrentStatus.PLANNED]
    assert max(widths, key=lambda s: widths[s]) is CurrentStatus.CONSTRUCTION
    # The mark of what is not known stands on the map itself.
    signs = page.evaluate("atlasPage.view.labels.placed.filter(m => m.text === '?').length")
    assert signs > 3


def _mode_width(page: Page, mode: str) -> float:
    return float(page.evaluate("m => atlasPage.payload.style.modes[m].width", mode))


def test_the_switch_draws_the_other_way_and_back(
    atlas: Atlas, open_page: Open, written: Write
) -> None:
    page = open_page(written(export.export_html(atlas)), offline=True)
    wait_until_idle(page)
    ident = "yukun-hsr"
    now: dict[str, str] = page.evaluate(DRAWN, ident)
    assert "部分开通" in now["aria-label"]
    legend = page.locator(".atlas-legend")
    assert "已开通" in legend.inner_text()
    page.get_by_role("button", name="计划所说").click()
    plan: dict[str, str] = page.evaluate(DRAWN, ident)
    assert "在建" in plan["aria-label"]
    assert plan["stroke-dasharray"] != now.get("stroke-dasharray")
    assert "已开通" not in legend.inner_text()
    assert "改扩建" in legend.inner_text()
    assert page.evaluate("atlasPage.view.labels.placed.filter(m => m.text === '?').length") == 0
    page.locator(".page-views").get_by_role("button", name="现状").click()
    assert page.evaluate(DRAWN, ident) == now


def test_an_open_section_is_seen_on_a_line_that_is_partly_open(
    atlas: Atlas, open_page: Open, written: Write
) -> None:
    """渝昆 is open to 宜宾: there the thin line hides the wide one of the whole."""
    page = open_page(written(export.export_html(atlas)), offline=True)
    wait_until_idle(page)
    whole, part = "yukun-hsr", "yukun-hsr-chongqing-yibin"
    assert atlas.by_id[whole].now.status is CurrentStatus.PARTLY_OPEN
    assert atlas.by_id[part].now.status is CurrentStatus.OPEN

    def widths() -> list[float]:
        """Of the whole, of the part and of its casing."""
        found: list[float] = page.evaluate(
            "([whole, part]) => { const path = id => document.querySelector(`[data-id='${id}']`);"
            " return [path(whole), path(part), path(part).previousElementSibling].map("
            "p => p && Number(p.getAttribute('stroke-width'))); }",
            [whole, part],
        )
        return found

    wide, thin, casing = now = widths()
    assert thin < wide < casing
    assert page.evaluate(
        "([whole, part]) => Boolean(document.querySelector(`[data-id='${whole}']`)"
        ".compareDocumentPosition(document.querySelector(`[data-id='${part}']`))"
        " & Node.DOCUMENT_POSITION_FOLLOWING)",
        [whole, part],
    )
    page.get_by_role("button", name="计划所说").click()
    _, thin, casing = widths()
    assert casing == pytest.approx(thin + 2 * CASING_PX)
    page.locator(".page-views").get_by_role("button", name="现状").click()
    assert widths() == now
    # Where its whole is not shown its casing is its own.
    page.get_by_role("button", name="已开通", exact=True).click()
    page.wait_for_function(
        "([part, own]) => { const path = document.querySelector(`[data-id='${part}']`);"
        " return Math.abs(path.previousElementSibling.getAttribute('stroke-width')"
        " - path.getAttribute('stroke-width') - own) < 1e-6; }",
        arg=[part, 2 * CASING_PX],
    )


@pytest.mark.parametrize(
    ("hash_", "look"),
    [
        ("", "currents"),
        ("#project=yukun-hsr", "currents"),
        ("#region=wandakai", "statuses"),
        ("#region=wandakai&view=now", "currents"),
        ("#view=plan", "statuses"),
        # No link from before could ask for this.
        ("#current=open", "currents"),
        ("#region=wandakai&current=open", "currents"),
    ],
)
def test_a_link_from_before_shows_what_its_sender_saw(
    atlas: Atlas, open_page: Open, written: Write, hash_: str, look: str
) -> None:
    page = open_page(written(export.export_html(atlas)) + hash_, offline=True)
    assert page.locator(".atlas").get_attribute("data-look") == look


def test_the_file_opens_as_it_was_asked_for(atlas: Atlas, open_page: Open, written: Write) -> None:
    for view, look in ((NOW, "currents"), (PLAN, "statuses")):
        page = open_page(written(export.export_html(atlas, view=view)), offline=True)
        assert page.locator(".atlas").get_attribute("data-look") == look
        page = open_page(written(folium_map(atlas=atlas, view=view).get_root().render()))
        assert page.locator(".atlas").get_attribute("data-look") == look


def test_paper_has_the_legend_of_what_is_drawn(
    atlas: Atlas, open_page: Open, written: Write
) -> None:
    page = open_page(written(export.export_html(atlas)), offline=True)
    wait_until_idle(page)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheet = page.locator(".page-sheet svg").first
    texts = sheet.locator("text").all_text_contents()
    assert {"现状", "已开通", "部分开通"} <= set(texts)
    assert "改扩建" not in texts
    assert "?" in texts


def test_the_card_opens_with_the_sentence_and_its_sources(
    atlas: Atlas, open_page: Open, written: Write
) -> None:
    url = written(export.export_html(atlas, selected="yukun-hsr"))
    page = open_page(url, offline=True)
    card = page.locator(".atlas-card")
    words = card.locator(".atlas-now-words")
    told = atlas.by_id["yukun-hsr"].now
    assert words.inner_text() == told.words[0]
    body = card.locator(".atlas-card-body > *").first
    assert "atlas-now" in (body.get_attribute("class") or "")
    sources = card.locator(".atlas-sources li")
    assert sources.count() == len(told.sources)
    link = sources.first.locator("a")
    assert link.get_attribute("href") == told.sources[0].url
    assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noopener")
    # The first mark leads where the first source does.
    assert words.locator("sup a").first.get_attribute("href") == told.sources[0].url


def test_promises_and_facts_stand_on_one_axis(
    atlas: Atlas, open_page: Open, written: Write
) -> None:
    url = written(export.export_html(atlas, selected="yukun-hsr-chongqing-yibin", lang="en"))
    page = open_page(url, offline=True)
    axis = page.locator(".atlas-axis")
    label = axis.get_attribute("aria-label") or ""
    assert "Completion 2023 9 mo. late" in label
    assert "2024-09-29 Opened" in label
    # Another source says otherwise: both are there, the disputed one marked.
    assert "2024-09-26 Opened disputed" in label
    listed = page.locator(".atlas-events").inner_text()
    assert "2024-09-26" in listed
    assert "disputed" in listed
    boxes: list[float] = axis.locator("rect").evaluate_all(
        "list => list.map(r => r.x.baseVal.value)"
    )
    assert boxes == sorted(boxes)
    assert len(boxes) == 3


def test_hostile_addresses_are_text(hostile_paths: Paths, open_page: Open, written: Write) -> None:
    atlas = data.load(hostile_paths)
    errors: list[str] = []
    text = export.export_html(atlas, chosen=Filter.everything(), selected="first-line")
    page = open_page(written(text), offline=True, errors=errors)
    card = page.locator(".atlas-card")
    hrefs = card.locator("a").evaluate_all("list => list.map(a => a.getAttribute('href'))")
    assert set(hrefs) == {ADDRESS}
    assert BAD_ADDRESS not in hrefs
    assert page.evaluate("window.pwned") is None
    assert errors == []
