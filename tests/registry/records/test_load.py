"""The registry put together: what a record must agree with, and what each list is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from registry.errors import AtlasError
from registry.load import (
    assemble,
    by_date,
    load_plans,
    load_project,
    load_released,
    load_retired,
    project_files,
)
from registry.models import FactsRules, Plan, Project, Region
from registry.paths import DEFAULT, Paths
from tests.support.reported import mention, project

FACTS = FactsRules(facts_as_of="2026-11-26")


def plan(ident: str, date: str = "2020-01", **more: str) -> Plan:
    return Plan(
        id=ident,
        title="规划",
        title_en="Plan",
        short="规划",
        short_en="Plan",
        issuer="某府",
        text="x.txt",
        text_note="全文",
        date=date,
        **more,  # type: ignore[arg-type]
    )


PLANS = {"plan-a": plan("plan-a")}


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (("2021", "2020-12-31", "2020-02"), "cba"),
        # Of one day by id.
        (("2020", "2020", "2019"), "cab"),
    ],
)
def test_plans_stand_by_date_then_by_id(dates: tuple[str, ...], order: str) -> None:
    given = [plan(ident, date) for ident, date in zip("abc", dates, strict=True)]
    assert list(by_date(reversed(given))) == list(order)


def together(*read: tuple[str, Project], plans: dict[str, Plan] | None = None) -> list[str]:
    """The ids of the registry that the projects, each in a file of the name given, make."""
    files = [(DEFAULT.projects / name, one) for name, one in read]
    made = assemble(PLANS if plans is None else plans, {}, files, FACTS)
    assert made.facts is FACTS
    return list(made.projects)


def test_projects_stand_as_they_are_read() -> None:
    b, a = project(ident="b"), project(ident="a", part_of="b")
    assert together(("rail/b.yaml", b), ("rail/a.yaml", a)) == ["b", "a"]
    assert together() == []


def part(ident: str, whole: str | None) -> tuple[str, Project]:
    return f"rail/{ident}.yaml", project(ident=ident, part_of=whole)


@pytest.mark.parametrize(
    ("read", "says"),
    [
        (
            [("rail/a.yaml", project(ident="a")), ("port/a.yaml", project(ident="a"))],
            r"projects/port/a\.yaml: id: 'a' is taken by .*projects/rail/a\.yaml\.$",
        ),
        (
            [("rail/a.yaml", project(ident="a", mentions=[mention(), mention("plan-b")]))],
            r"rail/a\.yaml: mentions\[1\]\.plan: there is no plan 'plan-b', perhaps plan-a",
        ),
        ([part("a", "b")], r"rail/a\.yaml: part_of: there is no project 'b'"),
        # What lacks its whole is told of, though it is the whole of another.
        ([part("a", "b"), part("b", "c")], r"rail/b\.yaml: part_of: there is no project 'c'"),
        (
            [part("a", "b"), part("b", "c"), part("c", "b")],
            r"rail/a\.yaml: part_of: 'b' leads back to the project itself",
        ),
        ([part("a", "b"), part("b", "a")], r"rail/a\.yaml: part_of: 'a' leads back"),
    ],
)
def test_a_project_that_does_not_fit_the_others(read: list[tuple[str, Project]], says: str) -> None:
    with pytest.raises(AtlasError, match=says):
        together(*read)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"region": "west"}, r"plans\.yaml: plan-b: region: there is no region 'west'"),
        ({"based_on": "plan-c"}, r"plans\.yaml: plan-b: based_on: there is no plan 'plan-c'"),
        ({"region": "east", "based_on": "plan-a"}, ""),
    ],
)
def test_a_plan_names_what_there_is(more: dict[str, str], says: str) -> None:
    region = Region(
        id="east", name="东", name_en="East", definition="定义", source="出处", members=["510101"]
    )
    plans = {**PLANS, "plan-b": plan("plan-b", **more)}
    if not says:
        assert assemble(plans, {"east": region}, [], FACTS).plans == plans
        return
    with pytest.raises(AtlasError, match=says):
        assemble(plans, {"east": region}, [], FACTS)


@pytest.fixture
def folder(tmp_path: Path) -> Paths:
    """A data folder of two projects, its lists, and no more."""
    paths = Paths(tmp_path / "data")
    for name in ("rail/yukun-hsr.yaml", "port/luzhou-port.yaml"):
        target = paths.projects / name
        target.parent.mkdir(parents=True)
        found = sorted((DEFAULT.projects / target.parent.name).glob("*.yaml"))
        source = DEFAULT.projects / name
        shutil.copy(source if source.exists() else found[0], target.parent)
    for path in (DEFAULT.plans, DEFAULT.retired, DEFAULT.released):
        shutil.copy(path, paths.data)
    return paths


def test_files_stand_by_mode_then_by_name(folder: Paths) -> None:
    [rail] = (folder.projects / "rail").iterdir()
    shutil.copy(rail, rail.with_name("a.yaml"))
    found = [path.relative_to(folder.projects).parts for path in project_files(folder)]
    assert [parts[0] for parts in found] == ["rail", "rail", "port"]
    assert [parts[1] for parts in found[:2]] == ["a.yaml", rail.name]


@pytest.mark.parametrize(
    ("made", "says"),
    [
        ("notes.yaml", r"data/projects/notes\.yaml: .*<mode>/notes\.yaml"),
        ("trains/", r"data/projects/trains: there is no mode 'trains'"),
    ],
)
def test_what_is_no_folder_of_a_mode_is_refused(folder: Paths, made: str, says: str) -> None:
    path = folder.projects / made
    if made.endswith("/"):
        path.mkdir()
    else:
        path.write_text("id: a\n")
    with pytest.raises(AtlasError, match=says):
        project_files(folder)


def test_without_the_folder_of_projects(folder: Paths) -> None:
    shutil.rmtree(folder.projects)
    with pytest.raises(AtlasError, match=r"^data/projects: the folder does not exist"):
        project_files(folder)


def test_a_project_is_called_like_its_file_and_lies_in_its_modes_folder(folder: Paths) -> None:
    [path] = (folder.projects / "rail").iterdir()
    assert load_project(path, folder).id == path.stem
    other = path.rename(path.with_name("other.yaml"))
    with pytest.raises(AtlasError, match=rf"id: '{path.stem}' must equal the file name 'other'"):
        load_project(other, folder)
    moved = other.rename(folder.projects / "port" / path.name)
    with pytest.raises(AtlasError, match=r"mode: 'rail' must equal the folder 'port'"):
        load_project(moved, folder)


def test_the_lists_of_plans_and_of_retired_ids_by_their_ids(folder: Paths) -> None:
    assert all(ident == one.id for ident, one in load_plans(folder).items())
    assert list(load_plans(folder)) == list(by_date(load_plans(folder).values()))
    first = "retired:\n- {id: b, name: 乙, date: '2025', reason: 并入}\n"
    folder.retired.write_text(f"{first}- {{id: a, name: 甲, date: '2024', reason: 重复}}\n")
    assert {ident: one.id for ident, one in load_retired(folder).items()} == {"b": "b", "a": "a"}
    folder.retired.write_text(f"{first}- {{id: a, name: 甲, date: '2024'}}\n")
    with pytest.raises(AtlasError, match=r"retired\.yaml: a: reason: "):
        load_retired(folder)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("# The 2 ids of release 1\na\nb\n", ["a", "b"]),
        # A number is heeded at the beginning alone; blank lines and remarks are no ids.
        ("# of a day\n# The 9 ids of release 1\n\na\n  b \n #c\n# d\n", ["a", "b", "#c"]),
        ("# The 1 ids of release 1\na\nb\n", None),
        ("# The 3 ids of release 1\na\nb\n", None),
    ],
)
def test_the_ids_of_a_release_are_as_many_as_it_says(
    folder: Paths, text: str, ids: list[str] | None
) -> None:
    folder.released.write_text(text, encoding="utf-8")
    if ids is not None:
        assert load_released(folder) == ids
        return
    with pytest.raises(AtlasError, match=r"^data/released\.txt: .*2.*[13]"):
        load_released(folder)
