"""Asking for a fact field by field, and again for what cannot stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from facts.upkeep.add import ASKED
from registry.errors import AtlasError
from registry.fields import FIELDS
from registry.models import Event
from registry.outcome.events import EVENTS, EventKind
from registry.outcome.vocab import CONFIDENCES, CURRENT_STATUSES, SCOPES

CODES: Mapping[str, Sequence[str]] = {
    "event": [str(code) for code in EVENTS],
    "state": [str(code) for code in CURRENT_STATUSES],
    "confidence": [str(code) for code in CONFIDENCES],
    "scope": [str(code) for code in SCOPES],
    "disputed": ["true", "false"],
}
_NEEDED = frozenset(name for name, field in Event.model_fields.items() if field.is_required())
_MAY_BE_EMPTY = ("可空", "may be empty")
_FIELD = re.compile(r"\bsince(?:\[\d+\])?[.:] ?(\w+)$")

Reply = Callable[[str], str]


class NoAnswer(Exception):
    """Nobody answers any more: the input has ended."""


def ask(name: str, lang: str, reply: Reply) -> str:
    """What is typed for the field ``name``; a code is named with those that there are.

    Raises
    ------
    NoAnswer
        When the input has ended.
    """
    column = 0 if lang == "zh" else 1
    words = [FIELDS[Event][name][column]]
    if name not in _NEEDED:
        words.append(_MAY_BE_EMPTY[column])
    codes = f" [{', '.join(CODES[name])}]" if name in CODES else ""
    try:
        return reply(f"{name} ({'; '.join(words)}){codes}: ")
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
            given[name] = ask(name, lang, reply)
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


def _field(error: AtlasError) -> str:
    """The field of a fact that ``error`` is about, ``""`` for none."""
    match = _FIELD.search(error.where)
    return match[1] if match else ""
