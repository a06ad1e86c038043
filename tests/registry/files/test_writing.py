"""Files and folders are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from registry.errors import AtlasError
from registry.files import write_bytes, write_text
from registry.files.writing import part_of, whole_folder, write_part


def test_a_file_is_written_with_the_rights_of_the_user(tmp_path: Path) -> None:
    # As long as a name may be.
    target = tmp_path / "new" / ("图" * 85)
    before = os.umask(0o007)
    try:
        write_text(target, "名\r\n")
    finally:
        os.umask(before)
    assert target.read_bytes() == "名\r\n".encode()
    assert target.stat().st_mode & 0o777 == 0o660
    write_bytes(target, b"\x00")
    assert target.read_bytes() == b"\x00"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize("error", [OSError(28, "No space"), KeyboardInterrupt()])
def test_an_interrupted_write_leaves_nothing(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "f").write_text("old")

    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", fails)
    expected = AtlasError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(expected) as caught:
        write_text(tmp_path / "f", "new", "data/f")
    if isinstance(caught.value, AtlasError):
        assert str(caught.value) == "data/f: cannot be written (No space)."
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"f": "old"}


def test_a_folder_that_is_a_file_cannot_be_written_into(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("old")
    with pytest.raises(AtlasError, match="cannot be written"):
        write_text(tmp_path / "f" / "g", "new")
    with pytest.raises(AtlasError, match="cannot be written"), whole_folder(tmp_path / "f" / "g"):
        pass


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "out" / "atlas"
    for text in ("one", "two"):
        with whole_folder(target) as work:
            (work / text).write_text(text)
            assert not (target / text).exists()
        assert [path.name for path in target.iterdir()] == [text]
        assert target.stat().st_mode & 0o777 == 0o755
        assert [path.name for path in target.parent.iterdir()] == ["atlas"]


def test_a_folder_that_fails_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "atlas"
    target.mkdir()
    (target / "old").write_text("old")

    def half(work: Path) -> None:
        (work / "half").write_text("half")
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"), whole_folder(target) as work:
        half(work)
    assert [path.name for path in target.iterdir()] == ["old"]
    moves = iter([True, False, True])
    replace = Path.replace

    def once(self: Path, to: Path) -> Path:
        if not next(moves):
            raise OSError(28, "No space")
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", once)
    with pytest.raises(AtlasError, match=r"cannot be written \(No space\)"), whole_folder(target):
        pass
    assert [path.name for path in target.iterdir()] == ["old"]
    assert [path.name for path in tmp_path.iterdir()] == ["atlas"]


@pytest.mark.parametrize("data", ["一\n", "一\n".encode()], ids=["text", "bytes"])
def test_a_part_of_a_folder_is_written_as_it_is(data: str | bytes, tmp_path: Path) -> None:
    with whole_folder(tmp_path / "made") as work:
        write_part(work / "part", data)
    assert (tmp_path / "made" / "part").read_bytes() == "一\n".encode()


def test_a_part_that_cannot_be_written_is_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder").mkdir()
    for error in (OSError(28, "No space"), KeyboardInterrupt()):

        def fails(*_: object, error: BaseException = error) -> None:
            raise error

        # The rights are asked for when the part is there: OSError means only that they stay.
        monkeypatch.setattr("shutil.copymode", fails)
        if isinstance(error, OSError):
            part = part_of(tmp_path / "folder" / "f", b"new")
            assert part.read_bytes() == b"new"
            part.unlink()
        else:
            with pytest.raises(KeyboardInterrupt):
                part_of(tmp_path / "folder" / "f", b"new")
        assert list((tmp_path / "folder").iterdir()) == []
    with pytest.raises(OSError, match="f"):
        part_of(tmp_path / "missing" / "f", b"new")
