"""The closed list of Chinese places that the reader knows: units, former names, towns, rivers.

It helps to see where a name begins (延长至黄岭 begins with a county, not with a verb) and which
names are places; it holds no project, and a name it does not know is read all the same.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from registry.land.placenames import short

FOLDER = Path(__file__).resolve().parents[2] / "lexicon"
PLACES = FOLDER / "places.csv"
READINGS = FOLDER / "readings.csv"
COMMON_WORDS = FOLDER / "common_words.txt"
COMMON_NOUNS = FOLDER / "common_nouns.txt"


@dataclass(frozen=True)
class Gazetteer:
    """``adcodes``: each name, full and short, to the codes it stands for ("" for a town)."""

    adcodes: dict[str, tuple[str, ...]]

    def __contains__(self, name: str) -> bool:
        return name in self.adcodes

    def within(self, name: str, region: tuple[str, ...]) -> tuple[str, ...]:
        """The codes of ``name``, those inside ``region`` (adcode prefixes) if any are."""
        codes = self.adcodes.get(name, ())
        inside = tuple(c for c in codes if any(c.startswith(prefix) for prefix in region))
        return inside or codes


@cache
def gazetteer() -> Gazetteer:
    """The shipped list."""
    found: dict[str, dict[str, None]] = {}
    with PLACES.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for name in (row["name"], short(row["name"])):
                found.setdefault(name, {})[row["adcode"]] = None
    return Gazetteer({name: tuple(codes) for name, codes in found.items()})
