"""How well plans are read: against the reviewed registry and against sentences of our own.

``python -m bench.accuracy FOLDER`` with the folder of the five plans' texts writes
docs/accuracy.md; without a folder only the sentences are measured and printed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plans.matching.forms import form
from plans.matching.match import compare, each_matched, known
from plans.reading.mentions import read_mentions
from plans.reading.text.folding import fold
from plans.records import Mention
from registry.commandline import run_script
from registry.files import read_text, write_text
from registry.files.counts import read_rows
from registry.files.yaml.read import read_yaml
from registry.load import load_registry
from registry.models import Mention as Reviewed
from registry.models import Project
from registry.vocab import CORE_MODES, MODES, Mode

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "docs" / "accuracy.md"
SENTENCES = ROOT / "tests" / "data" / "plan_sentences.yaml"
EXCERPTS = ROOT / "tests" / "data" / "plan_excerpts.yaml"
CURVES = {
    SENTENCES: ROOT / "tests" / "data" / "accuracy_curve.csv",
    EXCERPTS: ROOT / "tests" / "data" / "accuracy_curve_excerpts.csv",
}
#: Names are of the same extent from this comparison score.
SAME_EXTENT = 0.85


@dataclass
class Score:
    """Counts of one group of mentions."""

    hits: int = 0
    missed: int = 0
    false: int = 0
    status: int = 0
    years: int = 0
    match: int = 0
    extent: int = 0
    kind: int = 0

    def add(self, other: Score) -> None:
        """Add the counts of ``other``."""
        for name in vars(other):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return _share(self.hits, self.hits + self.false)

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return _share(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


@dataclass
class Pairs:
    """What was found beside what a person found."""

    both: list[tuple[Mention, Project, Reviewed]] = field(default_factory=list)
    missed: list[tuple[Project, Reviewed]] = field(default_factory=list)
    false: list[Mention] = field(default_factory=list)


def pieces(quoted: str) -> list[str]:
    """The pieces of a reviewed quotation, folded: 成渝…高速公路 has two."""
    return [fold(piece).text for piece in quoted.split("…")]


def _fits(mention: Mention, project: Project, reviewed: Reviewed) -> int:
    """How surely a mention is the reviewed one, 0 not at all."""
    if mention.clause != reviewed.clause:
        return 0
    written = fold(mention.as_written).text
    quoted = pieces(reviewed.as_written)
    agreed = 2 * (mention.project_id == project.id) + (mention.status == reviewed.status.value)
    if written == "".join(quoted) or written == quoted[0]:
        return 8 + agreed
    if quoted[0] in written or (written in quoted[0] and len(written) >= 3):
        return 4 + agreed
    return agreed if mention.project_id == project.id else 0


def pair(mentions: Sequence[Mention], reviewed: Sequence[tuple[Project, Reviewed]]) -> Pairs:
    """Each reviewed mention with the found one that fits it best; each is used once.

    What names a reviewed project of the same clause once more is neither found nor false.
    """
    fits = sorted(
        (
            (-score, i, j)
            for i, mention in enumerate(mentions)
            for j, (project, row) in enumerate(reviewed)
            if (score := _fits(mention, project, row))
        )
    )
    left, right = set(range(len(mentions))), set(range(len(reviewed)))
    result = Pairs()
    for _, i, j in fits:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            result.both.append((mentions[i], *reviewed[j]))
    again = {(row.clause, project.id) for project, row in reviewed}
    result.missed = [reviewed[j] for j in sorted(right)]
    result.false = [
        mentions[i]
        for i in sorted(left)
        if (mentions[i].clause, mentions[i].project_id) not in again
    ]
    return result


def count(pairs: Pairs, modes: Iterable[Mode]) -> Score:
    """The counts of ``pairs`` over ``modes``: the reviewed mode, that of the reader where false."""
    wanted = set(modes)
    both = [p for p in pairs.both if p[1].mode in wanted]
    return Score(
        hits=len(both),
        missed=sum(project.mode in wanted for project, _ in pairs.missed),
        false=sum(Mode(m.mode) in wanted for m in pairs.false),
        status=sum(m.status == row.status.value for m, _, row in both),
        years=sum(
            (m.start_year, m.complete_year) == (row.start_year, row.complete_year)
            for m, _, row in both
        ),
        match=sum(m.project_id == project.id for m, project, _ in both),
        extent=sum(_same_extent(m, project, row) for m, project, row in both),
    )


def _same_extent(mention: Mention, project: Project, reviewed: Reviewed) -> bool:
    names = ("".join(pieces(reviewed.as_written)), project.name, *project.aliases)
    own = form(mention.name)
    return any(compare(own, form(name))[0] >= SAME_EXTENT for name in names)


def read_five(folder: Path) -> dict[str, Pairs]:
    """The five plans, each read and paired with the registry."""
    registry = load_registry()
    candidates = known(registry.projects.values())
    result = {}
    for plan in registry.plans.values():
        text = read_text(folder / plan.text, plan.text)
        mentions = list(each_matched(read_mentions(text, date=plan.date), candidates))
        reviewed = [
            (project, row)
            for project in registry.projects.values()
            for row in project.mentions
            if row.plan == plan.id
        ]
        result[plan.id] = pair(mentions, reviewed)
    return result


def read_sentences(path: Path, *, aside: bool) -> tuple[Score, list[str]]:
    """Our own texts, those ``aside`` or the others: names strictly, and what went wrong."""
    total = Score()
    wrong: list[str] = []
    for entry in read_yaml(path, path.name):
        if bool(entry.get("aside")) is not aside:
            continue
        missed = [_wanted(line) for line in entry["mentions"]]
        false = [
            (
                *(m.as_written, m.name, m.mode, m.status, m.start_year, m.complete_year),
                m.kind == "achievement",
            )
            for m in read_mentions(entry["text"], achievements=True)
        ]
        both = _same_words(missed, false)
        total.add(
            Score(
                hits=len(both),
                missed=len(missed),
                false=len(false),
                status=sum(w[3] == g[3] for w, g in both),
                years=sum(w[4:6] == g[4:6] for w, g in both),
                extent=sum(w[1] == g[1] for w, g in both),
                kind=sum(w[6] == g[6] for w, g in both),
            )
        )
        wrong += [f"want {w}, got {g}" for w, g in both if w[:6] != g[:6]]
        wrong += [f"want {w}" for w in missed] + [f"got {g}" for g in false]
    return total, wrong


Wanted = tuple[str, str, str, str, int | None, int | None, bool]


def _same_words(wanted: list[Wanted], got: list[Wanted]) -> list[tuple[Wanted, Wanted]]:
    """Take from both lists what is written alike; of several the one that agrees most."""
    both = []
    for want in list(wanted):
        alike = [g for g in got if g[0] == want[0]]
        if alike:
            best = max(alike, key=lambda g: sum(a == b for a, b in zip(g, want, strict=True)))
            got.remove(best)
            wanted.remove(want)
            both.append((want, best))
    return both


def _wanted(line: str) -> Wanted:
    """A line of the texts: as written | name | mode | status | start | completion | achievement."""
    name, full, mode, status, *rest = [part.strip() for part in line.split("|")]
    past = "achievement" in rest
    years = [int(y) if y else None for y in rest if y != "achievement"]
    start, complete = ([*years, None, None])[:2]
    return name, full, mode, status, start, complete, past


def _row(label: str, score: Score, *, match: bool = True) -> str:
    n = score.hits
    shares = [score.precision, score.recall, score.f1]
    shares += [_share(x, n) for x in (score.status, score.years)]
    shares += [_share(score.match, n)] if match else []
    shares.append(_share(score.extent, n))
    return f"| {label} | {n + score.missed} | " + " | ".join(f"{s:.3f}" for s in shares) + " |"


def report(plans: dict[str, Pairs]) -> str:
    """The page docs/accuracy.md."""
    lines = [
        "# How well plans are read",
        "",
        "Made by `python -m bench.accuracy FOLDER` (the five plans' texts). *Extent*: the",
        "share of those found whose first and last end are right; status, years, match and extent",
        "count what was found.",
        "",
        "## The five plans against the reviewed registry",
        "",
        "| plan | mentions | precision | recall | F1 | status | years | match | extent |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for label, modes in (("core modes", CORE_MODES), ("all modes", tuple(Mode))):
        total = Score()
        for plan_id, pairs in plans.items():
            score = count(pairs, modes)
            total.add(score)
            lines.append(_row(f"{plan_id}, {label}", score))
        lines.append(_row(f"**all five, {label}**", total))
    lines += ["", "By mode:", "", *lines[8:10]]
    for mode in Mode:
        total = Score()
        for pairs in plans.values():
            total.add(count(pairs, [mode]))
        lines.append(_row(MODES[mode].zh + " " + MODES[mode].en, total))
    lines += ["", "### Missed", ""]
    lines += [
        f"- {plan_id} {row.clause}: {project.name} ({project.mode.value})"
        for plan_id, pairs in plans.items()
        for project, row in pairs.missed
    ]
    lines += ["", "### False alarms", ""]
    lines += [
        f"- {plan_id} {m.clause}: {m.name} ({m.mode})"
        for plan_id, pairs in plans.items()
        for m in pairs.false
    ]
    lines += ["", "### Another status than the reviewed one", ""]
    lines += [
        f"- {plan_id} {m.clause}: {m.name}: {m.status}, reviewed {row.status.value}"
        for plan_id, pairs in plans.items()
        for m, _, row in pairs.both
        if m.status != row.status.value
    ]
    return "\n".join([*lines, "", *sentences_part()]) + "\n"


def sentences_part() -> list[str]:
    """The part of the page on our own texts, with the curves over the rules' making."""
    return [
        "## Sentences of our own",
        "",
        "Names count only as they are written, first to last character. Those *kept aside* were",
        "not looked at while the rules were made; a batch once looked at is seen from then on.",
        "",
        *_texts_table("sentences", SENTENCES),
        "",
        "## Excerpts of our own",
        "",
        "Work reports, outlines, project lists, tables and news from every province, Hong Kong,",
        "Macao and Taiwan, 2010 to 2026, counted in the same way.",
        "",
        *_texts_table("excerpts", EXCERPTS),
    ]


def _texts_table(what: str, path: Path) -> list[str]:
    lines = [
        f"| {what} | mentions | precision | recall | F1 | status | years | name |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for label, aside in (("seen", False), ("kept aside", True)):
        score, _ = read_sentences(path, aside=aside)
        lines.append(_row(label, score, match=False))
    if CURVES[path].exists():
        lines += [
            "",
            "The curve, F1 by state of the rules:",
            "",
            "| state | seen | kept aside |",
            "|---|---|---|",
        ]
        rows = (row.cells for row in read_rows(CURVES[path], CURVES[path].name, ()))
        lines += [f"| {r['state']} | {r['seen']} | {r['aside']} |" for r in rows]
    return lines


def main() -> None:
    """Measure, and write the page where the plans' texts are given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="folder of the five plans' texts")
    args = parser.parse_args()
    if args.folder is None:
        print("\n".join(sentences_part()))
        return
    page = report(read_five(args.folder))
    write_text(REPORT, page)
    print(page)


if __name__ == "__main__":
    sys.exit(run_script(main))
