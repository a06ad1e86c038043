"""Machines that refuse: what cannot be read or written costs one sentence, and leaves nothing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from registry.files.text import read_text
from tests.support import scene
from tests.support.scene import COMMANDS, Command, files

#: A file that each command writes.
FILES = {
    "build": "data/projects.geojson",
    "export": "map.html",
    "import-edits": "data/projects/rail/yukun-hsr.yaml",
    "release": "data/released.txt",
    "add": "data/projects/rail/yukun-hsr.yaml",
    "accept": "data/mentions.csv",
    "remove": "data/plans.yaml",
}
#: Folders that they write into.
FOLDERS = (
    ("export all", "maps"),
    ("package", "atlas"),
    ("import-edits", "data/.backup"),
    ("release", "data/releases"),
    ("read", "out"),
    ("accept", "data/accepted"),
    ("accept", "data/projects/highway"),
)
#: What each command reads, and a data folder may lack.
READ = ("data/plans.yaml", "data/facts.yaml", "data/regions.yaml", "data/projects.geojson")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return scene.write(tmp_path_factory.mktemp("scene"))


@pytest.fixture
def here(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return Path(shutil.copytree(prepared, tmp_path / "here"))


def refused(command: Command, here: Path) -> str:
    """The one sentence that ``command`` says when it ends with 2 and leaves all as it was."""
    before = files(here)
    code, _, err = scene.quietly(command, here)
    said = [line for line in err.splitlines() if line.startswith("error: ")]
    assert (code, len(said)) == (2, 1), err
    assert "Traceback" not in err
    assert files(here) == before
    return said[0]


def a_folder(path: Path) -> None:
    """A folder in the place of a file, not empty."""
    if path.is_file():
        path.unlink()
    (path / "inside").mkdir(parents=True, exist_ok=True)


def a_file(path: Path) -> None:
    """A file in the place of a folder."""
    if path.is_dir():
        shutil.rmtree(path)
    path.write_text("x")


def test_every_command_that_writes_is_tried() -> None:
    assert set(FILES) | {name for name, _ in FOLDERS} == {
        name for name, command in COMMANDS.items() if command.writes
    }


@pytest.mark.parametrize("name", FILES)
def test_a_folder_stands_where_a_file_is_written(name: str, here: Path) -> None:
    command, target = COMMANDS[name], here / FILES[name]
    command.before(here)
    a_folder(target)
    assert FILES[name] in refused(command, here)


@pytest.mark.parametrize(("name", "folder"), FOLDERS)
def test_a_file_stands_where_a_folder_is_written(name: str, folder: str, here: Path) -> None:
    command = COMMANDS[name]
    command.before(here)
    a_file(here / folder)
    assert Path(folder).name in refused(command, here)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("diff",)])
@pytest.mark.parametrize("what", ["file", "missing"])
def test_the_data_are_no_folder(name: str, what: str, here: Path) -> None:
    command = COMMANDS[name]
    command.before(here)
    shutil.rmtree(here / "data")
    if what == "file":
        (here / "data").write_text("x")
    assert "data" in refused(command, here)


@pytest.mark.parametrize("what", READ)
@pytest.mark.parametrize("name", ["check", "build", "export", "package", "stale", "accept"])
def test_a_file_that_is_a_folder(name: str, what: str, here: Path) -> None:
    command = COMMANDS[name]
    if (name, what) in UNREAD:
        return
    command.before(here)
    a_folder(here / what)
    assert what in refused(command, here)


#: Files that a command never opens.
UNREAD = {
    ("stale", "data/projects.geojson"),
    ("export", "data/facts.yaml"),
}


def test_a_file_that_goes_while_it_is_read(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gone between being found and being opened."""
    real = Path.open

    def late(path: Path, *more: object, **named: object) -> object:
        # What this test itself reads to compare is opened otherwise.
        if path.name == "yukun-hsr.yaml" and more:
            raise FileNotFoundError(2, "No such file or directory", str(path))
        return real(path, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "open", late)
    for name in ("check", "build", "stale", "accept"):
        assert "yukun-hsr.yaml: cannot be read (No such file or directory)" in refused(
            COMMANDS[name], here
        )


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("diff",)])
def test_the_data_are_a_link_to_itself(name: str, here: Path) -> None:
    command = COMMANDS[name]
    command.before(here)
    shutil.rmtree(here / "data")
    (here / "data").symlink_to("data")
    code, _, err = scene.quietly(command, here)
    assert (code, err.count("error: ")) == (2, 1), err
    assert "Traceback" not in err


@pytest.mark.parametrize("form", ["pipe", "device", "endless"])
def test_a_table_that_has_no_end_is_not_accepted(form: str, here: Path) -> None:
    (here / "read" / "mentions.csv").unlink()
    target = {"device": "/dev/zero", "endless": "/proc/self/pagemap"}.get(form, "")
    if not Path(target).exists():
        pytest.skip("needs Linux")
    if form == "pipe":
        os.mkfifo(here / "read" / "mentions.csv")
    else:
        (here / "read" / "mentions.csv").symlink_to(target)
    code, _, err = scene.quietly(COMMANDS["accept"], here)
    assert (code, err.count("error: ")) == (2, 1), err
    assert "is no ordinary file" in err or "at most 50 MB are read" in err


@pytest.mark.parametrize("empty", ["", ".", "/"])
def test_a_name_that_is_none_is_no_release(empty: str, here: Path) -> None:
    command = Command("analyst", ("diff", empty, "{here}/old.geojson"))
    assert "is a folder" in refused(command, here)


def test_a_package_in_a_folder_whose_name_programs_understand(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here)
    for name in ("~/atlas", "x.zip", "a!b#c?d|e"):
        command = Command("analyst", ("package", "-o", name, *COMMANDS["package"].data))
        assert scene.quietly(command, here)[0] == 0
        assert (here / name / "parquet" / "rail.parquet").is_file()
        assert (here / name / "atlas.gpkg").stat().st_size > 100_000


def test_inputs_that_are_folders_or_gone(here: Path) -> None:
    for name, file in (
        ("import-edits", "edited.gpkg"),
        ("diff", "old.geojson"),
        ("read", "plan.txt"),
    ):
        a_folder(here / file)
        assert f"{file}: is a folder" in refused(COMMANDS[name], here)
        shutil.rmtree(here / file)
        assert f"{file}: the file does not exist" in refused(COMMANDS[name], here)
        if hasattr(os, "mkfifo"):
            os.mkfifo(here / file)
            said = _of_a_pipe(COMMANDS[name], here, file)
            assert f"{file}: is no ordinary file" in said


def _of_a_pipe(command: Command, here: Path, file: str) -> str:
    """As :func:`refused`, of a pipe that nobody writes into."""
    code, _, err = scene.quietly(command, here)
    (here / file).unlink()
    assert code == 2
    assert err.count("error: ") == 1
    return err


def test_a_file_without_end_is_not_read() -> None:
    with pytest.raises(Exception, match="no ordinary file"):
        read_text(Path(os.devnull), "none")
