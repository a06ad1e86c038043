"""The documents of one session, read one after another beside the page, which looks on."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePath

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from plans.commands.placing import Proposed
from plans.documents import Document, read_document, read_pasted
from plans.documents.reader import read_beginning
from plans.extraction.extraction import each_document_mention
from plans.limits import LIMITS
from plans.matching.match import Candidates
from plans.records import Mention
from registry.errors import AtlasError
from review.source import Shape, Source, State

#: Says of one mention after another where its project is, None for one that is known; keeps what
#: it locates with the document.
Locate = Callable[[Sequence[Mention], Proposed], Iterable[Shape | None]]


#: Seconds between two looks for a reader who is away, and after how many one is gone. As long is a
#: page kept for a connection that broke and comes back.
LOOK = 0.5
PATIENCE = 120.0


class GoneError(Exception):
    """Nobody looks at the page any more, or at this document."""


class AwayError(Exception):
    """Nobody looks at the page now."""


def looked_at() -> Callable[[], bool]:
    """Says, from any thread, whether the page that runs now has its browser."""
    context = get_script_run_ctx()
    if context is None or not runtime.exists():
        return lambda: True
    server, key = runtime.get_instance(), context.session_id
    return lambda: server.is_active_session(key)


@dataclass(frozen=True)
class Watch:
    """Whether reading a document goes on.

    ``there`` says whether somebody looks at the page, ``wanted`` whether the document is on it.
    """

    there: Callable[[], bool] = lambda: True
    wanted: Callable[[], bool] = lambda: True
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep

    def stop(self) -> None:
        """Go on only while somebody is there, for what must not wait.

        Raises
        ------
        AwayError
            Nobody looks now.
        GoneError
            The document was removed.
        """
        if not self.wanted():
            raise GoneError
        if not self.there():
            raise AwayError

    def wait(self) -> None:
        """Go on at once while somebody is there; wait for who is away.

        Raises
        ------
        GoneError
            The document was removed, or nobody came back for :data:`PATIENCE`.
        """
        late = None
        while self.wanted():
            if self.there():
                return
            late = self.clock() + PATIENCE if late is None else late
            if self.clock() >= late:
                break
            self.sleep(LOOK)
        raise GoneError


@dataclass(frozen=True)
class Knowledge:
    """What documents are read with: the known projects, the plans' dates, how to locate."""

    known: Candidates
    dates: dict[str, str]
    locate: Locate


def _failed(name: str) -> AtlasError:
    # What went wrong is not told or logged: it may hold the document's words.
    return AtlasError(
        name,
        zh="读取时出错，没有读完，请另存为 txt 或 docx 再试",
        en="reading it failed; save it as txt or docx and try again",
    )


@dataclass
class Desk:
    """The documents of one session, in the order in which they came.

    ``there`` says whether anybody looks at them: reading stops while nobody does, and the documents
    are forgotten once who was away does not come back.
    """

    knowledge: Callable[[], Knowledge]
    sources: list[Source] = field(default_factory=list)
    there: Callable[[], bool] = lambda: True
    _made: int = 0
    _thread: threading.Thread | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def busy(self) -> bool:
        """Whether a document is still being read."""
        return any(source.busy for source in self.sources)

    def find(self, key: str) -> Source | None:
        """The document with this key."""
        return next((source for source in self.sources if source.key == key), None)

    def add(self, name: str, data: bytes | str, *, plan: str = "") -> Source:
        """Queue a file's bytes, or a text that was pasted, and begin to read."""
        source = self._new(name, plan or PurePath(name).stem)
        source.data = data
        self._append(source)
        return source

    def take_up(
        self,
        name: str,
        plan: str,
        document: Document,
        mentions: list[Mention],
        saved: Mapping[str, dict[str, object]] | None = None,
    ) -> Source:
        """Queue a document that was read before, with its mentions and their corrections."""
        source = self._new(name, plan)
        source.document, source.mentions, source.saved = document, mentions, dict(saved or {})
        self._append(source)
        return source

    def refuse(self, name: str, fault: AtlasError) -> None:
        """Note a file that is not read and why."""
        source = self._new(name, "")
        source.state, source.fault = State.REFUSED, fault
        self.sources.append(source)

    def remove(self, key: str) -> None:
        """Forget a document; one that is being read is read no further."""
        self.sources = [source for source in self.sources if source.key != key]

    def _new(self, name: str, plan: str) -> Source:
        self._made += 1
        return Source(str(self._made), name, plan)

    def _append(self, source: Source) -> None:
        with self._lock:
            self.sources = [*self.sources, source]
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, daemon=True)
                self._thread.start()

    def _next(self) -> Source | None:
        with self._lock:
            waiting = next((s for s in self.sources if s.state is State.WAITING), None)
            if waiting is None:
                self._thread = None
            return waiting

    def _work(self) -> None:
        while source := self._next():
            watch = Watch(self.there, partial(self._holds, source))
            try:
                self._read(source, watch)
            except GoneError:
                self._left(source)
            except AtlasError as error:
                self._refused(source, error)
            except Exception:
                self._refused(source, _failed(source.name))
            source.data = None

    def _holds(self, source: Source) -> bool:
        return any(one is source for one in self.sources)

    def _read(self, source: Source, watch: Watch) -> None:
        while True:
            try:
                read(source, self.knowledge(), watch)
                return
            except AwayError:
                # Others may wait for what opening holds: it begins anew when the reader is back.
                source.document = None
                watch.wait()

    def _left(self, source: Source) -> None:
        if self._holds(source):
            # Nobody came back: nothing of what was dropped stays in memory.
            self.sources = []
        source.document, source.mentions = None, []

    def _refused(self, source: Source, fault: AtlasError) -> None:
        # Its first pages may be on the screen already.
        source.document, source.mentions = None, []
        source.fault, source.state = fault, State.REFUSED

    def wait(self) -> None:
        """Until all that is queued is read."""
        while thread := self._thread:
            thread.join(0.05)


def _opened(source: Source, watch: Watch) -> Document:
    limits = replace(LIMITS, heed=watch.stop)
    if isinstance(source.data, str):
        return read_pasted(source.data, source.name, limits=limits)
    return read_document(source.data or b"", source.name, limits=limits)


def _found(source: Source, document: Document, knowledge: Knowledge) -> Iterator[Mention]:
    date = knowledge.dates.get(source.plan)
    yield from each_document_mention(document, knowledge.known, date=date, achievements=True)


def read(source: Source, knowledge: Knowledge, watch: Watch) -> None:
    """Read one document: open it, find its mentions, locate what is new; raises as readers do.

    Raises
    ------
    AwayError, GoneError
        As ``watch`` does; after the first it may be read again.
    """
    if source.document is None:
        source.state = State.OPENING
        if isinstance(source.data, bytes):
            limits = replace(LIMITS, heed=watch.stop)
            source.document = read_beginning(source.data, source.name, limits=limits)
        source.document = _opened(source, watch)
        source.state = State.FINDING
        for mention in _found(source, source.document, knowledge):
            watch.wait()
            source.mentions.append(mention)
    source.state = State.LOCATING
    for number, shape in enumerate(knowledge.locate(source.mentions, source.proposed)):
        watch.wait()
        if shape:
            source.shapes[source.row_key(number)] = shape
        source.located = number + 1
    source.state = State.READ
