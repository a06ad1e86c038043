"""Reading a talk's file: strict, with one sentence for the first thing that is wrong.

Only who reads a talk imports this module: its models need pydantic, which a page does without.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, create_model, model_validator

from layers import address
from layers.address import NAMED, PARTS, Limits
from layers.publish.talk import Step, Talk
from layers.publish.talk_marks import MOST, Mark, read_mark
from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.comparison import EARLIER, Comparing, compare
from layers.selection.filters import Filter
from layers.selection.resolver import Names, names, resolve
from layers.selection.where import SHAPES
from layers.translations.catalog import LANGS
from registry.errors import AtlasError
from registry.files.records import fault, hidden_fault, unknown_key, validate
from registry.files.yaml.read import read_yaml
from registry.naming import first_hidden, trimmed


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict | list | bool):
        raise fault(zh="应当是一段文字", en="must be a text")
    return trimmed(str(value))


def _shown(value: object) -> str:
    """A text that is shown; its line breaks stay."""
    if found := first_hidden(re.sub(r"[\t\r\n]", " ", text := _text(value))):
        raise hidden_fault(found)
    return text


def _one_line(value: object) -> str:
    if found := first_hidden(text := _text(value)):
        raise hidden_fault(found)
    return text


def _texts(value: object) -> list[str]:
    """One text or a list of texts."""
    if value is None:
        return []
    return [_text(item) for item in (value if isinstance(value, list) else [value])]


def _title(value: object) -> str:
    if not (text := _one_line(value)):
        raise fault(zh="每一步都要有标题", en="every step needs a title")
    return text


def _lang(value: object) -> str:
    if (text := _text(value)) not in ("", *LANGS):
        raise fault(zh=f"只能是 {' 或 '.join(LANGS)}", en=f"must be {' or '.join(LANGS)}")
    return text


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise fault(zh="只能是 true 或 false", en="must be true or false")
    return value


def _view(value: object) -> str:
    if (text := _text(value)) not in ("", *address.VIEWS):
        listed = " 或 ".join(address.VIEWS), " or ".join(address.VIEWS)
        raise fault(zh=f"只能是 {listed[0]}", en=f"must be {listed[1]}")
    return text or address.PLAN


def _viewport(step: StepFile, where: str, within: Limits) -> address.Viewport | None:
    """Where the map goes; AtlasError for a part that is no number ``within`` its limits."""
    if step.viewport is None:
        return None
    for name, (low, high) in within.items():
        value = getattr(step.viewport, name)
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not low <= value <= high:
            raise AtlasError(
                f"{where}.viewport.{name}",
                zh=f"应当是 {low:g} 到 {high:g} 之间的数字",
                en=f"must be a number from {low:g} to {high:g}",
            )
    lat, lon, zoom = (float(getattr(step.viewport, name)) for name in PARTS)
    return lat, lon, zoom


def _steps(value: object) -> object:
    if not isinstance(value, list) or not value:
        raise fault(zh="至少要有一步", en="needs a list with at least one step")
    return value


def _marks(value: object) -> object:
    if value is None:
        return []
    if not isinstance(value, list) or len(value) > MOST:
        raise fault(
            zh=f"应当是标注的列表，最多 {MOST} 个", en=f"must be a list of at most {MOST} marks"
        )
    return value


Text = Annotated[str, BeforeValidator(_text)]
Texts = Annotated[list[str], BeforeValidator(_texts)]


class Keyed(BaseModel):
    """A mapping that has no other keys than its fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _no_other_keys(cls, values: object) -> object:
        allowed = tuple(cls.model_fields)
        if not isinstance(values, dict):
            listed = ", ".join(allowed)
            raise fault(zh=f"应当有这些键：{listed}", en=f"needs the keys {listed}")
        for key in values:
            if key not in allowed:
                raise unknown_key(key, allowed)
        return values


_FILTERS: dict[str, Any] = {key: (Texts, Field(default=[])) for key in (*NAMED, *SHAPES)}
#: The filter of a step: the keys that the command line takes as options.
FilterFile = create_model("FilterFile", __base__=Keyed, query=(Text, ""), **_FILTERS)

_BOUNDS: dict[str, Any] = dict.fromkeys(PARTS, (Any, None))
#: Where the map goes in a step.
ViewportFile = create_model("ViewportFile", __base__=Keyed, **_BOUNDS)


_COMPARED: dict[str, Any] = {
    "from": (Text, EARLIER),
    "to": (Text, ""),
    "change": (Texts, Field(default=[])),
    "maps": (Text, address.MAPS[0]),
}
#: What a step compares, by the keys of the address.
CompareFile = create_model("CompareFile", __base__=Keyed, **_COMPARED)


class MarkFile(Keyed):
    """A mark as it is written; :func:`layers.publish.talk_marks.read_mark` checks its numbers."""

    arrow: Any = None
    circle: Any = None
    at: Any = None
    text: Annotated[str, BeforeValidator(_one_line)] = ""


