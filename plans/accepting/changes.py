"""Accepting a plan and taking it out again: three sides compared, and what a person did stays.

The base is what an acceptance proposed before; the registry is what stands now; the rows are what
is wanted now. What is still as proposed may change or go; what a person has changed since, or
taken out, stays as that person left it, and is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plans.accepting.base import (
    Accepted,
    Added,
    accepted_ids,
    project_text,
    read_accepted,
    read_others,
)
from plans.accepting.draft import Changes, Draft
from plans.accepting.rows import Reviewed
from plans.accepting.wanted import RouteOf, Wanted, alike, place_of, wanted
from registry import sentences
from registry.errors import AtlasError
from registry.files.records import entry_yaml, validate
from registry.files.yamlfile import parse_yaml
from registry.files.yamltext import OddLayout, with_entry, without_entry
from registry.land.extent import load_land
from registry.load import load_released, load_retired
from registry.models import Mention, Plan, Project
from registry.paths import DEFAULT, Paths


class _Merge:
    """The registry brought from what was proposed before to what is wanted now."""

    def __init__(self, plan_id: str, draft: Draft) -> None:
        self.plan_id = plan_id
        self.draft = draft
        self.base = read_accepted(plan_id, draft.paths)
        self.others = {other.plan_id: other for other in read_others(plan_id, draft.paths)}

    # Mentions

    def mentions(
        self, project: str, before: Sequence[Mention], now: Sequence[Mention]
    ) -> list[Mention]:
        """Bring a project's mentions from ``before`` to ``now``; the new base of them."""
        was = {place_of(m): m for m in before}
        will = {place_of(m): m for m in now}
        base = []
        for place in dict.fromkeys([*was, *will]):
            old, new = was.get(place), will.get(place)
            there = self.draft.projects[project].mentions
            if new is None and old is not None:
                self._out(project, old)
            elif new is not None and old is None:
                if self._in(project, new):
                    base.append(new)
            elif new is not None:
                base.append(new)
                if old != new and old in there:
                    self.draft.swap_mention(project, old, new)
                    self._tell("changed", project, new)
                elif old not in there:
                    self._tell("kept", project, new)
        return base

    def _out(self, project: str, old: Mention) -> None:
        there = self.draft.projects[project].mentions
        if old not in there:
            if any(alike(old, one) for one in there):
                self._tell("kept", project, old)
        elif len(there) == 1:
            self._tell("kept", project, old)
        else:
            self.draft.drop_mention(project, old)
            self._tell("removed", project, old)

    def _in(self, project: str, new: Mention) -> bool:
        twin = next((m for m in self.draft.projects[project].mentions if alike(m, new)), None)
        if twin is not None:
            self._tell("there", project, twin)
            return False
        self.draft.add_mention(project, new)
        self._tell("added", project, new)
        return True

    def _tell(self, kind: str, project: str, mention: Mention | None = None) -> None:
        called = self.draft.projects[project].name if project in self.draft.projects else project
        words = f"：{mention.clause} {mention.as_written}" if mention else ""
        self.draft.tell(kind, f"{called}（{project}）{words}", f"{called} ({project}){words}")

    # Records that were made

    def _foreign(self, project: str) -> list[Mention]:
        """The mentions that other plans' acceptances have put into a project made here."""
        return [m for other in self.others.values() for m in other.of(project)]

    def _untouched(self, made: Project) -> bool:
        """Whether a record is still as it was made, but for what other plans have put in."""
        text = self.draft.text(self.draft.file(made.id)) or ""
        listed = self.draft.projects[made.id].mentions
        try:
            for mention in self._foreign(made.id):
                if mention not in listed:
                    return False
                text = without_entry(text, "mentions", listed.index(mention))
                listed = [one for one in listed if one != mention]
        except OddLayout:
            return False
        return text == project_text(made)

    def _with(self, made: Project, foreign: Iterable[Mention]) -> None:
        """Let ``made`` stand, with the mentions of other plans behind its own."""
        text = project_text(made)
        for mention in foreign:
            text = with_entry(text, "mentions", entry_yaml(mention))
        label = self.draft.paths.label(self.draft.file(made.id))
        self.draft.put_project(validate(Project, parse_yaml(text, label), label), text)

    def made(self, before: Project | None, now: Project) -> None:
        """Bring a record that is made from ``before`` to ``now``."""
        if before is None:
            self.draft.put_project(now)
            self._tell("new", now.id)
        elif now.id not in self.draft.projects:
            self._tell("kept", now.id)  # a person has taken it away
        elif before == now:
            self.mentions(now.id, before.mentions, now.mentions)
        elif self._untouched(before):
            self._with(now, self._foreign(now.id))
            self._tell("changed", now.id)
        else:
            self.mentions(now.id, before.mentions, now.mentions)
            self._tell("kept", now.id)

    def unmade(self, before: Project) -> None:
        """Take away a record that is wanted no longer, unless a person has changed it."""
        if before.id not in self.draft.projects:
            return
        if not self._untouched(before):
            self._tell("kept", before.id)
            return
        foreign = self._foreign(before.id)
        if foreign:
            self._hand_over(before)
            return
        paths = self.draft.paths
        if before.id in load_released(paths) and before.id not in load_retired(paths):
            first = paths.label(paths.retired)
            raise AtlasError(
                f"{paths.label(paths.released)}: {before.id}",
                zh=f"已随版本发布，不能悄悄消失；请先在 {first} 写明原因",
                en=f"was released and must not vanish; first say why in {first}",
            )
        self._tell("removed", before.id)
        self.draft.drop_project(before.id)

    def _hand_over(self, made: Project) -> None:
        """Give a record to the next plan that names it."""
        heir = next(other for other in self.others.values() if other.of(made.id))
        own = heir.of(made.id)
        record = made.model_copy(update={"mentions": own})
        rest = [m for m in self._foreign(made.id) if m not in own]
        self._with(record, rest)
        left = [added for added in heir.mentions if added.project != made.id]
        new = heir.model_copy(update={"projects": [*heir.projects, record], "mentions": left})
        self.others[heir.plan_id] = new
        self.draft.put_accepted(new)
        self._tell("changed", made.id)

    # All

    def records(self, want: Wanted) -> tuple[list[Project], list[Added]]:
        """Bring all records to what is wanted; the new base of them."""
        made = dict(want.made)
        known = dict(want.known)
        before = self.base.made
        for ident in [key for key in known if key in before]:
            # Read again, a record made before is a known project.
            mentions = [*(made[ident].mentions if ident in made else []), *known.pop(ident)]
            made[ident] = before[ident].model_copy(update={"mentions": mentions})
        for ident, record in before.items():
            if ident not in made:
                self.unmade(record)
        for ident, record in made.items():
            self.made(before.get(ident), record)
        base = []
        for ident in dict.fromkeys([*(a.project for a in self.base.mentions), *known]):
            old = [a.mention for a in self.base.mentions if a.project == ident]
            if ident in self.draft.projects:
                kept = self.mentions(ident, old, known.get(ident, []))
                base += [Added(project=ident, mention=m) for m in kept]
        return list(made.values()), base

    def plan_in(self, plan: Plan) -> Plan | None:
        """Bring the plan's entry to ``plan``; the new base of it."""
        there, before = self.draft.plans.get(plan.id), self.base.plan
        said = f"{plan.title}（{plan.id}）", f"{plan.title} ({plan.id})"
        if there is None:
            self.draft.add_plan(plan)
            self.draft.tell("new", *said)
        elif before is None:
            self.draft.tell("there", *said)
            return None
        elif there != before:
            if plan != before:
                self.draft.tell("kept", *said)
        elif plan != before:
            self.draft.drop_plan(plan.id)
            self.draft.add_plan(plan)
            self.draft.tell("changed", *said)
        return plan

    def plan_out(self) -> None:
        """Take the plan's entry away, unless a record or a person still needs it."""
        there = self.draft.plans.get(self.plan_id)
        if self.base.plan is None or there is None:
            return
        said = f"{there.title}（{there.id}）", f"{there.title} ({there.id})"
        used = any(m.plan == there.id for p in self.draft.projects.values() for m in p.mentions)
        used = used or any(plan.based_on == there.id for plan in self.draft.plans.values())
        if used or there != self.base.plan:
            self.draft.tell("kept", *said)
        else:
            self.draft.drop_plan(there.id)
            self.draft.tell("removed", *said)


