"""The view in the explorer: a Streamlit component whose code and geometry are fetched once.

Streamlit sends a component's code and data again whenever its data change, so both stay tiny:
the code is a loader, and the data name two static files (the view, the payload) and say which
projects are shown, one letter each. Files are named by their content, so a browser keeps them.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, cast

import streamlit as st

from layers import assets
from layers.filters import Shown
from layers.words import t
from registry.errors import AtlasError
from registry.vocab import Status

NAME = "atlas_map"

#: How many static files of each kind are kept, newest first, for pages that are still open.
KEEP = 16

# Sent with every message, so as short as it can be; the rest is view/mount.js. A page's address
# ends in the base path, with or without its slash. The view goes in as a blob: a static .js file
# may be served as text/plain with nosniff, which no browser runs.
_LOADER = """
export default c => {
const d = c.data, p = c.parentElement, w = window, g = w.atlasFiles = w.atlasFiles || {},
f = n => g[n] = g[n] ||
fetch(location.pathname.replace(/\\/?$/, "/app/static/") + n).then(r => r.json());
f(d.payload);
(g.run = g.run || f(d.view).then(v =>
import(URL.createObjectURL(new Blob([v.js], {type: "text/javascript"}))).then(() => v)))
.then(v => AtlasKit.streamlit(c, v)).catch(() => p.textContent = d.failed);
return () => w.AtlasKit && AtlasKit.unmount(p)
}
"""
# One line would be taken for a path.
LOADER = re.sub(r"\s*([=>|&?:,;(){}+]+)\s*", r"\1", _LOADER.strip()).replace(";", ";\n", 1)


def write_static(folder: Path, kind: str, text: str) -> str:
    """Write ``text`` as ``<kind>-<hash>.json`` into ``folder`` and return the file's name.

    The file appears whole or not at all; older ones beyond :data:`KEEP` are removed.

    Raises
    ------
    AtlasError
        The folder cannot be written.
    """
    name = f"{kind}-{hashlib.sha256(text.encode()).hexdigest()[:12]}.json"
    target = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if target.exists():
            target.touch()
            return name
        handle, part = tempfile.mkstemp(dir=folder, prefix=f".{kind}-", suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(part).chmod(0o644)
        Path(part).replace(target)
        old = sorted(folder.glob(f"{kind}-*.json"), key=lambda p: p.stat().st_mtime, reverse=True)
        for path in old[KEEP:]:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise AtlasError(
            folder.name,
            zh=f"写不进这个文件夹（{error.strerror}），地图无法显示",
            en=f"the folder cannot be written ({error.strerror}), so the map cannot be shown",
        ) from None
    return name


def view_bundle() -> str:
    """The view's code and style as the JSON file that the loader fetches."""
    found = {
        "js": assets.scripts("table.js", "mount.js"),
        "css": assets.styles(),
        "page": assets.view_file("explorer.css"),
    }
    return json.dumps(found, ensure_ascii=False)


def codes(order: list[str], shown: Shown) -> str:
    """One letter a project in the payload's ``order``: ``.`` hidden, ``a`` the first status."""
    letters = {status: chr(97 + i) for i, status in enumerate(Status)}
    return "".join(
        letters[status] if (status := shown.statuses.get(key)) is not None else "." for key in order
    )


@cache
def _component() -> Callable[..., Any]:
    return cast("Callable[..., Any]", st.components.v2.component(NAME, js=LOADER))


def atlas_map(
    *,
    view: str,
    payload: str,
    order: list[str],
    shown: Shown,
    regions: list[str],
    selected: str | None,
    turn: int,
    fit: int,
    lang: str,
    on_select: Callable[[], None],
    key: str = "map",
) -> str | None:
    """Mount the map, or tell it what changed.

    Parameters
    ----------
    view, payload : str
        Names of the static files that :func:`write_static` wrote.
    order : list of str
        Project ids in the payload's order.
    shown : Shown
        What the filter leaves.
    regions : list of str
        Regions to light up.
    selected : str or None
        The selected project, heeded when ``turn`` has changed since the last run.
    turn, fit : int
        Counters: a new ``turn`` selects, a new ``fit`` moves the map to what is shown.
    on_select : callable
        Called when a project is picked on the map, before the page runs again.

    Returns
    -------
    str or None
        The id just picked on the map, ``""`` for a click on nothing, None if nothing happened.
    """
    data = {
        "view": view,
        "payload": payload,
        "codes": codes(order, shown),
        "regions": regions,
        "selected": selected or "",
        "turn": turn,
        "fit": fit,
        "lang": lang,
        "failed": t("map.failed", lang),
    }
    result = _component()(key=key, data=data, on_select_change=on_select)
    return cast("str | None", result.select)
