"""Accepting and taking out: the registry after both is the one before, but for a person's own."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from plans.accepting.base import read_accepted
from registry.errors import AtlasError
from registry.load import load_project, load_registry
from registry.models import LineRoute
from registry.paths import Paths
from registry.vocab import Mode, Status
from tests.plans.accepting.support import ROWS, file, kinds, plan, row, state, take, take_out
from tests.support import copy_data, edit

NEW = "leshan-yaan-railway"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A registry of one project, so that it is read quickly."""
    paths = copy_data(tmp_path)
    for path in paths.projects.glob("*/*.yaml"):
        if path.stem != "yukun-hsr":
            path.unlink()
    return paths


def test_accepted_rows_become_records(paths: Paths) -> None:
    before = load_registry(paths)
    changes = take(paths)
    after = load_registry(paths)
    assert changes.registry == after
    assert list(changes.registry.projects) == list(after.projects)
    assert after.projects.keys() - before.projects.keys() == {NEW, "yibin-new-port"}
    line = after.projects[NEW]
    assert not line.reviewed
    assert isinstance(line.route, LineRoute)
    assert line.route.stops == ["乐山市", "雅安市"]
    assert line.name_en == "Leshan-Ya'an Railway"
    assert (line.mentions[0].status, line.mentions[0].complete_year) == (Status.START, 2028)
    assert [m.clause for m in after.projects["yibin-new-port"].mentions] == ["(一)", "(二)"]
    assert after.projects["yukun-hsr"].mentions[-1].plan == "yunze-2027"
    assert after.projects["yukun-hsr"].mentions[:-1] == before.projects["yukun-hsr"].mentions
    assert after.plans["yunze-2027"] == plan()
    assert kinds(changes) == [
        "new yunze-2027",
        f"new {NEW}",
        "new yibin-new-port",
        "added yukun-hsr",
    ]


def test_nothing_is_written_by_the_plan_of_changes(paths: Paths) -> None:
    from plans.accepting.changes import accept, remove
    from tests.plans.accepting.support import route

    before = state(paths)
    accept(plan(), list(ROWS), route, paths)
    assert state(paths) == before
    take(paths)
    before = state(paths)
    remove("yunze-2027", paths)
    assert state(paths) == before


def test_taken_out_again_nothing_is_left(paths: Paths) -> None:
    before = state(paths)
    take(paths)
    changes = take_out(paths)
    assert state(paths) == before
    assert not paths.accepted.exists()
    assert kinds(changes) == [
        f"removed {NEW}",
        "removed yibin-new-port",
        "removed yukun-hsr",
        "removed yunze-2027",
    ]


def test_accepting_twice_changes_nothing(paths: Paths) -> None:
    take(paths)
    before = state(paths)
    again = take(paths)
    assert again.files == {}
    assert again.told == []
    # Read again, the new ones are known.
    known = [
        replace(r, project_id=r.project_id or r.new_id or NEW, new_id="", stops=()) for r in ROWS
    ]
    assert take(paths, known).files == {}
    assert state(paths) == before


SECOND = (
    row("乐山至雅安铁路", clause="四", project_id=NEW, plan="qinglan-2028"),
    row("渝昆高铁", clause="五", project_id="yukun-hsr", plan="qinglan-2028"),
    row("巴中至万州铁路", plan="qinglan-2028"),
)
THIRD = (row("乐山至雅安铁路", clause="七", project_id=NEW, plan="baishi-2029"),)
PLANS = {"yunze-2027": ROWS, "qinglan-2028": SECOND, "baishi-2029": THIRD}


@pytest.mark.parametrize("order", list(itertools.permutations(PLANS)))
def test_plans_come_out_in_any_order(paths: Paths, order: tuple[str, ...]) -> None:
    before = state(paths)
    for ident, rows in PLANS.items():
        take(paths, rows, plan(ident))
    for number, ident in enumerate(order):
        take_out(paths, ident)
        registry = load_registry(paths)
        left = set(order[number + 1 :])
        assert registry.plans.keys() & PLANS.keys() == left
        # The line stays as long as a plan names it.
        assert (NEW in registry.projects) == bool(left)
    assert state(paths) == before


