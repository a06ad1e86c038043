"""Histories in short: one letter a status, and records with no more than the rule reads."""

from __future__ import annotations

from dataclasses import dataclass

from registry.vocab import Status

#: One letter a status; "." where a plan does not name the project.
LETTERS = {
    **{"r": Status.RESEARCH, "p": Status.PREPARATION, "s": Status.START},
    **{"c": Status.CONSTRUCTION, "u": Status.UPGRADE, "o": Status.OPERATION},
    **{"?": Status.UNSPECIFIED, ".": None},
}


def said(letters: str) -> list[Status | None]:
    return [LETTERS[letter] for letter in letters]


@dataclass(frozen=True)
class Named:
    """What one plan says of a project."""

    plan: str
    status: Status = Status.UNSPECIFIED
    start_year: int | None = None
    complete_year: int | None = None
