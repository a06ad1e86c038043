"""The registry as it stands: complete, canonical, and of the size the plans have."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from building.schema import schema_files
from facts.deciding import decides
from registry.files.records import to_yaml
from registry.geometry import BASES, METHODS, PRECISIONS, Basis, Method, Precision
from registry.load import Registry, load_project, load_registry, project_files
from registry.outcome.events import EVENTS, EventKind
from registry.outcome.vocab import Confidence
from registry.paths import DEFAULT
from registry.vocab import CORE_MODES, MODES, STATUSES, Mode, Status

PLANS = ["chuanyu-2018", "tongnan-2018", "chuannan-2018", "shuangcheng-2020", "chuannan-yuxi-2023"]


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


def test_every_code_has_its_words() -> None:
    tables = [(Mode, MODES), (Status, STATUSES)]
    tables += [(Precision, PRECISIONS), (Basis, BASES), (Method, METHODS), (EventKind, EVENTS)]
    for codes, table in tables:
        assert list(codes) == list(table)


def test_the_plans_are_the_five_in_date_order(registry: Registry) -> None:
    assert list(registry.plans) == PLANS


def test_mentions_by_plan_and_mode(registry: Registry) -> None:
    """The counts of two independent readings of the texts, compared row by row.

    Words that stand in a whole and again in the section of it that is being built count once.
    """
    said = {
        (project.part_of or project.id, mention.plan, mention.clause, mention.as_written): project
        for project in registry.projects.values()
        for mention in project.mentions
    }
    count = Counter((key[1], project.mode) for key, project in said.items())
    core = {mode: [count[plan, mode] for plan in PLANS] for mode in CORE_MODES}
    assert core == {
        Mode.RAIL: [12, 4, 11, 27, 7],
        Mode.HIGHWAY: [9, 4, 20, 8, 5],
        Mode.WATERWAY: [8, 2, 3, 7, 3],
        Mode.PIPELINE: [0, 1, 0, 0, 11],
    }


def test_one_project_is_followed_through_the_plans(registry: Registry) -> None:
    yukun = registry.projects["yukun-hsr"]
    assert [(m.plan, str(m.status)) for m in yukun.mentions] == [
        ("chuanyu-2018", "preparation"),
        ("chuannan-2018", "construction"),
        ("shuangcheng-2020", "construction"),
        ("chuannan-yuxi-2023", "unspecified"),
    ]
    longxu = registry.projects["longhuang-longxu"]
    statuses = [str(m.status) for m in longxu.mentions]
    assert statuses == ["upgrade", "upgrade", "preparation", "upgrade"]
    assert registry.projects["yukun-hsr-chongqing-yibin"].part_of == "yukun-hsr"


def test_names_that_look_alike_are_kept_apart(registry: Registry) -> None:
    by_name: dict[str, set[str]] = {}
    for project in registry.projects.values():
        for name in (project.name, *project.aliases):
            by_name.setdefault(name, set()).add(project.id)
    assert by_name["成渝客专"] == {"chengyu-hsr"}
    assert by_name["达万铁路"] == {"dawan-railway"}
    assert not {
        k: v for k, v in by_name.items() if len(v) > 1 and k not in ("潼荣高速", "合安高速")
    }


@pytest.mark.parametrize("path", project_files(), ids=lambda path: path.stem)
def test_files_are_canonical(path) -> None:  # type: ignore[no-untyped-def]
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")
    assert first == "# yaml-language-server: $schema=../../schema/project.schema.json"
    assert rest == to_yaml(load_project(path))


def test_facts_after_the_plans_name_their_source(registry: Registry) -> None:
    for project in registry.projects.values():
        for event in project.since:
            assert event.date, project.id
            assert event.publisher, project.id
            # Pages that are no source on their own are marked as weak and decide nothing.
            assert "低质" not in event.publisher or event.confidence is Confidence.WEAK
        kinds = [(e.event, e.section, e.scope) for e in project.since if decides(e)]
        firsts = [kind for kind in kinds if kind[0] in (EventKind.OPEN, EventKind.START)]
        assert len(firsts) == len(set(firsts)), f"{project.id} says twice that it happened"


def test_the_schemas_are_those_of_the_models() -> None:
    for path, text in schema_files(DEFAULT).items():
        assert json.loads(text)["additionalProperties"] is False
        assert path.read_text(encoding="utf-8") == text, path.name