def test_a_corrected_reading_replaces_the_first(paths: Paths) -> None:
    before = state(paths)
    take(paths)
    corrected = [
        replace(ROWS[0], name_en="Leshan to Ya'an", complete_year=2030),
        replace(ROWS[1], status=Status.OPERATION),
        ROWS[3],
        row("巴中至万州铁路"),
    ]
    changes = take(paths, corrected, plan(title="改过的题目"))
    registry = load_registry(paths)
    assert registry.projects[NEW].name_en == "Leshan to Ya'an"
    assert registry.projects[NEW].mentions[0].complete_year == 2030
    assert registry.projects["yukun-hsr"].mentions[-1].status is Status.OPERATION
    assert [m.clause for m in registry.projects["yibin-new-port"].mentions] == ["(二)"]
    assert "bazhong-wanzhou-railway" in registry.projects
    assert registry.plans["yunze-2027"].title == "改过的题目"
    assert set(kinds(changes)) == {
        "changed yunze-2027",
        f"changed {NEW}",
        "changed yibin-new-port",
        "new bazhong-wanzhou-railway",
        "changed yukun-hsr",
    }
    take_out(paths)
    assert state(paths) == before


def test_rows_that_are_wanted_no_longer_go(paths: Paths) -> None:
    take(paths)
    changes = take(paths, [ROWS[2]])
    registry = load_registry(paths)
    assert NEW not in registry.projects
    assert all(m.plan != "yunze-2027" for m in registry.projects["yukun-hsr"].mentions)
    assert "removed yukun-hsr" in kinds(changes)
    assert f"removed {NEW}" in kinds(changes)


# What a person has done since


def test_a_record_that_a_person_changed_stays_and_so_does_the_plan_it_names(paths: Paths) -> None:
    take(paths)
    mine = file(paths, NEW)
    edit(mine, "name_en: Leshan-Ya'an Railway", "name_en: My own name # 查过")
    text = mine.read_text(encoding="utf-8")
    again = take(paths, [replace(ROWS[0], name_en="Another", complete_year=2031), *ROWS[1:]])
    assert f"kept {NEW}" in kinds(again)
    now = load_registry(paths).projects[NEW]
    assert now.name_en == "My own name"
    # The mention was as proposed, so it follows the plan.
    assert now.mentions[0].complete_year == 2031
    assert "# 查过" in mine.read_text(encoding="utf-8")
    out = take_out(paths)
    assert {f"kept {NEW}", "kept yunze-2027"} <= set(kinds(out))
    registry = load_registry(paths)
    assert registry.projects[NEW] == now
    assert "yunze-2027" in registry.plans
    assert "yibin-new-port" not in registry.projects
    assert all(m.plan != "yunze-2027" for m in registry.projects["yukun-hsr"].mentions)
    assert text.count("name_en") == 1


def test_a_remark_of_a_person_is_a_change(paths: Paths) -> None:
    take(paths)
    mine = file(paths, NEW)
    mine.write_text(mine.read_text(encoding="utf-8") + "# 待查\n", encoding="utf-8")
    assert f"kept {NEW}" in kinds(take_out(paths))
    assert mine.read_text(encoding="utf-8").endswith("# 待查\n")


def test_a_mention_that_a_person_corrected_stays(paths: Paths) -> None:
    take(paths)
    mine = file(paths, "yukun-hsr")
    edit(
        mine,
        "plan: yunze-2027\n    clause: (一)\n    as_written: 渝昆高铁\n    action: 开工建设\n"
        "    status: construction",
        "plan: yunze-2027\n    clause: (一)\n    as_written: 渝昆高铁\n    status: operation",
    )
    text = mine.read_bytes()
    again = take(paths, [replace(ROWS[1], status=Status.RESEARCH), *ROWS[2:], ROWS[0]])
    assert "kept yukun-hsr" in kinds(again)
    assert mine.read_bytes() == text
    out = take_out(paths)
    assert "kept yukun-hsr" in kinds(out)
    assert "kept yunze-2027" in kinds(out)
    assert mine.read_bytes() == text


