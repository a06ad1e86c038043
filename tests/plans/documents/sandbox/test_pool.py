"""What opens documents is ended when it takes too much, and nobody else waits for it."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from plans.documents import read_document
from plans.documents.sandbox import pool
from plans.documents.sandbox.pool import Pool
from plans.limits import LIMITS, Limits
from registry.errors import AtlasError
from tests.plans.documents.sandbox import hostile
from tests.plans.documents.support import form

PDF = form("plan_onecolumn.pdf")


@pytest.fixture
def one() -> Iterator[Pool]:
    """A pool of one process."""
    made = Pool(1)
    yield made
    made.close()


def saying(answer: str) -> tuple[str, ...]:
    """A process that answers so, whatever it is asked."""
    return sys.executable, "-c", f"import sys; sys.stdin.buffer.readline(); print('{answer}')"


def refused(read: Callable[[], object]) -> AtlasError:
    with pytest.raises(AtlasError) as caught:
        read()
    return caught.value


def test_what_a_file_may_take_grows_with_its_size() -> None:
    memory = [(0, 250), (1_000_000, 250), (1_000_001, 260), (2_000_001, 270), (50_000_000, 740)]
    assert [(size, LIMITS.memory_mb(size)) for size, _ in memory] == memory
    seconds = [(0, 2), (1, 3), (100_000, 3), (100_001, 4), (1_000_000, 12), (50_000_000, 60)]
    assert [(size, LIMITS.processor_seconds(size)) for size, _ in seconds] == seconds


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds both")
@pytest.mark.parametrize(
    ("data", "told"),
    [
        *((hostile.drawn_within(2), "memory"), (hostile.drawn_within(2, " /F#6Frm"), "memory")),
        *((hostile.letters_of_parts(), "memory"), (hostile.doubling(30), "memory")),
        *((hostile.squeezed(1000), "memory"), (hostile.same_page(2000), "within 3 seconds")),
        (hostile.counted(), "damaged"),
    ],
)
def test_pdfs_that_take_all_there_is_cost_one_sentence(data: bytes, told: str) -> None:
    assert told in refused(lambda: read_document(data, "x")).en
    assert read_document(PDF, "x").text


def test_a_part_that_draws_itself_once_is_read() -> None:
    assert "nothing to read" in refused(lambda: read_document(hostile.drawn_within(1), "x")).en


def test_time_by_the_clock_is_bounded_too(one: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "COMMAND", (sys.executable, "-c", "import time; time.sleep(60)"))
    began = time.monotonic()
    found = refused(lambda: one.read(PDF, "x", limits=Limits(seconds=1)))
    assert "within 1 seconds" in found.en
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("dies", ["import os; os._exit(9)", "pass", "import sys; print(1)"])
def test_a_process_that_breaks_down_is_told(
    one: Pool, monkeypatch: pytest.MonkeyPatch, dies: str
) -> None:
    monkeypatch.setattr(pool, "COMMAND", (sys.executable, "-c", dies))
    found = refused(lambda: one.read(PDF, "x", limits=LIMITS))
    assert found.en.startswith("opening it broke off: it is damaged, or needs more than the 250 MB")


def test_one_that_waited_for_too_long_is_replaced(one: Pool) -> None:
    first = one.read(PDF, "x", limits=LIMITS)
    (idle,) = one._idle
    idle.process.stdin.close()  # type: ignore[union-attr]
    assert idle.process.wait(20) == 0
    assert one.read(PDF, "x", limits=LIMITS) == first


def test_one_process_reads_one_file_after_another(one: Pool) -> None:
    one.read(PDF, "x", limits=LIMITS)
    (idle,), spent = one._idle, one.spent
    assert "protected" in refused(
        lambda: one.read(form("plan_encrypted.pdf"), "y", limits=LIMITS)
    ).text("en")
    one.read(form("plan.docx"), "z", limits=LIMITS)
    assert one._idle == [idle]
    assert 0 < spent < one.spent
    one.close()
    assert idle.process.poll() is not None
    assert one._idle == []


def test_whoever_goes_away_ends_it(one: Pool) -> None:
    class Gone(Exception):
        """Nobody looks any more."""

    def stop() -> None:
        raise Gone

    with pytest.raises(Gone):
        one.read(PDF, "x", limits=replace(LIMITS, heed=stop))
    assert one._idle == []
    assert one.read(PDF, "x", limits=LIMITS)


def test_more_than_there_are_processes_wait(one: Pool) -> None:
    read: list[object] = []

    def ask() -> None:
        read.append(one.read(PDF, "x", limits=LIMITS))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read) == 3
    assert read.count(read[0]) == 3
    assert len(one._idle) == 1


def test_a_fault_of_our_own_is_one_sentence_and_stands_in_the_log(
    one: Pool, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(
        pool, "COMMAND", saying('{"broke": "KeyError", "seconds": 1, "last": true}')
    )
    with caplog.at_level(logging.WARNING):
        assert "damaged" in refused(lambda: one.read(b"x", "x", limits=LIMITS)).en
    assert "KeyError" in caplog.text
    assert one._idle == []


def test_memory_that_ran_out_is_told(one: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "COMMAND", saying('{"large": true, "seconds": 1, "last": true}'))
    found = refused(lambda: one.read(b"x", "x", limits=LIMITS))
    assert found.en.startswith("opening it needs more than the 250 MB of memory allowed")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no copies of a process")
def test_a_copy_of_the_process_asks_one_of_its_own(one: Pool) -> None:
    one.read(PDF, "x", limits=LIMITS)
    (idle,) = one._idle
    child = os.fork()
    if not child:
        good = bool(one.read(PDF, "x", limits=LIMITS)) and one._idle != [idle]
        one.close()
        os._exit(0 if good else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert idle.process.poll() is None
    one.read(PDF, "x", limits=LIMITS)
    assert one._idle == [idle]
