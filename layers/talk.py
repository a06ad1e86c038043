"""A talk: the steps of a presentation, written in a small YAML file.

docs/presenting.md describes the file; docs/talks/ has one to start from.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from layers import filters
from layers.filters import Filter
from layers.records import Atlas
from layers.resolve import names, resolve, resolve_all
from registry import sentences
from registry.errors import AtlasError
from registry.files.yamlfile import read_yaml
from registry.vocab import CORE_MODES, FindingKind, Mode, Status

_TALK_KEYS = ("title", "lang", "steps")
_STEP_KEYS = ("title", "caption", "filters", "viewport", "select", "highlight", "changes")
_FILTER_KEYS = ("plan", "region", "status", "mode", "finding", "query")
_VIEWPORT = {"lat": (20.0, 40.0), "lon": (90.0, 120.0), "zoom": (5.0, 13.0)}


@dataclass(frozen=True)
class Step:
    """One step: what it says, what it shows, where the map goes (None: fit what is shown).

    ``changes`` lists what the newest chosen plan adds to the plans before it, and changes;
    ``highlight`` keeps these projects strong and the others faint; ``select`` opens a card.
    """

    title: str
    caption: str
    chosen: Filter
    viewport: tuple[float, float, float] | None
    select: str | None
    highlight: tuple[str, ...]
    changes: bool


@dataclass(frozen=True)
class Talk:
    """A title, a language (``zh`` or ``en``; empty where the file does not say) and the steps."""

    title: str
    lang: str
    steps: tuple[Step, ...]


def load(path: Path, atlas: Atlas) -> Talk:
    """Read a talk.

    Raises
    ------
    AtlasError
        The file is missing or is not YAML, or a step names something that does not exist.
    """
    label = path.name
    talk = _keys(label, read_yaml(path, label), _TALK_KEYS)
    steps = talk.get("steps")
    if not isinstance(steps, list) or not steps:
        raise AtlasError(
            f"{label}: steps", zh="至少要有一步", en="needs a list with at least one step"
        )
    lang = _text(f"{label}: lang", talk.get("lang"))
    if lang not in ("", "zh", "en"):
        raise AtlasError(f"{label}: lang", zh="只能是 zh 或 en", en="must be zh or en")
    return Talk(
        title=_text(f"{label}: title", talk.get("title")),
        lang=lang,
        steps=tuple(_step(f"{label}: steps[{i}]", item, atlas) for i, item in enumerate(steps, 1)),
    )


def _keys(where: str, found: object, allowed: tuple[str, ...]) -> dict[str, Any]:
    """``found`` as a mapping that has no other keys than ``allowed``."""
    listed = ", ".join(allowed)
    if not isinstance(found, dict):
        raise AtlasError(where, zh=f"应当有这些键：{listed}", en=f"needs the keys {listed}")
    for key in found:
        if key not in allowed:
            raise sentences.unknown_code(where, "key", key, allowed)
    return found


def _text(where: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict | list | bool):
        raise AtlasError(where, zh="应当是一段文字", en="must be a text")
    return str(value).strip()


def _list(where: str, value: object) -> list[str]:
    """One text or a list of texts."""
    if value is None:
        return []
    return [_text(where, item) for item in (value if isinstance(value, list) else [value])]


def _step(where: str, found: object, atlas: Atlas) -> Step:
    step = _keys(where, found, _STEP_KEYS)
    title = _text(f"{where}.title", step.get("title"))
    if not title:
        raise AtlasError(f"{where}.title", zh="每一步都要有标题", en="every step needs a title")
    there = names(atlas)
    changes = step.get("changes", False)
    if not isinstance(changes, bool):
        raise AtlasError(f"{where}.changes", zh="只能是 true 或 false", en="must be true or false")
    chosen = _filter(f"{where}.filters", step.get("filters"), there)
    if not filters.apply(atlas, chosen).statuses:
        raise AtlasError(
            f"{where}.filters",
            zh="没有项目符合这些条件，这一步会是空的",
            en="no project fits, so the step would be empty",
        )
    select = _text(f"{where}.select", step.get("select"))
    return Step(
        title=title,
        caption=_text(f"{where}.caption", step.get("caption")),
        chosen=chosen,
        viewport=_viewport(f"{where}.viewport", step.get("viewport")),
        select=resolve(f"{where}.select", "project", select, there["project"]) if select else None,
        highlight=tuple(
            resolve(f"{where}.highlight", "project", name, there["project"])
            for name in _list(f"{where}.highlight", step.get("highlight"))
        ),
        changes=changes,
    )


def _filter(where: str, found: object, there: dict[str, dict[str, tuple[str, ...]]]) -> Filter:
    given = _keys(where, found if found is not None else {}, _FILTER_KEYS)

    def codes(kind: str) -> frozenset[str]:
        asked = _list(f"{where}.{kind}", given.get(kind))
        return resolve_all(f"{where}.{kind}", kind, asked, there[kind])

    modes = frozenset(CORE_MODES)
    if "mode" in given:
        everything = given["mode"] in ("all", ["all"])
        modes = frozenset() if everything else frozenset(map(Mode, codes("mode")))
    return Filter(
        plans=codes("plan"),
        regions=codes("region"),
        statuses=frozenset(map(Status, codes("status"))),
        modes=modes,
        findings=frozenset(map(FindingKind, codes("finding"))),
        query=_text(f"{where}.query", given.get("query")),
    )


def _viewport(where: str, found: object) -> tuple[float, float, float] | None:
    if found is None:
        return None
    given = _keys(where, found, tuple(_VIEWPORT))
    values = []
    for key, (low, high) in _VIEWPORT.items():
        value = given.get(key)
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not low <= value <= high
        ):
            raise AtlasError(
                f"{where}.{key}",
                zh=f"应当是 {low:g} 到 {high:g} 之间的数字",
                en=f"must be a number from {low:g} to {high:g}",
            )
        values.append(float(value))
    return (values[0], values[1], values[2])
