"""Asking for a fact field by field, and again for what cannot stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from facts.upkeep.add import ASKED
from registry import sentences
from registry.errors import AtlasError
from registry.fields import FIELDS
from registry.models import Event
from registry.outcome.events import EVENTS, EventKind, EventTerm
from registry.outcome.vocab import CONFIDENCES, CURRENT_STATUSES, SCOPES
from registry.term import Term


def _words(terms: Mapping[Any, Term | EventTerm]) -> dict[str, tuple[str, str]]:
    return {str(code): (term.zh, term.en) for code, term in terms.items()}


#: Of the fields that take codes, the codes and what they are called.
CODES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "event": _words(EVENTS),
    "state": _words(CURRENT_STATUSES),
    "confidence": _words(CONFIDENCES),
    "scope": _words(SCOPES),
    "disputed": {"true": ("是", "true"), "false": ("否", "false")},
}
#: The name of a vocabulary, which a question that lists its codes need not say.
_VOCABULARY = re.compile(r" ?[（(]\w+[）)]")
_NEEDED = frozenset(name for name, field in Event.model_fields.items() if field.is_required())
_MAY_BE_EMPTY = ("可空", "may be empty")
_FIELD = re.compile(r"\bsince(?:\[\d+\])?[.:] ?(\w+)$")

Reply = Callable[[str], str]


class NoAnswer(Exception):
    """Nobody answers any more: the input has ended."""


def described(name: str, lang: str) -> str:
    """What the field ``name`` holds, with the codes that it takes and what they mean."""
    column = 0 if lang == "zh" else 1
    about = FIELDS[Event][name][column]
    if name not in CODES:
        return about
    listed = [
        code if called[column].lower() == code else f"{code} {called[column]}"
        for code, called in CODES[name].items()
    ]
    return f"{_VOCABULARY.sub('', about)}: {', '.join(listed)}"


def ask(name: str, lang: str, reply: Reply) -> str:
    """What is typed for the field ``name``; a code is named with those that there are.

    Raises
    ------
    NoAnswer
        When the input has ended.
    """
    column = 0 if lang == "zh" else 1
    words = [described(name, lang)]
    if name not in _NEEDED:
        words.append(_MAY_BE_EMPTY[column])
    try:
        return reply(f"{name} ({'; '.join(words)}): ")
    except EOFError as error:
        raise NoAnswer from error


def add_asking(
    add: Callable[[Mapping[str, str]], Path],
    tell: Callable[[AtlasError], None],
    lang: str,
    reply: Reply,
) -> Path:
    """Ask for each field, then ``add``; a field that is refused is asked for again.

    Parameters
    ----------
    add : callable
        Takes the answers and returns the file that it wrote.
    tell : callable
        Told why a field is refused.
    lang : str
        Language of the questions, ``zh`` or ``en``.
    reply : callable
        Answers a question.

    Raises
    ------
    AtlasError
        When what is refused is no field that was asked for, or nobody answers any more.
    """
    given: dict[str, str] = {}
    ended = False
    for name in ASKED:
        if name == "state" and given.get("event", "").strip() != EventKind.STATUS:
            continue
        try:
            given[name] = _known(name, tell, lang, reply)
        except NoAnswer:
            ended = True
            break
    while True:
        try:
            return add(given)
        except AtlasError as error:
            name = _field(error)
            if ended or name not in ASKED:
                raise
            tell(error)
            try:
                given[name] = ask(name, lang, reply)
            except NoAnswer:
                raise error from None


def _known(name: str, tell: Callable[[AtlasError], None], lang: str, reply: Reply) -> str:
    """The answer for ``name``; a code that does not exist is asked for again at once."""
    while True:
        answer = ask(name, lang, reply)
        code = answer.strip()
        if not code or name not in CODES or name not in sentences.KINDS or code in CODES[name]:
            return answer
        tell(sentences.unknown_code(name, name, code, CODES[name]))


def _field(error: AtlasError) -> str:
    """The field of a fact that ``error`` is about, ``""`` for none."""
    match = _FIELD.search(error.where)
    return match[1] if match else ""
