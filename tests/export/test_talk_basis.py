"""A bare mention in a talk: named as a basis, never a change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from layers.publish import export
from layers.records.model import Atlas
from layers.selection.filters import Filter

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]
Write = Callable[[str], str]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_bare_mention_is_no_change_in_the_talk(
    atlas: Atlas, open_page: Open, written: Write, lang: str
) -> None:
    every = Filter.everything()
    page = open_page(written(export.export_html(atlas, lang=lang, chosen=every)), offline=True)
    page.wait_for_selector("html[data-drawn]")
    page.evaluate("void AtlasKit.present(atlasPage, 0)")
    told = page.evaluate(
        """() => atlasPage.talk.steps.filter(s => s.news).map((s, i) => {
          atlasPage.talk.go(i);
          const text = document.querySelector('.talk-lists').textContent;
          return [s.news.leaned, s.news.changed.map(x => x.id), text];
        })"""
    )
    words = "项作为依托提到，不算变化" if lang == "zh" else " named as a basis, which is no change"
    for leaned, changed, text in told:
        assert (words in text) is bool(leaned)
        assert not set(leaned) & set(changed)
    leaned, changed, text = told[-1]
    assert {"chengziyi-hsr", "yukun-hsr"} <= set(leaned)
    assert f"{len(leaned)} {words.strip()}" in text
    # Before the first plan nothing was named.
    assert told[0][0] == []


def test_what_a_plan_first_names_as_a_basis_says_so(
    atlas: Atlas, open_page: Open, written: Write
) -> None:
    only = Filter(modes=frozenset(), query="重庆三环高速")
    page = open_page(written(export.export_html(atlas, chosen=only)), offline=True)
    page.wait_for_selector("html[data-drawn]")
    page.evaluate("void AtlasKit.present(atlasPage, 4)")
    names = page.locator(".talk-lists li")
    names.first.wait_for()
    assert [text.split("\n") for text in names.all_inner_texts()] == [
        ["重庆三环高速公路", "作为依托提到"]
    ]