def accept(
    plan: Plan, rows: Iterable[Reviewed], route_of: RouteOf, paths: Paths = DEFAULT
) -> Changes:
    """What accepting ``rows`` as mentions of ``plan`` would change in the registry.

    Parameters
    ----------
    plan : Plan
        Its entry for plans.yaml; one that a person keeps there already stays.
    rows : iterable of Reviewed
        The reviewed rows, all of this plan.
    route_of : callable
        The route of a proposed record, as :func:`geo.proposing.route_of` finds it.

    Raises
    ------
    AtlasError
        For the first thing wrong; at the row where it is a row's fault.
    """
    draft = Draft(paths)
    merge = _Merge(plan.id, draft)
    own = merge.base.made
    home = load_land(paths).provinces
    want = wanted(rows, plan.id, draft.projects, own, home, route_of=route_of)
    retired = load_retired(paths)
    for ident in want.made:
        if ident in retired:
            raise AtlasError(
                f"{paths.label(paths.retired)}: {ident}",
                zh="已停用的编号不能再用",
                en="is retired and must not be used again",
            )
    entry = merge.plan_in(plan)
    made, mentions = merge.records(want)
    draft.put_accepted(
        Accepted(plan_id=plan.id, plan=entry, projects=made, mentions=mentions),
        keep=bool(entry or made or mentions),
    )
    return draft.changes()


def remove(plan_id: str, paths: Paths = DEFAULT) -> Changes:
    """What taking out an accepted plan would change; what a person changed since stays.

    Raises
    ------
    AtlasError
        When the plan was never accepted, or a record made for it has been released.
    """
    ids = accepted_ids(paths)
    if not ids:
        raise AtlasError(
            paths.label(paths.accepted),
            zh="还没有用 accept 接受过计划",
            en="no plan has been accepted by accept",
        )
    if plan_id not in ids:
        raise sentences.unknown_code(paths.label(paths.accepted), "plan", plan_id, ids)
    draft = Draft(paths)
    merge = _Merge(plan_id, draft)
    merge.records(Wanted())
    merge.plan_out()
    draft.put_accepted(merge.base, keep=False)
    return draft.changes()
