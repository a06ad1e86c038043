"""One HTML file with everything in it: opens from a disk, asks nothing of any network."""

from __future__ import annotations

import base64
import html
import zlib
from dataclasses import dataclass
from datetime import date as Date
from functools import cache
from typing import Any

from layers import payload
from layers.address import KEYS, opening_view
from layers.payload.compact import compact
from layers.publish import assets, licences
from layers.publish.talk import Talk
from layers.publish.talk_marks import marks_config
from layers.records.model import Atlas
from layers.selection.comparison import Comparing
from layers.selection.filters import Filter
from layers.translations.catalog import LANGS, t
from layers.translations.catalog import subtitle as under
from registry.files.htmlfile import content_policy

_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<!--
{about}
-->
<link rel="icon" href="data:,">
<style>{css}</style>
</head>
<body>
<div id="page"></div>
<noscript>{noscript}</noscript>
<script type="application/json" id="atlas-config">{config}</script>
<script type="text/plain" id="atlas-code" data-size="{code_size}">{code}</script>
<script type="text/plain" id="atlas-payload" data-size="{size}">{payload}</script>
<script>{first}</script>
</body>
</html>
"""


@dataclass(frozen=True)
class Sheets:
    """Project sheets on which a file opens: of one project, else of all that its filter leaves."""

    project: str | None = None


def export_html(
    atlas: Atlas,
    *,
    ids: list[str] | None = None,
    chosen: Filter | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    lang: str = "zh",
    date: Date | None = None,
    selected: str | Sheets | None = None,
    viewport: tuple[float, float, float] | None = None,
    talk: Talk | None = None,
    view: str | None = None,
    on: int | Comparing | None = None,
) -> str:
    """The atlas as a single page of HTML.

    Parameters
    ----------
    ids : list of str, optional
        Only these projects go into the file; by default all do, so that its filters can widen.
    chosen : Filter, optional
        How the page's filters stand when it opens; by default the four core modes.
    title, subtitle : str, optional
        Plain text; by default the atlas's own.
    lang : str
        ``zh`` or ``en``.
    date : datetime.date, optional
        The date on the sheet; by default today.
    selected : str or Sheets, optional
        The project whose card is open, or the sheets on which the file opens.
    viewport : tuple of float, optional
        Latitude and longitude of the map's middle in WGS84 degrees, and its zoom (5 to 13); by
        default the map fits what is shown.
    talk : Talk, optional
        The steps of the presentation; by default it goes through the plans by date.
    view : str, optional
        How it is drawn when it opens, one of :data:`layers.address.VIEWS`; by default how far
        projects are, or what the plans say where no fact tells that of any.
    on : int or Comparing, optional
        The year on whose 31 December the map stands, or what is compared; by default now.
    """
    lang = lang if lang in LANGS else "en"
    title = title or atlas.titles.of(lang)
    chosen = chosen or Filter()
    config: dict[str, Any] = {
        "title": title,
        "name": atlas.titles.name,
        "subtitle": under(len(atlas.plans), lang) if subtitle is None else subtitle,
        "date": (date or Date.today()).isoformat(),
        "lang": lang,
        "selected": selected.project if isinstance(selected, Sheets) else selected,
        "sheets": isinstance(selected, Sheets),
        "view": view or opening_view(atlas),
        "filter": filter_config(chosen),
        "damaged": t("page.damaged", lang),
    }
    if viewport is not None:
        config["viewport"] = dict(zip(("lat", "lon", "zoom"), viewport, strict=True))
    if isinstance(on, Comparing):
        config["compare"] = compare_config(on)
    elif on is not None:
        config["on"] = on
    if talk is not None:
        config["talk"] = talk_config(talk)
    found = payload.build(atlas, ids)
    found["words"] = {lang: found["words"][lang]}
    found["style"] = found["style"].copy()
    found["style"].pop("dark", None)
    data = payload.dumps(compact(found)).encode()
    code = assets.scripts("page")
    first = script_safe(assets.bundle("open.js"))
    css = assets.styles("page")
    # What a reader sees whose browser runs no scripts.
    plain = [title, config["subtitle"], t("page.noscript", lang), t("attribution", lang)]
    return _PAGE.format(
        lang="zh-CN" if lang == "zh" else "en",
        policy=html.escape(content_policy((first, code), css, images=True), quote=True),
        title=html.escape(title),
        css=css,
        about=html.escape(licences.about(title, lang), quote=False),
        noscript="".join(f"<p>{html.escape(said)}</p>" for said in plain),
        config=json_block(config),
        code_size=len(code.encode()),
        code=_packed(code),
        size=len(data),
        payload=deflated(data),
        first=first,
    )


def filter_config(chosen: Filter) -> dict[str, Any]:
    """A filter as the page takes it: by the keys of the address."""
    values = {name: getattr(chosen, key.field) for name, key in KEYS.items() if key.field}
    return {
        name: sorted(value)
        if isinstance(value, frozenset)
        else list(value)
        if isinstance(value, tuple)
        else value
        for name, value in values.items()
    }


def compare_config(comparing: Comparing) -> dict[str, Any]:
    """What is compared as the page takes it: by the keys of the address, without the defaults."""
    end = {"to": comparing.end} if comparing.end else {}
    kinds = sorted(comparing.kinds)
    return {"from": comparing.start, **end, "change": kinds, "maps": comparing.maps}


def talk_config(talk: Talk) -> dict[str, Any]:
    """A talk as the page takes it."""
    return {
        "title": talk.title,
        "steps": [
            {
                "title": step.title,
                "caption": step.caption,
                "filter": filter_config(step.chosen),
                "viewport": step.viewport
                and dict(zip(("lat", "lon", "zoom"), step.viewport, strict=True)),
                "select": step.select,
                "highlight": list(step.highlight),
                "changes": step.changes,
                "view": step.view,
                "outcomes": step.outcomes,
                "slips": step.slips,
                "compare": step.comparing and compare_config(step.comparing),
                "marks": marks_config(step.marks),
            }
            for step in talk.steps
        ],
    }


def json_block(value: dict[str, Any]) -> str:
    """JSON that can stand inside a ``<script>``: no ``<`` is left that could end or open one."""
    return payload.dumps(value).replace("<", "\\u003c").replace("\u2028", "\\u2028")


def deflated(data: bytes) -> str:
    """Bytes as zlib (RFC 1950) in base64, which ``web/src/core/payload/inflate.js`` opens.

    Browsers read base64 by themselves; base 85 is 6 % shorter, but has to be read by the page.
    """
    # The two levels above this one take a third longer for a thousandth.
    return base64.b64encode(zlib.compress(data, 7)).decode()


@cache
def _packed(code: str) -> str:
    """The view's code, packed once: it is the same in every file."""
    return deflated(code.encode())


def script_safe(js: str) -> str:
    """Our own code with the two marks that would end or confuse a ``<script>`` broken up."""
    return js.replace("</script", "<\\/script").replace("<!--", "<\\!--")
