"""The search on the command line: ``layers find``, a project by name, ``geo locate``."""

from __future__ import annotations

import pytest

import geo.__main__
from layers import cli
from layers.records.model import Atlas
from layers.search.matcher import find
from layers.selection import resolver
from registry.errors import AtlasError

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LANGUAGE", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


def test_what_is_found_is_listed_the_best_first(atlas: Atlas, capsys: Printed) -> None:
    assert cli.main(["find", "泸州", "港"]) == 0
    told = capsys.readouterr()
    assert tuple(line.split()[0] for line in told.out.splitlines()) == find(atlas, "泸州 港").ids
    assert told.out.splitlines()[0] == f"{'luzhou-port':30} Luzhou Port"
    assert told.err == ""


def test_a_slip_is_told_and_nothing_is_refused(capsys: Printed) -> None:
    assert cli.main(["find", "余昆高铁"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("yukun-hsr ")
    assert told.err == "none is called '余昆高铁'; with a name like it:\n"
    assert cli.main(["find", "沪昆高铁"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "no project is called so, perhaps 渝昆高铁 (yukun-hsr)" in told.err
    assert cli.main(["find", "火星铁路"]) == 2
    assert "perhaps" not in capsys.readouterr().err


def test_a_project_is_named_as_in_a_search(atlas: Atlas) -> None:
    there = resolver.names(atlas)["project"]
    for asked in ("渝崑高鐵", "昆渝高铁", "新建渝昆高铁项目", "yukun-hsr"):
        assert resolver.resolve("--project", "project", asked, there) == "yukun-hsr", asked
    assert resolver.resolve("--project", "project", "黄草侠储气库", there) == "storage-huangcaoxia"
    for asked in ("成渝", "余昆", "火星铁路", "沪昆高铁", ""):
        with pytest.raises(AtlasError):
            resolver.resolve("--project", "project", asked, there)
    # Other kinds are not: a region is what it is called.
    with pytest.raises(AtlasError):
        resolver.resolve("--region", "region", "渝崑高鐵", there)


def test_a_place_is_named_in_characters_of_any_form() -> None:
    there = {"5105": ("泸州市", "Luzhou"), "5115": ("宜宾市", "Yibin"), "500103": ("渝中区",)}
    for asked, code in (
        ("瀘州市", "5105"),
        ("瀘州", "5105"),
        ("宜賓市", "5115"),
        ("渝中區", "500103"),
        ("泸州", "5105"),
    ):
        assert resolver.resolve("--place", "place", asked, there) == code, asked
        if asked not in ("泸州",):
            with pytest.raises(AtlasError):
                resolver.resolve("--plan", "plan", asked, there)
    with pytest.raises(AtlasError):
        resolver.resolve("--place", "place", "北川", there)


def test_what_is_to_be_located_is_looked_for(capsys: Printed) -> None:
    assert geo.__main__.main(["locate", "渝崑高鐵"]) == 0
    assert "(yukun-hsr)" in capsys.readouterr().out
    # A phrase of places is one, whatever has a like name; several are listed.
    assert geo.__main__.main(["locate", "泸州至遂宁铁路"]) == 0
    assert "泸州" in capsys.readouterr().out
    assert geo.__main__.main(["locate", "余昆"]) == 2
    told = capsys.readouterr().err
    assert "yukun-hsr" in told
    assert "yukun-hsr-chongqing-yibin" in told
