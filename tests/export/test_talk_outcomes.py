"""Steps of a talk that show what became of promises, in an exported file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layers.publish import export, talk_file
from layers.records.model import Atlas

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]
Write = Callable[[str], str]


def test_a_step_tells_what_became_of_promises(
    atlas: Atlas, open_page: Open, written: Write, tmp_path: Path
) -> None:
    path = tmp_path / "talk.yaml"
    path.write_text(
        """steps:
- {title: 全部, filters: {mode: all}, view: now, outcomes: true}
- {title: 渝昆, select: yukun-hsr, view: now, outcomes: true}
- {title: 计划, filters: {mode: rail}}
""",
        encoding="utf-8",
    )
    page = open_page(written(export.export_html(atlas, talk=talk_file.load(path, atlas))),
                     offline=True)  # fmt: skip
    page.evaluate("location.hash = 'step=1'")
    lists = page.locator(".talk-lists")
    marks = lists.locator(".out-mark")
    marks.first.wait_for()
    made = [(p, outcome) for p in atlas.projects for outcome in p.outcomes]
    assert marks.count() == len(made) == 10
    assert page.evaluate("atlasPage.talk.view.look") == "currents"
    strong = {p.id for p, _ in made}
    assert set(page.evaluate("[...atlasPage.talk.steps[0].strong]")) == strong
    told = marks.evaluate_all("marks => marks.map((m) => m.textContent)")
    assert sum("晚" in one for one in told) == 7
    assert sum("兑现" in one for one in told) == 3
    # The verdict has its colour in a file that forbids inline styles.
    fills = lists.locator("text.is-verdict").evaluate_all(
        "all => all.map((t) => getComputedStyle(t).fill)"
    )
    assert len(set(fills)) == 2
    # A mark leads to its project's card.
    marks.first.press("Enter")
    lists.locator(".atlas-card-inner").wait_for()
    page.keyboard.press(" ")
    # A whole with its sections: the sentence with its sources, and the promises.
    page.locator(".talk[data-step='1']").wait_for()
    assert marks.count() == 3
    sentence = lists.locator(".atlas-now-words").inner_text()
    assert "部分开通" in sentence
    assert "晚 9 个月" in sentence
    links = lists.locator("a").evaluate_all("all => all.map((a) => [a.protocol, a.rel])")
    assert links
    assert all(kind in ("http:", "https:") and "noopener" in rel for kind, rel in links)
    assert page.evaluate("atlasPage.talk.view.selected") == "yukun-hsr"
    page.keyboard.press(" ")
    page.locator(".talk[data-step='2']").wait_for()
    assert page.evaluate("atlasPage.talk.view.look") == "statuses"
    assert marks.count() == 0


def test_a_step_draws_how_promises_slipped(
    atlas: Atlas, open_page: Open, written: Write, tmp_path: Path
) -> None:
    path = tmp_path / "talk.yaml"
    path.write_text("steps: [{title: 推后, filters: {mode: all}, slips: true}]", encoding="utf-8")
    page = open_page(written(export.export_html(atlas, talk=talk_file.load(path, atlas))))
    page.evaluate("location.hash = 'step=1'")
    lists = page.locator(".talk-lists")
    marks = lists.locator(".out-mark")
    marks.first.wait_for()
    made = [outcome for p in atlas.projects for outcome in p.outcomes]
    assert marks.count() == len(made)
    # The plans that made them stand along the foot, the diagonal is today.
    text = lists.locator("svg.out-picture").text_content() or ""
    plans = {plan.short for plan in atlas.plans if plan.id in {one.plan for one in made}}
    assert plans
    assert all(name in text for name in plans)
    assert f"今天 {atlas.as_of}" in text
    assert lists.evaluate("box => box.scrollHeight <= box.clientHeight")