class StepFile(Keyed):
    """A step as it is written."""

    title: Annotated[str, BeforeValidator(_title)] = Field(default="", validate_default=True)
    caption: Annotated[str, BeforeValidator(_shown)] = ""
    filters: FilterFile | None = None
    viewport: ViewportFile | None = None
    select: Text = ""
    highlight: Texts = []
    changes: Annotated[bool, BeforeValidator(_flag)] = False
    view: Annotated[str, BeforeValidator(_view)] = address.PLAN
    outcomes: Annotated[bool, BeforeValidator(_flag)] = False
    slips: Annotated[bool, BeforeValidator(_flag)] = False
    compare: CompareFile | None = None
    marks: Annotated[list[Any], BeforeValidator(_marks)] = []


class TalkFile(Keyed):
    """A talk as it is written; its steps are checked one by one."""

    title: Annotated[str, BeforeValidator(_one_line)] = ""
    lang: Annotated[str, BeforeValidator(_lang)] = ""
    steps: Annotated[list[Any], BeforeValidator(_steps)] = Field(default=[], validate_default=True)


def load(path: Path, atlas: Atlas) -> Talk:
    """Read a talk.

    Raises
    ------
    AtlasError
        The file is missing or is not YAML, or a step names something that does not exist.
    """
    label = path.name
    talk = validate(TalkFile, read_yaml(path, label), label)
    there = names(atlas)
    steps = []
    for number, item in enumerate(talk.steps, 1):
        location = f"steps[{number}]"
        step = validate(StepFile, item, label, field=location)
        marks = [
            _mark(label, f"{location}.marks[{count}]", given, address.limits(atlas))
            for count, given in enumerate(step.marks, 1)
        ]
        resolved = _resolved(step, f"{label}: {location}", atlas, there)
        steps.append(replace(resolved, marks=tuple(marks)))
    return Talk(title=talk.title, lang=talk.lang, steps=tuple(steps))


def _mark(label: str, location: str, given: object, within: Limits) -> Mark:
    """A mark of a step, or AtlasError for what is wrong with it."""
    mark = validate(MarkFile, given, label, field=location)
    return read_mark(mark.model_dump(), mark.text, f"{label}: {location}", within)


def _resolved(step: StepFile, where: str, atlas: Atlas, there: Names) -> Step:
    """The step with codes for names; AtlasError for what does not exist, or shows nothing."""
    asked = step.filters.model_dump() if step.filters else {}
    query = asked.pop("query", "")
    for key in SHAPES:
        # A list of numbers, or the text that the command line takes.
        asked[key] = [",".join(asked[key])] if asked.get(key) else []
    chosen = address.named_filter(f"{where}.filters.", asked, atlas, query=query)
    comparing = _comparing(f"{where}.compare", step.compare, atlas) if step.compare else None
    left = compare(atlas, chosen, comparing) if comparing else filters.apply(atlas, chosen).ids
    if not left:
        raise AtlasError(
            f"{where}.filters",
            zh="没有项目符合这些条件，这一步会是空的",
            en="no project fits, so the step would be empty",
        )

    def project(field: str, name: str) -> str:
        return resolve(f"{where}.{field}", "project", name, there["project"])

    select = project("select", step.select) if step.select else None
    asked_for = "outcomes" if step.outcomes else "slips" if step.slips else ""
    if asked_for and not _promises(atlas, chosen, select):
        raise AtlasError(
            f"{where}.{asked_for}",
            zh="其中没有写了年份的承诺，这一步会是空的",
            en="there is no promise with a year among them, so the step would be empty",
        )
    return Step(
        title=step.title,
        caption=step.caption,
        chosen=chosen,
        viewport=_viewport(step, where, address.limits(atlas)),
        select=select,
        highlight=tuple(project("highlight", name) for name in step.highlight),
        changes=step.changes,
        view=step.view,
        outcomes=step.outcomes,
        slips=step.slips,
        comparing=comparing,
    )


def _comparing(where: str, given: BaseModel, atlas: Atlas) -> Comparing:
    """What a step compares, codes for names; AtlasError for what does not exist."""
    return address.named_comparing(
        lambda key: f"{where}.{key}", given.model_dump(), address.codes_of(atlas)
    )


def _promises(atlas: Atlas, chosen: Filter, select: str | None) -> bool:
    """Whether there is a promise to show: of the project and its sections, or of what is left."""
    ids = _with_sections(atlas, select) if select else set(filters.apply(atlas, chosen).statuses)
    return any(
        (not chosen.plans or outcome.plan in chosen.plans)
        for project in atlas.projects
        if project.id in ids
        for outcome in project.outcomes
    )


def _with_sections(atlas: Atlas, ident: str) -> set[str]:
    """A project and the records of its sections, and of theirs."""
    found = {ident}
    while new := {p.id for p in atlas.projects if p.part_of in found} - found:
        found |= new
    return found
