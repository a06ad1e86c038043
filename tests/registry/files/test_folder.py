"""The files of a folder: each is read, or refused by name; only litter is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.accepting.base import accepted_ids
from registry.errors import AtlasError
from registry.files import read_text
from registry.files.folder import files_in, is_litter
from registry.load import project_files
from registry.paths import Paths

LITTER = (
    *(".x.yaml", "._x.yaml", ".DS_Store", "~$x.yaml", "x.yaml~", "x.yaml.bak", "x.BAK"),
    *(".x.yaml.swp", "x.swp", "Thumbs.db", "THUMBS.DB", "desktop.ini", "__MACOSX"),
)


def _put(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("")
    return path


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A data folder with one project."""
    found = Paths(tmp_path / "data")
    _put(found.projects / "rail" / "a.yaml")
    return found


@pytest.mark.parametrize("name", LITTER)
def test_litter_is_passed_over_wherever_it_lies(paths: Paths, name: str) -> None:
    assert is_litter(name)
    for folder in (paths.projects, paths.projects / "rail", paths.accepted):
        _put(folder / name)
    _put(paths.projects / "rail" / "more" / name)
    _put(paths.projects / "~$old" / "rail" / "._a.yaml")
    _put(paths.projects / "rail" / ".git" / "x.yaml")
    assert [path.name for path in project_files(paths)] == ["a.yaml"]
    assert accepted_ids(paths) == []


@pytest.mark.parametrize("name", ["x.yaml", "a~b.yaml", "$x.yaml", "bak.yaml", "x.bak.yaml"])
def test_what_only_looks_like_litter_is_read(paths: Paths, name: str) -> None:
    assert not is_litter(name)
    _put(paths.projects / "rail" / name)
    assert paths.projects / "rail" / name in project_files(paths)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("rail/x.yml", "data/projects/rail/x.yml: must be called x.yaml"),
        ("rail/x.YAML", "data/projects/rail/x.YAML: must be called x.yaml"),
        ("rail/x.Yml", "data/projects/rail/x.Yml: must be called x.yaml"),
        ("rail/x.yaml.txt", "data/projects/rail/x.yaml.txt: only .yaml files stand in this"),
        ("rail/README", "data/projects/rail/README: only .yaml files"),
        (
            "rail/new/x.yaml",
            "data/projects/rail/new/x.yaml: must stand at data/projects/rail/x.yaml",
        ),
        (
            "rail/new/er/x.yml",
            "data/projects/rail/new/er/x.yml: must stand at data/projects/rail/x",
        ),
        ("x.yaml", "data/projects/x.yaml: must stand at data/projects/<mode>/x.yaml"),
        ("Rail/x.yaml", "data/projects/Rail: there is no mode 'Rail', perhaps rail"),
    ],
)
def test_what_would_be_passed_over_is_refused_by_name(paths: Paths, name: str, says: str) -> None:
    _put(paths.projects / name)
    with pytest.raises(AtlasError) as refused:
        project_files(paths)
    assert str(refused.value).startswith(says)


def test_a_folder_may_be_empty_or_missing(paths: Paths, tmp_path: Path) -> None:
    (paths.projects / "rail" / "new" / "er").mkdir(parents=True)
    assert len(project_files(paths)) == 1
    assert files_in(tmp_path / "none", ".csv", str) == []


def test_a_name_may_stand_beside_the_files(tmp_path: Path) -> None:
    _put(tmp_path / "1.0.csv")
    _put(tmp_path / "feed.atom")
    assert files_in(tmp_path, ".csv", str, beside=["feed.atom"]) == [tmp_path / "1.0.csv"]
    with pytest.raises(AtlasError, match=r"feed\.atom: only \.csv files"):
        files_in(tmp_path, ".csv", str)


@pytest.mark.parametrize("name", ["f.yml", "F.yaml", "f.yaml.txt", "f.YAML"])
def test_a_file_that_is_missing_names_the_one_beside_it(tmp_path: Path, name: str) -> None:
    _put(tmp_path / ".f.yaml")
    _put(tmp_path / name)
    with pytest.raises(AtlasError, match=f"x: the file does not exist; perhaps {name} must be"):
        read_text(tmp_path / "f.yaml", "x")
    with pytest.raises(AtlasError, match=r"^x: the file does not exist\.$"):
        read_text(tmp_path / "g.yaml", "x")
