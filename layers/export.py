"""One HTML file with everything in it: opens from a disk, asks nothing of any network."""

from __future__ import annotations

import base64
import hashlib
import html
from datetime import date as Date
from typing import Any

from layers import assets, payload
from layers.filters import Filter
from layers.records import Atlas
from layers.words import LANGS, t

_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>{css}</style>
</head>
<body>
<div id="page"></div>
<noscript>{noscript}</noscript>
<script type="application/json" id="atlas-payload">{payload}</script>
<script type="application/json" id="atlas-config">{config}</script>
<script>{js}</script>
</body>
</html>
"""


def export_html(
    atlas: Atlas,
    *,
    ids: list[str] | None = None,
    chosen: Filter | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    lang: str = "zh",
    date: Date | None = None,
    selected: str | None = None,
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
    selected : str, optional
        The project whose card is open.
    """
    lang = lang if lang in LANGS else "en"
    title = title or t("title", lang)
    chosen = chosen or Filter()
    config: dict[str, Any] = {
        "title": title,
        "subtitle": t("subtitle", lang) if subtitle is None else subtitle,
        "date": (date or Date.today()).isoformat(),
        "lang": lang,
        "selected": selected,
        "filter": {
            "plans": sorted(chosen.plans),
            "statuses": sorted(chosen.statuses),
            "regions": sorted(chosen.regions),
            "modes": sorted(chosen.modes),
            "query": chosen.query,
        },
    }
    js = script_safe(assets.scripts("filter.js", "page.js") + "\n;AtlasKit.page();")
    css = assets.styles("page.css")
    return _PAGE.format(
        lang="zh-CN" if lang == "zh" else "en",
        policy=html.escape(policy(js, css), quote=True),
        title=html.escape(title),
        css=css,
        noscript=html.escape(t("page.noscript", lang)),
        payload=json_block(payload.build(atlas, ids)),
        config=json_block(config),
        js=js,
    )


def policy(js: str, css: str) -> str:
    """A content security policy that allows this script and this style and nothing else."""
    return (
        f"default-src 'none'; script-src '{_digest(js)}'; style-src '{_digest(css)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def json_block(value: dict[str, Any]) -> str:
    """JSON that can stand inside a ``<script>``: no ``<`` is left that could end or open one."""
    return payload.dumps(value).replace("<", "\\u003c").replace("\u2028", "\\u2028")


def script_safe(js: str) -> str:
    """Our own code with the two marks that would end or confuse a ``<script>`` broken up."""
    return js.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