def test_what_a_person_took_out_stays_out(paths: Paths) -> None:
    before = state(paths)
    take(paths)
    file(paths, NEW).unlink()
    mine = file(paths, "yukun-hsr")
    mine.write_bytes(before["projects/rail/yukun-hsr.yaml"])
    again = take(paths)
    assert again.files == {}
    assert {f"kept {NEW}", "kept yukun-hsr"} <= set(kinds(again))
    take_out(paths)
    assert state(paths) == before


def test_a_plan_that_a_person_described_stays(paths: Paths) -> None:
    take(paths)
    edit(paths.plans, "title_en: The plan", "title_en: A better title")
    again = take(paths, made=plan(title="另一个题目"))
    assert "kept yunze-2027" in kinds(again)
    assert paths.plans not in again.files
    out = take_out(paths)
    assert kinds(out)[-1] == "kept yunze-2027"
    assert load_registry(paths).plans["yunze-2027"].title_en == "A better title"


def test_a_plan_and_a_mention_that_were_there_before_stay(paths: Paths) -> None:
    before = state(paths)
    there = load_registry(paths)
    known = there.projects["yukun-hsr"].mentions[0]
    rows = [
        row("渝昆高铁", project_id="yukun-hsr", clause=known.clause, as_written="高速铁路"),
        row("渝昆高铁", project_id="yukun-hsr", clause="9"),
    ]
    old = there.plans[known.plan]
    changes = take(paths, rows, old.model_copy(update={"title": "别的"}))
    assert kinds(changes) == [f"there {old.id}", "there yukun-hsr", "added yukun-hsr"]
    assert load_registry(paths).plans[old.id] == old
    take_out(paths, old.id)
    assert state(paths) == before


def test_the_last_mention_of_a_project_stays(paths: Paths) -> None:
    take(paths)
    mine = file(paths, "yukun-hsr")
    project = load_project(mine, paths)
    text = mine.read_text(encoding="utf-8")
    head, rest = text.split("mentions:\n")
    tail = rest[rest.index("since:") :]
    own = rest[rest.index("  - plan: yunze-2027") : rest.index("since:")]
    mine.write_text(f"{head}mentions:\n{own}{tail}", encoding="utf-8")
    assert len(load_project(mine, paths).mentions) == 1 < len(project.mentions)
    out = take_out(paths)
    assert {"kept yukun-hsr", "kept yunze-2027"} <= set(kinds(out))
    load_registry(paths)


# Faults


def test_a_released_record_does_not_vanish(paths: Paths) -> None:
    take(paths)
    with paths.released.open("a", encoding="utf-8") as ids:
        ids.write(f"{NEW}\n")
    with pytest.raises(AtlasError, match="was released") as raised:
        take_out(paths)
    assert NEW in raised.value.where
    paths.retired.write_text(
        f"retired: [{{id: {NEW}, name: 乐雅, date: '2027', reason: 撤回}}]\n", encoding="utf-8"
    )
    take_out(paths)
    assert NEW not in load_registry(paths).projects
    with pytest.raises(AtlasError, match="retired"):
        take(paths, [replace(ROWS[0], new_id=NEW)])


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (row("渝昆高铁", project_id="yukun-hrs"), "perhaps yukun-hsr"),
        (row("云泽铁路", new_id="yukun-hsr"), "is the id of '渝昆高铁'"),
        (row("=云泽铁路"), "is no name"),
        (row("云泽铁路", as_written=""), "as_written"),
        (row("云泽铁路", new_id="Not An Id"), "is no id"),
        (row("云泽铁路", start_year=2030, complete_year=2029), "later than"),
    ],
)
def test_a_row_that_cannot_stand_is_named(paths: Paths, bad: object, told: str) -> None:
    before = state(paths)
    with pytest.raises(AtlasError, match=told) as raised:
        take(paths, [*ROWS, bad])  # type: ignore[list-item]
    assert raised.value.where.startswith("mentions.csv:2")
    assert state(paths) == before


