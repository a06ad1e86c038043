"""A package from a real server: prepared, waited for, and made again where it failed."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.paths import DEFAULT, Paths
from tests.serving.support import ask, served


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped data."""
    target = tmp_path_factory.mktemp("served") / "data"
    shutil.copytree(DEFAULT.data, target)
    return target


@pytest.fixture(scope="module")
def server(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(folder, tmp_path_factory.mktemp("server") / "work") as (url, _):
        yield url


def package(server: str, query: str) -> dict[str, object]:
    """Have the package of an address made, and wait for its end."""
    told = json.loads(ask(f"{server}downloads/package/state{query}", "POST")[2])
    while told["state"] in ("waiting", "making"):
        told = json.loads(ask(f"{server}downloads/package/state{query}")[2])
    return dict(told)


def test_a_package_is_prepared_then_there(server: str) -> None:
    query = "?mode=port&lang=en"
    state = f"{server}downloads/package/state"
    assert json.loads(ask(state + query)[2]) == {"state": "none", "before": 0, "why": []}
    status, headers, body = ask(state + query, "POST")
    assert (status, headers["Cache-Control"]) == (200, "no-store")
    assert json.loads(body)["state"] in ("making", "waiting")
    assert package(server, query) == {"state": "ready", "before": 0, "why": []}
    status, headers, body = ask(f"{server}downloads/package{query}")
    assert (status, headers["Content-Type"]) == (200, "application/zip")
    assert headers["Content-Disposition"] == 'attachment; filename="chengyu-atlas.zip"'
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert archive.testzip() is None
        assert "chengyu-atlas/atlas.gpkg" in archive.namelist()
        inside = json.loads(archive.read("chengyu-atlas/oc4ids.json"))
    assert inside
    # The same selection in other words is there at once.
    same = "?mode=PORT&rail=off&tab=data"
    assert json.loads(ask(state + same)[2])["state"] == "ready"


def test_who_only_follows_the_link_waits_on_a_page(server: str) -> None:
    url = f"{server}downloads/package?q=yukun"
    status, headers, body = ask(url)
    assert status == 202
    assert headers["Refresh"] == "2; url=package?q=yukun"
    assert "正在准备，约需几秒" in body.decode() or "排队中" in body.decode()
    assert 'href="../?q=yukun"' in body.decode()
    assert package(server, "?q=yukun")["state"] == "ready"
    assert ask(url)[0] == 200


def test_a_package_that_fails_says_why_and_is_tried_again(server: str, folder: Path) -> None:
    query, target = "?q=chengzi", Paths(folder).rivers
    text = target.read_text(encoding="utf-8")
    target.write_text("{", encoding="utf-8")
    try:
        told = package(server, query)
        assert told["state"] == "failed"
        zh, en = told["why"]  # type: ignore[misc]
        assert "GeoJSON" in zh
        assert re.search(r"is not GeoJSON|not valid", en)
        status, _, body = ask(f"{server}downloads/package{query}")
        assert status == 500
        assert "再试一次" in body.decode()
        assert "Try again" in body.decode()
    finally:
        target.write_text(text, encoding="utf-8")
    assert package(server, query)["state"] == "ready"


def test_a_package_of_nothing_is_refused(server: str) -> None:
    told = json.loads(ask(f"{server}downloads/package/state?q=elsewhere", "POST")[2])
    assert told["state"] == "failed"
    assert told["why"][1] == "download: no project matches, there is nothing to download."
