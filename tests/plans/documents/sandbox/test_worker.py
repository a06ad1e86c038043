"""What a document may take of the machine: counted from what the process has already."""

from __future__ import annotations

import sys

import pytest

from plans.documents.sandbox import worker


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_memory_is_allowed_beside_what_is_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource
    import signal

    size = resource.getrlimit(resource.RLIMIT_AS)
    in_use = worker._in_use()[0]
    if not in_use:
        pytest.skip("the system does not tell what is in use")
    monkeypatch.setattr(worker, "_in_use", lambda: (in_use + 5_000_000_000, 0))
    with worker._bounded(600, 7):
        assert resource.getrlimit(resource.RLIMIT_AS) == (in_use + 5_007_000_000, size[1])
        assert 0 < signal.getitimer(signal.ITIMER_PROF)[0] < 601
    assert resource.getrlimit(resource.RLIMIT_AS) == size
    assert signal.getitimer(signal.ITIMER_PROF)[0] == 0
    # Where the system does not tell, memory is not limited; the processor is.
    monkeypatch.setattr(worker, "_in_use", lambda: (0, 0))
    with worker._bounded(600, 7):
        assert resource.getrlimit(resource.RLIMIT_AS) == size
        assert signal.getitimer(signal.ITIMER_PROF)[0] > 0
