"""The view in the explorer: a Streamlit component whose code and geometry are fetched once.

Streamlit sends a component's code and data again at every run, so both stay tiny: the code is a
loader, and the data name static files. Files are named by their content, so a browser keeps them.
Filters are drawn in the browser; the server hears the page's address when a file is asked for.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

import streamlit as st

from layers.publish import assets
from layers.records.model import Atlas
from layers.translations.catalog import app_words
from registry import sentences
from registry.errors import AtlasError
from registry.files import write_bytes

NAME = "atlas_map"

#: How many static files of each kind are kept, newest first, for pages that are still open.
KEEP = 16

# Sent with every message, so as short as it can be; the rest is mount.js. A page's address
# ends in the base path, with or without its slash. The view goes in as text: a static .js file
# may be served as text/plain with nosniff, which no browser runs; where a page forbids inline
# scripts it goes in as a blob:, as Streamlit's own parts do.
_LOADER = """
export default c => {
const d = c.data, p = c.parentElement, w = window, g = w.atlasFiles = w.atlasFiles || {},
f = g.get = n => g[n] = g[n] ||
fetch(location.pathname.replace(/\\/?$/, "/app/static/") + n).then(r =>
new Response(r.body.pipeThrough(new DecompressionStream("gzip"))).json());
f(d.payload);
(g.run = g.run || f(d.view).then(v => {
const s = document.createElement("script"); s.text = v.js; document.head.append(s); s.remove();
return w.AtlasKit ? v :
import(URL.createObjectURL(new Blob([v.js], {type: "text/javascript"}))).then(() => v)}))
.then(v => AtlasKit.streamlit(c, v)).catch(() => p.textContent = d.failed);
return () => w.AtlasKit && AtlasKit.unmount(p)
}
"""
# One line would be taken for a path.
LOADER = re.sub(r"\s*([=>|&?:,;(){}+]+)\s*", r"\1", _LOADER.strip()).replace(";", ";\n", 1)


def write_static(folder: Path, kind: str, text: str) -> str:
    """Write ``text`` as ``<kind>-<hash>.json.gz`` into ``folder`` and return the file's name.

    It is packed once, here: the server would pack a ``.json`` anew for every reader.
    The file appears whole or not at all; older ones beyond :data:`KEEP` are removed.

    Raises
    ------
    AtlasError
        The folder cannot be written.
    """
    name = f"{kind}-{hashlib.sha256(text.encode()).hexdigest()[:12]}.json.gz"
    target = folder / name
    try:
        if target.exists():
            target.touch()
            return name
        write_bytes(target, gzip.compress(text.encode(), 9, mtime=0), folder.name)
        old = sorted(
            folder.glob(f"{kind}-*.json.gz"), key=lambda p: p.stat().st_mtime, reverse=True
        )
        for path in old[KEEP:]:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise _no_map(sentences.cannot_write(folder.name, error.strerror)) from None
    except AtlasError as error:
        raise _no_map(error) from None
    return name


def _no_map(error: AtlasError) -> AtlasError:
    return AtlasError(
        error.where, zh=f"{error.zh}，地图无法显示", en=f"{error.en}, so the map cannot be shown"
    )


def page_bundle(entry: str, words: Mapping[str, Mapping[str, str]]) -> str:
    """The code, style and words of the page ``entry`` as the JSON file that the loader fetches."""
    parts = {
        "js": assets.scripts(entry),
        "css": assets.styles(entry),
        "page": assets.bundle("host.css"),
        "words": words,
    }
    return json.dumps(parts, ensure_ascii=False)


def view_bundle(atlas: Atlas) -> str:
    """The explorer's."""
    inferred = [plan for plan in atlas.plans if plan.date_inferred]
    return page_bundle(
        "explorer",
        app_words({"zh": [p.short for p in inferred], "en": [p.short_en for p in inferred]}),
    )


def more(atlas: Atlas) -> str:
    """What only the page on the data needs, as JSON."""
    content = {
        "places": len(atlas.places),
        "regions": [
            {"definition": r.definition, "source": r.source, "area": r.area_km2}
            for r in atlas.regions
        ],
    }
    return json.dumps(content, ensure_ascii=False)


@cache
def component(name: str, code: str) -> Callable[..., Any]:
    """The component ``name`` whose module is ``code``, such as :data:`LOADER`."""
    return cast("Callable[..., Any]", st.components.v2.component(name, js=code))


def explorer(
    *,
    files: dict[str, str],
    notices: list[tuple[str, str]],
    failed: str,
    downloads: Sequence[str],
    key: str = "map",
) -> None:
    """Mount the explorer; once it is there, another run changes nothing.

    Parameters
    ----------
    files : dict of str to str
        Names of the static files ``view``, ``payload``, ``more`` and ``networks``.
    notices : list of (str, str)
        What the server has to say above the map, Chinese and English.
    failed : str
        What stands in place of the map if a file does not arrive.
    downloads : sequence of str
        The kinds of download that the server has.
    """
    data = {**files, "notices": notices, "failed": failed, "downloads": list(downloads)}
    component(NAME, LOADER)(key=key, data=data)
