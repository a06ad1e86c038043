"""One sentence: its lists of names, and the words and years that govern each."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import pairwise

from plans.reading.lexical.lexicon import Entry, Lexicon, Role, Sense
from plans.reading.lexical.tokenizer import Tokenizer
from plans.reading.lexical.tokens import Token, Use
from plans.reading.lexical.uses import uses
from plans.reading.names.items import Group, Item
from plans.reading.names.lists import Lists
from plans.reading.names.proper import proper

_STOPS = frozenset(";。!?")
_BREAKS = frozenset(",;:。!?")
_OPENING = {"包括", "主要包括", "其中", "其中包括", "包含", "分别是"}
_WORKS = frozenset({"新建", "迁建", "扩建", "改扩建", "改建", "续建"})
_STEP = Entry({Role.VERB}, Sense.LIGHT)
_APPROVED = frozenset({"获批", "获得批复", "获国家批复"})
_REPORTED = ("统计", "进展", "上半年", "截至")
_GOING_ON = {None, Sense.AUXILIARY, Sense.LIGHT, Sense.CONSTRUCTION}
_TELLING = frozenset(Sense) - {Sense.AUXILIARY}
_DONE = (Sense.OPERATION, Sense.COMPLETING)
WHOLE_LINE = ("全线", "全部", "全面")


@dataclass
class Listing:
    """A list of names with what stands before it and behind it.

    ``pre`` and ``post`` hold verbs and times in the order of the words; ``after`` those of the
    clauses that follow and name nothing themselves.
    """

    group: Group
    clause: int
    pre: list[Token] = field(default_factory=list)
    post: list[Token] = field(default_factory=list)
    after: list[Token] = field(default_factory=list)
    whole: list[Token] = field(default_factory=list)
    remarks: dict[int, list[Token]] = field(default_factory=dict)
    later: list[list[Token]] = field(default_factory=list)  # ``after``, clause by clause
    done: bool = False  # 已于2020年完工

    @property
    def start(self) -> int:
        """Where its first name begins in the sentence."""
        return self.group.items[0].start

    def follow(self, phrase: list[Token], *, done: bool) -> None:
        """Add what a clause behind it says."""
        self.after = [*self.after, *phrase]
        self.later = [*self.later, phrase]
        self.done = self.done or done

    def decisive(self) -> list[Token]:
        """What the clauses behind it say of how far it is.

        Where the first that says so tells of works under way, what they lead to is no news:
        持续施工，预计2027年完工.
        """
        said = [clause for clause in self.later if any(t.sense in _TELLING for t in clause)]
        if not said or not {t.sense for t in said[0]} <= _GOING_ON:
            return self.after
        return [*said[0], *(t for c in said[1:] for t in c if t.sense not in _DONE)]

    def senses(self) -> list[Sense]:
        """What its own clause says, in the order of the words."""
        closing = [self.group.closing] if self.group.closing else []
        if self.post and self.post[0].text.startswith("主体"):  # 完成云泽枢纽主体工程
            before = [t for t in self.pre if t.sense is not Sense.COMPLETING]
            return [t.sense for t in [*before, *self.post] if t.sense]
        post = [t for t in self.post if t.sense is not Sense.MENTIONED or not self.pre]
        own = [t.sense for t in [*self.pre, *self.group.setting, *closing, *post] if t.sense]
        sought = self.pre and any(t.text in _APPROVED for t in self.post)
        return [*own, Sense.PREPARATION] if sought else own  # 推动云青高铁获批


@dataclass
class Clause:
    """A part of a sentence between commas: token numbers, half-open, and the mark that ends it."""

    first: int
    last: int
    mark: str


@dataclass
class Sentence:
    """A sentence cut up: its lists and what heads it."""

    tokens: list[Token]
    uses: list[Use]
    listings: list[Listing]
    heading: list[Token]  # times that head it
    label: list[Token]  # verbs and times before a colon
    phrase: list[Token]  # all verbs and times, for a sentence that follows with 其中


def _clauses(tokens: list[Token], groups: list[Group]) -> list[Clause]:
    inside = {i for g in groups for i in range(g.first, g.last + 1)}
    found, first = [], 0
    for at, token in enumerate(tokens):
        if token.kind == "mark" and token.text in _BREAKS and at not in inside:
            found.append(Clause(first, at, token.text))
            first = at + 1
    if first < len(tokens):
        found.append(Clause(first, len(tokens), "。"))
    return found


class _Gap:
    """The verbs and times between two lists, parted where a separator stands among them."""

    def __init__(self, tokens: list[Token], used: list[Use], first: int, last: int) -> None:
        self.words: list[Token] = []
        self._behind_separator: list[Token] | None = None
        for token, use in zip(tokens[first:last], used[first:last], strict=True):
            if use in (Use.SEPARATOR, Use.ETC):
                self._behind_separator = []
            elif token.kind == "of":  # 推进连接青岚的…
                self.words = [t for t in self.words if t.sense is not Sense.MENTIONED]
            elif _tells(token, use):
                self.words.append(token)
                if self._behind_separator is not None:
                    self._behind_separator.append(token)

    @property
    def nothing_but_separator(self) -> bool:
        """Whether no word stands behind the separator."""
        return self._behind_separator == []

    def part(self, before: Listing, behind: Listing) -> None:
        """Give the words to the lists on both sides."""
        if self._behind_separator is None:
            behind.pre = list(self.words)
            before.post = [t for t in self.words if t.sense is not Sense.MENTIONED]
        else:
            before.post = self.words[: len(self.words) - len(self._behind_separator)]
            behind.pre = self._behind_separator or list(before.pre)


class SentenceReader:
    """Cuts sentences up."""

    def __init__(self, lexicon: Lexicon, *, republic: bool = False) -> None:
        self.lexicon = lexicon
        self.tokenizer = Tokenizer(lexicon, republic=republic)

    def read(self, text: str) -> Sentence:
        """The sentence ``text``, folded."""
        tokens = self.tokenizer.cut(text)
        used = uses(tokens)
        groups = Lists(tokens, used).groups()
        named = [g for g in groups if any(_speaks(item) for item in g.items)]
        clauses = _clauses(tokens, named)
        listings: list[Listing] = []
        heading: list[Token] = []
        label: list[Token] = []
        previous: list[Listing] = []
        lead: list[Token] = []  # what the clauses before say of a list that 包括 opens
        begins = [g.first for g in named]
        for number, clause in enumerate(clauses):
            own = named[bisect_left(begins, clause.first) : bisect_left(begins, clause.last)]
            named_here = {at for g in own for at in range(g.first, g.last + 1)}
            phrase = [
                tokens[at]
                for at in range(clause.first, clause.last)
                if at not in named_here and _tells(tokens[at], used[at])
            ]
            if own:
                previous = self._clause(tokens, used, clause, own, number)
                listings += previous
                opened = any(t.text in _OPENING for t in tokens[clause.first : own[0].first])
                if lead and opened and not previous[0].senses():
                    previous[0].pre = list(lead)
            elif clause.mark == ":":
                label = phrase
            elif not listings and _only_times(phrase):
                heading = _heading_times(tokens[clause.first : clause.last], phrase)
            elif previous and not _of_another(
                used[clause.first : clause.last], tokens[clause.first : clause.last]
            ):
                _follow(previous, listings, phrase, tokens[clause.first : clause.last])
            if not own and any(t.sense for t in phrase):
                lead = phrase
            if clause.mark in _STOPS:
                previous = []
        _told_after(listings, clauses)
        _inherit(listings, clauses)
        if not heading and listings:
            heading = _leading_year(tokens, used)
        phrase = [t for t, u in zip(tokens, used, strict=True) if _tells(t, u)]
        return Sentence(tokens, used, listings, heading, label, phrase)

    def _clause(
        self, tokens: list[Token], used: list[Use], clause: Clause, groups: list[Group], number: int
    ) -> list[Listing]:
        """The lists of one clause with the words on both sides of each."""
        found: list[Listing] = []
        joined: list[int] = []  # lists with nothing but 和 before the next
        at = clause.first
        for group in groups:
            gap = _Gap(tokens, used, at, group.first)
            listing = Listing(group, number, remarks=self._remarks(tokens, used, group))
            if found:
                gap.part(found[-1], listing)
                if gap.nothing_but_separator:
                    joined.append(len(found) - 1)
            else:
                listing.pre = gap.words
            found.append(listing)
            at = group.last + 1
        found[-1].post = _said_behind(tokens[at : clause.last], used[at : clause.last])
        found[-1].done = _done(tokens[at : clause.last])
        for at in reversed(joined):
            found[at].post = found[at].post or list(found[at + 1].post)
        for before, behind in reversed(list(pairwise(found))):
            works = all(t.text in _WORKS for t in behind.pre)
            studied = bool(behind.post) and behind.post[0].sense is Sense.PREPARATION
            if studied and works and behind.pre and not before.post and before.pre:
                before.post = list(behind.post)  # 推进新建云泽机场、迁建青岚机场前期工作
        return found

    def _remarks(
        self, tokens: list[Token], used: list[Use], group: Group
    ) -> dict[int, list[Token]]:
        """Verbs and times of brackets behind items: (2027年开工); by item number."""
        found = {}
        at = group.first
        for number, item in enumerate(group.items):
            while at < len(tokens) and tokens[at].start < item.end:
                at += 1
            if at < len(tokens) and used[at] is Use.BRACKET:
                inner = self.tokenizer.cut(tokens[at].text[1:-1])
                found[number] = [t for t, u in zip(inner, uses(inner), strict=True) if _tells(t, u)]
        return found


def _only_times(phrase: list[Token]) -> bool:
    return bool(phrase) and all(t.sense in (None, Sense.AUXILIARY) for t in phrase)


def _heading_times(tokens: list[Token], phrase: list[Token]) -> list[Token]:
    """The times that head a sentence; none where figures are reported: 据统计，2024年上半年."""
    text = "".join(t.text for t in tokens)
    if any(word in text for word in _REPORTED):
        return []
    return [t for t in phrase if t.kind in ("year", "relative")]


def _speaks(item: Item) -> bool:
    """Whether an item can be a name, so that its list ends what stands before it."""
    told = item.headed or bool(item.shared) or item.has(Use.SECTION, Use.TIE)
    return not item.dead and told and proper(item)


def _tells(token: Token, use: Use) -> bool:
    return (use is Use.VERB and token.sense is not None) or (
        use is Use.TIME and token.kind in ("year", "relative")
    )


def _said_behind(tokens: list[Token], used: list[Use]) -> list[Token]:
    """Verbs and times behind a list; 完成 of a step is work (完成首次下沉, 全线铺轨完成)."""
    said = []
    for at, (token, use) in enumerate(zip(tokens, used, strict=True)):
        of_step = at > 0 and tokens[at - 1].sense is Sense.CONSTRUCTION
        step = token.sense is Sense.COMPLETING and (
            used[at + 1 : at + 2] == [Use.PROPER] or (of_step and tokens[at - 1].text != "建设")
        )
        if _tells(token, use) and not step:
            said.append(token)
        elif step:
            said.append(replace(token, entry=_STEP))
    return said


def _of_another(used: list[Use], tokens: list[Token]) -> bool:
    """Whether a clause that names nothing speaks of something else: 建成高速公路350公里."""
    if any(u in (Use.HEAD, Use.NOT_FACILITY) for u in used):
        return True
    return any(t.kind == "quantity" and t.text.endswith(("公里", "个", "条", "座")) for t in tokens)


def _follow(
    previous: list[Listing], listings: list[Listing], phrase: list[Token], tokens: list[Token]
) -> None:
    phrase = [t for t in phrase if not _only_then(t, tokens)]
    whole = any(t.text in WHOLE_LINE or t.text.startswith("全线") for t in tokens)
    for listing in previous:
        sectional = any(item.has(Use.SECTION) for item in listing.group.items)
        if whole and sectional and len(listings) > len(previous):
            earlier = [x for x in listings if x not in previous]
            for other in reversed(earlier):
                if not any(item.has(Use.SECTION) for item in other.group.items):
                    other.whole += phrase
                    return
        listing.follow(phrase, done=_done(tokens))


def under_way(told: list[Token]) -> list[Token]:
    """What a remark says, without what works under way lead to: 续建，2023年建成."""
    if told and told[0].sense is Sense.CONSTRUCTION:
        return [t for t in told if t.sense not in _DONE]
    return told


def _done(tokens: list[Token]) -> bool:
    """Whether something is said to be open already: 已于2020年完工启用."""
    for at, token in enumerate(tokens):
        if token.text.startswith("已"):
            said = next((t.sense for t in tokens[at + 1 : at + 4] if t.sense), None)
            if said is Sense.OPERATION:
                return True
    return False


def _only_then(token: Token, tokens: list[Token]) -> bool:
    """通车后两地只需1小时: whether a clause tells what will be when something is open."""
    behind = next((t.text for t in tokens if t.start == token.end), "")
    return token.sense is Sense.OPERATION and behind in ("后", "之后", "以后", "时")


def _told_after(listings: list[Listing], clauses: list[Clause]) -> None:
    """What follows the last of several lists is said of all: 甲段、乙段，丙高速，2016年建成."""
    for listing, behind in reversed(list(pairwise(listings))):
        between = clauses[listing.clause : behind.clause]
        said = any(t.sense for t in [*listing.after, *listing.pre, *listing.post])
        told = any(t.sense for t in [*behind.pre, *behind.post])
        if not said and not told and all(c.mark == "," for c in between):
            listing.after, listing.later = list(behind.after), list(behind.later)


def _inherit(listings: list[Listing], clauses: list[Clause]) -> None:
    """Lists that no verb governs take those of the list before, or behind it."""
    for at, listing in reversed(list(enumerate(listings))):
        if listing.senses() or any(t.sense for t in listing.after):
            continue
        behind = listings[at + 1] if at + 1 < len(listings) else None
        upgraded = bool(behind and behind.post and behind.post[0].sense is Sense.UPGRADE)
        if behind and not any(t.sense for t in behind.pre) and behind.post and not upgraded:
            between = clauses[listing.clause : behind.clause]
            if all(c.mark == "," for c in between):
                listing.post = list(behind.post)
    for before, listing in pairwise(listings):
        if listing.senses() or any(t.sense for t in listing.after):
            continue
        if before.pre and clauses[before.clause].mark == ",":
            listing.pre = list(before.pre)


def _leading_year(tokens: list[Token], used: list[Use]) -> list[Token]:
    """The year that the sentence begins with, whatever subject stands between."""
    for token, use in zip(tokens, used, strict=True):
        if token.kind in ("year", "relative"):
            return [token]
        if use is not Use.BOUNDARY or Role.VERB in token.roles:
            return []
    return []
