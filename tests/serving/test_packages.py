"""Packages are made one at a time, the same one once, and whoever waits is told."""

from __future__ import annotations

import json
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.errors import AtlasError
from serving import packages as module
from serving.kinds import KEPT, Folders
from serving.packages import MOST_WAITING, PATIENCE, Maker, Order, Packages, Place, State
from serving.store import Store

ORDER = Order(Path("data"), ["a"])


class Hand:
    """Makes packages when it is told to, and counts them."""

    def __init__(self) -> None:
        self.made: list[list[str]] = []
        self.most = self.now = 0
        self.lock = threading.Lock()
        self.go = threading.Semaphore(0)
        self.begun = threading.Semaphore(0)
        self.fault: Exception | None = None

    def __call__(self, order: Order, target: Path) -> None:
        """Write the ids, or raise the fault."""
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
            self.made.append(order.ids)
        self.begun.release()
        assert self.go.acquire(timeout=20)
        with self.lock:
            self.now -= 1
        if self.fault:
            raise self.fault
        target.write_bytes(",".join(order.ids).encode())


class Clock:
    """Seconds that pass when they are told to."""

    now = 0.0

    def __call__(self) -> float:
        """Now."""
        return self.now


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made = Store()
    yield made
    made.close()


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def packages(store: Store, hand: Hand, clock: Clock) -> Iterator[Packages]:
    made = Packages(store, hand, clock)
    yield made
    made.close()
    done(made, hand)


def done(packages: Packages, hand: Hand) -> None:
    """Let all be made and wait until the thread has ended."""
    while (thread := packages._thread) is not None:
        hand.go.release()
        thread.join(0.05)


def wait_for_one(packages: Packages, hand: Hand, key: str) -> None:
    """Let one be made, and wait until it is no longer on its way."""
    hand.go.release()
    gone = threading.Event()
    while packages.look(key).state in (State.MAKING, State.WAITING):
        gone.wait(0.005)


def order(n: int) -> Order:
    return Order(Path("data"), [f"p{n}"])


def test_twenty_are_made_one_after_the_other(packages: Packages, hand: Hand, store: Store) -> None:
    places = [packages.ask(f"k{n}", order(n)) for n in range(20)]
    assert places == [Place(State.MAKING)] + [Place(State.WAITING, n) for n in range(1, 20)]
    assert hand.begun.acquire(timeout=20)
    # One is in hand, nineteen wait; whoever looks sees the same.
    assert [packages.look(f"k{n}") for n in range(20)] == places
    for n in range(20):
        wait_for_one(packages, hand, f"k{n}")
        assert packages.look(f"k{n}") == Place(State.READY)
        if n < 18:
            assert packages.look(f"k{n + 2}") == Place(State.WAITING, 1)
    assert hand.most == 1
    assert hand.made == [[f"p{n}"] for n in range(20)]
    for n in range(20):
        file = store.open(f"k{n}")
        assert file is not None
        with file:
            assert file.read() == f"p{n}".encode()
    done(packages, hand)
    assert packages._thread is None


def test_the_same_is_made_once_however_many_ask(packages: Packages, hand: Hand) -> None:
    packages.ask("other", order(0))
    assert hand.begun.acquire(timeout=20)
    assert [packages.ask("same", ORDER) for _ in range(20)] == [Place(State.WAITING, 1)] * 20
    wait_for_one(packages, hand, "other")
    assert hand.begun.acquire(timeout=20)
    assert packages.ask("same", ORDER) == Place(State.MAKING)
    wait_for_one(packages, hand, "same")
    assert packages.ask("same", ORDER) == Place(State.READY)
    assert hand.made == [["p0"], ["a"]]


def test_who_only_looks_has_nothing_made(packages: Packages, hand: Hand) -> None:
    assert packages.look("k") == Place(State.NONE)
    assert packages._thread is None
    assert hand.made == []


@pytest.mark.parametrize(
    ("fault", "zh"),
    [
        (AtlasError("data/x", zh="坏了", en="is broken"), "data/x：坏了。"),
        (OSError(28, "No space left on device"), "package：没有做成，服务器的日志里有原因。"),
        (RuntimeError("x"), "package：没有做成，服务器的日志里有原因。"),
    ],
)
def test_a_failure_is_told_and_can_be_tried_again(
    packages: Packages, hand: Hand, store: Store, fault: Exception, zh: str
) -> None:
    hand.fault = fault
    packages.ask("bad", ORDER)
    packages.ask("good", order(1))
    assert hand.begun.acquire(timeout=20)
    wait_for_one(packages, hand, "bad")
    place = packages.look("bad")
    assert place.state is State.FAILED
    assert place.fault is not None
    assert place.fault.text("zh") == zh
    # It stays told until somebody asks anew; the next in turn is made all the same.
    assert packages.look("bad").state is State.FAILED
    assert hand.begun.acquire(timeout=20)
    hand.fault = None
    assert packages.ask("bad", ORDER) == Place(State.WAITING, 1)
    wait_for_one(packages, hand, "good")
    wait_for_one(packages, hand, "bad")
    assert packages.look("bad") == Place(State.READY)
    assert list(store.folder.glob("*.part")) == []


def test_a_failure_that_was_told_is_forgotten(packages: Packages, hand: Hand) -> None:
    hand.fault = AtlasError("x", zh="坏", en="bad")
    packages.ask("k", ORDER)
    wait_for_one(packages, hand, "k")
    packages.forget("k")
    assert packages.look("k") == Place(State.NONE)


