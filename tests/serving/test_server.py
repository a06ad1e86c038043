"""Downloads by address from a real server, under a path of its own."""

from __future__ import annotations

import json
import shutil
import socket
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from layers.publish import downloads
from layers.records.model import Atlas
from registry.paths import ROOT, Paths
from serving.headers import BARE_POLICY, PAGE_POLICY
from tests.serving.support import ask, served


@pytest.fixture(scope="module")
def folder(small_paths: Paths, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that tests may change."""
    target = tmp_path_factory.mktemp("served") / "data"
    shutil.copytree(small_paths.data, target)
    return target


@pytest.fixture(scope="module")
def running(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    with served(folder, tmp_path_factory.mktemp("server") / "work") as both:
        yield both


@pytest.fixture(scope="module")
def server(running: tuple[str, Path]) -> str:
    return running[0]


def ids_of(body: bytes) -> list[str]:
    return [feature["properties"]["id"] for feature in json.loads(body)["features"]]


def test_a_file_is_what_its_address_says(server: str, folder: Path, small: Atlas) -> None:
    paths, every = Paths(folder), "?mode=all"
    ids = [project.id for project in small.projects]
    found = {k: ask(f"{server}downloads/{k}{every}") for k in ("geojson", "projects", "mentions")}
    assert [status for status, _, _ in found.values()] == [200, 200, 200]
    assert found["geojson"][2].decode() == downloads.geojson(paths, ids)
    assert found["projects"][2].decode() == downloads.projects_csv(paths, ids)
    assert found["mentions"][2].decode() == downloads.mentions_csv(small, ids)
    one = "?plan=mid-2020&q=first"
    assert ids_of(ask(f"{server}downloads/geojson{one}")[2]) == ["first-line"]
    assert ask(f"{server}downloads/mentions{one}")[2].decode() == downloads.mentions_csv(
        small, ["first-line"], ["mid-2020"]
    )
    # Asked for in turn, each is its own.
    assert ids_of(ask(f"{server}downloads/geojson?mode=port")[2]) == [
        project.id for project in small.projects if project.mode == "port"
    ]
    page = ask(f"{server}downloads/map?lang=en&q=first")[2].decode()
    assert '<html lang="en">' in page


def test_a_file_says_what_it_is_and_what_it_is_called(server: str) -> None:
    kinds = {
        "map": ("small.html", "text/html; charset=utf-8"),
        "geojson": ("small.geojson", "application/geo+json"),
        "projects": ("small-projects.csv", "text/csv; charset=utf-8"),
        "mentions": ("small.csv", "text/csv; charset=utf-8"),
    }
    for kind, (name, mime) in kinds.items():
        for method in ("GET", "HEAD"):
            status, headers, body = ask(f"{server}downloads/{kind}?mode=all", method)
            assert (status, headers["Content-Type"]) == (200, mime)
            assert headers["Content-Disposition"] == f'attachment; filename="{name}"'
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Content-Security-Policy"] == BARE_POLICY
            assert headers["Cache-Control"] == "no-cache"
            assert int(headers["Content-Length"]) > 500
            assert len(body) == (int(headers["Content-Length"]) if method == "GET" else 0)


def test_the_same_file_is_made_once(running: tuple[str, Path]) -> None:
    server, litter = running
    ask(f"{server}downloads/geojson?mode=all&lang=en")
    (made,) = litter.glob("atlas-downloads-*")
    before = {path.name for path in made.iterdir()}
    # Neither language nor what only the browser draws is part of it.
    for query in (
        "?mode=all&lang=en",
        "?mode=all",
        "?rail=off&mode=all&tab=charts&at=29.5,105.5,9",
    ):
        assert ask(f"{server}downloads/geojson{query}")[0] == 200
    assert {path.name for path in made.iterdir()} == before
    ask(f"{server}downloads/geojson?mode=all&q=gas")
    assert len({path.name for path in made.iterdir()} - before) == 1


@pytest.mark.parametrize(
    "query",
    [
        "?year=²",
        "?year=%C2%B2&on=%E2%91%A2",
        "?project=%00&q=%ED%A0%80&lang=%FF",
        "?&&==&mode=rail&mode=rail&mode",
        "?lat=1e400&lon=nan&zoom=-0",
        "?at=,,&step=²&__proto__=1",
        "?" + "plan=x&" * 3000,
        "?q=" + "%20" * 5000,
        "?place=" + "9" * 20000,
    ],
)
def test_hostile_parameters_are_nothing(server: str, query: str) -> None:
    for kind in ("geojson", "map"):
        status, headers, _ = ask(f"{server}downloads/{kind}{quote(query, safe='?&=%,')}")
        assert status in (200, 404), query[:60]
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_bytes_that_no_browser_sends_are_nothing(server: str) -> None:
    parts = urlsplit(server)
    asked = b"GET " + parts.path.encode() + b"downloads/package?q=\xff\xfe\xc2 HTTP/1.1\r\n"
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=30) as line:
        line.sendall(asked + b"Host: x\r\nConnection: close\r\n\r\n")
        with line.makefile("rb") as answer:
            assert answer.readline().split()[1] in (b"202", b"400", b"404")


def test_what_is_not_there_is_said_in_both_languages(server: str) -> None:
    status, headers, body = ask(f"{server}downloads/geojson?q=elsewhere&lang=en")
    said = body.decode()
    assert status == 404
    assert "没有项目符合这些条件，没有东西可下载。" in said
    assert "no project matches, there is nothing to download." in said
    assert 'href="../?q=elsewhere&amp;lang=en"' in said
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Security-Policy"] == BARE_POLICY
    status, _, body = ask(
        f"{server}downloads/<script>?q=\"'><script>alert(1)</script>".replace(" ", "")
    )
    assert status == 404
    assert "there are map, geojson, projects, mentions, changes, package" in body.decode()
    assert "<script" not in body.decode()


def test_new_data_make_a_new_file(server: str, folder: Path) -> None:
    file = Paths(folder).geojson
    before = file.read_text(encoding="utf-8")
    assert b"renamed here" not in ask(f"{server}downloads/geojson?mode=all")[2]
    document = json.loads(before)
    document["features"][0]["properties"]["name_en"] = "renamed here"
    file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    try:
        assert b"renamed here" in ask(f"{server}downloads/geojson?mode=all")[2]
    finally:
        file.write_text(before, encoding="utf-8")


def test_the_page_itself_says_so_too(server: str) -> None:
    status, headers, body = ask(server)
    assert status == 200
    assert b"<html" in body
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == PAGE_POLICY
    assert ask(server + "_stcore/health")[0] == 200
    assert ask(server + "_stcore/metrics")[0] == 404


def test_the_server_answers_this_machine_alone(server: str) -> None:
    with (ROOT / ".streamlit" / "config.toml").open("rb") as file:
        assert tomllib.load(file)["server"]["address"] == "127.0.0.1"
    port = urlsplit(server).port
    assert port is not None
    listening = {
        line.split()[1]
        for name in ("tcp", "tcp6")
        if (table := Path("/proc/net") / name).exists()
        for line in table.read_text().splitlines()[1:]
        if line.split()[3] == "0A" and line.split()[1].endswith(f":{port:04X}")
    }
    assert not Path("/proc/net/tcp").exists() or listening == {f"0100007F:{port:04X}"}
