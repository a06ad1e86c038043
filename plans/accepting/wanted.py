"""The records that reviewed rows ask for: mentions of known projects, and new projects."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from plans.accepting.rows import Reviewed
from plans.matching.forms import form
from plans.matching.propose import Proposal, propose
from registry import sentences
from registry.errors import AtlasError
from registry.files.records import validate
from registry.models import Mention, Project, Route
from registry.naming import unfit
from registry.vocab import Status

#: What stands for the clause of a text that has none.
NO_CLAUSE = "（无编号）"
RouteOf = Callable[[Proposal], Route]


@dataclass
class Wanted:
    """``known``: mentions by the id of a project; ``made``: new projects by id."""

    known: dict[str, list[Mention]] = field(default_factory=dict)
    made: dict[str, Project] = field(default_factory=dict)


def _mention(row: Reviewed, plan_id: str) -> Mention:
    data = {
        "plan": plan_id,
        "clause": row.clause or NO_CLAUSE,
        "as_written": row.as_written,
        "action": row.action,
        "status": row.status,
        "start_year": row.start_year,
        "complete_year": row.complete_year,
        "note": "" if row.sure else row.doubt,
    }
    return validate(Mention, {k: v for k, v in data.items() if v not in (None, "")}, row.where)


def place_of(mention: Mention) -> tuple[str, str, str]:
    """Where a mention stands: no project has two in one place."""
    return mention.plan, mention.clause, mention.as_written


def once(mentions: Iterable[Mention]) -> list[Mention]:
    """``mentions`` without a second in one place; the first that says what is to be done stays."""
    found: dict[tuple[str, str, str], Mention] = {}
    for mention in mentions:
        place = place_of(mention)
        if place not in found or found[place].status is Status.UNSPECIFIED:
            found[place] = mention
    return list(found.values())


def alike(one: Mention, other: Mention) -> bool:
    """Whether two mentions are one naming, read twice: the same clause and words within words."""
    a, b = (m.as_written.replace("…", "") for m in (one, other))
    return (one.plan, one.clause) == (other.plan, other.clause) and (a in b or b in a)


def _called(rows: Sequence[Reviewed]) -> list[str]:
    """The names of a new project, the one that says most of its route before the others."""
    names = list(dict.fromkeys(row.name for row in rows))
    best = max(names, key=lambda name: (len(form(name).ends), -names.index(name)))
    return [best, *(name for name in names if name != best)]


def _made(
    ident: str, rows: Sequence[Reviewed], plan_id: str, home: Sequence[str], route_of: RouteOf
) -> Project:
    """The record of a new project; its first row counts where rows differ."""
    first = rows[0]
    name, *others = _called(rows)
    own = propose(name, first.mode.value, home=home)
    name_en = next((row.name_en for row in rows if row.name_en), own.name_en)
    stops = next((row.stops for row in rows if row.stops), () if first.new_id else own.stops)
    guess = own.guess if stops == own.stops else ""
    aliases = tuple(other for other in others if not unfit(other))
    proposal = Proposal(ident, name, name_en, first.mode.value, stops, aliases, guess)
    data = {
        "id": ident,
        "name": name,
        "name_en": name_en,
        "aliases": list(aliases),
        "mode": first.mode.value,
        "reviewed": False,
        "route": {"kind": "none", "reason": "-"},
        "mentions": [
            m.model_dump(mode="json", exclude_defaults=True)
            for m in once(_mention(row, plan_id) for row in rows)
        ],
    }
    project = validate(Project, data, first.where)
    return project.model_copy(update={"route": route_of(proposal)})


def wanted(
    rows: Iterable[Reviewed],
    plan_id: str,
    projects: Mapping[str, Project],
    own: Collection[str],
    home: Sequence[str],
    *,
    route_of: RouteOf,
) -> Wanted:
    """What ``rows`` ask for.

    Parameters
    ----------
    plan_id : str
        The plan's id in the registry.
    projects : mapping
        The registry's projects; those of ``own`` were made when this plan was accepted before.
    home : sequence of str
        The provinces of the data folder, two digits each.
    route_of : callable
        The route of a proposed record.

    Raises
    ------
    AtlasError
        At the row, for a project that does not exist, an id that another has, or a text that a
        record cannot hold.
    """
    found = Wanted()
    groups: dict[str, list[Reviewed]] = {}
    named: dict[tuple[str, str], str] = {}
    for row in rows:
        if row.project_id:
            if row.project_id not in projects:
                raise sentences.unknown_code(
                    f"{row.where}: project_id", "project", row.project_id, sorted(projects)
                )
            found.known.setdefault(row.project_id, []).append(_mention(row, plan_id))
            continue
        key = (row.name, row.mode.value)
        taken = ({*projects} - {*own}) | {*groups}
        ident = row.new_id or named.get(key) or propose(*key, taken, home).id
        named.setdefault(key, ident)
        if ident in projects and ident not in own:
            there = projects[ident]
            if row.name not in (there.name, *there.aliases):
                raise AtlasError(
                    f"{row.where}: new_id",
                    zh=f"“{ident}”已是“{there.name}”的编号，请另取一个",
                    en=f"{ident!r} is the id of {there.name!r}, choose another",
                )
            found.known.setdefault(ident, []).append(_mention(row, plan_id))
            continue
        groups.setdefault(ident, []).append(row)
    found.known = {ident: once(mentions) for ident, mentions in found.known.items()}
    found.made = {
        ident: _made(ident, group, plan_id, home, route_of) for ident, group in groups.items()
    }
    return found
