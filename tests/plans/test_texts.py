"""Reading the plans' texts: each kind of damage, the clause numbers, the quoted words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.clauses import split_clauses
from plans.clean import clean, simplify
from plans.verify import misquotes, read_plan, stands_in
from registry.load import load_plans, load_registry
from registry.models import Mention, Project
from tests.support import PLAN_TEXTS, needs_plans


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("5 k J- b* e, n. s+ t推动生态。& ~0 \\4 e3", "推动生态。"),
        ("$ A/ B1 K: ?( U- c/ X8 N% T3 [5.加快铁路建设。", "5.加快铁路建设。"),
        ("% A/ D& p5 I N' E(5)打造目的地", "(5)打造目的地"),
        ('潼南气象局)/ j9 m9 w3 K! S% o+ |9 F" h', "潼南气象局"),
        ("(责任:气象局)/ j9 m9 w3 K! S%", "(责任:气象局)"),
        ("* |' `% G$ @8 j; }6 v# u", ""),
        ("關(guān)于加快川南經(jīng)濟區(qū)", "关于加快川南经济区"),
        ("成都至貴陽鐵路建設(shè),確保2019年", "成都至贵阳铁路建设,确保2019年"),
        ("（十一） 构建 交通", "(十一)构建交通"),
        ("G210川渝界至茨竹段", "G210川渝界至茨竹段"),
        ("干部與乾淨、云南與雲端", "干部与干净、云南与云端"),
        ("末尾#p#分頁標題#e#(八)優化", "末尾\n(八)优化"),
    ],
)
def test_each_kind_of_damage_is_undone(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@given(st.text(alphabet="加快推进成渝高铁建设，。、（）()2019年", max_size=40))
def test_undamaged_text_is_left_as_it_is(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


def test_clause_labels_are_as_short_as_the_plan_allows() -> None:
    running = "一、总则\n(一)甲\n(二)乙\n二、分则\n(三)丙"
    assert [c.label for c in split_clauses(running)] == ["一", "(一)", "(二)", "二", "(三)"]
    restarting = "一、总则\n(一)甲\n1.子\n二、分则\n(一)乙\n1.丑\n(5)寅"
    assert [c.label for c in split_clauses(restarting)] == [
        *("一", "一(一)", "一(一)1"),
        *("二", "二(一)", "二(一)1", "二(一)5"),
    ]
    assert [c.label for c in split_clauses("前言\n9.甲\n10.乙\n续乙")] == ["", "9", "10"]
    assert split_clauses("前言\n9.甲\n10.乙\n续乙")[2].text == "10.乙续乙"


def test_the_order_of_quoted_pieces_counts() -> None:
    text = "加快推进成都经达州至万州、重庆主城至万州等高速铁路项目前期工作"
    assert stands_in("成都经达州至万州…高速铁路", text)
    assert stands_in("加快推进…前期工作", text)
    assert not stands_in("高速铁路…成都经达州至万州", text)
    assert not stands_in("成都至万州", text)


@needs_plans
def test_every_clause_is_found() -> None:
    counts = {
        "chuanyu-2018": ("36", 37),
        "tongnan-2018": ("三(三)", 38),
        "chuannan-2018": ("(二十七)", 36),
        "shuangcheng-2020": ("(十八)", 23),
        "chuannan-yuxi-2023": ("(二十九)", 39),
    }
    for plan in load_plans().values():
        clauses = read_plan(PLAN_TEXTS / plan.text)
        last, number = counts[plan.id]
        assert (list(clauses)[-1], len(clauses)) == (last, number), plan.id


@needs_plans
def test_every_quoted_word_stands_in_its_clause() -> None:
    registry = load_registry()
    found = list(misquotes(registry.projects.values(), registry.plans, PLAN_TEXTS))
    assert not found, "\n".join(map(str, found))


@needs_plans
def test_a_wrong_quote_is_caught() -> None:
    registry = load_registry()
    project = registry.projects["yukun-hsr"]

    def changed(**fields: object) -> Project:
        mention = project.mentions[0].model_copy(update=fields)
        assert isinstance(mention, Mention)
        return project.model_copy(update={"mentions": [mention]})

    for wrong, field in (
        ({"as_written": "渝昆高铁项目"}, "as_written"),
        ({"action": "前期工作…推动隆黄"}, "action"),
        ({"clause": "99"}, "clause"),
    ):
        (error,) = misquotes([changed(**wrong)], registry.plans, PLAN_TEXTS)
        assert error.where.endswith(f"yukun-hsr.yaml: mentions[0].{field}")


@needs_plans
def test_the_registry_holds_words_not_sentences() -> None:
    for project in load_registry().projects.values():
        for mention in project.mentions:
            assert len(simplify(mention.as_written)) <= 30, project.id
            assert len(simplify(mention.action or "")) <= 40, project.id
