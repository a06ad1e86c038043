"""What a person said of a record counts: the name, the route, and changes since."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.load import load_registry
from registry.models import LineRoute
from registry.paths import Paths
from registry.vocab import Status
from tests.plans.accepting.support import file, kinds, plan, row, take, take_out
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


def test_a_record_stays_where_a_person_changed_what_another_plan_put_into_it(paths: Paths) -> None:
    take(paths)
    other = row("乐山至雅安铁路", plan="later-2028", project_id=NEW, status=Status.CONSTRUCTION)
    take(paths, [other], plan("later-2028", date="2028-03"))
    there = file(paths, NEW)
    edit(there, "status: construction", "status: upgrade")
    before = there.read_bytes()
    assert f"kept {NEW}" in kinds(take_out(paths))
    assert there.read_bytes() == before
    assert "yunze-2027" in load_registry(paths).plans


def test_the_id_of_a_known_project_may_stand_with_any_of_its_names(paths: Paths) -> None:
    alias = load_registry(paths).projects["yukun-hsr"].aliases[0]
    changes = take(paths, [row(alias, new_id="yukun-hsr", status=Status.CONSTRUCTION)])
    assert "added yukun-hsr" in kinds(changes)


@pytest.mark.parametrize(("stops", "guessed"), [((), True), (("乐山", "峨眉山", "雅安"), False)])
def test_a_route_that_a_reviewer_gave_is_no_guess(
    paths: Paths, stops: tuple[str, ...], guessed: bool
) -> None:
    take(paths, [row("乐雅高铁", stops=stops)])
    [made] = [p for p in load_registry(paths).projects.values() if p.name == "乐雅高铁"]
    assert isinstance(made.route, LineRoute)
    assert ("按简称推定" in (made.route.note or "")) is guessed
