"""How accuracy is counted, and that it stays where it is."""

from __future__ import annotations

import pytest

from bench.accuracy import (
    EXCERPTS,
    SENTENCES,
    Score,
    count,
    pair,
    pieces,
    read_five,
    read_sentences,
)
from plans.matching.match import each_matched, known
from plans.reading.mentions import read_mentions
from registry.load import load_registry
from registry.vocab import CORE_MODES, Mode
from tests.support import PLAN_TEXTS, needs_plans

REGISTRY = load_registry()


def test_shares_of_counts() -> None:
    score = Score(hits=6, missed=2, false=4)
    assert score.precision == pytest.approx(0.6)
    assert score.recall == pytest.approx(0.75)
    assert score.f1 == pytest.approx(2 / 3)
    assert (Score().precision, Score().recall, Score(missed=1, false=1).f1) == (1.0, 1.0, 0.0)
    score.add(Score(hits=1, missed=2, false=3, status=4, years=5, match=6, extent=7, kind=8))
    assert vars(score) == {
        **{"hits": 7, "missed": 4, "false": 7, "status": 4, "years": 5},
        **{"match": 6, "extent": 7, "kind": 8},
    }


def test_quotations_come_in_pieces() -> None:
    assert pieces("成渝…高速公路") == ["成渝", "高速公路"]
    assert pieces("成渝（中线）") == ["成渝(中线)"]


def test_each_reviewed_mention_is_paired_once() -> None:
    plan = "chuanyu-2018"
    reviewed = [
        (p, m)
        for p in REGISTRY.projects.values()
        for m in p.mentions
        if m.plan == plan and p.id in ("yuxi-hsr", "yukun-hsr", "chengyu-central-hsr")
    ]
    text = (
        "5.加快渝西高铁前期工作，推进渝昆高铁前期工作，建成渝昆高铁，开工云青铁路、云青高速公路。"
    )
    found = list(each_matched(read_mentions(text), known(REGISTRY.projects.values())))
    pairs = pair(found, reviewed)
    assert {p.id for _, p, _ in pairs.both} == {"yuxi-hsr", "yukun-hsr"}
    assert [p.id for p, _ in pairs.missed] == ["chengyu-central-hsr"]
    assert [m.name for m in pairs.false] == ["云青铁路", "云青高速公路"]
    rail = count(pairs, [Mode.RAIL])
    assert (rail.hits, rail.missed, rail.false) == (2, 1, 1)
    assert (rail.status, rail.match, rail.extent) == (2, 2, 2)
    assert rail.years == 1  # the promise of 2019 for 渝西高铁 is not in this text
    assert count(pairs, [Mode.HIGHWAY]).false == 1
    assert count(pairs, [Mode.WATER]) == Score()


def test_sentences_kept_aside_are_read_as_well_as_is_promised() -> None:
    aside, _ = read_sentences(SENTENCES, aside=True)
    assert aside.f1 >= 0.85
    assert aside.status >= 0.9 * aside.hits
    assert aside.years >= 0.9 * aside.hits
    seen, wrong = read_sentences(SENTENCES, aside=False)
    assert seen.f1 >= 0.97
    assert wrong


def test_excerpts_kept_aside_are_read_as_well_as_is_promised() -> None:
    for aside in (True, False):
        score, _ = read_sentences(EXCERPTS, aside=aside)
        assert score.f1 >= 0.85
        assert score.status >= 0.9 * score.hits
        assert score.years >= 0.9 * score.hits
        assert score.kind >= 0.9 * score.hits


@needs_plans
def test_the_five_plans_are_read_as_well_as_is_promised() -> None:
    total = Score()
    for pairs in read_five(PLAN_TEXTS).values():
        total.add(count(pairs, CORE_MODES))
    assert total.recall >= 0.97
    assert total.precision >= 0.93
    assert total.status >= 0.95 * total.hits
