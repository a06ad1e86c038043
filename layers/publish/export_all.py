"""A folder of maps: one file a region and plan, and an index page that leads to them."""

from __future__ import annotations

import html
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date as Date
from pathlib import Path

from layers.address import PLAN
from layers.publish import assets, save
from layers.publish.downloads import name_of
from layers.publish.export import export_html
from layers.records.model import Atlas, Region
from layers.selection import filters
from layers.selection.filters import Filter
from layers.translations.catalog import t
from registry import sentences
from registry.errors import AtlasError
from registry.files.htmlfile import content_policy
from registry.files.writing import whole_files
from registry.tables import PlanRow

INDEX = "index.html"

_PAGE = """<!DOCTYPE html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>{css}</style>
</head>
<body class="index">
<h1>{title}</h1>
<p>{about}</p>
<table>
<thead><tr><th scope="col">{region}</th>{heads}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
<p class="index-note">{date} · {schematic}</p>
</body>
</html>
"""


@dataclass(frozen=True)
class Sheet:
    """One file of the folder."""

    name: str
    region: Region
    plan: PlanRow
    chosen: Filter
    ids: list[str]


def sheets(atlas: Atlas, chosen: Filter) -> list[Sheet]:
    """The files to write: every region and plan (of those chosen) that leaves anything."""
    result = []
    for region in atlas.regions:
        for plan in atlas.plans:
            if chosen.regions and region.id not in chosen.regions:
                continue
            if chosen.plans and plan.id not in chosen.plans:
                continue
            one = replace(chosen, regions=frozenset({region.id}), plans=frozenset({plan.id}))
            ids = filters.apply(atlas, one).ids
            if ids:
                result.append(Sheet(f"{region.id}--{plan.id}.html", region, plan, one, ids))
    return result


def export_all(
    atlas: Atlas,
    folder: Path,
    *,
    chosen: Filter,
    lang: str,
    force: bool,
    date: Date,
    watch: Callable[[Collection[str]], Iterable[str]],
    view: str = PLAN,
    on: int | None = None,
    subtitle: str | None = None,
) -> list[Path]:
    """Write the folder, all files or none; the index leads to no file that is not there.

    ``watch`` passes the names on as the files are made. ``view``, ``on`` and ``subtitle`` hold for
    each of them, as for :func:`layers.publish.export.export_html`; since each is of one plan, it is
    drawn by what that says unless ``view`` says otherwise. Returns what was written.

    Raises
    ------
    AtlasError
        Nothing fits the filter, or a file is there already or cannot be written.
    """
    wanted = sheets(atlas, chosen)
    if not wanted:
        raise empty(str(folder))
    try:
        there = folder.exists()
    except OSError as error:
        raise sentences.cannot_write(folder, error.strerror) from None
    if there and not folder.is_dir():
        raise sentences.not_a_folder(folder)
    if not folder.parent.is_dir():
        raise sentences.missing_folder(str(folder.parent))
    for name in (*(sheet.name for sheet in wanted), INDEX) if there else ():
        save.check_target(folder / name, force=force)
    by_name = {sheet.name: sheet for sheet in wanted}
    with whole_files() as put:
        for name in watch(by_name):
            sheet = by_name[name]
            text = export_html(
                atlas,
                ids=sheet.ids,
                chosen=sheet.chosen,
                title=_title(sheet.region, sheet.plan, lang),
                subtitle=subtitle,
                lang=lang,
                date=date,
                view=view,
                on=on,
            )
            put(folder / name, text)
        put(folder / INDEX, index_page(atlas, wanted, lang, date))
    return [folder / name for name in (*by_name, INDEX)]


def empty(where: str) -> AtlasError:
    """The sentence for a selection that leaves nothing."""
    return AtlasError(
        where,
        zh="没有项目符合这些条件，什么也没有写",
        en="no project fits these conditions; nothing was written",
    )


def _title(region: Region, plan: PlanRow, lang: str) -> str:
    joint = " · "
    return (
        name_of(region.name, region.name_en, lang)
        + joint
        + name_of(plan.short, plan.short_en, lang)
    )


def index_page(atlas: Atlas, wanted: list[Sheet], lang: str, date: Date) -> str:
    """A table of regions by plans; each cell is the number of projects and leads to the map."""
    there = {(sheet.region.id, sheet.plan.id): sheet for sheet in wanted}
    plans = [p for p in atlas.plans if any(s.plan is p for s in wanted)]
    rows = []
    for region in atlas.regions:
        cells = []
        for plan in plans:
            sheet = there.get((region.id, plan.id))
            title = html.escape(_title(region, plan, lang))
            cells.append(
                f'<td><a href="{html.escape(sheet.name)}" title="{title}">{len(sheet.ids)}</a></td>'
                if sheet
                else "<td>–</td>"
            )
        if any("<a " in cell for cell in cells):
            name = html.escape(name_of(region.name, region.name_en, lang))
            rows.append(f'<tr><th scope="row">{name}</th>{"".join(cells)}</tr>')
    css = assets.bundle("index.css")
    return _PAGE.format(
        tag="zh-CN" if lang == "zh" else "en",
        policy=html.escape(content_policy((), css, images=True), quote=True),
        title=html.escape(atlas.titles.of(lang)),
        css=css,
        about=html.escape(t("page.index.about", lang)),
        region=html.escape(t("filter.region", lang)),
        heads="".join(
            f'<th scope="col" title="{html.escape(name_of(p.title, p.title_en, lang))}">'
            f"{html.escape(name_of(p.short, p.short_en, lang))}<br>"
            f"<small>{html.escape(p.date)}</small></th>"
            for p in plans
        ),
        rows="\n".join(rows),
        date=html.escape(t("page.date", lang, d=date.isoformat())),
        schematic=html.escape(t("schematic", lang)),
    )
