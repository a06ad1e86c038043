"""What became of the plans' promises, and the states of each year, as the map needs them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from layers.records.facts import told_by
from layers.records.grouping import by_project
from layers.records.model import Outcome, Source, Span
from registry.files.geojsonfile import Wrong
from registry.paths import Paths
from registry.tables import OutcomeRow, read_outcomes, read_timeline


def verdicts(
    paths: Paths,
    plan_ids: Sequence[str],
    sources: Mapping[str, Source],
    wrong: Wrong | None = None,
) -> dict[str, list[Outcome]]:
    """The promises with a year by project, in the order of the built file.

    ``sources`` are known ones by how tables cite them.

    Raises
    ------
    AtlasError
        The file is missing or broken, or names a plan that is not among ``plan_ids``.
    """

    def outcome(row: OutcomeRow) -> Outcome:
        return Outcome(
            plan=row.plan_id,
            kind=row.kind,
            year=row.promised_year,
            strength=row.strength,
            section=row.section,
            happened=row.happened_on,
            verdict=row.verdict,
            months_late=row.months_late,
            basis=(row.basis, row.basis_en),
            sources=told_by(row.sources, sources),
        )

    return by_project(read_outcomes(paths, plans=plan_ids, wrong=wrong), outcome)


def spans(paths: Paths, wrong: Wrong | None = None) -> dict[str, list[Span]]:
    """The spans of years by project, in the order of the built file; AtlasError where wrong."""
    return by_project(
        read_timeline(paths, wrong=wrong),
        lambda row: Span(row.state, row.first_year, row.last_year),
    )