def test_a_plan_must_name_what_exists(paths: Paths) -> None:
    with pytest.raises(AtlasError, match="no region"):
        take(paths, made=plan(region="nowhere"))
    with pytest.raises(AtlasError, match="no plan"):
        take(paths, made=plan(based_on="nothing"))


def test_a_file_laid_out_on_one_line_is_left_to_a_person(paths: Paths) -> None:
    mine = file(paths, "yukun-hsr")
    text = mine.read_text(encoding="utf-8")
    head, rest = text.split("mentions:\n")
    flow = "mentions: [{plan: chuanyu-2018, clause: '5', as_written: 渝昆, status: start}]\n"
    mine.write_text(head + flow + rest[rest.index("since:") :], encoding="utf-8")
    with pytest.raises(AtlasError, match="laid out unusually"):
        take(paths)


def test_only_an_accepted_plan_is_taken_out(paths: Paths) -> None:
    with pytest.raises(AtlasError, match="no plan has been accepted"):
        take_out(paths)
    take(paths)
    with pytest.raises(AtlasError, match="perhaps yunze-2027"):
        take_out(paths, "yunze-2028")


def test_what_one_clause_says_twice_is_one_mention(paths: Paths) -> None:
    rows = [
        row("云泽至青岚铁路", status=Status.UNSPECIFIED),
        row("云泽至青岚铁路", status=Status.START),
        row("云泽至青岚铁路", status=Status.OPERATION),
    ]
    take(paths, rows)
    [mention] = load_registry(paths).projects["yunze-qinglan-railway"].mentions
    assert mention.status is Status.START


def test_names_of_one_record(paths: Paths) -> None:
    rows = [
        row("乐雅铁路", new_id="x", name_en="First", doubt="存疑", clause=""),
        row(
            "乐山至雅安铁路",
            new_id="x",
            name_en="Second",
            stops=("乐山", "峨眉山", "雅安"),
            sure=True,
        ),
        row("乐雅;铁路", new_id="x", mode=Mode.HIGHWAY, clause="三", doubt="存疑", sure=True),
    ]
    take(paths, rows)
    found = load_registry(paths).projects["x"]
    assert (found.name, found.name_en, found.aliases) == ("乐山至雅安铁路", "First", ["乐雅铁路"])
    assert found.mode is Mode.RAIL
    assert isinstance(found.route, LineRoute)
    assert found.route.stops == ["乐山市", "峨眉山市", "雅安市"]
    assert [m.note for m in found.mentions] == ["存疑", None, None]
    assert found.mentions[0].clause == "（无编号）"


def test_names_that_would_have_one_id_have_two(paths: Paths) -> None:
    take(paths, [row("云泽至青岚铁路"), row("云泽至清岚铁路")])
    made = [p for p in load_registry(paths).projects.values() if "云泽" in p.name]
    assert sorted(p.name for p in made) == ["云泽至清岚铁路", "云泽至青岚铁路"]
    assert len({p.id for p in made}) == 2
    # Read again they keep the ids that they have.
    assert not take(paths, [row("云泽至青岚铁路"), row("云泽至清岚铁路")]).files


def test_a_record_that_is_handed_over_is_named_once_by_its_heir(paths: Paths) -> None:
    take(paths)
    other = plan("later-2028", date="2028")
    again = row("乐山至雅安铁路", plan="later-2028", project_id=NEW)
    take(paths, [again], other)
    take_out(paths)
    heir = read_accepted("later-2028", paths)
    assert list(heir.made) == [NEW]
    assert heir.mentions == []
    assert [m.plan for m in heir.of(NEW)] == ["later-2028"]
    take_out(paths, "later-2028")
    assert NEW not in load_registry(paths).projects
