"""Makes plans/lexicon/readings.csv: how characters and places are read, in pinyin without tones.

``python -m scripts.derive_readings`` needs requirements-data.txt. A character stands with its
usual reading; a place only where the readings of its characters would give another (重庆, 六安).
"""

from __future__ import annotations

import csv
import io

from plans.reading.lexical.gazetteer import PLACES, READINGS
from registry.land.placenames import short
from scripts.derive_pinyin import characters as common
from scripts.romanize import pinyin


def characters() -> set[str]:
    """The characters of GB 2312 and of the reader's places."""
    with PLACES.open(newline="", encoding="utf-8") as file:
        return {c for place in csv.DictReader(file) for c in place["name"]} | set(common())


def main() -> None:
    """Write the table."""
    single = {c: pinyin(c).lower() for c in sorted(characters())}
    rows = list(single.items())
    with PLACES.open(newline="", encoding="utf-8") as file:
        names = {short(place["name"]) for place in csv.DictReader(file)}
    for name in sorted(names):
        read = pinyin(name).lower().replace("'", "")
        if len(name) > 1 and read != "".join(single[c] for c in name):
            rows.append((name, pinyin(name).lower()))
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(("text", "reading"))
    writer.writerows(rows)
    READINGS.write_text(buffer.getvalue(), encoding="utf-8")
    print(f"{READINGS.name}: {len(rows):,} readings")


if __name__ == "__main__":
    main()
