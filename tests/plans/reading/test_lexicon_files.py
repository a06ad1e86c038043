"""The lexicon's files are held to their models, and a fault is one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.reading.lexical import files
from plans.reading.lexical.files import Facilities, Matching, Verbs, Words, read_lexicon
from registry.errors import AtlasError
from registry.vocab import Mode

MODELS = {
    "verbs.yaml": Verbs,
    "facilities.yaml": Facilities,
    "words.yaml": Words,
    "matching.yaml": Matching,
}


def test_every_file_has_its_model() -> None:
    assert {path.name for path in files.FOLDER.glob("*.yaml")} == set(MODELS)
    for name, model in MODELS.items():
        assert read_lexicon(name, model)


def test_every_mode_has_facilities() -> None:
    facilities = read_lexicon("facilities.yaml", Facilities)
    for mode in Mode:
        kinds = facilities.of(mode)
        assert kinds.line or kinds.site, mode
    assert "铁路" in facilities.of(Mode.RAIL).line


@pytest.mark.parametrize(
    ("old", "new", "where", "says"),
    [
        ("setting: [", "settings: [", "setting", "the field is missing"),
        ("setting: [", "more: []\nsetting: [", "more", "there is no such field"),
        ("setting: [", "start: [", "line", "twice"),
        ("setting: [", "setting: [[一], ", "setting[0]", "must be text"),
    ],
)
def test_what_breaks_a_rule_is_refused(
    old: str, new: str, where: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (files.FOLDER / "verbs.yaml").read_text("utf-8")
    (tmp_path / "verbs.yaml").write_text(text.replace(f"\n{old}", f"\n{new}"), encoding="utf-8")
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    with pytest.raises(AtlasError, match=says) as refused:
        read_lexicon("verbs.yaml", Verbs)
    assert refused.value.where.startswith(f"plans/lexicon/verbs.yaml: {where}")


def test_a_file_that_is_gone_is_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    with pytest.raises(AtlasError, match="the file does not exist"):
        read_lexicon("verbs.yaml", Verbs)
    with pytest.raises(AtlasError, match="the file does not exist"):
        files.read_words(tmp_path / "common_words.txt")
