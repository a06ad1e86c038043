"""Comparing in an exported file and in its talk, from disk and without a network."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layers.publish import talk_file
from layers.publish.export import compare_config, export_html, talk_config
from layers.records.model import Atlas
from layers.selection.comparison import Comparing, compare
from layers.selection.filters import Filter
from registry.errors import AtlasError
from registry.vocab import ChangeClass
from tests.support import small_atlas

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]
Write = Callable[[str], str]

PAIR = Comparing("chuannan-2018", "chuannan-yuxi-2023")
BOTH = ".atlas-second .atlas[data-shown]"
#: Exported files stay below this.
MOST_BYTES = 640_000

TALK = """
title: 对照
steps:
  - title: 变了什么
    compare: {from: 川南一体化 2018, to: 川南渝西 2023}
  - title: 两部计划
    compare: {from: chuannan-2018, to: chuannan-yuxi-2023, maps: two}
  - title: 五年之间
    compare: {from: 2020, to: 2025, maps: swipe, change: 前进}
  - title: 全部
"""


def sides(atlas: Atlas, pair: Comparing) -> list[int]:
    """How many projects each side names."""
    found = compare(atlas, Filter(), pair)
    return [sum(row.before is not None for row in found), sum(r.after is not None for r in found)]


def test_what_a_file_compares_is_in_its_settings() -> None:
    assert compare_config(Comparing()) == {"from": "earlier", "change": [], "maps": "one"}
    kinds = frozenset({ChangeClass.NEW, ChangeClass.BACK})
    assert compare_config(Comparing("a", "b", kinds, "two")) == {
        "from": "a",
        "to": "b",
        "change": ["back", "new"],
        "maps": "two",
    }


def test_a_file_that_compares_is_small_enough(atlas: Atlas) -> None:
    assert len(export_html(atlas, on=PAIR).encode()) < MOST_BYTES


def load(atlas: Atlas, tmp_path: Path, text: str) -> talk_file.Talk:
    path = tmp_path / "talk.yaml"
    path.write_text(text, encoding="utf-8")
    return talk_file.load(path, atlas)


def test_a_step_of_a_talk_compares_by_codes_or_names(atlas: Atlas, tmp_path: Path) -> None:
    talk = load(atlas, tmp_path, TALK)
    assert [step.comparing for step in talk.steps] == [
        PAIR,
        Comparing("chuannan-2018", "chuannan-yuxi-2023", maps="two"),
        Comparing("2020", "2025", frozenset({ChangeClass.FORWARD}), "swipe"),
        None,
    ]
    told = [step["compare"] for step in talk_config(talk)["steps"]]
    assert told[1] == {
        "from": "chuannan-2018",
        "to": "chuannan-yuxi-2023",
        "change": [],
        "maps": "two",
    }
    assert told[3] is None


@pytest.mark.parametrize(
    ("step", "why"),
    [
        ("{from: nowhere}", r"steps\[1\].compare.from.*no plan 'nowhere'"),
        ("{to: 1999}", r"steps\[1\].compare.to.*no plan '1999'"),
        ("{maps: three}", r"steps\[1\].compare.maps.*no maps 'three'"),
        ("{change: [better]}", r"steps\[1\].compare.change.*no change 'better'"),
        ("{form: all}", r"steps\[1\].compare.*form"),
        ("two", r"steps\[1\].compare"),
        ("{from: mid-2020, to: mid-2020, change: back}", "would be empty"),
    ],
)
def test_what_a_step_cannot_compare_is_refused(
    small: Atlas, tmp_path: Path, step: str, why: str
) -> None:
    with pytest.raises(AtlasError, match=why):
        load(small, tmp_path, f"steps: [{{title: a, compare: {step}}}]")


@pytest.mark.browser
def test_an_exported_file_compares_on_one_map_and_on_two(
    atlas: Atlas, open_page: Open, written: Write
) -> None:
    requests: list[str] = []
    errors: list[str] = []
    page = open_page(
        written(export_html(atlas, on=PAIR)), offline=True, requests=requests, errors=errors
    )
    found = compare(atlas, Filter(), PAIR)
    count = page.locator(".page-count")
    assert str(len(found)) in count.inner_text()
    assert page.locator(".page-compare .app-n").all_inner_texts() == [
        str(sum(row.kind is change for row in found)) for change in ChangeClass
    ]
    # Its picture has the classes in words and signs, and says what is compared.
    svg = page.evaluate("AtlasKit.svgText(atlasPage, 1600, 900)")
    texts = ["".join(node.itertext()) for node in ET.fromstring(svg).iter() if node.text]
    assert "← 后退" in texts
    assert any("对照 川南一体化 2018 → 川南渝西 2023" in text for text in texts)
    page.locator('[data-choice="maps=two"]').click()
    heads = page.locator(".atlas-side")
    heads.nth(1).wait_for()
    numbers = sides(atlas, PAIR)
    named = [f"川南一体化 2018 · {numbers[0]} 项", f"川南渝西 2023 · {numbers[1]} 项"]
    assert heads.all_inner_texts() == named
    svg = page.evaluate("AtlasKit.svgText(atlasPage, 1600, 900)")
    texts = ["".join(node.itertext()) for node in ET.fromstring(svg).iter() if node.text]
    assert set(named) <= set(texts)
    assert svg.count("<clipPath") == 2
    page.locator('[data-choice="maps=swipe"]').click()
    slider = page.get_by_role("slider", name="分隔线")
    slider.focus()
    page.keyboard.press("PageUp")
    assert slider.get_attribute("aria-valuenow") == "60"
    # On paper both stand beside each other.
    page.emulate_media(media="print")
    page.locator(".page-sheet svg").wait_for()
    assert page.locator(".page-sheet clipPath").count() == 2
    page.emulate_media(media="screen")
    # The map again, as before.
    page.get_by_role("button", name="对照", exact=True).click()
    heads.first.wait_for(state="detached")
    assert page.locator(".page-compare").is_hidden()
    assert page.evaluate("atlasPage.view.paint") is None
    assert errors == []
    assert [url for url in requests if not url.startswith(("file:", "data:", "blob:"))] == []


@pytest.mark.browser
def test_the_address_of_a_file_says_what_it_compares(
    atlas: Atlas, open_page: Open, written: Write
) -> None:
    url = written(export_html(atlas, lang="en"))
    asked = "#tab=compare&from=2020&to=2025&maps=swipe"
    page = open_page(url + asked, offline=True, ready=BOTH)
    numbers = sides(atlas, Comparing("2020", "2025"))
    assert page.locator(".atlas-side").all_inner_texts() == [
        f"End of 2020 · {numbers[0]} projects",
        f"End of 2025 · {numbers[1]} projects",
    ]
    assert page.locator(".atlas-years").first.is_hidden()
    page.evaluate("location.hash = '#tab=map'")
    page.locator(".atlas-side").first.wait_for(state="detached")
    assert page.locator(".atlas-map").count() == 1


@pytest.mark.browser
def test_a_talk_compares_step_by_step(
    atlas: Atlas, open_page: Open, written: Write, tmp_path: Path
) -> None:
    errors: list[str] = []
    talk = load(atlas, tmp_path, TALK)
    page = open_page(written(export_html(atlas, talk=talk)), offline=True, errors=errors)
    page.get_by_role("button", name="演示").click()
    shown = page.locator(".talk")
    shown.locator(".talk-changes").first.wait_for()
    found = compare(atlas, Filter(), PAIR)
    kinds = [kind for kind in ChangeClass if any(row.kind is kind for row in found)]
    assert shown.locator(".talk-changes h2 > b").all_inner_texts() == [
        str(sum(row.kind is kind for row in found)) for kind in kinds
    ]
    assert shown.locator(".talk-under").inner_text() == "对照 川南一体化 2018 → 川南渝西 2023"
    page.keyboard.press("ArrowRight")
    # Names for which there is no room stand on a page of their own.
    if shown.locator(".talk-whole").count():
        page.keyboard.press("ArrowRight")
    shown.locator(".atlas-side").nth(1).wait_for()
    assert shown.locator(".atlas-map").count() == 2
    page.keyboard.press("ArrowRight")
    if shown.locator(".talk-whole").count():
        page.keyboard.press("ArrowRight")
    slider = shown.get_by_role("slider")
    slider.wait_for()
    slider.focus()
    # The arrows move the divider while it has the focus, and turn the page again after Escape.
    page.keyboard.press("ArrowRight")
    assert slider.get_attribute("aria-valuenow") == "52"
    assert shown.get_attribute("data-step") == "2"
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")
    if shown.locator(".talk-whole").count():
        page.keyboard.press("ArrowRight")
    page.locator('.talk[data-step="3"]').wait_for()
    assert shown.locator(".atlas-map").count() == 1
    page.keyboard.press("Escape")
    shown.wait_for(state="detached")
    assert errors == []


@pytest.mark.browser
def test_hostile_plans_run_nothing_where_they_are_compared(
    tmp_path: Path, open_page: Open, written: Write
) -> None:
    from layers.records import data

    hostile = data.load(small_atlas.write(tmp_path, hostile=True))
    errors: list[str] = []
    text = export_html(hostile, on=Comparing("old-2018", "new-2023", maps="swipe"))
    page = open_page(written(text), offline=True, errors=errors, ready=BOTH)
    page.evaluate("AtlasKit.svgText(atlasPage, 800, 600)")
    page.locator('[data-choice="maps=one"]').click()
    page.evaluate("AtlasKit.svgText(atlasPage, 800, 600)")
    assert page.evaluate("window.pwned") is None
    assert errors == []
