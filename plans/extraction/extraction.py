"""What is extracted from files: documents read, mentions found and matched, the texts joined."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from plans.documents import Document, Note, read_document
from plans.matching.match import Candidates, each_matched
from plans.matching.propose import Proposal, propose_all
from plans.reading.mentions import each_mention
from plans.records import Mention

#: What stands between the texts of two documents.
_BETWEEN = "\n\n"


@dataclass(frozen=True)
class ExtractedMention:
    """A mention and the plan that it stands in; its span counts in the joined text.

    ``proposal`` is the record that a mention of no known project would begin with, ``precision``
    a code of :class:`registry.vocab.Precision`, empty where it was not placed. ``review`` is a
    reviewer's word, ``accept``, ``reject`` or empty.
    """

    plan: str
    mention: Mention
    proposal: Proposal | None = None
    precision: str = ""
    review: str = ""


@dataclass
class Extraction:
    """What was found in the documents added so far, ``text`` being theirs, one after another."""

    text: str = ""
    found: list[ExtractedMention] = field(default_factory=list)
    notes: list[tuple[str, Note]] = field(default_factory=list)

    def add(self, plan: str, name: str, document: Document, mentions: Iterable[Mention]) -> None:
        """Append a document of ``plan`` from the file ``name`` with its mentions."""
        if self.text:
            self.text += _BETWEEN
        base = len(self.text)
        self.text += document.text
        self.found += [
            ExtractedMention(plan, replace(m, start=m.start + base, end=m.end + base))
            for m in mentions
        ]
        self.notes += [(name, note) for note in document.notes]

    def propose(self, taken_ids: Collection[str], home: Sequence[str]) -> None:
        """Give each mention of no known project its proposal, as :func:`propose_all`."""
        made = propose_all([f.mention for f in self.found], taken_ids, home)
        self.found = [replace(f, proposal=p) for f, p in zip(self.found, made, strict=True)]

    def place(self, precision: Callable[[ExtractedMention], str]) -> None:
        """Give each extracted mention the precision that ``precision`` says of it."""
        self.found = [replace(f, precision=precision(f)) for f in self.found]


def each_document_mention(
    document: Document,
    known: Candidates,
    *,
    date: str | None = None,
    achievements: bool = False,
) -> Iterator[Mention]:
    """The mentions in a document, in order, each with the known project that it names.

    ``date`` is the plan's, as ``YYYY`` or longer, and makes years of 今年 and 明年.
    """
    # The parts of a bare text are lines, which need not be whole paragraphs.
    source = document.body if document.kind == "text" else document
    return each_matched(each_mention(source, date=date, achievements=achievements), known)


def document_mentions(
    document: Document,
    known: Candidates,
    *,
    date: str | None = None,
    achievements: bool = False,
) -> list[Mention]:
    """All that :func:`each_document_mention` gives."""
    return list(each_document_mention(document, known, date=date, achievements=achievements))


def read_file(
    data: bytes,
    name: str,
    known: Candidates,
    *,
    date: str | None = None,
    achievements: bool = False,
) -> tuple[Document, list[Mention]]:
    """The document in ``data`` and its mentions; raises as :func:`read_document` does."""
    document = read_document(data, name)
    return document, document_mentions(document, known, date=date, achievements=achievements)
