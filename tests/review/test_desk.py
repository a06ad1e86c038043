"""The queue: documents read one after another, each fault in one sentence, nothing kept."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pytest

from plans.commands.placing import Proposed
from plans.documents import read_document
from plans.documents.reader import read_beginning
from plans.matching.match import Candidates
from plans.records import Mention
from registry.errors import AtlasError
from review import desk as desk_module
from review import rows
from review.desk import LOOK, PATIENCE, AwayError, Desk, GoneError, Knowledge, Watch, looked_at
from review.source import Shape, State
from tests.plans.documents.support import expected, form
from tests.review.support import TEXT, desk, knowledge, nowhere, source


def test_several_are_read_and_the_bad_ones_named() -> None:
    found = desk()
    for name in ("plan.docx", "empty.txt", "plan_table.pdf", "plan_photo.png"):
        found.add(name, form(name))
    found.wait()
    assert not found.busy
    states = [s.state for s in found.sources]
    assert states == [State.READ, State.REFUSED, State.READ, State.REFUSED]
    for read in (found.sources[0], found.sources[2]):
        plain = [m for m in read.mentions if m.kind == "plan"]
        assert [m.name for m in plain] == [row["name"] for row in expected(read.name)]
        assert read.plan in ("plan", "plan_table")
    for bad in (found.sources[1], found.sources[3]):
        assert bad.fault is not None
        assert bad.fault.text("en").count("\n") == 0
        assert rows.file(bad, bad.state)["fault"][0]
    assert all(s.data is None for s in found.sources)


def test_mentions_are_there_before_they_are_located() -> None:
    seen: list[int] = []
    table = Desk(lambda: Knowledge(Candidates(), {}, look))

    def look(mentions: Sequence[Mention], proposed: Proposed) -> Iterator[Shape | None]:
        seen.append(len(table.sources[0].mentions))
        assert table.sources[0].state is State.LOCATING
        assert table.sources[0].done == 0.0
        for number, shape in enumerate(nowhere(mentions, proposed), 1):
            yield shape
            assert table.sources[0].done == number / 3

    table.add("a", TEXT)
    table.wait()
    assert seen == [3]
    assert set(table.sources[0].shapes) == {"1.0", "1.1", "1.2"}


def test_known_projects_are_matched_and_not_located() -> None:
    found = source()
    names = {m.name: m.project_id for m in found.mentions}
    assert names == {"云泽至青岚铁路": "yunqing", "河湾港": "port", "金塘机场": ""}
    assert set(found.shapes) == {"1.2"}


def test_a_failure_tells_nothing_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("云泽至青岚铁路")

    monkeypatch.setattr(desk_module, "read_pasted", fail)
    table = desk()
    table.add("a", TEXT)
    table.wait()
    (found,) = table.sources
    assert found.state is State.REFUSED
    assert found.fault is not None
    assert "云泽" not in found.fault.text("zh")


def test_what_is_removed_is_gone_and_keys_are_never_used_again() -> None:
    table = desk()
    table.add("a", TEXT)
    table.wait()
    first = table.sources[0].key
    table.remove(first)
    assert table.find(first) is None
    table.add("b", TEXT)
    table.wait()
    assert table.sources[0].key != first


def test_a_fault_within_a_file_says_where() -> None:
    table = desk()
    table.refuse("r.json", AtlasError("r.json: a: mentions[3]", zh="不对", en="wrong"))
    assert rows.file(table.sources[0], State.REFUSED)["fault"] == [
        "a: mentions[3]：不对",
        "a: mentions[3]: wrong",
    ]


def long_pdf(copies: int) -> bytes:
    """The one-column form (two pages) so many times over."""
    pages, whole = pdfium.PdfDocument(form("plan_onecolumn.pdf")), pdfium.PdfDocument.new()
    for _ in range(copies):
        whole.import_pages(pages)
    sink = io.BytesIO()
    whole.save(sink)
    return sink.getvalue()


def test_a_long_pdf_begins_before_all_of_it_is_read() -> None:
    data = long_pdf(10)
    beginning = read_beginning(data, "x", pages=8)
    assert beginning is not None
    whole = read_document(data, "x").text
    assert 0 < len(beginning.text) < len(whole)
    assert beginning.text[:40] == whole[:40]
    assert read_beginning(long_pdf(8), "x", pages=8) is None
    assert read_beginning(form("plan.docx"), "x") is None
    assert read_beginning(data[:2000], "x") is None


def test_what_was_shown_of_a_file_goes_when_the_rest_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[str] = []

    def fail(*_: object, **__: object) -> None:
        seen.append(table.sources[0].text)
        raise AtlasError("x", zh="坏", en="bad")

    monkeypatch.setattr(desk_module, "read_document", fail)
    table = desk()
    table.add("x.pdf", long_pdf(10))
    table.wait()
    assert seen[0]
    assert table.sources[0].text == ""
    assert table.sources[0].state is State.REFUSED


class Time:
    """Seconds that pass by sleeping alone."""

    now = 0.0

    def sleep(self, seconds: float) -> None:
        """Let seconds pass."""
        self.now += seconds


def test_who_is_there_is_not_waited_for_and_who_is_away_is() -> None:
    clock, looks = Time(), iter([False, False, True, True])
    watch = Watch(lambda: next(looks), clock=lambda: clock.now, sleep=clock.sleep)
    watch.wait()
    assert clock.now == 2 * LOOK
    watch.wait()
    assert clock.now == 2 * LOOK


def test_who_does_not_come_back_is_gone_after_as_long_as_a_page_is_kept() -> None:
    clock = Time()
    watch = Watch(lambda: False, clock=lambda: clock.now, sleep=clock.sleep)
    with pytest.raises(GoneError):
        watch.wait()
    assert clock.now == PATIENCE == 120
    with pytest.raises(AwayError):
        watch.stop()
    gone = Watch(lambda: True, lambda: False)
    for check in (gone.wait, gone.stop):
        with pytest.raises(GoneError):
            check()


def test_without_a_server_everybody_is_there() -> None:
    assert looked_at()()


class Reader:
    """A reader who comes and goes; ``asked`` counts the looks."""

    def __init__(self) -> None:
        self.here, self.asked = True, 0
        self.looked = threading.Event()

    def there(self) -> bool:
        """Whether the reader looks."""
        self.asked += 1
        if not self.here:
            self.looked.set()
        return self.here


def test_reading_waits_for_who_is_away_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_module, "LOOK", 0.01)
    reader = Reader()
    reader.here = False
    table = Desk(knowledge, there=reader.there)
    table.add("a", TEXT)
    assert reader.looked.wait(10)
    (source,) = table.sources
    assert source.mentions == []
    reader.here = True
    table.wait()
    assert source.state is State.READ
    assert len(source.mentions) == 3
    assert reader.asked >= 6


def test_what_nobody_comes_back_for_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_module, "LOOK", 0.01)
    monkeypatch.setattr(desk_module, "PATIENCE", 0.05)
    located: list[int] = []

    def look(mentions: Sequence[Mention], _: Proposed) -> list[Shape | None]:
        located.append(len(mentions))
        return []

    table = Desk(lambda: Knowledge(Candidates(), {}, look), there=lambda: False)
    first = table.add("a", TEXT)
    second = table.add("b", form("plan_table.pdf"))
    table.wait()
    assert table.sources == []
    assert located == []
    for left in (first, second):
        assert left.mentions == []
        assert left.document is None
    assert first.data is None


def test_a_document_that_is_removed_is_read_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go = threading.Event(), threading.Event()
    plain = desk_module.each_document_mention

    def slow(*given: object, **named: object) -> object:
        for number, mention in enumerate(plain(*given, **named)):  # type: ignore[arg-type]
            if number == 1:
                begun.set()
                assert go.wait(10)
            yield mention

    monkeypatch.setattr(desk_module, "each_document_mention", slow)
    located: list[int] = []

    def look(mentions: Sequence[Mention], _: Proposed) -> list[Shape | None]:
        located.append(len(mentions))
        return [None] * len(mentions)

    table = Desk(lambda: Knowledge(Candidates(), {}, look))
    first = table.add("a", TEXT)
    assert begun.wait(10)
    table.remove(first.key)
    second = table.add("b", TEXT)
    go.set()
    table.wait()
    assert first.mentions == []
    assert [source.key for source in table.sources] == [second.key]
    assert second.state is State.READ
    assert located == [3]
