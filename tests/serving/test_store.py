"""What is made is kept within bounds, and nothing is left behind."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from serving import store as module
from serving.store import LITTER, PREFIX, Store


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def store() -> Iterator[Store]:
    made = Store(most_files=3, most_bytes=100)
    yield made
    made.close()


def put(store: Store, key: str, content: bytes = b"x") -> None:
    part = store.part()
    part.write_bytes(content)
    store.keep(key, part)


def read(store: Store, key: str) -> bytes | None:
    file = store.open(key)
    if file is None:
        return None
    with file:
        return file.read()


def test_what_is_kept_is_read_again(store: Store) -> None:
    assert read(store, "a") is None
    assert not store.holds("a")
    put(store, "a", b"one")
    assert store.holds("a")
    assert read(store, "a") == b"one"
    put(store, "a", b"two")
    assert read(store, "a") == b"two"
    assert sorted(path.name for path in store.folder.iterdir()) == ["a"]


def test_no_more_files_than_fit_and_the_one_longest_not_asked_for_goes(store: Store) -> None:
    for key in "abc":
        put(store, key)
    assert read(store, "a") == b"x"
    put(store, "d")
    assert [key for key in "abcd" if store.holds(key)] == ["a", "c", "d"]
    assert sorted(path.name for path in store.folder.iterdir()) == ["a", "c", "d"]


def test_no_more_bytes_than_fit(store: Store) -> None:
    put(store, "a", b"x" * 50)
    put(store, "b", b"x" * 50)
    assert (store.holds("a"), store.holds("b")) == (True, True)
    put(store, "c", b"x")
    assert [key for key in "abc" if store.holds(key)] == ["b", "c"]
    # One that is larger than all is kept alone.
    put(store, "d", b"x" * 101)
    assert [key for key in "abcd" if store.holds(key)] == ["d"]
    assert read(store, "d") == b"x" * 101


def test_one_that_is_being_read_may_go(store: Store) -> None:
    put(store, "a", b"still here")
    file = store.open("a")
    assert file is not None
    with file:
        for key in "bcd":
            put(store, key)
        assert not store.holds("a")
        assert file.read() == b"still here"


def test_nothing_is_left_behind(temporary: Path) -> None:
    store = Store()
    assert list(temporary.iterdir()) == []
    put(store, "a")
    assert [path.name[: len(PREFIX)] for path in temporary.iterdir()] == [PREFIX]
    store.close()
    assert list(temporary.iterdir()) == []
    assert not store.holds("a")
    store.close()


def test_a_folder_that_went_is_made_anew(store: Store) -> None:
    put(store, "a")
    (store.folder / "a").unlink()
    assert not store.holds("a")
    assert read(store, "a") is None
    put(store, "b")
    store.folder.joinpath("b").unlink()
    store.folder.rmdir()
    put(store, "c", b"anew")
    assert read(store, "c") == b"anew"
    assert not store.holds("b")


def test_what_a_killed_server_left_goes_after_a_day(temporary: Path) -> None:
    now = time.time()
    for name, age in (("old", LITTER + 60), ("young", LITTER - 60)):
        folder = temporary / f"{PREFIX}{name}"
        folder.mkdir()
        os.utime(folder, (now - age, now - age))
    other = temporary / "others"
    other.mkdir()
    os.utime(other, (0, 0))
    module._sweep()
    assert sorted(path.name for path in temporary.iterdir()) == [f"{PREFIX}young", "others"]


def test_only_what_is_kept_is_held(store: Store) -> None:
    part = store.part()
    part.write_bytes(b"x")
    assert not store.holds(part.name)
    assert store.open(part.name) is None
    put(store, "a")
    assert store.holds("a")
    (store.folder / "a").unlink()
    assert not store.holds("a")
    store.close()
    assert not store.holds("a")
