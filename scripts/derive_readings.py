"""Makes plans/lexicon/readings.csv: how characters and places are read, in pinyin without tones.

``python -m scripts.derive_readings`` needs requirements-data.txt. A character stands with its
usual reading; a place only where the readings of its characters would give another (重庆, 六安)
or where its established form is not its pinyin (乌鲁木齐 is Urumqi).
"""

from __future__ import annotations

import sys

from plans.reading.lexical.files import READING_COLUMNS, READINGS, places
from registry.commandline import run_script
from registry.files.counts import write_table
from registry.files.csvfile import csv_text
from registry.land.placenames import short
from scripts.derive_pinyin import characters as common
from scripts.sources.established import PLACES
from scripts.sources.romanize import pinyin


def characters() -> set[str]:
    """The characters of GB 2312 and of the reader's places."""
    return {c for name, _, _ in places() for c in name} | set(common())


def main() -> None:
    """Write the table."""
    single = {c: pinyin(c).lower() for c in sorted(characters())}
    rows = list(single.items())
    for name in sorted({short(place) for place, _, _ in places()} | set(PLACES)):
        if name in PLACES:
            rows.append((name, PLACES[name]))
            continue
        read = pinyin(name).lower().replace("'", "")
        if len(name) > 1 and read != "".join(single[c] for c in name):
            rows.append((name, pinyin(name).lower()))
    lines = [dict(zip(READING_COLUMNS, row, strict=True)) for row in rows]
    write_table(READINGS, csv_text(READING_COLUMNS, lines))
    print(f"{READINGS.name}: {len(rows):,} readings")


if __name__ == "__main__":
    sys.exit(run_script(main))
