"""Telling how a project, or any phrase that names places, is found."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from geo.gazetteer import Gazetteer
from geo.geocode import Located, locate, locate_project
from geo.proposing import Step, resolve, route_through
from geo.rivers import load_rivers
from registry.errors import AtlasError
from registry.geometry import BASES, METHODS, PRECISIONS, Precision
from registry.load import Registry
from registry.models import Project
from registry.naming import seen, spelling
from registry.paths import DEFAULT, Paths
from registry.vocab import Mode

#: Words that end a phrase and say the mode; longest first.
_HEADS: tuple[tuple[str, Mode], ...] = (
    ("高速公路", Mode.HIGHWAY),
    ("快速通道", Mode.HIGHWAY),
    ("城际铁路", Mode.RAIL),
    ("高速铁路", Mode.RAIL),
    ("高速", Mode.HIGHWAY),
    ("公路", Mode.HIGHWAY),
    ("铁路", Mode.RAIL),
    ("高铁", Mode.RAIL),
    ("航道", Mode.WATERWAY),
    ("管道", Mode.PIPELINE),
    ("段", Mode.RAIL),
)
_BETWEEN = re.compile(r"至|经|到|—|－|-|～|~")


@dataclass(frozen=True)
class Answer:
    """How a name or phrase was found."""

    title: str
    project: Project | None
    steps: list[Step]
    located: Located


def _matches(name: str, registry: Registry) -> list[Project]:
    """Projects called ``name``; failing that, those whose name or alias holds it."""
    names = {p.id: (p.id, p.name, p.name_en, *p.aliases) for p in registry.projects.values()}
    wanted = spelling(name)
    spelt = {ident: [spelling(one) for one in known] for ident, known in names.items()}
    exact = [ident for ident, known in spelt.items() if wanted in known]
    # The record's own name or id wins over another record's alias.
    own = [ident for ident in exact if wanted in spelt[ident][:2]]
    if own or exact:
        return [registry.projects[i] for i in own or exact]
    held = [ident for ident, known in spelt.items() if any(wanted in one for one in known)]
    return [registry.projects[i] for i in held]


def _phrase(text: str, gazetteer: Gazetteer, paths: Paths) -> Answer:
    body, mode = text, Mode.RAIL
    while cut := next(((h, m) for h, m in _HEADS if body.endswith(h) and body != h), None):
        body, mode = body.removesuffix(cut[0]), cut[1] if cut[0] != "段" else mode
    river = next((name for name in load_rivers(paths) if body.startswith(name)), None)
    body = body.removeprefix(river) if river else body
    words = [word for word in _BETWEEN.split(body.strip("()（）")) if word]
    if not words or (river and len(words) < 2):
        raise AtlasError(text, zh="没有可以定位的地名", en="names no place that can be located")
    steps = [resolve(word, gazetteer, paths) for word in words]
    route = route_through([step.place.ref for step in steps], river)
    return Answer(text, None, steps, locate(route, mode, gazetteer, where=text, paths=paths))


#: The ids of the projects that a text may mean, where it is no name of theirs as it stands.
Search = Callable[[str, Registry], Sequence[str]]


def find(
    text: str,
    registry: Registry,
    gazetteer: Gazetteer,
    paths: Paths = DEFAULT,
    *,
    search: Search = lambda _text, _registry: (),
) -> Answer:
    """How ``text``, a project's id, name or alias or a phrase of places, is found.

    What is neither is looked for by ``search``.

    Raises
    ------
    AtlasError
        When it names several projects or places (they are listed), or none.
    """
    name = seen(text).strip()
    matches = _matches(name, registry) if name else []
    if matches:
        return _one(name, matches, gazetteer, paths)
    try:
        return _phrase(name, gazetteer, paths)
    except AtlasError as error:
        meant = [registry.projects[key] for key in search(name, registry)]
        if meant:
            return _one(name, meant, gazetteer, paths)
        known = [n for p in registry.projects.values() for n in (p.name, *p.aliases)]
        near = get_close_matches(name, known, n=3, cutoff=0.4)
        if not near or error.where != name:
            raise
        raise AtlasError(
            error.where,
            zh=f"{error.zh}；名称相近的项目有 {'、'.join(near)}",
            en=f"{error.en}; projects with a like name: {', '.join(near)}",
        ) from error


def _one(name: str, matches: list[Project], gazetteer: Gazetteer, paths: Paths) -> Answer:
    """The answer of the one project that matches; AtlasError with all where there are several."""
    if len(matches) == 1:
        project = matches[0]
        located = locate_project(project, gazetteer, paths)
        steps = [Step(p.name, p, ("项目记录的站点", "a stop of the record")) for p in located.stops]
        return Answer(project.name, project, steps, located)
    listed = ", ".join(f"{p.name} ({p.id})" for p in matches[:12])
    more = "…" if len(matches) > 12 else ""
    raise AtlasError(
        name,
        zh=f"有 {len(matches)} 个项目：{listed}{more}",
        en=f"matches {len(matches)} projects: {listed}{more}",
    )


def describe(answer: Answer, lang: str) -> str:
    """``answer`` as lines for a terminal."""
    zh = lang == "zh"
    located = answer.located
    lines = [f"{answer.title} ({answer.project.id})" if answer.project else answer.title]
    for number, step in enumerate(answer.steps, start=1):
        p = step.place
        lines.append(
            f"  {number:>2}. {step.word} → {p.name} [{p.kind}, {p.adcode}] {p.lon:.5f}, {p.lat:.5f}"
            f" ±{p.accuracy_m:.0f} m · {step.why[0 if zh else 1]} · {p.source}"
        )
    precision, method = PRECISIONS[located.precision], METHODS[located.method]
    basis = BASES[located.basis] if located.basis else None
    if zh:
        lines.append(f"  精度：{precision.zh}（{located.precision}）；方法：{method.zh_means}")
        if basis:
            lines.append(f"  依据：{basis.zh}；来源：{located.source}")
    else:
        lines.append(
            f"  precision: {precision.en} ({located.precision}); method: {method.en_means}"
        )
        if basis:
            lines.append(f"  basis: {basis.en}; source: {located.source}")
    if located.length_km is not None:
        official = answer.project.length_km if answer.project else None
        told = f"{'；公布' if zh else '; published'} {official:g} km" if official else ""
        lines.append(f"  {'长度' if zh else 'length'}: {located.length_km:g} km{told}")
    lines += _certainty(located, zh=zh)
    if located.note:
        lines.append(f"  {'说明' if zh else 'note'}: {located.note}")
    return "\n".join(lines)


def _certainty(located: Located, *, zh: bool) -> list[str]:
    """How sure it is: the widest band, the median of its legs, and each leg's own."""
    if located.precision is Precision.AREA:
        return ["  不确定度：在范围内某处" if zh else "  uncertainty: somewhere inside"]
    if located.uncertainty_m is None:
        return []
    band, median = located.uncertainty_m, located.uncertainty_median_m
    told = f"  {'不确定度：' if zh else 'uncertainty: '}±{band} m"
    if median is not None and len(located.legs) > 1:
        told += f"（半数公里不超过 ±{median} m）" if zh else f" (half of its km within ±{median} m)"
    lines = [told]
    for number, leg in enumerate(located.legs, 1):
        method, basis = METHODS[leg.method], BASES[leg.basis]
        how = f"{method.zh}，{basis.zh}" if zh else f"{method.en}, {basis.en}"
        lines.append(
            f"  {number:>2}. {leg.start} — {leg.end}: {leg.length_km:g} km ±{leg.uncertainty_m} m"
            f" · {how} · {leg.source}"
        )
    return lines
