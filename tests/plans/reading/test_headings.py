"""What the headings above a sentence say of it."""

from __future__ import annotations

import pytest

from plans.reading.context import Context, heading_mode
from plans.reading.lexical.lexicon import lexicon
from plans.reading.sentences import SentenceReader
from registry.vocab import Mode

WORDS = lexicon()


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("铁路", Mode.RAIL),
        ("轨道交通与铁路", Mode.RAIL),
        ("内河航道和水运", Mode.WATERWAY),
        # Of several none, whichever stands first.
        ("铁路和公路", None),
        ("公路和铁路", None),
        ("综合交通", None),
        ("", None),
    ],
)
def test_a_heading_names_one_mode_or_none(text: str, mode: Mode | None) -> None:
    assert heading_mode(text) is mode


def test_a_heading_ends_those_beside_and_below_it_and_no_other() -> None:
    context = Context(WORDS)
    reader = SentenceReader(WORDS)
    seen = []
    for text, level in (
        ("铁路", 1),
        ("重点任务", 2),
        ("综合枢纽", 2),
        ("机场", 3),
        ("保障", 2),
        ("综合", 1),
    ):
        context.enter(text, level, reader)
        seen.append((len(context.headings), context.mode))
    assert seen == [
        (1, Mode.RAIL),
        (2, Mode.RAIL),
        (2, Mode.RAIL),
        (3, Mode.AIRPORT),
        (2, Mode.RAIL),
        (1, None),
    ]


def test_the_nearest_heading_that_says_what_to_do_counts() -> None:
    context = Context(WORDS)
    reader = SentenceReader(WORDS)
    context.enter("新开工项目", 1, reader)
    begun = [token.text for token in context.phrase]
    context.enter("重点区域", 2, reader)
    assert [token.text for token in context.phrase] == begun
    context.enter("前期项目", 2, reader)
    assert [token.text for token in context.phrase] not in ([], begun)
    context.enter("其他", 1, reader)
    assert context.phrase == []
