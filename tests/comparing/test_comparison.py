"""What became of projects between plans: rows, sentences, and the table that is downloaded."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from facts import steps
from facts.sentences.changes import CHANGES, sentence
from layers.address_reader import from_query
from layers.publish.downloads import CHANGES as COLUMNS
from layers.publish.downloads import changes_csv, mentions_csv
from layers.records import data
from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.comparison import EARLIER, IN_TURN, Compared, Comparing, compare, plans_of
from layers.selection.filters import Filter
from registry.errors import AtlasError
from registry.paths import DEFAULT
from registry.vocab import ChangeClass, Status
from serving.kinds import chosen, key
from serving.state import Loaded
from tests.support import small_atlas
from tests.support.histories import said

EVERY = Filter.everything()
PLANS = ("old-2018", "mid-2020", "new-2023")


@pytest.fixture
def told(small: Atlas) -> Atlas:
    """A project a history, by its letters; ``.`` where a plan is silent."""
    model = small.projects[0]

    def project(letters: str) -> object:
        pairs = zip(PLANS, said(letters), strict=True)
        statuses = {plan: status for plan, status in pairs if status is not None}
        return replace(model, id=letters, name=f"线{letters}", statuses=statuses)

    every = ("..s", "r.s", "rps", "cpc", "c.p", "cu.", "ss?", "?.r", "sss", ".rr", "...")
    projects = tuple(project(letters) for letters in every)
    return replace(small, projects=projects, by_id={p.id: p for p in projects})  # type: ignore[attr-defined,arg-type]


def rows(atlas: Atlas, start: str, end: str = "") -> dict[str, Compared]:
    return {row.project.id: row for row in compare(atlas, EVERY, Comparing(start, end))}


def of(row: Compared) -> tuple[str, str, str, str, str]:
    return (row.kind, row.start, row.end, row.before or "", row.after or "")


def test_two_plans_from_the_earlier_to_the_later_whichever_is_first(told: Atlas) -> None:
    found = rows(told, "mid-2020", "new-2023")
    assert found == rows(told, "new-2023", "mid-2020")
    assert list(found) == ["..s", "r.s", "c.p", "?.r", "rps", "cpc", "sss", ".rr", "ss?", "cu."]
    assert of(found["..s"]) == ("new", "mid-2020", "new-2023", "", "start")
    assert of(found["r.s"]) == ("added", "mid-2020", "new-2023", "", "start")
    assert of(found["ss?"]) == ("only_named", "mid-2020", "new-2023", "start", "unspecified")
    assert of(found["cu."]) == ("dropped", "mid-2020", "new-2023", "upgrade", "")
    assert rows(told, "old-2018", "old-2018")["rps"].kind == "same"


def test_what_is_new_is_named_by_no_earlier_plan_whatever_it_is_compared_with(told: Atlas) -> None:
    for start, end in (("mid-2020", "new-2023"), ("old-2018", "new-2023"), (EARLIER, "new-2023")):
        new = {k for k, row in rows(told, start, end).items() if row.kind == "new"}
        assert new == {"..s"}
    assert {k for k, row in rows(told, "mid-2020", "new-2023").items() if row.kind == "added"} == {
        "r.s",
        "c.p",
        "?.r",
    }


def test_all_earlier_plans_speak_by_the_newest_that_says_what_to_do(told: Atlas) -> None:
    found = rows(told, EARLIER, "new-2023")
    assert of(found["r.s"]) == ("forward", "old-2018", "new-2023", "research", "start")
    assert of(found["rps"]) == ("forward", "mid-2020", "new-2023", "preparation", "start")
    assert of(found["?.r"]) == ("only_named", "old-2018", "new-2023", "unspecified", "research")
    assert of(found["..s"]) == ("new", "", "new-2023", "", "start")
    # The newest plan is the second one where none is said, or none such is there.
    assert found == rows(told, EARLIER) == rows(told, EARLIER, "nowhere")
    assert set(rows(told, EARLIER, "old-2018")) == {k for k in found if k[0] != "."}


def test_through_all_plans_the_words_are_of_the_step_that_names_the_whole(told: Atlas) -> None:
    found = rows(told, IN_TURN)
    assert of(found["cpc"]) == ("back", "old-2018", "new-2023", "construction", "construction")
    assert found["cpc"].words[1].startswith("Status stepped back:")
    assert "Preparation" in found["cpc"].words[1]
    assert of(found["cu."]) == ("changed", "old-2018", "mid-2020", "construction", "upgrade")
    assert of(found["..s"]) == ("new", "new-2023", "new-2023", "start", "start")
    assert of(found["ss?"]) == ("same", "old-2018", "new-2023", "start", "unspecified")
    assert found["ss?"].words[0].count("开工") == 1
    lone = replace(told.projects[0], id="r..", statuses={"old-2018": Status.RESEARCH})
    one = replace(told, projects=(lone,), by_id={"r..": lone})
    (row,) = compare(one, EVERY, Comparing(IN_TURN))
    assert of(row) == ("dropped", "old-2018", "old-2018", "research", "research")
    assert "计划2023 没有写" in row.words[0]


def test_only_the_chosen_classes_and_what_the_filter_leaves(told: Atlas) -> None:
    kinds = frozenset({ChangeClass.NEW, ChangeClass.DROPPED})
    pair = Comparing("mid-2020", "new-2023", kinds)
    assert [row.project.id for row in compare(told, EVERY, pair)] == ["..s", "cu."]
    narrow = Filter(plans=frozenset({"old-2018"}), statuses=frozenset({Status.START}))
    narrow = replace(narrow, years=frozenset({1999}), modes=frozenset())
    # Plan, status and year follow from what is compared; the rest holds.
    assert compare(told, narrow, pair) == compare(told, EVERY, pair)
    assert compare(told, replace(EVERY, query="nothing"), pair) == []


def test_every_class_has_a_sentence_that_names_both_sides() -> None:
    assert set(CHANGES) == set(ChangeClass)
    for change in ChangeClass:
        both = sentence(
            change, (("甲", "One"), Status.RESEARCH), (("乙", "Two"), Status.CONSTRUCTION)
        )
        for i, words in enumerate(both):
            assert ("甲", "One")[i] in words or change is ChangeClass.NEW
            assert ("乙", "Two")[i] in words
            assert "{" not in words
        assert both[0].endswith("。")
        assert both[1].endswith(".")
    assert sentence(ChangeClass.NEW, None, (("乙", "Two"), Status.START))[1] == (
        "New: no earlier plan names it, Two says “Start”."
    )


def test_the_plans_that_are_compared(small: Atlas) -> None:
    assert plans_of(small, Comparing(IN_TURN)) == list(PLANS)
    assert plans_of(small, Comparing(EARLIER, "mid-2020")) == ["old-2018", "mid-2020"]
    assert plans_of(small, Comparing()) == list(PLANS)
    assert plans_of(small, Comparing("new-2023", "old-2018")) == ["old-2018", "new-2023"]
    assert plans_of(small, Comparing("mid-2020", "mid-2020")) == ["mid-2020"]


@pytest.mark.parametrize("bad", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '"><img src=x>,"\n'])
def test_no_cell_of_the_table_is_a_formula_and_the_columns_are_as_agreed(
    told: Atlas, bad: str
) -> None:
    project = replace(told.by_id["rps"], name=bad, name_en=bad)
    plans = tuple(replace(plan, short=bad, short_en=bad) for plan in told.plans)
    spoilt = replace(told, projects=(project,), by_id={"rps": project}, plans=plans)
    text = changes_csv(compare(spoilt, EVERY, Comparing("old-2018", "mid-2020")), "zh")
    assert text.startswith("\ufeff")
    head, row = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert head == [
        *("project_id", "name", "mode", "plan_from", "plan_to", "status_from", "status_to"),
        *("class", "words"),
    ]
    assert tuple(head) == COLUMNS
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row)
    assert bad in row[1]
    assert row[3:8] == ["old-2018", "mid-2020", "research", "preparation", "forward"]
    assert bad in row[8]


def test_a_download_of_a_comparison_is_of_what_is_compared(small: Atlas, tmp_path: Path) -> None:
    paths = small_atlas.write(tmp_path)
    state = Loaded(stamp=(("data", 1, 2),), atlas=small, files={}, notices=[])
    pair = "tab=compare&from=old-2018&to=new-2023&mode=all"
    what = chosen(paths, state, pair)
    wanted = compare(small, EVERY, Comparing("old-2018", "new-2023"))
    assert what.compared == wanted
    assert what.ids == [row.project.id for row in wanted]
    assert list(what.plans) == ["old-2018", "new-2023"]
    kind = wanted[0].kind
    some = chosen(paths, state, f"{pair}&change={kind}&plan=mid-2020")
    assert some.ids == [row.project.id for row in wanted if row.kind == kind]
    assert mentions_csv(small, some.ids, some.plans).count("mid-2020") == 0
    assert key("changes", what) != key("changes", some)
    assert key("changes", what) != key("changes", chosen(paths, state, pair + "&lang=en"))
    # On any other page nothing is compared.
    other = chosen(paths, state, "from=old-2018&change=back&mode=all")
    assert other.compared is None
    assert other.ids == filters.apply(small, EVERY).ids
    from serving.kinds import KINDS

    make = KINDS["changes"].make
    assert make is not None
    assert make(what) == changes_csv(wanted, "zh")
    with pytest.raises(AtlasError, match="compares no plans"):
        make(other)


def test_the_real_plans_are_compared_by_the_rule_of_the_findings() -> None:
    atlas = data.load(DEFAULT)
    asked = from_query("?tab=compare&from=chuannan-2018&to=chuannan-yuxi-2023", atlas)
    ids = [plan.id for plan in atlas.plans]
    found = compare(atlas, asked.chosen, asked.comparing)
    assert len(found) > 20
    for row in found:
        statuses = [row.project.statuses.get(plan) for plan in ids]
        assert row.kind is steps.between(statuses, ids.index("chuannan-2018"), len(ids) - 1)
        known = [f.words for f in row.project.findings if (f.plan_from, f.plan_to) == (
            row.start, row.end) and f.kind.value == row.kind.value]  # fmt: skip
        assert not known or row.words in known
