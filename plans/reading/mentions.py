"""From a document to its mentions: every project it names, with status and years.

``read_mentions`` puts the steps together; each is a module of its own: layout (parts of the
text), tokens and uses (words), items and naming (names), sentences and actions (what is to be
done), years, tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from plans.clauses import labels
from plans.reading.actions import status as status_of
from plans.reading.context import Context, heading_mode
from plans.reading.governed import DOUBTS, Reading, doubts, only_a_route, only_where
from plans.reading.lexical.lexicon import Lexicon, Sense, lexicon
from plans.reading.lexical.tokens import Token
from plans.reading.names.naming import Named, named
from plans.reading.names.parents import agree, complete, find_line
from plans.reading.names.proper import proper
from plans.reading.retrospect import Retrospect
from plans.reading.sentences import Listing, Sentence, SentenceReader, under_way
from plans.reading.tables import Table
from plans.reading.telling import facility_pattern, goes_on, said_topic
from plans.reading.text.folding import Folded
from plans.reading.text.layout import Unit, is_heading, level, units
from plans.reading.text.pieces import sentences_of
from plans.reading.text.source import Document
from plans.reading.text.written import as_written, written_span
from plans.reading.years import Years, dealt, read_years, token_years
from plans.records import Mention
from registry.vocab import Mode, Status

_REPUBLIC = re.compile(r"民國|民国|行政院|捷運|臺鐵|台鐵|計畫|年度預算")
_SAID_BEFORE = re.compile(r"^(?:其中|主要包括|重点包括|包括|具体包括|具体为|分别为|分别是|主要有)")
_WEAK = {Sense.LIGHT, Sense.AUXILIARY}
_LONGEST_LEAD, _LONGEST_TOPIC, _LONGEST_LINE = 400, 24, 60
#: 力争开工项目。 stands before a list as a label with a colon does.
_LABEL = re.compile(r"[^,。;:]{2,14}(?:项目|工程)。?$")
_DONE = {None, Sense.AUXILIARY, Sense.OPERATION, Sense.COMPLETING}
#: What is said of the dates of works that a heading says are under way.
_DATED = {None, Sense.AUXILIARY, Sense.START, Sense.OPERATION, Sense.COMPLETING}
#: How many names before and behind a section may be its line.
_NEAR = 40


@dataclass
class State:
    """What one sentence leaves for the next of the same paragraph."""

    past: Retrospect
    lines: list[Named] = field(default_factory=list)
    label: list[Token] = field(default_factory=list)
    own_label: list[Token] = field(default_factory=list)  # of the sentence itself
    phrase: list[Token] = field(default_factory=list)
    mode: Mode | None = None
    item: bool = False  # whether the paragraph is a line of a list
    topic: Mode | None = None  # what an item is about: 2.提升高速公路通行能力。


class Reader:
    """Reads documents; ``plan_year`` makes years of 今年 and 明年."""

    def __init__(self, words: Lexicon, *, plan_year: int | None, republic: bool) -> None:
        self.words = words
        self.plan_year = plan_year
        self.sentences = SentenceReader(words, republic=republic)
        self.context = Context(words)
        self.table = Table(self.sentences)
        self.remarked: Sense | None = None
        self.facility = facility_pattern(words)

    def read(self, parts: Sequence[Unit], text: str) -> Iterator[Mention]:
        """The mentions of the parts of a document, in order."""
        for unit, label in zip(parts, labels(u.text for u in parts), strict=True):
            if unit.kind == "row":
                yield from self._row(unit, text, label)
                continue
            if unit.kind == "heading":
                self.table.leave()
                yield from self._heading(unit, text, label)
                continue
            self.table.leave()
            state = State(Retrospect(self.words), item=_of_list(unit))
            found: list[Mention] = []
            alone = False
            for piece in sentences_of(unit.folded.part(unit.body, len(unit.text))):
                named = list(self._sentence(piece, state, text, label))
                if unit.kind == "item" and not named and len(piece.text) <= _LONGEST_TOPIC:
                    state.topic = heading_mode(piece.text) or state.topic
                if not named and alone and (unit.kind == "item" or goes_on(piece.text)):
                    found[-1] = self._told_more(found[-1], piece.text)
                else:
                    alone = len(named) == 1
                found += named
            yield from found

    def _told_more(self, mention: Mention, text: str) -> Mention:
        """The mention with the years, and a status it lacks, of a sentence that names nothing."""
        phrase = self.sentences.read(text).phrase
        years = read_years(phrase, plan_year=self.plan_year)
        mention = replace(
            mention,
            start_year=mention.start_year or years.start,
            complete_year=mention.complete_year or years.complete,
        )
        said = status_of([t.sense for t in phrase if t.sense])
        if mention.status == Status.UNSPECIFIED and not mention.action and said:
            return replace(mention, status=said.value, action=_words(phrase, []))
        return mention

    def _heading(self, unit: Unit, text: str, label: str) -> Iterator[Mention]:
        self.context.enter(unit.text, unit.level, self.sentences)
        if self.facility.search(unit.text) and unit.level >= 4:
            body = unit.folded.part(unit.body, len(unit.text))
            yield from self._sentence(body, State(Retrospect(self.words)), text, label)

    def _row(self, unit: Unit, text: str, label: str) -> Iterator[Mention]:
        row = self.table.row(unit.cells)
        if row is None:
            return
        state = State(Retrospect(self.words), mode=self.table.mode or self.context.mode)
        for reading in self._readings(row.name.text, state, self.sentences.read(row.name.text)):
            said = row.status or reading.status
            if not row.status and self.context.phrase:
                said = status_of([t.sense for t in self.context.phrase if t.sense]) or said
            reading.status = said
            reading.years = row.years.or_else(reading.years)
            reading.action = row.action or reading.action
            yield self._mention(reading, row.name, text, label)

    def _sentence(self, folded: Folded, state: State, text: str, label: str) -> Iterator[Mention]:
        state.past.enter(folded.text)
        if not self.facility.search(folded.text):
            if (depth := level(folded.text)) and is_heading(folded.text.rstrip("。")):
                self.context.enter(folded.text, depth, self.sentences)
                state.past.end()
            if self._turns(folded.text):
                state.past.end()
            sentence = None
            if re.search(r"项目|工程|个|:", folded.text):
                sentence = self.sentences.read(folded.text)
                state.phrase = sentence.phrase
                state.label = sentence.label or state.label
                if _LABEL.match(folded.text):
                    state.label = sentence.phrase or state.label
            return
        if (depth := level(folded.text)) and is_heading(folded.text.rstrip("。")):
            self.context.enter(folded.text, depth, self.sentences)
        sentence = self.sentences.read(folded.text)
        for reading in self._readings(folded.text, state, sentence):
            if not only_where(reading):
                yield self._mention(reading, folded, text, label)

    def _turns(self, text: str) -> bool:
        return any(text.startswith(word) for word in self.words.ahead)

    def _readings(self, text: str, state: State, sentence: Sentence) -> list[Reading]:
        """What a sentence names, sections with the lines they belong to."""
        follows = bool(_SAID_BEFORE.match(text))
        state.own_label = sentence.label
        if sentence.label:
            state.label = sentence.label
        before = [t for t in state.phrase if follows]
        heading = _heading_years(sentence, self.plan_year)
        found: list[Reading] = []
        names: list[Named] = []
        topic = ""
        for listing in sentence.listings:
            topic = said_topic(text[max(0, listing.start - _LONGEST_LEAD) : listing.start]) or topic
            bare = heading_mode(topic) or state.topic or self.context.mode
            mode = bare or state.mode
            previous: Named | None = None
            begun = len(names)
            listed = any(proper(item) for item in listing.group.items)
            for number, item in enumerate(listing.group.items):
                before_it = (previous.mode if previous else None) or mode
                name = named(item, before_it, bare, listed=listed)
                if name is None or only_a_route(item, text):
                    continue
                complete(name, previous, state.lines, item)
                names.append(name)
                state.lines.append(name)
                previous = name
                found.append(
                    self._reading(
                        name,
                        listing,
                        number,
                        state=state,
                        before=before,
                        heading=heading,
                        text=text,
                    )
                )
            if bare is None:
                agree(names[begun:])
            if previous:
                state.mode = previous.mode
        for at, name in enumerate(names):
            if name.orphan:
                find_line(name, names[max(0, at - _NEAR) : at + _NEAR])
        state.phrase = sentence.phrase
        return found

    def _reading(
        self,
        name: Named,
        listing: Listing,
        number: int,
        *,
        state: State,
        before: list[Token],
        heading: tuple[int, ...],
        text: str,
    ) -> Reading:
        upgrade = name.upgrade
        doubling = "增建" in name.name
        remark = listing.remarks.get(number, [])
        senses, action = self._senses(listing, remark, state, before)
        said = status_of(senses, upgrade=upgrade, doubling=doubling)
        own = listing.senses()
        later = [t.sense for t in listing.after if t.sense]
        if set(own) <= _WEAK and not remark and own and Sense.START in later and not upgrade:
            said = Status.START
        if set(own) <= {*_WEAK, Sense.RESEARCH} and not remark and Sense.PREPARATION in later:
            said = Status.PREPARATION
        if said is None and upgrade:
            said = Status.UPGRADE
        if said is Status.START and listing.done:
            said = Status.OPERATION  # 2016年动工，已于2020年完工
        if said is Status.UPGRADE and Sense.COMPLETING in {t.sense for t in listing.pre}:
            said = Status.OPERATION  # 完成云泽机场改扩建
        count = len(listing.group.items)
        own_words = [*listing.pre, *dealt(listing.post, number, count)]
        years = read_years(own_words, plan_year=self.plan_year, heading=heading)
        after = dealt(listing.after, number, count)
        years = years.or_else(read_years(after, plan_year=self.plan_year, spans=True))
        for more in (listing.whole, state.own_label):
            years = years.or_else(read_years(more, plan_year=self.plan_year))
        if before and not own:
            years = years.or_else(read_years(before, plan_year=self.plan_year))
        if remark:
            years, said = self._remark(remark, years, said)
        if said is Status.UPGRADE and years.complete and Sense.COMPLETING in own:
            said = Status.OPERATION  # 改善计划将于2027年完成
        achieved = self._achieved(listing, state, said, text)
        return Reading(name, said, years, action, achieved)

    def _senses(
        self, listing: Listing, remark: list[Token], state: State, before: list[Token]
    ) -> tuple[list[Sense], str]:
        """What is said of a list, and in whose words."""
        own = listing.senses()
        begun = {Sense.START, Sense.CONSTRUCTION} & {t.sense for t in state.own_label}
        if begun and not own and {t.sense for t in [*listing.after, *remark]} <= _DONE:
            label = state.own_label  # 新开工: 云青铁路，2030年投产
            return [t.sense for t in label if t.sense], _words(label, [])
        if told := under_way([t for t in remark if t.sense]):
            return [t.sense for t in told if t.sense], _words(told, [])
        if any(s is not Sense.AUXILIARY for s in own):
            closing = [listing.group.closing] if listing.group.closing else []
            return own, _words(listing.pre, [*closing, *listing.post])
        going_on = any(t.sense is Sense.CONSTRUCTION for t in self.context.phrase)
        if going_on and state.item and not own and {t.sense for t in listing.after} <= _DATED:
            phrase = self.context.phrase  # under 在建: 计划2027年建成
            return [t.sense for t in phrase if t.sense], _words(phrase, [])
        for phrase in (
            listing.decisive(),
            listing.whole,
            state.label,
            before,
            self.context.phrase,
        ):
            if any(t.sense not in (None, Sense.AUXILIARY) for t in phrase):
                return [t.sense for t in phrase if t.sense], _words(phrase, [])
        return own, ""

    def _remark(
        self, remark: list[Token], years: Years, said: Status | None
    ) -> tuple[Years, Status | None]:
        own = read_years(remark, plan_year=self.plan_year, spans=True)
        bare = [t for t in remark if t.kind == "year" and len(t.years) == 1]
        senses = [t.sense for t in remark if t.sense]
        if senses:
            self.remarked = senses[0]
        elif bare and self.remarked in (Sense.START, Sense.OPERATION) and said is None:
            year = token_years(bare[0], self.plan_year)[0]
            if self.remarked is Sense.START:
                return Years(start=year), Status.START
            return Years(complete=year), Status.OPERATION
        return own.or_else(years), said

    def _achieved(self, listing: Listing, state: State, said: Status | None, text: str) -> bool:
        items = listing.group.items
        own = any(s is not Sense.AUXILIARY for s in listing.senses())
        if state.past.covers(text, items[0].start, items[-1].end, said, own=own):
            return True
        return self.context.achieved and said in (
            *(Status.OPERATION, Status.CONSTRUCTION, Status.START, Status.UPGRADE, None),
        )

    def _mention(self, reading: Reading, folded: Folded, text: str, label: str) -> Mention:
        name = reading.named
        start, end = written_span(text, folded, name.start, name.end)
        said = reading.status or Status.UNSPECIFIED
        first = next(iter(doubts(reading)), "")
        confidence = "low" if first == "no_head" else "medium" if first else "high"
        doubt = DOUBTS[first].format(reading.years.relative) if first else ""
        return Mention(
            clause=label,
            as_written=as_written(text, folded, name.start, name.end),
            name=name.name,
            mode=name.mode.value,
            action=reading.action,
            status=said.value,
            start_year=reading.years.start,
            complete_year=reading.years.complete,
            project_id="",
            match_score=None,
            match_reason="",
            confidence=confidence,
            doubt=doubt,
            kind="achievement" if reading.achieved else "plan",
            start=start,
            end=end,
        )


def _of_list(unit: Unit) -> bool:
    """Whether a part of a text is a line of a list: numbered, or of one short sentence."""
    return unit.kind == "item" or (len(unit.text) <= _LONGEST_LINE and "。" not in unit.text[:-1])


def _heading_years(sentence: Sentence, plan_year: int | None) -> tuple[int, ...]:
    for token in sentence.heading:
        if years := token_years(token, plan_year):
            return years if len(years) == 1 else ()
    return ()


def _words(pre: Sequence[Token], post: Sequence[Token]) -> str:
    before = "".join(t.text for t in pre)
    behind = "".join(t.text for t in post)
    return "…".join(part for part in (before, behind) if part)


def each_mention(
    document: Document | str,
    *,
    date: str | None = None,
    achievements: bool = False,
    words: Lexicon | None = None,
) -> Iterator[Mention]:
    """The mentions of a plan, in the order of its text, each as soon as it is read.

    Parameters
    ----------
    document : Document or str
        A decoded document with its parts, or a bare text.
    date : str, optional
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; makes years of 今年 and 明年.
    achievements : bool
        Also those of years past.
    words : Lexicon, optional
        Another lexicon than the shipped one.
    """
    text = document if isinstance(document, str) else document.text
    year = int(date[:4]) if date else None
    reader = Reader(words or lexicon(), plan_year=year, republic=bool(_REPUBLIC.search(text)))
    found = _once(reader.read(list(units(document)), text))
    return (m for m in found if achievements or m.kind == "plan")


def read_mentions(
    document: Document | str,
    *,
    date: str | None = None,
    achievements: bool = False,
    words: Lexicon | None = None,
) -> list[Mention]:
    """All that :func:`each_mention` gives."""
    return list(each_mention(document, date=date, achievements=achievements, words=words))


def _once(mentions: Iterator[Mention]) -> Iterator[Mention]:
    """Without captions doubled by copying: the same name again within its own length."""
    last: Mention | None = None
    for mention in mentions:
        doubled = (
            last is not None
            and mention.name == last.name
            and mention.status == last.status
            and mention.start - last.end <= 12
        )
        if not doubled:
            yield mention
        last = mention
