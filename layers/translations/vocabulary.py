"""The labels of the vocabularies, under keys that begin with what the codes are of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from registry.term import Term

#: Terms by their code.
Vocabulary = Mapping[Any, Term]


def labels(kind: str, terms: Vocabulary) -> dict[str, tuple[str, str]]:
    """``<kind>.<code>`` to the label of the code, Chinese and English."""
    return {f"{kind}.{code}": (term.zh, term.en) for code, term in terms.items()}


def meanings(kind: str, terms: Vocabulary) -> dict[str, tuple[str, str]]:
    """``<kind>.<code>.means`` to the definition of the code, Chinese and English."""
    return {f"{kind}.{code}.means": (term.zh_means, term.en_means) for code, term in terms.items()}
