"""What became of each project: its state on the day of the facts, its promises, its years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from facts import dates
from facts.current import Current, current
from facts.outcomes import Outcome, expectations, judge
from facts.promises import promises
from facts.sentences.current import Sentence, compose, telling
from facts.sentences.verdicts import basis, citation
from facts.timeline import Span, promised, spans
from facts.upkeep.places import place_names
from facts.upkeep.validity import check_facts
from registry.load import Registry
from registry.outcome.vocab import Verdict
from registry.paths import DEFAULT, Paths


@dataclass(frozen=True)
class Assessment:
    """What became of one project."""

    current: Current
    outcomes: list[Outcome]
    spans: list[Span]
    sentence: Sentence


def check_all_facts(registry: Registry, paths: Paths = DEFAULT) -> None:
    """Refuse (AtlasError) the first fact of the registry that cannot stand."""
    places = place_names(paths)
    for project in registry.projects.values():
        label = paths.label(paths.projects / project.mode / f"{project.id}.yaml")
        check_facts(project, registry.facts, places, label)


def assess(registry: Registry) -> dict[str, Assessment]:
    """What became of each project, by its id."""
    as_of, plans = registry.facts.facts_as_of, list(registry.plans)
    made_in = {plan.id: dates.year(plan.date) for plan in registry.plans.values()}
    states = {
        key: current(project, registry.projects) for key, project in registry.projects.items()
    }
    judged = {
        key: [
            judge(made, states[key].signs, expectations(project.since), as_of)
            for made in promises(project, plans)
        ]
        for key, project in registry.projects.items()
    }
    assessments = {}
    for key, project in registry.projects.items():
        standing = promised(judged[key], made_in, as_of)
        assessments[key] = Assessment(
            states[key],
            judged[key],
            [*spans(states[key].signs, as_of), *standing],
            compose(project, registry.projects, states, judged, as_of),
        )
    return assessments


def current_columns(of: Assessment) -> dict[str, object]:
    """The columns of projects that say how far one is."""
    now, told = of.current, telling(of.outcomes)
    verdicts = {outcome.verdict for outcome in of.outcomes}
    return {
        "current_status": now.status,
        "current_since": now.since,
        "current_as_of": now.as_of,
        "current_source": citation(now.source) if now.source else None,
        "open_share": now.share,
        "open_share_basis": now.share_basis,
        "last_checked": now.looked_at,
        "verdicts": ";".join(verdict for verdict in Verdict if verdict in verdicts),
        "promise_kind": told and told.promise.kind,
        "promised_year": told and told.promise.year,
        "happened_on": told and told.happened and told.happened.date,
        "months_late": told and told.months_late,
        "current_words": of.sentence.zh,
        "current_words_en": of.sentence.en,
        "current_words_sources": ";".join(of.sentence.sources),
    }


def outcome_rows(
    assessments: Mapping[str, Assessment], plans: Iterable[str]
) -> list[dict[str, object]]:
    """The rows of outcomes.csv, by plan and then in the projects' order."""
    judged = [outcome for one in assessments.values() for outcome in one.outcomes]
    return [_outcome_row(o) for plan in plans for o in judged if o.promise.plan == plan]


def _outcome_row(outcome: Outcome) -> dict[str, object]:
    made = outcome.promise
    zh, en = basis(outcome)
    decides = next(iter(outcome.facts), None)
    return {
        "plan_id": made.plan,
        "project_id": made.project,
        "section": decides.section if decides else None,
        "kind": made.kind,
        "promised_year": made.year,
        "strength": made.strength,
        "happened_on": outcome.happened.date if outcome.happened else None,
        "verdict": outcome.verdict,
        "months_late": outcome.months_late,
        "basis": zh,
        "basis_en": en,
        "sources": ";".join(dict.fromkeys(citation(fact) for fact in outcome.facts)),
    }


def span_rows(assessments: Mapping[str, Assessment]) -> list[dict[str, object]]:
    """The rows of timeline.csv, in the projects' order."""
    return [
        {
            "project_id": key,
            "state": span.state,
            "first_year": span.first,
            "last_year": span.last,
        }
        for key, one in assessments.items()
        for span in one.spans
    ]