def test_what_nobody_waits_for_any_more_is_not_made(
    packages: Packages, hand: Hand, clock: Clock
) -> None:
    for n in range(4):
        packages.ask(f"k{n}", order(n))
    assert hand.begun.acquire(timeout=20)
    clock.now = PATIENCE
    assert packages.look("k2") == Place(State.WAITING, 2)
    clock.now = PATIENCE * 2
    # k2 was asked for just in time, the others were not.
    wait_for_one(packages, hand, "k0")
    assert hand.begun.acquire(timeout=20)
    assert packages.look("k1") == Place(State.NONE)
    assert packages.look("k2") == Place(State.MAKING)
    assert packages.look("k3") == Place(State.NONE)
    done(packages, hand)
    assert hand.made == [["p0"], ["p2"]]


def test_more_than_can_wait_are_turned_away(packages: Packages, hand: Hand, clock: Clock) -> None:
    packages.ask("first", order(0))
    assert hand.begun.acquire(timeout=20)
    for n in range(MOST_WAITING):
        packages.ask(f"k{n}", order(n))
    with pytest.raises(AtlasError, match="40 are waiting already, try again in a minute"):
        packages.ask("one more", ORDER)
    # Who waits already is not turned away; those who went make room.
    assert packages.ask("k0", order(0)) == Place(State.WAITING, 1)
    clock.now = PATIENCE + 1
    assert packages.ask("one more", ORDER).state is State.WAITING
    assert packages.look("k1") == Place(State.NONE)


def test_a_queue_that_is_closed_makes_nothing(packages: Packages, hand: Hand) -> None:
    packages.ask("first", order(0))
    packages.ask("second", order(1))
    assert hand.begun.acquire(timeout=20)
    packages.close()
    done(packages, hand)
    assert packages.ask("third", order(2)) == Place(State.NONE)
    assert hand.made == [["p0"]]


def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Stand ``code`` in for the process that makes a package."""
    (tmp_path / "made.py").write_text(code, encoding="utf-8")
    monkeypatch.setattr(module, "COMMAND", (sys.executable, str(tmp_path / "made.py")))


def test_the_process_is_told_what_to_make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import json,sys;a=json.load(sys.stdin);open(a['target'],'w').write(json.dumps(a))"
    script(tmp_path, monkeypatch, code)
    Maker()(Order(Path("数据"), ["a", "b"]), tmp_path / "x.zip")
    told = json.loads((tmp_path / "x.zip").read_text("utf-8"))
    assert told == {"data": "数据", "ids": ["a", "b"], "target": str(tmp_path / "x.zip")}


def test_what_the_process_finds_wrong_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = """import sys; print('{"where": "f", "zh": "坏了", "en": "bad"}'); sys.exit(2)"""
    script(
        tmp_path,
        monkeypatch,
        "# -*- coding: utf-8 -*-\nimport sys\nsys.stdout.reconfigure(encoding='utf-8')\n" + code,
    )
    with pytest.raises(AtlasError, match="f: bad"):
        Maker()(ORDER, tmp_path / "x")


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        ("raise RuntimeError('no luck')", "RuntimeError: no luck"),
        ("import os; os._exit(9)", "exit code 9"),
    ],
)
def test_a_process_that_dies_leaves_one_line_in_the_log(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    code: str,
    cause: str,
) -> None:
    script(tmp_path, monkeypatch, code)
    with pytest.raises(AtlasError, match="could not be made, the server's log says why"):
        Maker()(ORDER, tmp_path / "x")
    assert caplog.messages == [f"package: could not be made: {cause}"]


def test_one_that_takes_too_long_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    script(tmp_path, monkeypatch, "import time; time.sleep(600)")
    monkeypatch.setattr(module, "LONGEST", 0.2)
    with pytest.raises(AtlasError, match="could not be made"):
        Maker()(ORDER, tmp_path / "x")
    assert caplog.messages == ["package: could not be made: took longer than 0.2 s"]


def test_a_maker_that_is_stopped_ends_what_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path, monkeypatch, "import time; time.sleep(600)")
    maker = Maker()
    told: list[AtlasError] = []

    def run() -> None:
        try:
            maker(ORDER, tmp_path / "x")
        except AtlasError as error:
            told.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    while maker._process is None:
        thread.join(0.01)
    maker.stop()
    thread.join(20)
    assert [error.en for error in told] == ["the server has stopped"]


def test_who_only_looks_is_told_by_files_of_a_moment_before(tmp_path: Path) -> None:
    clock = Clock()
    folders = Folders(clock)
    file = tmp_path / "deep" / "a.csv"
    file.parent.mkdir()
    file.write_text("1")
    first = folders.stamp(tmp_path, only_look=True)
    assert [(Path(name).name, size) for name, _, size in first] == [("a.csv", 1)]
    file.write_text("22")
    clock.now = KEPT - 0.01
    assert folders.stamp(tmp_path, only_look=True) == first
    # Whoever has it made, or takes it, is told by the files as they are; so is who looks after.
    now = folders.stamp(tmp_path, only_look=False)
    assert now[0][2] == 2
    file.write_text("333")
    clock.now += KEPT / 2
    assert folders.stamp(tmp_path, only_look=True) == now
    clock.now += KEPT / 2
    assert folders.stamp(tmp_path, only_look=True)[0][2] == 3
    assert folders.stamp(tmp_path / "deep", only_look=True)[0][2] == 3
