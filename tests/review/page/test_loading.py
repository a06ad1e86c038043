"""What the page loads once for all its readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.reading.lexical import gazetteer, lexicon
from registry.paths import DEFAULT
from review import page


def test_what_all_readers_share() -> None:
    found = page.ground.__wrapped__(DEFAULT, 5)
    assert found.stamp == 5
    plan = next(iter(found.registry.plans.values()))
    assert found.knowledge.dates[plan.id] == plan.date
    assert found.knowledge.locate == found.locator.shapes


def test_words_and_records_are_loaded_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    monkeypatch.setattr(lexicon, "lexicon", lambda: seen.append("lexicon"))
    monkeypatch.setattr(gazetteer, "gazetteer", lambda: seen.append("gazetteer"))
    monkeypatch.setattr(page, "ground", lambda *told: seen.append(told))
    thread = page._warm.__wrapped__(DEFAULT, 5)
    thread.join(30)
    assert thread.daemon
    assert seen == ["lexicon", "gazetteer", (DEFAULT, 5)]


def test_the_bundle_of_the_page_is_a_static_file(tmp_path: Path) -> None:
    name = page._view.__wrapped__(tmp_path)
    assert name
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()]
