"""What the geometry aims at beside what is reached, and which stops nobody has placed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from building.projects import Built
from building.reports.certainty import known_median_m
from building.reports.lengths import REASON_BEYOND, Compared
from building.reports.markdown import table
from geo.legs.calibration import HELD
from registry.geometry import PlaceKind, Precision
from registry.tables import BandRow, Place
from registry.vocab import MODES, Mode

#: Kilometres that half of a mode's length should be surer than, stops published or public.
SURER_KM = {Mode.RAIL: 5, Mode.HIGHWAY: 4}
#: How many times what :data:`HELD` needs a band may be.
WIDEST = 1.3
#: Published figures, those chosen before their road was drawn, and over how many projects.
FIGURES, PROJECTS = 60, 25
#: What share of the published length the drawn one may be off, in the median.
OFF = 0.05
#: How many projects may be without geometry.
WITHOUT = 12
#: A station or an interchange that is no surer than this many metres is placed by judgement.
UNPLACED_M = 2500

_HEAD = """## Goals and what is reached · 目标与达到

Counted at every build. What is missed, and what was tried, is told below under *How sure the lines
are* and *Published kilometres*. 每次构建时重新计算；未达到的原因和试过的办法见下文有关各节。
"""
_UNPLACED = f"""### Stops that nobody has placed · 站位未见公布的站点

Stations and interchanges with no published position, or one no surer than {UNPLACED_M / 1000:g} km:
they stand between their neighbours or by the place that names them, and their legs' bands hold it.
A position with a source narrows every leg beside it. Others of which only the name is public
are no stops; the remarks of their projects name them.
下列车站、互通没有公开坐标，或只知大概，按前后站或所在地取点，误差已计入带宽；有出处的坐标最有用。
另有只知其名的，不作站点，见各项目备注。
"""


@dataclass(frozen=True)
class Goal:
    """An aim, in both languages, what was wanted and what there is, as text."""

    en: str
    zh: str
    wanted: str
    reached: str
    met: bool

    @property
    def cells(self) -> tuple[str, ...]:
        """Its row in the table."""
        return self.en, self.zh, self.wanted, self.reached, "yes 是" if self.met else "no 否"


def _surer(built: Sequence[Built]) -> Iterable[Goal]:
    for mode, goal in SURER_KM.items():
        metres = known_median_m(built, mode)
        if metres is not None:
            yield Goal(
                f"{MODES[mode].en}: median ± km, stops published or public",
                f"{MODES[mode].zh}：带宽中位（公里），站点已公布或走向公开",
                f"≤ {goal}",
                f"{metres / 1000:g}",
                metres <= 1000 * goal,
            )


def _held(bands: Sequence[BandRow]) -> Iterable[Goal]:
    held = [row.held for row in bands if row.held is not None]
    wide = [row.factor / row.needed for row in bands if row.held is not None and row.needed]
    if held:
        yield Goal(
            "Least share of stops left out that a class of bands holds",
            "各类带所容的被去站点，最少一类",
            f"≥ {HELD:.0%}",
            f"{min(held):.1%}",
            min(held) >= HELD,
        )
    if wide:
        yield Goal(
            f"Widest class of bands, times what {HELD:.0%} need",
            f"最宽一类带与{HELD:.0%}所需之比",
            f"≤ {WIDEST:g}",
            f"{max(wide):.2f}",
            max(wide) <= WIDEST,
        )


def _lengths(found: Sequence[Compared]) -> Iterable[Goal]:
    if not found:
        return
    before = [one for one in found if one.row.independent]
    projects = len({one.row.project_id for one in found})
    off = [abs(one.error) for one in found]
    silent = sum(one.unexplained for one in found)
    yield Goal(
        "Published kilometres by county, city or section, over projects",
        "分县、分市、分段公布里程，涉及项目",
        f"≥ {FIGURES}, ≥ {PROJECTS}",
        f"{len(found)}, {projects}",
        len(found) >= FIGURES and projects >= PROJECTS,
    )
    yield Goal(
        "Of these chosen before their road was drawn anew",
        "其中选定于重画之前",
        f"≥ {FIGURES}",
        f"{len(before)}",
        len(before) >= FIGURES,
    )
    yield Goal(
        "Drawn off published, median",
        "绘制与公布之差，中位",
        f"≤ {OFF:.0%}",
        f"{median(off):.1%}",
        median(off) <= OFF,
    )
    yield Goal(
        f"More than {REASON_BEYOND:.0%} off without a reason",
        f"相差超过{REASON_BEYOND:.0%}而未说明原因",
        "0",
        f"{silent} (of 共 {sum(x > REASON_BEYOND for x in off)})",
        silent == 0,
    )


def _without(built: Sequence[Built]) -> Iterable[Goal]:
    count = sum(one.located.precision is Precision.NONE for one in built)
    yield Goal("Without geometry", "无法定位", f"≤ {WITHOUT}", f"{count}", count <= WITHOUT)


def reached(
    built: Sequence[Built], bands: Sequence[BandRow], found: Sequence[Compared]
) -> list[Goal]:
    """Every goal of which there is something to count."""
    return [*_surer(built), *_held(bands), *_lengths(found), *_without(built)]


def unplaced(built: Iterable[Built]) -> list[tuple[Place, list[str]]]:
    """Stations and interchanges of no published position with their projects, least sure first."""
    found: dict[str, tuple[Place, list[str]]] = {}
    for one in built:
        for stop in one.located.stops:
            named = stop.kind in (PlaceKind.STATION, PlaceKind.INTERCHANGE)
            if named and stop.accuracy_m >= UNPLACED_M and one.located.legs:
                _, projects = found.setdefault(stop.ref, (stop, []))
                if one.project.id not in projects:
                    projects.append(one.project.id)
    return sorted(found.values(), key=lambda row: (-row[0].accuracy_m, row[0].ref))


def goals_report(
    built: Sequence[Built], bands: Sequence[BandRow], found: Sequence[Compared]
) -> str:
    """The section of ``docs/geometry.md`` on goals, and on stops that nobody has placed."""
    head = ["goal", "目标", "wanted 要求", "reached 达到", "met"]
    parts = [_HEAD, table(head, [goal.cells for goal in reached(built, bands, found)])]
    if stops := unplaced(built):
        rows = [
            (stop.name, f"{stop.accuracy_m / 1000:g}", "、".join(f"`{p}`" for p in ids), stop.note)
            for stop, ids in stops
        ]
        parts += [_UNPLACED, table(["stop", "± km", "projects", "what is known"], rows)]
    return "\n".join(parts)
