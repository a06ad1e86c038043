"""What could never hold is refused: years the wrong way round, hosts that no address has."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.columns import MENTIONS
from registry.errors import AtlasError
from registry.files.csvfile import parse_rows
from registry.files.records import validate
from registry.land.titles import read_titles
from registry.load import load_plans
from registry.models import Event, FactsRules, Plan
from registry.paths import DEFAULT, Paths
from registry.tables import read_projects
from registry.tables.built import read_events

EVENT = {
    **{"event": "open", "date": "2025", "publisher": "四川日报", "looked_at": "2026"},
    "confidence": "press",
}


@pytest.mark.parametrize(
    ("years", "fits"),
    [([2018, 2022], True), ([2022, 2022], True), ([2022, 2018], False), ([2022, 2021], False)],
)
def test_the_first_year_of_a_plan_is_not_after_its_last(years: list[int], fits: bool) -> None:
    plan = next(iter(load_plans().values())).model_dump(mode="json")
    if fits:
        assert validate(Plan, {**plan, "horizon": years}, "f").horizon == tuple(years)
        return
    with pytest.raises(AtlasError, match=r"^f: horizon: the first year is later than the last\.$"):
        validate(Plan, {**plan, "horizon": years}, "f")


@pytest.mark.parametrize(
    ("host", "fits"),
    [
        ("bkwk.cn", True),
        ("a-1.b_2.example", True),
        ("localhost", True),
        ("Bkwk.cn", False),
        ("bkwk.cn.", False),
        (".bkwk.cn", False),
        ("bkwk..cn", False),
        ("http://bkwk.cn", False),
        ("bkwk.cn/", False),
        ("bkwk.cn:80", False),
        ("*.bkwk.cn", False),
        (" bkwk.cn", False),
        ("百科.cn", False),
        ("", False),
    ],
)
def test_a_host_is_written_as_addresses_have_it(host: str, fits: bool) -> None:
    data = {"facts_as_of": "2026", "no_source": [host]}
    if fits:
        assert validate(FactsRules, data, "f").no_source == [host]
        return
    with pytest.raises(AtlasError, match=r"^f: no_source\[0\]: .* is no host such as"):
        validate(FactsRules, data, "f")


@pytest.mark.parametrize(
    ("url", "fits"),
    [
        ("https://www.scdaily.cn/a?b#c", True),
        ("http://1.2.3.4:8080/", True),
        ("HTTP://SCDaily.cn/", True),
        # Other spellings of a host, which browsers take for the host itself.
        ("http://bkwk.cn./x", False),
        ("http://bkwk%2Ecn/x", False),
        ("http://good.cn\\.bkwk.cn/", False),
        ("http://.../", False),
        ("http://%00/", False),
        ("http://[::1]/", False),
        ("http:///bkwk.cn", False),
    ],
)
def test_an_address_names_its_host_plainly(url: str, fits: bool) -> None:
    if fits:
        assert validate(Event, {**EVENT, "url": url}, "f").url == url
        return
    with pytest.raises(AtlasError, match=r"^f: url: .* is no address that begins with http"):
        validate(Event, {**EVENT, "url": url}, "f")


def _titles(folder: Path, title: str) -> str:
    paths = Paths(folder)
    paths.titles.write_text(f'title: "{title}"\ntitle_en: B\nname: c\n', encoding="utf-8")
    return read_titles(paths).zh


def test_a_title_has_room_for_two_hundred(tmp_path: Path) -> None:
    assert _titles(tmp_path, "图" * 200) == "图" * 200
    with pytest.raises(AtlasError, match=r": title: .*…' is longer than 200 characters") as caught:
        _titles(tmp_path, "图" * 201)
    assert "太长，至多 200 个字符" in caught.value.zh


def test_a_file_that_a_program_writes_has_every_column() -> None:
    names = [column.name for column in MENTIONS]
    text = ",".join(names) + "\n"
    assert parse_rows(text, "t", MENTIONS, every=True) == []
    without = text.replace(",note\n", ",Note\n")
    assert parse_rows(without, "t", MENTIONS) == []
    with pytest.raises(AtlasError, match=r"^t: lacks the columns note\.$"):
        parse_rows(without, "t", MENTIONS, every=True)


@pytest.mark.parametrize("column", ["km", "text", "url", "disputed", "scope"])
def test_a_column_of_facts_that_has_another_name_is_missed(column: str, tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    head, _, rows = DEFAULT.events.read_text("utf-8").partition("\n")
    cells = [f"{name}\u200b" if name == column else name for name in head.split(",")]
    paths.events.write_text(",".join(cells) + "\n" + rows, encoding="utf-8")
    with pytest.raises(AtlasError, match=rf"events\.csv: lacks the columns {column}\.$"):
        read_events(paths)


def test_a_column_of_projects_that_is_gone_is_missed(tmp_path: Path) -> None:
    paths, plans = Paths(tmp_path), list(load_plans())
    text = DEFAULT.geojson.read_text("utf-8")
    paths.geojson.write_text(text.replace('"aliases":', '"aliasses":'), encoding="utf-8")
    with pytest.raises(AtlasError, match=r"projects\.geojson: lacks the columns aliases\.$"):
        read_projects(paths, plans=plans)
    # A plan that came after the build has no column yet.
    paths.geojson.write_text(text, encoding="utf-8")
    rows = read_projects(paths, plans=[*plans, "younger-2030"])
    assert {row.values["status_younger_2030"] for row in rows} == {None}
