"""The downloads of the explorer on hostile data: nothing runs, no cell is a formula."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from layers.publish import downloads
from layers.records.model import Atlas
from registry.files.csvfile import guarded
from registry.paths import DEFAULT, Paths
from tests.support import browser, require
from tests.support.small_atlas import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]

#: How a spreadsheet's formula may begin, each taken in turn.
STARTS = ("=1+1", "+1", "-1+1", "@SUM(1)")
BAD = HOSTILE.replace(";", "") + "../../../etc/x"
#: What people write into a project; the rest are codes and figures.
TEXTS = {"name", "name_en", "note", "route_note", "as_written", "action", "section", "text"}
TEXTS |= {"current_words", "current_words_en", "publisher"}
TEXTS |= {"title", "title_en", "short", "short_en", "issuer", "number", "definition", "clause"}


class Spoiler:
    """Puts hostile text before and after what people write."""

    def __init__(self) -> None:
        self.n = 0

    def text(self, value: str) -> str:
        """``value`` between a start that a spreadsheet might run and the hostile rest."""
        self.n += 1
        return STARTS[self.n % len(STARTS)] + value + BAD

    def record(self, row: dict[str, Any]) -> dict[str, Any]:
        """``row`` with the fields that people write spoilt."""
        return {
            k: self.text(v) if k in TEXTS and isinstance(v, str) and v else v
            for k, v in row.items()
        }


def spoil(folder: Path) -> None:
    """Spoil every text of the data folder that downloads are made from."""
    spoiler = Spoiler()
    for path in (
        folder / "projects.geojson",
        folder / "boundaries" / "display" / "regions.geojson",
    ):
        found = json.loads(path.read_text(encoding="utf-8"))
        for feature in found["features"]:
            feature["properties"] = spoiler.record(feature["properties"])
        path.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    for name in ("mentions.csv", "events.csv"):
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            rows = [spoiler.record(row) for row in csv.DictReader(file)]
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    for name in ("plans.yaml", "regions.yaml"):
        found = yaml.safe_load((folder / name).read_text(encoding="utf-8"))
        for key, rows in found.items():
            found[key] = [spoiler.record(row) for row in rows]
        # JSON is YAML.
        (folder / name).write_text(json.dumps(found, default=str), encoding="utf-8")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    require(browser.chromium() is not None, "Chromium (name it in CHROMIUM)")
    folder = tmp_path_factory.mktemp("spoilt")
    shutil.copytree(DEFAULT.data, folder / "data")
    spoil(folder / "data")
    with browser.explorer(folder / "data", folder / "log.txt") as url:
        yield url


def no_formulas(text: str) -> list[list[str]]:
    """The rows of a CSV file, none of whose cells a spreadsheet would run."""
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len({len(row) for row in rows}) == 1
    for row in rows:
        for cell in row:
            assert not cell.startswith(STARTS), cell
    return rows


@pytest.mark.browser
def test_downloads_of_hostile_data(app: str, open_page: Open, tmp_path: Path) -> None:
    errors: list[str] = []
    requests: list[str] = []
    page = open_page(app + "?mode=all&lang=en", requests=requests, errors=errors)
    n = int(page.locator(".atlas").get_attribute("data-shown") or 0)
    assert n > 100
    page.get_by_role("button", name=f"Download {n}").click()
    found: dict[str, Path] = {}
    page.get_by_role("button", name="Prepare the package (ZIP)").click()
    for name in (
        "Map (HTML)",
        "GeoJSON",
        "Mentions (CSV)",
        "Projects (CSV)",
        "Ready: package (ZIP)",
    ):
        with page.expect_download(timeout=60_000) as waiting:
            page.get_by_role("link", name=name).click(timeout=60_000)
        suffix = waiting.value.suggested_filename.rpartition(".")[2]
        kind = "projects" if name == "Projects (CSV)" else suffix
        waiting.value.save_as(found.setdefault(kind, tmp_path / f"{kind}.{suffix}"))
    assert page.evaluate("window.pwned") is None

    exported = open_page(found["html"].as_uri(), offline=True, requests=requests, errors=errors)
    assert exported.locator(".atlas").get_attribute("data-shown") == str(n)
    exported.locator('path[data-id="yukun-hsr"]').focus()
    exported.keyboard.press("Enter")
    assert "<img src=x" in exported.locator(".atlas-card").inner_text()
    assert exported.evaluate("window.pwned") is None
    assert errors == []
    assert not [r for r in requests if "evil" in r or r.endswith("/x")]

    layer = json.loads(found["geojson"].read_text(encoding="utf-8"))
    assert len(layer["features"]) == n
    assert all("<img src=x" in f["properties"]["name"] for f in layer["features"])
    rows = no_formulas(found["csv"].read_bytes().decode())
    assert any(cell.startswith("'=1+1") for row in rows for cell in row)
    projects = no_formulas(found["projects"].read_bytes().decode())
    assert len(projects) == n + 1
    assert projects[0] == list(downloads.LISTED)
    assert any(cell.startswith("'@SUM(1)") for row in projects for cell in row)
    package_is_safe(found["zip"], n, tmp_path)


def package_is_safe(path: Path, n: int, tmp_path: Path) -> None:
    """The package's names stay inside, its tables hold no formulas, its GeoPackage opens."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        for info in archive.infolist():
            at = PurePosixPath(info.filename)
            assert info.filename.isascii()
            assert not at.is_absolute()
            assert ".." not in at.parts
            assert "\\" not in info.filename
            # No link that points elsewhere.
            assert (info.external_attr >> 16) & 0o170000 in (0, 0o100000, 0o040000)
        for name in archive.namelist():
            if name.endswith(".csv"):
                no_formulas(archive.read(name).decode())
            elif name.endswith((".json", ".geojson")):
                json.loads(archive.read(name))
        gpkg = next(name for name in archive.namelist() if name.endswith(".gpkg"))
        target = tmp_path / "atlas.gpkg"
        target.write_bytes(archive.read(gpkg))
    with sqlite3.connect(target) as base:
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        names = [row[0] for row in base.execute("SELECT name FROM projects")]
    assert len(names) == n
    assert all("<img src=x" in name for name in names)


