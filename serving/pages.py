"""What a download says that is no file yet: a small page, Chinese and English."""

from __future__ import annotations

import html

from starlette.responses import HTMLResponse

from layers.translations.catalog import LANGS
from layers.translations.explorer import APP_WORDS
from registry.errors import AtlasError
from serving.headers import BARE_POLICY
from serving.packages import Place, State

#: Seconds after which a page that waits asks again.
AGAIN = 2
BACK = ("回到地图", "Back to the map")

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>body {{ font: 16px/1.7 sans-serif; margin: 12vh auto; max-width: 34em; padding: 0 1em; }}
p {{ overflow-wrap: anywhere; }}</style>
</head>
<body>{body}</body>
</html>
"""


def _page(said: tuple[str, str], link: str, linked: tuple[str, str], status: int) -> HTMLResponse:
    """A page that says ``said``, and leads to ``link``."""
    lines = [
        f'<p lang="{"zh-CN" if lang == "zh" else lang}">{html.escape(text)}<br>'
        f'<a href="{html.escape(link, quote=True)}">{html.escape(led)}</a></p>'
        for lang, text, led in zip(LANGS, said, linked, strict=True)
    ]
    headers = {"Content-Security-Policy": BARE_POLICY, "Cache-Control": "no-store"}
    text = _PAGE.format(title=html.escape(" · ".join(said)), body="\n".join(lines))
    return HTMLResponse(text, status, headers)


def refused(error: AtlasError, back: str, status: int) -> HTMLResponse:
    """Why there is no file; ``back`` leads to the explorer."""
    return _page((error.text("zh"), error.text("en")), back, BACK, status)


def failed(error: AtlasError, again: str) -> HTMLResponse:
    """Why a package could not be made; ``again`` tries once more."""
    said = (error.text("zh"), error.text("en"))
    return _page(said, again, APP_WORDS["app.download.again"], 500)


def words_of(place: Place) -> tuple[str, str]:
    """How far a package is that is not there yet, in words."""
    zh, en = APP_WORDS[f"app.download.{place.state}"]
    return zh.format(n=place.before), en.format(n=place.before)


def waits(place: Place, again: str, back: str) -> HTMLResponse:
    """How far a package is; the page asks again by itself, at ``again``."""
    page = _page(words_of(place), back, BACK, 202)
    page.headers["Refresh"] = f"{AGAIN}; url={again}"
    page.headers["Retry-After"] = str(AGAIN)
    return page


def told(place: Place) -> dict[str, object]:
    """How far a package is, as the explorer takes it."""
    fault = place.fault if place.state is State.FAILED else None
    return {
        "state": place.state.value,
        "before": place.before,
        "why": [fault.text("zh"), fault.text("en")] if fault else [],
    }
