"""The files of plans/lexicon, each read here and held to its model."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, create_model

from registry.column import Column, Kind
from registry.files import read_text
from registry.files.counts import read_rows
from registry.files.records import validate
from registry.files.yaml.read import read_yaml
from registry.vocab import Mode

FOLDER = Path(__file__).resolve().parents[2] / "lexicon"
PLACES = FOLDER / "places.csv"
READINGS = FOLDER / "readings.csv"
COMMON_WORDS = FOLDER / "common_words.txt"
COMMON_NOUNS = FOLDER / "common_nouns.txt"


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Achieved(_File):
    """What marks work that is done, for years or a moment, and what ends a retrospect."""

    words: list[str]
    moments: list[str]
    now: list[str]
    to_come: list[str]
    headings: list[str]
    ahead: list[str]


class Verbs(_File):
    """verbs.yaml: the verbs of each sense."""

    research: list[str]
    preparation: list[str]
    start: list[str]
    construction: list[str]
    upgrade: list[str]
    operation: list[str]
    mentioned: list[str]
    halted: list[str]
    completing: list[str]
    light: list[str]
    auxiliary: list[str]
    setting: list[str]
    achieved: Achieved


class Kinds(_File):
    """The facilities of a mode by their shape; ``suffix`` are short names of lines."""

    line: list[str] = []
    site: list[str] = []
    body: list[str] = []
    part: list[str] = []
    suffix: list[str] = []


class Suffixes(_File):
    """What may follow a facility in a name."""

    section: list[str]
    phase: list[str]
    works: list[str]
    upgrade: list[str]
    annex: list[str]


class _Facilities(_File):
    suffixes: Suffixes

    def of(self, mode: Mode) -> Kinds:
        """The facilities of ``mode``."""
        kinds: Kinds = getattr(self, mode.value)
        return kinds


_BY_MODE: dict[str, Any] = {mode.value: (Kinds, Kinds()) for mode in Mode}
#: facilities.yaml: what names end in, by mode, and what may follow.
Facilities = create_model("Facilities", __base__=_Facilities, **_BY_MODE)


class Ties(_File):
    """What stands between two ends, and before a place on the way."""

    to: list[str]
    dash: list[str]
    via: list[str]


class Words(_File):
    """words.yaml: the words around names."""

    boundary: list[str]
    nominal: list[str]
    generic: list[str]
    not_facility: list[str]
    whole: list[str]
    ties: Ties
    separators: list[str]
    measures: list[str]
    rivers: list[str]


class Matching(_File):
    """matching.yaml: how names are compared with those of known projects."""

    alike: list[tuple[str, str]]
    tails: list[str]
    kinds: list[str]
    near: list[tuple[str, str, float]]
    modes: list[list[Mode]]
    abbreviations: dict[str, str]
    english: list[tuple[str, str, str]]
    english_modes: dict[Mode, str]
    english_words: dict[str, str]


Model = TypeVar("Model", bound=_File)


def read_lexicon(name: str, model: type[Model]) -> Model:
    """The YAML file ``name`` of the lexicon; AtlasError where it breaks a rule of ``model``."""
    label = f"plans/lexicon/{name}"
    return validate(model, read_yaml(FOLDER / name, label), label)


def read_words(path: Path) -> list[str]:
    """The words of a list, one a line; AtlasError when the file is missing."""
    return read_text(path, f"plans/lexicon/{path.name}").split()


def _columns(*names: str) -> tuple[Column, ...]:
    return tuple(
        Column(name, Kind.TEXT, (name, name), (name, name), "", required=True) for name in names
    )


#: The columns of places.csv and readings.csv.
PLACE_COLUMNS = ("name", "kind", "adcode")
READING_COLUMNS = ("text", "reading")


@cache
def places() -> tuple[tuple[str, str, str], ...]:
    """The reader's places: (name, kind, adcode), which is "" for a town."""
    rows = read_rows(PLACES, "plans/lexicon/places.csv", _columns(*PLACE_COLUMNS), closed=True)
    return tuple((row.cells["name"], row.cells["kind"], row.cells["adcode"]) for row in rows)


@cache
def readings() -> dict[str, str]:
    """Reading of each character, and of places that are read in another way."""
    label = "plans/lexicon/readings.csv"
    rows = read_rows(READINGS, label, _columns(*READING_COLUMNS), closed=True)
    return {row.cells["text"]: row.cells["reading"] for row in rows}