@pytest.mark.parametrize("start", [*STARTS, "\t=1", "\r=1", "＝1+1", "＠x"])
def test_no_cell_becomes_a_formula(small: Atlas, start: str) -> None:
    assert guarded(start) == "'" + start
    assert guarded("渝昆高铁") == "渝昆高铁"
    assert guarded(2023) == 2023
    assert no_formulas(downloads.mentions_csv(small, ["first-line"]))


def test_projects_go_out_with_the_columns_of_the_list(small_paths: Paths) -> None:
    text = downloads.projects_csv(small_paths, ["third-river", "first-line"])
    rows = list(csv.DictReader(text.removeprefix("\ufeff").splitlines()))
    # In the order of the built file, with what it says.
    assert [row["id"] for row in rows] == ["first-line", "third-river"]
    first, river = rows
    assert (first["current_status"], first["current_since"]) == ("partly_open", "2025-06")
    assert (first["promised_year"], first["happened_on"]) == ("2020", "2025-06")
    assert (first["promise_kind"], first["months_late"], first["verdicts"]) == (
        *("complete", "54", "late"),
    )
    assert (river["current_status"], river["months_late"]) == ("unknown", "")
    assert downloads.projects_csv(small_paths, []).count("\n") == 1


def test_what_is_no_formula_goes_out_as_it_came_in(small_paths: Paths, small: Atlas) -> None:
    rows = no_formulas(downloads.mentions_csv(small, [p.id for p in small.projects]))
    with small_paths.mentions.open(encoding="utf-8", newline="") as file:
        there = {row["as_written"] for row in csv.DictReader(file)}
    assert {row[rows[0].index("as_written")] for row in rows[1:]} == there
