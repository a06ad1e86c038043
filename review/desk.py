"""The documents of one session, read one after another beside the page, which looks on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from plans.commands.placing import Proposed
from plans.documents import Document, read_document, read_pasted
from plans.documents.reader import read_beginning
from plans.extraction.extraction import each_document_mention
from plans.matching.match import Candidates
from plans.records import Mention
from registry.errors import AtlasError
from review.source import Shape, Source, State

#: Says of one mention after another where its project is, None for one that is known; keeps what
#: it locates with the document.
Locate = Callable[[Sequence[Mention], Proposed], Iterable[Shape | None]]


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
    """The documents of one session, in the order in which they came."""

    knowledge: Callable[[], Knowledge]
    sources: list[Source] = field(default_factory=list)
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
        """Forget a document; one that is being read is read to its end and then forgotten."""
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
            try:
                read(source, self.knowledge())
            except AtlasError as error:
                self._refused(source, error)
            except Exception:
                self._refused(source, _failed(source.name))
            source.data = None

    def _refused(self, source: Source, fault: AtlasError) -> None:
        # Its first pages may be on the screen already.
        source.document, source.mentions = None, []
        source.fault, source.state = fault, State.REFUSED

    def wait(self) -> None:
        """Until all that is queued is read."""
        while thread := self._thread:
            thread.join(0.05)


def _opened(source: Source) -> Document:
    if isinstance(source.data, str):
        return read_pasted(source.data, source.name)
    return read_document(source.data or b"", source.name)


def _found(source: Source, document: Document, knowledge: Knowledge) -> Iterator[Mention]:
    date = knowledge.dates.get(source.plan)
    yield from each_document_mention(document, knowledge.known, date=date, achievements=True)


def read(source: Source, knowledge: Knowledge) -> None:
    """Read one document: open it, find its mentions, locate what is new; raises as readers do."""
    if source.document is None:
        source.state = State.OPENING
        if isinstance(source.data, bytes):
            source.document = read_beginning(source.data, source.name)
        source.document = _opened(source)
        source.state = State.FINDING
        for mention in _found(source, source.document, knowledge):
            source.mentions.append(mention)
    source.state = State.LOCATING
    for number, shape in enumerate(knowledge.locate(source.mentions, source.proposed)):
        if shape:
            source.shapes[source.row_key(number)] = shape
        source.located = number + 1
    source.state = State.READ
