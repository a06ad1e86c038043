"""What each release held, and from it an Atom feed and the page of what changed since.

A release leaves a small table, ``data/releases/<version>.csv``. Nothing here asks the clock: a
release speaks of the day of its facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from building.outcomes import Assessment, assess
from facts.steps import newest, status_in
from registry.column import CALC, PLAN, REG, Column, Kind
from registry.files.csvfile import csv_text, read_rows, typed_rows
from registry.files.folder import files_in
from registry.land.titles import Titles
from registry.load import Registry
from registry.outcome.vocab import CURRENT_STATUSES, CurrentStatus
from registry.paths import DEFAULT, Paths
from registry.term import Term
from registry.vocab import STATUSES, Status

_ID, _DAY = ("编号", "Id"), ("截止日", "As of")
COLUMNS = (
    Column("id", Kind.TEXT, _ID, _ID, REG, required=True),
    Column("name", Kind.TEXT, ("名称", "Name"), ("名称", "Name"), REG, required=True),
    Column(
        "status",
        Kind.CODE,
        ("状态", "Status"),
        ("状态", "Status"),
        PLAN,
        codes="status",
        required=True,
    ),
    Column(
        "current_status",
        Kind.CODE,
        ("现状", "Now"),
        ("现状", "Now"),
        CALC,
        codes="current",
        required=True,
    ),
    Column("facts", Kind.INTEGER, ("事实数", "Facts"), ("事实数", "Facts"), CALC, required=True),
    Column("as_of", Kind.DATE, _DAY, _DAY, REG, required=True),
)
_NAMES = tuple(column.name for column in COLUMNS)


@dataclass(frozen=True)
class Row:
    """One project in a release."""

    id: str
    name: str
    status: Status
    current_status: CurrentStatus
    facts: int


@dataclass(frozen=True)
class Release:
    """A release: its version, the day it speaks of, its projects by id."""

    version: str
    as_of: str
    rows: Mapping[str, Row]


@dataclass(frozen=True)
class Change:
    """What changed from one release to the next; rows as (before, after) where both have it."""

    added: list[Row]
    removed: list[Row]
    status: list[tuple[Row, Row]]
    current: list[tuple[Row, Row]]
    facts: int


def release_rows(registry: Registry, assessments: Mapping[str, Assessment]) -> Release:
    """The registry as it is now, as a release without a version."""
    rows = {}
    for key in sorted(registry.projects):
        project = registry.projects[key]
        status = newest([status_in(project.mentions, plan) for plan in registry.plans])
        rows[key] = Row(
            key,
            project.name,
            status or Status.UNSPECIFIED,
            assessments[key].current.status,
            len(project.since),
        )
    return Release("", registry.facts.facts_as_of, rows)


def release_table(registry: Registry) -> str:
    """The text of the table that a release leaves."""
    now = release_rows(registry, assess(registry))
    rows = [{**vars(row), "as_of": now.as_of} for row in now.rows.values()]
    return csv_text(_NAMES, rows)


def read_releases(paths: Paths = DEFAULT) -> list[Release]:
    """The releases, oldest first; AtlasError where a table is wrong."""
    releases = []
    for path in files_in(paths.releases, ".csv", paths.label, beside=(paths.feed.name,)):
        day, rows = "", {}
        label = paths.label(path)
        for _, values in typed_rows(read_rows(path, label, COLUMNS), COLUMNS):
            given = dict(values)
            day = str(given.pop("as_of"))
            row = Row(**given)  # type: ignore[arg-type]
            rows[row.id] = row
        releases.append(Release(path.stem, day, rows))
    return sorted(releases, key=lambda release: (release.as_of, _numbers(release.version)))


def _numbers(version: str) -> list[tuple[int, str]]:
    """Orders 0.9 before 0.10."""
    return [(int(part) if part.isdigit() else -1, part) for part in version.split(".")]


def changed(before: Release, after: Release) -> Change:
    """What changed from ``before`` to ``after``."""
    both = [(before.rows[key], row) for key, row in after.rows.items() if key in before.rows]
    return Change(
        [row for key, row in after.rows.items() if key not in before.rows],
        [row for key, row in before.rows.items() if key not in after.rows],
        [(a, b) for a, b in both if a.status is not b.status],
        [(a, b) for a, b in both if a.current_status is not b.current_status],
        sum(row.facts for row in after.rows.values())
        - sum(row.facts for row in before.rows.values()),
    )


def _summary(change: Change) -> tuple[str, str]:
    """The change counted, in Chinese and in English."""
    counts = (len(change.added), len(change.removed), len(change.status), len(change.current))
    return (
        "新增 {} 项，移除 {} 项，状态改变 {} 项，现状改变 {} 项，事实 {:+d} 条".format(
            *counts, change.facts
        ),
        "{} added, {} removed, {} with another status, {} with another current status, "
        "{:+d} facts".format(*counts, change.facts),
    )


def feed(releases: Sequence[Release], titles: Titles) -> str:
    """An Atom feed (RFC 4287), newest first; its ids are tags and name no host."""
    zh_title, en_title = escape(titles.zh), escape(titles.en)
    days = [release.as_of for release in releases]
    entries = []
    for number, release in enumerate(releases):
        lines: list[str] = []
        if number:
            change = changed(releases[number - 1], release)
            zh, en = _summary(change)
            lines = [line for line in _listed(change, plain=True) if line][1:]
        else:
            zh, en = f"首版，{len(release.rows)} 项", f"The first, {len(release.rows)} projects"
        # What changed, so that a reader of feeds need not look for the page.
        content = "\n".join(lines)
        entries.append(
            "  <entry>\n"
            f"    <id>tag:{titles.key},2026:release:{escape(release.version)}</id>\n"
            f"    <title>{escape(release.version)}</title>\n"
            f"    <updated>{release.as_of}T00:00:00Z</updated>\n"
            f"    <summary>{escape(f'{zh}。{en}.')}</summary>\n"
            + (f'    <content type="text">{escape(content)}</content>\n' if content else "")
            + "  </entry>\n"
        )
    updated = max(days, default="2026-11-22")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">\n'
        f"  <id>tag:{titles.key},2026:releases</id>\n"
        f"  <title>{zh_title} {en_title}</title>\n"
        f"  <author><name>{en_title}</name></author>\n"
        f"  <updated>{updated}T00:00:00Z</updated>\n" + "".join(reversed(entries)) + "</feed>\n"
    )


def changes_page(releases: Sequence[Release], now: Release) -> str:
    """The Markdown page of what changed from release to release and since the last."""
    lines = [
        "# 上一版以来的变化 · What changed since",
        "",
        "由 `python -m geo build` 从 `data/releases/` 生成，请勿手改。"
        "Made by `python -m geo build` from `data/releases/`; not edited by hand.",
    ]
    steps = list(zip(releases, [*releases, now][1:], strict=True))
    for before, after in reversed(steps):
        to = after.version or f"未发布 unreleased，{after.as_of}"
        lines += ["", f"## {before.version} → {to}", ""]
        lines += _listed(changed(before, after))
    return "\n".join(lines) + "\n"


def _listed(change: Change, *, plain: bool = False) -> Iterable[str]:
    """The lines of ``change``: Markdown, or with ``plain`` text without marks."""
    head, tick = ("", "") if plain else ("### ", "`")
    zh, en = _summary(change)
    yield f"{zh}。{en}."
    named: list[tuple[str, list[tuple[Row, str]]]] = [
        ("新增 added", [(row, "") for row in change.added]),
        ("移除 removed", [(row, "") for row in change.removed]),
        (
            "计划所说的状态 status in the plans",
            [(b, _step(STATUSES[a.status], STATUSES[b.status])) for a, b in change.status],
        ),
        (
            "现状 current status",
            [
                (b, _step(CURRENT_STATUSES[a.current_status], CURRENT_STATUSES[b.current_status]))
                for a, b in change.current
            ],
        ),
    ]
    for title, rows in named:
        if rows:
            yield from ("", f"{head}{title}", "")
        for row, step in rows:
            name = row.name if plain else _plain(row.name)
            yield f"- {tick}{row.id}{tick} {name}{step}"


def _step(was: Term, now: Term) -> str:
    return f"：{was.zh} → {now.zh} ({was.en} → {now.en})"


def _plain(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>|#" else c for c in text)
