"""Sentences cut into words."""

from __future__ import annotations

import time

import pytest

from plans.reading.lexical.lexicon import lexicon
from plans.reading.lexical.tokenizer import Tokenizer


@pytest.mark.parametrize("sign", ["9", "一", "1."])
def test_digits_without_end_are_no_number(sign: str) -> None:
    cutter = Tokenizer(lexicon())
    many = sign * (80 // len(sign))
    text = f"新建{many}公里铁路"
    tokens = cutter.cut(text)
    assert "".join(t.text for t in tokens) == text
    assert [t.end for t in tokens[:-1]] == [t.start for t in tokens[1:]]
    assert all(len(t.text) == 1 for t in tokens if t.text in many)
    # One sign fewer may still be a number, with what it measures.
    fewer = cutter.cut(f"新建{many[1:]}公里铁路")
    assert any(t.kind == "quantity" and len(t.text) > 70 for t in fewer)


def test_a_sentence_of_digits_takes_no_time() -> None:
    began = time.process_time()
    Tokenizer(lexicon()).cut("9" * 200_000 + "公里铁路")
    assert time.process_time() - began < 10
